"""The guided first hour: from an empty machine to the first asks, in a pipe and on a terminal."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import struct
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli
from cli.start import exports
from tests.sources.exports import ANA, BO, CONNECTIONS, PROFILE, table, zipped

ROWS = (
    ("Ana", "Silva", ANA, "", "Acme", "Data Scientist", "12 Mar 2023"),
    ("Bo", "Chen", BO, "", "Blue River", "Data Analyst", "01 Feb 2020"),
)
SAVED = "Saved Date,Job Url,Job Title,Company Name\n,,Data Scientist,Acme\n"
EXPORT: dict[str, str | bytes] = {
    "Connections.csv": table(CONNECTIONS, *ROWS),
    "Profile.csv": PROFILE,
    "Jobs/Saved Jobs.csv": SAVED,
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with an export in Downloads and nothing else."""
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "work").mkdir()
    zipped(tmp_path / "Downloads", "Complete_LinkedInDataExport_05-01-2026.zip", EXPORT)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETGRAPH_STORE", str(tmp_path / "network.db"))
    monkeypatch.setenv("NETGRAPH_AS_OF", "2026-05-01")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


def run(*words: str, typed: str = "") -> Result:
    result = CliRunner().invoke(cli, words, input=typed)
    assert 0 == result.exit_code, result.output
    return result


def test_answers_in_a_pipe_lead_from_nothing_to_the_first_asks(home: Path) -> None:
    told = run("start", typed="y\n1\n1,2\nk\nb\n1\n\nn\n").output

    assert "Found Complete_LinkedInDataExport_05-01-2026.zip" in told
    assert "This is Robin Ostrow's data (LinkedIn): that is you." in told
    assert "  1. data scientist: a job you saved; 2 people you know fit" in told
    assert "  1. Acme: you know 1, job saved" in told
    assert "You look for: data scientist at Acme, Blue River." in told
    assert "asked because:" in told
    assert "1. Ask " in told
    assert "To: Bo Chen\nSubject: " in told
    assert told.endswith("From now on: netgraph (alone) says how things stand.\n")
    assert [] == list((home / "work").iterdir())


@pytest.mark.parametrize("lines", range(7))
def test_stopping_at_any_point_loses_nothing(home: Path, lines: int) -> None:
    answers = ["y", "1", "1", "k", "k", "n"]
    told = run("start", typed="".join(f"{a}\n" for a in [*answers[:lines], "q"])).output

    assert "Stopped; everything so far is kept." in told or "That was it." in told
    people = json.loads(run("people", "--json").stdout)["people"]
    goals = json.loads(run("goal", "list", "--json").stdout)["goals"]
    assert (2 if lines >= 1 else 0) == len(people)
    assert (1 if lines >= 3 else 0) == len(goals)


def test_a_second_time_goes_on_where_the_first_ended(home: Path) -> None:
    run("start", typed="y\nq\n")
    told = run("start", typed="\n1\n\nq\n").output

    assert "You have 2 people already." in told
    assert "You look for: data scientist at Acme." in told


def test_whoever_has_nothing_yet_is_told_how_to_get_it_and_begins_by_hand(home: Path) -> None:
    for file in (home / "Downloads").iterdir():
        file.unlink()
    told = run("start", typed="\nAna Silva (Watershed)\n\ndata scientist\n\nq\n").output

    assert "Get a copy of your data" in told
    assert ["Ana Silva"] == [
        p["name"] for p in json.loads(run("people", "--json").stdout)["people"]
    ]
    assert "You look for: data scientist" in told


def test_a_file_that_is_none_is_said_and_asked_for_again(home: Path) -> None:
    told = run("start", typed="n\nnowhere.zip\nq\n").output

    assert "That did not work:" in told
    assert "Stopped; everything so far is kept." in told


def test_no_more_files_are_offered_than_can_be_looked_at(home: Path) -> None:
    for n in range(9):
        zipped(home / "Downloads", f"Basic_LinkedInDataExport_0{n + 1}-01-2026.zip", EXPORT)

    assert 3 == len(exports(home / "Downloads"))


def test_on_a_small_terminal_it_goes_to_the_end(home: Path) -> None:
    child, terminal = pty.fork()
    if not child:
        os.execv(sys.executable, [sys.executable, "-m", "netgraph.cli", "start"])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    told = ""
    answers = {
        "Read it in?": "\n",
        "own words": "1\n",
        "commas": "\n",
        "   > ": "k",
        "A letter": "\n",
        "browser?": "n\n",
    }
    try:
        while part := os.read(terminal, 4096).decode(errors="replace"):
            told += part
            for question, typed in answers.items():
                if question in told.splitlines()[-1] and not told.endswith("\n"):
                    os.write(terminal, typed.encode())
                    told += "\n"
                    break
    except OSError:
        pass  # what Linux says at the end
    _, status = os.waitpid(child, 0)

    assert 0 == status, told
    assert "Your first asks" in told
    assert "1. Ask " in told
    assert "That was it." in told
    assert [] == [line for line in told.splitlines() if len(line) > 80 and "$ " not in line]
