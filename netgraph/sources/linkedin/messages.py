"""messages.csv: who wrote to whom and when. What was written is looked at only to tell an
advertisement from a message, and kept nowhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from netgraph.model import ids
from netgraph.model.messages import Column, Messages
from netgraph.model.records import Fact, Gathering, Ledger, Person
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
_USUAL = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
YES = ("yes", "true", "1")
ADVERTISEMENT = ('<p class="spinmail', "<p class='spinmail")
_NOBODY_NEW: Final[tuple[Person, ...]] = ()


class _Parties(NamedTuple):
    """Who but the owner is in a message, and the messages among which it counts."""

    others: tuple[str, ...]
    columns: tuple[Column, ...]


@dataclass(slots=True)
class _Talk:
    """A conversation: who but the owner is in it, and the day of its last message.

    ``heard`` are the parties of its last message: most talks are between the same two throughout.
    """

    present: set[str] = field(default_factory=set)
    last: date | None = None
    heard: _Parties | None = None

    def hear(self, parties: _Parties) -> None:
        """Add those who are in a message."""
        self.present.update(parties.others)
        self.heard = parties


@dataclass(frozen=True, slots=True)
class _Mailbox:
    """One file: what was found in it so far, and what the words in it mean, each found out once."""

    people: People
    read_day: Callable[[str], date | None]
    messages: Messages
    talks: defaultdict[str, _Talk] = field(default_factory=lambda: defaultdict(_Talk))
    parties: dict[tuple[str, ...], _Parties] = field(default_factory=dict)
    days: dict[str, tuple[int, date | None]] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)

    def when(self, on: str) -> tuple[int, date | None]:
        """Return the moment that a text means, and its day; what it has of both is remembered."""
        day = self.read_day(on)
        moment = self.messages.moment(_minute(on), day)
        if _USUAL.fullmatch(on[:16]):
            of_day, self.times[on[10:16]] = self.messages.parts(moment)
            self.days[on[:10]] = of_day, day
        return moment, day


def read_messages(path: str, table: Table, people: People, known: Ledger) -> Reading:
    """Read the messages: an event per message and recipient, a gathering per group."""
    pick = table.pick("Date")
    read_day = day_reader((pick(row)[0] for _, row in table.rows()) if _undecided(table) else ())
    mailbox = _Mailbox(people, read_day, Messages(people.source))

    read = _reader(mailbox)
    reading = read_rows(path, "messages", table, COLUMNS, read, private=1, numbered=True)
    gatherings = tuple(_gatherings(mailbox, {g.id: g for g in known.gatherings}))
    return replace(reading, facts=reading.facts + gatherings, messages=mailbox.messages)


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


def _reader(mailbox: _Mailbox) -> Callable[..., Sequence[Fact]]:
    """Return what takes a message down, and returns the people in it if they may be new."""
    known, talks, days, times = mailbox.parties, mailbox.talks, mailbox.days, mailbox.times

    def read(
        line: int, conversation: str, sender: str, sender_url: str, to: str, to_urls: str, on: str,
        folder: str, draft: str, all_draft: str, direction: str, content: str,
    ) -> Sequence[Fact]:  # fmt: skip
        words = (sender, sender_url, to, to_urls, direction, folder, draft, all_draft)
        parties, new = known.get(words), _NOBODY_NEW
        if not parties and (why := _why_none(folder, draft, all_draft)):
            raise UnusableRow(why)
        marked = content[:1] == "<" or content[:1].isspace()
        if (marked and _is_spinmail(content)) or "%FIRSTNAME%" in content:
            raise UnusableRow("an advertisement (sponsored message)")
        if not parties:
            parties = _parties(mailbox, *words[:5])
            new = tuple(mailbox.people.records[i] for i in parties.others)
            if to_urls:  # names alone may come to mean somebody else, the more is read
                known[words] = parties
        of_day, time = days.get(on[:10]), times.get(on[10:16])
        if of_day and time is not None:
            moment, day = of_day[0] | time, of_day[1]
        else:
            moment, day = mailbox.when(on)
        if conversation:
            talk = talks[conversation]
            if talk.heard is not parties:
                talk.hear(parties)
            if day and (talk.last is None or talk.last < day):
                talk.last = day
        for column in parties.columns:
            column.moments.append(moment)
            column.lines.append(line)
        return new

    return read


def _parties(
    mailbox: _Mailbox, sender: str, sender_url: str, to: str, to_urls: str, direction: str
) -> _Parties:
    """Return between whom the messages with these cells are."""
    people, between = mailbox.people, mailbox.messages.between
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
        return _Parties(others, tuple(between(people.owner, p.id) for p in readers))
    return _Parties(others, (between(writers[0].id, people.owner),))


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


def _is_spinmail(content: str) -> bool:
    """Whether a message is marked as one that was paid for."""
    return content[:200].lstrip()[:40].lower().startswith(ADVERTISEMENT)


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
    for conversation, talk in mailbox.talks.items():
        if len(talk.present) < 2:
            continue
        i = ids.conversation(people.source, conversation)
        before = known.get(i)
        days = [d for d in (talk.last, before and before.day) if d]
        everybody = talk.present | {people.owner} | set(before.people if before else ())
        yield Gathering(
            i, "conversation", max(days, default=None), tuple(sorted(everybody)),
            source=people.source,
        )  # fmt: skip
