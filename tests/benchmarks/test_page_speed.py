"""The page at 30,000 connections and 100,000 messages; run by ``make bench``.

Each line says what somebody waits for: the address of the program, the first page, each page the
first time and again, a search as it is typed, a change and the page after it.
"""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.test_speed import export, store
from tests.web.served import Served

__all__ = ["export", "store"]

PAGES = """/ /people /people/ANYBODY /people/ANYBODY/write/request /people/ANYBODY/prepare
/employers /goals /goals/g1 /numbers /learned /closeness /same /ties /history /settings
/pictures/map /pictures/tree""".split()


@pytest.fixture(scope="module")
def started(store: Path) -> Iterator[tuple[Served, float]]:
    before = time.perf_counter()
    for served in Served.serving(store):
        yield served, time.perf_counter() - before


@pytest.fixture(scope="module")
def visitor(started: tuple[Served, float]) -> urllib.request.OpenerDirector:
    served, ready = started
    before = time.perf_counter()
    found = served.visitor()
    print(f"\nready: {ready:.2f} s; first page, cold: {time.perf_counter() - before:.2f} s")
    return found


def timed(benchmark: BenchmarkFixture, name: str, served: Served, action: Any) -> None:
    """Do something once for the first time and five times again, and print its line."""
    before = time.perf_counter()
    action()
    first = time.perf_counter() - before
    cast(Any, benchmark).pedantic(action, rounds=5)
    again = benchmark.stats.stats.median if benchmark.stats else 0.0
    status = Path(f"/proc/{served.program.pid}/status").read_text(encoding="utf-8")
    held = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    memory = int(held.split()[1]) // 1024
    print(f"\n{name}: first {first:.3f} s, again {again:.3f} s (median of 5), {memory} MB")


@pytest.mark.parametrize("address", PAGES)
def test_a_page(
    benchmark: BenchmarkFixture,
    started: tuple[Served, float],
    visitor: urllib.request.OpenerDirector,
    address: str,
) -> None:
    served = started[0]
    there = served.here + address.replace("ANYBODY", anybody(served, visitor))
    timed(benchmark, address, served, lambda: visitor.open(there).read())


def test_a_search_as_it_is_typed(
    benchmark: BenchmarkFixture,
    started: tuple[Served, float],
    visitor: urllib.request.OpenerDirector,
) -> None:
    words = iter("an ann anna da dat data be ber berr so sof".split())
    served = started[0]

    def typed() -> None:
        visitor.open(f"{served.here}/people?q={next(words)}").read()

    timed(benchmark, "search, each letter another", served, typed)


def test_a_change_and_the_page_after_it(
    benchmark: BenchmarkFixture,
    started: tuple[Served, float],
    visitor: urllib.request.OpenerDirector,
) -> None:
    served = started[0]
    somebody = anybody(served, visitor)
    form = {"verb": "log", "who": somebody, "field-kind": "note", "back": f"/people/{somebody}"}

    def change() -> None:
        assert "Written down" in served.post(visitor, "/do", **form)

    timed(benchmark, "a change and the page after it", served, change)


def anybody(served: Served, visitor: urllib.request.OpenerDirector) -> str:
    """Return the id of the first person of the list."""
    page = visitor.open(f"{served.here}/people").read().decode()
    return str(page.partition('<td><a href="/people/')[2].partition('"')[0])
