"""Clauses inside other clauses and beside each other: what denying, doubting, wishing and conditions do to them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

from briefbook import lexicons
from briefbook.analysis.clause_status import ClauseStatus, Tense
from briefbook.analysis.document import AnalysedDocument, Token
from briefbook.analysis.governors import Effect, Standing, compose, governing_effect
from briefbook.model import BlockKind

MAX_STEPS = 12  # governors followed upwards before we stop asking: deeper chains are parse errors, not sentences


def words(*entries: str) -> frozenset[str]:
    """The words of these entries of `clause_words.yaml`, in lower case."""
    return lexicons.words("clause_words", *entries)


class OuterClimb(ABC):
    """The upward reading of one parse, from one finite clause to those around it."""

    def __init__(self, document: AnalysedDocument) -> None:
        self.document = document

    @abstractmethod
    def event(self, index: int, steps: int) -> ClauseStatus:
        """A verb or a noun, whatever the token is."""

    @abstractmethod
    def after_preposition(self, token: Token, preposition: Token, steps: int) -> ClauseStatus:
        """An event noun or gerund after a preposition."""

    def kids(self, token: Token, *labels: str) -> list[Token]:
        """What a token governs: all, or by one of these dependency labels."""
        return self.document.dependents(token.index, *labels)

    def head(self, token: Token) -> Token:
        """The governing token; a root governs itself."""
        return self.document.tokens[token.head]

    def negative(self, token: Token) -> bool:
        """Is the verb negated, by itself or by its subject ("no meeting took place")?"""
        if any(not self.followed_by_only(t) for t in self.kids(token, "neg")):
            return True
        if any(t.lower == "neither" for t in self.kids(token, "preconj", "advmod", "cc")):
            return True
        if token.dep == "conj" and any(t.lower == "nor" for t in self.kids(self.head(token), "cc")):
            return True
        if any(t.lower == "longer" and self.kids(t, "neg") for t in self.kids(token, "advmod")):
            return True
        return any(
            t.lower in words("negation")
            for s in self.kids(token, "nsubj", "nsubjpass")
            for t in (s, *self.kids(s, "det"))
        )

    def followed_by_only(self, token: Token) -> bool:
        """Is it the "not" of "not only"?"""
        after = self.document.tokens[token.index + 1 : token.index + 2]
        return bool(after) and after[0].lower in words("no-negation")

    def negated(self, token: Token, status: ClauseStatus) -> ClauseStatus:
        """The status of a non-finite verb, denied when it carries a negation ("agreed not to meet")."""
        return replace(status, standing=Standing.DENIED) if self.negative(token) else status

    def mark(self, token: Token) -> str:
        """The subordinating word of a clause ("if", "after"), lower case, or ""."""
        return next(
            (
                t.lower
                for t in self.kids(token)
                if t.dep in ("mark", "advmod")
                and t.index < token.index
                and (t.tag in ("IN", "WRB") or t.lower == "once")
            ),
            "",
        )

    def inverted(self, token: Token) -> bool:
        """ "Had they met, ...", "Should they meet, ...": a condition told by the verb's coming first."""
        first = self.document.tokens[self.document.subtree(token.index)[0]]
        subjects = any(t.index > first.index for t in self.kids(token, "nsubj", "nsubjpass"))
        return subjects and first.head == token.index and first.lower in words("condition-by-order")

    def question(self, token: Token) -> bool:
        """Does the sentence end in a question mark, outside any quotation that follows?"""
        sentence = self.document.sentences[token.sentence]
        return any(t.text == "?" for t in self.document.tokens[max(sentence.first, sentence.last - 2) : sentence.last])

    def outer(self, token: Token, inner: ClauseStatus, steps: int) -> ClauseStatus:
        """A finite clause inside another: only denying, doubting, wishing and conditions reach into it."""
        mark = self.mark(token)
        if token.dep in ("advcl", "ccomp", "ROOT") and (mark in words("condition") or self.inverted(token)):
            return replace(inner, standing=Standing.HYPOTHETICAL)
        if token.dep in ("advcl", "relcl") and mark in words("clause-to-come") and self.to_come(token, inner, steps):
            return replace(inner, standing=Standing.PLANNED, asserted=False)
        if (cancelled := self.cancelled_beside(token, inner)) is not None:
            return cancelled
        if self.goes_on_beside(token):
            inner = replace(inner, standing=Standing.ONGOING, tense=Tense.PRESENT)
        if token.dep == "relcl" and self.head(token).lemma in words("claim") and self.is_untrue(self.head(token)):
            return replace(inner, standing=Standing.DENIED)  # a that-clause read as a relative one
        if token.dep in ("ccomp", "acl") and steps < MAX_STEPS:
            return self.reported(token, inner, steps)
        if (
            token.dep == "relcl"
            and "where" in (mark, *(self.mark(t) for t in self.kids(token, "xcomp")))
            and (inner.standing is Standing.PLANNED or token.lemma == "be")
            and (verb := self.cancelling(token)) is not None
        ):
            return replace(inner, standing=Standing.CANCELLED, cues=(verb,))
        return inner

    def to_come(self, token: Token, inner: ClauseStatus, steps: int) -> bool:
        """ "Will vote once they have met", "before they meet": not yet; but a headline's "after they meet" is over."""
        if inner.standing not in (Standing.ACTUAL, Standing.ONGOING):
            return False
        if inner.tense is Tense.PRESENT:
            headline = self.document.article.blocks[token.block].kind is BlockKind.HEADLINE
            return not (headline and self.mark(token) in words("over-in-headlines"))
        ahead = steps < MAX_STEPS and self.event(token.head, steps + 1).tense is Tense.FUTURE
        return inner.up_to_now and ahead

    def cancelled_beside(self, token: Token, inner: ClauseStatus) -> ClauseStatus | None:
        """A coordinate predicate that calls it off: "was to take place but was cancelled"."""
        beside = [
            *self.kids(token, "conj"),
            *(c for x in self.kids(token, "xcomp") for c in self.kids(x, "conj") if c.tag != "VB"),
        ]
        for other in beside:
            own = [t for t in self.kids(other, "nsubj", "nsubjpass") if t.pos != "PRON"]
            failed = self.negative(other) and governing_effect(self.document, other.index) is Effect.OCCURS
            placed = any(t.lower == "place" for t in self.kids(other, "dobj")) or other.lemma in (
                "happen",
                "materialize",
            )
            if not own and failed and placed and inner.standing in (Standing.PLANNED, Standing.ACTUAL):
                return replace(inner, standing=Standing.CANCELLED, cues=(other.index,))
            if (
                not own
                and governing_effect(self.document, other.index) is Effect.CANCELLED
                and not self.negative(other)
            ):
                if self.kids(other, "dobj"):
                    continue
                return replace(inner, standing=Standing.CANCELLED, cues=(other.index,))
        return None

    def overtaken(self, plan: Token, event: Token) -> bool:
        """ "Was due to meet him but fell ill", "were to meet until a row broke out": the plan came to nothing."""
        verb = plan if plan.pos in ("VERB", "AUX") else self.head(plan)
        for other in (*self.kids(verb, "advcl", "conj"), *self.kids(event, "advcl")):
            past = other.tag == "VBD" or any(t.tag == "VBD" for t in self.kids(other, "aux", "auxpass"))
            if past and other.dep == "advcl" and self.mark(other) in ("until", "till"):
                return True
            but = any(t.lower == "but" for t in self.kids(verb, "cc"))
            told = {other.lemma, *(t.lemma for t in self.kids(other, "acomp", "advmod", "neg", "oprd", "prt", "xcomp"))}
            if past and but and other.dep == "conj" and told & words("hindrance"):
                return True
        return False

    def goes_on_beside(self, token: Token) -> bool:
        """A coordinate predicate that says it still goes on: "resumed on Monday and are continuing"."""
        for other in self.kids(token, "conj"):
            if (
                other.pos in ("VERB", "AUX")
                and governing_effect(self.document, other.index) is Effect.ONGOING
                and (other.tag in ("VBZ", "VBP") or any(t.tag in ("VBZ", "VBP") for t in self.kids(other, "aux")))
                and not self.kids(other, "nsubj", "nsubjpass", "dobj")
                and not self.negative(other)
            ):
                return True
        return False

    def cancelling(self, clause: Token) -> int | None:
        """The verb that calls off the journey to where it was to be: "cancelled his trip to Rome, where he was to meet"."""
        for up in self.document.ancestors(clause.head):
            if up.pos in ("VERB", "AUX"):
                effect = governing_effect(self.document, up.index)
                return up.index if effect is Effect.CANCELLED and not self.negative(up) else None
        return None

    def reported(self, token: Token, inner: ClauseStatus, steps: int) -> ClauseStatus:
        """A finite complement: "denied that they met", "proposed that they meet", "said they met"."""
        head = self.head(token)
        if head.lemma == "be":
            return replace(inner, standing=Standing.DENIED) if self.untrue(head) else inner
        if any(t.lower in words("wrongly") for t in self.kids(head, "advmod")):
            return replace(inner, standing=Standing.DENIED)
        claimed = token.dep == "acl" or (head.pos == "NOUN" and head.lemma in words("claim"))
        if claimed:
            if head.lemma in words("claim") and self.is_untrue(head):
                return replace(inner, standing=Standing.DENIED)
            if head.lemma not in words("claim") or self.head(head).pos != "VERB":
                return inner
            head = self.head(head)
        effect = governing_effect(self.document, head.index, reporting=not claimed)
        if (
            effect in (Effect.REFUSED, Effect.HYPOTHETICAL)
            or effect is Effect.PROPOSED
            and not claimed
            and not self.insisted(head, inner)
        ):
            if inner.standing in (Standing.ACTUAL, Standing.ONGOING, Standing.PLANNED):
                governor = self.event(head.index, steps + 1)
                return ClauseStatus(standing=compose(governor.standing, effect), tense=inner.tense, cues=(head.index,))
        return inner

    def insisted(self, verb: Token, inner: ClauseStatus) -> bool:
        """A proposal told as a fact: "insisted that it would go ahead", "suggested that they had met"."""
        future = any(self.document.tokens[i].lower in ("will", "would", "'ll") for i in inner.cues)
        return inner.tense is Tense.PAST or (verb.lemma in words("insist") and future)

    def is_untrue(self, claim: Token) -> bool:
        """ "Reports of talks are false": is the claim the subject of such a sentence?"""
        verb = self.head(claim)
        return claim.dep == "nsubj" and verb.lemma == "be" and self.untrue(verb)

    def untrue(self, verb: Token) -> bool:
        """ "It is not true that ...", "it is untrue that ..."."""
        for word in self.kids(verb, "acomp", "attr"):
            if word.lower in words("untrue") or (word.lower in words("true") and self.negative(verb)):
                return True
        return False
