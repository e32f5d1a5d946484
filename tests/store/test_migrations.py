"""A store of an earlier version opens, with everything in it, and its old form is kept."""

from __future__ import annotations

import sqlite3
import stat
from datetime import date
from pathlib import Path

import pytest

from netgraph.model.records import Ledger, Origin, Person, Step
from netgraph.model.statements import value_of
from netgraph.store import Store
from netgraph.store.migrations import MIGRATIONS
from netgraph.views.checks import check

FORM_1 = Path(__file__).parent.parent / "data" / "stores" / "form_1.sql"
MAY_1 = date(2026, 5, 1)
ANA, BEN, ZOE, DEE = "pi3wtofys6n", "p7jt6uieus3", "plpcsdvacjq", "pyh7ihmrjf3"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "network.db"
    connection = sqlite3.connect(path)
    connection.executescript(FORM_1.read_text())
    connection.close()
    return path


@pytest.fixture
def ledger(path: Path) -> Ledger:
    with Store.open(path) as store:
        return store.facts()


def origins(ledger: Ledger) -> dict[str, Origin]:
    return {p.name: p.origin for p in ledger.people.values() if p.origin != Origin.LISTED}


def test_how_a_record_came_about_is_told_once_from_its_id(ledger: Ledger) -> None:
    assert {"Cy Mention": Origin.MENTIONED, "Olga Lender": Origin.LENDER} == origins(ledger)
    assert [("Acme", Origin.FORMER)] == [(p.organisation, p.origin) for p in ledger.positions]
    assert {"acme", "globex"} <= {o.key for o in ledger.organisations.values()}


def test_whose_yes_a_step_was_stands_in_a_field_of_its_own(ledger: Ledger) -> None:
    steps = {r.person: r.steps for r in ledger.referrals}

    assert (
        Step(MAY_1, "agreed", by=BEN),
        Step(date(2026, 5, 2), "agreed", by=ANA),
    ) == steps[BEN]
    assert Step(MAY_1, "named", "met at a fair") == steps[DEE][0]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Professor"),
        ("email", ("zoe2@x.example", "zoe@x.example")),
        ("never_ask", None),
        ("not_before", date(2026, 6, 1)),
        ("asks_per_quarter", 1.0),
        ("keep_in_touch", 30),
        ("hub", True),
    ],
)
def test_what_was_said_has_a_value(ledger: Ledger, field: str, value: object) -> None:
    assert value == value_of(ledger.statements, ZOE, field)


def test_what_nobody_can_read_is_kept_reported_and_stops_nothing(path: Path) -> None:
    with Store.open(path) as store:
        ledger = store.ledger()

    assert None is value_of(ledger.statements, ANA, "not_before")
    assert ["what you noted of Ana Silva cannot be read: not_before: 2026-02-31"] == [
        problem.message for problem in check(ledger, as_of=MAY_1)
    ]


def test_the_old_form_is_kept_for_its_owner_alone(path: Path) -> None:
    with Store.open(path):
        pass
    kept = path.with_name("network.form-1.db")
    connection = sqlite3.connect(kept)

    assert (1,) == connection.execute("PRAGMA user_version").fetchone()
    assert 0o600 == stat.S_IMODE(kept.stat().st_mode)
    connection.close()


def test_forgetting_reaches_the_old_form_too(path: Path) -> None:
    with Store.open(path) as store:
        reached, missing = store.forget([BEN, DEE])
    kept = path.with_name("network.form-1.db")

    assert ([kept], []) == (reached, missing)
    assert b"Ben Ode" not in kept.read_bytes()
    assert ["network.db", "network.form-1.db"] == sorted(p.name for p in path.parent.glob("*.db"))


def test_undo_takes_back_what_was_done_before_the_new_form(path: Path) -> None:
    with Store.open(path) as store:
        store.undo()  # the friend's export
        store.undo()  # Dee is Zoe
        ledger = store.ledger()

    assert {"Dee Typed", "Zoe New"} <= {p.name for p in ledger.people.values()}
    assert not any(p.origin == Origin.LENDER for p in ledger.people.values())


def test_a_new_store_keeps_no_copy(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new.db"):
        pass

    assert ["new.db"] == [p.name for p in tmp_path.iterdir()]
    assert 10 == len(MIGRATIONS)


def test_a_row_that_cannot_be_read_is_left_out_and_told(path: Path) -> None:
    with Store.open(path) as store:
        store.connection.execute("UPDATE goal SET steps = 'soon' WHERE id = 'g1'")
        store.connection.execute("UPDATE person SET origin = 'rumour' WHERE name = 'Zoe New'")

        assert [
            f"a stored person ({ZOE}) cannot be read and is left out",
            "a stored goal (g1) cannot be read and is left out",
        ] == store.unreadable()
        assert ["g2"] == [goal.id for goal in store.facts().goals]
        assert all(isinstance(p, Person) for p in store.facts().people.values())
