"""From records of sources to human beings: apply what is known to be the same.

Nothing is merged in the store. A `Match` says that two records are one, and this module reads
every fact through it, so taking the match back takes the merge back, whole.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from netgraph.identity.by_name import unclear
from netgraph.identity.groups import Groups
from netgraph.identity.merging import (
    LISTS,
    TEXTS,
    former_employers,
    heard,
    merge_organisations,
    merge_people,
    with_former,
)
from netgraph.identity.organisations import candidates
from netgraph.identity.organisations import organisations_in as named_organisations
from netgraph.identity.overlap import (
    as_shown,
    between_two,
    correspondence_once,
    former_jobs,
    past,
    renamed,
    shown_by_name,
)
from netgraph.identity.owners import between_others, lent
from netgraph.identity.told import Who, retold, through
from netgraph.model.history import known_by, newest_word
from netgraph.model.records import (
    Basis,
    Fact,
    Gathering,
    Ledger,
    Match,
    Organisation,
    Person,
    Position,
    Source,
    Statement,
)
from netgraph.model.statements import current
from netgraph.model.text import fold


def resolve(ledger: Ledger, *, as_of: date | None = None) -> Ledger:
    """Return the ledger with one `Person` per human being and one `Organisation` per firm.

    The user's statements overrule what sources say of a person. Where sources differ, the newest
    one wins, and a record of ego's own sources stands for the human being before a friend's; an
    employer that only an older record shows becomes a past position, a tie between two records of
    one person goes, and what two exports of one account tell is told once. Every other fact names
    the id that stands for its people; `Ledger.alias` keeps the rest. With ``as_of`` it is the
    ledger that was known by a day (`netgraph.model.history.known_by`).

    Examples
    --------
    >>> one = Person("p1", "Ana Silva", "linkedin", company="Acme")
    >>> two = Person("p2", "Ana Silva", "google", emails=("ana@example.org",))
    >>> book = Ledger({"p1": one, "p2": two}, matches=(Match("m", "p1", "p2", True),))
    >>> resolve(book).people["p1"].emails, resolve(book).alias
    (('ana@example.org',), {'p2': 'p1'})
    """
    return resolve_who(ledger, as_of=as_of)[0]


def resolve_who(ledger: Ledger, *, as_of: date | None = None) -> tuple[Ledger, Who]:
    """Return the ledger that `resolve` returns, and who the records are."""
    nobody = unclear(ledger)
    ledger = _without(ledger, nobody)
    if as_of:
        ledger = known_by(ledger, as_of)
    groups = _groups(ledger.matches)
    owner = {s.id: s.owner for s in ledger.sources}
    people = dict(ledger.people)
    organisations = dict(ledger.organisations)
    alias: dict[str, str] = {}
    listed, former = list[Position](), list[Position]()
    for group in groups:
        if merged := merge_people(people, group, owner):
            records = heard([ledger.people[i] for i in group if i in ledger.people], owner)
            stands = next(iter(merged.values()))
            listed += former_jobs(records, stands)
            former += former_employers(list(as_shown(records)), stands)
        alias |= merged
        alias |= merge_organisations(organisations, group)
    ledger = between_others(ledger, alias)
    by_name = shown_by_name(ledger.people, alias)
    places = renamed(ledger.ties, alias)
    who = Who(nobody, frozenset(by_name), lent(ledger.sources), alias, places)
    positions = with_former(past([*ledger.positions, *listed], people, alias), former)
    _mark_gone(people, ledger.sources)
    _apply_statements(people, organisations, ledger.statements, alias)
    _add_unlisted(organisations, people, ledger)
    found = Ledger(
        people=people,
        organisations=organisations,
        positions=positions,
        correspondence=correspondence_once(ledger.correspondence, by_name, alias),
        ties=newest_word(between_two(ledger.ties, alias) if alias else ledger.ties),
        gatherings=_each_once(through(alias, ledger.gatherings)),
        matches=ledger.matches,
        sources=through(alias, ledger.sources),
        alias=alias,
        spelling={s: o.id for o in organisations.values() for s in o.spellings},
        **retold(ledger, who),
    )
    return found, who


def _without(ledger: Ledger, nobody: frozenset[str]) -> Ledger:
    """Leave out names that could be several people's, with what is told of them."""
    if not nobody:
        return ledger
    gatherings = (
        replace(g, people=tuple(p for p in g.people if p not in nobody)) for g in ledger.gatherings
    )
    return dataclasses.replace(
        ledger,
        people={i: p for i, p in ledger.people.items() if i not in nobody},
        events=tuple(e for e in ledger.events if nobody.isdisjoint((e.giver, e.taker))),
        correspondence=tuple(
            some for some in ledger.correspondence if nobody.isdisjoint((some.giver, some.taker))
        ),
        gatherings=tuple(g for g in gatherings if len(g.people) > 1 or g.kind == "event"),
    )


