"""No figure on the annotated articles falls below its floor, and no floor is lowered by accident."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.gold import corpus, floors
from tests.gold.briefings import current
from tests.gold.scoring import FIGURES
from tests.gold.update import main, update

PINNED = floors.read()


def test_the_floors_belong_to_these_articles() -> None:
    assert PINNED.corpus_sha256 == corpus.sha256(), (
        "the articles changed: run `python -m tests.gold.update --allow-lower`"
    )


def test_every_figure_has_a_floor() -> None:
    assert list(PINNED.floors) == list(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_no_figure_is_below_its_floor(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    figure, floor = current()[name], PINNED.floors[name]
    with capsys.disabled():
        sys.stdout.write(f"\n  {name:28} {figure:.3f}  (floor {floor:.3f})")

    assert figure >= floor, f"{name} fell to {figure:.3f}, its floor is {floor:.3f}"


@pytest.mark.parametrize(
    ("figure", "floor"),
    [(1.0, 1.0), (0.9, 0.895), (0.75349, 0.748), (0.001, 0.0), (0.0, 0.0)],
)
def test_a_floor_lies_slightly_below_the_figure(figure: float, floor: float) -> None:
    assert floors.floor_of(figure) == pytest.approx(floor)


def _pinned(path: Path, **values: float) -> None:
    floors.write(floors.Floors(corpus_sha256="abc", floors=values), path)


def test_floors_survive_writing_and_reading(tmp_path: Path) -> None:
    _pinned(tmp_path / "f.json", recall=0.5, precision=0.25)

    assert floors.read(tmp_path / "f.json") == floors.Floors(
        corpus_sha256="abc", floors={"recall": 0.5, "precision": 0.25}
    )


def test_no_file_is_no_floor(tmp_path: Path) -> None:
    assert floors.read(tmp_path / "none.json").floors == {}


def test_a_better_figure_raises_the_floor(tmp_path: Path) -> None:
    path = tmp_path / "f.json"
    _pinned(path, recall=0.5)

    assert update({"recall": 0.8}, "abc", allow_lower=False, path=path) == []
    assert floors.read(path).floors == {"recall": 0.795}


def test_a_figure_within_the_margin_does_not_sink_the_floor(tmp_path: Path) -> None:
    path = tmp_path / "f.json"
    _pinned(path, recall=0.5)

    assert update({"recall": 0.501}, "abc", allow_lower=False, path=path) == []
    assert floors.read(path).floors == {"recall": 0.5}


@pytest.mark.parametrize(
    ("figures", "sha256", "reason"),
    [
        pytest.param({"recall": 0.4}, "abc", "recall: 0.400 is below its floor 0.500", id="worse"),
        pytest.param({"precision": 0.9}, "abc", "recall: 0.000 is below its floor 0.500", id="no longer measured"),
        pytest.param({"recall": 0.9}, "def", "the annotated articles changed", id="other articles"),
    ],
)
def test_lowering_takes_the_flag(tmp_path: Path, figures: dict[str, float], sha256: str, reason: str) -> None:
    path = tmp_path / "f.json"
    _pinned(path, recall=0.5)
    before = path.read_bytes()

    assert update(figures, sha256, allow_lower=False, path=path) == [reason]
    assert path.read_bytes() == before
    assert update(figures, sha256, allow_lower=True, path=path) == []
    assert floors.read(path).floors == {name: floors.floor_of(value) for name, value in figures.items()}
    assert floors.read(path).corpus_sha256 == sha256


def test_the_command_refuses_unknown_options(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--lower"])

    assert stopped.value.code == 2
    assert "--lower" in capsys.readouterr().err
