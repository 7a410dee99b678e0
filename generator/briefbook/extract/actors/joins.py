"""Join runs of capitals over small words: "Ministry of Foreign Affairs", "Justice and Development Party"."""

from __future__ import annotations

from briefbook.extract.actors.reading import HYPHENS, Run, SentenceReading


class Joins(SentenceReading):
    """Joins the runs of one sentence."""

    def join(self, runs: list[Run]) -> list[Run]:
        """The runs, joined where a name goes on over small words."""
        found: list[Run] = []
        for run in runs:
            if found and self._joins(found[-1], run):
                found[-1] = (found[-1][0], run[1])
            else:
                found.append(run)
        return found

    def _joins(self, left: Run, right: Run) -> bool:
        between = [token.lower for token in self.tokens[left[1] : right[0]]]
        ahead = self.tokens[left[1] - 1].cased
        if self._lands_go_on(left, right, between) or self.name(left[0], right[1]) in self.words.well_known:
            return True
        if between == ["for"] and self._is_told_body(left[0]) and left[1] - left[0] == 1:
            return not self.is_person(right)
        if between in (["for"], ["against"], ["without"]) and ahead in self.words.people_who_join:
            if left[1] - left[0] == 1 or between != ["for"]:
                return left[1] - left[0] == 1 and not self.is_person(right)
        if between in (["of"], ["for"], ["of", "the"], ["on"], ["in"], ["for", "the"], ["to", "the"]):
            if between[0] in ("on", "in", "to"):
                seat = self.name(*right) in self.words.seats or self.words.map.knows(self.name(*right))
                told = ahead in self.words.on_bodies and self.tokens[right[0]].cased.isalpha()
                return between[0] == "on" and told and not seat
            if self.name(*left) in self.words.not_actors:
                return False
            if between == ["of"] and ahead.rstrip(".") in ("Co", "Corp") and left[1] - left[0] > 2:
                kind = self.tokens[left[1] - 2].lower  # "Public Service Co of Norland"
                land = self.name(*right)
                return kind in self.words.common and (land in self.words.map.states or land in self.words.map.regions)
            if between == ["of"] and ahead in self.words.place_heads_of:
                return right[1] - right[0] <= 3 and not self.is_person(right)
            if (
                ahead not in self.words.organisation_heads_of
                or left[1] - left[0] == 1
                and self.starts(left[0])
                and ahead.lower() in ("friends", "sons", "voice")
            ):
                return False
            if between == ["of"] and ahead in self.words.led_bodies and self._is_named_person(right):
                return False  # "the Relief Forces of Lena Marsh"
            if left[1] - left[0] == 2 and self.tokens[right[0]].cased == ahead:
                return False  # "Amy Church of Harrow & Hale"
            if between == ["for"] and ahead in self.words.schools and self.geographic(self.name(*right)):
                return False  # "a poll by Orsa University for U.S. networks"
            firm = (
                between == ["of"] and left[1] - left[0] > 1 and ahead in ("Group", "Company", "Corporation", "Holdings")
            )
            return not self.is_person(right) and not (firm and self.geographic(self.tokens[right[0]].cased))
        if between == ["and"] or between == [",", "and"]:
            return self._compound(left, right)
        return between == [","] and self._lists(left, right)

    def _is_named_person(self, run: Run) -> bool:
        """Two words or more that the model takes for a person."""
        inside = self.tokens[run[0] : run[1]]
        return len(inside) > 1 and all(token.entity == "PERSON" for token in inside)

    def _is_told_body(self, first: int) -> bool:
        """ "the charity Bread for Norland": a small word for a body right before the name."""
        before = self.tokens[first - 1] if first > self.sentence.first else None
        return before is not None and before.text in self.words.apposed_bodies

    def _lists(self, left: Run, right: Run) -> bool:
        """ "Ministry of Trade, Industry and Energy": after a head and "of", ordinary words in a row that an "and" ends."""
        heads = self.words.organisation_heads_of | self.words.on_bodies
        told = any(
            self.tokens[at].cased in heads and self.tokens[at + 1].lower in ("of", "on", "for")
            for at in range(left[0], left[1] - 1)
        )
        return told and self._ordinary(left[1] - 1, left[1]) and self._ordinary(*right) and self._ends_list(right[1])

    def _ordinary(self, first: int, last: int) -> bool:
        """Common words that the map does not know, and no post."""
        return not self.words.map.knows(self.name(first, last)) and all(
            token.lower in self.words.common and token.cased not in self.words.posts
            for token in self.tokens[first:last]
        )

    def _ends_list(self, at: int) -> bool:
        """Do capitals and commas go on to an "and" with a capital behind it?"""
        end = self.sentence.last
        while at + 2 < end and self.tokens[at].text == "," and self.tokens[at + 1].cased[0].isupper():
            at += 2
            while at < end and self.tokens[at].cased[0].isupper():
                at += 1
        at += at < end and self.tokens[at].text == ","
        return at + 1 < end and self.tokens[at].lower == "and" and self._ordinary(at + 1, at + 2)

    def _lands_go_on(self, left: Run, right: Run, between: list[str]) -> bool:
        """ "United States of America", "Harvest Party of England and Wales", "Al-Qaida in the Islamic Maghreb"."""
        lands = self.name(*right)
        if between == ["of"]:
            at = max(left[0], left[1] - 2)
            return any(self.name(first, right[1]) in self.words.map.states for first in range(at, left[1]))
        if between in (["and"], ["and", "the"]):
            inside = {token.lower for token in self.tokens[left[0] : left[1]]}
            pair = f"{self.tokens[left[1] - 1].cased} {' '.join(between)} {lands}"
            return not inside.isdisjoint(("of", "in")) and pair in self.words.paired_lands
        if between in (["in"], ["in", "the"]):
            return self.name(*left).replace(" - ", "-") in self.words.bodies_in_lands and (
                lands in self.words.branch_lands or lands == "Iraq" and self._paired(right)
            )
        return False

    def _trades_on(self, left: Run, right: Run) -> bool:
        """ "Kestrel Refining and Marketing Co": trades on both sides of the "and", no firm that stands by itself before it."""
        trades = [self.tokens[left[1] - 1], *self.tokens[right[0] : right[1] - 1]]
        known = self.name(*left) in self.words.well_known | self.words.companies or self.words.map.knows(
            self.name(*left)
        )
        ordinary = all(token.lower in self.words.common for token in trades)
        ends = self.tokens[left[1] - 1].cased in self.words.organisation_suffixes
        return right[1] - right[0] == 2 and ordinary and not known and not ends

    def _goes_on(self, run: Run) -> bool:
        """One word with "of" or "for" behind it."""
        behind = self.tokens[run[1]].lower if run[1] < self.sentence.last else ""
        return run[1] - run[0] == 1 and behind in ("of", "for")

    def _paired(self, run: Run) -> bool:
        """Does "and Syria" or "and the Levant" follow "Iraq"?"""
        for last in range(run[1] + 2, min(run[1] + 4, self.sentence.last + 1)):
            if self.name(run[0], last) in self.words.paired_lands:
                return True
        return False

    def _two_districts(self, left: Run, right: Run) -> bool:
        """ "Alder and Orsa Council": one body of two districts; not "both Alder and Orsa Council", nor with a capital."""
        first, (at, end) = self.name(*left), right
        before = self.tokens[left[0] - 1].lower if left[0] > self.sentence.first else ""
        body = end - at > 1 and self.tokens[at + 1].cased in self.words.district_authorities
        known = self.words.map.knows(first) and not self.geographic(first)
        return body and known and left[1] - left[0] == 1 and before not in ("between", "both", "in", "of")

    def _compound(self, left: Run, right: Run) -> bool:
        """ "Justice and Development Party", "Center for Strategic and International Studies"."""
        tail = self.tokens[right[1] - 1].cased
        if self.tokens[right[0]].cased in self.words.family_business and (
            right[1] - right[0] > 1 or self.tokens[right[0]].cased in ("Sons", "Co", "Company")
        ):
            county = self.tokens[right[0]].cased == "Co" and right[1] - right[0] == 2
            return not county or tail in self.words.organisation_suffixes  # "Orsa and Co Antrim"
        if self._two_districts(left, right):
            return True
        inside = [token.cased for token in self.tokens[left[0] : left[1]] if token.cased not in HYPHENS]
        if any(text in ("of", "for", "on") for text in inside):
            last = inside[-1]
            ahead = self.tokens[right[0]].cased
            if self.geographic(last) and self.geographic(ahead):
                return right[1] - right[0] > 1 and tail in self.words.organisation_heads or tail == "Studies"
            if ahead in self.words.organisation_heads_of and self._goes_on(right):
                return False  # "Department of Harbours and Office of the Auditor"
            known = self.words.map.knows(last) or self.name(*right) in self.words.well_known
            return not known and last.lower() in self.words.common and ahead.lower() in self.words.common
        if tail in self.words.organisation_suffixes and len(inside) > 1 and self._trades_on(left, right):
            return True
        told = inside if len(inside) == 1 else inside[1:]  # "Tri-State Generation and Transmission Association"
        ends = self.words.organisation_heads | self.words.organisation_suffixes
        ordinary = all(text.lower() in self.words.common for text in told) and inside[-1] not in ends
        ordinary &= not (len(inside) == 1 and inside[0].isupper() and len(inside[0]) > 1)  # "UBM and Harrow Post"
        opens = len(inside) == 1 and self.starts(left[0])
        return ordinary and tail in self.words.organisation_heads and right[1] - right[0] > 1 and not opens
