"""Who people are to me: told, shown, exported, brought back, undone, forgotten."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run_line(
        line: str, *, code: int = 0, store: str = "n.db", on: str = "2026-05-01"
    ) -> Result:
        args = ["--store", str(tmp_path / store), "--as-of", on, *shlex.split(line)]
        result = CliRunner().invoke(cli, args)
        assert code == result.exit_code, result.output
        return result

    return run_line


@pytest.fixture
def some(run: Run) -> Run:
    for name in ("'Ana Silva (Acme)'", "'Ben Ode (Acme)'", "'Cleo Park (Hilltop)'"):
        run(f"add {name}")
    return run


def test_what_somebody_is_to_me_is_said_shown_and_undone(some: Run) -> None:
    assert "Ana Silva: manager of you." in some("tie Ana me --as manager").stdout
    some("edit Ana --as 'studied with'")
    some("tie Ana Ben --as coach --inverse 'coached by'")

    assert ["manager of", "studied with", "coach"] == [
        r["role"] for r in json.loads(some("show Ana --json").stdout)["person"]["relations"]
    ]
    assert "  coached by Ana Silva" in some("show Ben").stdout
    some("undo")
    assert "coach" not in some("show Ben").stdout
    some("tie me Ana --as 'reports to' --not", on="2026-05-02")
    assert "manager" not in some("show Ana", on="2026-05-02").stdout
    assert "  manager of you" in some("show Ana").stdout


def test_a_new_role_without_its_inverse_says_what_to_add(some: Run) -> None:
    assert "'coach / coached by'" in some("tie Ana me --as coach", code=1).stderr
    assert "coach you" in some("tie Ana me --as 'coach / coached by'").stdout


def test_all_who_are_found_are_labelled_at_once_and_undone_at_once(some: Run) -> None:
    shown = some("edit --search acme --tag 'ask in June' --closeness warm", code=2).stderr
    assert "2 people: Ana Silva, Ben Ode" in shown
    assert "--yes" in shown
    assert "nobody has the label" in some("people --tag 'ask in June'", code=2).stderr

    assert "Put right: 2 people." in some("edit --search acme --tag 'ask in June' --yes").stdout
    some("edit --tagged 'ask in june' --untag 'ask in June' --tag rowing --yes")
    rows = json.loads(some("people --tag ROWING --json").stdout)["people"]
    assert [("Ana Silva", ["rowing"]), ("Ben Ode", ["rowing"])] == [
        (r["name"], r["tags"]) for r in rows
    ]
    some("undo")
    assert "ask in June" in some("show Ana").stdout


def test_a_name_is_not_for_several(some: Run) -> None:
    assert "one person" in some("edit --search acme --name X --yes", code=2).stderr
    assert "leave one of both out" in some("edit Ana --search acme --tag x --yes", code=2).stderr
    assert "nobody is found" in some("edit --search zzz --tag x --yes", code=2).stderr


@pytest.mark.parametrize("end", ["json", "vcf", "csv"])
def test_labels_and_relations_come_back_from_a_file(some: Run, tmp_path: Path, end: str) -> None:
    some("edit Ana --as manager --tag rowing")
    some("tie Ana me --as coach --inverse 'coached by'")
    some("tie Ana Ben --as 'guide; \"or\" so' --inverse 'led: by'")
    some(f"export {tmp_path}/out.{end}")
    some(f"import {tmp_path}/out.{end}", store="new.db")

    person = json.loads(some("show Ana --json", store="new.db").stdout)["person"]

    assert ["rowing"] == person["tags"]
    assert ["coach", "manager of"] == sorted(
        r["role"] for r in person["relations"] if r["name"] == "you"
    )
    between = [r["role"] for r in person["relations"] if r["name"] == "Ben Ode"]
    assert ([] if end == "csv" else ['guide; "or" so']) == between


def test_who_is_forgotten_is_nothing_to_anybody(some: Run, tmp_path: Path) -> None:
    some("tie Ana Ben --as mentor")
    some("forget Ana --yes")

    assert [] == json.loads(some("show Ben --json").stdout)["person"]["relations"]
    some(f"export {tmp_path}/all.json")
    assert "mentor" not in (tmp_path / "all.json").read_text()


def test_who_may_know_somebody_at_an_employer_is_said_denied_and_forgotten(
    some: Run, tmp_path: Path
) -> None:
    said = some("tie Ana --knows-at Watershed").stdout
    assert "Ana Silva may know somebody at Watershed, by your word." in said
    assert "may know at: Watershed" in some("show Ana").stdout
    some(f"export {tmp_path}/a.json")
    some(f"import {tmp_path}/a.json", store="new.db")
    assert "may know at: Watershed" in some("show Ana", store="new.db").stdout

    some("tie Ana --knows-at 'watershed, inc.' --not")
    assert "knows nobody at: " in some("show Ana").stdout
    assert "may know at" not in some("show Ana").stdout
    some("undo")
    assert "may know at: Watershed" in some("show Ana").stdout
    some("forget Ana --yes")
    some(f"export {tmp_path}/all.json")
    assert "Watershed" not in (tmp_path / "all.json").read_text()


def test_an_employer_is_said_of_one_person_alone(some: Run) -> None:
    for more in ("Ben", "--closeness close", "--as mentor"):
        assert "of one person" in some(f"tie Ana {more} --knows-at Acme", code=2).stderr
    assert "--interview asks you" in some("tie --interview --knows-at Acme", code=2).stderr
    assert "name the employer" in some("tie Ana --knows-at ' '", code=1).stderr
