"""The content lines of vCards and calendars: unfolded, decoded, cut into components.

Only the properties that are wanted are kept: photos, attachments and long texts are let go while
they are read. A line that is not of the form ``GROUP.NAME;PARAMETER=VALUE:TEXT`` is left out.

No library's reader serves both formats: icalendar's keeps one of two parameters of one name
(``TYPE=HOME;TYPE=FAX``) and refuses those without one (``TEL;HOME:``); vobject's needs time
exponential in the number of commas to refuse ``A;B=,,,,,,,,``.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from quopri import decodestring
from typing import BinaryIO, Final, NamedTuple

LONGEST_LINE: Final = 64 * 1024
MOST_LINES: Final = 5000
"""Lines of one component that are kept; a card or a meeting has some dozens."""
DEEPEST: Final = 20
"""Components inside one another that are told apart; a calendar has three."""

# Possessive, so that no line takes more than one pass.
_PLAIN = re.compile(
    rb"\s*+(?:([\w-]++)\.)?+([\w-]++)[ \t]*+"
    rb'((?:;\s*+[\w-]*+(?:=(?:"[^"]*+"|[^";:,]*+)(?:,(?:"[^"]*+"|[^";:,]*+))*+)?+)*+):',
    re.ASCII,
)
_NAMED = re.compile(rb"\s*+(?:([\w-]++)\.)?+([\w-]++)(?=[ \t]*+;)", re.ASCII)
_PARAMETER = re.compile(r';\s*([\w-]*)(=?)((?:"[^"]*+"|[^";:]++)*)', re.ASCII)
_ITEM = re.compile(r'"([^"]*)"|([^",]+)')
_CODED = re.compile(rb";(?:ENCODING=)?\"?(QUOTED-PRINTABLE|BASE64|B)\"?(?=[;:,])", re.IGNORECASE)
_CHARSET = re.compile(rb";CHARSET=\"?([\w-]{1,40})", re.IGNORECASE)
AGENT: Final = "AGENT"
"""A card within a card, of vCard 2.1: whoever answers for somebody."""
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT[^:\n]*:\s*", re.IGNORECASE)
_MARKER = re.compile(rb"\s*(BEGIN|END)\s*:\s*([\w-]{1,40})\s*$", re.IGNORECASE)


class Property(NamedTuple):
    """One property: its group and name and those of its parameters in capitals, its text.

    The text is decoded; its backslashes are as written. A parameter without a name, as vCard 2.1
    has them, is a type.
    """

    name: str
    params: Mapping[str, Sequence[str]]
    value: str
    group: str = ""


class Component(NamedTuple):
    """One component: the line at which it begins, its name, its properties, those around it.

    ``around`` are the properties of the component in which it stands, whole when all is read.
    """

    line: int
    name: str
    properties: list[Property]
    around: list[Property]

    def all(self, name: str) -> list[Property]:
        """Return the properties of one name."""
        return [found for found in self.properties if found.name == name]


def components(
    stream: BinaryIO, names: Collection[str], *, wanted: Collection[str]
) -> Iterator[Component]:
    r"""Yield the components of these names, with the wanted of their properties.

    One that has no end ends where the next of its name begins, or with the file.

    Examples
    --------
    >>> import io
    >>> cards = b"BEGIN:VCARD\nFN:Ada\n  Love\nPHOTO:AAAA\n AAAA\nBEGIN:VCARD\nFN:Eve\nEND:VCARD"
    >>> for card in components(io.BytesIO(cards), {"VCARD"}, wanted={"FN"}):
    ...     print(card.line, [(p.name, p.value) for p in card.properties])
    1 [('FN', 'Ada Love')]
    6 [('FN', 'Eve')]
    """
    outside: list[Property] = []
    stack: list[Component] = []
    named = {b"BEGIN", b"END", b"AGENT", *(name.encode() for name in wanted)}
    is_agent = False
    for number, line in _unfolded(stream, named):
        is_inner, is_agent = is_agent, bool(stack) and _AGENT.fullmatch(line) is not None
        if line[:1] in b"BbEe \t" and (marker := _MARKER.match(line)):
            name, begins = marker[2].decode().upper(), marker[1].upper() == b"BEGIN"
            if stack and stack[-1].name == AGENT and not begins:
                stack.pop()
                continue
            if not is_inner and any(open_.name == name for open_ in stack):
                yield from _closed(stack, name, names)
            if begins and len(stack) < DEEPEST:
                around = stack[-1].properties if stack else outside
                stack.append(Component(number, AGENT if is_inner else name, [], around))
        elif is_agent or not stack or len(stack[-1].properties) >= MOST_LINES:
            continue
        elif found := property_of(line):
            stack[-1].properties.append(found)
    while stack:
        yield from _closed(stack, stack[-1].name, names)


def _closed(stack: list[Component], name: str, names: Collection[str]) -> Iterator[Component]:
    """Close components down to the innermost of a name; yield those that are asked for."""
    while stack:
        component = stack.pop()
        if component.name in names:
            yield component
        if component.name == name:
            return


def property_of(line: bytes) -> Property | None:
    """Return what an unfolded line says, None if it is not of the plain form.

    >>> found = property_of(b"item1.TEL;HOME;type=pref,FAX:+44 20 7946 0018")
    >>> found.name, found.params, found.value, found.group
    ('TEL', {'TYPE': ['HOME', 'pref', 'FAX']}, '+44 20 7946 0018', 'ITEM1')
    >>> property_of(b"FN;ENCODING=B:QW5hIFNpbHZh").value
    'Ana Silva'
    """
    plain = _PLAIN.match(line)
    if plain is None:
        return None
    params: dict[str, list[str]] = {}
    for name, equals, values in _PARAMETER.findall(_text(plain[3], line)):
        key, rest = (name.upper(), values) if equals else ("TYPE", name)
        items = [quoted or bare.strip() for quoted, bare in _ITEM.findall(rest)]
        params.setdefault(key, []).extend(item for item in items if item)
    value = _value(line[plain.end() :], _coding(plain[3]), line)
    group = (plain[1] or b"").decode().upper()
    return Property(plain[2].decode().upper(), params, value, group)


def _coding(params: bytes) -> str:
    """Return in which code the text of a property with these parameters is written, if in any."""
    found = _CODED.search(params + b":")
    return found[1].decode().upper() if found else ""


def _value(data: bytes, coding: str, line: bytes) -> str:
    """Return a property's text, decoded."""
    if coding == "QUOTED-PRINTABLE":
        return _text(decodestring(data), line)
    if coding:
        with suppress(binascii.Error, ValueError):
            return _text(binascii.a2b_base64(data), line)
    return _text(data, line)


