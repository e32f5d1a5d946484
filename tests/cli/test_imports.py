"""Which libraries a command loads: what it has no use for costs as much as all it does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

HEAVY = ("networkx", "numpy", "pandas", "jinja2", "holidays", "dateparser", "phonenumbers")

LOADED = """
import sys
from cli.main import cli

assert not cli(sys.argv[1:], standalone_mode=False)
print("", *sys.modules, sep="\\n")
"""


def loaded(store: Path, *args: str, among: Sequence[str] = HEAVY) -> list[str]:
    """Return which of some modules a command loads in a process of its own."""
    command = [sys.executable, "-c", LOADED, "--store", str(store), "--as-of", "2026-05-01", *args]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert 0 == done.returncode, done.stderr
    lines = done.stdout.splitlines()
    return [name for name in among if name in lines]


@pytest.mark.parametrize(
    "line",
    [
        ("today",),
        ("show", "Hugo Fontclara"),
        ("log", "met", "Hugo Fontclara"),
        ("ask", "Hugo Fontclara"),
        ("people", "hugo"),
        ("add", "Yan Racer"),
    ],
    ids=lambda line: line[0],
)
def test_everyday_commands_load_no_heavy_library(
    line: tuple[str, ...], sample_store: Path, tmp_path: Path
) -> None:
    store = Path(shutil.copy(sample_store, tmp_path))

    assert [] == loaded(store, *line)


def test_a_line_of_log_reads_no_word_list_and_suggest_makes_none(
    sample_store: Path, tmp_path: Path
) -> None:
    store = Path(shutil.copy(sample_store, tmp_path))
    others = ("tomllib", "zoneinfo", "html", "tempfile", "anyascii", "netgraph.titles")
    loaded(store, "suggest")  # there is a snapshot from then on

    assert [] == loaded(store, "log", "note", "Hugo Fontclara", "--note", "x", among=others)
    assert [] == loaded(store, "suggest", among=("cleanco", "numpy.ma", "networkx", "jinja2"))


def test_what_needs_them_loads_them(sample_store: Path, tmp_path: Path) -> None:
    store = Path(shutil.copy(sample_store, tmp_path))

    assert ["numpy"] == loaded(store, "suggest")
    assert "networkx" in loaded(store, "stats")
