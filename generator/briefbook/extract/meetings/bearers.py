"""The words around a meeting whose "in ..." or "at ..." says where it takes place."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.analysis import Token
from briefbook.extract.meetings.casting import Cast
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.structure import Bond
from briefbook.extract.meetings.triggers import Trigger
from briefbook.extract.meetings.venues import Venues

CONTRASTING = frozenset({"though", "although", "whereas"})
"""Conjunctions of clauses that tell something else than the one they belong to."""


class Bearers(Venues):
    """Words of one document that bear the place of a meeting."""

    def nodes(self, trigger: Trigger, cast: Cast) -> Iterator[tuple[Token, bool]]:
        """Words whose "in ..." or "at ..." says where, nearest first; True for those whose "to ..." does, too."""
        yield trigger.token, trigger.frame.visit or trigger.frame.host or trigger.frame.id in ("invite", "visit-verb")
        yield from ((verb, False) for verb in self.arranged(trigger))
        anchor = cast.anchor
        verb = trigger.token if anchor is None else anchor.verb
        if anchor is not None:
            for noun in anchor.nouns[1:]:
                yield self.tokens[noun], False
            if verb is not None and anchor.bond is Bond.AFTER and verb.lemma == "speak" and verb.tag == "VBG":
                yield verb, False
            if verb is None or (anchor.bond is Bond.AFTER and not self.structure.heading(anchor)):
                return
            if anchor.bond is Bond.SCENE and not self.same_scene(verb):
                return
            yield verb, self.moves(verb)
            if anchor.bond in (Bond.SUBJECT, Bond.OBJECT):
                yield from self.raising(verb)
        if cast.anchor is None:
            for child in self.structure.kids(trigger.token.index, "advcl", "xcomp"):
                if (
                    child.index > trigger.token.index
                    and child.lemma not in words("purpose-verbs")
                    and any(t.lower == "to" for t in self.structure.kids(child.index, "aux"))
                ):
                    yield child, False
        for _ in range(3):
            if (
                verb is None
                or verb.head == verb.index
                or verb.dep not in ("xcomp", "advcl", "conj", "pcomp", "acl", "relcl")
            ):
                return
            above = self.structure.head(verb)
            if above.pos not in ("VERB", "AUX", "ADP") and not (above.pos == "NOUN" and self.moves(above)):
                return
            if verb.dep == "conj" and self.structure.kids(verb.index, "nsubj"):
                return
            if any(t.lower in CONTRASTING for t in self.structure.kids(verb.index, "mark")):
                return
            verb = above
            if verb.pos in ("NOUN", "PROPN"):
                yield verb, self.moves(verb)
                return
            for target in self.structure.kids(verb.index, "dobj"):
                if self.moves(target):
                    yield target, True
            if self.moves(verb) or verb.lemma in ("be", "schedule", "expect", "gather"):
                yield verb, self.moves(verb)

    def arranged(self, trigger: Trigger) -> Iterator[Token]:
        """ "A meeting of both boards planned for May in Lima", "talks that took place in Lima": verbs that say so after a noun."""
        if trigger.frame.verb:
            return
        held = words("sittings") | words("arranging")
        for child in self.tokens[trigger.last : self.document.subtree(trigger.token.index)[1]]:
            if child.dep not in ("acl", "relcl"):
                continue
            own = child.dep == "relcl" and self.structure.head(child).index == trigger.token.index
            participle = child.tag == "VBN" or (child.dep == "acl" and child.tag == "VBD")
            if (child.lemma in held and (own or participle)) or (child.dep == "relcl" and self.takes_place(child)):
                yield child

    def takes_place(self, verb: Token) -> bool:
        """ "Takes place"."""
        return verb.lemma == "take" and any(t.lower == "place" for t in self.structure.kids(verb.index, "dobj"))

    def raising(self, verb: Token) -> Iterator[tuple[Token, bool]]:
        """ "is scheduled to take place in Lima": the infinitive below, where the noun is its subject, too."""
        for below in self.structure.kids(verb.index, "xcomp"):
            if below.lemma in words("taking-place"):
                yield below, False

    def same_scene(self, verb: Token) -> bool:
        """May a place of this verb be the meeting's, when the meeting is the scene of what it tells?"""
        return verb.lemma in words("same-scene")

    def moves(self, verb: Token) -> bool:
        """Is it a word of travelling or inviting, whose goal is where one meets?"""
        return verb.lemma.lower() in words("places-of-motion")
