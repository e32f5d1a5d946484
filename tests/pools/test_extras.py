from __future__ import annotations

import pytest

from netgraph.pools import extras
from netgraph.pools.extras import MissingExtra, needed


def test_a_missing_part_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(extras.EXTRAS, "no_such_package", "pool")

    with pytest.raises(MissingExtra) as told:
        needed("pyarrow", "no_such_package")

    line = "this needs no_such_package, which is not installed: "
    assert line + "pip install 'netgraph-toolkit[pool]'" == str(told.value)
