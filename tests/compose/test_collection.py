"""The actors of a book: who is one, and what address they get."""

from __future__ import annotations

from briefbook.compose import collect
from briefbook.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Briefing,
    Citation,
    Mention,
    Provenance,
    Source,
)

PERSON, BODY, STATE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GEOPOLITICAL


def tell(article: str, *actors: tuple[str, ActorKind] | tuple[str, ActorKind, int]) -> Briefing:
    """A briefing that mentions actors (name, kind, how often)."""
    found = tuple(_actor(number, *actor) for number, actor in enumerate(actors))
    block = Block(number=0, kind=BlockKind.PARAGRAPH, text="x")
    return Briefing(
        article=Article(id=article, source=Source(path=f"{article}.txt", sha256="0" * 64), blocks=(block,)),
        date_bounds=None,
        summary=(),
        actors=found,
        places=(),
        dates=(),
        meetings=(),
        statements=(),
        timeline=(),
        credits=(),
        findings=(),
        sentences=(),
        provenance=Provenance(generator="0", language_model=None, lexicons_sha256="0"),
    )


def _actor(number: int, name: str, kind: ActorKind, often: int = 1) -> Actor:
    mention = Mention(citation=Citation(block=0, start=0, end=1, exact="x"))
    return Actor(id=f"actor-{number}", name=name, kind=kind, mentions=(mention,) * often)


def slugs(*briefings: Briefing) -> dict[str, int]:
    """The slugs of a book with the number of articles of each."""
    return {actor.slug: len(actor.appearances) for actor in collect("x", briefings).actors}


def test_one_full_name_is_one_person_in_all_articles() -> None:
    """Accents, case and spaces make no other person."""
    assert slugs(tell("a", ("José Vale", PERSON)), tell("b", ("Jose  VALE", PERSON))) == {"jose-vale": 2}


def test_a_bare_surname_is_nobody_elsewhere() -> None:
    """Cruz in one article need not be Cruz in another."""
    found = slugs(tell("a", ("Cruz", PERSON)), tell("b", ("Cruz", PERSON)))

    assert list(found.values()) == [1, 1]
    assert "cruz" in found


def test_kinds_are_not_mixed() -> None:
    """Jordan the person and Jordan the state have their own pages."""
    book = slugs(
        tell("a", ("Jordan Vale", PERSON)), tell("b", ("Jordan Vale", STATE)), tell("c", ("Jordan Vale", BODY))
    )

    assert book == {"jordan-vale": 1, "jordan-vale-organization": 1, "jordan-vale-geopolitical": 1}


def test_addresses_do_not_depend_on_prominence_or_on_later_articles() -> None:
    """An actor keeps the address when others come and when others are named more often."""
    first = tell("b", ("Vell", BODY), ("Vell", STATE, 5), ("Cruz", PERSON))
    alone = set(slugs(first))

    assert alone <= set(slugs(first, tell("c", ("Vell", STATE, 50), ("Ann Lee", PERSON))))
    assert alone == {"vell", "vell-geopolitical", "cruz"}


def test_a_made_up_slug_never_takes_the_address_of_a_name() -> None:
    """The body named "Vell person" and the person who shares a name with a body."""
    book = slugs(tell("a", ("Vell", PERSON), ("Vell", BODY), ("Vell organization", BODY)))

    assert len(book) == 3


def test_the_most_prominent_stand_first() -> None:
    """Articles before mentions, mentions before the alphabet."""
    made = collect("x", (tell("a", ("B", BODY, 9), ("C", BODY), ("A", BODY)), tell("b", ("C", BODY))))

    assert [actor.name for actor in made.actors] == ["C", "B", "A"]
