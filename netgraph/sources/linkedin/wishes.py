"""What the owner looks for: firms followed, jobs saved and applied for, and what is preferred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgraph.model import ids
from netgraph.model.records import Fact, Wish
from netgraph.model.text import clean, fold
from netgraph.sources.dates import day_reader
from netgraph.sources.protocol import Reading
from netgraph.sources.tables import Table, UnusableRow, read_rows

PREFERRED = {
    "Dream Companies": "dream",
    "Job Titles": "wanted job",
    "Locations": "wanted place",
}
"""Columns of what recruiters are told, each a list, and what kind of wish that is."""

_COLUMNS = {
    "company_follows": ("follow", "Organization", "", "Followed On"),
    "saved_jobs": ("saved job", "Company Name", "Job Title", "Saved Date"),
    "job_applications": ("application", "Company Name", "Job Title", "Application Date"),
}


def read_wishes(path: str, kind: str, table: Table, source: str) -> Reading:
    """Read which firms and jobs the owner has an eye on."""
    if kind not in _COLUMNS:
        return _read_preferences(path, kind, table, source)
    sort, *columns = _COLUMNS[kind]
    pick = table.pick(columns[2])
    read_day = day_reader([pick(row)[0] for _, row in table.rows()])

    def read(organisation: str, title: str, on: str) -> Iterator[Fact]:
        name = clean(organisation)
        if not fold(name):
            raise UnusableRow("it names no company")
        day = read_day(on)
        when = day.isoformat() if day else on
        i = ids.wish(source, sort, name, clean(title), when)
        yield Wish(i, name, sort, clean(title), day, source)

    return read_rows(path, kind, table, columns, read)


def _read_preferences(path: str, kind: str, table: Table, source: str) -> Reading:
    """Read what the owner tells recruiters: titles and places stand in the wish's title."""

    def read(*cells: str) -> Iterator[Fact]:
        for sort, cell in zip(PREFERRED.values(), cells, strict=True):
            for words in filter(fold, map(clean, re.split(r"\s*\|\s*", cell))):
                firm, title = (words, "") if sort == "dream" else ("", words)
                i = ids.wish(source, sort, firm, title, "")
                yield Wish(i, firm, sort, title, None, source)

    return read_rows(path, kind, table, list(PREFERRED), read)
