"""Roles that stand after a name: in apposition, in brackets, as a bare affiliation ("NAME of Harrow Bank")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, Reference, References
from briefbook.extract.roles.bare import CLOSERS, BareAffiliations
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.owners import POSSESSIVES, Organisation, holder
from briefbook.extract.roles.phrases import PhraseReader, RolePhrase
from briefbook.extract.roles.titles import head_sort, is_plural, title_words
from briefbook.lexicons import load
from briefbook.model import ActorKind, MentionForm

OPENERS = frozenset({",", "—", "–", "(", "-"})
PARTY = re.compile(r"([DRI])(?:[-–—]\s?([A-Z][\w.]*(?:\s[A-Z][\w.]*)?))?$")
PARTIES = {"D": "Democratic Party", "R": "Republican Party"}
CLAUSES = frozenset({"acl", "relcl"})
OF_OWN = re.compile(r" (?:of|at|for) (?:the|its|his|her|their) ")
COMPANY = frozenset({"plc", "inc", "ltd", "ag", "sa", "llc", "corp", "co", "gmbh"})
MAX_NAME = 6
"""Tokens of a name with its title."""
MAX_APPOSITION = 14
"""Tokens over which an apposition may reach its head."""


@lru_cache(maxsize=1)
def _parties() -> dict[str, str]:
    return dict(load("role_phrases").entry("parties").fields["names"])


class AfterNames:
    """Finds the roles after one named mention of a person."""

    def __init__(self, references: References, reader: PhraseReader) -> None:
        self.references = references
        self.reader = reader
        self.bare = BareAffiliations(references, reader)
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens

    def facts(self, mention: Reference) -> Iterator[RoleFact]:
        """All roles stated after a mention, and bare affiliations on both sides."""
        yield from self._after(mention)
        yield from self.bare.facts(mention)

    def _after(self, mention: Reference) -> Iterator[RoleFact]:
        sentence = self.document.sentences[self.tokens[mention.first].sentence]
        index, end = self._past_body(mention, sentence.last), sentence.last
        if index < end and (bracket := self._party_at(index, end)) is not None:
            party, index = bracket
            if party is not None:
                yield RoleFact(mention.actor, None, party, False, mention.first, index - 1)
            if index < end and self.tokens[index].text == "," and self.tokens[index - 1].text == ")":
                index += 1
        elif index < end and self.tokens[index].text in OPENERS:
            index += 1
        else:
            return
        if self._under_kin(mention):
            return
        yield from self._apposed_after(mention, self._past_asides(index, end), end)

    def _past_body(self, mention: Reference, end: int) -> int:
        """Past "of the Harrow Institute" right after the name."""
        index = mention.last
        if index + 1 >= end or self.tokens[index].lower != "of":
            return index
        found = self.bare.organisation_from(index + 1, end, "of")
        return found[1] if found is not None else index

    def _under_kin(self, mention: Reference) -> bool:
        """ "the widow of NAME, a teacher": the apposition may be hers."""
        head = self.tokens[self.tokens[mention.last - 1].head]
        return head.lower == "of" and self.tokens[head.head].lower in title_words().excluded

    def _past_asides(self, index: int, end: int) -> int:
        """Past an age, a party bracket or an adverb between name and title."""
        while index < end:
            token = self.tokens[index]
            if token.pos == "NUM" and index + 1 < end and self.tokens[index + 1].text in (",", "and"):
                index += 2
            elif token.lower in ("also", "now", "currently", "himself", "herself", "previously", "formerly"):
                index += 1
            else:
                break
        return index

    def _apposed_after(self, mention: Reference, index: int, end: int) -> Iterator[RoleFact]:
        """ "NAME, [the] [former] TITLE [of ORG],": up to three titles joined by "and" or commas."""
        if index >= end:
            return
        if self.tokens[index].lower in ("both", "all"):
            yield from self._shared_by_all(mention, index, end)
            return
        shared: list[RoleFact] = []
        behind = False
        index = self._past_kin(index)
        for _ in range(3):
            head = self._head_from(index, end)
            if head is None:
                break
            phrase = self.reader.read(head, start=index, apposed=True)
            if phrase is None or phrase.first > index + 1 or self._takes_name(phrase, end):
                break
            shared.append(self.reader.fact(mention, phrase)._replace(former=phrase.former or self._was(index)))
            index = phrase.last
            behind = phrase.last > phrase.head + 1
            for where, last in self._further(phrase, end):
                shared.append(shared[-1]._replace(organisation=where, last=last))
                index = last
            if index + 1 < end and self.tokens[index].text in ("and", "&"):
                index += 1
            elif index + 2 < end and self.tokens[index].text == "," and self.tokens[index + 1].text == "and":
                index += 2
            else:
                break
        if not shared or not behind and self._shares_verb(mention, index, end):
            return
        known = next((f.organisation for f in (shared[-1:] if behind else shared[:1]) if f.organisation), None)
        known = known or self._behind_comma(index, end)
        for fact in shared:
            own = fact.title is not None and OF_OWN.search(
                fact.title
            )  # "a director of the company and head of Harrow Bank"
            yield fact if fact.organisation or own else fact._replace(organisation=known)

    def _shares_verb(self, mention: Reference, index: int, end: int) -> bool:
        """ "Marsh, Norland King Agree": no mark closes the title, and the verb is of both."""
        bare = self.tokens[mention.last].text == "," and self.tokens[mention.last + 1].pos != "DET"
        verb = self.tokens[index] if index < end else None
        return bare and verb is not None and verb.tag in ("VBP", "VBD", "VB", "VBZ", "MD") and verb.dep not in CLAUSES

    def _past_kin(self, index: int) -> int:
        """Past "mother of two and" to the title coordinated with it."""
        kin = self.tokens[min(index + (self.tokens[index].pos == "DET"), len(self.tokens) - 1)]
        if kin.lower not in title_words().excluded:
            return index
        joined = [i for i in self.document.conjuncts(kin.index) if i > kin.index and head_sort(self.tokens[i])]
        return self.reader.edges.left_edge(joined[0], index) if joined else index

    def _further(self, phrase: RolePhrase, end: int) -> Iterator[tuple[Organisation, int]]:
        """The organisations coordinated with the one after the title, each with the end of its name."""
        if (
            phrase.organisation is None
            or phrase.organisation.state
            or phrase.last <= phrase.head + 1
            or phrase.sort is None
        ):
            return
        index = phrase.last
        while (found := self.reader.complements.also(index, end, phrase.sort)) is not None:
            yield found
            index = found[1]

    def _shared_by_all(self, mention: Reference, index: int, end: int) -> Iterator[RoleFact]:
        """ "A, B and C, all former captains,": a plural title of everybody in the row."""
        limit = min(end, index + MAX_APPOSITION)
        head = next((i for i in range(index, limit) if is_plural(self.tokens[i]) and head_sort(self.tokens[i])), None)
        phrase = self.reader.read(head, start=index) if head is not None else None
        if phrase is None or phrase.first > index + 1:
            return
        yield self.reader.fact(mention, phrase)
        for other in self._in_row_before(mention):
            yield self.reader.fact(other, phrase)

    def _in_row_before(self, mention: Reference) -> Iterator[Reference]:
        """The persons named before in the same row ("A, B and C"), the nearest first."""
        floor, here = self.document.sentences[self.tokens[mention.first].sentence].first, mention.first
        while here > floor:
            link = here
            while link > floor and self.tokens[link - 1].text in (",", "and"):
                link -= 1
            other = self.references.at(link - 1) if floor < link < here else None
            if other is None or other.actor.kind is not ActorKind.PERSON:
                return
            yield other
            here = other.first

    def _behind_comma(self, index: int, end: int) -> Organisation | None:
        """ "NAME, head of sales, Harrow Bank,": the organisation after the title, closed by a mark."""
        reference = self.references.at(index + 1) if index + 1 < end and self.tokens[index].text == "," else None
        if reference is None or reference.first != index + 1 or reference.actor.kind is not ActorKind.ORGANIZATION:
            return None
        last = reference.last
        last += last < end and self.tokens[last].lower.rstrip(".") in COMPANY
        closed = last >= end or self.tokens[last].text in CLOSERS
        return holder(reference.actor) if closed else None

    def _was(self, index: int) -> bool:
        """ "NAME, formerly head of ..."."""
        return self.tokens[index - 1].lower in ("previously", "formerly", "then", "once")

    def _head_from(self, index: int, end: int) -> int | None:
        """The head of the noun phrase that begins here, when it can be a title."""
        head = None
        indefinite = self.tokens[index].lower in ("a", "an")
        for here in range(index, min(end, index + MAX_APPOSITION)):
            token = self.tokens[here]
            reference = self.references.at(here)
            if reference is not None and reference.actor.kind is ActorKind.PERSON and self._named(here):
                if reference.last < end and self.tokens[reference.last].text in POSSESSIVES:
                    continue
                return None if head is None or here == head + 1 else head
            if token.pos in ("NOUN", "PROPN", "ADJ") and head_sort(token, open_ended=True, apposed=indefinite):
                following = self.tokens[here + 1] if here + 1 < end else None
                if self._opens_clause(index, here):
                    return here
                if token.pos == "ADJ" and following is not None and following.pos == "ADJ":
                    continue  # "chief executive officer"
                if (
                    following is None
                    or following.pos not in ("NOUN", "PROPN")
                    and following.text not in ("-", *POSSESSIVES)
                ):
                    return here if not is_plural(token) else None
                head = None
                continue
            inside = token.pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PART") or token.text in (
                "-",
                "&",
                "–",
                *POSSESSIVES,
            )
            if not inside and token.tag not in ("VBN", "VBG", "PRP$") and reference is None:
                return None
        return None

    def _opens_clause(self, first: int, head: int) -> bool:
        """ "a hotelier Marsh picked": after "a", a name right behind the noun opens a clause about it."""
        return (
            self.tokens[first].lower in ("a", "an")
            and self.tokens[head].text.islower()
            and self._names_another(head + 1, head + 2)
        )

    def _takes_name(self, phrase: RolePhrase, end: int) -> bool:
        """Does the title belong to the name right behind it?"""
        return self._names_another(phrase.last, end) and not self._opens_clause(phrase.first, phrase.head)

    def _names_another(self, index: int, end: int) -> bool:
        """A name follows the title: it is that person's."""
        reference = self.references.at(index) if index < end else None
        return reference is not None and reference.actor.kind is ActorKind.PERSON and reference.first == index

    def _party_at(self, index: int, end: int) -> tuple[Organisation | None, int] | None:
        """The party in "(R-Ohio)" or ", D-Mich.," after a name, and the token after the bracket."""
        opener = self.tokens[index].text
        if opener not in (",", "(") or index + 1 >= end:
            return None
        last = index + 1
        while last < min(end, index + 7) and self.tokens[last].text not in (",", ")", ";"):
            last += 1
        inside = self.document.text(index + 1, last) if last > index + 1 else ""
        match = PARTY.fullmatch(inside)
        british = _parties().get(inside) if opener == "(" else None
        if british is None and (match is None or (opener == "," and match[2] is None)):
            return None
        if match is not None and match[2] is None and not self._elected(index):
            return None  # "NAME (R)" under a picture is who stands on the right
        party = british or PARTIES.get(match[1] if match else "")
        closed = last + 1 if last < end else last
        if party is None:
            return None, closed
        actor = next((a for a in self.references.actors if party in (a.name, *a.aliases)), None)
        return Organisation(actor.id if actor else None, actor.name if actor else party, False), closed

    def _elected(self, opener: int) -> bool:
        """Does a title before the name say that its holder was elected ("Sen. NAME")?"""
        floor = max(self.document.sentences[self.tokens[opener].sentence].first, opener - MAX_NAME)
        elected = lexicons.words("role_phrases", "elected")
        return any(token.lower.rstrip(".") in elected for token in self.tokens[floor:opener])

    def _named(self, index: int) -> bool:
        reference = self.references.at(index)
        return reference is not None and reference.mention.form is MentionForm.NAMED