def _add_unlisted(
    organisations: dict[str, Organisation], people: Mapping[str, Person], ledger: Ledger
) -> None:
    """Enter the firms that only the user's own words name; an import stores those of its files."""
    listed = {s for o in organisations.values() for s in (o.id, *o.spellings)}
    facts: list[Fact] = [p for p in people.values() if p.company and p.company not in listed]
    facts += [p for p in ledger.positions if p.organisation not in listed]
    facts += [g for g in ledger.goals if not listed.issuperset(g.companies)]
    new = named_organisations(facts, Ledger())  # "self-employed" and the like are none
    if new:
        known = candidates((o.name for o in new), organisations.values())
        alike = Ledger(organisations={o.id: o for o in known})
        organisations |= {o.id: o for o in named_organisations(facts, alike)}


def _each_once(gatherings: tuple[Gathering, ...]) -> tuple[Gathering, ...]:
    """Return the gatherings with each human being once."""
    return tuple(
        g
        if len(set(g.people)) == len(g.people)
        else replace(g, people=tuple(dict.fromkeys(g.people)))
        for g in gatherings
    )


def _groups(matches: Sequence[Match]) -> list[list[str]]:
    """Join what is the same, the user's word first; never across a "not the same"."""
    same = [match for match in matches if match.same]
    apart: dict[str, set[str]] = defaultdict(set)
    for match in matches:
        if not match.same:
            apart[match.a].add(match.b)
            apart[match.b].add(match.a)
    ids = sorted({i for match in same for i in (match.a, match.b)})
    groups = Groups(ids)
    for match in sorted(same, key=lambda m: (m.basis != Basis.STATED, m.id)):
        if all(apart[i].isdisjoint(groups.members(match.b)) for i in groups.members(match.a)):
            groups.join(match.a, match.b)
    members = {groups.of(i): groups.members(i) for i in ids}
    return [sorted(group) for group in members.values() if len(group) > 1]


def _mark_gone(people: dict[str, Person], sources: Iterable[Source]) -> None:
    """Mark whom the newest complete list of their source no longer has."""
    snapshots = {s.id: s.snapshot for s in sources if s.snapshot}
    for i, person in people.items():
        snapshot = snapshots.get(person.source)
        if snapshot and person.seen and person.seen < snapshot:
            people[i] = replace(person, gone=True)


def _apply_statements(
    people: dict[str, Person],
    organisations: dict[str, Organisation],
    statements: Iterable[Statement],
    alias: Mapping[str, str],
) -> None:
    """Let the user's word overrule the sources."""
    for statement in current(statements):
        i, field, value = statement.subject, statement.field, statement.value
        i = alias.get(i, i)
        if i in organisations and field == "name" and value:
            organisations[i] = replace(organisations[i], name=str(value))
        person = people.get(i)
        if person is None:
            continue
        if field in TEXTS and (value or field != "name"):
            fields: dict[str, Any] = {field: value or ""}
            people[i] = replace(person, **fields)
        elif field == "no_tag" and isinstance(value, tuple):
            taken = set(map(fold, value))
            people[i] = replace(person, tags=tuple(t for t in person.tags if fold(t) not in taken))
        elif field in LISTS and isinstance(value, tuple):
            name = LISTS[field]
            lists: dict[str, Any] = {name: tuple(dict.fromkeys((*value, *getattr(person, name))))}
            people[i] = replace(person, **lists)
