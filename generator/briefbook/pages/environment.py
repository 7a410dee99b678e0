"""The template environment, with one rule: what is printed is safe Markdown, or goes through the door.

`finalize` sees every printed value: a raw string is escaped by `escape.text`, and a value that is neither text nor
number (None, an object, something undefined) is an error.  The built-in filters, several of which escape for HTML
only and would mark the result as safe, are taken away.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from briefbook.pages.escape import Md, text


def finalize(value: Any) -> Markup:
    """What a template prints for a value.

    Raises:
        TypeError: The value is neither text nor a whole number: a mistake in a template.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Md(str(value))
    raise TypeError(f"a template prints a {type(value).__name__}; expected text or a whole number")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment of all templates."""
    made = Environment(
        loader=PackageLoader("briefbook.pages"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters = {}
    made.globals = {}
    return made
