"""What was written says the same, put together or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.agenda.day_facts import facts_on
from netgraph.graph.strength import exchanges, worths_of
from netgraph.graph.ties import tie_graph
from netgraph.model import ids
from netgraph.model.as_of import AsOf
from netgraph.model.correspondence import as_events, days_until, every_event
from netgraph.model.parameters import Parameters
from netgraph.model.records import EGO, Correspondence, Event, EventKind, Ledger, Person
from netgraph.pages.report import exchanged
from netgraph.views.person import person_view

TODAY = date(2026, 5, 1)
DAYS = st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31))
PEOPLE = {i: Person(i, i.title()) for i in ("ana", "ben")}


@st.composite
def correspondence(draw: st.DrawFn) -> Ledger:
    """Draw letters between ego and two people."""
    correspondence = []
    for other in PEOPLE:
        for giver, taker in ((EGO, other), (other, EGO)):
            days = draw(st.lists(DAYS, max_size=5))
            if days:
                order = tuple(sorted(days, key=lambda day: day or date.min))
                correspondence.append(
                    Correspondence(EventKind.MESSAGE, giver, taker, order, "linkedin")
                )
    return Ledger(PEOPLE, correspondence=tuple(correspondence))


def loose(ledger: Ledger) -> Ledger:
    """Return the ledger with its letters as events."""
    return replace(ledger, events=tuple(every_event(ledger)), correspondence=())


@given(ledger=correspondence())
def test_ties_are_those_of_the_single_messages(ledger: Ledger) -> None:
    together, single = (tie_graph(book, as_of=TODAY) for book in (ledger, loose(ledger)))

    assert set(single.edges) == set(together.edges)
    for u, v, tie in single.edges(data=True):
        same = together.edges[u, v]
        assert tie == same | {"strength": tie["strength"], "given": tie["given"]}
        assert (tie["strength"], tie["given"]) == pytest.approx((same["strength"], same["given"]))


@given(ledger=correspondence())
def test_the_last_contact_is_that_of_the_single_messages(ledger: Ledger) -> None:
    together, single = (facts_on(AsOf(book, TODAY)) for book in (ledger, loose(ledger)))

    assert [single.last_contact(i) for i in PEOPLE] == [together.last_contact(i) for i in PEOPLE]


@given(ledger=correspondence())
def test_a_persons_page_and_the_months_are_those_of_the_single_messages(ledger: Ledger) -> None:
    single = loose(ledger)

    pages = [person_view(AsOf(book, TODAY), "ana").events for book in (single, ledger)]
    months = [exchanged(AsOf(book, TODAY)) for book in (single, ledger)]

    assert pages[0] == pages[1]
    assert [month for month, _, _ in months[0]] == [month for month, _, _ in months[1]]
    for told, same in zip(*months, strict=True):
        assert told[1:] == pytest.approx(same[1:])


@given(days=st.lists(DAYS, max_size=6))
def test_days_to_come_are_left_out(days: list[date | None]) -> None:
    order = tuple(sorted(days, key=lambda day: day or date.min))
    correspondence = Correspondence(EventKind.EMAIL, EGO, "ana", order, "mail")

    assert tuple(d for d in order if d is None or d <= TODAY) == days_until(correspondence, TODAY)


def test_three_letters_are_worth_three_times_a_letter() -> None:
    correspondence = Correspondence(EventKind.MESSAGE, "ana", EGO, (TODAY,) * 3, "linkedin")

    (done,) = exchanges([], [correspondence], worths=worths_of(TODAY, Parameters())).values()

    assert pytest.approx(3 * Parameters().values[EventKind.MESSAGE]) == done.favours
    assert {EventKind.MESSAGE: (3, TODAY)} == done.traces


def test_an_event_of_a_day_has_all_that_its_letters_have() -> None:
    one, other = date(2026, 4, 1), date(2026, 4, 3)
    wrote = Correspondence(EventKind.EMAIL, "ana", EGO, (None, one, one, other), "mail")

    def event(day: date | None, count: int) -> Event:
        said = day.isoformat() if day else ""
        made = ids.event("mail", EventKind.EMAIL, "ana", EGO, said)
        return Event(made, EventKind.EMAIL, day, "ana", EGO, count=count, source="mail")

    assert [event(None, 1), event(one, 2), event(other, 1)] == list(as_events(wrote))
