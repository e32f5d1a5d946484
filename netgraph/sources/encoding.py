"""Bytes into text: what a file is by its first bytes, and in which encoding it is written."""

from __future__ import annotations

import io
import re
from codecs import getincrementaldecoder
from contextlib import closing
from functools import lru_cache
from typing import BinaryIO, Final, cast

from charset_normalizer import from_bytes

from netgraph.model.errors import UnreadableFile
from netgraph.sources.protocol import Document

LARGEST = 256 * 2**20
LATIN = ("cp1252", "mac_roman", "cp1250", "cp1254")
NOT_LATIN = ["cp1251", "cp1253"]
EASTERN = {
    "cp932": "cp932",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "big5": "cp950",
    "euc_kr": "cp949",
}
"""Code pages of two bytes a letter, as they are told apart -> as Windows writes them."""
ENOUGH = 2**16
"""Bytes that are looked at to tell the code page."""
_FOREIGN_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")

_SELDOM_ALONE = {
    "cp1252": ("ýþðÝÞÐ", "æáíúéóÆÁÍÚÉÓ"),  # Icelandic, or else Turkish
    "cp1250": ("ţđŢĐ", "ăşčćžšřČŠŽ"),  # Romanian and Croatian, or else Turkish
}
"""Letters of a code page -> others that stand in the same text, or it is another page."""

SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "an Excel workbook or another Office file: open it and save it as CSV"),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Excel or Outlook file: open it there and save it as CSV or .xlsx",
    ),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive: unpack it first"),
    (b"Rar!", "a RAR archive: unpack it first"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)


PAIRS: Final = 8
"""Bytes by which letters of two bytes each are known if no mark says it."""


def load(document: Document) -> str:
    """Return the text of a document.

    Raises
    ------
    UnreadableFile
        If it cannot be read, is not text, or is larger than any such file.
    """
    if document.size > LARGEST:
        raise UnreadableFile(f"larger than {LARGEST // 2**20} MB, and so is no file we know")
    with closing(document.open()) as stream:
        data = stream.read(LARGEST + 1)
    return decode(data)


class _Plain(io.RawIOBase):
    """A file as UTF-8 with the line ends of today: of old Macs, or in UTF-16."""

    def __init__(self, stream: BinaryIO, encoding: str, shown: str) -> None:
        decoder = getincrementaldecoder(encoding)("replace")
        self._stream, self._shown, self._rest = stream, shown, b""
        self._decoder = io.IncrementalNewlineDecoder(decoder, translate=True)

    def readable(self) -> bool:
        """Whether it can be read: it can."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, as far as there is something."""
        more = True
        while not self._rest and more:
            more = bool(data := self._stream.read(len(buffer)))
            self._rest = self._decoder.decode(data, final=not more).encode(self._shown, "replace")
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size

    def close(self) -> None:
        """Close the file as well."""
        self._stream.close()
        super().close()


def opened(document: Document) -> BinaryIO:
    """Open a document to be read line by line, whatever its lines end with, UTF-16 as UTF-8.

    >>> from netgraph.sources.protocol import Document
    >>> old = b"BEGIN:VCARD\\rFN:Ana"
    >>> opened(Document("a", "a", "a", len(old), old, lambda: io.BytesIO(old))).readline()
    b'BEGIN:VCARD\\n'
    """
    encoding = _wide(document.head)
    alone = b"\r" in document.head and b"\n" not in document.head
    if not encoding and not alone:
        return document.open()
    codecs = (encoding, "utf-8") if encoding else ("latin-1", "latin-1")
    return cast(BinaryIO, io.BufferedReader(_Plain(document.open(), *codecs)))


def beginning(document: Document) -> bytes:
    """Return the first bytes of a document as `opened` gives them, without mark and blank lines."""
    head = document.head
    if encoding := _wide(head):
        head = head.decode(encoding, "ignore").encode("utf-8", "ignore")
    elif b"\n" not in head:
        head = head.replace(b"\r", b"\n")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t ")


