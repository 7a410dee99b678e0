"""Where and when a meeting is said to take place: phrases of its clause that name a place or a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from briefbook.analysis import Token
from briefbook.extract.meetings.casting import Cast
from briefbook.extract.meetings.frames import noun_frames, words
from briefbook.extract.meetings.reports import Setting
from briefbook.extract.meetings.sites import AT, DATES, SITES, Sites
from briefbook.extract.meetings.stretches import stretched
from briefbook.extract.meetings.structure import Anchor, Bond, Structure
from briefbook.extract.meetings.triggers import Trigger
from briefbook.model import Place, Timex, TimexType


class Settings(Sites):
    """Places and days of one document, by token."""

    def __init__(self, structure: Structure, places: tuple[Place, ...], dates: tuple[Timex, ...]) -> None:
        super().__init__(structure, places)
        self.times: dict[int, list[tuple[Timex, int, int]]] = {}
        for timex in self.joined(dates):
            if (span := self.document.token_range(timex.citation)) is not None:
                self.times.setdefault(self.tokens[span[0]].sentence, []).append((timex, *span))

    def joined(self, dates: tuple[Timex, ...]) -> Iterator[Timex]:
        """The expressions, the two ends of a range ("September 8 to 10") as one."""
        pending: Timex | None = None
        for timex in dates:
            whole, joint = timex.whole, pending
            pending = None
            if whole is not None and joint is None:
                pending = timex
            elif whole is not None and joint is not None:
                words = self.document.article.cite(joint.citation.block, joint.citation.start, timex.citation.end)
                yield replace(joint, citation=words, start=whole.start, end=whole.end)
            else:
                yield timex

    def time(self, trigger: Trigger, cast: Cast) -> Timex | None:
        """The time expression that belongs to the trigger or to the verb that carries it, the nearest one."""
        nodes = self.dated(trigger, cast)
        found = []
        acts = self.acts(trigger, cast)
        for timex, first, last in self.times.get(trigger.token.sentence, ()):
            if not self.dates_a_meeting(timex) or self.of_the_act(trigger, timex, first, last, acts):
                continue
            if self.of_another(first, trigger) or self.counted_over(first, trigger):
                continue
            bond = self.attachment(first, last, nodes, span=timex.whole is not None)
            if bond is not None:
                found.append((bond, abs(first - trigger.token.index), first, timex))
        if not found and trigger.frame.verb and trigger.token.pos not in ("VERB", "AUX"):
            alone = [timex for timex, _, _ in self.times.get(trigger.token.sentence, ()) if self.dates_a_meeting(timex)]
            return alone[0] if len(alone) == 1 else None
        after = cast.anchor is not None and cast.anchor.bond is Bond.AFTER
        if not found:
            shown = after or self.aside(trigger) or self.captioned(trigger)
            return (self.caption_day(trigger) if shown else None) or self.label(trigger)
        moved = [f for f in found if self.moved_to(f[2])]
        _, _, first, nearest = min(moved or found, key=lambda f: f[:3])
        carrier = cast.anchor.verb if cast.anchor is not None else None
        begun = next((v for v in self.arranged(trigger) if v.lemma in words("opening")), carrier)
        return self.since(stretched(self.structure, trigger, begun, nearest), first)

    def label(self, trigger: Trigger) -> Timex | None:
        """ "Monday: Ministers meet in Lima. The premier receives the nuncio.": the day that an agenda's item opens with."""
        sentences = self.document.sentences
        for number in range(trigger.token.sentence, -1, -1):
            if sentences[number].block != trigger.token.block:
                return None
            for timex, first, last in self.times.get(number, ()):
                if first == sentences[number].first and last < len(self.tokens) and self.tokens[last].text == ":":
                    return timex if self.dates_a_meeting(timex) else None
        return None

    def dated(self, trigger: Trigger, cast: Cast) -> dict[int, int]:
        """The words whose day is the meeting's, by token, with their rank: what is nearest to the meeting comes first."""
        nodes = {trigger.token.index: 0}
        arriving = cast.anchor is not None and self.structure.heading(cast.anchor)
        for rank, (node, _) in enumerate(() if arriving else self.nodes(trigger, cast), start=1):
            nodes.setdefault(node.index, rank)
        if cast.anchor is not None:
            for noun in cast.anchor.nouns:
                nodes.setdefault(noun, 1)
            if cast.anchor.verb is not None and cast.anchor.bond in (Bond.OBJECT, Bond.SUBJECT, Bond.PURPOSE):
                nodes.setdefault(cast.anchor.verb.index, 2)
            if (scene := self.scene(cast.anchor)) is not None:
                nodes.setdefault(scene, 6)
        for child in self.structure.kids(trigger.token.index, "advcl", "xcomp"):
            if child.index > trigger.token.index and any(
                t.lower == "to" for t in self.structure.kids(child.index, "aux")
            ):
                nodes.setdefault(child.index, 4)
        carrier = trigger.token if cast.anchor is None else cast.anchor.verb
        if (trip := self.trip(carrier)) is not None:
            nodes.setdefault(trip, 3)
            nodes.setdefault(self.tokens[trip].head, 7)
        if (journey := self.journey(carrier)) is not None:
            nodes.setdefault(journey, 6)
        if carrier is not None and (about := self.told_of(carrier)) is not None:
            nodes.setdefault(about, 8)
        for verb in self.raised(carrier):
            nodes.setdefault(verb, 5)
        return nodes

    def moved_to(self, first: int) -> bool:
        """ "The talks planned for Friday have been moved to Monday": the day that counts now."""
        before = self.tokens[first - 1] if first else None
        return before is not None and before.lower == "to" and self.structure.head(before).lemma in words("moving")

    def told_of(self, verb: Token) -> int | None:
        """The town of "Lisbon, where she was to have met him, on Thursday", on which the parser may hang the day."""
        up = next((self.tokens[i] for i in (verb.index, *self.raised(verb)) if self.tokens[i].dep == "relcl"), None)
        return up.head if up is not None and self.tokens[up.head].entity in SITES else None

    def scene(self, anchor: Anchor) -> int | None:
        """The verb of what happened at the meeting: "in February he walked out of a dinner", "was shot at a meeting in May"."""
        verb = anchor.verb
        here = anchor.bond is Bond.SCENE and anchor.preposition in ("at", "during", "in", "out", "of", "from", "amid")
        return verb.index if here and verb is not None and verb.tag == "VBD" else None

    def acts(self, trigger: Trigger, cast: Cast) -> set[int]:
        """Verbs above, told in the past, that only speak of the meeting: "agreed on Monday to meet", "the idea came up"."""
        anchor = cast.anchor
        carrier = anchor.verb if anchor is not None and anchor.bond is not Bond.SCENE else None
        above = [
            v for v in (carrier, *(self.tokens[i] for i in self.raised(carrier or trigger.token))) if v is not None
        ]
        past = [
            v
            for v in above
            if v.tag == "VBD"
            or any(t.tag in ("VBD", "VBZ", "VBP") for t in self.structure.kids(v.index, "aux", "auxpass"))
        ]
        outermost = self.tokens[anchor.nouns[-1]] if anchor is not None and len(anchor.nouns) > 1 else None
        spoken = outermost is not None and outermost.lemma.lower() in words("spoken-of")
        return {v.index for v in past if v.lemma in words("acts") or (spoken and v is carrier)}

    def of_the_act(self, trigger: Trigger, timex: Timex, first: int, last: int, acts: set[int]) -> bool:
        """Is it the day of such an act: hung on its verb, not on the meeting itself, and no later than publication?"""
        published = self.document.article.publication_day
        if not acts or (first and self.tokens[first - 1].lower == "for"):
            return False
        if self.attachment(first, last, {trigger.token.index: 0}) is not None:
            return False
        if published is not None and timex.end is not None and timex.end > published:
            return False
        return self.attachment(first, last, dict.fromkeys(acts, 0)) is not None

    def of_another(self, first: int, trigger: Trigger) -> bool:
        """Does the day end the phrase of another event, "ahead of a summit in Lima later in the week"?"""
        index = first - 1
        while index > trigger.token.index and self.tokens[index].pos in ("ADP", "PROPN", "DET", "ADJ"):
            index -= 1
        noun = self.tokens[index]
        if index <= trigger.token.index or noun.lemma.lower() not in noun_frames():
            return False
        above = list(islice(self.document.ancestors(index), 2))
        return any(t.lower in ("ahead", "before", "after", "following", "until") for t in above)

    def counted_over(self, first: int, trigger: Trigger) -> bool:
        """ "Their third meeting in two years": how long they have been counted, not when it is."""
        ordinals = (t for t in self.structure.kids(trigger.token.index, "amod") if t.entity == "ORDINAL")
        return first == trigger.last + 1 and self.tokens[first - 1].lower == "in" and any(True for _ in ordinals)

    def since(self, timex: Timex, first: int) -> Timex | None:
        """ "in talks since January 8": up to the day of publication."""
        published = self.document.article.publication_day
        before = self.tokens[first - 1] if first else None
        if before is None or before.lower != "since":
            return timex
        if any(t.lower == "first" for t in self.tokens[max(0, first - 5) : first]):
            return None  # "for the first time since May"
        if published is None or timex.start is None:
            return timex
        if timex.start > published or before.block != self.tokens[first].block:
            return timex
        words = self.document.article.cite(timex.citation.block, before.start, timex.citation.end)
        reason = f"“{words.exact}” is read as up to publication on {published.day} {published:%B %Y}."
        return replace(timex, citation=words, end=published, reason=reason)

    def place(self, trigger: Trigger, cast: Cast) -> Setting | None:
        """As told by the clause, else the place that a caption of its aftermath gives."""
        found = super().place(trigger, cast)
        if found is not None or not self.aside(trigger):
            return found
        there = [
            site
            for token in self.tokens[trigger.last : self.document.sentences[trigger.token.sentence].last]
            if token.lower in ("in", "at") and token.dep == "prep"
            for below in self.structure.kids(token.index, "pobj")
            if (site := self.site(below, AT)) is not None
        ]
        return self.with_town(there[0]) if there else None

    def aside(self, trigger: Trigger) -> bool:
        """ "... pauses during a news conference following a council meeting, May 4, 2017": the scene of a picture."""
        above = self.structure.head(trigger.token)
        verbs = (t for t in self.document.ancestors(trigger.token.index) if t.pos in ("VERB", "AUX"))
        verb = next((t for t in verbs if t.tag != "VBG"), None)
        return above.lower in ("following", "after", "before") and verb is not None and verb.tag in ("VBZ", "VBP")

    def captioned(self, trigger: Trigger) -> bool:
        """Does the sentence tell in the present tense what a picture shows?"""
        sentence = self.document.sentences[trigger.token.sentence]
        roots = (t for t in self.tokens[sentence.first : sentence.last] if t.head == t.index and t.pos != "PUNCT")
        root = next(roots, None)
        return root is not None and root.tag in ("VBZ", "VBP", "VBG")

    def caption_day(self, trigger: Trigger) -> Timex | None:
        """The full date that ends a caption ("... before a meeting in Lima, Oct. 15, 2015"), when it is the only one."""
        there = [timex for timex, first, _ in self.times.get(trigger.token.sentence, ()) if first > trigger.token.index]
        full = [t for t in there if t.start is not None and t.start == t.end and str(t.start.year) in t.citation.exact]
        return full[0] if len(full) == len(there) == 1 else None

    def trip(self, verb: Token | None) -> int | None:
        """The noun for the journey made to meet somebody: "a trip to Lima on Thursday to meet the king"."""
        if verb is None or verb.dep not in ("acl", "relcl", "xcomp", "advcl"):
            return None
        above = self.structure.head(verb)
        nouns = (above, *self.structure.kids(above.index, "dobj"))
        return next((t.index for t in nouns if t.lemma in words("places-of-motion") and t.pos == "NOUN"), None)

    def journey(self, verb: Token | None) -> int | None:
        """The verb of the journey whose goal is where they meet: "last week visited Lima, where he met ..."."""
        while verb is not None and verb.dep in ("xcomp", "conj") and self.structure.head(verb).pos == "VERB":
            verb = self.structure.head(verb)
        if verb is None or verb.dep not in ("relcl", "advcl"):
            return None
        words_before = {t.lower for t in self.structure.kids(verb.index, "advmod") if t.index < verb.index}
        above = next((up for up in self.document.ancestors(verb.index) if up.pos in ("VERB", "AUX")), None)
        if self.structure.head(verb).entity in DATES and {"where", "when"} & words_before:
            return above.index if above is not None else None  # "opens on Friday, when they meet"
        if "where" not in words_before:
            return None
        called = above is not None and above.lemma == "call" and self.structure.passive(above)
        return above.index if above is not None and (called or self.moves(above)) else None

    def raised(self, verb: Token | None) -> Iterator[int]:
        """Verbs above that only plan or permit it: "is scheduled on Monday to meet"."""
        while verb is not None and verb.dep == "xcomp":
            verb = self.structure.head(verb)
            yield verb.index

    def dates_a_meeting(self, timex: Timex) -> bool:
        """Days and spans with days; not "three hours", "now" or "once"."""
        if timex.type in (TimexType.DATE, TimexType.TIME):
            return timex.start is not None or not timex.value.endswith("_REF")
        return timex.start is not None and timex.type is TimexType.DURATION

    def attachment(self, first: int, last: int, nodes: dict[int, int], *, span: bool = False) -> int | None:
        """Rank of the node that the expression hangs on, or None when it belongs to another verb or noun.

        `span` says that it names the first and the last day ("from May 3 to 5"): then "from" is no mere bound.
        """
        before = self.tokens[first - 1].lower if first else ""
        if not (span and before == "from") and before in ("until", "till", "by", "before", "after", "from"):
            return None
        head = next(
            (self.tokens[i] for i in range(last - 1, first - 1, -1) if not first <= self.tokens[i].head < last), None
        )
        steps = 0
        while head is not None and steps < 6:
            if head.index in nodes and not first <= head.index < last:
                return nodes[head.index]
            if head.head == head.index:
                return None
            up = self.structure.head(head)
            if up.index in nodes:
                return nodes[up.index]
            if up.pos in ("VERB", "AUX"):
                return None
            if up.lemma.lower() in noun_frames() and up.pos == "NOUN":
                return None  # the day of another meeting
            if up.pos == "NOUN" and up.entity not in DATES and head.dep in ("compound", "poss", "nmod", "amod"):
                return None
            head, steps = up, steps + 1
        return None
