"""Credits that a page breaks over lines: a label on a line of its own ("Photo:"), the name on the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefbook.grammar.credits import looks_like_credit
from briefbook.grammar.credits.words import credit_words
from briefbook.sources.pasted.lines import Line

MAX_LABEL, MAX_NAME = 24, 160
"""Characters of a label that stands alone, and of the name below it."""
SIGN_END = re.compile(r"[:：=]\s*\Z")
OPENING_END = re.compile(r"[(\[]\s*\Z")


def join_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines with such credits joined, a line break kept inside, and numbered anew.

    A caption that ends in the opening bracket of the credit is joined too ("A ship (", "Image:", "PA)").
    """
    joined: list[Line] = []
    pending: Line | None = None
    for line in lines:
        if pending is not None:
            credit = f"{pending.text}\n{line.text}"
            if line.length <= MAX_NAME and looks_like_credit(credit.replace("\n", " ").strip("()[] ")):
                above = joined.pop() if joined and OPENING_END.search(joined[-1].text) else None
                joined.append(replace(above or pending, text=f"{above.text}\n{credit}" if above else credit))
                pending = None
                continue
            joined.append(pending)
            pending = None
        if _is_label(line):
            pending = line
        else:
            joined.append(line)
    joined += [pending] if pending is not None else []
    return [replace(line, number=number) for number, line in enumerate(joined)]


def _is_label(line: Line) -> bool:
    bare = line.text.lstrip("([ ")
    if len(line.text) > MAX_LABEL or not SIGN_END.search(bare):
        return False
    label = credit_words().label.match(bare)
    return label is not None and not bare[label.end() :].strip()
