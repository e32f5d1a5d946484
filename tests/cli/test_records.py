"""What is written down is kept as it was meant, and nothing that was stored stops a command."""

from __future__ import annotations

import json
import shlex
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli

Run = Callable[..., Result]
FORM_1 = Path(__file__).parent.parent / "data" / "stores" / "form_1.sql"
HEADER = "date,kind,person,by,to,target,status,value,note\n"
REPORTING = ("suggest", "show 'Ana Silva'", "ask 'Ana Silva'", "today", "people", "stats")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run_line(line: str, *, as_of: str = "2026-05-01", code: int = 0) -> Result:
        args = ["--store", str(tmp_path / "network.db"), "--as-of", as_of, *shlex.split(line)]
        result = CliRunner().invoke(cli, args)
        assert code == result.exit_code, result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run_line


def test_a_limit_that_cannot_be_read_is_left_out_with_line_and_reason(
    run: Run, tmp_path: Path
) -> None:
    journal = tmp_path / "lim.csv"
    journal.write_text(
        HEADER
        + "2026-05-01,limit,Ana Silva,,,,,,not before 2026-02-31\n"
        + "2026-05-01,met,Ana Silva,,,,,,\n"
    )
    report = json.loads(run(f"import {journal} --json").stdout)

    assert [{"line": 2, "reason": "not before '2026-02-31': write a day such as 2026-06-01"}] == [
        {"line": skip["line"], "reason": skip["reason"]} for skip in report["files"][0]["skipped"]
    ]
    run("goal add engineer")
    for line in REPORTING:
        run(line)
    assert "Everything is in order." in run("check").stdout


@pytest.mark.parametrize("line", [*REPORTING, "report --html r.html", "export all.json", "tree"])
def test_a_store_that_holds_such_a_limit_works(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    connection = sqlite3.connect(tmp_path / "network.db")
    connection.executescript(FORM_1.read_text())
    connection.close()

    run(line)

    problems = run("check", code=1).stdout
    assert "what you noted of Ana Silva cannot be read: not_before: 2026-02-31" in problems


def test_both_yeses_stay_when_somebody_turns_out_to_be_one(run: Run) -> None:
    run("add 'Ben Ode'")
    run("add 'Benjamin Ode' --url https://www.linkedin.com/in/ben-ode")
    run("add 'Ana Silva'")
    run("refer me 'Ben Ode' --to Ana --status agreed --by 'Ben Ode'")
    run("refer me 'Ben Ode' --to Ana --status agreed --by Ana")
    assert "introduce" in run("today").stdout.lower()

    run("merge 'Ben Ode' 'Benjamin Ode'")

    assert "introduce" in run("today").stdout.lower()
    done = run("refer me Ode --to Ana --status introduced")
    assert "ask both first" not in done.output


def test_a_note_beside_whose_yes_it_is_is_kept(run: Run) -> None:
    run("add Ana")
    run("add Ben")

    written = run("refer me Ben --to Ana --status agreed --by Ben --note 'only after June' --json")
    [step] = json.loads(written.stdout)["referral"]["steps"]

    people = {p["name"]: p["id"] for p in json.loads(run("people --json").stdout)["people"]}
    assert ("only after June", people["Ben"]) == (step["note"], step["by"])
