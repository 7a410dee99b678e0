"""The parties of a trigger: where its frame says that they stand, and what the verb that carries it adds."""

from __future__ import annotations

from briefbook.extract.meetings.casting import Cast
from briefbook.extract.meetings.noun_parties import NounCasting
from briefbook.extract.meetings.triggers import Trigger
from briefbook.extract.meetings.verb_parties import VerbCasting


class Casting(VerbCasting, NounCasting):
    """Reads the parties of triggers in one document."""

    def of(self, trigger: Trigger) -> Cast:
        """The parties of one trigger."""
        if trigger.frame.verb and trigger.token.pos in ("NOUN", "PROPN"):
            hosts, others = self.surface.sides(trigger.token)
            return Cast(hosts=tuple(hosts), others=tuple(others), ruled_out=not (hosts and others))
        return self.of_verb(trigger) if trigger.frame.verb else self.of_noun(trigger)
