"""Texts too long to be held are read as if they were held."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from netgraph.importing.importer import read_in
from netgraph.model.errors import UnreadableFile
from netgraph.model.records import Ledger
from netgraph.sources import csv_rows, scrolls
from netgraph.sources.protocol import Document
from netgraph.sources.scrolls import LONGEST, scroll_of
from tests.sources.exports import EXPORT, folder, opened


def document(data: bytes, *, size: int = 0) -> Document:
    return Document("m", "m", "m", size or len(data), data[:16_384], lambda: io.BytesIO(data))


@pytest.fixture
def few_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scrolls, "HELD", 10)


@pytest.mark.usefixtures("few_are_held")
def test_a_long_text_is_gone_through_line_by_line_as_often_as_need_be() -> None:
    scroll = scroll_of(document("\ufeffone\r\ntwö\n\nfour".encode()))

    assert scroll
    assert ["one\r\n", "twö\n", "\n", "four"] == list(scroll.lines()) == list(scroll.lines())
    assert ["\n", "four"] == list(scroll.below(2).lines())
    assert (3, 1) == (scroll.length, scroll.below(2).length)


@pytest.mark.usefixtures("few_are_held")
@pytest.mark.parametrize(
    "data", ["é".encode("cp1252") * 20, "Ana, Ben".encode("utf-16"), b"a\0" * 9]
)
def test_what_is_not_plain_utf_8_is_told_by_the_whole_of_it(data: bytes) -> None:
    assert scroll_of(document(data)) is None


def test_a_short_text_is_held_and_one_that_is_too_long_refused() -> None:
    assert scroll_of(document(b"Ana")) is None
    with pytest.raises(UnreadableFile, match="larger than 2,048 MB"):
        scroll_of(document(b"Ana", size=LONGEST + 1))


def test_an_export_says_the_same_whether_it_is_held_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = folder(tmp_path, "export", EXPORT)
    held = read_in([export], Ledger(), as_of=date(2026, 5, 1))
    monkeypatch.setattr(scrolls, "HELD", 10)

    assert held == read_in([export], Ledger(), as_of=date(2026, 5, 1))


def test_a_mark_that_is_never_closed_costs_its_line_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv_rows, "LINES_OF_A_ROW", 3)
    rows = 'Ana,"Silva\nBen,Oak\nCy,Dee\nDi,"Two\nlines"\nEd,Fox\n'
    table = opened("connections", "First Name,Last Name\n" + rows)

    assert [
        (2, []), (3, ["Ben", "Oak"]), (4, ["Cy", "Dee"]), (5, ["Di", "Two\nlines"]),
        (7, ["Ed", "Fox"]),
    ] == list(table.rows())  # fmt: skip
