"""Read one role phrase: a title with its organisation around a head noun.

"Ukraine's first deputy foreign minister", "head of the trade committee of the State Duma", "former Harrow Bank chief
executive": the organisation is a name (or a description of an organisation already resolved, or the adjective of a
state) before the head or after "of", "for", "at", "with"; the title is the rest, as written, without words that
say how the post is held.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, Reference, References
from briefbook.extract.roles.complements import ComplementReader
from briefbook.extract.roles.edges import DETERMINERS, EdgeReader
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.organisations import OrganisationFinder
from briefbook.extract.roles.owners import POSSESSIVES, Organisation, holder, organisation_nouns
from briefbook.extract.roles.titles import Sort, head_sort, is_plural, singular, title_words
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Actor, ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePhrase:
    """A title and its surroundings.

    Attributes:
        first: First token of the whole phrase.
        last: One past its last token.
        title: Token range of the title, or None when only an organisation is given.
        rank: What stands before the organisation and belongs to the title ("acting" in "acting Norwegian premier").
        sort: Of the head noun.
        organisation: Where the post is held, or None.
        possessor: The person it is held under ("Marsh's lawyer"), or None.
        former: It is over.
        head: Head token.
    """

    first: int
    last: int
    title: tuple[int, int] | None
    rank: str = ""
    sort: Sort | None
    organisation: Organisation | None = None
    possessor: Actor | None = None
    former: bool = False
    head: int = -1


class PhraseReader:
    """Reads role phrases of one document."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens
        self.organisations = OrganisationFinder(references)
        self.edges = EdgeReader(references)
        self.complements = ComplementReader(references, self.organisations)

    def read(
        self, head: int, *, stop: int | None = None, start: int | None = None, apposed: bool = False
    ) -> RolePhrase | None:
        """The phrase around a head noun.

        Args:
            head: The head token.
            stop: A token the phrase must not reach on the right (a name that follows).
            start: A token before which it must not reach on the left.
            apposed: It stands behind a name.
        """
        sort = head_sort(self.tokens[head], open_ended=True, apposed=apposed)
        if sort is None or self._half_a_word(head) or self._is_for_something(head):
            return None
        left = self.edges.left_edge(head, start)
        title_first, rank, organisation, possessor, former = self._before(left, head)
        right, title_last, after = self.complements.read(head, stop, sort)
        if organisation is not None and not organisation.state and after is not None and after.actor is None:
            title_last = right  # "its chief of field office"
        organisation = self._choose(organisation, after, sort, head)
        return RolePhrase(
            first=left,
            last=max(right, title_last),
            title=(title_first, title_last),
            rank=rank,
            sort=sort,
            organisation=organisation,
            possessor=possessor,
            former=former,
            head=head,
        )

    def _is_for_something(self, head: int) -> bool:
        """ "a defender of the treaty", "a critic of the war" hold no post."""
        after = self.tokens[head + 1] if head + 1 < len(self.tokens) else None
        return after is not None and after.lower == "of" and self.tokens[head].lower in title_words().stances

    def _half_a_word(self, head: int) -> bool:
        """ "vice" of "vice-president"."""
        if head + 2 >= len(self.tokens):
            return False
        here, hyphen, after = self.tokens[head : head + 3]
        return hyphen.text == "-" and here.end == hyphen.start and hyphen.end == after.start

    def _choose(
        self, before: Organisation | None, after: Organisation | None, sort: Sort, head: int
    ) -> Organisation | None:
        """The organisation of the two sides; a profession is not held in a state ("Turkish analyst", "American pope")."""
        chosen = before
        if after is not None and (before is None or (before.state and not after.state)):
            chosen = after
        if chosen is None or not chosen.state:
            return chosen
        of_faith = after is None and self.tokens[head].lower in lexicons.words("role_phrases", "of-faith")
        return None if sort is Sort.PROFESSION or of_faith else chosen

    # ------------------------------------------------------------ to the left

    def _before(self, left: int, head: int) -> tuple[int, str, Organisation | None, Actor | None, bool]:
        """Title start, rank, organisation, possessor and whether it is over, from tokens [left, head)."""
        words = title_words()
        former = any(self.tokens[i].lower.rstrip("-") in words.former for i in range(left, head))
        organisation: Organisation | None = None
        possessor: Actor | None = None
        rank = ""
        title = left
        index = left
        envoy = self.tokens[head].lower in title_words().envoys
        while index < head:
            found, end, person = self._organisation_at(index, head)
            if self._is_origin(end, head):
                title = index = end + 2
                continue
            if person is not None:
                possessor, title = person, end
            elif self.organisations.owned(index, head) and found is None:
                title = end
            elif found is not None and self._better(found, organisation, envoy or self._field_of(end, head)):
                organisation, title = found, end
                rank = rank or self._rank(left, index)
            index = max(end, index + 1)
        title = self._skip(title, head)
        if organisation is None and possessor is None and (body := self._unnamed_body(title, head)) is not None:
            organisation, title = body, head
        return title, rank, organisation, possessor, former

    def _unnamed_body(self, first: int, head: int) -> Organisation | None:
        """ "staff council chair": a body that its words alone say which, right before the title."""
        inside = self.tokens[first:head]
        opening = first == self.document.sentences[self.tokens[head].sentence].first
        plain = len(inside) > 1 and all(t.text.islower() for t in inside[opening:])
        body = plain and inside[-1].lower in organisation_nouns() and head_sort(self.tokens[head]) is Sort.POST
        return Organisation(None, self.document.text(first, head), False) if body else None

    def _rank(self, left: int, organisation: int) -> str:
        """The words of a title right before the organisation ("acting Norwegian premier", "deputy Harrow Bank head")."""
        first = organisation
        while first > left and self.tokens[first - 1].lower in title_words().kept - {"first"}:
            first -= 1
        return self.document.text(first, organisation) + " " if first < organisation else ""

    def _field_of(self, end: int, head: int) -> bool:
        """ "Norland's Armed Forces Minister": what stands right before the minister is his field."""
        return end == head and self.tokens[head].lower in title_words().field_heads

    def _better(self, found: Organisation, before: Organisation | None, envoy: bool) -> bool:
        """A body replaces a state ("the Danish Harbour Agency's head"), but not for envoys; nothing else replaces."""
        return (
            before is None or (not envoy and before.state and not found.state) or (not before.state and not found.state)
        )

    def _is_origin(self, index: int, head: int) -> bool:
        """ "London-based": where somebody lives, not what he serves."""
        return index + 1 < head and self.tokens[index].text in ("-", "–") and self.tokens[index + 1].tag == "VBN"

    def _organisation_at(self, index: int, limit: int) -> tuple[Organisation | None, int, Actor | None]:
        """The organisation or possessor that begins at a token, and the token after it and its possessive mark."""
        reference = self.references.at(index)
        if reference is not None and reference.last > limit:
            reference = None
        if reference is not None:
            end = reference.last
            marked = end < limit and self.tokens[end].text in POSSESSIVES
            end += marked
            if reference.actor.kind is ActorKind.PERSON:
                if not marked and self.organisations.misnamed(reference.actor):
                    return Organisation(None, reference.actor.name, False), end, None
                return None, end, reference.actor if marked or self.tokens[index].tag == "PRP$" else None
            if (longer := self.organisations.longer(reference, limit)) is not None:
                return longer, reference.last + 1, None
            body = reference.last - reference.first > 1 and reference.actor.kind is ActorKind.ORGANIZATION
            guard = body and self.tokens[reference.last - 1].text in lexicons.words("names", "organisation-heads")
            if head_sort(self.tokens[reference.last - 1]) is None or marked or guard:
                return holder(reference.actor), end, None
        if reference is None and (owner := self._pointed_at(index)) is not None:
            return owner, index + 1, None
        elected = self.tokens[limit].lower.rstrip(".") in lexicons.words("role_phrases", "elected")
        if reference is None and not elected and (party := self.organisations.party_at(index, limit)) is not None:
            return *party, None
        if reference is None and (house := self.organisations.house_at(index, limit)) is not None:
            return house, index + 2, None
        sure = self.tokens[limit].lower in lexicons.words("role_phrases", "of-places")
        place = self.organisations.place_at(index, limit, sure=sure) if reference is None else None
        if place is not None and not self._opens_name(place[1], limit):
            return place[0], place[1], None
        if reference is None and (unknown := self.organisations.unresolved(index, limit)) is not None:
            return unknown[0], unknown[1], None
        if reference is None and (unnamed := self.organisations.unnamed_owner(index, limit)) is not None:
            return unnamed, index + 2, None
        if reference is None and (owner := self.organisations.named_owner(index, limit)) is not None:
            return owner, index + 2, None
        if reference is None and self.organisations.owned(index, limit):
            return None, index + 2, None
        return None, index + 1, None

    def _pointed_at(self, index: int) -> Organisation | None:
        """What "its" or "whose" means."""
        owners = self.organisations.owners
        word = self.tokens[index].lower
        return owners.nearest(index) if word == "its" else owners.whose(index) if word == "whose" else None

    def _opens_name(self, end: int, head: int) -> bool:
        """Is the place before a lower-case title the beginning of a longer name ("Kansas City Star reporter")?"""
        named = end < head and self.tokens[end].text[0].isalpha() and self.organisations.name_part(self.tokens[end])
        place = self.tokens[end - 1].text not in gazetteer().adjectives
        return named and place and self.tokens[head].text.islower() and self.references.at(end) is None

    def _skip(self, index: int, head: int) -> int:
        """Past determiners and words that say how the post is held."""
        words = title_words()
        while index < head:
            token = self.tokens[index]
            if (
                token.lower in lexicons.words("title_forms", "leaning")
                and index + 2 < head
                and self.tokens[index + 1].text in ("-", "–")
            ):
                index += 3
                continue
            following = self.tokens[index + 1].lower if index + 1 <= head else ""
            if token.lower in ("first", "last", "senior") and (following in words.kept or following == "lady"):
                break
            forms = lexicons.words("title_forms", "counted"), lexicons.words("title_forms", "numbered-posts")
            if token.lower in forms[0] and following not in forms[1]:
                index += 1  # "the fourth aid worker"
                continue
            edge = token.lower in DETERMINERS or token.lower.rstrip("-") in words.former or token.lower in words.status
            aged = token.pos == "NUM" or (
                token.text in ("-", "–", "year", "old", "time", "&", ",") and token.lower not in words.kept
            )
            stray = token.pos == "NOUN" and token.text.islower() and self._before_capital(index, head)
            if not (
                edge or aged or stray or token.text in POSSESSIVES or token.pos == "DET" or token.text.endswith("-old")
            ):
                break
            index += 1
        return index

    def _before_capital(self, index: int, head: int) -> bool:
        """ "(to) attack Green leader NAME": a small noun before a capital, taken for part of the title."""
        if index + 1 >= head or self.tokens[index].lower in title_words().kept or head_sort(self.tokens[index]):
            return False
        return self.tokens[index + 1].text[0].isupper() and self.tokens[index + 1].pos in ("PROPN", "ADJ", "NOUN")

    def title(self, phrase: RolePhrase) -> str | None:
        """The title as written; a plural that several share in the singular."""
        if phrase.title is None:
            return None
        first, last = phrase.title
        return phrase.rank + self._numbered(phrase, first, last)

    def _numbered(self, phrase: RolePhrase, first: int, last: int) -> str:
        """The words of a title, in the singular when they end in a plural head."""
        if first == last - 1 == phrase.head or last == phrase.head + 1:
            before = self.document.text(first, phrase.head) + " " if first < phrase.head else ""
            if is_plural(self.tokens[phrase.head]):
                joined = (
                    self.tokens[phrase.head - 1].end == self.tokens[phrase.head].start if phrase.head > first else False
                )
                return (before.rstrip() if joined else before) + singular(self.tokens[phrase.head].text)
        return self.document.text(first, last)

    def fact(self, mention: Reference, phrase: RolePhrase) -> RoleFact:
        """A phrase as a fact about the person mentioned beside it."""
        first, last = min(phrase.first, mention.first), max(phrase.last, mention.last)
        return RoleFact(
            mention.actor,
            self.title(phrase),
            phrase.organisation,
            phrase.former,
            first,
            last,
            phrase.sort,
            phrase.possessor,
        )
