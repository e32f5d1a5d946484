"""Lines of the list of what is due that the user put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from netgraph.journal.postponements import FIELD, NEVER, Line, put_off, put_off_on
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Ledger, Statement

DAY = date(2026, 5, 1)
THANK: Line = ("ana", "thank", "")
PROMISE: Line = ("ana", "promise", "e1")


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def held(*said: Statement, days: int = 0) -> dict[Line, date]:
    return dict(put_off_on(AsOf(Ledger(statements=said), later(days))))


def test_a_line_is_put_off_until_its_day() -> None:
    said = put_off(Ledger(), THANK, later(7), day=DAY)

    assert {THANK: later(7)} == held(said) == held(said, days=6)
    assert {} == held(said, days=7)
    assert {} == held(said, days=-1)


def test_a_line_that_is_let_go_never_comes_back() -> None:
    assert {THANK: NEVER} == held(put_off(Ledger(), THANK, NEVER, day=DAY), days=9999)


@pytest.mark.parametrize("days", [0, -1])
def test_a_day_that_is_not_to_come_is_refused(days: int) -> None:
    with pytest.raises(InvalidInput, match="is not to come"):
        put_off(Ledger(), THANK, later(days), day=DAY)


def test_lines_of_one_person_are_kept_beside_one_another() -> None:
    first = put_off(Ledger(), THANK, later(7), day=DAY)
    both = put_off(Ledger(statements=(first,)), PROMISE, later(9), day=later(1))

    assert {THANK: later(7), PROMISE: later(9)} == held(first, both, days=1)
    again = put_off(Ledger(statements=(first, both)), THANK, later(30), day=later(2))
    assert {THANK: later(30), PROMISE: later(9)} == held(first, both, again, days=2)


def test_what_is_over_is_not_kept_and_other_people_have_lines_of_their_own() -> None:
    first = put_off(Ledger(), THANK, later(7), day=DAY)
    later_on = put_off(Ledger(statements=(first,)), PROMISE, later(20), day=later(7))
    other = put_off(Ledger(), ("ben", "thank", ""), later(8), day=DAY)

    assert (f"{later(20)} promise: e1",) == later_on.value
    assert {("ben", "thank", ""): later(8), THANK: later(7)} == held(first, other)


def test_a_text_that_is_no_line_is_over() -> None:
    said = put_off(Ledger(), THANK, later(7), day=DAY)

    assert FIELD == said.field
    assert {} == held(replace(said, value=("soon thank: ",)))
