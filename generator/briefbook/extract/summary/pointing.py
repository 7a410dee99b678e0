"""Words that point outside their sentence: an unresolved "he said", "It", "The two", "However".

A pronoun that the article resolves to an actor is replaced by that actor's name in square brackets.  What can't be
resolved makes the sentence lean on the one before: it may then be told only right after it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefbook.analysis import AnalysedDocument, References, Token
from briefbook.extract.summary.cues import cues
from briefbook.extract.summary.slices import Range, Version
from briefbook.model import Actor, ActorKind, MentionForm

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(slots=True)
class Pointing:
    """What points outside one version of a sentence.

    Attributes:
        leans: It can't be understood without the sentence before.
        names: The actor that replaces the pronoun at a token index.
    """

    leans: bool = False
    names: dict[int, Actor] = field(default_factory=dict)


def pointing(references: References, version: Version) -> Pointing:
    """Find what a version of a sentence leaves unexplained."""
    document, pronouns = references.document, cues().personal | cues().impersonal
    found = Pointing(leans=_anaphoric(document, version[0]))
    if "PRON" not in {token.pos for part in version for token in document.tokens[part.first : part.last]}:
        return found
    person = noun = False
    for token in _spoken_by_the_article(document, version):
        if token.pos != "PRON" or token.lower not in pronouns:
            person = person or _named_person(references, token)
            noun = noun or (token.pos in ("NOUN", "PROPN") and token.entity not in ("DATE", "TIME"))
            continue
        reference = references.at(token.index)
        if person:
            break  # the sentence itself names somebody the pronouns can stand for
        if noun and not (token.dep in SUBJECTS and document.tokens[token.head].dep == "ROOT"):
            continue  # it may stand for a noun before it ("the pastor ... deemed him a risk")
        if reference is not None and reference.mention.form is MentionForm.PRONOMINAL:
            if not any(actor.id == reference.actor.id for actor in found.names.values()):
                found.names[token.index] = reference.actor
        elif not found.names and not noun and _points_back(document, token, version[0]):
            found.leans = True
    return found


def _named_person(references: References, token: Token) -> bool:
    """Is this (part of) a name that a pronoun after it can stand for?"""
    if token.entity == "PERSON":
        return True
    if token.pos != "PROPN":
        return False
    if token.dep in SUBJECTS:
        return True
    reference = references.at(token.index)
    return (
        reference is not None
        and reference.actor.kind is ActorKind.PERSON
        and reference.mention.form is MentionForm.NAMED
    )


def replacement(token: Token, actor: Actor, *, known: bool) -> str:
    """The name in square brackets that stands for a pronoun: short when the reader knows the actor already."""
    name = _short(actor) if known else actor.name
    if token.tag == "PRP$":
        name += "’" if name.endswith("s") else "’s"
    return f"[{name}]"


def _short(actor: Actor) -> str:
    """A person's last name if the article uses it alone; else the name."""
    if actor.kind is not ActorKind.PERSON:
        return actor.name
    return next((alias for alias in actor.aliases if actor.name.endswith(" " + alias)), actor.name)


def _spoken_by_the_article(document: AnalysedDocument, version: Version) -> list[Token]:
    """The tokens outside quotation marks."""
    found, inside = [], False
    for part in version:
        for token in document.tokens[part.first : part.last]:
            if token.text in ("“", "”", '"', "``", "''"):
                inside = token.text == "“" or (token.text in ('"', "``", "''") and not inside)
            elif not inside:
                found.append(token)
    return found


def _anaphoric(document: AnalysedDocument, part: Range) -> bool:
    """Does it open with words that stand for something named before ("The two", "Such", "Some were")?"""
    opening = document.tokens[part.first]
    if opening.dep in SUBJECTS and opening.lower in cues().bare_subject:
        return True
    start = opening.start
    block = document.article.blocks[document.tokens[part.first].block].text
    return cues().anaphoric.match(block, start) is not None


def _points_back(document: AnalysedDocument, token: Token, part: Range) -> bool:
    """Has this unresolved pronoun its antecedent in an earlier sentence?"""
    if token.lower in cues().personal:
        return not _cataphoric(document, token)
    opening = all(
        document.tokens[i].pos in ("ADV", "PUNCT", "CCONJ", "ADP", "SCONJ") for i in range(part.first, token.index)
    )
    return opening and not _expletive(document, token)


def _cataphoric(document: AnalysedDocument, token: Token) -> bool:
    """Does the subject that the pronoun stands for follow ("In his speech, the minister ...")?"""
    for above in document.ancestors(token.index):
        if above.dep == "ROOT":
            subjects = [c for c in document.children[above.index] if document.tokens[c].dep in SUBJECTS]
            return any(
                c > token.index and document.tokens[c].pos in ("NOUN", "PROPN") and document.tokens[c].entity != "DATE"
                for c in subjects
                if not _governs(document, c, token)
            )
    return False


def _governs(document: AnalysedDocument, index: int, token: Token) -> bool:
    return any(above.index == index for above in document.ancestors(token.index))


def _expletive(document: AnalysedDocument, token: Token) -> bool:
    """Is "it" a mere placeholder ("It is clear that ...")?"""
    if token.dep == "expl":
        return True
    head = document.tokens[token.head]
    deps = {document.tokens[c].dep for c in document.children[head.index]}
    return (
        token.lower == "it"
        and head.lemma == "be"
        and bool(deps & {"acomp", "attr"})
        and bool(deps & {"ccomp", "xcomp", "advcl", "csubj"})
    )
