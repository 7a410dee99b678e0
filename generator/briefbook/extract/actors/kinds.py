"""Decide what a name is: a person, an organisation, a place, or none of these, from all its mentions together.

Each mention gives evidence (what the model sees, posts before it, prepositions, verbs, suffixes, what the map knows);
the sum over the article decides, so that one odd mention can't split a name.  Weights are in "votes": a clear sign (a
post before the name, "Inc" behind it) outweighs the model's view of a few mentions.
"""

from __future__ import annotations

import re

from briefbook.analysis import DATELINE, AnalysedDocument, Token
from briefbook.extract.actors.firms import firm_votes
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.votes import Kind, Votes
from briefbook.extract.actors.words import words

MODEL = {
    "PERSON": (Kind.PERSON, 2.0),
    "ORG": (Kind.ORGANISATION, 1.5),
    "GPE": (Kind.PLACE, 2.0),
    "LOC": (Kind.PLACE, 1.5),
    "FAC": (Kind.PLACE, 1.0),
    "NORP": (Kind.OTHER, 0.6),
    "PRODUCT": (Kind.OTHER, 1.0),
    "EVENT": (Kind.OTHER, 2.0),
    "WORK_OF_ART": (Kind.OTHER, 1.0),
    "LAW": (Kind.OTHER, 1.5),
    "LANGUAGE": (Kind.OTHER, 1.5),
}

FILED = re.compile(r"(?:, [A-Z][\w. ]+?)?(?:,? (?:\d{4}\b[-/\d]*|[A-Z]\w+\.? \d{1,2}\b.{0,8}))?")
"""What may stand behind a town in capitals that is a line of its own: its state, the day ("OSLO, Norway 2015-03-04")."""
CLOSING, OPENING = frozenset({'"', "”", "’", "'"}), frozenset({'"', "“", "‘", "'"})
FADING = 0.7
"""What each further mention's view of the model counts of the one before: it tends to repeat its mistakes."""
UNKNOWN = 0.7
"""How much of the model's word counts for a place that no map shows."""
EITHER = frozenset({"rival", "predecessor", "successor", "partner", "champion", "winner"})
"""Persons and firms both are called so."""
LONG_NAME = 5
UNSEEN = 0.6
"""Votes for a person where the model takes two words for a firm that nobody has heard of."""
PREPOSITIONS = {"near": 2.0, "outside": 1.5, "in": 1.0, "at": 1.0}
SAINTS = frozenset({"St", "St.", "Saint"})
BORN = frozenset({"née", "nee", "né"})
AGE = re.compile(r"1?\d\d")


def decide(votes: Votes) -> Kind:
    """The kind with most votes; `OTHER` when nothing speaks for any.  A state's mentions as a place speak for the state."""
    if votes[Kind.STATE]:
        votes = Votes({**votes, Kind.STATE: votes[Kind.STATE] + votes[Kind.PLACE], Kind.PLACE: 0.0})
    best = max(votes, key=lambda kind: (votes[kind], kind), default=Kind.OTHER)
    return best if votes[best] > 0.75 else Kind.OTHER


def mention_votes(document: AnalysedDocument, candidate: Candidate, trust: float = 1.0) -> Votes:
    """What one mention tells by the words around it and by the model's view, which counts less when it repeats itself."""
    votes = Votes()
    if candidate.model:
        kind, weight = MODEL[candidate.model]
        if kind is Kind.PLACE and candidate.last - candidate.first == 1 and not words().map.knows(candidate.text):
            weight *= UNKNOWN
        votes[kind] += weight * trust * (0.4 if candidate.weak else 1)
        if candidate.model == "ORG" and _is_unseen(candidate.text):
            votes[Kind.PERSON] += UNSEEN * trust
    if candidate.after_post:
        votes[Kind.PERSON] += 4
    votes.add(dateline_votes(document, candidate))
    votes.add(_score_votes(document, candidate))
    votes.add(firm_votes(document, candidate))
    _before(document, candidate, votes)
    _after(document, candidate, votes)
    return votes


