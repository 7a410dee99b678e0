"""The publisher's own: name, imprint, colour, feeds and share picture, hosted and in the bundle."""

from __future__ import annotations

import re
import zipfile

import pytest
from briefbook.config import load_settings
from briefbook.errors import SettingsError
from briefbook.model import BinaryFile, Feed, Hosted
from briefbook.publish import build_site, bundle_day
from briefbook.publish.site import check_site

from tests.publish.books import MKDOCS, PAGES, make_book

OWN = """\
site_url: https://book.example/talks/
extra:
  generator: false
  polyfills: [assets/vendor/iframe-worker/shim.js]
  briefbook:
    publisher: 'Desk & <b> "Sons"'
    imprint: about.md
    colour: "#5a1f3d"
"""
HOSTED = Hosted(
    files=(BinaryFile(path="feed.atom", data=b"<feed/>"),),
    feeds=(Feed(file="feed.atom", type="application/atom+xml", name="Atom feed"),),
)


def settings_text(own=OWN):
    start, end = MKDOCS.index("extra:"), MKDOCS.index("theme:")
    return MKDOCS[:start] + own + MKDOCS[end:]


def hosted_and_bundle(folder, own=OWN, hosted=HOSTED):
    """The home page and another one, as text, of the hosted site and of the bundle."""
    root = make_book(folder, mkdocs=settings_text(own))
    built = build_site(load_settings(root), PAGES, bundle_day([]), hosted)
    with zipfile.ZipFile(built.bundle) as bundle:
        names = bundle.namelist()
        offline = [bundle.read(f"briefbook-talks-offline/{name}.html").decode() for name in ("index", "actors/kamel")]
    online = [(built.site / name / "index.html").read_text(encoding="utf-8") for name in ("", "actors/kamel")]
    return built.site, online, names, offline


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return hosted_and_bundle(tmp_path_factory.mktemp("publisher") / "book")


def head(text):
    return text[: text.index("</head>")]


def properties(text):
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', text))


def test_hosted_pages_say_how_a_link_to_them_is_shown(book):
    _, (home, other), _, _ = book

    assert properties(home)["og:type"] == "website"
    assert properties(home)["og:url"] == "https://book.example/talks/"
    assert properties(other) | {"og:description": ""} == {
        "og:type": "article",
        "og:site_name": "Talks",
        "og:title": "Kamel",
        "og:description": "",
        "og:url": "https://book.example/talks/actors/kamel/",
        "og:image": "https://book.example/talks/assets/share-card.png",
        "og:image:alt": "Talks",
        "twitter:card": "summary_large_image",
    }


def test_card_is_there_under_its_address(book):
    site, _, names, _ = book

    assert (site / "assets" / "share-card.png").read_bytes().startswith(b"\x89PNG")
    assert not [name for name in names if "share-card" in name or "feed" in name]


def test_hosted_pages_name_the_feeds_and_the_bundle_does_not(book):
    site, (home, other), _, offline = book
    link = '<link rel="alternate" type="application/atom+xml" title="Talks" href="{}feed.atom">'

    assert link.format("") in head(home)
    assert link.format("../../") in head(other)
    assert (site / "feed.atom").read_bytes() == b"<feed/>"
    for text in offline:
        assert "feed.atom" not in text
        assert properties(text) == {}


def test_every_page_names_publisher_and_imprint(book):
    _, online, _, offline = book
    name = "Published by Desk &amp; &lt;b&gt; &#34;Sons&#34;"

    assert all(name in text for text in (*online, *offline))
    links = [re.search(r'<a href="([^"]*)" class="bb-imprint">', text)[1] for text in (*online, *offline)]
    assert links == ["about/", "../../about/", "about.html", "../about.html"]


def test_colour_is_in_the_head_and_in_the_policy(book):
    _, online, _, offline = book

    for text in (*online, *offline):
        assert "--md-primary-fg-color:#5a1f3d;" in head(text)
        assert '<meta name="theme-color" content="#5a1f3d">' in head(text)
    policy = re.search(r'Security-Policy" content="([^"]*)"', online[0])[1]
    assert re.search(r"style-src 'self' 'sha256-", policy)


def test_a_book_without_any_of_it_says_nothing(tmp_path):
    site, online, _, offline = hosted_and_bundle(
        tmp_path / "book", own=MKDOCS[MKDOCS.index("extra:") : MKDOCS.index("theme:")], hosted=Hosted()
    )

    for text in (*online, *offline):
        assert "Published by" not in text
        assert "bb-imprint" not in text
        assert "theme-color" not in text
        assert properties(text) == {}
        assert 'rel="alternate"' not in text
    assert not (site / "assets" / "share-card.png").exists()


def test_own_share_picture_goes_before_the_drawn_one(tmp_path):
    own = OWN + "    share_image: assets/own.png\n"
    root = make_book(tmp_path / "book", mkdocs=settings_text(own))
    pictured = (*PAGES, BinaryFile(path="assets/own.png", data=b"\x89PNG"))

    site = build_site(load_settings(root), pictured, bundle_day([])).site

    home = (site / "index.html").read_text(encoding="utf-8")
    assert properties(home)["og:image"] == "https://book.example/talks/assets/own.png"
    assert not (site / "assets" / "share-card.png").exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("    share_image: assets/none.png\n", "setting 'share_image': there is no 'assets/none.png' in docs/"),
        ("    imprint: imprint.md\n", "setting 'imprint': there is no 'imprint.md' in docs/"),
    ],
)
def test_what_is_not_there_is_refused_before_anything_is_built(tmp_path, line, said):
    own = OWN.replace("    imprint: about.md\n", "") + line
    root = make_book(tmp_path / "book", mkdocs=settings_text(own))

    with pytest.raises(SettingsError) as caught:
        check_site(load_settings(root), PAGES, bundle_day([]))

    assert said in str(caught.value)


def test_imprint_elsewhere_is_linked_as_it_is(tmp_path):
    own = OWN.replace("imprint: about.md", "imprint: https://desk.example/imprint.md")
    _, online, _, offline = hosted_and_bundle(tmp_path / "book", own=own)

    assert all('<a href="https://desk.example/imprint.md" class="bb-imprint">' in text for text in (*online, *offline))
