"""Whole summaries: exact words, the budget, no dangling openings, names of ours in brackets, captions never."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from briefbook.analysis import AnalysedDocument, References
from briefbook.extract import summary
from briefbook.extract.summary.weights import WEIGHTS
from briefbook.model import Actor, ActorKind, Channel, Meeting, MeetingStatus, Mention, MentionForm, SummarySentence

Analysed = Callable[..., AnalysedDocument]

TOWN = (
    "The council of Rovani approved a plan on Monday to rebuild the harbour after the storm of last winter.",
    "Mayor Ines Caro, who took office in spring, said the harbour would reopen in June. Work on the harbour will cost 40 million euros.",
    "Fishermen mend nets on the quay in Rovani, March 9, 2018.",
    "“We are tired of waiting for the council,” said Pavel Orsic, a fisherman.",
    "However, the fishermen of Rovani have asked the council for a second meeting on the plan.",
    "Click here to read our rules.",
    "The town was founded in 1612 by salt traders from the coast. It has a famous market.",
)


def _summary(
    document: AnalysedDocument, *, actors: tuple[Actor, ...] = (), meetings: tuple[Meeting, ...] = (), words: int = 120
) -> list[SummarySentence]:
    references = References(document=document, actors=actors)
    return list(summary.extract(references, meetings, (), (), words=words))


def _texts(document: AnalysedDocument, **more) -> list[str]:
    return [sentence.text for sentence in _summary(document, **more)]


def _person(document: AnalysedDocument, name: str, mentions: list[tuple[int, str, MentionForm]]) -> Actor:
    """An actor whose mentions are given as (block, words, form), each at its first place in the block."""
    found = []
    for block, words, form in mentions:
        start = document.article.blocks[block].text.index(words)
        found.append(Mention(citation=document.article.cite(block, start, start + len(words)), form=form))
    return Actor(id="a", name=name, kind=ActorKind.PERSON, aliases=(name.split()[-1],), mentions=tuple(found))


def test_tells_the_news_first_and_in_reading_order(analysed: Analysed) -> None:
    document = analysed(*TOWN, headline="Rovani council approves harbour plan")
    found = _summary(document)
    places = [(s.citations[0].block, s.citations[0].start) for s in found]

    assert found[0].text == TOWN[0]
    assert places == sorted(places)


@pytest.mark.parametrize("words", [0, 8, 20, 45, 120])
def test_keeps_the_budget(analysed: Analysed, words: int) -> None:
    assert sum(len(text.split()) for text in _texts(analysed(*TOWN), words=words)) <= words


def test_every_word_outside_brackets_is_the_articles_own(analysed: Analysed) -> None:
    document = analysed(*TOWN)
    for sentence in _summary(document):
        assert all(document.article.holds(citation) for citation in sentence.citations)
        cited = " ".join(citation.exact for citation in sentence.citations)
        for piece in re.split(r"\s*\[[^\]]*\]\s*", sentence.text):
            assert piece.strip(".,;") in cited


@pytest.mark.parametrize(
    "unwanted",
    [
        pytest.param("Fishermen mend nets", id="caption in the text"),
        pytest.param("Click here", id="service line"),
        pytest.param("However", id="connective"),
        pytest.param("Rovani council approves harbour plan", id="headline"),
    ],
)
def test_leaves_out(analysed: Analysed, unwanted: str) -> None:
    document = analysed(*TOWN, headline="Rovani council approves harbour plan")
    told = _texts(document, words=400)

    assert len(told) > 3
    assert not any(unwanted in text for text in told)


def test_a_bare_subject_is_told_only_after_its_support(analysed: Analysed) -> None:
    document = analysed(
        "Some were turned away by the council of Rovani.", "The council of Rovani approved the plan on Monday."
    )

    assert _texts(document) == ["The council of Rovani approved the plan on Monday."]


def test_an_unresolved_pronoun_is_told_only_after_its_support(analysed: Analysed) -> None:
    document = analysed("She left the town early on Monday.", "The council of Rovani approved the plan on Monday.")

    assert _texts(document) == ["The council of Rovani approved the plan on Monday."]


def test_a_resolved_pronoun_becomes_a_name_in_brackets(analysed: Analysed) -> None:
    document = analysed(
        "Rovani fears for its harbour after the storm of last winter.",
        "She promised the harbour of Rovani a new wall before winter.",
    )
    mayor = _person(document, "Ines Caro", [(1, "She", MentionForm.PRONOMINAL)])

    assert "[Ines Caro] promised the harbour of Rovani a new wall before winter." in _texts(document, actors=(mayor,))


def test_a_pronoun_that_the_sentence_explains_stays(analysed: Analysed) -> None:
    document = analysed("Pavel Orsic left Rovani on Monday after he met a group of sailors.")
    doubtful = _person(document, "Bo Stranger", [(0, "he", MentionForm.PRONOMINAL)])

    assert _texts(document, actors=(doubtful,)) == [document.article.blocks[0].text]


def test_a_pronoun_after_a_noun_it_can_stand_for_stays(analysed: Analysed) -> None:
    document = analysed("The case of a sailor was closed on Monday after the court found him not guilty.")
    doubtful = _person(document, "Bo Stranger", [(0, "him", MentionForm.PRONOMINAL)])

    assert _texts(document, actors=(doubtful,)) == [document.article.blocks[0].text]


def test_the_meeting_itself_is_never_left_out(analysed: Analysed) -> None:
    document = analysed(
        "Ines Caro visited the old town of Rovani, where she met the farmers of the valley and the council."
    )
    start = document.article.blocks[0].text.index("met the")
    meeting = Meeting(
        id="m",
        status=MeetingStatus.HELD,
        channel=Channel.IN_PERSON,
        trigger=document.article.cite(0, start, start + 3),
        participants=(),
        citations=(document.cite_sentence(0),),
    )

    assert _texts(document, words=12) == ["Ines Caro visited the old town of Rovani […]"]
    assert _texts(document, words=12, meetings=(meeting,)) == []


def test_a_pronoun_stays_when_the_name_follows(analysed: Analysed) -> None:
    document = analysed("Asked whether she would rebuild the harbour, Ines Caro told the town on Monday to wait.")
    mayor = _person(document, "Ines Caro", [(0, "she", MentionForm.PRONOMINAL), (0, "Ines Caro", MentionForm.NAMED)])

    assert _texts(document, actors=(mayor,)) == [document.article.blocks[0].text]


@pytest.mark.parametrize(
    ("named", "bracket"),
    [
        pytest.param("Sailors praised the Lake Council for its help.", "[The Lake Council]", id="with its article"),
        pytest.param("Sailors praised Lake Council for its help.", "[Lake Council]", id="without"),
    ],
)
def test_an_organisation_keeps_the_article_of_its_name(analysed: Analysed, named: str, bracket: str) -> None:
    document = analysed("The ferry sank off Rovani in the storm.", "It sent three boats to Rovani on Monday.", named)
    start = named.index("Lake Council")
    council = Actor(
        id="a",
        name="Lake Council",
        kind=ActorKind.ORGANIZATION,
        aliases=(),
        mentions=(
            Mention(citation=document.article.cite(1, 0, 2), form=MentionForm.PRONOMINAL),
            Mention(citation=document.article.cite(2, start, start + 12), form=MentionForm.NAMED),
        ),
    )

    assert f"{bracket} sent three boats to Rovani on Monday." in _texts(document, actors=(council,))


def test_who_wrote_the_article_is_no_news(analysed: Analysed) -> None:
    line = "Jo Reed writes about harbours and science from Rovani."
    document = analysed("The council of Rovani met on Monday.", line)
    signed = replace(document, article=replace(document.article, authors=("Jo Reed",)))

    assert line in _texts(document)
    assert line not in _texts(signed)


def test_a_standfirst_told_again_is_told_once(analysed: Analysed) -> None:
    document = analysed(
        "Doctors of the Lake Institute have asked the town to stay calm and boil all water.",
        "After the flood of last week, doctors of the Lake Institute have asked the town to stay calm and boil all water.",
        "The bridge will open on Friday.",
    )

    assert sum("boil all water" in text for text in _texts(document)) == 1


def test_a_possessive_pronoun_becomes_a_possessive_name(analysed: Analysed) -> None:
    document = analysed("Her plan for the harbour of Rovani was approved on Monday.")
    mayor = _person(document, "Ines Caro", [(0, "Her", MentionForm.PRONOMINAL)])

    assert _texts(document, actors=(mayor,)) == ["[Ines Caro’s] plan for the harbour of Rovani was approved on Monday."]


def test_a_pronoun_stays_when_the_sentence_before_names_the_actor(analysed: Analysed) -> None:
    document = analysed("Ines Caro opened the harbour of Rovani on Monday. She promised the harbour a new wall.")
    mayor = _person(document, "Ines Caro", [(0, "Ines Caro", MentionForm.NAMED), (0, "She", MentionForm.PRONOMINAL)])

    assert _texts(document, actors=(mayor,)) == [
        "Ines Caro opened the harbour of Rovani on Monday.",
        "She promised the harbour a new wall.",
    ]


def test_a_first_surname_gets_its_given_name(analysed: Analysed) -> None:
    document = analysed("Mayor Caro opened the harbour of Rovani on Monday.")
    mayor = _person(document, "Ines Caro", [(0, "Caro", MentionForm.NAMED)])

    assert _texts(document, actors=(mayor,)) == ["Mayor [Ines] Caro opened the harbour of Rovani on Monday."]
    assert _texts(document, actors=(mayor,), words=9) == ["Mayor Caro opened the harbour of Rovani on Monday."]


def test_no_given_name_where_the_full_name_stands_only_later(analysed: Analysed) -> None:
    document = analysed("Lund's shares rose by a tenth on Monday.", "Chief executive Nora Lund praised the workers.")
    chief = _person(document, "Nora Lund", [(0, "Lund", MentionForm.NAMED), (1, "Nora Lund", MentionForm.NAMED)])

    assert not any("[Nora]" in text for text in _texts(document, actors=(chief,)))


def test_no_given_name_where_the_surname_does_not_stand_alone(analysed: Analysed) -> None:
    document = analysed("The Caro administration opened the harbour of Rovani on Monday, and Ines Caro cut the ribbon.")
    mayor = _person(document, "Ines Caro", [(0, "Caro", MentionForm.NAMED), (0, "Ines Caro", MentionForm.NAMED)])

    assert not any("[" in text for text in _texts(document, actors=(mayor,)))


def test_a_dropped_connective_leaves_a_capital_in_brackets(analysed: Analysed) -> None:
    document = analysed("But the fishermen of Rovani asked the council for a second meeting.")

    assert _texts(document) == ["[The] fishermen of Rovani asked the council for a second meeting."]


def test_what_is_left_out_is_marked_and_each_slice_cited(analysed: Analysed) -> None:
    document = analysed(
        "Mayor Ines Caro, who took office in the spring of the year of the storm, opened the bridge on Monday."
    )
    found = _summary(document, words=12)

    assert [s.text for s in found] == ["Mayor Ines Caro […] opened the bridge on Monday."]
    assert [c.exact for c in found[0].citations] == ["Mayor Ines Caro", "opened the bridge on Monday."]


def test_a_meeting_is_preferred(analysed: Analysed) -> None:
    filler = tuple(
        f"The {word} by 12 percent in June, Pavel Orsic said."
        for word in ("old market of Rovani grew", "number of pupils fell", "price of diesel for trawlers rose")
    )
    document = analysed(*filler, "A meeting of farmers and fishermen took place in the hall after lunch.")
    report = document.cite_sentence(3)
    meeting = Meeting(
        id="m",
        status=MeetingStatus.HELD,
        channel=Channel.IN_PERSON,
        trigger=document.article.cite(3, 2, 9),
        participants=(),
        citations=(report,),
    )

    references, fond = References(document=document, actors=()), replace(WEIGHTS, meeting=9.0)
    without = summary.extract(references, (), (), (), words=26, weights=fond)
    told = summary.extract(references, (meeting,), (), (), words=26, weights=fond)

    assert report.exact not in [sentence.text for sentence in without]
    assert report.exact in [sentence.text for sentence in told]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ines Caro and Pavel Orsic talk after a debate in Rovani, Jan. 28, 2016.", False),
        ("Mayor Ines Caro addresses newly arrived guests in the hall of Rovani, Nov. 26, 2015.", False),
        ("Fishermen in the harbour of Rovani, March 9, 2018.", False),
        ("The harbour wall was built in Rovani on March 9, 2018.", True),
        ("The council of Rovani closed the old harbour on March 9, 2018.", True),
        ("The new harbour of Rovani will open on March 9, 2028.", True),
        ("The harbour of Rovani has been closed since March 9, 2018.", True),
    ],
)
def test_a_picture_with_its_day_is_no_news(analysed: Analysed, line: str, told: bool) -> None:
    assert (line in _texts(analysed("The council of Rovani met on Monday.", line))) is told


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Council of Rovani to meet on Monday in the harbour", id="line without a full stop"),
        pytest.param("But who will pay for the harbour of Rovani in June?", id="question"),
        pytest.param("of the council in Rovani,” Pavel Orsic said.", id="scrap of a quotation"),
    ],
)
def test_lines_that_cannot_stand_alone_are_not_told(analysed: Analysed, line: str) -> None:
    assert _texts(analysed("The council of Rovani met on Monday.", "The harbour of Rovani is closed.", line))[2:] == []


def test_an_article_without_prose_has_no_summary(analysed: Analysed) -> None:
    assert _texts(analysed(headline="Rovani council approves harbour plan")) == []


def test_the_same_article_gives_the_same_summary(analysed: Analysed) -> None:
    assert _summary(analysed(*TOWN)) == _summary(analysed(*TOWN))