def _is_unseen(text: str) -> bool:
    """Two words that are in no list, which are a person more often than a firm when the model says firm."""
    lexicon, spoken = words(), text.split()
    return len(spoken) == 2 and not any(
        not word.isalpha()
        or word.isupper()
        or word[-1] == "s"
        or word.lower() in lexicon.common
        or lexicon.map.knows(word)
        for word in spoken
    )


def dateline_votes(document: AnalysedDocument, candidate: Candidate) -> Votes:
    """A name that opens a dateline, be it one without a sentence behind it, is where the article was written."""
    opening = document.tokens[candidate.first]
    if opening.start:
        return Votes()
    behind = document.article.blocks[opening.block].text[document.tokens[candidate.last - 1].end :]
    alone = FILED.fullmatch(behind) and document.text(candidate.first, candidate.last).isupper()
    return Votes({Kind.PLACE: 3.0}) if alone or opening.dep == DATELINE else Votes()


def _score_votes(document: AnalysedDocument, candidate: Candidate) -> Votes:
    """A name with a figure right behind it, in a line of names and figures, is a team ("Orsa 2 Kestrel 0")."""
    sentence = document.sentences[document.tokens[candidate.first].sentence]
    row = document.tokens[sentence.first : sentence.last]
    if candidate.last >= sentence.last or document.tokens[candidate.last].pos != "NUM" or len(row) > 40:
        return Votes()
    before = [token.text for token in row if token.index < candidate.first]
    if before.count("(") > before.count(")"):
        return Votes({Kind.PERSON: 1.0})  # "(Mol 34, Vane 71)": who scored
    figures = sum(token.pos == "NUM" for token in row)
    plain = sum(token.text.islower() and token.text.isalpha() for token in row)
    return (
        Votes({Kind.ORGANISATION: 3.0})
        if figures >= 2 and plain <= 1 and not any(t.text == "." and t.index < sentence.last - 2 for t in row)
        else Votes()
    )


def _before(document: AnalysedDocument, candidate: Candidate, votes: Votes) -> None:
    lexicon, first = words(), candidate.first
    sentence = document.sentences[document.tokens[first].sentence]
    before = document.tokens[first - 1] if first > sentence.first else None
    if before is None:
        return
    if before.text == "," and lexicon.map.knows(f"{candidate.text}.") and not lexicon.map.knows(candidate.text):
        votes[Kind.PLACE] += 6  # "Orsa, Colo"
    elif before.text == "," and (apposed := _beside(document, candidate, sentence.first)):
        votes.add(apposed)
    elif before.lower in EITHER and candidate.last - first == 1 and not _is_persons(candidate.text):
        pass  # "its rival Harrow"
    elif before.text in lexicon.honorifics or before.lower in lexicon.person_nouns and before.pos != "VERB":
        votes[Kind.PERSON] += 3
    elif before.lower.endswith("maker") and before.text.islower() and before.lower not in lexicon.makers_of_no_goods:
        votes[Kind.ORGANISATION] += 4
    elif before.lower in ("from", "to") and document.tokens[first - 2].lower in lexicon.ways_between_clubs:
        votes[Kind.ORGANISATION] += 2.5 * (not lexicon.map.knows(candidate.text))
    elif before.lower == "the" and document.tokens[candidate.last - 1].dep == "compound":
        votes[Kind.PERSON] -= 0.5
    elif before.lower == "the" and _is_apposed_thing(document, first - 2):
        votes[Kind.OTHER] += 8  # "its launch, the Kittiwake"
    elif before.lower == "the":
        votes[Kind.PERSON] -= 1.5
        told = first - 2 >= sentence.first and document.tokens[first - 2].lemma == "tell"
        votes[Kind.ORGANISATION] += 2.5 if told else 1.0 if candidate.last - first > 1 else 0.7
    elif before.lower in lexicon.place_prepositions:
        votes[Kind.PLACE] += PREPOSITIONS.get(before.lower, 0.5)
        if before.lower == "at" and document.tokens[before.head].lemma not in lexicon.aimed:
            votes[Kind.PERSON] -= 2 * (candidate.last - first == 1)  # "met at Harrow", but "shouted at Harrow"
    elif before.lower in lexicon.apposed_bodies | lexicon.apposed_trades and before.text.islower():
        votes[Kind.ORGANISATION] += 4
    elif before.lower in lexicon.party_adjectives and document.tokens[first - 2].lower == "the":
        votes[Kind.ORGANISATION] += 5 * (not lexicon.map.knows(candidate.text))  # "the ruling Orsa Dal"
    elif before.lower in lexicon.made_things and before.pos in ("NOUN", "ADJ") and before.text.islower():
        votes[Kind.OTHER] += 8
    elif before.lower in BORN:
        votes[Kind.PERSON] += 4
    elif before.lower in lexicon.organisation_nouns:
        votes[Kind.ORGANISATION] += 1
    elif before.lower == "of" and first - 2 >= sentence.first:
        noun = document.tokens[first - 2].lower
        if noun in lexicon.of_places or _is_of_holder(document, first - 2):
            votes[Kind.PLACE] += 3
        elif noun in lexicon.of_bodies:
            votes[Kind.ORGANISATION] += 1.5
            votes[Kind.PERSON] -= 1


