"""What commands worked out of a store on a day, kept in a private file beside it for the next one.

The network and its like follow from who is who, from the day and from what is logged: each record
of the file says of which, and is not believed unless its checksum is right. Whatever is wrong, the
part is made anew and nobody hears of it. It is in no backup, and `forget` takes the file away.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Final
from zlib import crc32

import msgspec

from netgraph.model.errors import NetgraphError
from netgraph.model.private_files import remove_private, write_private
from netgraph.model.records import YOU, Ledger
from netgraph.store.program import program_of

SMALLEST: Final = 2 << 20
"""Of a store of fewer bytes all is made anew as quickly as it is read."""

LARGEST: Final = 64 << 20
"""A file of more bytes is begun again."""

_HEAD: Final = struct.Struct(">16s16s32sQ")
"""Before each record: its name, what it is of, its checksum and how long it is."""

_CODE: Final = (
    *("agenda", "data", "graph", "identity", "journal"),
    *("measures", "model", "store", "suggestions", "titles"),
)
"""Folders of the package that decide what is kept."""


class FileShelf:
    """The parts of one view of a store; ``is_current`` says whether the store is as it was read."""

    def __init__(
        self, store: Path, stamp: str, day: date, ledger: Ledger, is_current: Callable[[], bool]
    ) -> None:
        self._path, self._ledger, self._is_current = place(store), ledger, is_current
        self._standing = _digest(f"{program_of(*_CODE)}\n{stamp}\n{day}".encode())

    def take(self, name: str, *, stands: bool) -> memoryview | None:
        """Return a part that was put there for such a view, None if there is none that is whole."""
        with suppress(OSError), self._path.open("rb") as file:
            end = os.fstat(file.fileno()).st_size
            while head := _head(file.read(_HEAD.size)):
                called, key, digest, length = head
                if length > end - file.tell():
                    return None
                if called == _called(name) and key == self._key(stands):
                    data = file.read(length)
                    if _sum(called, key, data) == digest:
                        return memoryview(data)
                else:
                    file.seek(length, os.SEEK_CUR)
        return None

    def put(self, name: str, data: bytes, *, stands: bool) -> None:
        """Keep a part; a folder that cannot be written in keeps nothing."""
        called, key = _called(name), self._key(stands)
        record = _HEAD.pack(called, key, _sum(called, key, data), len(data)) + data
        with suppress(OSError, NetgraphError):
            if not self._goes_on(len(record)):
                write_private(self._path, record)
            else:
                self._append(record)
        current = False
        with suppress(OSError, NetgraphError):
            current = self._is_current()
        if not current:  # somebody may be forgotten in it
            with suppress(OSError):
                remove_private(self._path)

    def wants(self, name: str, *, stands: bool) -> bool:
        """Whether it is worth while to put a part there that is not to be had.

        To write the network down takes longer than to make it half again, so what was logged since
        it was put does not put another there: that comes with the next import, or the next day.
        """
        if stands or not self._goes_on(0):
            return True
        keys = [key for called, key in self._records() if called == _called(name)]
        return not keys or self._key(stands) in keys  # what is there and was not taken is damaged

    def _records(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield the name of each record, and what it is of."""
        with suppress(OSError), self._path.open("rb") as file:
            end = os.fstat(file.fileno()).st_size
            while head := _head(file.read(_HEAD.size)):
                yield head[:2]
                file.seek(min(head[3], end + 1), os.SEEK_CUR)

    def _append(self, record: bytes) -> None:
        """Write behind what is there."""
        file = os.open(self._path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        try:
            os.write(file, record)
        finally:
            os.close(file)

    def _goes_on(self, more: int) -> bool:
        """Whether the file has something of this view, each record whole, and is not too long."""
        with suppress(OSError), self._path.open("rb") as file:
            end, mine = os.fstat(file.fileno()).st_size, False
            while head := _head(file.read(_HEAD.size)):
                mine |= head[1] in (self._standing, self._daily)
                file.seek(min(head[3], end + 1), os.SEEK_CUR)
            return mine and file.tell() == end and end + more < LARGEST
        return False

    def _key(self, stands: bool) -> bytes:
        """Return what a part is of."""
        return self._standing if stands else self._daily

    @cached_property
    def _daily(self) -> bytes:
        """What everything is of that follows from what is logged, too."""
        book = self._ledger
        logged = [event for event in book.events if event.source == YOU]
        facts = (logged, book.asks, book.referrals, book.statements)
        return _digest(self._standing + msgspec.msgpack.encode(facts))


def has_place(store: Path) -> bool:
    """Whether a store is so large that parts of it are kept."""
    return store.stat().st_size >= SMALLEST


def place(store: Path) -> Path:
    """Return where the parts that were worked out of a store are."""
    return store.with_name(f"{store.name}.network")


def remove(store: Path) -> None:
    """Take away what was worked out of a store, what is just being written or was left so too."""
    remove_private(place(store))


def _head(data: bytes) -> tuple[bytes, bytes, bytes, int] | None:
    """Read what stands before a record, None at the end."""
    return _HEAD.unpack(data) if len(data) == _HEAD.size else None


def _called(name: str) -> bytes:
    """Return the name of a record as it is written."""
    return name.encode().ljust(16, b"\0")


def _digest(data: bytes) -> bytes:
    """Return a short checksum."""
    return blake2b(data, digest_size=16).digest()


def _sum(called: bytes, key: bytes, data: bytes) -> bytes:
    """Return the checksum of a record."""
    return blake2b(called + key + crc32(data).to_bytes(4, "big"), digest_size=32).digest()
