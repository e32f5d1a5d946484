"""The commands that write pages: map, tree, report."""

from __future__ import annotations

import csv
import json
import re
import shlex
import stat
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from cli.main import cli
from netgraph.model.records import Goal, Person
from netgraph.store import Store
from tests.story import story

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a command line on a store that holds the story."""
    book = story(until=date(2026, 5, 4))
    with (
        Store.open(tmp_path / "network.db") as store,
        store.change("the story", at=datetime(2026, 5, 4, tzinfo=UTC)) as change,
    ):
        change.put([*book.people.values(), *book.events, *book.asks, *book.referrals])
        change.put([*book.goals, Goal("g9", "data scientist at Acme", companies=("Acme",))])
        change.put([Person("pq", "Quinn Weber", title="Data Scientist", company="Acme")])

    def run_line(line: str, *, code: int = 0) -> Result:
        args = ["--store", str(tmp_path / "network.db"), "--as-of", "2026-05-06"]
        result = CliRunner().invoke(cli, [*args, *shlex.split(line)])
        assert code == result.exit_code, result.output
        return result

    return run_line


@pytest.mark.parametrize("command", ["map", "tree", "report"])
def test_a_page_is_written_for_its_owner_alone(run: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "page.html"

    said = run(f"{command} --html {shlex.quote(str(path))}")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text("utf-8").startswith("<!doctype html>")
    assert said.stdout == ""
    assert str(path) in said.stderr


@pytest.mark.parametrize("command", ["map", "tree", "report"])
def test_a_page_for_others_names_nobody(run: Run, tmp_path: Path, command: str) -> None:
    names = [p.name for p in story(until=date(2026, 5, 4)).people.values()]
    path = tmp_path / "page.html"

    run(f"{command} --html {shlex.quote(str(path))} --hide titles --hide companies")
    page = path.read_text("utf-8")

    assert [] == [name for name in [*names, "Quinn Weber", "Acme"] if name in page]
    assert "Contact 1" in page


def test_equal_stores_give_equal_pages(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.html", tmp_path / "other.html"

    run(f"report --html {shlex.quote(str(one))}")
    run(f"report --html {shlex.quote(str(other))}")

    assert one.read_bytes() == other.read_bytes()


def test_the_map_in_words_counts_people_and_companies(run: Run) -> None:
    told = json.loads(run("map --json").stdout)
    text = run("map").stdout

    people = len(story(until=date(2026, 5, 4)).people) - 1 + 1  # not ego, and Quinn
    assert told["people"] == people
    assert {"name": "Acme", "people": 2} in told["groups"]
    assert text.startswith(f"{people} people, ")
    assert sum(row["people"] for row in told["give_and_take"]) <= people


def test_the_map_can_be_told_by_any_trait(run: Run) -> None:
    told = json.loads(run("map --by field --json").stdout)

    assert told["groups"][0]["name"] == "data"


def test_opening_a_page_hands_it_to_the_browser(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    path = tmp_path / "map.html"

    run(f"map --html {shlex.quote(str(path))} --open")

    assert [path.as_uri()] == opened


@pytest.mark.parametrize("command", ["map", "tree", "report"])
def test_open_alone_writes_beside_the_store_and_nothing_into_the_folder(
    command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)

    assert f"netgraph {command} --open" in run(command).output
    assert [] == opened
    run(f"{command} --open")

    page = tmp_path / f"{command}.html"
    assert [page.resolve().as_uri()] == opened
    assert 0o600 == page.stat().st_mode & 0o777
    assert [] == list((tmp_path / "work").iterdir())


def test_a_goal_that_nobody_set_is_an_unknown_name(run: Run, tmp_path: Path) -> None:
    path = shlex.quote(str(tmp_path / "map.html"))

    assert "baker" in run(f"map --goal baker --html {path}", code=2).stderr


@pytest.mark.parametrize("command", ["map", "tree", "report"])
def test_who_is_behind_a_number_is_written_for_the_owner_alone(
    run: Run, tmp_path: Path, command: str
) -> None:
    path, key = tmp_path / "page.html", tmp_path / "key.csv"
    line = f"{command} --html {shlex.quote(str(path))} --key {shlex.quote(str(key))}"

    said = run(f"{line} --pseudonymous")
    rows = list(csv.reader(key.read_text("utf-8-sig").splitlines()))

    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert rows[0] == ["On the page", "Name", "Title", "Company"]
    assert {"Maya Chen", "Quinn Weber"} <= {row[1] for row in rows}
    assert all(row[0] == f"Contact {k}" for k, row in enumerate(rows[1:], 1))
    assert "do not send it along" in said.stderr


def test_a_page_with_names_has_no_key(run: Run, tmp_path: Path) -> None:
    key = tmp_path / "key.csv"

    said = run(f"report --html {shlex.quote(str(tmp_path / 'r.html'))} --key {key}", code=2)

    assert "--key goes with --pseudonymous" in said.stderr
    assert not key.exists()


def test_a_report_for_others_says_roles_first(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.html"

    run(f"report --html {shlex.quote(str(path))} --pseudonymous")
    asked = path.read_text("utf-8").split('class="ranked"')[1].split("</ol>")[0]

    assert "<strong" in asked
    assert not re.search(r"<strong[^>]*>Contact \d+</strong>, <span", asked)
    assert re.search(r"<strong[^>]*>[A-Z][^<]+</strong>, <span[^>]*>Contact \d+", asked)
