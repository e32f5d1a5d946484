"""The contract of the command line, on the sample data: keys, exit codes, clean stdout."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_data"
DAY = "2026-05-01"


def run(store: Path, *args: str, day: str = DAY) -> subprocess.CompletedProcess[str]:
    """Run the real program on a store."""
    return subprocess.run(
        [sys.executable, "-m", "cli", "--store", store, "--as-of", day, *args],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with all of the sample data."""
    store = tmp_path_factory.mktemp("contract") / "network.db"
    for part in ("older", "Complete_LinkedInDataExport_05-01-2026", "journal.csv"):
        assert 0 == run(store, "import", str(SAMPLE / part)).returncode
    return store


@pytest.fixture
def store(full: Path, tmp_path: Path) -> Path:
    """Return a copy of that store that a test may change."""
    return Path(shutil.copy(full, tmp_path / "network.db"))


def answer(store: Path, *args: str) -> Any:
    """Return the one JSON document that a command prints."""
    done = run(store, *args, "--json")
    assert 0 == done.returncode, done.stderr
    return json.loads(done.stdout)


def keys(document: Any, *path: str | int) -> set[str]:
    """Return the keys of a part of a document."""
    for step in path:
        document = document[step]
    return set(document)


def test_import(tmp_path: Path) -> None:
    report = answer(tmp_path / "x.db", "import", str(SAMPLE / "older" / "Connections.csv"))

    assert {"files", "people", "events"} <= report.keys()
    assert set(
        "path kind rows people_new people_updated people_unchanged events_new hidden "
        "skipped".split()
    ) <= keys(report, "files", 0)
    file = report["files"][0]
    people = file["people_new"] + file["people_updated"] + file["people_unchanged"]
    assert file["rows"] == people + file["hidden"] + len(file["skipped"])
    assert 199 == report["people"] == file["people_new"]


def test_importing_again_changes_nothing(store: Path) -> None:
    before = run(store, "export", str(store.parent / "before.json"))
    report = answer(store, "import", str(SAMPLE / "Complete_LinkedInDataExport_05-01-2026"))
    run(store, "export", str(store.parent / "after.json"))

    assert 0 == before.returncode
    assert [] == [f["path"] for f in report["files"] if f["people_new"] or f["events_new"]]
    assert (store.parent / "before.json").read_bytes() == (store.parent / "after.json").read_bytes()


def test_people(full: Path) -> None:
    found = answer(full, "people", "--fit", "data scientist", "-n", "5")

    assert set(
        "id name company title email url connected_on strength strength_basis balance load "
        "last_contact fit".split()
    ) <= keys(found, "people", 0)
    fits = [person["fit"] for person in found["people"]]
    assert 5 == len(fits)
    assert sorted(fits, reverse=True) == fits
    assert "me" not in {p["id"] for p in answer(full, "people")["people"]}


def test_show(full: Path) -> None:
    page = answer(full, "show", "Lucía Ferrandiz")

    assert {"person", "events", "ties", "referrals", "open"} <= page.keys()
    assert "Lucía Ferrandiz" == page["person"]["name"]


def test_goal(full: Path) -> None:
    goals = answer(full, "goal", "list")

    assert set("id text companies roles fields places person specificity advice".split()) <= keys(
        goals, "goals", 0
    )
    assert 2 == len(goals["goals"])


def test_suggest(full: Path) -> None:
    told = answer(full, "suggest", "-n", "5")

    assert {"as_of", "goal", "suggestions", "not_now", "first"} <= told.keys()
    assert DAY == told["as_of"]
    assert 5 == len(told["suggestions"])
    for rank, one in enumerate(told["suggestions"], 1):
        assert rank == one["rank"]
        assert {"id", "name", "company", "title"} <= keys(one, "person")
        assert one["ask"] in ("interview", "introduction")
        assert {"kind", "id", "name"} <= keys(one, "for")
        assert one["for"]["kind"] in ("person", "company", "field")
        assert 0 < one["chance"] < 1
        assert 0 < one["knows"] < 1
        assert one["basis"] in ("observed", "stated", "inferred")
        assert ("me", one["person"]["id"]) == (one["path"][0], one["path"][-1])
        assert one["reasons"]
        assert one["ready_on"] <= DAY
    assert {"person", "until", "why"} <= keys(told, "not_now", 0)
    assert {"kind", "person", "why"} <= keys(told, "first", 0)
    resting = {one["person"]["id"] for one in told["not_now"]}
    assert not resting & {one["person"]["id"] for one in told["suggestions"]}


