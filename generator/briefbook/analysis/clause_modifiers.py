"""What an event noun's own modifiers say of its reality: "a planned meeting", "talks that were called off"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefbook.analysis.clause_outer import MAX_STEPS, words
from briefbook.analysis.clause_status import ClauseStatus
from briefbook.analysis.clause_verbs import VerbClimb
from briefbook.analysis.document import Token
from briefbook.analysis.governors import (
    Effect,
    Standing,
    compose,
    governing_effect,
    modifier_effect,
    predicate_effect,
)


class ModifierClimb(VerbClimb):
    """The upward reading of one parse, as far as the modifiers of nouns go."""

    def fell_through(self, token: Token, outer: ClauseStatus) -> bool:
        """ "A planned meeting did not take place": what was planned and is denied was called off."""
        verb = self.head(token)
        took_place = governing_effect(self.document, verb.index) is Effect.OCCURS
        return outer.standing is Standing.DENIED and took_place and token.dep in ("nsubj", "nsubjpass")

    def let_alone(self, token: Token) -> bool:
        """ "No reply, let alone a meeting"."""
        first = self.document.subtree(token.index)[0]
        before = [t.lower for t in self.document.tokens[max(0, first - 2) : first + 2]]
        return "let alone" in " ".join(before)

    def modified(self, token: Token, steps: int) -> ClauseStatus | None:
        """What the noun's own modifiers say: "a planned meeting", "talks scheduled for May", "no meeting"."""
        again: ClauseStatus | None = None
        for child in sorted(self.kids(token), key=lambda t: t.lower not in ("no", "any")):
            if child.dep in ("amod", "compound") and (effect := modifier_effect(child.lemma, child.lower)) is not None:
                told = ClauseStatus(standing=compose(Standing.ACTUAL, effect), asserted=False, cues=(child.index,))
                if effect is not Effect.OCCURS:
                    return told
                again = again or told  # "a second meeting, planned for May": what follows says more
            if child.dep == "det" and child.lower == "no":
                return ClauseStatus(standing=Standing.DENIED, cues=(child.index,))
            if child.dep == "det" and child.lower == "any":
                return ClauseStatus(standing=Standing.PROPOSED, asserted=False, cues=(child.index,))
            if (
                child.dep == "acl"
                and child.tag == "VBN"
                and child.lemma != "intend"
                and (effect := governing_effect(self.document, child.index)) is not None
            ):
                if effect not in (Effect.OCCURS, Effect.ENDED):
                    return ClauseStatus(standing=compose(Standing.ACTUAL, effect), asserted=False, cues=(child.index,))
            if child.dep == "relcl" and (found := self.relative(child, steps)) is not None:
                return found
            if child.dep == "prep" and token.dep == "ROOT":  # "Summit in doubt", "Talks on ice"
                effect = predicate_effect(self.document, child.index)
                if effect in (Effect.CANCELLED, Effect.PLANNED):
                    return ClauseStatus(standing=compose(Standing.ACTUAL, effect), cues=(child.index,))
        strayed = (self.relative(verb, steps) for verb in self.strayed(token))
        return next((found for found in strayed if found is not None), again)

    def strayed(self, token: Token) -> Iterator[Token]:
        """ "A meeting between the two that was planned": a clause that the parser hung on those who meet."""
        for preposition in self.kids(token, "prep"):
            if preposition.lower in ("between", "with"):
                for below in self.kids(preposition, "pobj"):
                    people = self.document.conjuncts(below.index)
                    apposed = [t.index for i in people for t in self.kids(self.document.tokens[i], "appos")]
                    for each in (*people, *apposed):
                        for verb in self.kids(self.document.tokens[each], "relcl"):
                            if any(t.lower in ("that", "which") for t in self.kids(verb, "nsubj", "nsubjpass")):
                                yield verb

    def relative(self, verb: Token, steps: int) -> ClauseStatus | None:
        """A relative clause about the event's happening: "talks that were cancelled"."""
        subject = next((t for t in self.kids(verb, "nsubj", "nsubjpass") if t.lower in words("relative")), None)
        effect = governing_effect(self.document, verb.index)
        own_object = bool(self.kids(verb, "dobj"))
        if subject is None and (effect is not Effect.PROPOSED or own_object):
            return None
        if effect is None or steps > MAX_STEPS:
            return None
        status = self.verb(verb, steps + 1)
        return replace(status, standing=compose(status.standing, effect), cues=(verb.index,))
