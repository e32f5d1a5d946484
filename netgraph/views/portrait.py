"""Ego's network in words: how large, how closely knit, whom it hangs on; by record and guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan

from netgraph.graph.build import network_on
from netgraph.graph.schema import TieGraph
from netgraph.graph.ties import ties_on
from netgraph.measures.connectivity import Cohesion, cohesion
from netgraph.measures.structural_holes import Brokerage, measures, roles
from netgraph.model.as_of import AsOf
from netgraph.views.names import Named, name_of

MOST = 3
"""So many people are named."""


@dataclass(frozen=True, slots=True)
class Hinge(Named):
    """Somebody through whom alone ``people`` others are known."""

    people: int


@dataclass(frozen=True, slots=True)
class Portrait:
    """A network in numbers and in words; ``roles`` says how often ego stands between others."""

    people: int
    ties: int
    density: float | None
    parts: int
    largest_part: int
    alone: int
    constraint: float | None
    effective_size: float | None
    roles: dict[str, int]
    hinges: tuple[Hinge, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Portraits:
    """The network by the record, and with ties that are inferred."""

    known: Portrait
    with_inferred: Portrait


def portraits(view: AsOf) -> Portraits:
    """Return ego's network in words on a day, with inferred ties and without.

    >>> from datetime import date
    >>> from netgraph.model.records import Ledger, Person, Tie
    >>> book = Ledger(
    ...     {i: Person(i, i.title()) for i in ("me", "ana", "ben")},
    ...     ties=(Tie("1", "me", "ana"), Tie("2", "ana", "ben")),
    ... )
    >>> for line in portraits(AsOf(book, date(2026, 5, 1))).known.words:
    ...     print(line)
    2 people; without you they fall into 1 part, the largest of 2.
    Of 100 pairs of them, 100 know each other.
    Your network hangs on 1 person: without Ana you would lose 1.
    """
    return Portraits(
        _portrait(view, ties_on(view), inferred=False),
        _portrait(view, network_on(view), inferred=True),
    )


def _portrait(view: AsOf, G: TieGraph, *, inferred: bool) -> Portrait:
    """Return one of the two."""
    shape = cohesion(G, inferred=inferred)
    ego = G.graph["ego"]
    own = measures(G, nodes=[ego])[ego]
    hinges = tuple(Hinge(i, name_of(view.ledger, i), count) for i, count in shape.hinges)
    return Portrait(
        shape.people,
        shape.ties,
        _number(shape.density),
        len(shape.parts),
        max(shape.parts, default=0),
        shape.alone,
        _number(own.constraint),
        _number(own.effective_size),
        roles(G).get(ego, {}),
        hinges,
        tuple(_words(shape, own, hinges)),
    )


def _words(shape: Cohesion, own: Brokerage, hinges: tuple[Hinge, ...]) -> Iterator[str]:
    """Yield what the numbers say."""
    if not shape.people:
        yield "Nobody is in your network yet."
        return
    parts = f"{len(shape.parts)} part{'s' if len(shape.parts) > 1 else ''}"
    yield (
        f"{_counted(shape.people)}; without you they fall into {parts}, "
        f"the largest of {shape.parts[0]}."
    )
    if not isnan(shape.density):
        pairs = f"{shape.density * 100:.0f}" if shape.density >= 0.01 else "fewer than 1"
        yield f"Of 100 pairs of them, {pairs} know each other."
    if own.size > 1 and not isnan(own.effective_size):
        share = own.effective_size / own.size
        tells = "tell you different things" if share > 0.5 else "mostly know what the others know"
        yield f"Your {own.size} contacts count as {own.effective_size:.0f}: they {tells}."
    if hinges:
        names = ", ".join(h.name for h in hinges[:MOST])
        lost = f"without {names} you would lose {sum(h.people for h in hinges[:MOST])}"
        yield f"Your network hangs on {_counted(len(hinges))}: {lost}."


def _counted(number: int) -> str:
    """Say how many people."""
    return f"{number:,} {'person' if number == 1 else 'people'}"


def _number(value: float) -> float | None:
    """Return a number, None for what cannot be said."""
    return None if isnan(value) else round(value, 4)
