"""Who stands where on the map: packed discs of what people share, or circles of life."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from netgraph.pages.arrangement import DISC, LOOSE, RING, Arrangement, circles_of_life, packed_discs
from netgraph.pages.life import GOAL, Circle, Employers

FIRMS = {"a": "Acme", "b": "ACME Inc.", "c": "Blue", "d": "", "e": "Acme"}
NEAR = {"a": 0.1, "b": 0.9, "c": 0.5, "d": 0.3, "e": 0.5}


@given(st.lists(st.integers(1, 6), max_size=6))
def test_everybody_stands_within_the_disc_of_their_group_and_apart(sizes: list[int]) -> None:
    groups: dict[str, Sequence[str]] = {
        f"g{k}": [f"p{k}-{n}" for n in range(size)] for k, size in enumerate(sizes)
    }
    made = packed_discs(groups)

    assert list(groups) == [group.name for group in made.groups]
    for group in made.groups:
        assert tuple(groups[group.name]) == group.people
        assert len(group.people) == len(set(group.places)) == len(group.places)
        for x, y in group.places:
            assert math.hypot(x - group.disc.x, y - group.disc.y) <= group.disc.r
    for one, other in combinations(made.groups, 2):
        away = math.hypot(one.disc.x - other.disc.x, one.disc.y - other.disc.y)
        assert away >= one.disc.r + other.disc.r


def test_the_first_of_a_group_stands_in_its_middle() -> None:
    [group] = packed_discs({"Acme": ["a", "b", "c"]}).groups

    away = [math.hypot(x - group.disc.x, y - group.disc.y) for x, y in group.places]

    assert min(away) == away[0]
    assert (None, ()) == (packed_discs({}).wheel, packed_discs({}).groups)


def arranged(*circles: Circle) -> Arrangement:
    return circles_of_life(circles, FIRMS, NEAR, Employers())


def test_colleagues_of_a_circle_share_a_disc_and_others_stand_loose() -> None:
    found = arranged(Circle("School", people=tuple("abcde")))
    disc, loose = found.groups

    assert (DISC, {"a", "b", "e"}) == (disc.kind, set(disc.people))
    assert (LOOSE, {"c", "d"}, "") == (loose.kind, set(loose.people), loose.name)
    assert found.wheel is not None
    assert found.wheel.rim == loose.disc.r


def test_the_nearest_of_a_firm_stands_towards_ego() -> None:
    [disc, _] = arranged(Circle("School", people=tuple("abcde"))).groups
    away = [math.hypot(x, y) for x, y in disc.places]

    assert "b" == disc.people[0]
    assert min(away) == away[0]


def test_every_employer_of_a_goal_has_a_ring_also_one_where_nobody_is() -> None:
    found = arranged(Circle("nurse", "", GOAL, ("a",), ("Acme", "Globex")))

    assert [("Acme", ("a",), RING), ("Globex", (), RING)] == [
        (group.name, group.people, group.kind) for group in found.groups
    ]
    assert [1, 0] == [len(group.places) for group in found.groups]


def test_nobody_is_left_out_and_nobody_stands_twice() -> None:
    found = arranged(Circle("School", people=("a", "b")), Circle("Work", people=("c", "d", "e")))

    assert sorted(FIRMS) == sorted(i for group in found.groups for i in group.people)
    assert {0, 1} == {group.wedge for group in found.groups}
