"""What follows from who has a tie with whom stands after a talk, and is what it would be anew."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from netgraph.graph.build import network_on
from netgraph.graph.ties import ties_on
from netgraph.measures.connectivity import cohesion
from netgraph.measures.structural_holes import measures, roles
from netgraph.measures.structure import recorded_structure_on, whole_structure_on
from netgraph.model.as_of import AsOf
from netgraph.model.records import CONNECTION, EGO, Event, EventKind, Ledger, Person, Tie
from tests.strategies import TODAY, small_changes

BOTH = (recorded_structure_on, whole_structure_on)


@given(small_changes())
def test_it_is_what_would_be_found_anew(books: tuple[Ledger, Ledger]) -> None:
    first, later = books
    view, anew = AsOf(first, TODAY), AsOf(later, TODAY)
    for make in BOTH:
        make(view)
    other = view.after(later)

    for make in BOTH:
        was, found = make(anew), make(other)
        assert repr((was.cohesion, was.own)) == repr((found.cohesion, found.own))
        assert was.between == found.between


@given(small_changes())
def test_it_has_the_measures_of_each_graph(books: tuple[Ledger, Ledger]) -> None:
    view = AsOf(books[1], TODAY)
    for G, found, guessed in (
        (ties_on(view), recorded_structure_on(view), False),
        (network_on(view), whole_structure_on(view), True),
    ):
        firms = {n: min(d["traits"]["company"]) for n, d in G.nodes.items()
                 if d.get("traits", {}).get("company")}  # fmt: skip
        assert repr(cohesion(G, inferred=guessed)) == repr(found.cohesion)
        assert repr(measures(G)[EGO]) == repr(found.own)
        assert roles(G, groups={EGO: "", **firms})[EGO] == found.between


def test_after_a_talk_it_is_the_very_same() -> None:
    book = Ledger(
        {i: Person(i, i.title()) for i in ("ana", "ben")},
        ties=tuple(Tie(i, EGO, i, kind=CONNECTION) for i in ("ana", "ben")),
    )
    view = AsOf(book, TODAY)
    before = [make(view) for make in BOTH]
    talk = Event("e", EventKind.TALKED, TODAY, EGO, "ana")
    other = view.after(replace(book, events=(talk,)))
    third = view.after(replace(book, ties=book.ties[:1]))

    assert all(make(other) is was for make, was in zip(BOTH, before, strict=True))
    assert 1 == whole_structure_on(third).cohesion.people
