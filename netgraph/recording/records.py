"""An event, an ask or a referral, written down with all that follows from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from netgraph.agenda.colleagues import colleague_asked
from netgraph.agenda.day_facts import facts_on
from netgraph.journal import limits
from netgraph.journal import log as journal
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Ask, Event, EventKind, Ledger, Person, Referral
from netgraph.recording.somebody import found_or_new, put, target_of
from netgraph.store import Change


class RecordedEvent(Record, frozen=True):
    """An event, whose name it is about, and the asks and referrals that it settled."""

    event: Event
    name: str
    settled: tuple[Ask | Referral, ...] = ()


class RecordedAsk(Record, frozen=True):
    """An ask, of whom, and why it had better have waited ("" if it need not)."""

    ask: Ask
    name: str
    caution: str = ""


class RecordedReferral(Record, frozen=True):
    """A referral, the names of introducer, person and to whom, and whether ego asked both first."""

    referral: Referral
    names: tuple[str, str, str]
    early: bool


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
    facts = facts_on(AsOf(ledger, day))
    if kind == EventKind.THANKED:
        yield from (i for i, _, _ in facts.kindnesses())
    elif kind in journal.WORDS and journal.WORDS[kind][0] in journal.ENCOUNTERS:
        yield from (i for i, _, _ in facts.planned())
        yield from facts.open_asks()


def record_ask(
    ledger: Ledger,
    change: Change,
    who: str,
    *,
    day: date,
    outcome: str = "",
    want: str = "",
    target: str = "",
    goal: str = "",
    via: str = "",
    note: str = "",
    words: int | None = None,
    new: bool = False,
) -> RecordedAsk:
    """Write down what was asked, or what became of it; see `netgraph.journal.log.ask`.

    What became of an ask is about whoever of that name was asked.
    """
    asked = [a.person for a in ledger.asks if journal.status(a) in journal.OPEN_ASK]
    likely = asked if outcome else ()
    person = found_or_new(ledger, change, who, day=day, new=new, lead=True, likely=likely)
    introducer = found_or_new(ledger, change, via, day=day, new=new).id if via else None
    ask = journal.ask(
        ledger,
        person.id,
        day=day,
        outcome=outcome,
        want=want,
        target=target_of(ledger, target),
        goal=goal,
        introducer=introducer,
        note=note,
        words=words,
    )
    begins = all(ask.id != a.id for a in ledger.asks)
    put(change, [ask])
    return RecordedAsk(ask, person.name, _caution(ledger, person, day) if begins else "")


def record_referral(
    ledger: Ledger,
    change: Change,
    introducer: str,
    person: str,
    *,
    day: date,
    to: str = EGO,
    status: str = "",
    by: str = "",
    note: str = "",
    new: bool = False,
) -> RecordedReferral:
    """Write down whose name was passed on, or how far it has come; ``me`` is ego."""

    def find(words: str, *, lead: bool = False) -> Person:
        if words.casefold() == EGO:
            return Person(EGO, "you")
        return found_or_new(ledger, change, words, day=day, new=new, lead=lead)

    three = find(introducer), find(person, lead=True), find(to)
    referral = journal.refer(
        ledger,
        three[0].id,
        three[1].id,
        day=day,
        to=three[2].id,
        outcome=status,
        by=find(by).id if by else None,
        note=note,
    )
    put(change, [referral])
    names = three[0].name, three[1].name, three[2].name
    return RecordedReferral(referral, names, _early(referral))


def _no_leads(ledger: Ledger, change: Change, person: str, day: date) -> Iterator[Person]:
    """Yield the stored records that make up a person, as of somebody met on a day."""
    for record in change.facts(Person).values():
        if ledger.alias.get(record.id, record.id) == person:
            yield replace(record, lead=False, met=day)


def _caution(ledger: Ledger, person: Person, day: date) -> str:
    """Say why somebody had better not be asked on a day; "" if nothing speaks against it."""
    ready, why = limits.ready_on(ledger, person.id, day)
    if ready and ready <= day:
        everybody = {**ledger.people, person.id: person}
        return colleague_asked(AsOf(dataclasses.replace(ledger, people=everybody), day), person.id)
    return why


def _early(referral: Referral) -> bool:
    """Whether ego introduced two people before both said yes."""
    unasked = referral.introducer == EGO and len(journal.agreed_by(referral)) < 2
    return unasked and journal.status(referral) == "introduced"
