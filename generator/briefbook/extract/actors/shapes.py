"""What the words of a name tell of its kind by themselves: heads, suffixes, given names, what the map knows."""

from __future__ import annotations

import re

from briefbook.extract.actors.reading import HYPHENS
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import Words, words

ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}|[A-Z]{2,5}-?[A-Z0-9]{1,3}|[A-Z]+&[A-Z]+|[A-Z]{2,5}\([A-Z]{1,3}\)")
PLURAL_ACRONYM = re.compile(r"[A-Z]{2,5}s")
CODE = re.compile(r"[A-Z]{1,4}-?\d+[A-Z]?(?:[/-]\d+)?|[A-Z]{2,}-\d+")
SUFFIX = re.compile(r"[a-z](?:ism|phobia|ology|gate|care|mania|itis)$")
CAMEL = re.compile(r"[a-z][A-Z]")
PREFIXED = re.compile(r"(?:Mc|Mac|De|Du|La|Le|Di|Da|Van|Fitz|Del|Dela|Al|El|O)[A-Z][a-zé]+")
COUNTY = re.compile(r"[A-Z][a-z]{3,}shire")
INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
INITIAL = re.compile(r"[A-Z]\.")
PAIR = re.compile(r"[A-Z]{2}")
MARKS = frozenset("\"“”‘’'")
"""Around a nickname in a name."""
WITH_E = re.compile(r"\w-e-[A-Z]")
ADJECTIVE = re.compile(r"(?:an|ern|ish|ese|ic)$")
SUM = re.compile(r"[A-Z]{1,3}\d[\d.,]*(?:m|mn|bn|tn|k)?")
COMPOUND_BODY = re.compile(
    r"\w{3,}(?:partiet|partij|partei|zeitung|bladet|posten|banken|forbundet|förbundet|verband|gesellschaft|werke)"
)


def shape_votes(tokens: list[str]) -> Votes:
    """What the words of a name themselves tell."""
    votes = Votes()
    text, bare = " ".join(tokens).replace(" - ", "-"), [token for token in tokens if token not in HYPHENS | MARKS]
    lexicon, head = words(), bare[0]
    tail = bare[-2] if len(bare) > 1 and bare[-1] in lexicon.generational else bare[-1]
    _map_votes(text, votes)
    if text in lexicon.well_known or text in lexicon.companies or text in lexicon.parties:
        votes[Kind.ORGANISATION] += 6
    if text in lexicon.indices or CODE.fullmatch(text) and text not in lexicon.well_known:
        votes[Kind.OTHER] += 6
    if (
        text in lexicon.no_actors_alone
        or len(bare) > 1
        and (head in lexicon.vessels or " ".join(bare[:2]) in lexicon.vessels)
    ):
        votes[Kind.OTHER] += 9
    if PLURAL_ACRONYM.fullmatch(tail):
        votes[Kind.ORGANISATION if tail[:-1] in lexicon.well_known else Kind.OTHER] += 4
    spoken = _spoken(text, bare)
    votes[Kind.PERSON] += 5 * (len(bare) > 2 and sum(token in MARKS for token in tokens) == 2)  # "Lena “Duke” Marsh"
    _body_votes(spoken, votes, lexicon)
    if text in lexicon.not_actors:
        votes[Kind.OTHER] += 4
    if tail in lexicon.not_actors or text in lexicon.not_actors or len(bare) > 1 and bare[0] in lexicon.event_words:
        votes[Kind.OTHER] += 3.5 if len(bare) == 2 and head in lexicon.given else 5  # "Lena Christmas"
    if (
        ACRONYM.fullmatch(text)
        and not lexicon.map.knows(text)
        and not (len(text) > 4 and lexicon.map.knows(text.title()))
    ):
        votes[Kind.ORGANISATION] += 2
    _written_votes(text, tokens, bare, votes)
    if len(bare) == 2 and bare[0] in lexicon.club_openers and lexicon.map.knows(tail):
        votes[Kind.ORGANISATION] += 6
    town = " ".join(bare[:-1])
    if len(bare) > 1 and tail.endswith("s") and town in lexicon.map.city_lines and tail.lower() in lexicon.common:
        plain = {tail, tail[:-1]}.isdisjoint(lexicon.not_actors | lexicon.place_heads | lexicon.posts)
        votes[Kind.ORGANISATION] += 4 * plain  # "Orsa Bay Kestrels"
    if SUFFIX.search(text) and len(bare) == 1:
        votes[Kind.OTHER] += 3
    _person_shape(spoken, votes)
    return votes


