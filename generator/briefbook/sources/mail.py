"""Newsletters (`.eml`) and single-file pages (`.mht`, `.mhtml`): MIME messages around a page or plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from briefbook.errors import SourceError
from briefbook.model import Article
from briefbook.sources.html import read_html
from briefbook.sources.pasted import read_pasted


def read_mail(path: Path, data: bytes) -> Iterator[Article]:
    """Read the article of a message: its HTML part, else its plain text as pasted text.

    What the part does not state is taken from the message: subject, sender's name, date.

    Raises:
        SourceError: It is no message, or has no text part.
    """
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
    part = message.get_body(("html", "plain")) if message.keys() else None
    if part is None:
        raise SourceError("holds no text part: expected a mail message or a single-file page", path=path)
    try:
        content = part.get_content()
    except (LookupError, UnicodeDecodeError, KeyError) as error:
        raise SourceError(f"its text part can't be decoded ({error})", path=path) from error
    reader = read_html if part.get_content_subtype() == "html" else read_pasted
    for article in reader(path, str(content).encode("utf-8", "replace")):
        yield replace(
            article,
            headline=article.headline or _header(message, "subject"),
            publisher=article.publisher or _sender(message),
            date_published=article.date_published or _date(message),
            url=article.url or _link(message),
        )


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(_value(message, name) or "").split()) or None


def _value(message: EmailMessage, name: str) -> object:
    """A header's value, or None when there is none or the library stumbles over it."""
    try:
        return message.get(name)
    except Exception:  # the library reads headers when asked for them, and raises many kinds on broken ones
        return None


def _sender(message: EmailMessage) -> str | None:
    sender = _value(message, "from")
    addresses = getattr(sender, "addresses", ())
    return next((address.display_name for address in addresses if address.display_name), None)


def _date(message: EmailMessage) -> str | None:
    stated = getattr(_value(message, "date"), "datetime", None)
    return stated.isoformat() if stated is not None and stated.tzinfo else None


def _link(message: EmailMessage) -> str | None:
    """Browsers note the address of a page they save as one file."""
    address = _header(message, "snapshot-content-location") or _header(message, "content-location") or ""
    return address if address.startswith(("http://", "https://")) else None
