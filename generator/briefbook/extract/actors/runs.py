"""Runs of capitalised words in a sentence, particles, hyphens and possessives inside names included."""

from __future__ import annotations

import re

from briefbook.extract.actors.reading import HYPHENS, POSSESSIVES, Run, SentenceReading

ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
"""Before a head noun it begins the name of a body: "9th Circuit Court"."""
QUESTIONS = frozenset({"How", "Why", "What", "When", "Where", "Which", "Who", "Whose"})
"""They open titles ("How Lena Marsh Won"), never names."""
QUOTES = {'"': '"', "“": "”", "‘": "’", "'": "'"}
"""The marks around a nickname, opening to closing."""
VAN = frozenset({"van", "von", "de", "der", "den", "ter", "ten", "te"})
"""Particles behind a given name that is a month's too."""
SYLLABLE = 6
"""Letters that one part of a hyphenated given name has at most."""


class Runs(SentenceReading):
    """Finds the runs of one sentence."""

    def find(self) -> list[Run]:
        """All runs, in order."""
        found: list[Run] = []
        at, end = self.sentence.first, self.sentence.last
        while at < end:
            text = self.tokens[at].cased
            small = text[0].islower() and "-" not in text and text not in self.words.name_articles
            if small or not self._capital(at) or text in QUESTIONS or self._one_adjective(at):
                at += 1
                continue
            last = at + 1
            while (after := self._continues(last, end)) > last:
                last = after
            if self._adjectival(last, end):
                at = self._after_hyphens(last, end)
                continue
            found.append((at, last))
            at = last
        return found

    def _adjectival(self, last: int, end: int) -> bool:
        """ "Geneva-based", "Hamas-ruled": the name is part of an adjective."""
        return (
            last + 1 < end
            and self.tokens[last].cased in HYPHENS
            and self.glued(last)
            and self.glued(last + 1)
            and self.tokens[last + 1].cased[:1].islower()
        )

    def _one_adjective(self, at: int) -> bool:
        """ "U.S.-led" as one token."""
        head, hyphen, tail = self.tokens[at].cased.rpartition("-")
        return bool(head and hyphen) and head[0].isupper() and tail in self.words.adjective_tails

    def _second_syllable(self, hyphen: int) -> bool:
        """ "Ban Ki-moon", "Park Geun-hye": a given name of two syllables behind the surname; not "Ban Ki-led"."""
        if hyphen - 2 < self.sentence.first:
            return False
        surname, left, right = (self.tokens[i] for i in (hyphen - 2, hyphen - 1, hyphen + 1))
        if left.lower in self.words.second_syllables and right.text in self.words.second_syllables:
            return surname.cased[0].isupper() and surname.cased.isalpha()
        return (
            right.cased.islower()
            and right.cased.isalpha()
            and len(right.cased) <= SYLLABLE
            and len(left.cased) <= SYLLABLE
            and right.tag not in ("VBN", "VBD", "VBG", "JJ")
            and right.lower not in self.words.adjective_tails
            and not (left.lower in self.words.common and right.lower in self.words.common)
            and surname.cased[0].isupper()
            and surname.cased.isalpha()
            and not (left.cased.isupper() or self.geographic(left.cased) or left.cased in self.words.well_known)
            and not (surname.cased in self.words.posts and left.lower in self.words.common)
        )

    def _after_hyphens(self, at: int, end: int) -> int:
        while at + 1 < end and self.tokens[at].cased in HYPHENS and self.glued(at) and self.glued(at + 1):
            at += 2
        return at

    def _capital(self, index: int) -> bool:
        text = self.tokens[index].cased
        if (text in self.words.not_names or len(text) > 3 and text.title() in self.words.not_names) and not (
            self._part_of_name(index)
        ):
            return False
        if text in ("The", "A", "An") and self.starts(index):
            return False
        if text[0].isupper():
            return True
        if text[0].isdigit():
            return ORDINAL.fullmatch(text) is not None and self._body_ahead(index + 1, self.sentence.last)
        return self._prefixed(index)

    def _part_of_name(self, index: int) -> bool:
        """Does "May" or "April" stand inside a name?"""
        before = self.tokens[index - 1] if index > self.sentence.first else None
        text = self.tokens[index].cased
        after = self.tokens[index + 1] if index + 1 < self.sentence.last else None
        if self._chained(index + 1):
            return True  # "Mar-a-Lago"
        syllable = text in self.words.names_too | self.words.months_as_names
        honoured = self.tokens[max(0, index - 2)].cased in self.words.honorifics
        if syllable and before and after and (honoured or "PERSON" in (before.entity, after.entity)):
            inside = [token.cased for token in (before, after)]  # "Khin Mar Oo"
            if all(word[0].isupper() and word.isalpha() and word not in self.words.not_names for word in inside):
                return True
        if text == "TV" and before is not None:
            named = (
                before.cased[0].isupper() and before.cased[-1].isalpha() and before.cased not in self.words.not_names
            )
            return named and not self.geographic(before.cased)
        if text in self.words.given and after is not None and self._particle_and_name(index + 1):
            return self.tokens[index].entity != "DATE"  # "Jan van Dalen"
        if (
            text in self.words.given
            and after is not None
            and after.cased[0].isupper()
            and after.pos == "PROPN"
            and self.tokens[index].entity != "DATE"
        ):
            return after.cased not in self.words.not_names
        return (
            text in self.words.months_as_names
            and before is not None
            and (before.cased in self.words.given or before.cased in self.words.honorifics)
        )

    def _particle_and_name(self, index: int) -> bool:
        """ "van Dalen", "van der Tak"."""
        at = index
        if index > 1 and self.tokens[index - 2].text[0].isdigit():
            return False  # "on 12 Jan van Dalen left"
        while at < self.sentence.last and self.tokens[at].text in VAN:
            at += 1
        return index < at < self.sentence.last and self.tokens[at].cased[0].isupper()

    def _prefixed(self, index: int) -> bool:
        """ "al-Sheikh" read as three tokens, "al-Sheikh" as one, "d'Estaing", "iPhone"."""
        text = self.tokens[index].cased
        if text.lower() in self.words.name_articles and index + 2 < self.sentence.last:
            return (
                self.glued(index + 1)
                and self.tokens[index + 1].cased in HYPHENS
                and self.tokens[index + 2].cased[:1].isupper()
            )
        head, hyphen, rest = text.partition("-")
        return bool(hyphen) and head.lower() in self.words.name_articles and rest[:1].isupper()

    def _continues(self, at: int, end: int) -> int:
        """Where the run ends if it goes on over token `at`, else `at`."""
        if at >= end:
            return at
        text = self.tokens[at].cased
        if text in HYPHENS and self.glued(at) and at + 1 < end and self.glued(at + 1):
            if self._chained(at):
                return at + 4
            initial = self.tokens[at + 1].cased[:1]
            return at + 2 if initial.isupper() or initial.isdigit() or self._second_syllable(at) else at
        if text in POSSESSIVES and self._possessive_inside(at, end):
            return at + 1
        if text == "&" and at + 1 < end and self._capital(at + 1):
            return at + 2
        if text in QUOTES and self._nickname(at, end):
            return at + 4
        if text in ("/", ".") and self.glued(at):
            return (
                at + 2 if [token.cased.rstrip(".") for token in self.tokens[at - 1 : at + 2]] == ["A", "/", "S"] else at
            )
        if self._capital(at):
            return at + 1
        if self.tokens[at].cased in self.words.particles and not text[0].isupper():
            after = at + 1
            while after < end and self.tokens[after].cased in self.words.particles:
                after += 1
            if (
                after < end
                and self.tokens[after].cased[:1].isupper()
                and self._capital(after)
                and self._person_like(at)
            ):
                return after + 1
        return at

    def _nickname(self, mark: int, end: int) -> bool:
        """ "Lena “Duke” Marsh": one word in quotation marks behind a given name, and a surname behind it."""
        if mark + 3 >= end or self.tokens[mark + 2].cased not in QUOTES[self.tokens[mark].cased]:
            return False
        before, called, after = (self.tokens[at] for at in (mark - 1, mark + 1, mark + 3))
        capital = called.cased[0].isupper() and after.cased[0].isupper() and after.cased not in self.words.not_names
        lexicon = self.words
        ranked = self.tokens[mark - 2].cased in lexicon.honorifics | lexicon.posts
        if ranked or before.cased in lexicon.given or before.entity == after.entity == "PERSON":
            return capital
        ordinary = (
            before.lower in lexicon.common or before.cased in lexicon.well_known or lexicon.map.knows(before.cased)
        )
        return capital and not ordinary and after.cased not in lexicon.posts and before.cased[0].isupper()

    def _chained(self, hyphen: int) -> bool:
        """ "Port-au-Prince", "Mar-a-Lago": a small word between hyphens."""
        if hyphen + 3 >= self.sentence.last or not all(self.tokens[at].cased in HYPHENS for at in (hyphen, hyphen + 2)):
            return False
        if self.tokens[hyphen - 1].cased in self.words.posts:
            return False  # "Ambassador-at-Large"
        small, after = self.tokens[hyphen + 1].cased, self.tokens[hyphen + 3].cased
        glued = all(self.glued(at) for at in range(hyphen, hyphen + 4))
        return glued and small.isalpha() and small.islower() and len(small) < 5 and after[0].isupper()

    def _person_like(self, particle: int) -> bool:
        """A particle joins only where a name of a person or the like goes on: not "Paris et Lyon", not "said as Mr"."""
        text = self.tokens[particle].cased
        before = self.tokens[particle - 1]
        if text in ("as", "an", "et"):
            return False
        if text == "do" and before.tag.startswith("NN") and before.lower not in self.words.common:
            return before.cased not in self.words.map.people and not before.cased.endswith("s")  # "Guarani do Vale"
        party = self.tokens[particle - 2].lower in self.words.apposed_bodies and text in ("y", "e")
        return text not in ("do", "y", "e", "den", "ten", "af") or before.cased in self.words.given or party

    def _possessive_inside(self, at: int, end: int) -> bool:
        """ "People's Protection Units", "Workers' Party": a plain plural before a capitalised head."""
        before = self.tokens[at - 1].cased
        if self.tokens[at - 2].cased in self.words.saints or before in ("King", "Queen", "Trinity"):
            house = at + 1 < end and self.tokens[at + 1].cased in self.words.houses_of_saints
            return house or self._body_ahead(at + 1, end)
        if before in self.words.possessive_firms and self.tokens[at - 2].cased in ("and", "&"):
            return True  # "Standard and Poor's Corp"
        plural = self.tokens[at - 1].tag in ("NNS", "NNPS") or before[:-1].lower() in self.words.common
        if plural and before[-1] == "s" and self.tokens[at].cased in ("'", "’") and self._body_ahead(at + 1, end):
            return before not in self.words.well_known  # "Dockers' Union"
        if before.lower() not in self.words.common or before in self.words.given:
            return before in self.words.possessive_firms and self.glued(at)
        if at + 1 >= end or not self.tokens[at + 1].cased[:1].isupper():
            return False
        return before in self.words.possessive_plurals or before.endswith("s") and self._body_ahead(at + 1, end)

    def _body_ahead(self, at: int, end: int) -> bool:
        """Do capitals go on to a head noun of organisations ("Fishers' Party")?"""
        while at < end and self.tokens[at].cased[:1].isupper():
            if self.tokens[at].cased in self.words.organisation_heads:
                return True
            at += 1
        return False
