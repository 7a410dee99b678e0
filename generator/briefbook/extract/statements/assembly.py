"""Cues and quotations put together into statements.

Each quotation goes to the cue beside it.  One without a cue goes on with the speaker before it, in the same
paragraph or from the paragraph before; so does a long quoted passage inside a sentence.  Short quoted words without a cue ("so-called" words) are no statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.analysis import AnalysedDocument, References, Sentence
from briefbook.analysis.quotes import Quote, find_quotes
from briefbook.extract.statements.attributions import Cue
from briefbook.extract.statements.content import ContentReader
from briefbook.extract.statements.cues import CueFinder
from briefbook.extract.statements.headlines import fold_headlines
from briefbook.extract.statements.labels import Label, LabelFinder
from briefbook.extract.statements.lexicon import speech
from briefbook.extract.statements.memory import Speaker
from briefbook.extract.statements.reach import QUOTE_MARKS, SHORT, QuoteReach
from briefbook.extract.statements.speakers import SpeakerResolver
from briefbook.extract.statements.utterances import Utterance, without_wrappers
from briefbook.model import BlockKind

FREE_WORDS = 3
"""A quotation that opens its sentence needs this many words to be speech."""
PASSAGE_WORDS = 6
"""A quoted passage inside a sentence needs this many words and a verb."""
ASIDE_WORDS = 4
MEDIUM_TOKENS = 4
"""Tokens of a medium's name in quotation marks."""
CLOSE = 7
"""Tokens behind a quotation in which the verb that closes it stands."""
FIRST_PERSON = frozenset({"i", "me", "my", "we", "our", "us", "mine", "ours"})


