"""From threads of reports to meetings."""

from __future__ import annotations

from briefbook.analysis import AnalysedDocument
from briefbook.extract.meetings.datelines import dateline
from briefbook.extract.meetings.party import Party
from briefbook.extract.meetings.reports import Report, Setting
from briefbook.extract.meetings.threads import AHEAD, HAPPENED, Thread
from briefbook.model import (
    Channel,
    Citation,
    Meeting,
    MeetingPlace,
    MeetingStatus,
    MeetingTime,
    Participant,
    Place,
    Timex,
)


def assemble(document: AnalysedDocument, thread: Thread, number: int, places: tuple[Place, ...]) -> Meeting:
    """One meeting from all its reports."""
    main = _main(thread)
    status, why = _status(thread)
    return Meeting(
        id=f"meeting-{number}",
        status=status,
        channel=_channel(thread),
        trigger=document.cite(main.first, main.last),
        participants=tuple(_participant(document, thread, party) for party in thread.parties),
        place=_place(document, thread, places),
        time=_time(thread),
        topic=next((r.topic for r in _ranked(thread) if r.topic is not None), None),
        outcome=next((r.outcome for r in thread.reports if r.outcome is not None), None)
        if status in HAPPENED
        else None,
        citations=_sentences(document, thread),
        reasons=(why, *_oneness(thread)),
    )


def _ranked(thread: Thread) -> list[Report]:
    """Reports, the most telling first: firm, with many parties, a place and a day."""

    def telling(report: Report) -> tuple[bool, bool, int, int]:
        return (
            report.weak,
            report.status is None,
            -len(report.parties) - (report.place is not None) - (report.time is not None),
            report.sentence,
        )

    return sorted(thread.reports, key=telling)


def _main(thread: Thread) -> Report:
    return _ranked(thread)[0]


def _status(thread: Thread) -> tuple[MeetingStatus, str]:
    """The status of the firmest reports; a cancellation or denial told of the same meeting has the last word."""
    told = thread.judged
    firm = [r for r in told if r.firm and not r.weak] or [r for r in told if not r.weak] or told
    if any(r.status not in HAPPENED for r in firm if not r.headline) and not any(
        r.status in HAPPENED for r in firm if not r.headline
    ):
        firm = [r for r in firm if not r.headline]
    if (never := _fell_through(firm)) is not None:
        return MeetingStatus.CANCELLED, f"Cancelled: it was planned, and did not take place. {never.status_reason}"
    for status in (MeetingStatus.CANCELLED, MeetingStatus.DENIED):
        found = next((r for r in firm if r.status is status), None)
        if found is not None and not any(r.status in HAPPENED for r in firm):
            return status, found.status_reason
    order = (
        MeetingStatus.HELD,
        MeetingStatus.UNDER_WAY,
        MeetingStatus.PLANNED,
        MeetingStatus.INVITED,
        MeetingStatus.PROPOSED,
        MeetingStatus.CANCELLED,
        MeetingStatus.DENIED,
    )
    best = min(firm, key=lambda r: (order.index(r.status or MeetingStatus.DENIED), r.sentence))
    if (
        best.status is MeetingStatus.HELD
        and any(r.status is MeetingStatus.UNDER_WAY for r in firm)
        and best.frame.process
    ):
        best = next(r for r in firm if r.status is MeetingStatus.UNDER_WAY)
    return best.status or MeetingStatus.PLANNED, best.status_reason


def _fell_through(firm: list[Report]) -> Report | None:
    """The report that "the meeting did not take place", where another tells of it as planned."""
    if any(r.status in HAPPENED for r in firm) or not any(r.status in AHEAD for r in firm):
        return None
    return next((r for r in firm if r.status is MeetingStatus.DENIED and r.sits and r.definite), None)


def _channel(thread: Thread) -> Channel:
    found = [r.channel for r in thread.reports if r.channel is not Channel.UNSTATED and not r.weak]
    return next((c for c in found if c in (Channel.PHONE, Channel.VIDEO)), found[0] if found else Channel.UNSTATED)


def _participant(document: AnalysedDocument, thread: Thread, party: Party) -> Participant:
    spans = [(p.first, p.last) for p in thread.mentions(party)]
    return Participant(
        actor=party.actor.id if party.actor is not None else None,
        name=party.name,
        as_written=party.as_written,
        citations=tuple(document.cite(*span) for span in dict.fromkeys(spans)),
        reason=party.reason,
    )


def _place(document: AnalysedDocument, thread: Thread, places: tuple[Place, ...]) -> MeetingPlace | None:
    found = [r.place for r in _ranked(thread) if r.place is not None and not r.weak] or [
        r.place for r in thread.reports if r.place is not None
    ]
    if not found:
        town = dateline(document, thread.reports, places)
        return MeetingPlace(name=town[0], place=town[1], citations=(town[2],)) if town is not None else None
    named = {place.id: place.name for place in places}
    best = next((p for p in found if _is_building(p) and _in_town(p, found[0])), found[0])
    cites = dict.fromkeys(document.cite(p.first, p.last) for p in found if p.name == best.name)
    name, place = named.get(best.place or "", best.name), best.place
    beside = next((p.town for p in found if p.name == best.name and p.town is not None), None)
    if beside is None and _is_building(best):
        beside = next((p for p in found if not _is_building(p)), None)
    if beside is not None:
        name, place = f"{name}, {named.get(beside.place or '', beside.name)}", place or beside.place
        cites[document.cite(beside.first, beside.last)] = None
    return MeetingPlace(name=name, place=place, citations=tuple(cites))


def _is_building(setting: Setting) -> bool:
    """A place that no map knows: the most telling one where another report names the town."""
    return setting.place is None


def _in_town(building: Setting, town: Setting) -> bool:
    """May the building stand in that town, as far as its own report tells?"""
    return building is town or building.town is None or building.town.place == town.place


def _time(thread: Thread) -> MeetingTime | None:
    times = [r.time for r in _ranked(thread) if r.time is not None]
    if not times:
        return None
    best = min(times, key=_width)
    return MeetingTime(
        text=best.citation.exact,
        start=best.start,
        end=best.end,
        basis=best.reason,
        possible=best.possible,
        citations=(best.citation,),
    )


def _width(timex: Timex) -> int:
    """Days that an expression leaves open; unresolved ones last."""
    return (timex.end - timex.start).days if timex.start is not None and timex.end is not None else 10**6


def _sentences(document: AnalysedDocument, thread: Thread) -> tuple[Citation, ...]:
    told = {r.sentence for r in thread.reports} | {r.continued for r in thread.reports if r.continued is not None}
    return tuple(document.cite_sentence(i) for i in sorted(told))


def _oneness(thread: Thread) -> tuple[str, ...]:
    sentences = {r.sentence for r in thread.reports}
    if len(sentences) == 1:
        return ("One meeting: a single sentence reports it.",)
    found = tuple(dict.fromkeys(thread.reasons))
    return tuple(
        f"One meeting, though {len(sentences)} sentences report it: {reason[0].lower() + reason[1:] if reason.startswith('The') else reason}"
        for reason in found[:2]
    )
