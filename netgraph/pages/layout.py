"""Where everybody stands: groups as discs packed around ego, members as seeds of a sunflower.

No force moves anything: equal input gives equal positions, and adding a person to one group
leaves the inside of every other as it was.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

PITCH = 26.0
"""Distance between neighbours inside a disc."""
GAP = 20.0
"""Distance between discs, where their names stand."""
HOLE = 84.0
"""Radius kept free around ego."""
PACKED = 1200
"""So many discs are packed; smaller ones after them form rings, which costs no time."""
TOUCH = 1e-6
"""Circles this close to each other touch and do not overlap."""

_GOLDEN = math.pi * (3 - math.sqrt(5))


class Disc(NamedTuple):
    """A circle."""

    x: float
    y: float
    r: float


def disc_radius(members: int) -> float:
    """Return the radius of the disc that holds so many members.

    >>> disc_radius(1)
    15.6
    """
    return PITCH * 0.6 if members == 1 else PITCH * (0.5 + 0.56 * math.sqrt(members))


def seats(members: int) -> list[tuple[float, float]]:
    """Return where members sit around the centre of their disc, the first in its middle."""
    if members == 1:
        return [(0.0, 0.0)]
    radii = (PITCH * 0.56 * math.sqrt(k + 0.3) for k in range(members))
    return [(r * math.cos(k * _GOLDEN), r * math.sin(k * _GOLDEN)) for k, r in enumerate(radii)]


def arrange(sizes: Sequence[int]) -> list[Disc]:
    """Return one disc per group, none touching another, in their order from ego outwards.

    >>> [round(math.hypot(d.x, d.y)) for d in arrange([9, 1])]
    [151, 110]
    """
    radii = [disc_radius(size) for size in sizes]
    wide = [r + GAP / 2 for r in radii]
    centres = pack(wide[:PACKED], hole=HOLE)
    reach = max(
        (math.hypot(x, y) + r for (x, y), r in zip(centres, wide, strict=False)), default=HOLE
    )
    centres += rings(wide[PACKED:], start=reach)
    return [Disc(x, y, r) for (x, y), r in zip(centres, radii, strict=True)]


def rings(radii: Sequence[float], *, start: float) -> list[tuple[float, float]]:
    """Return centres for circles on rings from ``start`` outwards; a wider one opens a ring."""
    centres: list[tuple[float, float]] = []
    while len(centres) < len(radii):
        first = len(centres)
        widest = radii[first]
        radius = start + widest
        room = max(1, int(math.pi / math.asin(widest / radius)))
        here = len(list(takewhile(widest.__ge__, radii[first : first + room])))
        for k in range(here):
            angle = 2 * math.pi * k / here + first
            centres.append((radius * math.cos(angle), radius * math.sin(angle)))
        start = radius + widest
    return centres


def pack(radii: Sequence[float], *, hole: float) -> list[tuple[float, float]]:
    """Return centres for circles that touch without overlap around a hole at the origin.

    The front chain of Wang, Wang, Dai and Wang (2006), "Visualization of large hierarchical data
    by circle packing": each circle is laid against the two neighbours on the front nearest to
    the origin; if it would hit a third, the front closes up to that one.
    """
    if not radii:
        return []
    front = _Front([hole, *radii])
    for i in range(3, len(front.r)):
        front.add(i)
    return list(zip(front.x[1:], front.y[1:], strict=True))


class _Front:
    """Circles laid so far, and the closed chain of those that stand outermost."""

    def __init__(self, radii: list[float]) -> None:
        self.r = radii
        self.x = [0.0] * len(radii)
        self.y = [0.0] * len(radii)
        self.next = [0] * len(radii)
        self.before = [0] * len(radii)
        self.gap = [0.0] * len(radii)
        self.x[1] = radii[0] + radii[1]
        self._link(0, 1)
        self._link(1, 0)
        self.a, self.b = 0, 1
        if len(radii) > 2:
            self._lay(1, 0, 2)
            self._link(1, 2)
            self._link(2, 0)

    def add(self, i: int) -> None:
        """Lay circle ``i`` as near to the origin as the front allows."""
        while True:
            self._lay(self.a, self.b, i)
            if not self._closes_up(i):
                break
        self._link(self.a, i)
        self._link(i, self.b)
        self.b = i
        self.a = self._nearest()
        self.b = self.next[self.a]

    def _link(self, a: int, b: int) -> None:
        """Let ``b`` follow ``a`` on the front, and keep how far from the origin they touch."""
        self.next[a], self.before[b] = b, a
        self.gap[a] = self._distance(a, b)

    def _lay(self, b: int, a: int, c: int) -> None:
        """Put circle ``c`` against ``a`` and ``b``."""
        x, y, r = self.x, self.y, self.r
        dx, dy = x[b] - x[a], y[b] - y[a]
        square = dx * dx + dy * dy
        to_a, to_b = (r[a] + r[c]) ** 2, (r[b] + r[c]) ** 2
        if to_a > to_b:
            along = (square + to_b - to_a) / (2 * square)
            aside = math.sqrt(max(0.0, to_b / square - along * along))
            x[c] = x[b] - along * dx - aside * dy
            y[c] = y[b] - along * dy + aside * dx
        else:
            along = (square + to_a - to_b) / (2 * square)
            aside = math.sqrt(max(0.0, to_a / square - along * along))
            x[c] = x[a] + along * dx - aside * dy
            y[c] = y[a] + along * dy + aside * dx

    def _closes_up(self, i: int) -> bool:
        """Shorten the front to the first circle that ``i`` would hit; False if there is none."""
        x, y, r = self.x, self.y, self.r
        at_x, at_y, wide = x[i], y[i], r[i] - TOUCH
        ahead, behind = self.next[self.b], self.before[self.a]
        walked_ahead, walked_behind = r[self.b], r[self.a]
        while True:
            onward = walked_ahead <= walked_behind
            k = ahead if onward else behind
            reach, dx, dy = r[k] + wide, x[k] - at_x, y[k] - at_y
            if reach * reach > dx * dx + dy * dy:
                break
            if onward:
                walked_ahead += r[k]
                ahead = self.next[k]
            else:
                walked_behind += r[k]
                behind = self.before[k]
            if ahead == self.next[behind]:
                return False
        if onward:
            self.b = k
        else:
            self.a = k
        self._link(self.a, self.b)
        return True

    def _nearest(self) -> int:
        """Return the first of the neighbours on the front whose gap is nearest to the origin."""
        gap, following = self.gap, self.next
        best, least = self.b, gap[self.b]
        at = following[best]
        while at != self.b:
            if gap[at] < least:
                best, least = at, gap[at]
            at = following[at]
        return best

    def _distance(self, i: int, j: int) -> float:
        """Return how far, squared, the touching point of two circles is from the origin."""
        both = self.r[i] + self.r[j]
        dx = (self.x[i] * self.r[j] + self.x[j] * self.r[i]) / both
        dy = (self.y[i] * self.r[j] + self.y[j] * self.r[i]) / both
        return dx * dx + dy * dy
