from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.model.errors import UnreadableFile
from netgraph.pools.engines import opened
from netgraph.pools.questions import Wanted
from netgraph.pools.tables import write_tables
from tests.pools.pools import by_hand


def test_a_folder_is_asked_as_the_tables_are(tmp_path: Path) -> None:
    folder = tmp_path / "ana's pool"
    write_tables(by_hand(), folder)

    with opened(folder) as there, opened(by_hand()) as here:
        found = there.introducers(Wanted(employer="Siemens"), asker="a")
        assert found
        assert found == here.introducers(Wanted(employer="Siemens"), asker="a")


def test_a_folder_that_holds_no_pool_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is no pool"), opened(tmp_path):
        pass
