"""What pools show of whom ego's own contacts know, as ties that `suggest` and `path` look at.

A member whom ego knows is a contact who knows somebody at Siemens, by their own word; who that is
stays unsaid ("somebody at Siemens"). They are in no list of people and in no file: the view that
suggestions are made of has them, and ends with the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from netgraph.identity.companies import company_key
from netgraph.identity.firms import firms_of
from netgraph.journal.asks import REST
from netgraph.journal.limits import QUARTER, is_in_quarter
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Basis, Fact, Ledger, Organisation, Origin, Person, Tie
from netgraph.model.text import fold
from netgraph.pools.extras import MissingExtra
from netgraph.pools.finding import HANDLE, Counted, counted
from netgraph.pools.kept import KeptPool, kept_pool
from netgraph.pools.limits import BEARS
from netgraph.pools.membership import Membership, member_of
from netgraph.pools.shares import BAND_WORDS, band_of, person_marks
from netgraph.store import Store
from netgraph.store.pooled import pools
from netgraph.suggestions.right_ask import Target
from netgraph.suggestions.suggestion import Suggestion

MOST: Final = 200
"""So many contacts of one member are looked at, the closest first; all at what is looked for."""

UNNAMED: Final = "somebody"
"""How those are called whose name is not shared."""

Rest = tuple[date | None, str]


@dataclass(frozen=True, slots=True)
class Added:
    """What one pool adds to a view: facts, and who should be left alone until when, and why."""

    facts: tuple[Fact, ...]
    rests: Mapping[str, Rest]


def with_pools(view: AsOf, store: Store, *, wanted: Collection[str] = ()) -> AsOf:
    """Return a view to which ego's pools have added what they show of ego's contacts.

    ``wanted`` are employers: everybody there is looked at. A store without pools gives the view
    itself, and so does one whose extra is not installed any more.
    """
    held = pools(store)
    if not held:
        return view
    try:
        added = [_added(view, store, member_of(store, row.name), wanted) for row in held]
    except MissingExtra:
        return view
    rests = {person: rest for one in added for person, rest in one.rests.items()}
    facts = [fact for one in added for fact in one.facts]
    return AsOf(with_facts(view.ledger, facts), view.day, elsewhere=rests)


def unsaid(found: Sequence[Suggestion], view: AsOf) -> tuple[Suggestion, ...]:
    """Return suggestions in which nobody is a target who is in no store.

    Whom a member knows and has not named is somebody at an employer, or in a field of work, and
    that is what is asked for; a name that they shared is asked for by the name.
    """
    people = view.ledger.people
    shared = {i: p for i, p in people.items() if p.origin == Origin.SHARED}
    return tuple(
        replace(s, target=_target(shared[s.target.id])) if s.target.id in shared else s
        for s in found
    )


def _target(person: Person) -> Target:
    """Return what to ask for to meet somebody of whom this is known."""
    if not person.name.startswith(UNNAMED):
        return Target("person", None, person.name)
    if person.company:
        return Target("company", None, person.company)
    return Target("field", None, person.name.removeprefix(f"{UNNAMED} in "))


def with_facts(ledger: Ledger, facts: list[Fact]) -> Ledger:
    """Return a ledger with these people, ties and organisations in it as well."""
    people = {f.id: f for f in facts if isinstance(f, Person)}
    firms = {f.id: f for f in facts if isinstance(f, Organisation)}
    spelling = {name: firm.id for firm in firms.values() for name in firm.spellings}
    return replace(
        ledger,
        people={**people, **ledger.people},
        organisations={**ledger.organisations, **firms},
        spelling={**spelling, **ledger.spelling},
        ties=(*ledger.ties, *(f for f in facts if isinstance(f, Tie))),
    )


def _added(view: AsOf, store: Store, member: Membership, wanted: Collection[str]) -> Added:
    """Return what one pool adds."""
    pool = kept_pool(store, member, lambda: view, view.day)
    mine = dict(_own_people(view, pool, member))
    count = counted(pool, member, view)
    facts: list[Fact] = []
    for key, person in sorted(mine.items()):
        if key in pool.facts.members:
            facts += _contacts(view, pool, count, member.name, key, person, wanted)
    return Added(tuple(facts), _rests(view.day, count, mine))


def _own_people(view: AsOf, pool: KeptPool, member: Membership) -> Iterator[tuple[str, str]]:
    """Yield who of the members, and of those who were asked, is whom ego knows.

    A member is known by address, or by a name that nobody else among ego's people has.
    """
    looked_for = {*pool.facts.members, *(ask.person for ask in pool.facts.asked)}
    marks = {r["mark"]: r["person"] for r in pool.rows("marks", "person", looked_for)}
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for person in view.ledger.people.values():
        if person.id == EGO:
            continue
        by_name[fold(person.name)].append(person.id)
        found = (marks[m] for m in person_marks(view, member.key.secret, person) if m in marks)
        if key := next(found, ""):
            yield key, person.id
    for key, one in pool.facts.members.items():
        called = by_name.get(fold(one.called), [])
        if len(called) == 1:
            yield key, called[0]


def _contacts(
    view: AsOf, pool: KeptPool, count: Counted, name: str, key: str, person: str,
    wanted: Collection[str],
) -> Iterator[Fact]:  # fmt: skip
    """Yield whom a member knows, as people without a name, and the ties with them."""
    ties = {row["target"]: row["strength"] for row in pool.rows("ties", "source", {key})}
    known = {row["target"] for row in pool.rows("ties", "source", {pool.facts.ego})}
    strangers = ties.keys() - known - {pool.facts.ego, *pool.facts.members}
    rows = pool.rows("people", "person", strangers)
    keys = {company_key(name) for name in wanted} - {""}
    rows = [row for row in rows if row["employer"] or row["function"]]
    rows.sort(
        key=lambda r: (company_key(r["employer"]) not in keys, -ties[r["person"]], r["person"])
    )
    there = sum(company_key(row["employer"]) in keys for row in rows)
    who = view.ledger.people[person].name
    words = f"through {who}, who shares contacts in {name}"
    for row in rows[: max(MOST, there)]:
        if count.waits(row["person"], key, view.day):
            continue
        i = f"pool:{row['person'][:HANDLE]}"
        firm, new = _firm(view.ledger, row["employer"])
        yield from new
        yield Person(
            i, _called(row), f"pool:{name}", company=firm, title=_title(row), origin=Origin.SHARED
        )
        closeness = BAND_WORDS[band_of(ties[row["person"]])]
        yield Tie(
            f"{i}-{person}", person, i, Basis.OBSERVED, words, closeness, source=f"pool:{name}"
        )


def _firm(ledger: Ledger, employer: str) -> tuple[str, list[Fact]]:
    """Return how an employer is spelt in a ledger; one that is not known there comes with it."""
    if not employer or employer in ledger.spelling:
        return employer, []
    found = firms_of(ledger).exactly(employer)
    if found and (spellings := ledger.organisations[found[0]].spellings):
        return spellings[0], []
    key = company_key(employer)
    return employer, [Organisation(f"pool:{key}", employer, spellings=(employer,), key=key)]


def _called(row: Mapping[str, Any]) -> str:
    """Return how somebody is called of whom only this is known."""
    work = f" in {row['function']}" if row["function"] else ""
    at = f" at {row['employer']}" if row["employer"] else ""
    return row["name"] or f"{UNNAMED}{work}{at}"


def _title(row: Mapping[str, Any]) -> str:
    """Return what stands for a title: the field of work and the level."""
    level = f"({row['level']})" if row["level"] else ""
    return " ".join(filter(None, (row["function"], level)))


def _rests(day: date, count: Counted, mine: Mapping[str, str]) -> dict[str, Rest]:
    """Return whom of ego's people the pool asked, so that they should be left alone."""
    found: dict[str, Rest] = {}
    for key, person in mine.items():
        others = {m: d for m, d in count.asked.get(key, {}).items() if m != count.roster.me}
        days = sorted(d for some in others.values() for d in some if is_in_quarter(d, day))
        limit = count.pool.facts.bears.get(key, BEARS)
        if not days:
            continue
        until = days[-1] + REST
        if len(days) >= limit:
            found[person] = _enough(days, limit)
        elif until > day:
            found[person] = until, f"somebody in your pool asked them on {days[-1]}: let it rest"
    return found


def _enough(days: list[date], limit: int) -> Rest:
    """Return until when somebody rests who was asked as often as they bear."""
    if limit < 1:
        return None, "a member of your pool noted not to ask them"
    free = days[-limit] + QUARTER
    return free, f"your pool asked them {len(days)} times this quarter: enough for now"
