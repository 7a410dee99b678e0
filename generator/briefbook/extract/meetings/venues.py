"""Buildings where one meets, and the town beside them: "the Kremlin, in Moscow", "UN headquarters in New York"."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis import Token
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.reports import Setting
from briefbook.extract.meetings.structure import Structure
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Place

BODIES = frozenset({"nations", "parliament", "church", "club", "office", "school", "university", "embassy"})
"""Last words of names that stand for those who work there rather than for a building in front of a noun."""

INDEFINITE = frozenset({"a", "an", "some", "any", "no"})

BESIDE = frozenset({"in", "at", "near", "outside"})


class Venues:
    """Buildings of one document, by token."""

    def __init__(self, structure: Structure, places: tuple[Place, ...]) -> None:
        self.structure = structure
        self.document = structure.document
        self.tokens = structure.tokens
        self.place_at: dict[int, tuple[Place, int, int]] = {}
        for place in places:
            for mention in place.mentions:
                if (span := self.document.token_range(mention)) is not None:
                    self.place_at.update(dict.fromkeys(range(*span), (place, *span)))

    def with_town(self, found: Setting) -> Setting:
        """A building with the town told right after it."""
        known = gazetteer()
        if known.knows(found.name) or found.last + 1 >= len(self.tokens):
            return found
        index = found.last
        if self.tokens[index].text == ",":
            index += 1
        if self.tokens[index].lower in BESIDE:
            index += 1
        town = self.place_at.get(index) if index > found.last and index < len(self.tokens) else None
        if town is None or town[0].id == found.place or not self.is_town(town[0]):
            return found
        place, first, last = town
        name = self.document.text(first, last)
        return replace(found, town=Setting(name=name, place=place.id, first=first, last=last))

    def is_town(self, place: Place) -> bool:
        """Not a state: its representatives would be a party."""
        return place.name not in gazetteer().states

    def phrase(self, token: Token) -> tuple[int, int]:
        """A capitalised name with the words that belong to it ("Bishop's Palace")."""
        owner = next((t for t in self.structure.kids(token.index, "poss") if t.pos == "PROPN"), None)
        first = token.index if owner is None else self.document.subtree(owner.index)[0]
        while (
            first > 0 and self.tokens[first - 1].pos == "PROPN" and first <= self.tokens[first - 1].head <= token.index
        ):
            first -= 1  # also what hangs on a word of the name: "the Maumee Pines Golf Club"
        return first, token.index + 1

    def building(self, token: Token) -> Setting | None:
        """A word for a building that says which: "UN headquarters", "his home", "at the library", "the yacht Aurora"."""
        kind = next((t for t in self.structure.kids(token.index, "compound") if t.lower in words("vessels")), None)
        if kind is not None and token.pos == "PROPN":
            token = kind  # "the research ship Stellan"
        vessel = token.lower in words("vessels")
        if token.pos not in ("NOUN", "PROPN") or not (vessel or token.lower in words("buildings")):
            return None
        kids = [t for t in self.structure.kids(token.index) if t.index < token.index]
        which = [t for t in kids if t.dep in ("compound", "nmod", "poss", "amod") and t.pos != "NUM"]
        owned = any(t.dep == "poss" for t in which)
        articles = {t.lower for t in kids if t.dep == "det"}
        if token.lower == "office" and not owned:
            return None
        if not vessel and (articles & INDEFINITE or not (which or self.stood_in(token, articles))):
            return None
        first = min((self.document.subtree(t.index)[0] for t in which), default=token.index)
        while vessel and first and self.tokens[first - 1].dep in ("compound", "amod"):
            first -= 1
        if any(t.pos in ("VERB", "PUNCT") and t.text not in ("-", "’", "'") for t in self.tokens[first : token.index]):
            return None
        last = self.called(token) if vessel else self.owned_by(token) if not which else token.index + 1
        return Setting(name=self.document.text(first, last), place=None, first=first, last=last)

    def stood_in(self, token: Token, articles: set[str]) -> bool:
        """ "At the library", "was called to the ministry": one known building."""
        return "the" in articles and self.structure.head(token).lower in ("at", "in", "inside", "outside", "to")

    def owned_by(self, token: Token) -> int:
        """The end of "the headquarters of the union"."""
        of = next((t for t in self.structure.kids(token.index, "prep") if t.lower == "of"), None)
        owner = next(iter(self.structure.kids(of.index, "pobj")), None) if of is not None else None
        return token.index + 1 if owner is None else owner.index + 1

    def called(self, token: Token) -> int:
        """The end of a vessel's name: "the research ship Havhest"."""
        last = token.index + 1
        end = self.document.sentences[token.sentence].last
        while last < end and self.tokens[last].pos == "PROPN" and self.tokens[last].entity not in ("DATE", "GPE"):
            last += 1
        return last

    def in_front(self, noun: Token) -> Setting | None:
        """ "a White House lunch": a building in front of the noun."""
        for child in self.structure.kids(noun.index, "compound", "nmod"):
            if child.index > noun.index or child.pos != "PROPN" or child.lower not in words("houses") - BODIES:
                continue
            first, last = self.phrase(child)
            if last - first > 1 or child.lower in ("kremlin", "pentagon"):
                known = self.place_at.get(child.index)
                return Setting(
                    name=self.document.text(first, last), place=known[0].id if known else None, first=first, last=last
                )
        return None
