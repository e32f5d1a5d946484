"""What several exports of one account tell of one person, told once.

An older export may have stored by name whom a newer one has by profile. Read through the match of
the two, their jobs, connections and messages are those of one person, and come out the same in
whichever order the files were imported.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from netgraph.model import ids
from netgraph.model.records import (
    CONNECTION,
    Correspondence,
    Event,
    EventKind,
    Origin,
    Person,
    Position,
    Tie,
)


def as_shown(records: Sequence[Person]) -> Iterator[Person]:
    """Yield one record for each source with dated lists: what the newest list shows is so."""
    by_source: defaultdict[str, list[Person]] = defaultdict(list)
    for record in records:
        by_source[record.source].append(record)
    for told in by_source.values():
        if len(told) == 1 or not any(p.seen for p in told):
            yield from told
            continue
        newest = max(told, key=lambda p: (not p.lead, p.seen or date.min, bool(p.urls), p.id))
        yield replace(
            newest,
            emails=tuple(sorted({v for p in told for v in p.emails})),
            urls=tuple(sorted({v for p in told for v in p.urls})),
            phones=tuple(dict.fromkeys(v for p in (newest, *told) for v in p.phones)),
            tags=tuple(dict.fromkeys(v for p in (newest, *told) for v in p.tags)),
            lead=all(p.lead for p in told),
        )


def former_jobs(records: Sequence[Person], person: str) -> Iterator[Position]:
    """Yield the jobs that only the older lists of one source show."""
    newest: dict[str, Person] = {}
    for p in sorted(records, key=lambda p: (p.seen or date.min, bool(p.urls), p.id)):
        newest[p.source] = p
    for p in records:
        now = newest[p.source]
        if p.seen and (p.company or p.title) and (p.company, p.title) != (now.company, now.title):
            yield job_shown(p, person)


def job_shown(record: Person, person: str) -> Position:
    """Return the job that a record shows, as one that ``person`` had."""
    return Position(
        ids.job(person, record.company, record.title),
        person,
        record.company,
        record.title,
        seen=record.seen,
        source=record.source,
        origin=Origin.FORMER,
    )


def past(
    positions: Iterable[Position], people: Mapping[str, Person], alias: Mapping[str, str]
) -> tuple[Position, ...]:
    """Return every past job once, when it was last seen; what is the present one again is none."""
    found: dict[str, Position] = {}
    for position in positions:
        from_list = position.origin == Origin.FORMER
        if position.person in alias:
            position = replace(position, person=alias[position.person])
            if from_list:
                i = ids.job(position.person, position.organisation, position.title)
                position = replace(position, id=i)
        now = people.get(position.person)
        if (
            from_list
            and now
            and (now.company, now.title) == (position.organisation, position.title)
        ):
            continue
        known = found.get(position.id)
        if known is None or (known.seen or date.min) < (position.seen or date.min):
            found[position.id] = position
    return tuple(found[i] for i in sorted(found)) if alias else tuple(found.values())


def between_two(ties: Iterable[Tie], alias: Mapping[str, str]) -> tuple[Tie, ...]:
    """Return the ties between different people; a connection that two lists show is one."""
    found: dict[str, Tie] = {}
    for tie in ties:
        u, v = alias.get(tie.u, tie.u), alias.get(tie.v, tie.v)
        if u == v:
            continue
        if (u, v) != (tie.u, tie.v):
            tie = replace(tie, id=_tie_id(tie, v), u=u, v=v)
        known = found.get(tie.id)
        if known and (days := [t.since for t in (known, tie) if t.since]):
            tie = replace(tie, since=min(days))
        found[tie.id] = tie
    return tuple(found.values())


def renamed(ties: Iterable[Tie], alias: Mapping[str, str]) -> dict[str, str]:
    """Return the ids that `between_two` gives to ties, and those of the first that got them.

    >>> one = Tie("t1", "me", "ana", kind=CONNECTION, source="linkedin")
    >>> list(renamed([one], {"ana": "p1"}).values()), renamed([one], {"ben": "p1"})
    (['t1'], {})
    """
    first: dict[str, str] = {}
    for tie in ties if alias else ():
        u, v = alias.get(tie.u, tie.u), alias.get(tie.v, tie.v)
        if u != v:
            first.setdefault(_tie_id(tie, v) if (u, v) != (tie.u, tie.v) else tie.id, tie.id)
    return {i: stored for i, stored in first.items() if i != stored}


def _tie_id(tie: Tie, v: str) -> str:
    """Return the id of a tie that is told of human beings."""
    return ids.connection(tie.source, v) if tie.kind == CONNECTION else tie.id


def shown_by_name(people: Mapping[str, Person], alias: Mapping[str, str]) -> set[str]:
    """Return the records whom an older export showed by name and a newer one by profile."""
    profiled = {(p.source, alias.get(i, i)) for i, p in people.items() if p.urls and alias}
    return {
        i for i in alias
        if (p := people.get(i)) and not p.urls and (p.source, alias[i]) in profiled
    }  # fmt: skip


def correspondence_once(
    correspondence: tuple[Correspondence, ...], by_name: Collection[str], alias: Mapping[str, str]
) -> tuple[Correspondence, ...]:
    """Return the letters between human beings; those of one pair, kind and source are one.

    ``by_name`` are the records of `shown_by_name`: of a day, what the export shows that has most
    of it is all there was.
    """
    if not alias:
        return correspondence
    groups: defaultdict[tuple[str, EventKind, str, str], list[Correspondence]] = defaultdict(list)
    for some in correspondence:
        pair = alias.get(some.giver, some.giver), alias.get(some.taker, some.taker)
        groups[some.source, some.kind, *pair].append(some)
    return tuple(
        replace(group[0], giver=giver, taker=taker, days=_days_once(group, by_name))
        for (_, _, giver, taker), group in groups.items()
    )


def _days_once(
    group: Sequence[Correspondence], by_name: Collection[str]
) -> tuple[date | None, ...]:
    """Return the days of letters of which the exports of several years have some in common."""
    if len(group) == 1:
        return group[0].days
    older, newer = Counter[date | None](), Counter[date | None]()
    for some in group:
        (older if {some.giver, some.taker} & {*by_name} else newer).update(some.days)
    undated = older.pop(None, 0) + newer.pop(None, 0)
    return (*[None] * undated, *sorted((older | newer).elements(), key=lambda d: d or date.min))


def told_once(
    events: tuple[Event, ...], by_name: Collection[str], alias: Mapping[str, str]
) -> tuple[Event, ...]:
    """Leave out what an older export tells of somebody by name and a newer one by profile.

    ``by_name`` are the records of `shown_by_name`; the events still name them.
    """
    return tuple(_told_once(events, by_name, alias)) if by_name else events


def _told_once(
    events: Sequence[Event], by_name: Collection[str], alias: Mapping[str, str]
) -> Iterator[Event]:
    """Yield the events, with as many of a day as the export shows that has most of them."""

    def key(e: Event) -> tuple[object, ...]:
        pair = alias.get(e.giver, e.giver), alias.get(e.taker, e.taker)
        return e.source, e.kind, e.day, *pair, e.note

    older = {e.id for e in events if e.day and (e.giver in by_name or e.taker in by_name)}
    more: Counter[tuple[object, ...]] = Counter()
    for event in events:
        if event.id in older:
            more[key(event)] += event.count
    newer = [(e, k) for e in events if e.id not in older and (k := key(e)) in more]
    for event, k in newer:
        more[k] -= event.count
    surplus = {e.id: more[k] for k, e in {k: e for e, k in reversed(newer)}.items() if more[k] > 0}
    told = {k for _, k in newer}
    for event in events:
        if event.id in surplus:
            yield replace(event, count=event.count + surplus[event.id])
        elif event.id not in older or key(event) not in told:
            yield event
