"""Organisations the owner showed interest in: followed, saved, applied to, dreamt of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgraph.model.records import Fact, Wish, identifier
from netgraph.model.text import clean, fold
from netgraph.sources.dates import day_reader
from netgraph.sources.protocol import Reading
from netgraph.sources.tables import Table, UnusableRow, read_rows

DREAM = "dream"
_COLUMNS = {
    "company_follows": ("follow", "Organization", "", "Followed On"),
    "saved_jobs": ("saved job", "Company Name", "Job Title", "Saved Date"),
    "job_applications": ("application", "Company Name", "Job Title", "Application Date"),
    "job_seeker_preferences": (DREAM, "Dream Companies", "", ""),
}


def read_wishes(path: str, kind: str, table: Table, source: str) -> Reading:
    """Read which firms the owner has an eye on."""
    sort, *columns = _COLUMNS[kind]
    pick = table.pick(columns[2])
    read_day = day_reader([pick(row)[0] for _, row in table.rows()])

    def read(organisation: str, title: str, on: str) -> Iterator[Fact]:
        names = re.split(r"\s*\|\s*", organisation) if sort == DREAM else [organisation]
        names = [name for name in map(clean, names) if fold(name)]
        if not names and sort != DREAM:
            raise UnusableRow("it names no company")
        day = read_day(on)
        for name in names:
            when = day.isoformat() if day else on
            i = identifier("h", source, sort, name, clean(title), when)
            yield Wish(i, name, sort, clean(title), day, source)

    return read_rows(path, kind, table, columns, read)
