"""LinkedIn's "get a copy of your data": whole exports or single files, of every year since 2016."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from netgraph.identity.addresses import profile_url, slug_of
from netgraph.model.errors import UnreadableFile
from netgraph.model.records import EGO, YOU, Event, Fact, Person, Source, Wish
from netgraph.model.text import fold
from netgraph.sources.dates import day_in_name, unread_dates
from netgraph.sources.encoding import first_lines, load
from netgraph.sources.linkedin import ego, profile
from netgraph.sources.linkedin.connections import newest_list, read_connections
from netgraph.sources.linkedin.endorsements import (
    invitations,
    notes,
    read_endorsements,
    recommendations,
)
from netgraph.sources.linkedin.interests import follows, gatherings
from netgraph.sources.linkedin.kinds import ASSISTANT, NAMED, claim, open_table
from netgraph.sources.linkedin.messages import assistant, read_messages
from netgraph.sources.linkedin.people import People
from netgraph.sources.linkedin.wishes import PREFERRED, read_wishes
from netgraph.sources.protocol import Context, Document, Format, Reading
from netgraph.sources.scrolls import scroll_of
from netgraph.sources.tables import Table

__all__ = ["LINKEDIN"]

ORDER = [*NAMED, ASSISTANT]


@dataclass(frozen=True, slots=True)
class _Part:
    """One file of an export, ready to be read."""

    path: str
    kind: str
    table: Table
    day: date | None


@dataclass(slots=True)
class _Account:
    """Whose export it is and what of its owner has been learnt so far."""

    context: Context
    people: People
    snapshot: date | None
    name: str = ""
    emails: tuple[str, ...] = ()
    day: date | None = None


def read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
    """Read the files of one or several exports of one person, the oldest export first."""
    parts: list[_Part] = []
    for kind, document in claimed:
        try:
            parts.append(_part(kind, document))
        except UnreadableFile as fault:
            yield Reading(document.path, "unreadable", note=str(fault))
    if not parts:
        return
    account = _account(context)
    for part in sorted(parts, key=_order):
        if part.kind == "messages":
            _recognise(account, parts)
        try:
            yield _read_part(part, account)
        except UnreadableFile as fault:
            yield Reading(part.path, "unreadable", note=str(fault))
    yield Reading("", "account", facts=tuple(_about(account)))


def _part(kind: str, document: Document) -> _Part:
    """Open one file."""
    table = _scrolled(kind, document) or open_table(kind, load(document))
    if table is None:
        raise UnreadableFile("its header is damaged")
    return _Part(document.path, kind, table, day_in_name(document.path, month_first=True))


def _scrolled(kind: str, document: Document) -> Table | None:
    """Open a file that is too long to be held, None if it is not, or its table begins far down."""
    scroll = scroll_of(document)
    table = open_table(kind, first_lines(document.head)) if scroll else None
    return replace(table, body="", scroll=scroll.below(table.line)) if table and scroll else None


def _order(part: _Part) -> tuple[int, date, bool, str]:
    """Sort files so that each finds what explains it, and the newer of two comes later."""
    has_address = any("url" in column for column in part.table.columns)
    return ORDER.index(part.kind), part.day or date.max, not has_address, part.path


def _account(context: Context) -> _Account:
    """Begin with what is known of the owner and their people."""
    source = "linkedin" if context.owner == EGO else f"linkedin:{context.owner}"
    people = People(source, context.owner, context.known)
    owner = context.known.people.get(context.owner)
    if owner:
        people.owner_slugs |= {slug for url in owner.urls if (slug := slug_of(url))}
        if owner.name != "You":
            people.owner_names.add(fold(owner.name))
    if context.owner_name:
        people.owner_names.add(fold(context.owner_name))
    known = {s.id: s.snapshot for s in context.known.sources}
    return _Account(context, people, known.get(source))


def _recognise(account: _Account, parts: Sequence[_Part]) -> None:
    """Find out who the owner is before their messages are read."""
    people = account.people
    for part in parts:
        if part.kind == "messages" and (
            not people.owner_slugs or not part.table.has("Recipient Profile URLs")
        ):
            ego.from_messages(part.table, people)


def _read_part(part: _Part, account: _Account) -> Reading:
    """Read one file."""
    people, kind = account.people, part.kind
    if kind in _PRIVATE and account.context.owner != EGO:
        return Reading(part.path, "ignored", note="what somebody else keeps to themselves")
    if kind == "connections":
        reading = read_connections(
            part.path, part.table, people, part.day, account.snapshot, account.context.as_of
        )
        account.snapshot = newest_list(people)
        return reading
    if kind == "profile":
        account.name, account.day = profile.profile_name(part.table), part.day
        people.owner_names.add(fold(account.name))
        return profile.about_owner(part.path, kind, part.table, "First Name")
    if kind == "email_addresses":
        account.emails = profile.addresses(part.table)
        return profile.about_owner(part.path, kind, part.table, "Email Address")
    if kind == "invitations":
        ego.from_invitations(part.table, people)
    if kind in ("positions", "education", "organizations"):
        return profile.positions(part.path, kind, part.table, people, part.day)
    return _with_undated(_EVENTS[kind](part, account))


def _with_undated(reading: Reading) -> Reading:
    """Say in the note how many things have a date that could not be read."""
    undated = sorted(
        (reading.lines.get(f.id, 0), "")
        for f in reading.facts
        if (isinstance(f, Event) or (isinstance(f, Wish) and f.kind not in PREFERRED.values()))
        and f.day is None
    )
    if reading.messages:
        undated = sorted([*undated, *((line, "") for line in reading.messages.undated())])
    note = unread_dates(undated)
    return replace(reading, note="; ".join(filter(None, (reading.note, note))))


_PRIVATE = (
    "notes",
    "member_follows",
    "events",
    "company_follows",
    "saved_jobs",
    "job_applications",
    "job_seeker_preferences",
)
_EVENTS: dict[str, Callable[[_Part, _Account], Reading]] = {
    "invitations": lambda p, a: invitations(p.path, p.table, a.people),
    "messages": lambda p, a: read_messages(p.path, p.table, a.people, a.context.known),
    "endorsement_received_info": lambda p, a: read_endorsements(
        p.path, p.table, a.people, given=False
    ),
    "endorsement_given_info": lambda p, a: read_endorsements(p.path, p.table, a.people, given=True),
    "recommendations_received": lambda p, a: recommendations(
        p.path, p.table, a.people, given=False
    ),
    "recommendations_given": lambda p, a: recommendations(p.path, p.table, a.people, given=True),
    "notes": lambda p, a: notes(p.path, p.table, a.people),
    "member_follows": lambda p, a: follows(p.path, p.table, a.people),
    "events": lambda p, a: gatherings(p.path, p.table, a.people),
    **dict.fromkeys(
        ("company_follows", "saved_jobs", "job_applications", "job_seeker_preferences"),
        lambda p, a: read_wishes(p.path, p.kind, p.table, a.people.source),
    ),
    ASSISTANT: lambda p, a: assistant(p.path, p.table),
}


def _about(account: _Account) -> Iterator[Fact]:
    """Yield the source itself and its owner."""
    people, owner = account.people, account.context.owner
    label = "LinkedIn" if owner == EGO else f"LinkedIn of {account.context.owner_name or owner}"
    yield Source(people.source, "linkedin", owner, label, account.snapshot)
    if owner == EGO:
        yield from _ego(account)


def _ego(account: _Account) -> Iterator[Person]:
    """Yield ego with what this export adds to what was known, if it adds anything.

    Raises
    ------
    UnreadableFile
        If name and address are another's than ego's: it is a friend's export.
    """
    known = account.context.known.people.get(EGO) or Person(EGO, "You", YOU)
    urls = tuple(profile_url(slug) for slug in sorted(account.people.owner_slugs))
    name = account.name or known.name
    if known.urls and fold(name) != fold(known.name) and set(urls) > set(known.urls):
        raise UnreadableFile(
            f"this looks like the export of {name}, and you are {known.name}: "
            f"if it is a friend's, import it with {name} as its owner"
        )
    newer, older = account.emails, known.emails
    if account.day and account.snapshot and account.day < account.snapshot and known.name != "You":
        name, newer, older = known.name, older, newer
    company, title = account.people.present_job() or (known.company, known.title)
    me = replace(
        known,
        name=name,
        company=company,
        title=title,
        emails=tuple(dict.fromkeys(newer + older)),
        urls=tuple(dict.fromkeys(urls + known.urls)),
    )
    if me != known or EGO in account.context.known.people:
        yield me


LINKEDIN = Format(
    "LinkedIn",
    "LinkedIn: the ZIP or folder of 'Get a copy of your data', or Connections.csv of any year",
    claim,
    read,
)
