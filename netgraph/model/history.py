"""What was known on a day: a number for a day sees only what is dated by then.

What the user writes counts from its day on. What was imported counts by the days in the file,
whenever it was read in; the title and employer in a list, which have no day, hold back to the list
before, whose job is a past one from then on. Who is one person (merged or not, forgotten, called
so, reached there) holds for every day.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import Any, TypeVar

from msgspec.structs import replace

from netgraph.model.correspondence import days_until
from netgraph.model.kinds import named
from netgraph.model.records import (
    CONNECTION,
    EGO,
    YOU,
    Ask,
    Correspondence,
    Fact,
    Goal,
    Ledger,
    Means,
    Origin,
    Position,
    Referral,
    Source,
    Tie,
)
from netgraph.model.statements import LASTING

S = TypeVar("S", Ask, Referral)


def known_by(facts: Ledger, day: date) -> Ledger:
    """Return the facts that were known by a day.

    ``facts`` are as stored, or of people: then what was said of a title or an employer is in the
    people already, and `netgraph.identity.resolution.resolve` with ``as_of`` goes back further.

    Examples
    --------
    >>> from netgraph.model.records import Person
    >>> may, june = date(2026, 5, 1), date(2026, 6, 1)
    >>> book = Ledger({"ana": Person("ana", "Ana"), "ben": Person("ben", "Ben", day=june)})
    >>> list(known_by(book, may).people), list(known_by(book, june).people)
    (['ana'], ['ana', 'ben'])
    """
    positions, jobs = _jobs(facts.positions, day)
    known = dataclasses.replace(
        facts,
        events=tuple(e for e in facts.events if _is_by(e.day, day)),
        correspondence=tuple(_written(facts.correspondence, day)),
        asks=_begun(facts.asks, day),
        referrals=_begun(facts.referrals, day),
        goals=tuple(_goals(facts.goals, day)),
        ties=tuple(t for t in facts.ties if _is_by(t.day, day) and _is_by(t.since, day)),
        relations=tuple(r for r in facts.relations if _is_by(r.day, day)),
        gatherings=tuple(g for g in facts.gatherings if _is_by(g.day, day)),
        wishes=tuple(w for w in facts.wishes if _is_by(w.day, day)),
        statements=tuple(s for s in facts.statements if s.field in LASTING or _is_by(s.day, day)),
        sources=tuple(_list_by(source, day) for source in facts.sources),
        positions=positions,
    )
    people = {i: replace(p, **jobs[i]) if i in jobs else p for i, p in facts.people.items()}
    unmet = {i: replace(p, lead=True) for i, p in people.items() if p.met and p.met > day}
    people |= unmet
    later = _later(facts, day)
    later -= _named(known) if later else set()
    if not later:
        return dataclasses.replace(known, people=people) if jobs or unmet else known
    return dataclasses.replace(
        known,
        people={i: p for i, p in people.items() if i not in later},
        positions=tuple(p for p in positions if p.person not in later),
        statements=tuple(s for s in known.statements if s.subject not in later),
    )


def lasting_from(facts: Ledger) -> date | None:
    """Return a day from which on all of who is who is known, None if no day is.

    From then on `known_by` leaves out no person, tie, job, letter, gathering, statement or source,
    and no goal that names a firm which nothing else does, whatever the day: nothing is dated later.

    >>> from netgraph.model.records import Person
    >>> lasting_from(Ledger({"ana": Person("ana", "Ana", day=date(2026, 5, 1))}))
    datetime.date(2026, 5, 1)
    """
    firms = {name for o in facts.organisations.values() for name in (o.id, *o.spellings)}
    unlisted = [g for g in facts.goals if not firms.issuperset(g.companies)]
    days = chain(_days(facts), (step.day for goal in unlisted for step in goal.steps))
    day = max(filter(None, days), default=date.min)
    known = known_by(facts, day)
    same = all(getattr(known, f) == getattr(facts, f) for f in _WHO)
    return day if same and (not unlisted or known.goals == facts.goals) else None


_WHO = ("people", "positions", "correspondence", "ties", "gatherings", "statements", "sources")
"""The fields on which it depends who is who, besides goals that name firms."""


def _days(facts: Ledger) -> Iterator[date | None]:
    """Yield the days that decide whether something of these fields was known."""
    for person in facts.people.values():
        yield person.day
        yield person.met
    for tie in facts.ties:
        yield tie.day
        yield tie.since
    yield from (some.days[-1] for some in facts.correspondence if some.days)
    for job in facts.positions:
        if job.origin == Origin.FORMER and job.seen and job.seen < date.max:
            yield job.seen + timedelta(days=1)  # up to that day it was the present one
    yield from (source.snapshot for source in facts.sources)
    yield from (gathering.day for gathering in facts.gatherings)
    yield from (said.day for said in facts.statements)


def present(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Return the goals without their earlier wordings."""
    return tuple(goal for goal in goals if not goal.version_of)


