"""Whoever waits for an import sees file by file how far it has come."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from netgraph.importing.importer import read_in
from netgraph.importing.progress import JOINING, Progress
from netgraph.model.records import Ledger

ROWS = "Name,Email,Company\nAna Silva,ana@example.org,Acme\nBen Ode,ben@example.org,Acme\n"


def test_every_byte_is_told_of_once_and_every_file_with_its_rows(tmp_path: Path) -> None:
    archive = tmp_path / "both.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.csv", ROWS)
        made.writestr("b.csv", ROWS.replace("Ana", "Zoe"))
    progress = Progress()
    assert 0.0 == progress.share

    read_in([archive], Ledger(), as_of=date(2026, 5, 1), progress=progress)

    assert {"both.zip/a.csv": 2, "both.zip/b.csv": 2} == progress.files
    assert 1.0 == progress.share
    assert 2 * len(ROWS) == progress.done == progress.total
    assert JOINING == progress.stage


def test_of_a_long_table_it_is_told_how_far_it_is(tmp_path: Path) -> None:
    table = tmp_path / "Connections.csv"
    rows = [f"Ana,N{n},https://www.linkedin.com/in/ana-{n},,,,01 Jan 2026" for n in range(3_000)]
    columns = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    table.write_text("\n".join([columns, *rows, ""]), encoding="utf-8")
    progress = Progress()

    read_in([table], Ledger(), as_of=date(2026, 5, 1), progress=progress)

    assert "Connections.csv" == progress.now
    assert round(2_500 / 3_000, 2) == round(progress.part, 2)
