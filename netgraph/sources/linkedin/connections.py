"""Connections.csv of every era: one person and one tie per row, whom they work for and since when.

What an older export shows never replaces what a newer one did; the employer that loses becomes a
past position, so a history grows whatever the order in which exports are read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from netgraph.sources.updates import newest_day, spelt_before

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
    cleaned: dict[str, str] = field(default_factory=dict)

    def clean(self, words: str) -> str:
        """Return words that stand in many rows fit to show, each once."""
        if (found := self.cleaned.get(words)) is None:
            found = self.cleaned[words] = clean(words)
        return found


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
    written = {on for _, on in table.column(COLUMNS[-1])}
    read_day = day_reader(written)
    days = {on: read_day(on) for on in written if on.strip()}
    newest = max((day for day in days.values() if day and day <= as_of), default=None)
    latest = max((d for d in people.since.values() if d and d <= as_of), default=None)
    day = named or _day_of_list(newest, snapshot, latest)
    this = _List(people, day, read_day)

    reading = read_rows(path, "connections", table, COLUMNS, partial(_read_row, this))
    unread = {on for on, found in days.items() if found is None}
    cells = table.column(COLUMNS[-1]) if unread else ()
    return replace(reading, note=unread_dates([cell for cell in cells if cell[1] in unread]))


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
    by_name = any(not p.urls for p in listed)
    joined = {i for pair in eras(listed, people.since) for i in pair} if by_name else ()
    return newest_day(p.seen for p in listed if p.seen and (p.urls or p.id not in joined))


def _read_row(
    this: _List, first: str, last: str, url: str, email: str, company: str, title: str, on: str
) -> Sequence[Fact]:
    """Return the person, the tie and perhaps a past job that a row shows."""
    people, name, slug = this.people, clean(f"{first} {last}"), slug_of(url)
    company, title = this.clean(company), this.clean(title)
    if not slug and (name.lower() == NOBODY or not (name or company or title or url.strip())):
        raise HiddenRow
    if not slug and not fold(name):
        raise UnusableRow("it has neither a name nor a profile address")
    since = this.read_day(on)
    row = (slug,) if slug else (fold(name), company, title, on.strip())
    if row in this.had:
        raise UnusableRow("repeated: this person stands further up in the file")
    this.had.add(row)
    i = people.id_of(slug) if slug else ids.unprofiled(people.source, fold(name), since, this.ids)
    if i == people.owner:
        raise UnusableRow("this is you yourself")
    this.ids.add(i)
    shown = Person(
        i,
        name or slug,
        people.source,
        (clean(email),) if "@" in email else (),
        (profile_url(slug),) if slug else (),
        company=company,
        title=title,
        seen=this.day,
    )
    before = people.since.get(i)
    if before and (not since or before < since):
        since = before
    people.since[i] = since
    tie = Tie(
        ids.connection(people.source, i), people.owner, i, Basis.OBSERVED, CONNECTION,
        since=since, source=people.source,
    )  # fmt: skip
    return (*_brought_together(people, shown), tie)


def _brought_together(people: People, shown: Person) -> Sequence[Fact]:
    """Return the person as the newest export shows them, and the job that an older one did."""
    known = people.records.get(shown.id)
    if known is None:
        return (people.add(shown),)
    newer, older = shown, known
    if known.seen and shown.seen and shown.seen < known.seen:
        newer, older = known, shown
    now = people.add(
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
    if not has_other_job(older, newer):
        return (now, *spelt_before(older, newer))
    return (now, *people.formerly(shown.id, older.company, older.title, older.seen))