def _beside(document: AnalysedDocument, candidate: Candidate, opening: int) -> Votes:
    """ "Its operator, Alderco, said", "Vane's wife, Sonja, left": the noun before the comma says what the name is."""
    tokens, noun = document.tokens, candidate.first - 2
    ends = candidate.last >= len(tokens) or tokens[candidate.last].text in (",", ".", ")", ";", "of")
    if noun <= opening or not ends or tokens[noun].pos != "NOUN":
        return Votes()
    known = any(
        t.dep in ("poss", "case") or t.lower in ("the", "his", "her", "its", "their")
        for t in tokens[max(opening, noun - 3) : noun]
    )
    listed = any(t.text in (",", "and", "or") for t in tokens[candidate.last + 1 : candidate.last + 3])
    if not known or listed:
        return Votes()
    lexicon, word = words(), tokens[noun].lower
    if word in lexicon.apposed_bodies | lexicon.apposed_trades:
        return Votes({Kind.ORGANISATION: 4.0, Kind.PERSON: -1.0})
    return Votes({Kind.PERSON: 3.0}) if word in lexicon.person_nouns else Votes()


def _is_apposed_thing(document: AnalysedDocument, comma: int) -> bool:
    """A ship, book or machine and a comma."""
    return comma > 0 and document.tokens[comma].text == "," and document.tokens[comma - 1].lower in words().made_things


def _is_gone_to(document: AnalysedDocument, candidate: Candidate) -> bool:
    """ "from Orsa, where", "to Orsa, where"."""
    return document.tokens[candidate.first - 1].lower in ("from", "in", "to", "near")


def _is_persons(word: str) -> bool:
    return word in words().given or word in words().surnames


def _is_of_holder(document: AnalysedDocument, index: int) -> bool:
    """ "Mayor Lena Marsh of Orsa": does a name end here that a post of a place stands before?"""
    first = index
    while first and index - first < LONG_NAME and document.tokens[first].cased[0].isupper():
        first -= 1
        if document.tokens[first].cased in words().posts_of_places & words().posts:
            return True
    return False


