"""Who speaks: from the head token of a phrase to an actor, or to the description as written.

Resolution goes by name, by the references already found, and, only where these are silent, by what the article has
said just before: "the statement" means whoever issued one, "they" the last speaker of whom there were several,
"he" the only person the sentence before names.  What was not named carries its reason.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument, Reference, References, Token
from briefbook.analysis.quotes import Quote
from briefbook.extract.statements.grammar import Clause
from briefbook.extract.statements.lexicon import SpeechLexicon, businesses, organisation_nouns, public_heads, speech
from briefbook.extract.statements.memory import Memory, Speaker
from briefbook.extract.statements.naming import PhraseNamer
from briefbook.extract.statements.persons import PersonFinder
from briefbook.extract.statements.related import RelatedNamer
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import ActorKind, MentionForm

SINGULAR = frozenset({"he", "she"})
GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
LOOK_BACK = 8
"""Sentences over which a pronoun may reach for the last speaker."""


class SpeakerResolver:
    """Resolves the speakers of one document; call it in the order of the text."""

    def __init__(self, references: References, quoted: Mapping[int, Quote]) -> None:
        self.references = references
        self.quoted = quoted
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens
        self.clause = Clause(references.document)
        self.lexicon: SpeechLexicon = speech()
        self.phrases = PhraseNamer(references)
        self.related = RelatedNamer(references)
        self.persons = PersonFinder(references, quoted)
        self.memory = Memory()
        self.genders = {
            r.actor.id: GENDERS[self.tokens[r.first].lower]
            for r in references.all
            if r.mention.form is MentionForm.PRONOMINAL and self.tokens[r.first].lower in GENDERS
        }
        self.states = {
            known.name: actor
            for actor in references.actors
            if actor.kind is ActorKind.GEOPOLITICAL
            for name in (actor.name, *actor.aliases)
            if (known := gazetteer().states.get(name)) is not None
        }

    def resolve(self, head: int, cue: int) -> tuple[Speaker, ...]:
        """The speakers a phrase names: one, or several when actors are coordinated ("Berg and Lindqvist said")."""
        pronoun = self.tokens[head]
        if pronoun.lower == "they" and (both := self.memory.together(pronoun.sentence)):
            return both
        heads = (
            self.document.conjuncts(head)
            if self.tokens[head].pos != "PRON" or len(self.document.conjuncts(head)) > 1
            else (head,)
        )
        heads = tuple(h for h in heads if self.tokens[h].sentence == self.tokens[head].sentence)
        apposed = [self.phrases.named(self.tokens[h], cue) for h in heads[1:] if self.clause.kids(h, "appos")]
        parted = any(
            t.tag == "PRP$" for h in heads[1:] for t in self.clause.kids(h, "poss")
        )  # "the bank and its head, NAME"
        if apposed and None not in apposed and not parted and self.references.at(head) is None:
            heads = heads[-1:]
        found = [self._one(h, cue) for h in heads]
        beside = any(s.actor for s in found)  # "the White House and his lawyers": a name and a description
        if not all(s.actor or beside and self._describes(h) for s, h in zip(found, heads, strict=True)):
            found = [Speaker(None, self.phrases.description(head, whole=True))] if len(found) > 1 else found
        unique = list(dict.fromkeys(found))
        if len(unique) > 1 and all(speaker.actor for speaker in unique):
            self.memory.joint = (pronoun.sentence, tuple(unique))
        for speaker, index in zip(unique, heads, strict=False):
            self._remember(speaker, index, len(unique) > 1)
        return tuple(unique)

    def _describes(self, head: int) -> bool:
        """A noun that means somebody without the name beside it ("his lawyer"), as "its allies" does not."""
        token = self.tokens[head]
        owned = any(t.tag == "PRP$" for t in self.clause.kids(head, "poss"))
        return token.pos == "NOUN" and (not owned or token.tag == "NN" and token.lemma.lower() in self.lexicon.human)

    def last(self, sentence: int) -> Speaker | None:
        """Whoever spoke last, within reach of a sentence."""
        if self.memory.last is None or sentence - self.memory.last[0] > LOOK_BACK:
            return None
        known = self.memory.last[1]
        return Speaker(known.actor, known.name, f"the sentence goes on with what {known.name} said")

    def issued(self, speaker: Speaker, sentence: int) -> None:
        """Remember that this speaker spoke through a statement, letter or post, which "it" may mean in the next sentences."""
        self.memory.issuer = speaker
        self.memory.document = (sentence, speaker)

    # ------------------------------------------------------------ one head

    def _one(self, head: int, cue: int) -> Speaker:
        token = self.tokens[head]
        if token.pos == "PRON" and token.lower not in lexicons.words("speakers", "indefinite"):
            return self._pronoun(token, cue)
        if (named := self.phrases.named(token, cue)) is not None:
            return self._of(named)
        if token.lemma.lower() in self.lexicon.documents and (issuer := self._issuer(token, cue)) is not None:
            return issuer
        if (nominal := self.references.at(head)) is not None:
            return self._of(nominal)
        if (related := self.related.meant(token)) is not None:
            return Speaker(related[0].id, related[0].name, related[1])
        if (back := self._anaphor(token) or self._countryman(token) or self._government(token)) is not None:
            return back
        joined = next((t.index for t in self.clause.kids(head, "cc") if t.index < cue), cue)
        return Speaker(None, self.phrases.description(head, cue=joined))

    def _of(self, reference: Reference) -> Speaker:
        return Speaker(reference.actor.id, reference.actor.name, reference.mention.reason)

    def _pronoun(self, token: Token, cue: int) -> Speaker:
        if (same := self._again(token, cue)) is not None:
            return same
        reference = self.references.at(token.index)
        if reference is not None and reference.actor.id not in self.persons.spoken_of(token):
            return self._of(reference)
        text = token.text
        found: Speaker | None = None
        if token.lower in SINGULAR:
            found = self._person_before(token)
        elif token.lower == "they":
            found = self._several_before(token) or self.memory.plural(token.sentence)
        elif token.lower == "it":
            paper = self.memory.document  # "The letter said ... It called": until a body speaks
            lately = paper is not None and 0 < token.sentence - paper[0] <= LOOK_BACK
            found = paper[1] if lately and paper else self.memory.body
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
        if person != (token.lower in SINGULAR) or actor is None and known.name.lower() in SINGULAR:
            return None
        return Speaker(known.actor, known.name, f"“{token.text}” is {known.name}, who speaks in the same sentence")

    def _person_before(self, token: Token) -> Speaker | None:
        """Whoever last was the subject of a sentence, or spoke; within reach."""
        sentence = self.document.sentences[token.sentence]
        gender = GENDERS.get(token.lower)
        unfit = {id for id, known in self.genders.items() if gender is not None and known != gender}
        others = self.persons.spoken_of(token) | unfit
        if (here := self.persons.subject(sentence.first, token.index)) is not None and here.actor not in others:
            return here
        for number in range(token.sentence - 1, max(-1, token.sentence - 1 - LOOK_BACK), -1):
            known = self.memory.person
            if known is not None and known[0] == number and known[1].actor not in others:
                return known[1]
            described = self.memory.described
            if described is not None and described[0] == number:
                return described[1]
            if (other := self.persons.stranger(number, token)) is not None:
                return Speaker(None, self.phrases.description(other))
            before = self.document.sentences[number]
            if (person := self.persons.subject(before.first, before.last)) is not None and person.actor not in others:
                return person
        return None

    def _several_before(self, token: Token) -> Speaker | None:
        """Who is the plural subject before "they" in its sentence ("a man the officers shot, they said")."""
        first = self.document.sentences[token.sentence].first
        for index in range(token.index - 1, first - 1, -1):
            here = self.tokens[index]
            if here.tag == "NNS" and here.dep in ("nsubj", "nsubjpass") and index not in self.quoted:
                if here.lemma.lower() not in self.lexicon.human:
                    continue
                known = self.references.at(index)
                return self._of(known) if known is not None else Speaker(None, self.phrases.description(index))
        return None

    # ------------------------------------------------------------ descriptions

    def _issuer(self, token: Token, cue: int) -> Speaker | None:
        """Who speaks through a document."""
        for owner in self.clause.kids(token.index, "poss"):
            if self.references.at(owner.index) is not None or owner.pos == "PRON":
                speaker = self._one(owner.index, cue)
                reason = f"the {token.lower} is {speaker.name}’s"
                return Speaker(speaker.actor, speaker.name, reason) if speaker.actor else None
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
        known = self.memory.by_noun.get(noun) or (self.memory.body if self._fits_body(noun) else None)
        if known is None:
            return None
        return Speaker(known.actor, known.name, f"“the {token.lower}” are those named before")

    def _fits_body(self, noun: str) -> bool:
        """Can the noun mean the organisation that spoke last?  No state is "the agency", no authority "the airline"."""
        actor = self.references.by_id.get(self.memory.body.actor or "") if self.memory.body is not None else None
        if actor is None or actor.kind is not ActorKind.ORGANIZATION or noun not in organisation_nouns():
            return False
        own = actor.name.lower().split()[-1]
        free = businesses() | lexicons.words("speakers", "any-body")
        if own in organisation_nouns() and own != noun and noun not in free:
            return False  # no court is "the military"
        return noun not in businesses() or public_heads().isdisjoint(actor.name.lower().split())

    def _countryman(self, token: Token) -> Speaker | None:
        """ "the Italian said", "the 24-year-old said": the person that the sentences before are about."""
        aged = token.lower in ("old", "year-old")
        people = token.text in gazetteer().adjectives and token.tag in ("NN", "NNP", "JJ") and self._definite(token)
        if not aged and (not people or len(self.document.children[token.index]) > 1):
            return None
        if (known := self._person_before(token)) is None:
            return None
        words = self.phrases.description(token.index)
        return Speaker(known.actor, known.name, f"“{words}” follows what is told of {known.name}")

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

    def _remember(self, speaker: Speaker, head: int, several: bool) -> None:
        token = self.tokens[head]
        self.memory.last = (token.sentence, speaker)
        if token.pos != "PRON":
            paper = token.lemma.lower() in self.lexicon.documents
            self.memory.document = (token.sentence, speaker) if paper else None
        actor = self.references.by_id.get(speaker.actor or "")
        if actor is not None and actor.kind is ActorKind.PERSON:
            self.memory.person = (token.sentence, speaker)
        elif actor is not None:
            self.memory.body, self.memory.body_at = speaker, token.sentence
        elif token.pos == "NOUN":
            self.memory.by_noun[token.lemma.lower()] = speaker
            if token.tag == "NN" and token.lemma.lower() in organisation_nouns():
                self.memory.body, self.memory.body_at = speaker, token.sentence
            if token.tag == "NN" and token.lemma.lower() in self.lexicon.human - organisation_nouns():
                self.memory.described = (token.sentence, speaker)
        named = actor is not None and actor.kind is ActorKind.PERSON
        if token.tag in ("NNS", "NNPS") and not named or several:
            self.memory.several, self.memory.several_at = speaker, token.sentence