def _written_votes(text: str, tokens: list[str], bare: list[str], votes: Votes) -> None:
    """What capitals, figures, endings and hyphens tell, whatever the words mean."""
    lexicon, head = words(), bare[0]
    if len(bare) == 1 and CAMEL.search(text) and not PREFIXED.fullmatch(text):
        votes[Kind.ORGANISATION] += 2.5 if text in lexicon.given or text in lexicon.surnames else 4  # "BioNTech"
    if head in ("N.", "S.", "E.", "W.") and lexicon.map.knows(" ".join(bare[1:])):
        votes[Kind.PLACE] += 9  # "N. Ireland"
    if len(bare) > 1 and CODE.fullmatch(head) and not lexicon.map.knows(head):
        votes[Kind.OTHER] += 6  # "F-15E Strike Eagle"
    if any(COMPOUND_BODY.fullmatch(word) for word in bare):
        votes[Kind.ORGANISATION] += 4.5  # "Orsabladet"
    if len(bare) > 1 and _is_daily_abroad(bare):
        votes[Kind.ORGANISATION] += 7  # "El Correo de Orsa"
    if bare[-3:] == ["A", "/", "S"]:
        votes[Kind.ORGANISATION] += 6  # a Danish company
    if SUM.fullmatch(text) and text[-1].islower():
        votes[Kind.OTHER] += 6  # "N6bn"
    if len(bare) == 1 and COUNTY.fullmatch(text):
        votes[Kind.PLACE] += 3
    if len(bare) == 2 and bare[0] in ("Co", "Co."):
        votes[Kind.PLACE] += 7
    if len(bare) > 3 and WITH_E.search(text):
        votes[Kind.ORGANISATION] += 7  # "Norland Tehreek-e-Haq"
    if len(bare) == 3 and len(tokens) == 5 and bare[1].islower() and bare[1] not in ("al", "el", "ul", "and"):
        votes.add(
            Votes({Kind.ORGANISATION: 7.0} if bare[1] == "e" else {Kind.PLACE: 3.0})
        )  # "Lashkar-e-Orsa", "Orsa-sur-Mer"


def _spoken(text: str, bare: list[str]) -> list[str]:
    """The words, a double surname as one ("Marsh-Hall"); "Courier-Post" and "Ki-moon" as the two they are."""
    *others, last = text.split()
    left, hyphen, right = last.partition("-")
    if not others or not hyphen or not left[:1].isupper() or not right[:1].isupper() or "-" in right:
        return bare
    return bare if left in words().organisation_heads or "-" in " ".join(others) else [*others, last]


