"""A notebook as a page of the site: its cells are run, what they show stands below.

Jupyter's own kernel would bring IPython and some thirty packages more for one page. Here a
cell is run as Jupyter runs it: all in one namespace, in the notebook's folder, and the value of the
last expression is shown, as HTML where it has any.
"""

from __future__ import annotations

import ast
import json
import warnings
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from docutils import nodes
from myst_parser.parsers.sphinx_ import MystParser

PICTURE = "PICTURE"


@dataclass(frozen=True)
class Cell:
    """One cell: ``code`` or ``markdown``, and its text."""

    kind: str
    source: str


def cells(text: str) -> list[Cell]:
    """Return the cells of a notebook."""
    found = json.loads(text)["cells"]
    return [Cell(cell["cell_type"], "".join(cell["source"])) for cell in found]


def shown(source: str, names: dict[str, Any]) -> tuple[str, Any]:
    """Run a cell; return what it printed, warnings included, and the value of its last line.

    >>> shown("a = 6\\nprint(a)\\na * 7", {})
    ('6\\n', 42)
    """
    tree, value = ast.parse(source), None
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with redirect_stdout(StringIO()) as printed, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - this is what a notebook is for
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307
    said = "".join(f"{w.category.__name__}: {w.message}\n" for w in caught)
    return said + printed.getvalue(), value


def page(text: str, folder: Path) -> tuple[str, list[str]]:
    """Return a notebook as Markdown, and the HTML that stands where it says ``PICTURE``, in order.

    The HTML stays beside it: a parser of text would change the white space of the scripts in it.
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    html: list[str] = []
    with chdir(folder):
        parts = [part for cell in cells(text) for part in _parts(cell, names, html)]
    return "\n\n".join(parts), html


def _parts(cell: Cell, names: dict[str, Any], html: list[str]) -> Iterator[str]:
    """Yield the Markdown of a cell and of what it shows; its HTML is added to the rest."""
    if cell.kind == "markdown":
        yield cell.source
        return
    yield f"```python\n{cell.source}\n```"
    printed, value = shown(cell.source, names)
    if printed:
        yield f"```text\n{printed}```"
    if hasattr(value, "_repr_html_"):
        html.append(f"<div class='shown'>{value._repr_html_()}</div>")
        yield f"```{{raw}} html\n{PICTURE}\n```"
    elif value is not None:
        yield f"```text\n{value!r}\n```"


class NotebookParser(MystParser):  # type: ignore[misc, unused-ignore] # its base has no types
    """Reads a notebook where Sphinx expects a page."""

    supported = ("notebook",)

    def parse(self, inputstring: str, document: Any) -> None:
        """Parse the Markdown that the notebook becomes."""
        text, html = page(inputstring, Path(document.settings.env.srcdir))
        super().parse(text, document)
        places = [node for node in document.findall(nodes.raw) if node.astext() == PICTURE]
        for node, shown_there in zip(places, html, strict=True):
            node.children = [nodes.Text(shown_there)]
