"""Where a meeting is said to take place: phrases of its clause that name a place."""

from __future__ import annotations

from briefbook.analysis import Token
from briefbook.extract.meetings.bearers import Bearers
from briefbook.extract.meetings.casting import Cast
from briefbook.extract.meetings.frames import noun_frames, words
from briefbook.extract.meetings.party import Party
from briefbook.extract.meetings.reports import Setting
from briefbook.extract.meetings.triggers import Trigger
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Channel

AT = frozenset({"in", "at", "inside", "outside", "near", "aboard", "within"})
SITES = frozenset({"GPE", "LOC", "FAC"})
ASIDE = frozenset({"sidelines", "margins", "sideline"})
DATES = frozenset({"DATE", "TIME"})


class Sites(Bearers):
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
                aboard = self.vessel(preposition)
                if aboard and (motion or preposition.lower not in ("on", "aboard")):
                    continue  # what one travels in
                goal = preposition.lower == "to" or (preposition.lower == "for" and node.lemma in words("going"))
                if preposition.lower in AT or aside or aboard or (motion and goal):
                    for complement in self.structure.kids(preposition.index, "pobj"):
                        if (found := self.site(complement, AT)) is not None:
                            return found
            if motion and node.lemma in ("visit", "tour"):
                for target in self.structure.kids(node.index, "dobj"):
                    if (found := self.site(target, AT)) is not None and found.place is not None:
                        return found
        if trigger.frame.channel in (Channel.PHONE, Channel.VIDEO):
            return self.there(trigger, cast)  # "a call with colleagues in Lima" says where these are
        return (
            self.before(trigger)
            or self.beside_party(cast.others)
            or self.antecedent(trigger, cast)
            or self.astray(trigger)
            or self.there(trigger, cast)
            or (self.beside_party(cast.hosts, towns=True) if not cast.others else None)
        )

    def site(self, token: Token, prepositions: frozenset[str]) -> Setting | None:
        """The place a noun phrase names, or the one named inside it ("a hotel in Paris")."""
        if token.entity in DATES and token.index not in self.place_at:
            return None
        if token.lemma.lower() in noun_frames() or token.lower in ASIDE:
            return self.inside(token, prepositions)
        known = self.place_at.get(token.index)
        owned = token.lower in words("houses") and self.structure.kids(token.index, "poss")  # "the Bishop's Palace"
        if known is not None and not owned:
            place, first, last = known
            return Setting(name=self.document.text(first, last), place=place.id, first=first, last=last)
        if (
            token.pos == "PROPN"
            and (
                token.entity in SITES or token.lower in words("houses") or self.unknown_town(token) or self.seat(token)
            )
            and (token.entity != "PERSON" or self.unknown_town(token))
        ):
            first, last = self.phrase(token)
            return Setting(name=self.document.text(first, last), place=None, first=first, last=last)
        return self.building(token) or self.inside(token, prepositions)

    def vessel(self, preposition: Token) -> bool:
        """ "On a ship", "on board the train": not "on ships", which they may talk about."""
        below = [*self.structure.kids(preposition.index, "pobj")]
        below += [
            kind for t in below for kind in self.structure.kids(t.index, "compound")
        ]  # "the research ship Stellan"
        return any(t.lower in words("vessels") for t in below)

    def unknown_town(self, token: Token) -> bool:
        """A bare name after "in" that no map knows and the model takes for a person or a body: "met in Kisara"."""
        bare = not self.structure.kids(token.index, "det", "poss", "compound")
        name = token.entity in ("PERSON", "ORG") and not token.text.isupper()
        return name and bare and self.structure.head(token).lower == "in" and token.dep == "pobj"

    def seat(self, token: Token) -> bool:
        """ "Met at the Law Society": the house of a body with a name of several words, told by "at the"."""
        kids = self.structure.kids(token.index, "det", "compound")
        several = any(t.dep == "det" and t.lower == "the" for t in kids) and any(t.dep == "compound" for t in kids)
        return several and token.entity == "ORG" and self.structure.head(token).lower == "at" and token.dep == "pobj"

    def inside(self, token: Token, prepositions: frozenset[str]) -> Setting | None:
        """A place named in the complements of a common noun."""
        for preposition in self.structure.kids(token.index, "prep"):
            of = preposition.lower == "of" and token.lemma.lower() not in words("no-scenes")
            if preposition.lower in prepositions or of:
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

    def beside_party(self, parties: tuple[Party, ...], *, towns: bool = False) -> Setting | None:
        """ "met with Kamel in Cairo", where the parser hung "in" on the person; only `towns` for "envoys in Cairo met"."""
        for party in parties:
            if not party.person:
                continue
            for index in range(party.first, party.last):
                for preposition in self.structure.kids(index, "prep"):
                    if preposition.lower in AT and (towns or preposition.index >= party.last):
                        for complement in self.structure.kids(preposition.index, "pobj"):
                            found = self.site(complement, AT)
                            if found is not None and (not towns or self.is_site(found)):
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
        if last.entity == "GPE" and not known.knows(found.name):
            return True  # a small town
        town = known.population(found.name) > 0 and found.name not in known.states and found.name not in known.regions
        return town or last.lower in words("houses")

    def antecedent(self, trigger: Trigger, cast: Cast) -> Setting | None:
        """ "visited Ramallah, where he met ...": the place that "where" stands for."""
        verb = trigger.token if cast.anchor is None else cast.anchor.verb
        where: Token | None = None
        while verb is not None:
            above = self.structure.head(verb)
            where = next((t for t in self.structure.kids(verb.index, "advmod") if t.lower == "where"), where)
            if where is not None and where.index < verb.index and above.index < where.index:
                if verb.dep == "relcl" and above.entity not in DATES:
                    return self.site(above, AT)
                told = next((t for t in (above, *self.document.ancestors(above.index)) if t.pos == "VERB"), None)
                if verb.dep in ("advcl", "relcl") and told is not None:
                    return self.last_goal(told, where.index)
            verb = (
                above
                if verb.dep in ("xcomp", "conj") and above.pos in ("VERB", "AUX") and above.index != verb.index
                else None
            )
        return None

    def last_goal(self, verb: Token, end: int) -> Setting | None:
        """ "Was called to the ministry on Monday, where he met ...": the last place of the clause before "where"."""
        for index in range(end - 1, verb.index, -1):
            token = self.tokens[index]
            if token.dep == "pobj" and self.structure.head(token).lower in AT | {"to", "into"}:
                if (found := self.site(token, AT)) is not None:
                    return found
        return None

    def there(self, trigger: Trigger, cast: Cast) -> Setting | None:
        """ "He flew to Minsk in May. He met nobody there.": the place that the sentence or the one before spoke of last."""
        carrier = cast.anchor.verb if cast.anchor is not None else None
        nodes = (trigger.token, carrier) if carrier is not None else (trigger.token,)
        kids = [t for node in nodes for t in self.structure.kids(node.index, "advmod", "prep")]
        there = next((t for t in kids if t.lower == "there" and t.dep == "advmod"), None)
        if there is None:
            return None
        before = max(trigger.token.sentence - 1, 0)
        first = self.document.sentences[before].first
        spoken = (self.tokens[i] for i in range(there.index - 1, first - 1, -1) if i in self.place_at)
        goals = (t for t in spoken if self.structure.head(t).lower in AT | {"to"} or t.dep == "dobj")
        return next((found for t in goals if (found := self.site(t, AT)) is not None), None)
