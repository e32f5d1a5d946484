"""What every command costs on the store of the demo, beside what Python and click alone cost.

    python -m tests.benchmarks.demo_commands [--runs 20]

CPU is user and system time of the whole process. Each run of a command comes right after one of the
unit, a Python that imports click, sqlite3, json and dataclasses and ends; the medians of both, and
one in terms of the other, which takes the machine out. Every run has a store of its own, with what
the command before it would have kept.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.benchmarks.commands import cost

UNIT: Final = (sys.executable, "-c", "import click, sqlite3, json, dataclasses")

COMMANDS: Final[dict[str, tuple[str, ...]]] = {
    "--help": ("--help",),
    "log": ("log", "note", "Hugo Fontclara", "likes sailing"),
    "people QUERY": ("people", "hugo"),
    "ask": ("ask", "Hugo Fontclara"),
    "today": ("today",),
    "show": ("show", "Hugo Fontclara"),
    "add": ("add", "Yan Racer"),
    "suggest": ("suggest",),
    "netgraph": (),
    "at": ("at",),
}


def beside(demo: Path, command: tuple[str, ...], runs: int) -> tuple[float, float]:
    """Return the median CPU seconds of the unit and of a command, in runs that take turns."""
    units, commands = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            store = shutil.copytree(demo, Path(folder) / "demo") / "network.db"
            units.append(cost(UNIT).seconds)
            commands.append(cost([sys.executable, "-m", "cli", "--store", str(store), *command]))
    return statistics.median(units), statistics.median(one.seconds for one in commands)


def main() -> None:
    """Print a line for each command."""
    parser = argparse.ArgumentParser(description="What every command costs on the demo's store.")
    parser.add_argument("--runs", type=int, default=20)
    asked = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    os.environ["NETGRAPH_AS_OF"] = "2026-05-01"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo"
        start = [sys.executable, "-m", "cli"]
        subprocess.run([*start, "demo", str(demo)], check=True, capture_output=True)
        print("| command | CPU seconds | units |\n|---|---:|---:|")
        for name, command in COMMANDS.items():
            unit, seconds = beside(demo, command, asked.runs)
            print(f"| {name} | {seconds:.3f} | {seconds / unit:.1f} |")


if __name__ == "__main__":
    main()
