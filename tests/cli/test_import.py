from __future__ import annotations

import csv
import io
import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.import_words import how_far
from cli.main import cli
from netgraph.importing.progress import JOINING, Progress
from netgraph.store import Store
from tests.sources.exports import ANA, BO, CONNECTIONS, PROFILE, folder, table, zipped

SAMPLE = Path(__file__).parents[2] / "sample_data"
ROWS = (
    ("Ana", "Silva", ANA, "", "Acme", "Analyst", "12 Mar 2023"),
    ("=Bo", "Chen", "", "", "@Blue River", "Chemist", "01 Feb 2020"),
    ("", "", "", "", "", "", "07 Jun 2025"),
    ("", "", "", "=1+1", "-Acme", "", "07 Jun 2025"),
)
EXPORT: dict[str, str | bytes] = {
    "Connections.csv": table(CONNECTIONS, *ROWS),
    "Profile.csv": PROFILE,
    "Skills.csv": "Name\nSQL\n",
}


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return zipped(tmp_path, "Complete_LinkedInDataExport_05-01-2026.zip", EXPORT)


def run(store: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--store", str(store), "--as-of", "2026-05-01", *words])


def test_the_report_is_the_one_that_scripts_rely_on(tmp_path: Path, export: Path) -> None:
    result = run(tmp_path / "n.db", "import", str(export), "--json")
    document = json.loads(result.stdout)
    files = {f["path"].split("/")[-1]: f for f in document["files"]}

    assert result.exit_code == 0
    assert (document["people"], document["events"]) == (2, 0)
    assert set(files) == {"Connections.csv", "Profile.csv", "Skills.csv"}
    assert files["Connections.csv"] | {"mapping": {}, "note": ""} == {
        "path": "Complete_LinkedInDataExport_05-01-2026.zip/Connections.csv",
        "kind": "connections", "rows": 4, "people_new": 2, "people_updated": 0,
        "people_unchanged": 0, "events_new": 0, "hidden": 1, "note": "", "mapping": {},
        "skipped": [{"line": 5, "reason": "it has neither a name nor a profile address"}],
    }  # fmt: skip
    assert files["Skills.csv"]["kind"] == "ignored"
    assert files["Skills.csv"]["note"]


def test_people_are_told_what_is_new_and_what_comes_next(tmp_path: Path, export: Path) -> None:
    result = run(tmp_path / "n.db", "import", str(export))

    assert "2 people, from 2020 to 1 May 2026." in result.stdout
    assert "Hidden: 1 row" in result.stdout
    assert "Left out: 1 row: it has neither a name nor a profile address" in result.stdout
    last = result.stdout.splitlines()[-1]
    assert last.startswith("Next: say what you look for")
    assert 0 == run(tmp_path / "n.db", *shlex.split(last.partition("netgraph ")[2])).exit_code
    again = run(tmp_path / "n.db", "import", str(export))
    assert "Nobody and nothing in it is new." in again.stdout
    assert again.stdout.endswith("Next: see whom to ask: netgraph suggest\n")


def test_a_table_is_never_a_dead_end(tmp_path: Path) -> None:
    people = tmp_path / "friends.csv"
    people.write_text("Name,Company,Title\nAna Silva,Acme,Data Scientist\nBo Chen,Acme,Chemist\n")
    store = tmp_path / "n.db"

    told = run(store, "import", str(people)).stdout
    assert "friends: a table of people.\n2 people.\n" in told
    assert "Of 2 people in this table nothing says that you know them" in told
    assert json.loads(run(store, "people", "--json").stdout)["people"][0]["strength"] is None

    assert "Of this table you know 2 people" in run(store, "import", str(people), "--known").stdout
    run(store, "goal", "add", "data scientist")
    assert "1. Ask Ana Silva" in run(store, "suggest").stdout


def test_old_data_is_said_to_be_old(tmp_path: Path, export: Path) -> None:
    late = CliRunner().invoke(
        cli, ["--store", str(tmp_path / "n.db"), "--as-of", "2027-06-02", "import", str(export)]
    )

    assert "The newest record is 13 months old: some people will have moved on." in late.stdout


def test_connections_known_from_an_older_export_are_counted_and_others_named(
    tmp_path: Path,
) -> None:
    older, export = SAMPLE / "older", next(SAMPLE.glob("Complete_*"))
    said = run(tmp_path / "n.db", "import", str(older), str(export)).output

    assert "  Mona Elsherbini is Mona Elsherbini: equal given names; both at" in said
    assert "  193 connections that an older export shows without profile, by name and day" in said
    assert "Mattias Ghoshdastar" not in said


def test_a_dry_run_says_the_same_and_changes_nothing(tmp_path: Path, export: Path) -> None:
    dry = run(tmp_path / "n.db", "import", str(export), "--dry-run", "--json")
    wet = run(tmp_path / "n.db", "import", str(export), "--json")

    assert dry.stdout == wet.stdout
    assert "This was a dry run" not in dry.stdout


def test_rows_left_out_are_written_so_that_no_spreadsheet_runs_them(
    tmp_path: Path, export: Path
) -> None:
    rejects = tmp_path / "rejects.csv"
    result = run(tmp_path / "n.db", "import", str(export), "--rejects", str(rejects))
    header, row = csv.reader(io.StringIO(rejects.read_text("utf-8"), newline=""))

    assert result.exit_code == 0
    assert header == ["file", "line", "reason", "row"]
    assert row[1:3] == ["5", "it has neither a name nor a profile address"]
    assert row[3:] == ["", "", "", "'=1+1", "'-Acme", "", "07 Jun 2025"]
    assert rejects.stat().st_mode & 0o777 == 0o600


def test_rejects_never_overwrite_a_file_and_then_nothing_is_imported(
    tmp_path: Path, export: Path
) -> None:
    result = run(tmp_path / "n.db", "import", str(export), "--rejects", str(export))

    assert result.exit_code == 1
    assert "is there already" in result.stderr
    assert run(tmp_path / "n.db", "import", str(export)).exit_code == 0


def test_what_cannot_be_read_beside_the_good_is_said_on_stderr(tmp_path: Path) -> None:
    files = {**EXPORT, "messages.csv": b"\x89PNG\r\n\x1a\n"}
    result = run(tmp_path / "n.db", "import", str(folder(tmp_path, "export", files)))

    assert result.exit_code == 0
    assert result.stderr == "Could not read export/messages.csv: a PNG picture\n"


@pytest.mark.parametrize("name", ["nowhere.zip", "picture.csv"])
def test_garbage_ends_in_one_line_and_exit_1(tmp_path: Path, name: str) -> None:
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = run(tmp_path / "n.db", "import", str(tmp_path / name))

    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert name in result.stderr


def test_an_unclear_mapping_is_a_matter_of_usage(tmp_path: Path, export: Path) -> None:
    assert run(tmp_path / "n.db", "import", str(export), "--map", "name").exit_code == 2


def test_help_lists_the_formats() -> None:
    result = CliRunner().invoke(cli, ["import", "--help"])

    assert "LinkedIn: the ZIP or folder" in result.stdout
    assert "journal:" in result.stdout


def many(root: Path) -> Path:
    """Write an export that takes a while."""
    rows = (
        ("P", str(n), f"{BO}-{n}", "", f"Firm {n % 99}", "x", "12 Mar 2023") for n in range(4000)
    )
    return folder(root, "many", {"Connections.csv": table(CONNECTIONS, *rows)})


@pytest.mark.parametrize("after", [0.15, 0.3, 0.45, 0.6, 0.9])
def test_killed_at_any_moment_the_store_holds_all_or_nothing(tmp_path: Path, after: float) -> None:
    path = tmp_path / "n.db"
    first = folder(tmp_path, "first", {"Connections.csv": table(CONNECTIONS, ROWS[0])})
    assert run(path, "import", str(first)).exit_code == 0
    command = [sys.executable, "-m", "cli", "--store", str(path), "import", str(many(tmp_path))]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

    with Store.open(path) as store:
        assert store.faults() == []
        assert len(store.facts().people) - 1 in (1, 4001)


def test_what_is_read_and_how_much_is_left_is_said() -> None:
    reading = Progress(now="export.zip/messages.csv", part=0.4, files={"Profile.csv": 1})

    assert "Reading messages.csv: 40 % of it, 1 file done ..." == how_far(reading)
    assert "Reading ..." == how_far(Progress())
    assert "Finding out who is one person ..." == how_far(Progress(stage=JOINING))
