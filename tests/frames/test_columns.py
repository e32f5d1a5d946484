"""What a field is as a column, and a cell as a field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from netgraph.frames.columns import dtype_of, frame_of, is_empty, value_of
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Basis


@pytest.mark.parametrize(
    ("hint", "dtype"),
    [
        (str, "string"),
        (str | None, "string"),
        (Basis, "string"),
        (date | None, "datetime64[s]"),
        (bool, "bool"),
        (int, "int64"),
        (float | None, "float64"),
        (tuple[str, ...], "object"),
        (str | int | None, "object"),
    ],
)
def test_every_type_has_its_dtype(hint: Any, dtype: str) -> None:
    assert dtype == dtype_of(hint)


@pytest.mark.parametrize(
    ("cell", "hint", "value"),
    [
        (pd.Timestamp("1850-02-01"), date, date(1850, 2, 1)),
        ("2026-05-01", date, date(2026, 5, 1)),
        (3.0, int, 3),
        ("stated", Basis, Basis.STATED),
        (["a", "b"], tuple[str, ...], ("a", "b")),
        ("ana@example.org", tuple[str, ...], ("ana@example.org",)),
    ],
)
def test_a_cell_becomes_what_the_field_holds(cell: Any, hint: Any, value: Any) -> None:
    assert value == value_of(cell, hint, "row 1")


@pytest.mark.parametrize(("cell", "hint"), [("x", int), (1.5, int), ("soon", date), ("?", Basis)])
def test_what_cannot_be_meant_is_refused(cell: Any, hint: Any) -> None:
    with pytest.raises(InvalidInput, match="row 7: "):
        value_of(cell, hint, "row 7")


@pytest.mark.parametrize(
    ("cell", "empty"),
    [(None, True), (pd.NA, True), (pd.NaT, True), (float("nan"), True), ("", False), (0, False),
     ((), False)],
)  # fmt: skip
def test_nothing_is_none_or_na(cell: Any, empty: bool) -> None:
    assert empty == is_empty(cell)


def test_a_day_before_1678_has_room() -> None:
    assert pd.Timestamp("1500-01-01") == frame_of([(date(1500, 1, 1),)], [("day", date)])["day"][0]
