"""A reader of built pages that hurries past what no check asks about.

Of a page's tags three in four are like `<span class="x">` and `</span>`: they load nothing, lead nowhere, can't be led
to and begin no script.  Reading them letter by letter would take most of the time of all checks.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TOLD = "article|base|script|style|title|textarea|iframe|noembed|noframes|noscript|plaintext|xmp"
"""Elements that are always told: checks count them, or what stands in them is no markup."""
_DULL_ATTRIBUTE = (
    r"class|title|role|scope|lang|dir|for|type|datetime|popover|popovertarget|hidden|tabindex|markdown|xmlns|viewbox|transform|points|"
    r"d|r|x|y|x1|x2|y1|y2|cx|cy|rx|ry|width|height|aria-[a-z]+|data-[a-z-]+"
)


def _run(more: str = "", of_links: str = "") -> re.Pattern[str]:
    """A run of tags that matter to no check, and the text after each; `more` attributes matter neither, nor those `of_links`."""
    start = rf"(?!(?:{_TOLD})[\s/>])[a-z][a-z0-9]*{_attributes(more)}|a{_attributes(more + of_links)}"
    end = rf"/(?!(?:{_TOLD})>)[a-z][a-z0-9]*"
    return re.compile(rf"(?:<(?:{start}|{end})>[^<]*)+", re.IGNORECASE)


def _attributes(more: str) -> str:
    return rf'(?:\s+(?:{_DULL_ATTRIBUTE}{more})(?:="[^"<>]*")?)*\s*/?'


_DULL = _run()
_DULL_FOR_LOADS = _run(more="|id", of_links="|href|rel")


class PageReader(HTMLParser):
    """Tells of the tags of one page that may matter to a check, in order, and of what scripts and style elements hold.

    Args:
        links: Tell of anchors and of links that a reader follows too, not only of what a browser loads or runs.
    """

    def __init__(self, *, links: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self._dull = _DULL if links else _DULL_FOR_LOADS
        self.page = ""
        self._at = 0
        self._line, self._counted = 1, 0

    def read(self, page: str) -> None:
        """Read a whole page."""
        self.page = page
        self.feed(page)
        self._at = 0  # what feed() left over begins anew in close()
        self.close()

    @property
    def line(self) -> int:
        """The line of what is just told, counted from 1."""
        at = len(self.page) - len(self.rawdata) + self._at
        self._line += self.page.count("\n", self._counted, at)
        self._counted = at
        return self._line

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 (the parser calls it so)
        """Go on; lines are counted only when one is asked for."""
        self._at = j
        return j

    def parse_starttag(self, i: int) -> int:
        """Pass over a start tag, and dull matter after it; its end."""
        dull = self._dull.match(self.rawdata, i)
        return dull.end() if dull else super().parse_starttag(i)

    def parse_endtag(self, i: int) -> int:
        """Pass over an end tag, and dull matter after it; its end."""
        dull = self._dull.match(self.rawdata, i) if self.cdata_elem is None else None
        return dull.end() if dull else super().parse_endtag(i)
