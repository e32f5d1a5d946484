"""What is set once, copies made and put back, everything taken along."""

from __future__ import annotations

import io
from pathlib import Path
from threading import Event

from netgraph.store import Store
from tests.web.user import User


def test_settings_are_kept_and_everything_can_be_taken_along(stocked: User, path: Path) -> None:
    said = {"field-country": "DE", "field-introduction": "a nurse who learns to code"}
    stocked.send("/do", verb="edit", who="me", back="/settings", **said)
    assert "a nurse who learns to code" in stocked.get("/settings").text
    stocked.send("/do", verb="favours", who="review", back="/settings", **{"field-value": "2"})
    document = stocked.get("/settings.json").json
    assert document is not None
    assert ("DE", 2.0) == (document["country"], document["favours"]["review"])
    assert "Ana Silva" in stocked.get("/settings/export/json").text
    assert "Copied to" in stocked.send("/settings/backup", back="/settings").text
    assert [path.with_name("network-copy-2026-05-01.db")] == list(path.parent.glob("*copy*"))


def test_a_copy_is_put_back(stocked: User, path: Path) -> None:
    stocked.send("/settings/backup", back="/settings")
    stocked.send("/do", verb="add", who="Ben Ode")
    copy = path.with_name("network-copy-2026-05-01.db")
    with copy.open("rb") as data:
        answer = stocked.send("/settings/restore", copy=(data, "copy.db"), back="/settings")
    assert "Put back" in answer.text
    with Store.open(path) as store:
        assert {"me", "ana"} == store.ledger().people.keys()
    wrong = stocked.send("/settings/restore", copy=(io.BytesIO(b"no"), "x.db"))
    assert (400, True) == (wrong.status_code, "X.db is not a file of netgraph" in wrong.text)


def test_a_copy_that_was_made_is_taken_back(stocked: User, path: Path) -> None:
    told = stocked.send("/settings/backup", back="/settings").text
    assert 'name="file" value="network-copy-2026-05-01.db"' in told
    for other in ("network.db", "../network-copy-2026-05-01.db/x", "", "nothing.db"):
        assert 404 == stocked.post("/settings/backup/take-back", file=other).status_code

    name = "network-copy-2026-05-01.db"
    told = stocked.send("/settings/backup/take-back", file=name, back="/settings").text
    assert f"Taken back: {name} is deleted." in told
    assert [] == list(path.parent.glob("*copy*"))
    with Store.open(path) as store:
        assert ([], ([], [])) == (store.copies(), store.forget(["ana"]))


def test_a_copy_that_was_put_back_is_taken_back(stocked: User, path: Path) -> None:
    stocked.send("/settings/backup", back="/settings")
    stocked.send("/do", verb="add", who="Ben Ode")
    with path.with_name("network-copy-2026-05-01.db").open("rb") as data:
        told = stocked.send("/settings/restore", copy=(data, "copy.db"), back="/settings").text
    assert 'name="file" value="network.before-restore.db"' in told

    again = {"file": "network.before-restore.db", "back": "/settings"}
    told = stocked.send("/settings/restore/take-back", **again).text
    assert "Taken back: all is as it was before." in told
    with Store.open(path) as store:
        assert {"Ben Ode", "Ana Silva"} <= {p.name for p in store.ledger().people.values()}


def test_the_program_is_ended_from_the_page_if_it_may_be(stocked: User) -> None:
    assert 404 == stocked.post("/settings/end").status_code

    ended = Event()
    stocked.app.config["END"] = ended.set
    assert "End netgraph" in stocked.get("/settings").text
    assert "Everything is kept" in stocked.send("/settings/end").text
    assert ended.wait(20)
