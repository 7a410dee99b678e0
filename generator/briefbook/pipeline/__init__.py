"""The order of the rooms: files -> articles -> briefings -> book -> pages.  The only file that knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from briefbook import __version__, compose, execution, lexicons, sources
from briefbook.analysis import DEFAULT_MODEL, AnalysedDocument, LoadedModel, References, analyse_all, load_model
from briefbook.config import Settings
from briefbook.errors import BriefbookError, SourceError, UsageError
from briefbook.extract import actors, credits, dates, meetings, places, roles, statements, summary, timeline
from briefbook.model import (
    Article,
    BlockKind,
    Book,
    Briefing,
    Citation,
    Finding,
    Provenance,
    Severity,
    SourceSentence,
)
from briefbook.pipeline.pages_of_book import make_hosted, make_pages, newest_day

__all__ = [
    "Known",
    "Report",
    "brief",
    "brief_all",
    "brief_in_processes",
    "gather",
    "make_book",
    "make_hosted",
    "make_pages",
    "newest_day",
    "read_all",
]

Report = Callable[[BriefbookError], None]
"""Takes note of a problem that concerns one article, so that the others go on."""


Result = TypeVar("Result")

GROUP_CHARACTERS = 60_000
"""Text handed to a process at a time: some twenty articles, a second or two of work."""


def read_all(paths: Iterable[Path], report: Report, *, max_bytes: int = Settings().max_file_bytes) -> Iterator[Article]:
    """Read files and folders, lazily and in order; a folder's articles in the order of their names."""
    for path in paths:
        try:
            for file in _articles_in(path) if path.is_dir() else [path]:
                yield from _read(file, report, max_bytes)
        except BriefbookError as error:
            report(error)


def _read(path: Path, report: Report, max_bytes: int) -> Iterator[Article]:
    try:
        _refuse_large(path, max_bytes)
        yield from sources.read(path)
    except BriefbookError as error:
        report(error)
    except Exception as error:
        report(BriefbookError(f"can't be read, a bug of briefbook ({type(error).__name__}: {error})", path=path))


def _refuse_large(path: Path, max_bytes: int) -> None:
    if path.is_file() and (size := path.stat().st_size) > max_bytes:
        raise SourceError(
            f"larger than {max_bytes / 1e6:g} MB ({size / 1e6:.1f} MB): split it, or raise the setting max_file_megabytes",
            path=path,
        )


def gather(settings: Settings, report: Report) -> tuple[Article, ...]:
    """All articles of a book; their paths are relative to the book's folder, wherever it is.

    Raises:
        UsageError: The seeds folder is missing or holds no article.
    """
    folder = settings.root / settings.seeds
    if not folder.is_dir():
        raise UsageError("no such folder: put articles there, or name their folder in the setting 'seeds'", path=folder)
    found = chain.from_iterable(_read(path, report, settings.max_file_bytes) for path in _articles_in(folder))
    return sources.with_unique_ids(_within(settings.root, article) for article in found)


def _articles_in(folder: Path) -> tuple[Path, ...]:
    if files := tuple(sources.find_articles(folder)):
        return files
    raise UsageError("holds no article: put one there, such as text pasted from a page in a .txt file", path=folder)


def _within(root: Path, article: Article) -> Article:
    path = Path(article.source.path)
    inside = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return replace(article, source=replace(article.source, path=inside))


Known = dict[tuple[Article, str | None, int | None], Briefing]
"""Briefings made before, by the article and the settings that decide them."""


def make_book(settings: Settings, articles: Iterable[Article], report: Report, known: Known | None = None) -> Book:
    """Brief the articles of a book and recognise their actors across it.

    Args:
        known: What a run before has left here is taken as it is, and what this run needed is left for the next.
    """
    model = load_model(settings.language_model or DEFAULT_MODEL)
    if known is None:
        return compose.collect(
            settings.title, brief_all(articles, model, summary_words=settings.summary_words, report=report)
        )
    keys = [(article, settings.language_model, settings.summary_words) for article in articles]
    new = (key[0] for key in keys if key not in known)
    made = {
        found.article.id: found for found in brief_all(new, model, summary_words=settings.summary_words, report=report)
    }
    kept = {key: known.get(key) or made.get(key[0].id) for key in keys}
    known.clear()
    known.update({key: found for key, found in kept.items() if found is not None})
    return compose.collect(settings.title, known.values())


def brief_in_processes(
    articles: Iterable[Article], finish: Callable[[Briefing], Result], settings: Settings, report: Report, *, jobs: int
) -> Iterator[Result]:
    """Brief articles in several processes and yield what `finish` makes of each, lazily and in order.

    Args:
        finish: A function of a module; it runs in the process that made the briefing.
    """
    work = partial(_brief_group, finish=finish, settings=settings)
    for results in execution.map_in_order(work, _groups(articles), jobs=jobs):
        for result in results:
            if isinstance(result, BriefbookError):
                report(result)
            else:
                yield result


