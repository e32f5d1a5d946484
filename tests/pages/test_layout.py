from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from netgraph.pages.layout import GAP, HOLE, PITCH, arrange, disc_radius, rings, seats

sizes = st.lists(st.integers(1, 60), max_size=40)


@given(sizes)
def test_no_disc_touches_another_nor_ego(numbers: list[int]) -> None:
    discs = arrange(numbers)

    assert all(hypot(d.x, d.y) >= d.r + HOLE - 1e-6 for d in discs)
    assert all(
        hypot(a.x - b.x, a.y - b.y) >= a.r + b.r + GAP - 1e-3 for a, b in combinations(discs, 2)
    )


@given(st.lists(st.integers(1, 9), min_size=60, max_size=90))
def test_circles_on_rings_keep_apart_whatever_their_order(numbers: list[int]) -> None:
    radii = [disc_radius(n) for n in numbers]
    circles = list(zip(rings(radii, start=100.0), radii, strict=True))

    assert all(
        hypot(a[0] - b[0], a[1] - b[1]) >= r + s - 1e-3
        for (a, r), (b, s) in combinations(circles, 2)
    )


@given(st.integers(2, 300))
def test_members_stay_inside_their_disc_and_apart(members: int) -> None:
    places = seats(members)

    assert all(hypot(x, y) <= disc_radius(members) for x, y in places)
    nearest = min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(places[:40], 2))
    assert nearest >= PITCH * 0.5


def test_a_group_of_one_stands_in_the_middle_of_its_disc() -> None:
    assert [(0.0, 0.0)] == seats(1)


def test_nobody_needs_no_room() -> None:
    assert [] == arrange([])
    assert [] == rings([], start=10)


@given(sizes)
def test_equal_input_gives_equal_places(numbers: list[int]) -> None:
    assert arrange(numbers) == arrange(list(numbers))
