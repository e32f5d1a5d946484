"""How commands speak: JSON on stdout, tables on a terminal, plain lines elsewhere."""

from __future__ import annotations

import json
import shutil
import sys
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from . import waiting
from .actions import written
from .plain import is_plain, read_out

if TYPE_CHECKING:
    from netgraph.model.actions import Action


ROOM = 9
"""A window with less room for a column shows no table."""


def as_json(document: Any, write: Callable[[Action], str] = written) -> None:
    """Print one JSON document and nothing else."""
    waiting.end()
    click.echo(json.dumps(plain(document, write), ensure_ascii=False, indent=2))


def show(
    document: Any,
    lines: Callable[[], Iterable[str]],
    *,
    json_wanted: bool,
    write: Callable[[Action], str] = written,
) -> None:
    """Print an answer: as one JSON document, or as lines of text."""
    if json_wanted:
        as_json(document, write)
        return
    for line in lines():
        say(line)


def done(document: Any, said: str, *, json_wanted: bool) -> None:
    """Say what was done: as one JSON document, or in words."""
    if json_wanted:
        as_json(document)
    else:
        say(said)


def plain(value: Any, write: Callable[[Action], str] = written) -> Any:
    """Return typed rows as what JSON knows.

    A record becomes an object with its fields in order; a field ``from_`` is called ``from``, and
    a field ``action`` becomes ``command``, which is not there if there is nothing to do.

    >>> from netgraph.model.actions import Action
    >>> from netgraph.views.checks import Problem
    >>> plain([Problem("p1", "has no name", Action("edit", ("p1",), {"name": "NAME"}))])
    [{'where': 'p1', 'message': 'has no name', 'command': 'netgraph edit p1 --name NAME'}]
    """
    from netgraph.model.plain_data import plain as as_plain

    return as_plain(value, write)


def say(text: str) -> None:
    """Print a text for a person, on stdout, cleared of what could command a terminal.

    On a terminal long lines are broken between words, but never a command that is to be copied.
    """
    waiting.end()
    for line in safe(text).split("\n"):
        _said.append((line, False)) if line.strip() else None
        if is_plain():
            click.echo(read_out(line))
        else:
            click.echo("\n".join(_broken(line)) if sys.stdout.isatty() else line)


_said: deque[tuple[str, bool]] = deque(maxlen=1)


def last_said() -> tuple[str, bool]:
    """Return the last line that was printed for a person ("" if none), and if it is of a table."""
    return _said[0] if _said else ("", False)


def begin() -> None:
    """Forget what a command before this one printed."""
    waiting.end()
    _said.clear()


def _broken(line: str) -> Iterable[str]:
    """Return a line as lines that fit the window."""
    width = shutil.get_terminal_size().columns
    if len(line) < width and line.isascii():
        return [line]
    from .tables import broken, in_place

    return map(in_place, broken(line, width))


def note(text: str) -> None:
    """Print a line beside the result, on stderr."""
    waiting.end()
    click.echo(safe(text), err=True)


def safe(text: str) -> str:
    """Return the text without controls, but for line ends.

    >>> safe("a\\x1b[31mb\\nc")
    'a[31mb\\nc'
    """
    if text.isprintable():
        return text
    return "".join(c for c in text if c == "\n" or (c.isprintable() or c in "\u00a0\u3000"))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows so that they fit the window (`cli.tables.lines`), or as facts, one a line."""
    from .plain import facts
    from .tables import lines

    waiting.end()
    cells = [["" if c is None else safe(str(c)).replace("\n", " ") for c in row] for row in rows]
    narrow = sys.stdout.isatty() and shutil.get_terminal_size().columns < ROOM * len(columns)
    if is_plain() or narrow:
        for line in facts(columns, cells):
            click.echo(line)
            _said.append((line, True)) if line else None
        return
    head, *body = lines(columns, cells, marked=sys.stdout.isatty())
    click.echo("\n".join([click.style(head, bold=True), *body]))
    _said.append(([head, *body][-1], True))
