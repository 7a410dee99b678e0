"""The parties of a trigger: where its frame says that they stand, and what the verb that carries it adds."""

from __future__ import annotations

from briefbook.extract.meetings.casting import Cast
from briefbook.extract.meetings.noun_parties import NounCasting
from briefbook.extract.meetings.parties import PartyReader
from briefbook.extract.meetings.structure import Structure
from briefbook.extract.meetings.triggers import Trigger
from briefbook.extract.meetings.verb_parties import VerbCasting


class Casting(VerbCasting, NounCasting):
    """Reads the parties of triggers in one document."""

    def __init__(self, structure: Structure, reader: PartyReader) -> None:
        super().__init__(structure, reader)
        self.known: dict[tuple[int, str], Cast] = {}

    def of(self, trigger: Trigger) -> Cast:
        """The parties of one trigger, read once."""
        key = trigger.token.index, trigger.frame.id
        if key not in self.known:
            self.known[key] = self._read(trigger)
        return self.known[key]

    def _read(self, trigger: Trigger) -> Cast:
        if trigger.frame.verb and trigger.token.pos in ("NOUN", "PROPN"):
            hosts, others = self.surface.sides(trigger.token)
            return Cast(hosts=tuple(hosts), others=tuple(others), ruled_out=not (hosts and others))
        return self.of_verb(trigger) if trigger.frame.verb else self.of_noun(trigger)
