"""Apache Spark: on this machine, or on a cluster for what is too large for one."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from netgraph.pools.expressed import Database
from netgraph.pools.extras import NoEngine, needed
from netgraph.pools.tables import COLUMNS, Tables, parquet_files

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOCAL: Final = "local[*]"
"""All cores of this machine."""

SETTINGS: Final[dict[str, bool | float | int | str | None]] = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "OFF",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
}


@contextmanager
def in_spark(pool: Tables | Path, spark: SparkSession | str | None = None) -> Iterator[Database]:
    """Open a pool in a session of Spark, or in one that is started with the master that is named.

    None is the session that this process has already, else one on this machine.

    Parquet files are read where they lie: on a cluster, where every worker sees them. The views
    are made in a session beside the given one, so nothing of it is touched.
    """
    needed("pyspark", "ibis")
    _learn_dialect()
    from pyspark.sql import SparkSession  # noqa: PLC0415

    given: Any = spark or SparkSession.getActiveSession() or LOCAL
    with started(given) if isinstance(given, str) else nullcontext(given.newSession()) as session:
        for name in COLUMNS:
            if isinstance(pool, Tables):
                table = session.createDataFrame(getattr(pool, name))
            else:
                table = session.read.parquet(parquet_files(pool, name))
            table.createOrReplaceTempView(name)
        yield Database(
            "pyspark",
            rows=lambda sql: [tuple(row) for row in session.sql(sql).collect()],
            keep=lambda name, sql: _kept(session, name, sql),
            drop=session.catalog.dropTempView,
        )


@contextmanager
def started(master: str = LOCAL) -> Iterator[SparkSession]:
    """Start Spark and stop it at the end.

    Raises
    ------
    NoEngine
        If there is no Java, or nothing answers at that master.
    """
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise NoEngine("Spark needs Java 17 or newer (Debian: apt install default-jre-headless)")
    from pyspark.errors import PySparkException  # noqa: PLC0415
    from pyspark.sql import SparkSession  # noqa: PLC0415

    builder = SparkSession.builder.master(master).appName("pool of netgraph")
    if master == LOCAL:
        builder = builder.config(map=SETTINGS)
    try:
        session = builder.getOrCreate()
    except PySparkException as fault:
        raise NoEngine(f"Spark does not start at {master}: {fault}") from fault
    try:
        yield session
    finally:
        session.stop()


def _learn_dialect() -> None:
    """Let Ibis write Spark's SQL: ibis 12 lacks its options until the whole backend is there.

    That brings in what pyspark makes of pandas, of which pyspark 4 says it is not sure of pandas 3;
    none of it is used.
    """
    import ibis  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        assert ibis.pyspark  # noqa: S101


def _kept(session: SparkSession, name: str, sql: str) -> None:
    """Compute a table now and cut off how it came about: what is iterated would be done anew."""
    session.sql(sql).localCheckpoint().createOrReplaceTempView(name)
