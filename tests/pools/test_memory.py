"""In memory everything is as by the expressions on DuckDB."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from netgraph.pools.engines import opened
from netgraph.pools.memory import in_memory
from netgraph.pools.tables import Tables
from tests.pools.parity import disagreements
from tests.pools.pools import by_hand, pools


def test_everybody_has_a_number_in_the_order_of_their_keys() -> None:
    memory = in_memory(by_hand())

    assert ["a", "b", "c", "p", "q", "r"] == memory.keys.to_pylist()
    assert [0, 0, 1, 1, 1, 2, 2, 2, 2] == memory.ties.source.tolist()
    names, of = memory.employers
    assert ["Bosch", "Ford", "Siemens"] == names.to_pylist()
    assert [-1, 1, -1, 2, 2, 0] == of.tolist()


@settings(max_examples=5)
@given(pools())
def test_every_answer_is_that_of_the_expression(pool: Tables) -> None:
    with opened(pool) as asked, opened(pool, "memory") as numbers:
        assert {} == disagreements(asked, numbers)


@pytest.mark.long
@given(pools())
def test_of_many_more_pools_too(pool: Tables) -> None:
    with opened(pool) as asked, opened(pool, "memory") as numbers:
        assert {} == disagreements(asked, numbers)
