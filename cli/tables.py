"""Tables that fit the window, whatever script their cells are written in."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells

GAP = "  "
_HANGS = re.compile(r" *(?:- |\d+\. +|\S{1,10}(?: \S{1,10})? {2,})?")
"""Where the text of a line begins: after spaces, a dash, a number or a short label."""

_COMMAND = re.compile(r"(?<=: )netgraph .*")
"""A command at the end of a line, which is to be copied in one piece."""

NARROWEST = 6
"""No column is made narrower than this."""


LEFT_TO_RIGHT = "\u200e"
"""What keeps a cell in its place beside one that is read from the right; it is not seen."""


def lines(
    columns: Sequence[str], rows: Sequence[Sequence[str]], width: int = 0, *, marked: bool = False
) -> Iterator[str]:
    """Yield the lines of a table, none wider than the window, or than ``width``.

    A column whose name starts with ``>`` is aligned to the right. One that is empty in every row is
    left out. Where the window is too narrow the widest columns are broken into several lines. With
    ``marked``, a terminal that writes from the right leaves the columns in their order.

    >>> list(lines(["name", ">talks", "place"], [["Ana", "2", ""], ["山田太郎", "10", ""]]))
    ['name      talks', 'Ana           2', '山田太郎     10']
    >>> list(lines(["name"], [["Ana Silva"]], width=6))
    ['name', 'Ana', 'Silva']
    """
    kept = [i for i in range(len(columns)) if not rows or any(row[i] for row in rows)] or [0]
    right = [columns[i].startswith(">") for i in kept]
    head = [columns[i].removeprefix(">") for i in kept]
    body = [head, *([row[i] for i in kept] for row in rows)]
    widths = [max(map(width_of, column)) for column in zip(*body, strict=True)]
    widths = fitted(
        widths, (width or shutil.get_terminal_size().columns) - len(GAP) * len(kept[1:])
    )
    put = in_place if marked else str
    for row in body:
        cells = [wrapped(cell, room) for cell, room in zip(row, widths, strict=True)]
        for n in range(max(map(len, cells))):
            parts = (
                _padded(put(cell[n]) if n < len(cell) else "", room, to_right)
                for cell, room, to_right in zip(cells, widths, right, strict=True)
            )
            yield GAP.join(parts).rstrip()


def width_of(text: str) -> int:
    """Return how many columns of the window a text takes.

    >>> width_of("Ana"), width_of("山田")
    (3, 4)
    """
    return len(text) if text.isascii() and text.isprintable() else cell_len(text)


def in_place(text: str) -> str:
    """Return a text that stands where it is, though its letters go from the right to the left.

    >>> ascii(in_place("אבא")), in_place("Ana")
    ("'\\\\u200e\\\\u05d0\\\\u05d1\\\\u05d0\\\\u200e'", 'Ana')
    """
    if text.isascii() or not any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
        return text
    return f"{LEFT_TO_RIGHT}{text}{LEFT_TO_RIGHT}"


def fitted(widths: Sequence[int], room: int) -> list[int]:
    """Return widths that fit the room, the widest columns made narrower first.

    >>> fitted([10, 40, 30], 60), fitted([10, 20], 60), fitted([9, 9], 4)
    ([10, 25, 25], [10, 20], [6, 6])
    """
    found = list(widths)
    while sum(found) > room and max(found) > NARROWEST:
        widest = max(found)
        second = max([w for w in found if w < widest], default=0)
        wide = [i for i, w in enumerate(found) if w == widest]
        over = sum(found) - room
        target = max(second, widest - -(-over // len(wide)), NARROWEST)
        for i in wide:
            found[i] = target
    return found


def wrapped(text: str, width: int) -> list[str]:
    """Return a text as lines of at most that width, broken between words where that is possible.

    >>> wrapped("Director of Operations", 12), wrapped("山田太郎", 4), wrapped("", 5)
    (['Director of', 'Operations'], ['山田', '太郎'], [''])
    """
    if width_of(text) <= width:
        return [text]
    found = [""]
    for word in text.split():
        joined = f"{found[-1]} {word}" if found[-1] else word
        if width_of(joined) <= width:
            found[-1] = joined
            continue
        pieces = chop_cells(word, width)
        found = [*found[:-1], *([found[-1]] if found[-1] else []), *pieces]
    return found


def broken(line: str, width: int) -> list[str]:
    """Return a line of text as lines of at most that width, indented as its text is.

    A command that is to be copied stays whole.

    >>> broken("now   thank: Ana. You talked on Monday.", 24)
    ['now   thank: Ana. You', '      talked on Monday.']
    >>> broken("   $ netgraph log thanked 'Ana Silva'", 12)
    ["   $ netgraph log thanked 'Ana Silva'"]
    >>> broken("  write: netgraph draft thanks 'Ana Silva'", 24)
    ['  write:', "  netgraph draft thanks 'Ana Silva'"]
    """
    found = _HANGS.match(line)
    indent = found.end() if found else 0
    room = width - indent
    longest = max(map(width_of, line.split()), default=0)  # an address or a path stays whole
    if width_of(line) <= width or line.lstrip().startswith("$ ") or room < longest:
        return [line]
    command = _COMMAND.search(line, indent)
    parts = wrapped(line[indent : command.start()].rstrip() if command else line[indent:], room)
    if command and width_of(f"{parts[-1]} {command[0]}") <= room:
        parts[-1] = f"{parts[-1]} {command[0]}"
    elif command:
        parts.append(command[0])
    return [line[:indent] + parts[0], *(" " * indent + part for part in parts[1:])]


def _padded(cell: str, width: int, to_right: bool) -> str:
    """Return a cell filled up to a width."""
    space = " " * (width - width_of(cell))
    return space + cell if to_right else cell + space
