"""How commands speak: JSON on stdout, tables on a terminal, plain lines elsewhere."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import click


def as_json(document: Any) -> None:
    """Print one JSON document and nothing else."""
    click.echo(json.dumps(document, default=_plain, ensure_ascii=False, indent=2))


def _plain(value: Any) -> Any:
    """Turn what JSON does not know into what it does."""
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, frozenset | set):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def say(text: str) -> None:
    """Print a line for a person, on stdout, cleared of what could command a terminal."""
    click.echo(safe(text))


def note(text: str) -> None:
    """Print a line beside the result, on stderr."""
    click.echo(safe(text), err=True)


def safe(text: str) -> str:
    """Return the text without controls, but for line ends.

    >>> safe("a\\x1b[31mb\\nc")
    'a[31mb\\nc'
    """
    return "".join(c for c in text if c == "\n" or (c.isprintable() or c in "\u00a0\u3000"))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> None:
    """Print rows: a ruled table on a terminal, aligned plain text otherwise.

    A column whose name starts with ``>`` is aligned to the right.
    """
    cells = [["" if c is None else safe(str(c)).replace("\n", " ") for c in row] for row in rows]
    if sys.stdout.isatty():
        _rich_table(columns, cells, title)
        return
    if title:
        say(title)
    names = [name.removeprefix(">") for name in columns]
    widths = [max(map(len, column)) for column in zip(names, *cells, strict=True)]
    for line in [names, *cells]:
        padded = (
            cell.rjust(width) if name.startswith(">") else cell.ljust(width)
            for name, cell, width in zip(columns, line, widths, strict=True)
        )
        click.echo("  ".join(padded).rstrip())


def _rich_table(columns: Sequence[str], cells: list[list[str]], title: str) -> None:
    """Print a table with rich, which honours NO_COLOR and the width of the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    ruled = Table(title=Text(title) if title else None, title_justify="left", header_style="bold")
    for name in columns:
        ruled.add_column(
            name.removeprefix(">"),
            justify="right" if name.startswith(">") else "left",
            overflow="fold",
        )
    for row in cells:
        ruled.add_row(*map(Text, row))
    Console(highlight=False, markup=False).print(ruled)
