"""PageRank against networkx, components by hand."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings

from netgraph.pools.engines import opened
from netgraph.pools.tables import Tables
from netgraph.pools.walks import DAMPING
from tests.pools.pools import by_hand, pools, tie


def graph(pool: Tables) -> nx.Graph[str]:
    """Return the pool's ties as edges, those of both directions added up."""
    G: nx.Graph[str] = nx.Graph()
    for row in pool.ties.to_pylist():
        u, v = row["source"], row["target"]
        if u != v:
            G.add_edge(
                u, v, weight=row["strength"] + G.get_edge_data(u, v, {"weight": 0})["weight"]
            )
    return G


def settled(G: nx.Graph[str], seeds: dict[str, float]) -> dict[str, float]:
    return nx.pagerank(G, DAMPING, personalization=seeds, tol=1e-13, max_iter=999)


def test_one_step_goes_along_the_ties_as_they_are_strong() -> None:
    with opened(by_hand()) as asked:
        found = asked.pagerank(["c"], steps=1)

    # Cy's ties: q 0.8, p 0.4, r 0.8, and b 0.2 with the 0.4 that Ben states.
    expected = {"c": 1 - DAMPING, "q": 0.8, "r": 0.8, "b": 0.6, "p": 0.4}
    expected = {k: v if k == "c" else DAMPING * v / 2.6 for k, v in expected.items()}
    assert expected == pytest.approx({row.person: row.rank for row in found}, abs=1e-9)
    assert ["q", "r", "b", "c", "p"] == [row.person for row in found]


@settings(max_examples=10)
@given(pools())
def test_walked_long_enough_it_is_personalised_pagerank(pool: Tables) -> None:
    G = graph(pool)
    with opened(pool, "memory") as asked:
        found = {row.person: row.rank for row in asked.pagerank(["00", "01"], steps=200)}

    seeds = {seed: 1.0 for seed in ("00", "01") if seed in G}
    expected = settled(G, seeds) if seeds else {}
    near = {p: rank for p, rank in expected.items() if rank > 1e-11}
    assert near == pytest.approx({p: r for p, r in found.items() if r > 1e-11}, abs=1e-9)


@settings(max_examples=10)
@given(pools())
def test_the_components_are_those_of_the_graph(pool: Tables) -> None:
    with opened(pool, "memory") as asked:
        found = asked.components()

    parts = sorted((sorted(p) for p in nx.connected_components(graph(pool))), key=lambda p: p[0])
    parts.sort(key=len, reverse=True)
    assert [(i, part[0], len(part)) for part in parts for i in part] == found


def test_a_long_chain_is_one_component() -> None:
    keys = [f"{i:02}" for i in range(40)]
    ties = [
        tie(u, v) for u, v in zip(keys[::2] + keys[1::2], keys[1::2] + keys[2::2], strict=False)
    ]
    with opened(Tables.of([], ties, [])) as asked:
        found = asked.components(limit=1)

    assert [("00", "00", 40)] == found
