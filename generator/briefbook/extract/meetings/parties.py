"""Who a noun phrase of a meeting's frame stands for: actors, descriptions, groups."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis import Reference, Token
from briefbook.extract.meetings.descriptions import Descriptions
from briefbook.extract.meetings.frames import PartyClass, official_nouns, party_nouns, two_pattern
from briefbook.extract.meetings.party import Form, Party
from briefbook.model import ActorKind, BlockKind, MentionForm

NOT_PARTIES = frozenset(
    {
        "DATE",
        "TIME",
        "CARDINAL",
        "MONEY",
        "PERCENT",
        "ORDINAL",
        "QUANTITY",
        "LAW",
        "WORK_OF_ART",
        "EVENT",
        "LANGUAGE",
        "PRODUCT",
    }
)
SHARES = frozenset({"each", "both", "all", "some", "several", "many", "most"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
PERSONAL = frozenset(
    {
        "he",
        "she",
        "him",
        "her",
        "i",
        "me",
        "we",
        "us",
        "they",
        "them",
        "it",
        "his",
        "their",
        "its",
        "my",
        "our",
        "himself",
        "herself",
    }
)


class PartyReader(Descriptions):
    """Reads parties of one document."""

    def read(self, index: int) -> list[Party]:
        """The parties of a noun phrase with its head at `index`, coordinated ones included; empty when it is none."""
        found: list[Party] = []
        for each in self.coordinated(index):
            for party in (*self.single(each), *self.leaders(each)):
                if all(party.key != other.key or party.form is Form.UNKNOWN for other in found):
                    found.append(party)
        return found

    def leaders(self, index: int) -> list[Party]:
        """ "a delegation led by Foreign Minister Rosa Diaz": who leads it."""
        if party_nouns().get(self.tokens[index].lemma.lower()) is None:
            return []
        return [
            party
            for clause in self.document.children[index]
            if self.tokens[clause].tag == "VBN" and self.tokens[clause].lemma in ("lead", "head")
            for preposition in self.document.children[clause]
            if self.tokens[preposition].lower == "by"
            for below in self.document.children[preposition]
            for party in self.single(below)
            if party.person and self.tokens[clause].dep == "acl"
        ]

    def single(self, index: int) -> list[Party]:
        """One phrase: usually one party; "leaders of A and B" are those of A and those of B."""
        token = self.tokens[index]
        if token.lower in SHARES and (among := self.among(index)) is not None:
            return self.read(among)
        if token.lower in RELATIVE and not token.text.isupper() and token.pos in ("PRON", "SCONJ", "DET"):
            return self.antecedent(token)
        if (token.pos == "PRON" and not token.entity) or token.tag in ("PRP", "PRP$"):
            return self.pronoun(token)
        both = token.pos == "NUM" and self.tokens[index - 1].lower == "the"
        if token.lower in ("last", "first") and [t.lower for t in self.tokens[max(0, index - 2) : index]] == [
            "the",
            "two",
        ]:
            return [self.unknown(self.tokens[index - 1], Form.TWO)]  # "the two last met in 2016"
        if token.entity in NOT_PARTIES and self.references.at(index) is None and token.pos != "NOUN" and not both:
            return []
        if (counted := self.counted(index)) is not None:
            return self.read(counted)
        first, last = self.extent(index)
        written = self.document.text(first, last)
        with_article = self.document.text(self.whole(index, first), last)
        if two_pattern().fullmatch(with_article.lower().replace("’", "'")):
            if not self.has_complement(index):
                return [
                    Party(
                        key="the two",
                        actor=None,
                        name=written,
                        as_written=written,
                        first=first,
                        last=last,
                        form=Form.TWO,
                        several=True,
                    )
                ]
        if token.tag == "NNS" and len(listed := self.apposed(index)) > 1:
            return listed
        named = self.named(index, first, last)
        if (
            named is None
            and self.document.article.blocks[token.block].kind is BlockKind.HEADLINE
            and (short := self.by_surname(token))
        ):
            return short
        if named is None and (swallowed := self.swallowed(index)) is not None:
            return self.single(swallowed)
        return [named] if named is not None else self.described(token, first, last, written)

    def among(self, index: int) -> int | None:
        """ "Each of the mediators": the mediators; None for "each of them"."""
        below = (
            c
            for of in self.document.children[index]
            if self.tokens[of].lower == "of"
            for c in self.document.children[of]
        )
        return next((c for c in below if self.tokens[c].tag in ("NNS", "NNPS")), None)

    def swallowed(self, index: int) -> int | None:
        """ "left talks with Otto Brandt optimistic": a full name that the parser took for the first part of a compound."""
        token, before = self.tokens[index], self.references.at(index - 1) if index else None
        if token.pos != "NOUN" or before is None or token.lemma.lower() in party_nouns():
            return None
        whole = before.last - before.first > 1 and before.last == index and before.actor.kind is ActorKind.PERSON
        alone = all(self.tokens[c].dep == "compound" for c in self.document.children[index] if c < index)
        return index - 1 if whole and alone and token.tag == "NN" else None

    def named(self, index: int, first: int, last: int) -> Party | None:
        """The actor that the head, or an apposition inside the phrase, refers to."""
        reference = self.references.at(index)
        body = party_nouns().get(self.tokens[index].lemma.lower()) is PartyClass.BODY
        unnamed = reference is None or (
            reference.mention.form is not MentionForm.NAMED and reference.actor.kind is not ActorKind.PERSON
        )
        if unnamed and (beside := self.named_beside(index, body=body)) is not None:
            reference = beside
        if reference is None:
            reference = self.after_title(index)
        if reference is None:
            return None
        if reference.mention.form is MentionForm.NOMINAL and self.tokens[index].tag in ("NNS", "NNPS"):
            return None
        written = self.document.text(reference.first, reference.last)
        begin, end = min(first, reference.first), max(last, reference.last)
        return Party.named(reference.actor, written, begin, end, reference.mention.reason)

    def named_beside(self, index: int, *, body: bool) -> Reference | None:
        """The name in apposition: "the foreign minister of Peru, Rosa Diaz", "the port's developer, Atlantic Quays"."""
        if self.tokens[index].tag not in ("NN", "NNP"):
            return None
        below = [c for c in self.document.children[index] if self.tokens[c].dep in ("appos", "flat")]
        person = party_nouns().get(self.tokens[index].lemma.lower()) is PartyClass.PERSON
        if not below and person:
            below = [
                apposition
                for preposition in self.document.children[index]
                if self.tokens[preposition].lower in ("of", "for", "at", "in", "from", "to")
                for complement in self.document.children[preposition]
                for apposition in self.document.children[complement]
                if self.tokens[apposition].dep == "appos"
            ]
        for child in below:
            near = self.references.at(child) or self.after_title(child)
            if near is not None and near.mention.form is MentionForm.NAMED:
                kind = near.actor.kind
                if (kind is ActorKind.PERSON and not body) or (
                    kind is ActorKind.ORGANIZATION and self.stands_alone(child)
                ):
                    return near
        return None

    def stands_alone(self, index: int) -> bool:
        """A name between commas: "the developer, Atlantic Quays, said"."""
        before = self.document.subtree(index)[0] - 1
        return before > 0 and self.tokens[before].text in (",", "(")

    def apposed(self, index: int) -> list[Party]:
        """ "the three lawmakers, A, B and C": the persons named in apposition to a plural."""
        found: dict[str, Party] = {}
        for child in self.document.children[index]:
            if self.tokens[child].dep != "appos":
                continue
            for each in self.document.conjuncts(child):
                for below in (each, *(c for c in self.document.children[each] if self.tokens[c].dep == "appos")):
                    reference = self.references.at(below)
                    if reference is not None and reference.actor.kind is ActorKind.PERSON:
                        for party in self.single(below):
                            found.setdefault(party.key, party)
        return list(found.values())

    def after_title(self, index: int) -> Reference | None:
        """The person named right after a title that the parser took for the head ("Secretary of State John Kerry")."""
        if self.tokens[index].lemma.lower() not in official_nouns():
            return None
        sentence = self.document.sentences[self.tokens[index].sentence]
        for here in range(index + 1, min(index + 6, sentence.last)):
            if self.tokens[here].pos not in ("PROPN", "ADP", "ADJ", "NOUN", "DET"):
                return None
            near = self.references.at(here)
            if near is not None and near.actor.kind is ActorKind.PERSON and near.mention.form is MentionForm.NAMED:
                return near if self.document.tokens[near.last - 1].pos == "PROPN" else None
        return None

    def antecedent(self, token: Token) -> list[Party]:
        """What a relative pronoun stands for: the noun its clause modifies."""
        for above in self.document.ancestors(token.index):
            if above.dep == "relcl" and above.pos in ("VERB", "AUX"):
                return self.read(above.head) if above.head < token.index else []
            if above.dep == "ccomp" and self.tokens[above.head].lemma == "be":
                told = [
                    c for c in self.document.children[above.head] if self.tokens[c].dep == "attr" and c < token.index
                ]
                return self.read(told[0]) if told else []
        return []

    def pronoun(self, token: Token) -> list[Party]:
        """A personal pronoun: as resolved, else nobody known."""
        if token.lower not in PERSONAL:
            if token.lower in ("both", "each", "two"):
                return [self.unknown(token, Form.TWO)]
            return []
        meaning = self.pronouns.meaning(token)
        if meaning is None and token.lower in ("we", "us") and (speaker := self.pronouns.speaker(token)) is not None:
            reason = f"“{token.text}” is said by {speaker.actor.name}"
            return [
                Party.named(speaker.actor, token.text, token.index, token.index + 1, reason),
                self.unknown(token, Form.UNKNOWN),
            ]
        if (
            meaning is None
            and token.lower in ("he", "she")
            and (subject := self.pronouns.described_subject(token)) is not None
        ):
            return [
                replace(p, reason=f"“{token.text}” is taken for the {p.name}, the subject of the sentence")
                for p in self.single(subject)
                if p.person
            ]
        if meaning is None and token.lower in ("they", "it") and (sayer := self.pronouns.sayers(token)) is not None:
            return [
                replace(p, reason=f"“{token.text}” is taken for the {p.name} that says so") for p in self.single(sayer)
            ]
        if (
            meaning is None
            and token.lower in ("they", "it")
            and (before := self.pronouns.opening_before(token)) is not None
            and (told := [p for p in self.read(before) if p.several or (p.person and token.lower == "they")])
        ):
            verb = "are" if token.lower == "they" else "is"
            why = "the subject of the sentence before"
            return [replace(p, reason=f"“{token.lower}” {verb} taken for {p.name}, {why}") for p in told]
        if meaning is None:
            return [self.unknown(token, Form.UNKNOWN)]
        reference, reason = meaning
        return [Party.named(reference.actor, token.text, token.index, token.index + 1, reason)]
