"""A new kind of fact is one class: each, made from its annotations alone, goes through everything.

Nothing here names a kind. A class that is added to `netgraph.model.records` is tested with no
line written, and a field whose meaning is not marked is found out.
"""

from __future__ import annotations

import dataclasses
import io
import json
import sqlite3
import types
import typing
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from netgraph.exporting.formats import to_json
from netgraph.exporting.pseudonyms import pseudonymised
from netgraph.model.kinds import KINDS, Field, facts_of, fields_of, ledger_of, mapped, named
from netgraph.model.records import EGO, Fact, Means, Person, Value
from netgraph.sources.netgraph_export import OWN
from netgraph.sources.protocol import Context, Document
from netgraph.store import Store

ANA, BEN = Person("ana", "Secret Ana"), Person("ben", "Secret Ben")
DAY = date(2026, 5, 1)
SAMPLE: dict[Any, Any] = {str: "Secret", int: 3, float: 2.5, bool: True, date: DAY}
PEOPLE = (Means.PERSON, Means.SUBJECT, Means.RECORD, Means.TARGET)
EVERY = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def sample(field: Field) -> Any:
    """Return a value of a field, "ana" wherever somebody is named."""
    hint = field.type
    if field.part:
        return (made(field.part),)
    if field.many:
        return ("ana", "ben") if field.means in PEOPLE else ("Secret one", "Secret two")
    if field.means in PEOPLE:
        return "ana"
    if field.name in ("id", "source", "field"):
        return {"id": "x1", "source": "linkedin", "field": "title"}[field.name]
    if field.means is Means.CODE:
        return "word"
    if hint == Value:
        return "Secret"
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        hint = next(t for t in typing.get_args(hint) if t is not type(None))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return [*hint][-1]
    return SAMPLE[hint]


def made(kind: type) -> Any:
    """Return a record of a class, every field with a value."""
    return kind(**{field.name: sample(field) for field in fields_of(kind)})


def store_with(path: Path, *facts: Fact) -> None:
    with Store.open(path) as store, store.change("x", at=datetime(2026, 5, 1, tzinfo=UTC)) as c:
        c.put(facts)


@EVERY
def test_it_is_said_of_every_text_what_it_means(kind: type[Fact]) -> None:
    texts = [f for f in fields_of(kind) if f.type in (str, tuple[str, ...], str | None)]

    assert ["id"] == [f.name for f in texts if f.means is None]


@EVERY
def test_it_is_stored_and_comes_back(kind: type[Fact], tmp_path: Path) -> None:
    store_with(tmp_path / "n.db", ANA, BEN, made(kind))

    with Store.open(tmp_path / "n.db") as store:
        found = {type(f): f for k, some in facts_of(store.facts()) for f in some if f.id == "x1"}

    assert {kind: made(kind)} == found


@EVERY
def test_it_is_exported_and_read_back(kind: type[Fact]) -> None:
    data = to_json(ledger_of([ANA, BEN, made(kind)])).encode()
    document = Document("a.json", "a.json", "", len(data), data, lambda: io.BytesIO(data))

    (reading,) = OWN.read([("ledger", document)], Context(DAY))

    assert ((), True) == (reading.skipped, made(kind) in reading.facts)


@EVERY
def test_whom_it_names_is_replaced_by_who_stands_for_them(kind: type[Fact]) -> None:
    names = {"ana": "ben"}

    moved = mapped(made(kind), lambda i: names.get(i, i))

    kept = named(moved, Means.PERSON, Means.SUBJECT, Means.TARGET)
    assert "ana" not in set(kept)
    assert dataclasses.asdict(made(kind)).keys() == dataclasses.asdict(moved).keys()


@EVERY
def test_nothing_of_it_names_whom_one_forgets(kind: type[Fact], tmp_path: Path) -> None:
    store_with(tmp_path / "n.db", ANA, BEN, made(kind))

    with Store.open(tmp_path / "n.db") as store:
        store.forget(["ana"])
    connection = sqlite3.connect(tmp_path / "n.db")
    cells = [row for name in KINDS for row in connection.execute(f'SELECT * FROM "{name}"')]
    connection.close()

    assert not [row for row in cells if "ana" in row or '"ana"' in str(row)]


@EVERY
def test_a_pseudonymous_one_tells_nothing(kind: type[Fact]) -> None:
    ledger = pseudonymised(ledger_of([Person(EGO, "Secret Me"), ANA, BEN, made(kind)]))
    told = json.loads(to_json(ledger))["facts"]

    assert "ecret" not in json.dumps([told.get(n) for n in KINDS if n != "person"])
    assert all(p["name"] in ("You", "Person 1", "Person 2", "Person 3") for p in told["person"])
    assert "ana" not in {
        text
        for rows in told.values()
        for row in rows
        for text in row.values()
        if isinstance(text, str)
    }
