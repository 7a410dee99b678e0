"""The briefing: everything inferred from one article, every fact with its citations."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.model.actor import Actor
from briefbook.model.article import Article
from briefbook.model.citation import Citation
from briefbook.model.credit import ImageCredit
from briefbook.model.finding import Finding
from briefbook.model.meeting import Meeting
from briefbook.model.place import Place
from briefbook.model.statement import Statement
from briefbook.model.summary import SummarySentence
from briefbook.model.timeline import TimelineEntry
from briefbook.model.timex import DateBounds, Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """The spaCy pipeline used: package name, version, and SHA-256 over its data files (hex)."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made the briefing; `language_model` is None when the article's language has no language pack."""

    generator: str
    language_model: LanguageModel | None
    lexicons_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSentence:
    """The extent of one sentence of the article; the anchor on the source page."""

    number: int
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One article and all that was found in it.

    Attributes:
        date_bounds: Given when the article states no publication date and the text bounds it.
        credits: One entry for each image of the article, in order.
        sentences: Every sentence of every block (captions are one sentence each), in order.
    """

    article: Article
    date_bounds: DateBounds | None
    summary: tuple[SummarySentence, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    dates: tuple[Timex, ...]
    meetings: tuple[Meeting, ...]
    statements: tuple[Statement, ...]
    timeline: tuple[TimelineEntry, ...]
    credits: tuple[ImageCredit, ...]
    findings: tuple[Finding, ...]
    sentences: tuple[SourceSentence, ...]
    provenance: Provenance
