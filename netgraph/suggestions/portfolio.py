r"""The asks of one week, in the order in which each adds most to those before it.

The value of a set B is

.. math::

    f(B) = \tfrac12 \sum_{c \in B} V_c + \tfrac12 \sum_t \max_{c \in B : t \in T_c} V_c / |T_c|

with V the value of each ask and T the circles of each person (employer, school, kind of work):
whoever moves only in circles that the set covers as well already adds half of their own value.
f is monotone and submodular, so the greedy choice has at least 1 - 1/e of the best value
(Nemhauser, Wolsey & Fisher, Mathematical Programming 14, 1978). A longer list begins with the
shorter one.

Since nobody ever adds more than before, what somebody added once is a bound, and only those at
the top are looked at again (Minoux, Optimization Techniques, 1978): for n of N candidates at most
n N gains are computed, as a rule few more than N.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


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
        for circle, part in _parts(c, values[c], circles[c]):
            covered[circle] = max(covered.get(circle, 0.0), part)
    return (alone + sum(covered.values())) / 2


def _parts(c: Hashable, value: float, circles: Collection[str]) -> list[tuple[str, float]]:
    """Return the circles somebody moves in, one of their own if none is known, with their value."""
    around = circles or (f"\0{c}",)
    return [(circle, value / len(around)) for circle in around]


def in_order(
    candidates: Sequence[T],
    values: Mapping[T, float],
    circles: Callable[[T], Collection[str]],
    *,
    part: Callable[[T], float] = lambda c: 1.0,
) -> Iterator[T]:
    """Yield the candidates, whoever adds most to those before first.

    Equal gains go to whoever comes first. ``part`` is what of their gain somebody still has,
    in [0, 1], given who was yielded; it never rises.

    >>> circles = {"a": ["x"], "b": ["x"], "c": ["y"]}
    >>> list(in_order("abc", {"a": 0.5, "b": 0.4, "c": 0.3}, circles.__getitem__))
    ['a', 'c', 'b']
    """
    covered: dict[str, float] = {}
    # the bound on what somebody adds, their place, and for how many before them it was computed
    left = [(-values[c], place, -1) for place, c in enumerate(candidates)]
    heapify(left)
    done = 0
    while left:
        _, place, seen = heappop(left)
        c = candidates[place]
        if seen == done:
            yield c
            done += 1
            for circle, share in _parts(c, values[c], circles(c)):
                covered[circle] = max(covered.get(circle, 0.0), share)
            continue
        new = sum(
            max(0.0, share - covered.get(circle, 0.0))
            for circle, share in _parts(c, values[c], circles(c))
        )
        gain = round(part(c) * (values[c] + new) / 2, 12)
        heappush(left, (-gain, place, done))
