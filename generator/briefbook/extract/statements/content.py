"""What was said: the exact slices of a sentence that a cue governs, and how far they stand in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.quotes import Quote
from briefbook.analysis.verb_forms import FINITE
from briefbook.extract.statements.attributions import Cue
from briefbook.extract.statements.grammar import RELATIVE, Clause
from briefbook.extract.statements.lexicon import speech
from briefbook.extract.statements.reach import QUOTE_MARKS
from briefbook.model import Directness

Range = tuple[int, int]
EDGES = frozenset({",", ":", ";", "—", "–", "-", ".", "that"}) | QUOTE_MARKS
TAILS = frozenset({"and", "but", "or", "as", "while"})


class ContentReader:
    """Finds the content of cues in one document."""

    def __init__(self, document: AnalysedDocument, quoted: dict[int, Quote]) -> None:
        self.document = document
        self.tokens = document.tokens
        self.quoted = quoted
        self.clause = Clause(document)

    def ranges(self, cue: Cue, quotes: Iterable[Quote]) -> tuple[Range, ...]:
        """Token ranges of what was said, in order, not overlapping."""
        if cue.no_comment:
            return ()
        inside = [(quote.first, quote.last) for quote in quotes]
        told = [r for r in self._told(cue) if not self._quoted_wholly(r)]
        if inside and cue.subject is not None:
            told = [(a, z) for a, z in told if not a <= cue.subject < z]  # "“...,” said NAME, who was ... and is ..."
        close = any(0 <= first - cue.last <= 2 for first, _ in inside)
        if inside and cue.kind == "name":
            told = self._named(cue, inside)
        elif inside and (cue.kind == "quote" or close and self.clause.as_told(cue.at)):
            told = []  # "and, as she wrote, “the only one”"
        found = [self._closed(span) for span in self._merge([*inside, *told])]
        return tuple(found) or tuple(self._merge(self._rest(cue)))

    def directness(self, ranges: Iterable[Range]) -> Directness:
        """Direct when every word stands in quotation marks, mixed when some do."""
        words = [i for a, z in ranges for i in range(a, z) if self.tokens[i].pos not in ("PUNCT", "SPACE")]
        quoted = sum(i in self.quoted for i in words)
        if not quoted:
            return Directness.INDIRECT
        return Directness.DIRECT if quoted >= len(words) else Directness.MIXED

    def _told(self, cue: Cue) -> list[Range]:
        if cue.kind == "according":
            return self._around(cue)
        clauses = [self.document.subtree(t.index) for t in self.clause.clauses(cue.at)]
        clauses = [(a, z) for a, z in clauses if not a <= cue.at < z]
        if clauses:
            spans = [self._without_speaker(cue, self._with_subject(cue, r)) for r in clauses]
            return [
                self._trim((max(a, self._after_words(cue), self._behind_release(cue, z)) if a > cue.at else a, z))
                for a, z in spans
            ]
        if self.clause.as_told(cue.at):
            return self._main_clause(cue)
        if self.tokens[cue.at].lemma in speech().addressing and self.clause.agent(cue.at) is not None:
            return [self._trim(self.document.subtree(t.index)) for t in self.clause.kids(cue.at, "xcomp")]
        if passive := self.clause.kids(cue.at, "nsubjpass"):
            return [self._trim(self.document.subtree(passive[0].index))] if self.clause.agent(cue.at) else []
        if cue.subject is not None and cue.subject < cue.at and self._misread(cue):
            return [self._trim((cue.last, self.document.sentences[self.tokens[cue.at].sentence].last))]
        amid = self.clause.hangs_loose(cue.at) and self.tokens[cue.at].head > cue.at  # "Now, says NAME, it is over"
        if not amid and cue.subject is not None and cue.subject > cue.at > 0 and self.tokens[cue.at - 1].text in EDGES:
            return [self._trim((self._begin(cue), cue.at))]
        offers = any(t.index > cue.at for t in self.clause.kids(cue.at, "xcomp"))
        inner = (
            self.tokens[cue.at].dep == "ccomp" and self._up(cue).lemma in speech().rules
        )  # "They warned him, he says"
        if self.clause.hangs_loose(cue.at) and cue.kind in ("open", "clause") and not offers and not inner:
            return self._around(cue)
        return self._right_of(cue)

    def _named(self, cue: Cue, inside: list[Range]) -> list[Range]:
        """What was called “a disgrace”, up to that: "the plan" is needed, "it" tells nothing."""
        first = min(first for first, _ in inside)
        between = [t for t in self.tokens[cue.at + 1 : first] if t.text not in QUOTE_MARKS]
        telling = any(t.pos in ("NOUN", "PROPN") for t in between) and cue.at < first
        return [(cue.at + 1, first)] if telling and all(t.pos not in ("VERB", "PUNCT") for t in between) else []

    def _up(self, cue: Cue) -> Token:
        return self.tokens[self.tokens[cue.at].head]

    def _with_subject(self, cue: Cue, clause: Range) -> Range:
        """With the subject that the parse took for an object ("insisted [Marsh] will stay")."""
        first, last = clause
        verb = next((t for t in self.clause.clauses(cue.at) if first <= t.index < last), None)
        taken = [t for t in self.clause.kids(cue.at, "dobj", "dative") if cue.last <= t.index < first]
        if verb is None or not taken or self.clause.kids(verb.index, "nsubj", "nsubjpass", "expl", "csubj"):
            return clause
        begins = self.document.subtree(taken[0].index)
        finite = verb.tag in FINITE or any(t.tag in FINITE for t in self.clause.kids(verb.index, "aux", "auxpass"))
        return (begins[0], last) if finite and begins[1] == first else clause

    def _without_speaker(self, cue: Cue, clause: Range) -> Range:
        """Up to the speaker that the parse put at the end of what was said ("..., two of the people said")."""
        if cue.subject is None or not clause[0] < cue.subject < clause[1] <= cue.at:
            return clause
        return clause[0], self.document.subtree(cue.subject)[0]

    def _misread(self, cue: Cue) -> bool:
        """Has the parse made the subject of what was said a second one of the verb ("NAME, a baker, said the roads ...")?"""
        return any(t.index > cue.at for t in self.clause.kids(cue.at, "nsubj"))

    def _main_clause(self, cue: Cue) -> list[Range]:
        """What the clause of the cue hangs on, without that clause and what is in front of it."""
        sentence = self.document.sentences[self.tokens[cue.at].sentence]
        first, last = self.document.subtree(cue.at)
        if first - sentence.first <= 2:
            parts = [(last, sentence.last)]
        else:
            whole = self.document.subtree(self.tokens[cue.at].head)
            parts = [(whole[0], first), (last, whole[1])]
        return [r for r in map(self._trim, parts) if r[0] < r[1]]

    def _around(self, cue: Cue) -> list[Range]:
        """The sentence without the words that attribute it."""
        sentence = self.document.sentences[self.tokens[cue.at].sentence]
        first, last = self.document.subtree(cue.at)
        if cue.subject is not None:
            a, z = self.document.subtree(cue.subject)
            first, last = min(first, max(a, sentence.first)), max(last, cue.last)
            last = max(last, z) if z <= sentence.last else last
        if last - first > 0.7 * (sentence.last - sentence.first) and cue.kind != "according":
            return self._right_of(cue)
        return [r for r in (self._trim((self._begin(cue), first)), self._trim((last, sentence.last))) if r[0] < r[1]]

    def _begin(self, cue: Cue) -> int:
        """Where the cue's sentence begins to tell."""
        return self.document.told_from(self.document.sentences[self.tokens[cue.at].sentence])

    def _right_of(self, cue: Cue) -> list[Range]:
        """From the first object or preposition after the verb to the end of what the verb governs."""
        right = [
            self.tokens[c]
            for c in self.document.children[cue.at]
            if c > cue.at
            and self.tokens[c].lower != "by"  # "was quoted as saying by", "told reporters by phone"
            and self.tokens[c].dep not in ("punct", "conj", "cc", "advcl", "nsubj", "npadvmod", "parataxis", "agent")
        ]
        if not right:
            return []
        last = max(self.document.subtree(t.index)[1] for t in right)
        if self.tokens[cue.at].lemma in speech().addressing:
            return self._behind_addressee(cue, right, last)
        first = min(self.document.subtree(t.index)[0] for t in right)
        first = max(first, self._behind_release(cue, last))
        return [r for r in (self._trim((max(first, self._after_words(cue)), last)),) if r[0] < r[1]]

    def _behind_release(self, cue: Cue, last: int) -> int:
        """Behind "in a statement read out on air", when "that" follows; 0 otherwise."""
        that = next((t.index for t in self.tokens[cue.last : last] if t.lower == "that" and t.dep == "mark"), 0)
        released = any(t.lemma in speech().releases for t in self.tokens[cue.last : that])
        return that if released else 0

    def _behind_addressee(self, cue: Cue, right: list[Token], last: int) -> list[Range]:
        """What somebody was told: behind "that", else what it was about, never who was told ("told reporters by phone")."""
        that = next(
            (t.index for t in self.tokens[cue.last : last] if t.lower == "that" and t.pos in ("SCONJ", "PRON")), None
        )
        if that is not None:
            return [r for r in (self._trim((that, last)),) if r[0] < r[1]]
        about = [t.index for t in right if t.lower in ("of", "about") and t.dep == "prep"]
        begins = about or [self.document.subtree(t.index)[0] for t in self._bare_clauses(right)]
        return [r for r in (self._trim((begins[0], last)),) if r[0] < r[1]] if begins else []

    def _bare_clauses(self, right: list[Token]) -> Iterator[Token]:
        """Clauses that the parse hung on who was told ("told the trio they had failed")."""
        for told in right:
            for verb in self.clause.kids(told.index, "relcl", "ccomp") if told.dep in ("dobj", "dative") else ():
                if any(t.lower not in RELATIVE for t in self.clause.kids(verb.index, "nsubj", "nsubjpass", "expl")):
                    yield verb

    def _after_words(self, cue: Cue) -> int:
        """Behind the verb, and behind its preposition when that is shown as part of the cue ("called for")."""
        if self.tokens[cue.at].lemma == "make":
            clear = [t.index for t in self.tokens[cue.at + 1 : cue.at + 5] if t.lower in ("clear", "plain")]
            return clear[0] + 1 if clear else cue.at + 1
        particle = self.tokens[cue.last - 1].pos in ("ADP", "ADV", "PART")
        return cue.last if particle else cue.at + 1

    def _rest(self, cue: Cue) -> list[Range]:
        """Whatever else the sentence holds: after the cue, or before it when the speaker follows."""
        sentence = self.document.sentences[self.tokens[cue.at].sentence]
        before = cue.first
        if cue.subject is not None and cue.subject < cue.at:
            who = self.document.subtree(cue.subject)[0]
            before = who if self.tokens[who - 1].text in EDGES else before  # "Village evacuated, mayor says"
        found = [self._trim((cue.last, sentence.last)), self._trim((self._begin(cue), before))]
        if cue.subject is not None and cue.subject > cue.at:
            found.reverse()
        return [r for r in found if r[0] < r[1]][:1]

    def _closed(self, span: Range) -> Range:
        """With the mark that closes a quotation opened inside ("the roads “can't cope”")."""
        first, last = span
        opening = self.quoted.get(first)
        if first and opening is not None and opening.first == first and opening.closed and opening.last < last:
            first -= self._same_block(first - 1, first) and self.tokens[first - 1].text in QUOTE_MARKS
        quote = self.quoted.get(last - 1)
        opened = quote is not None and first < quote.first and quote.last == last
        marked = last < len(self.tokens) and self.tokens[last].text in QUOTE_MARKS
        return (first, last + 1) if opened and marked and self._same_block(last - 1, last) else (first, last)

    def _same_block(self, one: int, other: int) -> bool:
        return self.tokens[one].block == self.tokens[other].block

    def _quoted_wholly(self, span: Range) -> bool:
        words = [i for i in range(*span) if self.tokens[i].pos not in ("PUNCT", "SPACE")]
        return bool(words) and all(i in self.quoted for i in words)

    def _merge(self, ranges: list[Range]) -> list[Range]:
        """Overlapping ranges joined, in order, each within one block."""
        found: list[Range] = []
        for a, z in sorted(r for r in ranges if r[0] < r[1]):
            if found and a <= found[-1][1]:
                found[-1] = (found[-1][0], max(z, found[-1][1]))
            else:
                found.append((a, z))
        return found

    def _trim(self, span: Range) -> Range:
        """Without commas, marks and "that" at the edges."""
        first, last = span
        while first < last and self._edge(self.tokens[first]):
            first += 1
        while first < last and (self._edge(self.tokens[last - 1]) or self.tokens[last - 1].lower in TAILS):
            last -= 1
        return first, last

    @staticmethod
    def _edge(token: Token) -> bool:
        if token.lower == "that":
            return token.dep == "mark" or token.pos == "SCONJ"
        return token.lower in EDGES or token.pos == "SPACE"
