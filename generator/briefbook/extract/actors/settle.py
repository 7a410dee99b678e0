"""Settle kinds by what the other forms of the article and the deeds of a name tell, after each was decided by itself.

A surname is its person's, a company's first word the company's; the letters in brackets behind a treaty are no body; a
maker's product is not the maker; a museum that nobody speaks for is where something happens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefbook.analysis import AnalysedDocument
from briefbook.extract.actors.firms import firm_votes
from briefbook.extract.actors.forms import (
    base,
    has_initials,
    initials,
    inner_surnames,
    parts,
    without_land,
)
from briefbook.extract.actors.kin import PROVEN, beside_model, first_words, is_club, is_sibling, own_word
from briefbook.extract.actors.shapes import ACRONYM, shape_votes
from briefbook.extract.actors.spans import Candidate
from briefbook.extract.actors.things import take_planets, take_ships
from briefbook.extract.actors.votes import Kind
from briefbook.extract.actors.words import words
from briefbook.extract.actors.written import Form

SMALL = frozenset({"of", "for", "on", "the", "and", "in", "to", "-"})
WHERE = frozenset({"at", "to", "in", "into", "outside", "near", "for", "of", "inside", "around", "toward", "towards"})
SAYING = frozenset({"say", "announce", "confirm", "deny", "apologise", "apologize", "tell", "add", "warn", "decline"})
LONG_FORM = 10
"""Tokens before a bracket in which the long form of an abbreviation stands."""


def settle(document: AnalysedDocument, forms: dict[str, Form]) -> dict[str, str]:
    """Change the kinds of forms that others speak for; returns the keys of short forms with those of their full names."""
    full_names = _firms(document, forms)
    _surnames(document, forms)
    _companies(forms)
    take_ships(forms)
    _speaking_places(document, forms.values())
    take_planets(document, forms.values())
    bodies = [form for form in forms.values() if form.kind is Kind.ORGANISATION]
    for form in bodies:
        if form.text in words().seats:
            form.kind = Kind.PLACE if all(_is_where(document, mention) for mention in form.mentions) else form.kind
        elif (
            not ACRONYM.fullmatch(form.text)
            and form.key not in full_names.values()
            and (kind := _if_silent(form, forms)) is not None
        ):
            form.kind = form.kind if _is_actor(document, form) else kind
    for form in bodies:
        if ACRONYM.fullmatch(form.text):
            form.kind = _of_long_form(document, form, forms.values())
    return {**first_words(forms), **full_names}


def _speaking_places(document: AnalysedDocument, forms: Iterable[Form]) -> None:
    """ "Orsa Airport said it was sorry": a place that speaks is who runs it."""
    for form in forms:
        if form.kind is Kind.PLACE and " " in form.text and form.text.split()[-1] in words().run_places:
            heads = [document.tokens[mention.last - 1] for mention in form.mentions]
            governors = [document.tokens[head.head] for head in heads if head.dep == "nsubj"]
            if any(verb.lemma in SAYING for verb in governors):
                form.kind = Kind.ORGANISATION


def _if_silent(form: Form, forms: dict[str, Form]) -> Kind | None:
    """What a name is as long as it says and does nothing, if that is no organisation."""
    if _is_product(form, forms) or form.text.endswith(" Project"):
        return Kind.OTHER
    return Kind.PLACE if _is_venue(form) else None


def _of_long_form(document: AnalysedDocument, form: Form, others: Iterable[Form]) -> Kind:
    """An abbreviation is what its long form is, when that is a treaty, a thing or a venue."""
    if _of_no_body(document, form):
        return Kind.OTHER
    key = form.key.replace(".", "")
    meant = {other.kind for other in others if other is not form and key in initials(other.text)}
    alone = len(meant) == 1 and form.text not in words().well_known
    return next(iter(meant)) if alone and meant <= {Kind.OTHER, Kind.PLACE} else form.kind


def _firms(document: AnalysedDocument, forms: dict[str, Form]) -> dict[str, str]:
    """ "Alder Voss" is the firm where "Alder" has shareholders, unless words beside the name prove a person."""
    found = {}
    longer = Counter(parts(form.text)[0] for form in forms.values() if len(parts(form.text)) > 1)
    for form in forms.values():
        first = forms.get(parts(form.text)[0])
        if first is None or first is form or first.kind is not Kind.ORGANISATION or longer[first.key] > 1:
            continue
        unproven = form.kind is Kind.ORGANISATION or form.kind is Kind.PERSON and form.votes[Kind.PERSON] < PROVEN
        club = form.kind is Kind.PERSON and beside_model(first) > max(2, first.votes[Kind.PERSON])
        if unproven and (club or any(firm_votes(document, mention) for mention in first.mentions)):
            form.kind = Kind.ORGANISATION
            found[first.key] = form.key
    return found


def _surnames(document: AnalysedDocument, forms: dict[str, Form]) -> None:
    """A name that is a known person's surname is that person, unless the map or its own words speak against."""
    surnames: set[str] = set()
    full = [form.key for form in forms.values() if form.kind is Kind.PERSON]
    for form in forms.values():
        tokens = parts(form.text)
        if form.kind is Kind.PERSON and len(tokens) > 1:
            surnames.update((tokens[0], tokens[-1], form.key.split()[-1], *inner_surnames(tokens)))
        if tokens[0] in words().particles and any(name.endswith(f" {form.key}") for name in full):
            form.kind = Kind.PERSON  # "Van Dalen" where there is "Piet van Dalen"
    _full_names(forms)
    for form in forms.values():
        tokens = parts(form.text) if "-" not in form.key else (form.key,)  # "Holm-Aker" is one surname
        if len(tokens) != 1 or " " in form.key or form.kind in (Kind.STATE, Kind.PEOPLE):
            continue
        if tokens[0].endswith("s") and tokens[0][:-1] in surnames and _always_the(document, form):
            form.kind = Kind.OTHER  # "the Marshes", a family
            continue
        if tokens[0] in surnames:
            if _is_firm_first(document, form, forms.values()):
                form.kind = Kind.ORGANISATION
                continue
            if _is_named_after(form, forms.values()):
                form.kind = Kind.PERSON
            shape = shape_votes([form.text])
            located = form.kind is Kind.PLACE and form.votes[Kind.PLACE] > 4 and form.text not in words().given
            if not located and max(shape[Kind.PLACE], shape[Kind.ORGANISATION]) < 4:
                form.kind = Kind.PERSON