def _after(document: AnalysedDocument, candidate: Candidate, votes: Votes) -> None:
    lexicon, last = words(), candidate.last
    sentence = document.sentences[document.tokens[candidate.first].sentence]
    after = [document.tokens[i] for i in range(last, min(last + 4, sentence.last))]
    if len(after) > 1 and after[0].text in CLOSING and document.tokens[candidate.first - 1].text in OPENING:
        after = after[1:]
    if not after:
        return
    subject = document.tokens[last - 1]
    if after[0].text in ("'s", "’s") and document.tokens[candidate.first].text in SAINTS:
        votes[Kind.PLACE] += 6  # "St Lena's church"
    elif after[0].text in ("'s", "’s") and candidate.last - candidate.first == 1 and _is_full_name(after[1:3]):
        votes[Kind.PERSON] -= 1.5  # "Harrow's Lena Marsh"
        votes[Kind.ORGANISATION] += 2.5 * (not lexicon.map.knows(candidate.text))
    at_verb = after[1] if after[0].pos == "ADV" and len(after) > 1 else after[0]  # "Marsh however left"
    if subject.dep in ("nsubj", "nsubjpass") and at_verb.pos in ("VERB", "AUX"):
        votes[Kind.PERSON] += 1.2 if document.tokens[subject.head].lemma in lexicon.human else 0.4
    if after[0].lemma in lexicon.speech and after[0].pos in ("VERB", "AUX"):
        votes[Kind.PERSON] += 0.6
        votes[Kind.ORGANISATION] += 0.3
    elif after[0].lemma in lexicon.human and after[0].pos == "VERB":
        votes[Kind.PERSON] += 0.6
    elif after[0].text == "," and len(after) > 1:
        if AGE.fullmatch(after[1].text) and (len(after) < 3 or after[2].text in (",", ".", ")", "and")):
            votes[Kind.PERSON] += 3
        elif after[1].cased in lexicon.map.states or after[1].cased in lexicon.map.regions:
            abbreviated = after[1].text[-1] == "." and after[1].text.count(".") == 1
            votes[Kind.PLACE] += 5 if abbreviated else 1.5  # "Alder, Calif."
        elif after[1].lower == "where" and candidate.last - candidate.first == 1 and _is_gone_to(document, candidate):
            votes[Kind.PLACE] += 2
        elif after[1].lower == "who":
            votes[Kind.PERSON] += 2
    elif after[0].lower == "who":
        votes[Kind.PERSON] += 1.5
    elif (
        after[0].text == "("
        and len(after) > 2
        and after[2].text == ")"
        and after[1].cased in lexicon.map.states
        and candidate.last - candidate.first > 1
    ):
        votes[Kind.PERSON] += 1.5
    elif after[0].text == "(" and len(after) > 2 and AGE.fullmatch(after[1].text) and after[2].text == ")":
        votes[Kind.PERSON] += 2
    else:
        _noun_behind(candidate, subject, after, votes)


def _is_full_name(ahead: list[Token]) -> bool:
    """A given name and another word in capitals, a person to the model."""
    lexicon = words()
    return len(ahead) == 2 and ahead[0].cased in lexicon.given and all(t.entity == "PERSON" for t in ahead)


def _noun_behind(candidate: Candidate, head: Token, after: list[Token], votes: Votes) -> None:
    """What the noun tells that a name stands before: "NAME fever", "NAME Finance Director", "the NAME striker"."""
    lexicon = words()
    if len(after) > 1 and after[0].text in lexicon.post_adjectives and after[1].lower in lexicon.person_nouns:
        after = after[1:]
    noun = after[0]
    compound = head.dep == "compound" or head.dep in ("nmod", "amod") and head.tag.startswith("NN")
    unknown = not (
        lexicon.map.knows(candidate.text)
        or candidate.text in lexicon.map.adjectives
        or candidate.text in lexicon.belief
    )
    if noun.lower in lexicon.illnesses and compound:
        votes[Kind.OTHER] += 3
    elif noun.lower in lexicon.measures and compound and unknown:
        votes[Kind.OTHER] += 2
    elif noun.cased in lexicon.posts or noun.cased in lexicon.post_modifiers and compound:
        votes[Kind.PLACE if noun.cased in lexicon.posts_of_places else Kind.ORGANISATION] += 2 * unknown
    elif noun.lower in lexicon.club_nouns and compound:
        votes[Kind.ORGANISATION] += 2.5
    elif noun.lower in lexicon.person_nouns and compound and len(after) > 1 and after[1].pos == "PROPN":
        votes[Kind.ORGANISATION] += 1.5 * unknown
    elif noun.lower in lexicon.organisation_nouns:
        told = noun.lower in lexicon.apposed_bodies and compound
        votes[Kind.ORGANISATION] += 2 * unknown if told else 0.7
        in_town = told and candidate.text in lexicon.map.city_lines and candidate.text not in lexicon.well_known
        votes[Kind.PLACE] += 2 * in_town  # "the Orsa firm Harrow"
    elif noun.lower in lexicon.ground and compound:
        votes[Kind.PLACE] += 1.5
