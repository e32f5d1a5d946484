"""Groups: disjoint sets that know their members."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.groups import Groups

pairs = st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))


def test_everybody_begins_alone() -> None:
    groups = Groups("abc")

    assert [["a"], ["b"], ["c"]] == [list(groups.members(i)) for i in "abc"]
    assert "a" in groups
    assert "d" not in groups


def test_the_first_of_two_groups_stands_for_both() -> None:
    groups = Groups("abcd")
    groups.join("c", "d")
    groups.join("b", "d")

    assert ["a", "b", "b", "b"] == [groups.of(i) for i in "abcd"]
    assert ["b", "c", "d"] == list(groups.members("d"))


def test_to_join_what_is_one_changes_nothing() -> None:
    groups = Groups("ab")
    groups.join("a", "b")
    groups.join("b", "a")

    assert ["a", "b"] == list(groups.members("b"))


def test_somebody_unknown_is_in_no_group() -> None:
    with pytest.raises(KeyError):
        Groups("ab").of("c")


@given(st.lists(pairs, max_size=8))
def test_two_are_in_one_group_if_joins_lead_from_one_to_the_other(
    joins: list[tuple[str, str]],
) -> None:
    groups = Groups("abcdef")
    near = {(i, i) for i in "abcdef"}
    for a, b in joins:
        groups.join(a, b)
        near |= {(a, b), (b, a)}
    for middle, a, b in product("abcdef", repeat=3):  # every way through the first, then the next
        if {(a, middle), (middle, b)} <= near:
            near.add((a, b))

    assert near == {(a, b) for a in "abcdef" for b in groups.members(a)}
    assert near == {(a, b) for a, b in product("abcdef", repeat=2) if groups.of(a) == groups.of(b)}
