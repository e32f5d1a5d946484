"""Ego's network in words: how large, how closely knit, whom it hangs on; by record and guess."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import isnan

from netgraph.graph.build import network_arcs_on
from netgraph.graph.schema import AnyTies, alters
from netgraph.graph.ties import tie_arcs_on
from netgraph.identity.companies import company_key, is_company
from netgraph.measures.connectivity import Cohesion
from netgraph.measures.mixing import diversity
from netgraph.measures.structural_holes import Brokerage
from netgraph.measures.structure import Structure, recorded_structure_on, whole_structure_on
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Person
from netgraph.model.text import ended
from netgraph.titles.occupations import fields
from netgraph.views.names import Named, name_of

MOST = 3
"""So many people are named."""


class Hinge(Named, frozen=True):
    """Somebody through whom alone ``people`` others are known."""

    people: int


class Mix(Record, frozen=True):
    """How many groups ego's contacts are of, how mixed (0 to 1), the largest and its share."""

    groups: int
    diversity: float | None
    largest: str
    share: float | None


class Portrait(Record, frozen=True):
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
    fields: Mix
    employers: Mix
    words: tuple[str, ...]


class Portraits(Record, frozen=True):
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
    known, wider = (_contacts(view, G) for G in (tie_arcs_on(view), network_arcs_on(view)))
    mixes = _mixes(known)
    return Portraits(
        _portrait(view, recorded_structure_on(view), *mixes),
        _portrait(view, whole_structure_on(view), *(mixes if wider == known else _mixes(wider))),
    )


def _contacts(view: AsOf, G: AnyTies) -> list[Person]:
    """Return those who have a tie with ego."""
    return [view.ledger.people[i] for i in alters(G, EGO) if i in view.ledger.people]


def _mixes(known: Sequence[Person]) -> tuple[Mix, Mix]:
    """Return how mixed contacts are by field, and by employer."""
    return (
        _mix(f for p in known for f in fields(p.title)),
        _mix(p.company for p in known if is_company(p.company)),
    )


def _portrait(view: AsOf, found: Structure, in_fields: Mix, at_firms: Mix) -> Portrait:
    """Return one of the two."""
    shape, own, between = found.cohesion, found.own, found.between
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
        between,
        hinges,
        in_fields,
        at_firms,
        (*_words(shape, own, hinges), *_more_words(between, in_fields, at_firms)),
    )


def _mix(groups: Iterable[str]) -> Mix:
    """Return how mixed some groups are, each named as it is written most often."""
    sizes: Counter[str] = Counter()
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in groups:
        key = company_key(name) or name
        sizes[key] += 1
        names[key][name] += 1
    if not sizes:
        return Mix(0, None, "", None)
    key = min(sizes, key=lambda k: (-sizes[k], k))
    largest = min(names[key], key=lambda n: (-names[key][n], n))
    part = round(sizes[key] / sizes.total(), 4)
    return Mix(len(sizes), round(diversity(sizes.values()), 4), largest, part)


def _more_words(between: dict[str, int], in_fields: Mix, at_firms: Mix) -> Iterator[str]:
    """Yield between whom ego stands, and how mixed the contacts are."""
    if pairs := sum(between.values()) // 2:  # a role is counted from both ends of a pair
        joins = between.get("liaison", 0) // 2
        whom = "pair of them knows" if pairs == 1 else "pairs of them know"
        yield (
            f"{pairs:,} {whom} each other only through you; in {joins:,} of these each works "
            "somewhere else, and you at neither place."
        )
    for where, at, mix in (("are in", "in", in_fields), ("work at", "at", at_firms)):
        if mix.share is not None and mix.groups > 1:
            what = f"They {where} {mix.groups:,} {'fields' if at == 'in' else 'employers'}"
            yield ended(f"{what}; the most, {mix.share * 100:.0f} of 100, {at} {mix.largest}")


def _words(shape: Cohesion, own: Brokerage, hinges: tuple[Hinge, ...]) -> Iterator[str]:
    """Yield what the numbers say."""
    if not shape.people:
        yield "Nobody is in your network yet."
        return
    parts = f"{len(shape.parts):,} part{'s' if len(shape.parts) > 1 else ''}"
    yield (
        f"{_counted(shape.people)}; without you they fall into {parts}, "
        f"the largest of {shape.parts[0]:,}."
    )
    if not isnan(shape.density):
        pairs = f"{shape.density * 100:.0f}" if shape.density >= 0.01 else "fewer than 1"
        yield f"Of 100 pairs of them, {pairs} know each other."
    if own.size > 1 and not isnan(own.effective_size):
        share = own.effective_size / own.size
        tells = "tell you different things" if share > 0.5 else "mostly know what the others know"
        yield f"Your {own.size:,} contacts count as {own.effective_size:,.0f}: they {tells}."
    if hinges:
        names = ", ".join(h.name for h in hinges[:MOST])
        lost = f"without {names} you would lose {sum(h.people for h in hinges[:MOST]):,}"
        yield f"Your network hangs on {_counted(len(hinges))}: {lost}."


def _counted(number: int) -> str:
    """Say how many people."""
    return f"{number:,} {'person' if number == 1 else 'people'}"


def _number(value: float) -> float | None:
    """Return a number, None for what cannot be said."""
    return None if isnan(value) else round(value, 4)
