"""A pool as a whole, worked out by hand from the ties of `tests.pools.pools.by_hand`."""

from __future__ import annotations

import pytest

from netgraph.pools.engines import opened
from netgraph.pools.surveys import Coverage, Load
from netgraph.pools.tables import Tables
from tests.pools.pools import by_hand, tie


def loads(pool: Tables) -> list[Load]:
    with opened(pool) as asked:
        return asked.loads()


def coverage(pool: Tables) -> list[Coverage]:
    with opened(pool) as asked:
        return asked.coverage()


def test_every_member_asks_one_at_each_employer() -> None:
    found = {row.person: row.load for row in loads(by_hand())}

    # At Siemens Ana knows p only, Ben q only, Cy both: q (0.8) twice as well as p (0.4).
    assert 1 + 1 / 3 == pytest.approx(found["p"], abs=1e-9)
    assert 1 + 2 / 3 == pytest.approx(found["q"], abs=1e-9)
    assert (2.0, 1.0, 0.0) == (found["b"], found["r"], found["c"])
    assert list(found) == ["b", "q", "p", "r", "c", "a"]


def test_who_knows_whom_is_counted_both_ways() -> None:
    found = {row.person: row for row in loads(by_hand())}

    assert (2, 3, 2) == found["b"][1:4]
    assert 2 * 2 / (2 + 3) == found["b"].reciprocity
    assert ("p", 2, 0, 0, 0.0) == found["p"][:5]


def test_an_employer_is_covered_by_the_members_who_know_somebody_there() -> None:
    siemens, *rest = coverage(by_hand())

    assert Coverage("Siemens", 2, 2, 3, 4, 0.8) == siemens
    assert [Coverage("Ford", 1, 1, 2, 2, 0.8), Coverage("Bosch", 1, 1, 1, 1, 0.8)] == rest


def test_an_employer_whom_nobody_reaches_is_a_gap() -> None:
    people = [{"person": "a", "employer": "Acme"}, {"person": "b"}]
    pool = Tables.of(people, [tie("a", "a"), tie("a", "b")], [])

    assert [Coverage("Acme", 1, 0, 0, 0, 0.0)] == coverage(pool)
    assert [("b", 1, 0, 0, 0.0, 0.0), ("a", 0, 1, 0, 0.0, 0.0)] == loads(pool)


def test_of_an_empty_pool_there_is_nothing_to_say() -> None:
    empty = Tables.of([], [], [])

    assert [] == loads(empty)
    assert [] == coverage(empty)
