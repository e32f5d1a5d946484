"""Lines into rows, by the piece and one by one."""

from __future__ import annotations

import io
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.sources import csv_rows
from netgraph.sources.csv_rows import CsvRows, Row


def lines_of(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def read(text: str, width: int = 2) -> list[Row]:
    return [*chain.from_iterable(CsvRows(",", width).pieces(lines_of(text), 2))]


def test_a_row_of_several_lines_may_stand_at_the_end_of_a_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv_rows, "AT_ONCE", 2)

    assert read('a,b\n"c\n\n\nd",e\nf,g\n') == [
        (2, ["a", "b"]), (3, ["c\n\n\nd", "e"]), (7, ["f", "g"]),
    ]  # fmt: skip


def test_after_damage_the_rows_before_and_behind_it_are_there() -> None:
    assert read('a,b\nc,"d"x\n"e,f\ng,h\n') == [
        (2, ["a", "b"]), (3, ["c", "dx"]), (4, []), (5, ["g", "h"]),
    ]  # fmt: skip


@given(st.text('ab,"\n\r ', max_size=60), st.integers(1, 4), st.integers(1, 5))
def test_by_the_piece_the_rows_are_those_that_are_read_one_by_one(
    text: str, at_once: int, most: int
) -> None:
    rows = CsvRows(",", 2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_rows, "AT_ONCE", at_once)
        patch.setattr(csv_rows, "LINES_OF_A_ROW", most)
        one_by_one = [*rows._carefully(iter(lines_of(text)), 2)]

        assert read(text) == one_by_one
