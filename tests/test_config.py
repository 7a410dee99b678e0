"""Settings: what is read, what is refused, and with which words."""

from __future__ import annotations

from pathlib import Path

import pytest
from briefbook.config import OWN, Settings, load_settings, parse_settings
from briefbook.config.values import contrast_with_white
from briefbook.errors import SettingsError

ROOT = Path("book")


def settings(own: str) -> Settings:
    indented = "".join(f"    {line}\n" for line in own.splitlines())
    return parse_settings(f"site_name: Talks\nextra:\n  briefbook:\n{indented}", ROOT)


def test_defaults_need_only_a_file():
    assert parse_settings("", ROOT) == Settings(root=ROOT)


def test_takes_what_mkdocs_has_a_key_for():
    found = parse_settings(
        "site_name: Talks\nsite_url: https://example.org/\ndocs_dir: pages\nsite_dir: out\ntheme:\n  language: fr\n",
        ROOT,
    )

    assert (found.title, found.site_url, found.docs, found.site, found.language) == (
        "Talks",
        "https://example.org/",
        "pages",
        "out",
        "fr",
    )


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("source_text: none", "source_text", "none"),
        ("summary_words: 80", "summary_words", 80),
        ("language_model: en_core_web_lg", "language_model", "en_core_web_lg"),
        ("seeds: articles", "seeds", "articles"),
        ("dist: out/zip", "dist", "out/zip"),
        ("page_size: 50", "page_size", 50),
        ("contact: editor@example.org", "contact", "editor@example.org"),
        ("contact: https://example.org/report", "contact", "https://example.org/report"),
        ("contact: https://example.org/?page={page}", "contact", "https://example.org/?page={page}"),
        ("publisher: Example Desk", "publisher", "Example Desk"),
        ("imprint: imprint.md", "imprint", "imprint.md"),
        ("imprint: about/imprint.md", "imprint", "about/imprint.md"),
        ("imprint: https://example.org/imprint", "imprint", "https://example.org/imprint"),
        ('colour: "#1D3B50"', "colour", "#1d3b50"),
        ('colour: "#767676"', "colour", "#767676"),
        ("share_image: assets/share.PNG", "share_image", "assets/share.PNG"),
    ],
)
def test_reads_own_settings(line, name, value):
    assert getattr(settings(line), name) == value


def test_every_own_key_is_a_setting():
    assert set(OWN) <= set(Settings.__dataclass_fields__)


def test_megabytes_are_a_million_bytes():
    assert settings("max_file_megabytes: 2").max_file_bytes == 2_000_000


@pytest.mark.parametrize("text", ["extra:\n", "extra:\n  briefbook:\n", "extra:\n  briefbook: {}\n", "# nothing\n"])
def test_empty_sections_are_no_settings(text):
    assert parse_settings(text, ROOT) == Settings(root=ROOT)


def test_leaves_tags_of_other_programs_alone():
    text = (
        "site_name: !ENV [TITLE, Talks]\n"
        "plugins:\n  - offline:\n      enabled: !ENV [OFFLINE, false]\n"
        "markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        "extra:\n  briefbook:\n    summary_words: 90\n"
    )

    assert parse_settings(text, ROOT).summary_words == 90
    assert parse_settings(text, ROOT).title == Settings().title, "a value only MkDocs can work out keeps our default"


