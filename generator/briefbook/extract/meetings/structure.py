"""Ways through a parse that frames need: the subject of any verb form, the verb that carries an event noun."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefbook.analysis import AnalysedDocument, Token
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.meetings.frames import words
from briefbook.model import BlockKind

OBJECT_CONTROL = frozenset(
    {
        "invite",
        "ask",
        "urge",
        "allow",
        "tell",
        "order",
        "persuade",
        "force",
        "want",
        "expect",
        "help",
        "press",
        "let",
        "make",
        "send",
        "get",
        "encourage",
        "enable",
        "permit",
        "dispatch",
        "summon",
        "convince",
        "push",
    }
)
SCENE = frozenset(
    {
        "during",
        "at",
        "in",
        "after",
        "following",
        "before",
        "of",
        "on",
        "amid",
        "through",
        "over",
        "upon",
        "by",
        "since",
        "ahead",
        "to",
        "for",
        "from",
        "with",
        "into",
        "via",
        "between",
        "about",
        "until",
    }
)

PARTICIPLES = frozenset({"following", "pending", "concerning", "regarding"})
"""Prepositions that the tagger takes for participles."""


class Bond(StrEnum):
    """How an event noun hangs on its verb."""

    OBJECT = "object"
    SUBJECT = "subject"
    PURPOSE = "purpose"
    SCENE = "scene"
    AFTER = "after"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The verb an event noun hangs on (None in verbless text), how, and the nouns passed on the way up."""

    verb: Token | None
    bond: Bond
    nouns: tuple[int, ...]
    preposition: str = ""


