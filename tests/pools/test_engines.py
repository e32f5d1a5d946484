from __future__ import annotations

import pytest

from netgraph.model.errors import InvalidInput
from netgraph.pools.engines import opened
from netgraph.pools.questions import Wanted
from tests.pools.pools import by_hand


def test_an_engine_that_nobody_knows_is_told_with_those_there_are() -> None:
    said = "no engine 'oracle'; there are duckdb, memory, spark, postgresql"
    with pytest.raises(InvalidInput, match=said), opened(by_hand(), "oracle"):
        pass


@pytest.mark.parametrize("engine", ["duckdb", "memory"])
def test_every_engine_gives_the_same_answer(engine: str) -> None:
    with opened(by_hand(), engine) as asked:
        first = asked.introducers(Wanted(employer="Siemens"), limit=1)

    assert [("c", "q", 0.8)] == [row[:3] for row in first]
