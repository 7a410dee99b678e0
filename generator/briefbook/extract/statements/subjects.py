"""Whose words a cue attributes: the token that heads the phrase naming the speaker."""

from __future__ import annotations

from collections.abc import Mapping

from briefbook import lexicons
from briefbook.analysis import References, Token
from briefbook.analysis.quotes import Quote
from briefbook.extract.statements.grammar import NOUNS, RELATIVE, Finder
from briefbook.extract.statements.lexicon import SpeechLexicon, people_endings, speech

FIRST_PERSON = frozenset({"i", "we", "you", "us", "me"})
NOBODY = FIRST_PERSON | {"that", "this", "these", "those", "what", "there"}
"""What heads no phrase for who speaks."""


class SubjectFinder(Finder):
    """Finds and judges the subjects of cues in one document."""

    def __init__(self, references: References, quoted: Mapping[int, Quote]) -> None:
        super().__init__(references, quoted)
        self.lexicon: SpeechLexicon = speech()

    def subject(self, token: Token) -> int | None:
        """The head token of whoever speaks, or None; an "I" outside quotation marks is nobody the article names."""
        found = self._found(token)
        if found is None or self.tokens[found].lower in NOBODY:
            return None
        pictured = len(self.tokens[found].text) == 1 and found > 1 and self.tokens[found - 1].text == "("
        return found - 2 if pictured else found  # "said Marsh (L)"

    def _found(self, token: Token) -> int | None:
        found = self._of_the_whole(token) or self.clause.subject(token.index)
        if (
            found in self.quoted
            and (after := self._behind(token, self.document.sentences[token.sentence].last)) is not None
        ):
            return after  # "“Shame!” shouted protesters"
        if found is not None and (found not in self.quoted or self.tokens[found].pos == "PROPN"):
            return self._of_nearer_clause(token, found)
        if self.clause.kids(token.index, "auxpass", "nsubjpass"):
            return None
        return self._beside(token)

    def _of_the_whole(self, token: Token) -> int | None:
        """ "X did this after Y had done that, saying ...": a participle behind a comma goes with the main clause."""
        if token.tag != "VBG" or token.dep not in ("advcl", "acl") or self.tokens[token.index - 1].text != ",":
            return None
        own = self.clause.subject(token.index)
        of_thing = own is not None and not self.can_speak(own)  # "defended plans to close it, telling them"
        if token.dep == "acl" and not of_thing:
            return None
        root = next((t for t in self.document.ancestors(token.index) if t.head == t.index), None)
        if root is None or root.index == token.head or root.pos not in ("VERB", "AUX"):
            return None
        subject = self.clause.subject(root.index)
        named = self.references.at(subject) if subject is not None else None
        return subject if named is not None or of_thing else None

    def _of_nearer_clause(self, token: Token, found: int) -> int:
        """ "The dispute began when Norland closed the road, saying ...": no dispute speaks, but who closed it."""
        if token.tag != "VBG" or token.dep != "advcl" or self.can_speak(found):
            return found
        beside = self.clause.kids(token.head, "advcl")
        nearer = (self.clause.subject(t.index) for t in reversed(beside) if token.head < t.index < token.index)
        return next((subject for subject in nearer if subject is not None and self.can_speak(subject)), found)

    def _beside(self, token: Token) -> int | None:
        """Without help from the parse: "..., said NAME" and "NAME said ..."."""
        if token.tag not in ("VBD", "VBZ", "VBP", "VBN") and token.lower not in ("said", "says"):
            return None
        sentence = self.document.sentences[token.sentence]
        if token.index == sentence.first or self.tokens[token.index - 1].pos == "PUNCT":
            if (after := self._behind(token, sentence.last)) is not None:
                return after
        before = token.index - 1
        while before >= sentence.first and self.tokens[before].pos in ("ADV", "AUX"):
            before -= 1
        if (
            before >= sentence.first
            and self.tokens[before].pos in ("PROPN", "PRON", "NOUN")
            and self.tokens[before].lower not in RELATIVE
            and before not in self.quoted
        ):
            return self._counted(before)
        return None

    def _counted(self, index: int) -> int:
        """The "two" of ", two of the people said", which the parse took for an apposition."""
        of = self.tokens[self.tokens[index].head]
        number = self.tokens[of.head]
        parted = number.index > 0 and self.tokens[number.index - 1].text == ","
        return number.index if of.lower == "of" and number.tag == "CD" and number.dep == "appos" and parted else index

    def _behind(self, token: Token, limit: int) -> int | None:
        """Whoever follows an inverted verb."""
        for index in range(token.index + 1, min(token.index + 6, limit)):
            here = self.tokens[index]
            if here.tag == "PRP$":
                return None
            if here.pos in ("PROPN", "PRON") or here.lemma in self.lexicon.human:
                end = self._name_end(index, limit)
                return None if end + 1 < limit and self.tokens[end + 1].tag == "POS" else end
            if here.pos not in ("DET", "ADJ", "NOUN") or index in self.quoted:
                return None
        return None

    def _name_end(self, index: int, limit: int) -> int:
        reference = self.references.at(index)
        if reference is not None and reference.last <= limit:
            return reference.last - 1
        while index + 1 < limit and self.tokens[index + 1].pos == "PROPN":
            index += 1
        return index

    def can_speak(self, subject: int | None, *, documents: bool = True) -> bool:
        """Could this be a person or a body that speaks?"""
        if subject is None:
            return False
        token = self.tokens[subject]
        if token.pos == "PRON":
            return token.lower in lexicons.words("speakers", "speaking-pronouns")
        named = (subject, *(t.index for t in self.clause.kids(subject, "appos")))  # "the party's whip, NAME"
        if any(self.references.at(index) is not None for index in named):
            return True
        lemma = token.lemma.lower()
        if token.pos == "PROPN" or token.entity in ("PERSON", "ORG", "GPE", "NORP"):
            return token.entity not in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL")
        if lemma in self.lexicon.human or token.lower in self.lexicon.human:
            return True
        if lemma in self.lexicon.documents:
            return documents
        return token.pos in NOUNS and lemma.endswith(people_endings())
