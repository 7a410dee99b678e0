"""The commands and their arguments.  What a command does is imported when it runs, so that `--help` is quick."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from briefbook.cli.messages import say
from briefbook.errors import BriefbookError, UsageError

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

Book = Annotated[Path, typer.Option("--book", help="Folder of the book.", metavar="DIR")]
Strict = Annotated[bool, typer.Option("--strict", help="Fail on any warning.")]
KeepGoing = Annotated[bool, typer.Option("--keep-going", help="Leave out articles that can't be read; still exit 1.")]


def _version(wanted: bool) -> None:
    if wanted:
        from briefbook import __version__

        print(f"briefbook {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn news articles into a briefing book: cited, searchable, offline."""


@app.command()
def build(
    book: Book = Path(),
    strict: Strict = False,
    keep_going: KeepGoing = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Print the book into dist/ too; needs Chromium.")] = False,
) -> None:
    """Write the pages, build the site into site/ and the offline bundle into dist/."""
    from briefbook.cli.book import build_book

    raise typer.Exit(build_book(book, strict=strict, keep_going=keep_going, pdf=pdf))


@app.command()
def generate(
    book: Book = Path(),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail when a page on disk differs.")] = False,
    strict: Strict = False,
    keep_going: KeepGoing = False,
) -> None:
    """Write only the pages, into docs/."""
    from briefbook.cli.book import generate_book

    raise typer.Exit(generate_book(book, check=check, strict=strict, keep_going=keep_going))


@app.command()
def extract(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Articles, or folders of articles.")],
    output: Annotated[Optional[Path], typer.Option(help="Write to this file instead of standard output.")] = None,
    published: Annotated[Optional[str], typer.Option(help="Date of articles that state none.", metavar="DATE")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to work in.")] = 1,
    book: Book = Path(),
) -> None:
    """Read articles and print one briefing JSON a line."""
    from briefbook.cli.extraction import extract_articles

    raise typer.Exit(extract_articles(inputs, output=output, published=published, jobs=jobs, book=book))


@app.command()
def check(book: Book = Path(), strict: Strict = False) -> None:
    """Verify citations, corrections, credits and links; list the findings."""
    from briefbook.cli.book import check_book

    raise typer.Exit(check_book(book, strict=strict))


@app.command()
def add(
    target: Annotated[str, typer.Argument(metavar="FILE_OR_URL", help="An article's file, or its address.")],
    book: Book = Path(),
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file of that name.")] = False,
    http: Annotated[bool, typer.Option("--http", help="Allow plain http.")] = False,
    private: Annotated[bool, typer.Option("--private", help="Allow addresses of this machine and network.")] = False,
) -> None:
    """Take an article into seeds/, with what it states of itself."""
    from briefbook.cli.adding import add_article

    raise typer.Exit(add_article(target, book=book, force=force, http=http, private=private))


@app.command()
def serve(
    book: Book = Path(),
    address: Annotated[str, typer.Option(help="Where to serve.", metavar="HOST:PORT")] = "127.0.0.1:8000",
) -> None:
    """Show the book while you work: an edit under seeds/ shows in the browser."""
    from briefbook.cli.serving import serve_book

    serve_book(book, address=address)


@app.command()
def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder.")]) -> None:
    """Make a new, ready-to-build book with an invented example article."""
    from briefbook.publish import create_book

    for path in create_book(folder):
        say(f"wrote {path}")
    say(f"next: cd {folder} && briefbook build")


def main() -> None:
    """Run the command line: data to standard output, messages to standard error, never a traceback."""
    if not os.environ.get("BRIEFBOOK_DEBUG"):
        logging.getLogger().addHandler(logging.NullHandler())  # libraries' remarks about odd files are not our messages
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    sys.exit(_run())


def _run() -> int:
    try:
        return _finished(app(prog_name="briefbook", standalone_mode=False))
    except SystemExit as stop:
        return _finished(stop.code)
    except BriefbookError as error:
        say(f"error: {error}")
        return error.exit_status
    except (KeyboardInterrupt, typer.Abort):
        return _finished(INTERRUPTED)
    except BrokenPipeError:
        return _reader_gone()
    except Exception as error:
        if hasattr(error, "format_message"):
            return _misused(error)
        if isinstance(error, OSError):
            return _unwritable(error) if error.filename is None else _refused(error)
        if os.environ.get("BRIEFBOOK_DEBUG"):
            raise
        say(f"error: a bug of briefbook: {type(error).__name__}: {error} (BRIEFBOOK_DEBUG=1 shows where)")
        return 1


def _finished(code: object) -> int:
    """The exit status, once standard output has taken all data: its reader may be gone or its disk full."""
    status = code if isinstance(code, int) else 0 if code is None else 1
    if status == INTERRUPTED:
        say("error: interrupted")
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        return _unwritable(error)
    return status


def _misused(error: Any) -> int:
    """Wrong usage, as the library of the command line raises it, whichever class it has for that: one line, or the help."""
    message = error.format_message()
    if "\n" in message:  # no command at all: the list of them
        print(message, file=sys.stderr)
    else:
        path = getattr(getattr(error, "ctx", None), "command_path", "briefbook")
        say(f"error: {message[:1].lower()}{message[1:].rstrip('.')} (see {path} --help)")
    return UsageError.exit_status


def _refused(error: OSError) -> int:
    """A file that the system refuses, where nobody expected it."""
    say(f"error: {error.filename}: can't be read or written ({error.strerror or type(error).__name__})")
    return UsageError.exit_status


def _unwritable(error: OSError) -> int:
    """An operating-system error without a file's name comes from a stream: standard output is full or closed."""
    _silence()
    say(f"error: standard output can't be written ({error.strerror or type(error).__name__})")
    return UsageError.exit_status


def _reader_gone() -> int:
    """Whoever read our output (`| head`) has enough: stop, quietly."""
    _silence()
    return 1


def _silence() -> None:
    """Keep the interpreter from flushing standard output once more as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
