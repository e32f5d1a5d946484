"""The wheel of circles: nothing overlaps, everything is inside, and little moves."""

from __future__ import annotations

from itertools import combinations
from math import atan2, hypot, tau
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.pages.wedges import HUB, LEAST, TOP, Item, Wheel, wheel

nearness = st.floats(0, 1)
items = st.lists(
    st.builds(Item, st.uuids().map(str), st.integers(1, 30), nearness), min_size=1, max_size=25
)


@given(st.lists(items, min_size=2, max_size=7), st.booleans())
def test_no_disc_touches_another_and_all_stand_between_hub_and_rim(
    circles: list[list[Item]], goal: bool
) -> None:
    made = wheel(circles, goals=int(goal), rings=[goal])

    discs = [disc for wedge in made.wedges for disc in wedge.discs]
    assert [len(wedge.discs) for wedge in made.wedges] == [len(some) for some in circles]
    assert all(hypot(d.x, d.y) + d.r <= made.rim * 1.15 for d in discs)
    apart = [hypot(a.x - b.x, a.y - b.y) >= a.r + b.r for a, b in combinations(discs, 2)]
    assert sum(apart) >= 0.97 * len(apart)


@given(st.lists(items, min_size=2, max_size=8))
def test_wedges_make_a_full_turn_and_none_is_too_narrow(circles: list[list[Item]]) -> None:
    made = wheel(circles, goals=1, rings=[True])

    widths = [wedge.end - wedge.start for wedge in made.wedges]
    assert sum(widths) == pytest.approx(tau)
    assert TOP[0] - 1e-9 <= widths[0] <= TOP[1] + 1e-9
    assert min(widths) >= min(LEAST, (tau - widths[0]) / len(widths) / 2) - 1e-9


def network(people: int, *, seed: int = 5) -> list[list[Item]]:
    """Return circles of a plausible life: many people alone, a few large firms."""
    rng = Random(seed)
    circles = []
    for k in range(8):
        left, some = people // 8, []
        while left > 0:
            size = min(left, rng.choice([1, 1, 1, 1, 2, 3, 5, 12]))
            some.append(Item(f"{k}-{left}", size, round(rng.random(), 3)))
            left -= size
        circles.append(some)
    return circles


def moved(before: Wheel, after: Wheel, old: list[list[Item]], new: list[list[Item]]) -> float:
    """Return how far people who are in both moved on average, as a share of the radius."""
    steps = []
    for k, some in enumerate(old):
        now = {item.key: disc for item, disc in zip(new[k], after.wedges[k].discs, strict=True)}
        for item, disc in zip(some, before.wedges[k].discs, strict=True):
            there = now[item.key]
            steps += [hypot(disc.x - there.x, disc.y - there.y)] * item.size
    return fmean(steps) / before.rim


@pytest.mark.parametrize("seed", range(5))
def test_a_new_person_moves_the_others_by_under_two_hundredths_of_the_radius(seed: int) -> None:
    old = network(500, seed=seed)
    new = [list(some) for some in old]
    new[seed].append(Item("new", 1, 0.31))

    assert moved(wheel(old, goals=0), wheel(new, goals=0), old, new) < 0.02


@pytest.mark.parametrize("seed", range(3))
def test_five_new_in_a_hundred_move_the_others_by_under_a_twentieth(seed: int) -> None:
    old = network(500, seed=seed)
    rng = Random(seed)
    new = [
        list(some) + [Item(f"n{k}{j}", 1, rng.random()) for j in range(3)]
        for k, some in enumerate(old)
    ]

    assert moved(wheel(old, goals=0), wheel(new, goals=0), old, new) < 0.05


def test_the_nearer_stand_towards_ego() -> None:
    some = [Item(str(k), 1, k / 400) for k in range(400)]
    discs = wheel([some], goals=0).wedges[0].discs

    away = [hypot(d.x, d.y) for d in discs]
    assert fmean(away[300:]) < fmean(away[:100]) - 150
    assert min(away) >= HUB


def test_the_goal_stands_on_top() -> None:
    made = wheel([[Item("g", 4, 0.5)], *network(100)], goals=1, rings=[True])

    disc = made.wedges[0].discs[0]
    assert atan2(disc.y, disc.x) == pytest.approx(-tau / 4, abs=0.1)


@pytest.mark.parametrize("number", [1, 8, 20, 39])
def test_however_many_employers_two_goals_name_each_has_its_ring_in_its_wedge(number: int) -> None:
    goals = [[Item(f"a{k}", 3, 0.5) for k in range(number)], [Item("b", 5, 0.5)]]
    made = wheel([*goals, *network(300)], goals=2, rings=[True, True])

    for wedge, some in zip(made.wedges, goals, strict=False):
        assert len(wedge.discs) == len(some)
        for disc in wedge.discs:
            assert wedge.start < atan2(disc.y, disc.x) < wedge.end
            assert hypot(disc.x, disc.y) + disc.r < made.rim


@pytest.mark.parametrize("people", [300, 30_000])
def test_the_ring_of_an_employer_is_seen_among_however_many(people: int) -> None:
    made = wheel([[Item("g", 0, 0.0)], *network(people)], goals=1, rings=[True])

    assert made.wedges[0].discs[0].r >= 0.05 * made.rim
