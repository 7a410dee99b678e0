"""One page in the making: where it is, what it quotes, and how it links to the rest of the book."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from briefbook.model import Citation, Page
from briefbook.pages import linked_data, markup, paths
from briefbook.pages.entry import Entry
from briefbook.pages.environment import environment
from briefbook.pages.escape import Md, metadata, scalar
from briefbook.pages.index import BookIndex, Gathering, actor_page
from briefbook.pages.neighbours import around
from briefbook.pages.notes import Notes

SECTIONS = (
    ("Briefing", "index.md"),
    ("Articles", "articles/index.md"),
    ("Actors", "actors/index.md"),
    ("Meetings", "meetings/index.md"),
    ("Timeline", "timeline.md"),
    ("Statements", "statements.md"),
    ("Places", "places.md"),
    ("Image credits", "credits.md"),
    ("Provenance", "provenance.md"),
)
"""The pages that lead to all others, in the order in which a book is read."""

_WIDE = frozenset({"actors.md.j2", "articles.md.j2", "meetings.md.j2", "places.md.j2", "provenance.md.j2"})
"""Pages whose table needs the room of the list of contents."""
_SECTION_PAGES = tuple(path for _, path in SECTIONS)
_BLANK_LINES = re.compile(r"\n{3,}")
_DESCRIPTION_LENGTH = 155
"""Search engines cut descriptions at about this many characters."""


class Sheet:
    """A page to be rendered; its methods make links and marks that hold on this page.

    Args:
        index: The book laid out.
        path: Where the page is, below `docs/`.
        title: Its title, raw.
        crumbs: The pages above it, as (title, path), outermost first.

    Attributes:
        kicker: What sort of thing the page is about, in words before its heading; search results show it too.
        boost: How many times as much as other pages it counts in a search.
        here: What the breadcrumbs call the page; its title, unless that stands above it already.
    """

    def __init__(self, index: BookIndex, path: str, title: str, crumbs: tuple[tuple[str, str], ...] = ()) -> None:
        self.index, self.path, self.title, self.crumbs = index, path, title, crumbs
        self.notes = Notes(path, index.options.language)
        self.kicker: str | None = None
        self.boost: int | None = None
        self.here = title
        self.previous: Md | None = None
        self.following: Md | None = None

    def link(self, label: Md | str, target: str) -> Md:
        """A link to a page of the book."""
        return markup.link(label, paths.relative(target, self.path))

    def mark(self, entry: Entry, citations: Iterable[Citation]) -> Md:
        """The marks of a fact's citations."""
        return self.notes.mark(entry, citations)

    def words(self, entry: Entry, words: str) -> Md:
        """Words of an article."""
        return markup.passage(words, entry.briefing.article.language, self.index.options.language)

    def actor(self, entry: Entry, actor: str | None, name: str) -> Md:
        """An actor's name, linked to the profile when the article knows the actor."""
        found = self.index.actor(entry, actor)
        shown = self.words(entry, name)
        return self.link(shown, actor_page(found)) if found else shown

    def meeting(self, gathering: Gathering) -> Md:
        """A meeting's title, linked, after its status."""
        title = self.words(gathering.entry, gathering.title)
        return Md(f"{markup.badge(gathering.meeting.status)} {self.link(title, gathering.page)}")

    def meeting_of(self, gathering: Gathering, actor: str) -> Md:
        """A meeting from the side of one participant (actor id): status, then whom they meet."""
        title = self.words(gathering.entry, gathering.title_for(actor))
        return Md(f"{markup.badge(gathering.meeting.status)} {self.link(title, gathering.page)}")

    def article(self, entry: Entry) -> Md:
        """An article's headline, linked to its briefing."""
        return self.link(self.words(entry, entry.headline), entry.page)

    def turn(self, previous: tuple[Md | str, str] | None, following: tuple[Md | str, str] | None) -> None:
        """Set the pages before and after this one, as (title, path)."""
        self.previous = self.link(*previous) if previous else None
        self.following = self.link(*following) if following else None

    def page(
        self,
        template: str,
        *,
        description: str,
        listing: bool = False,
        linked: dict[str, Any] | None = None,
        **content: Any,
    ) -> Page:
        """Render the page.

        Args:
            listing: It only repeats what other pages hold, and is left out of the search.
            linked: What it is about, in schema.org's words.
        """
        if self.path in _SECTION_PAGES:
            self.turn(*around(SECTIONS, _SECTION_PAGES.index(self.path)))
        made = (
            environment()
            .get_template(template)
            .render(
                title=metadata(f"{self.kicker}: {self.title}" if self.kicker else self.title),
                description=metadata(_shortened(description)),
                linked=scalar(linked_data.to_script(linked)) if linked else None,
                heading=self.title,
                crumbs=[self.link(*crumb) for crumb in self.crumbs],
                listing=listing,
                wide=template in _WIDE,
                sheet=self,
                report=self._report(),
                provenance=self.link("Made by a program", "provenance.md"),
                **content,
            )
        )
        return Page(path=self.path, content=_BLANK_LINES.sub("\n\n", made).rstrip("\n") + "\n")

    def _report(self) -> Md | None:
        """The way to report an error, with this page's address filled in, when the owner gives a contact."""
        contact = self.index.options.contact
        if contact is None:
            return None
        page = quote(self._address(), safe="")
        web = markup.external("Report an error", contact.replace("{page}", page))
        return web or Md(f"[Report an error](<mailto:{quote(contact, safe='@.+-_')}?subject=Error%20on%20{page}>)")

    def _address(self) -> str:
        """Where the page is on the hosted site; in a book that is nowhere, its path in the book."""
        site = self.index.options.site_url
        return f"{site.rstrip('/')}/{paths.address(self.path)}" if site else f"/{self.path.removesuffix('.md')}"


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _DESCRIPTION_LENGTH else f"{line[:_DESCRIPTION_LENGTH].rsplit(' ', 1)[0]} …"
