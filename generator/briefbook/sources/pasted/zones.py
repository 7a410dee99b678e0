"""Which lines are the article's text and which are furniture: the likeliest path through the page.

Every line gets a weight from its form and words, positive for text.  Text and furniture come in stretches, so changing
from one to the other costs: a short quotation between paragraphs stays text, a teaser's blurb among teasers stays
furniture.  The path of highest sum is found by dynamic programming (Viterbi) in time proportional to the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefbook.sources.pasted.lines import QUOTES, Line
from briefbook.sources.pasted.words import page_words

CHANGE = 1.5
"""Cost of a change between text and furniture."""
SURE = 6.0
"""Weight of what can't be otherwise."""
LONG, MEDIUM, SHORT = 200, 120, 60
"""Lengths (characters) from which a line that ends like a sentence is ever more surely text."""
PHRASE = 4.5
"""What a phrase of furniture takes from a longer line, which may be a report about such things."""
QUESTION = 2.0
"""What a question right below "Read also" loses: it is a headline."""
BYLINE = 160
"""Longest line that may be a byline."""
TEASER = 40
"""Characters by which lines that do not end like a sentence count as the same."""
SUBHEAD = 100
"""Longest line without an end that may be a subhead."""
SENTENCES = 1.0
"""What a shorter line gains by holding two sentences: blurbs of teasers hold one."""
KNOWN, WELL_KNOWN = 1.0, 2.0
"""What a line that ends like a sentence gains when it says one, or several, of the longer words of the surest text."""
SUREST = 2.5
"""Weight from which a line is among the surest."""
LONGER_WORD = re.compile(r"[^\W\d_]{5,}")
SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3,}[.!?][\"”’»]?\s+[\"“„«]?[A-ZÀ-Þ]")


def weigh_lines(lines: Sequence[Line], silent: frozenset[int], title: str | None) -> list[float]:
    """The weight of every line for being text; silent ones (of pictures, posts, pull quotes) and
    interruptions weigh nothing: they may stand anywhere and say nothing about the lines around them."""
    counts = Counter(_likeness(line) for line in lines if line.number not in silent)
    sizes = _list_sizes([line for line in lines if line.number not in silent])
    free = [line for line in lines if line.number not in silent and not page_words().is_interruption(line.text)]
    following = {line.number: after for line, after in zip(free, [*free[1:], None], strict=False)}
    weights: list[float] = []
    opened = False
    for line in lines:
        if line.number in silent or page_words().is_interruption(line.text):
            weights.append(0.0)
            continue
        weight = _by_words(line, title)
        if weight is None:
            weight = _by_form(line, following.get(line.number), sizes[line.group])
            weight -= PHRASE if page_words().phrases.search(line.key) else 0.0
            weight -= 4.0 if counts[_likeness(line)] > 1 and not (line.length > LONG and line.ends) else 0.0
            weight -= QUESTION if opened and line.length <= SUBHEAD and line.text[-1] in "?؟？" else 0.0
        opened = page_words().is_opener(line.text)
        weights.append(weight)
    return weights


def add_kinship(lines: Sequence[Line], weights: Sequence[float], headline: Line | None) -> list[float]:
    """The weights, higher for sentences that speak of what the headline and the surest lines speak of: text goes on
    behind boxes.

    A blurb speaks of it too, but first of what the headline right above it says.
    """
    surest = [line for line in lines if weights[line.number] >= SUREST]
    told = Counter(word for line in (*surest, *([headline] if headline else [])) for word in _longer_words(line))
    found = list(weights)
    for above, line in pairwise(lines):
        weight = weights[line.number]
        if not line.ends or line.length < SHORT or weight <= 0.0:
            continue
        words = _longer_words(line)
        own = 1 if weight >= SUREST else 0
        shared = sum(1 for word in words if told[word] > own)
        if above is headline or above.ends or words.isdisjoint(_longer_words(above)):
            found[line.number] += WELL_KNOWN if shared > 1 else KNOWN if shared else 0.0
    return found


def _longer_words(line: Line) -> set[str]:
    return set(LONGER_WORD.findall(line.key))


def _list_sizes(lines: Sequence[Line]) -> Counter[int]:
    """How many lines each group has; one that holds a long paragraph is no list of teasers, however many lines it has."""
    texts = {line.group for line in lines if line.ends and line.length >= LONG}
    return Counter(line.group for line in lines if line.group not in texts)


def _likeness(line: Line) -> str:
    """By what lines are counted as the same: a teaser is often printed twice, once with its author or section."""
    return line.key if line.ends else line.key[:TEASER]


def _by_words(line: Line, title: str | None) -> float | None:
    """The weight of a line whose words settle it, or None."""
    words = page_words()
    if words.is_furniture(line.text):
        return -SURE
    if line.key == title or words.embed.search(line.text) or words.dateline.match(line.text):
        return -SURE
    if words.bio.match(line.text) and line.length < 2 * LONG:
        return -SURE
    return None


def _by_form(line: Line, following: Line | None, size: int) -> float:
    """The weight that length, end and neighbourhood give."""
    quoted = 0.5 if any(mark in line.text for mark in QUOTES) else 0.0
    if line.shouts and line.words >= 4 and line.length <= LONG:
        return -3.6
    if line.ends:
        steps = ((LONG, 4.0), (MEDIUM, 2.5), (SHORT, 1.5))
        weight = next((value for limit, value in steps if line.length >= limit), 0.6 if line.words > 3 else -0.6)
        told = SENTENCES if SHORT <= line.length < MEDIUM and SENTENCE_INSIDE.search(line.text) else 0.0
        return weight + quoted + told - (1.5 if size > 2 and line.length < SHORT else 0.0)
    if line.length >= LONG:
        return 3.0
    weight = -0.8 if line.length <= SUBHEAD else -0.4
    if line.length <= BYLINE and page_words().byline.match(line.text):
        return -SURE / 2
    if line.words < 3 or _is_name(line.text):
        weight -= 0.9
    if following is None or (not following.ends and following.length < LONG):
        weight -= 1.2
    return weight - (1.5 if size > 1 else 0.0) - (1.0 if line.indented else 0.0)


def _is_name(text: str) -> bool:
    """Two to four capitalised words and no more, as a teaser's author."""
    parts = text.split()
    return 2 <= len(parts) <= 4 and all(part[:1].isupper() for part in parts) and not any(map(str.isdigit, text))


def find_text(weights: Sequence[float]) -> list[bool]:
    """For every line, is it the article's text?"""
    text, furniture = 0.0, 0.0
    came_from: list[tuple[bool, bool]] = []
    for weight in weights:
        stays, enters = text, furniture - CHANGE
        rests, leaves = furniture, text - CHANGE
        came_from.append((stays >= enters, leaves > rests))
        text, furniture = max(stays, enters) + weight, max(rests, leaves)
    state = text >= furniture
    path = [False] * len(weights)
    for number in range(len(weights) - 1, -1, -1):
        path[number] = state
        from_text_when_text, from_text_when_furniture = came_from[number]
        state = from_text_when_text if state else from_text_when_furniture
    return path
