"""Which organisation, state or place a stretch of words beside a title names."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.extract.roles.governments import governments
from briefbook.extract.roles.owners import POSSESSIVES, Organisation, OwnerFinder, holder, organisation_nouns
from briefbook.extract.roles.titles import head_sort, title_words
from briefbook.grammar.gazetteer import LONGEST_ADJECTIVE, State, gazetteer
from briefbook.model import Actor, ActorKind


class OrganisationFinder:
    """Names organisations, states and places in one document.

    Attributes:
        unlisted: States and places that hold posts and are no actors, by usual name, with the tokens that name them.
    """

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
        self.owners = OwnerFinder(references)

    def state(self, name: str, first: int, last: int) -> Organisation:
        """A state, region or city, linked to its actor when the article has one; else noted as one that holds posts."""
        actor = self.states.get(name)
        if actor is not None:
            return Organisation(actor.id, actor.name, True)
        self.unlisted.setdefault(name, []).append((first, last))
        return Organisation(None, name, True)

    def spoken_of(self, name: str, spans: Iterable[tuple[int, int]]) -> Organisation | None:
        """A state that is not named beside a title: its actor, or the first of the token ranges that speak of it alone."""
        if name in self.states:
            return self.state(name, 0, 0)
        first = next((span for span in spans if self.references.at(span[0]) is None), None)
        return self.state(name, *first) if first else None

    def place_at(self, index: int, limit: int, *, sure: bool = False) -> tuple[Organisation, int] | None:
        """A state, region or city that is no actor, or the adjective of a state; "pro-Russian" is none."""
        token = self.tokens[index]
        if (
            index > 1
            and self.tokens[index - 1].text in ("-", "–")
            and self.tokens[index - 2].lower in lexicons.words("title_forms", "leaning")
        ):
            return None
        if token.text == "Soviet":
            return self.state("Soviet Union", index, index + 1), index + 1
        adjective = self._adjective(index, limit)
        if adjective is not None and token.text not in gazetteer().states:
            end = index + adjective[1]
            return self.state(adjective[0].name, index, end), end
        for end in range(min(limit, index + 3), index, -1):
            name = self.document.text(index, end)
            if (
                token.pos == "PROPN"
                and gazetteer().knows(name)
                and (sure or name in gazetteer().states or token.entity in ("GPE", "LOC"))
            ):
                marked = end < limit and self.tokens[end].text in POSSESSIVES
                state = gazetteer().states.get(name)
                return self.state(state.name if state else name, index, end), end + marked
        return None

    def house_at(self, index: int, limit: int) -> Organisation | None:
        """A seat of government that stands for it ("White House") and that no mention covers."""
        name = self.document.text(index, index + 2) if index + 2 <= limit else ""
        if name.lower() not in governments().houses or not name[0].isupper():
            return None
        actor = self.named.get(name)
        return holder(actor) if actor is not None else Organisation(None, name, False)

    def party_at(self, index: int, limit: int) -> tuple[Organisation, int] | None:
        """The party that an adjective stands for ("Conservative leader"), when the article names it by its usual name."""
        for end in range(min(limit, index + 2), index, -1):
            word = self.document.text(index, end)
            whole = (word + "s", word + " Party", word[:-1] + "ies")
            actor = next((self.named[name] for name in whole if name in self.named), None)
            if word[0].isupper() and actor is not None and actor.kind is ActorKind.ORGANIZATION:
                return holder(actor), end
        return None

    def _adjective(self, index: int, limit: int) -> tuple[State, int] | None:
        """The state whose adjective begins here, and its length in tokens."""
        return gazetteer().adjective(*(t.text for t in self.tokens[index : min(limit, index + LONGEST_ADJECTIVE)]))

    def described(self, index: int, limit: int) -> Organisation | None:
        """An unnamed body of a state: "the Norwegian federation", "Norway's foreign ministry"."""
        last = limit - 1
        adjective = self._adjective(index, last)
        state = adjective[0] if adjective else gazetteer().states.get(self.tokens[index].text)
        if state is None or last == index or self.tokens[last].lower not in organisation_nouns():
            return None
        return Organisation(None, self.document.text(index, limit), False)

    def unresolved(self, index: int, limit: int) -> tuple[Organisation, int] | None:
        """A capitalised name before a lower-case title that is no known actor ("Harrow Bank spokesman"), or "the agency's"."""
        token = self.tokens[index]
        if token.lower in organisation_nouns() and index + 1 < limit and self.tokens[index + 1].text in POSSESSIVES:
            known = self.owners.generic(index)
            return (known, index + 2) if known is not None else None
        if limit >= len(self.tokens) or self.tokens[limit].text[0].isupper():
            return None
        short = index + 1 == limit and token.lower in organisation_nouns() and token.text[0].isupper()
        if short and (known := self.owners.generic(index)) is not None:
            return known, limit
        alias = self.named.get(token.text) if index + 1 == limit else None
        if alias is not None and alias.kind is ActorKind.ORGANIZATION:
            return holder(alias), limit
        end = self.name_end(index, limit)
        end = end if end > index else self._short_form(index, limit)
        if end == index + 1 and token.text in lexicons.words("names", "people-of-belief"):
            return None  # "Protestant missionary"
        marked = end < limit and self.tokens[end].text in POSSESSIVES
        if end == index or (end < limit and not marked and self.tokens[end].pos == "PROPN"):
            return None
        actor = self.named.get(self.document.text(index, end)) or self._of_whole(self.document.text(index, end))
        if actor is None:
            return Organisation(None, self.document.text(index, end), False), end + marked
        return None if actor.kind is ActorKind.PERSON else (holder(actor), end + marked)

    def owned(self, index: int, limit: int) -> bool:
        """Does a common noun own what follows ("the state's attorney general")?"""
        token = self.tokens[index]
        return index + 1 < limit and token.pos == "NOUN" and self.tokens[index + 1].text in POSSESSIVES

    def named_owner(self, index: int, limit: int) -> Organisation | None:
        """ "Tessaly's": a place that no list has, as the model sees it."""
        token = self.tokens[index]
        owner = index + 1 < limit and token.pos == "PROPN" and self.tokens[index + 1].text in POSSESSIVES
        return self.state(token.text, index, index + 1) if owner and token.entity in ("GPE", "LOC") else None

    def unnamed_owner(self, index: int, limit: int) -> Organisation | None:
        """ "the museum's": an organisation that the article does not name."""
        token = self.tokens[index]
        if not self.owned(index, limit) or token.lower not in organisation_nouns():
            return None
        return self.owners.unnamed(index) or Organisation(None, token.text, False)

    def _of_whole(self, word: str) -> Actor | None:
        """The only organisation whose name has this word ("Rovers" of "Harbour Rovers")."""
        bodies = (a for a in self.references.actors if a.kind is ActorKind.ORGANIZATION)
        found = [a for a in bodies if word in a.name.split()]
        return found[0] if len(found) == 1 else None

    def _short_form(self, index: int, limit: int) -> int:
        """End of one word that is a name elsewhere or before "spokesman" ("Rovers captain"); `index` when there is none."""
        token = self.tokens[index]
        if index + 1 != limit or not self.name_part(token) or token.lower in self.document.small_words:
            return index
        if token.entity in ("PERSON", "ORG", "PRODUCT") and self.tokens[limit].lower in lexicons.words(
            "title_forms", "spoken-for"
        ):
            return limit if self.references.at(index) is None else index
        again = any(t.text == token.text and t.index != index and t.pos == "PROPN" for t in self.tokens)
        return limit if again and self.references.at(index) is None and len(token.text) > 3 else index

    def name_end(self, index: int, limit: int) -> int:
        """End of the capitalised name that begins here and could be an organisation's; `index` when there is none."""
        if not self.name_part(self.tokens[index]) or not self.tokens[index].text[0].isalnum():
            return index
        end = index
        while end < limit and self.name_part(self.tokens[end]):
            end += 1
        return end if end - index >= 2 or self.tokens[index].entity == "ORG" else index

    def name_part(self, token: Token) -> bool:
        """Could this token be part of an organisation's name?"""
        proper = (
            token.pos == "PROPN"
            and token.text[0].isupper()
            and token.entity not in ("NORP", "DATE", "TIME", "CARDINAL", "ORDINAL")
        )
        joined = token.text in ("-", "&") and self.tokens[token.index - 1].end == token.start
        title = (
            head_sort(token) is not None
            or token.lower in title_words().former
            or token.lower in title_words().status
            or token.lower in title_words().honorifics
        )
        return (proper and not title and token.text not in gazetteer().adjectives) or joined

    def longer(self, reference: Reference, limit: int) -> Organisation | None:
        """ "St. Louis County police chief", "Orsa City striker": what the name of a town opens with the word behind it."""
        last = reference.last
        if reference.actor.kind is not ActorKind.GEOPOLITICAL or last >= limit:
            return None
        name = self.document.text(reference.first, last + 1)
        if self.tokens[last].text in lexicons.words("role_phrases", "districts"):
            return self.state(name, reference.first, last + 1)
        club = self.tokens[last].text in lexicons.words("names", "club-tails") and last + 1 == limit
        return Organisation(None, name, False) if club and self.tokens[limit].text.islower() else None

    def misnamed(self, actor: Actor) -> bool:
        """A one-word "person" named only once, as what somebody speaks for or manages, is an organisation."""
        return " " not in actor.name and len(actor.mentions) == 1
