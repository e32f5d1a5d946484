"""Circles of people as wedges of one wheel around ego: how wide, and where its discs stand.

The angle of a wedge grows with the room that its people need, distance from ego with how far they
are; where somebody stands within these follows from their name alone, so that a new person moves
the others by little more than the room that he or she takes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from netgraph.pages.layout import PITCH, Disc, disc_radius

HUB = 96.0
"""Radius kept free around ego."""
SMALLEST = 200.0
"""The wheel is never smaller."""
FILL = 0.54
"""So much of a wedge is covered by its discs."""
MARGIN = 8.0
"""Half the distance between discs, and to the border of the wedge."""
DOT = 11.0
"""Radius that a single person takes."""
LEAST = math.radians(15)
"""No wedge is narrower."""
TOP = (math.tau / 5, math.tau / 3, math.tau * 0.28)
"""How wide the goal's wedge is at least and at most, and the wedges of several goals at least."""
STEP = 1.045
"""The room of wedges grows in such steps."""
PLACED = 1500
"""So many discs look for the free place that suits them best; the rest fill rows."""
GRAIN = 10.0
"""Distance between the places that a disc may take."""

_GOLDEN = math.pi * (3 - math.sqrt(5))

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Item:
    """Somebody alone or several at one firm: a key, how many, and how near to ego in [0, 1]."""

    key: str
    size: int
    nearness: float

    @property
    def radius(self) -> float:
        """Return the radius of the disc."""
        return DOT if self.size == 1 else disc_radius(self.size)


@dataclass(frozen=True, slots=True)
class Wedge:
    """From one angle to another, clockwise from the right; ``discs`` in the order of the items."""

    start: float
    end: float
    discs: tuple[Disc, ...]


@dataclass(frozen=True, slots=True)
class Wheel:
    """All wedges and how far they reach."""

    rim: float
    wedges: tuple[Wedge, ...]


def wheel(circles: Sequence[Sequence[Item]], *, goals: int, rings: Sequence[bool] = ()) -> Wheel:
    """Return the wedges of circles clockwise; the first so many, ego's goals, stand on top.

    ``rings`` says which of them have employers in rows; all others are scattered by nearness.

    >>> made = wheel([[Item("a", 5, 1.0)], [Item("b", 3, 0.5), Item("c", 1, 0.1)]], goals=0)
    >>> len(made.wedges), made.wedges[0].start < made.wedges[0].end
    (2, True)
    """
    if not circles:
        return Wheel(SMALLEST, ())
    needs = [_need(items) for items in circles]
    angles = _angles(needs, circles[:goals])
    areas = (math.sqrt(2 * n / (FILL * a) + HUB**2) for n, a in zip(needs, angles, strict=True))
    ringed = [*rings, *[False] * (len(circles) - len(rings))]
    rows = (
        _rows_reach(items, angle)
        for items, angle, ring in zip(circles, angles, ringed, strict=True)
        if ring
    )
    largest = HUB + 2 * (max((i.radius for some in circles for i in some), default=0.0) + MARGIN)
    rim = math.ceil(max(SMALLEST, largest, *areas, *rows) / GRAIN) * GRAIN
    start = -math.pi / 2 - sum(angles[:goals]) / 2
    wedges = []
    for k, (items, angle) in enumerate(zip(circles, angles, strict=True)):
        end = start + angle
        place = _in_rows if ringed[k] else _scattered
        wedges.append(Wedge(start, end, tuple(place(items, start, end, rim))))
        start = end
    return Wheel(rim, tuple(wedges))


def _need(items: Sequence[Item]) -> float:
    """Return the area that discs take, in steps, so that one more person mostly changes nothing."""
    area = sum(math.pi * (item.radius + MARGIN) ** 2 for item in items)
    return STEP ** round(math.log(area, STEP)) if area else 0.0


def _angles(needs: Sequence[float], goals: Sequence[Sequence[Item]]) -> list[float]:
    """Return the angle of each wedge; together they make a full turn."""
    others = list(needs[len(goals) :])
    if not others:
        return [math.tau / len(goals)] * len(goals)
    top = 0.0
    if goals:
        share = math.tau * sum(needs[: len(goals)]) / (sum(needs) or 1.0)
        top = min(max(share, TOP[0] if len(goals) == 1 else TOP[2]), TOP[1])
    employers = [max(1, len(items)) for items in goals]
    first = [top * number / sum(employers) for number in employers]
    room = math.tau - top
    least = min(LEAST, room / len(others) / 2)
    whole = sum(others) or 1.0
    wide = [max(least, room * need / whole) for need in others]
    over = sum(wide) - room
    above = sum(angle - least for angle in wide) or 1.0
    return [*first, *(angle - over * (angle - least) / above for angle in wide)]


