"""Posts and honorifics inside a run of capitals: where they stand, and where the name before them ends."""

from __future__ import annotations

from briefbook.extract.actors.reading import HYPHENS, POSSESSIVES, SentenceReading

FIELD = 8
"""Tokens over which the field of a post may reach ("Trade, Industry and Coastal Affairs")."""


class Posts(SentenceReading):
    """Finds the posts in the runs of one sentence."""

    def _is_of_post(self, first: int, last: int) -> bool:
        """ "secretary of State", "Director of Research": one ordinary word of a post."""
        if last - first > 1 or first - 2 < self.sentence.first or self.tokens[first - 1].lower != "of":
            return False
        return self._ordinary(first) and self.tokens[first - 2].cased.title() in self.words.posts_of

    def _is_exchequer(self, first: int, last: int) -> bool:
        """ "Chancellor of the Exchequer Lena Marsh": one word of a post, "the" before and a person behind it."""
        if first - 3 < self.sentence.first or last - first < 3:
            return False
        before = [token.lower for token in self.tokens[first - 2 : first]]
        person = self.tokens[first + 1].cased in self.words.given
        return before == ["of", "the"] and self.tokens[first - 3].cased in self.words.posts and person

    def _after_office(self, first: int, last: int) -> tuple[int, bool]:
        """ "Secretary of" before "State Lena Marsh": the office goes on into the run."""
        if self._is_exchequer(first, last):
            return first + 1, True
        link = self._field_begins(first) - 1
        if (
            link - 1 < self.sentence.first
            or self.tokens[link].lower not in ("of", "for")
            or self.tokens[link - 1].cased not in self.words.posts
        ):
            return first, False
        at = first
        while (
            at < last
            and self.tokens[at].cased in self.words.post_modifiers
            and self.tokens[at].cased not in self.words.given
        ):
            at += 1
        at = self._person_behind(at, last)
        return (at, True) if at > first else (first, False)

    def _field_begins(self, first: int) -> int:
        """Where the field of a post begins that a run may go on ("Trade and" before "Industry Lena Marsh")."""
        at = first
        while at > self.sentence.first and self.tokens[at - 1].text in (",", "and") and first - at < FIELD:
            at -= 1
            while at > self.sentence.first and self.tokens[at - 1].cased[0].isupper() and self._ordinary(at - 1):
                at -= 1
        return at

    def _person_behind(self, first: int, last: int) -> int:
        """Where, behind ordinary words, two words begin that the model sees as a person ("Maritime Affairs Lena Marsh")."""
        at = first
        while at < last and self._ordinary(at) and self.tokens[at].entity != "PERSON":
            at += 1
        seen = last - at > 1 and all(token.entity == "PERSON" for token in self.tokens[at : at + 2])
        return at if seen else first

    def _last_post(self, first: int, last: int) -> int | None:
        """The last post or honorific of the run that stands before a name, or at the run's end."""
        tail = self.tail(first, last)
        organisation = (
            tail in self.words.organisation_heads
            or tail in self.words.organisation_suffixes
            or tail in self.words.place_heads
            or tail in self.words.not_actors
        )
        for index in range(last - 1, first - 1, -1):
            text = self.tokens[index].cased
            if (
                index > first
                and self.tokens[index - 1].cased in HYPHENS
                and self.tokens[index - 2].lower in self.words.name_articles
            ):
                continue
            if index + 1 < last and self.tokens[index + 1].cased in HYPHENS and text in self.words.honorifics:
                continue  # "Mar-a-Lago"
            if index + 1 == last and self._surname(first, index):
                continue
            if last - index > 1 and self.name(index, last) in self.words.no_actors_alone:
                continue  # "Mother Nature"
            inside = index > first and self.tokens[index - 1].cased not in self.words.posts | self.words.honorifics
            if text in self.words.names_too and inside and index + 1 < last:
                continue  # "Tran Tuan Vu"
            if text == "General" and index + 1 < last and self.tokens[index + 1].cased in self.words.organisation_heads:
                continue  # "General Synod"
            if text in self.words.honorifics or text == "Sri" and self.tokens[index - 1].cased in ("Tan", "Puan"):
                return index
            leads = index == first or self.tokens[index - 1].cased in self.words.posts
            if text in self.words.given and leads and index + 2 == last:
                continue  # "Dean Mol": a given name here
            if text in self.words.partisans and index + 1 < last and self._ordinary(index + 1):
                continue  # "Republican Left"
            ranked = index > first and self.tokens[index - 1].cased in ("Chief", "Senior", "Managing", "Group")
            if ranked and text in ("Executive", "Operating", "Financial"):
                return index
            law = tail in self.words.not_actors and first < index < last - 1  # "Criminal Justice Bill"
            owner = index + 1 < last and self.tokens[index + 1].cased in POSSESSIVES | {"&"}  # "Queen's University"
            if text in self.words.posts and not law and not owner and self._hyphen_free(index):
                if organisation and index + 1 < last and self.tokens[index + 1].cased not in self.words.given:
                    continue
                return index
        return None

    def _surname(self, first: int, index: int) -> bool:
        """ "Stephen King", "Julie Bishop": behind a given name, one that the model sees as a person's with it."""
        before = self.tokens[index - 1] if index > first else None
        if before is None or before.cased in self.words.posts | self.words.post_modifiers | self.words.honorifics:
            return False
        seen = before.entity == self.tokens[index].entity == "PERSON"
        return seen and (before.cased in self.words.given or before.lower not in self.words.common)

    def _ordinary(self, index: int) -> bool:
        """Is it a common word, and no name of persons?"""
        token = self.tokens[index]
        return (
            token.lower in self.words.common
            and token.cased not in self.words.given
            and token.cased not in self.words.surnames
        )

    def _hyphen_free(self, index: int) -> bool:
        return not (index and self.tokens[index - 1].cased in HYPHENS and self.glued(index)) or self.tokens[
            index - 2
        ].cased in ("Secretary", "Director", "Governor", "Vice", "Co")

    def _before_post(self, first: int, post: int) -> int:
        """Where the name before a post ends: "U.S. Deputy Defense Secretary" leaves "U.S."."""
        at = post - (self.tokens[post].cased == "Sri")  # "Tan Sri"
        while at > first:
            text = self.tokens[at - 1].cased
            if (
                text in HYPHENS
                or text in ("'s", "’s")
                or text == "Cabinet"
                and self.tokens[post].cased in ("Secretary", "Minister")
                or any(text in ranks for ranks in (self.words.post_modifiers, self.words.posts, self.words.honorifics))
            ):
                at -= 1
            else:
                break
        if at > first and self.tokens[at - 1].cased == "and":
            at -= 1
        if at == first + 1 and self.tokens[post].cased in self.words.field_offices and self._ordinary(first):
            return first  # "Forestry Minister"
        return at
