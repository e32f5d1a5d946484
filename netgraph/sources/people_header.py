"""Where a table of people begins: its header in one line or two, or nothing but addresses.

Spreadsheets group columns under a label in a line of its own ("Contact", "Company"), or break a
name in two lines; what stands below says more, and what stands above whose it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from itertools import islice, zip_longest
from typing import Final

from netgraph.model.text import clean
from netgraph.sources.addressbook import email_addresses
from netgraph.sources.column_words import meaning
from netgraph.sources.tables import Table, column_key, find_table

LOOKED_AT: Final = 200
"""Lines of a list of addresses that are looked at."""

LEAST: Final = 2
"""Cells that a line of labels has, and addresses that a list without a header has."""

IsHeader = Callable[[frozenset[str]], bool]


def find_people(text: str, is_header: IsHeader) -> Table | None:
    r"""Return the table of people in a text, its header put together if it has two lines.

    Examples
    --------
    >>> from netgraph.sources.column_mapping import about_people
    >>> header = lambda cells: about_people(sorted(cells))
    >>> find_people("Contact,,Company,\nName,E-mail,Name,City\n", header).names
    ('Contact Name', 'Contact E-mail', 'Company Name', 'City')
    >>> find_people("a@example.org\nb@example.org\n", header).names
    ('Email',)
    """
    table = find_table(text, is_header)
    if table is None:
        return _addresses(text)
    whole = _with_line_below(table)
    return _with_line_above(text, table) if whole is table else whole


def _with_line_below(table: Table) -> Table:
    """Return the table without its first row if that is the second line of the header."""
    line, row = next(table.rows(), (0, []))
    cells = list(filter(None, row))
    if line != table.line + 1 or len(cells) < LEAST or not all(map(_has_words, cells)):
        return table
    both = merged(table.names, row)
    if all(meaning(name) for name, cell in zip_longest(both, row, fillvalue="") if cell):
        return table.after(both, line)
    return table


def _has_words(cell: str) -> bool:
    """Whether a cell may be a name of a column."""
    return any(map(str.isalpha, cell)) and "@" not in cell


def _with_line_above(text: str, table: Table) -> Table:
    """Return the table with labels before the names of columns that stand under them."""
    lines = islice(io.StringIO(text, newline=""), max(table.line - 2, 0), table.line - 1)
    labels = next(csv.reader(lines, delimiter=table.delimiter), [])
    if not LEAST <= sum(map(bool, labels)) < sum(map(bool, table.names)):
        return table
    return table.after(merged(labels, table.names), table.line)


def merged(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return what two lines of a header say; a label goes for the empty cells to its right.

    >>> merged(["Person", "", "Employer"], ["First", "Last", "Name"])
    ['Person First', 'Person Last', 'Employer Name']
    """
    names = []
    label = ""
    for over, under in zip_longest(above, below, fillvalue=""):
        label = over or label
        both = f"{label} {under}".strip()
        names.append(over if not under else both if meaning(both) else under)
    return names


def _addresses(text: str) -> Table | None:
    """Return a list of e-mail addresses as a table of one column."""
    lines = io.StringIO(text[: 2**18], newline=None)
    told = [(n, line) for n, line in enumerate(lines, 1) if clean(line)][:LOOKED_AT]
    if not told:
        return None
    number, header = told[0]
    has_header = meaning(header.strip(' \n"')) == "email"
    rest = told[has_header:]
    if len(rest) < (1 if has_header else LEAST) or not all(map(_is_address, rest)):
        return None
    name = clean(header) if has_header else "Email"
    start = Table((column_key(name),), "\t", 0, text, (name,))
    return start.after((name,), number) if has_header else start


def _is_address(told: tuple[int, str]) -> bool:
    """Whether a line is one e-mail address, with or without a name before it."""
    line = told[1].strip(' \n";,')
    return len(list(email_addresses(line))) == 1 and (line.endswith(">") or " " not in line)
