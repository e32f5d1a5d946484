"""ask, plan and skip by number, done and later, guess: from a list to what is written down."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

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


def test_a_letter_that_may_have_been_an_ask_is_asked_about_in_today(store: Path) -> None:
    [line] = [d for d in listed(store) if d["kind"] == "was it an ask?"]
    assert ("Ana Silva", "netgraph ask 'Ana Silva' --on 2026-04-20") == (
        line["person"]["name"],
        line["command"],
    )

    run(store, "later", "1", "--for-good")

    assert [] == [d for d in listed(store) if d["kind"] == "was it an ask?"]


def listed(store: Path, day: str = "2026-05-01", days: str = "7") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run(store, "today", "--json", "--days", days, day=day).stdout
    )["due"]
    return found


@pytest.fixture
def talked(store: Path) -> Path:
    for line in ("log interview Ben --on 2026-04-30", "log was-helped Cleo --on 2026-04-30"):
        assert 0 == run(store, *line.split()).exit_code
    return store


def kinds(store: Path, day: str = "2026-05-01") -> list[tuple[str, str]]:
    return [(d["kind"], d["person"]["id"]) for d in listed(store, day)]


def test_a_line_of_today_is_done_by_its_number(talked: Path) -> None:
    assert [("thank", "ben"), ("thank", "cleo")] == kinds(talked)[:2]

    said = run(talked, "done", "2", "1").stdout

    assert "Written down: thanked, Cleo Moss." in said
    assert [("reflect", "ben")] == [k for k in kinds(talked) if k[1] != "ana"]
    assert 0 == run(talked, "done", "1").exit_code
    assert [] == [k for k in kinds(talked) if k[1] != "ana"]


def test_a_line_put_off_comes_back_on_its_day(talked: Path) -> None:
    kinds(talked)

    assert "Thank Ben Ode: not before 5 May 2026." in (
        run(talked, "later", "1", "--until", "2026-05-05").stdout
    )

    assert "2026-05-05" == next(d["on"] for d in listed(talked) if d["person"]["id"] == "ben")
    assert ("thank", "ben") not in [
        (d["kind"], d["person"]["id"]) for d in listed(talked, days="0")
    ]
    assert ("thank", "ben") == kinds(talked, "2026-05-05")[0]
    run(talked, "undo")
    assert ("thank", "ben") == kinds(talked)[0]


def test_what_is_due_with_somebody_is_put_off_by_name(talked: Path) -> None:
    said = run(talked, "later", "Ben Ode", "--kind", "thank", "--until", "2026-05-05").stdout

    assert "Thank Ben Ode: not before 5 May 2026." in said
    assert ("thank", "cleo") == kinds(talked)[0]
    assert "is due with Ben Ode" in run(talked, "later", "Ben Ode", "--kind", "pay").output
    assert "goes with a name" in run(talked, "later", "1", "--kind", "thank").output


def test_what_is_let_go_stays_away(talked: Path) -> None:
    kinds(talked)

    assert "Thank Ben Ode: let go." in run(talked, "later", "1", "--for-good").stdout

    assert ("thank", "ben") not in kinds(talked, "2026-05-08")


def test_numbers_of_today_that_mean_nothing_are_refused(talked: Path) -> None:
    assert "no list was printed yet" in run(talked, "done", "1").output
    kinds(talked)
    assert "no number '9'" in run(talked, "done", "9").output
    assert "too old" in run(talked, "later", "1", day="2026-05-09").output
    assert "not to come" in run(talked, "later", "1", "--until", "2026-05-01").output
    run(talked, "done", "1")
    assert "settled already" in run(talked, "done", "1").output


def test_a_letter_has_to_be_said_to_be_an_ask(store: Path) -> None:
    listed(store)
    assert "say which" in run(store, "done", "1").output


def test_people_are_skipped_by_number_until_a_day_or_for_good(store: Path) -> None:
    one, two, three = names(store)

    assert f"{one}: not before 8 May 2026." in run(store, "skip", "1", "--until", "friday").stdout
    assert f"{two}: not asked any more." in run(store, "skip", "2").stdout

    assert [three] == names(store)
    assert {one, three} == {
        s["person"]["name"]
        for s in json.loads(run(store, "suggest", "--json", day="2026-05-08").stdout)["suggestions"]
    }


def test_plan_stays_through_the_week_and_in_the_calendar(store: Path, tmp_path: Path) -> None:
    one, *_ = names(store)
    run(store, "plan", "1")
    path = tmp_path / "due.ics"

    for day in ("2026-05-02", "2026-05-07"):
        run(store, "today", "--ics", str(path), day=day)
        assert f"SUMMARY:Ask: {one}" in path.read_text("utf-8")

    run(store, "ask", one, day="2026-05-08")
    assert [] == [d for d in listed(store, "2026-05-08") if d["kind"] == "ask"]


def test_a_line_that_says_to_report_back_is_no_ask(talked: Path) -> None:
    told = json.loads(run(talked, "suggest", "--json", day="2026-06-15").stdout)["suggestions"]
    number = 1 + [s["kind"] for s in told].index("report back")

    refused = run(talked, "ask", str(number), day="2026-06-15")

    assert "tell them what came of it" in refused.output
    assert "netgraph log reported 'Ben Ode'" in refused.output
    assert "netgraph log reported 'Ben Ode'" == told[number - 1]["command"]


def test_of_several_with_one_name_the_one_who_was_asked_or_helped_is_meant(store: Path) -> None:
    assert 0 == run(store, "add", "Ana Lund", "--company", "Delta").exit_code
    assert 2 == run(store, "ask", "Ana").exit_code
    run(store, "ask", "Ana Silva")

    assert "Ana Silva" in run(store, "ask", "Ana", "--outcome", "agreed").stdout
    assert "Ana Silva" in run(store, "log", "talked", "Ana").stdout
    assert "thanked, Ana Silva" in run(store, "log", "thanked", "Ana").stdout
    assert 2 == run(store, "log", "helped", "Ana").exit_code


def test_reciprocity_begins_with_those_with_whom_most_was_exchanged(talked: Path) -> None:
    rows = run(talked, "reciprocity", "-n", "1").stdout.splitlines()

    assert rows[1].startswith("Ben Ode")  # who gave a talk; Cleo did a favour
    assert "and 1 more: netgraph reciprocity" in rows
