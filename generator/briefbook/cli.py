"""The command line: arguments, exit codes, progress."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

app = typer.Typer(no_args_is_help=True)


@app.callback()
def root() -> None:
    """Turn news articles into a briefing book."""


@app.command()
def extract(inputs: list[Path], output: Annotated[Optional[Path], typer.Option()] = None) -> None:
    """Read articles and print one briefing JSON a line."""
    from briefbook.analysis import load_model
    from briefbook.exports.briefing_json import to_json
    from briefbook.pipeline import brief_all
    from briefbook.sources import read

    stream = output.open("w", encoding="utf-8") if output else sys.stdout
    for briefing in brief_all((a for path in inputs for a in read(path)), load_model()):
        print(to_json(briefing), file=stream)


def main() -> None:
    """Run the command line."""
    app()
