"""The commands that write down and look back: log, ask, refer, tree, show, edit, today, ..."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from cli.main import cli
from netgraph.store import Store
from tests.story import DAYS, story

Run = Callable[..., Result]
MAY_6 = "2026-05-06"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a command line on a store of its own, as of 6 May 2026."""

    def run_line(line: str, *, as_of: str = MAY_6, code: int = 0) -> Result:
        args = ["--store", str(tmp_path / "network.db"), "--as-of", as_of, *shlex.split(line)]
        result = CliRunner().invoke(cli, args, input="a note\n" * 5 + "y\n" * 20)
        assert code == result.exit_code, result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run_line


def tell(path: Path, until: date) -> None:
    """Put the story up to a day into a store."""
    book = story(until=until)
    with (
        Store.open(path / "network.db") as store,
        store.change("the story", at=datetime(2026, 5, 4, tzinfo=UTC)) as change,
    ):
        change.put([*book.people.values(), *book.events, *book.asks, *book.referrals])
        change.put([*book.statements, *book.goals])


@pytest.fixture
def told(run: Run, tmp_path: Path) -> Run:
    """Return the same on a store that holds the story."""
    tell(tmp_path, DAYS[4])
    return run


def answer(result: Result) -> Any:
    return json.loads(result.stdout)


def test_somebody_new_is_written_down_only_on_demand(run: Run) -> None:
    refused = run("log talked 'Ana Silva (Acme)'", code=2)
    assert "add --new" in refused.stderr

    run("log talked 'Ana Silva (Acme)' --new")

    [person] = answer(run("people --json"))["people"]
    assert ("Ana Silva", "Acme") == (person["name"], person["company"])


def test_an_event_has_its_day_in_words(run: Run) -> None:
    result = run("log helped ana 'read her letter' --on 'last friday' --new --json")

    event = answer(result)["event"]
    assert ("2026-05-01", "helped", "me") == (event["day"], event["kind"], event["giver"])
    assert "read her letter" == event["note"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("log talked ana --on tomorrow", "still to come"),
        ("log talked ana --on 01/02/2026", "more than one day"),
        ("log hugged ana", "'hugged' is not one of"),
        ("ask ana --outcome maybe", "'maybe' is not one of"),
        ("refer ana ben --status maybe", "'maybe' is not one of"),
        ("edit ana --on yesterday", "say what to change"),
        ("edit event e1 --title x", "--title is not for an event"),
        ("edit ana silva --title x", "one person at a time"),
        ("edit event e1 --note x", "there is no event 'e1'"),
        ("show nobody", "nobody is called 'nobody'"),
    ],
)
def test_what_cannot_be_meant_is_one_clear_line(run: Run, line: str, words: str) -> None:
    run("log met ana --new")

    assert words in run(line, code=2).stderr


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("edit ana", "say what to change"),
        ("refer me ana", "three different people"),
        ("log helped ana --value -1", "0 talks or more"),
        ("today --country Atlantis", "two letters"),
        ("today --ics /no/such/folder/due.ics", "cannot write /no/such/folder/due.ics"),
    ],
)
def test_a_request_that_cannot_be_done_says_what_to_do(run: Run, line: str, words: str) -> None:
    run("log met ana --new")
    run("ask ana")

    assert words in run(line, code=1).stderr


def test_a_command_that_is_told_names_people_and_no_ids(run: Run) -> None:
    run("log met 'Maya Lund' --new")
    run("refer maya 'Tom Reed (Siemens)' --new")

    asked = run("ask tom --via maya")
    assert "A letter for it: netgraph draft via 'Tom Reed' --via 'Maya Lund'" in asked.stdout


def test_a_talk_settles_what_led_to_it(run: Run) -> None:
    run("log met maya --new")
    run("refer maya 'Tom Reed (Siemens)' --new")
    run("ask tom --via maya --on 2026-05-06")
    result = run("log interview tom 'about sensors'")

    assert "it is done" in result.output
    assert "it is met" in result.output
    [person] = [p for p in answer(run("people --json"))["people"] if p["name"] == "Tom Reed"]
    assert not person["lead"]


