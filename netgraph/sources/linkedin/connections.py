"""Connections.csv of every era: one person and one tie per row, whom they work for and since when.

What an older export shows never replaces what a newer one did; the employer that loses becomes a
past position, so a history grows whatever the order in which exports are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from netgraph.identity.addresses import profile_url, slug_of
from netgraph.identity.by_name import eras
from netgraph.identity.jobs import has_other_job
from netgraph.model import ids
from netgraph.model.errors import UnreadableFile
from netgraph.model.records import CONNECTION, Basis, Fact, Person, Tie
from netgraph.model.text import clean, fold
from netgraph.sources.dates import day_reader, unread_dates
from netgraph.sources.linkedin.people import NOBODY, People
from netgraph.sources.protocol import Reading
from netgraph.sources.tables import HiddenRow, Table, UnusableRow, read_rows
from netgraph.sources.updates import newest_day

COLUMNS = (
    "First Name|First|De-Identified First Name",
    "Last Name|Last|De-Identified Last Name",
    "URL|Profile URL|LinkedIn URL|LinkedInURL|LinkedIn|Person Linkedin Url",
    "Email Address|E-mail Address|Email|E-mail",
    "Company|Current Company|Company Name|Organization",
    "Position|Current Position|Job Title",
    "Connected On|Connected|Connection Date",
)
MOST = 500_000
"""Lines beyond which a file is no list of connections: LinkedIn allows 30,000 of them."""
LATE = 30
"""Days by which a list without a date of its own must end before the last to count as older."""


@dataclass(frozen=True, slots=True)
class _List:
    """One file: whose people they are, the day of the list, and which rows it has had."""

    people: People
    day: date | None
    read_day: Callable[[str], date | None]
    had: set[tuple[str, ...]] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)


def read_connections(
    path: str, table: Table, people: People, named: date | None, snapshot: date | None, as_of: date
) -> Reading:
    """Read the connections.

    ``named`` is the day in the name of the export, ``snapshot`` that of the newest list known.

    Raises
    ------
    UnreadableFile
        If there are more rows than anybody has connections.
    """
    if (lines := table.length) > MOST:
        raise UnreadableFile(
            f"{lines:,} lines, and LinkedIn allows 30,000 connections: this is something else"
        )
    pick = table.pick(COLUMNS[-1])
    cells = [(line, pick(row)[0]) for line, row in table.rows()]
    read_day = day_reader([on for _, on in cells])
    days = [(line, on, read_day(on)) for line, on in cells if on.strip()]
    newest = max((day for *_, day in days if day and day <= as_of), default=None)
    latest = max((d for d in people.since.values() if d and d <= as_of), default=None)
    day = named or _day_of_list(newest, snapshot, latest)
    this = _List(people, day, read_day)

    reading = read_rows(path, "connections", table, COLUMNS, partial(_read_row, this))
    unread = [(line, on) for line, on, found in days if found is None]
    return replace(reading, note=unread_dates(unread))


def _day_of_list(newest: date | None, snapshot: date | None, latest: date | None) -> date | None:
    """Work out when a list that does not say so was made, from the newest connection in it.

    One with all connections up to the last known one is not older than the last list.
    """
    if not newest:
        return snapshot
    whole = latest is None or newest >= latest
    return snapshot if snapshot and whole and 0 < (snapshot - newest).days <= LATE else newest


def newest_list(people: People) -> date | None:
    """Return the day of the newest list that has most of the connections known, if any has a day.

    A shorter one is a part, or another's; whom it does not have is not gone.
    """
    listed = [p for i, p in people.records.items() if i in people.since]
    joined = {i for pair in eras(listed, people.since) for i in pair}
    return newest_day(p.seen for p in listed if p.seen and (p.urls or p.id not in joined))


def _read_row(
    this: _List, first: str, last: str, url: str, email: str, company: str, title: str, on: str
) -> Iterator[Fact]:
    """Yield the person, the tie and perhaps a past job that a row shows."""
    name = clean(f"{first} {last}")
    slug, company, title = slug_of(url), clean(company), clean(title)
    if (name.lower() == NOBODY and not slug) or not (name or url.strip() or company or title):
        raise HiddenRow
    if not fold(name) and not slug:
        raise UnusableRow("it has neither a name nor a profile address")
    since = this.read_day(on)
    row = (slug,) if slug else (fold(name), company, title, on.strip())
    if row in this.had:
        raise UnusableRow("repeated: this person stands further up in the file")
    this.had.add(row)
    source = this.people.source
    i = this.people.id_of(slug) if slug else ids.unprofiled(source, fold(name), since, this.ids)
    if i == this.people.owner:
        raise UnusableRow("this is you yourself")
    this.ids.add(i)
    emails = (clean(email),) if "@" in email else ()
    urls = (profile_url(slug),) if slug else ()
    shown = Person(
        i, name or slug, this.people.source, emails, urls,
        company=company, title=title, seen=this.day,
    )  # fmt: skip
    yield from _brought_together(this.people, shown)
    days = [day for day in (since, this.people.since.get(i)) if day]
    since = this.people.since[i] = min(days, default=None)
    yield Tie(
        ids.connection(this.people.source, i), this.people.owner, i, Basis.OBSERVED, CONNECTION,
        since=since, source=this.people.source,
    )  # fmt: skip


def _brought_together(people: People, shown: Person) -> Iterator[Fact]:
    """Yield the person as the newest export shows them, and the job that an older one did."""
    known = people.records.get(shown.id)
    if known is None:
        yield people.add(shown)
        return
    newer, older = shown, known
    if known.seen and shown.seen and shown.seen < known.seen:
        newer, older = known, shown
    yield people.add(
        replace(
            known,
            name=newer.name,
            company=newer.company,
            title=newer.title,
            emails=tuple(sorted({*newer.emails, *older.emails})),
            urls=tuple(sorted({*newer.urls, *older.urls})),
            seen=newer.seen or older.seen,
        )
    )
    if has_other_job(older, newer):
        yield from people.formerly(shown.id, older.company, older.title, older.seen)
