"""Who a noun phrase of a meeting's frame stands for: actors, descriptions, groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from briefbook.analysis import References, Token
from briefbook.extract.meetings.frames import PartyClass, official_nouns, party_nouns, two_pattern, words
from briefbook.extract.meetings.pronouns import Pronouns
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Actor, ActorKind, BlockKind, MentionForm

NOT_PARTIES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "ORDINAL", "QUANTITY", "LAW", "WORK_OF_ART", "EVENT", "LANGUAGE", "PRODUCT"})
NAMELIKE = frozenset({"PERSON", "ORG", "GPE", "NORP"})
BEFORE_HEAD = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "predet", "npadvmod", "punct", "case"})
PEOPLE_ENDINGS = ("ist", "ian", "man", "woman", "crat", "eer", "tor", "der", "ger", "ter", "ner", "ser", "yer", "ker", "per", "cer", "ler", "mer", "ver", "sor", "ant", "ee")
RELATIVE = frozenset({"who", "which", "that", "whom"})
PERSONAL = frozenset({"he", "she", "him", "her", "i", "me", "we", "us", "they", "them", "it", "his", "their", "its", "my", "our", "himself", "herself"})


class Form(StrEnum):
    """How a party is referred to."""

    NAMED = "named"
    DESCRIBED = "described"
    TWO = "two"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Someone in a meeting's frame, written as tokens [first, last).

    Attributes:
        key: Actor id, or the description in lower case: what makes two parties the same.
        several: A plural or a body: it can meet without another party being named.
        official: Named, or described by an office.
        person: One or several people, not a body or state.
        listeners: Reporters, a crowd: spoken to, not with.
    """

    key: str
    actor: Actor | None
    name: str
    as_written: str
    first: int
    last: int
    form: Form
    several: bool = False
    official: bool = False
    person: bool = False
    listeners: bool = False
    reason: str | None = None


def ends_like_people(token: Token) -> bool:
    """A common noun formed like those for people ("contractor", "violinist") that is no known thing."""
    lemma = token.lemma.lower()
    return token.pos == "NOUN" and lemma.endswith(PEOPLE_ENDINGS) and len(lemma) > 5 and lemma not in words("things")


