"""Every kind of file through the command line, and out of it again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli.main import cli

GOOGLE = (
    "First Name,Last Name,File As,Labels,Organization Name,E-mail 1 - Value\n"
    "Ana,Silva,,Rowing,Acme,ana@example.org\nBen,Okafor,,,,ben@example.org\n,,,,Acme,\n"
)
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nEMAIL:ana@example.org\nEND:VCARD\n"
CALENDAR = (
    "BEGIN:VCALENDAR\nX-WR-CALNAME:me@example.org\nBEGIN:VEVENT\nUID:1\nDTSTART:20260401\n"
    "SUMMARY:Coffee\nATTENDEE;CN=Me:mailto:me@example.org\n"
    "ATTENDEE;CN=Ana Silva:mailto:ana@example.org\nEND:VEVENT\nEND:VCALENDAR\n"
)
MAILS = "".join(
    f"From x Wed Apr  1 10:00:00 2026\nFrom: {sender}\nTo: {to}\nMessage-ID: <{n}>\n"
    "Date: Wed, 01 Apr 2026 10:00:00 +0200\n\nHello\n\n"
    for n, (sender, to) in enumerate(
        [("me@example.org", "ana@example.org"), ("ben@example.org", "me@example.org")]
    )
)
ALUMNI = "Who,Place of work,Jg\nCy Young,Blue River,2012\n"


def run(store: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--store", str(store), "--as-of", "2026-05-01", *words])


def report(store: Path, *words: str) -> dict[str, Any]:
    result = run(store, "import", *words, "--json")
    assert 0 == result.exit_code, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    return document


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    contents = {
        "contacts.csv": GOOGLE,
        "ana.vcf": CARD,
        "work.ics": CALENDAR,
        "Sent.mbox": MAILS,
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    return [str(tmp_path / name) for name in contents]


def test_one_person_of_many_sources_is_one(files: list[str], tmp_path: Path) -> None:
    document = report(tmp_path / "n.db", *files)
    people = json.loads(run(tmp_path / "n.db", "people", "--json").stdout)["people"]

    assert ["google", "vcard", "calendar", "mailbox"] == [f["kind"] for f in document["files"]]
    assert ["Ana Silva", "Ben Okafor"] == sorted(person["name"] for person in people)


def test_reading_everything_again_is_nothing_new(files: list[str], tmp_path: Path) -> None:
    report(tmp_path / "n.db", *files)
    again = report(tmp_path / "n.db", *files)["files"]

    assert {(0, 0, 0)} == {(f["people_new"], f["people_updated"], f["events_new"]) for f in again}


def test_the_rows_of_a_table_add_up(files: list[str], tmp_path: Path) -> None:
    (file, *_) = report(tmp_path / "n.db", files[0])["files"]

    assert (3, 2, 0) == (file["rows"], file["people_new"], file["hidden"])
    assert [{"line": 4, "reason": "it names nobody"}] == file["skipped"]


def test_columns_are_chosen_with_one_option_and_shown(tmp_path: Path) -> None:
    path = tmp_path / "alumni.csv"
    path.write_text(ALUMNI)
    chosen = ("--map", "name=Who", "company=Place of work", "class_year=Jg")
    (file,) = report(tmp_path / "n.db", str(path), *chosen)["files"]
    (later,) = report(tmp_path / "n.db", str(path))["files"]

    assert {"name": "Who", "company": "Place of work", "class_year": "Jg"} == file["mapping"]
    assert file["mapping"] == later["mapping"]


def test_columns_may_be_chosen_before_the_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "alumni.csv"
    path.write_text(ALUMNI)

    assert (
        0 == run(tmp_path / "n.db", "import", "--map", "name=Who", "title=Jg", str(path)).exit_code
    )


def test_the_help_lists_every_format(tmp_path: Path) -> None:
    text = run(tmp_path / "n.db", "import", "--help").stdout

    for word in ("LinkedIn", "Google", "Outlook", "Thunderbird", "vCard", ".ics", ".mbox", "XLSX"):
        assert word in text


def test_the_help_loads_no_parser() -> None:
    code = (
        "import sys, netgraph.sources; "
        "print([m for m in ('icalendar', 'openpyxl', 'phonenumbers', 'dateutil', "
        "'pandas', 'networkx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()


@pytest.mark.parametrize("name", ["all.json", "people.csv", "ties.graphml", "ties.gexf"])
def test_a_network_is_written_for_other_programs(
    name: str, files: list[str], tmp_path: Path
) -> None:
    report(tmp_path / "n.db", *files)
    result = run(tmp_path / "n.db", "export", str(tmp_path / name))

    assert (0, "") == (result.exit_code, result.stdout)
    assert "Ana Silva" in (tmp_path / name).read_text()


def test_an_export_is_read_into_an_equal_store(files: list[str], tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    report(tmp_path / "n.db", *files)
    run(tmp_path / "n.db", "export", str(one))
    report(tmp_path / "new.db", str(one))
    run(tmp_path / "new.db", "export", str(other))

    assert one.read_bytes() == other.read_bytes()


def test_an_unknown_end_is_one_line(tmp_path: Path) -> None:
    result = run(tmp_path / "n.db", "export", str(tmp_path / "all.doc"))

    assert 1 == result.exit_code
    assert "must end in one of" in result.stderr
