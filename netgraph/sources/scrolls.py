"""Texts that are too long to be held: read line by line, as often as need be."""

from __future__ import annotations

import io
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final

from netgraph.model.errors import UnreadableFile
from netgraph.sources.protocol import Document

HELD: Final = 32 * 2**20
"""Bytes up to which a text is held: what is longer is read from the file again and again."""

LONGEST: Final = 2**31
"""Bytes of the longest text that is read."""

_PIECE: Final = 2**20


@dataclass(frozen=True, slots=True)
class Scroll:
    """A long text: how many lines it has, and a way to go through them."""

    length: int
    lines: Callable[[], Iterator[str]]

    def below(self, line: int) -> Scroll:
        """Return what stands under a line."""
        return Scroll(self.length - line, lambda: islice(self.lines(), line, None))


def scroll_of(document: Document) -> Scroll | None:
    """Return how to read a long document; None for one that is short, or not plain UTF-8.

    Raises
    ------
    UnreadableFile
        If it is longer than any such file.
    """
    if document.size > LONGEST:
        raise UnreadableFile(f"larger than {LONGEST // 2**20:,} MB, and so is no file we know")
    if document.size <= HELD:
        return None
    length = _length(document)
    return None if length is None else Scroll(length, partial(_lines, document))


def _length(document: Document) -> int | None:
    """Return how many lines a document has, None if it is not plain UTF-8."""
    decoder = getincrementaldecoder("utf-8")()
    count = 0
    with closing(document.open()) as stream:
        try:
            while piece := stream.read(_PIECE):
                if b"\0" in piece:
                    return None
                decoder.decode(piece)
                count += piece.count(b"\n")
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return None
    return count


def _lines(document: Document) -> Iterator[str]:
    """Yield the lines of a document."""
    with io.TextIOWrapper(document.open(), encoding="utf-8-sig", newline="") as text:
        yield from text
