"""Ledgers and graphs of a handful of people, drawn by hypothesis for the tests of properties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import networkx as nx
from hypothesis import strategies as st

from netgraph.graph.schema import TieGraph
from netgraph.graph.ties import tie_graph
from netgraph.model.records import (
    CONNECTION,
    EGO,
    Ask,
    AskStatus,
    Basis,
    Event,
    EventKind,
    Ledger,
    Organisation,
    Person,
    Position,
    Referral,
    ReferralStatus,
    Source,
    Step,
    Tie,
)

TODAY = date(2026, 5, 1)
OTHERS = tuple(f"p{i}" for i in range(1, 7))
FIRMS = {
    "o1": Organisation("o1", "Acme", spellings=("Acme", "ACME Inc.")),
    "o2": Organisation("o2", "Blue River", spellings=("Blue River",)),
    "o3": Organisation("o3", "Hill College", kind="school", spellings=("Hill College",)),
}
SOURCES = (Source("linkedin", "linkedin"), Source("p1-linkedin", "linkedin", owner="p1"))

ids = st.sampled_from((EGO, *OTHERS))
pairs = st.tuples(ids, ids).filter(lambda pair: pair[0] != pair[1])
past_days = st.integers(0, 1500).map(lambda n: TODAY - timedelta(days=n))
days = st.integers(-200, 1500).map(lambda n: TODAY - timedelta(days=n))
sources = st.sampled_from(["you", "linkedin", "p1-linkedin"])


@st.composite
def events(draw: st.DrawFn, day: st.SearchStrategy[date] = days) -> Event:
    """Draw an event of any kind, dated or not."""
    giver, taker = draw(pairs)
    kind = draw(st.sampled_from(EventKind))
    third = draw(ids.filter(lambda i: i not in (giver, taker)))
    return Event(
        draw(st.uuids()).hex,
        kind,
        draw(st.none() | day),
        giver,
        taker,
        count=draw(st.integers(1, 5)),
        about=third if kind == EventKind.INTRODUCTION and draw(st.booleans()) else None,
        value=draw(st.none() | st.floats(0, 10)),
        source=draw(sources),
    )


def steps(statuses: type[AskStatus] | type[ReferralStatus]) -> st.SearchStrategy[tuple[Step, ...]]:
    """Draw what became of an ask or a referral, in the order of the days."""
    step = st.builds(Step, days, st.sampled_from(statuses))
    return st.lists(step, max_size=4).map(
        lambda all_: tuple(sorted(all_, key=lambda s: str(s.day)))
    )


@st.composite
def asks(draw: st.DrawFn) -> Ask:
    """Draw an ask of ego's."""
    person = draw(st.sampled_from(OTHERS))
    introducer = draw(st.none() | st.sampled_from(OTHERS).filter(lambda i: i != person))
    return Ask(draw(st.uuids()).hex, person, introducer=introducer, steps=draw(steps(AskStatus)))


@st.composite
def referrals(draw: st.DrawFn) -> Referral:
    """Draw a name passed on between three different people."""
    introducer, person, to = draw(st.permutations([EGO, *OTHERS]))[:3]
    return Referral(draw(st.uuids()).hex, introducer, person, to, steps=draw(steps(ReferralStatus)))


@st.composite
def ties(draw: st.DrawFn) -> Tie:
    """Draw a tie that a source or the user tells of, or that the user denies."""
    return Tie(
        draw(st.uuids()).hex,
        *draw(pairs),
        basis=draw(st.sampled_from([Basis.OBSERVED, Basis.STATED])),
        closeness=draw(st.sampled_from(["", "close", "warm", "barely"])),
        known=draw(st.sampled_from([True, True, True, False])),
        since=draw(st.none() | days),
    )


@st.composite
def positions(draw: st.DrawFn) -> Position:
    """Draw a past or present position."""
    return Position(
        draw(st.uuids()).hex,
        draw(ids),
        draw(st.sampled_from(["Acme", "ACME Inc.", "Blue River", "Hill College", "o2", "Nowhere"])),
        title="Engineer",
        kind=draw(st.sampled_from(["work", "school", "club"])),
        start=draw(st.sampled_from(["", "2019", "2024-03", "2031"])),
        current=draw(st.booleans()),
    )


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Draw a resolved ledger in which everybody is known."""
    firms = st.sampled_from(["", "Acme", "ACME Inc.", "Blue River"])
    people = {i: Person(i, f"Name {i}", "linkedin", company=draw(firms)) for i in (EGO, *OTHERS)}
    return Ledger(
        people=people,
        organisations=FIRMS,
        positions=tuple(draw(st.lists(positions(), max_size=4))),
        events=tuple(draw(st.lists(events(), max_size=12))),
        asks=tuple(draw(st.lists(asks(), max_size=3))),
        referrals=tuple(draw(st.lists(referrals(), max_size=3))),
        ties=tuple(draw(st.lists(ties(), max_size=6))),
        sources=SOURCES,
        spelling={s: o.id for o in FIRMS.values() for s in o.spellings},
    )


@st.composite
def small_changes(draw: st.DrawFn) -> tuple[Ledger, Ledger]:
    """Draw a ledger of whose people ego knows most, and one in which a little else happened."""
    book = draw(ledgers())
    listed = draw(st.sets(st.sampled_from(OTHERS), min_size=3))
    known = tuple(Tie(f"c{i}", EGO, i, kind=CONNECTION) for i in sorted(listed))
    book = replace(book, ties=(*known, *book.ties))
    drop = draw(st.integers(0, 2))
    later = replace(
        book,
        events=(*book.events[drop:], *draw(st.lists(events(), max_size=2))),
        asks=(*book.asks, *draw(st.lists(asks(), max_size=1))),
        referrals=(*book.referrals, *draw(st.lists(referrals(), max_size=1))),
    )
    return book, later


def tie_graphs() -> st.SearchStrategy[TieGraph]:
    """Draw the tie graph of a ledger."""
    return ledgers().map(lambda ledger: tie_graph(ledger, as_of=TODAY))


@st.composite
def digraphs(draw: st.DrawFn, *, loops: bool = False) -> TieGraph:
    """Draw a weighted directed graph of up to eight nodes; weights are above 0."""
    nodes = "abcdefgh"[: draw(st.integers(0, 8))]
    G: TieGraph = nx.DiGraph()
    G.add_nodes_from(nodes)
    possible = [(u, v) for u in nodes for v in nodes if loops or u != v]
    if possible:
        for u, v in draw(st.lists(st.sampled_from(possible), unique=True)):
            G.add_edge(u, v, strength=draw(st.floats(0.1, 10)))
    return G
