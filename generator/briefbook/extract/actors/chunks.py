"""Find where names may stand: runs of capitalised words, cut and joined as English names are.

"PIJ Secretary-General Ziyad al-Nakhaleh" is cut at the post, "Hamas' Ismail Haniyeh" at the possessive; "Ministry of
Foreign Affairs" and "Justice and Development Party" are joined.  Titles and shouted text are read as `analysis` restored them to small letters.
"""

from __future__ import annotations

from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Sentence
from briefbook.extract.actors.words import Words, words

HYPHENS = frozenset({"-", "‐", "‑"})
APOSTROPHES = frozenset({"'", "’"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S"})


ARTICLES_OF_NAMES = frozenset({"al", "el", "as", "ar", "an", "ash", "ul", "ad"})
MONTHS = frozenset({"May", "April", "June", "August", "March", "Jan"})
FAMILY_BUSINESS = frozenset({"Sons", "Co", "Co.", "Company", "Partners", "Associates", "Brothers", "Daughters", "Poor"})


class Chunk(NamedTuple):
    """A possible name: tokens [first, last).  `after_post`: a post or honorific stands before it in the same run."""

    first: int
    last: int
    after_post: bool = False


def find_chunks(document: AnalysedDocument) -> list[Chunk]:
    """All possible names of the running text, in order, not overlapping."""
    return [chunk for sentence in document.sentences for chunk in _Reader(document, sentence, words()).chunks()]


class _Reader:
    """Reads the runs of one sentence."""

    def __init__(self, document: AnalysedDocument, sentence: Sentence, lexicon: Words) -> None:
        self.tokens, self.sentence, self.words = document.tokens, sentence, lexicon

    def chunks(self) -> list[Chunk]:
        runs = self._join([run for run in self._runs()])
        return [chunk for run in runs for chunk in self._cut(*run)]

    # ---- runs of capitalised words

    def _runs(self) -> list[tuple[int, int]]:
        found, at, end = [], self.sentence.first, self.sentence.last
        while at < end:
            text = self.tokens[at].cased
            if text[0].islower() and "-" not in text and text not in ARTICLES_OF_NAMES or not self._capital(at):
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
        return last + 1 < end and self.tokens[last].cased in HYPHENS and self._glued(last) and self._glued(last + 1) and self.tokens[last + 1].cased[:1].islower()

    def _after_hyphens(self, at: int, end: int) -> int:
        while at + 1 < end and self.tokens[at].cased in HYPHENS and self._glued(at) and self._glued(at + 1):
            at += 2
        return at

    def _capital(self, index: int) -> bool:
        text = self.tokens[index].cased
        if text in self.words.not_names and not self._part_of_name(index):
            return False
        if text[0].isupper():
            return True
        return self._prefixed(index)

    def _part_of_name(self, index: int) -> bool:
        """Does "May" or "April" stand inside a name?"""
        before = self.tokens[index - 1] if index > self.sentence.first else None
        text = self.tokens[index].cased
        after = self.tokens[index + 1] if index + 1 < self.sentence.last else None
        if text in self.words.given and after is not None and after.cased[0].isupper() and after.pos == "PROPN" and self.tokens[index].entity != "DATE":
            return after.cased not in self.words.not_names
        return text in MONTHS and before is not None and (before.cased in self.words.given or before.cased in self.words.honorifics)

    def _prefixed(self, index: int) -> bool:
        """ "al-Sheikh" read as three tokens, "al-Sheikh" as one, "d'Estaing", "iPhone"."""
        text = self.tokens[index].cased
        if text.lower() in ARTICLES_OF_NAMES and index + 2 < self.sentence.last:
            return self._glued(index + 1) and self.tokens[index + 1].cased in HYPHENS and self.tokens[index + 2].cased[:1].isupper()
        head, hyphen, rest = text.partition("-")
        return bool(hyphen) and head.lower() in ARTICLES_OF_NAMES and rest[:1].isupper()

    def _glued(self, index: int) -> bool:
        """Does the token follow the one before without white space?"""
        return index < self.sentence.last and self.tokens[index].start == self.tokens[index - 1].end

    def _continues(self, at: int, end: int) -> int:
        """Where the run ends if it goes on over token `at`, else `at`."""
        if at >= end:
            return at
        text = self.tokens[at].cased
        if text in HYPHENS and self._glued(at) and at + 1 < end and self._glued(at + 1):
            after = self.tokens[at + 1].cased[:1]
            return at + 2 if after.isupper() or after.isdigit() else at
        if text in POSSESSIVES and self._possessive_inside(at, end):
            return at + 1
        if text == "&" and at + 1 < end and self._capital(at + 1):
            return at + 2
        if text in ("/", ".") and self._glued(at):
            return at
        if self._capital(at):
            return at + 1
        if self.tokens[at].cased in self.words.particles and not text[0].isupper():
            after = at + 1
            while after < end and self.tokens[after].cased in self.words.particles:
                after += 1
            if after < end and self.tokens[after].cased[:1].isupper() and self._capital(after) and self._person_like(at):
                return after + 1
        return at

    def _person_like(self, particle: int) -> bool:
        """A particle joins only where a name of a person or the like goes on: not "Paris et Lyon", not "said as Mr"."""
        return self.tokens[particle].cased not in ("as", "an", "do", "y", "e", "et", "den", "ten", "af") or self.tokens[particle - 1].cased in self.words.given

    def _possessive_inside(self, at: int, end: int) -> bool:
        """ "People's Protection Units", "Workers' Party": a plain plural before a capitalised head."""
        before = self.tokens[at - 1].cased
        if before.lower() not in self.words.common or before in self.words.given:
            return before in ("Lloyd", "McDonald", "Sotheby", "Christie", "Moody", "Macy", "Levi", "Sainsbury") and self._glued(at)
        return at + 1 < end and self.tokens[at + 1].cased[:1].isupper() and before in (
            "People", "Workers", "Worker", "Women", "Children", "Men", "Teachers", "Farmers", "Veterans", "Peoples", "Writers", "Doctors", "Students",
        )

    # ---- joining over "of", "for", "and"

    def _join(self, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for run in runs:
            if found and self._joins(found[-1], run):
                found[-1] = (found[-1][0], run[1])
            else:
                found.append(run)
        return found

    def _joins(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        between = [token.lower for token in self.tokens[left[1] : right[0]]]
        ahead = self.tokens[left[1] - 1].cased
        if between in (["of"], ["for"], ["of", "the"], ["on"], ["in"], ["for", "the"], ["to", "the"]):
            if between[0] in ("on", "in", "to"):
                return between[0] == "on" and ahead in ("Council", "Committee", "Commission", "Center", "Centre", "Synod", "Panel", "Conference")
            if self._name(*left) in self.words.not_actors:
                return False
            if between == ["of"] and ahead in self.words.place_heads_of:
                return right[1] - right[0] <= 3 and not self._is_person(right)
            if ahead not in self.words.organisation_heads_of or left[1] - left[0] == 1 and self._starts(left[0]) and ahead.lower() in ("friends", "sons", "voice"):
                return False
            return not self._is_person(right)
        if between == ["and"] or between == [",", "and"]:
            return self._compound(left, right)
        return False

    def _compound(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """ "Justice and Development Party", "Center for Strategic and International Studies"."""
        tail = self.tokens[right[1] - 1].cased
        if self.tokens[right[0]].cased in FAMILY_BUSINESS and (right[1] - right[0] > 1 or self.tokens[right[0]].cased in ("Sons", "Co", "Company")):
            return True
        inside = [token.cased for token in self.tokens[left[0] : left[1]]]
        if any(text in ("of", "for") for text in inside):
            last = inside[-1]
            ahead = self.tokens[right[0]].cased
            if self._geographic(last) and self._geographic(ahead):
                return right[1] - right[0] > 1 and tail in self.words.organisation_heads or tail == "Studies"
            return last.lower() in self.words.common and ahead.lower() in self.words.common
        ordinary = all(text.lower() in self.words.common for text in inside) and inside[-1] not in self.words.organisation_heads
        return ordinary and tail in self.words.organisation_heads and right[1] - right[0] > 1 and not self._starts(left[0])

    def _starts(self, index: int) -> bool:
        return index == self.sentence.first or self.tokens[index - 1].cased in "\"“‘'(—–:"

    def _is_person(self, run: tuple[int, int]) -> bool:
        return self.tokens[run[0]].cased in self.words.posts or self.tokens[run[0]].cased in self.words.honorifics

    # ---- cutting a run into names

    def _cut(self, first: int, last: int) -> list[Chunk]:
        first = self._trim_start(first, last)
        while last > first and self.tokens[last - 1].cased in POSSESSIVES | HYPHENS:
            last -= 1
        if first >= last:
            return []
        first, posted = self._after_office(first, last)
        last = self._after_suffix(first, last)
        post = self._last_post(first, last)
        if posted and post is None:
            return [Chunk(first, last, True)] if first < last else []
        if post is None:
            return self._split_states(first, last, False)
        left = self._before_post(first, post)
        found = self._split_states(first, left, False) if left > first else []
        if post + 1 < last:
            found += self._split_states(post + 1, last, True)
        return found

    def _after_suffix(self, first: int, last: int) -> int:
        """A company's name ends at "Inc", whatever capitals (a ticker) stand behind it."""
        for at in range(first + 1, last - 1):
            if self.tokens[at].cased in self.words.organisation_suffixes and self.tokens[at].cased not in ("United", "SC", "SA", "LP", "AB", "KK", "AG"):
                if self.tokens[at + 1].cased not in self.words.organisation_suffixes and self.tokens[at + 1].cased not in ("of", "and", "&"):
                    return at + 1
        return last

    def _after_office(self, first: int, last: int) -> tuple[int, bool]:
        """ "Secretary of" before "State Lena Marsh": the office goes on into the run."""
        if first - 2 < self.sentence.first or self.tokens[first - 1].lower not in ("of", "for") or self.tokens[first - 2].cased not in self.words.posts:
            return first, False
        at = first
        while at < last and self.tokens[at].cased in self.words.post_modifiers and self.tokens[at].cased not in self.words.given:
            at += 1
        return (at, True) if at > first else (first, False)

    def _trim_start(self, first: int, last: int) -> int:
        """Drop an ordinary word that is capitalised only since it opens the sentence."""
        while first < last and self._starts(first):
            text = self.tokens[first].cased
            lower = text.lower()
            if lower not in self.words.common or (text.isupper() and len(text) > 1) or text in self.words.map.states or text in self.words.map.regions:
                break
            if first + 1 == last:
                return first if self.tokens[first].pos == "PROPN" and text in self.words.given else last
            tail = self.tokens[last - 1].cased
            if tail in self.words.organisation_heads or text in self.words.given or text in self.words.posts or text in self.words.honorifics:
                break
            if self.tokens[first].pos == "PROPN" and self.tokens[first].entity:
                break
            first += 1
        return first

    def _last_post(self, first: int, last: int) -> int | None:
        """The last post or honorific of the run that stands before a name, or at the run's end."""
        tail = self.tokens[last - 1].cased
        organisation = tail in self.words.organisation_heads or tail in self.words.organisation_suffixes or tail in self.words.place_heads
        for index in range(last - 1, first - 1, -1):
            text = self.tokens[index].cased
            if index > first and self.tokens[index - 1].cased in HYPHENS and self.tokens[index - 2].lower in ARTICLES_OF_NAMES:
                continue
            if text in self.words.honorifics:
                return index
            if text in self.words.given and index == first and index + 2 == last:
                continue  # "Dean Mol": a given name here
            if text in self.words.posts and self._hyphen_free(index):
                if organisation and index + 1 < last and self.tokens[index + 1].cased not in self.words.given:
                    continue
                return index
        return None

    def _hyphen_free(self, index: int) -> bool:
        return not (index and self.tokens[index - 1].cased in HYPHENS and self._glued(index)) or self.tokens[index - 2].cased in ("Secretary", "Director", "Governor", "Vice", "Co")

    def _before_post(self, first: int, post: int) -> int:
        """Where the name before a post ends: "U.S. Deputy Defense Secretary" leaves "U.S."."""
        at = post
        while at > first:
            text = self.tokens[at - 1].cased
            if text in HYPHENS or text in self.words.post_modifiers or text in self.words.posts or text in ("'s", "’s"):
                at -= 1
            else:
                break
        if at > first and self.tokens[at - 1].cased == "and":
            at -= 1
        return at

    def _split_states(self, first: int, last: int, after_post: bool) -> list[Chunk]:
        """ "Ukraine Kurt Volker" and "US-Australian" are two names each."""
        head = self.tokens[first].cased
        if last - first > 2 and self._name(first, first + 2) in self.words.well_known and self._state(first + 2, last):
            return [Chunk(first, first + 2), Chunk(first + 2, last)]
        for at in range(first + 1, last - 1):
            if self._ends_organisation(first, at) and self._person_starts(at, last):
                return [Chunk(first, at), Chunk(at, last, True)]
        for width in (3, 2, 1):
            if first + width < last and self._state(first, first + width) and self._person_starts(first + width, last):
                return [Chunk(first, first + width), *self._split_states(first + width, last, True)]
        if last - first == 3 and self.tokens[first + 1].cased in HYPHENS and self._geographic(head) and self._geographic(self.tokens[first + 2].cased):
            return [Chunk(first, first + 1), Chunk(first + 2, last)]
        return [Chunk(first, last, after_post)]

    def _ends_organisation(self, first: int, at: int) -> bool:
        """May an organisation or state end before token `at`?"""
        text = self.tokens[at - 1].cased
        if text in self.words.organisation_heads and at - first > 1:
            return True
        if text.isupper() and 1 < len(text) < 7 and text.isalpha():
            return True
        return at - 2 > first and self.tokens[at - 2].cased == "of" and self._geographic(text)

    def _name(self, first: int, last: int) -> str:
        return " ".join(token.cased for token in self.tokens[first:last])

    def _state(self, first: int, last: int) -> bool:
        name = self._name(first, last)
        return name in self.words.map.states or name in self.words.map.adjectives

    def _geographic(self, name: str) -> bool:
        return name in self.words.map.states or name in self.words.map.adjectives or name in self.words.map.capitals

    def _person_starts(self, first: int, last: int) -> bool:
        return last - first >= 2 and self.tokens[first].cased in self.words.given and self.tokens[last - 1].cased not in self.words.organisation_heads