# ---- the goal: rows of discs, each with room for its name ----

NAME = 0.27
"""Room for the name of an employer in the goal's wedge, as a share of the radius."""
MANY = 40
"""More employers than this have no room for names."""
WIDEST = 3000.0
"""Where rows need a larger wheel than this, their discs are scattered like others."""
TALL = 84.0
"""Distance between its rows, discs apart."""
REACH = (0.4, 0.9)
"""Between which shares of the radius the rows stand."""
SEEN = 0.055
"""The ring of an employer is at least so large, as a share of the radius, among however many."""


def _goal_radii(items: Sequence[Item], angle: float, rim: float) -> list[float]:
    """Return the radii of goal employers' discs: a ring is seen also where nobody is."""
    least = max(min(SEEN, SEEN * 8 / len(items), 0.14 * angle) * rim, PITCH * 1.15)
    return [max(disc_radius(max(item.size, 1)), least) for item in items]


def _rows(items: Sequence[Item], angle: float, rim: float) -> list[tuple[float, int]] | None:
    """Return the radius of each row and how many discs stand in it; None if there is no room."""
    widest = 2 * max(_goal_radii(items, angle, rim))
    wide = max(NAME * rim, widest + 2 * MARGIN)
    for number in range(1, len(items) + 1):
        step = (REACH[1] - REACH[0]) * rim / number
        radii = [REACH[0] * rim + step * (k + 0.5) for k in range(number)]
        room = [max(1, int(radius * angle * 0.97 / wide)) for radius in radii]
        if radii[0] * angle < widest + 2 * MARGIN or (number > 1 and step < widest + TALL / 2):
            return None
        if sum(room) >= len(items):
            share = len(items) / sum(room)
            counts = [min(space, round(space * share)) for space in room]
            for k in reversed(range(number)):
                counts[k] += min(room[k] - counts[k], len(items) - sum(counts))
            return [(r, n) for r, n in zip(radii, counts, strict=True) if n]
    return None


def _rows_reach(items: Sequence[Item], angle: float) -> float:
    """Return the smallest rim at which the rows have room."""
    rim = SMALLEST
    while items and len(items) < MANY and _rows(items, angle, rim) is None:
        rim *= 1.04
        if rim > WIDEST:
            return SMALLEST
    return rim


def _in_rows(items: Sequence[Item], start: float, end: float, rim: float) -> list[Disc]:
    """Return discs in rows between hub and rim, the nearest to ego in the innermost."""
    order = sorted(range(len(items)), key=lambda i: (-items[i].nearness, items[i].key))
    found = [Disc(0, 0, 0)] * len(items)
    rows = _rows(items, end - start, rim) if items else []
    if rows is None:
        return _scattered(items, start, end, rim)
    radii = _goal_radii(items, end - start, rim) if items else []
    for radius, number in rows:
        here, order = order[:number], order[number:]
        for j, i in enumerate(sorted(here)):
            angle = start + (end - start) * (j + 0.5) / number
            found[i] = Disc(radius * math.cos(angle), radius * math.sin(angle), radii[i])
    return found


# ---- everybody else: the free place nearest to where they belong ----


def _scattered(items: Sequence[Item], start: float, end: float, rim: float) -> list[Disc]:
    """Return discs, the nearer ones towards ego, each at the free place that suits it best."""
    wanted = _wanted(items, start, end, rim)
    order = sorted(range(len(items)), key=lambda i: (-items[i].radius, -items[i].nearness))
    ground = _Ground(start, end, rim)
    found = [Disc(0, 0, 0)] * len(items)
    for i in order[:PLACED]:
        found[i] = ground.take(*wanted[i], items[i].radius)
    rest = order[PLACED:]
    for i, disc in zip(rest, ground.rows(len(rest)), strict=True):
        found[i] = disc
    return found


