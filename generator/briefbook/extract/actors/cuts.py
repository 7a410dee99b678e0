"""Cut a run of capitals into names: at posts, after states and organisations before a person, behind a company's suffix."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Sentence
from briefbook.extract.actors.posts import Posts
from briefbook.extract.actors.reading import HYPHENS, POSSESSIVES
from briefbook.extract.actors.words import Words

ARTICLES = frozenset({"The", "An", "He", "She", "They", "But"})
"""Words that open the next sentence where a full stop is missing ("in Orsa The club")."""
LISTED = re.compile(r"[A-Z]{2,5}\.[A-Z]{1,2}")
TICKER = re.compile(r"[A-Z]{1,5}(?:\.[A-Z]{1,2})?")


ABSTRACT = re.compile(r"[a-z](?:ing|tion|ness|ment|ity|ism|ship|ance|ence|ology)$")


class Chunk(NamedTuple):
    """A possible name: tokens [first, last).  `after_post`: a post or honorific stands before it in the same run."""

    first: int
    last: int
    after_post: bool = False


class Cuts(Posts):
    """Cuts the runs of one sentence.  `shorts`: ordinary words that are names in this article ("Marsh", "Harrow")."""

    def __init__(self, document: AnalysedDocument, sentence: Sentence, lexicon: Words, shorts: frozenset[str]) -> None:
        super().__init__(document, sentence, lexicon)
        self.shorts = shorts

    def cut(self, first: int, last: int) -> list[Chunk]:
        """The names in a run, posts and honorifics left out."""
        while last > first and (self.tokens[last - 1].cased in POSSESSIVES | HYPHENS | ARTICLES):
            last -= 1
        last = self._without_letters(first, last)
        first = self._trim_start(first, last)
        if first >= last or self._is_of_post(first, last):
            return []
        first, posted = self._after_office(first, last)
        end = self._after_suffix(first, last)
        if end < last:
            return [Chunk(first, end), *(self.cut(end, last) if self._has_person(end, last) else [])]
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

    def _without_letters(self, first: int, last: int) -> int:
        """Where the name ends before letters that are no part of it: "Lena Marsh KC", a company's ticker ("Harrow HRW")."""
        while last - first > 2 and self.tokens[last - 1].cased in self.words.post_nominals:
            club = self.tokens[last - 1].cased in self.words.organisation_suffixes
            given = any(token.cased in self.words.given for token in self.tokens[first : last - 2])
            if not given and (club or self.tokens[last - 2].entity != "PERSON"):
                break
            last -= 1
        return last - self._has_ticker(first, last)

    def _has_ticker(self, first: int, last: int) -> bool:
        """Does a company's ticker end the run: behind a short form, a head noun, or with its market ("HRW.L")?"""
        letters, lexicon = self.tokens[last - 1].cased, self.words
        known = letters in lexicon.organisation_suffixes or letters in lexicon.well_known or lexicon.map.knows(letters)
        if last - first < 2 or known or not TICKER.fullmatch(letters):
            return False
        headed = last - first > 2 and self.tokens[last - 2].cased in lexicon.organisation_heads and len(letters) > 1
        listed = LISTED.fullmatch(letters) is not None
        return headed or listed or self.name(first, last - 1) in self.shorts

    def _has_person(self, first: int, last: int) -> bool:
        """Does a person follow a company's name ("Harrow Inc. CEO Lena Marsh"), and not just its ticker?"""
        inside = [token.cased for token in self.tokens[first:last]]
        return any(text in self.words.posts or text in self.words.given for text in inside)

    def _after_suffix(self, first: int, last: int) -> int:
        """A company's name ends at "Inc", whatever capitals (a ticker) stand behind it."""
        for at in range(first + 1, last - 1):
            text, after = self.tokens[at].cased, self.tokens[at + 1].cased
            if text in ("Company", "Corporation") and TICKER.fullmatch(after):
                return at + 1
            if text not in self.words.organisation_suffixes or text in self.words.suffixes_inside:
                continue
            if self.tokens[at - 1].cased in self.words.honorifics:
                continue  # "Capt. FC Marsh"
            if after not in self.words.organisation_suffixes | self.words.firms_go_on and after not in (
                "of",
                "and",
                "&",
            ):
                return at + 1
        return last

    def _trim_start(self, first: int, last: int) -> int:
        """Drop an ordinary word that is capitalised only since it opens the sentence."""
        while first < last and self.starts(first) and not self._surely_name(first, last):
            first += 1
        return first

    def _surely_name(self, first: int, last: int) -> bool:
        """Is the word that opens the sentence a name, or part of one, all the same?"""
        token = self.tokens[first]
        text = token.cased
        if (
            text in self.words.openers
            and text not in self.words.given
            and self.name(first, last) not in self.words.map.city_lines
        ):
            return False
        if first + 1 < last and text in self.words.event_words | self.words.vessels:
            return True  # "Hurricane Lena" is nobody
        if self.name(first, last) in self.words.well_known or self._holds_body(first, last):
            return True
        land = self.name(first + 1, last)
        if text in self.words.national_openers and (land in self.words.map.states or land in self.words.map.regions):
            return True  # "Cricket Ireland"
        if (
            first + 1 < last
            and token.lower in self.words.apposed_bodies | self.words.apposed_trades
            and self.tokens[last - 1].cased not in self.words.organisation_heads
        ):
            return False  # "Brokerage Harrow & Lorne"
        if (
            first + 1 < last
            and token.lower in self.words.person_nouns
            and text not in self.words.given
            and text not in self.words.posts
        ):
            return self._heads_body(first, last)  # "Referee Lena Marsh"
        if first + 1 == last and text in self.words.post_modifiers and text not in self.words.given:
            return False  # "Defence lawyers"
        if first + 1 < last and token.tag == "VBG" and text not in self.words.surnames and not token.entity:
            return False  # "Nominating Ross Alder would be wrong"
        if first + 1 == last and not token.entity and token.tag == "NN" and ABSTRACT.search(text):
            return False  # "Storytelling is old"
        if token.lower not in self.words.common or text.isupper() and len(text) > 1:
            return True
        if text in self.words.map.states or text in self.words.map.regions or text in self.words.well_known:
            return True
        if first + 1 == last:
            return (
                token.pos == "PROPN"
                and text in self.words.given
                or text in self.shorts | self.words.well_known_persons
                and self._used_as_name(first)
            )
        tail = self.tokens[last - 1].cased
        if tail in self.words.organisation_heads or tail in self.words.organisation_suffixes:
            return True
        if text in self.words.club_openers and last - first == 2 and self.words.map.knows(tail):
            return True
        if text in self.words.given or text in self.words.particles:
            return True
        return text in self.words.posts or text in self.words.honorifics or token.pos == "PROPN" and bool(token.entity)

    def _heads_body(self, first: int, last: int) -> bool:
        tail = self.tail(first, last)
        return tail in self.words.organisation_heads or tail in self.words.organisation_suffixes

    def _holds_body(self, first: int, last: int) -> bool:
        """ "Public Service Co of Norland", "Union Rural Association of Orsa"; not "Former Bank of Norland"."""
        if self.tokens[first].cased in self.words.post_modifiers:
            return False
        return any(
            token.cased in self.words.organisation_suffixes
            or token.cased in self.words.organisation_heads_of
            and after.lower == "of"
            for token, after in pairwise(self.tokens[first:last])
        )

    def _used_as_name(self, index: int) -> bool:
        """Is it no ordinary word here: a proper noun to the tagger, before a finite verb or possessive mark, or in a title?"""
        after = self.tokens[index + 1] if index + 1 < self.sentence.last else None
        follows = after is not None and (after.tag in ("VBD", "VBZ", "MD") or after.cased in POSSESSIVES)
        in_title = any(token.restored for token in self.tokens[self.sentence.first : self.sentence.last])
        return self.tokens[index].pos == "PROPN" or follows or in_title

    def _split_states(self, first: int, last: int, after_post: bool) -> list[Chunk]:
        """ "Ukraine Kurt Volker" and "US-Australian" are two names each."""
        head = self.tokens[first].cased
        adjective = head in self.words.map.adjectives or head in self.words.belief
        given = self._person_starts(first + 1, last) and not self._ordinary(last - 1)
        if last - first == 3 and adjective and (given or self._is_person_to_model(first + 1, last)):
            return [Chunk(first, first + 1), Chunk(first + 1, last)]
        if self.geographic(head) or head in self.words.belief:
            rest = self.name(first + 1, last)
            if rest in self.words.seats or rest in self.words.alone:
                return [Chunk(first, first + 1), Chunk(first + 1, last, after_post)]  # "Lebanese Hezbollah"
        if last - first > 2 and self.name(first, first + 2) in self.words.well_known and self.is_state(first + 2, last):
            return [Chunk(first, first + 2), Chunk(first + 2, last)]
        for at in range(first + 1, last - 1):
            glued = self.tokens[at - 1].cased in HYPHENS
            if not glued and self._ends_organisation(first, at) and self._person_starts(at, last):
                return [Chunk(first, at), Chunk(at, last, True)]
        for at in range(first + 1, last - 1):
            if self._is_behind_post(first) and self._person_starts(at, last):
                return [Chunk(first, at), Chunk(at, last, True)]  # "Mayor of Orsa Bridge Lena Marsh"
        if last - first > 3 and self._person_starts(last - 2, last) and self._all_ordinary(first, last - 2):
            return [Chunk(last - 2, last, True)]  # "(Envoy for) Coastal Trade Lena Marsh"
        for width in (3, 2, 1):
            if (
                first + width < last
                and self.is_state(first, first + width)
                and self._person_starts(first + width, last)
            ):
                return [Chunk(first, first + width), *self._split_states(first + width, last, True)]
        if (
            last - first == 3
            and self.tokens[first + 1].cased in HYPHENS
            and self.geographic(head)
            and self.geographic(self.tokens[first + 2].cased)
            and not self.words.map.knows("".join(token.cased for token in self.tokens[first:last]))
        ):
            return [Chunk(first, first + 1), Chunk(first + 2, last)]
        return [Chunk(first, last, after_post)]

    def _is_behind_post(self, first: int) -> bool:
        """Does "Mayor of" stand before the run?"""
        told = first - 2 >= self.sentence.first and self.tokens[first - 1].lower == "of"
        return (
            told
            and self.tokens[first - 2].cased in self.words.posts
            and self.tokens[first].cased not in self.words.given
        )

    def _all_ordinary(self, first: int, last: int) -> bool:
        """Common words, none of which belongs to the name of a body or place, with a person behind that the model sees."""
        heads = self.words.organisation_heads | self.words.organisation_suffixes | self.words.place_heads
        plain = all(self._ordinary(at) and self.tokens[at].cased not in heads for at in range(first, last))
        return plain and self.tokens[last].entity == "PERSON" and not self._ordinary(last + 1)

    def _is_person_to_model(self, first: int, last: int) -> bool:
        """Two words that the model takes for a person, neither of them ordinary ("Australian Roald Mersch")."""
        return all(
            token.entity == "PERSON" and token.cased[0].isupper() and token.lower not in self.words.common
            for token in self.tokens[first:last]
        )

    def _ends_organisation(self, first: int, at: int) -> bool:
        """May an organisation or state end before token `at`?"""
        text = self.tokens[at - 1].cased
        if text in self.words.organisation_heads and (at - first > 1 or text in self.words.well_known):
            return True
        if text.isupper() and 1 < len(text) < 7 and text.isalpha() and text not in self.words.vessels:
            return True
        small = [i for i in range(first + 1, at - 1) if self.tokens[i].lower in ("of", "on", "for")]
        if small and self.geographic(text) and small[-1] == at - 2:
            return True
        heads = self.words.organisation_heads_of | self.words.on_bodies
        told = bool(small) and self.tokens[small[0] - 1].cased in heads and text not in self.words.opens_names
        return told and (at - small[-1] > 2 or self._ordinary(at - 1))  # "Council on Coastal Relations Lena Marsh"

    def _person_starts(self, first: int, last: int) -> bool:
        return (
            last - first >= 2
            and self.tokens[first].cased in self.words.given
            and self.tail(first - 1, last) not in self.words.organisation_heads
        )
