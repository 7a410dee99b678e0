"""Whom a pronoun means where the article's mentions leave it open: only where the grammar leaves one choice.

`he` and `she` are the last person who was a subject, in the same sentence or the one before; `I`, `we` and `my` in a
quotation are its speaker.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from briefbook import lexicons
from briefbook.analysis import Reference, References, Token
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.model import ActorKind, MentionForm

THIRD = frozenset({"he", "she", "him", "her", "his"})
OBJECTS = frozenset({"him", "her"})
HERS = frozenset({"she", "her"})
HIS = frozenset({"he", "him", "his"})
REACH = 8
"""Sentences back to which a pronoun may be taken up."""
FIRST = frozenset({"i", "me", "my"})
QUOTES = frozenset('“”"')


class Pronouns:
    """Resolves pronouns of one document, conservatively."""

    def __init__(self, references: References, voices: Mapping[int, Reference]) -> None:
        self.references = references
        self.voices = voices
        self.document = references.document
        self.tokens = references.document.tokens

    def meaning(self, token: Token) -> tuple[Reference, str] | None:
        """The reference a pronoun takes up and why, or None."""
        if token.tag == "PRP$" and token.lower in THIRD and (possessor := self.possessor(token)) is not None:
            return possessor, f"“{token.text}” is {possessor.actor.name}, whose it is said to be"
        known = self.references.at(token.index)
        if known is not None and token.lower in OBJECTS and token.dep in ("dobj", "pobj", "dative"):
            other = self.other_person(token)
            known = other if other is not None else known
        if known is not None:
            return known, known.mention.reason or f"“{token.text}” stands for {known.actor.name}"
        if token.lower in ("it", "they") and token.dep in SUBJECTS and (body := self.body_saying(token)) is not None:
            return body, f"“{token.text}” is taken for {body.actor.name}, which says so"
        if token.lower == "it" and token.dep in SUBJECTS and (body := self.only_body(token)) is not None:
            return body, f"“{token.text}” is taken for {body.actor.name}, the only body named before it"
        if token.lower in FIRST:
            found = self.speaker(token)
            return (found, f"“{token.text}” is said by {found.actor.name}") if found is not None else None
        if token.lower in THIRD:
            found = (
                self.other_person(token)
                if token.lower in OBJECTS and token.dep in ("dobj", "pobj", "dative")
                else self.subject_before(token)
            )
            found = found or self.taken_up(token)
            return (
                (found, f"“{token.text}” is taken for {found.actor.name}, the last person who was the subject")
                if found is not None
                else None
            )
        return None

    def possessor(self, token: Token) -> Reference | None:
        """For "Brandt's aim in his talks": the person whose thing the whole phrase is about."""
        for up in self.document.ancestors(token.index):
            if up.pos in ("VERB", "AUX"):
                return None
            for child in self.document.children[up.index]:
                if self.tokens[child].dep == "poss" and child < token.index and self.tokens[child].pos == "PROPN":
                    return self.person_at(child)
        return None

    def taken_up(self, token: Token) -> Reference | None:
        """Whom the same pronoun meant in the sentences before, when nobody else was a subject since."""
        alike = HERS if token.lower in HERS else HIS
        sentence = self.document.sentences[token.sentence]
        first = self.document.sentences[max(0, sentence.index - REACH)].first
        start = sentence.first if token.lower in OBJECTS else token.index
        for index in range(start - 1, first - 1, -1):
            if self.tokens[index].lower in alike and (found := self.references.at(index)) is not None:
                return found if found.actor.kind is ActorKind.PERSON else None
            if self.person_at(index) is not None and self.is_subject(index):
                return None
        return None

    def opening_before(self, token: Token) -> int | None:
        """For "they" or "it" as its subject: the subject of the sentence before it, when that is a plural or several, or is singular."""
        sentence = self.document.sentences[token.sentence]
        before = self.document.sentences[sentence.index - 1] if sentence.index else sentence
        if before is sentence or before.block < sentence.block - 1 or token.index > sentence.first + 2:
            return None
        for index in range(before.first, before.last):
            here = self.tokens[index]
            if here.dep in SUBJECTS and self.tokens[here.head].dep == "ROOT":
                several = here.tag in ("NNS", "NNPS") or len(self.document.conjuncts(index)) > 1
                return index if several == (token.lower == "they") else None
        return None

    def owner(self, noun: int) -> tuple[Token, Reference] | None:
        """For "its chairman", "her counterpart": the possessive and whose, where the article or the grammar says."""
        token = next((t for c in self.document.children[noun] if (t := self.tokens[c]).tag == "PRP$"), None)
        if token is None or token.lower in ("my", "our", "your"):
            return None
        beside = self.person_at(self.tokens[noun].head) if self.tokens[noun].dep == "conj" else None
        if beside is not None and token.lower in ("his", "her"):
            return token, beside
        if token.lower == "its" and self.references.at(token.index) is None:
            found = self.subject_body(token)
        else:
            meaning = self.meaning(token)
            found = meaning[0] if meaning is not None else None
        return (token, found) if found is not None else None

    def subject_body(self, token: Token) -> Reference | None:
        """The named body or state that is the subject of the nearest clause around "its", if that is what stands there."""
        for up in self.document.ancestors(token.index):
            for child in self.document.children[up.index]:
                if self.tokens[child].dep in SUBJECTS and self.document.subtree(child)[1] <= token.index:
                    found = self.references.at(child)
                    body = found is not None and found.actor.kind is not ActorKind.PERSON
                    return found if body else None
        return None

    def person_at(self, index: int) -> Reference | None:
        """The person named or described at a token, or None."""
        reference = self.references.at(index)
        if (
            reference is None
            or reference.actor.kind is not ActorKind.PERSON
            or reference.mention.form is MentionForm.PRONOMINAL
        ):
            return None
        return reference

    def subject_before(self, token: Token) -> Reference | None:
        """The nearest person before it who is the subject of a clause, in this sentence or the one before."""
        sentence = self.document.sentences[token.sentence]
        others = {r.actor.id for i in range(sentence.first, token.index) if (r := self.person_at(i)) is not None}
        for index in range(token.index - 1, sentence.first - 1, -1):
            found = self.person_at(index)
            if found is not None and not self.quoted(token) and self.quoted(self.tokens[index]):
                continue  # "“I would see Brandt,” he said": not Brandt
            if (
                found is not None
                and (self.is_subject(index) or len(others) == 1)
                and not self.clause_mate(found, token)
            ):
                return found
        if token.sentence == 0:
            return None
        before = self.document.sentences[token.sentence - 1]
        if before.block < sentence.block - 1:
            return None
        for index in range(before.first, before.last):
            found = self.person_at(index)
            if found is not None and self.is_subject(index):
                return found
        people = {r.actor.id: r for i in range(before.first, before.last) if (r := self.person_at(i)) is not None}
        return next(iter(people.values())) if len(people) == 1 and before.block == sentence.block else None

    def body_saying(self, token: Token) -> Reference | None:
        """For "Norway said it would attend": the state or body that is the subject of the verb of saying."""
        verb = self.verb_above(token.index)
        if (
            verb is None
            or self.tokens[verb].dep != "ccomp"
            or self.tokens[self.tokens[verb].head].lemma not in lexicons.words("speakers", "saying")
        ):
            return None
        for child in self.document.children[self.tokens[verb].head]:
            if self.tokens[child].dep in SUBJECTS and child < token.index:
                found = self.references.at(child)
                return found if found is not None and found.actor.kind is not ActorKind.PERSON else None
        return None

    def only_body(self, token: Token) -> Reference | None:
        """The one organisation or state named before "it" in the sentence; what it does is told of nothing else."""
        first = self.document.sentences[token.sentence].first
        found = {r.actor.id: r for i in range(first, token.index) if (r := self.references.at(i)) is not None}
        bodies = [r for r in found.values() if r.actor.kind is not ActorKind.PERSON]
        named = [r for r in bodies if r.mention.form is MentionForm.NAMED and self.in_subject(r)]
        return named[0] if len(bodies) == len(named) == 1 else None

    def in_subject(self, reference: Reference) -> bool:
        """Is it the subject of a clause, or part of one ("shares in the bank rose")?"""
        last = self.tokens[reference.last - 1]
        chain = (last, *self.document.ancestors(last.index))
        return next((t.dep in SUBJECTS for t in chain if t.dep in (*SUBJECTS, "dobj", "dative", "ROOT")), False)

    def sayers(self, token: Token) -> int | None:
        """For "union leaders said they would": the plural subject of the verb of saying, or None."""
        verb = self.verb_above(token.index)
        if (
            verb is None
            or self.tokens[verb].dep != "ccomp"
            or self.tokens[self.tokens[verb].head].lemma not in lexicons.words("speakers", "saying")
        ):
            return None
        above = self.tokens[verb].head
        while self.tokens[above].dep == "conj" and not any(
            self.tokens[c].dep in SUBJECTS for c in self.document.children[above]
        ):
            above = self.tokens[above].head  # "ended the talks, but said they would meet again"
        children = self.document.children[above]
        number = "NN" if token.lower == "it" else "NNS"
        return next(
            (
                c
                for c in children
                if self.tokens[c].dep in SUBJECTS and self.tokens[c].tag == number and c < token.index
            ),
            None,
        )

    def described_subject(self, token: Token) -> int | None:
        """The only singular subject before it in the sentence, when nobody is named before it."""
        sentence = self.document.sentences[token.sentence]
        if any(self.person_at(i) is not None for i in range(sentence.first, token.index)):
            return None
        return self.only_subject(sentence.first, token.index)

    def only_subject(self, first: int, last: int) -> int | None:
        """The one singular subject among tokens [first, last), or None."""
        found = [i for i in range(first, last) if self.tokens[i].dep in SUBJECTS and self.tokens[i].tag == "NN"]
        return found[0] if len(found) == 1 else None

    def other_person(self, token: Token) -> Reference | None:
        """For "him": the one person named in the sentence before it who is not the subject of its own verb."""
        sentence = self.document.sentences[token.sentence]
        people = {r.actor.id: r for i in range(sentence.first, token.index) if (r := self.person_at(i)) is not None}
        subjects = (
            c
            for up in self.document.ancestors(token.index)
            for c in self.document.children[up.index]
            if self.tokens[c].dep in SUBJECTS
        )
        for child in islice(subjects, 1):
            if child < token.index:
                subject = self.person_at(child) or (
                    self.subject_before(self.tokens[child]) if self.tokens[child].lower in THIRD else None
                )
                if subject is not None:
                    people.pop(subject.actor.id, None)
        return next(iter(people.values())) if len(people) == 1 else None

    def is_subject(self, index: int) -> bool:
        """Is the token a subject, or part of one?"""
        here = self.tokens[index]
        if here.dep in ("compound", "appos", "flat", "nmod"):
            here = self.tokens[here.head]
        return here.dep in SUBJECTS

    def clause_mate(self, found: Reference, token: Token) -> bool:
        """Is it the subject of the pronoun's own verb ("Ames met him")?  Then "him" is someone else."""
        if token.lower == "his":
            return False
        verb = self.verb_above(token.index)
        return verb is not None and any(
            self.tokens[i].dep in SUBJECTS and self.tokens[i].head == verb for i in range(found.first, found.last)
        )

    def verb_above(self, index: int) -> int | None:
        """The nearest verb above a token."""
        return next((up.index for up in self.document.ancestors(index) if up.pos in ("VERB", "AUX")), None)

    def speaker(self, token: Token) -> Reference | None:
        """The person who says the sentence: subject of its verb of saying, else of the sentence before in the block."""
        if (known := self.voices.get(token.index)) is not None:
            return known
        sentence = self.document.sentences[token.sentence]
        for where in (sentence, self.document.sentences[token.sentence - 1] if token.sentence else sentence):
            if where.block != sentence.block:
                return None
            for index in range(where.first, where.last):
                verb = self.tokens[index]
                if verb.lemma not in lexicons.words("speakers", "saying") or verb.pos != "VERB" or self.quoted(verb):
                    continue
                if where is sentence and verb.dep == "conj" and verb.head == token.head:
                    continue  # "I met her and she said no": not her
                for child in self.document.children[index]:
                    if self.tokens[child].dep == "nsubj" and self.tokens[child].lower not in FIRST:
                        found = self.person_at(child)
                        if found is None and self.tokens[child].lower in THIRD:
                            found = self.subject_before(self.tokens[child])
                        if found is not None:
                            return found
        return None

    def quoted(self, token: Token) -> bool:
        """Does it stand between quotation marks, as far as its own sentence shows both?"""
        sentence = self.document.sentences[token.sentence]
        marks = [t.text for t in self.tokens[sentence.first : sentence.last] if t.text in QUOTES]
        before = [t.text for t in self.tokens[sentence.first : token.index] if t.text in QUOTES]
        return len(marks) % 2 == 0 and len(before) % 2 == 1
