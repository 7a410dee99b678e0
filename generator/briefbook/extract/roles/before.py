"""Roles that stand before a name: "Norland's foreign minister NAME", "Lt. NAME", "the chief executive, NAME,"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefbook.analysis import AnalysedDocument, Reference, References
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.owners import POSSESSIVES
from briefbook.extract.roles.phrases import PhraseReader, RolePhrase
from briefbook.extract.roles.ranks import RankReader
from briefbook.extract.roles.removal import Removals
from briefbook.extract.roles.titles import Sort, head_sort, is_plural, title_words
from briefbook.model import ActorKind, MentionForm

CLOSERS = frozenset({",", "—", "–", ")", ".", ";", ":", "!", "?", "”", '"', "’", "-"})
BEHIND_HEADS = frozenset({"of", "for", "at", "to", "in", "here", "there"})
AT_THE_TIME = "at the time"
LOOK_BACK_OF = 18
"""Tokens over which a title's complement may reach back to its head."""


class BeforeNames:
    """Finds the roles before one named mention of a person."""

    def __init__(self, references: References, reader: PhraseReader) -> None:
        self.references = references
        self.reader = reader
        self.ranks = RankReader(references, reader)
        self.removals = Removals(references)
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens

    def facts(self, mention: Reference) -> Iterator[RoleFact]:
        """All roles stated before a mention, or in its name."""
        over = self.removals.tells(mention)
        for fact in (*self._inside(mention), *self._before(mention)):
            yield fact._replace(former=True) if over and fact.title is not None else fact

    def _inside(self, mention: Reference) -> Iterator[RoleFact]:
        """A title that is part of the name as written ("Pope Leo")."""
        index = mention.first
        while index < mention.last - 1 and (sort := head_sort(self.tokens[index])) is not None:
            index += 1
        if index > mention.first and sort is not Sort.PROFESSION:
            before = [t.lower for t in self.tokens[max(0, mention.first - 2) : mention.first]]
            former = any(word in title_words().former for word in before)
            yield RoleFact(
                mention.actor,
                self.document.text(mention.first, index),
                None,
                former,
                mention.first,
                mention.last,
                Sort.RANK,
            )

    def _before(self, mention: Reference) -> Iterator[RoleFact]:
        floor = self._floor(mention)
        index, ranks = self.ranks.read(mention, floor)
        index = self._past_party(self._past_age(index, floor), floor)
        if ranks is not None:
            yield ranks
        if index <= floor:
            return
        previous = self.tokens[index - 1]
        if previous.text == "," and index - 2 >= floor:
            yield from self._apposed_before(mention, index - 1, floor)
        elif previous.text in POSSESSIVES and (comma := self._before_owner(index - 2, floor)) is not None:
            yield from self._apposed_before(mention, comma, floor)
        elif previous.text == "]" and index - 2 > floor and head_sort(self.tokens[index - 2]) is not None:
            yield from self._phrase(mention, index - 2, index - 1)
        elif previous.text == "]" and (head := self._before_bracket(index - 1, floor)) is not None:
            yield from self._phrase(mention, head, head + 1)
        elif head_sort(previous, open_ended=True) is not None and not self._is_list(previous.index):
            yield from self._phrase(mention, previous.index, index)
            if (phrase := self.reader.read(previous.index, stop=mention.first)) is not None:
                yield from self._doubly_apposed(mention, phrase, floor)
        elif previous.text in ("and", "&") or previous.pos in ("NOUN", "PROPN"):
            yield from self._with_complement(mention, index, floor)
            yield from self._shared_plural(mention, floor)

    def _past_party(self, index: int, floor: int) -> int:
        """To the left of "Republican" between a comma and a name ("the attorney general, Republican NAME,")."""
        party = index - 2 > floor and self.tokens[index - 1].entity == "NORP" and self.tokens[index - 2].text == ","
        return index - 1 if party and self.references.at(index - 1) is None else index

    def _before_bracket(self, closing: int, floor: int) -> int | None:
        """The title before a given name that an editor put in brackets ("Vice President [Lena] Marsh")."""
        opening = next((i for i in range(closing - 1, max(floor, closing - 4), -1) if self.tokens[i].text == "["), None)
        return opening - 1 if opening is not None and head_sort(self.tokens[opening - 1]) is not None else None

    def _before_owner(self, owner: int, floor: int) -> int | None:
        """The comma before a name that owns another ("Marsh's deputy, Brazil's NAME")."""
        reference = self.references.at(owner)
        first = reference.first if reference is not None else owner
        owned = reference is None or reference.actor.kind is not ActorKind.PERSON
        return first - 1 if owned and first - 2 >= floor and self.tokens[first - 1].text == "," else None

    def _past_age(self, index: int, floor: int) -> int:
        """To the left of "88-year-old"."""
        if index - 5 < floor or self.tokens[index - 1].lower != "old":
            return index
        aged = [t.text for t in self.tokens[index - 5 : index]]
        return index - 5 if aged[1] == aged[3] == "-" and aged[2] == "year" else index

    def _floor(self, mention: Reference) -> int:
        """Where the sentence begins, looking past a break that the point of an abbreviated rank made."""
        start = self.ranks.first_of(mention.first, 0)
        return self.document.sentences[self.tokens[start].sentence].first

    def _phrase(self, mention: Reference, head: int, stop: int) -> Iterator[RoleFact]:
        """The role phrase that ends right before a name, and those coordinated with its head ("founder and chief executive")."""
        phrase = self.reader.read(head, stop=stop)
        if phrase is None or self._of_a_clause(phrase):
            return
        yield self.reader.fact(mention, phrase)
        if (sibling := self._sibling(phrase)) is not None:
            fact = self.reader.fact(mention, sibling)
            yield fact._replace(organisation=fact.organisation or phrase.organisation)

    def _sibling(self, phrase: RolePhrase) -> RolePhrase | None:
        """The phrase coordinated before this one ("founder and chief executive")."""
        before = phrase.first - 1
        if before <= 0 or self.tokens[before].text not in ("and", "&") or is_plural(self.tokens[phrase.head]):
            return None
        other = self.tokens[before - 1]
        if self.tokens[phrase.head].text[0].isupper() and other.text.islower():
            return None  # "the prime minister and Chancellor NAME" are two people
        if (
            head_sort(other) is None
            or self.references.at(before - 1) is not None
            or other.sentence != self.tokens[before].sentence
        ):
            return None
        return self.reader.read(before - 1, stop=before)

    def _of_a_clause(self, phrase: RolePhrase) -> bool:
        """ "a hotelier Marsh picked": after "a", a bare name opens a clause about the noun."""
        return self.tokens[phrase.first].lower in ("a", "an") and self.tokens[phrase.head].text.islower()

    def _is_list(self, head: int) -> bool:
        """A noun that belongs to what stands before it, not to the name ("asked the minister Monday")."""
        token = self.tokens[head]
        return token.entity in ("DATE", "TIME") or (token.dep == "poss" and self.tokens[head + 1].text in POSSESSIVES)

    def _with_complement(self, mention: Reference, index: int, floor: int) -> Iterator[RoleFact]:
        """ "Secretary of State NAME", "Ambassador to the UN NAME": the head stands further left."""
        for head in range(index - 3, max(floor, index - LOOK_BACK_OF) - 1, -1):
            token = self.tokens[head]
            if (inside := self.references.at(head)) is not None and inside.actor.kind is not ActorKind.PERSON:
                continue
            if token.pos in ("VERB", "AUX", "PRON") or token.text in (",", ";", ":", "“", "”", '"'):
                return
            if self.tokens[head + 1].lower in ("of", "to", "for", "at") and head_sort(token) is not None:
                phrase = self.reader.read(head, stop=index)
                if phrase is not None and phrase.last == index:
                    yield self.reader.fact(mention, phrase)
                    yield from self._doubly_apposed(mention, phrase, floor)
                return

    def _shared_plural(self, mention: Reference, floor: int) -> Iterator[RoleFact]:
        """ "presidents A and B", "police officers A and B"."""
        index = mention.first - 1
        if self.tokens[index].text != "and":
            return
        before = self.references.at(index - 1)
        while before is not None and before.actor.kind is ActorKind.PERSON and before.first > floor:
            head = before.first - 1
            if head_sort(self.tokens[head], open_ended=True) is not None and is_plural(self.tokens[head]):
                if (phrase := self.reader.read(head, stop=before.first)) is not None:
                    yield self.reader.fact(mention, phrase)
                return
            if self.tokens[head].text != ",":
                return
            before = self.references.at(head - 1)

    def _apposed_before(self, mention: Reference, comma: int, floor: int) -> Iterator[RoleFact]:
        """ "the chief executive, NAME,": the name closes the apposition."""
        after = self.tokens[mention.last] if mention.last < len(self.tokens) else None
        closed = (
            after is None
            or after.text == "and"
            or after.text in CLOSERS
            or after.block != self.tokens[comma].block
            or after.pos in ("VERB", "AUX")
        )
        if not closed and self.tokens[mention.last - 1].dep != "appos":
            return
        for head in self._heads_before(comma, floor):
            if self.references.at(head) is not None and self._named(head):
                return
            phrase = self.reader.read(head, stop=comma)
            if phrase is None or phrase.last != comma and not self._only_says_where(phrase.last, comma):
                continue
            phrase = replace(phrase, former=phrase.former or self.document.text(phrase.last, comma) == AT_THE_TIME)
            if (sibling := self._sibling(phrase)) is not None and self._opens_well(sibling, False):
                known = sibling.organisation or phrase.organisation
                yield self.reader.fact(mention, sibling)._replace(organisation=known)
                yield self.reader.fact(mention, phrase)._replace(organisation=known)
                return
            if is_plural(self.tokens[head]) and self.tokens[mention.last].text == "and":
                yield from self._shared_apposition(mention, phrase)
                return
            if not self._opens_well(phrase, is_plural(self.tokens[head])):
                continue
            yield self.reader.fact(mention, self._outer(phrase, comma, floor) or phrase)
            return

    def _only_says_where(self, first: int, comma: int) -> bool:
        """ "the head of the office [in Karachi], NAME", "the manager [at the time], NAME"."""
        words = self.tokens[first:comma]
        if self.document.text(first, comma) in (AT_THE_TIME, "here", "there"):
            return True
        named = all(t.pos in ("PROPN", "DET") or t.text in ("-", ",") for t in words[1:])
        return len(words) > 1 and words[0].lower == "in" and named

    def _named(self, index: int) -> bool:
        reference = self.references.at(index)
        return reference is not None and reference.mention.form is MentionForm.NAMED

    def _doubly_apposed(self, mention: Reference, phrase: RolePhrase, floor: int) -> Iterator[RoleFact]:
        """ "the spokesman of the ministry, Ambassador NAME,": the title before the comma is his too.

        The parse must say so, or it is "another diplomat, former envoy NAME,".
        """
        comma = phrase.first - 1
        if comma <= floor or self.tokens[comma].text != ",":
            return
        name = self.tokens[mention.last - 1]
        up = self.tokens[name.head]
        apposed = name.dep == "appos" and up.index < comma and head_sort(up) is not None
        if apposed or self._another(comma, floor):
            yield from self._apposed_before(mention, comma, floor)

    def _another(self, comma: int, floor: int) -> bool:
        """Does "a diplomat" or "another diplomat" stand before the comma, and open its sentence or follow a verb?"""
        index = comma - 1
        while index > floor and self.tokens[index].pos in ("NOUN", "ADJ"):
            index -= 1
        return index == floor and self.tokens[index].lower in ("a", "an", "another") and comma - index <= 4

    def _outer(self, phrase: RolePhrase, comma: int, floor: int) -> RolePhrase | None:
        """ "a spokeswoman for the mayor, NAME,": the name is the spokeswoman's."""
        link = phrase.first - 1
        if link - 1 <= floor or self.tokens[link].lower not in ("for", "of", "to"):
            return None
        head = link - 1
        return self.reader.read(head, stop=comma) if self.tokens[head].lower in title_words().servants else None

    def _shared_apposition(self, mention: Reference, phrase: RolePhrase) -> Iterator[RoleFact]:
        """ "the two co-chairs, A and B"."""
        yield self.reader.fact(mention, phrase)
        index = mention.last
        while index + 1 < len(self.tokens) and self.tokens[index].text in (",", "and"):
            index += 1
            other = self.references.at(index)
            if other is None:
                continue
            if other.actor.kind is not ActorKind.PERSON or other.first != index:
                return
            yield self.reader.fact(other, phrase)
            index = other.last

    def _opens_well(self, phrase: RolePhrase, plural: bool) -> bool:
        """An apposition before a name has a determiner, a possessor, an organisation or begins its sentence."""
        first = self.tokens[phrase.first]
        determined = (
            first.lower in ("the", "a", "an", "his", "her", "its", "their", "another", "whose", "my", "our")
            or phrase.possessor is not None
        )
        return not plural and (determined or phrase.organisation is not None)

    def _heads_before(self, comma: int, floor: int) -> Iterator[int]:
        """Candidate heads left of a comma, the nearest first: the last word, or one with an "of" phrase."""
        for index in range(comma - 1, max(floor, comma - LOOK_BACK_OF) - 1, -1):
            token = self.tokens[index]
            if token.pos in ("VERB", "AUX", "PRON") or token.text in (",", ";", ":"):
                return
            last_word = index == comma - 1
            if (last_word or self.tokens[index + 1].lower in BEHIND_HEADS) and head_sort(token, open_ended=last_word):
                yield index
