"""Credit line -> who made the picture, who supplies it, on which terms.

The line is cut into segments (`tokens`), marks are taken out, every name is classified (`names`), and what stays
unclear is decided by its place in the chain: "maker/agency" and "agency/maker" are both usual, one maker is the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from briefbook.grammar.credits.evidence import COMMISSION
from briefbook.grammar.credits.licences import read_licence
from briefbook.grammar.credits.names import Name, NameKind, classify, is_acronym, is_person_shaped, known_agency
from briefbook.grammar.credits.tokens import EDGES, CreditTokens, Segment, tokenize
from briefbook.grammar.credits.words import credit_words, fold
from briefbook.model import Credit

MAX_LINE = 2_000
"""Characters of a line that are read; no credit is nearly as long."""
JOINED = re.compile(r"\s*(?:,\s*(?:and|und|et|y|e|&)\s+|\s(?:and|und|et|y|e|i|en|och|og|&|\+)\s)\s*")
LEADING_BY = re.compile(r"\A(?:by|von|par|por|di|av|af|door|durch|de|del|la|el)\s+(?=\W?[^\W_])", re.I)
ARTICLE = re.compile(r"\A(?:la|el|los|las|le|les|der|die|das|il|lo|den|det)\s+(?=\W?[^\W_])")
SUPPLIED_SUFFIX = re.compile(r"\s*(?:提供|供图|供圖|제공)\Z")
CAPITALS = re.compile(r"([A-Z]+)\s+(?=[A-Z])")
INITIAL_END = re.compile(r"(?<![^\W\d_])[^\W\d_]\.\Z|\b(?:Jr|Sr|Inc|Co|Ltd|Corp)\.\Z")


def read_credit(line: str) -> Credit:
    """Read a credit line, its label included, into its parts.

    The words of all languages are known at once.  Names come back as printed; nothing is invented: a line of unknown
    form gives an empty `Credit`.
    """
    words = credit_words()
    body, restrictions = _cut_restrictions(re.sub(r"[ \t\u00a0]+", " ", line[:MAX_LINE]))
    notice = words.notice.search(body)
    if notice:
        body = f"{body[: notice.start()]} {body[notice.end() :]}"
    body = words.rank.sub(" ", words.made_with_ai.sub(" ", body))
    tokens = tokenize(body)
    reading = _Reading(handout=notice is not None)
    for segment in tokens.segments:
        reading.take(segment)
    return reading.credit(tokens, restrictions)


def _cut_restrictions(line: str) -> tuple[str, str | None]:
    """The line without the wire's conditions, and those as printed."""
    found = credit_words().restriction.search(line)
    if found is None:
        return line, None
    start = found.start()
    while (word := CAPITALS.match(line, start)) and known_agency(word[1]):
        start = word.end()
    return line[:start].rstrip(" /,;-"), line[start:].strip(" ()[]")