@pytest.mark.parametrize(
    ("own", "line", "said"),
    [
        pytest.param("summary_word: 90", 4, "did you mean 'summary_words'?", id="misspelt"),
        pytest.param("source-text: full", 4, "did you mean 'source_text'?", id="hyphen for underscore"),
        pytest.param("zzz: 1", 4, "known are colour, contact, dist", id="unlike any"),
        pytest.param(
            "seeds: s\nsource_text: all", 5, "setting 'source_text': expected one of full, cited, none", id="value"
        ),
        pytest.param(
            "summary_words: many", 4, "expected a whole number above 0, found 'many'", id="words for a number"
        ),
        pytest.param("summary_words: 0", 4, "expected a whole number above 0", id="nought"),
        pytest.param("summary_words: true", 4, "expected a whole number above 0", id="a truth is no number"),
        pytest.param("summary_words: [1]", 4, "found a list", id="list"),
        pytest.param("seeds: ../other", 4, "expected a folder inside the book", id="outside"),
        pytest.param("seeds: /etc", 4, "expected a folder inside the book", id="absolute"),
        pytest.param("contact: call me", 4, "expected an e-mail address", id="contact"),
        pytest.param("contact: javascript:alert(1)@x", 4, "expected an e-mail address", id="script as contact"),
        pytest.param("seeds: a\nseeds: b", 5, "stands twice", id="twice"),
        pytest.param("color: '#1d3b50'", 4, "did you mean 'colour'?", id="American"),
        pytest.param(
            "colour: #1d3b50", 4, "setting 'colour': expected a text", id="a colour without quotes is a comment"
        ),
        pytest.param("colour: navy", 4, 'expected a colour such as "#1d3b50" (in quotes)', id="name of a colour"),
        pytest.param("colour: '#1d3b50;}'", 4, "expected a colour", id="style in a colour"),
        pytest.param("colour: '#ffcc00'", 4, "expected a darker colour: white words on it need", id="too light"),
        pytest.param("colour: '#777777'", 4, "a contrast of 4.5, and it gives 4.48", id="a hair too light"),
        pytest.param("imprint: ../imprint.md", 4, "expected a page below docs/", id="imprint outside"),
        pytest.param("imprint: /imprint.md", 4, "expected a page below docs/", id="imprint absolute"),
        pytest.param("imprint: imprint", 4, "expected a page below docs/", id="imprint no page"),
        pytest.param("imprint: javascript:x.md", 4, "expected a page below docs/", id="script as imprint"),
        pytest.param("share_image: card.svg", 4, "expected a picture below docs/ (png", id="drawing as share image"),
        pytest.param("share_image: https://example.org/a.png", 4, "expected a picture below docs/", id="elsewhere"),
        pytest.param("publisher: 7", 4, "setting 'publisher': expected a text", id="number as publisher"),
        pytest.param("language_model: 3", 4, "expected a text", id="number for a text"),
        pytest.param("? [a, b]\n: 1", 4, "unknown setting", id="a list as a key"),
    ],
)
def test_refuses_with_file_and_line(own, line, said):
    with pytest.raises(SettingsError) as caught:
        settings(own)

    assert caught.value.line == line
    assert said in caught.value.problem
    assert str(caught.value).startswith(f"book/mkdocs.yml:{line}: ")
    assert caught.value.exit_status == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("site_name: [a\nextra: b]: c\n", 2, id="brackets"),
        pytest.param("- a\n- b\n", 1, id="a list"),
        pytest.param("site_name: a\n\tb: c\n", 2, id="tab"),
        pytest.param("extra:\n  briefbook: yes please\n", 2, id="text for settings"),
    ],
)
def test_refuses_what_is_no_mapping(text, line):
    with pytest.raises(SettingsError) as caught:
        parse_settings(text, ROOT)

    assert caught.value.line == line


def test_control_characters_are_one_line_of_complaint():
    with pytest.raises(SettingsError, match="not valid YAML") as caught:
        parse_settings("site_name: a\x01b\n", ROOT)

    assert "\n" not in str(caught.value)


def test_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(SettingsError, match="no such file: run this in the folder of a book"):
        load_settings(tmp_path)


def test_byte_order_mark_is_read(tmp_path):
    (tmp_path / "mkdocs.yml").write_bytes("\ufeffsite_name: Gespräche\n".encode())

    assert load_settings(tmp_path).title == "Gespräche"


def test_other_encoding_is_refused(tmp_path):
    (tmp_path / "mkdocs.yml").write_bytes("site_name: Gespräche\n".encode("latin-1"))

    with pytest.raises(SettingsError, match="can't be read"):
        load_settings(tmp_path)


def test_folder_in_place_of_the_file_is_refused(tmp_path):
    (tmp_path / "mkdocs.yml").mkdir()

    with pytest.raises(SettingsError, match="can't be read: Is a directory"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("colour", "contrast"),
    [("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54), ("#0000ff", 8.59), ("#ff0000", 4.0)],
)
def test_contrast_is_that_of_the_guidelines(colour, contrast):
    assert contrast_with_white(colour) == pytest.approx(contrast, abs=0.01)
