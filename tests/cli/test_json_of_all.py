"""Every command that changes or writes something says so as one JSON document, too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from cli.main import cli

ONLY_FOR_PEOPLE = {"start", "serve"}
"""They ask, or answer in a browser."""


def run(store: Path, *words: str) -> Any:
    line = ["--store", str(store), "--as-of", "2026-05-01", *words]
    result = CliRunner().invoke(cli, [*line, "--json"], catch_exceptions=False)
    assert 0 == result.exit_code, result.output
    return json.loads(result.stdout)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "network.db"
    run(path, "add", "Ana Silva", "--company", "Acme")
    run(path, "add", "Anna Silva", "--company", "Acme Inc.")
    return path


def commands() -> list[tuple[str, click.Command]]:
    context = click.Context(cli)
    names = [(name, cli.get_command(context, name)) for name in cli.list_commands(context)]
    return [(n, c) for n, c in names if c is not None and not isinstance(c, click.Group)]


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda x: str(x)[:12])
def test_every_command_has_it(name: str, command: click.Command) -> None:
    flags = {option for param in command.params for option in param.opts}

    assert name in ONLY_FOR_PEOPLE or "--json" in flags


def test_merge_undo_and_apart(store: Path) -> None:
    joined = run(store, "merge", "Ana Silva", "Anna Silva")["person"]
    assert {"id", "name"} == joined.keys()
    assert "merge" in run(store, "undo")["undone"]
    apart = run(store, "merge", "Ana Silva", "Anna Silva", "--apart")["people"]
    assert ["Ana Silva", "Anna Silva"] == sorted(person["name"] for person in apart)


def test_backup_restore_and_forget(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert {"backup": {"file": str(copy)}} == run(store, "backup", str(copy))
    kept = Path(run(store, "restore", str(copy))["restored"]["kept"])
    assert kept.exists()
    found = run(store, "forget", "Anna Silva", "--yes")["forgotten"]
    assert str(copy) in found["backups"]
    assert [] == found["missing"]


def test_export_report_and_duplicates(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    assert {"file": str(file), "pseudonymous": False} == run(store, "export", str(file))["export"]
    assert file.exists()
    assert [] == run(store, "report")["report"]["suggestions"]
    page = tmp_path / "report.html"
    assert str(page) == run(store, "report", "--html", str(page))["report"]["file"]
    assert [] == run(store, "duplicates", "--accept-likely")["joined"]
    review = CliRunner().invoke(cli, ["--store", str(store), "duplicates", "--review", "--json"])
    assert (2, "") == (review.exit_code, review.stdout)


def test_the_demo_says_where_everything_lies(tmp_path: Path) -> None:
    found = run(tmp_path / "x.db", "demo", str(tmp_path / "demo"))["demo"]

    assert all(Path(page).exists() for page in found["pages"])
    assert Path(found["store"]).exists()
