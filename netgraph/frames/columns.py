"""How the fields of a record become the columns of a frame, and a cell a value again."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd

from netgraph.model.errors import InvalidInput

_DTYPES: dict[Any, str] = {
    str: "string", date: "datetime64[s]", bool: "bool", int: "int64", float: "float64",
}  # fmt: skip


def plain_type(hint: Any) -> Any:
    """Return the type of a field that may be None, or is of an own class of texts.

    >>> plain_type(date | None), plain_type(tuple[str, ...])
    (<class 'datetime.date'>, tuple[str, ...])
    """
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        parts = [part for part in typing.get_args(hint) if part is not types.NoneType]
        return plain_type(parts[0]) if len(parts) == 1 else object
    return hint


def dtype_of(hint: Any) -> str:
    """Return the dtype of the column of a field; object where it has several values.

    >>> dtype_of(date | None), dtype_of(tuple[str, ...]), dtype_of(float)
    ('datetime64[s]', 'object', 'float64')
    """
    hint = plain_type(hint)
    is_text = isinstance(hint, type) and issubclass(hint, StrEnum)
    return "string" if is_text else _DTYPES.get(hint, "object")


def frame_of(rows: Iterable[Sequence[Any]], columns: Sequence[tuple[str, Any]]) -> pd.DataFrame:
    """Return rows as a frame with the columns and types given, empty or not.

    >>> frame_of([("ana", None)], [("person", str), ("met", date | None)]).dtypes.astype(str).tolist()
    ['string', 'datetime64[s]']
    """  # noqa: E501
    cells = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in columns]
    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=dtype_of(hint))
            for (name, hint), values in zip(columns, cells, strict=True)
        }
    )


def frame_of_records(
    kind: Any, records: Iterable[Any], *, left_out: Sequence[str] = ()
) -> pd.DataFrame:
    """Return records of one class as a frame, a column for each field."""
    hints = typing.get_type_hints(kind)
    names = [f.name for f in dataclasses.fields(kind) if f.name not in left_out]
    rows = ([getattr(record, name) for name in names] for record in records)
    return frame_of(rows, [(name.removesuffix("_"), hints[name]) for name in names])


def is_empty(cell: Any) -> bool:
    """Whether a cell holds nothing: None, NA or not a number."""
    return cell is None or (pd.api.types.is_scalar(cell) and bool(pd.isna(cell)))


def value_of(cell: Any, hint: Any, where: str) -> Any:
    """Return what a cell holds as a field of a record has it.

    Raises
    ------
    InvalidInput
        If it cannot be meant, with where it stands.
    """
    hint = plain_type(hint)
    try:
        return _reader(hint)(cell)
    except (ValueError, TypeError, OverflowError):
        wanted = _wanted(hint)
        raise InvalidInput(f"{where}: {str(cell)[:40]!r} is no {wanted}") from None


def _reader(hint: Any) -> Callable[[Any], Any]:
    """Return what makes a value of one type of a cell."""
    if hint is date:
        return lambda cell: pd.Timestamp(cell).date()
    if typing.get_origin(hint) is tuple:
        return lambda cell: (cell,) if isinstance(cell, str) else tuple(cell)
    if hint is int:
        return _whole
    if hint in (str, float, bool) or (isinstance(hint, type) and issubclass(hint, StrEnum)):
        return typing.cast(Callable[[Any], Any], hint)
    return lambda cell: cell


def _whole(cell: Any) -> int:
    """Return a number without a fraction, as which pandas may hold it."""
    if int(cell) != float(cell):
        raise ValueError(cell)
    return int(cell)


def _wanted(hint: Any) -> str:
    """Say in words what a cell ought to hold."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return f"one of {', '.join(hint)}"
    return {date: "day", int: "whole number", float: "number"}.get(hint, "value of that column")
