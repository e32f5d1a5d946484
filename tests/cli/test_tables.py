"""Tables fit the window, lose nothing, and leave out what is empty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cli.tables import fitted, lines, wrapped

WORDS = st.lists(st.sampled_from("a b c 山 田 ñ é 👩🏽‍🚀 🎉 _".split()), max_size=60).map(
    lambda signs: "".join(signs).replace("_", " ")
)
ROWS = st.lists(st.lists(WORDS, min_size=5, max_size=5), max_size=6)
COLUMNS = ["name", ">talks", "company", "title", "why"]


@pytest.mark.parametrize("width", [60, 80, 120])
@given(rows=ROWS)
def test_no_line_is_wider_than_the_window(width: int, rows: list[list[str]]) -> None:
    assert [] == [line for line in lines(COLUMNS, rows, width) if cell_len(line) > width]


@given(rows=ROWS)
def test_every_letter_is_shown(rows: list[list[str]]) -> None:
    shown = "".join("".join(lines(COLUMNS, rows, 60)).split())
    wanted = "".join("".join(row) for row in rows)

    assert all(shown.count(letter) >= wanted.count(letter) for letter in "山ñ🎉")


def test_a_column_without_any_value_is_left_out() -> None:
    assert ["a  c", "1  3"] == list(lines(["a", "b", "c"], [["1", "", "3"]], 80))


def test_a_wide_table_keeps_its_short_columns_whole() -> None:
    assert [5, 20, 35] == fitted([5, 20, 90], 60)


@given(text=WORDS, width=st.integers(6, 40))
def test_a_text_is_broken_into_lines_that_fit(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrapped(text, width))


def test_words_from_the_right_stay_in_their_column() -> None:
    rows = [["דוד כהן", "3", "Acme"], ["Ana", "10", "شركة"]]
    marked = list(lines(["name", ">talks", "company"], rows, 80, marked=True))
    mark = "\u200e"

    assert f"{mark}דוד כהן{mark}      3  Acme" == marked[1]
    assert f"Ana         10  {mark}شركة{mark}" == marked[2]
    assert [cell_len(line) for line in lines(["name", ">talks", "company"], rows, 80)] == [
        cell_len(line) for line in marked
    ]
