"""Ledgers and frames: one frame for each kind of fact, one column for each field of the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from netgraph.frames.columns import frame_of_records, is_empty, value_of
from netgraph.model import ids
from netgraph.model.errors import InvalidInput
from netgraph.model.kinds import KINDS, Field, facts_of, fields_of, ledger_of, named, place
from netgraph.model.records import EGO, Fact, Ledger, Means, Person

_OF_PLACE: Mapping[str, type[Fact]] = {place(kind): kind for kind in KINDS.values()}


def from_ledger(ledger: Ledger) -> dict[str, pd.DataFrame]:
    """Return a frame for each kind of fact, called as in `Ledger`, empty ones too.

    Messages and mails are among the ``events``. `to_ledger` makes the same facts of them.

    >>> from netgraph.model.records import Person
    >>> found = from_ledger(Ledger({"ana": Person("ana", "Ana Silva")}))
    >>> found["people"][["id", "name"]].to_dict("records"), len(found["events"])
    ([{'id': 'ana', 'name': 'Ana Silva'}], 0)
    """
    return {place(kind): frame_of_records(kind, some) for kind, some in facts_of(ledger)}


def to_ledger(people: pd.DataFrame | None = None, **facts: pd.DataFrame) -> Ledger:
    """Return the ledger that holds what frames say.

    Parameters
    ----------
    people
        A row for each person; only ``name`` must be there.
    facts
        Frames called as in `Ledger`, such as ``ties`` (``u`` and ``v`` must be there), ``events``
        (``giver``, ``taker`` and ``kind``), ``asks``, ``referrals``. Every field of the record
        may be a column, see `netgraph.model.records`; other columns are of no use here and
        refused. A row without ``id`` gets one that follows from what is in it. Whoever is named
        by id and is in no row of the people is a person called by that id.

    Raises
    ------
    InvalidInput
        If a frame or a column has a name that no fact has, one that must be there is not, or a
        cell cannot be meant; with the frame, the row from 1 on, and the column.

    Examples
    --------
    >>> ties = pd.DataFrame({"u": ["me", "ana"], "v": ["ana", "ben"]})
    >>> book = to_ledger(ties=ties)
    >>> sorted(book.people), len(book.ties)
    (['ana', 'ben', 'me'], 2)
    """
    given = {"people": people, **facts} if people is not None else facts
    if unknown := sorted(given.keys() - _OF_PLACE.keys()):
        known = ", ".join(_OF_PLACE)
        raise InvalidInput(f"a ledger has no {unknown[0]!r}: it has {known}")
    found = [fact for name, frame in given.items() for fact in _facts(name, frame)]
    return ledger_of([*_unnamed(found), *found])


def _facts(name: str, frame: pd.DataFrame) -> Iterator[Fact]:
    """Yield the facts of one frame."""
    kind = _OF_PLACE[name]
    fields = {field.name: field for field in fields_of(kind)}
    columns = [str(column) for column in frame.columns]
    if wrong := [column for column in columns if column not in fields]:
        raise InvalidInput(f"{name} have no column {wrong[0]!r}: they have {', '.join(fields)}")
    needed = [f.name for f in fields.values() if f.needed and f.name not in ("id", "day")]
    if missing := [column for column in needed if column not in columns]:
        raise InvalidInput(f"{name} need a column {missing[0]!r}")
    taken: set[str] = set()
    for number, row in enumerate(frame.itertuples(index=False, name=None), start=1):
        cells = dict(zip(columns, row, strict=True))
        fact = _fact(kind, fields, cells, f"row {number} of {name}", taken)
        taken.add(fact.id)
        yield fact


def _fact(
    kind: type[Fact], fields: Mapping[str, Field], cells: Mapping[str, Any], where: str,
    taken: set[str],
) -> Fact:  # fmt: skip
    """Return the fact of one row."""
    said = {
        name: value_of(cell, fields[name].type, f"{where}, column {name!r}")
        for name, cell in cells.items()
        if not is_empty(cell)
    }
    for field in fields.values():
        if field.needed and field.name not in said and field.name != "id":
            if field.name != "day":
                raise InvalidInput(f"{where} has no {field.name!r}")
            said["day"] = None
    i = said.pop("id", "") or ids.numbered(
        kind.__name__[0].lower(), tuple(map(str, said.values())), taken
    )
    if i in taken:
        raise InvalidInput(f"{where}: an earlier row has the id {i!r} too")
    made: Any = kind
    fact: Fact = made(id=i, **said)
    return fact


def _unnamed(facts: Iterable[Fact]) -> Iterator[Person]:
    """Yield whom facts name by id and no row of people describes."""
    facts = [*facts]
    known = {fact.id for fact in facts if isinstance(fact, Person)}
    for fact in facts:
        for i in named(fact, Means.PERSON):
            if i not in known:
                known.add(i)
                yield Person(i, "You" if i == EGO else i)
