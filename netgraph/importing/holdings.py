"""What one wants to hear of an import first: whose data, how many people, from when to when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from netgraph.importing.importer import Imported
from netgraph.model.records import EGO, YOU, Event, EventKind, Person, Source, Tie
from netgraph.model.text import fold

LETTERS: Final = frozenset({EventKind.MESSAGE, EventKind.EMAIL})


@dataclass(frozen=True, slots=True)
class Summary:
    """What the files of one import hold.

    ``owner`` is whose data it is ("" if it does not say), ``lent`` whether that is somebody else
    than the user, ``sources`` what kinds of data. ``people`` are all but ego, ``wrote`` those who
    wrote with the owner, ``first`` and ``last`` the days of the records, None if none has one.
    ``not_said`` are the ids of people of tables of whom nothing says that ego knows them.
    """

    owner: str
    lent: bool
    sources: tuple[str, ...]
    people: int
    wrote: int
    messages: int
    first: date | None
    last: date | None
    not_said: tuple[str, ...]


def summary(taken: Imported, *, as_of: date) -> Summary:
    """Return what the files hold, people counted once however many records show them."""
    stands, after = taken.after.alias, taken.after
    facts = [fact for reading in taken.readings for fact in reading.facts]
    sources = [f for f in taken.facts if isinstance(f, Source)]
    owners = {s.owner for s in sources}
    owner = owners.pop() if len(owners) == 1 else EGO
    shown = {stands.get(f.id, f.id): None for f in facts if isinstance(f, Person)}
    people = [i for i in shown if i != owner and i != EGO]
    letters = [f for f in facts if isinstance(f, Event) and f.kind in LETTERS]
    messages = [reading.messages for reading in taken.readings if reading.messages]
    pairs = {(f.giver, f.taker) for f in letters}.union(*(some.pairs for some in messages))
    ends = {stands.get(i, i) for pair in pairs for i in pair}
    told = {*map(_day, facts), *map(_day, sources)}.union(*(some.days() for some in messages))
    days = [day for day in told if day and day <= as_of]
    named = after.people[owner].name if owner in after.people else ""
    return Summary(
        "" if fold(named) == YOU else named,
        owner != EGO,
        tuple(dict.fromkeys(filter(None, (s.label for s in sources)))),
        len(people),
        len(ends - {owner, EGO}),
        sum(f.count for f in letters) + sum(map(len, messages)),
        min(days, default=None),
        max(days, default=None),
        tuple(_not_said(taken, people)),
    )


def _not_said(taken: Imported, people: list[str]) -> Iterator[str]:
    """Yield who is in a table and in nothing that says that ego knows them."""
    stands = taken.after.alias
    tables = {
        stands.get(f.id, f.id)
        for reading in taken.readings
        if reading.kind == "table"
        for f in reading.facts
        if isinstance(f, Person)
    }
    if not tables:
        return
    tied = {
        stands.get(t.v if t.u == EGO else t.u, t.v if t.u == EGO else t.u)
        for t in taken.after.ties
        if EGO in (t.u, t.v)
    }
    yield from (i for i in people if i in tables and i not in tied)


def _day(fact: object) -> date | None:
    """Return the day that a fact of a file tells of."""
    if isinstance(fact, Event):
        return fact.day
    if isinstance(fact, Tie):
        return fact.since
    return fact.snapshot if isinstance(fact, Source) else None
