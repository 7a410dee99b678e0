"""Does a text read as a credit, and how sure is that?

A text reads as a credit when every segment between its separators looks like a name or a mark: capitalised words,
particles, known agencies, no sentence.  How sure it is depends on the signs it holds beside.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefbook.grammar.credits.names import NameKind, classify, has_organization_word, known_agency
from briefbook.grammar.credits.tokens import EDGES, CreditTokens, Segment, tokenize
from briefbook.grammar.credits.words import credit_words, fold

MAX_WORDS = 9
"""Words of one name; organisations have the longest."""
MAX_NAME_WORDS = 5
"""Words of a name that holds no word of an organisation."""
MAX_LOOSE_WORDS = 14
"""Words after "courtesy of" or "via", where descriptions stand as well as names."""
MAX_DESCRIBED_WORDS = 4
"""Words there of a description without any name ("courtesy of the artist"), and of an organisation's common name."""
MAX_UNCASED = 12
MAX_UNCASED_LABELLED = 30
"""Characters of a name in a script without capitals, bare and after a label."""
INNER_END = re.compile(r"(?:[^\W\d_]{4,}|\d)[.!?…][\"”’»)]*\s+\S|[a-zß-ÿ]{3,}[.!?…](?=[A-ZÀ-Þ])")
"""A sentence ends inside: no name has that (abbreviations are shorter)."""
CAPITALS_END = re.compile(r"(?:[A-ZÀ-Þ’'.-]{3,}\s+){2,}(?=[A-ZÀ-Þ][a-zß-ÿ]{2})")
"""A name in capitals that is followed by other words: the caption begins there."""
SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?…]\s+[^\W\d_]{2,}\s+[a-zà-ÿ]|[。؟؛]")
LINKS = re.compile(r"[/|／｜;；•·、＝()（）\[\]\n=,]|\s(?:on|auf|en|sur)\s|\w[-–—]\w")
"""What parts names in a credit, and remarks from a name hardly ever."""
CASED = re.compile(r"[A-ZÀ-ÞŁŚŻĞİŞČŠŽА-ЯΑ-Ωa-zà-ÿа-яα-ω]")
COMMISSION = re.compile(r"\s+(?:for|für|pour|para|voor|för|durch)\s+", re.I)
COMMISSIONED = re.compile(rf"(?i:{COMMISSION.pattern})|\s+(?:on|auf)\s+")


class Evidence(NamedTuple):
    """What speaks for a text being a credit.

    Attributes:
        strong: A sign that captions do not have: a label, a known agency, a licence, "handout", a chain with a name.
        alone: Sure enough when the text stands by itself.
        named: At least a person's or organisation's name.
        organization: Words of the longest organisation's name in it.
    """

    strong: bool
    alone: bool
    named: bool
    organization: int


def looks_like_credit(text: str) -> bool:
    """Is a text that stands by itself (a line, the content of a bracket) nothing but a credit?"""
    evidence = weigh(text)
    return evidence is not None and evidence.alone


def names_maker(text: str) -> bool:
    """Is a text that stands apart beside a caption nothing but the name of who made or owns the picture?"""
    name = classify(text.strip(EDGES) or "-")
    named = name.kind in (NameKind.PERSON, NameKind.LIKELY_PERSON) or has_organization_word(text)
    return looks_like_credit(text) or (named and weigh(text) is not None)


@lru_cache(maxsize=2_048)
def weigh(text: str) -> Evidence | None:
    """The evidence that a text is a credit; None when it does not read as one."""
    words = credit_words()
    restricted = words.restriction.search(text)
    body = text[: restricted.start()] if restricted else text
    notice = words.notice.search(body)
    if notice:
        body = f"{body[: notice.start()]} {body[notice.end() :]}"
    if fold(body.strip(EDGES)) in words.handout:
        return Evidence(True, True, False, 0)
    made = words.made_with_ai.search(body)
    tokens = tokenize(words.rank.sub(" ", words.made_with_ai.sub(" ", body)))
    loose = any(segment.joint for segment in tokens.segments)
    if SENTENCE.search(body) and not loose:
        return None
    helped = _is_helped(tokens, body)
    if not all(_name_like(segment, helped) for segment in tokens.segments):
        return None
    signs = bool(restricted or notice or made or tokens.licences)
    return _evidence(tokens, signs, linked=LINKS.search(body) is not None)


