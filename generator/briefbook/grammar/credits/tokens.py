"""A credit line cut into segments: the texts between labels, joints and separators, each with what stood before it."""

from __future__ import annotations

from typing import NamedTuple

from briefbook.grammar.credits.words import credit_words, fold

EDGES = " \t\r\n\u00a0\u200b\u00ad\u2060\ufeff\u200e\u200f.,:;*'\"‘’“”„«»_-–—"
"""Stripped from both ends of a name; a full stop of an initial or abbreviation is put back."""


class Segment(NamedTuple):
    """A run of text without separators.

    Attributes:
        text: As printed, outer white space stripped.
        joint: What stood before it: `via`, `supplied`, or empty.
        label: The label that governs it, folded and without its sign; empty when none did.
        group: Number of the labelled part of the line it stands in.
    """

    text: str
    joint: str
    label: str
    group: int


class CreditTokens(NamedTuple):
    """All segments of a line, its licence texts, and how many separators, labels and joints it holds."""

    segments: tuple[Segment, ...]
    licences: tuple[str, ...]
    separators: int
    labels: int
    joints: int


def tokenize(line: str) -> CreditTokens:
    """Cut a credit line into segments.  Takes time in proportion to the line's length."""
    segments: list[Segment] = []
    licences: list[str] = []
    counts = {"separator": 0, "label": 0, "joint": 0}
    joint, label, group, start = "", "", 0, 0

    def close(end: int) -> None:
        for text in _parted(line[start:end].strip()):
            if text.strip(EDGES):
                segments.append(Segment(text, joint, label, group))

    for match in credit_words().tokens.finditer(line):
        close(match.start())
        start = match.end()
        kind = match.lastgroup or "separator"
        if kind == "licence":
            licences.append(match[0])
        elif kind in ("label", "opener"):
            counts["label"] += 1
            label, joint, group = _label_name(match[0]), _joint_of(match[0]), group + 1
        elif kind in ("via", "supplied"):
            counts["joint"] += 1
            joint = kind
        elif match[0].strip() in ("(", ")", "[", "]", "（", "）"):
            joint = ""
        else:
            counts["separator"] += 1
            joint = ""
    close(len(line))
    return CreditTokens(tuple(segments), tuple(licences), counts["separator"], counts["label"], counts["joint"])


def _parted(text: str) -> tuple[str, ...]:
    """A text, or agency and maker when a colon parts them ("ABC News: Jane Roe")."""
    agency, sign, maker = text.partition(": ")
    words, bare = credit_words(), agency.strip(EDGES)
    known = words.knows(bare) or any(fold(part) in words.organization for part in bare.split())
    return (agency, maker) if sign and known else (text,)


def _label_name(text: str) -> str:
    return fold(text).rstrip(":=： ").strip()


def _joint_of(opener: str) -> str:
    """What an opener says of the name after it: "image via" distributes, "courtesy of" supplied."""
    name = _label_name(opener)
    if name.endswith(" via"):
        return "via"
    return "supplied" if any(name.endswith(word) for word in credit_words().supplied) else ""
