"""Verbs: their own finite form, else the word that governs them, says how real their event is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace

from briefbook.analysis.clause_status import ClauseStatus, Tense, bare_present, plain, presupposed, under
from briefbook.analysis.document import AnalysedDocument, Token
from briefbook.analysis.governors import Effect, Standing, compose, governing_effect, noun_effect, predicate_effect
from briefbook.model import BlockKind

MAX_STEPS = 12  # governors followed upwards before we stop asking: deeper chains are parse errors, not sentences

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
FUTURE = frozenset({"will", "wo", "'ll", "’ll", "shall"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "should"})
NEGATIONS = frozenset({"no", "neither", "none", "nobody", "never", "without", "nor"})
CLAIMS = frozenset({"claim", "report", "allegation", "rumor", "rumour", "suggestion", "accusation"})


class VerbClimb(ABC):
    """The upward reading of one parse, as far as verbs go."""

    def __init__(self, document: AnalysedDocument) -> None:
        self.document = document

    @abstractmethod
    def event(self, index: int, steps: int) -> ClauseStatus:
        """A verb or a noun, whatever the token is."""

    @abstractmethod
    def after_preposition(self, token: Token, preposition: Token, steps: int) -> ClauseStatus:
        """An event noun or gerund after a preposition."""

    def kids(self, token: Token, *labels: str) -> Iterator[Token]:
        """Children, of the dependency labels given if any."""
        for child in self.document.children[token.index]:
            found = self.document.tokens[child]
            if not labels or found.dep in labels:
                yield found

    def head(self, token: Token) -> Token:
        """The governing token; a root governs itself."""
        return self.document.tokens[token.head]

    def verb(self, token: Token, steps: int) -> ClauseStatus:
        """A verb: its own finite form decides, else the word that governs it."""
        helpers = list(self.kids(token, "aux", "auxpass"))
        subjects = any(True for _ in self.kids(token, "nsubj", "nsubjpass"))
        if (
            token.dep == "conj"
            and not helpers
            and not subjects
            and self.head(token).pos in ("VERB", "AUX")
            and token.tag not in ("VBD", "VBZ")
        ):
            return self.negated(token, self.verb(self.head(token), steps + 1))
        if token.tag in FINITE or any(t.tag in FINITE for t in helpers) or bare_present(self.document, token):
            return self.outer(token, self.finite(token, helpers), steps)
        return self.negated(token, self.nonfinite(token, helpers, steps))

    def negative(self, token: Token) -> bool:
        """Is the verb negated, by itself or by its subject ("no meeting took place")?"""
        if any(not self.followed_by_only(t) for t in self.kids(token, "neg")):
            return True
        if any(t.lower == "longer" and any(True for _ in self.kids(t, "neg")) for t in self.kids(token, "advmod")):
            return True
        return any(
            t.lower in NEGATIONS for s in self.kids(token, "nsubj", "nsubjpass") for t in (s, *self.kids(s, "det"))
        )

    def followed_by_only(self, token: Token) -> bool:
        """Is it the "not" of "not only"?"""
        after = self.document.tokens[token.index + 1 : token.index + 2]
        return bool(after) and after[0].lower in ("only", "just", "merely")

    def negated(self, token: Token, status: ClauseStatus) -> ClauseStatus:
        """The status of a non-finite verb, denied when it carries a negation ("agreed not to meet")."""
        return replace(status, standing=Standing.DENIED) if self.negative(token) else status

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
        standing = Standing.ONGOING if progressive and first.tag != "VBD" else Standing.ACTUAL
        if negative or any(
            t.lower == "yet" for t in self.kids(token, "advmod") if any(h.lower == "to" for h in helpers)
        ):
            standing = Standing.DENIED
        if self.question(token):
            standing = Standing.HYPOTHETICAL
        return ClauseStatus(
            standing=standing, tense=Tense.PAST if past else Tense.PRESENT, cues=(first.index,), passive=passive
        )

    def only_until(self, token: Token) -> bool:
        """ "is not expected to resume until May": it is, only later."""
        last = self.document.subtree(token.index)[1]
        return any(t.lower in ("until", "till") for t in self.document.tokens[token.index : last])

    def modal(self, token: Token, modal: Token, perfect: bool, negative: bool) -> Standing:
        """What a modal verb does: "will" plans, "may" makes possible, "could not" denies."""
        word = modal.lower
        conditional = any(self.mark(t) in CONDITIONS for t in self.kids(token, "advcl"))
        if word in FUTURE or (word in ("would", "'d", "’d") and not perfect):
            if self.question(token):
                return Standing.HYPOTHETICAL
            if negative:
                return Standing.DENIED
            return Standing.PROPOSED if conditional else Standing.PLANNED
        if perfect:
            return Standing.HYPOTHETICAL
        if negative:
            return Standing.DENIED if word in ("can", "ca", "could", "must") else Standing.HYPOTHETICAL
        return Standing.HYPOTHETICAL if self.question(token) else Standing.PROPOSED

    def mark(self, token: Token) -> str:
        """The subordinating word of a clause ("if", "after"), lower case, or ""."""
        return next(
            (
                t.lower
                for t in self.kids(token)
                if t.dep in ("mark", "advmod") and t.index < token.index and t.tag in ("IN", "WRB")
            ),
            "",
        )

    def inverted(self, token: Token) -> bool:
        """ "Had they met, ...", "Should they meet, ...": a condition told by the verb's coming first."""
        first = self.document.tokens[self.document.subtree(token.index)[0]]
        subjects = any(t.index > first.index for t in self.kids(token, "nsubj", "nsubjpass"))
        return subjects and first.head == token.index and first.lower in ("had", "should", "were")

    def question(self, token: Token) -> bool:
        """Does the sentence end in a question mark, outside any quotation that follows?"""
        sentence = self.document.sentences[token.sentence]
        return any(t.text == "?" for t in self.document.tokens[max(sentence.first, sentence.last - 2) : sentence.last])

    def outer(self, token: Token, inner: ClauseStatus, steps: int) -> ClauseStatus:
        """A finite clause inside another: only denying, doubting, wishing and conditions reach into it."""
        mark = self.mark(token)
        if token.dep in ("advcl", "ccomp") and (mark in CONDITIONS or self.inverted(token)):
            return replace(inner, standing=Standing.HYPOTHETICAL)
        if (cancelled := self.cancelled_beside(token, inner)) is not None:
            return cancelled
        if token.dep in ("ccomp", "acl") and steps < MAX_STEPS:
            return self.reported(token, inner, steps)
        if (
            token.dep == "relcl"
            and mark == "where"
            and (inner.standing is Standing.PLANNED or token.lemma == "be")
            and (verb := self.cancelling(token)) is not None
        ):
            return replace(inner, standing=Standing.CANCELLED, cues=(verb,))
        return inner

    def cancelled_beside(self, token: Token, inner: ClauseStatus) -> ClauseStatus | None:
        """A coordinate predicate that calls it off: "was to take place but was cancelled"."""
        beside = [
            *self.kids(token, "conj"),
            *(c for x in self.kids(token, "xcomp") for c in self.kids(x, "conj") if c.tag != "VB"),
        ]
        for other in beside:
            own = [t for t in self.kids(other, "nsubj", "nsubjpass") if t.pos != "PRON"]
            if (
                not own
                and governing_effect(self.document, other.index) is Effect.CANCELLED
                and not self.negative(other)
            ):
                if any(True for _ in self.kids(other, "dobj")):
                    continue
                return replace(inner, standing=Standing.CANCELLED, cues=(other.index,))
        return None

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
        if token.dep == "acl":
            if head.lemma not in CLAIMS or self.head(head).pos != "VERB":
                return inner
            head = self.head(head)
        effect = governing_effect(self.document, head.index, reporting=True)
        if effect in (Effect.REFUSED, Effect.HYPOTHETICAL) or (
            effect is Effect.PROPOSED and inner.tense is not Tense.PAST
        ):
            if inner.standing in (Standing.ACTUAL, Standing.ONGOING, Standing.PLANNED):
                governor = self.event(head.index, steps + 1)
                return ClauseStatus(standing=compose(governor.standing, effect), tense=inner.tense, cues=(head.index,))
        return inner

    def nonfinite(self, token: Token, helpers: list[Token], steps: int) -> ClauseStatus:
        """An infinitive, gerund or participle: the governing word decides."""
        head = self.head(token)
        infinitive = any(t.lower == "to" for t in helpers)
        if token.dep == "ROOT" or head.index == token.index:
            return self.rootless(token, infinitive)
        if token.dep == "conj":
            return self.beside_verb(token, head, infinitive, steps)
        if token.dep in ("pcomp", "pobj") or head.pos == "ADP":
            return self.after_preposition(token, head, steps)
        if head.pos in ("NOUN", "PROPN", "PRON"):
            return self.beside_noun(token, head, infinitive, steps)
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

    def beside_verb(self, token: Token, head: Token, infinitive: bool, steps: int) -> ClauseStatus:
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
        headline = self.document.article.blocks[token.block].kind is BlockKind.HEADLINE
        standing = Standing.ONGOING if token.tag == "VBG" and not headline else Standing.ACTUAL
        return ClauseStatus(standing=standing, asserted=token.tag != "VBN", tense=Tense.NONE)

    def beside_noun(self, token: Token, head: Token, infinitive: bool, steps: int) -> ClauseStatus:
        """A verb that modifies a noun: "plans to meet", "officials meeting in Oslo", "the first leader to meet her"."""
        if infinitive:
            effect = noun_effect(self.document, head.index)
            outer = self.event(head.index, steps + 1)
            if effect is not None and effect is not Effect.OCCURS:
                return ClauseStatus(standing=compose(plain(outer), effect), tense=outer.tense, cues=(head.index,))
            ordinal = any(
                t.lower in ("first", "last", "latest", "only", "second", "third") for t in self.kids(head, "amod")
            )
            return replace(outer, standing=plain(outer) if ordinal else Standing.PLANNED)
        return presupposed(self.event(head.index, steps + 1))

    def complement(self, token: Token, head: Token, infinitive: bool, steps: int) -> ClauseStatus:
        """A verb governed by a verb or adjective: "plans to meet", "flew in to meet", "said meeting him"."""
        outer = self.event(head.index, steps + 1)
        if head.lemma == "have" and infinitive and any(t.lower == "yet" for t in self.kids(head, "advmod")):
            return replace(outer, standing=Standing.DENIED)
        if head.lemma == "be" and infinitive:
            adjective = next((t for t in self.kids(head, "acomp", "attr")), None)
            effect = predicate_effect(self.document, adjective.index) if adjective else Effect.PLANNED
        elif head.lemma == "go" and head.tag == "VBG" and infinitive:
            effect = Effect.PLANNED
        else:
            called = next(
                (t.lower for t in self.kids(head, "prep") if t.lower in ("on", "upon") and t.index < token.index), None
            )
            effect = governing_effect(self.document, head.index, called)
        if effect is None:
            effect = Effect.OCCURS if not infinitive else Effect.PLANNED
        if token.dep == "advcl" and not infinitive:
            return presupposed(outer) if token.tag in ("VBG", "VBN") else outer
        cues = outer.cues if effect in (Effect.OCCURS, Effect.ONGOING, Effect.ENDED) else (head.index,)
        return ClauseStatus(standing=under(outer, effect), tense=outer.tense, cues=cues)
