"""Noun phrases that may stand for parties: how far they reach, what they list and count."""

from __future__ import annotations

from briefbook.analysis import Token
from briefbook.extract.meetings.coordination import Coordination
from briefbook.extract.meetings.frames import PartyClass, meeting_nouns, official_nouns, party_nouns, words
from briefbook.model import ActorKind

NAMELIKE = frozenset({"PERSON", "ORG", "GPE", "NORP"})
BEFORE_HEAD = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "predet", "npadvmod", "punct", "case"}
)
PEOPLE_ENDINGS = (
    "ist",
    "ian",
    "man",
    "woman",
    "crat",
    "eer",
    "tor",
    "der",
    "ger",
    "ter",
    "ner",
    "ser",
    "yer",
    "ker",
    "per",
    "cer",
    "ler",
    "mer",
    "ver",
    "sor",
    "ant",
    "ee",
)


def ends_like_people(token: Token) -> bool:
    """A common noun formed like those for people ("contractor", "violinist") that is no known thing."""
    lemma = token.lemma.lower()
    return token.pos == "NOUN" and lemma.endswith(PEOPLE_ENDINGS) and len(lemma) > 5 and lemma not in words("things")


class Phrases(Coordination):
    """Reads noun phrases of one document."""

    def counted(self, index: int) -> int | None:
        """ "a series of ambassadors": the ambassadors; None where the noun counts nothing or nobody."""
        if self.tokens[index].lemma.lower() not in words("quantities"):
            return None
        for child in self.document.children[index]:
            if self.tokens[child].lower == "of" and self.tokens[child].dep == "prep":
                below = next(iter(self.document.children[child]), None)
                if (
                    below is not None
                    and self.tokens[below].tag in ("NNS", "NNPS")
                    and self.tokens[below].lemma.lower() in meeting_nouns()
                ):
                    return below
        return None

    def whole(self, index: int, first: int) -> int:
        """Where the phrase begins with its article."""
        return next(
            (c for c in self.document.children[index] if self.tokens[c].dep in ("det", "predet") and c < first), first
        )

    def has_complement(self, index: int) -> bool:
        """Does "of ..." or "from ..." say more about the noun?"""
        return any(
            self.tokens[c].dep == "prep" and self.tokens[c].lower in ("of", "from")
            for c in self.document.children[index]
        )

    def namelike(self, token: Token) -> bool:
        """A capitalised name the model takes for a person, body, state or people; of peoples no adjectives."""
        if token.entity == "NORP":
            return token.tag in ("NNS", "NNPS") or (token.tag == "NN" and token.text[:1].isupper())
        if token.pos == "PROPN" and any(
            self.tokens[c].dep == "compound" and self.tokens[c].lemma.lower() in official_nouns()
            for c in self.document.children[token.index]
        ):
            return True
        if token.pos == "PROPN":
            return token.entity in NAMELIKE or (not token.entity and self.beside_party(token))
        return token.tag == "NN" and token.entity in NAMELIKE and token.text[:1].isupper() and token.dep != "ROOT"

    def beside_party(self, token: Token) -> bool:
        """ "Talks between the union and Metroline", "talks with Metroline": a name that the model does not know."""
        if any(self.tokens[i].entity in ("DATE", "TIME") for i in self.document.conjuncts(token.index)):
            return False
        return token.dep in ("conj", "nsubj") or (
            token.dep == "pobj" and self.tokens[token.head].lower in ("with", "between")
        )

    def misplaced(self, token: Token, below: int) -> list[int]:
        """ "ministers of Brazil and Argentina", where the parser coordinated Argentina with the ministers."""
        return [
            i
            for i in self.document.conjuncts(token.index)
            if i != token.index and self.is_body(i) and self.is_body(below)
        ]

    def is_body(self, index: int) -> bool:
        """A named state or organisation."""
        reference = self.references.at(index)
        if reference is not None:
            return reference.actor.kind is not ActorKind.PERSON
        return self.tokens[index].pos == "PROPN" and self.tokens[index].entity in ("GPE", "ORG")

    def extent(self, index: int) -> tuple[int, int]:
        """The phrase without article, relative clause and apposition, but with "of ..." and "from ..."."""
        first, last = index, index + 1
        for child in self.document.children[index]:
            token = self.tokens[child]
            if child < index and token.dep in BEFORE_HEAD:
                first = min(first, self.document.subtree(child)[0])
            elif (
                child == index + 1
                and token.dep == "prep"
                and token.lower in ("of", "from", "for")
                and self.named_below(child)
            ):
                last = max(last, self.complement_end(child))
        while first < index and (
            self.tokens[first].lower in ("the", "a", "an")
            or self.tokens[first].pos in ("PUNCT", "SPACE")
            or (self.tokens[first].tag == "CD" and self.tokens[first].entity == "DATE")  # "In 2013 ministers met"
        ):
            first += 1
        return first, last

    def named_below(self, preposition: int) -> bool:
        """Does it introduce more than a pronoun ("a delegation of them")?"""
        return any(self.tokens[c].pos != "PRON" for c in self.document.children[preposition])

    def complement_end(self, preposition: int) -> int:
        """One past the last token of a prepositional complement, its relative clauses left out."""
        last, todo = preposition + 1, [preposition]
        while todo:
            here = todo.pop()
            last = max(last, here + 1)
            todo.extend(
                c
                for c in self.document.children[here]
                if not (self.separate(c) or self.somewhere(c))
                and self.tokens[c].dep not in ("relcl", "acl", "appos", "punct", "advcl", "cc", "conj")
                or (self.tokens[c].dep in ("cc", "conj") and self.tokens[c].pos in ("CCONJ", "NOUN", "PROPN"))
            )
        return last

    def somewhere(self, index: int) -> bool:
        """ "Survivors of the flood | in the village hall", "leaders of the unions | at the inn": where, not who."""
        if self.tokens[index].dep != "prep" or self.tokens[index].lower not in ("in", "at"):
            return False
        below = (self.tokens[c] for c in self.document.children[index])
        return self.tokens[index].lower == "at" or any(t.lower in words("buildings") for t in below)

    def separate(self, index: int) -> bool:
        """A coordinated plural of people inside a complement is a party of its own."""
        token = self.tokens[index]
        return (
            token.dep == "conj" and token.tag == "NNS" and party_nouns().get(token.lemma.lower()) is PartyClass.PERSON
        )
