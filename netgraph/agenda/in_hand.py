"""What is in hand: how far one has come with each employer that a goal names, made of facts.

While something is in hand at an employer nobody else there is asked: an ask is waited for seven
business days, a name two weeks, a talk until two weeks after it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import msgspec

from netgraph.agenda.colleagues import colleagues_on
from netgraph.agenda.day_facts import DayFacts, day_of, employers_on, facts_on
from netgraph.agenda.names_given import FRESH, names_given_on, spoken_day
from netgraph.identity.firms import firm_of, firms_on
from netgraph.journal.asks import Standing
from netgraph.journal.goals import open_goals
from netgraph.journal.log import ENCOUNTERS
from netgraph.model.as_of import AsOf, lasting, part, shelved
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Goal

ANSWER_WITHIN: Final = 7
"""Business days that an ask is waited for."""

AFTER_A_TALK: Final = timedelta(days=14)
"""So long after a talk nobody else is asked at that employer."""


class Stage(StrEnum):
    """How far one has come, the farthest first."""

    PLANNED = "talk planned"
    GIVEN = "name waiting for you"
    ASKED = "asked"
    TALKED = "talked"
    DOOR = "door known"
    NOBODY = "nobody known"


class Progress(Record, frozen=True):
    """How far one has come with an employer of a goal.

    ``firm`` is what the employer is known by (`netgraph.identity.firms.firm_of`), "" for a goal
    that names none. ``person`` is who it is about, None for a door or nobody; nobody else there is
    asked before ``until``; ``words`` say it.
    """

    goal: str
    firm: str
    name: str
    stage: Stage
    words: str
    person: str | None = None
    until: date | None = None

    @property
    def in_hand(self) -> bool:
        """Whether something is under way."""
        return self.until is not None


@part
def progress_on(view: AsOf) -> tuple[Progress, ...]:
    """Return how far one has come with each employer of each open goal, by goal.

    >>> from netgraph.model.records import Event, EventKind, Ledger, Person
    >>> plan = Event("e", EventKind.PLANNED, date(2026, 5, 1), "me", "ana", due=date(2026, 5, 7))
    >>> book = Ledger(
    ...     {"ana": Person("ana", "Ana", company="Acme")},
    ...     goals=(Goal("g", "cook", companies=("Acme",)),),
    ...     events=(plan,),
    ... )
    >>> [found] = progress_on(AsOf(book, date(2026, 5, 4)))
    >>> found.stage.value, found.words
    ('talk planned', 'you talk with Ana on Thursday 7 May')
    """
    facts, staff = facts_on(view), _staff(view)
    found: list[Progress] = []
    for goal in open_goals(view.ledger):
        for company in goal.companies:
            firm = _firm(view, company)
            name = firms_on(view).by_id[firm].name if firm in firms_on(view).by_id else company
            found.append(_progress(facts, goal, firm, name, staff.get(firm, {})))
        if not goal.companies:
            people = {a.ask.person: True for a in facts.asks if a.ask.goal == goal.id}
            one = _progress(facts, goal, "", goal.text, people)
            if one.in_hand:
                found.append(one)
    return tuple(found)


def in_hand_on(view: AsOf) -> Mapping[str, Progress]:
    """Return what is in hand, by what the employer is known by."""
    return {p.firm: p for p in progress_on(view) if p.in_hand and p.firm}


def _firm(view: AsOf, company: str) -> str:
    """Return what the employer of a goal is known by."""
    return firms_on(view).one(company) or firm_of(view.ledger, company) or company


_STAFF: Final = msgspec.msgpack.Decoder(dict[str, dict[str, bool]])


@lasting("people", "positions", "spelling")
@shelved("staff", msgspec.msgpack.encode, lambda _, data: _STAFF.decode(data), stands=True)
def _staff(view: AsOf) -> Mapping[str, Mapping[str, bool]]:
    """Return who is (True) or was (False) at each employer."""
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    for position in view.ledger.positions:
        if position.person != EGO and (firm := firm_of(view.ledger, position.organisation)):
            found[firm][position.person] = position.current
    for firm, people in employers_on(view).items():
        found[firm] |= dict.fromkeys(people, True)
    return dict(found)


def _progress(
    facts: DayFacts, goal: Goal, firm: str, name: str, staff: Mapping[str, bool]
) -> Progress:
    """Return how far one has come with one employer."""
    for stages in (_planned, _given, _asked, _talked):
        for person, stage, words, until in stages(facts, firm, staff):
            if until >= facts.as_of:
                return Progress(goal.id, firm, name, stage, words, person, until)
    if doors := [i for i in staff if i in facts.ledger.people and not facts.ledger.people[i].lead]:
        names = sorted(facts.name(i) for i in doors)
        more = f" and {len(names) - 2} more" if len(names) > 2 else ""
        return Progress(goal.id, firm, name, Stage.DOOR, f"you know {', '.join(names[:2])}{more}")
    return Progress(goal.id, firm, name, Stage.NOBODY, "nobody there is known yet")


Found = Iterator[tuple[str, Stage, str, date]]


def _planned(facts: DayFacts, firm: str, staff: Mapping[str, bool]) -> Found:
    """Yield the talks to come with people there, the next first."""
    plans = sorted((day, i) for i, _, day in facts.planned() if i in staff and day >= facts.as_of)
    for day, i in plans:
        when = "today" if day == facts.as_of else f"on {day:%A} {spoken_day(day)}"
        yield i, Stage.PLANNED, f"you talk with {facts.name(i)} {when}", day + AFTER_A_TALK


def _given(facts: DayFacts, firm: str, staff: Mapping[str, bool]) -> Found:
    """Yield the names of people there that wait for ego."""
    for name in names_given_on(facts.view):
        if name.person in staff:
            words = f"write to {facts.name(name.person)}: {name.words}"
            yield name.person, Stage.GIVEN, words, name.day + FRESH


def _asked(facts: DayFacts, firm: str, staff: Mapping[str, bool]) -> Found:
    """Yield whom ego asked, there or for somebody there, and waits for."""
    for state in sorted(facts.asks, key=lambda a: a.asked[-1:], reverse=True):
        i = state.ask.person
        meant = i in staff or (firm and _firm(facts.view, state.ask.target) == firm)
        if not meant or not state.asked:
            continue
        day = state.asked[-1]
        if state.standing == Standing.WAITING:
            until = facts.after(day, ANSWER_WITHIN)
            words = (
                f"you asked {facts.name(i)} on {spoken_day(day)}; wait until {spoken_day(until)}"
            )
            yield i, Stage.ASKED, words, until
        elif state.standing in (Standing.ANSWERED, Standing.AGREED):
            since = state.since or day
            said = "said yes" if state.standing == Standing.AGREED else "answered"
            words = f"{facts.name(i)} {said} on {spoken_day(since)}; settle when to talk"
            yield i, Stage.ASKED, words, since + AFTER_A_TALK


def _talked(facts: DayFacts, firm: str, staff: Mapping[str, bool]) -> Found:
    """Yield the latest talks with people there."""
    talks = [(day_of(e), i) for i in staff for e in facts.events.get(i, ()) if e.kind in ENCOUNTERS]
    for day, i in sorted(talks, reverse=True)[:1]:
        until = day + AFTER_A_TALK
        words = f"you talked with {facts.name(i)} on {spoken_day(day)}; open again from "
        yield i, Stage.TALKED, words + spoken_day(until + timedelta(days=1)), until


@part
def at_rest_on(view: AsOf) -> Mapping[str, tuple[date, str]]:
    """Return whom to leave alone for what is under way with them: from when on again, and why.

    Whoever has a talk with ego ahead, had one within two weeks, or opened a door that ego has not
    gone through yet is asked for nothing else.
    """
    facts = facts_on(view)
    found: dict[str, tuple[date, str]] = {}
    for i in facts.events:
        for talk in facts.talks(i):
            until = day_of(talk) + AFTER_A_TALK + timedelta(days=1)
            found[i] = until, f"you talked on {spoken_day(day_of(talk))}: let it rest"
    for name in names_given_on(view):
        until = name.day + FRESH + timedelta(days=1)
        why = f"{facts.name(name.introducer)} {_OPENED[name.introduced]} {facts.name(name.person)}"
        found[name.introducer] = until, f"{why} on {spoken_day(name.day)}: follow that up first"
    for i, _, day in facts.planned():
        found[i] = day + timedelta(days=1), f"you talk on {spoken_day(day)}"
    return {i: why for i, why in found.items() if why[0] > view.day}


_OPENED: Final = {True: "introduced you to", False: "gave you the name of"}


@part
def later_on(view: AsOf) -> Mapping[str, tuple[date, str]]:
    """Return who may be asked only from a later day on, for what is in hand at their employer."""
    facts, found = facts_on(view), dict(colleagues_on(view))
    for firm, progress in in_hand_on(view).items():
        if not progress.until or not progress.person:
            continue
        for i, now in _staff(view).get(firm, {}).items():
            waits = i in found and progress.stage == Stage.ASKED  # for an answer, as anywhere
            if now and i != progress.person and not waits:
                day = progress.until + timedelta(days=1)
                found[i] = max(
                    (day, f"{progress.name} is in hand ({facts.name(progress.person)})"),
                    found.get(i, (day, "")),
                )
    return found
