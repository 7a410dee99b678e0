"""The dateline ("GENEVA (AP) - ...") as the place of what its sentence reports, where the text names no other.

News agencies date a report from the town where its event took place; that holds for the lead's own event only.
"""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.extract.meetings.reports import Report
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import Channel, Citation, MeetingStatus, Place


def dateline(
    document: AnalysedDocument, reports: list[Report], places: tuple[Place, ...]
) -> tuple[Place, Citation] | None:
    """The town of the dateline, for a meeting in person that the lead itself reports as held; else None."""
    if any(r.channel in (Channel.PHONE, Channel.VIDEO) for r in reports):
        return None
    for report in reports:
        sentence = document.sentences[report.sentence]
        lead = report.status is MeetingStatus.HELD and report.firm and not report.scenic and not report.weak
        if sentence.start == 0 and lead and report.channel is Channel.IN_PERSON:
            return _town(document, report, places)
    return None


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
