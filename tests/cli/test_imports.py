"""Which libraries a command loads: what it has no use for costs as much as all it does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("networkx", "numpy", "pandas", "jinja2", "holidays", "dateparser", "phonenumbers")

LOADED = f"""
import sys
from click.testing import CliRunner
from cli.main import cli

done = CliRunner().invoke(cli, sys.argv[1:])
assert done.exit_code == 0, done.output
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""


def loaded(store: Path, *args: str) -> list[str]:
    """Return which of the heavy libraries a command loads in a process of its own."""
    command = [sys.executable, "-c", LOADED, "--store", str(store), "--as-of", "2026-05-01", *args]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert 0 == done.returncode, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    "line",
    [
        ("today",),
        ("show", "Hugo Fontclara"),
        ("log", "met", "Hugo Fontclara"),
        ("ask", "Hugo Fontclara"),
        ("people", "hugo"),
    ],
    ids=lambda line: line[0],
)
def test_everyday_commands_load_no_heavy_library(
    line: tuple[str, ...], sample_store: Path, tmp_path: Path
) -> None:
    store = Path(shutil.copy(sample_store, tmp_path))

    assert [] == loaded(store, *line)


def test_what_needs_them_loads_them(sample_store: Path, tmp_path: Path) -> None:
    store = Path(shutil.copy(sample_store, tmp_path))

    assert ["numpy"] == loaded(store, "suggest")
    assert "networkx" in loaded(store, "stats")
