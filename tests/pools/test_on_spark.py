"""Apache Spark on this machine gives the answers of the other engines; starting takes seconds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from pyspark.sql import SparkSession

from netgraph.pools.engines import opened
from netgraph.pools.extras import NoEngine
from netgraph.pools.on_spark import SETTINGS
from netgraph.pools.questions import Wanted
from netgraph.pools.tables import Tables, write_tables
from tests.pools.parity import disagreements
from tests.pools.pools import by_hand, pools

FEW = 10
"""Pools asked of Spark, which takes seconds for each."""


SMALL: Final = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.shuffle.partitions": "1",
}
"""For a few rows: nothing is compiled, and nothing is done in parts."""


@pytest.fixture(scope="module")
def spark(java: None) -> Iterator[SparkSession]:
    """Start Spark once, for small pools."""
    builder = SparkSession.builder.master("local[1]").config(map={**SETTINGS, **SMALL})
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.mark.usefixtures("spark")
def test_a_small_pool_is_answered_as_in_memory(tmp_path: Path) -> None:
    write_tables(by_hand(), tmp_path)
    wanted = Wanted(employer="Siemens")

    with opened(tmp_path, "spark") as there, opened(by_hand(), "memory") as here:
        assert here.introducers(wanted, asker="a") == there.introducers(wanted, asker="a")
        assert here.chains("a", wanted) == there.chains("a", wanted)
        assert here.loads() == there.loads()
        assert here.coverage() == there.coverage()
        assert here.pagerank(["a"], steps=1) == there.pagerank(["a"], steps=1)
        assert here.components() == there.components()


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

    with pytest.raises(NoEngine, match="needs Java 17"), opened(by_hand(), "spark://one:7077"):
        pass
