"""The posts that actors have, in words: what a person is, and who has a post in an organisation or state."""

from __future__ import annotations

from briefbook.model import Actor, ActorKind, Role
from briefbook.pages import wording
from briefbook.pages.entry import Entry
from briefbook.pages.escape import Md, joined
from briefbook.pages.markup import span
from briefbook.pages.sheet import Sheet

KIND_WORDS = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANIZATION: "organisation",
    ActorKind.GEOPOLITICAL: "state or territory",
}


def distinct(appearances: list[tuple[Entry, Actor]]) -> list[tuple[Entry, Role]]:
    """The roles, each once, as the first article gives it."""
    roles = [(entry, role) for entry, found in appearances for role in found.roles]
    return list(reversed({_key(role): (entry, role) for entry, role in reversed(roles)}.values()))


def _key(role: Role) -> str:
    return f"{role.title} {role.organization_name} {role.former}".casefold()


def held(sheet: Sheet, entry: Entry, role: Role, most: int | None = None) -> Md:
    """A role with its sources, at most so many of them."""
    return joined([words(sheet, entry, role), sheet.mark(entry, role.citations[:most])])


def explained(sheet: Sheet, entry: Entry, role: Role) -> Md:
    """A role with its sources, and why it is held there where the article leaves that to its reader."""
    parts = [held(sheet, entry, role)]
    return joined([*parts, span(wording.typeset(role.reason), "detail")] if role.reason else parts, Md(" "))


def holder(sheet: Sheet, entry: Entry, person: Actor, role: Role, most: int | None = None) -> Md:
    """Somebody with a role here: `Lena Marsh, Director`, and at most so many sources."""
    before = Md(", former ") if _bygone(role) else Md(", ")
    title = [before, sheet.words(entry, role.title)] if role.title else []
    return joined([sheet.actor(entry, person.id, person.name), *title, sheet.mark(entry, role.citations[:most])])


def words(sheet: Sheet, entry: Entry, role: Role) -> Md:
    """A role in words: `Director, Harbour Office`, with `former` where the article says so."""
    parts: list[Md | str] = [sheet.words(entry, role.title)] if role.title else []
    if role.organization_name:
        parts.append(sheet.actor(entry, role.organization, role.organization_name))
    return joined([*([Md("former ")] if _bygone(role) else []), joined(parts, Md(", "))])


def _bygone(role: Role) -> bool:
    """Must it be said that the role is over?  A predecessor's is."""
    return role.former and not (role.title or "").casefold().endswith("predecessor")
