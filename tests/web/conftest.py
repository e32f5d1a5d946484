"""Users of an empty store, and of one with a person and a goal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from netgraph.model.records import EGO, Goal, Person, Tie
from netgraph.store import Store
from tests.web.served import Served
from tests.web.user import NOW, User


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "network.db"


@pytest.fixture
def user(path: Path) -> Iterator[User]:
    found = User.at(path)
    yield found
    found.app.extensions["works"].end()


@pytest.fixture
def stocked(path: Path, user: User) -> User:
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put([Person("ana", "Ana Silva", company="Acme", title="Data Scientist")])
        change.put([Tie("t", EGO, "ana", closeness="close")])
        change.put([Goal("g1", "data scientist")])
    return user


@pytest.fixture
def served(path: Path) -> Iterator[Served]:
    """The program itself, serving the store."""
    yield from Served.serving(path)
