"""Whose a post is when its organisation is not named beside it: "its chairman", "the agency's chairman"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, References, Sentence, Token
from briefbook.analysis.quotes import find_quotes
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.lexicons import load
from briefbook.model import Actor, ActorKind

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
BACK = 3
"""Sentences of quotations over which "its" may reach for whom it means."""
PARTS_OF_NAMES = frozenset({"compound", "amod", "nmod", "poss", "case", "punct"})


class Organisation(NamedTuple):
    """Where a post is held: actor id or None, and the name."""

    actor: str | None
    name: str
    state: bool


@lru_cache(maxsize=1)
def organisation_nouns() -> frozenset[str]:
    """Nouns that stand for an organisation named before ("the agency")."""
    return lexicons.words("titles", "organisation-nouns")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, list[str]]:
    """By such a noun, the words in the names of those it may mean besides itself."""
    return dict(load("descriptions").entry("organisation-words").fields["kinds"])


def holder(actor: Actor) -> Organisation:
    """An actor as the holder of posts."""
    return Organisation(actor.id, actor.name, actor.kind is ActorKind.GEOPOLITICAL)


class OwnerFinder:
    """Finds whom "its" and "the agency's" mean in one document."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens

    @cached_property
    def _quoted(self) -> frozenset[int]:
        """The tokens inside quotations."""
        return frozenset(i for quote in find_quotes(self.document) for i in range(quote.first, quote.last))

    def generic(self, index: int) -> Organisation | None:
        """The organisation that "the agency" stands for: one the article calls so, else the last whose name has the word, or the only one.

        A body that has another such word in its name is none: the Harrow Society is no museum.
        """
        word = self.tokens[index].lower
        called = self.references.called.get(word, ())
        before = [r.actor for r in self.references.all if r.first < index and r.actor.kind is ActorKind.ORGANIZATION]
        named = [a for a in before if word in a.name.lower().split()]
        named = named or [a for a in before if a.id in called]
        if named:
            return holder(named[-1])
        if (written := self._written(word, index)) is not None:
            return written
        recent = list(dict.fromkeys(a.id for a in before[-6:]))
        return holder(before[-1]) if len(recent) == 1 and _may_be(before[-1], word) else None

    def _written(self, word: str, index: int) -> Organisation | None:
        """The name with this word, in capitals, that no actor has ("the Museum of Navigation")."""
        for here in self._capitals.get(word, ()):
            first, last = here, here + 1
            while first and self._in_name(self.tokens[first - 1], here):
                first -= 1
            if last + 1 < len(self.tokens) and self.tokens[last].lower == "of":
                last += 1
                while last < len(self.tokens) and self._in_name(self.tokens[last], here):
                    last += 1
                last -= self.tokens[last - 1].lower == "of"
            if here < index and last - first > 1:
                return Organisation(None, self.document.text(first, last), False)
        return None

    def _in_name(self, token: Token, of: int) -> bool:
        proper = token.pos == "PROPN" and token.text[0].isupper()
        return proper and token.sentence == self.tokens[of].sentence and self.references.at(token.index) is None

    @cached_property
    def _capitals(self) -> dict[str, list[int]]:
        """Where running text writes such a noun with a capital, outside the names of actors."""
        found: dict[str, list[int]] = {}
        for token in self.tokens:
            if (
                token.lower in organisation_nouns()
                and token.cased[0].isupper()
                and self.references.at(token.index) is None
            ):
                found.setdefault(token.lower, []).append(token.index)
        return found

    def nearest(self, index: int) -> Organisation | None:
        """What "its" means: the organisation spoken of last in the sentence, else the subject of the one before.

        Quotations between are left out, for who is quoted is mostly of the body spoken of before.
        """
        sentence = self.document.sentences[self.tokens[index].sentence]
        outside = [i for i in range(index - 1, sentence.first - 1, -1) if i not in self._quoted]
        if (found := next(self._bodies(outside), None)) is not None:
            return found[1]
        opens = all(self.tokens[i].pos in ("PUNCT", "VERB", "AUX", "DET", "SPACE") for i in outside)
        for before in self._told_before(sentence):
            if before.block != sentence.block and not opens:
                return None
            return self._only_body(before)
        return None

    def whose(self, index: int) -> Organisation | None:
        """What "whose" goes back to."""
        verb = next((t for t in self.document.ancestors(index) if t.dep == "relcl"), None)
        heads = [verb.head] if verb is not None else []
        heads += [index - 2] if index > 1 and self.tokens[index - 1].text == "," else []
        return next((body for _, body in self._bodies([i for i in heads if i < index])), None)

    def _told_before(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences before, in this paragraph or the one before, that are no quotation, the nearest first."""
        for number in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
            before = self.document.sentences[number]
            if sentence.block - before.block > 1:
                return
            words = (i for i in range(before.first, before.last) if self.tokens[i].pos not in ("PUNCT", "SPACE"))
            if any(i not in self._quoted for i in words):
                yield before

    def _only_body(self, sentence: Sentence) -> Organisation | None:
        """The organisation that is a subject in a sentence, else the only one."""
        found = list(self._bodies([i for i in range(sentence.first, sentence.last) if i not in self._quoted]))
        found = [(i, body) for i, body in found if not body.state]
        subjects = [body for i, body in found if self.tokens[i].dep in SUBJECTS]
        if subjects:
            return subjects[0]
        return found[0][1] if len({body.name for _, body in found}) == 1 else None

    def _bodies(self, indexes: list[int]) -> Iterator[tuple[int, Organisation]]:
        """The organisations and states that tokens mean, named or not, each with its last token."""
        for here in indexes:
            reference = self.references.at(here)
            if reference is not None:
                if reference.actor.kind is not ActorKind.PERSON:
                    yield reference.last - 1, holder(reference.actor)
            elif self.tokens[here].lower in organisation_nouns() and self.tokens[here].dep != "compound":
                known = self._apposed(here) or self._special(here) or self.generic(here) or self.unnamed(here)
                if known is not None:
                    yield here, known

    def _special(self, index: int) -> Organisation | None:
        """ "the works council" of a firm is a body of its own, as "the music service" is not."""
        token = self.tokens[index]
        parted = any(
            self.tokens[i].dep == "compound" and self.tokens[i].pos == "NOUN" for i in self.document.children[index]
        )
        organ = token.lower in lexicons.words("titles", "organs")
        known = self.generic(index) if parted and organ else None
        named = known is not None and token.lower in known.name.lower().split()
        return self.unnamed(index) if known is not None and not named else None

    def _apposed(self, index: int) -> Organisation | None:
        """ "the friends' association, Friends of Eastgate,": the name behind the words."""
        apposed = (self.references.at(i) for i in self.document.children[index] if self.tokens[i].dep == "appos")
        return next((holder(r.actor) for r in apposed if r and r.actor.kind is ActorKind.ORGANIZATION), None)

    def unnamed(self, index: int) -> Organisation | None:
        """A body that is no actor, by the words that say which ("the players' association")."""
        first = index
        while first and self._says_which(first - 1, index):
            first -= 1
        named = index + 1 < len(self.tokens) and self.references.at(index + 1)
        if first == index or named or not self.tokens[first].text[0].isalpha():
            return None
        return Organisation(None, self.document.text(first, index + 1), False)

    def said_before(self, index: int) -> Organisation | None:
        """ "The committee" of which the words said before which one it is ("the education committee")."""
        word = self.tokens[index].lower
        before = (t.index for t in reversed(self.tokens[:index]) if t.lower == word and t.pos == "NOUN")
        return next((body for at in before if (body := self.unnamed(at)) is not None), None)

    def _says_which(self, index: int, noun: int) -> bool:
        token = self.tokens[index]
        inside = token.sentence == self.tokens[noun].sentence and token.dep in PARTS_OF_NAMES
        around = (None, self.references.at(noun))  # a description may hold both ("the head of the customs office")
        return inside and token.tag != "PRP$" and token.head <= noun and self.references.at(index) in around


def _may_be(body: Actor, word: str) -> bool:
    """Can a body be spoken of by this noun, if its name does not have it?"""
    of = load("descriptions").words
    if word in of("businesses") and not of("public-heads").isdisjoint(body.name.lower().split()):
        return False  # no police is "the charity"
    of_kind = organisation_nouns() & frozenset(body.name.lower().split())
    wide = word in lexicons.words("descriptions", "any-organisation") or word in lexicons.words("titles", "organs")
    return wide or not of_kind or not of_kind.isdisjoint(_kinds().get(word, ()))
