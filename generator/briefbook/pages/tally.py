"""How often an actor is named and quoted, as a number with a bar beside it; the number is the bar's text equivalent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefbook.model import BookActor
from briefbook.pages import wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.index import BookIndex, actor_page
from briefbook.pages.markup import bar, span
from briefbook.pages.sheet import Sheet

_LONGEST = 40
"""Length of the longest bar, in pixels."""


class Tally(NamedTuple):
    """How often somebody is referred to (pronouns included), and how many statements are theirs."""

    mentions: int
    statements: int


def of_book(index: BookIndex, actor: BookActor) -> Tally:
    """Over all articles."""
    mentions = sum(len(found.mentions) for _, found in index.appearances(actor))
    return Tally(mentions, len(index.statements_of(actor)))


def of_article(index: BookIndex, entry: Entry, actor: BookActor) -> Tally:
    """In one article."""
    mentions = sum(len(found.mentions) for there, found in index.appearances(actor) if there is entry)
    return Tally(mentions, sum(there is entry for there, _ in index.statements_of(actor)))


def most(tallies: Iterable[Tally]) -> int:
    """What the longest bar of a list stands for; at least 1."""
    return max((max(tally) for tally in tallies), default=0) or 1


def shown(sheet: Sheet, actor: BookActor, tally: Tally, longest: int) -> Md:
    """Mentions and statements, each with its bar and linked to where the profile lists them."""
    parts = [("mention", tally.mentions, "mentions"), ("statement", tally.statements, "statements")]
    lines = [
        joined([bar(kind, number * _LONGEST / longest), _linked(sheet, actor, number, kind, place)])
        for kind, number, place in parts
        if number
    ]
    return joined([span(line, "tally") for line in lines], Md(" "))


def _linked(sheet: Sheet, actor: BookActor, number: int, noun: str, place: str) -> Md:
    return sheet.link(wording.count(number, noun), f"{actor_page(actor)}#{place}")
