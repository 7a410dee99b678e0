"""Credits without a label at the end of a caption: after the last sentence, or a chain of names at the very end."""

from __future__ import annotations

import re

from briefbook.grammar.credits.evidence import weigh
from briefbook.grammar.credits.names import INITIALS, NameKind, classify, is_person_shaped, known_agency
from briefbook.grammar.credits.tokens import EDGES
from briefbook.grammar.credits.words import credit_words, fold

REACH = 220
"""Characters before the end in which a credit may begin."""
BOUNDARY = re.compile(
    r"[.!?…。”\"»’)\]]+(?P<gap>[ \t\u00a0]{0,9}\n?[ \t]{0,9}(?:[|/–—]\s?|-\s)?)(?=[^\W_]|@|©|“)|(?P<line>\n\s*)(?=\S)"
)
INITIAL = re.compile(r"(?:(?<!\w)|\W)[A-ZÀ-Þ]\.")
"""A full stop after a single capital ends no sentence."""
CHAIN = re.compile(r"\s*[/|]+\s*|\s+via\s+", re.I)
EQUAL = re.compile(r"[＝=]\s?(?=[^＝=。、\s]{2,16}\Z)")
"""How Japanese captions part the agency from the words before it."""
DASHED = re.compile(r"\s[–—-]\s(?=[^–—-]{2,40}\Z)")
"""A dash before the last words of a caption."""
WORD = re.compile(r"[^\s/|]+")
PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "of",
        "from",
        "to",
        "near",
        "on",
        "en",
        "de",
        "à",
        "a",
        "im",
        "am",
        "aus",
        "von",
        "i",
        "di",
        "du",
        "the",
        "del",
        "al",
    }
)
MAX_ABBREVIATION, MIN_WORD, MAX_TITLE = 20, 3, 6
"""Characters looked at before a full stop, of the shortest word that ends a sentence, of the shortest such name."""
MIN_ORGANIZATION = 3
"""Words an organisation's name needs to be taken for a credit when nothing else speaks for it."""


def find_tail(text: str, start: int, end: int, *, only_person: bool = False) -> int | None:
    """Where a credit begins that follows the caption's last sentence (or line), or None.

    Args:
        only_person: The words must be a person's name.
    """
    for boundary in BOUNDARY.finditer(text, max(start, end - REACH), end):
        first = boundary.end()
        if first <= start or first >= end or INITIAL.match(text, boundary.start() - 2):
            continue
        rest = text[first:end].strip()
        separate = boundary["gap"] in ("", None) or "\n" in boundary[0]
        if only_person:
            person = is_person_shaped(rest) and classify(rest).kind in (NameKind.PERSON, NameKind.LIKELY_PERSON)
            if person or fold(rest) in credit_words().marks:
                return first
        elif _is_tail(rest, separate, boundary[0]) or (
            boundary[0][0] == "."
            and classify(rest).kind is NameKind.PERSON
            and not _abbreviated(text, boundary.start())
        ):
            return first
    return None


def _is_tail(rest: str, separate: bool, boundary: str) -> bool:
    """`separate`: a line break, or no space at all, parts it from the sentence, as only joined page elements are."""
    evidence = weigh(rest)
    if evidence is None:
        return False
    if evidence.strong:
        return True
    if boundary.rstrip()[-1:] in ("|", "/", "—", "–") and evidence.named:
        return True
    if separate and boundary.strip() not in (")", "]", "’", "'"):
        name = classify(rest.strip(EDGES))
        return name.kind is NameKind.PERSON or (evidence.organization > 1 and ("\n" in boundary or boundary == "."))
    return evidence.organization >= MIN_ORGANIZATION and boundary.strip()[:1] in tuple(".!?")


def _abbreviated(text: str, stop: int) -> bool:
    """Does the full stop at `stop` end a title or another abbreviation ("Sen.", "Prof."), and no sentence?"""
    before = text[max(0, stop - MAX_ABBREVIATION) : stop].split()
    word = before[-1] if before else ""
    return not word or (word[-1].isalpha() and (len(word) < MIN_WORD or (word[0].isupper() and len(word) < MAX_TITLE)))


