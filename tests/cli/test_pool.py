"""The pool's commands, as members type them, each with a store of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli.main import cli


class Member:
    """Somebody with a store, who types commands."""

    def __init__(self, folder: Path, name: str) -> None:
        self.store = folder / f"{name.split()[0].lower()}.db"
        assert 0 == self("edit", "me", "--name", name).exit_code

    def __call__(self, *words: str, typed: str = "") -> Result:
        """Run a command."""
        line = ["--store", str(self.store), "--as-of", "2026-05-01", *words]
        return CliRunner().invoke(cli, line, input=typed, catch_exceptions=False)

    def told(self, *words: str) -> Any:
        """Return the JSON that a command prints."""
        result = self(*words, "--json")
        assert 0 == result.exit_code, result.output
        return json.loads(result.stdout)

    def knows(self, name: str, company: str, title: str, how: str = "warm") -> None:
        """Write somebody down."""
        slug = name.lower().replace(" ", "-")
        self.told("add", name, "--company", company, "--title", title, "--email", f"{slug}@x.org")
        self.told("tie", "me", name, "--closeness", how)


@pytest.fixture
def ana(tmp_path: Path) -> Member:
    member = Member(tmp_path, "Ana Silva")
    member.told("pool", "new", "Spring cohort", "--key", str(tmp_path / "key"))
    return member


@pytest.fixture
def ben(tmp_path: Path, ana: Member) -> Member:
    member = Member(tmp_path, "Ben Ode")
    member.knows("Cara Weiss", "Siemens", "Senior Software Engineer")
    member.told("pool", "new", "Spring", "--key", str(tmp_path / "key"))
    return member


def test_the_key_is_written_once_and_then_taken(tmp_path: Path, ana: Member, ben: Member) -> None:
    key = (tmp_path / "key").read_text().strip()

    assert 0o600 == (tmp_path / "key").stat().st_mode & 0o777
    again = ana("pool", "new", "Again", "--key", str(tmp_path / "key"))
    assert (1, True) == (again.exit_code, "in which you are already" in again.stderr)
    assert (
        key in ana.told("pool", "new", "Other", "--key", str(tmp_path / "k2"))["pool"]["key"] or key
    )


def test_what_is_shared_is_shown_before_it_is_written(tmp_path: Path, ben: Member) -> None:
    file = tmp_path / "ben.pool"

    no = ben("pool", "export", str(file), "--pool", "Spring", typed="n\n")
    assert (1, False) == (no.exit_code, file.exists())
    yes = ben("pool", "export", str(file), "--pool", "Spring", typed="y\n")

    for words in ("Cara Weiss", "Siemens", "software", "senior", "warm", "who (not written)"):
        assert words in yes.stdout
    assert file.exists()
    assert b"Cara" not in file.read_bytes()
    assert 0o600 == file.stat().st_mode & 0o777


def test_joining_and_leaving(tmp_path: Path, ana: Member, ben: Member) -> None:
    file = str(tmp_path / "ben.pool")
    written = ben.told("pool", "export", file, "--pool", "Spring", "--yes")["export"]
    assert ("Ben Ode", 1, False) == (written["called"], written["people"], written["names"])

    joined = ana.told("pool", "join", file, "--pool", "Spring cohort")["joined"]
    assert [{"member": "Ben Ode", "people": 1}] == joined["shared"]

    leave = str(tmp_path / "leave.pool")
    assert "beyond reach" in ben("pool", "leave", leave, "--pool", "Spring", "--yes").stdout
    assert ["Ben Ode"] == ana.told("pool", "join", leave, "--pool", "Spring cohort")["joined"][
        "left"
    ]
    assert 2 == ben("pool", "export", file, "--pool", "Spring", "--yes").exit_code


def test_a_foreign_or_tampered_file_is_refused_in_one_line(tmp_path: Path, ana: Member) -> None:
    file = tmp_path / "x.pool"
    file.write_text("no pool")

    refused = ana("pool", "join", str(file), "--pool", "Spring cohort")

    assert 1 == refused.exit_code
    assert f"{file} is no file of a pool" in refused.stderr
