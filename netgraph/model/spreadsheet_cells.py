"""Cells that no spreadsheet runs: an apostrophe makes text of what looks like a formula.

Spreadsheets run what begins with ``=``, ``+``, ``-`` or ``@``, in full width too, and some of them
after blanks and line ends (CWE-1236).
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> harmless("=HYPERLINK()"), harmless("'=1"), harmless("O'Brien")
    ("'=HYPERLINK()", "''=1", "O'Brien")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bare(cell: str) -> str:
    """Return what a cell was before `harmless`.

    >>> bare("'=HYPERLINK()"), bare("'tis")
    ('=HYPERLINK()', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
