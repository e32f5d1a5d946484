"""While nobody waits the next page is made ready, and what is no longer needed goes."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from flask import request

from netgraph.model.records import Goal, Person, Tie
from netgraph.store import Store
from netgraph.suggestions.recommendations import chances_on
from netgraph.web.keys import Keys
from netgraph.web.reading import Reading
from netgraph.web.spare_time import AT_FIRST, SpareTime
from tests.web.user import NOW, User, application


def put(path: Path, *facts: Person | Tie | Goal) -> None:
    """Write something down as another program would."""
    with Store.open(path) as store, store.change("add", at=NOW) as change:
        change.put(facts)


def test_all_is_ready_before_somebody_asks_and_once_for_the_same_facts(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    put(path, Person("ana", "Ana Silva"), Tie("t", "me", "ana"))
    app = User.at(path).app
    here: Reading = app.extensions["netgraph"]
    spare = SpareTime(app)
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
    app = User.at(path).app
    here: Reading = app.extensions["netgraph"]
    spare = SpareTime(app)
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


def test_what_was_looked_at_is_made_ready_again_after_a_change(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    put(path, Person("ana", "Ana Silva", company="Acme"), Tie("t", "me", "ana"))
    keys, looked = Keys(), list[str]()
    app = application(path, keys)
    spare = SpareTime(app)
    app.after_request(spare.notice)
    app.before_request(lambda: looked.append(request.path))  # what is made ready asks nobody
    user = User(app, app.test_client())
    user.get(f"/?key={keys.issue()}")
    for address in ("/employers?done=Yes.", "/people/ana?all=1", "/people.json", "/nobody"):
        user.get(address)
    user.post("/do", verb="log", who="ana", **{"field-kind": "met"})

    assert ["/employers", "/people/ana?all=1"] == spare.lately[-2:]
    assert list(AT_FIRST[:4]) == spare.lately[:4]

    asked = [*looked]
    spare.use()
    assert [] == ready(user)  # somebody had just asked: no page was begun
    spare.wait(0)
    spare.use()
    assert {"companies", "person", "today", "search"} <= set(ready(user))
    assert asked == looked


def ready(user: User) -> list[str]:
    """Return the pages that are kept, by the functions that show them."""
    here: Reading = user.app.extensions["netgraph"]
    return [key[1] for key in here.ready() if isinstance(key, tuple)]


def test_a_store_that_is_gone_is_no_fault_here(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    spare = SpareTime(User.at(path).app)
    path.unlink(missing_ok=True)
    path.mkdir()
    spare.use()
