"""The workflows of a new book: valid, pinned, and with the commands and folders that the book really has."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from briefbook import __version__
from briefbook.cli.app import app
from briefbook.config import load_settings
from briefbook.publish import create_book

COMMANDS = {command.callback.__name__ for command in app.registered_commands}
INSTALL = f"pip install 'briefbook~={__version__}'"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new") / "talks"
    create_book(folder)
    return folder


def loaded(book, name):
    """A workflow as data; YAML reads the key `on` as true."""
    found = yaml.safe_load((book / name).read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in found.items()}


@pytest.fixture
def github(book):
    return loaded(book, ".github/workflows/book.yml")


@pytest.fixture
def gitlab(book):
    return loaded(book, ".gitlab-ci.yml")


def steps(github):
    return [step for job in github["jobs"].values() for step in job["steps"]]


def test_actions_are_pinned_to_a_version(github):
    used = [step["uses"] for step in steps(github) if "uses" in step]

    assert len(used) >= 5
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", name)] == []
    assert "latest" not in str(github), "machines are named by version too"


def test_github_installs_this_version_and_builds(github):
    run = [step["run"] for step in steps(github) if "run" in step]

    assert run == [INSTALL, "briefbook build"]


def test_github_publishes_the_folder_that_is_built(github, book):
    settings = load_settings(book)
    uploads = {
        step["uses"].partition("@")[0]: step["with"]["path"] for step in steps(github) if "path" in step.get("with", {})
    }

    assert uploads["actions/upload-pages-artifact"] == settings.site
    assert uploads["actions/upload-artifact"] == f"{settings.dist}/*.zip"


def test_github_may_do_no_more_than_it_needs(github):
    assert github["permissions"] == {"contents": "read"}
    assert "permissions" not in github["jobs"]["build"]
    assert github["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_github_publishes_no_pull_request(github):
    assert set(github["on"]) == {"push", "pull_request", "workflow_dispatch"}
    assert github["jobs"]["publish"]["if"] == "github.event_name != 'pull_request'"
    assert github["jobs"]["publish"]["needs"] == "build"
    assert all("timeout-minutes" in job for job in github["jobs"].values())


def test_gitlab_installs_this_version_on_a_pinned_image(gitlab):
    assert gitlab["default"]["before_script"] == [INSTALL]
    assert re.fullmatch(r"python:3\.\d+-slim", gitlab["default"]["image"])


def test_gitlab_publishes_what_pages_expects(gitlab, book):
    job = gitlab["pages"]

    assert f"mv {load_settings(book).site} public" in job["script"]
    assert "public" in job["artifacts"]["paths"]
    assert job["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert gitlab["check"]["script"] == ["briefbook build"]


def test_every_command_exists(github, gitlab):
    named = re.findall(r"briefbook ([a-z]+)", f"{github} {gitlab}")

    assert named
    assert set(named) <= COMMANDS


def test_python_is_one_that_the_program_supports(github, gitlab):
    versions = {step["with"]["python-version"] for step in steps(github) if "python-version" in step.get("with", {})}
    versions.add(re.search(r"3\.\d+", gitlab["default"]["image"])[0])

    assert all(tuple(map(int, version.split("."))) >= (3, 11) for version in versions)


@pytest.mark.slow
def test_the_scripts_run_and_leave_the_site_where_it_is_fetched(book, gitlab):
    """Everything but the installation, as the runner's shell would do it."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    (book / "public").mkdir()
    (book / "public" / "old.html").write_text("of the last run", encoding="utf-8")

    for line in gitlab["pages"]["script"]:
        done = subprocess.run(
            ["sh", "-ec", line], cwd=book, env={**os.environ, "PATH": path}, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr

    assert (book / "public" / "index.html").is_file()
    assert not (book / "public" / "old.html").exists()
    assert list((book / "dist").glob("*.zip"))