def _body_votes(bare: list[str], votes: Votes, lexicon: Words) -> None:
    """Head nouns, suffixes and openings of organisations and places."""
    head = bare[0]
    tail = bare[-2] if len(bare) > 1 and bare[-1] in lexicon.generational else bare[-1]
    if tail in lexicon.organisation_suffixes and len(bare) > 1:
        votes[Kind.ORGANISATION] += 6
    elif (tail in lexicon.organisation_heads or tail in lexicon.parties) and len(bare) > 1:
        trade = tail.lower() in lexicon.trade_tails and tail not in lexicon.surnames
        votes[Kind.ORGANISATION] += 2.5 if len(bare) == 2 and head in lexicon.given and not trade else 4.5
    elif tail in lexicon.organisation_heads:
        votes[Kind.ORGANISATION] += 1
    for at, token in enumerate(bare[:-1]):
        if " ".join(bare[: at + 1]) in lexicon.well_known and bare[at + 1] in ("of", "in"):
            votes[Kind.ORGANISATION] += 6  # "Islamic State of Iraq and the Levant"
        elif token in lexicon.place_heads_of and bare[at + 1] == "of":
            votes[Kind.PLACE] += 5
        elif token in lexicon.organisation_suffixes and bare[at + 1] == "of":
            votes[Kind.ORGANISATION] += 6  # "Public Service Co of Norland"
        elif token in lexicon.organisation_heads_of and bare[at + 1] in ("of", "for", "on", "Without"):
            votes[Kind.ORGANISATION] += 5
    if "&" in bare:
        votes[Kind.ORGANISATION] += 3
    if len(bare) > 1 and head in lexicon.national_openers and _is_land(" ".join(bare[1:])):
        votes[Kind.ORGANISATION] += 7  # "Cricket Ireland"
    if len(bare) > 1 and (
        head in lexicon.daily_openers or tail in lexicon.party_tails and _is_land(" ".join(bare[:-1]))
    ):
        votes[Kind.ORGANISATION] += 6  # "Daily Kestrel", "Norland First"
    if len(bare) > 1 and _is_branch(bare):
        votes[Kind.ORGANISATION] += 3  # "Kestrel South Africa"
    is_body = tail in lexicon.organisation_heads or tail in lexicon.organisation_suffixes
    if len(bare) > 1 and (tail in lexicon.place_heads or head in lexicon.place_heads_before and not is_body):
        votes[Kind.PLACE] += 2 if len(bare) == 2 and head in lexicon.given else 4
    abroad = head in lexicon.bodies_abroad or tail in lexicon.bodies_abroad and head not in lexicon.given
    if abroad and len(bare) > 1:
        votes[Kind.ORGANISATION] += 5
        votes[Kind.PERSON] -= 3
    if len(bare) > 2 and head in lexicon.people_who_join and bare[1].lower() in ("for", "against", "without"):
        votes[Kind.ORGANISATION] += 5
    if len(bare) > 2 and tail == "District" and bare[-2] in lexicon.district_bodies:
        votes[Kind.ORGANISATION] += 6


def _is_daily_abroad(bare: list[str]) -> bool:
    """A newspaper of another language, with its article or with "de" behind it."""
    lexicon, (head, second, *_) = words(), bare
    led = head in lexicon.articles_abroad and second in lexicon.dailies_abroad
    return led or head in lexicon.dailies_abroad and second.lower() in ("de", "del", "du", "da", "do", "di", "della")


def _is_branch(bare: list[str]) -> bool:
    """A word that is in no list, with a land behind it."""
    lexicon, head = words(), bare[0]
    land = " ".join(bare[1:])
    new = head.lower() not in lexicon.common and head not in lexicon.given and head not in lexicon.surnames
    known = (
        lexicon.map.knows(head)
        or head in lexicon.map.adjectives
        or head in lexicon.map.people
        or head in lexicon.belief
    )
    return (
        new
        and not known
        and head.isalpha()
        and not ADJECTIVE.search(head)
        and (land in lexicon.map.states or land in lexicon.map.regions)
    )


def _is_land(text: str) -> bool:
    """A state, region or adjective of one, or their letters ("NZ")."""
    known = words().map
    return text in known.states or text in known.regions or text in known.adjectives


def _map_votes(text: str, votes: Votes) -> None:
    lexicon = words()
    text = text.replace("’", "'")
    if len(text) > 3 and text.isupper() and not lexicon.map.knows(text):
        text = text.title()
    if text in lexicon.parties:
        return
    if (
        text in lexicon.map.states
        or text.endswith("s")
        and text[:-1] in lexicon.map.states
        and text not in lexicon.map.people
        and text not in lexicon.map.adjectives
    ):
        votes[Kind.STATE] += 8
    elif text in lexicon.map.capitals:
        votes[Kind.PLACE] += 4
    elif text in lexicon.map.regions:
        votes[Kind.PLACE] += 5
    elif text in lexicon.map.people or _is_adjective(text):
        votes[Kind.PEOPLE] += 8
    elif population := lexicon.map.population(text):
        rare = text not in lexicon.surnames and text not in lexicon.given
        votes[Kind.PLACE] += (2.5 if population > 200_000 else 1.5) if rare else (1.5 if population > 500_000 else 0.4)


