"""What a page is about, as JSON-LD in schema.org's words, for search engines and other programs.

Only what is reported as fact becomes an `Event`, besides announced and cancelled meetings, which carry their status;
an invitation, a proposal or a denied meeting is none.  A picture's `creditText` is the credit as printed, and a
distributor is no creator.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from briefbook.model import ActorKind, BookActor, ImageCredit, Meeting, MeetingStatus, Participant
from briefbook.pages.entry import Entry
from briefbook.pages.escape import web_address

CONTEXT = "https://schema.org"
TYPES = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.GEOPOLITICAL: "AdministrativeArea",
}
EVENT_STATUS = {
    MeetingStatus.HELD: "EventScheduled",
    MeetingStatus.UNDER_WAY: "EventScheduled",
    MeetingStatus.PLANNED: "EventScheduled",
    MeetingStatus.CANCELLED: "EventCancelled",
}
"""schema.org EventStatusType; a status that is not here makes no Event."""

ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Signs that could end or change a script element, as JSON escapes."""

Node = dict[str, Any]


def to_script(node: Node) -> str:
    """A node as the text of a script element: JSON in which no sign can end the element."""
    return json.dumps({"@context": CONTEXT, **node}, ensure_ascii=False, sort_keys=True).translate(ESCAPES)


def _kept(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, [], {})}


def briefing(entry: Entry) -> Node:
    """A briefing page: a report based on the article."""
    return {"@type": "Report", "name": entry.headline, "isBasedOn": article(entry)}


def article(entry: Entry) -> Node:
    """The article itself, as its publisher's."""
    found = entry.briefing.article
    return _kept(
        {
            "@type": "NewsArticle",
            "headline": found.headline,
            "datePublished": found.date_published,
            "author": [{"@type": "Person", "name": name} for name in found.authors],
            "publisher": {"@type": "Organization", "name": found.publisher} if found.publisher else None,
            "inLanguage": found.language,
            "url": web_address(found.url),
        }
    )


def actor(found: BookActor) -> Node:
    """A profile: names, posts that are not over, and the organisations they are in."""
    actors = [appearance.actor for appearance in found.appearances]
    roles = [role for one in actors for role in one.roles if not role.former]
    names = dict.fromkeys(role.organization_name for role in roles if role.organization_name)
    titles = dict.fromkeys(role.title for role in roles if role.title)
    person = found.kind is ActorKind.PERSON
    return _kept(
        {
            "@type": TYPES[found.kind],
            "name": found.name,
            "alternateName": list(dict.fromkeys(alias for one in actors for alias in one.aliases)),
            "jobTitle": list(titles) if person else None,
            "affiliation": [{"@type": "Organization", "name": name} for name in names] if person else None,
        }
    )


def event(meeting: Meeting, title: str) -> Node | None:
    """A meeting as an event; None when nobody reports that it takes or took place, or was to."""
    status = EVENT_STATUS.get(meeting.status)
    if status is None:
        return None
    time = meeting.time
    return _kept(
        {
            "@type": "Event",
            "name": f"{meeting.status.value.replace('_', ' ').capitalize()} meeting: {title}",
            "eventStatus": f"{CONTEXT}/{status}",
            "startDate": time.start.isoformat() if time and time.start else None,
            "endDate": time.end.isoformat() if time and time.end else None,
            "location": {"@type": "Place", "name": meeting.place.name} if meeting.place else None,
            "attendee": [_attendee(participant) for participant in meeting.participants],
        }
    )


def _attendee(participant: Participant) -> Node:
    return {"@type": "Thing", "name": participant.name}


def images(pictures: Iterable[tuple[Entry, ImageCredit]]) -> Node:
    """A page of image credits."""
    return {"@type": "CollectionPage", "hasPart": [_image(entry, read) for entry, read in pictures]}


def _image(entry: Entry, read: ImageCredit) -> Node:
    image, credit = entry.briefing.article.images[read.image], read.credit
    people = [{"@type": "Person", "name": name} for name in credit.photographers] if credit else []
    owners = [{"@type": "Organization", "name": name} for name in credit.agencies] if credit else []
    return _kept(
        {
            "@type": "ImageObject",
            "caption": image.caption,
            "creditText": image.credit_line,
            "creator": people or owners,
            "license": credit.licence.url if credit and credit.licence else None,
            "copyrightNotice": image.picture.copyright_notice if image.picture else None,
            "dateCreated": read.date.isoformat() if read.date else None,
        }
    )
