"""Licences named in a credit line, with the address of those that have a fixed one."""

from __future__ import annotations

import re
from functools import lru_cache

from briefbook import lexicons
from briefbook.model import Licence

DEED = "https://creativecommons.org/licenses/{terms}/{version}/"
ZERO = Licence(name="CC0", url="https://creativecommons.org/publicdomain/zero/1.0/")
ORDER = ("by", "nc", "nd", "sa")
"""How Creative Commons orders the terms in its addresses."""


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    entries = lexicons.load("credit_phrases", "any").entries
    wanted = ("licence", "zero", "bare", "public-domain")
    return {str(e.fields["role"]): re.compile(e.pattern or "", re.I) for e in entries if e.fields["role"] in wanted}


def read_licence(text: str) -> Licence | None:
    """The licence a text names, or None.  A Creative Commons licence without a version has no address: they differ."""
    patterns = _patterns()
    if zero := patterns["zero"].search(text):
        return Licence(name=" ".join(zero[0].split()), url=ZERO.url)
    if found := patterns["licence"].search(text):
        return _creative_commons(found)
    if (bare := patterns["bare"].search(text)) or (bare := patterns["public-domain"].search(text)):
        return Licence(name=bare[0])
    return None


def _creative_commons(found: re.Match[str]) -> Licence:
    words = set(re.findall(r"[a-z]+", found["terms"].lower()))
    terms = {"by"} | (words & set(ORDER)) | ({"sa"} if "share" in words or "sharealike" in words else set())
    code = "-".join(term for term in ORDER if term in terms)
    version = found["version"]
    name = f"CC {code.upper()}{' ' + version if version else ''}"
    return Licence(name=name, url=DEED.format(terms=code, version=version) if version else None)
