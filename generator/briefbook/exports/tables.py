"""The findings as CSV tables (RFC 4180, UTF-8): actors, meetings, statements and image credits.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, since article text is hostile.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from briefbook.model import Actor, Book, Briefing, Citation, Credit, Role

Row = dict[str, str]

COLUMNS: dict[str, tuple[str, ...]] = {
    "actors": ("article", "id", "name", "kind", "aliases", "roles", "mentions", "first_mention", "last_mention"),
    "meetings": (
        "article", "id", "status", "channel", "participants", "place", "time_text", "start", "end",
        "possible_start", "possible_end", "topic", "outcome", "evidence",
    ),
    "statements": ("article", "id", "speaker", "speaker_id", "directness", "cue", "content", "denial", "no_comment", "evidence"),
    "credits": (
        "article", "image", "caption", "photographers", "agencies", "via", "licence", "licence_url", "date",
        "credit_line", "handout", "file_photo", "restrictions", "missing",
    ),
}  # fmt: skip
"""Columns of each table, in order; several values of a cell are separated by " | "."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
SEPARATOR = " | "


def tables(book: Book) -> Iterator[tuple[str, str]]:
    """Each table as (name without suffix, text)."""
    makers = {"actors": _actors, "meetings": _meetings, "statements": _statements, "credits": _credits}
    for name, rows in makers.items():
        yield name, _table(COLUMNS[name], (row for briefing in book.briefings for row in rows(briefing)))


def _table(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _safe(value) for key, value in row.items()})
    return buffer.getvalue()


def _safe(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA) else value


def _listed(values: Iterable[str | None]) -> str:
    return SEPARATOR.join(value for value in values if value)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _exact(citation: Citation | None) -> str:
    return citation.exact if citation else ""


def _evidence(citations: Iterable[Citation]) -> str:
    return _listed(citation.exact for citation in citations)


def _where(citation: Citation) -> str:
    """A mention's place: number of the block and first code point."""
    return f"{citation.block}:{citation.start}"


def _actors(briefing: Briefing) -> Iterator[Row]:
    for actor in briefing.actors:
        yield {
            "article": briefing.article.id,
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind.value,
            "aliases": _listed(actor.aliases),
            "roles": _listed(map(_role, actor.roles)),
            "mentions": str(len(actor.mentions)),
            **_extent(actor),
        }


def _extent(actor: Actor) -> Row:
    if not actor.mentions:
        return {"first_mention": "", "last_mention": ""}
    first, last = actor.mentions[0].citation, actor.mentions[-1].citation
    return {"first_mention": _where(first), "last_mention": _where(last)}


def _role(role: Role) -> str:
    words = ", ".join(part for part in (role.title, role.organization_name) if part)
    return f"former {words}" if role.former and not words.startswith("former") else words


def _meetings(briefing: Briefing) -> Iterator[Row]:
    for meeting in briefing.meetings:
        time, place = meeting.time, meeting.place
        possible = time.possible if time else None
        yield {
            "article": briefing.article.id,
            "id": meeting.id,
            "status": meeting.status.value,
            "channel": meeting.channel.value,
            "participants": _listed(participant.name for participant in meeting.participants),
            "place": place.name if place else "",
            "time_text": time.text if time else "",
            "start": _iso(time.start if time else None),
            "end": _iso(time.end if time else None),
            "possible_start": _iso(possible.start if possible else None),
            "possible_end": _iso(possible.end if possible else None),
            "topic": _exact(meeting.topic),
            "outcome": _exact(meeting.outcome),
            "evidence": _evidence(meeting.citations),
        }


def _statements(briefing: Briefing) -> Iterator[Row]:
    for statement in briefing.statements:
        yield {
            "article": briefing.article.id,
            "id": statement.id,
            "speaker": statement.speaker_name,
            "speaker_id": statement.speaker or "",
            "directness": statement.directness.value,
            "cue": statement.cue,
            "content": _evidence(statement.content),
            "denial": _yes(statement.denial),
            "no_comment": _yes(statement.no_comment),
            "evidence": _evidence(statement.citations),
        }


def _credits(briefing: Briefing) -> Iterator[Row]:
    for read in briefing.credits:
        image, credit = briefing.article.images[read.image], read.credit or Credit()
        yield {
            "article": briefing.article.id,
            "image": str(read.image + 1),
            "caption": image.caption or "",
            "photographers": _listed(credit.photographers),
            "agencies": _listed(credit.agencies),
            "via": credit.via or "",
            "licence": credit.licence.name if credit.licence else "",
            "licence_url": (credit.licence.url or "") if credit.licence else "",
            "date": _iso(read.date),
            "credit_line": image.credit_line or "",
            "handout": _yes(credit.handout),
            "file_photo": _yes(credit.file_photo),
            "restrictions": credit.restrictions or "",
            "missing": _listed(read.missing),
        }
