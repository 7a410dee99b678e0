"""The search index: names found as people type them."""

from __future__ import annotations

import json
import re

import pytest
from briefbook.errors import BriefbookError
from briefbook.publish.search_index import fold, plain_forms, search_languages, widen_search, widened
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Erdoğan", {"Erdogan"}),
        ("José", {"Jose"}),
        ("Ramírez", {"Ramirez"}),
        ("Łukasz", {"Lukasz"}),
        ("Sørensen", {"Sorensen"}),
        ("Đorđe", {"Dorde"}),
        ("Groß", {"Gross"}),
        ("İstanbul", {"Istanbul"}),
        ("ılgaz", {"ilgaz"}),
        ("O’Brien", {"O'Brien", "OBrien"}),
        ("O'Brien", {"OBrien"}),
        ("al-Sharaa", {"alSharaa"}),
        ("Ba‘ath", {"Ba'ath", "Baath"}),
        ("Jean-Noël", {"Jean-Noel", "JeanNoel"}),
        ("محمّد", {"محمد"}),
        ("יִשְׂרָאֵל", {"ישראל"}),
        ("习近平", set()),
        ("Москва", set()),
        ("meeting", set()),
    ],
)
def test_plain_forms(word, forms):
    assert set(plain_forms(word)) == forms


def added_words(title, text):
    """What is added to an entry, in order."""
    return " ".join(" ".join(re.findall(r'class="bb-plain">([^<]*)<', widened(title, text))).split())


def test_plain_forms_stand_behind_their_word_and_the_titles_at_the_end():
    """So that a result shows the sentence in which they are found, and the title's forms stand in none."""
    assert widened("José", "<p>met <b>Erdoğan</b>, then O’Brien</p>") == (
        '<p>met <b>Erdoğan<span class="bb-plain"> Erdogan</span></b>, then'
        ' O’Brien<span class="bb-plain"> O\'Brien OBrien</span></p> <p class="bb-plain"> Jose</p>'
    )


@pytest.mark.parametrize("text", ["", "<p>met in Geneva</p>", "<p>1 &lt; 2 &amp; 3</p>", "no markup"])
def test_a_text_of_plain_words_stays_as_it_is(text):
    assert widened("Page", text) == text


@given(st.text(alphabet="aé ’-(ğ<>&;b/p"))
def test_what_is_shown_stays_word_for_word(text):
    made = widened("Page", text)

    assert re.sub(r' ?<(span|p) class="bb-plain">[^<]*</\1>', "", made).strip() == text.strip()


def test_adds_only_what_is_not_there():
    assert added_words("Erdoğan", "<p>Erdogan and <b>Erdoğan’s</b> aide</p>") == "Erdogan’s Erdogan's Erdogans"


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("Ziyad al-Nakhaleh", "alNakhaleh Nakhalah"),
        ("Ismail Haniyeh", "Haniyah"),
        ("Ramallah", "Ramalleh"),
        ("Noah", ""),
        ("Utah", ""),
        ("the cheetah", ""),
        ("Nakhalah or Nakhaleh", ""),
    ],
)
def test_names_that_are_spelt_in_two_ways(text, added):
    assert added_words("Page", f"<p>{text}</p>") == added


@pytest.mark.parametrize("name", ["(أحمد الشرع)", "“José”", "[Erdoğan],", "‘O’Brien’", "(PIJ)", "«Märsch»"])
def test_punctuation_divides_words(tmp_path, name):
    """What a reader types is a word of the index, with nothing clinging to its beginning."""
    folder = make_index(tmp_path, [{"location": "a/", "title": "Page", "text": f"<p>met {name} there</p>"}])

    widen_search(tmp_path)

    index = json.loads((folder / "search_index.json").read_text(encoding="utf-8"))
    words = re.split(index["config"]["separator"], re.sub("<[^>]+>", " ", index["docs"][0]["text"]))
    assert all(
        word in words or word.rstrip("’") in {w.rstrip("’") for w in words} for word in re.findall(r"[\w’]+", name)
    )


def test_a_separator_of_ones_own_stays(tmp_path):
    folder = make_index(tmp_path, [], {"lang": ["en"], "separator": "[x]+"})

    widen_search(tmp_path)

    assert json.loads((folder / "search_index.json").read_text(encoding="utf-8"))["config"]["separator"] == "[x]+"


def test_reads_text_not_markup():
    assert added_words("Page", '<a title="é">caf&eacute;</a>') == "cafe"


@given(st.text())
def test_folding_is_stable(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_never_adds_what_stands_there(title, text):
    shown = set(f"{title} {text}".split())

    assert not (set(added_words(title, text).split()) & shown) or "<" in title + text or "&" in title + text


def make_index(site, docs, config=None):
    (site / "search").mkdir(exist_ok=True)
    data = json.dumps({"config": config or {"lang": ["en"]}, "docs": docs})
    (site / "search" / "search_index.json").write_text(data, encoding="utf-8")
    return site / "search"


def test_widens_both_files(tmp_path):
    folder = make_index(tmp_path, [{"location": "a/", "title": "José", "text": "<p>met</p>"}])
    (folder / "search_index.js").write_text("var __index = {}", encoding="utf-8")

    widen_search(tmp_path)

    plain = (folder / "search_index.json").read_text(encoding="utf-8")
    assert json.loads(plain)["docs"] == [
        {"location": "a/", "title": "José", "text": '<p>met</p> <p class="bb-plain"> Jose</p>'}
    ]
    assert (folder / "search_index.js").read_text(encoding="utf-8") == f"var __index = {plain}"


def test_hosted_site_gets_no_script(tmp_path):
    folder = make_index(tmp_path, [{"location": "a/", "title": "A", "text": ""}])

    widen_search(tmp_path)

    assert sorted(path.name for path in folder.iterdir()) == ["search_index.json"]


def test_added_words_are_no_markup(tmp_path):
    folder = make_index(tmp_path, [{"location": "a/", "title": "é&lt;i>", "text": ""}])

    widen_search(tmp_path)

    assert "<i>" not in json.loads((folder / "search_index.json").read_text(encoding="utf-8"))["docs"][0]["text"]


@pytest.mark.parametrize("text", ["", "[]", '{"docs": [{"title": "a"}]}', '{"docs": [1]}', "{}"])
def test_unknown_index_is_one_line(tmp_path, text):
    folder = make_index(tmp_path, [])
    (folder / "search_index.json").write_text(text, encoding="utf-8")

    with pytest.raises(BriefbookError, match="not a search index"):
        widen_search(tmp_path)


def test_site_without_search_is_left_alone(tmp_path):
    widen_search(tmp_path)

    assert search_languages(tmp_path) == frozenset()


def test_knows_which_language_packs_are_needed(tmp_path):
    make_index(tmp_path, [], {"lang": ["en", "de"]})

    assert search_languages(tmp_path) == {"de"}
