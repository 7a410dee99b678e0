"""The words of credits, read from the lexicons once and put into sets and patterns."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from briefbook import lexicons
from briefbook.lexicons import Entry, Lexicon
from briefbook.lexicons.alternation import alternation

SIGN = r"(?:[:：=＝]|\.{3}|…)"
"""What stands between a label and the names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditWords:
    """Sets hold folded words (see `fold`); patterns run on the text as printed.

    Attributes:
        marks: Words that stand in a credit and are no name.
        source_labels: Labels after which an unclear name is an organisation's.
        agencies: Known agencies that need no capitals.
        short_agencies: Known agencies that need them, as printed.
        community: Known collections whose contributors go by any name.
        organization_endings: Endings of words that only organisations have.
        maker: What stands behind a maker's name in languages without capitals.
        tokens: Licences, labels, openers, "via" and separators, each a named group.
        restriction: Where wire restrictions begin.
        after: Page furniture at the end of a caption.
        before: Page furniture at the start of a caption.
    """

    source_labels: frozenset[str]
    supplied: frozenset[str]
    handout: frozenset[str]
    file: frozenset[str]
    pool: frozenset[str]
    nobody: frozenset[str]
    marks: frozenset[str]
    stand_in: frozenset[str]
    positions: frozenset[str]
    particles: frozenset[str]
    connectives: frozenset[str]
    organization: frozenset[str]
    public_body: frozenset[str]
    organization_endings: tuple[str, ...]
    maker: re.Pattern[str]
    agencies: frozenset[str]
    short_agencies: frozenset[str]
    community: frozenset[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    tokens: re.Pattern[str]
    label: re.Pattern[str]
    restriction: re.Pattern[str]
    notice: re.Pattern[str]
    made_with_ai: re.Pattern[str]
    rank: re.Pattern[str]
    years: re.Pattern[str]
    after: re.Pattern[str]
    cut: re.Pattern[str]
    before: re.Pattern[str]
    caption_opener: re.Pattern[str]
    picture: re.Pattern[str]

    def is_given(self, name: str) -> bool:
        """Is it a given name, or two of them with a hyphen ("Lucía", "Jean-Pierre")?  The list has no accents."""
        return any(unaccented(part) in self.given_names for part in (name, *name.split("-")))

    def knows(self, name: str) -> bool:
        """Is it the name of a known agency, as printed?"""
        return name in self.short_agencies or fold(name) in self.agencies


def fold(text: str) -> str:
    """Text for look-ups: compatibility forms, case and apostrophes folded, white space single."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("`", "'")
    return " ".join(plain.casefold().split())


def unaccented(text: str) -> str:
    """Folded text without accents, for look-ups in lists that have none."""
    return "".join(char for char in unicodedata.normalize("NFD", fold(text)) if not unicodedata.combining(char))


@lru_cache(maxsize=1)
def credit_words() -> CreditWords:
    """All words of credits."""
    words, names = lexicons.load("credit_words", "any"), lexicons.load("credit_agencies", "any")
    phrases = lexicons.load("credit_phrases", "any")
    roles = {role: frozenset(map(fold, _of(words, role))) for role in _roles(words)}
    exact = frozenset(word for entry in names.entries if entry.fields.get("case") == "exact" for word in entry.words)
    listed = frozenset(fold(w) for e in names.entries if e.fields.get("case") != "exact" for w in e.words)
    return CreditWords(
        source_labels=frozenset(map(fold, words.words("source-label"))),
        supplied=roles["supplied"],
        handout=roles["handout"],
        file=roles["file"],
        pool=roles["pool"],
        nobody=roles["nothing"],
        marks=roles["handout"] | roles["file"] | roles["pool"] | roles["nothing"],
        stand_in=roles["stand-in"],
        positions=roles["position"],
        particles=roles["particle"],
        connectives=roles["connective"],
        organization=roles["organization"],
        public_body=roles["public-body"],
        organization_endings=tuple(sorted(roles["organization-ending"])),
        maker=re.compile(rf"(?<=\S)\s?(?:{alternation(_of(words, 'maker-ending'))})\Z"),
        agencies=listed,
        short_agencies=exact | frozenset(word.upper() for word in exact),
        community=frozenset(map(fold, names.words("community"))),
        given_names=_people("given-names.txt"),
        surnames=_people("surnames.txt"),
        tokens=_token_pattern(words, names, phrases),
        label=_label_pattern(words),
        restriction=re.compile(rf"(?:(?<=\s)|(?<=[.,;])|^){phrases.entry('wire-restriction').pattern}"),
        notice=_folding(phrases.entry("third-party-notice")),
        made_with_ai=_folding(phrases.entry("made-with-ai")),
        rank=re.compile(phrases.entry("rank").pattern or ""),
        years=_folding(phrases.entry("years")),
        after=re.compile(rf"(?:[\s|]{{0,9}}{phrases.entry('after-furniture').pattern})+[\s.]{{0,9}}\Z", re.I),
        cut=re.compile(r"\s{0,9}\b(?:hide caption|toggle caption)\b", re.I),
        before=re.compile(rf"\s*{phrases.entry('before-furniture').pattern}\s*", re.I),
        caption_opener=_folding(phrases.entry("caption-opener")),
        picture=re.compile(rf"(?:{alternation(words.entry('caption-label').words)})\s*{SIGN}\s*", re.I),
    )


def _roles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(str(entry.fields["role"]) for entry in lexicon.entries)


def _of(lexicon: Lexicon, role: str) -> tuple[str, ...]:
    return tuple(word for entry in lexicon.entries if entry.fields["role"] == role for word in entry.words)


def _folding(entry: Entry) -> re.Pattern[str]:
    return re.compile(entry.pattern or "", re.I)


def _people(file: str) -> frozenset[str]:
    return frozenset(fold(line.split("\t")[0]) for line in lexicons.lines(file, "any"))


def _label_pattern(words: Lexicon) -> re.Pattern[str]:
    """A label with its sign, an opener, or the copyright sign; also when glued to the word before it."""
    labels = tuple(word for word in _of(words, "label") if word[0].isalpha())
    free = rf"(?<![^\W_])(?:{alternation(labels)})\s*(?:\([^()]{{1,20}}\)\s*)?{SIGN}+"
    cased = [word for word in labels if word[0] != word[0].upper()]
    forms = {form for word in cased for form in (word[0].upper() + word[1:], word.title())}
    glued = rf"(?<=[^\W\d_])(?-i:(?=[A-ZÀ-ÞŚŹŻΑ-ΩА-Я]){alternation(forms)})\s*{SIGN}"
    bare = alternation(words.words("bare-label"))
    begin = rf"(?:(?<=[.!?…”\"»)|/]\s)|\A)(?-i:(?:{bare})\s(?=(?:[A-Z]{{2,6}}\s?/|[A-ZÀ-Þ][\w'’-]+\s(?:[a-zß-ÿ]{{1,4}}\s){{0,2}}[A-ZÀ-Þ])))"
    signed = rf"(?:(?<![^\W_])(?:{alternation(words.words('work-before-sign'))})\s*)?[©Ⓒ]"
    comma = rf"(?<![^\W_])(?:{alternation(words.words('comma-label'))}),(?=\s)"
    opener = rf"(?<![^\W_])(?:{alternation(_of(words, 'opener'))})(?=\s)"
    return re.compile(rf"(?P<label>{free}|{glued}|{comma}|{begin}|{signed}|\(c\)(?=\s))|(?P<opener>{opener})", re.I)


def _token_pattern(words: Lexicon, names: Lexicon, phrases: Lexicon) -> re.Pattern[str]:
    licences = "|".join(
        re.sub(r"\?P<\w+>", "?:", phrases.entry(name).pattern or "")
        for name in ("creative-commons", "creative-commons-zero", "creative-commons-bare", "public-domain")
    )
    via = alternation(_of(words, "via"))
    supplied = alternation(_of(words, "supplied"))
    sites = alternation(names.words("community"))
    suppliers = alternation(
        word for entry in names.entries if entry.fields.get("case") != "exact" for word in entry.words
    )
    before_known = (
        rf"\s+(?:on|auf|en|sur)\s+(?=(?:{sites})(?!\w))"
        rf"|(?<=(?-i:[a-zß-ÿ]))\s?[-–—](?=(?-i:[A-Z]))(?=(?:{suppliers}|{alternation(_of(words, 'pool'))})(?!\w))"
        r"|(?<=[가-힣])=(?=[가-힣])|\s+(?=@\w)|,?\s*(?<!\w)(?:special|exclusive) (?:to|for)\s+(?=(?:the\s)?(?-i:[A-Z]))"
    )
    separators = rf"\s{{0,4}}(?://+|[/／|｜;；•·、＝()（）\[\]\n]|,?\s[-–—]\s)\s{{0,4}}|{before_known}"
    return re.compile(
        rf"(?P<licence>{licences})|{_label_pattern(words).pattern}"
        rf"|(?P<via>(?<![^\s/|,(])(?:{via})(?=\s))|(?P<supplied>(?<![^\s/|,(])(?:{supplied})(?=\s))|(?P<separator>{separators})",
        re.I,
    )
