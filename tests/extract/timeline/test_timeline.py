"""The timeline: what counts as an event, its day, who took part, and meetings among the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from briefbook.analysis import References
from briefbook.extract import dates, timeline
from briefbook.model import (
    Actor,
    ActorKind,
    Channel,
    Meeting,
    MeetingStatus,
    MeetingTime,
    Mention,
    Participant,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))
PUBLISHED = "2013-03-22"


def entries(document, *names, meetings=()):
    """The timeline of a document in which the given names are actors."""
    actors = tuple(_actor(document, name) for name in names)
    references = References(document=document, actors=actors)
    bounds = dates.bound_publication(document)
    return timeline.extract(references, dates.extract(document, bounds), meetings)


def _actor(document, name):
    found = []
    for block in document.article.blocks:
        at = block.text.find(name)
        while at >= 0:
            found.append(Mention(citation=document.article.cite(block.number, at, at + len(name))))
            at = block.text.find(name, at + 1)
    return Actor(id=name.lower(), name=name, kind=ActorKind.PERSON, mentions=tuple(found))


def _row(entry):
    start, end = (day.isoformat() if day else "-" for day in (entry.start, entry.end))
    return f"{entry.label.exact} | {start} | {end} | {'background' if entry.background else 'news'}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(analysed, case):
    document = analysed(*case["text"], headline=case.get("headline"), published=case.get("published", PUBLISHED))

    assert [_row(entry) for entry in entries(document, *case.get("actors", ()))] == case["expect"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Holt sued Brek on Monday.", ["holt", "brek"]),
        ("Brek was sued by Holt on Monday.", ["brek", "holt"]),
        ("Holt and Brek left on Monday.", ["holt", "brek"]),
        ("Holt met with Brek on Monday.", ["holt", "brek"]),
        ("Holt left on Monday, said Brek.", ["holt"]),
        ("A friend of the cook who once fed Brek left on Monday.", []),
        ("Holt, who sued Brek on Monday, is calm.", ["holt", "brek"]),
        ("Holt, sued on Monday, is calm.", ["holt"]),
        ("Holt's arrest on Monday shocked the town.", ["holt"]),
        ("Holt's house burnt down on Monday.", []),
        ("The arrest of a friend of Brek on Monday shocked the town.", []),
    ],
)
def test_who_takes_part(analysed, text, wanted):
    document = analysed("The old mill at the river is a sight.", text, published=PUBLISHED)

    (entry,) = entries(document, "Holt", "Brek")

    assert sorted(entry.actors) == sorted(wanted)


def test_a_joined_verb_shares_its_subject(analysed):
    document = analysed("Holt came on Monday and left on Wednesday.", published=PUBLISHED)

    assert [entry.actors for entry in entries(document, "Holt")] == [("holt",), ("holt",)]


def test_the_headline_takes_the_day_that_the_lead_gives(analysed):
    lead = "Holt sold the old mill by the river to a northern brewer on Tuesday."
    document = analysed(lead, headline="Holt sells mill", published=PUBLISHED)

    found = entries(document, "Holt")

    assert {entry.start for entry in found} == {date(2013, 3, 19)}
    assert [c.block for c in found[0].citations] == [0, 1], "headline and lead report one event"


def test_an_inherited_day_says_why(analysed):
    document = analysed("The council has sold the mill by the river to a brewer.", published=PUBLISHED)

    (entry,) = entries(document)

    assert entry.basis == "It is the day's news; no other day is named for it."
    assert entry.time_text is None


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Mill to be sold to brewer", ("planned", None)),
        ("Council to close mill", ("planned", None)),
        ("Council closes mill", ("happened", date(2013, 3, 22))),
        ("Blast at mill", ("happened", date(2013, 3, 22))),
    ],
)
def test_a_headline_with_to_tells_a_plan(analysed, headline, wanted):
    document = analysed("The old mill at the river is a sight.", headline=headline, published=PUBLISHED)

    (entry,) = entries(document)

    assert (entry.status, entry.start) == wanted


def test_what_a_headline_says_is_to_come_has_not_the_day_of_the_news(analysed):
    lead = "The second concert of the valley choir will be held in Oslo and not in the flooded hall."
    document = analysed(lead, headline="Choir moves concert out of flooded hall", published=PUBLISHED)

    planned = [entry for entry in entries(document) if entry.status == "planned"]

    assert all(entry.start is None for entry in planned)


@pytest.mark.parametrize(
    ("headline", "lead", "days"),
    [
        ("Brewer buys mill", "A brewer from the north has bought the old mill by the river.", ["2013-03-22"]),
        ("Brewer buys mill", "A brewer from the north bought the old mill by the river on Tuesday.", ["2013-03-19"]),
        ("Mill stands still", "The old mill by the river was built in 1781 by a brewer.", ["1781-01-01", "2013-03-22"]),
    ],
)
def test_headline_and_lead_are_one_entry_when_they_tell_one_event(analysed, headline, lead, days):
    document = analysed("March 22, 2013", lead, headline=headline, published=PUBLISHED)

    assert [entry.start.isoformat() for entry in entries(document)] == days


def test_a_headline_keeps_its_day_beside_a_participle_of_another_time(analysed):
    lead = "The firm has announced deep cuts, resulting in the closure of ten mills next year."
    document = analysed(lead, headline="Firm announces deep cuts", published=PUBLISHED)

    assert [(entry.status, entry.start) for entry in entries(document)] == [("happened", date(2013, 3, 22))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The village is small. The deal was announced at a fair.", 1),
        ("The village is small. The deal takes effect on April 5.", 2),
        ("The village is small. The deal will be signed at a fair.", 2),
    ],
)
def test_what_only_names_an_event_again_is_no_entry(analysed, text, count):
    document = analysed("A brewer from the north has bought the mill.", text, published=PUBLISHED)

    assert len([entry for entry in entries(document) if entry.start or entry.status == "planned"]) == count


def test_a_meeting_keeps_the_sentences_that_its_event_has(analysed):
    lead = "Holt met Brek in Oslo on Monday for the first time."
    document = analysed(lead, headline="Holt meets Brek in Oslo", published=PUBLISHED)

    (entry,) = entries(document, "Holt", meetings=(_meeting(document, "meets"),))

    assert {citation.block for citation in entry.citations} == {0, 1}


def test_a_headline_is_no_background(analysed):
    document = analysed("The old mill is a sight.", headline="Miller had been awake for two days", published=PUBLISHED)

    assert not any(entry.background for entry in entries(document))


def test_a_heading_that_names_a_thing_gives_way_to_the_lead(analysed):
    lead = "A brewer from the north bought the old mill by the river on Tuesday."
    document = analysed(lead, headline="The forgotten wheels of the valley", published=PUBLISHED)

    assert [entry.label.block for entry in entries(document)] == [1]


def test_the_news_day_counts_for_a_held_meeting_without_one(analysed):
    document = analysed("Holt met Brek in Oslo for the first time in ten years.", published=PUBLISHED)

    (entry,) = entries(document, "Holt", meetings=(_meeting(document, "met"),))

    assert (entry.start, entry.basis) == (date(2013, 3, 22), "It is the day's news; no other day is named for it.")


def test_a_clipped_stretch_says_why(analysed):
    document = analysed("The old mill is a sight.", "The council sold two mills this year.", published=PUBLISHED)

    (entry,) = entries(document)

    assert entry.end == date(2013, 3, 22)
    assert entry.basis.endswith("It is told as done, so by publication.")


def test_a_relative_clause_takes_its_noun_along(analysed):
    document = analysed(
        "The old mill at the river is a sight.", "Visitors love the fair, which opens on April 5.", published=PUBLISHED
    )

    assert [entry.label.exact for entry in entries(document)] == ["the fair, which opens on April 5"]


def test_what_has_lasted_for_years_is_news_in_the_lead_alone(analysed):
    text = "The glacier of Sandvik has retreated by four miles since 2009."
    lead, later = (
        analysed(text, published=PUBLISHED),
        analysed("The council met on Monday to talk about the weir.", text, published=PUBLISHED),
    )

    assert [entry.background for entry in entries(lead)] == [False]
    assert [entry.background for entry in entries(later) if entry.time_text == "2009"] == [True]


def test_recent_years_are_background(analysed):
    text = "In recent years the Holts have repaired the mill."
    (entry,) = entries(analysed("The old mill at the river is a sight.", text, published=PUBLISHED), "Holts")

    assert entry.background


def _meeting(document, trigger, *, status=MeetingStatus.HELD, time=None):
    block = next(b for b in document.article.blocks if trigger in b.text)
    at = block.text.index(trigger)
    citation = document.article.cite(block.number, at, at + len(trigger))
    sentence = document.cite_sentence(document.tokens[document.token_starts[block.number, at]].sentence)
    return Meeting(
        id="meeting-1",
        status=status,
        channel=Channel.UNSTATED,
        trigger=citation,
        participants=(Participant(actor="holt", name="Holt", as_written="Holt", citations=(sentence,)),),
        time=time,
        citations=(sentence,),
    )


def test_a_meeting_stands_with_its_id_and_its_own_time(analysed):
    document = analysed("Holt met Brek in Oslo on Monday.", published=PUBLISHED)
    time = MeetingTime(text="Monday", start=date(2013, 3, 18), end=date(2013, 3, 18), basis="Because.")

    (entry,) = entries(document, "Holt", meetings=(_meeting(document, "met", time=time),))

    assert (entry.meeting, entry.start, entry.basis) == ("meeting-1", date(2013, 3, 18), "Because.")
    assert entry.actors == ("holt",)
    assert entry.label.exact == "Holt met Brek in Oslo on Monday"


def test_a_meeting_told_by_a_noun_is_cited_by_its_sentence(analysed):
    document = analysed("Ahead of the summit in Oslo, Holt was calm.", published=PUBLISHED)

    found = entries(document, "Holt", meetings=(_meeting(document, "summit"),))

    assert [entry.label.exact for entry in found if entry.meeting] == ["Ahead of the summit in Oslo, Holt was calm."]


@pytest.mark.parametrize(
    ("status", "day"),
    [(MeetingStatus.INVITED, None), (MeetingStatus.PLANNED, None), (MeetingStatus.HELD, date(2013, 3, 18))],
)
def test_the_day_of_the_clause_is_that_of_a_held_meeting_only(analysed, status, day):
    """ "Invited him to a meeting on Monday" may date the inviting: a meeting to come gets no day but its own."""
    document = analysed("Holt asked Brek on Monday to a meeting in Oslo.", published=PUBLISHED)

    found = entries(document, "Holt", meetings=(_meeting(document, "meeting", status=status),))

    assert [entry.start for entry in found if entry.meeting] == [day]


@pytest.mark.parametrize("status", [MeetingStatus.DENIED, MeetingStatus.CANCELLED])
def test_a_meeting_that_is_not_is_no_entry(analysed, status):
    document = analysed("Holt did not meet Brek on Monday.", published=PUBLISHED)

    found = entries(document, "Holt", meetings=(_meeting(document, "meet", status=status),))

    assert [entry.meeting for entry in found] == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from(
            "Holt Brek met sued said will has not been the mill crash on Monday in May 2010 , . “ ” ( ) and which to after "
            "who was sold until before yesterday".split()
        ),
        min_size=1,
        max_size=25,
    ).map(" ".join)
)
def test_what_must_hold_for_any_text(analysed, text):
    document = analysed(text, published=PUBLISHED)
    found = entries(document, "Holt", "Brek")

    for entry in found:
        assert document.article.holds(entry.label)
        assert entry.label.exact.strip()
        assert all(document.article.holds(citation) for citation in entry.citations)
        assert any(entry.label.within(citation) for citation in entry.citations)
        assert (entry.start is None) == (entry.end is None)
        assert entry.start is None or entry.start <= entry.end
    days = [entry.start for entry in found if entry.start]
    assert days == sorted(days)
    assert all(entry.start is None for entry in found[len(days) :])