def _is_adjective(text: str) -> bool:
    """Of a state or belief, alone or in a row: "Arab-Israeli", "Protestant Christian"."""
    lexicon = words()
    if text in lexicon.map.adjectives or text in lexicon.belief:
        return True
    several = re.split(r"[ -]", text)
    known = [word in lexicon.map.adjectives or word in lexicon.belief or word in lexicon.map.people for word in several]
    ordinary = all(is_known or word.lower() in lexicon.common for word, is_known in zip(several, known, strict=True))
    body = any(word in lexicon.organisation_heads for word in several[:-1])
    return len(several) > 1 and known[-1] and ordinary and not body


def _person_shape(bare: list[str], votes: Votes) -> None:
    lexicon, head, tail = words(), bare[0], bare[-1]
    if not 1 < len(bare) <= 6:
        if len(bare) == 1:
            votes[Kind.PERSON] += 3 * (head in lexicon.well_known_persons)
            if head.lower() not in lexicon.common and not lexicon.map.knows(head) and not head.isupper():
                votes[Kind.PERSON] += 0.4
            votes[Kind.PERSON] += 0.8 * (head in lexicon.given) + 0.6 * (
                head in lexicon.surnames and head not in lexicon.map.city_lines
            )
        return
    clear = not (
        tail in lexicon.organisation_heads
        or tail in lexicon.organisation_suffixes
        or tail in lexicon.place_heads
        or tail in lexicon.not_actors
    )
    if "of" in bare or "for" in bare:
        return
    if tail in lexicon.belief or tail in lexicon.map.adjectives:
        votes[Kind.PERSON] -= 2 * (tail not in lexicon.surnames)  # "Orsa Catholic"
    if not clear:
        heads = tail in lexicon.organisation_heads or tail in lexicon.place_heads
        trade = tail.lower() in lexicon.trade_tails and tail not in lexicon.surnames
        votes[Kind.PERSON] += 1.5 * (len(bare) == 2 and head in lexicon.given and heads and not trade)
        return
    if head in lexicon.given or head.partition("-")[0] in lexicon.given:
        votes[Kind.PERSON] += 3
    elif head in lexicon.map.states:
        votes[Kind.PERSON] -= 3  # "France Unbowed"
    elif head.lower() in lexicon.common and head not in lexicon.surnames:
        votes[Kind.PERSON] -= 1.5
    if head in ("Abu", "Umm", "Ibn") and not lexicon.map.knows(" ".join(bare)):
        votes[Kind.PERSON] += 3
    if any(INITIAL.fullmatch(token) for token in bare[:-1]):
        votes[Kind.PERSON] += 3
    elif INITIALS.fullmatch(head) and not lexicon.map.knows(head):
        votes[Kind.PERSON] += 2  # "J.R. Marsh"; not "U.S. Marsh"
    elif PAIR.fullmatch(head) and len(bare) == 2 and not (head in lexicon.well_known or lexicon.map.knows(head)):
        known = tail in lexicon.surnames and tail not in lexicon.map.city_lines and tail.lower() not in lexicon.common
        votes[Kind.PERSON] += 3 * known  # "JD Marsh"
    if (
        tail in lexicon.generational
        or any(token in lexicon.particles and token.islower() for token in bare[1:-1])
        or "al-" in " ".join(bare)
    ):
        votes[Kind.PERSON] += 2
    if not lexicon.surnames.isdisjoint((tail, *tail.split("-"))):
        votes[Kind.PERSON] += 1
    if (
        len(bare) in (2, 3)
        and not any(token.lower() in lexicon.common for token in bare)
        and not any(token.isupper() for token in bare)
    ):
        votes[Kind.PERSON] += 1
