"""The word lists that names and titles are read with: TOML files that a person can add to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from netgraph.model.base_record import Record

_DATA: Final = Path(__file__).parents[1] / "data"


class Ready(Record, frozen=True):
    """What comes of word lists, and ``of`` which."""

    of: str


R = TypeVar("R", bound=Ready)


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


def ready(file: str, kind: type[R], *, of: str) -> R | None:
    """Return what comes of word lists, from a file that has it ready; None if it is not there.

    To read the lists takes longer than most commands. ``make docs`` writes such files; where
    somebody has added a word, so that one is of others than ``of``, it is left aside.
    """
    try:
        found = msgspec.json.decode(text_of(file), type=kind)
    except (OSError, msgspec.MsgspecError):
        return None
    return found if found.of == of else None


def digest(*texts: str) -> str:
    """Return what says of which texts something comes."""
    return blake2b("".join(texts).encode(), digest_size=16).hexdigest()
