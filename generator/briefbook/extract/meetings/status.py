"""From what a clause says of its event to the status of a meeting, with the reason in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from briefbook.analysis import AnalysedDocument
from briefbook.analysis.clauses import ClauseStatus, Tense
from briefbook.analysis.governors import Standing, governing_effect
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
    block = document.article.blocks[document.tokens[trigger].block]
    if ASKED.match(block.text) and clause.standing in (Standing.ACTUAL, Standing.ONGOING):
        return None, "A question only supposes it."
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
        and not any(document.tokens[i].lower in words("afterwards") for i in clause.cues)
    ):
        return MeetingStatus.UNDER_WAY, f"Under way: the article speaks of the {token.text} in the present tense."
    if status is MeetingStatus.HELD and clause.tense is Tense.NONE and not clause.asserted:
        return status, f"Held: the words “{token.text}” take it as a fact."
    if status in TO_COME:
        return status, f"{TOLD[status]}: the words are “{_plan(document, trigger, clause)}”."
    return status, f"{TOLD[status]}: {_words(document, trigger, clause)}"


ASKED = re.compile(r"(?:QUESTION|Q|REPORTER|JOURNALIST)\s*:")
"""A paragraph of a transcript in which somebody asks."""

TO_COME = frozenset({MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.PROPOSED})


def _plan(document: AnalysedDocument, trigger: int, clause: ClauseStatus) -> str:
    """The words that make it a plan, helpers and governing verbs included ("is … scheduled to arrive … talks")."""
    found = {*clause.cues, trigger}
    for index in (*clause.cues, trigger):
        verb = document.tokens[index]
        while verb.pos in ("VERB", "AUX"):
            found.add(verb.index)
            found.update(
                c for c in document.children[verb.index] if document.tokens[c].dep in ("aux", "auxpass", "neg")
            )
            if verb.dep != "xcomp" or verb.head == verb.index:
                break
            verb = document.tokens[verb.head]
    runs: list[list[int]] = []
    for index in sorted(found):
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return " … ".join(document.text(run[0], run[-1] + 1) for run in runs)


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
    if time is None:
        return status, why
    published = document.article.publication_day
    day = time.citation.exact
    if status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY):
        if _still_to_come(clause, time, published):
            return MeetingStatus.PLANNED, f"Planned: “{day}” lies after the day of publication."
        if _timetable(clause, status, time, published):
            return MeetingStatus.PLANNED, f"Planned: the present tense with “{day}” speaks of what is fixed to come."
    if status is MeetingStatus.HELD and clause.lasting and published is not None and time.end == published:
        return MeetingStatus.UNDER_WAY, f"Under way: it was going on {day}, on the day of publication."
    if status is MeetingStatus.PLANNED and published is not None and time.end is not None and time.end < published:
        if _came_for_it(document, clause):
            return MeetingStatus.HELD, f"Held: they came for it (“{day}”), and nothing says that it did not take place."
        if _brought_about(document, clause) and published - time.end > LONG_AGO:
            return (
                MeetingStatus.HELD,
                f"Held: it was arranged in the past (“{day}”), and nothing says that it fell through.",
            )
        if _without_a_plan(document, clause):
            return MeetingStatus.HELD, f"Held: “{day}” is past, and no word says that it was only planned."
        before = clause.cues and all(document.tokens[i].pos in ("ADP", "SCONJ", "ADV") for i in clause.cues)
        if not clause.asserted and clause.tense is not Tense.FUTURE and before:
            return MeetingStatus.HELD, f"Held: “{day}” is past, and nothing says that it did not take place."
    return status, why


def _still_to_come(clause: ClauseStatus, time: Timex, published: date | None) -> bool:
    """Does the day lie after publication, where the clause does not tell it as past?"""
    if published is None or time.start is None or time.start <= published:
        return False
    return clause.tense is not Tense.PAST or not clause.asserted


AHEAD_ONLY = re.compile(
    r"(the )?(next|coming|upcoming)\b|tomorrow|later (this|today|in the)|this (coming )?(weekend|\w+day)\b"
)
"""Expressions that a present tense can only mean ahead, whether or not the day of publication is known."""


def _timetable(clause: ClauseStatus, status: MeetingStatus, time: Timex, published: date | None) -> bool:
    """ "The ministers meet on Friday", "are meeting on Friday": the present tense of timetables.

    A caption's full date ("meets in Lima, May 4, 2017") is the day of the picture.
    """
    words = time.citation.exact.lower()
    if clause.tense is Tense.PAST and not clause.asserted:
        return _ahead_of_the_past(words, time, published)
    if clause.tense is Tense.PAST or (clause.tense is Tense.NONE and clause.asserted):
        return False
    if AHEAD_ONLY.match(words):
        return time.start is None or published is None or time.end is None or time.end > published
    if clause.tense is not Tense.PRESENT or not clause.asserted or re.search(r"\d{4}|today|now|this", words):
        return False
    one_day = time.start == time.end if time.start is not None else time.value.startswith("XXXX-WXX")
    if published is None or time.start is None:
        return one_day
    return one_day and (time.start > published or (time.start == published and status is MeetingStatus.HELD))


WEEKDAY = re.compile(r"(mon|tues|wednes|thurs|fri|satur|sun)day( (morning|afternoon|evening|night))?")


def still_ahead(status: MeetingStatus | None, time: Timex, published: date | None) -> Timex:
    """The weekday that one is invited for: the next, though the inviting itself is told as past."""
    if status is not MeetingStatus.INVITED or published is None or time.start is None or time.end != time.start:
        return time
    if not WEEKDAY.fullmatch(time.citation.exact.lower()) or not 0 < (published - time.start).days < 7:
        return time
    day = time.start + timedelta(7)
    reason = (
        f"“{time.citation.exact}” is read as {day.day} {day:%B %Y}, the next after publication: one is invited ahead."
    )
    return replace(time, start=day, end=day, reason=reason)


def _ahead_of_the_past(words: str, time: Timex, published: date | None) -> bool:
    """ "Criticised talks with Peru next week": still to come, though the sentence tells the past."""
    if published is not None and time.end is not None:
        return bool(AHEAD_ONLY.match(words)) and time.end > published
    return re.match(r"next (week|month|year|\w+day)\b|tomorrow", words) is not None


def dates_it(status: MeetingStatus | None, clause: ClauseStatus, time: Timex) -> bool:
    """Can the words date the meeting?  What is told in the past tense was not "later in the week"."""
    over = status is MeetingStatus.HELD and clause.tense is Tense.PAST
    return not (over and time.start is None and AHEAD_ONLY.match(time.citation.exact.lower()))


def _without_a_plan(document: AnalysedDocument, clause: ClauseStatus) -> bool:
    """ "Laid out a red carpet for a visit": done for it in the past tense, by a verb that is none of planning."""
    verbs = [document.tokens[i] for i in clause.cues]
    verbs = [v for v in verbs if v.pos == "VERB"] if all(v.pos == "VERB" for v in verbs) else []
    done = bool(verbs) and all(v.tag == "VBD" and governing_effect(document, v.index, "for") is None for v in verbs)
    return done and clause.tense is Tense.PAST


LONG_AGO = timedelta(60)
"""How long ago an arranged meeting must have been for it to be told of as one that took place."""


def _brought_about(document: AnalysedDocument, clause: ClauseStatus) -> bool:
    """Did somebody arrange it, or bring people to it ("persuaded them to meet"), in the past tense?"""
    verbs = (document.tokens[i] for i in clause.cues)
    return clause.tense is Tense.PAST and any(v.lemma.lower() in words("bringing-about") for v in verbs)


def _came_for_it(document: AnalysedDocument, clause: ClauseStatus) -> bool:
    """Did they travel to it, in the past tense?  Not: were they due to, or expected to arrive."""
    for index in clause.cues:
        verb = document.tokens[index]
        if verb.lemma.lower() not in words("going") or clause.tense is not Tense.PAST:
            continue
        helpers = [document.tokens[c] for c in document.children[index] if document.tokens[c].dep in ("aux", "auxpass")]
        if verb.tag == "VBD" or (verb.tag == "VBN" and any(t.lemma == "have" for t in helpers)):
            return True
    return False
