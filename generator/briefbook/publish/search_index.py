"""Make the site's search find names as people type them.

The search of the theme compares letters one by one: `erdogan` does not find "Erdoğan", a straight apostrophe not a curly one,
`alsharaa` not "al-Sharaa".  After the site is built, each such word of an entry is added once more, in its plain
forms, where the search reads it and the style sheet hides it.  Nor does the theme take punctuation off words: a name in
brackets would only be found with its bracket, so punctuation divides words too.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from briefbook.errors import BriefbookError

INDEX = Path("search") / "search_index.json"
SCRIPT = Path("search") / "search_index.js"
_SCRIPT_START = "var __index = "
_THEMES_SEPARATOR = r"[\s\-]+"
_SEPARATOR = r"[\s\-–—/“”„«»‹›‘\"()\[\]{},;:!?…،؛؟]+"
"""What divides words; in the words of JavaScript's patterns as much as Python's.  Apostrophes belong to names."""

_TAG = re.compile(r"<[^>]*>")
_TAGS = re.compile(r"(<[^>]*>)")
_WORD = re.compile(r"[‘ʿʾ]?[^\W_]+(?:['’‘ʼʿʾ`´-][^\W_]+)*")
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʿʾ`´"), "'")
_SPELT_OUT = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H"}
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ə": "e", "Ə": "E"}
)
"""Latin letters that Unicode does not take apart into a base letter and a mark."""
_ENDINGS = {"eh": "ah", "ah": "eh"}
_SHORT_NAME = 4
"""Names of no more letters (Noah, Utah) are spelt one way."""


def plain_forms(word: str) -> tuple[str, ...]:
    """How a word may be typed on a plain keyboard, other than as written: without accents, with straight
    apostrophes or none, without hyphens, and an Arabic or Hebrew word without its vowel points."""
    folded = fold(word)
    straight = folded.translate(_APOSTROPHES)
    bare = straight.replace("'", "")
    forms = (folded, straight, straight.lstrip("'"), bare, bare.replace("-", ""))
    return tuple(dict.fromkeys(form for form in forms if form and form != word))


def fold(text: str) -> str:
    """A text without accents and vowel points, letters of other scripts left as they are."""
    apart = unicodedata.normalize("NFD", text.translate(_SPELT_OUT))
    return unicodedata.normalize("NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn"))


def respelt(word: str) -> Iterator[str]:
    """The other spelling of a name from the Arabic or Persian that ends in an open vowel: Nakhaleh, Nakhalah.

    The search takes what is typed for the beginning of a word, so that `nakhala` finds the second.
    """
    for name in word.split("-"):
        if len(name) > _SHORT_NAME and name[0].isupper() and name.endswith(tuple(_ENDINGS)):
            yield name[:-2] + _ENDINGS[name[-2:]]


def widened(title: str, text: str) -> str:
    """The text of an entry with the plain forms of its words, and of its title's, that it does not hold already.

    They stand behind the word that they are forms of, so that a result shows the sentence in which they are found.
    """
    shown = html.unescape(_TAG.sub(" ", f"{title} {text}"))
    present = {*_WORD.findall(shown), *re.split(_SEPARATOR, shown)}

    def with_forms(match: re.Match[str]) -> str:
        return f"{match[0]}{_hidden('span', _new_forms(match[0], present))}"

    parts = (part if part.startswith("<") else _WORD.sub(with_forms, part) for part in _TAGS.split(text))
    inside = "".join(parts)
    rest = [form for word in _WORD.findall(shown) for form in _new_forms(word, present)]
    return f"{inside} {_hidden('p', rest)}" if rest else inside


def _new_forms(word: str, present: set[str]) -> list[str]:
    """The plain forms of a word that are not there yet; they are from now on."""
    forms = list(dict.fromkeys(form for form in (*plain_forms(word), *respelt(word)) if form not in present))
    present.update(forms)
    return forms


def _hidden(tag: str, forms: list[str]) -> str:
    """Plain forms in an element that the style sheet does not show."""
    return f'<{tag} class="bb-plain"> {html.escape(" ".join(forms), quote=False)}</{tag}>' if forms else ""


def widen_search(site: Path) -> None:
    """Add the plain forms to the search index of a built site, in both files it may have.

    Raises:
        BriefbookError: The index is not of the kind we know.
    """
    path = site / INDEX
    if not path.exists():
        return
    try:
        index = json.loads(path.read_text(encoding="utf-8"))
        config = index["config"]
        if config.get("separator", _THEMES_SEPARATOR) == _THEMES_SEPARATOR:
            config["separator"] = _SEPARATOR
        for entry in index["docs"]:
            entry["text"] = widened(entry["title"], entry["text"])
    except (ValueError, KeyError, TypeError) as error:
        raise BriefbookError("not a search index as the theme writes it", path=path) from error
    data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(data, encoding="utf-8", newline="\n")
    if (site / SCRIPT).exists():
        (site / SCRIPT).write_text(_SCRIPT_START + data, encoding="utf-8", newline="\n")


def search_languages(site: Path) -> frozenset[str]:
    """The languages besides English whose words the site's search takes apart, as its index names them."""
    path = site / INDEX
    if not path.exists():
        return frozenset()
    config = json.loads(path.read_text(encoding="utf-8")).get("config", {})
    return frozenset(config.get("lang", ())) - {"en"}
