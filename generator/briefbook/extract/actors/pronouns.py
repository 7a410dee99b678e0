"""Resolve "he" and "she" to persons, and "it" that speaks to organisations, where the text leaves little doubt.

Candidates are the persons spoken of in the same sentence before the pronoun and in the two sentences before (in the same
or the previous paragraph).  Subjects are preferred, then the nearest; gender must fit; one who speaks does not call
himself "he" in his own words; the object of a verb is not its subject.  When two fit about as well, none is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from briefbook import lexicons
from briefbook.analysis import References, Token
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.actors.binding import Binding, Seen
from briefbook.extract.actors.people import genders
from briefbook.extract.actors.speaking import unknown_speaks
from briefbook.extract.actors.words import words
from briefbook.model import ActorKind, Mention, MentionForm

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PERSON = ActorKind.PERSON
REACH = 2
"""Sentences before the pronoun's own in which its name may stand."""
MARGIN = 0.9
"""By how much the best candidate must lead."""
UNKNOWN = "?"
"""No actor's id."""
ATTRIBUTION = 5
"""Tokens after a quotation in which its speaker is looked for."""
OPENING, CLOSING = frozenset("“«„"), frozenset("”»")


class Found(NamedTuple):
    """A resolved pronoun: actor id, token, and why."""

    actor: str
    token: int
    reason: str