@dataclass(slots=True)
class _Reading:
    """What was read so far.  `names` holds (name, segment) in printed order."""

    handout: bool = False
    file: bool = False
    via: str | None = None
    names: list[tuple[Name, Segment]] = field(default_factory=list)

    def take(self, segment: Segment) -> None:
        """Read one segment: marks, names, or the distributor."""
        self.file |= segment.label in credit_words().file
        if segment.joint == "supplied" or segment.label in credit_words().supplied | credit_words().handout:
            self.handout = True
        for text in self._without_marks(segment):
            if segment.joint == "via":
                self.via = self.via or known_agency(text) or text
            else:
                self.names.append((classify(text), segment))

    def _without_marks(self, segment: Segment) -> Iterator[str]:
        """The names of a segment: split where it lists several, marks noted and left out."""
        text = segment.text
        if SUPPLIED_SUFFIX.search(text):
            self.handout = True
            text = SUPPLIED_SUFFIX.sub("", text)
        for piece in _pieces(text):
            name = self._strip_marks(_tidy(piece))
            if name:
                yield name

    def _strip_marks(self, text: str) -> str:
        """The text without a mark that it is, ends or begins with."""
        words = credit_words()
        if self._note(text):
            return ""
        parts = text.split()
        for size in (3, 2, 1):
            if len(parts) <= size or words.knows(text):
                continue
            head, tail = " ".join(parts[:-size]), " ".join(parts[-size:])
            ends = fold(tail) in words.file | words.pool | words.handout | words.nobody
            collection = size == 1 and tail.istitle() and classify(head).kind is not NameKind.PERSON
            if ends and (known_agency(head) or (is_person_shaped(head) and not collection)):
                self._note(tail)
                return _tidy(head)
            first, rest = " ".join(parts[:size]), " ".join(parts[size:])
            if fold(first) in words.handout | words.file | words.nobody and classify(rest).kind is not NameKind.UNKNOWN:
                self._note(first)
                return _tidy(rest)
        return text

    def _note(self, text: str) -> bool:
        """Remember what a mark says; False when the text is no mark."""
        words, folded = credit_words(), fold(text.strip(EDGES))
        if folded not in words.marks | words.positions | words.stand_in:
            return not folded
        if words.knows(text) and folded not in words.handout | words.file:
            return False
        self.handout |= folded in words.handout
        self.file |= folded in words.file
        return True

    def credit(self, tokens: CreditTokens, restrictions: str | None) -> Credit:
        """Everything read, put together."""
        photographers, agencies = _decide(self.names)
        public = any(_is_public_body(name) for name in agencies)
        supplied = self.handout or public
        via = fold(self.via) if self.via else None
        return Credit(
            photographers=photographers,
            agencies=tuple(name for name in agencies if fold(name) != via),
            via=self.via,
            licence=next((licence for text in tokens.licences if (licence := read_licence(text))), None),
            handout=supplied,
            file_photo=self.file,
            restrictions=restrictions,
        )


def _is_public_body(name: str) -> bool:
    words = credit_words()
    parts = [fold(part.strip(EDGES)) for part in name.split()]
    pairs = (f"{one} {two}" for one, two in pairwise(parts))
    bodies = words.public_body
    joined = tuple(ending for ending in words.organization_endings if ending in bodies)
    return any(part in bodies or part.endswith(joined) for part in (*parts, *pairs, fold(name)))


def _tidy(text: str) -> str:
    """A name without quotes, stray punctuation, years and "by"; the full stop of an initial stays."""
    bare = credit_words().years.sub("", text).strip() if not text.strip().isdigit() else ""
    stripped = bare.strip(EDGES)
    if INITIAL_END.search(bare.rstrip(" ,;:*")) and not stripped.endswith("."):
        stripped += "."
    if credit_words().knows(stripped):
        return stripped
    leading = ARTICLE if is_person_shaped(stripped) else LEADING_BY
    return leading.sub("", stripped, count=1).lstrip(EDGES)


def _pieces(text: str) -> Iterator[str]:
    """A segment's names: "A, left, and B", "A for B"; one name when its parts are none of their own."""
    halves = COMMISSION.split(text, maxsplit=1)
    if len(halves) == 2 and (_stands_alone(halves[0]) or known_agency(halves[1].strip(EDGES)) or not halves[0].strip()):
        yield from _pieces(halves[0])
        yield from _pieces(halves[1])
        return
    parts = [part for half in JOINED.split(text) for part in half.split(",")]
    if len(parts) > 1 and all(_stands_alone(part) for part in parts if part.strip()):
        yield from parts
        return
    maker, *owners = text.split(",")
    if owners and (all(map(_stands_alone, owners)) or (_is_person(maker) and all(map(_is_owners, owners)))):
        yield from (maker, *owners)
    else:
        yield text


def _is_person(text: str) -> bool:
    return classify(text.strip(EDGES) or text).kind in (NameKind.PERSON, NameKind.LIKELY_PERSON)


