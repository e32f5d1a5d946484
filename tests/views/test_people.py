"""The roll: one row each, with numbers only where there is evidence."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.journal.lookup import search
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Basis, Event, EventKind, Ledger, Person, Position, Tie
from netgraph.views.people import FittingRow, found_on, people_rows, rows_of

DAY = date(2026, 5, 1)
ANA = Person("ana", "Ana Silva", emails=("ana@example.org",), title="Nurse", company="Acme")
BEN = Person("ben", "Ben Okafor", title="Data Scientist", lead=True)
TALK = Event("e1", EventKind.INTERVIEW, DAY, "ana", EGO)
LINK = Tie("t1", EGO, "ana", Basis.OBSERVED, "connection", since=date(2020, 3, 1))
BOOK = Ledger({EGO: Person(EGO, "Robin"), "ana": ANA, "ben": BEN}, events=(TALK,), ties=(LINK,))


def test_a_row_has_what_is_known_and_ego_has_none() -> None:
    ana, ben = people_rows(AsOf(BOOK, DAY))

    assert ("Ana Silva", "ana@example.org", date(2020, 3, 1), DAY) == (
        ana.name,
        ana.email,
        ana.connected_on,
        ana.last_contact,
    )
    assert ("observed", -0.3333) == (ana.strength_basis, ana.balance)  # (0 - 1)/(1 + 2)
    assert ana.strength is not None
    assert 0 < ana.strength < 1
    assert (None, None, None, True) == (
        ben.strength,
        ben.email,
        ben.last_contact,
        ben.lead,
    )


def test_a_query_narrows_and_fit_sorts() -> None:
    assert ["Ana Silva"] == [row.name for row in people_rows(AsOf(BOOK, DAY), query="acme")]
    rows = people_rows(AsOf(BOOK, DAY), fit="data science")
    assert ["Ben Okafor", "Ana Silva"] == [row.name for row in rows]
    one, other = (row for row in rows if isinstance(row, FittingRow))
    assert one.fit > other.fit


def test_what_happened_later_counts_for_nothing() -> None:
    (ana, _) = people_rows(AsOf(BOOK, date(2026, 4, 30)))

    assert (None, 0.0) == (ana.last_contact, ana.balance)


def test_former_jobs_and_notes_are_searched_and_former_employers_shown() -> None:
    old = Position("w", "ana", "Pelagica Sensing", "Data Analyst", end="2020")
    note = Event("n", EventKind.NOTE, DAY, EGO, "ben", note="likes sailing")
    book = AsOf(Ledger.of(Person(EGO, "Robin"), ANA, BEN, old, note), DAY)

    [ana] = people_rows(book, query="pelagica")
    assert ("Ana Silva", ("Pelagica Sensing",)) == (ana.name, ana.was)
    assert ["Ben Okafor"] == [row.name for row in people_rows(book, query="sailing")]


@pytest.mark.parametrize("query", ["", "ana", "ACME ana", "mueller", "nobody at all"])
def test_who_is_found_while_typing_is_whom_the_search_finds(query: str) -> None:
    people = {
        "ana": Person("ana", "Ana Silva", company="Acme"),
        "jo": Person("jo", "Jo Müller"),
        "me": Person("me", "Ana Owner"),
    }
    view = AsOf(Ledger(people), date(2026, 5, 1))

    assert search(view.ledger, query) == found_on(view, query)
    rows = rows_of(view, found_on(view, query))
    assert [row.id for row in people_rows(view, query=query)] == [row.id for row in rows]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"level": "top"}, ["Al"]),
        ({"level": "leading"}, ["Bo", "Cy"]),
        ({"level": "beginning"}, []),
        ({"field": "data"}, ["Bo", "Di"]),
        ({"field": "data", "level": "leading"}, ["Bo"]),
        ({"field": "nothing known"}, []),
    ],
)
def test_people_by_level_and_field(asked: dict[str, str], expected: list[str]) -> None:
    titles = {
        "Al": "Founder", "Bo": "Head of Data", "Cy": "Director of Sales", "Di": "Data Scientist",
    }  # fmt: skip
    book = Ledger({name: Person(name, name, title=title) for name, title in titles.items()})

    assert expected == [row.name for row in people_rows(AsOf(book, DAY), **asked)]


def test_a_level_that_is_none_names_those_there_are() -> None:
    with pytest.raises(InvalidInput, match="beginning, experienced, leading, top"):
        people_rows(AsOf(BOOK, DAY), level="boss")
