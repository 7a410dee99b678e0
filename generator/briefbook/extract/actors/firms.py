"""What only a company has, and what is only done to one: "Harrow's shareholders", "a stake in Harrow", "acquire Harrow"."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words

FIRM = {Kind.ORGANISATION: 2.5, Kind.PERSON: -1.0}
BOUGHT = {Kind.ORGANISATION: 4.0, Kind.PERSON: -1.0}


def firm_votes(document: AnalysedDocument, candidate: Candidate) -> Votes:
    """Evidence that a name is a company's by what the sentence has it own or undergo."""
    tokens, lexicon = document.tokens, words()
    head = tokens[candidate.last - 1]
    governor = tokens[head.head]
    if lexicon.map.knows(candidate.text) or candidate.text in lexicon.map.adjectives:
        return Votes()
    if (
        head.dep in ("poss", "compound")
        and governor.lower in lexicon.company_belongings
        and governor.index > head.index
    ):
        return Votes(FIRM)
    if head.dep == "dobj" and governor.lemma in lexicon.company_deals:
        return Votes(BOUGHT)
    bought = tokens[governor.head]
    if head.dep == "pobj" and governor.lower == "in" and bought.lower in lexicon.company_shares:
        return Votes(FIRM)
    return Votes()
