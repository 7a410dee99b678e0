"""Resolve "the ministry", "the group" to organisations."""

from __future__ import annotations

from briefbook.analysis import Token
from briefbook.extract.actors.describing import LEAVES, REACH, Described, Speech, vocabulary
from briefbook.extract.actors.forms import parts
from briefbook.model import Actor, ActorKind

LEADING = 12
"""Characters into a paragraph within which its first subject begins."""
OPENING = 6
"""Tokens within which a paragraph names what it begins with."""
LEAD_SENTENCES = 2
"""The headline and the first sentence of the text."""
OFTEN = 3
"""Mentions from which on an organisation can be what the article is about."""


class BodyReader(Speech):
    """Resolves short words for organisations."""

    def resolve(self, token: Token) -> Described | None:
        """The organisation meant, or None."""
        if (
            token.lower not in vocabulary().bodies
            or token.dep in LEAVES
            or not self.definite(token)
            or token.tag != "NN"
        ):
            return None
        document = self.references.document
        kids = document.children[token.index]
        if any(
            document.tokens[i].dep in ("amod", "compound", "relcl", "acl", "appos", "nmod", "nummod", "poss")
            or document.tokens[i].lower == "of"
            for i in kids
        ):
            return None
        if document.tokens[min(token.index + 1, len(document.tokens) - 1)].pos in ("PROPN", "NOUN"):
            return None
        called = self.references.called.get(token.lower, frozenset())
        fits = [actor for actor in self.bodies() if actor.id in called and self.first_token(actor) < token.index]
        if len(fits) != 1 and (own := self._of_speaker(token)) is not None:
            fits = [own]
        if len(fits) != 1:
            fits = self._lately(token) if token.lower in vocabulary().any_body else self._by_word(token)
        if len(fits) != 1:
            return None
        first = min((i for i in kids if document.tokens[i].dep == "det"), default=token.index)
        return Described(
            fits[0].id, first, token.index + 1, f"{fits[0].name} is the one organisation here that it can mean"
        )

    def _of_speaker(self, token: Token) -> Actor | None:
        """ "A spokeswoman for NAME said the company ...": the one organisation in the subject of the verb it hangs on."""
        document = self.references.document
        for verb in document.ancestors(token.index):
            for subject in document.dependents(verb.index, "nsubj"):
                first, last = document.subtree(subject.index)
                inside = (self.references.at(i) for i in range(first, last) if last <= token.index)
                named = {r.actor.id: r.actor for r in inside if r is not None and _can_be(r.actor, token.lower)}
                bodies = [actor for actor in named.values() if actor.kind is ActorKind.ORGANIZATION]
                if len(bodies) == 1 and self.references.at(subject.index) is None:
                    return bodies[0]
        return None

    def _by_word(self, token: Token) -> list[Actor]:
        """Those whose names hold the word or one like it; the one just spoken of, or the only one."""
        fitting = {token.lower, *vocabulary().kinds.get(token.lower, ())}
        named = [
            actor for actor in self.bodies() if any(fitting & set(parts(name)) for name in (actor.name, *actor.aliases))
        ]
        near = self.spoken_of(token)
        return [actor for actor in named if actor.id in near] or (named if len(named) == 1 else [])

    def _lately(self, token: Token) -> list[Actor]:
        """The only organisation that was a subject in this sentence or the two before; else the only one spoken of there."""
        start = self.references.document.sentences[max(0, token.sentence - REACH)].first
        near = [
            r
            for r in (self.references.at(i) for i in range(start, token.index))
            if r is not None and r.actor.kind is ActorKind.ORGANIZATION and _can_be(r.actor, token.lower)
        ]
        subjects = {reference.actor.id for reference in near if self._is_subject(reference.last - 1)}
        chosen = subjects or {r.actor.id for r in near}
        fits = [actor for actor in self.bodies() if actor.id in chosen]
        if len(fits) == 1 and self._opens_paragraph(token) and (topic := self._topic(token)) is not None:
            return fits if self._opened_before(token, fits[0]) else [topic]
        return fits

    def _opens_paragraph(self, token: Token) -> bool:
        """Is it the subject with which a paragraph begins?"""
        opening = self.references.document.sentences[token.sentence].first
        return token.dep in ("nsubj", "nsubjpass") and token.start <= LEADING and token.index - opening <= 1

    def _opened_before(self, token: Token, actor: Actor) -> bool:
        """Did the paragraph before begin with that organisation, too?"""
        document = self.references.document
        before = next((s for s in reversed(document.sentences[: token.sentence]) if s.block != token.block), None)
        if before is None:
            return False
        opening = min(s.first for s in document.sentences[: before.index + 1] if s.block == before.block)
        named = (self.references.at(i) for i in range(opening, opening + OPENING))
        return any(r is not None and r.actor.id == actor.id and self._is_subject(r.last - 1) for r in named)

    def _topic(self, token: Token) -> Actor | None:
        """The organisation that the article is about: named in its first words, and by far the most often."""
        document = self.references.document
        leading = document.sentences[:LEAD_SENTENCES]
        named = {r.actor.id for s in leading for i in range(s.first, s.last) if (r := self.references.at(i))}
        ranked = sorted(self.bodies(), key=lambda actor: (-len(actor.mentions), actor.id))
        first = next((actor for actor in ranked if _can_be(actor, token.lower)), None)
        if first is None or first.id not in named or len(first.mentions) < OFTEN:
            return None
        others = [len(a.mentions) for a in ranked if a is not first and _can_be(a, token.lower)]
        return first if not others or len(first.mentions) > max(others) else None

    def _is_subject(self, index: int) -> bool:
        """Is the word, or what it is coordinated with or set beside, the subject of a verb?"""
        token = self.references.document.tokens[index]
        while token.dep in ("conj", "appos"):
            token = self.references.document.tokens[token.head]
        return token.dep in ("nsubj", "nsubjpass")


def _can_be(actor: Actor, word: str) -> bool:
    """A public body ("Norland Aviation Authority") is no airline and no firm."""
    return word not in vocabulary().businesses or vocabulary().public_heads.isdisjoint(parts(actor.name))
