"""Part of speech and base form of tokens, asked of the model once for each distinct token.

The model gives them by rules (`attribute_ruler`, `lemmatizer`) that try every pattern at every token: a fifth of all its
work.  Nearly all patterns look at one token, its letters, tag and dependency alone, so what they say of it holds wherever
it stands.  Where one of the few others, which look at neighbours, applies, the model's own components read the whole text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from briefbook.analysis.verb_forms import misread_stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import Doc

RULES = ("attribute_ruler", "lemmatizer")
"""The components whose work is remembered."""
OTHERS = frozenset({"tok2vec", "transformer", "tagger", "parser", "senter", "ner"})
"""Components that give none of what the rules give; with any further one, nothing is remembered."""
OF_ONE_TOKEN = frozenset({"ORTH", "TEXT", "LOWER", "IS_SPACE", "TAG", "DEP"})
"""What a pattern may ask of a token that the same token elsewhere would answer alike."""
MOST_KNOWN = 200_000
"""Distinct tokens remembered; then it begins anew, so that memory stays bounded over any number of articles."""

Key = tuple[int, int, int]
"""A token's letters, tag and dependency as the model numbers them, before its rules."""


class WordClass(NamedTuple):
    """What the rules say of a token."""

    lemma: str
    part: str
    tag: str
    relation: str


class WordClasses:
    """The rules of a pipeline, and what they said."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher
        from spacy.pipeline import AttributeRuler

        self.nlp = nlp
        self.skipped = RULES if _remembers(nlp) else ()
        """Components that the model's pipeline leaves out before a document comes here."""
        self.known: dict[Key, WordClass] = {}
        self.alone = AttributeRuler(nlp.vocab)
        self.wide = Matcher(nlp.vocab)
        if not self.skipped:
            return
        rules: Any = nlp.get_pipe(RULES[0])
        for number, rule in enumerate(rules.patterns):
            if all(_of_one_token(pattern) for pattern in rule["patterns"]):
                self.alone.add_patterns([rule])
            else:
                self.wide.add(str(number), rule["patterns"])

    def of(self, doc: Doc, keys: list[Key]) -> list[WordClass]:
        """The word classes of a document that has been through the model without what is `skipped`; `keys` are its tokens'."""
        if not self.skipped:
            return _word_classes(doc)
        if len(self.wide) and self.wide(doc, allow_missing=True):
            return _word_classes(self._ruled(doc, self.nlp.get_pipe(RULES[0])))
        if len(self.known) > MOST_KNOWN:
            self.known.clear()
        if new := [key for key in dict.fromkeys(keys) if key not in self.known]:
            self.known.update(zip(new, self._asked(new), strict=True))
        return [self.known[key] for key in keys]

    def _asked(self, keys: list[Key]) -> Iterable[WordClass]:
        """What the rules of one token say of tokens, in order, put beside each other in a made-up document."""
        from spacy.tokens import Doc

        words, tags, relations = ([self.nlp.vocab.strings[number] for number in row] for row in zip(*keys, strict=True))
        spaces = [False] * len(keys)
        doc = Doc(self.nlp.vocab, words=words, spaces=spaces, tags=tags, deps=relations)
        return _word_classes(self._ruled(doc, self.alone))

    def _ruled(self, doc: Doc, ruler: Any) -> Doc:
        return self.nlp.get_pipe(RULES[1])(ruler(doc))


def _remembers(nlp: Language) -> bool:
    """Can what the rules of a pipeline say of a token be remembered?"""
    from spacy.lang.en.lemmatizer import EnglishLemmatizer
    from spacy.pipeline import AttributeRuler

    if not OTHERS.issuperset(set(nlp.pipe_names) - set(RULES)):
        return False
    ruler, lemmatizer = map(nlp.get_pipe, RULES)
    return type(ruler) is AttributeRuler and type(lemmatizer) is EnglishLemmatizer and not lemmatizer.overwrite


def _of_one_token(pattern: list[dict[str, Any]]) -> bool:
    return len(pattern) == 1 and pattern[0].keys() <= OF_ONE_TOKEN


def _word_classes(doc: Doc) -> list[WordClass]:
    stems = misread_stems()
    return [
        WordClass(
            stems.get(token.lower_, token.lemma_) if token.pos_ == "VERB" else token.lemma_,
            token.pos_,
            token.tag_,
            token.dep_,
        )
        for token in doc
    ]
