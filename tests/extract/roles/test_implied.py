"""The state of a post given without one: why it is filled in, and what the lists of governments hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract import actors, roles
from briefbook.extract.roles.governments import governments, plain_title, states_spoken_of
from briefbook.grammar.gazetteer import gazetteer
from briefbook.lexicons import load
from briefbook.model import Role

Analysed = Callable[..., AnalysedDocument]
GOVERNMENTS = load("governments")
OFFICES = [e for e in GOVERNMENTS.entries if not e.id.startswith("house-") and e.id != "senders"]
HOUSES = [e for e in GOVERNMENTS.entries if e.id.startswith("house-")]
CODES = {state.code for state in gazetteer().states.values()}


def roles_of(analysed: Analysed, name: str, *text: str) -> tuple[Role, ...]:
    document = analysed(*text)
    found = roles.extract(References(document=document, actors=actors.extract(document).actors))
    return next(a for a in found if a.name == name).roles


def test_a_filled_in_state_says_why(analysed: Analysed) -> None:
    text = (
        "Kenya buried its dead. Kenyan churches held services.",
        "President Amira Daud led the mourning in Nairobi.",
    )
    (role,) = roles_of(analysed, "Amira Daud", *text)

    assert role.organization_name == "Kenya"
    assert role.reason == "of the states in the article only Kenya can be meant"
    assert role.organization is not None


def test_a_stated_state_needs_no_reason(analysed: Analysed) -> None:
    (role,) = roles_of(analysed, "Amira Daud", "Kenyan President Amira Daud led the mourning.")

    assert (role.organization_name, role.reason) == ("Kenya", None)


def test_a_statement_beside_the_title_takes_the_place_of_the_reason(analysed: Analysed) -> None:
    text = ("Kenya wept. Kenyan churches were full.", "President Amira Daud came.", "Kenyan President Amira Daud left.")
    (role,) = roles_of(analysed, "Amira Daud", *text)

    assert (role.organization_name, role.reason) == ("Kenya", None)


def test_a_state_only_known_by_its_adjective_becomes_an_actor(analysed: Analysed) -> None:
    document = analysed("Kenyan churches and Kenyan schools closed.", "President Amira Daud mourned.")
    found = roles.extract(References(document=document, actors=actors.extract(document).actors))

    (role,) = next(a for a in found if a.name == "Amira Daud").roles
    state = next(a for a in found if a.id == role.organization)
    assert (state.name, state.mentions[0].citation.exact) == ("Kenya", "Kenyan")


def test_running_twice_keeps_what_was_filled_in(analysed: Analysed) -> None:
    document = analysed("Kenya wept. Kenyan churches and Kenyan schools closed.", "President Amira Daud mourned.")
    once = roles.extract(References(document=document, actors=actors.extract(document).actors))

    assert roles.extract(References(document=document, actors=once)) == once


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Special Envoy to Norland", "special envoy"),
        ("special envoy for Sudan", "special envoy"),
        ("Vice-President", "vice president"),
        ("Prime Minister", "prime minister"),
    ],
)
def test_titles_are_read_without_where_they_lead(title: str, plain: str) -> None:
    assert plain_title(title) == plain


@pytest.mark.parametrize(
    ("title", "state", "exists"),
    [
        ("President", "US", True),
        ("President", "NO", False),
        ("Vice President", "US", True),
        ("Vice President", "AU", False),
        ("Prime Minister", "AU", True),
        ("Prime Minister", "US", False),
        ("Foreign Secretary", "GB", True),
        ("Foreign Secretary", "US", False),
        ("Economy Minister", "MX", True),
        ("Economy Minister", "US", False),
        ("Ambassador", "NO", True),
    ],
)
def test_offices_exist_where_they_do(title: str, state: str, exists: bool) -> None:
    office = governments().office(title)

    assert office is not None
    assert office.exists_in(state) is exists


@pytest.mark.parametrize("title", ["mayor", "chief executive", None, ""])
def test_other_posts_are_no_offices_of_states(title: str | None) -> None:
    assert governments().office(title) is None


@pytest.mark.parametrize("entry", OFFICES, ids=lambda e: e.id)
def test_offices_are_given_to_states_that_exist(entry: object) -> None:
    fields = entry.fields  # type: ignore[attr-defined]
    for key in ("having", "lacking"):
        assert set(fields.get(key, ())) <= CODES
    assert not (fields.get("having") and fields.get("lacking"))


@pytest.mark.parametrize("entry", OFFICES, ids=lambda e: e.id)
def test_examples_of_offices_hold_their_words_and_counterexamples_do_not(entry: object) -> None:
    words = entry.words  # type: ignore[attr-defined]
    starts = tuple(f"{w} " for w in words)
    assert all(e.lower().startswith(starts) for e in entry.examples)  # type: ignore[attr-defined]
    assert not any(e.lower().startswith(starts) for e in entry.counterexamples)  # type: ignore[attr-defined]


@pytest.mark.parametrize("entry", HOUSES, ids=lambda e: e.id)
def test_houses_stand_for_their_state(entry: object, analysed: Analysed) -> None:
    assert entry.fields["state"] in CODES  # type: ignore[attr-defined]
    for word in entry.words:  # type: ignore[attr-defined]
        assert governments().houses[word] == entry.fields["state"]  # type: ignore[attr-defined]


def test_states_are_counted_by_name_adjective_capital_region_and_house(analysed: Analysed) -> None:
    document = analysed(
        "Norway wrote to the Kremlin.", "Norwegian ships left Oslo for Texas.", "The letter reached Moscow."
    )
    found = {code: len(spans) for code, spans in states_spoken_of(document).items()}

    assert found["NO"] == 3
    assert found["RU"] == 2
    assert found["US"] == 1


def test_a_counterpart_says_whose(analysed: Analysed) -> None:
    text = "Danish Foreign Minister Ole Berg met his Norwegian counterpart, Rosa Lund, in Oslo."
    document = analysed(text)
    named = roles.extract(References(document=document, actors=actors.extract(document).actors))
    resolved = actors.resolve(References(document=document, actors=named))
    found = roles.extract(References(document=document, actors=resolved))

    (role,) = next(a for a in found if a.name == "Rosa Lund").roles
    assert role.reason == "the counterpart of Ole Berg, Foreign Minister"
    assert role.citations[0].exact == "his Norwegian counterpart, Rosa Lund"
