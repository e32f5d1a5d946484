"""What an export says of its owner: name, addresses, jobs, schools and clubs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netgraph.model import ids
from netgraph.model.records import Fact, Position
from netgraph.model.text import clean, fold
from netgraph.sources.dates import partial
from netgraph.sources.linkedin.people import People
from netgraph.sources.protocol import Reading
from netgraph.sources.tables import Table, UnusableRow, read_rows

_POSITIONS = {
    "positions": ("work", "Company Name", "Title", "Started On", "Finished On"),
    "education": ("school", "School Name", "Degree Name", "Start Date", "End Date"),
    "organizations": ("club", "Name", "Position", "Started On", "Finished On"),
}


def profile_name(table: Table) -> str:
    """Return the name in Profile.csv."""
    pick = table.pick("First Name", "Last Name")
    return next((clean(" ".join(pick(row))) for _, row in table.rows()), "")


def addresses(table: Table) -> tuple[str, ...]:
    """Return the owner's e-mail addresses, the primary one first."""
    pick = table.pick("Email Address", "Primary")
    found = [pick(row) for _, row in table.rows()]
    first = sorted(found, key=lambda cells: cells[1].strip().lower() != "yes")
    return tuple(dict.fromkeys(clean(email) for email, _ in first if "@" in email))


def about_owner(path: str, kind: str, table: Table, column: str) -> Reading:
    """Return the reading of a file whose rows are about the owner alone."""

    def read(cell: str) -> Iterator[Fact]:
        if not cell.strip():
            raise UnusableRow("it is empty")
        return iter(())

    return read_rows(path, kind, table, (column,), read)


def positions(path: str, kind: str, table: Table, people: People, day: date | None) -> Reading:
    """Read the owner's jobs, schools or clubs."""
    sort, *columns = _POSITIONS[kind]

    def read(organisation: str, title: str, start: str, end: str) -> Iterator[Fact]:
        organisation, title = clean(organisation), clean(title)
        if not fold(organisation) and not fold(title):
            raise UnusableRow("it names no organisation and no title")
        first, last = partial(start), partial(end)
        i = ids.position(people.owner, sort, organisation, title, first)
        yield people.latest(
            Position(
                i, people.owner, organisation, title, sort, first, last,
                current=not end.strip(), seen=day, source=people.source,
            )
        )  # fmt: skip

    return read_rows(path, kind, table, columns, read)
