"""Read one role phrase: a title with its organisation around a head noun.

"Ukraine's first deputy foreign minister", "head of the trade committee of the State Duma", "former Harrow Bank chief
executive": the organisation is a name (or a description of an organisation already resolved, or the adjective of a
state) before the head or after "of", "for", "at", "with"; the title is the rest, as written, without words that
say how the post is held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.extract.roles.titles import Sort, head_sort, is_plural, singular, title_words
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Actor, ActorKind

MAX_LEFT = 12
MAX_RIGHT = 20
LINKS = frozenset({"of", "for", "at", "with", "in", "to", "on", "from"})
STATE_LINKS = frozenset({"of", "for"})
"""Prepositions after which a state or place holds the post; after "in" or "at" it only says where."""
TITLE_LINKS = frozenset({"of", "for", "to", "on"})
"""Prepositions that can continue a title ("Secretary of State", "envoy to Syria", "adviser on trade")."""
LEANINGS = frozenset({"pro", "anti", "non"})
LEFT_POS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
ENVOYS = frozenset({"ambassador", "envoy", "representative", "delegate", "emissary", "consul", "ambassadors", "envoys"})
"""They are sent by a state; where they are sent to belongs to the title ("UN ambassador", "envoy to Syria")."""
FIELD_HEADS = frozenset({"secretary", "minister", "undersecretary", "ministers", "secretaries"})
"""After these, "of" and a capitalised word give the field ("Minister of Health")."""
GENERIC = frozenset({"company", "firm", "group", "agency", "department", "ministry", "party", "organization", "organisation", "university", "bank", "union", "association",
    "council", "committee", "commission", "court", "club", "team", "federation", "institute", "foundation", "airline", "church", "hospital", "school", "college", "bureau", "authority", "league", "movement", "charity", "newspaper", "network", "board", "office", "corporation"})
"""Nouns that stand for an organisation named before."""
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "one", "another", "both"})


class Organisation(NamedTuple):
    """Where a post is held: actor id or None, and the name."""

    actor: str | None
    name: str
    state: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePhrase:
    """A title and its surroundings.

    Attributes:
        first: First token of the whole phrase.
        last: One past its last token.
        title: Token range of the title, or None when only an organisation is given.
        sort: Of the head noun.
        organisation: Where the post is held, or None.
        possessor: The person it is held under ("Marsh's lawyer"), or None.
        former: It is over.
        head: Head token.
    """

    first: int
    last: int
    title: tuple[int, int] | None
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
        self.states: dict[str, Actor] = {}
        for actor in references.actors:
            if actor.kind is ActorKind.GEOPOLITICAL:
                for name in (actor.name, *actor.aliases):
                    known = gazetteer().states.get(name)
                    self.states.setdefault(known.name if known else name, actor)
        self.named = {name: a for a in reversed(references.actors) for name in (a.name, *a.aliases)}
        self.unlisted: dict[str, list[tuple[int, int]]] = {}

    def read(self, head: int, *, stop: int | None = None, start: int | None = None) -> RolePhrase | None:
        """The phrase around a head noun.

        Args:
            head: The head token.
            stop: A token the phrase must not reach on the right (a name that follows).
            start: A token before which it must not reach on the left.
        """
        sort = head_sort(self.tokens[head], open_ended=True)
        if sort is None:
            return None
        left = self._left_edge(head, start)
        title_first, organisation, possessor, former = self._before(left, head)
        right, title_last, after = self._after(head, stop, sort)
        organisation = self._choose(organisation, after, sort)
        return RolePhrase(
            first=left,
            last=max(right, title_last),
            title=(title_first, title_last),
            sort=sort,
            organisation=organisation,
            possessor=possessor,
            former=former,
            head=head,
        )

    def _choose(self, before: Organisation | None, after: Organisation | None, sort: Sort) -> Organisation | None:
        """The organisation of the two sides; a profession is not held in a state ("Turkish analyst")."""
        chosen = before
        if after is not None and (before is None or (before.state and not after.state)):
            chosen = after
        return None if chosen is not None and chosen.state and sort is Sort.PROFESSION else chosen

    # ------------------------------------------------------------ to the left

    def _left_edge(self, head: int, start: int | None) -> int:
        sentence = self.document.sentences[self.tokens[head].sentence]
        floor = max(sentence.first, head - MAX_LEFT, start if start is not None else 0)
        index = head
        while index > floor:
            before = self.tokens[index - 1]
            reference = self.references.at(index - 1)
            if reference is not None and reference.actor.kind is not ActorKind.PERSON and reference.last == index and reference.first >= floor:
                if self._is_place_of_event(reference):
                    break
                index = reference.first
                continue
            if not self._belongs_left(before, index) or self._other_phrase(before, head):
                break
            index -= 1
            if before.lower in DETERMINERS:
                break
        return index

    def _belongs_left(self, token: Token, following: int) -> bool:
        aged = token.text in ("-", "–") or token.lower in ("year", "old", "month") or self.tokens[token.index + 1].text in ("-", "–")
        if token.entity in ("DATE", "TIME") and token.lower not in title_words().status and not aged:
            return False
        if token.lower in DETERMINERS or token.lower in title_words().former:
            return True
        if token.text in POSSESSIVES or token.text == "&":
            return True
        if token.text in ("-", "–") and token.end == self.tokens[following].start:
            return True
        if token.text == "and" and self.tokens[following].pos in ("ADJ", "NOUN", "PROPN"):
            return self._inside_title(token)
        if token.pos == "PROPN" and token.dep == "pobj":
            return False
        if token.pos in ("VERB", "ADV") and token.dep in ("amod", "advmod") and (token.tag in ("VBN", "VBG") or token.lower in ("then", "newly", "recently")):
            return True
        return token.pos in LEFT_POS

    def _other_phrase(self, token: Token, head: int) -> bool:
        """A lower-case noun before a capitalised title belongs to what went before ("the fact Vice President Marsh")."""
        return token.pos == "NOUN" and token.text.islower() and self.tokens[head].text[0].isupper() and self.tokens[head].pos == "PROPN"

    def _inside_title(self, token: Token) -> bool:
        """"and" between two modifiers of one head ("trade and industry minister")."""
        head = self.tokens[token.head]
        conjoined = [self.tokens[c] for c in self.document.children[head.index] if self.tokens[c].dep == "conj"]
        return head.dep in ("compound", "amod", "nmod") and any(c.index > token.index for c in conjoined) and head_sort(head) is None

    def _is_place_of_event(self, reference: Reference) -> bool:
        """"in Oslo Mayor Berg said": the place belongs to "in"."""
        token = self.tokens[reference.last - 1]
        return reference.actor.kind is ActorKind.GEOPOLITICAL and token.dep == "pobj"

    def _before(self, left: int, head: int) -> tuple[int, Organisation | None, Actor | None, bool]:
        """Title start, organisation, possessor and whether it is over, from tokens [left, head)."""
        words = title_words()
        former = any(self.tokens[i].lower.rstrip("-") in words.former for i in range(left, head))
        organisation: Organisation | None = None
        possessor: Actor | None = None
        title = left
        index = left
        envoy = self.tokens[head].lower in ENVOYS
        while index < head:
            found, end, person = self._organisation_at(index, head)
            if person is not None:
                possessor, title = person, end
            elif found is not None and (organisation is None or (not envoy and (organisation.state or not found.state))):
                organisation, title = found, end
            index = max(end, index + 1)
        return self._skip(title, head), organisation, possessor, former

    def _organisation_at(self, index: int, limit: int) -> tuple[Organisation | None, int, Actor | None]:
        """The organisation or possessor that begins at a token, and the token after it and its possessive mark."""
        reference = self.references.at(index)
        if reference is not None and reference.last <= limit:
            end = reference.last
            marked = end < limit and self.tokens[end].text in POSSESSIVES
            end += marked
            if reference.actor.kind is ActorKind.PERSON:
                if not marked and self._misnamed(reference.actor):
                    return Organisation(None, reference.actor.name, False), end, None
                return None, end, reference.actor if marked or self.tokens[index].tag == "PRP$" else None
            if head_sort(self.tokens[reference.last - 1]) is None or marked:
                return self.of(reference.actor), end, None
        if reference is None and self.tokens[index].lower == "its" and (owner := self._nearest(index)) is not None:
            return owner, index + 1, None
        if reference is None and (place := self._place_at(index, limit)) is not None:
            return place[0], place[1], None
        if reference is None and (unknown := self._unresolved(index, limit)) is not None:
            return unknown[0], unknown[1], None
        return None, index + 1, None

    def _place_at(self, index: int, limit: int) -> tuple[Organisation, int] | None:
        """A state, region or city that is no actor, or the adjective of a state; "pro-Russian" is none."""
        token = self.tokens[index]
        if index > 1 and self.tokens[index - 1].text in ("-", "–") and self.tokens[index - 2].lower in LEANINGS:
            return None
        if token.text == "Soviet":
            return self.state("Soviet Union", index, index + 1), index + 1
        adjective = gazetteer().adjectives.get(token.text)
        if adjective is not None and token.text not in gazetteer().states:
            return self.state(adjective.name, index, index + 1), index + 1
        for end in range(min(limit, index + 3), index, -1):
            name = self.document.text(index, end)
            if token.pos == "PROPN" and gazetteer().knows(name) and (name in gazetteer().states or token.entity in ("GPE", "LOC")):
                marked = end < limit and self.tokens[end].text in POSSESSIVES
                state = gazetteer().states.get(name)
                return self.state(state.name if state else name, index, end), end + marked
        return None

    def _unresolved(self, index: int, limit: int) -> tuple[Organisation, int] | None:
        """A capitalised name before a lower-case title that is no known actor ("Harrow Bank spokesman"), or "the agency's"."""
        token = self.tokens[index]
        if token.lower in GENERIC and index + 1 < limit and self.tokens[index + 1].text in POSSESSIVES:
            known = self.generic(index)
            return (known, index + 2) if known is not None else None
        if limit >= len(self.tokens) or self.tokens[limit].text[0].isupper():
            return None
        end = self._name_end(index, limit)
        marked = end < limit and self.tokens[end].text in POSSESSIVES
        if end == index or (end < limit and not marked and self.tokens[end].pos == "PROPN"):
            return None
        known = self.named.get(self.document.text(index, end))
        if known is not None and known.kind is ActorKind.PERSON:
            return None
        return self.of(known) if known else Organisation(None, self.document.text(index, end), False), end + marked

    def _name_end(self, index: int, limit: int) -> int:
        """End of the capitalised name that begins here and could be an organisation's; `index` when there is none."""
        if not self._name_part(self.tokens[index]) or not self.tokens[index].text[0].isalnum():
            return index
        end = index
        while end < limit and self._name_part(self.tokens[end]):
            end += 1
        return end if end - index >= 2 or self.tokens[index].entity == "ORG" else index

    def _name_part(self, token: Token) -> bool:
        proper = token.pos == "PROPN" and token.text[0].isupper() and token.entity not in ("NORP", "DATE", "TIME", "CARDINAL", "ORDINAL")
        joined = token.text in ("-", "&") and self.tokens[token.index - 1].end == token.start
        title = head_sort(token) is not None or token.lower in title_words().former or token.lower in title_words().status
        return (proper and not title and token.text not in gazetteer().adjectives) or joined

    def _nearest(self, index: int) -> Organisation | None:
        """The organisation named last before "its" in the same sentence."""
        sentence = self.document.sentences[self.tokens[index].sentence]
        for here in range(index - 1, sentence.first - 1, -1):
            reference = self.references.at(here)
            if reference is not None and reference.actor.kind is not ActorKind.PERSON:
                return self.of(reference.actor)
        return None

    def _misnamed(self, actor: Actor) -> bool:
        """A one-word "person" named only once, as what somebody speaks for or manages, is an organisation."""
        return " " not in actor.name and len(actor.mentions) == 1

    def generic(self, index: int) -> Organisation | None:
        """The organisation that "the agency" stands for: the last one named before whose name has the word, or the only one."""
        word = self.tokens[index].lower
        before = [r.actor for r in self.references.all if r.first < index and r.actor.kind is ActorKind.ORGANIZATION]
        named = [a for a in before if word in a.name.lower().split()]
        recent = list(dict.fromkeys(a.id for a in before[-6:]))
        if named:
            return self.of(named[-1])
        return self.of(before[-1]) if before and len(recent) == 1 else None

    def _skip(self, index: int, head: int) -> int:
        """Past determiners and words that say how the post is held."""
        words = title_words()
        while index < head:
            token = self.tokens[index]
            if token.lower in LEANINGS and index + 2 < head and self.tokens[index + 1].text in ("-", "–"):
                index += 3
                continue
            following = self.tokens[index + 1].lower if index + 1 <= head else ""
            if token.lower in ("first", "last", "next", "senior") and (following in words.kept or following == "lady"):
                break
            edge = token.lower in DETERMINERS or token.lower.rstrip("-") in words.former or token.lower in words.status
            aged = token.pos == "NUM" or (token.text in ("-", "–", "year", "old", "&", ",") and token.lower not in words.kept)
            if not (edge or aged or token.text in POSSESSIVES or token.pos == "DET" or token.text.endswith("-old")):
                break
            index += 1
        return index

    # ------------------------------------------------------------ to the right

    def _after(self, head: int, stop: int | None, sort: Sort) -> tuple[int, int, Organisation | None]:
        """End of the phrase, end of the title, and the organisation named after the head."""
        sentence = self.document.sentences[self.tokens[head].sentence]
        limit = min(sentence.last, head + MAX_RIGHT, stop if stop is not None else sentence.last)
        title_last = end = head + 1
        index = head + 1
        while index + 1 < limit and self.tokens[index].lower in LINKS:
            link = self.tokens[index].lower
            noun, last = self._noun_phrase(index + 1, limit)
            if last == index + 1:
                break
            field = self.tokens[head].lower in FIELD_HEADS and not self._listed(index + 1, last)
            found = None if field else self._named_in(index + 1, last, link, sort)
            if found is not None:
                further = self._after_organisation(last, limit, sort)
                return (further[0], last, further[1]) if further else (last, title_last, found)
            if noun is None or link not in TITLE_LINKS or self._is_event(noun):
                break
            title_last = end = last
            index = last
        return end, title_last, None

    def _listed(self, first: int, last: int) -> bool:
        """Does the phrase name an actor or a place (and not a field, as "Secretary of State" does)?"""
        return any(self.references.at(i) is not None or self._place_at(i, last) is not None for i in range(first, last))

    def _after_organisation(self, index: int, limit: int, sort: Sort) -> tuple[int, Organisation] | None:
        """"director of the Norland Project at the Harrow Institute": the second is where the post is."""
        if index + 1 >= limit or self.tokens[index].lower not in ("at", "of"):
            return None
        _, last = self._noun_phrase(index + 1, limit)
        found = self._named_in(index + 1, last, self.tokens[index].lower, sort) if last > index + 1 else None
        return (last, found) if found is not None and not found.state and found.actor is not None else None

    def _noun_phrase(self, first: int, limit: int) -> tuple[int | None, int]:
        """Head and end of the noun phrase that begins at a token; names are taken whole."""
        index, head = first, None
        while index < limit:
            token = self.tokens[index]
            reference = self.references.at(index)
            if reference is not None and reference.first >= first and reference.last <= limit:
                owner = self.tokens[min(reference.last, limit - 1)].text in POSSESSIVES
                if reference.actor.kind is ActorKind.PERSON and not owner and (index > first or len(reference.actor.mentions) > 1):
                    break
                index, head = reference.last, reference.last - 1
                continue
            joined = token.text in ("-", "&", "–") or token.text in POSSESSIVES or (token.text == "and" and self._joins(index, limit))
            based = token.tag == "VBN" and self.tokens[index - 1].text in ("-", "–")
            if not (joined or based or token.pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or token.tag == "PRP$"):
                break
            if token.pos in ("NOUN", "PROPN"):
                head = index
            index += 1
        while index > first and self.tokens[index - 1].text in ("and", "-", "–", "&"):
            index -= 1
        return head, index

    def _joins(self, index: int, limit: int) -> bool:
        """"and" inside a name or field ("Trade and Industry", "arts and culture")."""
        if index + 1 >= limit:
            return False
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        return before.pos == after.pos and before.text[0].isupper() == after.text[0].isupper() and head_sort(after) is None

    def _named_in(self, first: int, last: int, link: str, sort: Sort) -> Organisation | None:
        """The organisation a noun phrase names, or begins with ("the party's youth wing")."""
        if link in ("to", "on"):
            return None
        best: Organisation | None = None
        for index in range(first, last):
            found = self._holder(index, last, link, sort)
            if found is not None and (best is None or (best.state and not found.state)):
                best = found
        return best

    def _holder(self, index: int, last: int, link: str, sort: Sort) -> Organisation | None:
        """The organisation or state that a token inside an "of" phrase names."""
        reference = self.references.at(index)
        states = link in STATE_LINKS and sort is Sort.POST
        if reference is not None:
            if reference.last > last or reference.first != index:
                return None
            if reference.actor.kind is ActorKind.PERSON:
                alone = link == "of" and sort is Sort.POST and len(reference.actor.mentions) == 1 and reference.last == last
                return Organisation(None, reference.actor.name, False) if alone else None
            found = self.of(reference.actor)
            return found if states or not found.state else None
        if self.tokens[index].lower in GENERIC and link in ("of", "for", "at", "with"):
            return self.generic(index) if self.tokens[index - 1].lower in ("the", "its") else None
        place = self._place_at(index, last) if states else None
        if place is not None:
            return place[0]
        if index and self._name_part(self.tokens[index - 1]):
            return None
        end = self._name_end(index, last)
        return Organisation(None, self.document.text(index, end), False) if end == last and end > index else None

    def _is_event(self, noun: int) -> bool:
        return self.tokens[noun].entity in ("DATE", "TIME", "MONEY", "PERCENT")

    def title(self, phrase: RolePhrase) -> str | None:
        """The title as written; a plural that several share in the singular."""
        if phrase.title is None:
            return None
        first, last = phrase.title
        if first == last - 1 == phrase.head or last == phrase.head + 1:
            before = self.document.text(first, phrase.head) + " " if first < phrase.head else ""
            if is_plural(self.tokens[phrase.head]):
                joined = self.tokens[phrase.head - 1].end == self.tokens[phrase.head].start if phrase.head > first else False
                return (before.rstrip() if joined else before) + singular(self.tokens[phrase.head].text)
        return self.document.text(first, last)

    # ------------------------------------------------------------ organisations

    def of(self, actor: Actor) -> Organisation:
        """An actor as the holder of posts."""
        return Organisation(actor.id, actor.name, actor.kind is ActorKind.GEOPOLITICAL)

    def state(self, name: str, first: int, last: int) -> Organisation:
        """A state, region or city, linked to its actor when the article has one; else noted as one that holds posts."""
        actor = self.states.get(name)
        if actor is not None:
            return Organisation(actor.id, actor.name, True)
        self.unlisted.setdefault(name, []).append((first, last))
        return Organisation(None, name, True)