class Structure:
    """Navigation of one document."""

    def __init__(self, document: AnalysedDocument) -> None:
        self.document = document
        self.tokens = document.tokens
        self.kids = document.dependents

    def head(self, token: Token) -> Token:
        """The governing token; a root governs itself."""
        return self.tokens[token.head]

    def passive(self, verb: Token) -> bool:
        """Does the verb stand in the passive?"""
        if self.kids(verb.index, "auxpass", "nsubjpass"):
            return True
        return verb.tag == "VBN" and verb.dep in ("acl", "amod") and not self.kids(verb.index, "aux")

    def subject(self, verb: Token, steps: int = 0) -> int | None:
        """Index of the word that a verb form says its event of: its own subject, else that of the verb above."""
        own = [t.index for t in self.kids(verb.index, *SUBJECTS)]
        if own:  # the nearest before the verb: the parser may take what opens the sentence for a subject, too
            return max((i for i in own if i < verb.index), default=own[0])
        if verb.dep == "acl" and self.head(verb).pos in ("NOUN", "PROPN", "PRON"):
            return self.of_noun(verb, steps)
        if verb.dep == "relcl":
            return verb.head
        if steps > 6 or verb.head == verb.index:
            return self.before_root(verb)
        head = self.head(verb)
        if verb.dep == "prep" and head.pos in ("VERB", "AUX"):
            return self.subject(head, steps + 1)
        if verb.dep in ("pcomp", "pobj", "prep") or head.pos == "ADP":
            return self.above(head, steps)
        if head.pos in ("NOUN", "PROPN"):
            fragment = head.head == head.index and head.index < verb.index and self.in_headline(head)
            return head.index if fragment else self.above(head, steps)
        if verb.dep == "xcomp" and head.lemma in OBJECT_CONTROL:
            controlled = next(iter(self.kids(head.index, "dobj", "nsubjpass")), None)
            if controlled is not None:
                return controlled.index
        if verb.dep == "xcomp" and head.lemma == "call":
            called = [
                t
                for p in self.kids(head.index, "prep")
                if p.lower in ("on", "upon")
                for t in self.kids(p.index, "pobj")
            ]
            if called and called[0].index < verb.index:
                return called[0].index
        return self.subject(head, steps + 1) if head.pos in ("VERB", "AUX") else self.above(head, steps)

    def in_headline(self, token: Token) -> bool:
        """Does the token stand in the headline, where verbs and commas do other work than in prose?"""
        return self.document.article.blocks[token.block].kind is BlockKind.HEADLINE

    def of_noun(self, verb: Token, steps: int) -> int | None:
        """The subject of a clause that modifies a noun: the noun for participles, the one who plans for "plans to"."""
        noun = self.head(verb)
        infinitive = any(t.lower == "to" for t in self.kids(verb.index, "aux"))
        if not infinitive or (noun.pos == "PROPN" and noun.head == noun.index):
            return noun.index
        owner = next(iter(self.kids(noun.index, "poss")), None)
        return owner.index if owner is not None else self.above(noun, steps)

    def above(self, token: Token, steps: int) -> int | None:
        """The subject of the nearest verb above a token."""
        for up in self.document.ancestors(token.index):
            if up.pos in ("VERB", "AUX"):
                return self.subject(up, steps + 1)
        return None

    def before_root(self, verb: Token) -> int | None:
        """In a fragment ("Kerry to meet Lavrov") whose subject the parser missed: nothing to say."""
        return next(
            (
                t.index
                for t in self.kids(verb.index, "dep", "compound", "nmod")
                if t.index < verb.index and t.pos == "PROPN"
            ),
            None,
        )

    def owner(self, noun: Token) -> int | None:
        """Whose event it is, where the parser missed the possessive: "Brandt's July 25 call"."""
        if self.kids(noun.index, "poss"):
            return None
        first = self.document.sentences[noun.sentence].first
        for index in range(noun.index - 1, max(first, noun.index - 6), -1):
            token = self.tokens[index]
            if token.text in ("'s", "’s"):
                return index - 1
            if token.pos not in ("NUM", "PROPN", "NOUN", "ADJ"):
                return None
        return None

    def anchor(self, noun: Token) -> Anchor:
        """The verb that an event noun hangs on, through transparent nouns ("a round of talks")."""
        nouns = [noun.index]
        here = noun
        while True:
            head = self.head(here)
            if head.index == here.index:
                return Anchor(None, Bond.NONE, tuple(nouns))
            if here.dep == "conj" and head.pos in ("NOUN", "PROPN"):
                here = head
                continue
            if head.pos in ("VERB", "AUX") and not (head.dep == "prep" and head.lower in PARTICIPLES):
                bond = (
                    Bond.SUBJECT
                    if here.dep in ("nsubj", "nsubjpass", "csubj")
                    else Bond.OBJECT
                    if here.dep in ("dobj", "attr", "oprd", "dative")
                    else Bond.SCENE
                )
                return Anchor(head, bond, tuple(nouns))
            if here.dep in ("pobj", "pcomp") and head.dep in ("prep", "agent", "advmod", "pcomp", "dative", "mark"):
                above = self.prepositional(head, nouns)
                if isinstance(above, Anchor):
                    return above
                here = above
                nouns.append(here.index)
                continue
            if here.dep in ("compound", "poss", "appos", "nmod", "amod") and head.lemma.lower() in words("transparent"):
                here = head
                nouns.append(here.index)
                continue
            return Anchor(None, Bond.NONE, tuple(nouns))

    def heading(self, anchor: Anchor) -> bool:
        """ "Arrived in Lima ahead of a summit": on the way to it."""
        return anchor.preposition == "ahead" and anchor.verb is not None and anchor.verb.lemma in words("going")

    def prepositional(self, preposition: Token, nouns: list[int]) -> Anchor | Token:
        """Up from a preposition: to a verb with a bond, or to a transparent noun."""
        lower = preposition.lower
        above = self.head(preposition)
        while above.pos in ("ADP", "ADV", "SCONJ", "ADJ") and above.head != above.index and above.pos != "ADJ":
            lower, above = above.lower, self.head(above)
        while (
            (above.entity in ("DATE", "TIME", "GPE", "LOC", "FAC") or above.lemma in ("way", "trip", "journey", "tour"))
            and lower in ("for", "to", "at", "during")
            and above.head != above.index
        ):
            above = self.head(above)
            while above.pos == "ADP" and above.head != above.index:
                above = self.head(above)
        if above.pos in ("VERB", "AUX", "ADJ"):
            verb = above if above.pos != "ADJ" else self.head(above)
            if verb.pos not in ("VERB", "AUX"):
                return Anchor(None, Bond.NONE, tuple(nouns))
            bond = (
                Bond.PURPOSE
                if lower in ("for", "to", "into")
                else Bond.AFTER
                if lower in ("after", "following", "before", "ahead", "since", "until", "prior")
                else Bond.SCENE
            )
            return Anchor(verb, bond, tuple(nouns), lower)
        if above.lemma.lower() in words("transparent"):
            return above
        return Anchor(None, Bond.NONE, tuple(nouns))
