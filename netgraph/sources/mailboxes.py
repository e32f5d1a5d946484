"""Mailboxes (.mbox, Maildir, .eml): who wrote to whom, and when. Only headers are ever read.

A mail between ego and a person is an event. Lists, newsletters, machines and mails to many are no
personal ties; they are left out and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime
from functools import lru_cache
from itertools import islice
from pathlib import PurePosixPath
from typing import BinaryIO, Final, NamedTuple

from netgraph.model.records import Event, EventKind, Fact, Gathering, identifier
from netgraph.sources.addressbook import owner_emails, source_of
from netgraph.sources.correspondents import (
    OWN_ADDRESS_UNKNOWN,
    Correspondents,
    decoded,
    is_person,
    likely_own,
    plain_address,
)
from netgraph.sources.protocol import Context, Document, Format, Reading, Skip

PERSONAL: Final = 10
"""Recipients of a mail up to which it is a personal one."""
CHUNK: Final = 1 << 20
LONGEST_HEAD: Final = 1 << 16
SHORT: Final = 300
"""Letters of a header up to which it is remembered: the same people write again and again."""
LOOKED_AT: Final = 3000
"""Mails of each mailbox in which ego's address is looked for."""
MOST_LOOKED_AT: Final = 20_000

_BEGINNING = re.compile(rb"From [^\n]{0,200}?\d\d:\d\d[^\n]{0,40}\d{4}[^\n]{0,40}\r?\n")
_BREAK = b"\nFrom "
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_HEADER = re.compile(rb"[!-9;-~]{1,100}:[ \t\r\n]")
_READ = re.compile(
    rb"^(?:From|To|Cc|Bcc|Date|Message-ID|List-[\w-]+|Precedence|Auto-Submitted|Delivered-To"
    rb"|X-Gmail-Labels|X-Spam-Flag|X-Mozilla-Status|Feedback-ID)"
    rb":[^\n]*(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_UNWANTED_LABELS = frozenset({"spam", "trash", "drafts", "draft", "chat"})
_SENT = re.compile(
    r"sent|gesendet|envoy|enviad|inviat|verzonden|wys[lł]an|отправлен", re.IGNORECASE
)
_MOZILLA_DELETED = 8


class Mail(NamedTuple):
    """What is kept of a mail: addresses with the names beside them, the day, an id."""

    line: int
    sender: tuple[str, str]
    recipients: tuple[tuple[str, str], ...]
    day: date | None
    i: str
    delivered: str
    left_out: str


@dataclass(frozen=True, slots=True)
class Box:
    """Whose mail it is: the context, the owner's addresses, and whom they wrote with."""

    context: Context
    own: frozenset[str]
    who: Correspondents


def _claims(document: Document) -> str | None:
    """Return "mailbox" for an mbox, "mail" for one mail of a Maildir or in a file of its own."""
    head = document.head
    if head.startswith(b"From ") and _BEGINNING.match(head):
        return "mailbox"
    folder = PurePosixPath(document.path).parent.name
    alone = folder in ("cur", "new") or document.name.lower().endswith(".eml")
    return "mail" if alone and _HEADER.match(head) else None


def _read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
    """Yield a reading of every mailbox, having looked into them for ego's address."""
    own = _own(claimed, owner_emails(context))
    source = source_of("mailbox", context, label="Mailboxes")
    box = Box(context, own, Correspondents(source))
    for kind, document in claimed:
        yield _reading(kind, document, box)


def _own(claimed: Sequence[tuple[str, Document]], known: frozenset[str]) -> frozenset[str]:
    """Return ego's addresses: known, else of sent mail, else delivered to, else the usual one."""
    seen: list[set[str]] = []
    sent: Counter[str] = Counter()
    delivered: Counter[str] = Counter()
    for document, mail in islice(_sample(claimed), MOST_LOOKED_AT):
        seen.append({mail.sender[0], mail.delivered, *(a for a, _ in mail.recipients)} - {""})
        if mail.sender[0] and _SENT.search(document.path):
            sent[mail.sender[0]] += 1
        if mail.delivered:
            delivered[mail.delivered] += 1
    if any(known & addresses for addresses in seen):
        return known
    counts = sent or delivered
    often = {address for address, n in counts.items() if n * 10 >= counts.total()}
    return frozenset(often or {likely_own(seen)} - {""})


def _sample(claimed: Sequence[tuple[str, Document]]) -> Iterator[tuple[Document, Mail]]:
    """Yield the first mails of every mailbox."""
    for kind, document in claimed:
        for mail in islice(_mails(kind, document), LOOKED_AT):
            yield document, mail


def _reading(kind: str, document: Document, box: Box) -> Reading:
    """Return what one mailbox says."""
    facts: dict[str, Fact] = {}
    left: Counter[str] = Counter()
    skipped: list[Skip] = []
    ids: dict[str, None] = {}
    rows = 0
    for mail in _mails(kind, document):
        rows += 1
        if mail.day is None or not mail.sender[0]:
            what = "date" if mail.sender[0] else "sender"
            skipped.append(Skip(mail.line, f"the mail has no {what} that can be read"))
        elif why := mail.left_out or _why_not(mail, box):
            left[why] += 1
        else:
            for fact in _facts(mail, mail.day, box):
                facts[fact.id] = fact
                ids |= dict.fromkeys(_people(fact))
    people = tuple(box.who.people(ids))
    note = "; ".join(f"left out {n}: {why}" for why, n in sorted(left.items()))
    shown = (box.who.source, *people, *facts.values())
    return Reading(document.path, kind, rows, left.total(), tuple(skipped), shown, note)


def _people(fact: Fact) -> tuple[str, ...]:
    """Return whom a fact names."""
    if isinstance(fact, Event):
        return fact.giver, fact.taker
    return fact.people if isinstance(fact, Gathering) else ()


def _why_not(mail: Mail, box: Box) -> str:
    """Say why a mail is between ego and nobody, or nothing."""
    addresses = {address for address, _ in mail.recipients}
    if not box.own:
        return OWN_ADDRESS_UNKNOWN
    if mail.sender[0] in box.own:
        return "" if any(is_person(a) for a in addresses - box.own) else "to nobody else"
    return "" if is_person(mail.sender[0]) else "from a machine or a desk"


def _facts(mail: Mail, day: date, box: Box) -> Iterator[Fact]:
    """Yield an event for each whom ego wrote to, or for who wrote to ego."""
    source, owner = box.who.source.id, box.context.owner
    everybody = dict([mail.sender, *mail.recipients])
    others = {a: n for a, n in everybody.items() if a not in box.own and is_person(a)}
    ids = {address: box.who.meet(address, name) for address, name in others.items()}
    sent = mail.sender[0] in box.own
    for address, person in ids.items():
        if not sent and address != mail.sender[0]:
            continue
        giver, taker = (owner, person) if sent else (person, owner)
        i = identifier("e", source, mail.i, giver, taker)
        yield Event(i, EventKind.EMAIL, day, giver, taker, source=source)
    if len(ids) > 1:
        people = (owner, *sorted(ids.values()))
        i = identifier("g", source, *people)  # however often they write, it is one circle
        yield Gathering(i, "e-mail", None, people, source=source)


def _mails(kind: str, document: Document) -> Iterator[Mail]:
    """Yield what is kept of every mail."""
    parser = BytesHeaderParser()
    with document.open() as stream:
        heads = _heads(stream) if kind == "mailbox" else [(1, stream.read(LONGEST_HEAD))]
        for line, head in heads:
            yield _mail(line, head, parser)


def _heads(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the line and the headers of each mail; memory holds one chunk, whatever the size."""
    buffer, start, line, more = b"\n", 0, 0, True
    while True:
        at = buffer.find(_BREAK, start)
        if more and (at < 0 or len(buffer) - at < LONGEST_HEAD + len(_BREAK)):
            keep = max(len(buffer) - len(_BREAK), start) if at < 0 else at
            line += buffer.count(b"\n", start, keep)
            chunk = stream.read(CHUNK)
            buffer, start, more = buffer[keep:] + chunk, 0, bool(chunk)
            continue
        if at < 0:
            return
        line += buffer.count(b"\n", start, at + 1)
        start = at + 1
        if begin := _BEGINNING.match(buffer, start):
            end = _END_OF_HEAD.search(buffer, begin.end() - 1, begin.end() + LONGEST_HEAD)
            yield line, buffer[begin.end() : end.start() if end else begin.end() + LONGEST_HEAD]


def _mail(line: int, head: bytes, parser: BytesHeaderParser) -> Mail:
    """Return what is kept of the mail with these headers."""
    end = _END_OF_HEAD.search(head)
    wanted = b"\n".join(_READ.findall(head, 0, end.start() if end else len(head)))
    headers = parser.parsebytes(wanted + b"\n\n")
    found: dict[str, list[str]] = {}
    for name, value in headers.items():
        found.setdefault(name.lower(), []).append(str(value))
    sender = next(iter(_addresses(found.get("from", []))), ("", ""))
    several = [v for name in ("to", "cc", "bcc") for v in found.get(name, [])]
    recipients = _addresses(several)
    day = _day(found.get("date", [""])[0])
    i = found.get("message-id", [""])[0].strip()[:500]
    return Mail(
        line,
        sender,
        tuple(recipients[: PERSONAL + 1]),
        day,
        i or "|".join([str(day), sender[0], *(a for a, _ in recipients)]),
        plain_address(found.get("delivered-to", [""])[0]),
        _unwanted(found, len(recipients)),
    )


def _addresses(values: Iterable[str]) -> list[tuple[str, str]]:
    """Return the addresses in headers with the names beside them, each once."""
    found: dict[str, str] = {}
    for value in values:
        parse = _in_header if len(value) < SHORT else _in_header.__wrapped__
        for address, name in parse(value[:LONGEST_HEAD]):
            found.setdefault(address, name)
    return list(found.items())


@lru_cache(maxsize=1 << 14)
def _in_header(value: str) -> tuple[tuple[str, str], ...]:
    """Return the addresses in one header."""
    try:
        pairs = getaddresses([value.replace("\r", " ").replace("\n", " ")])
    except RecursionError:  # brackets in brackets, by the thousand
        return ()
    return tuple((plain, decoded(name)) for name, a in pairs if (plain := plain_address(a)))


def _day(text: str) -> date | None:
    """Return the day that the sender's clock showed, or None."""
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        day = parsedate_to_datetime(text).date()
        if day.year >= 1970:
            return day
    return None


def _unwanted(headers: Mapping[str, list[str]], recipients: int) -> str:
    """Say why a mail is no personal one by its headers alone, or nothing."""

    def first(name: str) -> str:
        return headers.get(name, [""])[0].strip().lower()

    labels = {label.strip() for label in decoded(first("x-gmail-labels")).lower().split(",")}
    if _UNWANTED_LABELS & labels or first("x-spam-flag") == "yes" or _deleted(headers):
        return "spam, deleted or never sent"
    if "list-id" in headers or "list-post" in headers or first("precedence") == "list":
        return "mailing lists"
    if (
        "list-unsubscribe" in headers
        or "feedback-id" in headers
        or first("precedence") in ("bulk", "junk")
        or first("auto-submitted") not in ("", "no")
    ):
        return "newsletters and automatic mail"
    return f"to more than {PERSONAL} people" if recipients > PERSONAL else ""


def _deleted(headers: Mapping[str, list[str]]) -> bool:
    """Whether Thunderbird has marked a mail as deleted, which stays in its file for a while."""
    with suppress(ValueError):
        return bool(int(headers.get("x-mozilla-status", ["0"])[0], 16) & _MOZILLA_DELETED)
    return False


MAILBOX: Final = Format(
    "mailbox",
    "mailboxes (.mbox, Maildir, .eml) of any mail program: who wrote to whom, and when",
    _claims,
    _read,
)
