"""The findings as FollowTheMoney entities, one a line: opens a book in Aleph and OpenSanctions' tools.

Schemata and properties are those of the followthemoney package, version 4: Article, Person, Organization, Event
(meetings that took or take place, and announced ones with their status said in words), Membership for roles.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from briefbook.model import Actor, ActorKind, Book, Briefing, Meeting, Role

SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.GEOPOLITICAL: "PublicBody",
}
LANGUAGES = dict(
    pair.split(":")
    for pair in (
        "af:afr am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est "
        "fa:fas fi:fin fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl it:ita ja:jpn "
        "ka:kat kk:kaz km:khm kn:kan ko:kor ky:kir lo:lao lt:lit lv:lav mk:mkd mn:mon ms:msa mt:mlt my:mya "
        "ne:nep nl:nld no:nor pl:pol ps:pus pt:por ro:ron ru:rus si:sin sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa "
        "ta:tam te:tel tg:tgk th:tha tk:tuk tl:tgl tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho"
    ).split()
)
"""ISO 639-3, which FollowTheMoney asks for, by the ISO 639-1 code that a BCP 47 tag begins with; others are left out."""

Entity = dict[str, Any]


def entity_lines(book: Book) -> str:
    """All entities of a book as JSON Lines; an actor of several articles is one entity."""
    keys = {
        (appearance.briefing.article.id, appearance.actor.id): _id("actor", actor.slug)
        for actor in book.actors
        for appearance in actor.appearances
    }
    found = [_actor(_id("actor", actor.slug), [a.actor for a in actor.appearances]) for actor in book.actors]
    for briefing in book.briefings:
        article = _id("article", briefing.article.id)
        found.append(_article(article, briefing))
        found.extend(_memberships(briefing, keys, article))
        found.extend(_event(meeting, briefing, keys, article) for meeting in briefing.meetings)
    return "".join(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n" for entity in found)


def _id(*parts: str) -> str:
    """A stable id: FollowTheMoney asks for letters, digits, dots and hyphens."""
    return f"bb-{hashlib.sha1(chr(0).join(parts).encode('utf-8', 'replace'), usedforsecurity=False).hexdigest()}"


def _entity(id: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    """An entity with its empty values and properties left out."""
    kept = {key: list(dict.fromkeys(value for value in values if value)) for key, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {key: values for key, values in kept.items() if values}}


def _actor(id: str, actors: list[Actor]) -> Entity:
    roles = [role for actor in actors for role in actor.roles if not role.former]
    properties: dict[str, Iterable[str | None]] = {
        "name": [actors[0].name],
        "alias": [alias for actor in actors for alias in actor.aliases],
    }
    if actors[0].kind is ActorKind.PERSON:
        properties["position"] = [_position(role) for role in roles]
    return _entity(id, SCHEMATA[actors[0].kind], **properties)


def _position(role: Role) -> str:
    return ", ".join(part for part in (role.title, role.organization_name) if part)


def _article(id: str, briefing: Briefing) -> Entity:
    article = briefing.article
    return _entity(
        id,
        "Article",
        fileName=[PurePosixPath(article.source.path).name],
        title=[article.headline],
        author=article.authors,
        publisher=[article.publisher],
        publishedAt=[article.date_published],
        language=[LANGUAGES.get((article.language or "").lower().partition("-")[0])],
        sourceUrl=[article.url],
    )


def _memberships(briefing: Briefing, keys: dict[tuple[str, str], str], article: str) -> Iterator[Entity]:
    for actor in briefing.actors:
        for role in actor.roles:
            organization = keys.get((briefing.article.id, role.organization or ""))
            if organization is None:
                continue
            member = keys[briefing.article.id, actor.id]
            yield _entity(
                _id("membership", member, organization, role.title or ""),
                "Membership",
                member=[member],
                organization=[organization],
                role=[role.title],
                status=["former" if role.former else None],
                proof=[article],
            )


def _event(meeting: Meeting, briefing: Briefing, keys: dict[tuple[str, str], str], article: str) -> Entity:
    names = [participant.name for participant in meeting.participants]
    time = meeting.time
    return _entity(
        _id("meeting", briefing.article.id, meeting.id),
        "Event",
        name=[f"{meeting.status.value.replace('_', ' ').capitalize()} meeting: {', '.join(names)}"],
        startDate=[time.start.isoformat() if time and time.start else None],
        endDate=[time.end.isoformat() if time and time.end else None],
        location=[meeting.place.name if meeting.place else None],
        involved=[keys.get((briefing.article.id, participant.actor or "")) for participant in meeting.participants],
        summary=[citation.exact for citation in meeting.citations],
        proof=[article],
    )
