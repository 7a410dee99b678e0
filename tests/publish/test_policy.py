"""The Content-Security-Policy of built pages: what may run, what may be asked for, and that every page has one."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from briefbook.config import load_settings
from briefbook.errors import BriefbookError
from briefbook.publish import build_site, bundle_day
from briefbook.publish.policy import add_policies, hosted_policy, offline_policy
from hypothesis import given
from hypothesis import strategies as st

from tests.publish.books import PAGES, make_book

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def parsed(policy):
    """A policy as a dictionary: the sources of each directive."""
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


def named(text):
    """How a policy names an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page(head="", article="", after=""):
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{head}</head>'
        f"<body><article>{article}</article>{after}</body></html>"
    )


def test_hosted_names_each_inline_script_and_style():
    policy = parsed(hosted_policy(page("<script>a=1</script><style>b{}</style>", after="<script>c()</script>")))

    assert policy["script-src"] == ["'self'", named("a=1"), named("c()")]
    assert policy["style-src"] == ["'self'", named("b{}")]
    assert policy["default-src"] == ["'none'"]
    assert "'unsafe-inline'" not in str(policy)


@pytest.mark.parametrize(
    "script",
    [
        "<script>steal()</script>",
        "<svg><script>steal()</script></svg>",
        '<script type="module">steal()</script>',
        "<div><article>x</article><script>steal()</script></div>",
    ],
)
def test_script_inside_the_text_of_a_page_is_never_allowed(script):
    policy = parsed(hosted_policy(page("<script>a=1</script>", article=script)))

    assert policy["script-src"] == ["'self'", named("a=1")]


@pytest.mark.parametrize(
    "data",
    [
        '<script type="application/json">{}</script>',
        '<script type="application/ld+json">{"a": "</b>"}</script>',
        '<script type="text/plain">x</script>',
        '<script src="bundle.js"></script>',
        '<script type="text/javascript" src="bundle.js"></script>',
    ],
)
def test_data_and_files_need_no_name(data):
    assert parsed(hosted_policy(page(data)))["script-src"] == ["'self'"]


@pytest.mark.parametrize("type_", ["", ' type=""', ' type="text/javascript"', ' type="MODULE"', " type=module"])
def test_every_type_that_runs_is_named(type_):
    assert named("a()") in parsed(hosted_policy(page(f"<script{type_}>a()</script>")))["script-src"]


def test_style_attributes_are_named_too():
    policy = parsed(hosted_policy(page(article='<td style="text-align: right;">1</td><p style="">x</p>')))

    assert policy["style-src"] == ["'self'", "'unsafe-hashes'", named("text-align: right;")]


def test_one_script_twice_is_named_once():
    policy = parsed(hosted_policy(page("<script>a</script><script>a</script>")))

    assert policy["script-src"] == ["'self'", named("a")]


def test_line_ends_count_as_browsers_read_them():
    assert named("a\nb\nc") in hosted_policy(page("<script>a\r\nb\rc</script>"))


@given(st.text(alphabet="ab<>&;\"'é\n /", max_size=40))
def test_any_script_is_named_by_its_own_bytes(text):
    if "</" not in text and "<!--" not in text:
        assert named(text) in hosted_policy(page(f"<script>{text}</script>"))


@pytest.mark.parametrize("policy", [offline_policy(), hosted_policy(page())])
def test_no_policy_lets_a_page_ask_another_host(policy):
    sources = {source for values in parsed(policy).values() for source in values}

    assert not {s for s in sources if s in {"*", "https:", "http:", "ws:", "blob:", "'unsafe-eval'"} or "//" in s}
    assert parsed(policy)["base-uri"] == ["'none'"]
    assert parsed(policy)["form-action"] == ["'none'"]


def test_from_disk_neighbours_are_allowed_by_scheme():
    policy = parsed(offline_policy())

    assert policy["script-src"] == ["'self'", "file:", "'unsafe-inline'"]
    assert policy["connect-src"] == ["'self'"], "nothing is fetched, not even a file"


def test_policy_stands_before_all_it_concerns(tmp_path):
    (tmp_path / "index.html").write_text(page("<script>a=1</script>"), encoding="utf-8")

    add_policies(tmp_path, offline=False)

    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert text.index("Content-Security-Policy") < text.index("<script>")
    assert text.count("Content-Security-Policy") == 1
    assert text.index("charset") < text.index("Content-Security-Policy")


def test_page_without_head_is_refused(tmp_path):
    (tmp_path / "odd.html").write_text("<p>nothing else</p>", encoding="utf-8")

    with pytest.raises(BriefbookError, match=r"odd\.html: a page without <head>"):
        add_policies(tmp_path, offline=False)


def test_head_without_charset_is_enough(tmp_path):
    (tmp_path / "odd.html").write_text('<html><head lang="en"><title>x</title></head></html>', encoding="utf-8")

    add_policies(tmp_path, offline=True)

    text = (tmp_path / "odd.html").read_text(encoding="utf-8")
    assert text.startswith('<html><head lang="en">\n      <meta http-equiv="Content-Security-Policy"')
    assert META.search(text)[1] == offline_policy()


@pytest.mark.slow
def test_every_page_of_a_built_book_has_one(tmp_path):
    root = make_book(tmp_path / "book")

    built = build_site(load_settings(root), PAGES, bundle_day([]))

    texts = {path.name: path.read_text(encoding="utf-8") for path in built.site.rglob("*.html")}
    assert "404.html" in texts
    for name, text in texts.items():
        policy = parsed(META.search(text)[1])
        inline = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        assert inline, name
        assert {named(script) for script in inline} <= set(policy["script-src"]), name
