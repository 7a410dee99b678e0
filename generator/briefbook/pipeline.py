"""The order of the rooms: files -> articles -> briefings -> book.  The only file that knows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from briefbook import __version__, compose, lexicons
from briefbook.analysis import AnalysedDocument, LoadedModel, References, analyse_all
from briefbook.extract import actors, credits, dates, meetings, places, roles, statements, summary, timeline
from briefbook.model import (
    Article,
    BlockKind,
    Briefing,
    Citation,
    Provenance,
    SourceSentence,
)


def brief_all(articles: Iterable[Article], model: LoadedModel, *, summary_words: int = summary.DEFAULT_WORDS) -> Iterator[Briefing]:
    """Brief articles, lazily and in order.

    Raises:
        CitationError: A fact does not stand where it says: our bug.
    """
    for document in analyse_all(articles, model):
        yield brief(document, model, summary_words=summary_words)


def brief(document: AnalysedDocument, model: LoadedModel, *, summary_words: int = summary.DEFAULT_WORDS) -> Briefing:
    """Turn an analysed article into its briefing, every citation checked."""
    article = document.article
    bounds = dates.bound_publication(document)
    found_dates = dates.extract(document, bounds)
    naming = actors.extract(document)
    found_actors = roles.extract(References(document=document, actors=naming.actors))
    references = References(document=document, actors=found_actors)
    found_places = places.extract((p.name, p.aliases, p.mentions) for p in naming.places)
    found_meetings = meetings.extract(references, found_places, found_dates)
    found_statements = statements.extract(references)
    found_credits, credit_findings = credits.extract(article)
    briefing = Briefing(
        article=article,
        date_bounds=bounds,
        summary=summary.extract(references, found_meetings, found_statements, found_dates, words=summary_words),
        actors=found_actors,
        places=found_places,
        dates=found_dates,
        meetings=found_meetings,
        statements=found_statements,
        timeline=timeline.extract(references, found_dates, found_meetings),
        credits=found_credits,
        findings=(*naming.findings, *credit_findings),
        sentences=_source_sentences(document),
        provenance=Provenance(generator=__version__, language_model=model.identity, lexicons_sha256=lexicons.sha256()),
    )
    compose.check_citations(briefing)
    return briefing


def _source_sentences(document: AnalysedDocument) -> tuple[SourceSentence, ...]:
    """The sentences of all blocks in order; a caption, which is not analysed, is one."""
    captions = (
        Citation(block=block.number, start=0, end=len(block.text), exact=block.text)
        for block in document.article.blocks
        if block.kind is BlockKind.CAPTION
    )
    prose = (document.cite_sentence(sentence) for sentence in document.sentences)
    ordered = sorted(chain(captions, prose), key=lambda c: (c.block, c.start))
    return tuple(SourceSentence(number=number, citation=citation) for number, citation in enumerate(ordered, start=1))
