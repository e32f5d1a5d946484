"""After something small was written down the network is what it would be if it were made anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from netgraph.graph.build import network_arcs_on
from netgraph.graph.differences import FEW, touched
from netgraph.graph.pairs import pairs_on
from netgraph.graph.schema import Arcs
from netgraph.graph.ties import tie_arcs_on
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    CONNECTION,
    EGO,
    Ask,
    Event,
    EventKind,
    Ledger,
    Person,
    Referral,
    Statement,
    Step,
    Tie,
)
from tests.strategies import TODAY, small_changes

K = EventKind


def whole(arcs: Arcs) -> object:
    """Return everything that is in a graph, in its order."""
    nodes = [(n, list(data.items())) for n, data in arcs.nodes.items()]
    return nodes, [(u, list(around.items())) for u, around in arcs.adj.items()]


@given(small_changes())
def test_it_is_what_would_be_made_anew(books: tuple[Ledger, Ledger]) -> None:
    first, later = books
    view = AsOf(first, TODAY)
    made = [make(view) for make in (tie_arcs_on, network_arcs_on)]
    before, pairs = list(map(whole, made)), dict(pairs_on(view))
    other, anew = view.after(later), AsOf(later, TODAY)

    assert whole(network_arcs_on(anew)) == whole(network_arcs_on(other))
    assert whole(tie_arcs_on(anew)) == whole(tie_arcs_on(other))
    assert pairs_on(anew) == pairs_on(other)
    assert (before, pairs) == (list(map(whole, made)), pairs_on(view))  # it stayed as it was


PEOPLE = {i: Person(i, i.title()) for i in ("ana", "ben")}
BOOK = Ledger(
    PEOPLE,
    ties=tuple(Tie(i, EGO, i, kind=CONNECTION) for i in PEOPLE),
    events=(Event("e1", K.MET, date(2026, 4, 1), EGO, "ben"),),
)
TALK = Event("e2", K.TALKED, date(2026, 4, 20), EGO, "ana")


def test_after_a_talk_the_tie_is_another_and_the_rest_the_very_same() -> None:
    view = AsOf(BOOK, TODAY)
    was, other = network_arcs_on(view), view.after(replace(BOOK, events=(*BOOK.events, TALK)))
    now = network_arcs_on(other)

    assert was.shape is now.shape
    assert was[EGO]["ben"] is now[EGO]["ben"]
    assert was[EGO]["ana"]["strength"] == 0 < now[EGO]["ana"]["strength"]
    assert date(2026, 4, 20) == now["ana"][EGO]["last"]


def test_it_goes_from_change_to_change_also_where_nobody_looked_in_between() -> None:
    view = AsOf(BOOK, TODAY)
    was = network_arcs_on(view)
    between = view.after(replace(BOOK, events=(*BOOK.events, TALK)))
    last = between.after(replace(BOOK, events=(TALK,)))

    assert was.shape is network_arcs_on(last).shape
    assert network_arcs_on(last)[EGO]["ben"]["last"] is None


def test_a_tie_that_was_not_there_lets_everything_be_made_anew() -> None:
    book = replace(BOOK, ties=())
    view = AsOf(book, TODAY)
    was = network_arcs_on(view)
    other = view.after(replace(book, events=(*book.events, TALK)))

    assert was.shape is not network_arcs_on(other).shape
    assert other.after(book).before


def test_those_whom_what_changed_names_are_touched() -> None:
    ask = Ask("a", "ana", introducer="ben", steps=(Step(TODAY, "asked"),))
    named = Referral("r", "ana", "ben", steps=(Step(TODAY, "named"),))

    assert frozenset() == touched(BOOK, AsOf(BOOK, TODAY))
    assert frozenset({"ana", "ben"}) == touched(BOOK, AsOf(replace(BOOK, asks=(ask,)), TODAY))
    assert frozenset({"ana", "ben"}) == touched(
        BOOK, AsOf(replace(BOOK, referrals=(named,)), TODAY)
    )
    assert frozenset({"ben"}) == touched(BOOK, AsOf(replace(BOOK, events=()), TODAY))
    assert frozenset({"ana"}) == touched(
        BOOK, AsOf(replace(BOOK, events=(*BOOK.events, TALK)), TODAY)
    )


@pytest.mark.parametrize(
    "later",
    [
        replace(BOOK, people={**PEOPLE}),
        replace(BOOK, ties=BOOK.ties[:1]),
        replace(BOOK, statements=(Statement("s", "favours", "half-life", 10.0),)),
        replace(
            BOOK, events=tuple(Event(f"{n}", K.MET, None, EGO, f"{n}") for n in range(FEW + 1))
        ),
    ],
)
def test_of_other_people_ties_numbers_or_many_nothing_can_be_told(later: Ledger) -> None:
    assert touched(BOOK, AsOf(later, TODAY)) is None


def test_what_the_user_says_of_somebody_changes_no_tie() -> None:
    said = Statement("s", "ana", "note", "kind")
    assert frozenset() == touched(BOOK, AsOf(replace(BOOK, statements=(said,)), TODAY))
