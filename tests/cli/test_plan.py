"""plan, ask by number, guess: from a list to what is written down."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli
from netgraph.model.records import (
    EGO,
    YOU,
    Event,
    EventKind,
    Goal,
    Organisation,
    Person,
    Source,
    Tie,
)
from netgraph.store import Store


def run(store: Path, *words: str, day: str = "2026-05-01") -> Result:
    return CliRunner().invoke(cli, ["--store", str(store), "--as-of", day, *words])


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "network.db"
    people = [
        Person("ana", "Ana Silva", YOU, company="Acme"),
        Person("ben", "Ben Ode", YOU, company="Blue River"),
        Person("cleo", "Cleo Moss", YOU, title="Cook"),
    ]
    letters = [
        Event("1", EventKind.EMAIL, date(2026, 4, 20), EGO, "ana", source="mail"),
        Event("2", EventKind.EMAIL, date(2026, 4, 22), "ana", EGO, source="mail"),
    ]
    with Store.open(path) as opened, opened.change("x", at=datetime(2026, 4, 1, tzinfo=UTC)) as to:
        to.put([*people, *letters, Source("mail", "mailbox")])
        to.put([Organisation("o1", "Acme", spellings=("Acme",))])
        to.put([Tie(f"t{p.id}", EGO, p.id, closeness="warm") for p in people])
        to.put([Goal("g1", "cook", companies=("Acme",))])
    return path


def names(store: Path) -> list[str]:
    told = json.loads(run(store, "suggest", "--json").stdout)
    return [s["person"]["name"] for s in told["suggestions"]]


def test_a_number_means_a_line_of_the_list_printed_last(store: Path) -> None:
    first, *_ = names(store)

    said = run(store, "ask", "1", day="2026-05-08")

    assert 0 == said.exit_code, said.output
    assert f"Written down: asked, {first}" in said.stdout


def test_an_old_list_and_a_number_it_has_not_are_refused(store: Path) -> None:
    names(store)

    assert "too old" in run(store, "ask", "1", day="2026-05-09").output
    assert "no number 9" in run(store, "ask", "9").output
    assert 1 == run(store, "plan", "9").exit_code


def test_no_list_is_said_to_be_none(store: Path) -> None:
    assert "no list was printed yet" in run(store, "ask", "1").output


def test_planned_asks_stay_in_today_and_leave_the_list(store: Path) -> None:
    one, two, three = names(store)

    said = run(store, "plan", "1", "3")

    assert f"Planned: ask {one}." in said.stdout
    assert [two] == names(store)
    due = json.loads(run(store, "today", "--json").stdout)["due"]
    assert {one, three} == {d["person"]["name"] for d in due if d["kind"] == "ask"}
    assert 0 == run(store, "undo").exit_code
    assert [one, two, three] == names(store)


def test_the_list_goes_with_whoever_is_forgotten(store: Path) -> None:
    names(store)
    assert store.with_name("network.db.list").stat().st_mode & 0o077 == 0

    run(store, "forget", "Cleo Moss", "--yes")

    assert not store.with_name("network.db.list").exists()


def test_a_letter_that_may_have_been_an_ask_is_offered_until_it_is_written_down(
    store: Path,
) -> None:
    said = run(store, "guess").stdout
    assert "You wrote to Ana Silva on 20 April, and they answered on 22 April" in said
    assert "netgraph ask 'Ana Silva' --on 2026-04-20" in said

    run(store, "ask", "Ana Silva", "--on", "2026-04-20")

    assert "No letter looks like an ask" in run(store, "guess").stdout
