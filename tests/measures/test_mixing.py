"""How mixed a circle is, by hand and for all inputs."""

from __future__ import annotations

from math import isnan

from hypothesis import given
from hypothesis import strategies as st

from netgraph.measures.mixing import diversity, ei_index

GROUPS = st.sets(st.sampled_from("abc"))


def test_three_of_four_outside() -> None:
    # E = 3, I = 1: (3 - 1) / 4
    assert 0.5 == ei_index(["a", "b", "b", "c"], "a")


@given(st.lists(GROUPS), GROUPS)
def test_the_index_is_from_one_side_to_the_other(groups: list[set[str]], own: set[str]) -> None:
    found = ei_index(groups, own)

    assert isnan(found) == (not own or not any(groups))
    assert isnan(found) or -1 <= found <= 1


def test_diversity_by_hand() -> None:
    # 1 - (0.5^2 + 0.25^2 + 0.25^2)
    assert 0.625 == diversity([2, 1, 1])
    assert isnan(diversity([]))


@given(st.lists(st.integers(1, 50), min_size=1))
def test_diversity_is_below_one_and_highest_for_even_groups(sizes: list[int]) -> None:
    assert 0 <= diversity(sizes) <= diversity([1] * len(sizes)) + 1e-12 < 1 + 1e-12
