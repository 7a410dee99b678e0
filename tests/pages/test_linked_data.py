"""JSON-LD on the pages: what it says, what it leaves unsaid, and that it can't break out of its element."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import yaml
from briefbook.model import MeetingStatus
from briefbook.pages import PageOptions, render
from briefbook.pages.escape import scalar
from briefbook.pages.linked_data import event, to_script
from hypothesis import given
from hypothesis import strategies as st

from .factory import book, briefing

WITH_EVENT = {MeetingStatus.HELD, MeetingStatus.UNDER_WAY, MeetingStatus.PLANNED, MeetingStatus.CANCELLED}


def linked() -> dict[str, dict[str, Any]]:
    """The linked data of every page that has any, by path."""
    found = {}
    for page in render(book(), PageOptions()):
        meta = yaml.safe_load(page.content.split("---\n")[1]) if page.content.startswith("---\n") else {}
        if "linked_data" in meta:
            found[page.path] = json.loads(meta["linked_data"])
    return found


def test_every_kind_of_page_says_what_it_is_about() -> None:
    kinds = {path.split("/")[0]: node["@type"] for path, node in linked().items()}

    assert kinds["index.md"] == kinds["articles"] == "Report"
    assert kinds["meetings"] == "Event"
    assert kinds["credits.md"] == "CollectionPage"
    assert {node["@type"] for path, node in linked().items() if path.startswith("actors/")} >= {
        "Person",
        "Organization",
    }
    assert all(node["@context"] == "https://schema.org" for node in linked().values())


def test_the_article_stays_its_publishers() -> None:
    node = linked()["index.md"]["isBasedOn"]

    assert node["@type"] == "NewsArticle"
    assert node["headline"] == briefing().article.headline


def test_a_picture_names_its_credit_as_printed() -> None:
    (image, *_) = linked()["credits.md"]["hasPart"]

    assert image["@type"] == "ImageObject"
    assert image["creditText"] == briefing().article.images[0].credit_line


@pytest.mark.parametrize("status", list(MeetingStatus))
def test_only_meetings_that_are_reported_to_take_place_are_events(status: MeetingStatus) -> None:
    node = event(replace(briefing().meetings[0], status=status), "A and B")

    assert (node is not None) == (status in WITH_EVENT)
    if node is not None:
        assert status.value.replace("_", " ") in node["name"].lower()
        assert node["eventStatus"].endswith("EventCancelled") == (status is MeetingStatus.CANCELLED)


def test_nothing_unknown_is_written() -> None:
    def values(node: Any) -> list[Any]:
        items = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        return [node, *(value for item in items for value in values(item))]

    assert not [value for node in linked().values() for value in values(node) if value in (None, "", [], {})]


@given(st.text(max_size=80))
def test_no_text_ends_the_script_or_the_front_matter(words: str) -> None:
    script = to_script({"name": words})

    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script)["name"] == words
    if words.isprintable():
        assert yaml.safe_load(scalar(script)) == script
