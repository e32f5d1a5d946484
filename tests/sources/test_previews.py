"""A table shows how it begins and what its columns are taken for; the user puts that right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netgraph.importing.importer import read_in
from netgraph.model.records import Ledger
from netgraph.sources.column_mapping import remember
from netgraph.sources.documents import open_documents
from netgraph.sources.previews import Preview, table_previews

UNKNOWN = "Wer,Bude,Seit\nAna Silva,Acme,2019\nBen Ode,Best,2020\nZoe,,\nEva,Crest,2021\n"


def preview(tmp_path: Path, text: str, known: Ledger | None = None) -> Preview:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    (found,) = table_previews(open_documents([path]), known or Ledger())
    return found


def test_a_table_that_is_known_says_what_its_columns_are(tmp_path: Path) -> None:
    found = preview(tmp_path, "Name,Employer,Shoe size\nAna Silva,Acme,38\n")

    assert (("name", "company", ""), True) == (found.fields, found.sure)
    assert (("Ana Silva", "Acme", "38"),) == found.rows


def test_a_table_that_is_not_known_shows_three_rows(tmp_path: Path) -> None:
    found = preview(tmp_path, UNKNOWN)

    assert ("Wer", "Bude", "Seit") == found.columns
    assert ["Ana Silva", "Ben Ode", "Zoe"] == [row[0] for row in found.rows]
    assert not found.sure


def test_what_is_chosen_is_read_and_remembered(tmp_path: Path) -> None:
    found = preview(tmp_path, UNKNOWN)
    said = remember(found.columns, found.chosen(["name", "company", ""]))
    known = Ledger(statements=(said,))

    taken = read_in([tmp_path / "table.csv"], known, as_of=date(2026, 5, 1))
    people = {p.name: p.company for p in taken.after.people.values()}
    assert "Acme" == people["Ana Silva"]
    again = preview(tmp_path, UNKNOWN, known)
    assert (("name", "company", ""), True) == (again.fields, again.sure)


@pytest.mark.parametrize(
    ("fields", "chosen"),
    [
        (["name", "company"], {}),
        (["company", "name"], {"company": "Who", "name": "Boss"}),
        (["", "company"], {"name": ""}),
        (["name", "title"], {"company": "", "title": "Boss"}),
    ],
)
def test_only_what_differs_from_the_guess_is_chosen(
    fields: list[str], chosen: dict[str, str]
) -> None:
    table = Preview("t", "", ("Who", "Boss"), (), ("name", "company"), True)
    assert chosen == table.chosen(fields)


def test_what_is_no_table_has_no_preview(tmp_path: Path) -> None:
    (tmp_path / "odd.bin").write_bytes(b"\x00\x01")
    assert [] == list(table_previews(open_documents([tmp_path]), Ledger()))
