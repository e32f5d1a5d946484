"""Mailboxes (.mbox, Maildir, .eml): who wrote to whom, and when. Only headers are ever read.

A mail between ego and a person is an event. Lists, newsletters, machines and mails to many are no
personal ties; they are left out and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from netgraph.model import ids
from netgraph.model.records import Event, EventKind, Fact, Gathering
from netgraph.sources.addressbook import owner_emails, source_of
from netgraph.sources.correspondents import (
    OWN_ADDRESS_UNKNOWN,
    Correspondents,
    is_person,
    likely_own,
    plain_address,
)
from netgraph.sources.encoding import beginning, opened
from netgraph.sources.mail_folders import has_unwanted, is_deleted, is_sent, is_unwanted
from netgraph.sources.mail_headers import addresses_in, day_of, decoded, headers_of
from netgraph.sources.mbox import LONGEST_HEAD, Head, begins_mbox, end_of_head, heads
from netgraph.sources.protocol import Context, Document, Format, Reading, Skip

PERSONAL: Final = 10
"""Recipients of a mail up to which it is a personal one."""
LOOKED_AT: Final = 3000
"""Mails of each mailbox in which ego's address is looked for."""
MOST_LOOKED_AT: Final = 20_000
UNWANTED: Final = "spam, deleted or never sent"

_HEADER = re.compile(rb"(?:\d{1,12}\s*\n)?[!-9;-~]{1,100}:[ \t\r\n]")
_OF_MAIL = re.compile(
    rb"^(?:Received|Return-Path|Message-ID|Delivered-To|Date):", re.IGNORECASE | re.MULTILINE
)
_FROM = re.compile(rb"^From:", re.IGNORECASE | re.MULTILINE)
_COUNT = re.compile(rb"\d{1,12}\s*\n")
READ: Final = frozenset(
    b"from to cc bcc date message-id precedence auto-submitted delivered-to content-type"
    b" feedback-id x-autoreply x-autorespond x-gmail-labels x-spam-flag x-spam-status x-status"
    b" status x-unsent"
    b" x-mozilla-draft-info x-mozilla-status x-uniform-type-identifier".split()
)
"""Headers that are read, and all that begin with "List-"."""
DATED: Final = frozenset(b"date received delivery-date".split())
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
    is_sent: bool


@dataclass(frozen=True, slots=True)
class Box:
    """Whose mail it is: the context, the owner's addresses, and whom they wrote with."""

    context: Context
    own: frozenset[str]
    who: Correspondents


def _claims(document: Document) -> str | None:
    """Return "mailbox" for an mbox, "mail" for one mail of a Maildir or in a file of its own."""
    head = beginning(document)
    if begins_mbox(head):
        return "mailbox"
    path = PurePosixPath(document.path)
    alone = path.parent.name in ("cur", "new") or path.suffix.lower() in (".eml", ".emlx")
    if not _HEADER.match(head):
        return None
    return "mail" if alone or (_FROM.search(head) and _OF_MAIL.search(head)) else None


def _read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
    """Yield a reading of every mailbox, having looked into them for ego's address."""
    own = _own(claimed, owner_emails(context), context.as_of)
    source = source_of("mailbox", context, label="Mailboxes")
    box = Box(context, own, Correspondents(source))
    for kind, document in claimed:
        yield _reading(kind, document, box)


def _own(
    claimed: Sequence[tuple[str, Document]], known: frozenset[str], latest: date
) -> frozenset[str]:
    """Return ego's addresses: known, else of sent mail, else delivered to, else the usual one."""
    seen: list[set[str]] = []
    sent: Counter[str] = Counter()
    delivered: Counter[str] = Counter()
    for document, mail in islice(_sample(claimed, latest), MOST_LOOKED_AT):
        seen.append({mail.sender[0], mail.delivered, *(a for a, _ in mail.recipients)} - {""})
        if mail.sender[0] and (mail.is_sent or is_sent(document.path)):
            sent[mail.sender[0]] += 1
        if mail.delivered:
            delivered[mail.delivered] += 1
    if any(known & addresses for addresses in seen):
        return known
    counts = sent or delivered
    often = {address for address, n in counts.items() if n * 10 >= counts.total()}
    return frozenset(often or {likely_own(seen)} - {""})


def _sample(
    claimed: Sequence[tuple[str, Document]], latest: date
) -> Iterator[tuple[Document, Mail]]:
    """Yield the first mails of every mailbox."""
    for kind, document in claimed:
        for mail in islice(_mails(kind, document, latest), LOOKED_AT):
            yield document, mail


