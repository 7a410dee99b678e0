"""What the next sentence says of a meeting by a pronoun: "The talks were put off. They will now be held in Lima in June." """

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefbook.analysis import Token
from briefbook.analysis.clauses import describe
from briefbook.extract.meetings.frames import words
from briefbook.extract.meetings.reports import Report, Setting
from briefbook.extract.meetings.settings import Settings
from briefbook.extract.meetings.sites import AT
from briefbook.extract.meetings.status import judge
from briefbook.model import MeetingStatus, Timex

MEANT = {"it": ("NN", "NNP"), "they": ("NNS", "NNPS")}
"""Pronouns for a meeting, and the tags of the nouns they may stand for."""


class Continuations:
    """Reads the sentences after the meetings of one document."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.structure = settings.structure
        self.document = settings.document

    def told_on(self, report: Report) -> Report:
        """The report with the place, day and new plan that the next sentence gives of its meeting."""
        verb = self.sitting(report)
        if verb is None:
            return report
        place, time = self.place(verb), self.time(verb)
        if place is None and time is None:
            return report
        status, why = judge(self.document, verb.index, report.frame, describe(self.document, verb.index), time)
        anew = report.status is MeetingStatus.CANCELLED and status is MeetingStatus.PLANNED
        return replace(
            report,
            place=place or report.place,
            time=time or report.time,
            status=status if anew else report.status,
            status_reason=why if anew else report.status_reason,
            continued=verb.sentence,
        )

    def sitting(self, report: Report) -> Token | None:
        """The verb of the next sentence that says of "it" or "they" when or where it takes place."""
        noun = self.document.tokens[report.last - 1]
        if report.frame.verb or report.scenic or report.weak or report.sentence + 1 >= len(self.document.sentences):
            return None
        here, after = (self.document.sentences[report.sentence + n] for n in (0, 1))
        if after.block - here.block > 1:
            return None
        root = next(
            (t for t in self.document.sentence_tokens(after) if t.head == t.index and t.pos in ("VERB", "AUX")), None
        )
        subject = self.structure.subject(root) if root is not None else None
        if root is None or subject is None or noun.tag not in MEANT.get(self.document.tokens[subject].lower, ()):
            return None
        return next(
            (
                v
                for v in self.chain(root)
                if v.lemma in words("sittings") - {"be", "take"} or self.settings.takes_place(v)
            ),
            None,
        )

    def chain(self, root: Token) -> Iterator[Token]:
        """A verb and the infinitives below it ("is expected to be held")."""
        yield from self.structure.kids(root.index, "xcomp")
        yield root

    def place(self, verb: Token) -> Setting | None:
        """Where the verb says it is."""
        prepositions = (p for p in self.structure.kids(verb.index, "prep") if p.lower in AT)
        goals = (t for p in prepositions for t in self.structure.kids(p.index, "pobj"))
        found = next((site for t in goals if (site := self.settings.site(t, AT)) is not None), None)
        return self.settings.with_town(found) if found is not None else None

    def time(self, verb: Token) -> Timex | None:
        """When the verb says it is."""
        nodes = {v.index: 0 for v in (verb, self.structure.head(verb))}
        for timex, first, last in self.settings.times.get(verb.sentence, ()):
            bond = self.settings.attachment(first, last, nodes, span=timex.whole is not None)
            if bond is not None and self.settings.dates_a_meeting(timex):
                return timex
        return None
