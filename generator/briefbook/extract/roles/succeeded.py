"""Posts that went from one person to another: "who succeeded her as director", "his predecessor, NAME"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefbook.analysis import Reference, Token
from briefbook.extract.roles.clause import PREDECESSOR, SUCCESSOR, ClauseReader
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.owners import Organisation
from briefbook.extract.roles.titles import Sort, head_sort, is_plural
from briefbook.lexicons import words
from briefbook.model import Actor


class SuccessionRoles(ClauseReader):
    """Finds the posts of those who followed each other."""

    def facts_after(self, known: Sequence[RoleFact]) -> Iterator[RoleFact]:
        """All of them, in order.

        Args:
            known: The roles stated otherwise, which tell what post it was and where.
        """
        verbs = words("role_phrases", "succeed")
        for token in self.tokens:
            if token.pos == "VERB" and token.lemma in verbs and not self._to_come(token):
                later, earlier = self.pair(token)
                if len(later) == len(earlier) == 1:
                    yield from self._told(token, later[0], earlier[0], known)
            elif token.pos == "NOUN" and token.lower in (SUCCESSOR, PREDECESSOR):
                for named, owner in self.successors(token):
                    yield from self._named(token, named, owner, known)

    def _to_come(self, verb: Token) -> bool:
        return self.unreal(verb) or any(t.tag == "TO" for t in self.kids(verb.index, "aux"))

    def _told(self, verb: Token, later: Reference, earlier: Reference, known: Sequence[RoleFact]) -> Iterator[RoleFact]:
        """ "X succeeded Y [as director]": without the post, it is the only one that X has."""
        heads = self._titles(verb)
        for noun, at in heads:
            where = _where(noun, (later.actor, earlier.actor), known)
            for fact in self.fact(later, noun, at, over=self._left_since(verb)):
                yield fact if fact.organisation is not None else fact._replace(organisation=where)
            for fact in self.fact(earlier, noun, at, over=True):
                yield fact if fact.organisation is not None else fact._replace(organisation=where)
        posts = [f for f in known if f.person.id == later.actor.id and f.title and f.sort is Sort.POST and not f.former]
        titles = {(f.title or "").lower() for f in posts}
        if heads or len(titles) != 1 or any(f.person.id == earlier.actor.id and f.title for f in known):
            return
        post = next((f for f in posts if f.organisation is not None), posts[0])
        first, last = min(later.first, earlier.first), max(later.last, earlier.last)
        yield RoleFact(
            earlier.actor,
            post.title,
            post.organisation,
            True,
            first,
            last,
            Sort.POST,
            reason=f"{later.actor.name}, {post.title}, is the successor",
        )

    def _titles(self, word: Token) -> list[tuple[Token, Token]]:
        """The titles after "as", each with its "as"."""
        links = [t for t in self.kids(word.index, "prep") if t.lower == "as"]
        nouns = [(noun, link) for link in links for noun in self.kids(link.index, "pobj")]
        return [(noun, link) for noun, link in nouns if head_sort(noun) is not None and not is_plural(noun)]

    def _left_since(self, verb: Token) -> bool:
        """ "succeeded her as director and now heads": the post is over."""
        others = (t for t in self.kids(verb.index, "conj"))
        return any(t.lower == "now" for other in others for t in self.kids(other.index, "advmod")) or any(
            t.lower == "now" for t in self.kids(verb.index, "advmod")
        )

    def _named(self, word: Token, named: Reference, owner: Reference, known: Sequence[RoleFact]) -> Iterator[RoleFact]:
        """ "his successor as mayor, NAME"; without the post, the word itself says what NAME is."""
        over = word.lower == PREDECESSOR
        heads = self._titles(word)
        for noun, link in heads:
            where = _where(noun, (named.actor, owner.actor), known)
            for fact in self.fact(named, noun, link, over=over):
                yield fact if fact.organisation is not None else fact._replace(organisation=where)
        if heads or any(f.person.id == named.actor.id and f.title for f in known):
            return
        posts = [f for f in known if f.person.id == owner.actor.id and f.title and f.sort is Sort.POST]
        post = next((f for f in posts if f.organisation is not None), None)
        where = post.organisation if post is not None else None
        whose = f"{owner.actor.name}, {post.title}" if post is not None else owner.actor.name
        yield RoleFact(
            named.actor,
            word.text,
            where,
            over,
            min(word.index, owner.first),
            named.last,
            Sort.POST,
            reason=f"the {word.text} of {whose}",
        )


def _where(noun: Token, people: tuple[Actor, Actor], known: Sequence[RoleFact]) -> Organisation | None:
    """Where the one or the other is said to hold the post."""
    ids = {person.id for person in people}
    same = (f for f in known if f.person.id in ids and noun.lower in (f.title or "").lower().split())
    return next((f.organisation for f in same if f.organisation is not None), None)