def _reading(kind: str, document: Document, box: Box) -> Reading:
    """Return what one mailbox says."""
    facts: dict[str, Fact] = {}
    left: Counter[str] = Counter()
    skipped: list[Skip] = []
    addresses: dict[str, None] = {}
    rows = 0
    for mail in _mails(kind, document, box.context.as_of):
        rows += 1
        if mail.day is None or not mail.sender[0]:
            what = "date" if mail.sender[0] else "sender"
            skipped.append(Skip(mail.line, f"the mail has no {what} that can be read"))
        elif why := mail.left_out or _why_not(mail, box):
            left[why] += 1
        else:
            for fact in _facts(mail, mail.day, box):
                facts[fact.id] = fact
                addresses |= dict.fromkeys(_people(fact))
    people = tuple(box.who.people(addresses))
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
    met = {address: box.who.meet(address, name) for address, name in others.items()}
    sent = mail.sender[0] in box.own
    for address, person in met.items():
        if not sent and address != mail.sender[0]:
            continue
        giver, taker = (owner, person) if sent else (person, owner)
        i = ids.event(source, mail.i, giver, taker)
        yield Event(i, EventKind.EMAIL, day, giver, taker, source=source)
    if len(met) > 1:
        people = (owner, *sorted(met.values()))
        i = ids.gathering(source, *people)  # however often they write, it is one circle
        yield Gathering(i, "e-mail", None, people, source=source)


def _mails(kind: str, document: Document, latest: date) -> Iterator[Mail]:
    """Yield what is kept of every mail."""
    alone = kind == "mail"
    unwanted = is_unwanted(document.path, alone=alone) or (alone and is_deleted(document.name))
    with opened(document) as stream:
        found = [_alone(stream.read(LONGEST_HEAD))] if alone else heads(stream)
        for head in found:
            mail = _mail(head, latest)
            yield mail._replace(left_out=UNWANTED) if unwanted else mail


def _alone(data: bytes) -> Head:
    """Return the head of a mail in a file of its own; Apple's begins with its length."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t ")
    count = _COUNT.match(data)
    data = data[count.end() if count else 0 :]
    return Head(1, b"", data[: end_of_head(data, 0, len(data))])


def _mail(head: Head, latest: date) -> Mail:
    """Return what is kept of the mail with these headers."""
    found = headers_of(head.headers, READ)
    sender = next(iter(addresses_in(found.get("from", []))), ("", ""))
    recipients = addresses_in(v for name in ("to", "cc", "bcc") for v in found.get(name, []))
    day = day_of(found, b"", latest) or day_of(
        headers_of(head.headers, DATED), head.separator, latest
    )
    i = found.get("message-id", [""])[0].strip()[:500]
    return Mail(
        head.line,
        sender,
        tuple(recipients[: PERSONAL + 1]),
        day,
        i or "|".join([str(day), sender[0], *(a for a, _ in recipients)]),
        plain_address(found.get("delivered-to", [""])[0]),
        _unwanted(found, len(recipients)),
        is_sent(decoded(found.get("x-gmail-labels", [""])[0])),
    )


def _unwanted(headers: Mapping[str, list[str]], recipients: int) -> str:
    """Say why a mail is no personal one by its headers alone, or nothing."""

    def first(name: str) -> str:
        return headers.get(name, [""])[0].strip().lower()

    labels = ",".join(map(decoded, headers.get("x-gmail-labels", [])))
    if has_unwanted(labels) or _is_spam(headers) or _deleted(headers):
        return UNWANTED
    if "list-id" in headers or "list-post" in headers or first("precedence") == "list":
        return "mailing lists"
    if (
        "list-unsubscribe" in headers
        or "feedback-id" in headers
        or first("precedence") in ("bulk", "junk")
        or first("auto-submitted") not in ("", "no")
        or first("x-autoreply") not in ("", "no")
        or "x-autorespond" in headers
    ):
        return "newsletters and automatic mail"
    return f"to more than {PERSONAL} people" if recipients > PERSONAL else ""


def _is_spam(headers: Mapping[str, list[str]]) -> bool:
    """Whether a filter has said of a mail that it is spam."""
    said = headers.get("x-spam-flag", []) + headers.get("x-spam-status", [])
    return any(value.strip().lower().startswith("yes") for value in said)


def _deleted(headers: Mapping[str, list[str]]) -> bool:
    """Whether a program has marked a mail as deleted, which stays in its file, or as a draft."""
    flags = headers.get("x-status", [""])[0] + headers.get("status", [""])[0]
    draft = "mail-draft" in headers.get("x-uniform-type-identifier", [""])[0]
    draft = draft or headers.get("x-mozilla-draft-info", [""])[0].startswith("internal/draft")
    if draft or headers.get("x-unsent", [""])[0] == "1" or not {"D", "T"}.isdisjoint(flags):
        return True
    with suppress(ValueError):
        return bool(int(headers.get("x-mozilla-status", ["0"])[0], 16) & _MOZILLA_DELETED)
    return False


MAILBOX: Final = Format(
    "mailbox",
    "mailboxes (.mbox, Maildir, .eml) of any mail program: who wrote to whom, and when",
    _claims,
    _read,
)
