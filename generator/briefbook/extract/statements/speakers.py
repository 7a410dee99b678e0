"""Who speaks: from the head token of a phrase to an actor, or to the description as written.

Resolution goes by name, by the references already found, and, only where these are silent, by what the article has
said just before: "the statement" means whoever issued one, "they" the last speaker of whom there were several,
"he" the only person the sentence before names.  What was not named carries its reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.extract.statements.grammar import Clause
from briefbook.extract.statements.lexicon import SpeechLexicon, organisation_nouns, speech
from briefbook.extract.statements.quotes import Quote
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import ActorKind, MentionForm

SINGULAR = frozenset({"he", "she"})
FIRST_PERSON = frozenset({"i", "we"})
CUTS = frozenset({",", "“", "”", '"', "—", "–", "(", ":", ";", "who", "which", "whose", "where"})
KEPT_AFTER = frozenset({"prep", "acl", "amod", "nummod", "det", "cc", "conj"})
APPOSITION = 16
"""Tokens over which a description may reach its name before the cue."""
LOOK_BACK = 8
"""Sentences over which a pronoun may reach for the last speaker."""


class Speaker(NamedTuple):
    """Whoever speaks: actor id or None, name or description, and why, when it was not named."""

    actor: str | None
    name: str
    reason: str | None = None


@dataclass
class _Memory:
    """What was said by whom so far."""

    last: tuple[int, Speaker] | None = None
    person: tuple[int, Speaker] | None = None
    body: Speaker | None = None
    several: Speaker | None = None
    issuer: Speaker | None = None
    by_noun: dict[str, Speaker] = field(default_factory=dict)


class SpeakerResolver:
    """Resolves the speakers of one document; call it in the order of the text."""

    def __init__(self, references: References, quoted: Mapping[int, Quote]) -> None:
        self.references = references
        self.quoted = quoted
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens
        self.clause = Clause(references.document)
        self.lexicon: SpeechLexicon = speech()
        self.memory = _Memory()
        self.states = {
            known.name: actor
            for actor in references.actors
            if actor.kind is ActorKind.GEOPOLITICAL
            for name in (actor.name, *actor.aliases)
            if (known := gazetteer().states.get(name)) is not None
        }

    def resolve(self, head: int, cue: int) -> tuple[Speaker, ...]:
        """The speakers a phrase names: one, or several when actors are coordinated ("Berg and Lindqvist said")."""
        heads = (
            self.document.conjuncts(head)
            if self.tokens[head].pos != "PRON" or len(self.document.conjuncts(head)) > 1
            else (head,)
        )
        heads = tuple(h for h in heads if self.tokens[h].sentence == self.tokens[head].sentence)
        apposed = [self._named(self.tokens[h], cue) for h in heads[1:] if self.clause.kids(h, "appos")]
        if len(apposed) == len(heads) - 1 and None not in apposed and self.references.at(head) is None and apposed:
            heads = heads[-1:]
        found = [self._one(h, cue) for h in heads]
        if len(found) > 1 and not all(s.actor for s in found):
            found = [Speaker(None, self.description(head, whole=True))]
        unique = list(dict.fromkeys(found))
        for speaker, index in zip(unique, heads, strict=False):
            self._remember(speaker, index, len(unique) > 1)
        return tuple(unique)

    def last(self, sentence: int) -> Speaker | None:
        """Whoever spoke last, within reach of a sentence."""
        if self.memory.last is None or sentence - self.memory.last[0] > LOOK_BACK:
            return None
        known = self.memory.last[1]
        return Speaker(known.actor, known.name, f"the sentence goes on with what {known.name} said")

    def issued(self, speaker: Speaker) -> None:
        """Remember that this speaker spoke through a statement, letter or post."""
        self.memory.issuer = speaker

    # ------------------------------------------------------------ one head

    def _one(self, head: int, cue: int) -> Speaker:
        token = self.tokens[head]
        if token.pos == "PRON" and token.lower not in (
            "some",
            "others",
            "many",
            "one",
            "another",
            "several",
            "most",
            "few",
            "both",
        ):
            return self._pronoun(token, cue)
        if (named := self._named(token, cue)) is not None:
            return named
        if token.lemma.lower() in self.lexicon.documents and (issuer := self._issuer(token, cue)) is not None:
            return issuer
        if (nominal := self.references.at(head)) is not None:
            return self._of(nominal)
        if (back := self._anaphor(token) or self._government(token)) is not None:
            return back
        return Speaker(None, self.description(head))

    def _of(self, reference: Reference) -> Speaker:
        return Speaker(reference.actor.id, reference.actor.name, reference.mention.reason)

    def _named(self, token: Token, cue: int) -> Speaker | None:
        """By name: at the head itself, or in apposition to it."""
        reference = self.references.at(token.index)
        if reference is not None and reference.mention.form is MentionForm.NAMED and self._is_head(token, reference):
            return self._of(reference)
        for item in self.clause.kids(token.index, "appos"):
            other = self.references.at(item.index)
            if other is not None and other.mention.form is MentionForm.NAMED and self._may_name(token, other):
                return self._of(other)
        if (last := self._ends_in_name(token, cue) or self._apposed_name(token, cue)) is not None:
            return self._of(last)
        after = self.references.at(token.index + 1) if token.index + 1 < len(self.tokens) else None
        if after is None or after.first != token.index + 1 or token.index + 1 == cue:
            return None
        named = after.actor.kind is ActorKind.PERSON and after.mention.form is MentionForm.NAMED
        return self._of(after) if named and self.tokens[after.first].sentence == token.sentence else None

    def _may_name(self, token: Token, other: Reference) -> bool:
        """A person names any description; an organisation only one of an organisation."""
        return other.actor.kind is ActorKind.PERSON or token.lemma.lower() in organisation_nouns()

    def _apposed_name(self, token: Token, cue: int) -> Reference | None:
        """ "the deputy head of the bank, NAME, told": the only name between two commas before the cue."""
        if not token.index < cue <= token.index + APPOSITION or token.pos not in ("NOUN", "PROPN"):
            return None
        for index in range(token.index + 1, cue):
            reference = self.references.at(index)
            if self.tokens[index - 1].text == "," and reference is not None and reference.first == index:
                closed = reference.last == cue or self.tokens[reference.last].text == ","
                named = reference.mention.form is MentionForm.NAMED and self.references.at(token.index) is None
                return reference if closed and named and self._may_name(token, reference) else None
        return None

    def _ends_in_name(self, token: Token, cue: int) -> Reference | None:
        """A title with a complement before the name ("Minister of Trade NAME said"): the name stands right before the cue."""
        end = cue
        while end - 1 > token.index and self.tokens[end - 1].pos in ("ADV", "AUX"):
            end -= 1
        reference = self.references.at(end - 1) if end - 1 > token.index else None
        if (
            reference is None
            or reference.actor.kind is not ActorKind.PERSON
            or reference.mention.form is not MentionForm.NAMED
        ):
            return None
        between = self.tokens[token.index : reference.first]
        plain = all(t.pos in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "PART") or t.text == "-" for t in between)
        return reference if plain and token.pos in ("NOUN", "PROPN") else None

    def _is_head(self, token: Token, reference: Reference) -> bool:
        """The name is the speaker, not a modifier of it ("Hamas officials")."""
        return reference.last - 1 >= token.index or self.tokens[reference.last - 1].head != token.index

    def _pronoun(self, token: Token, cue: int) -> Speaker:
        if (same := self._again(token, cue)) is not None:
            return same
        reference = self.references.at(token.index)
        if reference is not None:
            return self._of(reference)
        text = token.text
        found: Speaker | None = None
        if token.lower in SINGULAR:
            found = self._person_before(token)
        elif token.lower == "they":
            found = self.memory.several or self.memory.body
        elif token.lower == "it":
            found = self.memory.body
        if found is None:
            return Speaker(None, text)
        return Speaker(found.actor, found.name, f"“{text}” follows what {found.name} said")

    def _again(self, token: Token, cue: int) -> Speaker | None:
        """ "Marsh told us that ..., “...,” she said.": the aside of a sentence means the one who speaks in it."""
        if abs(token.index - cue) > 2 or self.memory.last is None or self.memory.last[0] != token.sentence:
            return None
        between = self.tokens[max(0, min(token.index, cue) - 2) : min(token.index, cue)]
        if not any(t.text in (",", "”", '"', "’") for t in between):
            return None
        known = self.memory.last[1]
        actor = self.references.by_id.get(known.actor or "")
        person = actor is not None and actor.kind is ActorKind.PERSON
        if person != (token.lower in SINGULAR):
            return None
        return Speaker(known.actor, known.name, f"“{token.text}” is {known.name}, who speaks in the same sentence")

    def _person_before(self, token: Token) -> Speaker | None:
        """Whoever last was the subject of a sentence, or spoke; within reach."""
        sentence = self.document.sentences[token.sentence]
        if (here := self._subject_person(sentence.first, token.index)) is not None:
            return here
        for number in range(token.sentence - 1, max(-1, token.sentence - 1 - LOOK_BACK), -1):
            if self.memory.person is not None and self.memory.person[0] == number:
                return self.memory.person[1]
            before = self.document.sentences[number]
            if (person := self._subject_person(before.first, before.last)) is not None:
                return person
        return None

    def _subject_person(self, first: int, last: int) -> Speaker | None:
        """The person that is the first subject among these tokens, quotations left out."""
        for token in self.tokens[first:last]:
            if token.dep in ("nsubj", "nsubjpass") and token.index not in self.quoted:
                reference = self.references.at(token.index)
                if reference is not None and reference.actor.kind is ActorKind.PERSON:
                    return Speaker(reference.actor.id, reference.actor.name)
        return None

    # ------------------------------------------------------------ descriptions

    def _issuer(self, token: Token, cue: int) -> Speaker | None:
        """Who speaks through a document."""
        for owner in self.clause.kids(token.index, "poss"):
            if self.references.at(owner.index) is not None or owner.pos == "PRON":
                speaker = self._one(owner.index, cue)
                return (
                    Speaker(speaker.actor, speaker.name, f"the {token.lower} is {speaker.name}’s")
                    if speaker.actor
                    else None
                )
        for preposition in self.clause.kids(token.index, "prep", "agent"):
            if preposition.lower in ("by", "from", "of"):
                for noun in self.clause.kids(preposition.index, "pobj"):
                    if (reference := self.references.at(noun.index)) is not None:
                        return Speaker(
                            reference.actor.id, reference.actor.name, f"the {token.lower} is by {reference.actor.name}"
                        )
        if self._definite(token) and token.lemma.lower() in self.lexicon.releases and self.memory.issuer is not None:
            known = self.memory.issuer
            return Speaker(known.actor, known.name, f"{known.name} issued the {token.lower}")
        return None

    def _definite(self, token: Token) -> bool:
        return any(t.lower in ("the", "that", "this", "those", "these") for t in self.clause.kids(token.index, "det"))

    def _anaphor(self, token: Token) -> Speaker | None:
        """ "the officials", after "senior officials" have spoken."""
        if not self._definite(token) or len(self.document.children[token.index]) > 1:
            return None
        noun = token.lemma.lower()
        known = self.memory.by_noun.get(noun) or (self.memory.body if noun in organisation_nouns() else None)
        if known is None:
            return None
        return Speaker(known.actor, known.name, f"“the {token.lower}” are those named before")

    def _government(self, token: Token) -> Speaker | None:
        """ "the Turkish government" speaks for the state, when the article names it."""
        if token.lemma.lower() not in ("government", "administration", "authority"):
            return None
        for item in self.clause.kids(token.index, "amod", "compound", "nmod", "poss"):
            state = gazetteer().adjectives.get(item.text)
            actor = self.states.get(state.name) if state is not None else None
            if actor is not None:
                return Speaker(actor.id, actor.name, f"the {item.text} {token.lower} speaks for {actor.name}")
        return None

    def description(self, head: int, *, whole: bool = False) -> str:
        """The phrase as written, without what follows a comma, and without the cue."""
        first, last = self.document.subtree(head)
        first = max(first, self.document.sentences[self.tokens[head].sentence].first)
        for index in range(head + 1, last):
            token = self.tokens[index]
            if token.dep == "relcl":
                last = max(head + 1, self.document.subtree(index)[0])
                break
            if token.text in CUTS and not (whole and token.text == ","):
                last = index
                break
        for index in range(head - 1, first - 1, -1):
            if self.tokens[index].text in CUTS and not whole:
                first = index + 1
                break
        while last > head + 1 and self.tokens[last - 1].pos in ("PUNCT", "CCONJ", "ADP", "SPACE"):
            last -= 1
        while first < head and self.tokens[first].pos in ("PUNCT", "CCONJ", "ADV", "SPACE", "SCONJ"):
            first += 1
        return self.document.text(first, last)

    def _remember(self, speaker: Speaker, head: int, several: bool) -> None:
        token = self.tokens[head]
        self.memory.last = (token.sentence, speaker)
        actor = self.references.by_id.get(speaker.actor or "")
        if actor is not None and actor.kind is ActorKind.PERSON:
            self.memory.person = (token.sentence, speaker)
        elif actor is not None:
            self.memory.body = speaker
        elif token.pos == "NOUN":
            self.memory.by_noun.setdefault(token.lemma.lower(), speaker)
            self.memory.by_noun[token.lemma.lower()] = speaker
        if actor is None and token.tag in ("NNS", "NNPS") or several:
            self.memory.several = speaker
