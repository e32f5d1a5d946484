"""Which program made what is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from netgraph.store import program
from netgraph.store.program import program_of


def test_a_file_that_changed_makes_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("store", "model", "pages"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.py").write_text("x = 1\n")
    monkeypatch.setattr(program, "__file__", str(tmp_path / "store" / "program.py"))
    said = program_of.__wrapped__

    before = said("model")
    (tmp_path / "pages" / "one.py").write_text("x = 22\n")
    assert before == said("model")

    os.utime(tmp_path / "model" / "one.py", ns=(1, 1))
    assert before != said("model")
