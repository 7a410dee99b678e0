"""A thread: the reports of one meeting, as they are gathered, and when two parties in them are the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.party import Form, Party
from briefbook.extract.meetings.reading import needs_more
from briefbook.extract.meetings.reports import Report
from briefbook.extract.meetings.senses import known
from briefbook.grammar.gazetteer import gazetteer
from briefbook.model import ActorKind, MeetingStatus

HAPPENED = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})
AHEAD = frozenset({MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.PROPOSED})


@dataclass(slots=True, kw_only=True)
class Thread:
    """The reports of one meeting, as they are gathered."""

    reports: list[Report]
    reasons: list[str] = field(default_factory=list)

    @property
    def parties(self) -> list[Party]:
        """Everyone known to take part, each once, in order of text; no description of someone who is named."""
        found: dict[str, Party] = {}
        for report in self.telling():
            for party in known(report.parties):
                found.setdefault(party.key, party)
        named = [p for p in found.values() if p.actor is not None]
        described = [p for p in found.values() if p.actor is None and not self.is_one_of(p, named)]
        described = [p for p in described if not any(shorter(p, q) for q in described)]
        kept = {p.key for p in (*named, *described) if self.body_of(p, named) is None}
        return [p for p in found.values() if p.key in kept]

    def telling(self) -> list[Report]:
        """The reports that say who takes part: not the headline's shorter words, where the text names both sides."""
        told = [r for r in self.reports if not r.headline and not r.weak and len(known(r.parties)) > 1]
        crowd = any(p.several and p.person for r in self.reports if not r.headline and not r.weak for p in r.parties)
        kept = [
            r
            for r in self.reports
            if not (r.headline and (told or (crowd and all(p.actor is None for p in known(r.parties)))))
        ]
        return kept or self.reports

    @property
    def pair(self) -> bool:
        """ "Hatch met Lidgate": two by themselves, whom nobody chairs."""
        return self.reports[0].frame.verb and len(known(self.reports[0].parties)) == 2

    def body_of(self, described: Party, named: list[Party]) -> Party | None:
        """The body that a description only gives people of ("Relief Front leaders" elsewhere "the Relief Front")."""
        if described.actor is not None:
            return None
        return next((q for q in self.elsewhere(described, named) if people_of(described, q)), None)

    def is_one_of(self, described: Party, named: list[Party]) -> bool:
        """Is somebody named whom a description means: a plural those beside it, "her counterpart" one named elsewhere?"""
        others = named if described.several else self.elsewhere(described, named)
        return any(means(described, q) for q in others) or sent(described, (p for r in self.reports for p in r.parties))

    def elsewhere(self, described: Party, named: list[Party]) -> list[Party]:
        """Those whom no report names beside the description: "met her counterpart" is not herself."""
        beside = {p.key for r in self.reports if any(q.key == described.key for q in r.parties) for p in r.parties}
        return [q for q in named if q.key not in beside]

    def mentions(self, party: Party) -> list[Party]:
        """Every mention of a party, those by its people included."""
        told = [p for r in self.reports for p in r.parties]
        return [p for p in told if p.key == party.key or self.body_of(p, [party]) is party]

    @property
    def status(self) -> MeetingStatus | None:
        """The status of the firmest report so far."""
        return next((r.status for r in sorted(self.judged, key=lambda r: (not r.firm, r.weak))), None)

    @property
    def judged(self) -> list[Report]:
        """The reports with a status: that talks told of as held are to go on says nothing against it."""
        told = [r for r in self.reports if r.status is not None]
        held = any(r.status in HAPPENED and not r.headline for r in told)
        return [r for r in told if not (held and r.goes_on and r.status in AHEAD)]

    @property
    def last_sentence(self) -> int:
        """Index of the sentence that last told of it."""
        return max(r.sentence for r in self.reports)


def worth_listing(thread: Thread) -> bool:
    """Does a thread say who met, firmly enough to stand in the list?"""
    firm = [r for r in thread.reports if not r.weak and r.status is not None]
    if not firm:
        return False
    parties = tuple(thread.parties)
    if not parties:
        return any(_sits(r) for r in firm if not r.frame.verb and r.status is not MeetingStatus.PROPOSED)
    written = {p.as_written.lower() for r in firm for p in r.parties}
    if (
        len(parties) == 1
        and not parties[0].several
        and written <= {"i", "me", "they", "them", "he", "him", "she", "her"}
    ):
        return not written & {"i", "me"}  # "they will call me": whom, the article leaves open
    both = tuple(p for r in firm for p in r.parties if p.form is Form.TWO)
    return not all(needs_more(r.frame, (*parties, *both)) for r in firm)