def _is_by(when: date | None, day: date) -> bool:
    """Return whether something was by a day; what has no day was before them all."""
    return when is None or when <= day


def _written(correspondence: Iterable[Correspondence], day: date) -> Iterable[Correspondence]:
    """Yield what was written by a day."""
    for some in correspondence:
        days = days_until(some, day)
        if days:
            yield some if len(days) == len(some.days) else replace(some, days=days)


def _begun(facts: tuple[S, ...], day: date) -> tuple[S, ...]:
    """Return what was begun by a day, with the steps that were taken by then."""
    found = []
    for fact in facts:
        steps = tuple(s for s in fact.steps if _is_by(s.day, day))
        if len(steps) == len(fact.steps):
            found.append(fact)
        elif steps:
            found.append(replace(fact, steps=steps))
    return tuple(found)


def _goals(goals: Iterable[Goal], day: date) -> Iterable[Goal]:
    """Yield the goals that were set by a day, in their words of that day.

    An earlier wording has the steps before the one that replaced it.
    """
    earlier: defaultdict[str, list[Goal]] = defaultdict(list)
    for goal in goals:
        if goal.version_of:
            earlier[goal.version_of].append(goal)
    for goal in goals:
        steps = tuple(s for s in goal.steps if _is_by(s.day, day))
        if goal.version_of or (goal.steps and not steps):
            continue
        before = sorted(earlier[goal.id], key=lambda g: len(g.steps))
        then = next((g for g in before if len(g.steps) >= len(steps)), goal)
        yield replace(then, id=goal.id, steps=steps, version_of="")


def _list_by(source: Source, day: date) -> Source:
    """Return a source without a list that is newer: nobody is gone from it yet."""
    return source if _is_by(source.snapshot, day) else replace(source, snapshot=None)


def _jobs(
    positions: tuple[Position, ...], day: date
) -> tuple[tuple[Position, ...], Mapping[str, dict[str, Any]]]:
    """Return the jobs that were past on a day, and who then still had one of the others."""
    later = [
        p for p in positions if p.origin == Origin.FORMER and p.seen is not None and p.seen >= day
    ]
    if not later:
        return positions, {}
    first: dict[str, Position] = {}
    for p in sorted(later, key=lambda p: (p.seen or day, p.id)):
        first.setdefault(p.person, p)
    gone = {p.id for p in later}
    jobs = {i: {"company": p.organisation, "title": p.title} for i, p in first.items()}
    return tuple(p for p in positions if p.id not in gone), jobs


def _later(facts: Ledger, day: date) -> set[str]:
    """Return who was written down, or became a connection, after a day."""
    typed = {i for i, p in facts.people.items() if not _is_by(p.day, day)}
    joined = {
        i for t in facts.ties if t.kind == CONNECTION and not _is_by(t.since, day)
        for i in (t.u, t.v)
    }  # fmt: skip
    return (typed | joined) - {EGO}


def _named(known: Ledger) -> set[str]:
    """Return whom the facts name that were known, but for what is said of a person alone."""
    kinds: tuple[Iterable[Fact | Correspondence], ...] = (
        known.events, known.correspondence, known.asks, known.referrals, known.goals, known.ties,
        known.relations, known.gatherings, known.sources,
    )  # fmt: skip
    return {i for some in kinds for fact in some for i in named(fact, Means.PERSON, Means.TARGET)}


def newest_word(ties: tuple[Tie, ...]) -> tuple[Tie, ...]:
    """Return the ties, with the newest only of what the user says of two people.

    >>> warm = Tie("t1", "me", "ana", closeness="warm")
    >>> close = Tie("t2", "me", "ana", closeness="close", day=date(2026, 5, 1))
    >>> [tie.closeness for tie in newest_word((close, warm))]
    ['close']
    """
    told: dict[frozenset[str], Tie] = {}
    for tie in ties:
        pair = frozenset((tie.u, tie.v))
        if tie.source == YOU and (pair not in told or _age(told[pair]) <= _age(tie)):
            told[pair] = tie
    return tuple(t for t in ties if t.source != YOU or told[frozenset((t.u, t.v))] is t)


def _age(tie: Tie) -> tuple[date, str]:
    """Return how new a word is."""
    return tie.day or date.min, tie.id
