"""Invitations, endorsements, recommendations and the user's notes: one event per row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from netgraph.model import ids
from netgraph.model.records import Event, EventKind, Fact, Person
from netgraph.model.text import clean
from netgraph.sources.dates import day_reader
from netgraph.sources.linkedin.people import People
from netgraph.sources.protocol import Reading
from netgraph.sources.tables import Table, UnusableRow, read_rows

WITHDRAWN = ("redacted", "deleted", "withdrawn")
_INVITATION = (
    "From", "To", "Sent At", "Direction", "inviterProfileUrl", "inviteeProfileUrl", "Message",
)  # fmt: skip
_RECOMMENDATION = ("First Name", "Last Name", "Company", "Creation Date")
_NOTE = (
    "Connection First Name", "Connection Last Name", "Connection Profile URL", "Created On", "Note",
)  # fmt: skip


def invitations(path: str, table: Table, people: People) -> Reading:
    """Read who asked whom to connect; of the words only is kept that there were some."""
    read_day = day_reader(_column(table, "Sent At"))
    counts: Counter[tuple[str, ...]] = Counter()

    def read(
        sender: str, to: str, on: str, direction: str, sender_url: str, to_url: str, words: str
    ) -> Iterator[Fact]:
        if direction.strip():
            sent = direction.strip().lower().startswith("out")
        else:
            sent = people.is_owner(sender, sender_url)
        other = people.who(to, to_url) if sent else people.who(sender, sender_url)
        note = "with a note" if words.strip() else ""
        event = _event(people, EventKind.INVITATION, other, sent, read_day(on), note, counts, on)
        yield from (other, event)

    return read_rows(path, "invitations", table, _INVITATION, read, private=1)


def read_endorsements(path: str, table: Table, people: People, *, given: bool) -> Reading:
    """Read which skills were endorsed; the same file under two names counts once."""
    side = "Endorsee" if given else "Endorser"
    columns = (
        f"{side} First Name", f"{side} Last Name", f"{side} Public Url", "Skill Name",
        "Endorsement Date", "Endorsement Status",
    )  # fmt: skip
    read_day = day_reader(_column(table, "Endorsement Date"))
    had: set[str] = set()

    def read(first: str, last: str, url: str, skill: str, on: str, status: str) -> Iterator[Fact]:
        if status.strip().lower() in WITHDRAWN:
            raise UnusableRow("the endorsement was withdrawn")
        other = people.who(f"{first} {last}", url)
        day = read_day(on)
        event = _event(people, EventKind.ENDORSEMENT, other, given, day, clean(skill), Counter())
        if event.id in had:
            raise UnusableRow("repeated: the same endorsement stands further up in the file")
        had.add(event.id)
        yield other
        yield event

    return read_rows(path, "endorsements", table, columns, read)


def recommendations(path: str, table: Table, people: People, *, given: bool) -> Reading:
    """Read who recommended whom; the file has no addresses, so the name and firm must do."""
    read_day = day_reader(_column(table, "Creation Date"))
    counts: Counter[tuple[str, ...]] = Counter()

    def read(first: str, last: str, company: str, on: str) -> Iterator[Fact]:
        other = people.who(f"{first} {last}", "", company)
        event = _event(people, EventKind.RECOMMENDATION, other, given, read_day(on), "", counts)
        yield from (other, event)

    return read_rows(path, "recommendations", table, _RECOMMENDATION, read)


def notes(path: str, table: Table, people: People) -> Reading:
    """Read the user's own notes on people."""
    read_day = day_reader(_column(table, "Created On"))

    def read(first: str, last: str, url: str, on: str, words: str) -> Iterator[Fact]:
        other = people.who(f"{first} {last}", url)
        yield other
        yield _event(people, EventKind.NOTE, other, True, read_day(on), clean(words), Counter())

    return read_rows(path, "notes", table, _NOTE, read)


def _column(table: Table, name: str) -> list[str]:
    """Return all cells of a column."""
    pick = table.pick(name)
    return [pick(row)[0] for _, row in table.rows()]


def _event(
    people: People, kind: EventKind, other: Person, given: bool, day: date | None, note: str,
    counts: Counter[tuple[str, ...]], on: str = "",
) -> Event:  # fmt: skip
    """Return the event, with an id that says what, who, when, and the how-manieth alike."""
    giver, taker = (people.owner, other.id) if given else (other.id, people.owner)
    when = on.strip() or (day.isoformat() if day else "")
    key = (people.source, kind, giver, taker, when, "" if on else note)
    counts[key] += 1
    i = ids.event(*key, str(counts[key]))
    return Event(i, kind, day, giver, taker, note, source=people.source)
