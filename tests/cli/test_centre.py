"""The adviser's commands, on the exports of three students."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli.main import cli
from tests.sources.exports import CONNECTIONS, folder, table

BERT = ("Bert", "Boss", "https://www.linkedin.com/in/bert", "", "Acme", "CEO", "01 Mar 2024")
XIA = ("Xia", "Li", "https://www.linkedin.com/in/xia", "", "Siemens", "Clerk", "01 Mar 2024")


def run(store: Path, *words: str) -> Result:
    line = ["--store", str(store), "--as-of", "2026-05-01", *words]
    return CliRunner().invoke(cli, line, catch_exceptions=False)


def told(store: Path, *words: str) -> Any:
    result = run(store, *words, "--json")
    assert 0 == result.exit_code, result.output
    return json.loads(result.stdout)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "centre.db"
    for owner, rows in (("Ana Silva", [BERT]), ("Ben Ode", [BERT, XIA])):
        files = {"Connections.csv": table(CONNECTIONS, *rows)}
        told(path, "import", str(folder(tmp_path, owner, files)), "--owner", owner)
    return path


def test_the_whole_of_it(store: Path) -> None:
    assert [1, 2] == [s["knows"] for s in told(store, "centre", "students")["students"]]
    (way,) = told(store, "centre", "path", "Ana Silva", "Siemens")["paths"]
    assert ["Ana Silva", "Bert Boss", "Ben Ode", "Xia Li"] == way["people"]
    assert ["Acme", "Siemens"] == [
        one["employer"] for one in told(store, "centre", "coverage")["coverage"]
    ]
    first, *_ = told(store, "centre", "brokers")["brokers"]
    assert ("Bert Boss", 1) == (first["name"], first["pairs"])
    told(store, "goal", "add", "work", "--company", "Google")
    assert ["Google"] == told(store, "centre", "gaps")["nobody"]


def test_it_is_said_in_words(store: Path) -> None:
    told(store, "goal", "add", "work", "--company", "Google")

    assert "Ana Silva knows 1" in run(store, "centre", "students").stdout
    path = run(store, "centre", "path", "Ana Silva", "Siemens").stdout
    assert "Ana Silva -> Bert Boss -> Ben Ode -> Xia Li (Clerk): a long shot" in path
    covered = run(store, "centre", "coverage").stdout
    assert "2 employers, of which 1 hang on one student alone." in covered
    assert "Acme: 1 person, known to Ana Silva, Ben Ode" in covered
    assert "Google: nobody knows anybody there" in run(store, "centre", "gaps").stdout
    assert "Bert Boss" in run(store, "centre", "brokers").stdout


def test_without_exports_it_says_how_to_begin(tmp_path: Path) -> None:
    result = run(tmp_path / "x.db", "centre", "coverage")

    assert 1 == result.exit_code
    assert "netgraph import FILE --owner NAME" in result.stderr
