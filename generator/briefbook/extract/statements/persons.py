"""Persons of a stretch of text: whom its owner speaks of, and who is the subject."""

from __future__ import annotations

from briefbook import lexicons
from briefbook.analysis import Token, servant_spoken_of
from briefbook.extract.statements.grammar import Finder
from briefbook.extract.statements.memory import Speaker
from briefbook.extract.statements.reach import QUOTE_MARKS
from briefbook.model import ActorKind, MentionForm


class PersonFinder(Finder):
    """Finds persons in one document, what stands in quotation marks apart."""

    def spoken_of(self, token: Token) -> frozenset[str]:
        """Persons named in what the pronoun's owner says: nobody speaks of himself by name ("“Berg must go,” he said")."""
        sentence = self.document.sentences[token.sentence]
        closes = self._closes(token)
        inside = (i for i in range(sentence.first, sentence.last) if closes or i in self.quoted or i > token.index)
        said = self.quoted.get(min(token.index, token.head) - 2)  # the quotation that he closes, all its sentences
        whole = range(said.first, said.last) if said is not None else ()
        found = (self.references.at(i) for i in (*inside, *whole))
        named = {r.actor.id for r in found if r is not None and r.mention.form is MentionForm.NAMED}
        return frozenset(named) | self._askers(token)

    def _askers(self, token: Token) -> frozenset[str]:
        """Who asked right before: whoever then "replied" is another."""
        if self.tokens[token.head].lemma not in lexicons.words("speakers", "answering") or not token.sentence:
            return frozenset()
        before = self.document.sentences[token.sentence - 1]
        asks = [t.index for t in self.tokens[before.first : before.last] if t.lemma == "ask" and t.pos == "VERB"]
        found = (self.references.at(t.index) for index in asks for t in self.clause.kids(index, "nsubj"))
        return frozenset(r.actor.id for r in found if r is not None)

    def stranger(self, sentence: int, token: Token) -> int | None:
        """Somebody's unnamed spokesman or lawyer who is the subject of a sentence, where the pronoun can mean him."""
        return servant_spoken_of(self.references, sentence, token)

    def _closes(self, token: Token) -> bool:
        """Do the pronoun and its verb close what was said ("Berg has gone, he said.")?"""
        verb = token.head
        if abs(verb - token.index) > 2 or self.tokens[verb].pos != "VERB":
            return False
        after = max(verb, token.index) + 1
        before = min(verb, token.index) - 1
        ends = after >= len(self.tokens) or self.tokens[after].pos == "PUNCT"
        before -= before > 0 and self.tokens[before].text in QUOTE_MARKS  # "One of them “wept”, he said"
        return ends and before >= 0 and "," in (self.tokens[before].text, self.tokens[before + 1].text)

    def subject(self, first: int, last: int) -> Speaker | None:
        """The person that is the first subject among these tokens, quotations left out."""
        for token in self.tokens[first:last]:
            if token.dep in ("nsubj", "nsubjpass") and token.index not in self.quoted:
                beside = (t.index for t in self.clause.kids(token.index, "appos"))  # "Laine's wife, Sari, spoke"
                for reference in map(self.references.at, (token.index, *beside)):
                    if reference is not None and reference.actor.kind is ActorKind.PERSON:
                        return Speaker(reference.actor.id, reference.actor.name)
        opening = self.references.at(first)
        if opening is None or opening.actor.kind is not ActorKind.PERSON or first in self.quoted:
            return None
        if opening.last >= last:
            return None
        owns = self.tokens[opening.last].tag == "POS"
        return None if owns else Speaker(opening.actor.id, opening.actor.name)
