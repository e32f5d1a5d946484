"""Outlook's contacts as CSV in the languages it speaks: the program's, Outlook.com's, Hotmail's.

LinkedIn wrote the English form until 2017. ``Title`` is Mr or Dr here; what somebody does is
``Job Title``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from netgraph.sources.column_words import is_at_work, meaning
from netgraph.sources.layouts import Layout, Places, book_format, by_meaning

LEAST: Final = 8
"""Columns of a book that has been cut down to what people use."""

_ENGLISH: Final = {"firstname", "lastname", "jobtitle", "emailaddress"}
_OUTLOOK_ALONE: Final = {"businessphone", "homephone", "homestreet", "businessstreet", "webpage"}
_SUFFIXES: Final = ("肩書き", "稱謂")
_OUTLOOKS: Final = {"middle", "suffix", "display", "tags", "web"}
"""Meanings of columns that lists of people seldom have, and address books do."""


def _is_header(cells: frozenset[str]) -> bool:
    """Whether columns of these keys are those of Outlook in any language."""
    if cells >= _ENGLISH:
        return bool(_OUTLOOK_ALONE & cells)
    if len(cells) < LEAST or "displayname" in cells:
        return False
    said = {meaning(cell) for cell in cells}
    named = "last" in said or {"first", "name"} <= said
    of_outlook = len(said & _OUTLOOKS) > 1 and any(map(is_at_work, cells))
    return named and "full" not in said and "email" in said and of_outlook


def _places(columns: Sequence[str]) -> Places:
    """Return where in a row each thing is said."""
    found = dict(by_meaning(columns))
    titles = [at for at in found.get("title", ()) if columns[at] not in ("title", *_SUFFIXES)]
    suffixes = [at for at, column in enumerate(columns) if column in _SUFFIXES]
    places = [at for at in found.get("place", ()) if not columns[at].startswith("office")]
    phones = [at for at in found.get("phone", ()) if "telex" not in columns[at]]
    found["suffix"] = [*found.get("suffix", ()), *suffixes]
    return {**found, "title": titles, "place": places, "phone": phones}


LAYOUT: Final = Layout("outlook", "Outlook", _is_header, _places)

OUTLOOK: Final = book_format(
    LAYOUT, "Outlook, Outlook.com, Hotmail: contacts exported as CSV, in any of 25 languages"
)
