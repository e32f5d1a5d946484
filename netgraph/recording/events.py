"""Something that happened, written down with all that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from netgraph.journal import log as journal
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import Ask, Event, EventKind, Ledger, Person, Referral
from netgraph.recording.somebody import found_or_new, put
from netgraph.store import Change


class RecordedEvent(Record, frozen=True):
    """An event, whose name it is about, and the asks and referrals that it settled."""

    event: Event
    name: str
    settled: tuple[Ask | Referral, ...] = ()


def record_event(
    ledger: Ledger,
    change: Change,
    kind: str,
    who: str,
    *,
    day: date,
    note: str = "",
    about: str = "",
    due: date | None = None,
    value: float | None = None,
    new: bool = False,
) -> RecordedEvent:
    """Write down what happened; a talk settles what it was for, and who was met is no lead.

    ``who`` and ``about`` are as typed. For what is raised see `netgraph.journal.log.event` and
    `found_or_new`.
    """
    likely = _waited_for(ledger, kind, day)
    person = found_or_new(ledger, change, who, day=day, new=new, likely=likely)
    third = found_or_new(ledger, change, about, day=day, new=new, lead=True).id if about else None
    event = journal.event(
        ledger, kind, person.id, day=day, note=note, about=third, due=due, value=value
    )
    settled = tuple(journal.settled_by(ledger, event))
    met = person.lead and event.kind in journal.ENCOUNTERS
    put(change, [event, *settled, *(_no_leads(ledger, change, person.id, day) if met else ())])
    return RecordedEvent(event, person.name, settled)


def _waited_for(ledger: Ledger, kind: str, day: date) -> Iterator[str]:
    """Yield with whom something of a kind is to be expected: thanks, or a talk that is planned."""
    from netgraph.agenda.day_facts import facts_on  # noqa: PLC0415 - only namesakes need it

    facts = facts_on(AsOf(ledger, day))
    if kind == EventKind.THANKED:
        yield from (i for i, _, _ in facts.kindnesses())
    elif kind in journal.WORDS and journal.WORDS[kind][0] in journal.ENCOUNTERS:
        yield from (i for i, _, _ in facts.planned())
        yield from facts.open_asks()


def _no_leads(ledger: Ledger, change: Change, person: str, day: date) -> Iterator[Person]:
    """Yield the stored records that make up a person, as of somebody met on a day."""
    for record in change.facts(Person).values():
        if ledger.alias.get(record.id, record.id) == person:
            yield replace(record, lead=False, met=day)
