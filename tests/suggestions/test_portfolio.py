"""The set of a week: the best there is among few, never far from it among many."""

from __future__ import annotations

from itertools import combinations
from math import e

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.suggestions.portfolio import _greedy, choose, worth

Case = tuple[dict[str, float], dict[str, list[str]], dict[str, str]]


@st.composite
def cases(draw: st.DrawFn, clashes: bool = True) -> Case:
    ids = "abcdefgh"[: draw(st.integers(1, 8))]
    values = {c: draw(st.floats(0.01, 1)) for c in ids}
    circles = {c: draw(st.lists(st.sampled_from("wxyz"), unique=True)) for c in ids}
    firms = st.sampled_from(["", "Acme", "Blue"]) if clashes else st.just("")
    return values, circles, {c: draw(firms) for c in ids}


def best(case: Case, size: int) -> float:
    """The value of the best set, by trying all."""
    values, circles, firms = case
    sets = [s for n in range(size + 1) for s in combinations(values, n)]
    return max(
        worth(s, values, circles)
        for s in sets
        if len({firms[c] for c in s} - {""}) == sum(firms[c] != "" for c in s)
    )


def test_a_set_is_worth_half_of_each_and_half_of_the_best_in_each_circle() -> None:
    values = {"a": 0.4, "b": 0.2, "c": 0.6}
    circles = {"a": ["x", "y"], "b": ["x"], "c": []}
    # alone .4 + .2 + .6; circles: x max(.2, .2), y .2, c's own .6
    assert (1.2 + 0.2 + 0.2 + 0.6) / 2 == pytest.approx(worth("abc", values, circles))


def test_one_person_is_worth_their_own_value() -> None:
    assert 0.4 == pytest.approx(worth("a", {"a": 0.4}, {"a": ["x", "y", "z"]}))


def test_somebody_in_a_new_circle_beats_a_slightly_better_one_in_a_covered_circle() -> None:
    values = {"a": 0.5, "b": 0.4, "c": 0.3}
    circles = {"a": ["x"], "b": ["x"], "c": ["y"]}
    assert ["a", "c"] == choose("abc", values, circles, dict.fromkeys("abc", ""), size=2)


def test_greedy_alone_can_miss_the_best_pair_and_the_choice_does_not() -> None:
    values = {"a": 0.5, "b": 0.49, "c": 0.49}
    circles = {"a": ["x", "y"], "b": ["x"], "c": ["y"]}
    firms = {"a": "Acme", "b": "Acme", "c": "Acme "}
    exact = choose("abc", values, circles, firms | {"c": ""}, size=2)
    assert worth(exact, values, circles) == pytest.approx(best((values, circles, firms), 2))


@settings(max_examples=60)
@given(cases(), st.integers(1, 4))
def test_among_few_it_is_the_best_set_there_is(case: Case, size: int) -> None:
    values, circles, firms = case
    found = choose(list(values), values, circles, firms, size=size)
    assert best(case, size) == pytest.approx(worth(found, values, circles), abs=1e-9)


@settings(max_examples=60)
@given(cases(clashes=False), st.integers(1, 4))
def test_greedy_keeps_the_submodular_bound(case: Case, size: int) -> None:
    values, circles, firms = case
    found = _greedy(list(values), values, circles, firms, size)
    assert worth(found, values, circles) >= (1 - 1 / e) * best(case, size) - 1e-9


@settings(max_examples=60)
@given(cases(), st.integers(1, 4))
def test_greedy_keeps_half_where_employers_clash(case: Case, size: int) -> None:
    values, circles, firms = case
    found = _greedy(list(values), values, circles, firms, size)
    assert worth(found, values, circles) >= best(case, size) / 2 - 1e-9


@settings(max_examples=60)
@given(cases(), st.integers(1, 5))
def test_no_two_are_at_one_employer_and_nobody_is_there_twice(case: Case, size: int) -> None:
    values, circles, firms = case
    found = choose(list(values), values, circles, firms, size=size)
    named = [firms[c] for c in found if firms[c]]
    assert len(named) == len(set(named))
    assert len(found) == len(set(found)) <= size


@settings(max_examples=60)
@given(cases(), st.data())
def test_more_chosen_already_means_less_is_added(case: Case, data: st.DataObject) -> None:
    values, circles, _ = case
    ids = list(values)
    small = data.draw(st.lists(st.sampled_from(ids), unique=True))
    large = list({*small, *data.draw(st.lists(st.sampled_from(ids), unique=True))})
    for c in set(ids) - set(large):
        gain = worth([*small, c], values, circles) - worth(small, values, circles)
        later = worth([*large, c], values, circles) - worth(large, values, circles)
        assert -1e-9 <= later <= gain + 1e-9
