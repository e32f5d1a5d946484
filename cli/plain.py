"""Answers for ears (``--plain``): one fact a line, no drawing, no columns, nothing that moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import click

WANTED = "netgraph.plain"

_MARKS = (
    (re.compile(r"^\s*\$ "), "Command: "),
    (re.compile(r"^\s*(?:- )?"), ""),
    (re.compile(r" -> "), ", then "),
    (re.compile(r"the line that starts with \$"), "the command"),
    (re.compile(r" {2,}"), " "),
)


def is_plain() -> bool:
    """Whether the user wants it so."""
    ctx = click.get_current_context(silent=True)
    return bool(ctx and ctx.find_root().meta.get(WANTED))


def read_out(line: str) -> str:
    """Return a line without what only looks like something.

    >>> read_out("   $ netgraph log thanked Ana"), read_out("   - 12 messages")
    ('Command: netgraph log thanked Ana', '12 messages')
    >>> read_out("You -> Ana -> Ben: likely"), read_out(" 3. now             thank: Ana")
    ('You, then Ana, then Ben: likely', '3. now thank: Ana')
    """
    command = line.lstrip().startswith("$ ")
    for mark, instead in _MARKS[:1] if command else _MARKS[1:]:
        line = mark.sub(instead, line)
    return line


def facts(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table as facts, one a line, an empty line between two rows.

    >>> list(facts(["name", ">talks", "place"], [["Ana", "2", ""], ["Ben", "0", "Lyon"]]))
    ['name: Ana', 'talks: 2', '', 'name: Ben', 'talks: 0', 'place: Lyon']
    """
    for number, row in enumerate(rows):
        if number:
            yield ""
        for column, cell in zip(columns, row, strict=True):
            if cell:
                yield f"{column.removeprefix('>')}: {cell}"
