"""What the language model says of one portion of text, as plain columns.

Asking the model's own token objects for an attribute costs more than everything we then do with it, so the numbers
are fetched in one go and each distinct name is looked up once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefbook.analysis.word_classes import WordClasses

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc


class Columns(NamedTuple):
    """One entry a token, in order.

    Attributes:
        texts: As the model read it.
        starts: First code point in the portion.
        spaces: Is it white space alone?
        spaced: Does white space follow?
        begins: Does the model begin a sentence here?
        heads: Index of the governing token; its own for a root.
        lemmas: Base form.
        parts: Universal part of speech.
        tags: Penn Treebank tag.
        relations: Dependency label.
        entities: Label of the name that covers it, or "".
    """

    texts: list[str]
    starts: list[int]
    spaces: list[bool]
    spaced: list[bool]
    begins: list[bool]
    heads: list[int]
    lemmas: list[str]
    parts: list[str]
    tags: list[str]
    relations: list[str]
    entities: list[str]


class Labels(dict[int, str]):
    """The model's numbers for words and labels -> their text."""

    def __init__(self, store: StringStore) -> None:
        super().__init__({0: ""})
        self.store = store

    def __missing__(self, number: int) -> str:
        text = self[number] = self.store[number]
        return text


ATTRIBUTES = ("ORTH", "TAG", "DEP", "ENT_TYPE", "HEAD", "SENT_START", "SPACY", "IS_SPACE", "IDX")


def columns(doc: Doc, labels: Labels, classes: WordClasses) -> Columns:
    """The columns of a document that has been through the model without the rules that `classes` stand for."""
    table = doc.to_array(list(ATTRIBUTES)).T
    orths, plain_tags, plain_relations, names = (row.tolist() for row in table[:4])
    offsets, begins, spaced, spaces, starts = (row.tolist() for row in table[4:].astype("int64"))
    found = classes.of(doc, list(zip(orths, plain_tags, plain_relations, strict=True)))
    lemmas, parts, tags, relations = map(list, zip(*found, strict=True)) if found else ([], [], [], [])
    return Columns(
        texts=[labels[number] for number in orths],
        starts=starts,
        spaces=[flag == 1 for flag in spaces],
        spaced=[flag == 1 for flag in spaced],
        begins=[flag == 1 for flag in begins],
        heads=[index + offset for index, offset in enumerate(offsets)],
        lemmas=lemmas,
        parts=parts,
        tags=tags,
        relations=relations,
        entities=[labels[number] for number in names],
    )
