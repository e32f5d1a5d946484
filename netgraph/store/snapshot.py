"""What was worked out of a store, kept in a private file beside it, so that it is not done again.

It holds the people and firms of `Store.ledger`, with what is long: ties, jobs, letters. It stands
for one stamp of the store (`netgraph.store.stamp`) and for one state of this program, and is not
believed unless its checksum is right. Whatever is wrong with it, the ledger is made anew and nobody
hears of it. It is in no backup, and `forget` takes it away.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final
from zlib import crc32

import msgspec

from netgraph.identity.told import Who
from netgraph.journal.texts import texts_of
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput
from netgraph.model.kinds import types_of
from netgraph.model.private_files import remove_private, write_private
from netgraph.model.records import Ledger
from netgraph.store.additions import (
    Addition,
    leading,
    read,
    with_people,
    with_texts,
    with_ties,
    written,
)
from netgraph.store.program import program_of

PARTS: Final = (
    "people",
    "organisations",
    "positions",
    "correspondence",
    "ties",
    "gatherings",
    "matches",
    "sources",
    "alias",
    "spelling",
)
"""The fields of a `Ledger` that are kept; the others are read anew from the store."""

TEXTS: Final = "texts"
"""The part that has what is searched of everybody (`netgraph.journal.texts`)."""

_MAGIC: Final = b"netgraph snapshot 4\n"
_DIGEST: Final = 32
_LENGTH: Final = 8
_BEGIN: Final = len(_MAGIC) + _DIGEST + _LENGTH
_CODE: Final = ("identity", "journal", "model", "store", "data")
"""Folders of the package that decide what is in a snapshot."""


class _Head(msgspec.Struct):
    """What stands before the parts: what they are of, and where each ends."""

    stamp: str
    program: str
    since: date
    who: Who
    ends: list[int]


class Snapshot(Record, frozen=True):
    """A snapshot that is whole; from the day ``since`` on it holds for every day."""

    stamp: str
    since: date
    who: Who
    digest: bytes
    parts: Mapping[str, memoryview]
    read: dict[str, Any]

    def part(self, name: str) -> Any:
        """Return one part, read when it is first asked for."""
        if name not in self.read:
            self.read[name] = self._made(name)
        return self.read[name]

    def _made(self, name: str) -> Any:
        """Return one part as it is read."""
        return _decoder(name).decode(self.parts[name])

    def ledger(self, told: Mapping[str, Any]) -> Ledger:
        """Return the ledger that has these parts, and what is told anew."""
        return KeptLedger.of_snapshot(self, told)

    def holds(self, as_of: date | None) -> bool:
        """Whether the parts are those of a day."""
        return as_of is None or as_of >= self.since


class LongerSnapshot(Snapshot, frozen=True):
    """A snapshot and what was written down since; what is not longer is the very same."""

    base: Snapshot
    added: tuple[Addition, ...]

    def _made(self, name: str) -> Any:
        """Return one part with what was added to it."""
        found = self.base.part(name)
        if name == "people":
            return with_people(found, self.added)
        if name == TEXTS:
            return with_texts(found, self.base.part("people"), self.added)
        return with_ties(found, self.who, self.added) if name == "ties" else found


class KeptLedger(Ledger):
    """A ledger whose long parts are read from a snapshot when they are first asked for."""

    __slots__ = ("_snapshot",)
    _snapshot: Snapshot

    @classmethod
    def of_snapshot(cls, snapshot: Snapshot, told: Mapping[str, Any]) -> KeptLedger:
        """Return the ledger of a snapshot and of what is read anew."""
        made = cls.__new__(cls)
        for name, value in {"_snapshot": snapshot, **told}.items():
            object.__setattr__(made, name, value)
        return made

    def texts(self) -> Sequence[tuple[str, str]] | None:
        """Return what is searched of everybody, unless this is a ledger made of a kept one."""
        kept: Snapshot | None = getattr(self, "_snapshot", None)
        return kept.part(TEXTS) if kept else None

    def __getattr__(self, name: str) -> Any:
        """Fetch a part; Python asks here for what was not set."""
        if name not in PARTS:
            raise AttributeError(name)
        value = self._snapshot.part(name)
        object.__setattr__(self, name, value)
        return value

    def __eq__(self, other: object) -> bool:
        """Whether another ledger holds the same, however it was made."""
        if not isinstance(other, Ledger):
            return NotImplemented
        return all(getattr(self, f) == getattr(other, f) for f in Ledger.__dataclass_fields__)

    __hash__ = None  # type: ignore[assignment]


def place(store: Path) -> Path:
    """Return where the snapshot of a store is."""
    return store.with_name(f"{store.name}.snapshot")


def load(store: Path, stamp: str) -> Snapshot | None:
    """Return the snapshot of a store with this stamp, None if there is none that is whole."""
    try:
        with place(store).open("rb") as file:
            head = file.read(_BEGIN)
            digest, length = head[len(_MAGIC) : -_LENGTH], int.from_bytes(head[-_LENGTH:], "big")
            base = _NEWEST.get(digest)
            if base is None:
                let_go()
                base = _read(head, file.read(min(length, os.fstat(file.fileno()).st_size)))
                if base is None:
                    return None
                _NEWEST[digest] = base
            file.seek(_BEGIN + length)
            return _longer(base, file.read(), stamp) if base.stamp != stamp else base
    except OSError:
        return None


def save(store: Path, stamp: str, since: date, ledger: Ledger, who: Who) -> None:
    """Keep the long parts of a ledger; a folder that cannot be written in keeps nothing."""
    values = {name: getattr(ledger, name) for name in PARTS} | {TEXTS: texts_of(ledger)}
    parts = [msgspec.msgpack.encode(value) for value in values.values()]
    ends = [sum(map(len, parts[: n + 1])) for n in range(len(parts))]
    head = msgspec.msgpack.encode(_Head(stamp, program_of(*_CODE), since, who, ends))
    body = [len(head).to_bytes(_LENGTH, "big"), head, *parts]
    checked = 0
    for piece in parts:
        checked = crc32(piece, checked)
    digest = _digest(head, checked)
    length = sum(map(len, body)).to_bytes(_LENGTH, "big")
    with suppress(InvalidInput):
        write_private(place(store), [_MAGIC, digest, length, *body])
        let_go()
        _NEWEST[digest] = Snapshot(stamp, since, who, digest, {}, values)


def append(store: Path, one: Addition) -> None:
    """Write behind a snapshot, if there is one, what was added to the store."""
    with suppress(OSError):
        file = os.open(place(store), os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        try:
            os.write(file, written(one))
        finally:
            os.close(file)


def let_go() -> None:
    """Keep nothing of what was read or written in mind."""
    _NEWEST.clear()


def remove(store: Path) -> None:
    """Take the snapshot of a store away, one that is just being written or was left so too."""
    let_go()
    remove_private(place(store))


_NEWEST: Final[dict[bytes, Snapshot]] = {}
"""What was read or written last, by its checksum; a program that goes on needs it again.

