"""What every command costs as a network grows: CPU seconds and memory of whole processes.

    python -m tests.benchmarks.commands [--sizes 3000 30000] [--runs 5]

Each size is an invented LinkedIn export with ten messages for each contact. CPU is user and system
time, the median of the runs; "units" are the same in terms of reading the two large files of that
export once with `csv.DictReader`, which takes the machine out; memory is the most a process had.
``log`` comes right after ``add``, ``log again`` after that: who is who is worked out once between.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from tests.benchmarks.scale import NAME

MESSAGES_EACH: Final = 10
DAY: Final = "2026-05-01"

UNIT: Final = """
import csv, sys
from collections import Counter
from pathlib import Path
seen = Counter()
for name in ("Connections.csv", "messages.csv"):
    with (Path(sys.argv[1]) / name).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            seen[row.get("FROM"), row.get("TO"), (row.get("DATE") or "")[:10]] += 1
"""

COMMANDS: Final[dict[str, tuple[str, ...]]] = {
    "goal add": ("goal", "add", "data scientist"),
    "suggest": ("suggest", "--json"),
    "people QUERY": ("people", "Zoltan Wolf"),
    "show": ("show", "Zed Racer"),
    "today": ("today",),
    "add": ("add", "Yan Racer"),
    "log": ("log", "note", "Zed Racer", "likes sailing"),
    "log again": ("log", "note", "Zed Racer", "likes rowing"),
    "ask": ("ask", "Zed Racer"),
    "undo": ("undo",),
}


class Cost(NamedTuple):
    """What a process took: CPU seconds and megabytes at most."""

    seconds: float
    megabytes: float


def cost(command: Sequence[str]) -> Cost:
    """Run a command to its end."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=subprocess.PIPE)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = process.stderr.read().decode() if process.stderr else ""
        raise SystemExit(f"{' '.join(command[-3:])}: {said}")
    if process.stderr:
        process.stderr.close()
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def race(export: Path, folder: Path) -> Iterator[tuple[str, Cost]]:
    """Yield each command on a store of its own, in the order of a first day."""
    command = [sys.executable, "-m", "cli", "--store", str(folder / "s.db"), "--as-of", DAY]
    yield "unit", cost([sys.executable, "-c", UNIT, str(export)])
    yield "import", cost([*command, "import", str(export)])
    cost([*command, "add", "Zed Racer"])
    for name, args in COMMANDS.items():
        yield name, cost([*command, *args])


def measured(export: Path, runs: int) -> dict[str, Cost]:
    """Return the median of each command over some runs."""
    found: dict[str, list[Cost]] = {}
    for _ in range(runs):
        folder = Path(tempfile.mkdtemp())
        for name, one in race(export, folder):
            found.setdefault(name, []).append(one)
        shutil.rmtree(folder)
    return {
        name: Cost(statistics.median(c.seconds for c in all_), max(c.megabytes for c in all_))
        for name, all_ in found.items()
    }


def _exported(folder: Path, size: int) -> Path:
    """Write an export in another process: what this one has, those that it starts seem to have."""
    sizes = ("--connections", str(size), "--messages", str(size * MESSAGES_EACH))
    command = [sys.executable, "-m", "tests.benchmarks.scale", str(folder), *sizes]
    subprocess.run(command, check=True)
    return folder / NAME


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description="What every command costs.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[3_000, 30_000])
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    for size in asked.sizes:
        folder = Path(tempfile.mkdtemp())
        export = _exported(folder, size)
        found = measured(export, asked.runs)
        shutil.rmtree(folder)
        print(f"\n{size:,} contacts, {size * MESSAGES_EACH:,} messages\n")
        print("| command | CPU seconds | units | MB |\n|---|---:|---:|---:|")
        for name, one in found.items():
            units = one.seconds / found["unit"].seconds
            print(f"| {name} | {one.seconds:.2f} | {units:.1f} | {one.megabytes:.0f} |")


if __name__ == "__main__":
    main()