def _brief_group(
    group: tuple[Article, ...], *, finish: Callable[[Briefing], Result], settings: Settings
) -> list[Result | BriefbookError]:
    found: list[Result | BriefbookError] = []
    model = load_model(settings.language_model or DEFAULT_MODEL)
    for briefing in brief_all(group, model, summary_words=settings.summary_words, report=found.append):
        found.append(finish(briefing))
    return found


def _groups(articles: Iterable[Article]) -> Iterator[tuple[Article, ...]]:
    """Articles in groups of about `GROUP_CHARACTERS`."""
    group: list[Article] = []
    size = 0
    for article in articles:
        group.append(article)
        size += sum(len(block.text) for block in article.blocks)
        if size >= GROUP_CHARACTERS:
            yield tuple(group)
            group, size = [], 0
    if group:
        yield tuple(group)


def brief_all(
    articles: Iterable[Article],
    model: LoadedModel,
    *,
    summary_words: int | None = None,
    report: Report | None = None,
) -> Iterator[Briefing]:
    """Brief articles, lazily and in order.

    Args:
        report: Is told of an article that can't be briefed, which is then left out; None raises instead.

    Raises:
        CitationError: A fact does not stand where it says: our bug.
    """
    for document in analyse_all(articles, model):
        try:
            briefing = brief(document, model, summary_words=summary_words or summary.DEFAULT_WORDS)
        except Exception as error:
            if report is None:
                raise
            report(_as_problem(error, document.article))
        else:
            yield briefing


def _as_problem(error: Exception, article: Article) -> BriefbookError:
    if isinstance(error, BriefbookError):
        return error
    kind = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return BriefbookError(
        f"article '{article.id}' can't be briefed, a bug of briefbook ({kind})", path=article.source.path
    )


def brief(document: AnalysedDocument, model: LoadedModel, *, summary_words: int = summary.DEFAULT_WORDS) -> Briefing:
    """Turn an analysed article into its briefing, every citation checked."""
    if not document.supported:
        return _brief_without_language(document)
    article = document.article
    bounds = dates.bound_publication(document)
    found_dates = dates.extract(document, bounds)
    naming = actors.extract(document)
    with_roles = roles.extract(References(document=document, actors=naming.actors))
    resolved = actors.resolve(References(document=document, actors=with_roles))
    found_actors = roles.extract(
        References(document=document, actors=resolved)
    )  # again: now "he was mayor" is known too
    references = References(document=document, actors=found_actors)
    found_places = places.extract((p.name, p.aliases, p.mentions) for p in naming.places)
    found_statements = statements.extract(references)
    found_meetings = meetings.extract(references, found_places, found_dates, found_statements)
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
        findings=(*naming.findings, *credit_findings, *_too_long(document)),
        sentences=_source_sentences(document),
        provenance=Provenance(generator=__version__, language_model=model.identity, lexicons_sha256=lexicons.sha256()),
    )
    compose.check_citations(briefing)
    return briefing


def _too_long(document: AnalysedDocument) -> Iterator[Finding]:
    """The remark that the rest of a very long text was not analysed; it cites the first sentence of that rest."""
    if document.unread:
        citation = document.cite_sentence(document.unread[0])
        yield Finding(
            severity=Severity.WARNING,
            code="text-too-long",
            message=f"the text is too long for one article: from block {citation.block} on it is shown, but nothing was looked for",
            citation=citation,
        )


def _brief_without_language(document: AnalysedDocument) -> Briefing:
    """What can be said of an article whose language has no language pack: its credits and its sentences."""
    article = document.article
    found_credits, credit_findings = credits.extract(article)
    stated = f"'{article.language}'" if article.language else "other than English"
    finding = Finding(
        severity=Severity.INFO,
        code="language-not-supported",
        message=f"the article's language ({stated}) has no language pack: only its text, pictures and credits are shown",
    )
    return Briefing(
        article=article,
        date_bounds=None,
        summary=(),
        actors=(),
        places=(),
        dates=(),
        meetings=(),
        statements=(),
        timeline=(),
        credits=found_credits,
        findings=(finding, *credit_findings),
        sentences=_source_sentences(document),
        provenance=Provenance(generator=__version__, language_model=None, lexicons_sha256=lexicons.sha256()),
    )


def _source_sentences(document: AnalysedDocument) -> tuple[SourceSentence, ...]:
    """The sentences of all blocks in order; a caption, which is not analysed, is one."""
    captions = (
        Citation(block=block.number, start=0, end=len(block.text), exact=block.text)
        for block in document.article.blocks
        if block.kind is BlockKind.CAPTION
    )
    prose = (document.cite_sentence(sentence) for sentence in chain(document.sentences, document.unread))
    ordered = sorted(chain(captions, prose), key=lambda c: (c.block, c.start))
    return tuple(SourceSentence(number=number, citation=citation) for number, citation in enumerate(ordered, start=1))
