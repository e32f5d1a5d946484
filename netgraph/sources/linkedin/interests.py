"""Whom the owner follows without knowing them, and the events they put down their name for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from netgraph.model import ids
from netgraph.model.records import Fact, Gathering
from netgraph.model.text import clean, fold
from netgraph.sources.dates import day_reader
from netgraph.sources.linkedin.people import People
from netgraph.sources.protocol import Reading
from netgraph.sources.tables import Table, UnusableRow, read_rows

FOLLOWED = "followed on LinkedIn"
_UNTIL = " - "


def follows(path: str, table: Table, people: People) -> Reading:
    """Read whom the owner follows: people one could ask, not people one knows.

    The file has names only.
    """

    def read(name: str, status: str) -> Iterator[Fact]:
        if status.strip().lower() not in ("active", ""):
            raise UnusableRow("not followed any more")
        yield people.add(replace(people.who(name), tags=(FOLLOWED,)))

    return read_rows(path, "member_follows", table, ("FullName", "Status"), read)


def gatherings(path: str, table: Table, people: People) -> Reading:
    """Read which events the owner signed up for; who else was there is not in the file."""
    columns = ("Event Name", "Event Time", "Status")
    pick = table.pick("Event Time")
    read_day = day_reader([_begin(pick(row)[0]) for _, row in table.rows()])

    def read(name: str, time: str, status: str) -> Iterator[Fact]:
        title = clean(name, limit=200)
        if not fold(title):
            raise UnusableRow("it names no event")
        day = read_day(_begin(time))
        i = ids.gathering(people.source, "event", title, day.isoformat() if day else time)
        yield Gathering(i, "event", day, (people.owner,), title, people.source)

    return read_rows(path, "events", table, columns, read)


def _begin(time: str) -> str:
    """Return when an event begins, of ``Nov 12, 2023 09:00 AM - Nov 12, 2023 10:00 AM``."""
    return time.partition(_UNTIL)[0].strip()
