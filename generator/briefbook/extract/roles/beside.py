"""Roles that stand beside a name: before it, after it, in apposition, in brackets, as a bare affiliation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.analysis import AnalysedDocument, Reference, References
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.phrases import GENERIC, POSSESSIVES, Organisation, PhraseReader, RolePhrase
from briefbook.extract.roles.titles import Sort, head_sort, is_plural, title_words
from briefbook.model import ActorKind, MentionForm

OPENERS = frozenset({",", "—", "–", "(", "-", ":"})
CLOSERS = frozenset({",", "—", "–", ")", ".", ";", ":", "!", "?", "”", "\"", "’", "-"})
PARTY = re.compile(r"([DRI])(?:[-–—]\s?([A-Z][\w.]*(?:\s[A-Z][\w.]*)?))?$")
PARTIES = {"D": "Democratic Party", "R": "Republican Party"}
MAX_APPOSITION = 14
LOOK_BACK_OF = 18


class BesideNames:
    """Finds the roles beside one named mention of a person."""

    def __init__(self, references: References, reader: PhraseReader) -> None:
        self.references = references
        self.reader = reader
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens

    def facts(self, mention: Reference) -> Iterator[RoleFact]:
        """All roles stated beside a mention."""
        yield from self._inside(mention)
        yield from self._before(mention)
        yield from self._after(mention)
        yield from self._bare(mention)

    def fact(self, mention: Reference, phrase: RolePhrase) -> RoleFact:
        """A phrase as a fact about the person mentioned."""
        title = self.reader.title(phrase)
        first, last = min(phrase.first, mention.first), max(phrase.last, mention.last)
        return RoleFact(
            mention.actor, title, phrase.organisation, phrase.former, first, last, phrase.sort, phrase.possessor
        )

    # ------------------------------------------------------------ inside and before the name

    def _inside(self, mention: Reference) -> Iterator[RoleFact]:
        """A title that is part of the name as written ("Pope Leo")."""
        index = mention.first
        while index < mention.last - 1 and (sort := head_sort(self.tokens[index])) is not None:
            index += 1
        if index > mention.first and sort is not Sort.PROFESSION:
            before = [t.lower for t in self.tokens[max(0, mention.first - 2) : mention.first]]
            former = any(word in title_words().former for word in before)
            yield RoleFact(mention.actor, self.document.text(mention.first, index), None, former, mention.first, mention.last, Sort.RANK)

    def _before(self, mention: Reference) -> Iterator[RoleFact]:
        floor = self._floor(mention)
        index, ranks = self._ranks(mention, floor)
        if ranks is not None:
            yield ranks
        if index <= floor:
            return
        previous = self.tokens[index - 1]
        if previous.text == "," and index - 2 >= floor:
            yield from self._apposed_before(mention, index - 1, floor)
        elif previous.text == "]" and index - 2 > floor and head_sort(self.tokens[index - 2]) is not None:
            yield from self._phrase(mention, index - 2, index - 1)
        elif head_sort(previous, open_ended=True) is not None and not self._is_list(previous.index, mention):
            yield from self._phrase(mention, previous.index, index)
        elif previous.text in ("and", "&") or previous.pos in ("NOUN", "PROPN"):
            yield from self._with_complement(mention, index, floor)
            yield from self._shared_plural(mention, floor)

    def _floor(self, mention: Reference) -> int:
        """Where the sentence begins, looking past a break that the point of an abbreviated rank made."""
        sentence = self.document.sentences[self.tokens[mention.first].sentence]
        start = self._rank_before(mention.first, 0)
        if start >= sentence.first and not (start == sentence.first and start < mention.first):
            return sentence.first
        before = self.document.sentences[self.tokens[max(start - 1, 0)].sentence]
        return before.first if before.block == sentence.block else sentence.first

    def _ranks(self, mention: Reference, floor: int) -> tuple[int, RoleFact | None]:
        """Ranks and courtesies right before the name: where they begin, and the rank as a role."""
        words = title_words()
        index = mention.first
        while index > floor and self.tokens[index - 1].lower in words.honorifics:
            index -= 1
        end = index
        index = self._rank_before(index, floor)
        if index == end or self._continues_left(index, floor):
            return (index if index != end and not self._continues_left(index, floor) else end), None
        if (organisation := self._service(index, floor)) is not None:
            first = self.reader._left_edge(index, floor)
            return first, RoleFact(mention.actor, self.document.text(index, end), organisation, False, index, mention.last, Sort.RANK)
        return index, RoleFact(mention.actor, self.document.text(index, end), None, False, index, mention.last, Sort.RANK)

    def _rank_before(self, index: int, floor: int) -> int:
        """Where the run of ranks that ends before a token begins ("Lt. Col."); their points may stand apart."""
        ranks = title_words().ranks
        while index > floor:
            dotted = self.tokens[index - 1].text == "." and index - 2 >= floor
            word = self.tokens[index - 2 if dotted else index - 1]
            if word.lower not in ranks or not word.text[0].isupper() or word.block != self.tokens[index].block:
                break
            index = word.index
        return index

    def _continues_left(self, index: int, floor: int) -> bool:
        """Is the rank the head of a longer title ("Attorney General", "Foreign Secretary")?"""
        if index <= floor:
            return False
        before = self.tokens[index - 1]
        reference = self.references.at(index - 1)
        if (reference is not None and reference.last == index) or (before.text.islower() and head_sort(before) is not None):
            return False
        return before.pos in ("PROPN", "ADJ") and before.text not in POSSESSIVES or before.text in ("-",) or before.lower in title_words().former

    def _service(self, index: int, floor: int) -> Organisation | None:
        """An organisation right before a rank ("Coast Guard Lt. Berg")."""
        if index <= floor:
            return None
        before = index - 1
        if self.tokens[before].text in POSSESSIVES:
            before -= 1
        reference = self.references.at(before)
        if reference is None or reference.actor.kind is ActorKind.PERSON or self.tokens[before].dep == "pobj":
            return None
        return self.reader.of(reference.actor)

    def _phrase(self, mention: Reference, head: int, stop: int) -> Iterator[RoleFact]:
        """The role phrase that ends right before a name, and those coordinated with its head ("founder and chief executive")."""
        phrase = self.reader.read(head, stop=stop)
        if phrase is None or self._of_a_clause(mention, phrase):
            return
        yield self.fact(mention, phrase)
        if (sibling := self._sibling(phrase)) is not None:
            fact = self.fact(mention, sibling)
            yield fact._replace(organisation=fact.organisation or phrase.organisation)

    def _sibling(self, phrase: RolePhrase) -> RolePhrase | None:
        """The phrase coordinated before this one ("founder and chief executive")."""
        before = phrase.first - 1
        if before <= 0 or self.tokens[before].text not in ("and", "&") or is_plural(self.tokens[phrase.head]):
            return None
        other = self.tokens[before - 1]
        if head_sort(other) is None or self.references.at(before - 1) is not None or other.sentence != self.tokens[before].sentence:
            return None
        return self.reader.read(before - 1, stop=before)

    def _of_a_clause(self, mention: Reference, phrase: RolePhrase) -> bool:
        """"a hotelier Marsh picked": after "a", a bare name opens a clause about the noun."""
        return self.tokens[phrase.first].lower in ("a", "an") and self.tokens[phrase.head].text.islower()

    def _is_list(self, head: int, mention: Reference) -> bool:
        """A noun that belongs to what stands before it, not to the name ("asked the minister Monday")."""
        token = self.tokens[head]
        return token.entity in ("DATE", "TIME") or (token.dep == "poss" and self.tokens[head + 1].text in POSSESSIVES)

    def _with_complement(self, mention: Reference, index: int, floor: int) -> Iterator[RoleFact]:
        """"Secretary of State NAME", "Ambassador to the UN NAME": the head stands further left."""
        for head in range(index - 3, max(floor, index - LOOK_BACK_OF) - 1, -1):
            token = self.tokens[head]
            if (inside := self.references.at(head)) is not None and inside.actor.kind is not ActorKind.PERSON:
                continue
            if token.pos in ("VERB", "AUX", "PRON") or token.text in (",", ";", ":", "“", "”", "\""):
                return
            if self.tokens[head + 1].lower in ("of", "to", "for", "at") and head_sort(token) is not None:
                phrase = self.reader.read(head, stop=index)
                if phrase is not None and phrase.last == index:
                    yield self.fact(mention, phrase)
                return

    def _shared_plural(self, mention: Reference, floor: int) -> Iterator[RoleFact]:
        """"presidents A and B", "police officers A and B"."""
        index = mention.first - 1
        if self.tokens[index].text != "and":
            return
        before = self.references.at(index - 1)
        while before is not None and before.actor.kind is ActorKind.PERSON and before.first > floor:
            head = before.first - 1
            if head_sort(self.tokens[head], open_ended=True) is not None and is_plural(self.tokens[head]):
                if (phrase := self.reader.read(head, stop=before.first)) is not None:
                    yield self.fact(mention, phrase)
                return
            if self.tokens[head].text != ",":
                return
            before = self.references.at(head - 1)

    def _apposed_before(self, mention: Reference, comma: int, floor: int) -> Iterator[RoleFact]:
        """"the chief executive, NAME,": the name closes the apposition."""
        after = self.tokens[mention.last] if mention.last < len(self.tokens) else None
        closed = after is None or after.text == "and" or after.text in CLOSERS or after.block != self.tokens[comma].block or after.pos in ("VERB", "AUX")
        if not closed and self.tokens[mention.last - 1].dep != "appos":
            return
        for head in self._heads_before(comma, floor):
            if self.references.at(head) is not None and self._named(head):
                return
            phrase = self.reader.read(head, stop=comma)
            if phrase is None or phrase.last != comma:
                continue
            if (sibling := self._sibling(phrase)) is not None and self._opens_well(sibling, False):
                known = sibling.organisation or phrase.organisation
                yield self.fact(mention, sibling)._replace(organisation=known)
                yield self.fact(mention, phrase)._replace(organisation=known)
                return
            if is_plural(self.tokens[head]) and self.tokens[mention.last].text == "and":
                yield from self._shared_apposition(mention, phrase)
                return
            if not self._opens_well(phrase, is_plural(self.tokens[head])):
                continue
            yield self.fact(mention, phrase)
            return

    def _named(self, index: int) -> bool:
        reference = self.references.at(index)
        return reference is not None and reference.mention.form is MentionForm.NAMED

    def _shared_apposition(self, mention: Reference, phrase: RolePhrase) -> Iterator[RoleFact]:
        """"the two co-chairs, A and B"."""
        yield self.fact(mention, phrase)
        index = mention.last
        while index + 1 < len(self.tokens) and self.tokens[index].text in (",", "and"):
            index += 1
            other = self.references.at(index)
            if other is None:
                continue
            if other.actor.kind is not ActorKind.PERSON or other.first != index:
                return
            yield self.fact(other, phrase)
            index = other.last

    def _opens_well(self, phrase: RolePhrase, plural: bool) -> bool:
        """An apposition before a name has a determiner, a possessor, an organisation or begins its sentence."""
        first = self.tokens[phrase.first]
        determined = first.lower in ("the", "a", "an", "his", "her", "its", "their", "another") or phrase.possessor is not None
        return not plural and (determined or phrase.organisation is not None)

    def _heads_before(self, comma: int, floor: int) -> Iterator[int]:
        """Candidate heads left of a comma, the nearest first: the last word, or one with an "of" phrase."""
        for index in range(comma - 1, max(floor, comma - LOOK_BACK_OF) - 1, -1):
            token = self.tokens[index]
            if token.pos in ("VERB", "AUX", "PRON") or token.text in (",", ";", ":"):
                return
            last_word = index == comma - 1
            if (last_word or self.tokens[index + 1].lower in ("of", "for", "at", "to")) and head_sort(token, open_ended=last_word):
                yield index

    # ------------------------------------------------------------ after the name

    def _after(self, mention: Reference) -> Iterator[RoleFact]:
        sentence = self.document.sentences[self.tokens[mention.first].sentence]
        index, end = mention.last, sentence.last
        if index < end and (bracket := self._party_at(index, end)) is not None:
            party, index = bracket
            if party is not None:
                yield RoleFact(mention.actor, None, party, False, mention.first, index - 1)
        elif index < end and self.tokens[index].text in OPENERS:
            index += 1
        else:
            return
        if self._under_kin(mention):
            return
        yield from self._apposed_after(mention, self._past_asides(index, end), end)

    def _under_kin(self, mention: Reference) -> bool:
        """"the widow of NAME, a teacher": the apposition may be hers."""
        head = self.tokens[self.tokens[mention.last - 1].head]
        return head.lower == "of" and self.tokens[head.head].lower in title_words().excluded

    def _past_asides(self, index: int, end: int) -> int:
        """Past an age, a party bracket or an adverb between name and title."""
        while index < end:
            token = self.tokens[index]
            if token.pos == "NUM" and index + 1 < end and self.tokens[index + 1].text == ",":
                index += 2
            elif token.lower in ("also", "now", "currently", "himself", "herself", "previously", "formerly"):
                index += 1
            else:
                break
        return index

    def _apposed_after(self, mention: Reference, index: int, end: int) -> Iterator[RoleFact]:
        """"NAME, [the] [former] TITLE [of ORG],": up to three titles joined by "and" or commas."""
        shared: list[RoleFact] = []
        for _ in range(3):
            head = self._head_from(index, end)
            if head is None:
                break
            phrase = self.reader.read(head, start=index)
            if phrase is None or phrase.first > index + 1 or self._names_another(phrase.last, end):
                break
            shared.append(self.fact(mention, phrase)._replace(former=phrase.former or self._was(index)))
            index = phrase.last
            if index + 1 < end and self.tokens[index].text in ("and", "&"):
                index += 1
            elif index + 2 < end and self.tokens[index].text == "," and self.tokens[index + 1].text == "and":
                index += 2
            else:
                break
        known = next((f.organisation for f in reversed(shared) if f.organisation is not None), None)
        for fact in shared:
            yield fact if fact.organisation else fact._replace(organisation=known)

    def _was(self, index: int) -> bool:
        """"NAME, formerly head of ..."."""
        return self.tokens[index - 1].lower in ("previously", "formerly", "then", "once")

    def _head_from(self, index: int, end: int) -> int | None:
        """The head of the noun phrase that begins here, when it can be a title."""
        head = None
        for here in range(index, min(end, index + MAX_APPOSITION)):
            token = self.tokens[here]
            reference = self.references.at(here)
            if reference is not None and reference.actor.kind is ActorKind.PERSON and self._named(here):
                if reference.last < end and self.tokens[reference.last].text in POSSESSIVES:
                    continue
                return None if head is None or here == head + 1 else head
            if token.pos in ("NOUN", "PROPN") and head_sort(token, open_ended=True) is not None:
                following = self.tokens[here + 1] if here + 1 < end else None
                if following is None or following.pos not in ("NOUN", "PROPN") and following.text not in ("-", *POSSESSIVES):
                    return here if not is_plural(token) else None
                head = None
                continue
            inside = token.pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PART") or token.text in ("-", "&", "–", *POSSESSIVES)
            if not inside and token.tag not in ("VBN", "VBG", "PRP$") and reference is None:
                return None
        return None

    def _names_another(self, index: int, end: int) -> bool:
        """A name follows the title: it is that person's."""
        reference = self.references.at(index) if index < end else None
        return reference is not None and reference.actor.kind is ActorKind.PERSON and reference.first == index

    # ------------------------------------------------------------ brackets and bare affiliations

    def _party_at(self, index: int, end: int) -> tuple[Organisation | None, int] | None:
        """The party in "(R-Ohio)" or ", D-Mich.," after a name, and the token after the bracket."""
        opener = self.tokens[index].text
        if opener not in (",", "(") or index + 1 >= end:
            return None
        last = index + 1
        while last < min(end, index + 7) and self.tokens[last].text not in (",", ")", ";"):
            last += 1
        match = PARTY.fullmatch(self.document.text(index + 1, last)) if last > index + 1 else None
        if match is None or (opener == "," and match[2] is None):
            return None
        party = PARTIES.get(match[1])
        closed = last + 1 if last < end else last
        if party is None:
            return None, closed
        actor = next((a for a in self.references.actors if party in (a.name, *a.aliases)), None)
        return Organisation(actor.id if actor else None, actor.name if actor else party, False), closed

    def _bare(self, mention: Reference) -> Iterator[RoleFact]:
        """"NAME of the Forest Service", "NAME, of Harrow Bank,", "Harrow Bank's NAME": an affiliation without a title."""
        sentence = self.document.sentences[self.tokens[mention.first].sentence]
        index = mention.last
        if index + 1 < sentence.last and self.tokens[index].text == "," and self.tokens[index + 1].lower in ("of", "with", "from"):
            index += 1
        if index + 1 < sentence.last and self.tokens[index].lower in ("of", "from", "with"):
            found = self._organisation_from(index + 1, sentence.last, self.tokens[index].lower)
            if found is not None:
                yield RoleFact(mention.actor, None, found[0], False, mention.first, found[1], Sort.POST)
        before = mention.first - 1
        if before - 1 >= sentence.first and self.tokens[before].text in POSSESSIVES:
            reference = self.references.at(before - 1)
            if reference is not None and reference.actor.kind is ActorKind.ORGANIZATION:
                yield RoleFact(mention.actor, None, self.reader.of(reference.actor), False, reference.first, mention.last, Sort.POST)
            elif reference is None and self.tokens[before - 1].lower in GENERIC and (known := self.reader.generic(before - 1)) is not None:
                yield RoleFact(mention.actor, None, known, False, before - 1, mention.last, Sort.POST)

    def _organisation_from(self, index: int, end: int, link: str) -> tuple[Organisation, int] | None:
        """An organisation named right after "of"; after other words only between commas."""
        start = index
        while index < min(end, start + 3) and self.references.at(index) is None and self.tokens[index].pos in ("DET", "ADJ", "NUM"):
            index += 1
        reference = self.references.at(index) if index < end else None
        if reference is None or reference.actor.kind is not ActorKind.ORGANIZATION or reference.mention.form is not MentionForm.NAMED:
            return None
        if reference.last > end or (link != "of" and (reference.last >= end or self.tokens[reference.last].text not in CLOSERS)):
            return None
        return self.reader.of(reference.actor), reference.last
