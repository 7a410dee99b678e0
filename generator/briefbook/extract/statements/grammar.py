"""What the parse says around a verb: its subject, whether it is asserted, which particles and objects it has."""

from __future__ import annotations

from collections.abc import Mapping

from briefbook.analysis import AnalysedDocument, References, Token
from briefbook.analysis.quotes import Quote
from briefbook.extract.statements.lexicon import speech

SUBJECTS = frozenset({"nsubj", "csubj"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
MODALS = frozenset(
    {"will", "would", "could", "may", "might", "should", "can", "must", "shall", "'ll", "’ll", "wo", "ca", "'d", "’d"}
)
NEGATIONS = frozenset({"neg"})
HYPOTHETICAL = frozenset({"if", "unless", "whether", "until"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
BODIES = frozenset({"ORG", "GPE", "FAC", "LOC"})
NEAR = 9
"""Tokens within which "by" may follow a participle."""


class Clause:
    """Questions about the verbs of one document."""

    def __init__(self, document: AnalysedDocument) -> None:
        self.document = document
        self.tokens = document.tokens
        self.kids = document.dependents

    def subject(self, index: int, depth: int = 0) -> int | None:
        """The head token of whoever does what the verb says, through coordination, participles and relative clauses."""
        token = self.tokens[index]
        own = [t for t in self.kids(index, "nsubj", "csubj") if t.pos != "VERB" and t.text not in '“”"']
        if own:
            ahead = [t for t in own if t.index < index and t.pos == "PROPN"]
            misread = bool(ahead) and own[-1].index > index and own[-1].pos == "NOUN"
            last = ahead[-1] if misread else own[-1]  # "NAME, a baker, said the roads were bad"
            if own[0].index > index and any(t.text in '“"„«' for t in self.tokens[own[0].index : last.index]):
                last = own[0]  # "said NAME to the newspaper “Lantern Post”"
            return self._antecedent(token, last if last.lower not in RELATIVE or len(own) == 1 else own[0])
        if (agent := self.agent(index)) is not None:
            return agent
        if self.kids(index, "nsubjpass") or depth > 4:
            return None  # the subject of a passive says nothing
        return self._inherited(token, depth)

    def agent(self, index: int) -> int | None:
        """Whoever "by" names after a passive."""
        for by in self.kids(index, "agent"):
            for noun in self.kids(by.index, "pobj"):
                return noun.index
        return self._agent_nearby(index) if self._bare_participle(self.tokens[index]) else None

    def _bare_participle(self, token: Token) -> bool:
        """ "described as barbaric by ...": passive without a helping verb."""
        return (
            token.tag == "VBN"
            and token.dep in ("acl", "advcl")
            and not self.kids(token.index, "aux", "auxpass", "dobj", "ccomp")
        )

    def _agent_nearby(self, index: int) -> int | None:
        """Whoever "by" names close behind a participle, when the parse hung it elsewhere."""
        for token in self.tokens[index + 1 : index + NEAR]:
            if token.lower == "by" and token.sentence == self.tokens[index].sentence:
                return next((noun.index for noun in self.kids(token.index, "pobj")), None)
        return None

    def _antecedent(self, verb: Token, subject: Token) -> int | None:
        if subject.lower in RELATIVE and subject.pos in ("PRON", "DET", "SCONJ"):
            if verb.dep in ("relcl", "acl"):
                return self._somebody(verb.head) if subject.lower == "who" else verb.head
            up = self.tokens[verb.head]
            if verb.dep == "conj" and up.dep == "relcl":
                return up.head
            return None
        return subject.index

    def _somebody(self, head: int) -> int:
        """ "NAME, owner of Harrow Bank, who said": "who" is no bank but the person that the phrase is about."""
        token = self.tokens[head]
        if token.entity not in BODIES or self.tokens[token.head].dep != "prep":
            return head
        noun = self.tokens[self.tokens[token.head].head]
        return noun.head if noun.dep == "appos" and self.tokens[noun.head].entity == "PERSON" else head

    def _inherited(self, token: Token, depth: int) -> int | None:
        """The subject of a verb that has none of its own."""
        head = self.tokens[token.head]
        if token.head == token.index or self._bare_participle(token):
            return None
        if token.dep in ("acl", "relcl") and head.pos in NOUNS:
            return head.index
        if head.lemma in ("quote", "cite") and token.tag == "VBG" and (quoted := self.kids(head.index, "dobj")):
            return quoted[0].index  # "The paper quoted Marsh telling"
        if token.dep == "pcomp":
            return self._through_preposition(head, depth)
        if token.dep in ("conj", "xcomp", "advcl", "ccomp", "prep", "parataxis", "dep", "pcomp") and head.pos in (
            "VERB",
            "AUX",
        ):
            told = token.dep == "conj" and token.tag == "VBD" and head.tag == "VB" and head.dep == "ccomp"
            if told:  # "insisted he will stay, and praised": the past is of who insisted
                return self.subject(head.head, depth + 1)
            return self.subject(head.index, depth + 1)
        return None

    def _through_preposition(self, preposition: Token, depth: int) -> int | None:
        verb = self.tokens[preposition.head]
        passive = self.kids(verb.index, "nsubjpass")
        if verb.lemma in ("quote", "cite") and preposition.lower == "as":
            mentioned = passive or self.kids(verb.index, "dobj")
            return mentioned[0].index if mentioned else None
        if passive:
            return None if preposition.lower == "by" else passive[0].index
        return self.subject(verb.index, depth + 1) if verb.pos in ("VERB", "AUX") else None

    def done_for(self, index: int) -> bool:
        """ "had their call answered": what others do for the subject."""
        token = self.tokens[index]
        up = self.tokens[token.head]
        bare = token.tag == "VBN" and token.dep in ("ccomp", "xcomp") and not self.kids(index, "aux", "auxpass")
        return bare and up.lemma in ("have", "get", "see", "want", "find") and bool(self.kids(index, "nsubj"))

    def as_told(self, index: int) -> bool:
        """ "As Marsh noted, the roads are bad": what was said is the clause that this one hangs on."""
        token, up = self.tokens[index], self.tokens[self.tokens[index].head]
        first = self.document.subtree(index)[0]
        opens = first - self.document.sentences[token.sentence].first <= 2  # "And, as Marsh noted, ..."
        introduced = any(t.lower == "as" for t in self.kids(index, "mark", "advmod", "prep"))
        return token.dep == "advcl" and introduced and up.pos in ("VERB", "AUX") and (opens or first > up.index)

    def neither(self, index: int) -> bool:
        """ "Neither Marsh nor Berg said so", "would neither confirm nor deny it"."""
        heads = [index, *(t.index for t in self.kids(index, "nsubj"))]
        if self.tokens[index].dep == "conj" and any(k.lower == "nor" for k in self.kids(self.tokens[index].head, "cc")):
            heads.append(self.tokens[index].head)
        kids = (k for head in heads for k in self.kids(head, "det", "preconj", "cc", "nsubj"))
        return any(k.lower == "neither" for k in kids)

    def _only(self, index: int) -> bool:
        """ "NAME would only say: “...”": what was said, and no more."""
        limited = any(t.lower == "only" and t.index == index - 1 for t in self.kids(index, "advmod"))
        return limited and self.tokens[index].lemma == "say" and self.tokens[index - 2].lower == "would"

    def was_asked(self, index: int) -> bool:
        """ "Asked whether it was late, he said": somebody asked who speaks."""
        token = self.tokens[index]
        bare = token.tag == "VBN" and token.dep == "advcl" and not self.kids(index, "aux", "auxpass", "agent")
        if self.tokens[index - 1].text == "," and token.lemma in ("ask", "question", "press"):
            bare = bare or any(
                t.index == index - 2 for t in self.kids(index, "nsubj")
            )  # "NAME, asked if it was late, said"
        return bare and token.lemma in ("ask", "question", "press", "tell", "quote")

    def asked_how(self, index: int) -> bool:
        """ "do not know how he responded": the manner is told of, no words."""
        return any(t.lower in ("how", "why") and t.index < index for t in self.kids(index, "advmod"))

    def asserted(self, index: int, trying: frozenset[str]) -> bool:
        """Does the article say that this was uttered (no negation, no future, no condition, no bare infinitive)?"""
        token = self.tokens[index]
        helpers = self.kids(index, "aux", "auxpass", "neg", "mark")
        refused = any(t.dep in NEGATIONS or (t.dep == "aux" and t.lower in MODALS) for t in helpers)
        if refused and not self._only(index) or self.neither(index):
            return False
        if any(t.dep == "mark" and t.lower in HYPOTHETICAL for t in helpers) or self._inverted_condition(index):
            return False
        if any(t.dep == "aux" and t.tag == "TO" for t in helpers) or (token.tag == "VB" and not helpers):
            return self._uttered_infinitive(token, trying)
        up = self.tokens[token.head]
        content = token.dep == "acl" and any(t.lower == "that" for t in helpers)
        if content and up.dep == "dobj" and self.tokens[up.head].lemma in speech().disputing:
            return False  # "denied reports that the two had spoken"
        if (
            token.dep in ("conj", "xcomp")
            and up.pos in ("VERB", "AUX")
            and token.tag in ("VB", "VBN", "VBG")
            and not helpers
        ):
            return self.asserted(up.index, trying)
        return True

    def _inverted_condition(self, index: int) -> bool:
        """ "had he denied it": the helping verb stands before the subject."""
        subjects = self.kids(index, "nsubj")
        return (
            any(
                t.lower in ("had", "were", "did", "does", "do", "has", "have") and t.index < subjects[0].index
                for t in self.kids(index, "aux")
            )
            if subjects
            else False
        )

    def _uttered_infinitive(self, token: Token, trying: frozenset[str]) -> bool:
        head = self.tokens[token.head]
        if token.dep == "xcomp" and head.lemma in trying:
            return self.asserted(head.index, trying)
        happened = head.tag in ("VBD", "VBN") and not any(
            t.lower in ("to", *MODALS) for t in self.kids(head.index, "aux")
        )
        return token.dep == "advcl" and happened and bool(self.kids(token.index, "ccomp"))

    def particles(self, index: int) -> list[Token]:
        """Particles and prepositions that hang on a verb."""
        return self.kids(index, "prt", "prep", "agent", "dative", "advmod", "mark")

    def objects(self, index: int) -> list[Token]:
        """Direct objects of a verb (of a passive with an agent: its subject)."""
        found = self.kids(index, "dobj", "oprd", "attr")
        return found or (self.kids(index, "nsubjpass") if self.agent(index) is not None else [])

    def hangs_loose(self, index: int) -> bool:
        """Is the verb beside the clause it attributes, "..., the ministry announced", joined to it by no conjunction?"""
        token = self.tokens[index]
        if token.dep != "conj":
            return token.dep in ("parataxis", "ccomp")
        joined = any(token.head < t.index < index for t in self.kids(token.head, "cc"))
        return bool(self.kids(index, "nsubj")) and not joined

    def clauses(self, index: int) -> list[Token]:
        """Clauses that the verb takes as complement; one that a semicolon parts stands beside it ("A sacks B; C denies it")."""
        found = self.kids(index, "ccomp")
        return [t for t in found if t.index > index or not self._parted(t.index, index)]

    def _parted(self, first: int, last: int) -> bool:
        end = self.document.subtree(first)[1]
        return any(t.text == ";" for t in self.tokens[min(end, last - 1) : last])

    def formula(self, token: Token) -> bool:
        """ "thank you", "who asked not to be named": words that tell nothing of what was said."""
        if token.lemma == "thank":
            return any(t.lower == "you" for t in self.objects(token.index))
        named = (t for t in self.kids(token.index, "xcomp") if t.lemma in ("name", "identify", "quote"))
        return token.lemma in ("ask", "request", "insist") and any(self.kids(t.index, "neg") for t in named)


class Finder:
    """What the finders of this room share: one document, its references, and what stands in quotation marks."""

    def __init__(self, references: References, quoted: Mapping[int, Quote]) -> None:
        self.references = references
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens
        self.quoted = quoted
        self.clause = Clause(references.document)
