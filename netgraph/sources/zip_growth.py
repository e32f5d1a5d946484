"""How much an entry of a ZIP may grow when it is unpacked: one limit for every kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zipfile import ZipInfo

MOST_GROWTH: Final = 200
"""Times its packed size; tables and sheets of one repeated word stay below, made bombs do not."""

MATTERS_FROM: Final = 2**20
"""Bytes up to which it harms nobody."""


def grows_too_much(entry: ZipInfo) -> bool:
    """Whether an entry says that it would grow as no export does.

    >>> from zipfile import ZipInfo
    >>> entry = ZipInfo("messages.csv")
    >>> entry.file_size, entry.compress_size = 2_000_000, 9_000
    >>> grows_too_much(entry)
    True
    """
    return entry.file_size > max(MATTERS_FROM, MOST_GROWTH * entry.compress_size)