def _full_names(forms: dict[str, Form]) -> None:
    """A name of two words that only the model takes for a body's is the person's whose surname is proven."""
    for form in forms.values():
        short = forms.get(parts(form.text)[-1])
        named = short is not None and short.kind is Kind.PERSON and short.votes[Kind.PERSON] >= PROVEN
        if named and form.kind is Kind.ORGANISATION and len(parts(form.text)) == 2 and beside_model(form) <= 0:
            form.kind = Kind.PERSON


def _is_firm_first(document: AnalysedDocument, form: Form, others: Iterable[Form]) -> bool:
    """Is it a firm by what is done to it, before anybody of that surname is named ("Harrow, owned by its founder Lena Harrow")?"""
    full = [other.mentions[0].first for other in others if " " in other.text and parts(other.text)[-1] == form.key]
    before = [mention for mention in form.mentions if mention.first < min(full, default=0)]
    return any(firm_votes(document, mention)[Kind.ORGANISATION] for mention in before)


def _is_named_after(form: Form, others: Iterable[Form]) -> bool:
    """Is a well-known company's name here the surname of a person, named in full first, and no company's first word?"""
    if form.kind is not Kind.ORGANISATION or form.text not in words().well_known | words().companies:
        return False
    full = [other for other in others if other is not form and form.key in parts(other.text)]
    first = form.mentions[0].first
    return all(other.kind is Kind.PERSON and parts(other.text)[-1] == form.key for other in full) and any(
        other.mentions[0].first < first for other in full
    )


def _always_the(document: AnalysedDocument, form: Form) -> bool:
    return all(mention.first and document.tokens[mention.first - 1].lower == "the" for mention in form.mentions)


def _companies(forms: dict[str, Form]) -> None:
    """The first word of a company's full name is the company, unless its mentions speak of a place or person."""
    firsts, lasts = _company_words(forms.values())
    persons = [form for form in forms.values() if form.kind is Kind.PERSON]
    full = {word for form in persons if len(parts(form.text)) > 1 for word in parts(form.text)}
    firsts |= {word for form in forms.values() for word in own_word(form)} - full
    bodies = [form for form in forms.values() if form.kind is Kind.ORGANISATION]
    towns = words().map.city_lines
    plurals = {parts(form.text)[-1] for form in bodies if form.text.rpartition(" ")[0] in towns}
    sharing = {parts(form.text)[0] for form in bodies if form.text.split()[-1] in words().organisation_heads}
    bases = {base(form.text) for form in bodies}
    bases |= {base(form.text)[1:] for form in bodies if form.text.split()[0] in words().bodies_abroad}
    for form in forms.values():
        tokens = parts(form.text)
        if form.kind not in (Kind.PLACE, Kind.PERSON, Kind.OTHER):
            continue
        if len(tokens) > 1:
            if tokens in bases and not words().map.knows(form.text) or is_sibling(form, sharing):
                form.kind = Kind.ORGANISATION  # "Orsa Power" where there is "Orsa Power Co"
            elif is_club(form, short := forms.get(tokens[-1])) and short is not None:
                form.kind = short.kind = Kind.ORGANISATION
            continue
        if tokens[0].endswith("s") and tokens[0] in plurals:
            form.kind = Kind.ORGANISATION  # "Kestrels" where there are the "Orsa Bay Kestrels"
            continue
        bare = tokens[0] if tokens[0] in firsts else tokens[0].removesuffix("s")
        if bare in firsts or tokens[0] in lasts and tokens[0] not in full:
            shape = shape_votes([form.text])
            other = form.votes[form.kind] - shape[form.kind]
            known = form.text in words().surnames or form.kind is not Kind.PERSON
            if shape[Kind.PLACE] < 4 and (other < 6 or not known) and form.text not in words().map.states:
                form.kind = Kind.ORGANISATION


