"""On 300,000 ties every engine gives the same rows in the same order, scores within 1e-9."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import pytest

from netgraph.pools.engines import Answers, opened
from netgraph.pools.generator import employer, invent
from netgraph.pools.questions import Wanted
from netgraph.pools.tables import read_tables
from tests.pools.parity import differences

pytestmark = pytest.mark.long

SIEMENS: Final = Wanted(employer=employer(5))
Question = Callable[[Answers, str], Sequence[Sequence[Any]]]
QUESTIONS: Final[dict[str, Question]] = {
    "who introduces": lambda pool, me: pool.introducers(SIEMENS, asker=me),
    "whoever asks": lambda pool, _: pool.introducers(SIEMENS, limit=50),
    "chains": lambda pool, me: pool.chains(me, SIEMENS),
    "loads": lambda pool, _: pool.loads(),
    "coverage": lambda pool, _: pool.coverage(),
    "PageRank": lambda pool, me: pool.pagerank([me]),
    "components": lambda pool, _: pool.components(),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pools") / "large"
    invent(300_000, path, seed=20)
    return path


def answers(folder: Path, engine: str) -> dict[str, Sequence[Sequence[Any]]]:
    me = read_tables(folder).members["member"][0].as_py()
    with opened(folder, engine) as pool:
        return {name: ask(pool, me) for name, ask in QUESTIONS.items()}


@pytest.fixture(scope="module")
def expected(folder: Path) -> dict[str, Sequence[Sequence[Any]]]:
    found = answers(folder, "memory")
    assert all(len(rows) > 40 for rows in found.values())
    return found


def agree(expected: dict[str, Sequence[Sequence[Any]]], folder: Path, engine: str) -> None:
    found = answers(folder, engine)
    for name, rows in expected.items():
        assert [] == differences(rows, found[name])[:3], name


def test_duckdb_agrees(expected: dict[str, Sequence[Sequence[Any]]], folder: Path) -> None:
    agree(expected, folder, "duckdb")


def test_postgresql_agrees(
    expected: dict[str, Sequence[Sequence[Any]]], folder: Path, postgresql: str
) -> None:
    agree(expected, folder, postgresql)


@pytest.mark.usefixtures("java")
def test_spark_agrees(expected: dict[str, Sequence[Sequence[Any]]], folder: Path) -> None:
    agree(expected, folder, "spark")
