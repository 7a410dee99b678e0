"""Resolve descriptions by calling: "the counsellor" of the only diplomat spoken of, "the striker" of the only player.

Also those that come before the name: "A rector has warned ... .  Ana Lund said": who is introduced in the next sentence with
the same calling, or, where somebody spoke, with none, is the one described.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from briefbook import lexicons
from briefbook.analysis import Reference, Token
from briefbook.extract.actors.described_persons import PersonReader, state_of, title_head
from briefbook.extract.actors.describing import LEAVES, Described, Speech, vocabulary
from briefbook.extract.actors.forms import parts
from briefbook.extract.actors.words import words
from briefbook.model import Actor, ActorKind, BlockKind, MentionForm

SCRAP = 3
"""Tokens of what is no sentence yet."""
TALKING = frozenset({"nsubj", "nsubjpass"})
DONE = TALKING | {"dobj"}


@lru_cache(maxsize=1)
def callings() -> dict[str, frozenset[str]]:
    """For each noun of a calling all nouns of it."""
    found: dict[str, frozenset[str]] = {}
    for entry in lexicons.load("descriptions").entries:
        if entry.id.startswith("alike-"):
            found |= dict.fromkeys(entry.words, frozenset(entry.words))
    return found


@lru_cache(maxsize=1)
def _foreign() -> frozenset[str]:
    return lexicons.load("descriptions").words("foreign-ministers")


@lru_cache(maxsize=1)
def _saying() -> frozenset[str]:
    return lexicons.load("names").words("speech-verbs") | lexicons.load("speech").words("voice")


class AlikeReader(Speech):
    """Resolves descriptions by the calling of a person."""

    def resolve(self, taken: frozenset[int]) -> Iterator[Described]:
        """All that can be resolved, in order, but those whose head tokens are taken."""
        for token in self.references.document.tokens:
            if not _tells_calling(token) or token.pos != "NOUN" or token.tag != "NN" or token.index in taken:
                continue
            if self.references.at(token.index) is None and token.dep not in LEAVES:
                found = self._top(token) or self._back(token) or self._ahead(token)
                if found is not None:
                    yield found

    @cached_property
    def _phrases(self) -> PersonReader:
        return PersonReader(self.references)

    @cached_property
    def _persons(self) -> dict[str, list[Actor]]:
        """The persons by each noun of their callings."""
        found: dict[str, list[Actor]] = {}
        for actor in self.references.actors:
            if actor.kind is ActorKind.PERSON:
                heads = {title_head(role.title) for role in actor.roles if not role.former}
                for noun in sorted({word for head in heads for word in callings().get(head, ())}):
                    found.setdefault(noun, []).append(actor)
        return found

    def _back(self, token: Token) -> Described | None:
        """ "The counsellor": the only one of the calling, when spoken of just before."""
        fits = self._persons.get(token.lower, [])
        if len(fits) != 1 or not self.definite(token) or fits[0].id not in self.spoken_of(token):
            return None
        first, last = self._plain(token)
        if last is None:
            return None
        return Described(fits[0].id, first, last, f"{fits[0].name} is the only one of that calling here")

    def _top(self, token: Token) -> Described | None:
        """ "Norway's top diplomat": its foreign minister, when the article names one."""
        document, known = self.references.document, words().map
        kids = [document.tokens[i] for i in document.children[token.index]]
        if token.lower != "diplomat" or not any(t.lower in ("top", "chief") for t in kids):
            return None
        near = (t.text for t in kids if t.dep in ("poss", "amod", "compound", "nmod"))
        states = [known.adjectives.get(n) or known.states.get(n) or known.capitals.get(n) for n in near]
        codes = {state.code for state in states if state is not None}
        fits = [
            actor
            for actor in self.references.actors
            for role in actor.roles
            if not role.former and (role.title or "").lower() in _foreign() and state_of(role) in codes
        ]
        if len(codes) != 1 or len({actor.id for actor in fits}) != 1:
            return None
        first, _ = self._phrases.phrase(token)
        return Described(fits[0].id, first, token.index + 1, f"{fits[0].name} leads that state's foreign ministry")

    def _plain(self, token: Token) -> tuple[int, int | None]:
        """First token and end of a phrase that names nobody and tells no place of work; the end is None otherwise."""
        tokens = self.references.document.tokens
        first, last = self._phrases.phrase(token)
        inside = range(first, token.index)
        named = any(self.references.at(i) is not None or tokens[i].pos == "PROPN" for i in inside)
        if named or last > token.index + 1 or self._phrases.names_somebody(token, last):
            return first, None
        return first, last

    # ------------------------------------------------------------ described first, named in the next sentence

    def _ahead(self, token: Token) -> Described | None:
        """ "A rector has warned ...": who is introduced by the sentence behind it."""
        number = self._next_sentence(token.sentence)
        if number is None or not self._describes(token):
            return None
        person = self._introduced(number)
        if person is None or not self._agree(token, person) or self._known_before(token, person):
            return None
        first, last = self._phrases.phrase(token)
        return Described(person.actor.id, first, last, f"{person.actor.name} is introduced right behind it")

    def _known_before(self, token: Token, person: Reference) -> bool:
        """Does "the minister" follow another minister, so that who comes behind is a second one?"""
        kids = (self.references.document.tokens[i] for i in self.references.document.children[token.index])
        others = (a for a in self.references.actors if a.kind is ActorKind.PERSON and a.id != person.actor.id)
        return any(t.lower == "the" for t in kids) and any(
            not role.former and title_head(role.title) == token.lower and self.first_token(actor) < token.index
            for actor in others
            for role in actor.roles
        )

    def _next_sentence(self, number: int) -> int | None:
        """The next sentence, past a bit that the point of an abbreviation parted from it ("Lt.")."""
        sentences = self.references.document.sentences
        return next((s.index for s in sentences[number + 1 : number + 4] if s.last - s.first > SCRAP), None)

    def _describes(self, token: Token) -> bool:
        """Is it "a rector" or "the rector", alone of its kind in its sentence, of somebody unnamed?"""
        document = self.references.document
        sentence = document.sentences[token.sentence]
        kids = [document.tokens[i] for i in document.children[token.index]]
        if token.lemma in callings()["reporter"] and document.tokens[token.head].lemma == "ask":
            return False  # "“Will you stay?” asked the reporter.": who is named behind it answers
        told = any(t.lower in ("a", "an", "the") and t.dep == "det" or t.dep == "poss" for t in kids)
        if not told or token.dep == "poss" or any(t.tag == "PRP$" and t.lower != "its" for t in kids):
            return False
        if any(t.dep in ("appos", "neg", "conj") or t.lower in ("another", "other", "no", "next", "new") for t in kids):
            return False
        _, last = self._phrases.phrase(token)
        others = sum(
            _tells_calling(t) and t.tag == "NN" and self.references.at(t.index) is None
            for t in document.tokens[sentence.first : sentence.last]
        )
        return others == 1 and not self._phrases.names_somebody(token, last)

    def _introduced(self, number: int) -> Reference | None:
        """The one person whom a sentence names for the first time in full, as a subject; of several, the one without a post."""
        document = self.references.document
        sentence = document.sentences[number]
        new = [
            r
            for r in self.references.between(sentence.first, sentence.last)
            if r.actor.kind is ActorKind.PERSON and r.mention.form is MentionForm.NAMED and self._is_first(r)
        ]
        if len({r.actor.id for r in new}) > 1:
            new = [r for r in new if not r.actor.roles]
        if len({r.actor.id for r in new}) != 1 or document.tokens[new[0].last - 1].dep not in TALKING:
            return None
        return new[0] if " " in new[0].actor.name and not self._apposed(new[0]) else None

    def _apposed(self, reference: Reference) -> bool:
        """Is the person told to be something that is no role ("Lena Marsh, his mother,")?"""
        tokens = self.references.document.tokens
        after = tokens[reference.last : reference.last + 2]
        opened = (
            len(after) == 2
            and after[0].text in (",", "(")
            and (after[1].pos in ("NOUN", "DET") or after[1].tag == "PRP$")
        )
        return opened and not reference.actor.roles

    def _is_first(self, reference: Reference) -> bool:
        """Is it the actor's first mention, that in the headline aside?"""
        blocks = self.references.document.article.blocks
        body = [m for m in reference.actor.mentions if blocks[m.citation.block].kind is not BlockKind.HEADLINE]
        return reference.mention == (body or reference.actor.mentions)[0]

    def _agree(self, token: Token, person: Reference) -> bool:
        """Has the person the same calling, or none told where the one described speaks or the article begins with him?"""
        heads = {title_head(role.title).rstrip(".") for role in person.actor.roles if role.title}
        same = callings().get(token.lower, frozenset({token.lower}))
        if heads:
            return (
                bool(heads & same) and all(head in same for head in heads) and not self._of_another_field(token, person)
            )
        return self._speaks(token) or self._opens_article(token) and not self._only_comments(person)

    def _of_another_field(self, token: Token, person: Reference) -> bool:
        """ "The prime minister" is no "Treasury minister Lena Marsh", whose post says more and not that."""
        if token.text.title() not in words().field_offices:
            return False
        kids = (self.references.document.tokens[i] for i in self.references.document.children[token.index])
        fields = {t.lower for t in kids if t.dep in ("amod", "compound") and t.lower.title() in words().post_modifiers}
        told = [set(parts(role.title)) for role in person.actor.roles if role.title]
        fuller = any(role.organization_name or len(said) > 1 for role in person.actor.roles for said in told)
        return bool(fields) and fuller and not any(fields <= said for said in told)

    def _opens_article(self, token: Token) -> bool:
        """Does the first sentence of the prose tell what the one described did, or what was done to him?"""
        document = self.references.document
        blocks = document.article.blocks
        body = (s for s in document.sentences if blocks[s.block].kind is BlockKind.PARAGRAPH)
        first = next(body, None)
        verb = document.tokens[token.head]
        told = verb.dep == "ROOT" or verb.dep == "ccomp" and document.tokens[verb.head].dep == "ROOT"
        return first is not None and token.sentence == first.index and told and token.dep in DONE

    def _only_comments(self, person: Reference) -> bool:
        """Does the name, without an age behind it, say something, as a witness or analyst would?"""
        tokens = self.references.document.tokens
        verb = tokens[tokens[person.last - 1].head]
        aged = any(t.pos == "NUM" for t in tokens[person.last : person.last + 2])
        return verb.lemma in _saying() and not aged

    def _speaks(self, token: Token) -> bool:
        """Is the one described the subject of a verb of saying, or "who said"?"""
        document = self.references.document
        verb = document.tokens[token.head]
        relative = [document.tokens[i] for i in document.children[token.index] if document.tokens[i].dep == "relcl"]
        return (token.dep == "nsubj" and verb.lemma in _saying()) or any(t.lemma in _saying() for t in relative)


def _tells_calling(token: Token) -> bool:
    """Is it a noun of a calling or post?"""
    return token.lower in callings() or token.lower in vocabulary().posts
