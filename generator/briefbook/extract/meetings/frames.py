"""Frames of meetings: the lexicons `meetings` and `meeting_parties` as typed tables, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from briefbook import lexicons
from briefbook.lexicons import Entry
from briefbook.model import Channel


class PartyClass(StrEnum):
    """What a noun says of someone: a person, a body, the parties of the meeting just told of, listeners, no party."""

    PERSON = "person"
    BODY = "body"
    TWO = "two"
    AUDIENCE = "audience"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How one group of verbs or nouns tells of a meeting; the keys are explained in the lexicon."""

    id: str
    verb: bool
    channel: Channel
    object: str = "none"
    introduces: frozenset[str] = frozenset()
    alone: str = "never"
    process: bool = False
    weak: bool = False
    host: bool = False
    plural: bool = False
    to_by_phone: bool = False
    bare_object: bool = False
    needs_two: bool = False
    officials: bool = False
    purpose: str = ""
    needs_with: bool = False
    named: bool = False
    visit: bool = False
    joins: bool = False
    envoys: bool = False
    sitting: bool = False
    kinded: bool = False
    body_host: bool = False
    continues: bool = False
    kinds: frozenset[str] = frozenset()
    not_kinds: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def verb_frames() -> dict[str, Frame]:
    """Frame by verb lemma, with its particle where it has one ("sit down")."""
    return {
        word: _frame(entry)
        for entry in lexicons.load("meetings").entries
        if entry.fields["part"] == "verb"
        for word in entry.words
    }


@lru_cache(maxsize=1)
def noun_frames() -> dict[str, tuple[Frame, ...]]:
    """Frames by noun lemma, in the order of the lexicon."""
    found: dict[str, tuple[Frame, ...]] = {}
    for entry in lexicons.load("meetings").entries:
        if entry.fields["part"] == "noun":
            for word in entry.words:
                found[word] = (*found.get(word, ()), _frame(entry))
    return found


def _frame(entry: Entry) -> Frame:
    fields = entry.fields
    return Frame(
        id=entry.id,
        verb=fields["part"] == "verb",
        channel=Channel(fields["channel"]),
        object=fields.get("object", "none"),
        introduces=frozenset(fields.get("with", ())),
        alone=fields.get("alone", "never"),
        process=fields.get("process", False),
        weak=fields.get("weak", False),
        host=fields.get("host", False),
        plural=fields.get("number") == "plural",
        to_by_phone=fields.get("to_by_phone", False),
        needs_two=fields.get("needs_two", False),
        bare_object=fields.get("bare_object", False),
        officials=fields.get("officials", False),
        purpose=fields.get("purpose", ""),
        needs_with=fields.get("needs_with", False),
        named=fields.get("named", False),
        visit=fields.get("visit", False),
        joins=fields.get("joins", False),
        envoys=fields.get("envoys", False),
        sitting=fields.get("sitting", False),
        kinded=fields.get("kinded", False),
        body_host=fields.get("body_host", False),
        continues=fields.get("continues", False),
        kinds=frozenset(fields.get("kinds", ())),
        not_kinds=frozenset(fields.get("not_kinds", ())),
    )


@lru_cache(maxsize=1)
def meeting_nouns() -> dict[str, PartyClass]:
    """Class by noun lemma, of the nouns listed for meetings; where a noun is listed twice, the first class counts."""
    found: dict[str, PartyClass] = {}
    for entry in lexicons.load("meeting_parties").entries:
        for word in entry.words:
            found.setdefault(word, PartyClass(entry.fields["class"]))
    return found


@lru_cache(maxsize=1)
def party_nouns() -> dict[str, PartyClass]:
    """Class by noun lemma; whoever has a post or profession is a person, too."""
    titles = lexicons.load("titles")
    return {**dict.fromkeys(titles.words("posts") | titles.words("professions"), PartyClass.PERSON), **meeting_nouns()}


@lru_cache(maxsize=1)
def official_nouns() -> frozenset[str]:
    """Nouns of office ("minister", "envoy"): their holders meet as such."""
    lexicon = lexicons.load("meeting_parties")
    return frozenset(word for entry in lexicon.entries if entry.fields.get("official") for word in entry.words)


@lru_cache(maxsize=1)
def two_pattern() -> re.Pattern[str]:
    """Matches a whole phrase for the parties of the meeting just told of ("the two sides"), lower case."""
    pattern = lexicons.load("meeting_parties").entry("the-two").pattern
    return re.compile(pattern or r"(?!)")


@lru_cache(maxsize=1)
def bystander_verbs() -> frozenset[str]:
    """Verbs whose subject brings a meeting about or speaks of it, without taking part."""
    return lexicons.load("meeting_words").words("bystanders")


@cache
def words(entry: str) -> frozenset[str]:
    """The words of one entry of the lexicon `meeting_words`."""
    return lexicons.load("meeting_words").words(entry)
