"""The lines of vCards and calendars: unfolded, cut into components, without what is heavy.

Photos, attachments and long texts are left out while they are read, before any parser sees them,
and so is every line that is not of the plain form ``GROUP.NAME;PARAMETER=VALUE:TEXT``.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from typing import BinaryIO, NamedTuple

LONGEST_LINE = 64 * 1024
LARGEST_UTF16 = 64 * 2**20
MOST_LINES = 5000
"""Lines of one component that are kept; a card or a meeting has some dozens."""

# Possessive, so that no line takes more than one pass: vobject 0.9.9 needs time exponential in
# the number of commas to refuse a line such as "A;B=,,,,,,,,".
_PLAIN = re.compile(
    rb"(?:[\w-]++\.)?+([\w-]++)"
    rb'(?:;[\w-]++(?:=(?:"[^"]*+"|[^";:,]*+)(?:,(?:"[^"]*+"|[^";:,]*+))*+)?+)*+:',
    re.ASCII,
)
_CHARSET = re.compile(rb";CHARSET=\"?([\w-]{1,40})", re.IGNORECASE)
_SOFT_BREAKS = re.compile(rb"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)


class Component(NamedTuple):
    """One component: the line of the file at which it begins, and its own content lines."""

    line: int
    lines: list[str]


def components(stream: BinaryIO, name: str, *, without: Collection[str]) -> Iterator[Component]:
    r"""Yield the components called ``name``; one that has no end ends where the next begins.

    Lines of the properties in ``without``, and of components inside, are left out.

    Examples
    --------
    >>> cards = b"BEGIN:VCARD\nFN:Ada\n  Love\nPHOTO:AAAA\n AAAA\nBEGIN:VCARD\nFN:Eve\nEND:VCARD"
    >>> list(components(io.BytesIO(cards), "VCARD", without={"PHOTO"}))
    [Component(line=1, lines=['FN:Ada Love']), Component(line=6, lines=['FN:Eve'])]
    """
    begin, end = f"BEGIN:{name}".encode(), f"END:{name}".encode()
    current: Component | None = None
    inside = b""
    for number, line in _unfolded(stream, {n.encode() for n in without}):
        marker = line[:40].strip().upper() if line[:1] in b"BbEe" else b""
        if marker == begin:
            if current:
                yield current
            current, inside = Component(number, []), b""
        elif current is None:
            continue
        elif marker == end:
            yield current
            current = None
        elif inside:
            inside = b"" if marker == inside else inside
        elif marker.startswith(b"BEGIN:"):
            inside = b"END:" + marker[6:]
        elif len(current.lines) < MOST_LINES and _PLAIN.match(line):
            current.lines.append(_text(line))
    if current:
        yield current


def _unfolded(stream: BinaryIO, without: Collection[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield whole lines with their number, leaving out the properties that are not wanted."""
    number, parts, size, quoted, soft = 1, [b""], 0, False, False
    for at, line in _lines(stream):
        if soft or line[:1] in (b" ", b"\t"):
            line = line if soft else line[1:]
        else:
            yield number, b"".join(parts)
            plain = _PLAIN.match(line)
            unwanted = plain is not None and plain[1].upper() in without
            number, parts, size = at, [], LONGEST_LINE if unwanted else 0
            quoted = _SOFT_BREAKS.match(line) is not None
        soft = quoted and line.endswith(b"=")
        if size < LONGEST_LINE:
            parts.append(line[:-1] if soft else line)
            size += len(line) + 1
    yield number, b"".join(parts)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file, none longer than `LONGEST_LINE`, with their numbers."""
    line = stream.readline(LONGEST_LINE)
    if line.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = (line + stream.read(LARGEST_UTF16)).decode("utf-16", "replace")
        stream = io.BytesIO(text.encode("utf-8", "replace"))
        line = stream.readline(LONGEST_LINE)
    line = line.removeprefix(b"\xef\xbb\xbf")
    number, whole = 1, True
    while line:
        if whole:
            yield number, line.rstrip(b"\r\n")
        whole = line.endswith(b"\n")
        number += whole
        line = stream.readline(LONGEST_LINE)


def _text(line: bytes) -> str:
    """Return a line as text: UTF-8, else what it says it is, else as old Windows wrote."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        pass
    said = _CHARSET.search(line)
    try:
        return line.decode(said[1].decode() if said else "cp1252", "replace")
    except (LookupError, ValueError):
        return line.decode("cp1252", "replace")
