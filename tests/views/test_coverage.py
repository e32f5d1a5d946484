"""How much is known and how old it is."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.model.records import (
    EGO,
    YOU,
    Correspondence,
    Event,
    EventKind,
    Ledger,
    Person,
    Source,
    Tie,
)
from netgraph.views.coverage import Coverage, coverage_of, months_old

DAY = date(2026, 5, 6)


@pytest.mark.parametrize(
    ("last", "months"),
    [
        (date(2026, 2, 6), 0),  # 89 days
        (date(2026, 2, 5), 3),
        (date(2026, 1, 7), 3),
        (date(2026, 1, 6), 4),
        (date(2025, 5, 6), 12),
        (date(2026, 5, 7), 0),
    ],
)
def test_data_is_old_from_ninety_days_on_and_whole_months_are_counted(
    last: date, months: int
) -> None:
    assert months == months_old(last, DAY)


def message(i: str, day: date | None, giver: str, count: int = 1, source: str = "x") -> Event:
    return Event(i, EventKind.MESSAGE, day, giver, EGO, count=count, source=source)


def test_letters_and_who_wrote_them_are_counted() -> None:
    some = Correspondence(EventKind.EMAIL, EGO, "ben", (None, date(2024, 1, 1)), "mail")
    others = Correspondence(EventKind.EMAIL, "cy", "ben", (date(2020, 1, 1),), "mail")
    book = Ledger(
        {EGO: Person(EGO, "Robin"), **{i: Person(i, i) for i in ("ana", "ben", "cy")}},
        events=(
            message("e1", date(2025, 1, 1), "ana", 3),
            message("e2", date(2026, 5, 7), "ana"),
            message("e3", date(2019, 1, 1), "cy", source=YOU),
            Event("e4", EventKind.MET, date(2023, 1, 1), EGO, "cy", source="x"),
        ),
        correspondence=(some, others),
    )
    found = coverage_of(book, as_of=DAY)

    assert ("Robin", 3, 2, 6) == (found.owner, found.people, found.wrote, found.messages)
    assert (date(2020, 1, 1), date(2025, 1, 1)) == (found.first, found.last)


def test_ties_and_lists_of_files_have_days_too_and_the_users_word_has_none() -> None:
    book = Ledger(
        ties=(
            Tie("t1", EGO, "ana", since=date(2018, 1, 1), source="x"),
            Tie("t2", EGO, "ben", since=date(2010, 1, 1)),
        ),
        sources=(Source("x", "linkedin", snapshot=date(2026, 5, 1)),),
    )
    found = coverage_of(book, as_of=DAY)

    assert (date(2018, 1, 1), date(2026, 5, 1)) == (found.first, found.last)


@pytest.mark.parametrize("people", [{}, {EGO: Person(EGO, "You")}])
def test_of_nobody_nothing_is_held(people: dict[str, Person]) -> None:
    assert Coverage("", 0, 0, 0, None, None) == coverage_of(Ledger(people), as_of=DAY)
