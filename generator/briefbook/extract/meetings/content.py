"""What a meeting is about and what came of it, as exact slices."""

from __future__ import annotations

import re

from briefbook.analysis import Token
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.meetings.casting import Cast
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.structure import Bond, Structure
from briefbook.extract.meetings.triggers import Trigger
from briefbook.model import Citation

ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "into"})
AIMED = frozenset({"aim", "focus", "center", "centre", "dedicate", "devote"})
NOT_TOPICS = frozenset(
    {
        "sidelines",
        "sideline",
        "margins",
        "eve",
        "phone",
        "telephone",
        "behalf",
        "condition",
        "occasion",
        "visit",
        "trip",
        "side",
        "cellphone",
        "video",
        "basis",
        "board",
        "step",
        "arrival",
        "tarmac",
        "ship",
        "boat",
        "train",
        "plane",
        "island",
        "stage",
        "weekend",
        "return",
    }
)
PLACEHOLDER = re.compile(
    r"(?:it|this|that|these|those|them|so|which|what|(?:the|this|that|these|those|its|their|such|same|all|any|the same)"
    r" (?:issue|matter|topic|subject|situation|question|problem|case|thing|point|latter|idea)s?)(?: itself)?"
)
"""What names no topic of its own: a pronoun, or a definite noun that any topic could be."""

QUOTES = "“”\"'‘’«» "


class Contents:
    """Topics and outcomes of one document."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.document = structure.document
        self.tokens = structure.tokens

    def topic(self, trigger: Trigger, cast: Cast) -> Citation | None:
        """The topic, unless it only points at one named elsewhere ("the issue", "this")."""
        found = self.said_topic(trigger, cast)
        return None if found is not None and PLACEHOLDER.fullmatch(found.exact.lower()) else found

    def said_topic(self, trigger: Trigger, cast: Cast) -> Citation | None:
        """The complement of "on", "about" ..., or of a purpose ("to discuss X"); None when none is given."""
        if trigger.frame.id == "discuss":
            target = next(iter(self.structure.kids(trigger.token.index, "dobj")), None)
            return self.slice(target.index) if target is not None else None
        verb = cast.anchor.verb if cast.anchor is not None and cast.anchor.bond is not Bond.AFTER else trigger.token
        nodes = [trigger.token, *([self.tokens[i] for i in cast.anchor.nouns[1:]] if cast.anchor is not None else [])]
        if (
            verb is not None
            and verb.index != trigger.token.index
            and cast.anchor is not None
            and cast.anchor.bond is not Bond.SCENE
        ):
            nodes.append(verb)
        for node in nodes:
            if (found := self.about(node)) is not None:
                return found
        for node in nodes:
            if (found := self.purpose(node)) is not None:
                return found
        return None

    def about(self, node: Token) -> Citation | None:
        """The complement of "on", "about" or "aimed at" below a word."""
        for child in self.structure.kids(node.index, "prep", "acl"):
            preposition: Token | None = child
            if child.dep == "acl":
                preposition = (
                    next((p for p in self.structure.kids(child.index, "prep") if p.lower in ("at", "on")), None)
                    if child.lemma in AIMED
                    else None
                )
            if preposition is None or (child.dep == "prep" and child.lower not in ABOUT):
                continue
            for complement in self.structure.kids(preposition.index, "pobj", "pcomp"):
                if self.may_be_topic(complement, preposition):
                    return self.slice(complement.index)
        return None

    def may_be_topic(self, complement: Token, preposition: Token) -> bool:
        """No day, place or occasion: "on Friday", "on the steps of", "on several occasions", "on arriving"."""
        if complement.entity in ("DATE", "TIME") or {complement.lower, complement.lemma} & NOT_TOPICS:
            return False
        when = complement.lemma in words("days")
        return not (preposition.lower == "on" and (complement.dep == "pcomp" or complement.entity == "FAC" or when))

    def purpose(self, node: Token) -> Citation | None:
        """ "met to discuss the border": the border."""
        for verb in self.structure.kids(node.index, "advcl", "xcomp", "acl", "relcl"):
            if (
                verb.lemma in words("purpose-verbs")
                and verb.index > node.index
                and any(t.lower == "to" for t in self.structure.kids(verb.index, "aux"))
            ):
                if verb.lemma in ("meet", "confer", "consult", "talk", "negotiate"):
                    continue
                target = next(iter(self.structure.kids(verb.index, "dobj")), None)
                if target is not None:
                    return self.slice(
                        target.index
                        if verb.lemma in ("discuss", "address", "review", "debate", "consider")
                        else verb.index
                    )
        return None

    def slice(self, index: int) -> Citation:
        """The whole phrase below a token, quotation marks and punctuation at its ends left out."""
        first, last = self.document.subtree(index)
        sentence = self.document.sentences[self.tokens[index].sentence]
        first, last = max(first, sentence.first), min(last, sentence.last)
        while first < last - 1 and (self.tokens[first].pos in ("PUNCT", "SPACE")):
            first += 1
        while last > first + 1 and (
            self.tokens[last - 1].pos in ("PUNCT", "SPACE") or self.tokens[last - 1].text in QUOTES
        ):
            last -= 1
        return self.document.cite(first, last)

    def outcome(self, sentence: int) -> Citation | None:
        """ "agreed to ...", said of several in this sentence: the predicate with all it governs."""
        found = self.document.sentences[sentence]
        for token in self.document.sentence_tokens(found):
            if (
                token.pos != "VERB"
                or token.lemma not in words("agreeing")
                or token.tag not in ("VBD", "VBN", "VBZ", "VBP")
            ):
                continue
            if self.structure.kids(token.index, "neg") or any(
                t.tag == "MD" for t in self.structure.kids(token.index, "aux")
            ):
                continue
            subject = next(iter(self.structure.kids(token.index, *SUBJECTS)), None)
            plural = subject is not None and (
                subject.tag in ("NNS", "NNPS")
                or subject.lower == "they"
                or len(self.document.conjuncts(subject.index)) > 1
            )
            if plural and any(t.dep in ("xcomp", "dobj", "ccomp", "prep") for t in self.structure.kids(token.index)):
                last = min(self.document.subtree(token.index)[1], found.last)
                while last > token.index + 1 and self.tokens[last - 1].pos in ("PUNCT", "SPACE"):
                    last -= 1
                return self.document.cite(token.index, last)
        return None
