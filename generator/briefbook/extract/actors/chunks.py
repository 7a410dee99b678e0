"""Find where names may stand: runs of capitalised words, cut and joined as English names are.

"PIJ Secretary-General Ziyad al-Nakhaleh" is cut at the post, "Hamas' Ismail Haniyeh" at the possessive; "Ministry of
Foreign Affairs" and "Justice and Development Party" are joined.  Titles and shouted text are read as `analysis` restored them to small letters.
"""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.cuts import Chunk, Cuts
from briefbook.extract.actors.joins import Joins
from briefbook.extract.actors.runs import Runs
from briefbook.extract.actors.words import words


def find_chunks(document: AnalysedDocument) -> list[Chunk]:
    """All possible names of the running text, in order, not overlapping."""
    lexicon, found = words(), list[Chunk]()
    for sentence in document.sentences:
        runs = Joins(document, sentence, lexicon).join(Runs(document, sentence, lexicon).find())
        cuts = Cuts(document, sentence, lexicon)
        for first, last in runs:
            found.extend(cuts.cut(first, last))
    return found
