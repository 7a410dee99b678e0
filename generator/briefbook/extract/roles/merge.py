"""One role for each post of a person, with every place that states it.

"President Marsh" and "Norland's president, Lena Marsh" are one role; "Minister" is taken up by "Foreign Minister" where
nothing contradicts it; "deputy head" and "head" stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from briefbook import lexicons
from briefbook.analysis import AnalysedDocument
from briefbook.extract.roles.facts import RoleFact
from briefbook.extract.roles.owners import Organisation
from briefbook.extract.roles.titles import Sort
from briefbook.model import Citation, Role


@dataclass
class _Post:
    """A role in the making."""

    title: str | None
    words: frozenset[str]
    organisation: Organisation | None
    former: bool
    sort: Sort | None
    reason: str | None = None
    citations: list[Citation] = field(default_factory=list)


def merge(facts: Iterable[RoleFact], document: AnalysedDocument) -> tuple[Role, ...]:
    """The roles of one person, in the order they are first stated; titled ones take up bare affiliations."""
    ordered = sorted(
        facts, key=lambda f: (f.described, f.title is None, -len(_words(f.title)), f.organisation is None, f.first)
    )
    posts: list[_Post] = []
    for fact in ordered:
        cited = document.cite(fact.first, fact.last)
        post = next((p for p in posts if _same(p, fact)), None) or _nearest(
            [p for p in posts if _completed(p, fact, cited)]
        )
        if fact.described and (post is not None or any(_covers(p, fact) for p in posts)):
            continue
        if post is None:
            words = _words(fact.title)
            posts.append(_Post(fact.title, words, fact.organisation, fact.former, fact.sort, fact.reason, [cited]))
            continue
        post.citations.append(cited)
        if fact.organisation is not None and (post.organisation is None or fact.reason is None):
            post.reason = fact.reason
        post.organisation = _better(post.organisation, fact.organisation)
        post.former = post.former or fact.former
    return tuple(
        _role(post, document)
        for post in sorted(posts, key=lambda p: (min((c.block, c.start) for c in p.citations), p.title or ""))
    )


def _role(post: _Post, document: AnalysedDocument) -> Role:
    where = post.organisation
    return Role(
        title=post.title,
        organization=where.actor if where else None,
        organization_name=where.name if where else None,
        former=post.former,
        reason=post.reason,
        citations=_joined(post.citations, document),
    )


def _joined(citations: Iterable[Citation], document: AnalysedDocument) -> tuple[Citation, ...]:
    """In order, overlapping ones as one."""
    found: list[Citation] = []
    for here in sorted(set(citations)):
        if found and here.overlaps(found[-1]):
            last = found.pop()
            here = document.article.cite(last.block, last.start, max(last.end, here.end))
        found.append(here)
    return tuple(found)


@cache
def _short_forms() -> dict[str, str]:
    """What short and other forms of a word of a title stand for."""
    return dict(lexicons.load("title_forms").entry("short").fields["stands_for"])


def _words(title: str | None) -> frozenset[str]:
    found = re.findall(r"[a-zà-ÿ]+", (title or "").lower())
    return frozenset(_short_forms().get(w, w) for w in found) - lexicons.words("title_forms", "filler")


def _same(post: _Post, fact: RoleFact) -> bool:
    """Does this fact state a post already known?"""
    if not _compatible(post.organisation, fact.organisation):
        return False
    if fact.title is None:
        return (
            fact.organisation is not None
            and post.organisation is not None
            and _equal(post.organisation, fact.organisation)
        )
    words = _words(fact.title)
    if words == post.words:
        return True
    apart = lexicons.words("title_forms", "apart")
    return bool(words) and words < post.words and apart.isdisjoint(post.words)


def _covers(post: _Post, fact: RoleFact) -> bool:
    """ "the Norwegian leader" tells nothing new of the prime minister of Norway, nor "the head" of any post."""
    where = fact.organisation
    unnamed = where is None or where.actor is None and not where.state  # "the head of the Norwegian spy agency"
    if unnamed and post.title is not None and _words(fact.title) & lexicons.words("title_forms", "generic"):
        return True
    same = (
        post.organisation is not None and fact.organisation is not None and _equal(post.organisation, fact.organisation)
    )
    return same and bool(_words(fact.title) & lexicons.words("title_forms", "generic"))


def _completed(post: _Post, fact: RoleFact, cited: Citation) -> bool:
    """ "Judge Hale of the High Court": the affiliation says where the post before the same name is."""
    alone = fact.title is None and fact.sort is not None and post.organisation is None and post.title is not None
    return alone and any(c.overlaps(cited) and (c.start, c.end) < (cited.start, cited.end) for c in post.citations)


def _nearest(posts: list[_Post]) -> _Post | None:
    """The post whose words stand closest to what follows the name ("former candidate Sen. Marsh of Ohio": the senator)."""
    return max(posts, key=lambda p: max((c.block, c.start) for c in p.citations), default=None)


def _compatible(a: Organisation | None, b: Organisation | None) -> bool:
    return a is None or b is None or _equal(a, b) or a.state != b.state


def _equal(a: Organisation, b: Organisation) -> bool:
    return (a.actor is not None and a.actor == b.actor) or a.name == b.name


def _better(a: Organisation | None, b: Organisation | None) -> Organisation | None:
    """The more telling of two: an organisation before a state, a linked one before a bare name."""
    if a is None or b is None:
        return a or b
    if a.state != b.state:
        return b if a.state else a
    return a if a.actor is not None else b
