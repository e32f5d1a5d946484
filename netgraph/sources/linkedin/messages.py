"""messages.csv: who wrote to whom and when. What was written is looked at only to tell an
advertisement from a message, and kept nowhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from netgraph.model import ids
from netgraph.model.records import Event, EventKind, Fact, Gathering, Ledger, Person
from netgraph.sources.dates import day_reader
from netgraph.sources.linkedin.people import NOBODY, People
from netgraph.sources.linkedin.recipient_names import recipients
from netgraph.sources.protocol import Reading
from netgraph.sources.tables import HiddenRow, Table, UnusableRow, read_rows

COLUMNS = (
    "Conversation ID",
    "From",
    "Sender Profile URL",
    "To",
    "Recipient Profile URLs",
    "Date",
    "Folder",
    "Is Message Draft",
    "Is Conversation Draft",
    "Direction",
    "Content",
)
GROUP = 10
"""In a conversation of more people than this, writing to all is writing to nobody in particular."""
_IN_2018 = re.compile(r"(\d\d?)/(\d\d?)/(\d\d),? (\d\d?):(\d\d)\s([AP])M$", re.IGNORECASE)
YES = ("yes", "true", "1")
ADVERTISEMENT = ('<p class="spinmail', "<p class='spinmail")


class _Parties(NamedTuple):
    """Who but the owner is in a message, and from whom to whom it counts."""

    others: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Mailbox:
    """One file: how often a message was met, and who was in which conversation."""

    people: People
    counts: Counter[tuple[str, ...]] = field(default_factory=Counter)
    groups: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    last: dict[str, date] = field(default_factory=dict)
    parties: dict[tuple[str, ...], _Parties] = field(default_factory=dict)


def read_messages(path: str, table: Table, people: People, known: Ledger) -> Reading:
    """Read the messages: an event per message and recipient, a gathering per group."""
    pick = table.pick("Date")
    read_day = day_reader([pick(row)[0] for _, row in table.rows()] if _undecided(table) else [])
    mailbox = _Mailbox(people)

    def read(*cells: str) -> Iterator[Fact]:
        return _read_row(mailbox, read_day(cells[5]), *cells)

    reading = read_rows(path, "messages", table, COLUMNS, read, private=1)
    gatherings = tuple(_gatherings(mailbox, {g.id: g for g in known.gatherings}))
    return replace(reading, facts=reading.facts + gatherings)


def _undecided(table: Table) -> bool:
    """Whether the dates of the file must be looked at together (they are not ISO)."""
    pick = table.pick("Date")
    first = next((pick(row)[0] for _, row in table.rows()), "")
    return first[4:5] != "-"


def assistant(path: str, table: Table) -> Reading:
    """Leave out talks with a chatbot, row by row."""

    def read(*_: str) -> Iterator[Fact]:
        raise UnusableRow("a talk with LinkedIn's assistant, not with a person")

    reading = read_rows(path, "ignored", table, COLUMNS, read, private=1)
    return replace(reading, note="talks with LinkedIn's assistant, not with people")


def _read_row(
    mailbox: _Mailbox, day: date | None, conversation: str, sender: str, sender_url: str, to: str,
    to_urls: str, on: str, folder: str, draft: str, all_draft: str, direction: str, content: str,
) -> Iterator[Fact]:  # fmt: skip
    """Yield the people in a message and the event that it is."""
    _check(folder, draft, all_draft, content)
    people = mailbox.people
    words = (sender, sender_url, to, to_urls, direction)
    parties = mailbox.parties.get(words)
    if parties is None:
        parties = _parties(people, *words)
        yield from (people.records[i] for i in parties.others)
        if to_urls:  # names alone may come to mean somebody else, the more is read
            mailbox.parties[words] = parties
    if conversation:
        mailbox.groups[conversation].update(parties.others)
        if day:
            mailbox.last[conversation] = max(day, mailbox.last.get(conversation, day))
    for giver, taker in parties.pairs:
        key = (_minute(on), giver, taker)  # a conversation has no id before 2021
        mailbox.counts[key] += 1
        i = ids.event(people.source, *key, str(mailbox.counts[key]))
        yield Event(i, EventKind.MESSAGE, day, giver, taker, source=people.source)


def _parties(
    people: People, sender: str, sender_url: str, to: str, to_urls: str, direction: str
) -> _Parties:
    """Return between whom the messages with these cells are."""
    if not (people.owner_slugs or people.owner_names or direction):
        raise UnusableRow(
            "it cannot be told who of the two is you: import Profile.csv or Invitations.csv with it"
        )
    sent = people.is_owner(sender, sender_url) or direction.lower().startswith("out")
    if not sent and not sender.strip() and not sender_url.strip():
        raise UnusableRow("it has no sender")
    writers = [] if sent else [people.who(sender, sender_url)]
    readers = _recipients(people, to, to_urls, needed=sent)
    others = tuple(dict.fromkeys(p.id for p in [*writers, *readers]))
    if len(others) > GROUP:
        return _Parties(others, ())
    if sent:
        return _Parties(others, tuple((people.owner, p.id) for p in readers))
    return _Parties(others, ((writers[0].id, people.owner),))


def _minute(on: str) -> str:
    """Return when a message was written, to the minute, in one form for the exports of all years.

    >>> _minute("2018-11-04 21:05:33 UTC"), _minute("11/4/18, 9:05 PM")
    ('2018-11-04 21:05', '2018-11-04 21:05')
    """
    on = on.strip()
    if on[4:5] == "-":
        return on[:16].replace("T", " ")
    if not (found := _IN_2018.match(on)):
        return on
    month, day, year, hour, minute = map(int, found.groups()[:5])
    hour = hour % 12 + 12 * (found[6].lower() == "p")
    return f"20{year:02}-{month:02}-{day:02} {hour:02}:{minute:02}"


def _check(folder: str, draft: str, all_draft: str, content: str) -> None:
    """Raise for what is no message between people."""
    if why := _why_none(folder, draft, all_draft):
        raise UnusableRow(why)
    if content[:200].lstrip()[:40].lower().startswith(ADVERTISEMENT) or "%FIRSTNAME%" in content:
        raise UnusableRow("an advertisement (sponsored message)")


@lru_cache(maxsize=1 << 10)
def _why_none(folder: str, draft: str, all_draft: str) -> str:
    """Say why what lies in a folder was never sent between people, or nothing."""
    if draft.strip().lower() in YES or all_draft.strip().lower() in YES:
        return "a draft, never sent"
    return "in the spam folder" if folder.strip().lower() == "spam" else ""


def _recipients(people: People, to: str, to_urls: str, *, needed: bool) -> list[Person]:
    """Return the people a message went to, the owner left out."""
    wanted = [(n, u) for n, u in recipients(people, to, to_urls) if not people.is_owner(n, u)]
    found = {}
    hidden = False
    for name, url in wanted:
        try:
            person = people.who(name, url)
            found[person.id] = person
        except HiddenRow:
            hidden = True
        except UnusableRow:
            if needed and len(wanted) == 1:
                raise
            continue
    if needed and not found:
        if hidden or NOBODY in to.lower():
            raise HiddenRow
        raise UnusableRow("it has no recipient")
    return list(found.values())


def _gatherings(mailbox: _Mailbox, known: dict[str, Gathering]) -> Iterator[Gathering]:
    """Yield a gathering for every conversation of more than two."""
    people = mailbox.people
    for conversation, present in mailbox.groups.items():
        if len(present) < 2:
            continue
        i = ids.conversation(people.source, conversation)
        before = known.get(i)
        days = [d for d in (mailbox.last.get(conversation), before and before.day) if d]
        everybody = present | {people.owner} | set(before.people if before else ())
        yield Gathering(
            i, "conversation", max(days, default=None), tuple(sorted(everybody)),
            source=people.source,
        )  # fmt: skip
