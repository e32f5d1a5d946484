"""How a record becomes a row and a row a record: one table per class, one column per field.

Text and numbers are cells as they are, days ISO text, tuples and the values of statements JSON.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Any, Final, TypeVar

import msgspec

from netgraph.model.kinds import KINDS, types_of
from netgraph.model.records import Fact, Statement, Value
from netgraph.model.statements import restored

TABLES: Final[dict[type[Fact], str]] = {kind: name for name, kind in KINDS.items()}
"""Every class of fact and the table that holds it, in the order in which they refer back."""

F = TypeVar("F", bound=Fact)
Cell = str | int | float | None
Columns = list[Sequence[Cell]]
Coder = Callable[[Any], Any]
ToCells = Callable[[Sequence[Any]], Sequence[Cell]]

BATCH: Final = 5_000
"""Records that are made rows at once."""


def columns(kind: type[Fact]) -> tuple[str, ...]:
    """Names of the columns of a class of fact, in order.

    >>> from netgraph.model.records import Match
    >>> columns(Match)
    ('id', 'a', 'b', 'same', 'basis', 'reasons')
    """
    return kind.__struct_fields__


def encode(kind: type[Fact], records: Iterable[Fact]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for every record.

    >>> from netgraph.model.records import Match
    >>> list(encode(Match, [Match("m1", "a", "b", True, reasons=("same e-mail",))]))
    [('m1', 'a', 'b', 1, 'stated', '["same e-mail"]')]
    """
    for cells in encoded(kind, records):
        yield from zip(*cells, strict=True)


def encoded(kind: type[Fact], records: Iterable[Fact]) -> Iterator[Columns]:
    """Yield the columns of every `BATCH` of records: a value that many share is encoded once."""
    fields = [*zip(map(attrgetter, columns(kind)), _coders(kind), strict=True)]
    records = iter(records)
    while some := list(islice(records, BATCH)):
        told = ((to_cell, [*map(field, some)]) for field, (to_cell, _) in fields)
        yield [to_cell(column) if to_cell else column for to_cell, column in told]


def decode(kind: type[F], rows: Iterable[Sequence[Cell]]) -> list[F]:
    """Return a record for every row that can be read, `encode` undone.

    >>> from netgraph.model.records import Match
    >>> rows = [("m1", "a", "b", 1, "stated", "[]"), ("m2", "a", "b", 1, "guessed", "[]")]
    >>> [match.id for match in decode(Match, rows)]
    ['m1']
    """
    rows = [*rows]
    try:
        return _decoded(kind, rows)
    except _UNREADABLE:
        return [record for row in rows for record in _one(kind, row)]


def is_readable(kind: type[Fact], row: Sequence[Cell]) -> bool:
    """Return whether a row can be read.

    >>> from netgraph.model.records import Match
    >>> is_readable(Match, ("m1", "a", "b", 1, "guessed", "[]"))
    False
    """
    return bool(_one(kind, row))


_UNREADABLE = (ValueError, KeyError, TypeError, msgspec.MsgspecError)


def _one(kind: type[F], row: Sequence[Cell]) -> list[F]:
    """Return the record of one row, none if it cannot be read."""
    try:
        return _decoded(kind, [row])
    except _UNREADABLE:
        return []


def _decoded(kind: type[F], rows: Sequence[Sequence[Cell]]) -> list[F]:
    """Return the records of rows, a column at a time: there are 100,000 of some."""
    cells: list[Iterable[Any]] = [*zip(*rows, strict=True)]
    if not cells:
        return []
    cells = [
        map(coder, column) if coder else column
        for (_, coder), column in zip(_coders(kind), cells, strict=True)
    ]
    if kind is Statement:
        i, subjects, fields, values, days = map(list, cells)
        told = map(restored, subjects, fields, values)
        cells = [i, subjects, *zip(*told, strict=True), days]
    return [*map(kind, *cells)]


def _coder(hint: Any) -> tuple[ToCells | None, Coder | None]:
    """To the cells of a column, and from a cell, for one type."""
    if hint == Value:
        return (lambda column: [*map(_to_json, column)]), msgspec.json.decode
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
    if hint is date:
        return _each_once(lambda day: day and day.isoformat()), day_of
    if hint is bool:
        return _each_once(int), bool
    if typing.get_origin(hint) is tuple:
        return _each_once(_to_json), msgspec.json.Decoder(hint).decode
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _each_once(str), {str(m): m for m in hint}.__getitem__
    return None, None


def _each_once(to_cell: Coder) -> ToCells:
    """Return what encodes a column, each of its values once."""

    def encode_column(column: Sequence[Any]) -> Sequence[Cell]:
        cells = {value: to_cell(value) for value in set(column)}
        return [*map(cells.__getitem__, column)]

    return encode_column


@cache
def day_of(cell: str | None) -> date | None:
    """Return the day that a cell says, None for an empty one."""
    return date.fromisoformat(cell) if cell else None


def _to_json(value: Any) -> str:
    """Return a value as JSON."""
    return msgspec.json.encode(value).decode() if value != () else "[]"


@cache
def _coders(kind: Any) -> list[tuple[ToCells | None, Coder | None]]:
    """To and from a cell, for every field; None where nothing is to be done."""
    return [_coder(types_of(kind)[name]) for name in kind.__struct_fields__]
