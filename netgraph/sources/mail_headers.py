"""The headers of a mail as the world writes them: bytes of any charset, addresses, names, days.

The standard library's `email` takes headers to be ASCII: of raw UTF-8 or Latin-1 it keeps no
letter, and what it makes of ``Ben Oak, PhD <ben@example.org>`` differs from version to version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parsedate_tz
from functools import lru_cache
from typing import Final

from netgraph.identity.names import RANKS, parse
from netgraph.model.errors import UnreadableFile
from netgraph.sources.addressbook import email_addresses
from netgraph.sources.dates import partial
from netgraph.sources.encoding import decode

SHORT: Final = 300
"""Letters of a header up to which it is remembered: the same people write again and again."""
LONGEST: Final = 1 << 16
FIRST_MAIL: Final = date(1971, 1, 1)
"""A day before it is that of a clock that was not set."""

_HEADER = re.compile(rb"^([!-9;-~]{1,100}):[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)", re.MULTILINE)
_FOLD = re.compile(rb"\r?\n[ \t]+")
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE)
_WORD = r"=\?[^?\s]{1,60}\?[BbQq]\?[^?]*+\?="
_LANGUAGE = re.compile(r"(=\?[\w.:-]+)\*[\w-]*(?=\?)")
_BETWEEN_WORDS = re.compile(r"(\?=)(?==\?)")
_TOKEN = re.compile(
    rf'(?P<word>{_WORD})|"(?P<quoted>(?:[^"\\]|\\.)*+)"|\((?P<comment>(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+)\)'
    r"|<+(?P<angle>[^<>]*+)>+|(?P<end>[,;，；])|(?P<text>[^\",;<>()，；=]++|.)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_GROUP = re.compile(r"^[^@<]*?:\s*(?!$)")
_DATED = re.compile(r"^\s*(?:[^\W\d_]+\.?,?\s+)?(\d.*?)(?:\s+\(?[+-]\d{4}.*|\s+\(?[A-Z]{2,5}\)?)?$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_BEHIND = re.compile(r"^From .*?((?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|(?<=\s)\d{1,4}[-. /]).*)")
_WIDER: Final = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
}
"""Charsets with those that hold them: what is written as the first is often the second."""


def headers_of(head: bytes, wanted: frozenset[bytes]) -> dict[str, list[str]]:
    r"""Return the wanted headers by name, in lower case, unfolded and as text.

    >>> headers_of(b"From: Zo\xeb <z@x.org>\nX: y\nTo: a@x.org,\n b@x.org", frozenset({b"from", b"to"}))
    {'from': ['Zoë <z@x.org>'], 'to': ['a@x.org, b@x.org']}
    """  # noqa: E501
    raw: dict[str, list[bytes]] = {}
    for found in _HEADER.finditer(head):
        name = found[1].lower()
        if name in wanted or name.startswith(b"list-"):
            raw.setdefault(name.decode(), []).append(found[2][:LONGEST])
    kind = raw.get("content-type", [b""])[0].decode("latin-1")
    said = _CHARSET.search(kind)
    charset = said[1] if said else ""
    return {
        name: [
            _text(_FOLD.sub(b" ", value) if b"\n" in value else value, charset).strip()
            for value in values
        ]
        for name, values in raw.items()
    }


def _text(data: bytes, charset: str) -> str:
    """Return a header's bytes as text: UTF-8, else in the charset of the mail's own text."""
    if data.isascii() and b"\x1b" not in data:
        return data.decode("ascii")
    data = data.replace(b"\0", b"")
    with suppress(ValueError):
        if b"\x1b" not in data:
            return data.decode()
    if charset.lower() not in ("", "utf-8", "us-ascii", "utf8") or b"\x1b" in data:
        with suppress(ValueError, LookupError):
            return data.decode(_WIDER.get(charset.lower(), charset or "iso2022_jp_ext"))
    with suppress(UnreadableFile):
        return decode(data)
    return data.decode("utf-8", "replace")


def decoded(text: str) -> str:
    """Return a text with encoded words decoded, as far as they can be.

    >>> decoded("=?utf-8?q?Zo=C3=AB?= Adams"), decoded("=?UTF-8*de?Q?M=C3=BCller?=")
    ('Zoë Adams', 'Müller')
    """
    if "=?" not in text:
        return text
    text = _BETWEEN_WORDS.sub(r"\1 ", _LANGUAGE.sub(r"\1", text[:LONGEST]))
    with suppress(HeaderParseError, ValueError):
        return "".join(
            part if isinstance(part, str) else _word(part, charset)
            for part, charset in decode_header(text)
        )
    return text


def _word(data: bytes, charset: str | None) -> str:
    """Return an encoded word's bytes as text, in the charset it says or the one they are in."""
    if charset is None:
        return data.decode("ascii", "replace") if data.isascii() else data.decode("latin-1")
    with suppress(ValueError, LookupError):
        return data.decode(_WIDER.get(charset.lower(), charset))
    return _text(data, "")


