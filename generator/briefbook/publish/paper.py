"""The whole book as one page of HTML for paper: cover, contents, and every page of the site in the order of reading.

What only a screen needs is left out: the ways around the site, filters, and the list of every mention of an actor, which
the sentences cited repeat.  The quoted sentences stay, as numbered notes at the end of each part; links between pages
become links within the book, and the contents can carry the numbers of the pages they lead to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

_SECTIONS = (
    "articles/index.md", "articles/", "actors/index.md", "actors/", "meetings/index.md", "meetings/", "timeline.md",
    "statements.md", "places.md", "credits.md", "provenance.md", "method.md", "about.md",
)  # fmt: skip
"""What follows the first page, in the order of reading; a folder stands for its pages in the order of their making."""
_LEFT_OUT = (
    ".//nav[not(@class) or contains(@class, 'bb-')]", ".//footer", ".//script", ".//*[contains(@class, 'bb-pages')]",
    ".//*[contains(@class, 'bb-foot')]", ".//a[contains(@class, 'md-content__button')]",
    ".//*[@id='mentions']/following-sibling::*[contains(@class, 'bb-label') or contains(@class, 'bb-mentions')]",
    ".//*[@id='mentions']",
)  # fmt: skip
_CONTINUES = re.compile(r"^sources/|/page-\d+\.md$|/\d+\.md$")
"""Pages that go on with what stands before them."""
_NAMING = ("id", "aria-labelledby", "aria-describedby")
_MINOR = ("actors/", "meetings/", "sources/")
"""Pages that follow on without a new sheet, except those that list them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of the site in the book: its path below `docs/`, its anchor, its title, and how deep the contents set it."""

    page: str
    anchor: str
    title: str
    level: int


def reading_order(pages: Iterable[str]) -> list[str]:
    """The pages of a book (paths below `docs/`) in the order of reading; those that no reader of paper needs are left out.

    An article's source text follows its briefing.  With one article the first page is its briefing already.
    """
    known = list(dict.fromkeys(path for path in pages if path.endswith(".md")))
    articles = [path for path in known if path.startswith("articles/") and _is_single(path)]
    if len(articles) == 1:
        known = [path for path in known if not path.startswith("articles/")]
    ordered = ["index.md", *_sources_of(articles[:1], known)] if len(articles) == 1 else ["index.md"]
    for section in _SECTIONS:
        inside = [path for path in known if _belongs(path, section)]
        for path in inside:
            ordered += [path, *_sources_of([path], known)]
    return list(dict.fromkeys(path for path in ordered if path in known))


def _is_single(path: str) -> bool:
    return not PurePosixPath(path).name.startswith(("index.", "page-"))


def _belongs(path: str, section: str) -> bool:
    """Is it the section's page or one that continues it, or a page in its folder?"""
    if not section.endswith("/"):
        stem = section.removesuffix("index.md").removesuffix(".md")
        continued = path.startswith(f"{stem}page-") if section.endswith("index.md") else path.startswith(f"{stem}/")
        return path == section or continued
    return path.startswith(section) and _is_single(path)


def _sources_of(pages: Sequence[str], known: Sequence[str]) -> list[str]:
    wanted = {f"sources/{path.removeprefix('articles/')}" for path in pages if path.startswith("articles/")}
    return [path for path in known if path in wanted]


def paper(site: Path, order: Sequence[str], *, title: str, language: str, numbers: Mapping[str, int]) -> str:
    """The book as HTML.

    Args:
        site: The built site, with addresses that end in folders.
        order: The pages, see `reading_order`.
        numbers: The page of paper on which each anchor stands, as far as that is known.
    """
    anchors = {_file(site, path): f"p{number}" for number, path in enumerate(order)}
    parts: list[Part] = []
    bodies: list[str] = []
    for path in order:
        file = _file(site, path)
        article = html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot().find(".//article")
        part = Part(path, anchors[file], _title(article, path), _level(path))
        parts.append(part)
        bodies.append(_body(article, part, file, anchors))
    head = "".join(f'<link rel="stylesheet" href="{escape(sheet)}">' for sheet in _styles(site))
    return (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}'
        f"<style>{_running(title)}</style></head>"
        f'<body dir="ltr" data-md-color-scheme="default" class="bb-paper"><main class="md-content md-typeset">'
        f"{_cover(title)}{_contents(parts, numbers)}{''.join(bodies)}</main></body></html>"
    )


