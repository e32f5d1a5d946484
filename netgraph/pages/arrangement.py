"""Who stands where on the map: circles of life on a wheel, or packed discs of what people share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from netgraph.pages.layout import Disc, arrange, disc_radius, seats
from netgraph.pages.life import GOAL, Circle, Employers
from netgraph.pages.wedges import Item, Wheel, wheel

DISC, LOOSE, RING = 0, 1, 2
"""A disc of several people; people who stand alone; the ring of an employer named by a goal."""


@dataclass(frozen=True, slots=True)
class Group:
    """People who stand together: what they share, in which wedge, and where each of them is."""

    name: str
    people: tuple[str, ...]
    disc: Disc
    places: tuple[tuple[float, float], ...]
    kind: int = DISC
    wedge: int = 0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All groups; for circles of life also the wheel and what its wedges are called."""

    groups: tuple[Group, ...]
    wheel: Wheel | None = None
    circles: tuple[Circle, ...] = ()


def packed_discs(groups: Mapping[str, Sequence[str]]) -> Arrangement:
    """Return people by what they share in discs around ego, the first of each in its middle."""
    discs = arrange([len(people) for people in groups.values()])
    around = {size: seats(size) for size in {len(people) for people in groups.values()}}
    return Arrangement(
        tuple(
            Group(name, tuple(people), disc, _moved(around[len(people)], disc))
            for (name, people), disc in zip(groups.items(), discs, strict=True)
        )
    )


def circles_of_life(
    circles: Sequence[Circle],
    company: Mapping[str, str],
    near: Mapping[str, float],
    employers: Employers,
) -> Arrangement:
    """Return people in the wedges of ego's circles, by firm, the nearer ones towards ego.

    ``company`` and ``near`` say of everybody where they work and how near they are to ego.
    """
    split = [_by_firm(circle, company, near, employers) for circle in circles]
    items = [[_item(name, people, near) for name, people in firm] for firm in split]
    rings = [bool(circle.employers) for circle in circles]
    made = wheel(items, goals=sum(circle.kind == GOAL for circle in circles), rings=rings)
    groups: list[Group] = []
    for k, (circle, some, wedge) in enumerate(zip(circles, split, made.wedges, strict=True)):
        alone = []
        for (name, people), disc in zip(some, wedge.discs, strict=True):
            kind = RING if circle.employers else DISC
            if kind == DISC and len(people) == 1:
                alone.append((people[0], (disc.x, disc.y)))
            else:
                groups.append(
                    Group(employers.name(name), people, disc, _towards(people, disc), kind, k)
                )
        if alone:
            whole = Disc(0.0, 0.0, made.rim)
            names, places = zip(*alone, strict=True)
            groups.append(Group("", names, whole, places, LOOSE, k))
    return Arrangement(tuple(groups), made, tuple(circles))


def _by_firm(
    circle: Circle, company: Mapping[str, str], near: Mapping[str, float], employers: Employers
) -> list[tuple[str, tuple[str, ...]]]:
    """Return the firms of a circle and who is there, the nearest first; of goals all employers."""
    found: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for name in circle.employers:
        found.setdefault(employers.key(name), [])
        names.setdefault(employers.key(name), name)
    for person in circle.people:
        key = employers.key(company[person]) or person
        names.setdefault(key, company[person])
        found.setdefault(key, []).append(person)
    for people in found.values():
        people.sort(key=lambda person: (-near[person], person))
    return [(names[key], tuple(people)) for key, people in found.items()]


def _item(name: str, people: Sequence[str], near: Mapping[str, float]) -> Item:
    """Return what the wheel must know of some people at one firm."""
    key = people[0] if len(people) == 1 else name
    return Item(key, len(people), max((near[person] for person in people), default=0.0))


def _moved(around: Iterable[tuple[float, float]], disc: Disc) -> tuple[tuple[float, float], ...]:
    """Return seats around the centre of a disc."""
    return tuple((disc.x + x, disc.y + y) for x, y in around)


def _towards(people: Sequence[str], disc: Disc) -> tuple[tuple[float, float], ...]:
    """Return the seats of a disc, those towards ego first; a larger disc has them further apart."""
    if not people:
        return ()
    away = math.hypot(disc.x, disc.y) or 1.0
    wide = disc.r / disc_radius(len(people))
    around = [(x * wide, y * wide) for x, y in seats(len(people))]
    return _moved(sorted(around, key=lambda s: (s[0] * disc.x + s[1] * disc.y) / away), disc)
