"""While nobody waits the next page is made ready, and what is no longer needed goes."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from netgraph.model.records import Goal, Person, Tie
from netgraph.store import Store
from netgraph.suggestions.recommendations import chances_on
from netgraph.web.reading import Reading
from netgraph.web.spare_time import SpareTime
from tests.web.user import NOW, User


def put(path: Path, *facts: Person | Tie | Goal) -> None:
    """Write something down as another program would."""
    with Store.open(path) as store, store.change("add", at=NOW) as change:
        change.put(facts)


def test_all_is_ready_before_somebody_asks_and_once_for_the_same_facts(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    put(path, Person("ana", "Ana Silva"), Tie("t", "me", "ana"))
    here: Reading = User.at(path).app.extensions["netgraph"]
    spare = SpareTime(here)
    spare.use()
    view = here.newest()[0]
    made = dict(view.kept)
    spare.use()

    assert view is here.newest()[0]
    assert made == view.kept
    assert {"ana": chances_on(view)["ana"]} == chances_on(view)
    assert made == view.kept  # it was there already


def test_facts_that_were_replaced_are_let_go(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    put(path, Person("ana", "Ana Silva"))
    here: Reading = User.at(path).app.extensions["netgraph"]
    spare = SpareTime(here)
    spare.use()
    old = weakref.ref(here.newest()[0])
    gc.disable()
    try:
        put(path, Person("ben", "Ben Ode"))
        spare.use()
    finally:
        gc.enable()

    assert {"ana", "ben"} == here.newest()[0].ledger.people.keys() - {"me"}
    assert old() is None


def test_a_store_that_is_gone_is_no_fault_here(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    spare = SpareTime(User.at(path).app.extensions["netgraph"])
    path.unlink(missing_ok=True)
    path.mkdir()
    spare.use()
