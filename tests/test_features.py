"""The table of features is true: commands, options and tests in it exist, reasons are given."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import click
import pytest

from cli.main import cli

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "features.md").read_text("utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|\n").split("|"))
    for line in PAGE.splitlines()
    if re.match(r"\| \d+ \|", line)
]
MADE_ELSEWHERE = {"uvx", "pipx", "make demo"}
"""How it is installed is said in the README, and tried by hand."""


def numbers() -> list[int]:
    return [int(row[0]) for row in ROWS]


def options(command: click.Command) -> set[str]:
    return {option for param in command.params for option in param.opts}


def exists(words: str) -> bool:
    """Whether a command with its options, an option of all, or a name of the library is there."""
    if words.startswith("netgraph."):
        package, _, name = words.partition(".")
        return name in import_module(package).__all__ or bool(import_module(words))
    if words.startswith("-"):
        return words in options(cli) | {"--json"}
    command: click.Command = cli
    for word in words.removeprefix("netgraph").split():
        if word.startswith("-"):
            return word in options(command)
        if not isinstance(command, click.Group):
            return False
        found = command.get_command(click.Context(command), word)
        if found is None:
            return False
        command = found
    return True


@cache
def asserting(path: str) -> frozenset[str]:
    """The tests of a file that could fail: those with an assertion in them."""
    module = ast.parse((ROOT / "tests" / path).read_text("utf-8"))
    return frozenset(
        node.name
        for node in module.body
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and any(isinstance(part, ast.Assert) for part in ast.walk(node))
    )


def test_there_is_one_row_for_each_number() -> None:
    assert list(range(1, 103)) == numbers()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_commands_and_tests_in_a_row_exist(row: tuple[str, ...]) -> None:
    _, feature, state, how, test = row

    assert feature
    assert state.split(":")[0] in ("yes", "partly", "no")
    named = re.findall(r"`([^`]+)`", how)
    assert named
    assert [] == [words for words in named if words not in MADE_ELSEWHERE and not exists(words)]
    (one,) = re.findall(r"`([^`]+)`", test)
    path, _, name = one.partition("::")
    assert name in asserting(path)


def test_what_is_not_there_has_its_reason_and_nothing_else_has() -> None:
    reasons = {int(n) for n in re.findall(r"^- \*\*(\d+), ", PAGE, re.MULTILINE)}

    assert {int(row[0]) for row in ROWS if row[2] != "yes"} == reasons


def test_the_sum_is_that_of_the_rows() -> None:
    kinds = [row[2].split(":")[0] for row in ROWS]
    said = [kinds.count(kind) for kind in ("yes", "partly", "no")]

    assert "{} of 102 *yes*, {} *partly*, {} *no*.".format(*said) in PAGE


def test_a_command_that_is_not_there_would_be_noticed() -> None:
    assert not exists("suggest --nothing")
    assert not exists("dance")
    assert exists("goal add --hypothesis")


def test_a_test_that_is_not_there_would_be_noticed() -> None:
    here = asserting("test_features.py")
    assert "test_there_is_one_row_for_each_number" in here
    assert {"test_nothing", "numbers", "asserting"}.isdisjoint(here)
