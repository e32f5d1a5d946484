"""How a record becomes a row and a row a record: one table per class, one column per field."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

from netgraph.model.records import (
    Ask,
    Event,
    Fact,
    Gathering,
    Goal,
    Match,
    Organisation,
    Person,
    Position,
    Referral,
    Source,
    Statement,
    Step,
    Tie,
    Wish,
)

TABLES: dict[type[Fact], str] = {
    Source: "source",
    Person: "person",
    Organisation: "organisation",
    Position: "position",
    Event: "event",
    Ask: "ask",
    Referral: "referral",
    Goal: "goal",
    Tie: "tie",
    Gathering: "gathering",
    Wish: "wish",
    Statement: "statement",
    Match: "match",
}
"""Every class of fact and the table that holds it, in the order in which they refer back."""

F = TypeVar("F", bound=Fact)
Cell = str | int | float | None
Coder = Callable[[Any], Any]


def columns(kind: type[Fact]) -> tuple[str, ...]:
    """Names of the columns of a class of fact, in order.

    >>> columns(Match)
    ('id', 'a', 'b', 'same', 'basis', 'reasons')
    """
    return tuple(f.name for f in dataclasses.fields(cast(Any, kind)))


def encode(kind: type[Fact], records: Iterable[Fact]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for every record.

    >>> list(encode(Match, [Match("m1", "a", "b", True, reasons=("same e-mail",))]))
    [('m1', 'a', 'b', 1, 'stated', '["same e-mail"]')]
    """
    names = columns(kind)
    coders = [(i, to_cell) for i, (to_cell, _) in enumerate(_CODERS[kind]) if to_cell]
    for record in records:
        row = [getattr(record, name) for name in names]
        for i, to_cell in coders:
            row[i] = to_cell(row[i])
        yield tuple(row)


def decode(kind: type[F], rows: Iterable[Sequence[Cell]]) -> Iterator[F]:
    """Yield a record for every row, `encode` undone.

    >>> list(decode(Match, [("m1", "a", "b", 1, "stated", "[]")]))[0].same
    True
    """
    cells = [*zip(*rows, strict=True)]
    if cells:
        coders = (from_cell for _, from_cell in _CODERS[kind])
        yield from map(
            kind, *(map(c, col) if c else col for c, col in zip(coders, cells, strict=True))
        )


def _coders(kind: type[Fact]) -> tuple[tuple[Coder | None, Coder | None], ...]:
    """To and from a cell, for every field; None where nothing is to be done."""
    hints = typing.get_type_hints(kind)
    return tuple(_coder(hints[name]) for name in columns(kind))


def _coder(hint: Any) -> tuple[Coder | None, Coder | None]:
    """To and from a cell, for one type."""
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
    if hint is date:
        return (lambda d: d and d.isoformat()), day_of
    if hint is bool:
        return int, bool
    if typing.get_origin(hint) is tuple:
        return (_steps, _from_steps) if typing.get_args(hint)[0] is Step else (_texts, _from_texts)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str, {str(m): m for m in hint}.__getitem__
    return None, None


@cache
def day_of(cell: str | None) -> date | None:
    """Return the day that a cell says, None for an empty one."""
    return date.fromisoformat(cell) if cell else None


def _texts(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False) if texts else "[]"


def _from_texts(cell: str) -> tuple[str, ...]:
    if cell == "[]":
        return ()
    if cell.count('"') == 2 and "\\" not in cell:  # one text, as usual; json is slower
        return (cell[2:-2],)
    return tuple(json.loads(cell))


def _steps(steps: tuple[Step, ...]) -> str:
    return json.dumps([[s.day and s.day.isoformat(), s.status, s.note] for s in steps])


def _from_steps(cell: str) -> tuple[Step, ...]:
    return tuple(Step(day_of(day), status, note) for day, status, note in json.loads(cell))


_CODERS = {kind: _coders(kind) for kind in TABLES}