def _sits(report: Report) -> bool:
    """Is a meeting without named parties told of with its place, or said to take place on a day?"""
    if report.place is not None:
        return report.firm or report.status is MeetingStatus.UNDER_WAY or report.time is not None
    return report.firm and report.time is not None and report.sits


def means(described: Party, named: Party) -> bool:
    """Does a description fit someone named: "the prime minister" one who holds that post, "his counterpart" anyone?"""
    if described.actor is not None or named.actor is None or not named.person or not described.person:
        return False
    written = set(described.name.lower().split())
    if "counterpart" in written or leads(described, named):
        return True
    if described.name.lower() in words("rank") and not described.several:
        return any(
            not r.former and described.name.lower() in (r.title or "").lower().split() for r in named.actor.roles
        )
    titles = (set((role.title or "").lower().split()) for role in named.actor.roles)
    if any(title and title <= written for title in titles):
        return True
    bodies = (
        set((role.organization_name or "").lower().split()) - {"the", "of"}
        for role in named.actor.roles
        if not role.former
    )
    return bool(written & words("heads")) and any(len(body & written) > 1 for body in bodies)


def same(one: Party, other: Party) -> bool:
    """The same actor, the same description, or a person and the state or body that person speaks for."""
    if one.key == other.key:
        return True
    if one.actor is None or other.actor is None:
        alike = described_alike(one, other) or means(one, other) or means(other, one)
        return alike or comes_for(one, other) or comes_for(other, one)
    return speaks_for(one, other) or speaks_for(other, one)


def shorter(one: Party, other: Party) -> bool:
    """Does the other say the same in more words ("president", "new president")?"""
    a, b = one.name.lower().split(), other.name.lower().split()
    counted = one.several and b[0] in {"two", "both", "three", "four"}
    head = other.name.lower().partition(" of ")[0].split()
    if not one.person and one.actor is None and len(a) < len(b) and a == head[-len(a) :]:
        return True  # "the synod" of "the general synod of the church"
    return len(a) < len(b) and a == b[-len(a) :] and (not one.several or counted)


def leads(described: Party, named: Party) -> bool:
    """ "The leader of Australia", "the Australian leader": who heads that state by any title."""
    written = described.name.replace("’s", "").replace("'s", "").split()
    if "leader" not in {w.lower() for w in written} or named.actor is None:
        return False
    states = {s.name for w in written if (s := gazetteer().adjectives.get(w) or gazetteer().states.get(w)) is not None}
    roles = (r for r in named.actor.roles if not r.former and (r.title or "").lower() in words("leaders"))
    return any(r.organization_name in states for r in roles)


def sent(party: Party, told: Iterable[Party]) -> bool:
    """ "The delegation": the envoys of whom it has just been told."""
    others = (p for p in told if p.several and p.person and p.form is Form.DESCRIBED)
    return party.actor is None and party.name.lower() in words("comers") and any(True for _ in others)


def comes_for(described: Party, named: Party) -> bool:
    """Does a description name the body or state ("IMF team": the IMF)?"""
    if described.actor is not None or named.actor is None or named.person:
        return False
    written = f" {described.name.lower()} "
    return any(f" {form.lower()} " in written for form in (named.actor.name, *named.actor.aliases))


def people_of(described: Party, named: Party) -> bool:
    """Is the description the name of a body and a word for people who come for it: "Relief Front leaders"?"""
    if named.actor is None or named.person:
        return False
    written = described.name.lower()
    for form in (named.actor.name, *named.actor.aliases):
        left, inside, right = f" {written} ".partition(f" {form.lower()} ")
        rest = {*left.split(), *right.split()} - {"of", "from", "the", "senior", "top", "a", "an"}
        if inside and rest and rest <= words("delegates"):
            return True
    return False


def described_alike(one: Party, other: Party) -> bool:
    """Do the words of one description all stand in the other?"""
    a, b = set(one.name.lower().split()), set(other.name.lower().split())
    return bool(a and b) and (a <= b or b <= a)


def speaks_for(person: Party, body: Party) -> bool:
    """Does the person hold a post of the body or state?"""
    if (
        person.actor is None
        or body.actor is None
        or person.actor.kind is not ActorKind.PERSON
        or body.actor.kind is ActorKind.PERSON
    ):
        return False
    return any(role.organization == body.actor.id and not role.former for role in person.actor.roles)
