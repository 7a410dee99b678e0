"""One pattern of many words: shared beginnings are written once, so that matching costs little however many there are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

Node = dict[str, Any]
END = ""


def alternation(words: Iterable[str]) -> str:
    """A regular expression (no groups of its own) that matches any of the words, the longest first.

    White space in a word matches any run of it.  `alternation(["photo", "photo by"])` is `photo(?:\\s+by)?`.
    """
    root: Node = {}
    for word in sorted(set(words)):
        node = root
        for char in " ".join(word.split()):
            node = node.setdefault(char, {})
        node[END] = {}
    return _written(root) if root else r"(?!)"


def _written(node: Node) -> str:
    """The pattern of everything below a node; chains of single characters are not nested."""
    branches = []
    for char, below in node.items():
        if char == END:
            continue
        text = r"\s+" if char == " " else re.escape(char)
        while len(below) == 1 and END not in below:
            char, below = next(iter(below.items()))
            text += r"\s+" if char == " " else re.escape(char)
        branches.append(text + (_written(below) if below.keys() != {END} else ""))
    inner = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if END not in node:
        return inner
    return f"(?:{inner})?" if len(branches) == 1 else f"{inner}?"
