"""Resolve "the former president" to the person who held the post.

One who is said to have held it is meant.  Where nobody is, the article takes for granted that its readers know: then it is
one of the two persons it names most, of whom no present post is told, and who was just spoken of.  All places of an
article where the same words stand must agree on that person, else none is resolved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefbook.analysis import References, Token
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.actors.described_persons import PersonReader, title_head
from briefbook.extract.actors.describing import LEAVES, Described, vocabulary
from briefbook.extract.actors.forms import parts
from briefbook.extract.actors.people import genders
from briefbook.model import Actor, ActorKind, MentionForm

FORMER = frozenset({"former", "ex", "ex-", "onetime", "one-time", "ousted", "deposed"})
OTHERS = frozenset({"another", "other", "next", "first", "last"})
CANDIDATES = frozenset({"candidate", "contender", "hopeful", "nominee"})
"""Posts that one who has left another may hold."""
MOST_NAMED = 2
FEWEST = 3
"""How many persons count as those an article is about, and how often it must name them."""


class FormerReader:
    """Resolves descriptions by a post that is over."""

    def __init__(self, references: References, persons: PersonReader) -> None:
        self.references = references
        self.document = references.document
        self.tokens = references.document.tokens
        self.persons = persons
        self.gender = genders(references)

    def resolve(self) -> Iterator[Described]:
        """All that can be resolved, in order."""
        places: dict[tuple[str, ...], list[tuple[Token, int, int]]] = defaultdict(list)
        for token in self.tokens:
            if token.lower in vocabulary().posts and self._is_former(token):
                first, last = self.persons.phrase(token)
                if not self.persons.names_somebody(token, last):
                    places[tuple(parts(self.document.text(first, last)))].append((token, first, last))
        for found in places.values():
            yield from self._agreed(found)

    def _is_former(self, token: Token) -> bool:
        """Is it "the former ...", in the singular, and no name or predicate?"""
        if token.dep in LEAVES or token.tag not in ("NN", "NNP") or self.references.at(token.index) is not None:
            return False
        before = {self.tokens[i].lower for i in self.document.children[token.index] if i < token.index}
        return "the" in before and bool(before & FORMER) and not before & OTHERS

    def _agreed(self, places: list[tuple[Token, int, int]]) -> Iterator[Described]:
        token, first, last = places[0]
        said = frozenset(parts(self.document.text(first, last))) - FORMER - {"the", "of", "a", "an", "s"}
        held = [actor for actor in self._persons() if self._held(actor, token.lower, said)]
        if held:
            meant, why = {actor.id for actor in held}, "is said to have held the post"
        else:
            told = [place[0] for place in places]
            meant = self._sure(told, reach=0) or self._sure(told, reach=1)
            why = "is the one person here it can mean"
        if len(meant) != 1:
            return
        actor = self.references.by_id[meant.pop()]
        for _, first, last in places:
            yield Described(actor.id, first, last, f"{actor.name} {why}")

    def _persons(self) -> list[Actor]:
        return [actor for actor in self.references.actors if actor.kind is ActorKind.PERSON]

    def _held(self, actor: Actor, noun: str, said: frozenset[str]) -> bool:
        """Is a former role of the person the one described?"""
        return any(
            role.former
            and title_head(role.title) == noun
            and said <= {*parts(role.title or ""), *self.persons.of(role)}
            for role in actor.roles
        )

    def _sure(self, places: list[Token], *, reach: int) -> set[str]:
        """Whoever is the only one a place can mean; what its own sentence says is surer than the one before."""
        found = (self._just_spoken_of(token, reach) for token in places)
        return {id for ids in found if len(ids) == 1 for id in ids}

    def _just_spoken_of(self, token: Token, reach: int) -> set[str]:
        """The persons the article is about who were named up to `reach` sentences before and can be meant here."""
        before = self.document.sentences[max(0, token.sentence - reach)]
        rivals = self._rivals(token)
        near = [
            r
            for r in (self.references.at(i) for i in range(before.first, token.index))
            if r is not None and r.actor.id in self._main() and r.actor.id not in rivals
        ]
        if token.dep in SUBJECTS and self._governs(token):
            near = [r for r in near if self.tokens[r.last - 1].dep in SUBJECTS]
        return {r.actor.id for r in near}

    def _governs(self, token: Token) -> bool:
        """Is no person named in its own sentence before it?"""
        first = self.document.sentences[token.sentence].first
        found = (self.references.at(i) for i in range(first, token.index))
        return not any(r is not None and r.actor.kind is ActorKind.PERSON for r in found)

    def _rivals(self, token: Token) -> set[str]:
        """Persons it can't mean: whoever does something to it ("she mentioned the former president")."""
        verb = self.tokens[token.head]
        while verb.pos == "ADP" and verb.head != verb.index:
            verb = self.tokens[verb.head]
        subjects = [
            self.tokens[i]
            for i in self.document.children[verb.index]
            if self.tokens[i].dep in SUBJECTS and i != token.index
        ]
        found = {r.actor.id for s in subjects if (r := self.references.at(s.index)) is not None}
        pronouns = {"he": "m", "she": "f"}
        told = {pronouns[s.lower] for s in subjects if s.lower in pronouns}
        return found | {a.id for a in self._persons() if told and self.gender.get(a.id) in (None, *told)}

    def _main(self) -> frozenset[str]:
        """The persons an article names most, without those who hold a post."""
        counted = sorted(
            (
                (-sum(m.form is MentionForm.NAMED for m in actor.mentions), n, actor)
                for n, actor in enumerate(self._persons())
            ),
        )
        most = [actor for count, _, actor in counted[:MOST_NAMED] if -count >= FEWEST]
        return frozenset(actor.id for actor in most if not self._in_post(actor))

    def _in_post(self, actor: Actor) -> bool:
        heads = {title_head(role.title) for role in actor.roles if role.title and not role.former}
        return bool(heads - CANDIDATES)
