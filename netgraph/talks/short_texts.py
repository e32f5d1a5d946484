"""Recorded texts as a letter may have them: one line, short, or left out."""

from __future__ import annotations

import re
from typing import Final

from netgraph.identity.companies import is_company
from netgraph.identity.names import parse
from netgraph.model.records import Person
from netgraph.model.text import clean

LONGEST_FIRM: Final = 5
LONGEST_NAME: Final = 3
"""Words that a firm and a name may have in a letter."""

_PARTS = re.compile(r"\s+[|•·–—]\s+|\s*[;|]\s*|\s+-\s+")
_MARKS = str.maketrans("", "", "\ue000\ue001")


def plain(text: str, *, limit: int = 200) -> str:
    """Return a recorded text as a letter may have it: one line, no marks of ours in it."""
    return clean(text.translate(_MARKS), limit=limit)


def brief_text(text: str, *, most: int) -> str:
    """Return the first part of a text of at most so many words, "" if that is too long.

    >>> brief_text("Head of Data | Speaker | Mum of two", most=5)
    'Head of Data'
    """
    first = plain(_PARTS.split(plain(text))[0]).strip(" ,.-/")
    if len(first.split()) > most and "," in first:
        first = first.split(",")[0].strip()
    return first if 0 < len(first.split()) <= most and len(first) <= 60 else ""


def firm(name: str) -> str:
    """Return the name of a firm or school for a letter, "" if it is none or too long."""
    return brief_text(name, most=LONGEST_FIRM) if is_company(name) else ""


def short_name(person: Person) -> str:
    """Return how one writes of somebody: given and family name, without titles and degrees.

    >>> short_name(Person("p", "Dr. Ana Maria Silva, PhD"))
    'Ana Silva'
    """
    parts = parse(person.name)
    name = plain(" ".join(filter(None, (parts.given, parts.family)))) or plain(person.name)
    return " ".join(name.split()[: LONGEST_NAME + 1])[:60]
