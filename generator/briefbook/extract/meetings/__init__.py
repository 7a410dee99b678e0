"""Find meetings between actors and say when, where and how firmly they are reported.

A meeting is the ACE event Contact.Meet: two or more parties come together, in person or by phone, to talk.  Triggers and
their frames are data (`lexicons/data/en/meetings.yaml`); `reading` turns each mention into a report (who, where, when,
how real), `identity` gathers the reports of one meeting, `assemble` makes the meeting.  A planned, proposed, cancelled
or denied meeting is returned as such, never dropped and never promoted.
"""

from __future__ import annotations

from briefbook.analysis import References
from briefbook.extract.meetings import announcements
from briefbook.extract.meetings.assemble import assemble
from briefbook.extract.meetings.identity import Threading
from briefbook.extract.meetings.reading import Reading
from briefbook.extract.meetings.threads import worth_listing
from briefbook.model import Meeting, Place, Statement, Timex


def extract(
    references: References, places: tuple[Place, ...], dates: tuple[Timex, ...], said: tuple[Statement, ...] = ()
) -> tuple[Meeting, ...]:
    """All meetings, in order of first report; `said` tells whose "I" stands in direct speech."""
    threading = Threading(references)
    reading = Reading(references, places, dates, said)
    for report in reading.reports():
        threading.add(report)
    announcements.join(reading, threading.threads, places)
    kept = [thread for thread in threading.threads if worth_listing(thread)]
    return tuple(assemble(references.document, thread, number, places) for number, thread in enumerate(kept, start=1))