class Assembler:
    """Builds the utterances of one document."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.document: AnalysedDocument = references.document
        self.tokens = references.document.tokens
        self.quotes = [q for q in find_quotes(self.document) if not self._names_medium(q)]
        self.quoted = {i: quote for quote in self.quotes for i in range(quote.first, quote.last)}
        self.labels = {label.block: label for label in LabelFinder(references).find()}
        self.cues = [c for c in CueFinder(references, self.quoted).find() if self._block(c) not in self.labels]
        self.reader = ContentReader(self.document, self.quoted)
        self.reach = QuoteReach(self.document, self.quoted)
        self.resolver = SpeakerResolver(references, self.quoted)
        self.by_sentence: dict[int, list[Cue]] = {}
        for cue in self.cues:
            self.by_sentence.setdefault(self.tokens[cue.at].sentence, []).append(cue)

    def utterances(self) -> list[Utterance]:
        """All of them, in the order of the text."""
        owned: dict[int, list[Quote]] = {}
        free: list[Quote] = []
        for quote in self.quotes:
            cue = self._cue_of(quote)
            if quote.block in self.labels:
                continue
            if cue is None:
                free.append(quote)
            else:
                owned.setdefault(cue.at, []).append(quote)
        found = without_wrappers(
            [u for cue in self.cues for u in self._spoken(cue, owned.get(cue.at, []))], self.tokens
        )
        self._attach(free, found)
        self._go_on(found)
        found.extend(self._labelled(label) for label in self.labels.values())
        found = fold_headlines(found, self.document)
        return sorted(found, key=lambda u: (min(u.sentences), u.cue.at))

    def _names_medium(self, quote: Quote) -> bool:
        """ "told the newspaper “Lantern Post”": a name in marks, no words of anyone."""
        words = self.tokens[quote.first : quote.last]
        told = self.tokens[quote.first - 2].lemma if quote.first > 1 else ""
        return told in speech().media and len(words) <= MEDIUM_TOKENS and all(t.text[0].isupper() for t in words)

    def _block(self, cue: Cue) -> int:
        return self.tokens[cue.at].block

    def _labelled(self, label: Label) -> Utterance:
        cue = Cue(label.label[0], *label.label, "label", None)
        sentences = {self.tokens[i].sentence for i in range(*label.words)}
        if self.tokens[label.label[0]].block == label.block:
            sentences.add(self.tokens[label.label[0]].sentence)
        return Utterance(Speaker(label.speaker.id, label.speaker.name), cue, [label.words], sentences, label.block)

    # ------------------------------------------------------------ quotations to cues

    def _sentences_of(self, quote: Quote) -> range:
        return range(self.tokens[quote.first].sentence, self.tokens[quote.last - 1].sentence + 1)

    def _cue_of(self, quote: Quote) -> Cue | None:
        """The nearest cue in the quotation's own sentences, else one that leads up to it or trails it."""
        numbers = self._sentences_of(quote)
        own = [
            cue
            for number in numbers
            for cue in self.by_sentence.get(number, [])
            if (cue.subject is not None or cue.no_comment) and self._may_govern(cue, quote)
        ]
        above = [token.index for token in self.document.ancestors(quote.first)]
        governing = [cue for cue in own if cue.at in above]
        if governing and not any(self._closes(cue, quote) for cue in own):
            return min(governing, key=lambda cue: above.index(cue.at))  # "called it “grave”, saying: “...”"
        if own:
            return min(own, key=lambda cue: self._distance(cue, quote))
        return self._leading(numbers[0]) or self._trailing(numbers[-1], quote)

    def _closes(self, cue: Cue, quote: Quote) -> bool:
        """ "“...,” the mayor said": who speaks, the verb, and no other verb stand right behind the quotation."""
        if cue.subject is None or not quote.last <= cue.subject or not quote.last < cue.at <= quote.last + CLOSE:
            return False
        return all(self.tokens[i].pos != "VERB" and self.tokens[i].dep != "relcl" for i in range(quote.last, cue.at))

    def _may_govern(self, cue: Cue, quote: Quote) -> bool:
        """A few words in marks before a verb are its content only when it governs them, or when they are an answer."""
        if quote.last - quote.first > SHORT or quote.first > cue.at or self.reach.answers(quote, self.tokens[cue.at]):
            return True
        return any(token.index == cue.at for token in self.document.ancestors(quote.first))

    def _distance(self, cue: Cue, quote: Quote) -> float:
        if cue.at < quote.first:
            between = self.tokens[cue.at + 1 : quote.first]
            return sum(t.pos != "PUNCT" for t in between) + 0.5
        return float(cue.at - quote.last)

    def _leading(self, number: int) -> Cue | None:
        """A cue before a colon: in the sentence before, or in the paragraph before."""
        if number == 0:
            return None
        before = self.document.sentences[number - 1]
        ends_open = self.tokens[before.last - 1].text in (":", ",")
        same = before.block == self.document.sentences[number].block
        cues = self.by_sentence.get(number - 1, [])
        if not cues or not (ends_open or (same and self._last_mark(before) == ":")):
            return None
        return cues[-1]

    def _last_mark(self, sentence: Sentence) -> str:
        words = [
            t.text
            for t in self.tokens[sentence.first : sentence.last]
            if not t.text.isspace() and t.text not in QUOTE_MARKS
        ]
        return words[-1] if words else ""

    def _trailing(self, number: int, quote: Quote) -> Cue | None:
        """ "… never?” she asked": the sentence was split after the mark."""
        if number + 1 >= len(self.document.sentences):
            return None
        after = self.document.sentences[number + 1]
        if after.block != quote.block or after.first in self.quoted:
            return None
        ends = self._last_mark(self.document.sentences[number])
        for cue in self.by_sentence.get(number + 1, []):
            if cue.at - after.first <= ASIDE_WORDS and (ends in ",?!—–" or self.tokens[after.first].text[0].islower()):
                return cue
        return None

    # ------------------------------------------------------------ cues to utterances

    def _spoken(self, cue: Cue, quotes: list[Quote]) -> Iterator[Utterance]:
        sentence = self.tokens[cue.at].sentence
        if cue.subject is not None:
            speakers = self.resolver.resolve(cue.subject, cue.at)
        elif cue.continues and (last := self.resolver.last(sentence)) is not None:
            speakers = (last,)
        else:
            return
        self._note_release(cue, speakers)
        ranges = list(self.reader.ranges(cue, quotes))
        covered = {sentence, *(n for quote in quotes for n in self._sentences_of(quote))}
        for speaker in speakers:
            yield Utterance(speaker, cue, list(ranges), set(covered), self.tokens[cue.at].block, list(quotes))

    def _note_release(self, cue: Cue, speakers: tuple[Speaker, ...]) -> None:
        """ "said in a statement": from now on "the statement" is this speaker's."""
        sentence = self.document.sentences[self.tokens[cue.at].sentence]
        releases = self.resolver.lexicon.releases
        words = self.tokens[sentence.first : sentence.last]
        if len(speakers) == 1 and any(t.lemma in releases and t.index not in self.quoted for t in words):
            self.resolver.issued(speakers[0], sentence.index)

    # ------------------------------------------------------------ quotations that go on

    def _attach(self, free: list[Quote], found: list[Utterance]) -> None:
        for quote in free:
            if not self._is_speech(quote):
                continue
            if (owner := self._owner(quote, found)) is not None:
                self._extend(owner, quote, found)

    def _is_speech(self, quote: Quote) -> bool:
        words = [t for t in self.tokens[quote.first : quote.last] if t.pos not in ("PUNCT", "SPACE")]
        sentence = self.document.sentences[self.tokens[quote.first].sentence]
        opens = quote.first - sentence.first <= 1
        if self.document.article.blocks[quote.block].kind is BlockKind.HEADLINE:
            return False
        if opens and len(words) >= FREE_WORDS and (quote.last >= sentence.last - 3 or len(words) >= PASSAGE_WORDS):
            return True
        return len(words) >= PASSAGE_WORDS and any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words)

    def _owner(self, quote: Quote, found: list[Utterance]) -> Utterance | None:
        number = self.tokens[quote.first].sentence
        before = [u for u in found if max(u.sentences) < number and u.block == quote.block]
        if before:
            return max(before, key=lambda u: (max(u.sentences), not self._beside_the_point(u)))
        earlier = [u for u in found if u.block < quote.block]
        last = max(earlier, key=lambda u: (max(u.sentences), u.cue.at), default=None)
        if last is not None and self._previous_block(quote.block) != last.block:
            last = None
        if last is not None and last.quotes and not last.quotes[-1].closed and self._opens_block(quote):
            return last
        after = [u for u in found if min(u.sentences) >= number and u.block == quote.block and u.quotes]
        if after and quote.closed:
            return min(after, key=lambda u: min(u.sentences))
        return last

    def _beside_the_point(self, utterance: Utterance) -> bool:
        """Is its cue that of a relative clause ("Marsh, who denied it, said ...")?"""
        cue = self.tokens[utterance.cue.at]
        return any(token.dep == "relcl" for token in (cue, *self.document.ancestors(cue.index)))

    def _opens_block(self, quote: Quote) -> bool:
        return quote.first - self.document.block_sentences[quote.block][0].first <= 1

    def _previous_block(self, block: int) -> int | None:
        blocks = list(self.document.block_sentences)
        at = blocks.index(block)
        return blocks[at - 1] if at else None

    def _extend(self, owner: Utterance, quote: Quote, found: list[Utterance]) -> None:
        numbers = set(self._sentences_of(quote))
        span = (quote.first, quote.last)
        if (
            owner.block == quote.block
            and owner.quotes
            and min(numbers) - max(owner.sentences) <= 1 <= 1 + max(numbers) - min(owner.sentences)
        ):
            owner.ranges.append(span)
            owner.sentences |= numbers
            owner.quotes.append(quote)
            return
        why = f"the quotation goes on from what {owner.speaker.name} said before"
        found.append(Utterance(owner.speaker, owner.cue, [span], numbers, quote.block, [quote], why))

    def _go_on(self, found: list[Utterance]) -> None:
        """A sentence in the first person right after a quotation whose marks were lost still belongs to it."""
        taken = {n for u in found for n in u.sentences}
        for utterance in sorted(found, key=lambda u: max(u.sentences)):
            if not utterance.quotes:
                continue
            number = max(utterance.sentences) + 1
            while (
                number < len(self.document.sentences)
                and number not in taken
                and self._first_person(number, utterance.block)
            ):
                sentence = self.document.sentences[number]
                utterance.sentences.add(number)
                utterance.ranges.append((sentence.first, sentence.last))
                taken.add(number)
                number += 1

    def _first_person(self, number: int, block: int) -> bool:
        sentence = self.document.sentences[number]
        if sentence.block != block:
            return False
        tokens = self.tokens[sentence.first : sentence.last]
        return any(t.lower in FIRST_PERSON and t.index not in self.quoted for t in tokens) and not any(
            t.index in self.quoted for t in tokens
        )
