"""The order of a week: each adds most to those before, and a longer list begins with a shorter."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, islice
from math import e

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.suggestions.portfolio import in_order, worth

Case = tuple[dict[str, float], dict[str, list[str]]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    ids = "abcdefgh"[: draw(st.integers(1, 8))]
    values = {c: draw(st.floats(0.01, 1)) for c in ids}
    return values, {c: draw(st.lists(st.sampled_from("wxyz"), unique=True)) for c in ids}


def best(case: Case, size: int) -> float:
    """The value of the best set, by trying all."""
    values, circles = case
    sets = (s for n in range(size + 1) for s in combinations(values, n))
    return max(worth(s, values, circles) for s in sets)


def test_a_set_is_worth_half_of_each_and_half_of_the_best_in_each_circle() -> None:
    values = {"a": 0.4, "b": 0.2, "c": 0.6}
    circles = {"a": ["x", "y"], "b": ["x"], "c": []}
    # alone .4 + .2 + .6; circles: x max(.2, .2), y .2, c's own .6
    assert (1.2 + 0.2 + 0.2 + 0.6) / 2 == pytest.approx(worth("abc", values, circles))


def test_one_person_is_worth_their_own_value() -> None:
    assert 0.4 == pytest.approx(worth("a", {"a": 0.4}, {"a": ["x", "y", "z"]}))


def ordered(case: Case) -> list[str]:
    """All candidates in the order in which each adds most."""
    values, circles = case
    return list(in_order(list(values), values, circles.__getitem__))


def test_somebody_in_a_new_circle_beats_a_slightly_better_one_in_a_covered_circle() -> None:
    values = {"a": 0.5, "b": 0.4, "c": 0.3}
    assert ["a", "c", "b"] == ordered((values, {"a": ["x"], "b": ["x"], "c": ["y"]}))


@given(cases(), st.integers(1, 4))
def test_the_order_keeps_the_submodular_bound_at_every_length(case: Case, size: int) -> None:
    values, circles = case
    found = ordered(case)[:size]
    assert worth(found, values, circles) >= (1 - 1 / e) * best(case, size) - 1e-9


@given(cases())
def test_it_is_what_looking_at_everybody_every_time_would_choose(case: Case) -> None:
    values, circles = case
    plain: list[str] = []
    for _ in values:
        left = [c for c in values if c not in plain]
        gain = {
            c: round(worth([*plain, c], values, circles) - worth(plain, values, circles), 9)
            for c in left
        }
        plain.append(max(left, key=lambda c: gain[c]))
    found = ordered(case)

    assert sorted(values) == sorted(found)
    totals = [[worth(o[:n], values, circles) for n in range(len(o))] for o in (plain, found)]
    assert totals[0] == pytest.approx(totals[1], abs=1e-6)


@pytest.mark.parametrize(("people", "employers"), [(22, 4), (122, 7), (3000, 40)])
def test_choosing_looks_at_few_more_than_there_are(people: int, employers: int) -> None:
    values = {i: 1 / (2 + i) for i in range(people)}
    looked: Counter[int] = Counter()

    def circles(i: int) -> list[str]:
        looked[i] += 1
        return [f"firm {i % employers}", f"work {i % 9}"]

    found = list(islice(in_order(list(values), values, circles), 25))

    assert min(25, people) == len(found) == len(set(found))
    assert looked.total() <= 25 * people


@given(cases(), st.data())
def test_more_chosen_already_means_less_is_added(case: Case, data: st.DataObject) -> None:
    values, circles = case
    ids = list(values)
    small = data.draw(st.lists(st.sampled_from(ids), unique=True))
    large = list({*small, *data.draw(st.lists(st.sampled_from(ids), unique=True))})
    for c in set(ids) - set(large):
        gain = worth([*small, c], values, circles) - worth(small, values, circles)
        later = worth([*large, c], values, circles) - worth(large, values, circles)
        assert -1e-9 <= later <= gain + 1e-9
