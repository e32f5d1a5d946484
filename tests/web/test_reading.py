"""What pages share is made anew when the facts are others, and only what depends on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import g

from netgraph.model.records import EGO, Event, EventKind, Fact, Match, Person
from netgraph.store import Store
from netgraph.web.reading import Reading
from tests.web.user import NOW, User


def put(path: Path, *facts: Fact) -> None:
    """Write something down as another program would."""
    with Store.open(path) as store, store.change("add", at=NOW) as change:
        change.put(facts)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "network.db"
    put(found, Person("ana", "Ana Silva"), Person("ben", "Ana Silva", emails=("a@x.example",)))
    return found


@pytest.fixture
def here(path: Path) -> Iterator[Reading]:
    app = User.at(path).app
    with app.app_context():
        yield app.extensions["netgraph"]


def fresh(here: Reading) -> list[str]:
    """Return what stands, as another request would see it."""
    g.pop("netgraph_view", None)
    return here.standing("names", lambda: [p.name for p in here.view().ledger.people.values()])


def test_what_was_made_of_who_is_who_stands_after_a_talk(here: Reading, path: Path) -> None:
    first = fresh(here)
    put(path, Event("e", EventKind.TALKED, NOW.date(), EGO, "ana"))
    assert first is fresh(here)
    assert ("e",) == tuple(e.id for e in here.view().ledger.events)


@pytest.mark.parametrize(
    "fact",
    [Person("cy", "Cy Roy"), Match("m", "ana", "ben", True), Match("m", "ana", "ben", False)],
    ids=["somebody", "the same", "not the same"],
)
def test_it_is_made_anew_when_somebody_is_another(here: Reading, path: Path, fact: Fact) -> None:
    first = fresh(here)
    put(path, fact)
    assert first is not fresh(here)


def test_a_view_of_the_same_day_is_made_of_the_one_before(here: Reading, path: Path) -> None:
    first = here.newest()[0]
    put(path, Event("e", EventKind.TALKED, NOW.date(), EGO, "ana"))
    second = here.newest()[0]

    assert first.ledger.people is second.ledger.people
    assert first.ledger.events != second.ledger.events