def test_whom_one_asks_again_too_soon_is_said(run: Run) -> None:
    run("ask ana --new --on 2026-05-01")
    run("ask ana --outcome declined --on 2026-05-02")

    assert "they could not help on 2026-05-02: let it rest" in run("ask ana").stderr


def test_two_people_at_one_employer_are_not_asked_at_once(run: Run) -> None:
    run("ask 'Ana Silva (Acme)' --new --on yesterday")

    hint = run("ask 'Ben Ode (Acme)' --new").stderr

    assert "you asked Ana Silva, who is at Acme too, on 2026-05-05" in hint


def test_what_an_ask_is_for_is_an_employer_before_a_person(run: Run) -> None:
    run("log met 'Delta Jones' --new")
    run("log met 'Ben Ode (Delta)' --new")

    assert "Delta" == answer(run("ask ben --for Delta --json"))["ask"]["target"]
    assert answer(run("ask ben --for jones --json"))["ask"]["target"].startswith("p")
    assert "climate tech" == answer(run("ask ben --for 'climate tech' --json"))["ask"]["target"]


def test_an_introduction_before_both_agreed_is_made_with_a_hint(run: Run) -> None:
    run("log met ana --new")
    run("log met ben --new")
    run("refer me ben --to ana")
    run("refer me ben --to ana --status agreed --by ana")
    early = run("refer me ben --to ana --status introduced")
    assert "ask both first" in early.stderr

    run("refer me ana --to ben --status agreed --by ana")
    run("refer me ana --to ben --status agreed --by ben")
    assert "" == run("refer me ana --to ben --status introduced").stderr


def test_a_wrong_event_is_put_right_and_can_be_taken_out(run: Run) -> None:
    event = answer(run("log helped ana --new --json"))["event"]["id"]

    run(f"edit event {event} --kind was-helped --on yesterday")
    [row] = answer(run("show ana --json"))["events"]
    assert ("2026-05-05", "ana", "helped") == (row["day"], row["by"], row["what"])

    run(f"edit event {event} --remove")
    assert [] == answer(run("show ana --json"))["events"]

    run("undo")
    assert 1 == len(answer(run("show ana --json"))["events"])


def test_a_days_imported_messages_are_put_right_together(run: Run, tmp_path: Path) -> None:
    me, ana = "me@example.org", "Ana Silva <ana@example.org>"
    days = ["Mon, 4 May 2026 10:00", "Mon, 4 May 2026 11:00", "Tue, 5 May 2026 10:00"]
    first_line = "From x Mon May  4 10:00:00 2026\n"
    head = first_line + "From: {}\nTo: {}\nDate: {}:00 +0000\nMessage-ID: <{}>\n\n\n"
    box = tmp_path / "box.mbox"
    box.write_text("".join(head.format(me, ana, day, n) for n, day in enumerate(days)))
    run(f"edit me --email {me}")
    run(f"import {box}")

    first, second = answer(run("show ana --json"))["events"]
    assert [("2026-05-04", 2), ("2026-05-05", 1)] == [
        (e["day"], e["count"]) for e in (first, second)
    ]

    run(f"edit event {first['id']} --note 'the offer'")
    rows = answer(run("show ana --json"))["events"]
    assert [1, 1, 1] == [row["count"] for row in rows]
    assert ["the offer", "the offer", ""] == [row["note"] for row in rows]

    run(f"edit event {second['id']} --remove")
    assert ["2026-05-04"] * 2 == [row["day"] for row in answer(run("show ana --json"))["events"]]


def test_what_is_said_of_a_person_holds(run: Run) -> None:
    run("log met ana --new")
    run("edit ana --company Acme --title Lead --email a@example.org --not-before june")
    run("edit ana --closeness close --keep-in-touch 30 --needs 'a logo' --never-ask --hub")

    page = answer(run("show ana --json"))

    assert ("Acme", "Lead", ["a@example.org"]) == tuple(
        page["person"][k] for k in ("company", "title", "emails")
    )
    assert {
        "not_before": "2026-06-01",
        "keep_in_touch": "30",
        "needs": "a logo",
        "never_ask": "yes",
    } == page["person"]["notes"]
    assert (None, "you noted not to ask them") == (page["open"]["ready_on"], page["open"]["why"])
    run("edit ana --may-ask")
    assert "2026-06-01" == answer(run("show ana --json"))["open"]["ready_on"]


