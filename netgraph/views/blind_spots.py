"""What talks do not cover yet: fields, places and employers of the goal, and levels."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import Final

from netgraph.agenda.day_facts import facts_on
from netgraph.graph.schema import alters
from netgraph.graph.ties import tie_arcs_on
from netgraph.identity.companies import company_key
from netgraph.identity.firms import firm_of
from netgraph.journal.goals import goals_on
from netgraph.journal.log import TALKS
from netgraph.measures.mixing import ei_index
from netgraph.model.as_of import AsOf, part
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Person
from netgraph.model.text import fold
from netgraph.titles.occupations import fields, seniority

LEVELS: Final = ("who begins", "with some experience", "who leads", "at the top")
"""Levels of titles, two each (`netgraph.titles.occupations.seniority`)."""


class Spot(Record, frozen=True):
    """A field, level, place or employer: how many ego knows there, and has talked with."""

    kind: str
    name: str
    known: int
    talked: int


class Coverage(Record, frozen=True):
    """Where ego looks and where not: ``ei_field`` and ``ei_employer`` are E-I indices in [-1, 1].

    They say how far ego's ties go outside their own field and employer, None if that is not known.
    """

    spots: tuple[Spot, ...]
    ei_field: float | None
    ei_employer: float | None
    words: tuple[str, ...]


@part
def coverage_by_talks(view: AsOf) -> Coverage:
    """Return what the goal asks for, and all levels, with how far talks have covered them.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Goal, Ledger, Tie
    >>> ana = Person("ana", "Ana", title="Data Scientist", place="Kiel")
    >>> goal = Goal("g", "data scientist", places=("Kiel", "Rome"))
    >>> book = Ledger({"ana": ana}, ties=(Tie("t", "me", "ana"),), goals=(goal,))
    >>> for line in coverage_by_talks(AsOf(book, date(2026, 5, 1))).words:
    ...     print(line)
    no talk yet about the field data: you know 1 person there
    no talk yet with anybody in Kiel: you know 1 person there
    no talk yet with anybody in Rome: you know nobody there
    """
    G = tie_arcs_on(view)
    people = [view.ledger.people[i] for i in alters(G, EGO) if i in view.ledger.people]
    talked = {
        i for i, events in facts_on(view).events.items() if any(e.kind in TALKS for e in events)
    }
    spots = tuple(_spots(view, people, talked))
    by_field, by_employer = _ei(view, people)
    words = [_said(spot) for spot in spots if not spot.talked and (spot.known or _asked(spot))]
    if by_field is not None:
        outside = (1 + by_field) / 2
        words.append(f"{outside * 100:.0f} of 100 contacts work in other fields than yours")
    return Coverage(spots, by_field, by_employer, tuple(words))


def _asked(spot: Spot) -> bool:
    """Return whether the goal asks for it."""
    return spot.kind != "level"


def _said(spot: Spot) -> str:
    """Say that no talk was there yet."""
    where = {
        "field": f"about the field {spot.name}",
        "level": f"with anybody {spot.name}",
        "place": f"with anybody in {spot.name}",
        "employer": f"with anybody at {spot.name}",
    }[spot.kind]
    known = (
        f"{spot.known:,} {'person' if spot.known == 1 else 'people'}" if spot.known else "nobody"
    )
    return f"no talk yet {where}: you know {known} there"


def _spots(view: AsOf, people: list[Person], talked: set[str]) -> Iterator[Spot]:
    """Yield the fields, places and employers of the goals, and the levels, in turn."""
    goals = goals_on(view)

    def spot(kind: str, name: str, there: list[Person]) -> Spot:
        return Spot(kind, name, len(there), sum(p.id in talked for p in there))

    wanted = [f for g in goals for f in (*g.fields, *sorted(fields(g.text)))]
    for name in dict.fromkeys(wanted):
        meant = fields(name) or {name}
        yield spot("field", name, [p for p in people if fields(p.title) & meant])
    for name in dict.fromkeys(place for g in goals for place in g.places):
        yield spot("place", name, [p for p in people if fold(name) in fold(p.place)])
    firms = dict.fromkeys(company for g in goals for company in g.companies)
    for name in firms:
        key = firm_of(view.ledger, name) or company_key(name)
        here = [
            p for p in people
            if (firm_of(view.ledger, p.company) or company_key(p.company)) == key
        ]  # fmt: skip
        yield spot("employer", name, here)
    levels = {p.id: level for p in people if (level := seniority(p.title)) is not None}
    for n, name in enumerate(LEVELS):
        yield spot("level", name, [p for p in people if levels.get(p.id, -1) // 2 == n])


def _ei(view: AsOf, people: list[Person]) -> tuple[float | None, float | None]:
    """Return the E-I indices of ego's ties by field and by employer."""
    me = view.ledger.people.get(EGO) or Person(EGO, "")
    by_field = ei_index((fields(p.title) for p in people), fields(me.title))
    firms = ({key} if (key := company_key(p.company)) else set() for p in people)
    own = {company_key(me.company)} - {""}
    by_employer = ei_index(firms, own)
    return (
        None if isnan(by_field) else round(by_field, 4),
        None if isnan(by_employer) else round(by_employer, 4),
    )
