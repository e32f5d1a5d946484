"""A view works each part out once, and only when somebody asks for it."""

from __future__ import annotations

from datetime import date

from netgraph.model.as_of import AsOf, parameters_on, part
from netgraph.model.records import Ledger


def test_a_part_is_made_once_for_each_view() -> None:
    made: list[date] = []

    @part
    def counted(view: AsOf) -> int:
        made.append(view.day)
        return len(made)

    one, other = (AsOf(Ledger(), date(2026, 5, day)) for day in (1, 2))
    assert [1, 1, 2, 1] == [counted(view) for view in (one, one, other, one)]
    assert [one.day, other.day] == made


def test_nothing_is_worked_out_before_it_is_asked_for() -> None:
    view = AsOf(Ledger(), date(2026, 5, 1))
    assert {} == view.kept

    parameters_on(view)
    assert 1 == len(view.kept)
