"""The commands on a whole book: build, generate, check."""

from __future__ import annotations

from pathlib import Path

from briefbook.cli.messages import Messages, say
from briefbook.cli.progress import watched
from briefbook.config import Settings, load_settings
from briefbook.errors import BriefbookError
from briefbook.model import Book, Finding, OutputFile, Severity
from briefbook.pipeline import Known, gather, make_book, make_hosted, make_pages, newest_day
from briefbook.publish import (
    Difference,
    DifferenceKind,
    build_site,
    check_site,
    differences,
    print_book,
    require_printer,
    write_pages,
)

_CHANGED = {
    DifferenceKind.MISSING: "is missing",
    DifferenceKind.DIFFERENT: "differs from what would be written",
    DifferenceKind.STALE: "is no longer made",
}


def generate_book(root: Path, *, check: bool, strict: bool, keep_going: bool, known: Known | None = None) -> int:
    """Write the pages of a book, or compare them with those on disk; returns the exit status.

    Args:
        known: Briefings of a run before, see `make_book`.
    """
    messages = Messages(strict=strict)
    settings = load_settings(root)
    made = _make(settings, messages, keep_going=keep_going, known=known)
    if made is None:
        return messages.status
    docs = settings.root / settings.docs
    if check:
        for change in differences(docs, made[1]):
            messages.error(BriefbookError(f"{_CHANGED[change.kind]}: run briefbook generate", path=docs / change.path))
    else:
        _tell(write_pages(settings.root, docs, made[1]), settings)
    return messages.status


def build_book(root: Path, *, strict: bool, keep_going: bool, pdf: bool = False) -> int:
    """Write the pages, the site and the bundle, and the book as a PDF when asked; returns the exit status."""
    if pdf:
        require_printer()
    messages = Messages(strict=strict)
    settings = load_settings(root)
    made = _make(settings, messages, keep_going=keep_going)
    if made is None:
        return messages.status
    book, pages = made
    built = build_site(settings, pages, newest_day(book), make_hosted(settings, book))
    _tell(built.changes, settings)
    say(f"site: {built.site}, bundle: {built.bundle}")
    if pdf:
        say(f"pdf: {print_book(settings, _page_paths(settings, pages), newest_day(book))}")
    return messages.status


def _page_paths(settings: Settings, pages: tuple[OutputFile, ...]) -> list[str]:
    """The pages of the book in the order of their making, then those written by hand."""
    docs = settings.root / settings.docs
    return [page.path for page in pages] + sorted(path.relative_to(docs).as_posix() for path in docs.glob("*.md"))


def check_book(root: Path, *, strict: bool) -> int:
    """List everything that an editor should look at; returns the exit status."""
    messages = Messages(strict=strict)
    settings = load_settings(root)
    book = _brief(settings, messages, keep_going=True)
    for briefing in book.briefings if book else ():
        for finding in briefing.findings:
            _note(finding, briefing.article.source.path, messages, all_severities=True)
    if book:
        _check_pages(settings, book, messages)
    say(f"{messages.errors} errors, {messages.warnings} warnings")
    return messages.status


def _check_pages(settings: Settings, book: Book, messages: Messages) -> None:
    """Build the site on trial: the engine's own checks, links, anchors, addresses of other hosts."""
    try:
        check_site(settings, make_pages(settings, book), newest_day(book), make_hosted(settings, book))
    except BriefbookError as error:
        messages.error(error)


def _make(
    settings: Settings, messages: Messages, *, keep_going: bool, known: Known | None = None
) -> tuple[Book, tuple[OutputFile, ...]] | None:
    """The book and its pages; None when a problem forbids to write anything."""
    book = _brief(settings, messages, keep_going=keep_going, known=known)
    if book is None:
        return None
    for briefing in book.briefings:
        for finding in briefing.findings:
            _note(finding, briefing.article.source.path, messages)
    if messages.status and not keep_going:
        say("nothing was written")
        return None
    return book, make_pages(settings, book)


def _brief(settings: Settings, messages: Messages, *, keep_going: bool, known: Known | None = None) -> Book | None:
    articles = gather(settings, messages.error)
    if (messages.errors and not keep_going) or not articles:
        say("nothing was written")
        return None
    book = make_book(settings, watched(articles, "articles", total=len(articles)), messages.error, known)
    if (messages.errors and not keep_going) or not book.briefings:
        say("nothing was written")
        return None
    return book


def _note(finding: Finding, path: str, messages: Messages, *, all_severities: bool = False) -> None:
    text = f"{finding.message} [{finding.code}]"
    if finding.severity is Severity.ERROR:
        messages.error(BriefbookError(text, path=path))
    elif finding.severity is Severity.WARNING:
        messages.warning(f"{path}: {text}")
    elif all_severities:
        say(f"info: {path}: {text}")


def _tell(changes: tuple[Difference, ...], settings: Settings) -> None:
    stale = sum(change.kind is DifferenceKind.STALE for change in changes)
    say(f"pages: {len(changes) - stale} written, {stale} deleted, in {settings.root / settings.docs}")
