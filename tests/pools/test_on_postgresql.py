"""PostgreSQL gives the answers of the other engines; the tests start it (`conftest.postgresql`)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from netgraph.pools.engines import opened
from netgraph.pools.extras import NoEngine
from netgraph.pools.questions import Wanted
from netgraph.pools.tables import Tables, write_tables
from tests.pools.parity import disagreements
from tests.pools.pools import by_hand, pools


def test_a_small_pool_is_answered_as_in_memory(postgresql: str, tmp_path: Path) -> None:
    write_tables(by_hand(), tmp_path)

    with opened(tmp_path, postgresql) as there, opened(by_hand(), "memory") as here:
        assert here.introducers(Wanted(employer="Siemens"))
        assert {} == disagreements(here, there)


@pytest.mark.long
@given(pools())
def test_any_pool_is_answered_as_in_memory(postgresql: str, pool: Tables) -> None:
    with opened(pool, postgresql) as there, opened(pool, "memory") as here:
        assert {} == disagreements(here, there)


def test_a_server_that_does_not_answer_is_told(tmp_path: Path) -> None:
    nowhere = f"postgresql:///postgres?host={tmp_path}"

    with pytest.raises(NoEngine, match="PostgreSQL does not answer"), opened(by_hand(), nowhere):
        pass
