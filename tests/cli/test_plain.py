"""``--plain``: one fact a line, nothing drawn, nothing that moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.groups import LazyGroup
from cli.main import cli
from cli.plain import read_out

DRAWN = "│├└─┌┐╭╰→•"


def told(store: Path, *words: str, **environment: str) -> str:
    line = ["--store", str(store), "--as-of", "2026-05-02", *words]
    result = CliRunner(env=environment).invoke(cli, line)
    assert 0 == result.exit_code, result.output
    return result.stdout


@pytest.mark.parametrize(
    "words", ["suggest", "today", "tree", "path Watershed", "stats", "people data", "reciprocity"]
)
def test_nothing_is_drawn_or_indented(sample_store: Path, words: str) -> None:
    lines = told(sample_store, "--plain", *words.split()).splitlines()

    assert lines
    assert [] == [line for line in lines if set(line) & set(DRAWN) or line != line.strip()]
    assert [] == [line for line in lines if "  " in line or line.startswith(("- ", "$ "))]


def test_a_table_is_one_fact_a_line(sample_store: Path) -> None:
    lines = told(sample_store, "--plain", "people", "Greta", "Lindqvarn").splitlines()

    assert "name: Greta Lindqvarn" == lines[0]
    assert lines[1].startswith("title: ")


def test_the_variable_does_the_same(sample_store: Path) -> None:
    by_option = told(sample_store, "--plain", "tree")

    assert by_option == told(sample_store, "tree", NETGRAPH_PLAIN="1")
    assert " named " in by_option
    assert "├── " in told(sample_store, "tree")


def test_a_command_stays_as_it_is_to_be_copied() -> None:
    assert "Command: netgraph log talked Ana  Silva" == read_out(
        "    $ netgraph log talked Ana  Silva"
    )


def test_every_command_is_told_what_is_wanted() -> None:
    assert isinstance(cli, LazyGroup)
    assert "--plain" in {option for param in cli.params for option in param.opts}
