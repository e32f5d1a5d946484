"""Thunderbird's address book as CSV, in the languages it speaks."""

from __future__ import annotations

from typing import Final

from netgraph.sources.column_words import is_at_work, meaning
from netgraph.sources.layouts import Layout, book_format, by_meaning

LEAST: Final = 8
"""Columns of a book that has been cut down to what people use."""


def _is_header(cells: frozenset[str]) -> bool:
    """Whether columns of these keys are those of Thunderbird in any language."""
    if cells >= {"firstname", "lastname", "displayname", "primaryemail"}:
        return True
    if len(cells) < LEAST:
        return False
    meanings = list(map(meaning, cells))
    said = set(meanings)
    named = "last" in said or {"first", "name"} <= said
    nicknamed = "nickname" in said or meanings.count("last") > 1  # "Apelido" is either
    return named and nicknamed and {"full", "email"} <= said and any(map(is_at_work, cells))


LAYOUT: Final = Layout("thunderbird", "Thunderbird", _is_header, by_meaning)

THUNDERBIRD: Final = book_format(
    LAYOUT, "Thunderbird: an address book exported as CSV, in any of 25 languages"
)
