"""How much each trait of a sentence counts, and why.

Tuned by cross-validation over five sources of different kinds (broadcast news, wire, web, magazine and annotated
briefings): a weight stays only if it helps where it was not tuned.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The scorer's weights; shares run from 0 to 1.

    Attributes:
        base: Every sentence; larger favours many short sentences.
        first: The first sentence of the text is the news.
        early: Falls with the logarithm of the position: news is told in order of importance.
        place: Falls linearly with the position, down to the last sentence.
        headline: Share of the headline's words the sentence takes up.
        subhead: Share of the words of the subhead above it that it takes up.
        opens: It is the first of its paragraph.
        central: How often its words recur, on average: it is about what the article is about.
        actors: Prominence of the actors it names.
        dated: It names a date.
        recent: It names a day around the publication: the news, not history.
        figure: It gives a figure.
        quoted: Share of quoted words: speech comments on the news.
        own_voice: "I", "we", "you": a person speaks.
        torn: A quotation begins or ends in another sentence.
        background: Told as history.
        full: Words of substance from which a sentence is worth its worth; a shorter one is worth its share.
        specific: For each name, date or figure, up to five: what is specific is a fact.
        meeting: For each meeting not yet told, the heart of a briefing.
        later_report: Share of `meeting` that a later report of the meeting is worth.
        upcoming: For what comes next, said by the first chosen sentence that does.
        coverage: For all of the article's recurring words together.
        headline_words: How much more a recurring word counts when the headline has it.
        early_words: How much more it counts when the first sentence has it, falling with its first position.
        recurring: Exponent of how often a word recurs: below 1, what recurs most doesn't drown the rest.
        cut: How much of a sentence's worth its left-out share takes with it.
        thrift: Exponent of the length in words by which worth is divided: 0 ignores length, 1 is worth a word.
        least: Share of the best sentence's worth below which a sentence only fills the space that is left.
    """

    base: float = 0.1
    first: float = 0.0
    early: float = 1.2
    place: float = 0.25
    headline: float = 0.7
    subhead: float = 0.3
    opens: float = 0.05
    central: float = 0.6
    actors: float = 0.02
    dated: float = 0.08
    recent: float = 0.2
    figure: float = 0.12
    upcoming: float = 0.35
    quoted: float = -0.3
    own_voice: float = -0.3
    torn: float = -0.15
    background: float = -0.2
    full: float = 3.0
    specific: float = 0.05
    meeting: float = 0.55
    later_report: float = 0.05
    coverage: float = 3.4
    headline_words: float = 1.5
    early_words: float = 1.75
    recurring: float = 0.7
    cut: float = 0.45
    thrift: float = 0.3
    least: float = 0.25


WEIGHTS = Weights()
