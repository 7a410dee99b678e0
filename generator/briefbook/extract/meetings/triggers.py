"""Find the words that may tell of a meeting, other senses of them left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.analysis import Token
from briefbook.extract.meetings.frames import Frame, PartyClass, noun_frames, party_nouns, verb_frames, words
from briefbook.extract.meetings.structure import Structure

SURFACE = {"meets": "meet", "greets": "greet", "hosts": "host", "receives": "receive", "welcomes": "welcome"}
"""Verb forms that the tagger takes for nouns in captions and headlines ("FILE - The king, left, greets ...")."""


MISREAD = {"talks": "talk", "meetings": "meeting", "summits": "summit"}
"""Nouns that the tagger takes for verbs."""

NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
"""Functions that only a noun has."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that may tell of a meeting, with the words [first, last) that tell of it, and its frame."""

    token: Token
    frame: Frame
    first: int
    last: int


def find(structure: Structure) -> Iterator[Trigger]:
    """Triggers in order of text."""
    for token in structure.tokens:
        lemma = token.lemma.lower()
        if token.lower in SURFACE and token.pos in ("NOUN", "PROPN"):
            yield Trigger(token, verb_frames()[SURFACE[token.lower]], token.index, token.index + 1)
            continue
        if token.pos in ("VERB", "AUX") or (token.pos == "NOUN" and token.tag.startswith("V")):
            trigger = _verb(structure, token, lemma)
        elif token.pos in ("NOUN", "PROPN"):
            trigger = _noun(structure, token)
        else:
            continue
        if trigger is not None:
            yield trigger


def _verb(structure: Structure, token: Token, lemma: str) -> Trigger | None:
    frames = verb_frames()
    particle = next(
        (
            t
            for t in structure.kids(token.index, "prt", "advmod", "dobj")
            if f"{lemma} {t.lower}" in frames and t.index == token.index + 1
        ),
        None,
    )
    if token.tag == "VBZ" and token.dep in NOMINAL:
        return _misread(structure, token) if token.lower in MISREAD else None
    frame = frames.get(f"{lemma} {particle.lower}") if particle is not None else frames.get(lemma)
    if lemma in words("telling") and _by_phone(structure, token):
        frame = frames["notify by telephone"]
    elif lemma == "call" and structure.kids(token.index, "dobj") and _to_a_place(structure, token):
        frame = frames["invite"]
    if frame is None:
        return _misread(structure, token)
    if token.dep == "amod":
        return None
    if token.lower == "meeting" and structure.kids(token.index, "det", "amod", "nummod", "poss"):
        return _noun(structure, token)
    if (
        token.tag == "VBG"
        and frame.id == "visit-verb"
        and token.dep in ("amod", "xcomp", "compound")
        and not structure.kids(token.index, "aux")
    ):
        return None
    last = token.index + 1 if particle is None else particle.index + 1
    return Trigger(token, frame, token.index, last)


def _by_phone(structure: Structure, verb: Token) -> bool:
    """ "Informed her by telephone", "assured him over the phone"."""
    return any(
        below.lower in words("phone-words")
        for preposition in structure.kids(verb.index, "prep")
        if preposition.lower in ("by", "over", "on", "via")
        for below in structure.kids(preposition.index, "pobj")
    )


def _to_a_place(structure: Structure, verb: Token) -> bool:
    """ "Called both sides to her office": not on the telephone."""
    return any(
        below.lemma.lower() in words("buildings") | noun_frames().keys() or below.entity in ("GPE", "FAC")
        for preposition in structure.kids(verb.index, "prep")
        if preposition.lower == "to"
        for below in structure.kids(preposition.index, "pobj")
    )


def _misread(structure: Structure, token: Token) -> Trigger | None:
    """A noun that the tagger took for a verb: "offered to host talks", "a Brussels summit"."""
    before = structure.tokens[token.index - 1] if token.index else token
    noun = MISREAD.get(token.lower)
    if noun is None or (token.lower == "talks" and before.pos in ("PRON", "PROPN") and token.dep not in NOMINAL):
        return None
    return Trigger(token, noun_frames()[noun][0], token.index, token.index + 1)


def _noun(structure: Structure, token: Token) -> Trigger | None:
    if token.pos == "PROPN" and token.lower in (
        "dialogue",
        "conference",
        "congress",
        "assembly",
        "conversation",
        "call",
        "consultation",
        "breakfast",
        "lunch",
        "dinner",
        "banquet",
    ):
        return None
    lemma = (
        "meeting"
        if token.lower == "meeting"
        else token.lemma.lower()
        if token.lemma.lower() in noun_frames()
        else _singular(token.lower)
    )
    for frame in noun_frames().get(lemma, ()):
        if frame.plural and not token.lower.endswith("s"):
            continue
        if _heads_other_noun(structure, token):
            return None
        before = {t.lower for t in structure.kids(token.index, "compound", "amod", "nmod") if t.index < token.index}
        before |= {t.lower for t in structure.kids(token.index, "poss") if t.tag == "NNS"}  # "a donors' conference"
        before.add(structure.tokens[token.index - 1].lower if token.index else "")
        if _fits(structure, token, frame, before):
            return Trigger(token, frame, _first(structure, token, frame), token.index + 1)
    return None


def _singular(lower: str) -> str:
    return lower[:-1] if lower.endswith("s") else lower


