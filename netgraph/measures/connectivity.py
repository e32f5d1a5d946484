"""How ego's network hangs together: its parts without ego, its density, and whom it hangs on."""

from __future__ import annotations

import networkx as nx

from netgraph.graph.schema import TieGraph, people
from netgraph.model.base_record import Record


class Cohesion(Record, frozen=True):
    """The shape of a network around ego.

    ``people`` have a tie, ego not counted; ``ties`` join two of them; ``density`` in [0, 1] is the
    share of their pairs that have a tie, nan below two people. ``parts`` are the sizes of the
    connected parts without ego, the largest first; ``alone`` of them are single people.
    ``hinges`` are the people without whom others could not be reached from ego, with how many.
    """

    people: int
    ties: int
    density: float
    parts: tuple[int, ...]
    alone: int
    hinges: tuple[tuple[str, int], ...]


def cohesion(G: TieGraph, *, inferred: bool = False) -> Cohesion:
    """Return how a tie graph hangs together; inferred ties count only if wanted.

    A hinge is an articulation point of the network with ego in it (Hopcroft and Tarjan,
    Communications of the ACM 16, 1973): those behind it are not known to ego in another way. It
    takes linear time, and the size of the network once for each hinge.

    Examples
    --------
    >>> G = nx.DiGraph(ego="me")
    >>> G.add_nodes_from(["me", "ana", "ben", "cleo"], kind="person")
    >>> pairs = [("me", "ana"), ("me", "ben"), ("ana", "cleo")]
    >>> G.add_edges_from(pairs, kind="tie", basis="observed")
    >>> found = cohesion(G)
    >>> found.people, found.ties, found.parts, found.hinges
    (3, 1, (2, 1), (('ana', 1),))
    """
    ego = G.graph["ego"]
    whole: nx.Graph[str] = nx.Graph()
    whole.add_node(ego)
    for u, v, tie in G.edges(data=True):
        if tie["kind"] == "tie" and (inferred or tie["basis"] != "inferred"):
            whole.add_edge(u, v)
    reached = nx.node_connected_component(whole, ego)
    hinges = [
        (v, len(reached) - 1 - len(_without(whole, ego, v)))
        for v in nx.articulation_points(whole.subgraph(reached))
        if v != ego
    ]
    order = {person: n for n, person in enumerate(people(G))}
    others: nx.Graph[str] = whole.subgraph(set(whole) - {ego})
    parts = tuple(sorted(map(len, nx.connected_components(others)), reverse=True))
    return Cohesion(
        len(others),
        others.number_of_edges(),
        nx.density(others) if len(others) > 1 else float("nan"),
        parts,
        sum(size == 1 for size in parts),
        tuple(sorted(hinges, key=lambda hinge: (-hinge[1], order[hinge[0]]))),
    )


def _without(whole: nx.Graph[str], ego: str, v: str) -> set[str]:
    """Return who can be reached from ego without one person, ego among them."""
    found: set[str] = nx.node_connected_component(whole.subgraph(set(whole) - {v}), ego)
    return found
