"""Leave out those who made the article: bylines, "contributed to this report", the agency of the dateline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.words import words

IN_BRACKETS = re.compile(r"\(([^()]+)\)")


def without_makers(document: AnalysedDocument, found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that are no makers of the article."""
    found = list(found)
    makers = _byline_sentences(document)
    agencies = _agencies(document) | _asked_by(document, found, makers)
    agencies |= _venues(document, found)
    return [c for c in found if document.tokens[c.first].sentence not in makers and c.text not in agencies]


def _venues(document: AnalysedDocument, found: list[Candidate]) -> frozenset[str]:
    """Sites that are only where something was posted ("on Twitter"), never who acts."""
    acting = {c.text for c in found if c.text in words().sites and _acts(document, c)}
    return words().sites - acting


def _acts(document: AnalysedDocument, site: Candidate) -> bool:
    """Does it do something, or does it have staff ("its founder", "a Facebook spokesman")?"""
    token, after = document.tokens[site.last - 1], document.tokens[min(site.last, len(document.tokens) - 1)]
    staffed = after.lower in words().person_nouns or after.lower == "co"
    return staffed or token.dep in ("nsubj", "poss", "appos", "conj", "ROOT")


def _byline_sentences(document: AnalysedDocument) -> frozenset[int]:
    """Only the first and last blocks can hold them."""
    blocks = sorted({sentence.block for sentence in document.sentences})
    edge = {*blocks[:3], *blocks[-4:]}
    near = (sentence for sentence in document.sentences if sentence.block in edge)
    return frozenset(s.index for s in near if _byline().match(document.sentence_text(s)))


@lru_cache(maxsize=1)
def _byline() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry.pattern})" for entry in lexicons.load("bylines").entries))


def _agencies(document: AnalysedDocument) -> frozenset[str]:
    """The publisher and the agency named in the dateline of the first blocks."""
    found = {document.article.publisher} if document.article.publisher else set()
    for sentence in document.sentences[:6]:
        told = document.told_from(sentence)
        if told > sentence.first and (agency := IN_BRACKETS.search(document.text(sentence.first, told))):
            found.add(agency[1])
    return frozenset(found)


def _asked_by(document: AnalysedDocument, found: list[Candidate], makers: frozenset[int]) -> frozenset[str]:
    """The newsroom itself: its reporters have the byline ("VOA's NAME contributed"), or it is told things again and again."""
    tokens, told = document.tokens, Counter[str]()
    named = set()
    for candidate in found:
        after = tokens[min(candidate.last, len(tokens) - 1)]
        if tokens[candidate.first].sentence in makers and after.text in ("'s", "’s"):
            named.add(candidate.text)
        before = tokens[candidate.first - 1] if candidate.first else None
        if (
            before is not None
            and before.lemma == "tell"
            and candidate.model in ("ORG", "")
            and candidate.text.isupper()
        ):
            told[candidate.text] += 1
    return frozenset(named | {text for text, times in told.items() if times > 1})
