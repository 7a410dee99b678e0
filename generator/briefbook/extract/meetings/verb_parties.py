"""The parties of a verb that tells of a meeting: subject, object, "with"."""

from __future__ import annotations

from briefbook.analysis import Token
from briefbook.extract.meetings.casting import Cast, CastingBase
from briefbook.extract.meetings.frames import PartyClass, noun_frames, official_nouns, party_nouns, words
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.triggers import Trigger
from briefbook.model import ActorKind

WHEN = frozenset({"when", "before", "after", "until", "once", "since"})


class VerbCasting(CastingBase):
    """Reads the parties of verbs."""

    def of_verb(self, trigger: Trigger) -> Cast:
        """Subject, object and "with": which of them are parties, and whether the frame allows what stands there."""
        verb, frame = trigger.token, trigger.frame
        subject = self.structure.subject(verb)
        hosts = self.reader.read(subject) if subject is not None else []
        if len(hosts) == 1 and hosts[0].form is Form.UNKNOWN and hosts[0].name.lower() in ("it", "they"):
            hosts = self.of_main_clause(verb) or hosts
        hosts += self.beside_in_headline(subject)
        hosts += [*self.companions(subject, verb), *self.chairing(verb)]
        introduced = self.introduced(
            verb,
            frame.introduces | {"to"}
            if frame.to_by_phone and (verb.lemma == "speak" or self.by_phone(verb))
            else frame.introduces,
        )
        others = [party for index in introduced for party in self.reader.read(index)]
        if others:
            others += self.listed_after(verb)
        passive = self.structure.passive(verb)
        if passive:
            others += self.agents(verb)
        ruled_out = bool(introduced) and not others
        objects = [t for t in self.structure.kids(verb.index, "dobj", "dative", "oprd") if t.index != subject]
        objects += [
            t for t in self.structure.kids(verb.index, "npadvmod") if t.index > verb.index and self.is_person(t)
        ]
        if not passive and all(t.dep == "oprd" for t in objects) and self.on_a_day_or_to_do(verb):
            objects = [t._replace(dep="dobj") for t in objects]  # "called the minister on Monday", read as a name given
        target = next((t for t in objects if t.dep != "oprd" and not self.is_time(t) and not self.reciprocal(t)), None)
        if frame.object == "time":
            spent = any(t.lemma in ("hour", "minute") for t in self.structure.kids(verb.index, "dobj", "npadvmod"))
            ruled_out = ruled_out or not spent
        elif target is not None and frame.object == "none":
            ruled_out = not (frame.to_by_phone and verb.lemma == "talk" and self.by_phone(verb))
        elif target is not None and frame.object in ("party", "person"):
            met = self.reader.read(target.index)
            if frame.object == "person":
                people = party_nouns().get(target.lemma.lower()) is PartyClass.PERSON or target.lemma in words("comers")
                met = [p for p in met if p.person or p.form is Form.TWO or people]
            ruled_out = ruled_out or not met
            others += met
        if frame.object == "any" and target is not None and target.lemma.lower() not in noun_frames():
            others += self.between(target) or self.leaving(target)
        if frame.id == "meet" and not (others or target or passive) and subject != verb.head:
            others += self.modified(verb)
        if passive and subject is not None and not hosts:
            ruled_out = True
        if frame.bare_object and not self.bare(verb, target):
            ruled_out = True
        return Cast(hosts=tuple(hosts), others=tuple(others), ruled_out=ruled_out)

    def of_main_clause(self, verb: Token) -> list[Party]:
        """ "The council decides when it meets", "Lunde told Brandt so when they met": those of the clause around."""
        if not any(t.lower in WHEN for t in self.structure.kids(verb.index, "advmod", "mark", "prep")):
            return []
        above = next((t for t in self.structure.document.ancestors(verb.index) if t.pos in ("VERB", "AUX")), None)
        subject = self.structure.subject(above) if above is not None else None
        if above is None or subject is None or subject > verb.index:
            return []
        return [p for p in self.reader.read(subject) if p.several] or self.sides_of(above)

    def modified(self, verb: Token) -> list[Party]:
        """ "The leaders he met": those whom a clause without a pronoun of its own is about."""
        joined = {t.lower for t in self.structure.kids(verb.index, "advmod", "mark")} & {*WHEN, "where"}
        about = self.reader.read(verb.head) if verb.dep == "relcl" and not joined else []
        return [p for p in about if p.person]

    def on_a_day_or_to_do(self, verb: Token) -> bool:
        """Has the verb a day or a purpose of its own, as a call has and the giving of a name has not?"""
        purposes = self.structure.kids(verb.index, "advcl", "xcomp")
        if any(t.lower == "to" for p in purposes if p.index > verb.index for t in self.structure.kids(p.index, "aux")):
            return True
        below = [t for p in self.structure.kids(verb.index, "prep") for t in self.structure.kids(p.index, "pobj")]
        return any(t.entity in ("DATE", "TIME") for t in (*below, *self.structure.kids(verb.index, "npadvmod")))

    def reciprocal(self, token: Token) -> bool:
        """ "Each other", "one another": those who are the subject."""
        return token.lower in ("other", "another") and self.tokens[token.index - 1].lower in ("each", "one")

    def is_person(self, token: Token) -> bool:
        """Does the token name a person (whom the parser took for an adverbial)?"""
        reference = self.reader.references.at(token.index)
        return reference is not None and reference.actor.kind is ActorKind.PERSON

    def between(self, target: Token) -> list[Party]:
        """The sides of what is negotiated: "a truce between the clans"."""
        return [
            p
            for each in self.structure.kids(target.index, "prep")
            if each.lower == "between"
            for t in self.structure.kids(each.index, "pobj")
            for p in self.reader.read(t.index)
        ]

    def leaving(self, target: Token) -> list[Party]:
        """ "Negotiate Norway's exit", "its debt with it": the state or body whose exit or entry is negotiated."""
        if target.lemma.lower() not in words("standing"):
            return []
        owners = (p for t in self.structure.kids(target.index, "poss") for p in self.reader.read(t.index))
        return [p for p in owners if p.form is Form.NAMED and not p.person]

    def listed_after(self, verb: Token) -> list[Party]:
        """Further parties of a list that the parser hung on the verb: "met with envoys, leaders of the unions and ..."."""
        found = []
        for child in self.structure.kids(verb.index, "npadvmod", "appos", "conj", "dep"):
            if child.index > verb.index and child.tag == "NNS" and child.lemma.lower() in official_nouns():
                found += self.reader.read(child.index)
        return found

    def introduced(self, verb: Token, prepositions: frozenset[str]) -> list[int]:
        """What stands after "with", also where the parser hung it on the place or day between."""
        found = [
            t.index
            for p in self.structure.kids(verb.index, "prep")
            if p.lower in prepositions
            for t in self.structure.kids(p.index, "pobj")
        ]
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

    def by_phone(self, verb: Token) -> bool:
        """Does the clause say "by phone"?"""
        first, last = self.structure.document.subtree(verb.index)
        return any(t.lower in words("phone-words") for t in self.tokens[first:last])

    def bare(self, verb: Token, target: Token | None) -> bool:
        """ "called Putin on Monday", not "called Putin a liar" or "called on Putin"."""
        told = self.structure.kids(verb.index, "oprd", "ccomp", "acomp")
        if target is None or any(t.index != target.index for t in told):
            return False
        last = self.structure.document.subtree(target.index)[1]
        sentence = self.structure.document.sentences[verb.sentence]
        after = self.tokens[last] if last < sentence.last else None
        loose = {p.lower for p in self.structure.kids(verb.index, "prep")} & {"for", "on", "upon"}
        if (
            loose
            and verb.lemma == "call"
            and not any(
                t.entity in ("DATE", "TIME")
                for p in self.structure.kids(verb.index, "prep")
                for t in self.structure.kids(p.index, "pobj")
            )
        ):
            return False
        return (
            after is None
            or after.text in (".", ",", ";")
            or after.entity in ("DATE", "TIME")
            or after.lower in ("on", "to", "from", "last", "after", "and", "by", "in", "this", "earlier")
        )
