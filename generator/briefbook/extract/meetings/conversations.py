"""Whether people speak with each other, or see each other by appointment: by rank, on the telephone, on a journey."""

from __future__ import annotations

from briefbook.analysis import Token
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.structure import Structure
from briefbook.extract.meetings.triggers import Trigger


class Conversations:
    """Judges the verbs of speaking and seeing in one document."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.document = structure.document

    def conversation(self, trigger: Trigger, hosts: list[Party], others: list[Party]) -> bool:
        """People who talk with each other: not somebody with a newsroom, or the author; "spoke to" only among people of rank."""
        if any(self.newsroom(p) for p in (*hosts, *others)):
            return False
        if hosts and all(p.form is Form.UNKNOWN and p.name.lower() in ("i", "we") for p in hosts):
            return False
        to = any(t.lower == "to" for t in self.structure.kids(trigger.token.index, "prep", "dative"))
        if not to or not others or self.remote(trigger.token):
            return True
        perfect = any(t.lemma == "have" for t in self.structure.kids(trigger.token.index, "aux"))
        bodies = perfect and all(not p.person and p.form is Form.NAMED and not self.listening(p) for p in others)
        return bodies or (all(self.of_rank(p) for p in others) and any(self.of_rank(p) for p in hosts))

    def of_rank(self, party: Party) -> bool:
        """Someone who speaks for a state or body, by post or by the words: a premier, an envoy, a party leader."""
        if not party.person and party.actor is not None:
            return False
        titles = {w for r in (party.actor.roles if party.actor else ()) for w in (r.title or "").lower().split()}
        head = self.document.tokens[party.last - 1].lemma.lower() if party.actor is None else ""
        first = next(
            (t for t in self.document.tokens[party.first : party.last] if t.lemma.lower() in words("rank")), None
        )
        return bool(titles & words("rank")) or head in words("rank") or (party.actor is None and first is not None)

    def newsroom(self, party: Party) -> bool:
        """A newspaper, agency or broadcaster by its name."""
        names = party.name.lower().split()
        known = bool(names) and (names[-1] in words("newsrooms") or names[0] in words("newsrooms"))
        return known and (not party.person or len(names) == 1)

    def spoke_together(self, verb: Token, hosts: list[Party]) -> bool:
        """ "The two spoke on Monday", "she and Costa had spoken": with each other, when nothing says before whom or what."""
        lasting = any(self.document.tokens[c.index].lower == "for" for c in self.structure.kids(verb.index, "prep"))
        if not (verb.lemma == "speak" or (verb.lemma in ("talk", "chat") and lasting)) or not all(
            p.person or p.form is Form.TWO for p in hosts
        ):
            return False
        kids = list(self.structure.kids(verb.index))
        times = [t for t in kids if t.entity in ("DATE", "TIME")]
        for preposition in (t for t in kids if t.dep == "prep"):
            below = list(self.structure.kids(preposition.index, "pobj"))
            if lasting and preposition.lower in ("in", "at", "over") and verb.lemma != "speak":
                continue  # "talked for an hour in the church"
            if preposition.lower not in ("on", "for", "since") or any(t.entity not in ("DATE", "TIME") for t in below):
                return False
            times += below
        perfect = any(t.dep == "aux" and t.lemma == "have" for t in kids)
        plain = not any(t.dep in ("dobj", "prt", "acomp", "ccomp", "oprd", "advcl", "conj") for t in kids)
        return plain and (perfect or bool(times))

    def listening(self, party: Party) -> bool:
        """A body that sits: "told the Security Council", "told the committee"."""
        heads = {part.split()[-1].lower() for part in party.name.split(" of ") if part.strip()}
        return not party.person and bool(heads & words("sitting-bodies"))

    def sits(self, verb: Token) -> bool:
        """ "The council sits on Friday": it holds a session, told with its day; it neither has its seat there, nor sits on something."""
        subject = self.structure.subject(verb)
        held = subject is not None and self.document.tokens[subject].lemma.lower() in words("convocations")
        if verb.lemma == "open" and (not held or self.structure.kids(verb.index, "dobj")):
            return False
        kids = self.structure.kids(verb.index, "npadvmod", "prep", "advmod", "prt", "dobj")
        below = [(p, t) for p in kids if p.dep == "prep" for t in self.structure.kids(p.index, "pobj")]
        if any(
            p.lower == "from" or p.lower in ("on", "in", "at") and t.pos == "NOUN" and not t.entity for p, t in below
        ):
            return False
        return any(t.entity in ("DATE", "TIME") for t in (*kids, *(t for _, t in below)))

    def came_to(self, verb: Token) -> bool:
        """ "flew in to see", "came to see": the purpose of a journey."""
        head = self.structure.head(verb)
        to = any(t.lower == "to" for t in self.structure.kids(verb.index, "aux"))
        return to and head.index < verb.index and head.lemma in words("coming")

    def to_see(self, verb: Token, hosts: list[Party], others: list[Party]) -> bool:
        """ "hopes to see the premier", "will not see Brandt", "are due to see each other": by appointment, among people of rank."""
        helpers = {t.lower for t in self.structure.kids(verb.index, "aux")}
        head = self.structure.head(verb)
        wanted = "to" in helpers and verb.dep in ("xcomp", "acl") and {head.lemma.lower(), head.lower} & words("seeing")
        appointed = (self.on_a_day(verb) or self.for_a_time(verb)) and (
            verb.tag in ("VBZ", "VBP") or all(self.of_rank(p) for p in (*hosts, *others))
        )
        if not (wanted or helpers & {"will", "wo", "would"} or appointed):
            return False
        if any(t.dep in ("ccomp", "xcomp", "oprd", "acomp") for t in self.structure.kids(verb.index)):
            return False
        ranked = [p for p in others if self.of_rank(p) or (p.person and p.form is Form.NAMED)]
        return (len(ranked) == len(others) and bool(hosts)) if others else self.each_other(verb)

    def for_a_time(self, verb: Token) -> bool:
        """ "Saw the premier for an hour"."""
        spans = (
            t
            for p in self.structure.kids(verb.index, "prep")
            if p.lower == "for"
            for t in self.structure.kids(p.index, "pobj")
        )
        return any(t.lemma in ("hour", "minute") for t in spans)

    def on_a_day(self, verb: Token) -> bool:
        """ "Sees the premier on Friday": a day of its own."""
        first, last = self.document.subtree(verb.index)
        return any(t.entity == "DATE" for t in self.document.tokens[first:last])

    def each_other(self, verb: Token) -> bool:
        """ "see each other", "phone one another"."""
        tokens = self.document.tokens
        objects = self.structure.kids(verb.index, "dobj")
        return any(t.lower in ("other", "another") and tokens[t.index - 1].lower in ("each", "one") for t in objects)

    def remote(self, verb: Token) -> bool:
        """Does the clause say "by phone" or "by video link"?"""
        spans = [
            self.document.subtree(t.index)
            for t in self.structure.kids(verb.index, "prep")
            if t.lower in ("by", "over", "via", "through", "on")
        ]
        near = [t for first, last in spans for t in self.document.tokens[first:last]]
        near += self.structure.kids(verb.index, "advmod")
        return any(t.lower in words("phone-words") | words("video-words") for t in near)
