"""The parties of a trigger: where its frame says that they stand, and what the verb that carries it adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefbook.analysis import Token
from briefbook.extract.meetings.frames import bystander_verbs, official_nouns, words
from briefbook.extract.meetings.parties import Form, Party, PartyReader
from briefbook.extract.meetings.structure import Anchor, Bond, Structure
from briefbook.extract.meetings.surface import Surface
from briefbook.extract.meetings.triggers import Trigger
from briefbook.model import ActorKind

BETWEEN = frozenset({"between", "among", "amongst", "of", "involving"})
SETTING = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The parties of one report.

    Attributes:
        hosts: The subject side: who meets, visits, hosts.
        others: Whom they meet.
        anchor: The verb that carries an event noun.
        ruled_out: The words stand in another sense: the report is none.
    """

    hosts: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    anchor: Anchor | None = None
    ruled_out: bool = False

    @property
    def all(self) -> tuple[Party, ...]:
        """Everyone, each once."""
        found: dict[str, Party] = {}
        for party in (*self.hosts, *self.others):
            found.setdefault(party.key, party)
        return tuple(found.values())


class Casting:
    """Reads the parties of triggers in one document."""

    def __init__(self, structure: Structure, reader: PartyReader) -> None:
        self.structure = structure
        self.reader = reader
        self.tokens = structure.tokens
        self.surface = Surface(reader)

    def of(self, trigger: Trigger) -> Cast:
        """The parties of one trigger."""
        if trigger.frame.verb and trigger.token.pos in ("NOUN", "PROPN"):
            hosts, others = self.surface.sides(trigger.token)
            return Cast(hosts=tuple(hosts), others=tuple(others), ruled_out=not (hosts and others))
        return self.of_verb(trigger) if trigger.frame.verb else self.of_noun(trigger)

    # ---------------------------------------------------------------- verbs

    def of_verb(self, trigger: Trigger) -> Cast:
        """Subject, object and "with": which of them are parties, and whether the frame allows what stands there."""
        verb, frame = trigger.token, trigger.frame
        subject = self.structure.subject(verb)
        hosts = self.reader.read(subject) if subject is not None else []
        hosts += self.beside_in_headline(subject)
        introduced = self.introduced(verb, frame.introduces | {"to"} if frame.to_by_phone and self.by_phone(verb) else frame.introduces)
        others = [party for index in introduced for party in self.reader.read(index)]
        if others:
            others += self.listed_after(verb)
        passive = self.structure.passive(verb)
        if passive:
            others += self.agents(verb)
        ruled_out = bool(introduced) and not others
        objects = [t for t in self.structure.kids(verb.index, "dobj", "dative", "oprd") if t.index != subject]
        target = next((t for t in objects if t.dep != "oprd" and not self.is_time(t)), None)
        if target is not None and frame.object == "none":
            ruled_out = True
        elif target is not None and frame.object in ("party", "person"):
            met = self.reader.read(target.index)
            if frame.object == "person":
                met = [p for p in met if p.person]
            ruled_out = ruled_out or not met
            others += met
        if frame.object == "any" and target is not None:
            others += self.between(target)
        if passive and subject is not None and not hosts:
            ruled_out = True
        if frame.bare_object and not self.bare(verb, target):
            ruled_out = True
        return Cast(hosts=tuple(hosts), others=tuple(others), ruled_out=ruled_out)

    def between(self, target: Token) -> list[Party]:
        """The sides of what is negotiated: "a truce between the clans"."""
        return [p for each in self.structure.kids(target.index, "prep") if each.lower == "between" for t in self.structure.kids(each.index, "pobj") for p in self.reader.read(t.index)]

    def listed_after(self, verb: Token) -> list[Party]:
        """Further parties of a list that the parser hung on the verb: "met with envoys, leaders of the unions and ..."."""
        found = []
        for child in self.structure.kids(verb.index, "npadvmod", "appos", "conj", "dep"):
            if child.index > verb.index and child.tag == "NNS" and child.lemma.lower() in official_nouns():
                found += self.reader.read(child.index)
        return found

    def beside_in_headline(self, subject: int | None) -> list[Party]:
        """ "Iran, US to hold talks": in headlines a comma joins."""
        if subject is None or not self.structure.in_headline(self.tokens[subject]):
            return []
        comma = self.structure.document.subtree(subject)[0] - 1
        if comma < 1 or self.tokens[comma].text != "," or self.tokens[comma].block != self.tokens[subject].block:
            return []
        before = self.tokens[comma - 1]
        if self.reader.references.at(before.index) is not None:
            return self.reader.single(before.index)
        return self.reader.by_surname(before) or self.reader.by_name(before)

    def is_time(self, token: Token) -> bool:
        """ "met midweek": a day where an object might stand."""
        return token.entity in ("DATE", "TIME") and self.reader.references.at(token.index) is None

    def introduced(self, verb: Token, prepositions: frozenset[str]) -> list[int]:
        """What stands after "with", also where the parser hung it on the place or day between."""
        found = [t.index for p in self.structure.kids(verb.index, "prep") if p.lower in prepositions for t in self.structure.kids(p.index, "pobj")]
        if found or not prepositions:
            return found
        sentence = self.structure.document.sentences[verb.sentence]
        for index in range(verb.index + 1, min(verb.index + 12, sentence.last)):
            token = self.tokens[index]
            if token.pos in ("VERB", "PUNCT") and token.text not in (",",):
                break
            if token.lower in prepositions and token.dep == "prep" and self.strays(token, verb):
                found += [t.index for t in self.structure.kids(index, "pobj")]
        return found

    def strays(self, preposition: Token, verb: Token) -> bool:
        """Does the preposition hang on a place or day that itself belongs to the verb?"""
        head = self.structure.head(preposition)
        if head.head == verb.index and head.dep == "dobj" and verb.lemma in ("discuss", "negotiate", "have", "hold"):
            return True
        return (head.entity in SETTING or head.lower in words("phone-words")) and any(up.index == verb.index for up in self.structure.document.ancestors(head.index))

    def by_phone(self, verb: Token) -> bool:
        """Does the clause say "by phone"?"""
        first, last = self.structure.document.subtree(verb.index)
        return any(t.lower in words("phone-words") for t in self.tokens[first:last])

    def agents(self, verb: Token) -> list[Party]:
        """Who does it, in a passive: "was received by the king"."""
        return [
            party
            for p in self.structure.kids(verb.index, "agent", "prep")
            if p.lower == "by"
            for t in self.structure.kids(p.index, "pobj")
            for party in self.reader.read(t.index)
        ]

    def bare(self, verb: Token, target: Token | None) -> bool:
        """ "called Putin on Monday", not "called Putin a liar" or "called on Putin"."""
        if target is None or any(True for _ in self.structure.kids(verb.index, "oprd", "ccomp", "acomp")):
            return False
        last = self.structure.document.subtree(target.index)[1]
        sentence = self.structure.document.sentences[verb.sentence]
        after = self.tokens[last] if last < sentence.last else None
        loose = {p.lower for p in self.structure.kids(verb.index, "prep")} & {"for", "on", "upon"}
        if loose and verb.lemma == "call" and not any(t.entity in ("DATE", "TIME") for p in self.structure.kids(verb.index, "prep") for t in self.structure.kids(p.index, "pobj")):
            return False
        return after is None or after.text in (".", ",", ";") or after.entity in ("DATE", "TIME") or after.lower in ("on", "to", "from", "last", "after", "and", "by", "in", "this", "earlier")

    # ---------------------------------------------------------------- nouns

    def of_noun(self, trigger: Trigger) -> Cast:
        """Parties inside the noun phrase, then those that the carrying verb adds."""
        noun, frame = trigger.token, trigger.frame
        anchor = self.structure.anchor(noun)
        inside: list[Party] = []
        between = False
        for each in anchor.nouns:
            for preposition in self.structure.kids(each, "prep"):
                lower = preposition.lower
                if lower in frame.introduces and (each == noun.index or lower in ("with", "between", "among")):
                    if lower == "to" and not frame.visit and frame.id != "call":
                        continue
                    added = self.complements(preposition, lower)
                    if lower == "to":
                        added = [p for p in added if p.person]
                    between = between or (bool(added) and (lower in BETWEEN and (lower != "of" or len(added) > 1)))
                    inside += added
        owners = [party for each in anchor.nouns for t in self.structure.kids(each, "poss") for party in self.reader.read(t.index)]
        if not owners and (owner := self.structure.owner(noun)) is not None and self.reader.references.at(owner) is not None:
            owners = self.reader.single(owner)
        if frame.verb is False and not inside:
            inside += self.stray_with(noun, anchor)
        inside += self.attending(noun)
        inside += self.equated(noun)
        wanted = self.wanting(noun)
        inside += wanted
        between = between or len(wanted) > 1
        inside += self.modifying(noun, meal=frame.needs_with)
        added_by_verb = () if between else self.carried(trigger, anchor, inside, owners)
        owners = [p for p in owners if not (p.form is Form.UNKNOWN and added_by_verb)]
        if any(p.form is Form.TWO for p in owners):
            added_by_verb = ()
        there = [p for p in (*owners, *added_by_verb, *inside) if p.form is not Form.UNKNOWN]
        telling = anchor.bond is Bond.SCENE and anchor.verb is not None and anchor.verb.lemma in words("telling")
        if not there or (len(there) == 1 and (frame.id == "call" or telling)):
            added_by_verb = (*added_by_verb, *self.together(trigger, anchor, owners))
        return Cast(hosts=(*owners, *added_by_verb), others=tuple(inside), anchor=anchor)

    def together(self, trigger: Trigger, anchor: Anchor, owners: list[Party]) -> list[Party]:
        """Two sides of the sentence that tells of the scene: "shakes hands with Y after their meeting", "told Y in a call"."""
        if any(p.name.lower() == "their" for p in owners):
            people = self.people_before(trigger.token)
            return people if 2 <= len(people) <= 3 else []
        verb = anchor.verb
        if people := self.when(trigger.token, anchor):
            return people
        if anchor.bond not in (Bond.SCENE, Bond.AFTER) or verb is None:
            return []
        sides = self.sides_of(verb)
        if not sides and anchor.bond is Bond.AFTER:
            sides = self.several_subjects(trigger.token)
        if not sides and trigger.frame.id == "call":
            first = self.structure.document.sentences[trigger.token.sentence].first
            for index in range(trigger.token.index - 1, first - 1, -1):
                if self.tokens[index].lemma in words("telling") and (sides := self.sides_of(self.tokens[index])):
                    break
        return sides

    def when(self, noun: Token, anchor: Anchor) -> list[Party]:
        """ "a call when Brandt asked Lunde for help": the sides of the clause that tells what happened at it."""
        holders = [noun.index, *([anchor.verb.index] if anchor.verb is not None else [])]
        for holder in holders:
            for clause in self.structure.kids(holder, "relcl", "advcl"):
                if clause.index > noun.index and any(t.lower == "when" and noun.index < t.index < noun.index + 9 for t in self.structure.kids(clause.index, "advmod", "mark")):
                    return self.sides_of(clause)
        return []

    def several_subjects(self, token: Token) -> list[Party]:
        """Two or more persons who are together the subject of the sentence ("A and B chat after a meeting")."""
        sentence = self.structure.document.sentences[token.sentence]
        for index in range(sentence.first, token.index):
            if self.tokens[index].dep == "nsubj":
                people = [p for p in self.reader.read(index) if p.person and p.form is Form.NAMED]
                if len(people) > 1:
                    return people
        return []

    def people_before(self, token: Token) -> list[Party]:
        """The persons named in the sentence before a token."""
        found: dict[str, Party] = {}
        for index in range(self.structure.document.sentences[token.sentence].first, token.index):
            reference = self.reader.references.at(index)
            if reference is not None and reference.actor.kind is ActorKind.PERSON:
                for party in self.reader.single(index):
                    found.setdefault(party.key, party)
        return list(found.values())

    def sides_of(self, verb: Token) -> list[Party]:
        """Persons as subject and as object or companion of a verb; empty unless both sides are there."""
        subject = self.structure.subject(verb)
        hosts = [p for p in self.reader.read(subject) if p.person] if subject is not None else []
        targets = [*self.structure.kids(verb.index, "dobj", "dative")]
        for preposition in self.structure.kids(verb.index, "prep"):
            if preposition.lower in ("with", "alongside", "beside", "to"):
                targets += self.structure.kids(preposition.index, "pobj")
        others = [p for t in targets for p in self.reader.read(t.index) if p.person and p.official and not p.listeners]
        return [*hosts, *others] if hosts and others else []

    def equated(self, noun: Token) -> list[Party]:
        """Nothing for most nouns; "the first meeting for Brandt": whom it is for."""
        return [party for p in self.structure.kids(noun.index, "prep") if p.lower == "for" for t in self.structure.kids(p.index, "pobj") for party in self.reader.read(t.index) if party.form is Form.NAMED and party.person]

    def wanting(self, noun: Token) -> list[Party]:
        """ "a meeting that the premier wanted with the king"."""
        found: list[Party] = []
        for verb in self.structure.kids(noun.index, "relcl"):
            if verb.lemma not in words("wanting"):
                continue
            for target in [*self.structure.kids(verb.index, "nsubj"), *(t for p in self.structure.kids(verb.index, "prep") if p.lower == "with" for t in self.structure.kids(p.index, "pobj"))]:
                found += [p for p in self.reader.read(target.index) if p.form is not Form.UNKNOWN] if target.tag != "WDT" else []
        return found

    def complements(self, preposition: Token, lower: str) -> list[Party]:
        """The parties after a preposition; after "of" only bodies and groups ("a meeting of ministers")."""
        found = [party for t in self.structure.kids(preposition.index, "pobj") for party in self.reader.read(t.index)]
        return [p for p in found if p.several] if lower == "of" else found

    def stray_with(self, noun: Token, anchor: Anchor) -> list[Party]:
        """ "held talks in Cairo with Kamel": "with" and "between" hung on the verb, or on the place or day."""
        verb = anchor.verb
        if verb is None or anchor.bond not in (Bond.OBJECT, Bond.SUBJECT, Bond.PURPOSE, Bond.SCENE):
            return []
        found = []
        sentence = self.structure.document.sentences[noun.sentence]
        for index in range(noun.index + 1, min(noun.index + 14, sentence.last)):
            token = self.tokens[index]
            if token.pos in ("VERB", "AUX") and token.index != verb.index and token.tag != "VBN":
                break
            if token.lower not in ("with", "between") or token.dep not in ("prep", "pcomp"):
                continue
            if token.head == verb.index or self.strays(token, verb) or (token.head == noun.index):
                found += [party for t in self.structure.kids(index, "pobj") for party in self.reader.read(t.index)]
        return found

    def attending(self, noun: Token) -> list[Party]:
        """ "a meeting attended by the king", "talks led by the envoy"."""
        found: list[Party] = []
        for clause in self.structure.kids(noun.index, "acl"):
            if clause.tag == "VBN" and clause.lemma in words("leading"):
                found += self.agents(clause)
            elif clause.lemma in ("involve", "include", "bring", "gather", "unite"):
                found += [p for t in self.structure.kids(clause.index, "dobj") for p in self.reader.read(t.index)]
        return found

    def modifying(self, noun: Token, *, meal: bool = False) -> list[Party]:
        """Names before the noun: "Security Council meeting", "NATO summit", "U.S.-Turkey meeting"."""
        found: list[Party] = []
        for child in self.structure.kids(noun.index, "compound", "nmod", "amod", "npadvmod"):
            if child.index > noun.index or meal:
                continue
            if child.tag == "VBN" and child.lemma in ("broker", "mediate", "lead"):
                found += [p for t in self.structure.kids(child.index, "npadvmod", "nmod", "compound") for p in self.reader.single(t.index)]
                continue
            sides = self.sides(child)
            if sides:
                found += sides
                continue
            reference = self.reader.references.at(child.index)
            if reference is not None and not self.is_site(child):
                found += [p for p in self.reader.read(child.index) if not p.person or child.dep == "compound"]
            elif child.pos == "PROPN" and child.entity == "ORG" and child.dep == "compound" and reference is None:
                found += self.reader.described(child, child.index, child.index + 1, child.text)
            elif child.lemma.lower() in ("cabinet", "council", "committee", "board", "government", "parliament", "commission", "parliamentary", "politburo"):
                found += self.reader.described(child, child.index, child.index + 1, child.text)
        return found

    def sides(self, token: Token) -> list[Party]:
        """ "the Norway-Peru talks": two parties joined by a hyphen."""
        first, last = self.structure.document.subtree(token.index)
        if not any(t.text in ("-", "–", "/") for t in self.tokens[first:last]):
            return []
        found: dict[str, Party] = {}
        for index in range(first, last):
            reference = self.reader.references.at(index)
            if reference is None or "-" in reference.mention.citation.exact:
                parties = self.reader.by_surname(self.tokens[index]) or self.reader.by_name(self.tokens[index])
            else:
                parties = self.reader.single(index)
            for party in parties:
                found.setdefault(party.key, party)
        return list(found.values()) if len(found) > 1 else []

    def present(self, anchor: Anchor) -> bool:
        """Does the preposition put the clause's subject into the meeting ("at", "during"), not just speak of it ("of")?"""
        lowest = self.tokens[anchor.nouns[-1]].lemma.lower()
        return anchor.preposition in ("", "during", "at", "in", "amid", "throughout", "from", "over", "through", "out") or lowest in ("sideline", "sidelines", "margin", "margins")

    def is_site(self, token: Token) -> bool:
        """Is the modifier a city or building rather than a state or body ("the Geneva talks")?"""
        reference = self.reader.references.at(token.index)
        return token.entity in ("LOC", "FAC") or reference is None or token.lower in words("houses")

    def carried(self, trigger: Trigger, anchor: Anchor, inside: Iterable[Party], owners: Iterable[Party]) -> tuple[Party, ...]:
        """Parties from the clause that carries the noun: those who hold, attend, seek it, or speak during it."""
        verb, frame = anchor.verb, trigger.frame
        if verb is None or anchor.bond in (Bond.SUBJECT, Bond.NONE):
            return ()
        known = [p for p in (*inside, *owners) if p.form is not Form.UNKNOWN]
        if anchor.bond is Bond.AFTER and not list(inside) and not any(True for _ in owners):
            return ()
        if any(p.form in (Form.NAMED, Form.DESCRIBED) for p in owners):
            return ()
        if anchor.bond is Bond.OBJECT and verb.lemma in bystander_verbs():
            return ()
        if anchor.bond is Bond.SCENE and (frame.visit or not self.present(anchor)):
            return ()
        if verb.lemma == "be" and anchor.bond is Bond.OBJECT:
            return ()
        subject = self.structure.subject(verb)
        found = self.reader.read(subject) if subject is not None and subject not in anchor.nouns else []
        found += self.beside_in_headline(subject)
        if anchor.bond is Bond.SCENE and verb.dep == "advcl" and any(t.lower in ("as", "while") for t in self.structure.kids(verb.index, "mark")):
            above = self.structure.subject(self.structure.head(verb))
            found = [*(self.reader.read(above) if above is not None else []), *found]
        if anchor.bond is Bond.SCENE or anchor.bond is Bond.AFTER:
            found = [p for p in found if p.person or p.form is Form.NAMED or p.form is Form.UNKNOWN or p.form is Form.TWO]
            if frame.channel.value == "phone" and len(known) < 2:
                found += [p for t in self.structure.kids(verb.index, "dobj", "dative") for p in self.reader.read(t.index) if p.person]
        if anchor.bond in (Bond.PURPOSE, Bond.OBJECT) and verb.lemma in words("brings"):
            found += [p for t in self.structure.kids(verb.index, "dobj") if t.index not in anchor.nouns for p in self.reader.read(t.index)]
        if anchor.bond is Bond.OBJECT and self.structure.passive(verb):
            found += self.agents(verb)
        return tuple(replace(p, reason=p.reason) for p in found if not p.listeners)
