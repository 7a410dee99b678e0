"""Loading the language model: verified, and refused with a clear line."""

from __future__ import annotations

import pytest
from briefbook.analysis import load_model
from briefbook.analysis.language_model import KNOWN_WEIGHTS, weights_sha256
from briefbook.errors import LanguageModelError


def test_the_default_model_has_the_weights_of_its_release(language_model):
    identity = language_model.identity

    assert KNOWN_WEIGHTS[identity.name, identity.version] == identity.sha256


def test_the_hash_tells_any_change(tmp_path):
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner" / "model").write_bytes(b"weights")
    before = weights_sha256(tmp_path)
    (tmp_path / "README.md").write_text("not a weight")

    assert weights_sha256(tmp_path) == before
    (tmp_path / "ner" / "model").write_bytes(b"other weights")
    assert weights_sha256(tmp_path) != before
    (tmp_path / "ner" / "model").write_bytes(b"weights")
    (tmp_path / "ner" / "model").rename(tmp_path / "ner" / "moved")
    assert weights_sha256(tmp_path) != before


@pytest.mark.parametrize("name", ["no_such_pipeline_package", "not a name", "json"])
def test_what_is_no_pipeline_is_refused(name):
    with pytest.raises(LanguageModelError, match=r"install|no spaCy pipeline"):
        load_model(name)


def test_changed_weights_are_refused(monkeypatch):
    key = next(iter(KNOWN_WEIGHTS))
    monkeypatch.setitem(KNOWN_WEIGHTS, key, "0" * 64)
    load_model.cache_clear()
    try:
        with pytest.raises(LanguageModelError, match="other weights"):
            load_model(key[0])
    finally:
        load_model.cache_clear()


def test_the_lemmatizer_looks_its_base_forms_up(language_model):
    """As lists, as they come, each new word would be compared with tens of thousands of others."""
    table = language_model.nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")

    assert {type(forms) for forms in table.values()} == {frozenset}
    assert "meeting" in table["noun"]
    assert "meet" in table["verb"]
    assert "meetings" not in table["noun"]
