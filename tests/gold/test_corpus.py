"""The annotations hold what the articles say: every quoted word occurs, every name is used, the phenomena are there."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from briefbook.model import ActorKind, Channel, Directness, MeetingStatus

from tests.gold.corpus import GoldArticle, corpus, days

ARTICLES = [pytest.param(item, id=item.id) for item in corpus()]
each_article = pytest.mark.parametrize("item", ARTICLES)


def _evidence(item: GoldArticle) -> list[str]:
    gold = item.gold
    found = [text for meeting in gold["meetings"] for text in meeting["evidence"]]
    found += [statement["evidence"] for statement in gold["statements"]]
    return found + [text for fact in gold["key_facts"] for text in fact["evidence"]]


def _text(item: GoldArticle) -> str:
    return "\n".join(item.prose)


@each_article
def test_every_evidence_stands_in_one_block(item: GoldArticle) -> None:
    assert [text for text in _evidence(item) if not any(text in block for block in item.prose)] == []


@each_article
def test_evidence_is_whole_sentences(item: GoldArticle) -> None:
    for text in _evidence(item):
        assert text[-1] in ".?!:\"'" or text == item.article.headline, text
        assert text[0].isupper() or text[0] in "\"'", text


@each_article
def test_every_name_and_title_occurs(item: GoldArticle) -> None:
    text = _text(item)
    forms = [form for actor in item.gold["actors"] for form in (actor["name"], *actor["aliases"])]

    assert [form for form in forms if form not in text] == []
    assert [form for form, count in Counter(forms).items() if count > 1] == []
    assert [role for actor in item.gold["actors"] for role in actor["roles"] if role["title"] not in text] == []


@each_article
def test_roles_belong_to_organisations_that_are_annotated(item: GoldArticle) -> None:
    names = {actor["name"] for actor in item.gold["actors"]}
    roles = [role["organization"] for actor in item.gold["actors"] for role in actor["roles"]]

    assert [name for name in roles if name is not None and name not in names] == []


@each_article
def test_participants_and_speakers_are_actors_or_words_of_the_article(item: GoldArticle) -> None:
    text, names = _text(item), {actor["name"] for actor in item.gold["actors"]}
    people = [name for meeting in item.gold["meetings"] for name in meeting["participants"]]
    people += [statement["speaker"] for statement in item.gold["statements"]]

    assert [name for name in people if name not in names and name not in text] == []


@each_article
def test_places_times_and_cues_are_words_of_the_article(item: GoldArticle) -> None:
    text = _text(item)
    for meeting in item.gold["meetings"]:
        assert (meeting["place"] or "") in text
        assert (meeting["time_text"] or "") in text
        assert meeting["time_value"] is None or meeting["time_text"] is not None
    for statement in item.gold["statements"]:
        assert statement["cue"] in statement["evidence"]


@each_article
def test_values_are_those_of_the_guideline(item: GoldArticle) -> None:
    for meeting in item.gold["meetings"]:
        MeetingStatus(meeting["status"])
        Channel(meeting["channel"])
        assert meeting["clarity"] in ("clear", "arguable")
        assert meeting["evidence"]
        assert meeting["participants"]
    assert all(Directness(statement["directness"]) for statement in item.gold["statements"])
    assert all(ActorKind(actor["kind"]) for actor in item.gold["actors"])
    assert all(fact["weight"] in (1, 2, 3) and fact["evidence"] for fact in item.gold["key_facts"])


@each_article
def test_an_article_has_five_to_nine_key_facts_and_the_news_among_them(item: GoldArticle) -> None:
    assert 5 <= len(item.gold["key_facts"]) <= 9
    assert any(fact["weight"] == 3 for fact in item.gold["key_facts"])


@each_article
def test_no_evidence_of_a_statement_stands_twice_for_one_speaker(item: GoldArticle) -> None:
    said = Counter((statement["speaker"], statement["evidence"]) for statement in item.gold["statements"])

    assert [pair for pair, count in said.items() if count > 1] == []


@each_article
def test_an_article_is_as_long_as_articles_are(item: GoldArticle) -> None:
    assert 220 <= sum(len(block.split()) for block in item.prose) <= 650


def test_there_are_enough_articles_of_enough_kinds() -> None:
    kinds = {item.id.split("-")[0] for item in corpus()}

    assert len(corpus()) >= 15
    assert len(kinds) >= 13


@pytest.mark.parametrize("status", list(MeetingStatus))
def test_every_status_of_a_meeting_occurs(status: MeetingStatus) -> None:
    assert any(meeting["status"] == status for item in corpus() for meeting in item.gold["meetings"])


@pytest.mark.parametrize("channel", [Channel.PHONE, Channel.VIDEO, Channel.IN_PERSON])
def test_every_channel_occurs(channel: Channel) -> None:
    assert any(meeting["channel"] == channel for item in corpus() for meeting in item.gold["meetings"])


def test_hard_cases_occur() -> None:
    surnames = [Counter(a["name"].split()[-1] for a in i.gold["actors"] if a["kind"] == "person") for i in corpus()]

    assert sum(any(count > 1 for count in names.values()) for names in surnames) >= 4
    assert sum(item.article.date_published is None for item in corpus()) >= 2
    assert sum(role["former"] for i in corpus() for a in i.gold["actors"] for role in a["roles"]) >= 8


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-03-14", date(2024, 3, 14), date(2024, 3, 14)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2024-W11", date(2024, 3, 11), date(2024, 3, 17)),
        ("2017/2020", date(2017, 1, 1), date(2020, 12, 31)),
    ],
)
def test_reads_days(value: str, first: date, last: date) -> None:
    assert days(value) == (first, last)


def test_unknown_days_are_unknown() -> None:
    assert days(None) is None
    with pytest.raises(ValueError, match="invalid literal"):
        days("soon")
