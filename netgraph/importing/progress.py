"""How far reading files has come: file by file, by the bytes that were read, for a bar."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import BinaryIO, cast

from netgraph.sources import Document, Reading
from netgraph.sources.tables import TELL

READING = "reading"
JOINING = "finding out who is one person"
WRITING = "writing it down"


@dataclass(slots=True)
class Progress:
    """What is done now, ``files`` with the rows of those that were read, and the ``share`` of all.

    ``now`` is the file that is read, ``part`` how much of its table has been, in [0, 1].

    It is written by whoever reads and looked at by whoever waits.

    >>> progress = Progress()
    >>> progress.share
    0.0
    """

    stage: str = READING
    now: str = ""
    part: float = 0.0
    files: dict[str, int] = field(default_factory=dict)
    total: int = 0
    done: int = 0
    _counted: set[str] = field(default_factory=set)

    @property
    def share(self) -> float:
        """How much of the bytes has been read, in [0, 1]."""
        return min(self.done / self.total, 1.0) if self.total else 0.0

    def watched(self, found: Iterable[Document | Reading]) -> list[Document | Reading]:
        """Return documents that tell of every byte that is read of them for the first time."""
        documents = list(found)
        self.total = sum(d.size for d in documents if isinstance(d, Document))
        return [self._watched(d) if isinstance(d, Document) else d for d in documents]

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear of every table that is read in the block how far that is."""
        before = TELL.set(self._at)
        try:
            yield
        finally:
            TELL.reset(before)

    def _at(self, path: str, part: float) -> None:
        """Take down how much of a table was read."""
        self.now, self.part = path, part

    def read(self, reading: Reading) -> None:
        """Take down that a file was read."""
        if reading.path:
            self.files[reading.path] = reading.rows

    def _watched(self, document: Document) -> Document:
        """Return a document that tells."""

        def opened() -> BinaryIO:
            self.now = document.path
            again = document.path in self._counted
            self._counted.add(document.path)
            stream = document.open()
            return stream if again else cast(BinaryIO, io.BufferedReader(_Told(stream, self)))

        return replace(document, open=opened)


class _Told(io.RawIOBase):
    """A stream that adds what is read of it to a progress."""

    def __init__(self, stream: BinaryIO, progress: Progress) -> None:
        self._stream, self._progress = stream, progress

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say whether one can go to another place in it."""
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to another place."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._stream.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read, and tell."""
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        self._progress.done += len(piece)
        return len(piece)

    def close(self) -> None:
        """Close what is read."""
        self._stream.close()
        super().close()
