"""Friends who lent their export: who they are among those ego knows, and where ego is in theirs.

Whoever is named as an owner has a record of their own, so that it does not matter whether their
export or ego's came first.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from netgraph.identity.by_name import Pair, is_mention, pair_of
from netgraph.model import ids
from netgraph.model.records import EGO, YOU, Ledger, Origin, Person, Source
from netgraph.model.text import fold

if TYPE_CHECKING:
    from netgraph.identity.groups import Groups


def lender(name: str, sources: Iterable[Source] = ()) -> Person:
    """Return the record of a friend whose export it is; it goes when the last of these goes.

    >>> lender("Bo Chen").id == lender("bo  chen").id
    True
    """
    i = ids.lender(name)
    source = min((s.id for s in sources if s.owner == i), default=YOU)
    return Person(i, name, source, origin=Origin.LENDER)


def lent(sources: Sequence[Source]) -> frozenset[str]:
    """Return the ids of the sources that are a friend's."""
    return frozenset(s.id for s in sources if s.owner != EGO)


def known_lenders(ledger: Ledger, groups: Groups) -> Iterator[tuple[Pair, str]]:
    """Yield which friend is whom ego knows: nobody else in ego's own sources has the name."""
    theirs = lent(ledger.sources)
    owners = {s.owner for s in ledger.sources if s.id in theirs}
    friends = {
        fold(p.name): i
        for i in sorted(owners)
        if (p := ledger.people.get(i)) and p.origin == Origin.LENDER
    }
    known: defaultdict[str, list[str]] = defaultdict(list)
    for i, person in ledger.people.items() if friends else ():
        name = fold(person.name)
        if name in friends and i not in owners | {EGO} and person.source not in theirs:
            known[name].append(i)
    for name, records in sorted(known.items()):
        if len({groups.of(i) for i in records}) == 1:
            yield pair_of(friends[name], min(records)), "you named them as the owner of an export"


def ego_by_name(ledger: Ledger, joined: Collection[Pair]) -> Iterator[tuple[Pair, str]]:
    """Yield who, in a friend's export, is ego by their name alone."""
    theirs, me = lent(ledger.sources), ledger.people.get(EGO)
    if not theirs or me is None:
        return
    found = {i for pair in joined for i in pair}
    for i, person in sorted(ledger.people.items()):
        if (
            person.source in theirs
            and i not in found
            and fold(person.name) == fold(me.name)
            and is_mention(person)
        ):
            yield pair_of(EGO, i), "your own name in a friend's export"


def between_others(ledger: Ledger, alias: Mapping[str, str]) -> Ledger:
    """Leave out what friends' sources tell of ego: that is in ego's own.

    Events are left to `netgraph.identity.told`.
    """
    theirs = lent(ledger.sources)
    if not theirs:
        return ledger
    me = {EGO, *(i for i, stands in alias.items() if stands == EGO)}
    gatherings = (
        replace(g, people=tuple(p for p in g.people if p not in me)) if g.source in theirs else g
        for g in ledger.gatherings
    )
    return dataclasses.replace(
        ledger,
        positions=tuple(
            p for p in ledger.positions if p.source not in theirs or p.person not in me
        ),
        correspondence=tuple(
            x
            for x in ledger.correspondence
            if x.source not in theirs or me.isdisjoint((x.giver, x.taker))
        ),
        ties=tuple(t for t in ledger.ties if t.source not in theirs or me.isdisjoint((t.u, t.v))),
        gatherings=tuple(g for g in gatherings if len(g.people) > 1 or g.source not in theirs),
    )