def _is_owners(text: str) -> bool:
    """Is the text an organisation's name, as it stands behind its photographer's and a comma?"""
    return bool(bare := text.strip(EDGES)) and classify(bare).kind is NameKind.ORGANIZATION


def _stands_alone(text: str) -> bool:
    """Is the text a name or mark by itself, so that the comma or "and" before it parts two of them?"""
    words, bare = credit_words(), text.strip(EDGES)
    if not bare or fold(bare) in words.marks | words.positions or known_agency(bare):
        return True
    kind = classify(bare).kind
    if kind in (NameKind.PERSON, NameKind.LIKELY_PERSON):
        return True
    last = bare.split()[-1]
    return fold(last) in words.marks and len(bare.split()) <= 3


def _decide(names: list[tuple[Name, Segment]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Photographers and agencies, each in printed order and once."""
    people: list[str] = []
    others: list[str] = []
    community = any(name.kind is NameKind.COMMUNITY for name, _ in names)
    maker = _likely_maker(names)
    for number, (name, _) in enumerate(names):
        if name.kind is NameKind.PERSON and not _is_owner(names, number, people):
            people.append(name.text)
        elif name.kind is NameKind.LIKELY_PERSON and number == maker:
            people.append(name.text)
        elif name.kind in (NameKind.UNKNOWN, NameKind.ORGANIZATION) and number == maker and community:
            people.append(name.text)
        elif name.kind is NameKind.UNKNOWN and number == maker and fold(name.text) in credit_words().surnames:
            people.append(name.text)
        else:
            others.append(name.text)
    makers = {fold(name) for name in people}
    return _once(people), _once([name for name in others if fold(name) not in makers])


def _likely_maker(names: list[tuple[Name, Segment]]) -> int | None:
    """Number of the name that must be the maker's when no name is surely a person's."""
    if any(name.kind is NameKind.PERSON for name, _ in names):
        return _beside_person(names)
    shaped = [n for n, (name, _) in enumerate(names) if name.kind is NameKind.LIKELY_PERSON]
    if shaped:
        first = shaped[0]
        after_agency = any(name.kind in (NameKind.AGENCY, NameKind.COMMUNITY) for name, _ in names[:first])
        chosen = shaped[-1] if after_agency else first
        return None if names[chosen][1].label in credit_words().source_labels and len(names) == 1 else chosen
    if not any(name.kind is NameKind.COMMUNITY for name, _ in names):
        unknown = [n for n, (name, _) in enumerate(names) if name.kind is NameKind.UNKNOWN]
        return unknown[0] if unknown and len(names) > 1 else None
    free = [n for n, (name, _) in enumerate(names) if _may_be_user(name)]
    return free[0] if free and len(names) > 1 else None


def _beside_person(names: list[tuple[Name, Segment]]) -> int | None:
    """A name of unsure form listed in one segment with a sure person ("A Roe and B Doe")."""
    sure = {id(segment) for name, segment in names if name.kind is NameKind.PERSON}
    for number, (name, segment) in enumerate(names):
        if name.kind is NameKind.LIKELY_PERSON and id(segment) in sure:
            return number
    return None


def _may_be_user(name: Name) -> bool:
    if name.kind is NameKind.ORGANIZATION:
        return not is_acronym(name.text) and len(name.text.split()) <= 3
    return name.kind is NameKind.UNKNOWN


def _is_owner(names: list[tuple[Name, Segment]], number: int, people: list[str]) -> bool:
    """Is a name of a person's form, after the maker's and before an agency's, a firm's ("Jane Roe/Sven Simon/dpa")?"""
    name, segment = names[number]
    if not people or names[number - 1][1] is segment:
        return False
    same_group = names[number - 1][1].group == segment.group
    return same_group and number + 1 < len(names) and fold(people[-1]) != fold(name.text)


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple({fold(name): name for name in reversed(names)}[key] for key in dict.fromkeys(map(fold, names)))
