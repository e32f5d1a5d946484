"""A report as one table: files, who moved, who is gone, who is one, what was left out."""

from __future__ import annotations

from netgraph.importing.report import FileReport, JobChange, Joined, Report
from netgraph.importing.report_rows import WHAT, ReportRow, rows_in
from netgraph.model.records import Person
from netgraph.sources.protocol import Skip

FILE = FileReport(
    "c.csv", "linkedin_connections", 1200, 1, 0, 0, 0, 0, (Skip(7, "no name", ("", "=x")),)
)
OTHER = FileReport("d.csv", "ignored", 0, 0, 0, 0, 0, 0, (), "no people in it")
REPORT = Report(
    (OTHER, FILE),
    3,
    0,
    (JobChange("ana", "Ana", "Cook", "Chef"),),
    (Person("ben", "Ben", title="Nurse", company="Acme"),),
    (Joined("cy", "Cy", "Cy", ("same address",)), Joined("di", "Di", "Dee", ("same phone",))),
)


def test_every_part_of_a_report_has_its_rows_in_order() -> None:
    rows = list(rows_in(REPORT))

    assert [
        ReportRow("read", "c.csv", "linkedin connections; 1,200 rows, 1 new person", "c.csv"),
        ReportRow("changed job", "Ana", "Cook, now Chef", id="ana"),
        ReportRow("no longer there", "Ben", "Nurse at Acme", id="ben"),
        ReportRow("one person", "Cy", "same address", id="cy"),
        ReportRow("one person", "Di and Dee", "same phone", id="di"),
        ReportRow("left out", "=x", "no name", "c.csv", 7),
        ReportRow("passed over", "d.csv", "no people in it", "d.csv"),
    ] == rows
    assert list(WHAT) == list(dict.fromkeys(row.what for row in rows))