def test_the_tree_is_text_and_json(told: Run) -> None:
    text = told("tree", as_of="2026-05-04").output

    assert "Maya Chen  (3 names from here, 3 talks)\n└── Tom Reed  (met 2025-05-22" in text
    assert "Came to an end: Cleo Park (not this time)" in text
    assert "Left out of the tree: Dora Lind named Maya Chen" in text
    document = answer(told("tree --json", as_of="2026-05-04"))
    assert ["Maya Chen", "Ben Ode"] == [root["name"] for root in document["roots"]]
    assert {"generation", "people", "met", "branching"} <= document["generations"][0].keys()
    assert [0.5, 1.0, 1.0, 0.0] == [g["branching"] for g in document["generations"]]
    assert ["Cleo Park"] == [lead["name"] for lead in document["leads"]]


def test_an_empty_store_is_met_with_what_to_do(run: Run) -> None:
    assert "netgraph refer" in run("tree").output
    assert "netgraph start" in run("reciprocity").output
    assert "netgraph start" in run("today").output
    assert "netgraph start" in run("stats").output
    assert {
        "funnel",
        "ego",
        "lineage",
        "gaps",
        "calibration",
        "network",
        "opportunities",
    } == answer(run("stats --json")).keys()


def test_reciprocity_has_the_keys_of_the_contract(told: Run) -> None:
    found = answer(told("reciprocity --json", as_of="2026-05-04"))

    assert {"reciprocity", "rho"} <= found["network"].keys()
    keys = {"id", "name", "given", "taken", "balance", "load", "state", "ideas"}
    assert all(keys <= row.keys() for row in found["people"])
    assert ["Maya Chen"] == [
        r["name"] for r in answer(told("reciprocity maya --json", as_of="2026-05-04"))["people"]
    ]


def test_today_shows_what_a_day_can_hold(told: Run) -> None:
    text = told("today --country DE", as_of="2026-05-04").output

    assert 7 == text.count("$ netgraph ")
    assert "That is enough for a day; 3 more with -n 10." in text
    assert 10 == len(answer(told("today --country DE --json", as_of="2026-05-04"))["due"])
    assert 2 == len(answer(told("today -n 2 --json", as_of="2026-05-04"))["due"])


def test_today_writes_a_calendar(told: Run, tmp_path: Path) -> None:
    path = tmp_path / "due.ics"

    told(f"today --country DE --todo --ics {path}", as_of="2026-05-04")

    assert 10 == len(Calendar.from_ical(path.read_bytes()).walk("VTODO"))
    assert 0o600 == path.stat().st_mode & 0o777


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_command_of_today_settles_its_line(run: Run, tmp_path: Path, day: date) -> None:
    def listed() -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = answer(
            run("today --country DE --json", as_of=day.isoformat())
        )["due"]
        return found

    tell(tmp_path, day)
    seen = set()
    while waiting := [d for d in listed() if d["command"] not in seen]:
        item = waiting[0]
        seen.add(item["command"])
        run(item["command"].removeprefix("netgraph "), as_of=day.isoformat())
        left = [(d["kind"], d["person"]["id"], d["why"]) for d in listed()]
        assert (item["kind"], item["person"]["id"], item["why"]) not in left


@pytest.mark.parametrize(
    "line",
    ["today", "reciprocity", "stats", "tree", *(f"show {w}" for w in ("maya", "fay", "lou"))],
)
def test_nothing_shames_and_nothing_ranks(told: Run, line: str) -> None:
    text = told(line, as_of="2026-05-04").output.lower()

    for word in ("overdue", "owe", "debt", "fail", "worth", "best", "worst", "rank", "rejected"):
        assert word not in text.replace("worth introducing", "")


def test_what_a_favour_is_worth_is_the_user_s_to_say(run: Run) -> None:
    assert 3.0 == answer(run("favours --json"))["favours"]["introduction"]

    run("favours introduction 4.5")
    assert 4.5 == answer(run("favours --json"))["favours"]["introduction"]

    run("favours introduction ''")
    assert 3.0 == answer(run("favours --json"))["favours"]["introduction"]
    assert "no favour called 'introductoin'" in run("favours introductoin 4", code=1).stderr
