"""What only a company has, and what is only done to one: "Harrow's shareholders", "a stake in Harrow", "acquire Harrow"."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument, Token
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
    if head.dep == "dobj" and (governor.lemma in lexicon.company_deals or _has_a_price(document, governor.index)):
        return Votes(BOUGHT)
    if _is_owned(document, head.index) or _moves_in_percent(document, head):
        return Votes(FIRM)
    bought = tokens[governor.head]
    if head.dep == "pobj" and governor.lower == "in" and bought.lower in lexicon.company_shares:
        return Votes(FIRM)
    return Votes()


def _has_a_price(document: AnalysedDocument, verb: int) -> bool:
    """ "bought Harrow for 1.4 billion euros", "sold Harrow to a rival for ...": what is bought and sold so is a firm."""
    if document.tokens[verb].lemma not in ("buy", "sell"):
        return False
    links = document.dependents(verb, "prep")
    paid = (document.tokens[i] for link in links if link.lower == "for" for i in document.children[link.index])
    return any(token.entity == "MONEY" for token in paid)


def _is_owned(document: AnalysedDocument, name: int) -> bool:
    """ "Harrow, owned by a fund": said right behind the name."""
    told = document.dependents(name, "acl")
    return any(token.tag == "VBN" and token.lemma in ("own", "list", "headquarter") for token in told)


def _moves_in_percent(document: AnalysedDocument, head: Token) -> bool:
    """ "Harrow fell 2%"."""
    verb = document.tokens[head.head]
    if head.dep != "nsubj" or verb.lemma not in words().share_moves:
        return False
    return any(
        token.lower in ("%", "percent", "pence") for token in document.dependents(verb.index, "npadvmod", "dobj")
    )
