"""Event nouns: their modifiers, and the verb, preposition or noun above them, say how real their event is."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis.clause_outer import MAX_STEPS, words
from briefbook.analysis.clause_prepositions import PrepositionClimb
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

NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
"""Functions of a noun: "talks" and "visits" that stand in one are nouns that the tagger took for verbs."""


class Climb(PrepositionClimb):
    """The upward reading of one parse, from verbs and event nouns."""

    def event(self, index: int, steps: int) -> ClauseStatus:
        """A verb or a noun, whatever the token is."""
        token = self.document.tokens[index]
        if steps > MAX_STEPS:
            return ClauseStatus(standing=Standing.ACTUAL, asserted=False)
        if token.dep == "acomp" and token.pos == "ADJ":
            return self.event(token.head, steps + 1)
        verb = token.pos in ("VERB", "AUX") and not (token.tag == "VBZ" and token.dep in NOMINAL)
        return self.verb(token, steps) if verb else self.noun(token, steps)

    def noun(self, token: Token, steps: int) -> ClauseStatus:
        """An event noun: its modifiers and the word that governs it decide."""
        outer = self.governed(token, steps)
        if self.let_alone(token):
            return replace(outer, standing=Standing.DENIED)
        untold = not outer.asserted and outer.tense is Tense.NONE and outer.standing is Standing.ACTUAL
        if untold and steps == 0 and self.question(token):
            return replace(outer, standing=Standing.HYPOTHETICAL)  # "What about the summit?"
        own = self.modified(token, steps)
        if own is not None and own.standing is Standing.CANCELLED:
            return own
        if own is not None and own.standing is Standing.PLANNED and self.fell_through(token, outer):
            return replace(outer, standing=Standing.CANCELLED)
        if own is not None and own.standing is Standing.DENIED and outer.standing is not Standing.CANCELLED:
            return replace(outer, standing=own.standing)
        if own is not None and self.brought_about(own, outer):
            return replace(outer, standing=Standing.ACTUAL)
        if own is None or (outer.asserted and outer.standing not in (Standing.ACTUAL, Standing.PROPOSED)):
            return outer
        if own.asserted or not outer.asserted or outer.tense is not Tense.PAST:
            return own if own.standing is not Standing.ACTUAL else outer
        return outer

    def brought_about(self, own: ClauseStatus, outer: ClauseStatus) -> bool:
        """ "After talks brokered by Norway": what somebody brought about, unless a day is set for it."""
        by = own.standing is Standing.PLANNED and own.cues and self.document.tokens[own.cues[0]]
        if not by or by.dep != "acl" or by.lemma not in words("brought-about"):
            return False
        after = any(self.document.tokens[i].lower in words("after") for i in outer.cues) and outer.tense is Tense.PAST
        over = (outer.standing is Standing.ACTUAL or after) and not outer.asserted and outer.tense is not Tense.FUTURE
        return over and not any(t.lower == "for" for t in self.kids(by, "prep"))

    def governed(self, token: Token, steps: int) -> ClauseStatus:
        """What the word above the noun says."""
        head = self.head(token)
        if head.index == token.index:
            return ClauseStatus(standing=Standing.ACTUAL, asserted=False)
        if token.dep in ("pobj", "pcomp"):
            if head.lower == "as" and (verb := self.verb_after(token)) is not None:
                return self.argument(token._replace(dep="nsubj"), verb, steps)
            return self.after_preposition(token, head, steps)
        if head.pos in ("VERB", "AUX") and token.dep in (
            "dobj",
            "nsubjpass",
            "nsubj",
            "oprd",
            "csubj",
            "ccomp",
            "xcomp",
            "attr",
            "dative",
        ):
            return self.argument(token, head, steps)
        if (
            token.dep in ("compound", "poss", "nmod", "amod")
            and (effect := noun_effect(self.document, head.index)) is not None
        ):
            outer = self.event(head.index, steps + 1)
            return ClauseStatus(standing=compose(plain(outer), effect), tense=outer.tense, cues=(head.index,))
        return (
            presupposed(self.event(head.index, steps + 1)) if token.dep != "conj" else self.event(head.index, steps + 1)
        )

    def verb_after(self, token: Token) -> Token | None:
        """ "Rejects offer as talks resume": the verb of a clause whose "as" the parser took for a preposition."""
        following = self.document.tokens[token.index + 1 : token.index + 2]
        found = following[0] if following and following[0].sentence == token.sentence else None
        return found if found is not None and found.tag in ("VBP", "VBZ", "VBD") else None

    def argument(self, token: Token, verb: Token, steps: int) -> ClauseStatus:
        """An event noun as subject or object of a verb."""
        if (
            verb.dep in ("nsubj", "nsubjpass", "csubj", "csubjpass")
            and verb.tag in ("VBD", "VBN")
            and self.head(verb).pos == "VERB"
        ):
            return self.reduced(token, verb, steps)
        outer = self.event(verb.index, steps + 1)
        effect = governing_effect(self.document, verb.index)
        judged = verb.lemma == "call" and token.dep != "nsubjpass" and self.known(token) and effect is Effect.PLANNED
        if judged or (verb.lemma == "leave" and token.dep == "dobj"):
            effect = None  # "called the talks a success", "left the talks": was there
        if verb.lemma == "be":
            effect = self.be_effect(verb, token)
        elif token.dep == "nsubj" and not outer.passive:
            effect = self.subject_effect(verb, effect)
        if effect is None:
            called_off = outer.standing is Standing.CANCELLED and token.dep in ("nsubj", "nsubjpass")
            return outer if called_off else presupposed(outer)
        if effect is Effect.PLANNED and outer.tense is Tense.PAST and self.overtaken(verb, token):
            effect = Effect.CANCELLED
        if verb.lemma == "enter":
            outer = replace(outer, up_to_now=True)
        cues = (*outer.cues, verb.index) if effect is Effect.OCCURS else (verb.index,)
        if verb.lemma == "be" and effect is Effect.ONGOING and outer.standing is Standing.DENIED:
            return outer  # "are not under way"
        return ClauseStatus(
            standing=under(outer, effect),
            tense=outer.tense,
            cues=cues,
            passive=outer.passive,
            lasting=outer.lasting,
        )

    def reduced(self, token: Token, participle: Token, steps: int) -> ClauseStatus:
        """ "Talks planned for Monday were called off", where the parser took the participle for the verb of a clause."""
        outer = self.argument(token._replace(dep=participle.dep), self.head(participle), steps + 1)
        effect = governing_effect(self.document, participle.index)
        if effect is None or outer.standing not in (Standing.ACTUAL, Standing.ONGOING) or outer.asserted:
            return outer
        return replace(outer, standing=compose(Standing.ACTUAL, effect), cues=(participle.index,))

    def subject_effect(self, verb: Token, effect: Effect | None) -> Effect | None:
        """An event as the active subject: only verbs of happening and going on speak of its reality.

        "The talks ended" and "failed to resume" do; "ended the dispute" and "failed to produce a deal" take it for
        granted.
        """
        if verb.lemma == "enter" and any(t.lemma in words("span") for t in self.kids(verb, "dobj")):
            return Effect.ONGOING
        if any(t.lower not in ("place", "part") for t in self.kids(verb, "dobj")):
            return None
        if verb.lemma in words("looming"):
            return Effect.PLANNED
        if effect in (Effect.OCCURS, Effect.ONGOING, Effect.ENDED, Effect.CANCELLED):
            return effect
        below = [t for t in self.kids(verb, "xcomp") if t.tag == "VB"]
        if effect is Effect.REFUSED:
            happens = [t for t in below if governing_effect(self.document, t.index) in (Effect.OCCURS, Effect.ONGOING)]
            return (
                effect
                if happens and not any(True for t in happens for _ in self.kids(t, "dobj") if _.lower != "place")
                else None
            )
        return effect if below and effect is not Effect.PROPOSED else None

    def be_effect(self, verb: Token, noun: Token) -> Effect | None:
        """ "The talks are possible", "the meeting is under way", "there were talks", "it was their first meeting"."""
        for child in self.kids(verb, "acomp", "prep", "advmod", "attr", "xcomp"):
            if child.dep == "xcomp" and any(t.lower == "to" for t in self.kids(child, "aux")):
                return Effect.PLANNED
            if child.index != noun.index and (effect := predicate_effect(self.document, child.index)) is not None:
                before = self.document.tokens[child.index - 1]
                apart = before.lower == "not" and before.head != verb.index  # "was “not on the agenda”"
                return Effect.REFUSED if apart else effect
            if child.lower == "on" and not self.kids(child):
                return Effect.PLANNED
        if self.kids(verb, "expl"):
            return Effect.OCCURS
        return None
