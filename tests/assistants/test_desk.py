"""What an assistant is told is as new as the store, and it takes back only what it wrote."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.assistants.desk import Desk, key_beside, named
from netgraph.assistants.veiling import handle
from netgraph.model.actions import Action
from netgraph.model.errors import InvalidInput, StoreError, UnknownName
from netgraph.recording.people import record_person
from netgraph.store import Store

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
KEY = b"k" * 32


def add(path: Path, name: str) -> str:
    with Store.open(path) as store, store.change(f"add {name}", at=NOW) as change:
        return record_person(store.ledger(), change, name, day=NOW.date()).id


def desk(path: Path, key: bytes | None = KEY) -> Desk:
    return Desk(path, lambda: date(2026, 5, 1), lambda: NOW, key)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "network.db"


def test_the_view_is_kept_until_somebody_writes(path: Path) -> None:
    ana = add(path, "Ana Silva")
    one = desk(path)
    before = one.view()

    assert one.view() is before
    assert handle(ana, KEY) in before.ledger.people
    ben = add(path, "Ben Ode")
    assert handle(ben, KEY) in one.view().ledger.people


def test_a_handle_means_one_person_and_a_name_nobody(path: Path) -> None:
    ana = add(path, "Ana Silva")
    one = desk(path)

    assert ana == one.who(handle(ana, KEY))
    assert ana == one.who(handle(ana, KEY).replace("-", " ").capitalize())
    assert "me" == one.who("me")
    for other in ("Ana Silva", ana, "contact-aaaaaaaa"):
        with pytest.raises(UnknownName):
            one.who(other)
    assert "Ana Silva" == desk(path, None).who("Ana Silva")


def test_it_writes_one_change_and_takes_back_only_its_own(path: Path) -> None:
    ana = add(path, "Ana Silva")
    one = desk(path)

    with pytest.raises(InvalidInput, match="nothing was written"):
        one.undo()
    done = one.do(Action("log", (one.who(handle(ana, KEY)),), {"kind": "talked", "note": "hi"}))
    assert "talked" == done
    with Store.open(path) as store:
        assert ["hi"] == [event.note for event in store.ledger().events]
        assert "assistant: log Ana Silva" == store.changes()[-1][1]
    assert "assistant: log Ana Silva" == one.undo()
    with pytest.raises(InvalidInput):
        one.undo()

    one.do(Action("log", (ana,), {"kind": "talked"}))
    add(path, "Ben Ode")
    with pytest.raises(StoreError):
        one.undo()


def test_the_key_is_private_and_stays(path: Path) -> None:
    ana = add(path, "Ana Silva")
    key = key_beside(path)
    file = path.with_name("network.db.handles")

    assert key == key_beside(path)
    assert 0o600 == file.stat().st_mode & 0o777
    with Store.open(path) as store:
        ledger = store.ledger()
    shown = handle(ana, key)
    assert ana == named(ledger, key, shown) == named(ledger, key, shown.removeprefix("contact-"))
    with pytest.raises(UnknownName):
        named(ledger, key, "contact-aaaaaaaa")
    file.write_bytes(b"short")
    with pytest.raises(StoreError, match="is damaged: remove it"):
        key_beside(path)