def _evidence(tokens: CreditTokens, signs: bool, *, linked: bool) -> Evidence | None:
    """`linked`: something else than dashes parts the names, which stand between a name and a remark too."""
    words = credit_words()
    texts = [text for segment in tokens.segments for text in _listed(segment.text.strip(EDGES))]
    marks = [text for text in texts if fold(text) in words.marks | words.stand_in or _ends_in_mark(text)]
    names = [classify(text).kind for text in texts if text not in marks]
    supplied = any(fold(text) in words.handout or _ends_in_mark(text) for text in texts)
    if not names and not supplied and not tokens.licences:
        if tokens.labels and texts and any(fold(text) in words.nobody for text in texts):
            return Evidence(True, True, False, 0)
        return Evidence(False, False, False, 0) if any(fold(text) in words.file for text in texts) else None
    known = any(kind in (NameKind.AGENCY, NameKind.COMMUNITY) for kind in names)
    sure = NameKind.PERSON in names or NameKind.ORGANIZATION in names
    parted = tokens.separators > 0 and (linked or any(map(has_organization_word, texts)) or bool(marks))
    chain = parted and len(names) + len(marks) > 1 and (sure or NameKind.LIKELY_PERSON in names)
    handle = any(text.startswith("@") for text in texts)
    joined = tokens.joints > 0 and (known or sure)
    strong = bool(signs or tokens.labels or known or supplied or joined or chain or handle)
    longest = max((len(t.split()) for t in texts if has_organization_word(t)), default=0)
    return Evidence(strong, strong, sure or NameKind.LIKELY_PERSON in names, longest)


def _listed(text: str) -> list[str]:
    """A segment, or its parts when it is a name and a known agency ("Jane Roe, Associated Press", "Jane Roe for Le Monde")."""
    comma = text.rpartition(",")
    commissioned = COMMISSION.split(text, maxsplit=1)
    for head, tail in ((comma[0], comma[2]), (commissioned[0], commissioned[-1])):
        if (maker := head.strip(EDGES)) and maker != text and (owner := tail.strip(EDGES)) and known_agency(owner):
            return [maker, owner]
    return [text]


def _ends_in_mark(text: str) -> bool:
    return text.endswith(("提供", "제공", "供图", "供圖")) or credit_words().maker.search(text) is not None


def _is_helped(tokens: CreditTokens, body: str) -> bool:
    """Does the line hold a licence, a known agency, or a sure person beside other names?"""
    texts = [text for segment in tokens.segments if (text := segment.text.strip(EDGES))]
    several = len(texts) > 1 and LINKS.search(body) is not None
    sure = {NameKind.PERSON, *([NameKind.LIKELY_PERSON] if tokens.labels else [])}
    return bool(tokens.licences) or any(
        known_agency(text) or (several and classify(text).kind in sure) for text in texts
    )


def _name_like(segment: Segment, helped: bool) -> bool:
    """Could the segment be a name or mark?  `helped`: the line also holds a known agency or a licence."""
    words = credit_words()
    text = segment.text.strip(EDGES)
    folded = fold(text)
    if not text or folded in words.marks | words.stand_in | words.positions or known_agency(text):
        return True
    if INNER_END.search(text) or CAPITALS_END.search(text):
        return False
    if not CASED.search(text):
        return len(text) <= (MAX_UNCASED_LABELLED if segment.label else MAX_UNCASED) and not any(
            mark in text for mark in "。？！"
        )
    parts = text.split()
    if segment.joint:
        named = any(_is_capital(part) or "." in part for part in parts)
        return len(parts) <= (MAX_LOOSE_WORDS if named else MAX_DESCRIBED_WORDS if segment.joint == "supplied" else 0)
    if len(parts) == 1 and (helped or (segment.label and text.upper() in words.short_agencies)):
        return True
    if helped and len(parts) <= MAX_DESCRIBED_WORDS and any(fold(part) in words.organization for part in parts[:1]):
        return True
    return all(_names(part.split()) for part in COMMISSIONED.split(text) if part)


def _names(parts: list[str]) -> bool:
    words = credit_words()
    if len(parts) > MAX_WORDS or not all(_word_of_name(part) for part in parts):
        return False
    organization = any(fold(part.strip(EDGES)) in words.organization for part in parts)
    listed = any(part.endswith(",") or fold(part) in ("and", "&", "und", "y", "et", "e") for part in parts)
    return (len(parts) <= MAX_NAME_WORDS or organization or listed) and any(_is_capital(part) for part in parts)


def _word_of_name(part: str) -> bool:
    words = credit_words()
    bare = part.strip(EDGES + "()[]")
    folded = fold(bare)
    if not bare or _is_capital(bare) or bare[0].isdigit() or bare.startswith("@") or "." in bare:
        return True
    if folded in words.particles | words.connectives | words.marks | words.positions or known_agency(bare):
        return True
    return not CASED.search(bare)


def _is_capital(part: str) -> bool:
    bare = part.strip(EDGES)
    return any(char.isupper() for char in bare[:3])
