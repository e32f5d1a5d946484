"""One sheet as tab-separated text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import UnreadableFile
from netgraph.sources.workbooks import sheet
from netgraph.sources.workbooks.sheet import Sheet, SheetText

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=8)


def test_every_row_is_a_line_and_cells_are_parted_by_tabs() -> None:
    text = SheetText()
    text.add([["Name", "Employer"], []])
    text.add([["Ana", 'A "b"\tc']])

    assert 'Name\tEmployer\n\nAna\t"A ""b""\tc"\n' == str(text)


@given(st.lists(st.lists(cells, min_size=1, max_size=3), max_size=4))
def test_what_was_written_is_read_again(rows: list[list[str]]) -> None:
    text = SheetText()
    text.add(rows)

    assert rows == list(csv.reader(io.StringIO(str(text), newline=""), delimiter="\t"))


def test_more_text_than_any_sheet_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "LARGEST_PART", 4)
    text = SheetText()
    text.add([["abc"]])
    with pytest.raises(UnreadableFile, match="a sheet in it would grow too large"):
        text.add([[""], ["a"]])


def test_a_sheet_is_shown_and_has_all_rows_unless_it_says_otherwise() -> None:
    assert (False, 0) == (Sheet("One", "").is_hidden, Sheet("One", "").hidden_rows)
