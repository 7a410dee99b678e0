"""Groups without a name: which matter, what they are called, and how their mentions explain themselves."""

from __future__ import annotations

import pytest
from briefbook.extract import actors
from briefbook.model import ActorKind, MentionForm


def groups(document):
    """(name, aliases, words of the mentions) of the organisations."""
    found = [actor for actor in actors.extract(document).actors if actor.kind is ActorKind.ORGANIZATION]
    return [(actor.name, actor.aliases, [mention.citation.exact for mention in actor.mentions]) for actor in found]


def test_all_mentions_belong_to_the_group(analysed):
    document = analysed(
        "Over 300 asylum seekers landed in Bergen. Tessa Holm met the seekers. The asylum seekers sang."
    )

    assert groups(document) == [("asylum seekers", ("seekers",), ["asylum seekers", "seekers", "asylum seekers"])]


def test_mentions_say_that_it_is_a_group(analysed):
    (found,) = actors.extract(analysed("Miners in Bergen struck on Monday. The miners want more pay.")).actors

    assert {mention.form for mention in found.mentions} == {MentionForm.NOMINAL}
    assert {mention.reason for mention in found.mentions} == {"a group of people described, not named"}


def test_a_body_is_no_group(analysed):
    naming = actors.extract(analysed("The town council met on Monday. The town council approved the tunnel."))

    assert {m.reason for actor in naming.actors for m in actor.mentions} == {"an organisation described, not named"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Residents left on Monday. The residents were angry.", id="residents"),
        pytest.param("Officials met in Bergen. The officials said nothing.", id="officials"),
        pytest.param("Voters went to the polls. The voters were few.", id="voters"),
        pytest.param("Tessa Holm met miners. She likes miners.", id="never acting"),
        pytest.param("Miners struck.", id="once"),
        pytest.param("The miners strike was long. The miners union won.", id="only before another noun"),
    ],
)
def test_who_is_no_actor(analysed, text):
    assert groups(analysed(text)) == []


@pytest.mark.parametrize("noun", ["separatists", "rebels", "insurgents", "militants"])
def test_armed_opponents_need_somebody_they_are_for_or_against(analysed, noun):
    opening = ["Tessa Holm opened the tunnel.", "It rained.", "A band played.", "She cut a ribbon."]
    told = analysed(*opening, f"Later pro-Danish {noun} blew up a bridge.", f"The {noun} fled.")
    untold = analysed(*opening, f"Later {noun} blew up a bridge.", f"The {noun} fled.")

    assert [name for name, _, _ in groups(told)] == [f"pro-Danish {noun}"]
    assert groups(untold) == []


def test_numbers_and_quantities_are_no_part_of_the_name(analysed):
    document = analysed("Some 40 nurses marched in Bergen on Monday. Several nurses sang, and many nurses wept.")

    assert [name for name, _, _ in groups(document)] == ["nurses"]


def test_a_description_borne_once_among_many_is_no_name(analysed):
    document = analysed(
        "Armed police shot a man in Bergen on Monday.",
        "The police said so. Later the police left. The police came back, and police blocked a road. Police were silent.",
    )

    assert [name for name, _, _ in groups(document)] == ["police"]


def test_half_of_a_hyphenated_word_is_no_description(analysed):
    document = analysed("Third-party developers sued the firm in Bergen. The developers want more money.")

    assert [name for name, _, _ in groups(document)] == ["developers"]
