"""What templates may and may not do: nothing raw reaches a page."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from briefbook.pages.environment import environment, finalize
from briefbook.pages.escape import Md
from jinja2 import nodes

PACKAGE = Path(__file__).parents[2] / "generator" / "briefbook" / "pages"
TEMPLATES = sorted(environment().list_templates(extensions=["j2"]))


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_do_not_build_text_themselves(name: str) -> None:
    """Joining, adding and filters of the template engine escape for HTML only, and would pass the door by."""
    engine = environment()
    source = engine.loader.get_source(engine, name)[0]  # type: ignore[union-attr]
    forbidden = (
        nodes.Concat,
        nodes.Add,
        nodes.Mod,
        nodes.Filter,
        nodes.FilterBlock,
        nodes.MarkSafe,
        nodes.ScopedEvalContextModifier,
    )

    assert not list(engine.parse(source).find_all(forbidden))


def test_a_raw_string_in_a_template_is_escaped() -> None:
    """Even where the author of the template forgot that it is an article's."""
    made = environment().from_string("{{ words }} {{ safe }} {{ number }}")

    assert made.render(words="*a* <b>", safe=Md("**c**"), number=3) == "&#42;a&#42; &#60;b&#62; **c** 3"


@pytest.mark.parametrize("value", [None, True, 1.5, ["a"], object()])
def test_what_is_neither_text_nor_number_is_a_mistake(value: object) -> None:
    """`None` on a page is never what a reader should see."""
    with pytest.raises(TypeError, match="a template prints"):
        finalize(value)


def test_a_misspelt_name_in_a_template_is_a_mistake() -> None:
    """An empty place on a page would go unseen."""
    with pytest.raises(TypeError, match="Undefined"):
        environment().from_string("{{ wrods }}").render(words="x")


def test_only_our_own_pieces_are_declared_safe() -> None:
    """`Md(...)` around anything but our own words, or parts that are safe already, opens the door.

    Pieces are literal, or formatted from safe parts in the modules that exist for it.
    """
    allowed = {
        "escape.py", "markup.py", "notes.py", "sheet.py", "source.py", "relations.py", "paging.py", "figures.py",
    }  # fmt: skip
    for path in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Md":
                literal = isinstance(node.args[0], ast.Constant)
                assert literal or path.name in allowed or _table_of_ours(node.args[0]), f"{path.name}:{node.lineno}"


def _table_of_ours(node: ast.expr) -> bool:
    """A look-up in a table of our own words (`CHANNEL_WORDS[...]`), or the words of a number."""
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        return node.value.id.isupper()
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str"
