"""Parties inside the phrase of an event noun: before it, in its participles and relative clauses, right after it."""

from __future__ import annotations

from briefbook.analysis import Token
from briefbook.extract.meetings.casting import CastingBase
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.structure import Anchor
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import ActorKind


class PhraseCasting(CastingBase):
    """Reads the parties inside noun phrases."""

    def inviting(self, anchor: Anchor) -> list[Party]:
        """ "an invitation from Brandt to hold talks": who invites."""
        holders = [self.tokens[i] for i in anchor.nouns[1:]]
        if anchor.verb is not None and anchor.verb.dep == "acl":
            holders.append(self.structure.head(anchor.verb))
        if not any(t.lemma in ("invitation", "request", "proposal", "offer", "call", "appeal") for t in holders):
            return []
        return [
            party
            for holder in (*holders, self.tokens[anchor.nouns[0]])
            for preposition in self.structure.kids(holder.index, "prep")
            if preposition.lower in ("from", "by")
            for each in self.structure.kids(preposition.index, "pobj")
            for party in self.reader.read(each.index)
        ]

    def honoured(self, noun: Token, anchor: Anchor) -> list[Party]:
        """ "Gave a dinner in honour of the premier"."""
        holders = [noun] if anchor.verb is None else [noun, anchor.verb]
        return [
            party
            for holder in holders
            for preposition in self.structure.kids(holder.index, "prep")
            for honour in self.structure.kids(preposition.index, "pobj")
            if honour.lower in ("honour", "honor")
            for of in self.structure.kids(honour.index, "prep")
            for guest in self.structure.kids(of.index, "pobj")
            for party in self.reader.read(guest.index)
            if party.person
        ]

    def met_after(self, noun: Token) -> list[Party]:
        """ "avoided meeting Brandt", where the tagger took the gerund for a noun: the person right after it."""
        if noun.lower != "meeting" or self.structure.kids(noun.index, "det", "amod", "poss"):
            return []
        sentence = self.structure.document.sentences[noun.sentence]
        for index in range(noun.index + 1, min(noun.index + 6, sentence.last)):
            reference = self.reader.references.at(index)
            if reference is not None and reference.actor.kind is ActorKind.PERSON:
                return self.reader.single(reference.last - 1)
            if self.tokens[index].pos not in ("PROPN", "NOUN", "ADJ", "DET"):
                return []
        return []

    def equated(self, noun: Token) -> list[Party]:
        """Nothing for most nouns; "the first meeting for Brandt": whom it is for."""
        return [
            party
            for p in self.structure.kids(noun.index, "prep")
            if p.lower == "for"
            for t in self.structure.kids(p.index, "pobj")
            for party in self.reader.read(t.index)
            if party.form is Form.NAMED and party.person
        ]

    def wanting(self, noun: Token) -> list[Party]:
        """ "a meeting that the premier wanted with the king"."""
        found: list[Party] = []
        for verb in self.structure.kids(noun.index, "relcl"):
            if verb.lemma not in words("wanting"):
                continue
            for target in [
                *self.structure.kids(verb.index, "nsubj"),
                *(
                    t
                    for p in self.structure.kids(verb.index, "prep")
                    if p.lower == "with"
                    for t in self.structure.kids(p.index, "pobj")
                ),
            ]:
                found += (
                    [p for p in self.reader.read(target.index) if p.form is not Form.UNKNOWN]
                    if target.tag != "WDT"
                    else []
                )
        return found

    def attending(self, noun: Token) -> list[Party]:
        """ "a meeting attended by the king", "talks led by the envoy"."""
        found: list[Party] = []
        for clause in self.structure.kids(noun.index, "acl"):
            if clause.tag == "VBN" and clause.lemma in words("leading"):
                found += self.agents(clause)
            elif clause.lemma in ("include", "bring") or self.unites(clause):
                found += [p for t in self.structure.kids(clause.index, "dobj") for p in self.reader.read(t.index)]
        verb = self.structure.head(noun)
        found += [p for node in (noun, verb) for p in self.chairing(node)]
        if noun.dep == "nsubj" and self.unites(verb):
            found += [p for t in self.structure.kids(verb.index, "dobj") for p in self.reader.read(t.index)]
        told = [verb] if noun.dep == "nsubjpass" else []
        if noun.dep in ("nsubj", "nsubjpass"):  # "the talks lasted an hour and were led by the envoy"
            told += [t for t in self.structure.kids(verb.index, "conj") if self.shares_subject(t)]
        return found + [p for v in told if v.lemma in words("leading") for p in self.agents(v)]

    def unites(self, verb: Token) -> bool:
        """ "The talks involve both unions", "brought together the rivals"."""
        together = any(t.lower == "together" for t in self.structure.kids(verb.index, "advmod", "prt"))
        return verb.lemma in ("involve", "gather", "unite") or (verb.lemma == "bring" and together)

    def shares_subject(self, verb: Token) -> bool:
        """A passive that is joined to another verb and has no subject of its own."""
        return self.structure.passive(verb) and not self.structure.kids(verb.index, "nsubj", "nsubjpass")

    def modifying(self, noun: Token, *, meal: bool = False) -> list[Party]:
        """Names before the noun: "Security Council meeting", "NATO summit", "U.S.-Turkey meeting"."""
        found: list[Party] = []
        for child in self.structure.kids(noun.index, "compound", "nmod", "amod", "npadvmod"):
            if child.index > noun.index or meal:
                continue
            if child.tag == "VBN" and child.lemma in ("broker", "mediate", "lead"):
                found += [
                    p
                    for t in self.structure.kids(child.index, "npadvmod", "nmod", "compound")
                    for p in self.reader.single(t.index)
                ]
                continue
            sides = self.sides(child)
            if sides:
                found += sides
                continue
            reference = self.reader.references.at(child.index)
            if reference is not None and not self.is_site(child):
                found += [p for p in self.reader.read(child.index) if not p.person or child.dep == "compound"]
            elif child.pos == "PROPN" and child.entity == "ORG" and child.dep == "compound" and reference is None:
                if self.is_town(child):
                    continue
                found += self.reader.described(child, child.index, child.index + 1, child.text)
            elif child.lemma.lower() in (
                "cabinet",
                "council",
                "committee",
                "board",
                "government",
                "parliament",
                "commission",
                "parliamentary",
                "politburo",
            ):
                found += self.reader.described(child, child.index, child.index + 1, child.text)
        return found

    def is_town(self, token: Token) -> bool:
        """ "Reefs dominate Cebu summit", taken for a body: a town of the map, or the article's dateline or "in Cebu"."""
        known = gazetteer()
        if known.population(token.text) or known.population(f"{token.text} City"):
            return True
        alike = (t for t in self.tokens if t.lower == token.lower and t.index != token.index)
        return any(t.entity in ("GPE", "LOC") or self.tokens[t.index - 1].lower == "in" for t in alike)

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

    def is_site(self, token: Token) -> bool:
        """Is the modifier a city or building rather than a state or body ("the Geneva talks")?"""
        reference = self.reader.references.at(token.index)
        return token.entity in ("LOC", "FAC") or reference is None or token.lower in words("houses")
