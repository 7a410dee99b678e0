"""ninjs, version by version and field by field; and values that no version allows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.article_object import read_json
from hypothesis import given
from hypothesis import strategies as st

BODY = {"body_text": "The bridge was opened on Monday.\nThe mayor cut a ribbon."}


def read(**fields: Any) -> Article:
    """The article of a ninjs object with these fields."""
    (article,) = read_json(Path("bridge.json"), json.dumps({"uri": "urn:x:1", **fields}).encode())
    return article


def prose(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"body_text": "One.\nTwo."}, ["One.", "Two."], id="1: text"),
        pytest.param({"body_xhtml": "<p>One.</p><p>Two.</p>"}, ["One.", "Two."], id="1: XHTML"),
        pytest.param({"body_html": "<p>One.</p>Two."}, ["One.", "Two."], id="1: HTML"),
        pytest.param({"body_xhtml": "<p>One.</p>", "body_text": "Two."}, ["One."], id="1: markup before text"),
        pytest.param({"bodies": [{"value": "One."}]}, ["One."], id="2: one body"),
        pytest.param(
            {
                "bodies": [
                    {"contenttype": "text/plain", "value": "a"},
                    {"contenttype": "text/html", "value": "<p>b</p>"},
                ]
            },
            ["b"],
            id="2: the one with markup",
        ),
        pytest.param({"bodies": [{"contentType": "text/html", "value": "<p>b</p>"}]}, ["b"], id="3: camel case"),
        pytest.param({"headline": "H", **BODY}, ["H", *BODY["body_text"].split("\n")], id="1: headline"),
        pytest.param({"headlines": [{"value": "H"}], "body_text": "One."}, ["H", "One."], id="2: headlines"),
        pytest.param(
            {"descriptions": [{"role": "summary", "value": "S"}], "body_text": "One."}, ["S", "One."], id="2: summary"
        ),
        pytest.param(
            {"descriptions": [{"role": "drol:Standfirst", "value": "S"}], "body_text": "One."},
            ["S", "One."],
            id="2: a role with its scheme",
        ),
        pytest.param(
            {"descriptions": [{"role": "note", "value": "S"}], "body_text": "One."}, ["One."], id="2: a note to editors"
        ),
    ],
)
def test_text_of_every_version(fields: dict[str, Any], expected: list[str]) -> None:
    assert prose(read(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        pytest.param({"byline": "By Oda Klint"}, "authors", ("Oda Klint",), id="byline"),
        pytest.param({"by": "Oda Klint and Per Aasen"}, "authors", ("Oda Klint", "Per Aasen"), id="two authors"),
        pytest.param({"by": "Sports Desk"}, "authors", (), id="a desk is nobody"),
        pytest.param({}, "authors", (), id="no byline"),
        pytest.param({"copyrightholder": "Nord Agency"}, "publisher", "Nord Agency", id="holder"),
        pytest.param({"copyrightHolder": "Nord Agency"}, "publisher", "Nord Agency", id="holder in camel case"),
        pytest.param({"infosources": [{"name": "Nord"}]}, "publisher", "Nord", id="source"),
        pytest.param({"infoSources": ["Nord", {"name": "Nord"}]}, "publisher", "Nord", id="a source that is no object"),
        pytest.param({"infosources": "Nord"}, "publisher", None, id="sources that are no list"),
        pytest.param({"firstcreated": "2023-05-08T10:15:00Z"}, "date_published", "2023-05-08T10:15:00+00:00", id="day"),
        pytest.param({"versionCreated": "2023-05-08"}, "date_published", "2023-05-08", id="day of the version"),
        pytest.param({"firstcreated": "soon"}, "date_published", None, id="no day"),
        pytest.param({"firstcreated": 20230508}, "date_published", None, id="a number is no day"),
        pytest.param({"uri": "https://a.example/1"}, "url", "https://a.example/1", id="address"),
        pytest.param({"uri": "javascript:alert(1)"}, "url", None, id="script is no address"),
        pytest.param({"url": "https://a.example/2"}, "url", "https://a.example/2", id="address beside the name"),
        pytest.param({"usageterms": "No resale"}, "rights", "No resale", id="terms"),
        pytest.param({"copyrightNotice": "© Nord"}, "rights", "© Nord", id="notice"),
        pytest.param({"language": "en-GB"}, "language", "en-GB", id="language"),
        pytest.param({"language": 7}, "language", None, id="a number is no language"),
    ],
)
def test_what_it_says_of_itself(fields: dict[str, Any], name: str, value: object) -> None:
    assert getattr(read(**{**BODY, **fields}), name) == value


PICTURE = {
    "type": "picture",
    "description_text": "The bridge.",
    "renditions": {"web": {"href": "https://a.example/1.jpg"}},
}


@pytest.mark.parametrize(
    ("associations", "expected"),
    [
        pytest.param({"main": PICTURE}, [("The bridge.", None)], id="by name"),
        pytest.param([PICTURE, PICTURE], [("The bridge.", None)] * 2, id="in a list"),
        pytest.param([{**PICTURE, "type": "graphic"}], [("The bridge.", None)], id="a graphic"),
        pytest.param([{**PICTURE, "type": "video"}], [], id="a film is no picture"),
        pytest.param([{**PICTURE, "byline": "Oda Klint"}], [("The bridge.", "Oda Klint")], id="maker"),
        pytest.param(
            [{**PICTURE, "byline": "Oda Klint", "copyrightholder": "Nordfoto"}],
            [("The bridge.", "Oda Klint/Nordfoto")],
            id="maker and holder",
        ),
        pytest.param(
            [
                {
                    "type": "picture",
                    "descriptions": [{"role": "caption", "value": "C"}, {"role": "credit", "value": "Oda Klint"}],
                }
            ],
            [("C", "Oda Klint")],
            id="roles",
        ),
        pytest.param("main", [], id="no object"),
        pytest.param([7, None, "x"], [], id="no objects"),
        pytest.param(None, [], id="none"),
    ],
)
def test_pictures(associations: Any, expected: list[tuple[str, str | None]]) -> None:
    images = read(**BODY, associations=associations).images

    assert [(image.caption, image.credit_line) for image in images] == expected


@pytest.mark.parametrize(
    ("renditions", "url"),
    [
        (
            {"a": {"href": "https://a.example/1.jpg"}, "b": {"href": "https://a.example/2.jpg"}},
            "https://a.example/1.jpg",
        ),
        ([{"name": "web"}, {"href": "https://a.example/2.jpg"}], "https://a.example/2.jpg"),
        ([], None),
        ("https://a.example/1.jpg", None),
        (None, None),
    ],
)
def test_the_address_of_a_picture(renditions: Any, url: str | None) -> None:
    (image,) = read(**BODY, associations=[{**PICTURE, "renditions": renditions}]).images

    assert image.url == url


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": ""},
        {"body_text": "   "},
        {"bodies": []},
        {"bodies": [{"value": ""}]},
        {"bodies": "text"},
        {"body_xhtml": "<p></p>"},
    ],
)
def test_without_a_body_it_is_refused_in_one_line(fields: dict[str, Any]) -> None:
    with pytest.raises(SourceError, match="without a body") as raised:
        read(**fields)

    assert str(raised.value).startswith("bridge.json: ")


FIELDS = [
    "headline",
    "headlines",
    "bodies",
    "body_text",
    "by",
    "descriptions",
    "associations",
    "infosources",
    "language",
]
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=12)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["value", "role", "type", "name", "contenttype", "renditions", "href"]), inner),
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(FIELDS), VALUES))
def test_any_values_are_read_or_refused_in_one_line(fields: dict[str, Any]) -> None:
    refused, texts = "", ["x"]
    try:
        texts = [block.text for block in read(**fields).blocks]
    except SourceError as error:
        refused = str(error)

    assert "\n" not in refused
    assert all(text.strip() for text in texts)
