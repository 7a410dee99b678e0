"""Nothing planned, denied, called off or imagined stands as happened, whatever the event: frames times events."""

from __future__ import annotations

from itertools import product

import pytest
from briefbook.analysis import AnalysedDocument, LoadedModel, References, analyse_all
from briefbook.extract import dates, timeline
from briefbook.model import Article, Block, BlockKind, EventStatus, Source, TimelineEntry

PUBLISHED = "2025-06-20"
LEAD = "The valley between the two hills is green."

EVENTS = [
    ("open", "opened", "the bridge"),
    ("sell", "sold", "the mill"),
    ("sign", "signed", "the treaty"),
    ("close", "closed", "the port"),
    ("visit", "visited", "the camp"),
    ("release", "released", "the prisoners"),
    ("attack", "attacked", "the depot"),
]
TO_COME = [
    "The minister will {verb} {object} on June 30.",
    "The minister plans to {verb} {object} on June 30.",
    "The minister is expected to {verb} {object} next week.",
    "The minister is due to {verb} {object} on July 2.",
    "The minister is to {verb} {object} next month.",
    "The minister said he would {verb} {object} on June 30.",
    "The minister vowed to {verb} {object} in September.",
]
NEVER = [
    "The minister did not {verb} {object} on June 16.",
    "The minister has not {past} {object} this week.",
    "The minister never {past} {object} in May.",
    "The minister denied having {past} {object} on June 16.",
    "The minister might {verb} {object} on June 30.",
    "If the minister {past} {object} on June 30, the town would rise.",
    "The minister would have {past} {object} on June 16.",
    "The minister will not {verb} {object} on June 30.",
    "Did the minister {verb} {object} on June 16?",
]
DONE = [
    "The minister {past} {object} on June 16.",
    "On June 16, the minister {past} {object}.",
    "The minister said he had {past} {object} on June 16.",
]


def article(text: str) -> Article:
    """The invented article of a sentence."""
    return Article(
        id=text,
        source=Source(path="case.txt", sha256="0" * 64),
        blocks=tuple(Block(number=n, kind=BlockKind.PARAGRAPH, text=t) for n, t in enumerate((LEAD, text))),
        date_published=PUBLISHED,
        language="en",
    )


def sentences(frames: list[str]) -> list[str]:
    """Every frame with every event."""
    return [frame.format(verb=v, past=p, object=o) for frame, (v, p, o) in product(frames, EVENTS)]


def entries(document: AnalysedDocument) -> tuple[TimelineEntry, ...]:
    """The timeline of a document without actors."""
    return timeline.extract(References(document=document, actors=()), dates.extract(document), ())


@pytest.fixture(scope="module")
def timelines(language_model: LoadedModel) -> dict[str, tuple[TimelineEntry, ...]]:
    """The timelines of all sentences, analysed in one go."""
    texts = sentences(TO_COME + NEVER + DONE)
    return {d.article.id: entries(d) for d in analyse_all(map(article, texts), language_model)}


@pytest.mark.parametrize("text", sentences(TO_COME))
def test_what_is_to_come_is_planned(timelines: dict[str, tuple[TimelineEntry, ...]], text: str) -> None:
    assert {entry.status for entry in timelines[text]} <= {EventStatus.PLANNED}
    assert all(entry.start is None or entry.start.isoformat() > PUBLISHED for entry in timelines[text])


@pytest.mark.parametrize("text", sentences(NEVER))
def test_what_is_denied_or_imagined_has_not_happened(
    timelines: dict[str, tuple[TimelineEntry, ...]], text: str
) -> None:
    assert EventStatus.HAPPENED not in {entry.status for entry in timelines[text]}


@pytest.mark.parametrize("text", sentences(DONE))
def test_what_was_done_has_its_day(timelines: dict[str, tuple[TimelineEntry, ...]], text: str) -> None:
    days = {(entry.start.isoformat() if entry.start else None, entry.status) for entry in timelines[text]}

    assert days == {("2025-06-16", EventStatus.HAPPENED)}
