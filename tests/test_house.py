"""The rules of the house that no tool checks: who writes commands, and what modules are called."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cli.main import cli

LIBRARY = Path(__file__).parents[1] / "netgraph"
MODULES = sorted(path for path in LIBRARY.rglob("*.py"))

COMMAND = re.compile(rf"\bnetgraph (?:{'|'.join(cli.list_commands(click.Context(cli)))})\b")
OPTION = re.compile(r"(?<![-\w])--[a-z][a-z-]+")


def strings(path: Path) -> Iterator[str]:
    """Yield every text of a module but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_the_library_writes_no_command_lines(path: Path) -> None:
    assert "import shlex" not in path.read_text(encoding="utf-8")
    for text in strings(path):
        assert not COMMAND.search(text)
        if path.name not in ELSEWHERE:
            assert not OPTION.search(text)


ELSEWHERE = {
    "page.py": "how to install the drawing library again, by pip",
}
"""Modules that name an option of another program."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_no_module_bears_the_name_of_something_in_it(path: Path) -> None:
    if path.parent.name == "web":
        return  # as in cli, the module of a page is called as the page is
    name = path.parent.name if path.stem == "__init__" else path.stem
    tree = ast.parse(path.read_text(encoding="utf-8"))
    defined = {n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}

    assert name not in defined
