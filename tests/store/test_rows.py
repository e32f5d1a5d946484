"""Rows: every record becomes cells and comes back; what cannot be read is left out alone."""

from __future__ import annotations

from datetime import date

from netgraph.model.records import Ask as Asked
from netgraph.model.records import Event, EventKind, Match, Person, Step
from netgraph.store.rows import columns, decode, encode

DAY = date(2026, 5, 1)


def test_days_lists_and_parts_are_text_in_the_cells() -> None:
    person = Person("p", "Ana", emails=("a@x.org", "b@x.org"), seen=DAY)
    row = dict(zip(columns(Person), next(encode(Person, [person])), strict=True))

    assert ("2026-05-01", '["a@x.org","b@x.org"]', "[]", 0) == (
        row["seen"],
        row["emails"],
        row["urls"],
        row["lead"],
    )


def test_steps_come_back_with_whose_they_are() -> None:
    ask = Asked(
        "a", "ana", steps=(Step(DAY, "agreed", "only after June", by="ben"), Step(None, "x"))
    )

    assert [ask] == decode(Asked, encode(Asked, [ask]))


def test_a_row_that_cannot_be_read_keeps_no_other_out() -> None:
    rows = list(encode(Event, [Event(f"e{n}", EventKind.MET, DAY, "me", "ana") for n in range(3)]))
    rows[1] = tuple("31 May" if cell == "2026-05-01" else cell for cell in rows[1])

    assert ["e0", "e2"] == [event.id for event in decode(Event, rows)]


def test_no_rows_are_no_records() -> None:
    assert [] == decode(Match, [])