def _text(data: bytes, line: bytes) -> str:
    """Return bytes of a line as text: UTF-8, else what it says it is, else as old Windows wrote."""
    said = _CHARSET.search(line)
    charset = said[1].decode() if said else ""
    for encoding in ("utf-8", charset or "cp1252"):
        if charset.lower().startswith(("utf-16", "utf-7", "iso-2022", "hz")):
            encoding = charset  # its bytes may be UTF-8, and something else
        with suppress(LookupError, ValueError):
            return data.decode(encoding)
    return data.decode("cp1252", "replace")


def _unfolded(stream: BinaryIO, wanted: Collection[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield whole lines with their number: markers, and the properties that are wanted."""
    number, parts, size, coding, soft = 1, [b""], 0, "", False
    for at, line in _lines(stream):
        soft = soft and not _MARKER.match(line)
        plain = None if soft or line[:1] in (b" ", b"\t") else _PLAIN.match(line)
        if soft or line[:1] in (b" ", b"\t"):
            line = line if soft else line[1:]
        elif not (coding.startswith("B") and line and not plain):  # base64 goes on till the next
            yield number, _joined(parts, coding)
            named = plain or _NAMED.match(line)  # its colon may stand in the next line
            keep = named is not None and named[2].upper() in wanted
            number, parts, size = at, [], 0 if keep else LONGEST_LINE
            coding = _coding(plain[3]) if plain else ""
        if size < LONGEST_LINE:
            parts.append(line)
            size += len(line) + 1
        soft = coding == "QUOTED-PRINTABLE" and line.endswith(b"=")
    yield number, _joined(parts, coding)


def _joined(parts: Sequence[bytes], coding: str) -> bytes:
    """Return the parts of a line as one.

    Quoted-printable text goes on after an equals sign; some programs indent the next line as well,
    as for any other text, and then indent every one.
    """
    if coding != "QUOTED-PRINTABLE" or len(parts) < 2:
        return b"".join(parts)
    first, *rest = parts
    if all(part[:1] in (b" ", b"\t") for part in rest):
        rest = [part[1:] for part in rest]
    *before, last = (first, *rest)
    return b"".join(part.removesuffix(b"=") for part in before) + last.removesuffix(b"=")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file, none longer than `LONGEST_LINE`, with their numbers."""
    line = stream.readline(LONGEST_LINE)
    line = line.removeprefix(b"\xef\xbb\xbf")
    number, whole = 1, True
    while line:
        if whole:
            yield number, line.rstrip(b"\r\n")
        whole = line.endswith(b"\n")
        number += whole
        line = stream.readline(LONGEST_LINE)
