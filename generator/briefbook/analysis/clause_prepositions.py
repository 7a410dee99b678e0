"""What a preposition says of the event noun behind it: "after talks", "plans for a summit", "no to a meeting"."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis.clause_modifiers import ModifierClimb
from briefbook.analysis.clause_outer import MAX_STEPS, words
from briefbook.analysis.clause_status import ClauseStatus, Tense, plain, presupposed, under
from briefbook.analysis.document import Token
from briefbook.analysis.governors import (
    Effect,
    Standing,
    compose,
    governing_effect,
    noun_effect,
    predicate_effect,
)


class PrepositionClimb(ModifierClimb):
    """The upward reading, as far as prepositions go."""

    def after_preposition(self, token: Token, preposition: Token, steps: int) -> ClauseStatus:
        """An event noun or gerund after a preposition: "for talks", "during a meeting", "ahead of the summit"."""
        head = self.head(preposition)
        beside = [head, *self.kids(preposition, "advmod"), *(self.kids(head, "advmod") if head.lemma == "be" else ())]
        if any(t.lower in words("instead") for t in beside):
            return ClauseStatus(standing=Standing.DENIED, cues=(preposition.index,))
        if head.pos in ("ADP", "ADV", "SCONJ") and head.index != preposition.index:
            if head.lower in words("before") or preposition.lower in words("before"):
                return ClauseStatus(standing=Standing.PLANNED, asserted=False, cues=(head.index,))
            return (
                self.after_preposition(token, head, steps + 1)
                if steps < MAX_STEPS
                else ClauseStatus(standing=Standing.ACTUAL, asserted=False)
            )
        if preposition.lower in words("before"):
            over = any(t.lower == "had" for t in self.kids(head, "aux"))  # "before the talks she had shown him round"
            standing = Standing.ACTUAL if over else Standing.PLANNED
            return ClauseStatus(standing=standing, asserted=False, cues=(preposition.index,))
        if preposition.lower == "to" and (head.lower == "no" or any(t.lower == "no" for t in self.kids(head, "intj"))):
            return ClauseStatus(standing=Standing.DENIED, cues=(preposition.index,))  # "says no to talks"
        if preposition.lower in ("without", "instead"):
            return ClauseStatus(standing=Standing.DENIED, cues=(preposition.index,))
        if self.aimed_at(token, preposition, head):
            return self.with_aim(head, steps)
        if head.lemma in words("record") and preposition.lower in ("of", "from"):
            return ClauseStatus(standing=Standing.ACTUAL, asserted=False)  # "will ask for the minutes of the meeting"
        doubted = any(t.lemma in words("doubts") for t in self.kids(head, "nsubj", "nsubjpass"))
        if preposition.lower in words("about") and doubted:
            return ClauseStatus(standing=Standing.PLANNED, asserted=False, cues=(preposition.index,))
        if preposition.lower in words("after") and (settled := self.settled(head)) is not None:
            outer = self.event(settled.index, steps + 1)
            return replace(presupposed(outer), cues=(preposition.index,))
        outer = self.event(head.index, steps + 1)
        ahead = head.pos == "VERB" and outer.tense is Tense.FUTURE
        if preposition.lower in words("about") and ahead and self.known(token):
            return ClauseStatus(standing=Standing.ACTUAL, asserted=False)  # "will question her about her meeting"
        if preposition.lower in words("after") and preposition.lower != "from":
            return replace(presupposed(outer), cues=(preposition.index,))
        if head.lemma in words("claim") and self.is_untrue(head):
            return replace(outer, standing=Standing.DENIED)
        if head.lemma in words("claim", "truth") and outer.standing is Standing.DENIED:
            return outer
        effect = self.prepositional_effect(token, preposition, head)
        denied = outer.standing is Standing.DENIED
        if denied and head.lemma == "be" and preposition.lower == "in" and not self.no_longer(head):
            return outer  # "is not in talks"
        if preposition.lower in words("about") and head.pos == "NOUN" and effect is None:
            return ClauseStatus(
                standing=Standing.ACTUAL, asserted=False, tense=Tense.PAST if outer.tense is Tense.PAST else Tense.NONE
            )
        return presupposed(outer) if effect is None else self.with_effect(head, outer, effect)

    def with_effect(self, head: Token, outer: ClauseStatus, effect: Effect) -> ClauseStatus:
        """What a word that governs the event through a preposition makes of it ("plans for talks", "withdrew from talks")."""
        if head.pos in ("NOUN", "PROPN"):
            return ClauseStatus(
                standing=compose(plain(outer), effect),
                tense=outer.tense,
                cues=(head.index,),
                asserted=effect is not Effect.OCCURS or outer.asserted,
            )
        cues = outer.cues if effect in (Effect.OCCURS, Effect.ONGOING) else (head.index,)
        return ClauseStatus(standing=under(outer, effect), tense=outer.tense, cues=cues)

    def known(self, noun: Token) -> bool:
        """ "The talks", "her meeting": spoken of as known."""
        return any(t.lower == "the" or t.dep == "poss" for t in self.kids(noun, "det", "poss"))

    def settled(self, verb: Token) -> Token | None:
        """The agreeing of "agreed to reopen the border after talks": they talked before they agreed, or None."""
        above = self.document.tokens[verb.head]
        infinitive = verb.dep == "xcomp" and verb.tag == "VB"
        return above if infinitive and above.lemma in words("settling") else None

    def aimed_at(self, token: Token, preposition: Token, head: Token) -> bool:
        """ "The aim of the talks", "his plan at the summit": wanted is something else than the event."""
        if token.pos not in ("NOUN", "PROPN") or head.pos != "NOUN":
            return False
        planned = noun_effect(self.document, head.index) in (Effect.PLANNED, Effect.PROPOSED)
        there = preposition.lower in words("during") and head.lemma not in words("wish-for") and planned
        return there or (head.lemma in words("aim") and preposition.lower in ("of", "in", "at", "for", "during"))

    def with_aim(self, aim: Token, steps: int) -> ClauseStatus:
        """What one aims at says of the event only whether it is past: "the aim of the talks was", "is"."""
        verb = next((up for up in self.document.ancestors(aim.index) if up.pos in ("VERB", "AUX")), None)
        outer = self.event(verb.index, steps + 1) if verb is not None else None
        if outer is None or outer.tense is Tense.PAST:
            return (
                replace(presupposed(outer), standing=Standing.ACTUAL)
                if outer is not None
                else ClauseStatus(standing=Standing.PLANNED, asserted=False, cues=(aim.index,))
            )
        return ClauseStatus(standing=Standing.PLANNED, asserted=False, tense=outer.tense, cues=(aim.index,))

    def no_longer(self, verb: Token) -> bool:
        """ "Is no longer in talks": it was."""
        return any(t.lower in ("longer", "anymore") for t in self.kids(verb, "advmod"))

    def was_there(self, verb: Token) -> bool:
        """ "Was in Lima for a meeting": gone there for it, and over."""
        there = any(t.lower in ("in", "at") and t.dep == "prep" for t in self.kids(verb))
        return there and verb.tag == "VBD"

    def prepositional_effect(self, token: Token, preposition: Token, head: Token) -> Effect | None:
        """What a verb or noun does to the event its preposition introduces; None when it only sets the scene."""
        if head.lower == "talk" and preposition.lower == "of":
            return Effect.PROPOSED
        if head.pos in ("NOUN", "PROPN"):
            return noun_effect(self.document, head.index)
        if head.pos == "ADJ":
            return predicate_effect(self.document, head.index)
        if head.lemma == "be":
            if preposition.lower in words("purpose"):
                return None if self.was_there(head) else Effect.PLANNED
            return Effect.ONGOING if preposition.lower == "in" else None
        effect = governing_effect(self.document, head.index, preposition.lower)
        if preposition.lower in words("purpose") or effect is Effect.CANCELLED or effect is Effect.REFUSED:
            return effect or (Effect.PLANNED if preposition.lower == "for" and token.pos != "VERB" else None)
        return governing_effect(self.document, head.index, preposition.lower, exact=True)
