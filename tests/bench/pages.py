"""Invented news pages of real weight: an article amid menus, scripts, teasers and comments."""

from __future__ import annotations

import json

from briefbook.model import Article, BlockKind

SCRIPT = "window.__q=window.__q||[];" + "function f(a,b){return a&&b?a.concat(b):[];}" * 400
STYLE = ".c-card__title{font:700 1.1rem/1.3 serif}.c-card__meta{color:#666}" * 300
SECTIONS = "World Politics Business Science Health Sport Culture Opinion Weather Travel Food Books".split()


def make_page(article: Article, others: list[str]) -> bytes:
    """One page, with two figures amid its text and cards of other articles around it."""
    paragraphs = [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
    headline = article.headline or others[0]
    stated = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline,
        "datePublished": "2023-02-05T09:30:00+01:00",
        "author": [{"@type": "Person", "name": "Lena Marsh"}],
        "publisher": {"@type": "Organization", "name": "Kestrel Post"},
    }
    body = "".join(
        f'<p class="c-text">{text}</p>{_figure(n) if n in (0, 4) else ""}' for n, text in enumerate(paragraphs)
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} | Kestrel Post</title>'
        f"<script>{SCRIPT}</script><style>{STYLE}</style>"
        f'<script type="application/ld+json">{json.dumps(stated)}</script></head><body>'
        f'<header><nav class="c-menu">{_links(SECTIONS)}</nav></header><main><article class="c-article"><h1>{headline}</h1>'
        f'<div class="c-byline">By <a rel="author" href="/lena">Lena Marsh</a></div>{body}</article>'
        f'<section class="c-related">{_cards(others)}</section></main><aside class="c-most-read">{_cards(others[::-1])}</aside>'
        f"<section class='c-comments'>{_comments(others)}</section><footer>{_links(SECTIONS * 3)}</footer></body></html>"
    ).encode()


def _figure(number: int) -> str:
    return (
        f'<figure class="c-figure"><picture><source srcset="/{number}.webp"><img src="/{number}.jpg" alt="A harbour at dawn" '
        f'data-src="/{number}-large.jpg"></picture><figcaption><span class="c-caption">Ships in the harbour of Kestrel.</span> '
        f'<span class="c-credit">Lena Marsh/Kestrel Post</span></figcaption></figure>'
    )


def _links(words: list[str]) -> str:
    return "<ul>" + "".join(f'<li class="c-menu__item"><a href="/{word}">{word}</a></li>' for word in words) + "</ul>"


def _cards(titles: list[str]) -> str:
    return "".join(
        f'<div class="c-card"><a href="/{n}"><div class="c-card__image"><img src="/t{n}.jpg" alt=""></div>'
        f'<h3 class="c-card__title">{title}</h3></a><div class="c-card__meta"><span>Politics</span><time>3 h ago</time></div></div>'
        for n, title in enumerate(titles)
    )


def _comments(titles: list[str]) -> str:
    return "".join(
        f'<div class="c-comment"><b>reader{n}</b><p>I read about {title.lower()} elsewhere.</p></div>'
        for n, title in enumerate(titles)
    )
