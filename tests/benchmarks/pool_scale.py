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
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from netgraph.pools.engines import Answers
    from netgraph.pools.questions import Wanted

DAY: Final = "2026-05-01"
SOUGHT: Final = "Employer 40"
TOP: Final = 20

QUESTIONS: Final[dict[str, Callable[[Answers, str, Wanted], Any]]] = {
    "introducers": lambda p, me, w: p.introducers(w, asker=me, limit=TOP),
    "chains": lambda p, me, w: p.chains(me, w, limit=TOP),
    "coverage": lambda p, *_: p.coverage(limit=TOP),
    "load": lambda p, *_: p.loads(limit=TOP),
    "PageRank": lambda p, me, _: p.pagerank([me], limit=TOP),
    "components": lambda p, *_: p.components(limit=TOP),
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
    import pyarrow.parquet as pq  # noqa: PLC0415

    from netgraph.pools.engines import opened  # noqa: PLC0415
    from netgraph.pools.questions import Wanted  # noqa: PLC0415

    me = pq.read_table(folder / "members.parquet")["member"][0].as_py()
    begin = time.monotonic()
    with opened(folder, engine) as pool:
        QUESTIONS[name](pool, me, Wanted(employer=SOUGHT))
        print(time.monotonic() - begin)


def prepare(folder: Path, ties: int) -> None:
    """Make a store in which a pool of that many ties is put together; print where."""
    import msgspec  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    from netgraph.pools.generator import invent  # noqa: PLC0415
    from netgraph.pools.kept import FACTS, Facts, Member  # noqa: PLC0415

    for line in (["add", "Zed Racer"], ["pool", "new", "big"]):
        subprocess.run([*netgraph(folder), *line], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([*netgraph(folder), "pool", "find", "x", "--pool", "big"], capture_output=True)
    (kept,) = (folder / "s.db.pools").iterdir()
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
    print(kept)


def netgraph(folder: Path) -> list[str]:
    """Return the command line on the store of a folder."""
    return [sys.executable, "-m", "cli", "--store", str(folder / "s.db"), "--as-of", DAY]


def rows(
    ties: int, folder: Path, engines: list[str], questions: list[str]
) -> Iterator[tuple[str, str, Cost]]:
    """Yield what is asked, where, and what it took.

    All is made in other processes: what this one has, those that it starts seem to have.
    """
    here = [sys.executable, "-m", "tests.benchmarks.pool_scale", "--folder"]
    kept = Path(cost([*here, str(folder), "--prepare", str(ties)]).said.strip())
    size = (kept / "ties.parquet").stat().st_size / ties
    print(f"\n{ties:,} ties, {size:.1f} bytes each\n")
    print("| question | engine | seconds | CPU | MB |\n|---|---|---:|---:|---:|")
    find = ["pool", "find", SOUGHT, "--pool", "big", "--json"]
    yield "`pool find`, whole process", "duckdb", cost([*netgraph(folder), *find])
    for engine in engines:
        for name in questions:
            took = cost([*here, str(kept), "--ask", name, "--engines", engine])
            yield name, engine, took._replace(seconds=float(took.said))


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description="What questions to a pool cost as it grows.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[300_000, 3_000_000])
    parser.add_argument("--engines", nargs="+", default=["duckdb", "memory"])
    parser.add_argument("--questions", nargs="+", default=list(QUESTIONS), choices=QUESTIONS)
    parser.add_argument("--ask", help=argparse.SUPPRESS)
    parser.add_argument("--prepare", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.prepare:
        prepare(asked.folder, asked.prepare)
        return
    if asked.ask:
        ask(asked.ask, asked.engines[0], asked.folder)
        return
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    for ties in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            for name, engine, one in rows(ties, Path(folder), asked.engines, asked.questions):
                cells = f"{one.seconds:.2f} | {one.cpu:.2f} | {one.megabytes:.0f}"
                print(f"| {name} | {engine} | {cells} |")


if __name__ == "__main__":
    main()
