"""The notebook runs as a page, is a notebook that Jupyter opens, and shows what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docs.run_notebook import Cell, cells, page, shown

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebook.ipynb"


def a_notebook(*sources: tuple[str, str]) -> str:
    found = [{"cell_type": kind, "source": [source]} for kind, source in sources]
    return json.dumps({"cells": found})


def test_cells_are_read() -> None:
    assert [Cell("markdown", "# Hello")] == cells(a_notebook(("markdown", "# Hello")))


def test_a_cell_shows_what_it_prints_its_warnings_and_its_last_value() -> None:
    said, value = shown("import warnings\nwarnings.warn('odd')\nprint('hello')\n2 + 2", {})

    assert ("UserWarning: odd\nhello\n", 4) == (said, value)


def test_a_cell_without_a_last_value_shows_nothing() -> None:
    assert ("", None) == shown("a = 1", {})


def test_cells_share_their_names_and_html_stands_beside_the_text(tmp_path: Path) -> None:
    made = "class Bold:\n    def _repr_html_(self):\n        return '<b>\\t</b>'"
    text, html = page(a_notebook(("code", made), ("code", "Bold()")), tmp_path)

    assert text.endswith("```python\nBold()\n```\n\n```{raw} html\nPICTURE\n```")
    assert ["<div class='shown'><b>\t</b></div>"] == html


def test_a_cell_that_fails_fails_the_page(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        page(a_notebook(("code", "1 / 0")), tmp_path)


def test_the_notebook_is_kept_as_it_is_before_it_is_run() -> None:
    found = json.loads(NOTEBOOK.read_text(encoding="utf-8"))

    assert (4, 5) == (found["nbformat"], found["nbformat_minor"])
    assert len(found["cells"]) == len({cell["id"] for cell in found["cells"]})
    code = [cell for cell in found["cells"] if cell["cell_type"] == "code"]
    assert code
    assert [] == [c["id"] for c in code if c["outputs"] or c["execution_count"] is not None]
