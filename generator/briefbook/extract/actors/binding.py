"""What the grammar of a sentence says of whether a pronoun can mean somebody named before it."""

from __future__ import annotations

from typing import NamedTuple

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.verb_forms import SUBJECTS

JOINTS = frozenset({",", "and", "with", "&", "–", "—", "("})
OBLIQUE = frozenset({"whose", "whom", "which"})


class Seen(NamedTuple):
    """An actor spoken of at tokens [first, last), `head` governing; `beside`: by name behind somebody's noun ("her lawyer, NAME")."""

    actor: str
    first: int
    last: int
    head: int
    sentence: int
    subject: bool
    beside: bool = False


class Binding:
    """Reads the grammar around the pronouns of one document."""

    def __init__(self, document: AnalysedDocument) -> None:
        self.document = document
        self.tokens = document.tokens

    def excludes(self, seen: Seen, token: Token) -> bool:
        """Does the sentence in which both stand keep the pronoun from meaning that person?"""
        if self._does_it(seen, token) or self._has_other_subject(seen, token):
            return True
        head = self.tokens[seen.head]
        same_verb = head.head == token.head and token.dep != "poss" and not token.lower.endswith("self")
        if same_verb and {head.dep, token.dep} & {"dobj", "nsubj", "nsubjpass", "dative", "pobj"}:
            return True
        return head.dep == "poss" and token.dep == "poss" and head.head == token.head

    def _does_it(self, seen: Seen, token: Token) -> bool:
        """Of "NAME, who succeeded her,": is it NAME who does to the pronoun what the verb tells?"""
        verb = self.tokens[token.head]
        if token.dep not in ("dobj", "dative") or verb.dep != "relcl" or not seen.first <= verb.head < seen.last:
            return False
        return any(t.lower in ("who", "that") for t in self.document.dependents(verb.index, "nsubj"))

    def _has_other_subject(self, seen: Seen, token: Token) -> bool:
        """ "NAME, in whose cabinet she served", "the man she met, NAME": the clause about NAME has another subject."""
        if token.dep not in SUBJECTS:
            return False
        verb = self.tokens[token.head]
        if verb.dep == "relcl" and seen.first <= verb.head < seen.last:
            return True
        below = any(seen.first <= above.index < seen.last for above in self.document.ancestors(token.index))
        return below and any(t.lower in OBLIQUE for t in self.tokens[seen.last : token.index])

    def speaks_on(self, token: Token, head: Token) -> bool:
        """Is the pronoun the subject of a verb of saying, as the name was ("her predecessor, NAME, said")?"""
        named = self.tokens[head.head] if head.dep == "appos" else head
        verbs = self.tokens[token.head].lemma, self.tokens[named.head].lemma
        return (
            token.dep in SUBJECTS
            and named.dep in SUBJECTS
            and all(verb in lexicons.words("speakers", "saying") for verb in verbs)
        )

    def is_beside(self, seen: Seen, token: Token) -> bool:
        """ "Basile and his son", "Basile, his son": nothing but signs and joining words between."""
        between = {t.lower for t in self.tokens[seen.last : token.index]}
        return bool(between) and between <= JOINTS

    def is_described(self, seen: Seen, token: Token) -> bool:
        """Does the pronoun stand below a clause of which that person is the subject ("Holt, who left after she ...")?"""
        about = (
            verb
            for verb in self.document.ancestors(token.index)
            if verb.dep == "relcl" and seen.first <= verb.head < seen.last
        )
        return any(
            t.lower in ("who", "that") for verb in about for t in self.document.dependents(verb.index, *SUBJECTS)
        )

    def is_agent(self, head: Token) -> bool:
        """Did the person do what a passive verb tells ("appointed [bishop] by Marsh"; not "a visit by Marsh")?"""
        by = self.tokens[head.head]
        done = self.tokens[by.head]
        return by.lower == "by" and (done.tag == "VBN" or done.dep == "oprd")
