"""What was worked out of a store, kept in a private file beside it, so that it is not done again.

It holds the people and firms of `Store.ledger`, with what is long: ties, jobs, letters. It stands
for one stamp of the store (`netgraph.store.stamp`) and for one state of this program, and is not
believed unless its checksum is right. Whatever is wrong with it, the ledger is made anew and nobody
hears of it. It is in no backup, and `forget` takes it away.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, get_type_hints

import msgspec

from netgraph.identity.told import Who
from netgraph.model.errors import InvalidInput
from netgraph.model.private_files import write_private
from netgraph.model.records import Ledger

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

_MAGIC: Final = b"netgraph snapshot 1\n"
_DIGEST: Final = 32
_LENGTH: Final = 8
_CODE: Final = ("identity", "model", "store", "data")
"""Folders of the package that decide what is in a snapshot."""


class _Head(msgspec.Struct):
    """What stands before the parts: what they are of, and where each ends."""

    stamp: str
    program: str
    since: date
    who: Who
    ends: list[int]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot that is whole; from the day ``since`` on it holds for every day."""

    stamp: str
    since: date
    who: Who
    parts: Mapping[str, memoryview]
    read: dict[str, Any]

    def part(self, name: str) -> Any:
        """Return one part, read when it is first asked for."""
        if name not in self.read:
            self.read[name] = _decoder(name).decode(self.parts[name])
        return self.read[name]

    def ledger(self, told: Mapping[str, Any]) -> Ledger:
        """Return the ledger that has these parts, and what is told anew."""
        return KeptLedger.of_snapshot(self, told)

    def holds(self, as_of: date | None) -> bool:
        """Whether the parts are those of a day."""
        return as_of is None or as_of >= self.since


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
    path = place(store)
    try:
        state = _state(path)
        if path not in _NEWEST or _NEWEST[path][0] != state:
            _NEWEST.clear()
            _NEWEST[path] = state, _read(path)
    except OSError:
        return None
    found = _NEWEST[path][1]
    return found if found and found.stamp == stamp else None


def save(store: Path, stamp: str, since: date, ledger: Ledger, who: Who) -> None:
    """Keep the long parts of a ledger; a folder that cannot be written in keeps nothing."""
    parts = [msgspec.msgpack.encode(getattr(ledger, name)) for name in PARTS]
    ends = [sum(map(len, parts[: n + 1])) for n in range(len(parts))]
    head = msgspec.msgpack.encode(_Head(stamp, _program(), since, who, ends))
    body = [len(head).to_bytes(_LENGTH, "big"), head, *parts]
    digest = blake2b(digest_size=_DIGEST)
    for piece in body:
        digest.update(piece)
    path = place(store)
    with suppress(InvalidInput, OSError):
        write_private(path, [_MAGIC, digest.digest(), *body])
        values = {name: getattr(ledger, name) for name in PARTS}
        _NEWEST.clear()
        _NEWEST[path] = _state(path), Snapshot(stamp, since, who, {}, values)


def remove(store: Path) -> None:
    """Take the snapshot of a store away, one that is just being written or was left so too."""
    kept = place(store)
    for path in (kept, *kept.parent.glob(f".{glob.escape(kept.name)}.*")):
        path.unlink(missing_ok=True)


_NEWEST: Final[dict[Path, tuple[tuple[int, ...], Snapshot | None]]] = {}
"""What was read or written last, and the state of its file; a program that goes on needs it again.

So what has not changed is the very same in one ledger after the other (`AsOf.after`).
"""


def _state(path: Path) -> tuple[int, ...]:
    """Return numbers that differ when a file was written again."""
    stat = path.stat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _read(path: Path) -> Snapshot | None:
    """Read a file; None if it is not a whole one of this program."""
    data = memoryview(path.read_bytes())
    start = len(_MAGIC) + _DIGEST
    body = data[start:]
    if bytes(data[: len(_MAGIC)]) != _MAGIC or len(body) < _LENGTH:
        return None
    if blake2b(body, digest_size=_DIGEST).digest() != bytes(data[len(_MAGIC) : start]):
        return None
    length = int.from_bytes(body[:_LENGTH], "big")
    try:
        head = msgspec.msgpack.decode(body[_LENGTH : _LENGTH + length], type=_Head)
    except msgspec.MsgspecError:
        return None
    if head.program != _program() or len(head.ends) != len(PARTS):
        return None
    rest = body[_LENGTH + length :]
    starts = [0, *head.ends]
    parts = {n: rest[a:b] for n, a, b in zip(PARTS, starts, head.ends, strict=False)}
    return Snapshot(head.stamp, head.since, head.who, parts, {})


@cache
def _decoder(name: str) -> msgspec.msgpack.Decoder[Any]:
    """Return what reads a part."""
    return msgspec.msgpack.Decoder(get_type_hints(Ledger)[name])


@cache
def _program() -> str:
    """Return what says which code would make the snapshot: another program makes its own."""
    here = Path(__file__).parents[1]
    said = [sys.version, msgspec.__version__]
    for folder in _CODE:
        for entry in sorted(os.scandir(here / folder), key=lambda entry: entry.name):
            if entry.is_file():
                stat = entry.stat()
                said.append(f"{folder}/{entry.name} {stat.st_size} {stat.st_mtime_ns}")
    return blake2b("\n".join(said).encode(), digest_size=16).hexdigest()
