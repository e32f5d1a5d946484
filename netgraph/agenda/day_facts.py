"""The facts of one day, sorted so that the rules of `netgraph.agenda.rules` find them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

import msgspec

from netgraph.identity.firms import firm_of
from netgraph.journal.asks import AskState, asks_on
from netgraph.journal.log import ENCOUNTERS, TALKS, steps_until
from netgraph.model.as_of import AsOf, lasting, part, shelved
from netgraph.model.base_record import Record
from netgraph.model.correspondence import days_until
from netgraph.model.dates import business_days_after
from netgraph.model.parties import other_party
from netgraph.model.records import (
    EGO,
    Ask,
    AskStatus,
    Event,
    EventKind,
    Ledger,
    Referral,
    ReferralStatus,
    Step,
)
from netgraph.model.statements import value_of

K = EventKind

FAVOURS: Final = frozenset({K.HELPED, K.ADVICE, K.REVIEW, K.ARTICLE, K.INTRODUCTION})
CONTACTS: Final = (
    FAVOURS
    | ENCOUNTERS
    | {K.MESSAGE, K.EMAIL, K.THANKED, K.REPORTED, K.PAID_FORWARD, K.RECOMMENDATION}
)
"""What restarts the time until one gets in touch again."""

TALKED: Final = "You talked"
"""The kindness that a talk is, in words."""

_LISTS: Final = msgspec.msgpack.Decoder(dict[str, list[str]])
_DAYS: Final = msgspec.msgpack.Decoder(dict[str, date])


class DayFacts(Record, frozen=True):
    """What happened up to ``as_of``: events with ego by the other person, in order, asks and
    referrals to ego with the steps taken.

    ``written`` has the day of the last letter to or from a person that a source shows.
    ``fulfilled`` has the days on which an ask of a person, or a name passed on, led to a talk.
    """

    view: AsOf
    country: str
    events: Mapping[str, Sequence[Event]]
    written: Mapping[str, date]
    asks: Sequence[AskState]
    referrals: Sequence[tuple[Referral, tuple[Step, ...]]]
    fulfilled: Mapping[str, Collection[date]]

    @property
    def ledger(self) -> Ledger:
        """All facts."""
        return self.view.ledger

    @property
    def as_of(self) -> date:
        """The day."""
        return self.view.day

    def name(self, i: str) -> str:
        """Return a person's name."""
        return self.ledger.people[i].name

    def after(self, day: date, n: int) -> date:
        """Return the n-th business day after a day in the user's country."""
        return business_days_after(day, n, country=self.country)

    def done(self, i: str, kinds: Collection[EventKind], since: date | None) -> bool:
        """Return whether something of these kinds happened with a person since a day."""
        events = self.events.get(i, ())
        return any(e.kind in kinds and (not since or day_of(e) >= since) for e in events)

    def planned(self) -> Iterator[tuple[str, Event, date]]:
        """Yield the planned talks that have not taken place: with whom, the plan, the day."""
        for i, events in self.events.items():
            for plan in events:
                if plan.kind == K.PLANNED and plan.due and not self.done(i, ENCOUNTERS, plan.day):
                    yield i, plan, plan.due

    def talks(self, i: str) -> Iterator[Event]:
        """Yield the talks that a person gave ego: interviews, and those an ask or name led to."""
        days = self.fulfilled.get(i, ())
        for event in self.events.get(i, ()):
            given = event.kind == K.INTERVIEW and event.taker == EGO
            if given or (event.kind in TALKS and event.day in days):
                yield event

    def kindnesses(self) -> Iterator[tuple[str, date, str]]:
        """Yield what people did for ego that wants to be thanked: who, when, what."""
        for i, events in self.events.items():
            for talk in self.talks(i):
                yield i, day_of(talk), TALKED
            for event in events:
                if event.giver == i and event.kind in FAVOURS:
                    yield i, day_of(event), "They helped you"
        for referral, steps in self.referrals:
            for step in steps:
                if step.status == ReferralStatus.INTRODUCED and step.day:
                    what = f"They introduced you to {self.name(referral.person)}"
                    yield referral.introducer, step.day, what

    def last_contact(self, i: str) -> date | None:
        """Return the last day of real contact with a person, an ask included."""
        days = [day_of(e) for e in self.events.get(i, ()) if e.kind in CONTACTS]
        days += [self.written[i]] if i in self.written else []
        days += [s.day for a in self.asks if a.ask.person == i for s in a.steps if s.day]
        return max(days, default=None)

    def open_asks(self) -> frozenset[str]:
        """Return of whom something is asked that has not come to an end."""
        return frozenset(a.ask.person for a in self.asks if a.is_open)


@part
def facts_on(view: AsOf) -> DayFacts:
    """Sort the facts known on a day; facts about somebody unknown are left out.

    >>> facts_on(AsOf(Ledger(), date(2026, 5, 1))).events
    {}
    """
    ledger, as_of = view.ledger, view.day
    events: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(ledger.events, key=lambda e: (e.day or date.min, e.id)):
        if event.day and event.day <= as_of and EGO in (event.giver, event.taker):
            events[other_party(event)].append(event)
    people = ledger.people
    asks = [a for a in asks_on(view) if a.ask.person in people]
    referrals = [
        (r, s)
        for r in ledger.referrals
        if r.to == EGO and {r.introducer, r.person} <= people.keys()
        if (s := steps_until(r, as_of))
    ]
    return DayFacts(
        view,
        country_on(view),
        {i: events[i] for i in people if i != EGO and i in events},
        _last_written(view),
        asks,
        referrals,
        _fulfilled([*((a.ask, a.steps) for a in asks), *referrals]),
    )


@part
def country_on(view: AsOf) -> str:
    """Return the country whose holidays the user keeps, "" if they did not say."""
    return value_of(view.ledger.statements, EGO, "country", as_of=view.day) or ""


@lasting("people", "spelling")
@shelved("employers", msgspec.msgpack.encode, lambda _, data: _LISTS.decode(data), stands=True)
def employers_on(view: AsOf) -> Mapping[str, Sequence[str]]:
    """Return who works at each employer, by what it is known by; ego is nowhere."""
    found: dict[str, list[str]] = defaultdict(list)
    known_as = cache(lambda company: firm_of(view.ledger, company))
    for person in view.ledger.people.values():
        if person.id != EGO and (firm := known_as(person.company)):
            found[firm].append(person.id)
    return dict(found)


@lasting("correspondence")
@shelved("last written", msgspec.msgpack.encode, lambda _, data: _DAYS.decode(data), stands=True)
def _last_written(view: AsOf) -> dict[str, date]:
    """Return the last day on which ego and somebody wrote, by person."""
    last: dict[str, date] = {}
    for some in view.ledger.correspondence:
        days = days_until(some, view.day)
        if days and days[-1] and EGO in (some.giver, some.taker):
            other = other_party(some)
            last[other] = max(last.get(other, date.min), days[-1])
    return last


def _fulfilled(
    facts: Iterable[tuple[Ask | Referral, tuple[Step, ...]]],
) -> dict[str, set[date]]:
    """Return the days on which what was asked for came true, by person."""
    days: dict[str, set[date]] = defaultdict(set)
    for fact, steps in facts:
        ended = {s.day for s in steps if s.status in (AskStatus.DONE, ReferralStatus.MET) and s.day}
        days[fact.person] |= ended
    return days


def day_of(event: Event) -> date:
    """Return the day of an event that is known to have one."""
    return event.day or date.min