@dataclass
class PronounResolver:
    """Resolves the pronouns of one document, in order."""

    references: References
    seen: list[Seen] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, ActorKind] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    quoted: list[bool] = field(default_factory=list)
    binding: Binding = field(init=False)
    named: dict[int, str] = field(default_factory=dict)
    """First token of a reference -> its actor."""

    def resolve(self) -> Iterator[Found]:
        """All pronouns that can be resolved, in order."""
        document = self.references.document
        self.gender = genders(self.references)
        self.kinds = {actor.id: actor.kind for actor in self.references.actors}
        self.names = {actor.id: actor.name for actor in self.references.actors}
        self.quoted = _quoted(document.tokens)
        self.binding = Binding(document)
        starts = {
            reference.first: reference
            for reference in self.references.all
            if self.kinds[reference.actor.id] is not ActorKind.GEOPOLITICAL
        }
        self.named = {first: reference.actor.id for first, reference in starts.items()}
        for token in document.tokens:
            if token.index in starts:
                reference = starts[token.index]
                self._see(reference.actor.id, reference.first, reference.last)
            elif (chosen := self._choose(token)) is not None:
                self._see(chosen.actor, token.index, token.index + 1)
                yield chosen

    def _see(self, actor: str, first: int, last: int) -> None:
        tokens = self.references.document.tokens
        head = next(
            (i for i in range(first, last) if not first <= tokens[i].head < last or tokens[i].head == i), last - 1
        )
        up = tokens[tokens[head].head]
        beside = tokens[head].dep == "conj" or tokens[head].dep == "appos" and self.references.at(up.index) is None
        subject = tokens[head].dep in SUBJECTS or beside and up.dep in SUBJECTS
        owned = tokens[head].dep == "appos" and any(
            tokens[i].dep == "poss" and ((own := self.references.at(i)) is None or self.kinds[own.actor.id] is PERSON)
            for i in self.references.document.children[up.index]
        )
        self.seen.append(Seen(actor, first, last, head, tokens[first].sentence, subject, owned))
        del self.seen[:-40]

    def _choose(self, token: Token) -> Found | None:
        gender = GENDER.get(token.lower)
        if gender is not None and token.pos in ("PRON", "DET"):
            return None if unknown_speaks(self.references, token) else self._person(token, gender)
        if token.lower == "it" and token.dep == "nsubj" and self._speaks(token):
            return self._body(token)
        return None

    # ---- he, she

    def _person(self, token: Token, gender: str) -> Found | None:
        scores: dict[str, float] = {}
        speaker = self._speaker_after(token, gender) if self.quoted[token.index] else None
        if speaker == UNKNOWN:
            return None
        for seen in self._near(token):
            if self.kinds[seen.actor] is not ActorKind.PERSON or seen.actor == speaker:
                continue
            if self._fits(seen, token, gender):
                score = self._score(seen, token, gender)
                scores[seen.actor] = max(score, scores.get(seen.actor, -9.0))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < 1.5 or len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
            return None
        actor = ranked[0][0]
        self.gender.setdefault(actor, gender)
        why = "the only person it can mean here" if len(ranked) == 1 else "the nearest fitting subject"
        return Found(actor, token.index, f"'{token.text}' is {self.names[actor]}, {why}")

    def _speaker_after(self, token: Token, spoken: str) -> str | None:
        """Who is said to speak right after the quotation in which the pronoun stands: not whom "she" means there.

        `UNKNOWN` when it is another "she" that may be anybody.
        """
        tokens = self.references.document.tokens
        end = token.index
        while end < len(tokens) and self.quoted[end] and tokens[end].block == token.block:
            end += 1
        for said in tokens[end : end + ATTRIBUTION]:
            if said.block != token.block or said.dep not in SUBJECTS or tokens[said.head].lemma not in words().speech:
                continue
            gender = GENDER.get(said.lower)
            found = self._person(said, gender) if gender else None
            return found.actor if found else UNKNOWN if gender == spoken else self.named.get(said.index)
        return None

    def _near(self, token: Token) -> Iterator[Seen]:
        document = self.references.document
        for seen in reversed(self.seen):
            if token.sentence - seen.sentence > REACH:
                return
            if token.block - document.tokens[seen.first].block <= 1:
                yield seen

    def _fits(self, seen: Seen, token: Token, gender: str) -> bool:
        if self.gender.get(seen.actor, gender) != gender:
            return False
        if seen.sentence == token.sentence and self.binding.excludes(seen, token):
            return False
        return not (self._own_words(seen, token) or self._told_of(seen, token) or self._asked(seen, token))

    def _asked(self, seen: Seen, token: Token) -> bool:
        """Who asked is not the "he" who then replied."""
        tokens = self.references.document.tokens
        asks = seen.subject and tokens[tokens[seen.head].head].lemma == "ask"
        return asks and tokens[token.head].lemma in lexicons.words("speakers", "answering") and token.dep in SUBJECTS

    def _told_of(self, seen: Seen, token: Token) -> bool:
        """Who is only spoken of inside a quotation is not the "he" that is said to speak."""
        verb = self.references.document.tokens[token.head]
        return self.quoted[seen.head] and token.dep in SUBJECTS and verb.lemma in words().speech

    def _own_words(self, seen: Seen, token: Token) -> bool:
        """Does the pronoun stand in words quoted from that very person?"""
        if not self.quoted[token.index] or self.quoted[seen.head]:
            return False
        tokens = self.references.document.tokens
        verb = tokens[tokens[seen.head].head]
        return seen.subject and verb.lemma in words().speech and abs(seen.sentence - token.sentence) <= 1

    def _score(self, seen: Seen, token: Token, gender: str) -> float:
        distance = token.sentence - seen.sentence
        score = 3.0 - 1.1 * distance
        tokens = self.references.document.tokens
        subject = seen.subject and (token.dep in SUBJECTS or not seen.beside)
        if subject:
            score += 1.5
        elif tokens[seen.head].dep == "poss":
            score -= 0.5
        elif self.binding.is_agent(tokens[seen.head]):
            score -= 0.8  # "Before being appointed by Marsh, he ..."
        if token.block != tokens[seen.first].block:
            score -= 0.6
        if self.gender.get(seen.actor) == gender:
            score += 0.6
        if token.dep in SUBJECTS and subject:
            score += 0.5
        if distance and self.binding.speaks_on(token, tokens[seen.head]):
            score += 1.0 if subject else 3.0
        if distance == 0 and token.dep == "poss":
            score += 3.0 if self.binding.is_beside(seen, token) else 0.5 if subject else 0.0
        if distance == 0 and not seen.subject and self.binding.is_described(seen, token):
            score += 2.5
        return score

    # ---- it, that speaks

    def _speaks(self, token: Token) -> bool:
        verb = self.references.document.tokens[token.head]
        return verb.lemma in lexicons.words("speakers", "bodies-say")

    def _body(self, token: Token) -> Found | None:
        """An organisation that was the subject of the sentence before, or earlier in this one, and no other."""
        bodies = [
            s
            for s in self._near(token)
            if self.kinds[s.actor] is ActorKind.ORGANIZATION and token.sentence - s.sentence <= 1
        ]
        subjects = {s.actor for s in bodies if s.subject}
        if len(subjects) != 1:
            return None
        actor = next(iter(subjects))
        return Found(
            actor, token.index, f"'{token.text}' is {self.names[actor]}, the organisation spoken of just before"
        )


def _quoted(tokens: tuple[Token, ...]) -> list[bool]:
    """For each token: does it stand inside quotation marks of its paragraph?"""
    found, inside, block = [], False, -1
    for token in tokens:
        if token.block != block:
            inside, block = False, token.block
        if token.text in OPENING:
            inside = True
        elif token.text in CLOSING:
            inside = False
        elif token.text in ('"', "''", "``"):
            inside = not inside
        found.append(inside)
    return found


def pronoun_mention(references: References, found: Found) -> Mention:
    """The mention that a resolved pronoun adds."""
    citation = references.document.cite(found.token, found.token + 1)
    return Mention(citation=citation, form=MentionForm.PRONOMINAL, reason=found.reason)
