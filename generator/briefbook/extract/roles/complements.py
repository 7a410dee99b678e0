"""Read what follows the head noun of a title: "of the trade committee", "to Norland", "at Harrow Bank"."""

from __future__ import annotations

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, References
from briefbook.analysis.casing import common_words
from briefbook.extract.roles.organisations import OrganisationFinder
from briefbook.extract.roles.owners import POSSESSIVES, Organisation, holder, organisation_nouns
from briefbook.extract.roles.titles import Sort, head_sort, title_words
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import ActorKind, MentionForm

MAX_RIGHT = 20
LINKS = frozenset({"of", "for", "at", "with", "in", "to", "on", "from"})
HEADS_OF_FIELDS = frozenset({"Head", "Director", "Chief", "Manager", "Lead"})
STATE_LINKS = frozenset({"of", "for"})
"""Prepositions after which a state or place holds the post; after "in" or "at" it only says where."""
TITLE_LINKS = frozenset({"of", "for", "to", "on"})
"""Prepositions that can continue a title ("Secretary of State", "envoy to Syria", "adviser on trade")."""


class ComplementReader:
    """Reads the complements of titles in one document."""

    def __init__(self, references: References, organisations: OrganisationFinder) -> None:
        self.references = references
        self.organisations = organisations
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens

    def read(self, head: int, stop: int | None, sort: Sort) -> tuple[int, int, Organisation | None]:
        """End of the phrase, end of the title, and the organisation named after the head."""
        sentence = self.document.sentences[self.tokens[head].sentence]
        limit = min(sentence.last, head + MAX_RIGHT, stop if stop is not None else sentence.last)
        title_last = end = head + 1
        index = head + 1
        if index + 1 < limit and (self.tokens[index].lower, self.tokens[index + 1].lower) == ("at", "large"):
            title_last = end = index = index + 2
        while index + 1 < limit and self.tokens[index].lower in LINKS:
            link = self.tokens[index].lower
            noun, last = self._noun_phrase(index + 1, limit)
            if last == index + 1:
                break
            if noun is not None and self._kind_of_place(noun, last, limit):
                index, (noun, last) = last, self._noun_phrase(last + 1, limit)
            field = self.tokens[head].lower in title_words().field_heads and not self._listed(index + 1, last)
            field = field or noun is not None and self.tokens[noun].lower in title_words().offices_of
            field = field or self.tokens[head].text in HEADS_OF_FIELDS and self._is_field(index + 1, last)
            found = None if field else self._named_in(index + 1, last, link, sort)
            if found is not None:
                further = self._after_organisation(last, limit, sort)
                return (further[0], last, further[1]) if further else (last, title_last, found)
            if noun is None or link not in TITLE_LINKS or self._is_event(noun):
                break
            title_last = end = last
            index = last
        return end, title_last, None

    def _kind_of_place(self, noun: int, last: int, limit: int) -> bool:
        """ "mayor of the city of Bergen": the place behind the second "of" has the mayor."""
        places = lexicons.words("names", "place-nouns")
        return last + 1 < limit and self.tokens[noun].lower in places and self.tokens[last].lower == "of"

    def also(self, index: int, limit: int, sort: Sort) -> tuple[Organisation, int] | None:
        """ "owner of Harrow Bank and the Kestrel Herald": a further organisation, and the end of its name."""
        if index + 1 >= limit or self.tokens[index].text != "and":
            return None
        start = index + 1 + (self.tokens[index + 1].lower in ("of", "the"))
        reference = next((r for i in range(start, min(limit, start + 5)) if (r := self.references.at(i))), None)
        if reference is None or reference.actor.kind is not ActorKind.ORGANIZATION or reference.last > limit:
            return None
        plain = all(self.tokens[i].pos in ("DET", "ADJ", "NOUN") for i in range(start, reference.first))
        closed = reference.last >= limit or self.tokens[reference.last].pos in ("PUNCT", "VERB", "AUX", "CCONJ")
        apart = sort is Sort.POST and self.tokens[reference.last - 1].dep not in ("nsubj", "nsubjpass")
        return (holder(reference.actor), reference.last) if plain and closed and apart else None

    def _is_field(self, first: int, last: int) -> bool:
        """ "Head of Investor Relations": ordinary words in capitals that name no body of their own."""
        bodies = organisation_nouns() | {word.lower() for word in lexicons.words("names", "organisation-heads")}
        inside = [t for t in self.tokens[first:last] if t.lower not in ("and", "&")]
        plain = all(t.text[0].isupper() and t.lower in common_words() and t.lower not in bodies for t in inside)
        known = (r for i in range(first, last) if (r := self.references.at(i)) is not None)
        return plain and all(len(r.actor.mentions) == 1 and r.actor.kind is ActorKind.ORGANIZATION for r in known)

    def _listed(self, first: int, last: int) -> bool:
        """Does the phrase name an actor or a place (and not a field, as "Secretary of State" does)?"""
        return any(
            self.references.at(i) is not None or self.organisations.place_at(i, last) is not None
            for i in range(first, last)
        )

    def _after_organisation(self, index: int, limit: int, sort: Sort) -> tuple[int, Organisation] | None:
        """ "director of the Norland Project at the Harrow Institute": the second is where the post is."""
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
                if (
                    reference.actor.kind is ActorKind.PERSON
                    and not owner
                    and (index > first or len(reference.actor.mentions) > 1)
                ):
                    break
                index, head = reference.last, reference.last - 1
                continue
            joined = self._of_in_name(index, limit) or (
                token.text in ("-", "&", "–")
                or token.text in POSSESSIVES
                or (token.text == "and" and self._joins(index, limit))
            )
            based = token.tag == "VBN" and self.tokens[index - 1].text in ("-", "–")
            if not (joined or based or token.pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or token.tag == "PRP$"):
                break
            if token.pos in ("NOUN", "PROPN"):
                head = index
            index += 1
        while index > first and self.tokens[index - 1].text in ("and", "-", "–", "&"):
            index -= 1
        return head, index

    def _of_in_name(self, index: int, limit: int) -> bool:
        """ "of" inside a name that is no actor's ("the Port of Tyne")."""
        if self.tokens[index].lower != "of" or index + 1 >= limit:
            return False
        around = self.tokens[index - 1], self.tokens[index + 1]
        named = all(t.pos == "PROPN" and t.text[0].isupper() and self.references.at(t.index) is None for t in around)
        return named and head_sort(around[0]) is None and not gazetteer().knows(around[1].text)

    def _joins(self, index: int, limit: int) -> bool:
        """ "and" inside a name or field ("Trade and Industry", "arts and culture")."""
        if index + 1 >= limit:
            return False
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        return (
            before.pos == after.pos and before.text[0].isupper() == after.text[0].isupper() and head_sort(after) is None
        )

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
        if reference is not None and reference.first < index and reference.mention.form is MentionForm.NOMINAL:
            reference = None  # the description that this very title is the head of
        states = link in STATE_LINKS and sort is Sort.POST
        if reference is not None:
            if reference.last > last or reference.first != index:
                return None
            if reference.actor.kind is ActorKind.PERSON:
                held = link == "of" and sort is Sort.POST or link == "at"
                alone = held and len(reference.actor.mentions) == 1 and reference.last == last
                return Organisation(None, reference.actor.name, False) if alone else None
            found = holder(reference.actor)
            if found.state and (body := self.organisations.described(index, last)) is not None:
                return body
            return found if states or not found.state else None
        if self.tokens[index].lower in organisation_nouns() and link in ("of", "for", "at", "with"):
            owners = self.organisations.owners
            known = owners.generic(index) if self.tokens[index - 1].lower in ("the", "its") else None
            return known or (owners.unnamed(index) if index == last - 1 and self.tokens[index].text.islower() else None)
        if (body := self.organisations.described(index, last)) is not None:
            return body
        place = self.organisations.place_at(index, last, sure=link == "of") if states else None
        if place is not None:
            return place[0]
        if index and self.organisations.name_part(self.tokens[index - 1]):
            return None
        if self._long_name(index, last):
            return Organisation(None, self.document.text(index, last), False)
        if link == "of" and self._land(index, last):
            return self.organisations.state(self.tokens[index].text, index, last)
        end = self.organisations.name_end(index, last)
        return Organisation(None, self.document.text(index, end), False) if end == last and end > index else None

    def _long_name(self, first: int, last: int) -> bool:
        """ "the Port of Tyne": a name in capitals that no list and no model knows, one of its words no ordinary one."""
        inside = self.tokens[first:last]
        linked = any(t.lower == "of" for t in inside[1:-1]) or any(t.text == "-" for t in inside[1:-1])
        named = all(
            t.text[0].isupper() or t.lower in ("of", "the", "for", "and", "-") or self.tokens[t.index - 1].text == "-"
            for t in inside
        )
        own = any(t.pos == "PROPN" and t.lower not in common_words() for t in inside)
        return linked and named and own and head_sort(inside[0]) is None and inside[0].pos == "PROPN"

    def _land(self, index: int, last: int) -> bool:
        """ "the mayor of Whitmore": a place that no list has, after a title held in places only."""
        token, title = self.tokens[index], self.tokens[index - 2]
        named = last == index + 1 and token.pos == "PROPN" and token.text[0].isupper()
        return named and title.lower in lexicons.words("role_phrases", "of-places")

    def _is_event(self, noun: int) -> bool:
        return self.tokens[noun].entity in ("DATE", "TIME", "MONEY", "PERCENT")
