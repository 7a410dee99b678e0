"""Print the chosen versions: slices joined by "[…]", names of ours in square brackets, citations of every slice."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.extract.summary.pointing import Pointing, replacement
from briefbook.extract.summary.quoted import PLAIN, Quoted, closed
from briefbook.extract.summary.slices import Range, Version
from briefbook.model import ActorKind, MentionForm, SummarySentence

OMITTED = "[…]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A sentence to print: its index in the document, the version, its last token, and what points outside it.

    `speaker` is named where the words stand wholly in a quotation.
    """

    sentence: int
    version: Version
    end: int
    pointing: Pointing
    quoted: Quoted = PLAIN
    speaker: str | None = None


def length(document: AnalysedDocument, choice: Choice) -> int:
    """Words as printed, every pronoun replaced by a full name."""
    plain = sum(document.text(*part).count(" ") + 1 for part in choice.version)
    named = choice.pointing.names.values()
    names = sum(actor.name.count(" ") + (actor.kind is not ActorKind.PERSON) for actor in named)  # "the", it may be
    names += choice.speaker.count(" ") + 1 if choice.speaker else 0
    return plain + names + len(choice.version) - 1 + (choice.version[-1].last < choice.end)


@dataclass
class Teller:
    """Prints choices in reading order, remembering whom the reader knows; `spare` words may go into given names."""

    references: References
    spare: int
    known: set[str] = field(default_factory=set)
    before: Choice | None = None

    def tell(self, choice: Choice) -> SummarySentence:
        """The next sentence of the summary."""
        document = self.references.document
        words = {
            **_capital(document, choice),
            **self._pronouns(choice),
            **self._given_names(choice),
        }
        parts = [_printed(document, part, words) for part in choice.version]
        if choice.version[-1].last < choice.end:
            parts.append(OMITTED)
            text = " ".join([*_joined(parts[:-1]), OMITTED])
        else:
            text = " ".join(_joined(parts))
        self.known.update(self._named(choice))
        self.before = choice
        text = closed(
            _tight(text),
            choice.quoted,
            choice.speaker,
            whole_end=choice.version[-1].last == choice.end,
        )
        return SummarySentence(text=text, citations=tuple(document.cite(*part) for part in choice.version))

    def _pronouns(self, choice: Choice) -> dict[int, str]:
        """Names for the pronouns, except where the sentence before, just told, names the actor."""
        tokens = self.references.document.tokens
        near = (
            self._named(self.before)
            if self.before is not None and self.before.sentence == choice.sentence - 1
            else set()
        )
        return {
            index: replacement(self.references.document, tokens[index], actor, known=actor.id in self.known)
            for index, actor in choice.pointing.names.items()
            if actor.id not in near
        }

    def _given_names(self, choice: Choice) -> dict[int, str]:
        """Given names before a surname that the summary has not introduced."""
        tokens = self.references.document.tokens
        found: dict[int, str] = {}
        met = self.known | {actor.id for actor in choice.pointing.names.values()}
        for reference in self._names(choice):
            actor, exact = reference.actor, reference.mention.citation.exact
            given = actor.name.removesuffix(exact).strip()
            short = (
                actor.kind is ActorKind.PERSON
                and actor.name.endswith(" " + exact)
                and self._alone(choice, reference)
                and self._introduced(reference)
            )
            if short and actor.id not in met and given.count(" ") < self.spare:
                found[reference.first] = f"[{given}] {tokens[reference.first].text}"
                self.spare -= given.count(" ") + 1
            met.add(actor.id)
        return found

    def _introduced(self, reference: Reference) -> bool:
        """Does the full name stand before it?  A surname that comes first may be another's ("Lund's shares", a firm)."""
        full = [m.citation.block for m in reference.actor.mentions if m.citation.exact == reference.actor.name]
        return not full or min(full) <= reference.mention.citation.block

    def _alone(self, choice: Choice, reference: Reference) -> bool:
        """Does the surname stand by itself (not "the Caro plan"), and is the full name not in the same sentence?"""
        if self.references.document.tokens[reference.last - 1].dep == "compound":
            return False
        return not any(
            r.mention.citation.exact == reference.actor.name for r in self._names(choice) if r.actor is reference.actor
        )

    def _names(self, choice: Choice) -> list[Reference]:
        """References by name in the choice, in order."""
        between = self.references.between
        return [r for part in choice.version for r in between(*part) if r.mention.form is MentionForm.NAMED]

    def _named(self, choice: Choice) -> set[str]:
        """Ids of the actors named in it, or put in its brackets."""
        return {r.actor.id for r in self._names(choice)} | {actor.id for actor in choice.pointing.names.values()}


def _printed(document: AnalysedDocument, part: Range, words: dict[int, str]) -> str:
    """The slice with some of its tokens replaced."""
    block = document.article.blocks[document.tokens[part.first].block].text
    at, text = document.tokens[part.first].start, ""
    for index in sorted(index for index in words if part.first <= index < part.last):
        token = document.tokens[index]
        text += block[at : token.start] + words[index]
        at = token.end
    return text + block[at : document.tokens[part.last - 1].end]


def _capital(document: AnalysedDocument, choice: Choice) -> dict[int, str]:
    """The first word with a capital letter, in brackets, when an opening ("However,") was left out."""
    token = document.tokens[choice.version[0].first]
    return (
        {token.index: f"[{token.text[0].upper()}{token.text[1:]}]"}
        if token.text[:1].islower() and _shortened(document, token)
        else {}
    )


def _shortened(document: AnalysedDocument, token: Token) -> bool:
    return token.start > document.sentences[token.sentence].start


def _joined(parts: list[str]) -> list[str]:
    """The parts with the sign of omission between them."""
    return [piece for number, part in enumerate(parts) for piece in ((OMITTED, part) if number else (part,))]


def _tight(text: str) -> str:
    """No space before a mark that follows the sign of omission."""
    for mark in ",.;:!?":
        text = text.replace(f"{OMITTED} {mark}", OMITTED + mark)
    return text
