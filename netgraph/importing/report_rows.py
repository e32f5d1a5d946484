"""What an import did, row by row: one table to look through, filter and take along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from netgraph.importing.report import FileReport, Report

CHANGED: Final = "changed job"
GONE: Final = "no longer there"
JOINED: Final = "one person"
LEFT_OUT: Final = "left out"
READ: Final = "read"
PASSED: Final = "passed over"

WHAT: Final = (READ, CHANGED, GONE, JOINED, LEFT_OUT, PASSED)
"""What a row can tell, in the order of the table."""


OF_NO_USE: Final = frozenset({"ignored", "unreadable"})
"""Kinds of files of which nothing was taken."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of what an import did: ``what``, whom or which file it is about, and how.

    ``id`` is that of the person, "" for none; ``line`` is 0 where a row is about no line.
    """

    what: str
    about: str
    told: str
    file: str = ""
    line: int = 0
    id: str = ""


def rows_in(report: Report) -> Iterator[ReportRow]:
    """Yield the rows of a report.

    >>> from netgraph.importing.report import JobChange, Report
    >>> moved = JobChange("ana", "Ana Silva", "Cook at Acme", "Chef at Best")
    >>> [(row.what, row.told) for row in rows_in(Report((), 1, 0, (moved,), ()))]
    [('changed job', 'Cook at Acme, now Chef at Best')]
    """
    for file in report.files:
        if file.kind not in OF_NO_USE:
            yield ReportRow(READ, file.path, _counted(file), file.path)
    for moved in report.changed:
        told = f"{moved.before}, now {moved.after}"
        yield ReportRow(CHANGED, moved.name, told, id=moved.id)
    for person in report.gone:
        job = " at ".join(filter(None, (person.title, person.company)))
        yield ReportRow(GONE, person.name, job, id=person.id)
    for two in report.joined:
        names = two.a if two.a == two.b else f"{two.a} and {two.b}"
        yield ReportRow(JOINED, names, "; ".join(two.reasons), id=two.id)
    for file in report.files:
        for skip in file.skipped:
            cells = ", ".join(filter(None, skip.row))
            yield ReportRow(LEFT_OUT, cells, skip.reason, file.path, skip.line)
    for file in report.files:
        if file.kind in OF_NO_USE:
            yield ReportRow(PASSED, file.path, file.note or file.kind, file.path)


def _counted(file: FileReport) -> str:
    """Say what a file is, and how much of it there is."""
    kind = file.kind.replace("_", " ")
    told = f"{kind}: {file.note}" if file.note else kind
    rows = f"{file.rows:,} row{'' if file.rows == 1 else 's'}"
    people = f"{file.people_new:,} new {'person' if file.people_new == 1 else 'people'}"
    return f"{told}; {rows}, {people}" if file.rows else told
