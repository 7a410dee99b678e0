"""The dateline ("GENEVA (AP) - ...") as the place of what its sentence reports, where the text names no other.

News agencies date a report from the town where its event took place; that holds for the lead's own event only.
"""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.extract.meetings.reports import Report
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Channel, Citation, MeetingStatus, Place

ATTRIBUTING = frozenset({"say", "report", "accord", "announce", "tell", "confirm", "quote", "accuse", "deny"})
"""Lemmas of a lead that tells what somebody says of a meeting, who may be in another town than those who met."""


def dateline(
    document: AnalysedDocument, reports: list[Report], places: tuple[Place, ...]
) -> tuple[Place, Citation] | None:
    """The town of the dateline, for a meeting in person or talks that the lead itself reports as held or under way; else None."""
    if any(r.channel in (Channel.PHONE, Channel.VIDEO) for r in reports):
        return None
    for report in reports:
        sentence = document.sentences[report.sentence]
        if (
            sentence.start == 0
            and _is_the_news(report)
            and (report.channel is Channel.IN_PERSON or _seen(document, report))
        ):
            return _town(document, report, places)
    return None


def _is_the_news(report: Report) -> bool:
    taking_place = report.status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
    return taking_place and report.firm and not report.scenic and not report.weak


def _seen(document: AnalysedDocument, report: Report) -> bool:
    """ "OSLO (AP) - Ministers resumed talks": told on the spot, not by those who say so elsewhere."""
    told = document.sentence_tokens(document.sentences[report.sentence])
    talks = not report.frame.verb and report.channel is Channel.UNSTATED
    return talks and not any(token.lemma.lower() in ATTRIBUTING for token in told)


def _town(document: AnalysedDocument, report: Report, places: tuple[Place, ...]) -> tuple[Place, Citation] | None:
    sentence = document.sentences[report.sentence]
    told = document.tokens[document.told_from(sentence)].start
    found: tuple[Place, Citation] | None = None
    for place in places:
        for mention in place.mentions:
            if mention.block != sentence.block or mention.start >= sentence.end:
                continue
            if mention.end <= told:
                found = (place, mention) if mention.start == 0 else found
            elif place.name not in gazetteer().states:
                return None  # the sentence itself speaks of another town
    return found
