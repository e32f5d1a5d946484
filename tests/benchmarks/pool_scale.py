"""What questions to a pool cost as it grows: seconds and memory of whole processes.

    python -m tests.benchmarks.pool_scale [--sizes 300000 3000000] [--engines duckdb memory]

Each size is an invented pool (`netgraph.pools.generator`) of that many ties. ``pool find`` is the
command, in a store whose pool was put together before; the rest asks the library, and its seconds
are those of the question, its memory that of the process. ``--engines`` may name ``spark`` too.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from netgraph.pools.engines import Answers, opened
from netgraph.pools.generator import employer, invent
from netgraph.pools.kept import FACTS, Facts, Member
from netgraph.pools.questions import Wanted

DAY: Final = "2026-05-01"
SOUGHT: Final = employer(40)
TOP: Final = 20

QUESTIONS: Final[dict[str, Callable[[Answers, str], Any]]] = {
    "introducers": lambda p, me: p.introducers(Wanted(employer=SOUGHT), asker=me, limit=TOP),
    "chains": lambda p, me: p.chains(me, Wanted(employer=SOUGHT), limit=TOP),
    "coverage": lambda p, _: p.coverage(limit=TOP),
    "load": lambda p, _: p.loads(limit=TOP),
    "PageRank": lambda p, me: p.pagerank([me], limit=TOP),
    "components": lambda p, _: p.components(limit=TOP),
}


class Cost(NamedTuple):
    """What a process took: seconds by the clock and of CPU, megabytes at most, and what it said."""

    seconds: float
    cpu: float
    megabytes: float
    said: str


def cost(command: list[str]) -> Cost:
    """Run a command to its end."""
    begin = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command[-4:])}: ended with {process.returncode}")
    cpu = used.ru_utime + used.ru_stime
    return Cost(time.monotonic() - begin, cpu, used.ru_maxrss / 1024, said)


def ask(name: str, engine: str, folder: Path) -> None:
    """Ask one question and print how many seconds that took."""
    me = pq.read_table(folder / "members.parquet")["member"][0].as_py()
    begin = time.monotonic()
    with opened(folder, engine) as pool:
        if not QUESTIONS[name](pool, me):
            raise SystemExit(f"{name}: no answer")
        print(time.monotonic() - begin)


def store_of(folder: Path, ties: int) -> tuple[Path, list[str]]:
    """Make a store in which this pool is put together; return where, and the command to ask it."""
    path = folder / "s.db"
    netgraph = [sys.executable, "-m", "cli", "--store", str(path), "--as-of", DAY]
    for line in (["add", "Zed Racer"], ["pool", "new", "big"]):
        subprocess.run([*netgraph, *line], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([*netgraph, "pool", "find", "x", "--pool", "big"], capture_output=True)
    (kept,) = path.with_name("s.db.pools").iterdir()
    facts = msgspec.json.decode((kept / FACTS).read_bytes(), type=Facts)
    invent(ties, kept)
    members = pq.read_table(kept / "members.parquet")["member"].to_pylist()
    people = pq.read_table(kept / "people.parquet", columns=["person"])["person"]
    pq.write_table(pa.table({"mark": people, "person": people}), kept / "marks.parquet")
    stated = pq.read_table(kept / "ties.parquet", columns=["source", "target"])
    pq.write_table(stated.slice(0, ties // 10), kept / "stated.parquet")
    others = {m: Member(m, f"Member {m[:6]}", "", (), date(2026, 5, 1)) for m in members[1:]}
    known = msgspec.structs.replace(facts, ego=members[0], members=others)
    (kept / FACTS).write_bytes(msgspec.json.encode(known))
    return kept, [*netgraph, "pool", "find", SOUGHT, "--pool", "big", "--json"]


def rows(ties: int, folder: Path, engines: list[str]) -> Iterator[tuple[str, str, Cost]]:
    """Yield what is asked, where, and what it took."""
    kept, find = store_of(folder, ties)
    yield "`pool find`, whole process", "duckdb", cost(find)
    for engine in engines:
        for name in QUESTIONS:
            here = [sys.executable, "-m", "tests.benchmarks.pool_scale", "--folder", str(kept)]
            took = cost([*here, "--ask", name, "--engines", engine])
            yield name, engine, took._replace(seconds=float(took.said))


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description="What questions to a pool cost as it grows.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[300_000, 3_000_000])
    parser.add_argument("--engines", nargs="+", default=["duckdb", "memory"])
    parser.add_argument("--ask", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.ask:
        ask(asked.ask, asked.engines[0], asked.folder)
        return
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    for ties in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(f"\n{ties:,} ties\n\n| question | engine | seconds | CPU | MB |")
            print("|---|---|---:|---:|---:|")
            for name, engine, one in rows(ties, Path(folder), asked.engines):
                cells = f"{one.seconds:.2f} | {one.cpu:.2f} | {one.megabytes:.0f}"
                print(f"| {name} | {engine} | {cells} |")


if __name__ == "__main__":
    main()
