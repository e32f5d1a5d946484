"""harmless: no cell is a formula, and every cell comes back."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from cli.main import cli
from netgraph.exporting.formats import to_csv
from netgraph.model.records import Person
from netgraph.model.spreadsheet_cells import bare, harmless

RUN = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "\n=1+1", " =1", "－1", "\t"]


@pytest.mark.parametrize("cell", RUN)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@given(st.text(alphabet="'=+-@\t\r\n＝＠ aé1"))
def test_every_cell_comes_back(cell: str) -> None:
    assert cell == bare(harmless(cell))


@pytest.mark.parametrize("cell", ["＝1+1", "=1+1", "@x", "-1 and more"])
def test_the_table_of_people_and_that_of_rejects_agree(tmp_path: Path, cell: str) -> None:
    [_, row] = csv.reader(to_csv([Person("p1", cell)]).splitlines())
    journal = tmp_path / "j.csv"
    journal.write_text("date,kind,person,by,to,target,status,value,note\n", encoding="utf-8")
    with journal.open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerow(["2026-05-01", "note", "Ana", "", "", "", "", "", "fine"])
        csv.writer(stream).writerow([cell, "note", "Ana", "", "", "", "", "", ""])
    rejects = tmp_path / "rejects.csv"
    args = ["--store", str(tmp_path / "n.db"), "import", str(journal), "--rejects", str(rejects)]
    result = CliRunner().invoke(cli, [*args, "--json"])

    assert [3] == [s["line"] for s in json.loads(result.stdout)["files"][0]["skipped"]]
    [_, left_out] = csv.reader(rejects.read_text(encoding="utf-8").splitlines())
    assert (f"'{cell}", f"'{cell}") == (row[1], left_out[3])
