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
        work = ["--company", company, *(["--title", title] if title else [])]
        self.told("add", name, *work, "--email", f"{slug}@x.org")
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


def test_what_was_left_out_stays_out_until_it_is_taken_back(tmp_path: Path, ben: Member) -> None:
    ben.knows("Dan Roe", "Acme", "Clerk", "barely")
    export = ["pool", "export", str(tmp_path / "b.pool"), "--pool", "Spring", "--yes"]

    def shared(*more: str) -> int:
        return int(ben.told(*export, *more)["export"]["people"])

    assert 1 == shared("--without", "Dan Roe", "--names")
    again = ben.told(*export)["export"]
    assert (1, True) == (again["people"], again["names"])
    assert 2 == shared("--with", "Dan Roe", "--no-names")
    assert 1 == shared("--at-least", "warm")
    assert 1 == shared()
    ben("forget", "Cara Weiss", "--yes")
    assert 0 == shared()


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


def merge(folder: Path, *members: Member) -> None:
    """Let everybody write a file and join all of them."""
    files = []
    for n, member in enumerate(members):
        (pool,) = (p["name"] for p in member.told("pool", "list")["pools"])
        files.append(str(folder / f"{n}.pool"))
        member.told("pool", "export", files[-1], "--pool", pool, "--yes")
    for member in members:
        (pool,) = (p["name"] for p in member.told("pool", "list")["pools"])
        member.told("pool", "join", *files, "--pool", pool)


def test_from_find_to_the_name(tmp_path: Path, ana: Member, ben: Member) -> None:
    merge(tmp_path, ana, ben)
    request, reply = str(tmp_path / "request"), str(tmp_path / "reply")

    told = ana.told("pool", "find", "siemens", "--pool", "Spring cohort")
    assert "Siemens" == told["target"]
    (way,) = told["found"]
    assert {"member", "strength", "chance", "reach"} <= way.keys()
    assert ("Ben Ode", 0.5, "") == (way["member"], way["strength"], way["name"])

    asked = ana.told(
        "pool", "ask", way["contact"], request, "--pool", "Spring cohort", "--why", "my thesis"
    )
    assert "Ben Ode" == asked["ask"]["to"]
    shown = ben("pool", "answer", request, "--pool", "Spring").stdout
    assert "Ana Silva asks you to introduce them to Cara Weiss" in shown
    assert "They say: my thesis" in shown
    assert 2 == ben("pool", "answer", request, "--pool", "Spring", "--yes").exit_code
    ben.told("pool", "answer", request, reply, "--pool", "Spring", "--yes")
    known = ana("pool", "join", reply, "--pool", "Spring cohort").stdout

    assert "Ben Ode will introduce you to Cara Weiss (Senior Software Engineer, Siemens)" in known
    step = known.split("Write it down: netgraph ")[1].strip()
    assert "refer 'Ben Ode' 'Cara Weiss (Siemens)' --status agreed --new" == step
    for file in (request, reply):
        assert not [w for w in (b"Cara", b"Weiss", b"thesis") if w in Path(file).read_bytes()]


def test_the_pool_leaves_alone_whom_somebody_asked(
    tmp_path: Path, ana: Member, ben: Member
) -> None:
    merge(tmp_path, ana, ben)
    (way,) = ana.told("pool", "find", "Siemens", "--pool", "Spring cohort")["found"]
    ask = ["pool", "ask", way["contact"], str(tmp_path / "r"), "--pool", "Spring cohort"]
    ana.told(*ask)

    again = ana(*ask)
    listed = ana("pool", "find", "Siemens", "--pool", "Spring cohort").stdout

    assert (1, True) == (again.exit_code, "let it rest until 2026-05-22" in again.stderr)
    assert "Not now: the pool asked them on 2026-05-01" in listed
    fair = ana.told("pool", "fairness", "--pool", "Spring cohort")
    assert (1, 1, 0.0, 1.0) == (fair["asks"], fair["people"], fair["gini"], fair["most_asked"])
    assert {"Ana Silva", "Ben Ode"} == {m["member"] for m in fair["members"]}
    assert "Gini" in ana("pool", "fairness", "--pool", "Spring cohort").stdout


def test_suggest_and_path_know_whom_members_share(tmp_path: Path, ana: Member, ben: Member) -> None:
    merge(tmp_path, ana, ben)
    ana.knows("Ben Ode", "TU Wien", "")
    ana.told("goal", "add", "software", "--company", "Siemens")

    way = ana("path", "Siemens").stdout
    told = ana("suggest").stdout
    planned = ana("plan", "1").stdout

    assert "You -> Ben Ode -> somebody in software at Siemens" in way
    assert "1. Ask Ben Ode whom they know at Siemens" in told
    assert "through Ben Ode, who shares contacts in Spring cohort" in told
    assert "Planned: ask Ben Ode." in planned
    assert "somebody" not in ana("people").stdout


def test_forgetting_says_how_the_pool_forgets_too(tmp_path: Path, ana: Member, ben: Member) -> None:
    merge(tmp_path, ana, ben)

    told = ben("forget", "Cara Weiss", "--yes")

    assert "netgraph pool export FILE --pool Spring" in told.stderr
    assert "Ben Ode shares 1 person" in ana("pool", "list").stdout


def test_a_foreign_or_tampered_file_is_refused_in_one_line(tmp_path: Path, ana: Member) -> None:
    file = tmp_path / "x.pool"
    file.write_text("no pool")

    refused = ana("pool", "join", str(file), "--pool", "Spring cohort")

    assert 1 == refused.exit_code
    assert f"{file} is no file of a pool" in refused.stderr
