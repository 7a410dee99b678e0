"""Words that point outside their sentence: an unresolved "he said", "It", "The two", "However".

A pronoun that the article resolves to an actor is replaced by that actor's name in square brackets.  What can't be
resolved makes the sentence lean on the one before: it may then be told only right after it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefbook.analysis import AnalysedDocument, References, Token
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.summary.cues import cues
from briefbook.extract.summary.slices import Range, Version
from briefbook.model import Actor, ActorKind, BlockKind, MentionForm

OBJECTS = frozenset({"dobj", "dative"})
TIMES = ("DATE", "TIME")
RUNNING = (BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.SUBHEAD)
DEMONSTRATIVE = frozenset({"this", "that", "these", "those"})


@dataclass(slots=True)
class Pointing:
    """What points outside one version of a sentence.

    Attributes:
        leans: It can't be understood without the sentence before.
        names: The actor that replaces the pronoun at a token index.
    """

    leans: bool = False
    names: dict[int, Actor] = field(default_factory=dict)


def pointing(references: References, version: Version, *, speech: bool = False) -> Pointing:
    """Find what a version of a sentence leaves unexplained; `speech` when all of it is quoted."""
    document, pronouns = references.document, cues().personal | cues().impersonal
    first = _opens_article(document, version[0].first)
    found = Pointing(leans=_anaphoric(document, version[0], first=first) or (speech and _alludes(document, version)))
    if "PRON" not in {token.pos for part in version for token in document.tokens[part.first : part.last]}:
        return found
    person, nouns = False, list[int]()
    told = {r.actor.id for part in version for r in references.between(*part) if r.mention.form is MentionForm.NAMED}
    for token in _spoken_by_the_article(document, version):
        if token.pos != "PRON" or token.lower not in pronouns:
            person = person or _named_person(references, token)
            if token.pos in ("NOUN", "PROPN") and token.entity not in TIMES:
                nouns.append(token.index)
            continue
        reference = references.at(token.index)
        if person:
            break  # the sentence itself names somebody the pronouns can stand for
        aside = token.dep in SUBJECTS and document.tokens[token.head].dep == "parataxis"  # "The plan, she said, failed"
        noun = not aside and any(not _acts_on(document, index, token) for index in nouns)
        if noun and not (token.dep in SUBJECTS and document.tokens[token.head].dep == "ROOT"):
            continue  # it may stand for a noun before it ("the pastor ... deemed him a risk")
        if reference is not None and reference.actor.id in told:
            continue  # the name follows ("Asked whether he would go, Ines Caro said no")
        if reference is not None and reference.mention.form is MentionForm.PRONOMINAL:
            if not any(actor.id == reference.actor.id for actor in found.names.values()):
                found.names[token.index] = reference.actor
        elif not found.names and not noun and (nouns or _points_back(document, token, version[0])):
            found.leans = not (first and document.tokens[token.head].lemma == "be" and token.lower == "it")
    return found


def _alludes(document: AnalysedDocument, version: Version) -> bool:
    """Does it hold a word that only the rest of the speech explains ("I have never seen that")?"""
    words = cues().personal | cues().impersonal
    return any(
        token.lower in words or _demonstrates(document, token)
        for part in version
        for token in document.tokens[part.first : part.last]
    )


def _opens_article(document: AnalysedDocument, index: int) -> bool:
    """Does the text begin with this sentence?  What it points at ("These pictures show", "It is a race") follows, then."""
    sentence = document.tokens[index].sentence
    before = document.sentences[sentence - 1] if sentence else None
    return before is None or document.article.blocks[before.block].kind not in RUNNING


def _acts_on(document: AnalysedDocument, noun: int, pronoun: Token) -> bool:
    """Is the noun the subject whose verb has the pronoun as its object ("Many farmers know it")?  Then it is another."""
    subject = document.tokens[noun]
    return pronoun.dep in OBJECTS and subject.dep in SUBJECTS and subject.head == pronoun.head


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


def replacement(document: AnalysedDocument, token: Token, actor: Actor, *, known: bool) -> str:
    """The name in square brackets that stands for a pronoun: short when the reader knows the actor already."""
    name = _article(document, token, actor) + (_short(actor) if known else actor.name)
    if token.tag == "PRP$":
        name += "’" if name.endswith("s") else "’s"
    return f"[{name}]"


def _article(document: AnalysedDocument, token: Token, actor: Actor) -> str:
    """The article before the name of an organisation or state that has one in the text ("the Lake Council")."""
    if actor.kind is ActorKind.PERSON or actor.name.lower().startswith("the "):
        return ""
    blocks = document.article.blocks
    for mention in actor.mentions:
        citation = mention.citation
        if citation.exact == actor.name and blocks[citation.block].kind is not BlockKind.HEADLINE:
            article = blocks[citation.block].text[: citation.start].lower().endswith("the ")
            return ("The " if token.text[0].isupper() else "the ") * article
    return ""


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


def _anaphoric(document: AnalysedDocument, part: Range, *, first: bool) -> bool:
    """Does it open with words that stand for something named before ("The two", "Such", "Later some were", "Since then")?"""
    tokens, index = document.tokens, part.first
    while index < part.last - 1 and (tokens[index].pos in ("ADV", "PUNCT") or tokens[index].entity in TIMES):
        index += 1
    opening = tokens[index]
    if first and (opening.lower in DEMONSTRATIVE or opening.dep == "prep"):
        return False
    if opening.dep in SUBJECTS and opening.lower in cues().bare_subject:
        return not _counted(document, opening)
    if opening.lower == "the" and tokens[index + 1].pos == "NUM" and tokens[index + 1].dep in SUBJECTS:
        return True  # "The five stood in a crowd"
    if opening.pos in ("ADP", "SCONJ") and opening.dep == "prep":
        return any(_demonstrates(document, token) for token in tokens[slice(*document.subtree(index))])
    return cues().anaphoric.match(document.article.blocks[opening.block].text, opening.start) is not None


def _counted(document: AnalysedDocument, token: Token) -> bool:
    """Does "of" with a noun say of what it is one ("Two of the ferries sank")?"""
    tokens, children = document.tokens, document.children
    return any(
        tokens[c].pos in ("NOUN", "PROPN")
        for of in children[token.index]
        if tokens[of].lower == "of"
        for c in children[of]
    )


def _demonstrates(document: AnalysedDocument, token: Token) -> bool:
    """Is it "then", or a "this" or "those" that no clause or phrase after it explains ("those who came") and no day is?"""
    if token.lower == "then":
        return token.dep in ("pcomp", "pobj")
    return (
        token.lower in DEMONSTRATIVE
        and (token.tag == "DT" or (token.tag == "IN" and token.dep in OBJECTS))  # the model's "seen that before"
        and token.entity not in TIMES
        and not document.children[token.index]
    )


def _points_back(document: AnalysedDocument, token: Token, part: Range) -> bool:
    """Has this unresolved pronoun its antecedent in an earlier sentence?"""
    if token.lower in cues().personal or token.tag == "PRP$":
        return not _cataphoric(document, token)
    opening = all(
        document.tokens[i].pos in ("ADV", "PUNCT", "CCONJ", "ADP", "SCONJ") or document.tokens[i].entity in TIMES
        for i in range(part.first, token.index)
    )
    return opening and not _expletive(document, token)


def _cataphoric(document: AnalysedDocument, token: Token) -> bool:
    """Does the subject that the pronoun stands for follow ("In his speech, the minister ...")?"""
    for above in document.ancestors(token.index):
        if above.dep == "ROOT":
            subjects = document.dependents(above.index, *SUBJECTS)
            return any(
                t.index > token.index and t.pos in ("NOUN", "PROPN") and t.entity != "DATE"
                for t in subjects
                if not _governs(document, t.index, token)
            )
    return False


def _governs(document: AnalysedDocument, index: int, token: Token) -> bool:
    return any(above.index == index for above in document.ancestors(token.index))


def _expletive(document: AnalysedDocument, token: Token) -> bool:
    """Is "it" a mere placeholder ("It is clear that ...")?"""
    if token.dep == "expl":
        return True
    head = document.tokens[token.head]
    deps = {t.dep for t in document.dependents(head.index)}
    return (
        token.lower == "it"
        and head.lemma == "be"
        and bool(deps & {"acomp", "attr"})
        and bool(deps & {"ccomp", "xcomp", "advcl", "csubj"})
    )