def _wide(head: bytes) -> str:
    """Return the encoding of two bytes a letter in which a file is, if it is in one."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for encoding, letters, marks in (("utf-16-le", 0, 1), ("utf-16-be", 1, 0)):  # without a mark
        if not any(head[marks:PAIRS:2]) and all(32 <= c < 127 for c in head[letters:PAIRS:2]):
            return encoding if len(head) >= PAIRS else ""
    return ""


def decode(data: bytes) -> str:
    r"""Return bytes as text: UTF-8, UTF-16 by its mark, or an older code page by its letters.

    >>> decode("Zoë".encode("cp1252")), decode("Zoë".encode("utf-16"))
    ('Zoë', 'Zoë')

    Raises
    ------
    UnreadableFile
        If the bytes are no text.
    """
    if wide := _wide(data[:PAIRS]):
        return _without_nul(data.decode(wide, "replace"))
    try:
        return _without_nul(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8-sig", "replace")
    lost = text.count("\ufffd")
    if sum(c > "\x7f" for c in text) > 10 * lost:  # UTF-8, damaged in a few places
        return _without_nul(text)
    return _without_nul(_legacy(data))


def _legacy(data: bytes) -> str:
    """Decode what is not UTF-8 by the code page in which its foreign letters make words.

    Names are too short for statistics of language, but not for this: a capital after a small
    letter or a sign inside a word ("Jos\u017d") is what a wrong code page makes.
    """
    words = _FOREIGN_WORD.findall(data)[:5000]
    throughout = sum(not any(byte < 128 for byte in word) for word in words if len(word) > 2)
    foreign = sum(byte > 127 for word in words for byte in word)
    eastern = 2 * foreign > sum(map(len, words)) and _eastern(data[:ENOUGH])
    if eastern:
        page = eastern
    elif 2 * throughout > len(words):
        page = _one_byte(words)
    else:
        page = min(LATIN, key=lambda page: _misfit(b" ".join(words).decode(page, "replace"), page))
    return data.decode(page, "replace")


def _one_byte(words: list[bytes]) -> str:
    """Return the code page of one byte a letter in which words are written in other letters."""
    best = from_bytes(b" ".join(words), cp_isolation=NOT_LATIN).best()
    return best.encoding if best else "cp1251"


def _eastern(data: bytes) -> str:
    """Return the code page of Chinese, Japanese or Korean text, empty for other text."""
    whole = data[: data.rfind(b"\n") + 1] or data
    best = from_bytes(whole, cp_isolation=[*EASTERN, *NOT_LATIN]).best()
    return EASTERN.get(best.encoding, "") if best else ""


def _misfit(text: str, page: str) -> int:
    """Count what does not belong into words; West and East of Europe seldom meet in one file."""
    around = zip(f" {text}", text, f"{text} "[1:], strict=False)
    odd = sum(
        not here.isascii() and not _fits(before, here, after) for before, here, after in around
    )
    if page in ("cp1252", "cp1254"):
        odd += min(sum(map(text.count, "šžŠŽ")), sum(map(text.count, "øìùè")))
    stray, beside = _SELDOM_ALONE.get(page, ("", ""))
    return odd + (0 if set(beside) & set(text) else sum(map(text.count, stray)))


def _fits(before: str, here: str, after: str) -> bool:
    """Whether a foreign letter or sign can stand between these two."""
    if here.isalpha():
        return here not in "πΩµƒªº" and not (here.isupper() and before.islower())
    if here == "’":
        return after.isupper() or after in "s "
    return here in "‘“„«" if after.isalpha() else here in "’”“–—…€•·®™©°»£"


def _without_nul(text: str) -> str:
    """Return the text if it is one."""
    at = text.find("\0")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        raise UnreadableFile(
            f"not a text file, or damaged: it has NUL bytes (first in line {line})"
        )
    return text


def what_it_is(head: bytes) -> str:
    """Say what a file is that begins with these bytes, or nothing if it may be text."""
    if not head:
        return "empty"
    for signature, name in SIGNATURES:
        if head.startswith(signature):
            return name
    if b"\0" in head and not _wide(head):
        return "not a text file (it has NUL bytes)"
    return ""


@lru_cache(maxsize=64)
def first_lines(head: bytes) -> str:
    """Return the beginning of a file as text, empty if it is not text."""
    if what_it_is(head):
        return ""
    if wide := _wide(head):
        return head.decode(wide, "ignore")
    whole = head[: head.rfind(b"\n") + 1] or head  # a letter may be cut in two
    try:
        return decode(whole)
    except UnreadableFile:
        return head.decode("utf-8-sig", "replace")
