"""Summarise an article in its own sentences, or exact slices of them.

Every sentence gets a worth from traits a reader can check (place in the text, headline, actors, dates, figures,
voice; see `weights`), and sentences are chosen so that together they cover the article's recurring words and its
meetings under the word budget.  Words of ours stand in square brackets only: "[…]" for what is left out, a name where
the article has a pronoun.  No model is trained and nothing is drawn at random: same article, same summary.
"""

from __future__ import annotations

from briefbook.analysis import References
from briefbook.extract.summary.features import Setting, announces, setting, worth
from briefbook.extract.summary.pointing import pointing
from briefbook.extract.summary.quoted import speakers
from briefbook.extract.summary.selection import Candidate, choose
from briefbook.extract.summary.sentences import Told, frequencies, substance, tellable
from briefbook.extract.summary.slices import Version
from briefbook.extract.summary.telling import Choice, Teller, length
from briefbook.extract.summary.weights import WEIGHTS, Weights
from briefbook.model import Meeting, Statement, SummarySentence, Timex

DEFAULT_WORDS = 120

RECENT = (-8, 14)
"""Days from the publication: the news of a weekly, and what is announced."""

CARRIERS = 60
"""The recurring words of an article, of which a summary can hold so many; their weights are scaled to sum to 1."""


def extract(
    references: References,
    meetings: tuple[Meeting, ...],
    statements: tuple[Statement, ...],
    dates: tuple[Timex, ...],
    *,
    words: int = DEFAULT_WORDS,
    weights: Weights = WEIGHTS,
) -> tuple[SummarySentence, ...]:
    """At most `words` words, in reading order."""
    said = speakers(references.document, statements)
    told = tellable(references.document)
    where = setting(references, _dated(references, dates), told, recent=_recent(references, dates))
    reports = _reports(references, meetings, weights)
    triggers = _triggers(references, meetings)
    choices: dict[tuple[int, int], Choice] = {}
    candidates: list[Candidate] = []
    for item in told:
        speaker = said.get(item.sentence.index) if item.quoted.wholly else None
        if item.quoted.wholly and speaker is None:
            continue  # words of nobody knows whom
        reported = reports.get(item.sentence.index, {})
        for candidate, choice in _candidates(references, item, told, where, reported, speaker, weights):
            if any(not _keeps(choice.version, index) for index in triggers.get(item.sentence.index, ())):
                continue  # what is left out would be the meeting itself
            choices[candidate.order, candidate.version] = choice
            candidates.append(candidate)
    chosen = choose(candidates, _units(told, where, weights), words, weights)
    teller = Teller(references, spare=words - sum(candidate.words for candidate in chosen))
    return tuple(teller.tell(choices[candidate.order, candidate.version]) for candidate in chosen)


def _candidates(
    references: References,
    item: Told,
    told: list[Told],
    where: Setting,
    meetings: dict[str, float],
    speaker: str | None,
    weights: Weights,
) -> list[tuple[Candidate, Choice]]:
    """The versions of one sentence."""
    document = references.document
    value, announcing = worth(document, item, where, weights), announces(document, item)
    before = told[item.order - 1] if item.order else None
    adjacent = before is not None and before.sentence.index == item.sentence.index - 1
    found = []
    for number, version in enumerate(item.versions):
        kept = item.content if number == 0 else frozenset(s for part in version for s in substance(document, *part))
        share = len(kept) / len(item.content) if item.content else 1.0
        choice = Choice(
            sentence=item.sentence.index,
            version=version,
            end=item.versions[0][-1].last,
            pointing=pointing(references, version, speech=item.quoted.wholly),
            quoted=item.quoted,
            speaker=speaker,
        )
        candidate = Candidate(
            order=item.order,
            version=number,
            words=length(document, choice),
            worth=value * (1 - weights.cut * (1 - share)),
            content=kept,
            meetings=meetings,
            announces=announcing,
            leans_on=None if not choice.pointing.leans else item.order - 1 if adjacent else -1,
        )
        found.append((candidate, choice))
    return found


def _units(told: list[Told], where: Setting, weights: Weights) -> dict[str, float]:
    """The weight of each recurring lemma: how often it recurs, more when the headline or an early sentence has it."""
    first: dict[str, int] = {}
    for item in told:
        for lemma in item.content:
            first.setdefault(lemma, item.order)
    raw = {
        lemma: (count - 1) ** weights.recurring
        * (1 + weights.headline_words * (lemma in where.headline) + weights.early_words / (1 + first[lemma]))
        for lemma, count in frequencies(told).items()
        if count > 1
    }
    total = sum(sorted(raw.values(), reverse=True)[:CARRIERS]) or 1.0
    return {lemma: weight / total for lemma, weight in raw.items()}


def _triggers(references: References, meetings: tuple[Meeting, ...]) -> dict[int, list[int]]:
    """For each sentence index the tokens that tell of a meeting."""
    document = references.document
    found: dict[int, list[int]] = {}
    for meeting in meetings:
        index = document.token_starts.get((meeting.trigger.block, meeting.trigger.start))
        if index is not None:
            found.setdefault(document.tokens[index].sentence, []).append(index)
    return found


def _keeps(version: Version, index: int) -> bool:
    return any(first <= index < last for first, last in version)


def _dated(references: References, dates: tuple[Timex, ...]) -> frozenset[int]:
    """Indexes of the sentences that name a date."""
    document = references.document
    found = {document.tokens[name.first].sentence for name in document.names if name.label == "DATE"}
    for timex in dates:
        index = document.token_starts.get((timex.citation.block, timex.citation.start))
        if index is not None:
            found.add(document.tokens[index].sentence)
    return frozenset(found)


def _recent(references: References, dates: tuple[Timex, ...]) -> frozenset[int]:
    """Indexes of the sentences that name a day between a week before the publication and two weeks after it."""
    document, published = references.document, references.document.article.publication_day
    found: set[int] = set()
    if published is None:
        return frozenset()
    for timex in dates:
        if timex.start is not None and RECENT[0] <= (timex.start - published).days <= RECENT[1]:
            index = document.token_starts.get((timex.citation.block, timex.citation.start))
            if index is not None:
                found.add(document.tokens[index].sentence)
    return frozenset(found)


def _reports(references: References, meetings: tuple[Meeting, ...], weights: Weights) -> dict[int, dict[str, float]]:
    """For each sentence index the meetings it reports: the report with the trigger counts in full."""
    document = references.document
    found: dict[int, dict[str, float]] = {}
    for meeting in meetings:
        for citation in meeting.citations:
            index = document.token_starts.get((citation.block, citation.start))
            if index is not None:
                best = meeting.trigger.within(citation) or citation == meeting.citations[0]
                found.setdefault(document.tokens[index].sentence, {})[meeting.id] = (
                    1.0 if best else weights.later_report
                )
    return found
