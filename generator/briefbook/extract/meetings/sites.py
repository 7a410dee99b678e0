"""Where a meeting is said to take place: phrases of its clause that name a place."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.analysis import Token
from briefbook.extract.meetings.casting import Cast
from briefbook.extract.meetings.frames import noun_frames, words
from briefbook.extract.meetings.party import Party
from briefbook.extract.meetings.reports import Setting
from briefbook.extract.meetings.structure import Bond
from briefbook.extract.meetings.triggers import Trigger
from briefbook.extract.meetings.venues import Venues
from briefbook.grammar.gazetteer import gazetteer

AT = frozenset({"in", "at", "inside", "outside", "near", "aboard", "within"})
SITES = frozenset({"GPE", "LOC", "FAC"})
ASIDE = frozenset({"sidelines", "margins", "sideline"})
DATES = frozenset({"DATE", "TIME"})


CONTRASTING = frozenset({"though", "although", "whereas"})
"""Conjunctions of clauses that tell something else than the one they belong to."""


class Sites(Venues):
    """Places of one document, by token."""

    def place(self, trigger: Trigger, cast: Cast) -> Setting | None:
        """The most specific place of the nearest word that has one, a building with its town."""
        found = self.nearest(trigger, cast)
        return self.with_town(found) if found is not None else None

    def nearest(self, trigger: Trigger, cast: Cast) -> Setting | None:
        """The place of the trigger, its verb, a journey's goal."""
        for node, motion in self.nodes(trigger, cast):
            for preposition in self.structure.kids(node.index, "prep", "agent", "advmod"):
                aside = preposition.lower == "on" and any(
                    t.lower in ASIDE for t in self.structure.kids(preposition.index, "pobj")
                )
                if preposition.lower in AT or aside or (motion and preposition.lower in ("to", "for")):
                    for complement in self.structure.kids(preposition.index, "pobj"):
                        if (found := self.site(complement, AT)) is not None:
                            return found
            if motion and node.lemma in ("visit", "tour"):
                for target in self.structure.kids(node.index, "dobj"):
                    if (found := self.site(target, AT)) is not None and found.place is not None:
                        return found
        return (
            self.before(trigger)
            or self.beside_party(cast.others)
            or self.antecedent(trigger, cast)
            or self.astray(trigger)
        )

    def nodes(self, trigger: Trigger, cast: Cast) -> Iterator[tuple[Token, bool]]:
        """Words whose "in ..." or "at ..." says where, nearest first; True for those whose "to ..." does, too."""
        yield trigger.token, trigger.frame.visit or trigger.frame.host or trigger.frame.id in ("invite", "visit-verb")
        anchor = cast.anchor
        verb = trigger.token if anchor is None else anchor.verb
        if anchor is not None:
            for noun in anchor.nouns[1:]:
                yield self.tokens[noun], False
            if verb is not None and anchor.bond is Bond.AFTER and verb.lemma == "speak" and verb.tag == "VBG":
                yield verb, False
            if verb is None or anchor.bond is Bond.AFTER:
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

    def raising(self, verb: Token) -> Iterator[tuple[Token, bool]]:
        """ "is scheduled to take place in Lima": the infinitive below, where the noun is its subject, too."""
        for below in self.structure.kids(verb.index, "xcomp"):
            if below.lemma in (
                "take",
                "be",
                "hold",
                "begin",
                "start",
                "open",
                "occur",
                "happen",
                "resume",
                "convene",
                "continue",
                "conclude",
                "run",
                "last",
            ):
                yield below, False

    def same_scene(self, verb: Token) -> bool:
        """May a place of this verb be the meeting's, when the meeting is the scene of what it tells?"""
        return verb.lemma in (
            "be",
            "say",
            "speak",
            "pose",
            "shake",
            "sit",
            "attend",
            "discuss",
            "stand",
            "look",
            "listen",
            "engage",
            "agree",
            "sign",
        )

    def moves(self, verb: Token) -> bool:
        """Is it a word of travelling or inviting, whose goal is where one meets?"""
        return verb.lemma.lower() in words("places-of-motion")

    def site(self, token: Token, prepositions: frozenset[str]) -> Setting | None:
        """The place a noun phrase names, or the one named inside it ("a hotel in Paris")."""
        if token.entity in DATES and token.index not in self.place_at:
            return None
        if token.lemma.lower() in noun_frames() or token.lower in ASIDE:
            return self.inside(token, prepositions)
        known = self.place_at.get(token.index)
        if known is not None:
            place, first, last = known
            return Setting(name=self.document.text(first, last), place=place.id, first=first, last=last)
        if (
            token.pos == "PROPN"
            and token.entity != "PERSON"
            and (token.entity in SITES or token.lower in words("houses"))
        ):
            first, last = self.phrase(token)
            return Setting(name=self.document.text(first, last), place=None, first=first, last=last)
        return self.building(token) or self.inside(token, prepositions)

    def inside(self, token: Token, prepositions: frozenset[str]) -> Setting | None:
        """A place named in the complements of a common noun."""
        for preposition in self.structure.kids(token.index, "prep"):
            if preposition.lower in prepositions or preposition.lower == "of":
                for complement in self.structure.kids(preposition.index, "pobj"):
                    if (found := self.site(complement, prepositions)) is not None:
                        return found
        for owner in self.structure.kids(token.index, "compound", "nmod", "poss"):
            known = self.place_at.get(owner.index)
            if known is not None and owner.index < token.index:
                return Setting(
                    name=self.document.text(known[1], known[2]), place=known[0].id, first=known[1], last=known[2]
                )
        return None

    def before(self, trigger: Trigger) -> Setting | None:
        """ "the Warsaw summit": a city or building in front of the noun."""
        for child in self.structure.kids(trigger.token.index, "compound", "nmod", "poss"):
            known = self.place_at.get(child.index)
            if known is not None and child.dep == "compound" and child.index < trigger.token.index:
                if self.tokens[known[1]].entity in SITES and self.is_town(known[0]):
                    return Setting(
                        name=self.document.text(known[1], known[2]), place=known[0].id, first=known[1], last=known[2]
                    )
        return self.in_front(trigger.token) if not trigger.frame.verb else None

    def beside_party(self, parties: tuple[Party, ...]) -> Setting | None:
        """ "met with Kamel in Cairo", where the parser hung "in" on the person."""
        for party in parties:
            if not party.person:
                continue
            for index in range(party.first, party.last):
                for preposition in self.structure.kids(index, "prep"):
                    if preposition.lower in AT and preposition.index >= party.last:
                        for complement in self.structure.kids(preposition.index, "pobj"):
                            if (found := self.site(complement, AT)) is not None:
                                return found
        return None

    def astray(self, trigger: Trigger) -> Setting | None:
        """A town or building after the trigger that the parser hung on a party or a day: "met envoys in Lima"."""
        sentence = self.document.sentences[trigger.token.sentence]
        for index in range(trigger.token.index + 1, sentence.last):
            token = self.tokens[index]
            if token.pos in ("VERB", "AUX") or token.text in (";", "—", ":"):
                return None
            if (
                token.lower not in ("in", "at")
                or token.dep != "prep"
                or not self.through_parties(token, trigger.token.index)
            ):
                continue
            for complement in self.structure.kids(index, "pobj"):
                found = self.site(complement, AT)
                if found is not None and self.is_site(found):
                    return found
        return None

    def through_parties(self, token: Token, goal: int) -> bool:
        """Do only parties, days and "with", "of", "between" stand between a preposition and the trigger?"""
        for up in self.document.ancestors(token.index):
            if up.index == goal:
                return True
            if up.pos == "ADP" and up.lower not in ("with", "of", "between", "in", "at", "from", "for"):
                return False
            if up.pos in ("VERB", "AUX") or up.lemma.lower() in noun_frames():
                return False
        return False

    def is_site(self, found: Setting) -> bool:
        """A town or a building, not a state or region, which would be where the party comes from."""
        last = self.tokens[found.last - 1]
        known = gazetteer()
        town = known.population(found.name) > 0 and found.name not in known.states and found.name not in known.regions
        return town or last.lower in words("houses")

    def antecedent(self, trigger: Trigger, cast: Cast) -> Setting | None:
        """ "visited Ramallah, where he met ...": the place that "where" stands for."""
        verb = trigger.token if cast.anchor is None else cast.anchor.verb
        while verb is not None:
            where = any(
                t.lower in ("where", "there") and t.index < verb.index
                for t in self.structure.kids(verb.index, "advmod")
            )
            if where and verb.dep == "relcl":
                return self.site(self.structure.head(verb), AT)
            above = self.structure.head(verb)
            verb = (
                above if verb.dep in ("xcomp", "conj") and above.pos == "VERB" and above.index != verb.index else None
            )
        return None