def _file(site: Path, path: str) -> Path:
    """The file of a page: `actors/index.md` is `actors/index.html`, `actors/a.md` is `actors/a/index.html`."""
    stem = path.removesuffix(".md")
    name = f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"
    return (site / name).resolve()


def _level(path: str) -> int:
    single = path.startswith(("articles/", *_MINOR)) and _is_single(path)
    return 2 if single else 1


def _title(article: HtmlElement, path: str) -> str:
    """What the contents call a page: its heading without the words before it, and a meeting's status after it."""
    if path == "index.md":
        return "Briefing"
    heading = article.find(".//h1")
    if heading is None:
        return path
    kicker = " ".join(part.text_content() for part in heading.xpath(".//*[contains(@class, 'bb-kicker')]"))
    title = " ".join(heading.text_content().removeprefix(kicker).split())
    status = article.xpath("string(.//*[contains(@class, 'bb-verdict')]/*[contains(@class, 'bb-status')])")
    return f"{title} ({status})" if status else title


def _styles(site: Path) -> list[str]:
    """The style sheets of the site's first page, those of the theme and ours, by absolute address."""
    root = html.parse(str(site / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    links = [link.get("href", "") for link in root.iterfind(".//link[@rel='stylesheet']")]
    return [(site / link).resolve().as_uri() for link in links if not urlsplit(link).scheme]


def _running(title: str) -> str:
    """The size of the sheets, and the title at the head of every one but the first."""
    quoted = "".join(f"\\{ord(sign):x} " if not sign.isalnum() and sign != " " else sign for sign in title)
    return f'@page {{ size: A4; @top-left {{ content: "{quoted}"; }} }}'


def _cover(title: str) -> str:
    return f'<header class="bb-cover"><p class="bb-cover-title">{escape(title)}</p><p class="bb-lead">A briefing book</p></header>'


def _contents(parts: Sequence[Part], numbers: Mapping[str, int]) -> str:
    """The contents; source texts, and pages that continue a list, have no line of their own."""
    lines = "".join(_line(part, numbers) for part in parts if not _CONTINUES.search(part.page))
    return f'<nav class="bb-contents" aria-label="Contents"><h1 id="contents">Contents</h1><ol>{lines}</ol></nav>'


def _line(part: Part, numbers: Mapping[str, int]) -> str:
    number = f'<span class="bb-sheet">{numbers[part.anchor]}</span>' if part.anchor in numbers else ""
    link = f'<a href="#{part.anchor}"><span class="bb-entry">{escape(part.title)}</span>{number}</a>'
    return f'<li class="bb-contents-{part.level}">{link}</li>'


def _body(article: HtmlElement, part: Part, file: Path, anchors: Mapping[Path, str]) -> str:
    """A page's article with names of its own, as a section."""
    for path in _LEFT_OUT:
        for element in article.xpath(path):
            element.drop_tree()
    for element in article.iter():
        if isinstance(element.tag, str):
            _rename(element, part.anchor)
            _relink(element, part.anchor, file, anchors)
    kind = "minor" if part.page.startswith(_MINOR) and _is_single(part.page) else "major"
    inner = (article.text or "") + "".join(html.tostring(child, encoding="unicode") for child in article)
    return f'<section class="bb-part bb-part--{kind}" id="{part.anchor}">{inner}</section>'


def _rename(element: HtmlElement, anchor: str) -> None:
    """Names that are unique on a page become unique in the book."""
    for attribute in _NAMING:
        if element.get(attribute):
            element.set(attribute, " ".join(f"{anchor}-{name}" for name in element.get(attribute).split()))
    if element.get("popovertarget"):
        element.tag = "a"
        element.set("href", f"#{anchor}-{element.get('popovertarget')}")
        for attribute in ("popovertarget", "type"):
            element.attrib.pop(attribute, None)
    element.attrib.pop("popover", None)


def _relink(element: HtmlElement, anchor: str, file: Path, anchors: Mapping[Path, str]) -> None:
    """Links to printed pages lead there, pictures keep their file, links to anything else of the site are undone."""
    source = element.get("src")
    if source is not None and not urlsplit(source).scheme:
        element.set("src", (file.parent / unquote(source)).resolve().as_uri())
    link = element.get("href")
    if link is None or link.startswith(f"#{anchor}-") or urlsplit(link).scheme:
        return
    parts = urlsplit(link)
    target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    there = anchors.get(target / "index.html" if target.is_dir() else target)
    if there is None:
        element.attrib.pop("href")
    else:
        element.set("href", f"#{there}-{unquote(parts.fragment)}" if parts.fragment else f"#{there}")
