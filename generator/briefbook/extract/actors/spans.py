"""Bring together the runs of capitals and the names the model sees: one list of candidate names with exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefbook.analysis import AnalysedDocument, Name, Token
from briefbook.extract.actors.cuts import Chunk
from briefbook.extract.actors.reading import HYPHENS, POSSESSIVES
from briefbook.extract.actors.words import words

WIDE_LABELS = frozenset({"ORG", "FAC", "LOC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
"""Labels whose spans may hold small words ("of", "and")."""

INITIALS = re.compile(r"(?:^|[ .])[A-Z]\.$")
ALONE = re.compile(r"[A-Z]{2,6}")
PARTISAN = re.compile(r"[A-Z]{1,3}-[A-Z][a-z.]")
YEAR = re.compile(r"(?:1[89]|20)\d\d")
VOTES = frozenset({"election", "elections", "referendum", "by-election", "primary", "primaries"})

LAWS = frozenset({"Act", "Bill", "Order", "Regulations", "Rules", "Ordinance", "Code"})
LAW = 7
"""Tokens from the bracket inside the name of a law to its head ("(Safety and Welfare) Act")."""

NAMING_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name.

    Attributes:
        first: First token.
        last: One past the last token.
        text: As running text writes it.
        model: Label the model gives these words, or "".
        after_post: A post or honorific stands before it in the same run of capitals.
        weak: It stands in a title or shouted text, whose capitals tell little.
    """

    first: int
    last: int
    text: str
    model: str = ""
    after_post: bool = False
    weak: bool = False


def candidates(document: AnalysedDocument, chunks: Iterable[Chunk]) -> list[Candidate]:
    """All candidate names, in order, not overlapping."""
    names = [name for name in document.names if name.label in NAMING_LABELS]
    covered = {index: name for name in names for index in range(name.first, name.last)}
    found: list[Candidate] = []
    for chunk in chunks:
        if found and chunk.first < found[-1].last:
            continue
        found.extend(_label(document, chunk, covered))
    ordered = sorted(_trimmed(document, found), key=lambda c: c.first)
    return [
        c for c in ordered if not _votes_on(document, c) and not _inserted(document, c) and not _ordinary(document, c)
    ]


def _ordinary(document: AnalysedDocument, candidate: Candidate) -> bool:
    """A word that opens a sentence, and that the article writes small elsewhere, is no name; nor is a shouted word."""
    if candidate.last - candidate.first > 1:
        return False
    token = document.tokens[candidate.first]
    if token.cased in words().openers and token.cased not in words().given:
        return True
    if len(token.cased) > 4 and token.cased.isupper() and token.lower in words().common:
        return True
    opens = (
        candidate.first == document.sentences[token.sentence].first
        or document.tokens[candidate.first - 1].text in '"“‘'
    )
    if not opens or token.cased in words().map.states:
        return False
    plural = token.tag == "NNS" and token.lower[:-1] in words().common and not candidate.model
    return plural or token.lower in document.small_words


def _inserted(document: AnalysedDocument, candidate: Candidate) -> bool:
    """ "[Lena] Marsh": the editor's insertion before a name is no name of its own; nor is a word with a bracket inside."""
    tokens = document.tokens
    if "[" in candidate.text or "]" in candidate.text or candidate.text in words().generational:
        return True
    if candidate.first and tokens[candidate.first - 1].text == "#":
        return True  # a tag of a network is no name
    if _opens_law(tokens[candidate.last : candidate.last + LAW]):
        return True
    before, at = tokens[candidate.first - 1].text if candidate.first else "", candidate.last
    return before == "[" and at + 1 < len(tokens) and tokens[at].text == "]" and tokens[at + 1].cased[0].isupper()


def _opens_law(ahead: Sequence[Token]) -> bool:
    """ "Ports (Safety) Act": does a word in brackets, and a law, follow?"""
    spoken = [token.text for token in ahead]
    closing = spoken.index(")") if spoken[:1] == ["("] and ")" in spoken else 0
    return 0 < closing < len(spoken) - 1 and spoken[closing + 1] in LAWS


def _is_seat(text: str) -> bool:
    """A place, or an abbreviation of one ("Calif.")."""
    return text.endswith(".") or words().map.knows(text) or words().map.knows(f"{text}.")


def _votes_on(document: AnalysedDocument, candidate: Candidate) -> bool:
    """Is it part of the name of a vote ("the 2011 Norland general election")?"""
    tokens = document.tokens
    if not any(YEAR.fullmatch(tokens[i].text) for i in (candidate.first - 1, candidate.first - 2) if i >= 0):
        return False
    ahead = tokens[candidate.last : candidate.last + 3]
    found = next((n for n, token in enumerate(ahead) if token.lower in VOTES), None)
    return found is not None and all(token.pos in ("ADJ", "NOUN", "PROPN") for token in ahead[:found])


def _label(document: AnalysedDocument, chunk: Chunk, covered: dict[int, Name]) -> Iterator[Candidate]:
    seen = list(dict.fromkeys(covered[i] for i in range(chunk.first, chunk.last) if i in covered))
    if not seen:
        yield _make(document, chunk, "")
        return
    wide = seen[0] if len(seen) == 1 else None
    if wide is not None and wide.label in WIDE_LABELS and _extends(document, wide, chunk):
        yield _make(document, Chunk(*_clean(document, wide.first, wide.last), chunk.after_post), wide.label)
        return
    if (
        len(seen) == 2
        and _on_the_map(document, seen[0])
        and seen[0].label in ("GPE", "NORP")
        and seen[1].label == "PERSON"
        and seen[0].last == seen[1].first > chunk.first
    ):
        yield _make(document, Chunk(chunk.first, seen[1].first), seen[0].label)
        yield _make(document, Chunk(seen[1].first, chunk.last), "PERSON")
        return
    best = max(seen, key=lambda name: (min(name.last, chunk.last) - max(name.first, chunk.first), name.last))
    yield _make(document, chunk, best.label)


