"""Places named in the article."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.model.citation import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named place.

    Attributes:
        country: ISO 3166-1 alpha-2 code; None where unknown or disputed.
        latitude: Degrees north, WGS 84, or None.
        longitude: Degrees east, WGS 84, or None.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    mentions: tuple[Citation, ...]