class PartyReader:
    """Reads parties of one document."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.document = references.document
        self.tokens = references.document.tokens
        self.pronouns = Pronouns(references)

    def read(self, index: int) -> list[Party]:
        """The parties of a noun phrase with its head at `index`, coordinated ones included; empty when it is none."""
        found: list[Party] = []
        for each in self.coordinated(index):
            for party in self.single(each):
                if all(party.key != other.key or party.form is Form.UNKNOWN for other in found):
                    found.append(party)
        return found

    def coordinated(self, index: int) -> list[int]:
        """The head and those coordinated with it, appositions that list ("Hamas, Islamic Jihad leaders") included."""
        heads = [i for i in self.document.conjuncts(index) if i == index or self.tokens[i].pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")]
        for each in tuple(heads):
            for child in self.document.children[each]:
                if self.tokens[child].dep == "appos" and self.lists(each, child):
                    heads.extend(i for i in self.document.conjuncts(child) if i not in heads)
        heads.extend(i for i in self.listed_below(index) if i not in heads)
        heads.extend(i for each in tuple(heads) for i in self.included(each) if i not in heads)
        return sorted(heads)

    def included(self, index: int) -> list[int]:
        """ "party leaders, including Ane Lunde": those singled out."""
        return [
            i
            for preposition in self.document.children[index]
            if self.tokens[preposition].lower == "including"
            for below in self.document.children[preposition]
            for i in self.document.conjuncts(below)
        ]

    def listed_below(self, index: int) -> list[int]:
        """People that the parser coordinated with a complement: "envoys of the government, leaders of the unions"."""
        if self.tokens[index].lemma.lower() not in official_nouns():
            return []
        found = []
        for preposition in self.document.children[index]:
            if self.tokens[preposition].lower not in ("of", "from"):
                continue
            for below in self.document.children[preposition]:
                if self.tokens[below].lemma.lower() in official_nouns():
                    continue
                found += [i for i in self.document.conjuncts(below) if i != below and self.tokens[i].tag == "NNS" and party_nouns().get(self.tokens[i].lemma.lower()) is PartyClass.PERSON]
        return found

    def lists(self, first: int, second: int) -> bool:
        """Do two phrases that the parser took for one in apposition name two actors?"""
        one = self.references.at(first)
        other = self.references.at(second)
        if one is None or one.mention.form is not MentionForm.NAMED:
            return False
        if other is not None:
            return other.actor.id != one.actor.id and other.mention.form is MentionForm.NAMED and one.actor.kind is other.actor.kind
        before = self.references.at(second - 1)
        plural = self.tokens[second].tag == "NNS"
        return plural and before is not None and before.actor.id != one.actor.id and one.actor.kind is not ActorKind.PERSON

    def single(self, index: int) -> list[Party]:
        """One phrase: usually one party; "leaders of A and B" are those of A and those of B."""
        token = self.tokens[index]
        if token.lower in RELATIVE and token.pos in ("PRON", "SCONJ", "DET"):
            return self.antecedent(token)
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
            return self.pronoun(token)
        if token.entity in NOT_PARTIES and self.references.at(index) is None and token.pos != "NOUN":
            return []
        if (counted := self.counted(index)) is not None:
            return self.read(counted)
        first, last = self.extent(index)
        written = self.document.text(first, last)
        with_article = self.document.text(self.whole(index, first), last)
        if two_pattern().fullmatch(with_article.lower().replace("’", "'")):
            if not self.has_complement(index):
                return [Party(key="the two", actor=None, name=written, as_written=written, first=first, last=last, form=Form.TWO, several=True)]
        if token.tag == "NNS" and len(listed := self.apposed(index)) > 1:
            return listed
        named = self.named(index, first, last, written)
        if named is None and self.document.article.blocks[token.block].kind is BlockKind.HEADLINE and (short := self.by_surname(token)):
            return short
        return [named] if named is not None else self.described(token, first, last, written)

    def counted(self, index: int) -> int | None:
        """ "a series of ambassadors": the ambassadors; None where the noun counts nothing or nobody."""
        if self.tokens[index].lemma.lower() not in words("quantities"):
            return None
        for child in self.document.children[index]:
            if self.tokens[child].lower == "of" and self.tokens[child].dep == "prep":
                below = next(iter(self.document.children[child]), None)
                if below is not None and self.tokens[below].tag in ("NNS", "NNPS") and self.tokens[below].lemma.lower() in party_nouns():
                    return below
        return None

    def whole(self, index: int, first: int) -> int:
        """Where the phrase begins with its article."""
        return next((c for c in self.document.children[index] if self.tokens[c].dep in ("det", "predet") and c < first), first)

    def has_complement(self, index: int) -> bool:
        return any(self.tokens[c].dep == "prep" and self.tokens[c].lower in ("of", "from") for c in self.document.children[index])

    def named(self, index: int, first: int, last: int, written: str) -> Party | None:
        """The actor that the head, or an apposition inside the phrase, refers to."""
        reference = self.references.at(index)
        body = party_nouns().get(self.tokens[index].lemma.lower()) is PartyClass.BODY
        if not body and (reference is None or (reference.mention.form is not MentionForm.NAMED and reference.actor.kind is not ActorKind.PERSON)):
            for child in self.document.children[index]:
                near = self.references.at(child) or self.after_title(child) if self.tokens[child].dep in ("appos", "flat") else None
                if near is not None and near.actor.kind is ActorKind.PERSON and near.mention.form is MentionForm.NAMED:
                    reference = near
        if reference is None:
            reference = self.after_title(index)
        if reference is None:
            return None
        if reference.mention.form is MentionForm.NOMINAL and self.tokens[index].tag in ("NNS", "NNPS"):
            return None
        actor = reference.actor
        several = actor.kind is not ActorKind.PERSON
        return Party(
            key=actor.id,
            actor=actor,
            name=actor.name,
            as_written=self.document.text(reference.first, reference.last),
            first=min(first, reference.first),
            last=max(last, reference.last),
            form=Form.NAMED,
            several=several,
            official=True,
            person=not several,
            reason=reference.mention.reason,
        )

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

    def after_title(self, index: int):  # type: ignore[no-untyped-def]
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

    def described(self, token: Token, first: int, last: int, written: str) -> list[Party]:
        """A description: officials, delegations, families; or a name that is no actor of the article."""
        kind = party_nouns().get(token.lemma.lower())
        if kind is PartyClass.NEVER and token.pos != "PROPN":
            return []
        if kind is None and not self.namelike(token) and not ends_like_people(token):
            return []
        person = kind is None and token.pos == "NOUN" or kind is PartyClass.PERSON or kind is PartyClass.AUDIENCE or token.entity == "PERSON"
        party = Party(
            key=written.lower(),
            actor=None,
            name=written,
            as_written=written,
            first=first,
            last=last,
            form=Form.DESCRIBED,
            several=token.tag in ("NNS", "NNPS") or kind is PartyClass.BODY or token.entity in ("ORG", "GPE", "NORP") or token.lower == "people",
            official=token.lemma.lower() in official_nouns() or kind is PartyClass.BODY or kind is None,
            person=person,
            listeners=kind is PartyClass.AUDIENCE,
        )
        return self.represented(token, party) or [party]

    def namelike(self, token: Token) -> bool:
        """A capitalised name the model takes for a person, body, state or people; plural peoples only."""
        if token.entity == "NORP":
            return token.tag in ("NNS", "NNPS")
        if token.pos == "PROPN" and any(self.tokens[c].dep == "compound" and self.tokens[c].lemma.lower() in official_nouns() for c in self.document.children[token.index]):
            return True
        return token.pos == "PROPN" and token.entity in NAMELIKE

    def represented(self, token: Token, party: Party) -> list[Party]:
        """ "leaders of Hamas and Fatah": the bodies they come for, when two or more are named."""
        if token.tag != "NNS":
            return []
        for child in self.document.children[token.index]:
            if self.tokens[child].dep != "prep" or self.tokens[child].lower not in ("of", "from"):
                continue
            for below in self.document.children[child]:
                states = [*self.document.conjuncts(below), *self.misplaced(token, below)]
                if len(states) >= 2 and all(self.is_body(i) for i in states):
                    return [self.standing_for(party, i) for i in states]
        return []

    def misplaced(self, token: Token, below: int) -> list[int]:
        """ "ministers of Brazil and Argentina", where the parser coordinated Argentina with the ministers."""
        return [i for i in self.document.conjuncts(token.index) if i != token.index and self.is_body(i) and self.is_body(below)]

    def is_body(self, index: int) -> bool:
        """A named state or organisation."""
        reference = self.references.at(index)
        if reference is not None:
            return reference.actor.kind is not ActorKind.PERSON
        return self.tokens[index].pos == "PROPN" and self.tokens[index].entity in ("GPE", "ORG")

    def standing_for(self, party: Party, index: int) -> Party:
        """The state or organisation that the people described come for."""
        reference = self.references.at(index)
        first, last = self.extent(index)
        name = reference.actor.name if reference is not None else self.document.text(first, last)
        actor = reference.actor if reference is not None else None
        return replace(
            party, key=actor.id if actor is not None else name.lower(), actor=actor, name=name, form=Form.NAMED if actor is not None else Form.DESCRIBED,
            reason=f"“{party.as_written}” stand for {name}", person=False, first=first, last=last,
        )

    def extent(self, index: int) -> tuple[int, int]:
        """The phrase without article, relative clause and apposition, but with "of ..." and "from ..."."""
        first, last = index, index + 1
        for child in self.document.children[index]:
            token = self.tokens[child]
            if child < index and token.dep in BEFORE_HEAD:
                first = min(first, self.document.subtree(child)[0])
            elif child > index and token.dep == "prep" and token.lower in ("of", "from", "for") and child <= index + 1:
                last = max(last, self.complement_end(child))
        while first < index and (self.tokens[first].lower in ("the", "a", "an") or self.tokens[first].pos in ("PUNCT", "SPACE")):
            first += 1
        return first, last

    def complement_end(self, preposition: int) -> int:
        """One past the last token of a prepositional complement, its relative clauses left out."""
        last, todo = preposition + 1, [preposition]
        while todo:
            here = todo.pop()
            last = max(last, here + 1)
            todo.extend(c for c in self.document.children[here] if not self.separate(c) and self.tokens[c].dep not in ("relcl", "acl", "appos", "punct", "advcl", "cc", "conj") or (self.tokens[c].dep in ("cc", "conj") and self.tokens[c].pos in ("CCONJ", "NOUN", "PROPN")))
        return last

    def separate(self, index: int) -> bool:
        """A coordinated plural of people inside a complement is a party of its own."""
        token = self.tokens[index]
        return token.dep == "conj" and token.tag == "NNS" and party_nouns().get(token.lemma.lower()) is PartyClass.PERSON

    def antecedent(self, token: Token) -> list[Party]:
        """What a relative pronoun stands for: the noun its clause modifies."""
        for above in self.document.ancestors(token.index):
            if above.dep == "relcl" and above.pos in ("VERB", "AUX"):
                return self.read(above.head) if above.head < token.index else []
            if above.dep == "ccomp" and self.tokens[above.head].lemma == "be":
                told = [c for c in self.document.children[above.head] if self.tokens[c].dep == "attr" and c < token.index]
                return self.read(told[0]) if told else []
        return []

    def pronoun(self, token: Token) -> list[Party]:
        """A personal pronoun: as resolved, else nobody known."""
        if token.lower not in PERSONAL:
            if token.lower in ("both", "each", "two"):
                return [self.unknown(token, Form.TWO)]
            return []
        meaning = self.pronouns.meaning(token)
        if meaning is None and token.lower in ("he", "she") and (subject := self.pronouns.described_subject(token)) is not None:
            return [replace(p, reason=f"“{token.text}” is taken for the {p.name}, the subject of the sentence") for p in self.single(subject)]
        if meaning is None:
            return [self.unknown(token, Form.UNKNOWN)]
        actor, reason = meaning[0].actor, meaning[1]
        return [
            Party(
                key=actor.id, actor=actor, name=actor.name, as_written=token.text, first=token.index, last=token.index + 1,
                form=Form.NAMED, several=actor.kind is not ActorKind.PERSON, official=True, person=actor.kind is ActorKind.PERSON, reason=reason,
            )
        ]

    def by_surname(self, token: Token) -> list[Party]:
        """The only person of that last name, for names inside compounds ("the Brandt-Lunde talks")."""
        people = [a for a in self.references.actors if a.kind is ActorKind.PERSON and a.name.rsplit(" ", 1)[-1] == token.text]
        people = [a for a in people if " " in a.name] or people
        if len(people) != 1 or not token.text[:1].isupper():
            return []
        actor = people[0]
        return [
            Party(
                key=actor.id, actor=actor, name=actor.name, as_written=token.text, first=token.index, last=token.index + 1,
                form=Form.NAMED, official=True, person=True,
            )
        ]

    def by_name(self, token: Token) -> list[Party]:
        """A state or body inside a compound: the actor of that name, or the name itself ("the Norway-Peru talks")."""
        actor = next((a for a in self.references.actors if a.kind is not ActorKind.PERSON and token.text in (a.name, *a.aliases)), None)
        if actor is None and not (token.pos == "PROPN" and gazetteer().knows(token.text)):
            return []
        name = actor.name if actor is not None else token.text
        return [
            Party(
                key=actor.id if actor is not None else name.lower(), actor=actor, name=name, as_written=token.text, first=token.index, last=token.index + 1,
                form=Form.NAMED if actor is not None else Form.DESCRIBED, several=True, official=True,
            )
        ]

    def unknown(self, token: Token, form: Form) -> Party:
        """A party that the sentence mentions but nothing resolves."""
        several = token.lower in ("they", "them", "we", "us", "their", "our", "both")
        return Party(
            key=f"?{token.lower}", actor=None, name=token.text, as_written=token.text, first=token.index, last=token.index + 1,
            form=form, several=several, official=True, person=token.lower not in ("it", "its"),
        )
