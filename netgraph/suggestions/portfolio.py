r"""The asks of one week, chosen together: who adds most to those already chosen.

The value of a set B is

.. math::

    f(B) = \tfrac12 \sum_{c \in B} V_c + \tfrac12 \sum_t \max_{c \in B : t \in T_c} V_c / |T_c|

with V the value of each ask and T the circles of each person (employer, school, kind of work):
whoever moves only in circles that the set covers as well already adds half of their own value.
f is monotone and submodular, so the greedy choice has at least 1 - 1/e of the best value
(Nemhauser, Wolsey & Fisher, Mathematical Programming 14, 1978), at least half of it where two
people may not both be chosen because they share an employer (Fisher, Nemhauser & Wolsey 1978).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from math import comb
from typing import Final, TypeVar

T = TypeVar("T", bound=Hashable)

FEW: Final = 1000
"""Up to so many possible sets are all compared; beyond, the choice is greedy."""


def worth(
    chosen: Iterable[T], values: Mapping[T, float], circles: Mapping[T, Collection[str]]
) -> float:
    """Return the value of a set.

    >>> worth("ab", {"a": 0.4, "b": 0.2}, {"a": ["Acme"], "b": ["Acme"]})
    0.5
    """
    alone, covered = 0.0, dict[str, float]()
    for c in chosen:
        alone += values[c]
        for circle, part in _parts(c, values, circles):
            covered[circle] = max(covered.get(circle, 0.0), part)
    return (alone + sum(covered.values())) / 2


def _parts(
    c: T, values: Mapping[T, float], circles: Mapping[T, Collection[str]]
) -> list[tuple[str, float]]:
    """Return the circles somebody moves in, one of their own if none is known, with their value."""
    around = circles[c] or (f"\0{c}",)
    return [(circle, values[c] / len(around)) for circle in around]


def choose(
    candidates: Sequence[T],
    values: Mapping[T, float],
    circles: Mapping[T, Collection[str]],
    employers: Mapping[T, str],
    *,
    size: int,
) -> list[T]:
    """Return at most ``size`` candidates, no two of one employer, in the order of what each adds.

    Among few candidates (up to 1,000 possible sets) it is the best set there is; among more the
    greedy one. Equal gains go to whoever comes first. An empty employer clashes with nobody.

    >>> values = {"a": 0.5, "b": 0.4, "c": 0.3}
    >>> circles = {"a": ["x"], "b": ["x"], "c": ["y"]}
    >>> choose("abc", values, circles, dict.fromkeys("abc", ""), size=2)
    ['a', 'c']
    """
    if comb(len(candidates), min(size, len(candidates))) <= FEW:
        candidates = _best(candidates, values, circles, employers, size)
    return _greedy(candidates, values, circles, employers, size)


def _greedy(
    candidates: Sequence[T],
    values: Mapping[T, float],
    circles: Mapping[T, Collection[str]],
    employers: Mapping[T, str],
    size: int,
) -> list[T]:
    """Add whoever adds most, until the set is full or nobody is left."""
    chosen: list[T] = []
    covered: dict[str, float] = {}
    taken: set[str] = set()
    left = list(candidates)
    while left and len(chosen) < size:
        best = max(left, key=lambda c: _gain(c, values, circles, covered))
        chosen.append(best)
        for circle, part in _parts(best, values, circles):
            covered[circle] = max(covered.get(circle, 0.0), part)
        taken |= {employers[best]} - {""}
        left = [c for c in left if c != best and employers[c] not in taken]
    return chosen


def _gain(
    c: T,
    values: Mapping[T, float],
    circles: Mapping[T, Collection[str]],
    covered: Mapping[str, float],
) -> float:
    """Return what somebody adds to a set that covers circles so far; rounded, as sums differ."""
    parts = _parts(c, values, circles)
    new = sum(max(0.0, part - covered.get(circle, 0.0)) for circle, part in parts)
    return round((values[c] + new) / 2, 12)


def _best(
    candidates: Sequence[T],
    values: Mapping[T, float],
    circles: Mapping[T, Collection[str]],
    employers: Mapping[T, str],
    size: int,
) -> list[T]:
    """Return the best of all possible sets."""
    for n in range(min(size, len(candidates)), 0, -1):
        sets = [
            those
            for those in combinations(candidates, n)
            if len(named := [e for c in those if (e := employers[c])]) == len(set(named))
        ]
        if sets:
            return list(max(sets, key=lambda s: round(worth(s, values, circles), 12)))
    return []
