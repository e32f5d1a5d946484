from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.pools.dealing import Roster
from netgraph.pools.fairness import Load, gini, how_even
from netgraph.pools.finding import Counted
from netgraph.pools.kept import Facts, KeptPool, Member

MAY_1 = date(2026, 5, 1)
BEN = Member("b", "Ben", "", (), MAY_1)


def counted(asked: dict[str, dict[str, list[date]]]) -> Counted:
    facts = Facts("", "pa", {"pb": BEN}, [], {"dan": 1})
    through = {"pb": {"a": [MAY_1, MAY_1]}, "pa": {"b": [MAY_1]}}
    return Counted(KeptPool(Path("x"), facts), Roster("a", "a", {}), asked, through)


def test_what_is_spread_how() -> None:
    old = MAY_1 - timedelta(100)
    told = how_even(
        counted({"cara": {"a": [MAY_1], "b": [MAY_1, MAY_1, old]}, "dan": {"b": [MAY_1]}}),
        ("a", "Ana"),
        MAY_1,
    )

    assert (4, 2) == (told.asks, told.people)
    assert (0.25, 0.75, 2) == (told.gini, told.most_asked, told.at_limit)
    assert (Load("Ben", 2, 3), Load("Ana", 1, 1)) == told.members
    assert 1 / 6 == pytest.approx(told.gini_members)


def test_nothing_asked_is_nothing_uneven() -> None:
    told = how_even(counted({}), ("a", "Ana"), MAY_1)

    assert (0, 0, 0.0, 0.0, 0) == (
        told.asks,
        told.people,
        told.gini,
        told.most_asked,
        told.at_limit,
    )


@given(st.lists(st.integers(0, 9), max_size=8))
def test_the_gini_is_half_the_mean_difference(counts: list[int]) -> None:
    n, total = len(counts), sum(counts)
    differences = sum(abs(a - b) for a in counts for b in counts)

    assert gini(counts) == pytest.approx(differences / (2 * n * total) if total else 0.0)
