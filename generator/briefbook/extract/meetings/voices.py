"""Whose "I", "me" and "we" stand in the words that the article quotes: the speakers that its statements give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefbook.analysis import Reference, References
from briefbook.model import ActorKind, Directness, Statement

FIRST_PERSON = frozenset({"i", "me", "my", "we", "us"})


def voices(references: References, said: Iterable[Statement]) -> Mapping[int, Reference]:
    """The person speaking, by token of each pronoun of the first person in direct speech, answers of interviews included."""
    document, first = references.document, dict[str, Reference]()
    for reference in references.all:
        first.setdefault(reference.actor.id, reference)
    found = dict[int, Reference]()
    for statement in said:
        speaker = first.get(statement.speaker or "")
        if (
            speaker is None
            or speaker.actor.kind is not ActorKind.PERSON
            or statement.directness is not Directness.DIRECT
        ):
            continue
        for words in statement.content:
            if (span := document.token_range(words)) is not None:
                found.update((i, speaker) for i in range(*span) if document.tokens[i].lower in FIRST_PERSON)
    return found