def _wanted(
    items: Sequence[Item], start: float, end: float, rim: float
) -> list[tuple[float, float]]:
    """Return radius and angle where each item belongs: nearness by rank, filling the area."""
    order = sorted(range(len(items)), key=lambda i: (-items[i].nearness, items[i].key))
    total = sum(items[i].radius ** 2 for i in order) or 1.0
    turns = sorted(order, key=lambda i: crc32(items[i].key.encode("utf-8", "surrogatepass")))
    turn = {i: (k + 0.5) / len(turns) for k, i in enumerate(turns)}
    found = [(0.0, 0.0)] * len(items)
    before = 0.0
    for i in order:
        area = items[i].radius ** 2
        share = (before + area / 2) / total
        before += area
        radius = math.sqrt(HUB**2 + share * (rim**2 - HUB**2))
        found[i] = (radius, start + (end - start) * turn[i])
    return found


class _Ground:
    """The places of one wedge, and how much room there is around each."""

    def __init__(self, start: float, end: float, rim: float) -> None:
        self.start, self.end, self.rim = start, end, rim
        grain = max(GRAIN, rim / 80)
        self.x, self.y = _seeds(rim, grain, start, end)
        self.r = np.hypot(self.x, self.y)
        self.angle = np.mod(np.arctan2(self.y, self.x) - start, math.tau)
        self.free = self._to_border(self.r, self.angle)
        self.taken: list[Disc] = []

    def _to_border(self, r: Floats, angle: Floats) -> Floats:
        """Return how far places are from hub, rim and both sides."""
        width = self.end - self.start
        inner, outer = r - HUB, self.rim - r
        if width > math.tau - 1e-6:
            return np.minimum(inner, outer)
        aside = np.minimum(angle, width - angle)
        sides = np.where(aside < math.pi / 2, r * np.sin(np.minimum(aside, math.pi / 2)), r)
        return np.minimum(np.minimum(inner, outer), sides)

    def take(self, radius: float, angle: float, size: float) -> Disc:
        """Take the free place nearest to the wanted one."""
        width = size + MARGIN
        away = 2.2 * (self.r - radius) ** 2 + (radius * (self.angle - (angle - self.start))) ** 2
        fits = self.free >= width
        if not fits.any():
            fits = self.free >= self.free.max() - 1e-9
        k = int(np.argmin(np.where(fits, away, np.inf)))
        disc = Disc(float(self.x[k]), float(self.y[k]), size)
        around = np.hypot(self.x - disc.x, self.y - disc.y) - width
        self.free = np.minimum(self.free, around)
        self.taken.append(disc)
        return disc

    def rows(self, number: int) -> list[Disc]:
        """Return places for so many single people in what is left free, from ego outwards."""
        if not number:
            return []
        pitch = PITCH
        while True:
            x, y = _seeds(self.rim, pitch, self.start, self.end)
            r = np.hypot(x, y)
            angle = np.mod(np.arctan2(y, x) - self.start, math.tau)
            free = self._to_border(r, angle) > pitch / 3
            self._clear(free, x, y, pitch / 3)
            seats = np.flatnonzero(free)
            if len(seats) >= number:
                break
            pitch *= 0.85
        order = seats[np.argsort(r[seats], kind="stable")]
        chosen = order[np.linspace(0, len(order) - 1, number).round().astype(int)]
        return [Disc(float(x[k]), float(y[k]), DOT) for k in chosen]

    def _clear(self, free: Flags, x: Floats, y: Floats, least: float) -> None:
        """Say of places that they are not free where a disc is nearer than that."""
        order = np.argsort(x)
        along = x[order]
        for disc in self.taken:
            reach = disc.r + MARGIN / 2 + least
            near = order[slice(*np.searchsorted(along, (disc.x - reach, disc.x + reach)))]
            around = np.hypot(x[near] - disc.x, y[near] - disc.y) - disc.r - MARGIN / 2
            free[near] &= around > least


def _seeds(rim: float, pitch: float, start: float, end: float) -> tuple[Floats, Floats]:
    """Return the seeds of a sunflower that stand between two angles, the innermost first."""
    k = np.arange(int((HUB / pitch / 0.56) ** 2), int((rim / pitch / 0.56) ** 2) + 1)
    r = pitch * 0.56 * np.sqrt(k + 0.5)
    angle = k * _GOLDEN
    inside = np.mod(angle - start, math.tau) < end - start
    r, angle = r[inside], angle[inside]
    return r * np.cos(angle), r * np.sin(angle)