def _on_the_map(document: AnalysedDocument, name: Name) -> bool:
    """Is it a place, or a state's adjective, and no given name?"""
    text, known = document.cased_text(*_clean(document, name.first, name.last)), words().map
    return (known.knows(text) or text in known.adjectives) and text not in words().given


def _extends(document: AnalysedDocument, name: Name, chunk: Chunk) -> bool:
    """Does the model see a longer name over small words, all of whose other words have capitals?"""
    first, last = _clean(document, name.first, name.last)
    if (
        not (first <= chunk.first and chunk.last <= last and last - first > chunk.last - chunk.first)
        or last - first > 9
    ):
        return False
    rest = [document.tokens[i] for i in range(first, last)]
    if any(
        t.cased in words().posts and t.index < last - 1 for t in rest if t.index >= chunk.last or t.index < chunk.first
    ):
        return False
    before, after = document.tokens[chunk.first - 1], document.tokens[min(chunk.last, len(document.tokens) - 1)]
    if chunk.first > first and before.cased[0].isupper() or chunk.last < last and after.cased[0].isupper():
        return False  # the run was cut here on purpose
    if (
        last > chunk.last
        and document.tokens[chunk.last].lower == "of"
        and document.tokens[chunk.first].cased in words().given
    ):
        return False  # "Jan Mol of Norland"
    if any(rest[at].lower == "of" and rest[at - 1].cased == rest[at + 1].cased for at in range(1, len(rest) - 1)):
        return False  # "Amy Church of Church & Hale"
    if document.cased_text(chunk.first, chunk.last) in words().not_actors:
        return False
    if document.cased_text(first, min(first + 2, last)) in words().no_actors_alone:
        return False  # "the Oval Office of the White House"
    small = {"of", "and", "for", "the", "in", "on", "to", "&", "'s", "’s", "’", "'"}
    if _is_owned(rest):
        return False
    if any(t.cased in words().not_names for t in rest) or _is_pair(document, first, last):
        return False
    return (
        rest[-1].cased[0].isupper()
        and rest[0].cased[0].isupper()
        and all(t.cased[0].isupper() or t.lower in small for t in rest)
    )


def _is_owned(rest: Sequence[Token]) -> bool:
    """ "Orsa's Lena Marsh", "Coast Council's Brandt": a name and what is its own, no head noun at the end."""
    at = next((n for n, token in enumerate(rest[:-1]) if n and token.cased in POSSESSIVES), 0)
    if not at or rest[-1].cased in words().organisation_heads:
        return False
    owner = rest[at - 1]
    person = rest[at + 1].cased in words().given
    return person or owner.lower not in words().common or owner.cased in words().organisation_heads


def _is_pair(document: AnalysedDocument, first: int, last: int) -> bool:
    """Are two names joined, one of which is an abbreviation or known by itself ("NFP and Harrow Post")?"""
    for at in range(first + 1, last - 1):
        if document.tokens[at].lower == "and":
            sides = (document.cased_text(first, at), document.cased_text(at + 1, last))
            if sides[1] in words().organisation_heads_of:
                return True  # "the Department of Harbours and Office of the Auditor"
            if any(ALONE.fullmatch(side) or side in words().well_known or side in words().companies for side in sides):
                return True
    return False


def _clean(document: AnalysedDocument, first: int, last: int) -> tuple[int, int]:
    """Without a leading article and a trailing possessive or punctuation."""
    tokens = document.tokens
    while first < last and (tokens[first].lower in ("the", "a", "an") or not tokens[first].cased[0].isalnum()):
        first += 1
    while first < last and (
        tokens[last - 1].cased in POSSESSIVES
        or not tokens[last - 1].cased[-1].isalnum()
        and tokens[last - 1].cased[-1] != "."
    ):
        last -= 1
    return first, last


def _make(document: AnalysedDocument, chunk: Chunk, label: str) -> Candidate:
    weak = any(token.restored for token in document.tokens[chunk.first : chunk.last])
    return Candidate(
        chunk.first, chunk.last, document.cased_text(chunk.first, chunk.last), label, chunk.after_post, weak
    )


def _trimmed(document: AnalysedDocument, found: list[Candidate]) -> Iterator[Candidate]:
    """Candidates with clean edges; none overlaps an earlier one."""
    until = -1
    for candidate in sorted(found, key=lambda c: (c.first, c.first - c.last)):
        first, last = _clean(document, candidate.first, candidate.last)
        if PARTISAN.match(document.cased_text(first, last)) and _is_seat(document.cased_text(first + 2, last)):
            first += 2  # "R-Texas" tells the party and the state
        if "(" in document.cased_text(first, last) and document.text(last, last + 1) == ")":
            last += 1  # "CPI(M)"
        if first >= last or first < until or not any(c.isalpha() for c in document.cased_text(first, last)):
            continue
        until = last
        text = document.cased_text(first, last)
        if (
            text.endswith(".")
            and last == document.sentences[document.tokens[first].sentence].last
            and not INITIALS.search(text)
        ):
            text = text[:-1]  # the full stop ends the sentence
        yield Candidate(first, last, text, candidate.model, candidate.after_post, candidate.weak)


__all__ = ["HYPHENS", "Candidate", "candidates"]
