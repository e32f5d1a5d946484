"""Whole processes at 30,000 connections and 100,000 messages; run by ``make bench``.

Each line that is printed has the seconds of the benchmark and the peak memory of the process.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.scale import write_export

DAY = "2026-05-01"


def run(store: Path, *args: str) -> str:
    """Run the real program and return what it prints."""
    command = [sys.executable, "-m", "cli", "--store", str(store), "--as-of", DAY, *args]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_export(
        tmp_path_factory.mktemp("export"), connections=30_000, messages=100_000, seed=1
    )


@pytest.fixture(scope="session")
def store(export: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "network.db"
    run(path, "import", str(export))
    run(path, "goal", "add", "data scientist in climate tech")
    return path


def timed(benchmark: BenchmarkFixture, name: str, action: Callable[[], str]) -> str:
    """Time an action three times and print its line."""
    said = cast(Any, benchmark).pedantic(action, rounds=3, warmup_rounds=1)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    median = benchmark.stats.stats.median if benchmark.stats else 0.0
    print(f"\n{name}: {median:.2f} s (median of 3), largest process so far {peak} MB")
    return str(said)


def test_help(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    assert "Usage" in timed(benchmark, "help", lambda: run(tmp_path / "x.db", "--help"))


def test_suggest(benchmark: BenchmarkFixture, store: Path) -> None:
    assert "1" in timed(benchmark, "suggest", lambda: run(store, "suggest", "-n", "5"))


def test_people(benchmark: BenchmarkFixture, store: Path) -> None:
    assert timed(benchmark, "people", lambda: run(store, "people", "-n", "5"))


def test_map(benchmark: BenchmarkFixture, store: Path, tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    timed(benchmark, "map", lambda: run(store, "map", "--html", str(page)))

    assert page.stat().st_size < 3_000_000


def test_import(benchmark: BenchmarkFixture, export: Path, tmp_path: Path) -> None:
    numbers = iter(range(100))
    said = timed(
        benchmark,
        "import",
        lambda: run(tmp_path / f"{next(numbers)}.db", "import", str(export)),
    )

    assert "30,000" in said