def test_suggestions_for_another_day_differ_and_for_the_same_are_equal(full: Path) -> None:
    first, again = run(full, "suggest", "--json"), run(full, "suggest", "--json")
    early = run(full, "suggest", "--json", day="2025-06-01")

    assert first.stdout == again.stdout
    assert first.stdout != early.stdout


def test_path(full: Path) -> None:
    found = answer(full, "path", "Watershed")

    assert {"target", "paths"} <= found.keys()
    assert {"people", "chance", "weakest", "evidence"} <= keys(found, "paths", 0)
    assert {"id", "name"} <= keys(found, "paths", 0, "people", 0)


def test_what_is_written_down(store: Path) -> None:
    assert "id" in answer(store, "ask", "Lucía Ferrandiz", "--for", "Watershed")["ask"]
    assert "id" in answer(store, "log", "thanked", "Lucía Ferrandiz")["event"]
    named = answer(store, "refer", "Lucía Ferrandiz", "Ada Fjellström (Watershed)", "--new")
    assert "id" in named["referral"]


def test_tree(full: Path) -> None:
    tree = answer(full, "tree")

    assert {"roots", "generations", "leads"} <= tree.keys()
    assert {"id", "name", "children"} <= keys(tree, "roots", 0)
    assert {"generation", "people", "met", "branching"} <= keys(tree, "generations", 0)


def test_reciprocity(full: Path) -> None:
    found = answer(full, "reciprocity")

    assert {"reciprocity", "rho"} <= keys(found, "network")
    assert set("id name given taken balance load state ideas".split()) <= keys(found, "people", 0)


def test_today(full: Path) -> None:
    due = answer(full, "today", "--days", "7")["due"]

    assert {"on", "kind", "person", "why", "overdue", "command"} <= set(due[0])


def test_a_line_of_today_settles_what_it_is_about(store: Path) -> None:
    due = answer(store, "today", "-n", "99")["due"]
    thanks = next(line for line in due if line["kind"] == "thank")

    assert 0 == run(store, *shlex.split(thanks["command"])[1:]).returncode

    left = [
        (line["kind"], line["person"]["id"]) for line in answer(store, "today", "-n", "99")["due"]
    ]
    assert ("thank", thanks["person"]["id"]) not in left


def test_stats(full: Path) -> None:
    found = answer(full, "stats")

    assert {"funnel", "ego", "lineage", "gaps", "calibration"} <= found.keys()
    bins = found["calibration"]["bins"]
    assert found["calibration"]["came"]["cases"] == sum(b["cases"] for b in bins) > 0
    assert all(b["from"] <= b["promised"] <= b["to"] for b in bins)


@pytest.mark.parametrize(
    "command", ["map", *(pytest.param(c, marks=pytest.mark.long) for c in ("tree", "report"))]
)
def test_pages_are_private_and_equal_for_equal_input(
    full: Path, tmp_path: Path, command: str
) -> None:
    pages = [tmp_path / "one.html", tmp_path / "two.html"]
    for page in pages:
        assert 0 == run(full, command, "--html", str(page)).returncode

    assert pages[0].read_bytes() == pages[1].read_bytes()
    assert {0o600} == {page.stat().st_mode & 0o777 for page in pages}
    assert b"Content-Security-Policy" in pages[0].read_bytes()[:2000]


def test_demo_writes_its_pages_anywhere(tmp_path: Path) -> None:
    done = run(tmp_path / "unused.db", "demo", str(tmp_path / "demo"))

    assert 0 == done.returncode, done.stderr
    assert "1. " in done.stdout
    assert {"map.html", "network.db", "tree.html"} <= {
        p.name for p in (tmp_path / "demo").iterdir()
    }
    assert not (tmp_path / "unused.db").exists()


def test_check_finds_the_sample_data_in_order(full: Path) -> None:
    assert [] == answer(full, "check")["file"]


def test_forgetting_a_person_leaves_no_trace_and_no_return(store: Path) -> None:
    run(store, "forget", "Lucía Ferrandiz", "--yes")
    answer(store, "import", str(SAMPLE / "Complete_LinkedInDataExport_05-01-2026"))

    assert 2 == run(store, "show", "Lucía Ferrandiz").returncode
    assert "Ferrandiz" not in store.read_bytes().decode("utf-8", "ignore")
