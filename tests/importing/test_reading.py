"""An export becomes a ledger without a store."""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path

import pytest

import netgraph
from netgraph.model.errors import UnreadableFile
from netgraph.model.records import EGO

DAY = date(2026, 5, 1)
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Silva,https://www.linkedin.com/in/ana-silva,,Acme,Nurse,12 Mar 2024
,,,,,,
Ben,Ode,https://www.linkedin.com/in/ben-ode,,Blue River,Data Scientist,1 Jun 2023
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "Connections.csv"
    path.write_text(CONNECTIONS, encoding="utf-8")
    return path


def test_an_export_becomes_a_ledger_and_a_graph(export: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = netgraph.read(export, as_of=DAY)
    G = netgraph.network(book, as_of=DAY)

    names = {p.name for p in book.people.values() if p.id != EGO}
    assert {"Ana Silva", "Ben Ode"} == names
    assert {date(2024, 3, 12), date(2023, 6, 1)} == {tie.since for tie in book.ties}
    assert 2 == sum(G.has_edge(EGO, i) for i in book.people)


def test_two_files_of_one_person_are_joined(export: Path, tmp_path: Path) -> None:
    card = tmp_path / "ana.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nN:Silva;Ana;;;\nEMAIL:ana@acme.example\n"
        "URL:https://www.linkedin.com/in/ana-silva\nEND:VCARD\n",
        encoding="utf-8",
    )
    book = netgraph.read(str(export), str(card), as_of=DAY)

    [ana] = [p for p in book.people.values() if p.name == "Ana Silva"]
    assert ("ana@acme.example",) == ana.emails
    assert "Acme" == ana.company


def test_rows_left_out_are_told(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(CONNECTIONS.replace(",,,,,,", ",,,,Acme,Nurse,12 Mar 2024"), encoding="utf-8")

    with pytest.warns(UserWarning, match=r"1 row is left out; the first: .*line 3"):
        netgraph.read(path, as_of=DAY)


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        netgraph.read(tmp_path / "nowhere.zip", as_of=DAY)