def _heads_other_noun(structure: Structure, token: Token) -> bool:
    """ "meeting room", "summit declaration": the word only describes another thing."""
    head = structure.head(token)
    if token.dep not in ("compound", "nmod", "amod") or head.index <= token.index or head.pos not in ("NOUN", "PROPN"):
        return False
    return head.lemma.lower() not in words("transparent") or _singular(head.lower) in noun_frames()


def _fits(structure: Structure, token: Token, frame: Frame, before: set[str]) -> bool:
    """Does the noun stand in the sense of this frame?"""
    if before & frame.not_kinds:
        return False
    introduced = any(t.lower in frame.introduces for t in structure.kids(token.index, "prep"))
    verb = structure.head(token)
    if not introduced and token.dep == "dobj" and verb.pos == "VERB":
        introduced = any(t.lower == "with" for t in structure.kids(verb.index, "prep"))
    if frame.needs_with:
        given = token.dep == "dobj" and any(t.lower in ("for", "in") for t in structure.kids(verb.index, "prep"))
        return (
            introduced
            or given
            or bool(before & frame.kinds)
            or any(t.lower == "together" for t in structure.tokens[token.index + 1 : token.index + 2])
        )
    if frame.kinded:
        furniture = frame.id == "round-table" and verb.lower in ("at", "around", "round")
        return bool(before & frame.kinds) and not furniture
    if frame.continues:
        more = any(t.lower == "of" for t in structure.kids(token.index, "prep"))
        numbered = (t.lower in words("another") for t in structure.kids(token.index, "amod"))
        return not more and token.tag == "NN" and any(numbered)
    if frame.id == "call":
        close = any(t.lower in ("with", "between") for t in structure.kids(token.index, "prep"))
        owned = structure.owner(token) is not None or bool(structure.kids(token.index, "poss"))
        dated = owned and any(t.tag in ("CD", "NNP") for t in structure.kids(token.index, "nmod", "compound", "nummod"))
        return bool(before & frame.kinds) or (
            token.lemma.lower() == "call" and (close or dated or _the_call(structure, token))
        )
    if frame.named and token.dep == "dobj" and verb.lemma in words("telling"):
        return False  # "told the opening session"
    if frame.named:
        of_body = _of_body(structure, token) or _its_own(structure, token)
        return bool(before & frame.kinds) or of_body or _between_two(structure, token)
    if frame.id == "summit" and _of_mountain(structure, token):
        return False
    if frame.id == "consultations" and token.tag == "NN" and not introduced:
        return False  # a public consultation on something
    if frame.id == "discussions" and token.tag == "NN" and not introduced:
        return _pointed_or_held(structure, token)
    return True


def _the_call(structure: Structure, token: Token) -> bool:
    """ "in the call": the one told of before; not "the call for calm"."""
    after = structure.tokens[token.index + 1].lower if token.index + 1 < len(structure.tokens) else ""
    if after in ("for", "to", "on"):
        return False
    definite = any(t.lower in ("the", "that", "this", "their") for t in structure.kids(token.index, "det", "poss"))
    more = (t for t in structure.kids(token.index, "prep", "acl", "relcl") if t.lower not in ("in", "from", "at"))
    return definite and not any(True for _ in more)


def _pointed_or_held(structure: Structure, token: Token) -> bool:
    """ "their conversation", "held a discussion": one event, not talk in general."""
    verb = structure.head(token)
    if token.dep in ("dobj", "nsubjpass") and verb.lemma in ("have", "hold", "conduct", "continue", "resume", "open"):
        return True
    return any(t.lower not in ("a", "an", "any", "some") for t in structure.kids(token.index, "det", "poss"))


def _of_mountain(structure: Structure, token: Token) -> bool:
    """ "Reached the summit", "the summit of Mount Askja": the top of a mountain."""
    first, last = structure.document.subtree(token.index)
    high = any(t.lower in words("mountains") for t in structure.tokens[first:last])
    return high or (token.dep == "dobj" and structure.head(token).lemma in words("climbing"))


def _between_two(structure: Structure, token: Token) -> bool:
    """ "A workshop with officials", "a session with Peru"."""
    return any(t.lower in ("with", "between") for t in structure.kids(token.index, "prep")) and token.tag == "NN"


def _of_body(structure: Structure, token: Token) -> bool:
    """ "a session of the synod", "the synod's session": of those who sit in it."""
    if any(party_nouns().get(t.lemma.lower()) is PartyClass.BODY for t in structure.kids(token.index, "poss")):
        return True
    for preposition in structure.kids(token.index, "prep"):
        if preposition.lower == "of":
            for body in structure.kids(preposition.index, "pobj"):
                if party_nouns().get(body.lemma.lower()) is PartyClass.BODY:
                    return True
    return False


def _its_own(structure: Structure, token: Token) -> bool:
    """ "The council will take it up at its session": of the body that is the subject."""
    if not any(t.lower in ("its", "their") for t in structure.kids(token.index, "poss")):
        return False
    subject = structure.above(token, 0)
    return subject is not None and structure.tokens[subject].lemma.lower() in words("sitting-bodies")


def _first(structure: Structure, token: Token, frame: Frame) -> int:
    """The trigger phrase begins with the words that name its kind ("phone call", "peace talks")."""
    first = token.index
    while (
        first > 0
        and structure.tokens[first - 1].lower
        in ((frame.kinds - {"way", "day"}) | {"peace", "summit", "bilateral", "phone"})
        and structure.tokens[first - 1].head == token.index
    ):
        first -= 1
    return first
