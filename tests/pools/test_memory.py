"""In memory everything is as by the expressions on DuckDB."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netgraph.pools.engines import opened
from netgraph.pools.memory import in_memory
from netgraph.pools.questions import Wanted
from netgraph.pools.tables import Tables
from tests.pools.parity import differences
from tests.pools.pools import EMPLOYERS, by_hand, pools

WANTED = st.sampled_from([Wanted(employer=e) for e in EMPLOYERS if e] + [Wanted(person="03")])


def test_everybody_has_a_number_in_the_order_of_their_keys() -> None:
    memory = in_memory(by_hand())

    assert ["a", "b", "c", "p", "q", "r"] == memory.keys.to_pylist()
    assert [2, 3, 4, 0, 0, 0] == memory.known.tolist()


@given(pools(), WANTED, st.none() | st.sampled_from(["00", "01", "nobody"]))
def test_the_same_introducers_as_by_the_expression(
    pool: Tables, wanted: Wanted, asker: str | None
) -> None:
    with opened(pool) as asked, opened(pool, "memory") as numbers:
        expected = asked.introducers(wanted, asker=asker)
        assert [] == differences(expected, numbers.introducers(wanted, asker=asker))
        assert [] == differences(expected[:2], numbers.introducers(wanted, asker=asker, limit=2))
