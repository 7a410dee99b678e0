"""Event nouns: their modifiers, and the verb, preposition or noun above them, say how real their event is."""

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

NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
"""Functions of a noun: "talks" and "visits" that stand in one are nouns that the tagger took for verbs."""


class Climb(ModifierClimb):
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
