"""Find institutions named by whose they are: "the Norland government", "Marsh administration", "Norland's border guard".

They have no name of their own in capitals, yet act; the state or person is named, the institution described.
"""

from __future__ import annotations

from functools import lru_cache

from briefbook.analysis import AnalysedDocument, Token
from briefbook.extract.actors.entities import Entity
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form


def find_institutions(document: AnalysedDocument, forms: dict[str, Form]) -> list[Entity]:
    """One entity for each institution of a state, people or person, with all its mentions."""
    found: dict[tuple[str, str], Entity] = {}
    for form in forms.values():
        if form.kind not in (Kind.STATE, Kind.PEOPLE, Kind.PERSON) or form.text in words().vague_adjectives:
            continue
        for mention in form.mentions:
            last = _institution(document, mention, form.kind)
            if last is not None:
                _add(document, found, form, mention, last)
    return [entity for key, entity in found.items() if _matters(document, key, entity)]


def _matters(document: AnalysedDocument, key: tuple[str, str], entity: Entity) -> bool:
    """It acts (armed forces: more than once, or is spoken of often), or is a leader's administration."""
    acting = sum(_is_agent(document, mention) for mention in entity.mentions)
    if key[1] in ("military", "police"):
        return acting > 1 or len(entity.mentions) > 2
    return acting > 0 or key[0] not in _codes() and key[1] == "government"


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(state.code for state in words().map.states.values())


def _is_agent(document: AnalysedDocument, mention: Candidate) -> bool:
    """Does it do something here: subject of a verb, or agent of a passive?"""
    head = document.tokens[mention.last - 1]
    return (
        head.dep == "nsubj"
        and document.tokens[head.head].lemma != "be"
        or head.dep == "pobj"
        and document.tokens[head.head].dep == "agent"
    )


def _add(
    document: AnalysedDocument, found: dict[tuple[str, str], Entity], form: Form, mention: Candidate, last: int
) -> None:
    text = document.cased_text(mention.first, last)
    head = document.cased_text(mention.last, last).removeprefix("'s ").removeprefix("’s ")
    key = (_owner(form), _family(head))
    entity = found.setdefault(key, Entity(Kind.ORGANISATION, [], described=True))
    same = next((other for other in entity.forms if other.text == text), None)
    if same is None:
        same = Form(text.lower(), text, Votes(), kind=Kind.ORGANISATION)
        entity.forms.append(same)
    same.mentions.append(Candidate(mention.first, last, text))


def _family(head: str) -> str:
    """Words for the same institution share a family: "army" and "troops" are one state's military."""
    lexicon = words()
    return "military" if head in lexicon.armed_forces else "government" if head in lexicon.governments else head


def _owner(form: Form) -> str:
    known = words().map
    state = known.states.get(form.text) or known.adjectives.get(form.text)
    return state.code if state else form.key


def _institution(document: AnalysedDocument, mention: Candidate, kind: Kind) -> int | None:
    """Where the institution that follows a name ends, or None."""
    tokens, at = document.tokens, mention.last
    if (
        mention.first > 1
        and tokens[mention.first - 1].text == "-"
        and tokens[mention.first - 2].lower in ("pro", "anti")
    ):
        return None  # "pro-Norland separatists" are not Norland's
    limit = document.sentences[tokens[mention.first].sentence].last
    if kind is Kind.STATE and at < limit and tokens[at].text in ("'s", "’s"):
        at += 1
    for width in (3, 2, 1):
        last = at + width
        if last <= limit and _is_institution(document, at, last, kind):
            return None if last < limit and _goes_on(tokens[last - 1], tokens[last]) else last
    return None


def _is_institution(document: AnalysedDocument, at: int, last: int, kind: Kind) -> bool:
    """Are these small words an institution of a state, people or person ("border guard", "road agency")?"""
    text = document.cased_text(at, last)
    if kind is Kind.PERSON:
        return text in words().institutions_of_persons
    if text in words().institutions:
        return True
    inside = document.tokens[at:last]
    return (
        inside[-1].lower in words().bodies and inside[-1].tag == "NN" and all(t.pos in ("NOUN", "ADJ") for t in inside)
    )


def _goes_on(head: Token, after: Token) -> bool:
    """Is the supposed head only part of a longer noun ("police officer")?"""
    return after.pos in ("NOUN", "PROPN") and after.dep != "appos" and head.dep == "compound"
