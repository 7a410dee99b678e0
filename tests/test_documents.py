"""What the documents say is so: commands, settings, links, the licence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from briefbook.cli.app import app
from briefbook.config import OWN

REPOSITORY = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "seeds/README.md")
COMMANDS = {command.callback.__name__ for command in app.registered_commands}


def read(name):
    return (REPOSITORY / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files(name):
    targets = re.findall(r"\]\((?!https?://)([^)#\s]+)", read(name))

    assert [target for target in targets if not (REPOSITORY / name).parent.joinpath(target).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_named_exist(name):
    assert set(re.findall(r"`briefbook ([a-z]+)", read(name))) <= COMMANDS


def test_readme_names_every_command():
    assert {command for command in COMMANDS if f"briefbook {command}" not in read("README.md")} == set()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_make_targets_exist(name):
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))

    assert set(re.findall(r"(?:^|`)make ([a-z]+)\b", read(name), re.MULTILINE)) <= targets


def test_settings_are_shown_with_a_comment():
    shown = set(re.findall(r"^\s+#? ?([a-z_]+): .*", read("mkdocs.yml"), re.MULTILINE))

    assert set(OWN) <= shown


def test_settings_page_explains_every_setting():
    assert {name for name in OWN if f"| `{name}` |" not in read("docs/settings.md")} == set()


def test_licence_is_whole():
    licence = read("LICENSE")

    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_ci_runs_what_people_run():
    commands = [line for line in read(".ci/run").splitlines() if line.startswith("make ")]

    assert commands == ["make check", "make test", "make audit"]


def test_files_of_other_projects_carry_their_licence():
    vendor = REPOSITORY / "generator" / "briefbook" / "publish" / "vendor"

    for folder in vendor.iterdir():
        if folder.is_dir():
            assert "Permission is hereby granted" in (folder / "LICENSE").read_text(encoding="utf-8")
