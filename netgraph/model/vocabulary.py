"""The word lists that names and titles are read with: TOML files that a person can add to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

_DATA: Final = Path(__file__).parents[1] / "data"


@cache
def tables(file: str) -> Mapping[str, Any]:
    """Return what one of the files in ``netgraph/data`` holds."""
    import tomllib  # noqa: PLC0415 - most commands read none

    return tomllib.loads(text_of(file))


def text_of(file: str) -> str:
    """Return the text of one of the files in ``netgraph/data``."""
    return (_DATA / file).read_text("utf-8")


@cache
def phrases(file: str, section: str) -> tuple[str, ...]:
    """Return the phrases of one section, as written: they stand on lines or between semicolons."""
    return tuple(filter(None, map(str.strip, re.split(r"[;\n]", tables(file)[section]))))


@cache
def entries(file: str, section: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the lines of one section that read ``name = other, other``."""
    pairs = (line.partition("=") for line in tables(file)[section].strip().splitlines())
    return tuple((name.strip(), terms(others)) for name, _, others in pairs)


def terms(text: str) -> tuple[str, ...]:
    """Return what stands between commas; a term may go on in the next line.

    >>> terms("nurse, staff\\nnurse,")
    ('nurse', 'staff nurse')
    """
    return tuple(filter(None, map(str.strip, text.replace("\n", " ").split(","))))
