"""The dateline ("GENEVA (AP) - ...") as the place of what its sentence reports, where the text names no other.

News agencies date a report from the town where its event took place; that holds for the lead's own event only.
"""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.analysis.verb_forms import SUBJECTS
from briefbook.extract.meetings.reports import Report
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Channel, Citation, MeetingStatus, Place

ATTRIBUTING = frozenset({"say", "report", "accord", "announce", "tell", "confirm", "quote", "accuse", "deny"})
"""Lemmas of a lead that tells what somebody says of a meeting, who may be in another town than those who met."""

DASHES = frozenset({"-", "–", "—"})
LEAD = 3
"""Sentences back in which the lead must tell of the body that sat."""


def dateline(
    document: AnalysedDocument, reports: list[Report], places: tuple[Place, ...]
) -> tuple[str, str | None, Citation] | None:
    """The town of the dateline, for a meeting in person or talks that the lead itself reports as held or under way; else None."""
    if any(r.channel in (Channel.PHONE, Channel.VIDEO) for r in reports):
        return None
    for report in reports:
        if not _is_the_news(report):
            continue
        if _opens(document, report.sentence):
            if report.channel is Channel.IN_PERSON or _seen(document, report):
                return _town(document, report.sentence, places)
        elif (lead := _lead_on_it(document, report)) is not None:
            return _town(document, lead, places)
    return None


def _opens(document: AnalysedDocument, index: int) -> bool:
    """Does the sentence begin with a dateline?"""
    sentence = document.sentences[index]
    return sentence.start == 0 and document.told_from(sentence) > sentence.first


def _lead_on_it(document: AnalysedDocument, report: Report) -> int | None:
    """ "LIMA - The council voted on Friday to .... The council sat for an hour.": the lead, if the body that sat acts in it."""
    bodies = {document.tokens[p.last - 1].lemma.lower() for p in report.parties if p.several and not p.person}
    for index in range(report.sentence - 1, max(report.sentence - LEAD, 0) - 1, -1):
        if not _opens(document, index):
            continue
        acting = (t for t in document.sentence_tokens(document.sentences[index]) if t.dep in SUBJECTS)
        return index if report.channel is Channel.IN_PERSON and any(t.lemma.lower() in bodies for t in acting) else None
    return None


def _is_the_news(report: Report) -> bool:
    taking_place = report.status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
    return taking_place and report.firm and not report.scenic and not report.weak


def _seen(document: AnalysedDocument, report: Report) -> bool:
    """ "OSLO (AP) - Ministers resumed talks": told on the spot, not by those who say so elsewhere."""
    told = document.sentence_tokens(document.sentences[report.sentence])
    talks = not report.frame.verb and report.channel is Channel.UNSTATED
    return talks and not any(token.lemma.lower() in ATTRIBUTING for token in told)


def _town(document: AnalysedDocument, lead: int, places: tuple[Place, ...]) -> tuple[str, str | None, Citation] | None:
    sentence = document.sentences[lead]
    told = document.tokens[document.told_from(sentence)].start
    found: tuple[str, str | None, Citation] | None = None
    for place in places:
        for mention in place.mentions:
            if mention.block != sentence.block or mention.start >= sentence.end:
                continue
            if mention.end <= told:
                found = (place.name, place.id, mention) if mention.start == 0 else found
            elif place.name not in gazetteer().states and not _in_front(document, mention):
                return None  # the sentence itself speaks of another town
    return found or _unmapped(document, lead)


def _unmapped(document: AnalysedDocument, lead: int) -> tuple[str, str | None, Citation] | None:
    """A town in capitals that no map knows, alone in front of the dash: "HARROWBY - Councillors met"."""
    sentence = document.sentences[lead]
    last = document.told_from(sentence)
    town = [t for t in document.tokens[sentence.first : last] if t.text not in DASHES]
    if not town or not all(t.text.isupper() and t.pos == "PROPN" for t in town) or len(town) > 2:
        return None
    here = document.cite(town[0].index, town[-1].index + 1)
    return here.exact.title(), None, here


def _in_front(document: AnalysedDocument, mention: Citation) -> bool:
    """ "The Eastgate library": a name in front of a noun does not say where anything happens."""
    span = document.token_range(mention)
    return span is not None and document.tokens[span[1] - 1].dep in ("compound", "nmod")
