"""A number for a day sees only what is dated by then: later facts change nothing that was said."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import cli
from netgraph.model.records import Ledger
from netgraph.store import Store
from tests.story import story

THEN, LATER = date(2026, 5, 4), "2026-06-10"
HEADER = "date,kind,person,by,to,target,status,value,note\n"
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Later,https://www.linkedin.com/in/ada-later,,Windrow,Chemist,09 Jun 2026
"""
COMMANDS = (
    "suggest", "people", "show Ana", "show Ben", "reciprocity", "stats", "today", "tree",
    "goal list --all", "path Ben", "favours",
)  # fmt: skip
FACTS = (
    "edit Ana --title Director",
    "edit Ana --company Windrow",
    "edit Ana --place Lyon",
    "edit Ana --closeness close",
    "edit Ana --never-ask",
    "edit Ana --not-before 2027-01-01",
    "edit Ana --needs 'a photographer'",
    "edit Ben --hub",
    "edit Ben --keep-in-touch 5",
    "edit me --country DE",
    "tie Ana Ben --closeness close",
    "tie me Ben --not",
    "add 'Zoe Later' --company Windrow --closeness warm",
    "refer Ana 'Yan Later (Windrow)' --new",
    "refer me Ben --to Ana --status agreed --by Ana",
    "goal add 'chemist at Windrow' --company Windrow",
    "goal edit g1 --text 'teacher in Lyon'",
    "goal done g1",
    "ask Ben --for Windrow",
    "ask Tom --outcome declined",
    "log talked Ana --note hello",
    "log met 'Xi Later' --new",
    "log promised Ben --by 2026-06-20",
    "log thanked Maya",
    "favours introduction 9",
    "import journal.csv",
    "import Connections.csv",
)
Run = Callable[[str, str], str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command line on the story of a year, as of a day."""
    monkeypatch.chdir(tmp_path)
    Path("journal.csv").write_text(
        HEADER
        + f"{LATER},limit,Ana,,,,,,never ask\n"
        + f"{LATER},met,Wim Later (Windrow),,,,,,\n"
        + f"{LATER},tie,Ana,,Ben,,,close,\n"
    )
    Path("Connections.csv").write_text(CONNECTIONS)
    book = story(until=THEN)
    with (
        Store.open(tmp_path / "n.db") as store,
        store.change("the story", at=datetime(2026, 5, 4, tzinfo=UTC)) as change,
    ):
        change.put([*book.people.values(), *book.events, *book.asks, *book.referrals])
        change.put([*book.goals, *book.ties, *book.statements])

    def run_line(line: str, as_of: str) -> str:
        args = ["--store", str(tmp_path / "n.db"), "--as-of", as_of, *shlex.split(line)]
        result = CliRunner().invoke(cli, args)
        assert 0 == result.exit_code, f"{line}: {result.output}"
        return result.stdout

    run_line("goal add 'nurse in Lyon' --company Harbour", "2026-05-01")
    run_line("tie Ana Ben --closeness warm", "2026-05-01")
    run_line("edit Ana --title Engineer", "2026-05-01")
    return run_line


def then(tmp_path: Path) -> Ledger:
    with Store.open(tmp_path / "n.db") as store:
        ledger = store.ledger(as_of=THEN)
    # firms and files are names, which have no day
    return replace(ledger, organisations={}, spelling={}, sources=())


@pytest.mark.parametrize("fact", FACTS)
def test_a_later_fact_leaves_the_ledger_of_a_day_as_it_was(
    run: Run, tmp_path: Path, fact: str
) -> None:
    before = then(tmp_path)

    run(fact, LATER)

    assert before == then(tmp_path)


def test_all_of_them_change_nothing_that_was_said_and_much_that_is(run: Run) -> None:
    lines = [f"{line} --json" for line in COMMANDS]
    before = {line: run(line, str(THEN)) for line in lines}
    for fact in FACTS:
        run(fact, LATER)

    assert before == {line: run(line, str(THEN)) for line in lines}
    assert not [line for line in lines if run(line, LATER) == before[line]]


def test_what_is_said_of_a_day_before_with_on_counts_from_then(run: Run) -> None:
    run("edit Ana --title Director --on 2026-05-02", LATER)
    run("add 'Zoe Later' --on 2026-05-03", LATER)

    assert '"title": "Director"' in run("show Ana --json", "2026-05-02")
    assert '"title": "Engineer"' in run("show Ana --json", "2026-05-01")
    assert "Zoe Later" in run("people --json", "2026-05-03")
    assert "Zoe Later" not in run("people --json", "2026-05-02")


def test_who_is_one_person_holds_for_every_day(run: Run) -> None:
    run("edit Ana --name 'Ana Maria Silva' --email ana@new.example", LATER)
    shown = run("show 'Ana Maria' --json", str(THEN))

    assert "ana@new.example" in shown
