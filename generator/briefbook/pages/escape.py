"""The one door between words and pages: whatever an article says stays text.

`text` turns any string into Markdown that shows exactly that string and adds no element: every character that could
start a construct of Markdown, of its extensions, of HTML or of the template language becomes a character reference.
References survive Markdown untouched, so the rule needs no knowledge of which construct would have begun.

What is not shown as it is: white space runs become one space; control characters and lone surrogates become U+FFFD;
the invisible characters that override or embed a writing direction are left out, because they would reorder what
stands after them (U+202A to U+202E, U+2066 to U+2069).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, urlsplit

from markupsafe import Markup


class Md(Markup):
    """Markdown that is safe to place on a page: made by this module and by `markup`, never from an article directly."""

    __slots__ = ()


_NOTHING = Md("")
_DIRECTION = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\n\v\f\r\x85\u2028\u2029]+")
_SPECIAL = re.compile(
    r"""
      [\\`*_{}\[\]<>&|~^$@"\#+]         # means something wherever it stands
    | ([!+=\-.:'%/?,;()]) \1+          # a doubled sign: -- ++ == .. :: ///
    | : (?! \s )                       # :smile: and scheme:
    | (?<= www ) \.                    # bare addresses
    | \( (?= (?: c | r | tm ) \) )     # signs made of letters: (c)
    | \A [!+=\-.:%?/,;()']             # anything that could open a line
    | \A \d+ [.)]                     # 1. and 1) would open a list
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_IN_ADDRESS = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&+,;=%]")


def plain(raw: str) -> str:
    """The string as it can be shown: one line, printable, without direction overrides."""
    shown = _UNPRINTABLE.sub("\ufffd", raw.translate(_DIRECTION))
    return _SPACES.sub(" ", shown).strip(" ")


@lru_cache(maxsize=16384)
def text(raw: str) -> Md:
    """Any string as Markdown that shows it and nothing else."""
    return Md(_SPECIAL.sub(_references, plain(raw)))


def _references(match: re.Match[str]) -> str:
    return "".join(sign if sign.isdigit() else f"&#{ord(sign)};" for sign in match[0])


def metadata(raw: str) -> Md:
    """A string for front matter, as a quoted YAML scalar.

    Themes print titles and descriptions into HTML without escaping, and some strip tags and resolve references
    first; so signs that make tags become their typographic likeness and `&` becomes a reference.
    """
    shown = plain(raw).translate(str.maketrans('<>"', "‹›”")).replace("&", "&amp;").replace("\\", "\\\\")
    return Md(f'"{shown}"')


def scalar(script: str) -> Md:
    """JSON that `linked_data.to_script` made, for front matter: a single-quoted YAML scalar on one line."""
    quoted = script.replace("'", "''")
    return Md(f"'{quoted}'")


def web_address(raw: str | None) -> str | None:
    """An http or https address made safe for a Markdown link, or None when it is anything else."""
    if raw is None:
        return None
    try:
        parts = urlsplit(raw.strip())
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return None
    return _NOT_IN_ADDRESS.sub(lambda m: quote(m[0].encode("utf-8", "replace"), safe=""), raw.strip())


def fragment(words: str) -> str:
    """Words percent-encoded for a text fragment directive, where `-`, `,` and `&` are syntax."""
    return quote(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")


def joined(parts: Iterable[Md | str], separator: Md = _NOTHING) -> Md:
    """Parts in a row; raw strings go through the door."""
    return Md(separator.join(part if isinstance(part, Md) else text(part) for part in parts))
