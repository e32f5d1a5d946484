"""Intervals of small numbers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest  # type: ignore[import-untyped]

from netgraph.model.errors import InvalidInput
from netgraph.model.intervals import rate, share


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_has_the_interval_that_scipy_gives(pair: tuple[int, int]) -> None:
    hits, cases = pair
    expected = binomtest(hits, cases).proportion_ci(method="wilson")

    found = share(hits, cases)

    assert (expected.low, expected.high) == pytest.approx((found.low, found.high), abs=1e-9)


@given(st.integers(0, 200), st.integers(1, 200))
def test_the_ends_of_a_rate_are_where_the_score_test_just_rejects(hits: int, cases: int) -> None:
    found = rate(hits, cases)

    for end in (found.low, found.high):
        if end > 0:
            score = (hits - cases * end) / math.sqrt(cases * end)
            assert 1.959963984540054 == pytest.approx(abs(score))


def test_without_cases_nothing_is_known() -> None:
    assert (0, 0) == (share(0, 0).hits, share(0, 0).cases)
    assert (None, 0.0, 1.0) == (share(0, 0).value, share(0, 0).low, share(0, 0).high)
    assert (None, 0.0, math.inf) == (rate(0, 0).value, rate(0, 0).low, rate(0, 0).high)


@pytest.mark.parametrize(("hits", "cases"), [(2, 1), (-1, 3), (0, -1)])
def test_impossible_counts_are_refused(hits: int, cases: int) -> None:
    with pytest.raises(InvalidInput):
        share(hits, cases)


@pytest.mark.parametrize(("hits", "cases"), [(1, 0), (-1, 3), (0, -1)])
def test_impossible_rates_are_refused(hits: int, cases: int) -> None:
    with pytest.raises(InvalidInput):
        rate(hits, cases)