def _company_words(forms: Iterable[Form]) -> tuple[set[str], set[str]]:
    """First words of companies' names, and the words right before "and Co Inc"."""
    firsts, lasts = set(), set()
    for form in forms:
        tokens = without_land(parts(form.text))
        if form.kind is Kind.ORGANISATION and len(tokens) > 1 and " & " in form.text:
            firsts.add(tokens[0])
        if form.kind is Kind.ORGANISATION and len(tokens) > 1 and tokens[-1] in words().company_tails:
            firsts.add(tokens[0])
            core = [token for token in base(form.text) if token not in words().company_tails and token != "and"]
            if "and" in tokens and len(core) > 1 or has_initials(core):
                lasts.add(core[-1])
    return firsts, lasts


def _of_no_body(document: AnalysedDocument, form: Form) -> bool:
    """Does it stand in brackets behind a treaty, law, plan or event?"""
    for mention in form.mentions:
        tokens, first = document.tokens, mention.first
        if first < 2 or tokens[first - 1].text != "(":
            continue
        long = []
        for token in reversed(tokens[max(0, first - 1 - LONG_FORM) : first - 1]):
            if token.block != tokens[first].block or not (token.cased[0].isupper() or token.lower in SMALL):
                break
            long.append(token.cased)
        heads = list(reversed(long))
        cut = next((at for at, word in enumerate(heads) if word in ("of", "for", "on") and at), len(heads))
        if cut and heads[cut - 1] in words().not_actors and form.text[0] in {word[0].upper() for word in heads}:
            return True
    return False


def _is_product(form: Form, forms: dict[str, Form]) -> bool:
    """A maker's name and more words, none of which names a body ("Harrow Falcon")?"""
    lexicon, spoken = words(), form.text.split()
    if (
        len(spoken) < 2
        or beside_model(form) >= PROVEN
        or shape_votes(spoken)[Kind.ORGANISATION] > 2
        or any(lexicon.map.knows(word) for word in spoken[1:])
    ):
        return False
    maker = forms.get(spoken[0].lower())
    made = spoken[0] in lexicon.well_known or maker is not None and maker.kind is Kind.ORGANISATION
    tail = parts(form.text)[-1]
    return (
        made
        and tail not in words().generic_tails | words().company_tails
        and spoken[-1] not in lexicon.organisation_heads
    )


def _is_venue(form: Form) -> bool:
    """Is it a museum, theatre or hall by its name?"""
    spoken, venues = form.text.split(), words().venues
    return len(spoken) > 1 and (
        spoken[-1] in venues or " ".join(spoken[-2:]) in venues or spoken[0] in venues and spoken[1] == "of"
    )


def _is_where(document: AnalysedDocument, mention: Candidate) -> bool:
    """ "at the White House", "the race for the White House"."""
    head = document.tokens[mention.last - 1]
    preposition = document.tokens[head.head]
    told = document.tokens[preposition.head].lower == "according"
    return head.dep == "pobj" and preposition.lower in WHERE and not told


def _is_actor(document: AnalysedDocument, form: Form) -> bool:
    """Does it say or do something, or does somebody have a post there?"""
    return any(_does(document, mention) for mention in form.mentions)


def _does(document: AnalysedDocument, mention: Candidate) -> bool:
    tokens, lexicon = document.tokens, words()
    head = tokens[mention.last - 1]
    governor = tokens[head.head]
    if head.dep in ("nsubj", "nsubjpass") and governor.lemma in lexicon.speech | lexicon.acts | lexicon.human:
        return True
    after = tokens[mention.last] if mention.last < len(tokens) else None
    if (
        governor.dep == "agent"
        or after is not None
        and (after.lower in lexicon.person_nouns or after.cased in lexicon.posts)
    ):
        return True
    if head.dep == "poss" and (governor.lower in lexicon.person_nouns or governor.lower in lexicon.bodies):
        return True
    return (
        head.dep == "pobj"
        and governor.lower in ("of", "at", "for")
        and tokens[governor.head].lower in lexicon.person_nouns
    )
