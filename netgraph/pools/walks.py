"""What goes on from tie to tie until it settles: personalised PageRank, connected components.

Ties lead both ways here: whom a member knows, knows the member.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from netgraph.pools.questions import Asked, between

if TYPE_CHECKING:
    from ibis import Table

DAMPING: Final = 0.85
"""The chance to walk on rather than to begin anew."""

STEPS: Final = 20
"""How often a walk goes on; what is left to go is at most 0.85 ** 20, 4 % of the whole."""


FINE: Final = 14
"""Decimals of a rank: among millions most are tiny, and engines agree in more."""


class Rank(NamedTuple):
    """How near somebody is to where the walks begin, of 1 in all."""

    person: str
    rank: float


class Part(NamedTuple):
    """Somebody, the smallest key that ties lead to from them, and how many that is true of."""

    person: str
    component: str
    size: int


def pagerank(pool: Asked, seeds: Sequence[str], *, steps: int = STEPS) -> Table:
    r"""Return a `Rank` for everybody whom walks from ``seeds`` come to, the nearest first.

    .. math:: r_{t+1} = (1 - d) e + d P^T r_t, \quad r_0 = e

    :math:`e` is even over those of the seeds who have ties, :math:`d` is `DAMPING`, and a walk
    leaves somebody along each tie as often as it is strong. It is the same after ``steps`` steps
    in every engine, settled or not.
    """
    import ibis  # noqa: PLC0415

    links = pool.keep(_shares(pool))
    start = links.filter(links.person.isin(list(seeds))).select("person").distinct()
    start = pool.keep(start.mutate(rank=1 / start.count().over().cast("float64")))
    again = start.mutate(rank=start.rank * (1 - DAMPING))
    rank = start
    for _ in range(steps):
        moved = links.join(rank, "person")
        moved = moved.select(person="other", rank=moved.share * moved.rank * DAMPING)
        landed = ibis.union(moved, again)
        before, rank = rank, pool.keep(landed.group_by("person").agg(rank=landed.rank.sum()))
        if before is not start:
            pool.drop(before)
    rows = rank.mutate(rank=rank.rank.round(FINE))
    return rows.order_by(ibis.desc("rank"), "person")


def _shares(pool: Asked) -> Table:
    """Return how much of what leaves ``person`` goes to ``other``."""
    links = _both_ways(pool)
    whole = links.group_by("person").agg(whole=links.strength.sum())
    links = links.join(whole, "person")
    return links.select("person", "other", share=links.strength / links.whole)


def _both_ways(pool: Asked) -> Table:
    import ibis  # noqa: PLC0415

    ties = between(pool)
    there = ties.select("strength", person="source", other="target")
    return ibis.union(there, ties.select("strength", person="target", other="source"))


def components(pool: Asked) -> Table:
    """Return a `Part` for everybody with a tie, those of the largest component first.

    Everybody takes the smallest key they hear of from whom they know, and then the one that its
    owner has by now, until nobody hears of a smaller one.
    """
    import ibis  # noqa: PLC0415

    links = pool.keep(_both_ways(pool).drop("strength"))
    people = links.select("person").distinct()
    label = pool.keep(people.mutate(component=people.person))
    changed = True
    while changed:
        before, label = label, _nearer(pool, links, label)
        changed = pool.count(label.anti_join(before, ["person", "component"])) > 0
        pool.drop(before)
    sizes = label.group_by("component").agg(size=label.count())
    rows = label.join(sizes, "component").select(*Part._fields)
    return rows.order_by(ibis.desc("size"), "component", "person")


def _nearer(pool: Asked, links: Table, label: Table) -> Table:
    """Return the label that everybody has after hearing those of whom they know."""
    import ibis  # noqa: PLC0415

    heard = links.join(label, links.other == label.person)
    heard = ibis.union(heard.select("component", person=links.person), label)
    least = pool.keep(heard.group_by("person").agg(component=heard.component.min()))
    owner = least.view().select(component="person", further="component")
    jumped = pool.keep(least.join(owner, "component").select("person", component="further"))
    pool.drop(least)
    return jumped
