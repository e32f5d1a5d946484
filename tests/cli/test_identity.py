"""duplicates and merge: what the user decides, from the command line."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli.main import cli
from netgraph.model.records import Ledger, Match, Organisation, Person
from netgraph.store import Store

Run = Callable[..., Result]
JANE = Person("p1", "Jane Roe", "linkedin", urls=("in/jane-roe",), company="Acme")
CARD = Person("p2", "Jane Roe", "google", ("jane@example.org",))
BILL = Person("p3", "Bill Smith", "google", company="Globex")
META = Organisation("o1", "Meta", spellings=("META", "Meta"))
FACEBOOK = Organisation("o2", "Facebook", spellings=("Facebook",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "network.db"
    with Store.open(path) as store, store.change("test", at=datetime(2026, 5, 1, tzinfo=UTC)) as c:
        c.put([JANE, CARD, BILL, META, FACEBOOK])
    return path


@pytest.fixture
def run(path: Path) -> Run:
    def run_line(line: str, *, code: int = 0, typed: str = "") -> Result:
        args = ["--store", str(path), *shlex.split(line)]
        result = CliRunner().invoke(cli, args, input=typed)
        assert code == result.exit_code, result.output
        return result

    return run_line


def ledger(path: Path) -> Ledger:
    with Store.open(path) as store:
        return store.ledger()


def document(result: Result) -> Any:
    return json.loads(result.stdout)


def test_who_may_be_one_person_is_listed_with_reasons(run: Run) -> None:
    (pair,) = document(run("duplicates --json"))["duplicates"]

    assert ("p1", "p2", 0.75) == (pair["a"]["id"], pair["b"]["id"], pair["score"])
    assert ["equal given names", "nobody else of the name in either source"] == pair["reasons"]
    assert "Jane Roe, Acme" in run("duplicates").stdout


def test_same_makes_one_person_and_undo_makes_two_again(run: Run, path: Path) -> None:
    before = ledger(path)
    run("duplicates --same p1 p2")
    merged = ledger(path)
    run("undo")

    assert {"p2": "p1"} == merged.alias
    assert ("jane@example.org",) == merged.people["p1"].emails
    assert before == ledger(path)


def test_what_is_not_the_same_is_never_asked_again(run: Run) -> None:
    run("duplicates --not-same in/jane-roe jane@example.org")

    assert [] == document(run("duplicates --json"))["duplicates"]


def test_all_that_is_likely_is_accepted_at_once_and_taken_back_at_once(
    run: Run, path: Path
) -> None:
    run("duplicates --accept-likely")
    merged = ledger(path)
    run("undo")

    assert {"p2": "p1"} == merged.alias
    assert {} == ledger(path).alias


@pytest.mark.parametrize(
    ("typed", "alias", "left"),
    [("y\n", {"p2": "p1"}, 0), ("n\n", {}, 0), ("s\n", {}, 1), ("q\n", {}, 1), ("", {}, 1)],
)
def test_a_review_takes_one_key_for_each_pair(
    run: Run, path: Path, typed: str, alias: dict[str, str], left: int
) -> None:
    run("duplicates --review", typed=typed)

    assert alias == ledger(path).alias
    assert left == len(document(run("duplicates --json"))["duplicates"])


def test_a_merge_is_taken_apart_by_naming_its_records(run: Run, path: Path) -> None:
    run("merge in/jane-roe jane@example.org")
    run("merge --apart in/jane-roe jane@example.org")

    assert {} == ledger(path).alias
    assert [] == document(run("duplicates --json"))["duplicates"]


def test_who_is_meant_must_be_clear(run: Run) -> None:
    unclear = run("merge 'Jane Roe' Bill", code=2)

    assert "2 people fit 'Jane Roe'" in unclear.stderr
    assert "[p1]" in unclear.stderr


def test_what_is_one_already_is_said_to_be_so(run: Run) -> None:
    run("merge p1 p2")

    assert "one already" in run("merge p1 p2", code=1).stderr
    assert "cannot be taken apart" in run("merge --apart p1 p1", code=1).stderr


def test_two_firms_become_one_and_two_again(run: Run, path: Path) -> None:
    run("merge --company facebook 'Meta, Inc.'")
    merged = ledger(path)
    run("merge --company --apart Meta Facebook")

    assert ["o1", "o1"] == [merged.spelling[name] for name in ("Facebook", "Meta")]
    assert ["o2", "o1"] == [ledger(path).spelling[name] for name in ("Facebook", "Meta")]


def test_a_firm_nobody_knows_is_asked_about(run: Run) -> None:
    assert "did you mean Facebook" in run("merge --company Fasebook Meta", code=2).stderr


def test_a_wrong_join_by_a_rule_stays_apart(run: Run, path: Path) -> None:
    with Store.open(path) as store, store.change("test", at=datetime(2026, 5, 2, tzinfo=UTC)) as c:
        c.put([Person("p4", "William Smith", "linkedin", company="Globex Inc."),
               Match("m", "p3", "p4", True)])  # fmt: skip
    assert {"p4": "p3"} == ledger(path).alias

    run("merge --apart p3 p4")

    assert {"p3", "p4"} <= ledger(path).people.keys()
