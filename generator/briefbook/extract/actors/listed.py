"""Names in a row ("Kanpur, Koraput and Lucknow") are mostly of one kind: the clear ones speak for the unclear.

So do the words before the row ("in places such as", "the parties", "near").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words

LINKS = frozenset({(",",), ("and",), ("or",), (",", "and"), (",", "or"), ("&",), (";",), ("/",)})
EITHER = frozenset({"rival", "partner", "champion", "winner", "predecessor", "successor", "founder", "owner"})
"""Nouns for persons that firms and clubs are called too."""
INTRODUCING = frozenset({("such", "as"), ("including",), ("like",), (":",)})
NEIGHBOUR, SEVERAL, INTRODUCED = 1.5, 2.0, 2.0


class Span(NamedTuple):
    """A mention: tokens [first, last) and the form it belongs to."""

    first: int
    last: int
    key: str


def votes_in_rows(
    document: AnalysedDocument, spans: Iterable[Span], kinds: Mapping[str, Kind], clear: Mapping[str, bool]
) -> dict[str, Votes]:
    """What unclear forms gain from the rows of names they stand in, by key."""
    gained: dict[str, Votes] = {}
    for row in _rows(document, sorted(spans)):
        spoken = _introduced(document, row[0].first)
        for at, span in enumerate(row):
            if not clear[span.key]:
                votes = gained.setdefault(span.key, Votes())
                votes.add(_from_others(row, at, kinds, clear))
                votes.add(spoken)
    return gained


def _rows(document: AnalysedDocument, spans: list[Span]) -> Iterator[list[Span]]:
    """Runs of two and more names joined by commas, "and", "or"."""
    row: list[Span] = spans[:1]
    for left, right in pairwise(spans):
        if left.key != right.key and _linked(document, left.last, right.first):
            row.append(right)
            continue
        if len(row) > 1:
            yield row
        row = [right]
    if len(row) > 1:
        yield row


def _linked(document: AnalysedDocument, last: int, first: int) -> bool:
    if not 0 < first - last <= 2:
        return False
    between = document.tokens[last:first]
    return tuple(token.lower for token in between) in LINKS and between[0].block == document.tokens[first].block


def _from_others(row: list[Span], at: int, kinds: Mapping[str, Kind], clear: Mapping[str, bool]) -> Votes:
    """The clear names right beside it; several clear names of one kind speak to the whole row."""
    votes = Votes()
    seen = Counter(_kind(kinds[span.key]) for span in row if clear[span.key])
    if len(seen) == 1 and (kind := next(iter(seen))) is not None and seen[kind] > 1:
        votes[kind] += SEVERAL
        return votes
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(row) and clear[row[beside].key]:
            kind = _kind(kinds[row[beside].key])
            if kind is not None:
                votes[kind] += NEIGHBOUR
    return votes


def _kind(kind: Kind) -> Kind | None:
    """The kind a neighbour speaks for: a state's neighbours are places, at least."""
    if kind in (Kind.OTHER, Kind.PEOPLE):
        return None
    return Kind.PLACE if kind is Kind.STATE else kind


def _introduced(document: AnalysedDocument, first: int) -> Votes:
    """What stands before the row: "in places such as", "the firms", "the cities of"."""
    tokens, lexicon = document.tokens, words()
    before = [t.lower for t in tokens[max(0, first - 4) : first] if t.block == tokens[first].block]
    for width in (2, 1):
        if tuple(before[-width:]) in INTRODUCING:
            before = [word for word in before[:-width] if word != ","]
            break
    else:
        if before[-1:] == ["of"]:
            before = before[:-1]
    noun = before[-1] if before else ""
    one = _singular(noun)
    if noun == one:
        return Votes()
    if one in lexicon.place_nouns or one == "place":
        return Votes({Kind.PLACE: INTRODUCED})
    if one in lexicon.apposed_bodies:
        return Votes({Kind.ORGANISATION: INTRODUCED})
    persons = one in lexicon.person_nouns and one not in EITHER
    return Votes({Kind.PERSON: INTRODUCED}) if persons else Votes()


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") else noun
