"""A store that knows three people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from netgraph.model.records import Person
from netgraph.store import Store
from tests.recording.writing import NOW

PEOPLE = [Person("ana", "Ana Silva"), Person("ben", "Ben Ode"), Person("tom", "Tom Ray", lead=True)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Yield it, open."""
    with Store.open(tmp_path / "network.db") as opened:
        with opened.change("people", at=NOW) as change:
            change.put(PEOPLE)
        yield opened