So what has not changed is the very same in one ledger after the other (`AsOf.after`).
"""


def _longer(base: Snapshot, behind: bytes, stamp: str) -> Snapshot | None:
    """Return a snapshot with what leads to a stamp, None if nothing does."""
    added = leading(read(behind), base.stamp, stamp)
    if not added:
        return None
    since = max((base.since, *(day for one in added for day in one.days())))
    return LongerSnapshot(stamp, since, base.who, base.digest, {}, {}, base, added)


def _digest(head: bytes | memoryview, checked: int) -> bytes:
    """Return the checksum of a snapshot: of what stands before the parts, and of theirs.

    It is to find damage, not forgery, so the parts have one that takes no time.
    """
    return blake2b(checked.to_bytes(4, "big") + bytes(head), digest_size=_DIGEST).digest()


def _read(start: bytes, data: bytes) -> Snapshot | None:
    """Read what stands in a file; None if it is not a whole one of this program."""
    body, digest = memoryview(data), start[len(_MAGIC) : -_LENGTH]
    if not start.startswith(_MAGIC):
        return None
    length = int.from_bytes(body[:_LENGTH], "big")
    said, rest = body[_LENGTH : _LENGTH + length], body[_LENGTH + length :]
    if _digest(said, crc32(rest)) != digest:
        return None
    try:
        head = msgspec.msgpack.decode(said, type=_Head)
    except msgspec.MsgspecError:
        return None
    if head.program != program_of(*_CODE) or len(head.ends) != len(PARTS) + 1:
        return None
    starts = [0, *head.ends]
    parts = {n: rest[a:b] for n, a, b in zip((*PARTS, TEXTS), starts, head.ends, strict=False)}
    return Snapshot(head.stamp, head.since, head.who, digest, parts, {})


@cache
def _decoder(name: str) -> msgspec.msgpack.Decoder[Any]:
    """Return what reads a part."""
    if name == TEXTS:
        return msgspec.msgpack.Decoder(tuple[tuple[str, str], ...])
    return msgspec.msgpack.Decoder(types_of(Ledger)[name])
