"""The moment a goal is reached: who made it possible, and for whom ego can open a door now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from netgraph.agenda.give_back import ideas
from netgraph.graph.build import network_on
from netgraph.journal.applications import REACHED, applications_on
from netgraph.measures.referrals import lineage_on
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.statements import current
from netgraph.views.doors import Thanks, made_possible
from netgraph.views.names import Named, named
from netgraph.views.opportunities import opportunities_on

MOST: Final = 3
"""So many people for whom a door can be opened are named."""


class DoorToOpen(Named, frozen=True):
    """Somebody for whom ego can do something now: what, and what begins it."""

    why: str
    action: Action


class Arrival(Record, frozen=True):
    """Where it ended, the chains that led there, whom to thank, and for whom to do the same."""

    companies: tuple[str, ...]
    chains: tuple[tuple[Named, ...], ...]
    thanks: tuple[Thanks, ...]
    doors: tuple[DoorToOpen, ...]


def arrival(view: AsOf) -> Arrival:
    """Return what is to be said when a goal is reached.

    The chains are those to the people at the employers where a place was offered or taken; without
    such, to the talks that led to an opportunity, else to everybody ego talked with.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Event, EventKind, Ledger, Person, Referral, Step
    >>> people = {i: Person(i, i.title()) for i in ("maya", "tom")}
    >>> met = Referral("r", "maya", "tom", steps=(Step(date(2026, 5, 1), "met"),))
    >>> talk = Event("e", EventKind.INTERVIEW, date(2026, 5, 1), "tom", "me")
    >>> book = Ledger(people, events=(talk,), referrals=(met,))
    >>> found = arrival(AsOf(book, date(2026, 5, 2)))
    >>> [" > ".join(who.name for who in chain) for chain in found.chains]
    ['Maya > Tom']
    >>> [one.name for one in found.thanks]
    ['Tom', 'Maya']
    """
    companies = [a.organisation for a in applications_on(view) if a.status in REACHED]
    by_company = [one for company in companies for one in made_possible(view, company)]
    led = opportunities_on(view)
    closed = [one for one in made_possible(view) if one.id in led]
    thanks = {one.id: one for one in by_company or closed or made_possible(view)}
    ends = [one for one in thanks.values() if not one.chain]
    return Arrival(
        tuple(dict.fromkeys(companies)) if by_company else (),
        tuple(tuple(_chain(view, one.id)) for one in ends),
        tuple(thanks.values()),
        tuple(_doors(view, list(thanks)))[:MOST],
    )


def _chain(view: AsOf, person: str) -> list[Named]:
    """Return who led to somebody, the first door first, and them."""
    first, chain = lineage_on(view).first, [person]
    while (above := first.get(chain[0])) and above not in chain:
        chain.insert(0, above)
    return [named(view.ledger, i) for i in chain]


def _doors(view: AsOf, thanked: list[str]) -> Iterator[DoorToOpen]:
    """Yield what ego could do: for those who look for something, then for those to thank."""
    G, people = network_on(view), view.ledger.people
    said = current(view.ledger.statements, as_of=view.day)
    looking = [s.subject for s in said if s.field == "needs" and s.value and s.subject in people]
    for i in dict.fromkeys([*looking, *thanked]):
        for idea in ideas(view.ledger, G, i, limit=1) if i in G else ():
            yield DoorToOpen(i, people[i].name, idea.why, idea.action(i))
