"""Findings: what a reader or editor should know about the extraction itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefbook.model.citation import Citation


class Severity(StrEnum):
    """`WARNING` and worse fail under `--strict`."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark; `code` is stable and hyphenated ("credit-missing")."""

    severity: Severity
    code: str
    message: str
    citation: Citation | None = None