def addresses_in(values: Iterable[str]) -> list[tuple[str, str]]:
    """Return the addresses in headers with the names beside them, each once.

    >>> addresses_in(["Dr. Ben Oak, PhD <ben@x.org>, ana@x.org (Ana Silva)", "<BEN@x.org>"])
    [('ben@x.org', 'Ben Oak'), ('ana@x.org', 'Ana Silva')]
    """
    found: dict[str, str] = {}
    for value in values:
        pairs = _remembered(value) if len(value) < SHORT else _pairs(value[:LONGEST])
        for address, name in pairs:
            found[address] = found.get(address) or name
    return list(found.items())


@lru_cache(maxsize=1 << 14)
def _remembered(value: str) -> tuple[tuple[str, str], ...]:
    """Return the addresses in one header, which has often been seen before."""
    return _pairs(value)


def _pairs(value: str) -> tuple[tuple[str, str], ...]:
    """Return the addresses in one header with their names."""
    found = tuple(_mailboxes(value))
    if not found and "=?" in value and (plain := decoded(value)) != value:
        found = tuple(_mailboxes(plain))  # the address was encoded too
    return found


def _mailboxes(value: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses in a header with their names.

    What stands before a comma and has no address belongs to the name behind it: "Oak, Ben".
    """
    name, comment, address = "", "", ""
    for token in _TOKEN.finditer(value + ","):
        text = token[0]
        if token.lastgroup == "quoted":
            name += _ESCAPED.sub(r"\1", token["quoted"])
        elif token.lastgroup == "comment":
            comment = token["comment"]
        elif token.lastgroup == "angle" and "@" in text:
            address = text
        elif token.lastgroup != "end":
            name += text if token.lastgroup in ("word", "text") else ""
        elif address or "@" in name:
            yield from _mailbox(name, comment, address)
            name, comment, address = "", "", ""
        else:
            name = name + ", " if text in ",，" and name.strip() else ""


def _mailbox(name: str, comment: str, address: str) -> Iterator[tuple[str, str]]:
    """Yield one address with the name that stands around it, if it is one."""
    if not address:  # "ana@x.org (Ana Silva)", or no angle brackets at all
        words = name.rpartition(", ")[2] if "@" in name.rpartition(", ")[2] else name
        for found in email_addresses(_GROUP.sub("", words)):
            yield found, named(decoded(comment))
        return
    for found in email_addresses(address):
        shown = decoded(name).strip()
        yield found, named(_GROUP.sub("", shown) or decoded(comment))
        return


@lru_cache(maxsize=1 << 14)
def named(name: str) -> str:
    """Return a name in the order in which it is spoken, without quotes and degrees behind it.

    >>> named("'Oak, Ben'"), named("Ben Oak, PhD"), named("Robert Hale, Jr."), named("Ana Silva")
    ('Ben Oak', 'Ben Oak', 'Robert Hale Jr.', 'Ana Silva')
    """
    name = " ".join(name.split()).strip("'\"“”‘’ ")
    if "," not in name.strip(","):
        return name.strip(", ")
    parts = parse(name)
    rank = RANKS.get(parts.generation, "")
    spoken = " ".join(filter(None, (parts.given, parts.middle, parts.family, rank)))
    return spoken if parts.given and parts.family else name


def day_of(headers: Mapping[str, list[str]], separator: bytes, latest: date) -> date | None:
    """Return the day that the sender's clock showed; else of the first server, or the separator.

    A day after ``latest``, or from before there was mail, is that of a clock that is wrong.
    """
    found = _BEHIND.search(separator.decode("latin-1"))
    behind = found[1] if found else ""
    received = [value.rpartition(";")[2] for value in reversed(headers.get("received", []))]
    for text in (*headers.get("date", []), *received, *headers.get("delivery-date", []), behind):
        day = _day(text) if text else None
        if day and FIRST_MAIL <= day <= latest + timedelta(days=1):
            return day
    return None


def _day(text: str) -> date | None:
    """Return the day of a date, or None.

    >>> _day("Mon, 5 Jan 2026 10:00:00 +0100"), _day("2026-01-05T10:00:00Z")
    (datetime.date(2026, 1, 5), datetime.date(2026, 1, 5))
    >>> _day("Mo., 5. Mär 2026 10:00 CET"), _day("Mon Jan 05 10:00:00 +0000 2026")
    (datetime.date(2026, 3, 5), datetime.date(2026, 1, 5))
    """
    text = text.strip()[:200]
    if not _ISO.match(text):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            if found := parsedate_tz(text):
                return date(*found[:3])
    plain = _DATED.match(text)
    for part in (text, plain[1] if plain else "", text[:10]):
        with suppress(ValueError):
            return date.fromisoformat(partial(part))
    return None
