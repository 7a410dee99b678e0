"""Find where names may stand: runs of capitalised words, cut and joined as English names are.

"PIJ Secretary-General Ziyad al-Nakhaleh" is cut at the post, "Hamas' Ismail Haniyeh" at the possessive; "Ministry of
Foreign Affairs" and "Justice and Development Party" are joined.  Titles and shouted text are read as `analysis` restored them to small letters.
"""

from __future__ import annotations

from itertools import pairwise

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.cuts import Chunk, Cuts
from briefbook.extract.actors.joins import Joins
from briefbook.extract.actors.reading import HYPHENS, Run
from briefbook.extract.actors.runs import Runs
from briefbook.extract.actors.words import Words, words


def find_chunks(document: AnalysedDocument) -> list[Chunk]:
    """All possible names of the running text, in order, not overlapping."""
    lexicon = words()
    runs = [
        (sentence, Joins(document, sentence, lexicon).join(Runs(document, sentence, lexicon).find()))
        for sentence in document.sentences
    ]
    shorts = _short_forms(document, [run for _, found in runs for run in found], lexicon)
    found: list[Chunk] = []
    for sentence, own in runs:
        cuts = Cuts(document, sentence, lexicon, shorts)
        for first, last in own:
            found.extend(cuts.cut(first, last))
    return found


def _base(body: list[str]) -> list[str]:
    """A company's name without its legal form and "and" ("J. Harrow" of "J. Harrow and Co Inc")."""
    tails = words().organisation_suffixes | {"and", "&"} | words().family_business
    return body[: next((at for at, word in enumerate(body) if at and word in tails), len(body))]


def _short_forms(document: AnalysedDocument, runs: list[Run], lexicon: Words) -> frozenset[str]:
    """Words that full names of the article may be short for: surnames behind given names, first words of companies."""
    found = set()
    for first, last in runs:
        spoken = [token.cased for token in document.tokens[first:last]]
        for at, (left, right) in enumerate(pairwise(spoken)):
            if left in lexicon.given and right[0].isupper() and right not in lexicon.organisation_heads:
                found.add(spoken[-1] if at + 2 < len(spoken) and spoken[-1] not in lexicon.posts else right)
        body = spoken[: spoken.index("of")] if "of" in spoken else spoken
        if len(body) > 1 and body[-1] in lexicon.organisation_suffixes:
            found.update((spoken[0], " ".join(_base(body))))
        if len(body) == 2 and body[-1].lower() in lexicon.trade_tails and body[0] not in lexicon.given:
            found.add(body[0])  # "Cobalt" of "Cobalt Shipping"
        if len(spoken) > 3 and spoken[-2] in HYPHENS and spoken[-1].islower():
            found.add(spoken[-4])  # "Moon" of "Moon Ye-rin"
    return frozenset(found)
