"""Put meetings into the timeline: the event that tells of one becomes its entry, with its id and its own time."""

from __future__ import annotations

from dataclasses import replace

from briefbook.analysis import AnalysedDocument
from briefbook.extract.timeline.standing import OF_MEETING
from briefbook.model import Citation, Meeting, MeetingStatus, TimelineEntry

LEFT_OUT = frozenset({MeetingStatus.CANCELLED, MeetingStatus.DENIED})
"""What did not and will not take place is no entry of its own."""


def with_meetings(
    document: AnalysedDocument,
    entries: list[TimelineEntry],
    meetings: tuple[Meeting, ...],
) -> list[TimelineEntry]:
    """The entries with one for each meeting that was, is or may be held; further reports of it are taken up by it."""
    for meeting in meetings:
        if meeting.status not in LEFT_OUT:
            entries = _with_meeting(document, entries, meeting)
    return entries


def _with_meeting(document: AnalysedDocument, entries: list[TimelineEntry], meeting: Meeting) -> list[TimelineEntry]:
    own = next(
        (e for e in entries if e.meeting is None and meeting.trigger.within(e.label)),
        None,
    )
    whole = own is None or own.label.start == meeting.trigger.start  # "meeting with Holt": no clause to be read alone
    label = _label(document, meeting) if own is None or whole else own.label
    entry = _entry(meeting, label, own)
    kept = [e for e in entries if e is not own and not _is_only_report(e, meeting)]
    return [*kept, entry]


def _is_only_report(entry: TimelineEntry, meeting: Meeting) -> bool:
    """Does an undated entry stand in a sentence that reports nothing but the meeting?"""
    if entry.meeting is not None or entry.time_text is not None:
        return False
    return all(citation in meeting.citations for citation in entry.citations)


def _label(document: AnalysedDocument, meeting: Meeting) -> Citation:
    """The sentence of the trigger."""
    index = document.token_starts.get((meeting.trigger.block, meeting.trigger.start))
    if index is not None:
        return document.cite_told(document.tokens[index].sentence)
    return meeting.citations[0] if meeting.citations else meeting.trigger


def _dates_meeting(entry: TimelineEntry, meeting: Meeting) -> bool:
    """Is the day of the clause, or of the news it is, that of the meeting?

    Not of a meeting to come ("invited him on Friday"), and no day of another clause.
    """
    took_place = meeting.status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
    own = entry.time_text is None or entry.time_text in entry.label.exact
    return took_place and entry.start is not None and own


def _entry(meeting: Meeting, label: Citation, own: TimelineEntry | None) -> TimelineEntry:
    time = meeting.time
    actors = tuple(dict.fromkeys(p.actor for p in meeting.participants if p.actor is not None))
    told = own.citations if own is not None else ()
    citations = tuple(dict.fromkeys((*meeting.citations, *told))) or (label,)
    if time is None:
        entry = (
            own if own is not None and _dates_meeting(own, meeting) else TimelineEntry(label=label, citations=citations)
        )
        became = OF_MEETING[meeting.status]
        return replace(
            entry,
            label=label,
            meeting=meeting.id,
            actors=actors,
            citations=citations,
            status=became,
        )
    return TimelineEntry(
        label=label,
        time_text=time.text,
        start=time.start,
        end=time.end,
        possible=time.possible,
        status=OF_MEETING[meeting.status],
        background=own.background if own is not None else False,
        actors=actors,
        meeting=meeting.id,
        citations=citations,
        basis=time.basis,
    )
