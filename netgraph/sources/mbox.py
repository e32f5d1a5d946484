"""The heads of the mails in an mbox, of every program, read piece by piece.

A mail begins with a line such as ``From ana@example.org Mon Jan  5 10:00:00 2026``, but programs
write other lines as well, and such a line may stand in a mail: in a patch, in a mailbox that was
attached. The standard library's `mailbox` takes every line with "From " for a mail, and a file of
some gigabytes is more than it should hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

CHUNK: Final = 1 << 20
LONGEST_HEAD: Final = 1 << 16
AHEAD: Final = 1 << 18
"""Bytes behind a line with "From " in which the end of the mail around it is looked for."""
MOST_UNENDED: Final = 50
"""Mails that have no end of their own after which none is looked for any more."""

_BREAK = b"\nFrom "
_DATED = re.compile(
    rb"From [^\n]{0,200}?(?:\d\d?:\d\d[^\n]{0,40}?\d{4}|\d{4}[^\n]{0,40}?\d\d?:\d\d"
    rb"|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [^\n]{0,40}?\d\d?:\d\d)[^\n]{0,60}\n"
)
_BARE = re.compile(rb"From (?:[^\s@]{1,200}@[^\s@]{1,200}|-|MAILER-DAEMON|nobody)?[ \t]*\r?\n")
_PATCH = re.compile(rb"From [0-9a-f]{7,64} Mon Sep 17 00:00:00 2001")
_HEADER = re.compile(rb"(?:>From [^\n]*\n)*[!-9;-~]{1,100}:(?=[ \t\r\n\w<\"=])")
_OF_MAIL = re.compile(
    rb"^(?:From|To|Cc|Date|Subject|Message-ID|Received|Return-Path|Delivered-To|X-[\w-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_BLANK = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^Content-Length:\s*(\d{1,9})\s*$", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(
    rb"^Content-Type:\s*multipart/[^\n]*(?:\n[ \t][^\n]*)*?boundary\s*=\s*"
    rb"(?:\"([^\"\n]{1,200})\"|([^\s;\"]{1,200}))",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT = re.compile(rb"(?:\r?\n){0,3}From ")


class Head(NamedTuple):
    """The head of one mail: the line of the file at which it begins, its separator, its headers."""

    line: int
    separator: bytes
    headers: bytes


def begins_mbox(head: bytes) -> bool:
    r"""Whether a file that begins with these bytes, blank lines left out, is an mbox.

    >>> begins_mbox(b"From \nFrom: Ana <ana@example.org>\n"), begins_mbox(b"From me to you\nHello\n")
    (True, False)
    """  # noqa: E501
    return _separator(head, 0, bare=True) > 0


def _is_whole(data: bytes, begin: int) -> bool:
    """Whether two headers of mail follow, as must behind a separator with no blank line before."""
    end = end_of_head(data, begin - 1, begin + LONGEST_HEAD)
    return len(_OF_MAIL.findall(data, begin, end)) > 1


def _separator(data: bytes, at: int, *, bare: bool) -> int:
    """Return where the headers begin behind the separator that stands there, 0 if none does."""
    found = _DATED.match(data, at) or (_BARE.match(data, at) if bare else None)
    return found.end() if found and _HEADER.match(data, found.end()) else 0


def heads(stream: BinaryIO) -> Iterator[Head]:
    r"""Yield the head of each mail; memory holds a chunk or two, whatever the size of the file.

    >>> import io
    >>> text = b"From a@x.org Mon Jan  5 10:00:00 2026\nFrom: a@x.org\n\nHi\n\nFrom \nTo: b@x.org\n"
    >>> [(h.line, h.headers) for h in heads(io.BytesIO(text))]
    [(1, b'From: a@x.org'), (6, b'To: b@x.org\n')]
    """
    box = _Box(stream)
    while (at := box.next_break()) >= 0:
        if box.is_inside(at):
            continue
        spaced = box.data.endswith((b"\n", b"\n\r"), 0, at)
        begin = _separator(box.data, at + 1, bare=spaced or box.is_bare)
        if not begin or not (spaced or _is_whole(box.data, begin)) or box.is_patch(at + 1):
            continue
        end = end_of_head(box.data, begin - 1, begin + LONGEST_HEAD)
        headers = box.data[begin:end]
        yield Head(box.line, box.data[at + 1 : begin], headers)
        box.enter(headers, end)


def end_of_head(data: bytes, start: int, end: int) -> int:
    """Return where headers end: at the first line that is empty, at the latest at ``end``."""
    plain = data.find(b"\n\n", start, end)
    windows = data.find(b"\n\r\n", start, plain if plain >= 0 else end)
    return next((at for at in (windows, plain) if at >= 0), min(end, len(data)))


class _Box:
    """A window on an mbox that moves on, and what is known of the mail in it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        first = stream.read(CHUNK)
        text = first.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t ")
        self.line = first.count(b"\n", 0, len(first) - len(text)) - 1
        self.data = b"\n\n" + text
        self._more = bool(first)
        self._start = 0
        self._boundary = b""
        self._unended = 0
        self.is_bare = _BARE.match(text) is not None
        self._patches = _PATCH.match(text) is not None

    def next_break(self) -> int:
        """Return where the next line with "From " begins, with enough behind it; -1 at the end."""
        while True:
            at = self.data.find(_BREAK, self._start)
            if self._more and (at < 0 or len(self.data) - at < AHEAD):
                self._read_on(at)
                continue
            if at >= 0:
                self._close(at + 1)
                self.line += self.data.count(b"\n", self._start, at + 1)
                self._start = at + 1
            return at

    def _read_on(self, at: int) -> None:
        """Read another chunk, and let go of what is done with."""
        keep = max(len(self.data) - 300, self._start) if at < 0 else max(at - 2, self._start)
        self._close(len(self.data) if at < 0 else at + 1)
        self.line += self.data.count(b"\n", self._start, keep)
        chunk = self._stream.read(CHUNK)
        self.data, self._start, self._more = self.data[keep:] + chunk, 0, bool(chunk)

    def _close(self, end: int) -> None:
        """Notice the end of a mail of several parts before there."""
        if self._boundary and self.data.find(b"\n--%b--" % self._boundary, self._start, end) >= 0:
            self._boundary = b""

    def is_inside(self, at: int) -> bool:
        """Whether a line with "From " stands in a mail whose parts go on behind it."""
        if not self._boundary or self._unended > MOST_UNENDED:
            return False
        if self.data.find(b"\n--" + self._boundary, at, at + AHEAD) >= 0:
            return True
        self._unended += 1
        self._boundary = b""
        return False

    def is_patch(self, at: int) -> bool:
        """Whether a line that looks like a separator begins a patch, in a file of mails."""
        return not self._patches and _PATCH.match(self.data, at) is not None

    def enter(self, headers: bytes, end: int) -> None:
        """Go into the mail with these headers, which end there."""
        parts = b"oundary" in headers or b"BOUNDARY" in headers
        found = _BOUNDARY.search(headers) if parts else None
        self._boundary = (found[1] or found[2] or b"") if found else b""
        length = _LENGTH.search(headers) if b"-Length" in headers else None
        blank = _BLANK.match(self.data, end)
        if length and blank:
            end = blank.end() + int(length[1])
            rest = self.data[end : end + 10].strip()
            if end <= len(self.data) and (_NEXT.match(self.data, end) or not (self._more or rest)):
                skipped = max(end - 3, self._start)
                self.line += self.data.count(b"\n", self._start, skipped)
                self._start, self._boundary = skipped, b""
