"""The tools that `make` runs and no test does: they name what there is, and count right."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests import mutants, packages

ROOT = Path(__file__).parents[1]


def test_mutants_are_made_of_packages_that_have_tests() -> None:
    for package in mutants.PACKAGES:
        assert (ROOT / "netgraph" / package / "__init__.py").is_file()
        assert list((ROOT / "tests" / package).glob("test_*.py"))


def test_the_examples_of_a_package_are_found() -> None:
    tree = ast.parse(mutants.EXAMPLES.format(package="model"))

    assert {"examples", "test_example"} == {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef)
    }


@pytest.mark.parametrize(
    ("fates", "share"),
    [
        ({"a": "killed", "b": "survived"}, 0.5),
        ({"a": "killed", "b": "timeout", "c": "no tests", "d": "survived"}, 0.5),
        ({"a": "killed"}, 1.0),
        ({}, 0.0),
    ],
)
def test_what_lives_is_named_and_counted(
    fates: dict[str, str], share: float, capsys: pytest.CaptureFixture[str]
) -> None:
    assert share == mutants.report("model", fates)
    told = capsys.readouterr().out.splitlines()[1:]
    assert [f"  {fate}: {name}" for name, fate in fates.items() if fate not in mutants.KILLED] == (
        told
    )


def test_every_supported_python_is_tried() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    (least,) = re.findall(r'requires-python = ">=([\d.]+)"', project)

    assert least == packages.PYTHONS[0]
    assert "Python 3.11, highest" == packages.Trial("3.11", "highest").name
