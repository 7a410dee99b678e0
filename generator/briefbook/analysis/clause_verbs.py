"""Verbs: their own finite form, else the word that governs them, says how real their event is."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis.clause_outer import OuterClimb, words
from briefbook.analysis.clause_status import ClauseStatus, Tense, bare_present, plain, presupposed, under
from briefbook.analysis.document import Token
from briefbook.analysis.governors import Effect, Standing, compose, governing_effect, noun_effect, predicate_effect
from briefbook.analysis.verb_forms import FINITE
from briefbook.model import BlockKind

OPENING = frozenset("“\"‘'`")


class VerbClimb(OuterClimb):
    """The upward reading of one parse, as far as verbs go."""

    def verb(self, token: Token, steps: int) -> ClauseStatus:
        """A verb: its own finite form decides, else the word that governs it."""
        helpers = list(self.kids(token, "aux", "auxpass"))
        subjects = bool(self.kids(token, "nsubj", "nsubjpass"))
        if (
            token.dep == "conj"
            and not helpers
            and not subjects
            and self.head(token).pos in ("VERB", "AUX")
            and token.tag not in ("VBD", "VBZ")
        ):
            return self.negated(token, self.verb(self.head(token), steps + 1))
        if token.tag == "VBN" and not helpers and self.kids(token, "nsubj"):
            token = token._replace(tag="VBD")  # "that the union negotiated with Peru", mistaken for a participle
        participle = token.dep == "acl" and token.tag in ("VBD", "VBN") and not helpers and not subjects
        if participle and (claimed := self.claimed(token, self.head(token), steps)) is not None:
            return claimed
        if token.tag in FINITE or any(t.tag in FINITE for t in helpers) or bare_present(self.document, token):
            return self.outer(token, self.finite(token, helpers), steps)
        return self.negated(token, self.nonfinite(token, helpers, steps))

    def finite(self, token: Token, helpers: list[Token]) -> ClauseStatus:
        """The clause's own verb group, read alone."""
        modal = next((t for t in helpers if t.tag == "MD"), None)
        perfect = any(t.lemma == "have" for t in helpers)
        passive = any(t.dep == "auxpass" for t in helpers)
        negative = self.negative(token) and not self.only_until(token)
        if modal is not None:
            return ClauseStatus(
                standing=self.modal(token, modal, perfect, negative),
                tense=Tense.FUTURE,
                cues=(modal.index,),
                passive=passive,
            )
        first = next((t for t in helpers if t.tag in FINITE), token)
        past = first.tag == "VBD" or perfect
        progressive = token.tag == "VBG"
        lasting = progressive and first.tag == "VBD"
        still = lasting and any(t.lower == "still" for t in self.kids(token, "advmod"))
        standing = Standing.ONGOING if progressive and (still or not lasting) else Standing.ACTUAL
        if negative or any(
            t.lower == "yet" for t in self.kids(token, "advmod") if any(h.lower == "to" for h in helpers)
        ):
            standing = Standing.DENIED
        if self.question(token):
            standing = Standing.HYPOTHETICAL
        return ClauseStatus(
            standing=standing,
            tense=Tense.PAST if past else Tense.PRESENT,
            cues=(first.index,),
            passive=passive,
            lasting=lasting,
            up_to_now=perfect and first.tag in ("VBZ", "VBP"),
        )

    def only_until(self, token: Token) -> bool:
        """ "is not expected to resume until May": it is, only later."""
        last = self.document.subtree(token.index)[1]
        return any(t.lower in ("until", "till") for t in self.document.tokens[token.index : last])

    def modal(self, token: Token, modal: Token, perfect: bool, negative: bool) -> Standing:
        """What a modal verb does: "will" plans, "may" makes possible, "could not" denies."""
        word = modal.lower
        conditional = any(self.mark(t) in words("condition") for t in self.kids(token, "advcl"))
        if word in words("will") or (word in words("would") and not perfect):
            if self.question(token):
                return Standing.HYPOTHETICAL
            if negative:
                return Standing.DENIED
            return Standing.PROPOSED if conditional else Standing.PLANNED
        if perfect:
            return Standing.HYPOTHETICAL
        if negative:
            return Standing.DENIED if word in words("denied-possibility") else Standing.HYPOTHETICAL
        return Standing.HYPOTHETICAL if self.question(token) else Standing.PROPOSED

    def nonfinite(self, token: Token, helpers: list[Token], steps: int) -> ClauseStatus:
        """An infinitive, gerund or participle: the governing word decides."""
        head = self.head(token)
        bare = token.tag == "VB" and token.index and self.document.tokens[token.index - 1].lower == "to"
        infinitive = bool(bare) or any(t.lower == "to" for t in helpers)
        if not infinitive and self.imperative(token, helpers):
            return ClauseStatus(standing=Standing.HYPOTHETICAL, cues=(token.index,))
        if token.dep == "ROOT" or head.index == token.index:
            return self.rootless(token, infinitive)
        if token.dep == "conj":
            return self.beside_verb(head, infinitive, steps)
        if token.dep in ("pcomp", "pobj") or head.pos == "ADP":
            return self.after_preposition(token, head, steps)
        if token.dep == "acl" and token.tag == "VBG" and head.entity in ("DATE", "TIME"):
            return self.beside_day(token, head, steps)
        if head.pos in ("NOUN", "PROPN", "PRON"):
            return self.beside_noun(head, infinitive, steps)
        if token.dep in (
            "xcomp",
            "ccomp",
            "advcl",
            "dobj",
            "acomp",
            "oprd",
            "dep",
            "prep",
            "acl",
            "nsubj",
            "csubj",
            "relcl",
        ):
            return self.complement(token, head, infinitive, steps)
        return replace(self.event(head.index, steps + 1), asserted=False)

    def heads_a_section(self, token: Token) -> bool:
        """A paragraph of one short sentence without a full stop."""
        sentence = self.document.sentences[token.sentence]
        alone = len(self.document.block_sentences[sentence.block]) == 1
        return alone and sentence.last - sentence.first < 9 and self.document.tokens[sentence.last - 1].pos != "PUNCT"

    def imperative(self, token: Token, helpers: list[Token]) -> bool:
        """ "Call me on Sunday", "“Meet the farmers,” he wrote": a base form that begins what is said.

        "“Negotiating with Peru,” he said" tells no more of what is real.
        """
        if (
            token.tag not in ("VB", "VBG")
            or helpers
            or token.dep not in ("ROOT", "ccomp", "xcomp", "advcl", "parataxis")
        ):
            return False
        if self.kids(token, "nsubj", "nsubjpass"):
            return False
        sentence = self.document.sentences[token.sentence]
        before = self.document.tokens[token.index - 1] if token.index > sentence.first else None
        quoted = before is not None and before.text in OPENING
        if token.tag == "VBG":
            return quoted and token.dep == "ccomp"
        if before is None:
            return token.dep != "xcomp"
        return quoted or before.lower in words("opens-imperative")

    def beside_verb(self, head: Token, infinitive: bool, steps: int) -> ClauseStatus:
        """A coordinate verb; an infinitive is taken back to the infinitive it is parallel to ("to cease ... and to renew")."""
        while (
            infinitive
            and head.dep in ("xcomp", "conj", "pcomp")
            and not any(t.lower == "to" for t in self.kids(head, "aux"))
        ):
            head = self.head(head)
        return self.event(head.index, steps + 1)

    def rootless(self, token: Token, infinitive: bool) -> ClauseStatus:
        """A sentence without a finite verb: in headlines "X to meet Y" is the future."""
        if infinitive:
            cue = next(t.index for t in self.kids(token, "aux") if t.lower == "to")
            return ClauseStatus(standing=Standing.PLANNED, tense=Tense.FUTURE, cues=(cue,))
        title = self.document.article.blocks[token.block].kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
        title = title or self.heads_a_section(token)
        if title and token.tag == "VBG" and not self.kids(token, "nsubj"):
            return ClauseStatus(standing=Standing.HYPOTHETICAL)  # "Meeting with Lunde": it does not say when
        standing = Standing.ONGOING if token.tag == "VBG" and not title else Standing.ACTUAL
        return ClauseStatus(standing=standing, asserted=token.tag != "VBN", tense=Tense.NONE)

    def beside_day(self, token: Token, day: Token, steps: int) -> ClauseStatus:
        """A participle that the parser hung on a day: "has been in Lima since Monday negotiating"."""
        verb = next((up for up in self.document.ancestors(day.index) if up.pos in ("VERB", "AUX")), None)
        return self.complement(token._replace(dep="advcl"), verb or day, False, steps)

    def beside_noun(self, head: Token, infinitive: bool, steps: int) -> ClauseStatus:
        """A verb that modifies a noun: "plans to meet", "officials meeting in Oslo", "the first leader to meet her"."""
        if infinitive:
            effect = noun_effect(self.document, head.index)
            verb = self.head(head)
            if head.lemma in words("occasion") and head.dep == "dobj" and verb.lemma in words("seizing"):
                return self.event(verb.index, steps + 1)  # "found time to meet"
            outer = self.event(head.index, steps + 1)
            if effect is not None and effect is not Effect.OCCURS:
                return ClauseStatus(standing=compose(plain(outer), effect), tense=outer.tense, cues=(head.index,))
            ordinal = any(t.lower in words("ordinal") for t in self.kids(head, "amod"))
            told = ordinal or plain(outer) is Standing.DENIED  # "the first to meet", "sees no reason to meet"
            return replace(outer, standing=plain(outer) if told else Standing.PLANNED)
        return presupposed(self.event(head.index, steps + 1))

    def unfulfilled(self, token: Token, head: Token) -> bool:
        """ "Was to have met", "had been due to have met": the perfect says that what was planned did not come about."""
        perfect = token.tag == "VBN" and any(t.lower == "have" for t in self.kids(token, "aux"))
        return perfect and head.lemma not in words("agreed")

    def claimed(self, token: Token, subject: Token, steps: int) -> ClauseStatus | None:
        """ "That the mayor negotiated", where the parser took the verb for a participle of its subject."""
        verb = self.head(subject)
        if (
            subject.dep == "nsubj"
            and verb.lemma == "be"
            and self.head(verb).lemma in words("claim")
            and self.untrue(verb)
        ):
            return ClauseStatus(standing=Standing.DENIED, tense=Tense.PAST, cues=(verb.index,))
        if not any(t.lower == "that" for t in self.kids(subject, "det", "mark")):
            return None
        told = ClauseStatus(standing=Standing.ACTUAL, tense=Tense.PAST, cues=(token.index,))
        found = self.outer(token._replace(dep="ccomp", head=subject.head), told, steps)
        return found if found is not told else None

    def complement(self, token: Token, head: Token, infinitive: bool, steps: int) -> ClauseStatus:
        """A verb governed by a verb or adjective: "plans to meet", "flew in to meet", "said meeting him"."""
        outer = self.event(head.index, steps + 1)
        if head.lemma in ("have", "be") and infinitive and any(t.lower == "yet" for t in self.kids(head, "advmod")):
            return replace(outer, standing=Standing.DENIED)
        if head.lemma == "be" and infinitive:
            adjective = next((t for t in self.kids(head, "acomp", "attr")), None)
            effect = predicate_effect(self.document, adjective.index) if adjective else Effect.PLANNED
        elif infinitive and (
            (head.lemma == "go" and head.tag == "VBG") or (head.lemma == "have" and head.tag in ("VBP", "VBZ"))
        ):
            effect = Effect.PLANNED  # "is going to meet", "has to meet"
        else:
            called = next(
                (t.lower for t in self.kids(head, "prep") if t.lower in ("on", "upon") and t.index < token.index), None
            )
            effect = governing_effect(self.document, head.index, called)
        if infinitive and any(t.lower == "too" for t in self.kids(head, "advmod")):
            effect = Effect.REFUSED  # "is too ill to meet"
        if effect is None and infinitive and outer.tense is Tense.FUTURE and head.dep == "acomp":
            effect = Effect.PROPOSED  # "would be happy to meet"
        if effect is None:
            done = not infinitive or any(t.lower == "have" for t in self.kids(token, "aux"))
            effect = Effect.OCCURS if done else Effect.PLANNED  # "claims to have met him" tells what was
        had = any(t.lower == "had" for t in self.kids(head, "aux")) and any(
            t.lower != "never" for t in self.kids(head, "neg")
        )
        if infinitive and effect is Effect.PLANNED and outer.standing is Standing.DENIED and had and not outer.passive:
            return replace(outer, standing=Standing.HYPOTHETICAL)  # "had not planned to meet": met or not
        past_plan = infinitive and effect is Effect.PLANNED and outer.tense is Tense.PAST
        if past_plan and (self.unfulfilled(token, head) or self.overtaken(head, token)):
            effect = Effect.CANCELLED
        if token.dep == "nsubj" and token.tag == "VBG" and self.kids(token, "nsubj"):
            return presupposed(outer)  # "Ministers meeting in Lima agreed to ..."
        if token.dep == "advcl" and not infinitive:
            if self.mark(token) == "than" and any(t.lower in ("rather", "sooner") for t in self.kids(head, "advmod")):
                return replace(outer, standing=Standing.DENIED)  # "would rather resign than meet"
            if head.lemma == "be" and token.tag == "VBG" and outer.standing is Standing.ACTUAL:
                going_on = outer.up_to_now or outer.tense is Tense.PRESENT
                return replace(outer, standing=Standing.ONGOING) if going_on else presupposed(outer)
            return presupposed(outer) if token.tag in ("VBG", "VBN") else outer
        cues = outer.cues if effect in (Effect.OCCURS, Effect.ONGOING, Effect.ENDED) else (head.index,)
        return ClauseStatus(standing=under(outer, effect), tense=outer.tense, cues=cues, lasting=outer.lasting)
