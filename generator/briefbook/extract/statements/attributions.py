"""Attribution without a verb of saying: "according to NAME", "in NAME's view", "NAME's hope is that “...”", "NAME: “...”"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefbook.analysis import References, Token
from briefbook.analysis.quotes import Quote
from briefbook.analysis.verb_forms import FINITE
from briefbook.extract.statements.grammar import Finder
from briefbook.extract.statements.lexicon import SpeechLexicon, speech
from briefbook.extract.statements.subjects import SubjectFinder
from briefbook.model import ActorKind, BlockKind, MentionForm

MESSAGE_TOKENS = 6
"""Quoted tokens that make "her hope is that “...”" a statement."""
HEADING_TOKENS = 14
"""Tokens before the colon in "Harbour master NAME: “...”"."""


class Cue(NamedTuple):
    """Words that attribute speech.

    Attributes:
        at: The token it turns on: a verb, or "according".
        first: First token of the words shown as cue.
        last: One past the last of them.
        kind: Class of the rule, or `according`.
        subject: Head token of whoever speaks, or None when the sentence does not name it.
        denial: A denial.
        no_comment: "declined to comment".
        continues: The sentence has no subject ("But said ..."): whoever spoke before goes on.
    """

    at: int
    first: int
    last: int
    kind: str
    subject: int | None
    denial: bool = False
    no_comment: bool = False
    continues: bool = False


class Attributions(Finder):
    """Finds the cues of one document that are no verbs."""

    def __init__(self, references: References, quoted: Mapping[int, Quote], subjects: SubjectFinder) -> None:
        super().__init__(references, quoted)
        self.subjects = subjects
        self.lexicon: SpeechLexicon = speech()

    def cue(self, token: Token) -> Cue | None:
        """The cue that turns on this token, or None."""
        if token.lower == "according":
            return self._according(token)
        if token.text == ":":
            return self._heading(token)
        if token.pos != "NOUN":
            return None
        if token.lemma in self.lexicon.viewpoints and (viewed := self._viewed(token)) is not None:
            return viewed
        return self._message(token) if token.lemma in self.lexicon.message_nouns else None

    def _according(self, token: Token) -> Cue | None:
        after = token.index + 1
        if after >= len(self.tokens) or self.tokens[after].lower != "to":
            return None
        nouns = self.clause.kids(after, "pobj") or self.clause.kids(token.index, "pobj")
        if not nouns or nouns[0].lemma in self.lexicon.not_according:
            return None
        return Cue(token.index, token.index, after + 1, "according", nouns[0].index)

    def _viewed(self, token: Token) -> Cue | None:
        """ "in the opinion of NAME, ...", "in NAME's view, ..."."""
        before = self.tokens[token.head]
        if before.lower != "in" or token.dep != "pobj" or before.index + 1 == token.index:
            return None  # "in view of the strike" is nobody's view
        of = next((t for t in self.clause.kids(token.index, "prep") if t.lower == "of"), None)
        owners = self.clause.kids(token.index, "poss") or (self.clause.kids(of.index, "pobj") if of else [])
        if not owners or not self.subjects.can_speak(owners[0].index, documents=False):
            return None
        known = owners[0].pos != "PRON" or self.references.at(owners[0].index) is not None
        told = self.tokens[before.head].pos in ("VERB", "AUX")
        last = max(token.index, of.index if of else 0) + 1
        return Cue(before.index, before.index, last, "according", owners[0].index) if told and known else None

    def _heading(self, colon: Token) -> Cue | None:
        """ "Harbour master NAME: “...”": no verb, but who speaks, before a colon and a quotation."""
        said = self.quoted.get(colon.index + 2)
        if self.document.article.blocks[colon.block].kind is BlockKind.HEADLINE:
            return None
        first = self.document.told_from(self.document.sentences[colon.sentence])
        before = self.tokens[first : colon.index]
        if said is None or said.first != colon.index + 2 or not 0 < len(before) <= HEADING_TOKENS:
            return None
        if before[0].pos == "ADP" or any(t.tag in FINITE for t in before):
            return None
        who = self._headed(before)
        return Cue(who, first, colon.index + 1, "quote", who) if who is not None else None

    def _headed(self, words: tuple[Token, ...]) -> int | None:
        """The person named in these words, else the body or the description that ends them."""
        for token in words:
            reference = self.references.at(token.index)
            if reference is None or reference.actor.kind is not ActorKind.PERSON or reference.first != token.index:
                continue
            owns = self.tokens[reference.last].tag == "POS" or self.tokens[reference.last].pos in ("NOUN", "PROPN")
            led = token.index > words[0].index and self.tokens[token.index - 1].pos == "ADP"
            if reference.mention.form is MentionForm.NAMED and not owns and not led:
                return reference.last - 1
        last = words[-1]
        body = self.references.at(last.index)
        organised = body is not None and body.actor.kind is ActorKind.ORGANIZATION
        somebody = words[0].pos in ("DET", "NUM") and self.subjects.can_speak(last.index, documents=False)
        return last.index if organised or somebody or last.lemma in self.lexicon.human else None

    def _message(self, token: Token) -> Cue | None:
        """ "Marsh's hope is that “...”", "her message: “...”": an owner, and words in quotation marks."""
        owners = self.clause.kids(token.index, "poss")
        head = self.tokens[token.head]
        stated = token.dep in ("nsubj", "attr") and head.lemma == "be"
        sentence = self.document.sentences[token.sentence]
        first = sentence.first if token.dep == "attr" else token.index  # "“...” was Marsh's view"
        quote = next((self.quoted[i] for i in range(first, sentence.last) if i in self.quoted), None)
        if not owners or quote is None or quote.last - quote.first < MESSAGE_TOKENS:
            return None
        colon = any(t.text == ":" for t in self.tokens[token.index : quote.first])
        return Cue(token.index, token.index, token.index + 1, "quote", owners[0].index) if stated or colon else None
