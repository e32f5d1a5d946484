"""How two-way every tie is, by hand; and what docs/two-way.md says of it is so."""

from __future__ import annotations

import doctest
import re
from datetime import date
from pathlib import Path

from netgraph.agenda.rules import RULES
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Event, EventKind, Ledger, Person, Tie
from netgraph.views.two_way import readings, two_way_view

PAGE = Path(__file__).parents[2] / "docs" / "two-way.md"


def test_the_numbers_on_the_page_are_those_of_the_program() -> None:
    done = doctest.testfile(str(PAGE), module_relative=False)

    assert (0, 5) == (done.failed, done.attempted)


def test_the_page_has_every_rule_in_order() -> None:
    listed = re.findall(r"^\d+\. .*?\*\*(.+?)\*\*", PAGE.read_text("utf-8"), re.MULTILINE)

    names = [rule.__name__.removeprefix("keep_").replace("_", " ") for rule in RULES]
    assert names == [name.removeprefix("keep ").strip() for name in listed]


def test_a_reading_is_given_taken_and_balance_by_hand() -> None:
    day = date(2026, 5, 1)
    events = (Event("e1", EventKind.INTERVIEW, day, "ana", EGO),
              Event("e2", EventKind.INTERVIEW, day, EGO, "ben"))  # fmt: skip
    people = {i: Person(i, i.title()) for i in ("ben", "ana", "cy")}
    ties = tuple(Tie(f"t{i}", EGO, i) for i in people)
    view = AsOf(Ledger(people, events=events, ties=ties), day)
    ana, ben, cy = readings(view)

    assert ["Ana", "Ben", "Cy"] == [row.name for row in (ana, ben, cy)]
    assert (0.0, 1.0) == (ana.given, ana.taken)
    assert (1.0, 0.0) == (ben.given, ben.taken)
    assert -ana.balance == ben.balance > 0 == cy.balance
    assert [ben] == list(readings(view, people={"ben"}))
    assert (ana, ben, cy) == two_way_view(view).people


def test_what_cannot_be_said_of_a_network_is_none() -> None:
    network = two_way_view(AsOf(Ledger(), date(2026, 5, 1))).network

    assert network["reciprocity"] is None
    assert 0.0 == network["paid_forward"]
