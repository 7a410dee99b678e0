"""From what a clause says of its event to the status of a meeting, with the reason in words."""

from __future__ import annotations

from datetime import date

from briefbook.analysis import AnalysedDocument
from briefbook.analysis.clauses import ClauseStatus, Tense
from briefbook.analysis.governors import Standing
from briefbook.extract.meetings.frames import Frame, words
from briefbook.model import BlockKind, MeetingStatus, Timex

PLAIN = {
    Standing.ACTUAL: MeetingStatus.HELD,
    Standing.ONGOING: MeetingStatus.UNDER_WAY,
    Standing.PLANNED: MeetingStatus.PLANNED,
    Standing.INVITED: MeetingStatus.INVITED,
    Standing.PROPOSED: MeetingStatus.PROPOSED,
    Standing.CANCELLED: MeetingStatus.CANCELLED,
    Standing.DENIED: MeetingStatus.DENIED,
}

TOLD = {
    MeetingStatus.HELD: "Held",
    MeetingStatus.UNDER_WAY: "Under way",
    MeetingStatus.PLANNED: "Planned",
    MeetingStatus.INVITED: "Invited",
    MeetingStatus.PROPOSED: "Proposed",
    MeetingStatus.CANCELLED: "Cancelled",
    MeetingStatus.DENIED: "Denied",
}


def judge(
    document: AnalysedDocument, trigger: int, frame: Frame, clause: ClauseStatus, time: Timex | None
) -> tuple[MeetingStatus | None, str]:
    """The status that one report gives, and why in one sentence; None when the meeting is merely imagined."""
    if clause.standing is Standing.HYPOTHETICAL:
        return None, "The sentence only imagines it."
    status, why = _by_words(document, trigger, frame, clause)
    return _by_days(document, clause, status, why, time)


def _by_words(
    document: AnalysedDocument, trigger: int, frame: Frame, clause: ClauseStatus
) -> tuple[MeetingStatus, str]:
    status = PLAIN[clause.standing]
    token = document.tokens[trigger]
    if frame.purpose == "invitation" and status in (MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.UNDER_WAY):
        return MeetingStatus.INVITED, f"Invited: the article speaks of an invitation (“{token.text}”)."
    headline = document.article.blocks[token.block].kind is BlockKind.HEADLINE
    if (
        status is MeetingStatus.HELD
        and frame.process
        and clause.tense is Tense.PRESENT
        and not headline
        and not clause.asserted
    ):
        return MeetingStatus.UNDER_WAY, f"Under way: the article speaks of the {token.text} in the present tense."
    if status is MeetingStatus.HELD and clause.tense is Tense.NONE and not clause.asserted:
        return status, f"Held: the words “{token.text}” take it as a fact."
    return status, f"{TOLD[status]}: {_words(document, trigger, clause)}"


def _words(document: AnalysedDocument, trigger: int, clause: ClauseStatus) -> str:
    """The words that decide, quoted."""
    cues = sorted({*clause.cues, trigger})
    quoted = " … ".join(document.tokens[i].text for i in cues)
    told = {
        Tense.PAST: "told in the past tense",
        Tense.FUTURE: "told as to come",
        Tense.PRESENT: "told in the present tense",
        Tense.NONE: "the words are",
    }
    return f"{told[clause.tense]} (“{quoted}”)."


def _by_days(
    document: AnalysedDocument, clause: ClauseStatus, status: MeetingStatus, why: str, time: Timex | None
) -> tuple[MeetingStatus, str]:
    """A day after publication is no past, and a scene before publication is no future."""
    published = document.article.publication_day
    if published is None or time is None:
        return status, why
    if (
        status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
        and _after(time.start, published)
        and clause.tense is not Tense.PAST
    ):
        return MeetingStatus.PLANNED, f"Planned: “{time.citation.exact}” lies after the day of publication."
    if (
        status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
        and _after(time.start, published)
        and not clause.asserted
    ):
        return MeetingStatus.PLANNED, f"Planned: “{time.citation.exact}” lies after the day of publication."
    going = {document.tokens[i].lemma.lower() for i in clause.cues} & words("on-the-way")
    if (
        status is MeetingStatus.PLANNED
        and going
        and clause.tense is Tense.PAST
        and time.end is not None
        and time.end < published
    ):
        return (
            MeetingStatus.HELD,
            f"Held: they came for it (“{time.citation.exact}”) before the day of publication, and nothing says that it did not take place.",
        )
    if (
        status is MeetingStatus.PLANNED
        and not clause.asserted
        and time.end is not None
        and time.end < published
        and clause.tense is not Tense.FUTURE
    ):
        return (
            MeetingStatus.HELD,
            f"Held: “{time.citation.exact}” lies before the day of publication, and nothing says that it did not take place.",
        )
    return status, why


def _after(day: date | None, published: date) -> bool:
    return day is not None and day > published
