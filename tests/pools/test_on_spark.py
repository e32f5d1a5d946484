"""Apache Spark on this machine gives the answers of the other engines; starting takes seconds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from pyspark.sql import SparkSession

from netgraph.pools.engines import opened
from netgraph.pools.extras import NoEngine
from netgraph.pools.on_spark import started
from netgraph.pools.questions import Wanted
from netgraph.pools.tables import Tables, write_tables
from tests.pools.parity import disagreements
from tests.pools.pools import by_hand, pools

FEW = 10
"""Pools asked of Spark, which takes seconds for each."""


@pytest.fixture(scope="module")
def spark(java: None) -> Iterator[SparkSession]:
    """Start Spark once for many pools."""
    with started() as session:
        yield session


@pytest.mark.usefixtures("java")
def test_a_small_pool_is_answered_as_in_memory(tmp_path: Path) -> None:
    write_tables(by_hand(), tmp_path)
    wanted = Wanted(employer="Siemens")

    with opened(tmp_path, "spark") as there, opened(by_hand(), "memory") as here:
        assert here.introducers(wanted, asker="a") == there.introducers(wanted, asker="a")
        assert here.coverage() == there.coverage()
        assert here.pagerank(["a"], steps=1) == there.pagerank(["a"], steps=1)


@pytest.mark.long
@settings(max_examples=FEW)
@given(pool=pools())
def test_any_pool_is_answered_as_in_memory(spark: SparkSession, pool: Tables) -> None:
    with opened(pool, spark) as there, opened(pool, "memory") as here:
        assert {} == disagreements(here, there)


def test_without_java_it_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)

    with pytest.raises(NoEngine, match="needs Java 17"), opened(by_hand(), "spark"):
        pass
