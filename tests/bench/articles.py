"""Invented articles of real length: some 700 words, with names, titles, meetings, quotations and dates."""

from __future__ import annotations

import random

from briefbook.model import Article, Block, BlockKind, Source

FIRST = "Lena Omar Ines Pavel Amara Tomas Ruth Karim Elif Jonas Mei Diego Nadia Viktor Salma Peter Aiko Samuel Greta Yusuf".split()
LAST = "Marsh Haddad Duval Novak Okoye Lindqvist Abara Rahimi Yildiz Keller Tanaka Romero Petrov Aziz Holm Farouk Brandt".split()
LANDS = ("Norland", "Southland", "Ostria", "Vestmark", "Calidor", "Merania")
CITIES = ("Geneva", "Vienna", "Oslo", "Nairobi", "Doha", "Lisbon", "Ankara", "Jakarta")
POSTS = (
    "Foreign Minister",
    "President",
    "Prime Minister",
    "Defence Minister",
    "UN envoy",
    "Ambassador",
    "Secretary-General",
)
BODIES = (
    "the Border Commission",
    "the Peace Council",
    "the National Front",
    "the Trade Union Federation",
    "the Election Board",
)
DAYS = ("on Monday", "on Tuesday", "last week", "on March 3", "earlier this month", "on Friday evening", "two days ago")
TOPICS = (
    "the border crossings",
    "a ceasefire",
    "the release of prisoners",
    "grain exports",
    "the coming election",
    "a new gas pipeline",
)

SENTENCES = (
    "{post} {a} of {land} met {post2} {b} in {city} {day} to discuss {topic}.",
    "“We have made progress on {topic}, but much remains to be done,” {a_last} told reporters {day}.",
    "{a_last} said that {body} had not been told about {topic}, according to a statement released {day}.",
    "{b_last}, who leads {body}, is scheduled to travel to {city} next week for talks with {post} {a}.",
    "A spokesman for {body} denied that {b_last} had held a secret meeting with {a_last} in {city}.",
    "The two sides have disagreed about {topic} since the government of {land} fell in 2019.",
    "Observers in {city} expect no agreement before the end of the year, although both delegations called the mood constructive.",
    "“If {land} wants peace, it must act now,” said {b}, a former adviser to {body}.",
    "According to officials, {body} will decide about {topic} in the coming weeks.",
    "{a_last} also spoke by phone with {b_last} {day}, her office said.",
    "Thousands of people have left the region around {city} because of the fighting, aid workers say.",
    "The invitation came shortly after {post2} {b} visited {city}, where he was received by {a_last}.",
    "In recent months, {land} has stepped up its efforts to bring the parties together, but {topic} has remained a stumbling block.",
    "Neither {a_last} nor {b_last} would comment on the report.",
)


def make_articles(count: int, *, words: int = 700, seed: int = 2023) -> tuple[Article, ...]:
    """The same articles on every call; `words` is about how long each is."""
    return tuple(_article(number, words, random.Random(seed * 10_000 + number)) for number in range(count))


def _article(number: int, words: int, chance: random.Random) -> Article:
    cast = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(5)]
    texts = [_sentence(cast, chance).rstrip(".")]
    while sum(len(text.split()) for text in texts) < words:
        texts.append(" ".join(_sentence(cast, chance) for _ in range(chance.randint(1, 4))))
    kinds = [BlockKind.HEADLINE, *[BlockKind.PARAGRAPH] * (len(texts) - 1)]
    blocks = tuple(
        Block(number=n, kind=kind, text=text) for n, (kind, text) in enumerate(zip(kinds, texts, strict=True))
    )
    return Article(
        id=f"article-{number}",
        source=Source(path=f"seeds/article-{number}.txt", sha256=f"{number:064x}"),
        blocks=blocks,
        headline=texts[0],
        date_published=f"2023-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        language="en",
    )


def _sentence(cast: list[str], chance: random.Random) -> str:
    a, b = chance.sample(cast, 2)
    return chance.choice(SENTENCES).format(
        a=a,
        b=b,
        a_last=a.split()[1],
        b_last=b.split()[1],
        post=chance.choice(POSTS),
        post2=chance.choice(POSTS),
        land=chance.choice(LANDS),
        city=chance.choice(CITIES),
        day=chance.choice(DAYS),
        topic=chance.choice(TOPICS),
        body=chance.choice(BODIES),
    )