def find_chain(text: str, start: int, end: int) -> int | None:
    """Where a chain of names begins that ends the text ("… in town Jane Roe/AP", "… Jane Roe Submitted photo")."""
    marked = _trailing_mark(text, start, end)
    if marked is not None:
        return marked
    equal = EQUAL.search(text, start, end)
    if equal and known_agency(text[equal.end() : end].strip(EDGES)):
        return equal.end()
    dashed = DASHED.search(text, max(start, end - REACH), end) if text[end - 1].isalpha() else None
    if dashed and dashed.start() > start and known_agency(text[dashed.end() : end].strip(EDGES)):
        return dashed.end()
    for link in CHAIN.finditer(text, max(start, end - REACH), end):
        first = _name_start(text, start, link.start())
        if first is not None and link[0][0].isspace() and not _may_be_maker(text[first : link.start()]):
            first = link.end()
        if first is None or _governed(text, start, first):
            continue
        evidence = weigh(text[first:end])
        if evidence is not None and evidence.strong and _holds_known(text[first:end]):
            return first
    return None


def _may_be_maker(name: str) -> bool:
    """Is what stands before a spaced separator more than the last word of the caption ("A new tram | dpa")?"""
    return len(name.split()) > 1 or known_agency(name) is not None or name.isupper()


def _governed(text: str, start: int, first: int) -> bool:
    """Does a preposition or "and" stand right before, so that the names belong to the sentence ("shared on X/Y")?"""
    before = text[max(start, first - REACH) : first]
    return before[-1:].isspace() and fold((before.split() or [""])[-1]) in PREPOSITIONS | {
        "and",
        "with",
        "by",
        "und",
        "y",
        "et",
    }


def _holds_known(text: str) -> bool:
    pieces = [piece.strip(EDGES) for piece in re.split(r"[/|()\n]|\bvia\s", text) if piece.strip(EDGES)]
    return any(known_agency(piece) for piece in pieces) or any(
        classify(piece).kind is NameKind.ORGANIZATION for piece in pieces
    )


def _trailing_mark(text: str, start: int, end: int) -> int | None:
    """A mark of two words at the end: "Submitted photo"."""
    words = [match.span() for match in WORD.finditer(text, max(start, end - 60), end)]
    if len(words) > 2:
        first = words[-2][0]
        if fold(text[first:end]) in credit_words().handout and text[first].isupper():
            return first
    return None


def _name_start(text: str, start: int, end: int) -> int | None:
    """Where the name begins that ends at `end`: a known agency, else a person's name."""
    spans = [_unglued(text, *match.span()) for match in WORD.finditer(text, max(start, end - 80), end)]
    for size in (4, 3, 2, 1):
        if len(spans) >= size and known_agency(text[spans[-size][0] : end].strip()):
            return spans[-size][0]
    run: list[tuple[int, int]] = []
    for first, last in reversed(spans):
        word = text[first:last]
        if word[-1] in ",;:!?)" and run or word[-1] == "." and not INITIALS.match(word):
            break
        if not (word[0].isupper() or word[0] == "@" or fold(word) in credit_words().particles):
            break
        run.insert(0, (first, last))
        if first > start and not text[first - 1].isspace():
            break
    while run and text[run[0][0]].islower():
        run.pop(0)
    if not run:
        return None
    before = next((text[a:b] for a, b in reversed(spans) if b <= run[0][0]), "")
    return _of_run(text, run, before)


def _unglued(text: str, first: int, last: int) -> tuple[int, int]:
    """A word without what is glued before it: the "Leyen." of "Leyen.Philipp"."""
    glued = re.search(r"[^\W\d_]{2,}[.!?”\"»)]+(?=[A-ZÀ-Þ])", text[first:last])
    return (first + glued.end(), last) if glued else (first, last)


def _of_run(text: str, run: list[tuple[int, int]], before: str) -> int:
    """How much of a run of capitalised words is the name: all of three, or the last two with initials and particles."""
    words = credit_words()
    if len(run) <= 2 or (len(run) == 3 and fold(before) not in PREPOSITIONS):
        return run[0][0]
    size = 2
    while size < len(run):
        inner = text[run[-size][0] : run[-size][1]]
        if not (INITIALS.match(inner) or fold(inner) in words.particles):
            break
        size += 1
    return run[-size][0]
