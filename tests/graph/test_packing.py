"""A graph that was written down is the graph that it was, looked at narrowly or as a whole."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from netgraph.graph.build import network_arcs_on
from netgraph.graph.packing import packed, unpacked
from netgraph.graph.schema import Arcs, alters, as_networkx, ego_of, with_changes
from netgraph.model.as_of import AsOf
from netgraph.model.records import Event, EventKind, Ledger, Organisation, Person, Position, Tie

DAY = date(2026, 5, 1)


@pytest.fixture
def made() -> Arcs:
    """A network with every kind of node and edge in it."""
    acme = Organisation("o1", "Acme", spellings=("Acme",))
    people = {
        "me": Person("me", "You", company="Acme"),
        "ana": Person("ana", "Ana Silva", company="Acme", title="Nurse", place="Porto"),
        "ben": Person("ben", "Ben Ode", company="Acme", title="Nurse", lead=True),
        "cleo": Person("cleo", "Cleo Roy"),
    }
    ledger = Ledger(
        people,
        {"o1": acme},
        positions=(
            Position("q1", "cleo", "Acme", "Baker", start="2019", end="2021"),
            Position("q2", "cleo", "Acme"),
        ),
        events=(Event("e1", EventKind.TALKED, date(2026, 4, 1), "me", "ana"),),
        ties=(Tie("t1", "me", "ben", since=date(2025, 2, 3)), Tie("t2", "cleo", "ana")),
        spelling={"Acme": "o1"},
    )
    return network_arcs_on(AsOf(ledger, DAY))


def test_as_a_whole_it_is_the_same_in_the_same_order(made: Arcs) -> None:
    G, other = as_networkx(made), as_networkx(unpacked(packed(made)))
    assert other.graph == {"ego": "me", "as_of": DAY}
    assert list(other.nodes(data=True)) == list(G.nodes(data=True))
    assert list(other.edges(data=True)) == list(G.edges(data=True))
    assert [list(other.predecessors(n)) for n in G] == [list(G.predecessors(n)) for n in G]
    assert {d["kind"] for _, _, d in G.edges(data=True)} == {"tie", "member"}
    assert {"inferred", "stated", "observed"} <= {d.get("basis") for _, _, d in G.edges(data=True)}


def test_narrowly_it_answers_as_the_other_does(made: Arcs) -> None:
    other = unpacked(packed(made))
    assert list(other) == list(made)
    assert "ana" in other
    assert "nobody" not in other
    assert ego_of(other) == "me"
    assert list(alters(other, "me")) == list(alters(made, "me"))
    assert other.nodes["cleo"] == made.nodes["cleo"]
    assert dict(other["me"]) == dict(made["me"])
    assert dict(other.adj["ana"]) == dict(made.adj["ana"])
    assert other.has_edge("ana", "cleo")
    assert not other.has_edge("o1", "me")
    assert not other.has_edge("nobody", "me")
    assert other.get_edge_data("me", "ana") == made.get_edge_data("me", "ana")
    assert other.get_edge_data("o1", "me") is other.get_edge_data("nobody", "me") is None
    with pytest.raises(KeyError):
        other.nodes["nobody"]


def test_what_was_looked_at_is_the_very_same_in_the_whole(made: Arcs) -> None:
    other = unpacked(packed(made))
    node, tie = other.nodes["ana"], other["me"]["ana"]
    G = as_networkx(other)
    assert G.nodes["ana"] is node
    assert G.edges["me", "ana"] is tie
    assert next(d for u, d in G.pred["ana"].items() if u == "me") is tie


def test_it_can_be_changed_into_another(made: Arcs) -> None:
    other = unpacked(packed(made))
    changed = with_changes(other, {}, {("me", "ana"): {"kind": "tie", "strength": 0.5}})
    assert changed["me"]["ana"]["strength"] == 0.5
    assert other["me"]["ana"] == made["me"]["ana"]
    assert changed.shape is other.shape


def test_something_else_is_no_graph() -> None:
    with pytest.raises(msgspec.MsgspecError):
        unpacked(msgspec.msgpack.encode([1, 2]))
    with pytest.raises(AttributeError):
        _ = unpacked(packed(Arcs(ego="me", as_of=DAY))).anything  # type: ignore[attr-defined]
