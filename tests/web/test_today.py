"""The first page: whom to ask, what is due, and what can be done with either."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from cli.main import cli
from netgraph.store import Store
from tests.pools.test_advice import SENTENCE, of_a_member
from tests.web.user import User, ledger_of


def test_an_empty_store_welcomes_with_three_steps(user: User) -> None:
    shown = user.get("/").text

    assert "Bring your people in" in shown
    assert "Say what you look for" in shown


def test_the_first_page_says_whom_to_ask_and_why(stocked: User) -> None:
    shown = stocked.get("/").text

    assert "Whom to ask next" in shown
    assert "Ana Silva" in shown
    assert "Data Scientist at Acme" in shown
    assert "/people/ana/write/request" in shown


def test_whom_to_ask_can_be_planned_or_left_alone_for_a_week(stocked: User, path: Path) -> None:
    shown = stocked.get("/").text
    assert "I will ask" in shown
    assert "Not this week" in shown
    said = {"field-want": "interview", "field-outcome": "planned"}
    stocked.send("/do", verb="ask", who="ana", **said)
    assert "Ask <a" in stocked.get("/").text
    assert ["planned"] == [s.status for s in ledger_of(path).asks[0].steps]

    stocked.send("/do", verb="edit", who="ana", **{"field-not_before": "2026-05-04"})
    assert "until" in stocked.get("/").text.partition("Leave alone for now: 1")[2]


def test_what_is_due_can_wait_or_be_let_go(stocked: User) -> None:
    stocked.send("/do", verb="log", who="ana", **{"field-kind": "interview"})
    assert "Thank <a" in stocked.get("/").text
    said = {"field-kind": "thank", "field-until": "2026-05-20"}
    told = stocked.send("/do", verb="later", who="ana", **said).text
    assert "Written down: put off thank, Ana Silva." in told
    assert "Thank <a" not in told


def test_whom_a_pool_shows_is_asked_for_on_the_page_as_by_the_command(tmp_path: Path) -> None:
    user = User.at(of_a_member(tmp_path))

    assert SENTENCE in user.get("/").text
    document = user.get("/today.json").json
    assert document
    assert SENTENCE == document["suggestions"][0]["sentence"]


def test_why_tells_of_pools_as_the_command_does(tmp_path: Path) -> None:
    path = of_a_member(tmp_path)
    with Store.open(path) as store:
        (ben,) = (i for i, p in store.ledger().people.items() if p.name == "Ben Ode")
    words = ["--as-of", "2026-05-01", "suggest", "--explain", "Ben Ode", "--json"]
    told = json.loads(CliRunner().invoke(cli, ["--store", str(path), *words]).output)

    shown = User.at(path).get(f"/people/{ben}/why.json").json
    assert shown
    assert told["explanation"] == shown["explanation"]
    assert "at Siemens" in str(shown["explanation"]["reasons"])


def test_who_has_no_file_types_people_in_and_what_was_said_is_not_asked_again(user: User) -> None:
    assert '<a class="button" href="/people?add=1">Type them in</a>' in user.get("/").text
    told = user.send("/do", verb="goal add", who="nurse").text
    assert "You look for nurse." in told
    empty = user.get("/people?add=1").text
    assert ("Nobody is here yet" in empty, "Known how" in empty) == (True, False)

    more = user.send("/do", verb="add", who="Ana Silva", back="/people?add=1").text
    assert ("see whom to ask" in more, "Known how" in more) == (True, True)
    assert more.index("Add somebody") < more.index("Known how")
