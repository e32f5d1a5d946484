from __future__ import annotations

import pytest

from netgraph.pools.expressed import Database, Expressed, Row
from netgraph.pools.questions import Introducer, Wanted


def test_a_database_is_sent_queries_in_its_dialect_and_gives_rows() -> None:
    sent: list[str] = []

    def rows(sql: str) -> list[Row]:
        sent.append(sql)
        return [("m", "p", 0.5, 0.25, 0.1)]

    database = Database(
        "postgres", rows, keep=lambda name, sql: sent.extend((name, sql)), drop=sent.append
    )
    found = Expressed(database).introducers(Wanted(employer="it's"), limit=3)

    assert [Introducer("m", "p", 0.5, 0.25, 0.1)] == found
    name, kept, asked = sent
    assert "kept_0" == name
    assert "it''s" in kept
    assert "DOUBLE PRECISION" in asked
    assert asked.rstrip().endswith("LIMIT 3")


@pytest.mark.parametrize("dialect", ["duckdb", "postgres"])
def test_the_same_expression_gives_the_same_text_each_time(dialect: str) -> None:
    def asked() -> list[str]:
        sent: list[str] = []
        database = Database(
            dialect, rows=lambda _: [], keep=lambda *kept: sent.extend(kept), drop=sent.append
        )
        Expressed(database).introducers(Wanted(level="head"), asker="a")
        return sent

    assert asked() == asked()
