"""Which parts of a sentence may be left out: what remains are exact slices that still say something true.

Left out may be what only describes or adds: a non-restrictive relative or participle clause, an apposition, a bracketed
remark, an "as"/"while" clause or a second "and" clause with its own subject at the end, an example opened by "including".
Never left out: an attribution, a condition, a negation, a denial, a restrictive clause, a reason, a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Sentence, Token
from briefbook.extract.summary.cues import cues
from briefbook.extract.summary.edges import SHORTEST, first_token, last_token
from briefbook.extract.summary.quoted import unpaired

DASHES = frozenset({"—", "–", "--"})
BRACKETING = DASHES | {"("}
ADDING = frozenset({"relcl", "acl", "appos", "prep", "advmod", "advcl", "conj"})
WORTHWHILE = 4
"""Fewest tokens worth leaving out, marks included: the sign of omission is a word of its own."""
CLOSING = 2
"""A verb of saying among so many last words, the last one included, may be said of the whole sentence ("..., said Ms. Roe")."""


class Range(NamedTuple):
    """Tokens [first, last)."""

    first: int
    last: int


Version = tuple[Range, ...]
"""A printable form of a sentence: the ranges kept, in order."""


def versions(document: AnalysedDocument, sentence: Sentence) -> list[Version]:
    """The whole sentence first (without dateline and "However,"), then shorter forms, each a subset of it; at most six."""
    whole = Range(first_token(document, sentence), last_token(document, sentence))
    if whole.first >= whole.last:
        return []
    parts_found = _droppable(document, whole)
    dropped, nested = _outermost(parts_found), [part for part in parts_found if part.last == whole.last][-1:]
    choices: list[Version] = [(whole,)]
    heads = [part for part in dropped if part.first == whole.first]
    tails = [part for part in dropped if part.last == whole.last]
    middles = [part for part in dropped if part not in heads and part not in tails]
    for parts in (nested, tails, middles, [*middles, *tails], [*heads, *middles, *tails]):
        if parts and (kept := _without(whole, parts)) not in choices and _sound(document, whole, kept):
            choices.append(kept)
    return choices


def _droppable(document: AnalysedDocument, whole: Range) -> list[Range]:
    """Parts that may go, outer before inner, in order; each includes the marks that set it off."""
    signs = {token.text for token in document.tokens[whole.first : whole.last]}
    found = {*_clauses(document, whole)}
    if not signs.isdisjoint(BRACKETING):
        found.update(_brackets(document, whole))
    if "," in signs:
        found.update(_leading(document, whole))
    quoted = _quoted(document, whole) if found else []
    denying = cues().denying
    return [
        Range(first, last)
        for first, last in sorted(found, key=lambda r: (r.first, -r.last))
        if last - first >= WORTHWHILE
        and not quoted[first - whole.first]
        and denying.isdisjoint(token.lemma for token in document.tokens[first:last])
        and not _attributes(document, whole, Range(first, last))
    ]


def _attributes(document: AnalysedDocument, whole: Range, part: Range) -> bool:
    """May the part say whose words the rest is ("according to ...", "(police said)", "as she put it", "..., he said")?"""
    tokens, reporting = document.tokens[part.first : part.last], cues().reporting
    if "according" in [token.lower for token in tokens]:
        return True
    voices = [token.index for token in tokens if token.lemma in reporting and token.pos == "VERB"]
    if not voices:
        return False
    words = [token for token in tokens if token.pos != "PUNCT"]
    closes = part.last == whole.last and voices[-1] >= words[-1].index - CLOSING
    return closes or tokens[0].text in BRACKETING or words[0].lower == "as"


def _outermost(parts: list[Range]) -> list[Range]:
    """Of parts in order those that stand in no other."""
    found: list[Range] = []
    for part in parts:
        if not found or part.first >= found[-1].last:
            found.append(part)
    return found


def _brackets(document: AnalysedDocument, whole: Range) -> Iterator[Range]:
    """Remarks in round brackets or between two dashes."""
    opened: int | None = None
    dashed: int | None = None
    for token in document.tokens[whole.first : whole.last]:
        if token.text == "(":
            opened = token.index
        elif token.text == ")" and opened is not None:
            yield Range(opened, token.index + 1)
            opened = None
        elif token.text in DASHES:
            if dashed is not None:
                yield Range(dashed, token.index + 1)
            dashed = token.index if dashed is None else None


def _quoted(document: AnalysedDocument, whole: Range) -> list[bool]:
    """For each token: does it stand inside quotation marks?  Nothing is left out of a quotation."""
    found, inside = [], False
    for token in document.tokens[whole.first : whole.last]:
        inside = token.text == "“" or (inside and token.text != "”") if token.text != '"' else not inside
        found.append(inside)
    return found


def _clauses(document: AnalysedDocument, whole: Range) -> Iterator[Range]:
    """Clauses and appositions set off by commas, found by the parse."""
    for token in document.tokens[whole.first : whole.last]:
        if token.dep not in ADDING:
            continue
        if token.dep == "conj":
            part = _second(document, whole, token)
        elif _describes(document, token):
            first, last = document.subtree(token.index)
            bare = token.dep == "advcl" and token.tag not in ("VBG", "VBN")
            part = _set_off(document, whole, first, last, bare=bare)
        else:
            continue
        if part is not None and not (token.dep == "appos" and _joins(document, part.last)):
            yield part


def _joins(document: AnalysedDocument, index: int) -> bool:
    """Does "and" stand there?  What is before it is then a link of a chain ("13 in favour, none against, and two absent")."""
    return index < len(document.tokens) and document.tokens[index].pos == "CCONJ"


def _second(document: AnalysedDocument, whole: Range, verb: Token) -> Range | None:
    """A clause with a subject of its own that ", and" adds at the end of the sentence."""
    if verb.pos not in ("VERB", "AUX") or not document.dependents(verb.index, "nsubj", "nsubjpass"):
        return None
    first, last = document.subtree(verb.index)
    if first - 2 <= whole.first or document.tokens[first - 1].lower != "and" or document.tokens[first - 2].text != ",":
        return None
    part = _set_off(document, whole, first - 1, last, bare=False)
    return part if part is not None and part.last == whole.last else None


def _describes(document: AnalysedDocument, token: Token) -> bool:
    """Does what this token heads only describe?"""
    if token.dep == "relcl":
        return any(document.tokens[c].lower in cues().relative for c in _left_edge(document, token))
    if token.dep == "acl":
        return token.tag in ("VBN", "VBG")
    if token.dep == "appos":
        return token.pos == "NOUN"  # a name in apposition is what the reader needs
    if token.dep in ("prep", "advmod"):
        return _opens_examples(document, token) or token.lower in cues().accompanying
    if token.dep == "advcl":
        marks = [t.lower for t in document.dependents(token.index, "mark")]
        return marks[0] in cues().aside if marks else token.tag in ("VBG", "VBN")
    return False


def _opens_examples(document: AnalysedDocument, token: Token) -> bool:
    """Is it "including" itself, or a phrase that "especially" opens right before?"""
    words = cues().example_opening
    return token.lower in words or (token.index > 0 and document.tokens[token.index - 1].lower in words)


def _left_edge(document: AnalysedDocument, token: Token) -> range:
    first, _ = document.subtree(token.index)
    return range(first, min(first + 3, token.index))


def _set_off(document: AnalysedDocument, whole: Range, first: int, last: int, *, bare: bool) -> Range | None:
    """The part with its commas, or None when the text does not set it off; `bare` parts may end a sentence without one."""
    tokens = document.tokens
    while last > first and _mark(tokens[last - 1]):
        last -= 1
    ends = last >= whole.last or all(_mark(tokens[i]) for i in range(last, whole.last))
    comma = first - 1 > whole.first and tokens[first - 1].text == ","
    if ends:
        return Range(first - comma, whole.last) if (comma or bare) and first > whole.first else None
    if comma and tokens[last].text == ",":
        return Range(first - 1, last + 1)
    return None


def _leading(document: AnalysedDocument, whole: Range) -> Iterator[Range]:
    """An opening clause or phrase that sets the scene without a date ("Speaking to farmers, Ms. Roe said")."""
    tokens = document.tokens
    index = next((i for i in document.children[_root(document, whole)] if tokens[i].pos != "PUNCT"), whole.last)
    if index >= whole.last or tokens[index].dep not in ("advcl", "prep"):
        return
    token = tokens[index]
    first, last = document.subtree(index)
    if (
        first != whole.first
        or last >= whole.last - 1
        or tokens[last].text != ","
        or not tokens[last + 1].text[:1].isupper()
    ):
        return
    marks = {t.lower for t in document.dependents(index, "mark")}
    scene = (
        token.lower in cues().scene if token.dep == "prep" else marks <= cues().aside if marks else token.tag == "VBG"
    )
    if scene and not any(tokens[i].entity in ("DATE", "TIME") for i in range(first, last)):
        yield Range(first, last + 1)


def _root(document: AnalysedDocument, whole: Range) -> int:
    return next(
        (token.index for token in document.tokens[whole.first : whole.last] if token.dep == "ROOT"), whole.first
    )


def _without(whole: Range, parts: list[Range]) -> Version:
    kept, at = [], whole.first
    for part in sorted(parts):
        if part.first > at:
            kept.append(Range(at, part.first))
        at = part.last
    return (*kept, Range(at, whole.last)) if at < whole.last else tuple(kept)


def _sound(document: AnalysedDocument, whole: Range, kept: Version) -> bool:
    """Are quotation marks and brackets of the kept parts still paired, and is enough left?"""
    if sum(last - first for first, last in kept) < SHORTEST or any(first >= last for first, last in kept):
        return False
    if unpaired(document.text(*whole)):
        return False
    return not unpaired(" ".join(document.text(*part) for part in kept))


def _mark(token: Token) -> bool:
    """Punctuation, closing quotation marks included."""
    return token.pos == "PUNCT"
