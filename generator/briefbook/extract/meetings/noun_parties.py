"""The parties of a noun that tells of a meeting: inside its phrase, and from the verb that carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefbook.analysis import Token
from briefbook.extract.meetings.casting import Cast
from briefbook.extract.meetings.frames import bystander_verbs, words
from briefbook.extract.meetings.noun_phrase import PhraseCasting
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.structure import Anchor, Bond
from briefbook.extract.meetings.triggers import Trigger

BETWEEN = frozenset({"between", "among", "amongst", "of", "involving"})


class NounCasting(PhraseCasting):
    """Reads the parties of event nouns."""

    def of_noun(self, trigger: Trigger) -> Cast:
        """Parties inside the noun phrase, then those that the carrying verb adds."""
        noun, frame = trigger.token, trigger.frame
        anchor = self.structure.anchor(noun)
        inside: list[Party] = []
        between = False
        for each in anchor.nouns:
            for preposition in self.prepositions(each):
                lower = preposition.lower
                if lower in frame.introduces and (each == noun.index or lower in ("with", "between", "among")):
                    if lower == "to" and not frame.visit and frame.id != "call":
                        continue
                    added = self.complements(preposition, lower)
                    if lower == "to" and not self.placed(anchor):
                        added = [p for p in added if p.person]
                    between = between or (bool(added) and (lower in BETWEEN and (lower != "of" or len(added) > 1)))
                    inside += added
        for clause in self.structure.kids(noun.index, "relcl", "acl"):
            for preposition in self.structure.kids(clause.index, "prep"):
                if preposition.lower == "between" and clause.index < preposition.index < clause.index + 4:
                    added = self.complements(preposition, "between")
                    inside += added
                    between = between or bool(added)
        met = self.met_after(noun)
        inside += met
        inside += self.inviting(anchor)
        owners = [
            party
            for each in anchor.nouns
            for t in self.structure.kids(each, "poss")
            for party in self.reader.read(t.index)
        ]
        if (
            not owners
            and (owner := self.structure.owner(noun)) is not None
            and self.reader.references.at(owner) is not None
        ):
            owners = self.reader.single(owner)
        if frame.verb is False and not inside:
            inside += self.stray_with(noun, anchor, frozenset({"with", "between", *frame.introduces & {"for"}}))
            inside += self.honoured(noun, anchor)
        inside += [party for each in anchor.nouns for party in self.attending(self.tokens[each])]
        inside += self.equated(noun)
        wanted = self.wanting(noun)
        inside += wanted
        between = between or len(wanted) > 1
        inside += self.modifying(noun, meal=frame.needs_with)
        added_by_verb = () if between else self.carried(trigger, anchor, inside, owners)
        if met and not added_by_verb:
            subject = self.structure.above(noun, 0)
            added_by_verb = tuple(self.reader.read(subject)) if subject is not None else ()
        theirs = anchor.bond is Bond.AFTER and any(p.as_written.lower() == "their" for p in owners)
        owners = [p for p in owners if theirs or not (p.form is Form.UNKNOWN and added_by_verb)]
        if any(p.form is Form.TWO for p in owners):
            added_by_verb = ()
        there = [p for p in (*owners, *added_by_verb, *inside) if p.form is not Form.UNKNOWN]
        added_by_verb = (*added_by_verb, *self.other_side(trigger, anchor, owners, there))
        return Cast(hosts=(*owners, *added_by_verb), others=tuple(inside), anchor=anchor)

    def prepositions(self, noun: int) -> Iterator[Token]:
        """Those on a noun, and those joined to them ("with the mayor and with the bishop")."""
        for preposition in self.structure.kids(noun, "prep"):
            yield preposition
            yield from (t for t in self.structure.kids(preposition.index, "conj") if t.pos == "ADP")

    def placed(self, anchor: Anchor) -> bool:
        """ "Made calls to Norway and Peru"."""
        return anchor.verb is not None and anchor.verb.lemma in ("make", "place")

    def together(self, trigger: Trigger, anchor: Anchor, owners: list[Party]) -> list[Party]:
        """Two sides of the sentence that tells of the scene: "shakes hands with Y after their meeting", "told Y in a call"."""
        if any(p.as_written.lower() == "their" for p in owners):
            people = self.people_before(trigger.token)
            return people if 2 <= len(people) <= 3 else []
        verb = anchor.verb
        if people := self.when(trigger.token, owned=any(p.form is Form.NAMED and p.person for p in owners)):
            return people
        if anchor.bond not in (Bond.SCENE, Bond.AFTER) or verb is None or anchor.preposition in ("about", "over"):
            return []
        sides = [] if anchor.preposition in ("before", "ahead", "prior", "until") else self.sides_of(verb)
        if not sides and anchor.bond is Bond.AFTER:
            sides = self.several_subjects(trigger.token)
        if not sides and trigger.frame.id == "call":
            first = self.structure.document.sentences[trigger.token.sentence].first
            for index in range(trigger.token.index - 1, first - 1, -1):
                if self.tokens[index].lemma in words("telling") and (sides := self.sides_of(self.tokens[index])):
                    break
        return sides

    def when(self, noun: Token, *, owned: bool) -> list[Party]:
        """ "a call when Brandt asked Lunde for help": the sides of the clause that tells what happened at it.

        In "Brandt's call when he asked Lunde" (`owned`) the pronoun is the owner, however it was resolved elsewhere.
        """
        last = self.structure.document.sentences[noun.sentence].last
        for token in self.tokens[noun.index + 1 : min(noun.index + 9, last)]:
            if token.lower == "when" and token.dep in ("advmod", "mark") and token.head > token.index:
                sides = self.sides_of(self.structure.head(token))
                return [p for p in sides if not (owned and p.as_written.lower() in ("he", "she"))]
            if token.pos in ("VERB", "AUX") or token.text in (";", "."):
                return []
        return []

    def complements(self, preposition: Token, lower: str) -> list[Party]:
        """The parties after a preposition; after "of" only bodies and groups ("a meeting of ministers")."""
        found = [party for t in self.structure.kids(preposition.index, "pobj") for party in self.reader.read(t.index)]
        return [p for p in found if p.several] if lower == "of" and len(found) == 1 else found

    def stray_with(self, noun: Token, anchor: Anchor, prepositions: frozenset[str]) -> list[Party]:
        """ "held talks in Cairo with Kamel": "with" and the like hung on the verb, or on the place or day."""
        verb = anchor.verb
        if verb is None or anchor.bond not in (Bond.OBJECT, Bond.SUBJECT, Bond.PURPOSE, Bond.SCENE):
            return []
        found = []
        sentence = self.structure.document.sentences[noun.sentence]
        for index in range(noun.index + 1, min(noun.index + 14, sentence.last)):
            token = self.tokens[index]
            helper = token.pos == "AUX" and token.head == verb.index
            if token.pos in ("VERB", "AUX") and token.index != verb.index and token.tag != "VBN" and not helper:
                break
            if token.lower not in prepositions or token.dep not in ("prep", "pcomp", "dative"):
                continue
            if token.head in (verb.index, noun.index) or self.strays(token, verb) or self.on_topic(token, noun):
                found += [party for t in self.structure.kids(index, "pobj") for party in self.reader.read(t.index)]
        return found

    def on_topic(self, preposition: Token, noun: Token) -> bool:
        """ "Talks on tariffs with Brandt": "with" hung on what they talk about."""
        about = self.structure.head(self.structure.head(preposition))
        return about.lower in ("on", "about", "over") and about.head == noun.index

    def present(self, anchor: Anchor) -> bool:
        """Does the preposition put the clause's subject into the meeting ("at", "during"), not just speak of it ("of")?"""
        lowest = self.tokens[anchor.nouns[-1]].lemma.lower()
        return anchor.preposition in (
            "",
            "during",
            "at",
            "in",
            "amid",
            "throughout",
            "from",
            "over",
            "through",
            "out",
        ) or lowest in ("sideline", "sidelines", "margin", "margins")

    def other_side(self, trigger: Trigger, anchor: Anchor, owners: list[Party], there: list[Party]) -> list[Party]:
        """Who else was there, where the noun and its verb name nobody or only one."""
        found: list[Party] = []
        theirs = anchor.bond is Bond.AFTER and any(p.as_written.lower() == "their" for p in owners)
        telling = anchor.bond is Bond.SCENE and anchor.verb is not None and anchor.verb.lemma in words("telling")
        if not there or (len(there) == 1 and (trigger.frame.id == "call" or telling or theirs)):
            found += self.together(trigger, anchor, owners)
        if len(there) == 1 and self.says_with(trigger.token) and anchor.verb is not None:
            found += self.visitors(anchor.verb)
        if len(there) == 1 and anchor.bond is Bond.NONE and not owners and self.says_with(trigger.token):
            found += self.body_above(trigger.token)
        return found

    def visitors(self, verb: Token) -> list[Party]:
        """ "She will visit Lima, where a meeting with the king is planned": who goes there."""
        where = any(t.lower == "where" for t in self.structure.kids(verb.index, "advmod"))
        trip = next((t for t in self.structure.document.ancestors(verb.index) if t.pos == "VERB"), None)
        if not where or verb.dep not in ("relcl", "advcl") or trip is None or trip.lemma not in words("arriving"):
            return []
        subject = self.structure.subject(trip)
        return [p for p in self.reader.read(subject) if p.person] if subject is not None else []

    def body_above(self, noun: Token) -> list[Party]:
        """ "As a condition for talks with the rebels, Norway would demand": the state or body whose condition it is."""
        subject = self.structure.above(noun, 0)
        told = self.reader.read(subject) if subject is not None else []
        return [p for p in told if p.form is Form.NAMED and not p.person]

    def says_with(self, noun: Token) -> bool:
        """ "Denied talks with the club": it would have been one's own."""
        return any(p.lower == "with" for p in self.structure.kids(noun.index, "prep"))

    def on_record(self, anchor: Anchor) -> bool:
        """ "Asked for the minutes of the meeting": of whom that is told was not there for that."""
        return anchor.bond is not Bond.NONE and any(self.tokens[i].lemma in words("records") for i in anchor.nouns[1:])

    def absent(self, verb: Token) -> bool:
        """ "Was not at the talks", "never showed up at the summit", "was absent from it": the subject was not there."""
        if any(t.lower == "absent" for t in self.structure.kids(verb.index, "acomp")):
            return True
        return verb.lemma in words("presence") and bool(self.structure.kids(verb.index, "neg"))

    def carried(
        self, trigger: Trigger, anchor: Anchor, inside: Iterable[Party], owners: Iterable[Party]
    ) -> tuple[Party, ...]:
        """Parties from the clause that carries the noun: those who hold, attend, seek it, or speak during it."""
        verb, frame = anchor.verb, trigger.frame
        if verb is None or anchor.bond in (Bond.SUBJECT, Bond.NONE) or self.on_record(anchor):
            return ()
        known = [p for p in (*inside, *owners) if p.form is not Form.UNKNOWN]
        alone = not list(inside) and not any(True for _ in owners)
        if anchor.bond is Bond.AFTER and alone and not self.structure.heading(anchor):
            return ()
        if any(p.form in (Form.NAMED, Form.DESCRIBED) for p in owners):
            return ()
        if anchor.bond is Bond.OBJECT and verb.lemma in bystander_verbs() and not self.structure.passive(verb):
            own = verb.lemma in words("owning-up") and len(known) == 1 and self.says_with(trigger.token)
            if not own:
                return ()
        if anchor.bond is Bond.PURPOSE and anchor.preposition == "into" and verb.lemma not in ("enter", "go", "get"):
            return ()
        if anchor.bond is Bond.SCENE and (frame.visit or not self.present(anchor)):
            return ()
        in_talks = verb.lemma == "be" and anchor.preposition == "in" and bool(known)  # "is not in talks with Norvia"
        away = anchor.bond is Bond.SCENE and self.absent(verb) and not in_talks
        if (verb.lemma == "be" and anchor.bond is Bond.OBJECT) or away:
            return ()
        subject = self.structure.subject(verb)
        found = self.reader.read(subject) if subject is not None and subject not in anchor.nouns else []
        found += self.beside_in_headline(subject)
        if anchor.bond in (Bond.OBJECT, Bond.PURPOSE):
            found += self.companions(subject, verb)
        if (
            anchor.bond is Bond.SCENE
            and verb.dep == "advcl"
            and any(t.lower in ("as", "while") for t in self.structure.kids(verb.index, "mark"))
        ):
            above = self.structure.subject(self.structure.head(verb))
            found = [*(self.reader.read(above) if above is not None else []), *found]
        if anchor.bond is Bond.SCENE or anchor.bond is Bond.AFTER:
            theirs = any(p.as_written.lower() in ("its", "their") for p in owners)
            sits = frame.named and subject is not None and self.tokens[subject].lemma.lower() in words("sitting-bodies")
            there = anchor.bond is Bond.SCENE and (theirs or sits or anchor.preposition == "out")
            found = [p for p in found if p.person or p.form is not Form.DESCRIBED or p.name != p.as_written or there]
            if frame.channel.value == "phone" and len(known) < 2:
                found += [
                    p
                    for t in self.structure.kids(verb.index, "dobj", "dative")
                    for p in self.reader.read(t.index)
                    if p.person
                ]
        if anchor.bond in (Bond.PURPOSE, Bond.OBJECT) and verb.lemma in words("brings"):
            found += [
                p
                for t in self.structure.kids(verb.index, "dobj")
                if t.index not in anchor.nouns
                for p in self.reader.read(t.index)
            ]
        if anchor.bond in (Bond.OBJECT, Bond.PURPOSE) and self.structure.passive(verb):
            found += self.agents(verb)
        return tuple(replace(p, reason=p.reason) for p in found if not p.listeners)
