"""What is due, rule by rule, and the command that settles it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from netgraph.agenda.day_facts import country_on
from netgraph.agenda.due_list import due
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import (
    EGO,
    EventKind,
    Ledger,
    Statement,
    Step,
)
from tests.agenda.duties import MAY_4, TALK, did, of
from tests.strategies import TODAY, ledgers


def test_the_limit_keeps_the_most_important() -> None:
    book = of(TALK, did(EventKind.PROMISED, 0))

    assert ["thank"] == [d.kind for d in due(AsOf(book, MAY_4 + timedelta(days=1)), limit=1)]


@pytest.mark.parametrize(("days", "limit"), [(-1, None), (7, 0)])
def test_impossible_numbers_are_refused(days: int, limit: int | None) -> None:
    with pytest.raises(InvalidInput):
        due(AsOf(Ledger(), MAY_4), days=days, limit=limit)


def test_the_country_is_what_the_user_said_last() -> None:
    said = [
        Statement(str(n), EGO, "country", c, MAY_4 + timedelta(days=n)) for n, c in enumerate("AB")
    ]

    book, tomorrow = of(statements=tuple(said)), MAY_4 + timedelta(days=1)

    assert ("B", "") == (country_on(AsOf(book, tomorrow)), country_on(AsOf(of(), tomorrow)))
    assert "A" == country_on(AsOf(book, MAY_4))


@given(ledgers())
def test_what_comes_later_changes_nothing(book: Ledger) -> None:
    def cut(steps: tuple[Step, ...]) -> tuple[Step, ...]:
        return tuple(s for s in steps if s.day is None or s.day <= TODAY)

    known = replace(
        book,
        events=tuple(e for e in book.events if e.day is None or e.day <= TODAY),
        asks=tuple(replace(a, steps=cut(a.steps)) for a in book.asks),
        referrals=tuple(replace(r, steps=cut(r.steps)) for r in book.referrals),
    )

    assert due(AsOf(known, TODAY)) == due(AsOf(book, TODAY))


@given(ledgers())
def test_names_change_no_day_and_no_kind(book: Ledger) -> None:
    renamed = replace(
        book, people={i: replace(p, name=f"Other {i}") for i, p in book.people.items()}
    )
    before, after = (
        [(d.on, d.kind, d.person, d.overdue) for d in due(AsOf(b, TODAY))] for b in (book, renamed)
    )

    assert before == after
