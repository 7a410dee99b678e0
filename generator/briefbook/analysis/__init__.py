"""Article -> AnalysedDocument: the one place that runs the language model."""

from briefbook.analysis.analyse import analyse, analyse_all
from briefbook.analysis.document import DATELINE, AnalysedDocument, Name, Sentence, Token
from briefbook.analysis.language_model import DEFAULT_MODEL, LoadedModel, load_model
from briefbook.analysis.references import Reference, References
from briefbook.analysis.servants import servant_spoken_of

__all__ = [
    "DATELINE",
    "DEFAULT_MODEL",
    "AnalysedDocument",
    "LoadedModel",
    "Name",
    "Reference",
    "References",
    "Sentence",
    "Token",
    "analyse",
    "analyse_all",
    "load_model",
    "servant_spoken_of",
]
