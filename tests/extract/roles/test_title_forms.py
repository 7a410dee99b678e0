"""Forms of titles: which mean one post, which tell of a profession, and whose the post is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, References, Token
from briefbook.extract import actors, roles
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.merge import merge
from briefbook.extract.roles.owners import Organisation
from briefbook.extract.roles.titles import Sort, head_sort, singular
from briefbook.model import Actor, ActorKind, Role
from hypothesis import given
from hypothesis import strategies as st

Analysed = Callable[..., AnalysedDocument]
FORMS = lexicons.load("title_forms")
PERSON = Actor(id="p", name="Ellen Voss", kind=ActorKind.PERSON, mentions=())
BANK, CLUB, NORLAND = (
    Organisation("b", "Harrow Bank", False),
    Organisation("c", "Harrow Club", False),
    Organisation("n", "Norland", True),
)


def said(posts: str, kind: str) -> list[tuple[str, str]]:
    """The pairs of titles that are one post, or two."""
    other = "two" if posts == "one" else "one"
    found = []
    for entry in FORMS.entries:
        if entry.fields.get("posts") == posts:
            found += entry.examples
        elif entry.fields.get("posts") == other:
            found += entry.counterexamples
    pairs = [text.partition(" / ")[::2] for text in found]
    return [(a, b) for first, second in pairs for a, b in ((first, second), (second, first))]


def fact(title: str | None, at: int, where: Organisation | None = None, **more: object) -> RoleFact:
    """A fact stated by one token."""
    return RoleFact(PERSON, title, where, False, at, at + 1)._replace(**more)


@pytest.fixture(scope="module")
def ten_words(analysed: Analysed) -> AnalysedDocument:
    return analysed("one two three four five six seven eight nine ten")


def merged(document: AnalysedDocument, *facts: RoleFact) -> list[tuple[str | None, str | None]]:
    return [(role.title, role.organization_name) for role in merge(facts, document)]


@pytest.mark.parametrize(("first", "second"), said("one", "examples"))
def test_two_ways_to_write_a_title_are_one_post(ten_words: AnalysedDocument, first: str, second: str) -> None:
    (role,) = merge([fact(first, 0), fact(second, 4)], ten_words)

    assert role.title in (first, second)
    assert [c.exact for c in role.citations] == ["one", "five"]


@pytest.mark.parametrize(("first", "second"), said("two", "examples"))
def test_titles_of_two_posts_stay_apart(ten_words: AnalysedDocument, first: str, second: str) -> None:
    assert len(merge([fact(first, 0), fact(second, 4)], ten_words)) == 2


class TestMerging:
    """What one person is, from all that is stated of them."""

    def test_the_fuller_title_is_kept(self, ten_words: AnalysedDocument) -> None:
        assert merged(ten_words, fact("minister", 0), fact("foreign minister", 4)) == [("foreign minister", None)]

    def test_an_affiliation_is_taken_up_by_the_post_held_there(self, ten_words: AnalysedDocument) -> None:
        found = merged(ten_words, fact("director", 0, BANK), fact(None, 4, BANK))

        assert found == [("director", "Harrow Bank")]

    def test_an_affiliation_elsewhere_is_a_role_of_its_own(self, ten_words: AnalysedDocument) -> None:
        found = merged(ten_words, fact("director", 0, BANK), fact(None, 4, CLUB))

        assert found == [("director", "Harrow Bank"), (None, "Harrow Club")]

    def test_an_organisation_tells_more_than_the_state_it_is_in(self, ten_words: AnalysedDocument) -> None:
        found = merged(ten_words, fact("director", 0, NORLAND), fact("director", 4, BANK))

        assert found == [("director", "Harrow Bank")]

    def test_the_same_title_in_two_organisations_is_two_posts(self, ten_words: AnalysedDocument) -> None:
        assert len(merged(ten_words, fact("director", 0, BANK), fact("director", 4, CLUB))) == 2

    def test_a_post_that_is_over_once_is_over(self, ten_words: AnalysedDocument) -> None:
        (role,) = merge([fact("mayor", 0), fact("mayor", 4, former=True)], ten_words)

        assert role.former

    @pytest.mark.parametrize("title", sorted(FORMS.words("generic")))
    def test_a_vague_description_adds_nothing_to_a_post(self, ten_words: AnalysedDocument, title: str) -> None:
        assert merged(ten_words, fact("mayor", 0), fact(title, 4, described=True)) == [("mayor", None)]

    def test_a_vague_description_alone_is_a_role(self, ten_words: AnalysedDocument) -> None:
        assert merged(ten_words, fact("leader", 4, NORLAND, described=True)) == [("leader", "Norland")]

    def test_roles_stand_in_the_order_they_are_first_stated(self, ten_words: AnalysedDocument) -> None:
        found = merged(ten_words, fact("writer", 8), fact("mayor", 4), fact("captain", 0))

        assert [title for title, _ in found] == ["captain", "mayor", "writer"]

    def test_overlapping_slices_are_cited_once(self, ten_words: AnalysedDocument) -> None:
        facts = [fact("mayor", 0, last=3), fact("mayor", 2, last=5), fact("mayor", 7)]

        (role,) = merge(facts, ten_words)

        assert [c.exact for c in role.citations] == ["one two three four five", "eight"]

    @given(data=st.data())
    def test_the_order_of_the_facts_does_not_matter(self, ten_words: AnalysedDocument, data: st.DataObject) -> None:
        titles = st.sampled_from(["mayor", "deputy mayor", "Gov.", "governor", "club president", None])
        wheres = st.sampled_from([None, BANK, CLUB, NORLAND])
        drawn = data.draw(st.lists(st.tuples(titles, wheres), min_size=1, max_size=6))
        facts = [fact(title, at, where) for at, (title, where) in enumerate(drawn) if title or where]

        assert merge(facts, ten_words) == merge(data.draw(st.permutations(facts)), ten_words)


def noun(word: str) -> Token:
    """A singular noun by itself."""
    return Token(0, word, word.lower(), word.lower(), "NOUN", "NN", "ROOT", 0, 0, 0, len(word), 0, "", word)


ENDING, AFTER_NAME = FORMS.entry("profession-ending"), FORMS.entry("profession-ending-after-name")


@pytest.mark.parametrize("word", ENDING.examples)
def test_an_ending_tells_of_a_profession(word: str) -> None:
    assert head_sort(noun(word), open_ended=True) is Sort.PROFESSION
    assert head_sort(noun(word)) in (None, Sort.PROFESSION)


@pytest.mark.parametrize("word", ENDING.counterexamples)
def test_a_word_that_merely_ends_so_does_not(word: str) -> None:
    assert head_sort(noun(word), open_ended=True) is None


@pytest.mark.parametrize(("word", "apposed"), [("welder", True), ("heater", False), ("conjuror", True)])
def test_some_endings_tell_only_behind_a_name(word: str, apposed: bool) -> None:
    assert head_sort(noun(word), open_ended=True) is None
    assert head_sort(noun(word), open_ended=True, apposed=True) is (Sort.PROFESSION)


@pytest.mark.parametrize(
    ("plural", "want"),
    [("mayors", "mayor"), ("secretaries", "secretary"), ("chairmen", "chairman"), ("boss", "boss"), ("chief", "chief")],
)
def test_singulars(plural: str, want: str) -> None:
    assert singular(plural) == want


def roles_of(analysed: Analysed, name: str, *text: str) -> tuple[Role, ...]:
    document = analysed(*text)
    found = roles.extract(References(document=document, actors=actors.extract(document).actors))
    return next((a.roles for a in found if a.name == name), ())


def of(analysed: Analysed, text: str) -> list[tuple[str | None, str | None]]:
    """Title and organisation of Ole Berg, after a president of a state has been named."""
    found = roles_of(analysed, "Ole Berg", "President Lena Marsh of Kenya spoke.", text)
    return [(role.title, role.organization_name) for role in found]


def test_whoever_leads_a_state_gives_posts_in_it(analysed: Analysed) -> None:
    entry = FORMS.entry("given-by-leaders")

    assert [of(analysed, text) for text in entry.examples] == [[("foreign minister", "Kenya")]]
    assert all("Kenya" not in [where for _, where in of(analysed, text)] for text in entry.counterexamples)


def test_one_name_before_a_spokesman_is_who_is_spoken_for(analysed: Analysed) -> None:
    entry = FORMS.entry("spoken-for")

    for text in entry.examples:
        assert of(analysed, f"{text} said the bridge was safe.") == [("spokesman", "Lundex")], text
    for text in entry.counterexamples:
        assert of(analysed, f"{text} said the bridge was safe.") == [], text


def test_a_leaning_is_no_place_of_work(analysed: Analysed) -> None:
    for text in FORMS.entry("leaning").examples:
        told = text.replace("Norland", "Kenya")
        assert "Kenya" not in [where for _, where in of(analysed, f"The {told} said the bridge was safe.")], told
