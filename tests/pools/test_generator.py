from __future__ import annotations

from pathlib import Path

import numpy as np

from netgraph.pools.engines import opened
from netgraph.pools.generator import employer, invent, invented
from netgraph.pools.tables import read_tables

TIES = 60_000


def test_the_same_seed_gives_the_same_pool_and_another_another(tmp_path: Path) -> None:
    invent(TIES, tmp_path, seed=3)

    assert invented(TIES, seed=3) == read_tables(tmp_path).checked()
    assert invented(TIES, seed=4) != invented(TIES, seed=3)


def test_it_has_as_many_ties_as_are_asked_for_and_is_as_pools_are() -> None:
    pool = invented(TIES)
    people, members = (set(t[0].to_pylist()) for t in (pool.people, pool.members))

    assert TIES == pool.ties.num_rows
    assert TIES // 6 == len(people)
    assert members == set(pool.ties["source"].to_pylist())
    assert members <= people
    assert set(pool.ties["target"].to_pylist()) <= people


def test_most_are_known_to_a_few_and_a_few_to_many() -> None:
    with opened(invented(TIES), "memory") as asked:
        loads, coverage = asked.loads(), asked.coverage()

    known_by = np.array([row.known_by for row in loads if row.known_by])
    knows = np.array([row.knows for row in loads if row.knows])
    assert np.median(known_by) < known_by.mean() < known_by.max() / 10
    assert np.median(knows) < knows.mean() < 600
    largest = max(coverage, key=lambda row: row.people)
    assert employer(0) == largest.employer
    assert sum(row.people for row in coverage) / len(coverage) * 10 < largest.people


def test_members_know_each_other_and_the_same_people() -> None:
    with opened(invented(TIES), "memory") as asked:
        loads, (part, *_) = asked.loads(), asked.components(limit=1)

    assert any(row.mutual for row in loads)
    assert part.size > 0.9 * len(loads)
