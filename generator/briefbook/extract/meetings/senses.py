"""Whether the words of a trigger stand in the sense of a meeting, and the parties that its frame needs are there."""

from __future__ import annotations

import re

from briefbook.analysis import Token
from briefbook.analysis.clauses import ClauseStatus
from briefbook.analysis.governors import Standing
from briefbook.extract.meetings.casting import Cast
from briefbook.extract.meetings.conversations import Conversations
from briefbook.extract.meetings.frames import noun_frames, words
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.settings import Settings
from briefbook.extract.meetings.sites import AT
from briefbook.extract.meetings.structure import Structure
from briefbook.extract.meetings.triggers import Trigger

DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "their", "his", "her", "its", "both", "our", "every", "each"}
)

SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
ROUNDS = frozenset({"first", "second", "third", "fourth", "fifth", "opening", "last"})


class Senses(Conversations):
    """Judges the senses of triggers in one document."""

    def __init__(self, structure: Structure, settings: Settings) -> None:
        super().__init__(structure)
        self.settings = settings

    def allowed(self, trigger: Trigger, cast: Cast) -> bool:
        """Are there the parties that this frame needs?"""
        if not trigger.frame.verb:
            return self.noun_allowed(trigger, cast)
        frame = trigger.frame
        if frame.sitting and trigger.token.lemma == "tell" and not any(self.listening(p) for p in cast.others):
            return False
        hosts = [p for p in cast.hosts if not p.listeners]
        others = [p for p in cast.others if not p.listeners]
        if (
            (cast.others and not others)
            or self.contest(trigger.token)
            or (others and all(self.private(p) for p in others))
            or self.customary(trigger.token, others)
        ):
            return False
        if frame.to_by_phone and not self.conversation(trigger, hosts, others):
            return False
        if frame.purpose == "required" and not self.to_talk(trigger.token):
            return False
        if frame.purpose == "invitation":
            return self.invitation(trigger.token, hosts, others)
        if frame.purpose == "journey" and not (
            self.came_to(trigger.token) or self.to_see(trigger.token, hosts, others)
        ):
            return False
        if frame.purpose == "rank" and not all(
            self.of_rank(p) or p.person and p.form is Form.NAMED for p in (*hosts, *others)
        ):
            return False
        if frame.envoys and not any(self.envoy(p) for p in (*others, *self.summoned(trigger, hosts))):
            return False
        if frame.host and others and not self.greeting(trigger, hosts, others):
            return False
        if frame.body_host and not any(self.listening(p) for p in (*others, *hosts)):
            return False
        if frame.purpose == "sitting":
            return any(self.listening(p) for p in hosts) and self.sits(trigger.token)
        if frame.officials and not any(p.official or p.form is Form.TWO for p in (*hosts, *others)):
            return False
        if frame.envoys and self.structure.passive(trigger.token):
            return True
        if others:
            return bool(hosts) or frame.id in ("meet", "host", "convene")
        if frame.to_by_phone and (self.remote(trigger.token) or self.spoke_together(trigger.token, hosts)):
            return any(p.several for p in hosts) or len(hosts) > 1
        if frame.id == "negotiate" and self.habitual(trigger.token):
            return False
        if frame.id == "negotiate" and self.deal(trigger.token):
            return any(p.official for p in hosts)
        if self.each_other(trigger.token):
            return len(hosts) > 1 or any(p.several for p in hosts)
        if frame.alone == "any":
            more = (t for t in self.structure.kids(trigger.token.index, "dobj", "prep") if t.lower != "part")
            return bool(hosts) and not any(True for _ in more)
        if frame.alone == "plural":
            return any(p.several for p in hosts) or len(hosts) > 1
        if frame.alone == "both":
            return len(hosts) > 1 or any(p.form is Form.TWO or p.name.lower() == "they" for p in hosts)
        return False

    def greeting(self, trigger: Trigger, hosts: list[Party], others: list[Party]) -> bool:
        """Someone received by someone: guests of rank, or people greeted by someone named; no refugees hosted by a state."""
        if not any(p.official or p.form is Form.TWO for p in hosts):
            return False
        return any(p.official or p.form is Form.TWO for p in others) or (
            trigger.token.lemma == "greet" and any(p.person and p.form is Form.NAMED for p in hosts)
        )

    def deal(self, verb: Token) -> bool:
        """Is what is negotiated a deal: "negotiated a truce", "the treaty that they negotiated"?"""
        objects = [*self.structure.kids(verb.index, "dobj")]
        if verb.dep == "relcl":
            objects.append(self.structure.head(verb))
        return any(t.lemma in words("deals") for t in objects)

    def habitual(self, verb: Token) -> bool:
        """ "The board negotiates such contracts", "helps negotiate them": the present tense of what one does for a living."""
        above = self.structure.head(verb)
        helps = verb.tag == "VB" and above.lemma == "help" and above.tag in ("VBZ", "VBP")
        return (helps or verb.tag in ("VBZ", "VBP")) and not self.structure.in_headline(verb)

    def customary(self, verb: Token, others: list[Party]) -> bool:
        """ "The firm regularly speaks with partners": a custom, with nobody who is named."""
        present = verb.tag in ("VBZ", "VBP") and not self.structure.in_headline(verb)
        usual = any(t.lower in words("habitually") for t in self.structure.kids(verb.index, "advmod"))
        return present and usual and bool(others) and all(p.actor is None for p in others)

    def envoy(self, party: Party) -> bool:
        """An ambassador or other envoy, by the words of the phrase or by post."""
        written = set(self.document.text(party.first, party.last).lower().split())
        titles = {w for r in (party.actor.roles if party.actor else ()) for w in (r.title or "").lower().split()}
        return bool((written | titles) & words("envoys"))

    def summoned(self, trigger: Trigger, hosts: list[Party]) -> list[Party]:
        """Who is summoned, in a passive."""
        return hosts if self.structure.passive(trigger.token) else []

    def contest(self, verb: Token) -> bool:
        """ "met Peru in the final", "meets Holm in the second round", "met Peru and won 3-0": a match."""
        last = self.document.subtree(verb.index)[1]
        tokens = self.document.tokens
        for token in tokens[verb.index : last]:
            if token.lower in words("contests") and (token.dep == "pobj" or tokens[token.index - 1].text == "-"):
                beside = self.structure.head(self.structure.head(token)).lemma.lower()  # "on the sidelines of a match"
                apart = self.structure.head(token).lower in ("before", "after", "until", "since")
                if not apart and beside not in ("sideline", "sidelines", "margin", "margins"):
                    return True
            if token.lower == "round" and token.dep == "pobj" and self.numbered(token):
                return True
        subject = self.structure.subject(verb)
        if verb.lemma == "meet" and any(self.opponent(t) for t in self.structure.kids(verb.index, "dobj")):
            return True
        opposed = verb.lemma == "meet" and any(t.pos == "PROPN" for t in self.structure.kids(verb.index, "dobj"))
        if opposed and subject is not None and tokens[subject].lower in words("teams"):
            return True
        sentence = self.document.sentences[verb.sentence]
        text = self.document.text(sentence.first, sentence.last)
        return bool(SCORE.search(text)) and any(
            t.lemma in words("playing") for t in tokens[sentence.first : sentence.last]
        )

    def opponent(self, token: Token) -> bool:
        """ "Have yet to meet a side that kicks": some team."""
        some = any(t.lower in ("a", "an", "any", "no", "another") for t in self.structure.kids(token.index, "det"))
        return some and token.lemma in ("team", "side", "opponent", "opposition", "champion")

    def numbered(self, token: Token) -> bool:
        """ "the second round", of nothing that is named: a stage of a tournament."""
        kids = [t.lower for t in self.structure.kids(token.index, "amod", "compound")]
        return any(k in ROUNDS for k in kids) and not self.structure.kids(token.index, "prep")

    def private(self, party: Party) -> bool:
        """ "his wife", "her friends": kin and friends of someone."""
        written = party.as_written.lower().split()
        if party.actor is not None or written[-1] not in words("kin") | {f"{w}s" for w in words("kin")}:
            return False
        return written[0] in ("his", "her", "their", "my", "our", "its")

    def to_talk(self, verb: Token) -> bool:
        """Is talking the purpose: "gathered to discuss", "for a synod"?"""
        sat = (
            t
            for p in self.structure.kids(verb.index, "prep")
            if p.lower == "for"
            for t in self.structure.kids(p.index, "pobj")
        )
        if verb.lemma in ("gather", "assemble") and any(t.lemma.lower() in words("sitting-bodies") for t in sat):
            return True
        return any(
            t.lemma in words("purpose-verbs") and any(a.lower == "to" for a in self.structure.kids(t.index, "aux"))
            for t in self.structure.kids(verb.index, "advcl", "xcomp")
        )

    def invitation(self, verb: Token, hosts: list[Party], others: list[Party]) -> bool:
        """Invited to come and talk: officials, to a place or for a purpose that is talk; no invitation to a feast."""
        if not hosts or not any(p.official or p.form is Form.TWO for p in others):
            return False
        if any(t.lower == "for" for t in self.structure.kids(verb.index, "prep")) and not self.to_talk(verb):
            return False
        below = self.structure.kids(verb.index, "xcomp", "ccomp", "advcl")
        if any(t.lemma in ("visit", "come", "travel") and t.tag == "VB" for t in below):
            return True
        goal = [
            t
            for p in self.structure.kids(verb.index, "prep")
            if p.lower == "to"
            for t in self.structure.kids(p.index, "pobj")
        ]
        inside = words("houses") | words("buildings") | noun_frames().keys()
        return self.to_talk(verb) or any(
            self.settings.site(t, AT) is not None or t.lemma.lower() in inside for t in goal
        )

    def noun_allowed(self, trigger: Trigger, cast: Cast) -> bool:
        """A noun needs someone, or to be the meeting told of before."""
        if trigger.frame.visit:
            return bool(cast.hosts) and bool(self.structure.kids(trigger.token.index, "prep"))
        if trigger.frame.needs_two and not self.pointing(trigger):
            there = known(cast.all)
            return len([p for p in there if p.official]) > 1 or any(p.form is Form.TWO for p in cast.all)
        return True

    def unattended(self, trigger: Trigger, cast: Cast, clause: ClauseStatus) -> bool:
        """Does the clause say only that somebody was or will not be at a meeting of others ("boycotted the summit")?"""
        verb = cast.anchor.verb if cast.anchor is not None else None
        if verb is None or trigger.frame.verb or known(cast.others):
            return False
        part = verb.lemma == "take" and any(t.lower == "part" for t in self.structure.kids(verb.index, "dobj"))
        if part or verb.lemma in words("joining"):
            return clause.standing is Standing.DENIED
        if verb.lemma == "invite":  # "was not invited to Monday's meeting"
            return clause.standing is Standing.DENIED and self.structure.passive(verb) and self.pointing(trigger)
        if verb.lemma == "leave":
            return any(t.lower == "out" for t in self.structure.kids(verb.index, "prt", "prep", "advmod"))
        return verb.lemma in words("missing")

    def pointing(self, trigger: Trigger) -> bool:
        """Does the noun point back ("the call") or to someone's ("Brandt's call")?"""
        return any(
            t.lower in DEFINITE or t.dep == "poss" for t in self.structure.kids(trigger.token.index, "det", "poss")
        )


def known(parties: tuple[Party, ...]) -> list[Party]:
    """The parties that stand for somebody."""
    return [p for p in parties if p.form in (Form.NAMED, Form.DESCRIBED)]
