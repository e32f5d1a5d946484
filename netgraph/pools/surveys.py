"""A pool as a whole: who would carry its asks, and which employers it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netgraph.pools.questions import DIGITS, Asked, between

if TYPE_CHECKING:
    from ibis import Table


class Load(NamedTuple):
    """How much of what a pool asks would fall on one person.

    ``known_by`` members know them, they know ``knows`` people, and with ``mutual`` both say so;
    ``reciprocity`` is 2 mutual / (known_by + knows). If every member asked one person at each
    employer, each as often as the tie is strong, ``load`` of them would ask this one.
    """

    person: str
    known_by: int
    knows: int
    mutual: int
    reciprocity: float
    load: float


class Coverage(NamedTuple):
    """How well a pool reaches an employer.

    Of ``people`` there, ``reached`` are known to one of ``members`` members at least, by ``ties``
    ties; ``strongest`` is the strongest of these, 0 if there is none.
    """

    employer: str
    people: int
    reached: int
    members: int
    ties: int
    strongest: float


def loads(pool: Asked) -> Table:
    """Return a `Load` for everybody with a tie, who would be asked most first."""
    import ibis  # noqa: PLC0415

    ties = pool.keep(between(pool))
    known = ties.group_by(person="target").agg(known_by=ties.count())
    knows = ties.group_by(person="source").agg(knows=ties.count())
    mutual = _mutual(pool, ties, knows)
    rows = ibis.union(known.select("person"), knows.select("person"), distinct=True)
    for counted in (known, knows, mutual, _asks(pool, ties)):
        rows = rows.left_join(counted, "person").drop("person_right")
    rows = rows.fill_null({"known_by": 0, "knows": 0, "mutual": 0, "load": 0.0})
    reciprocity = 2 * rows.mutual / (rows.known_by + rows.knows)
    rows = rows.mutate(reciprocity=reciprocity.round(DIGITS), load=rows.load.round(DIGITS))
    return rows.select(*Load._fields).order_by(
        ibis.desc("load"), ibis.desc("known_by"), ibis.desc("knows"), "person"
    )


def _mutual(pool: Asked, ties: Table, knows: Table) -> Table:
    """Return how many say of each other that they know somebody who says so too."""
    among = ties.semi_join(knows, ties.target == knows.person)
    there = pool.keep(among.select(person="source", other="target"))
    back = there.view().select(person="other", other="person")
    return (
        there.semi_join(back, ["person", "other"])
        .group_by("person")
        .agg(mutual=lambda some: some.count())
    )


def _asks(pool: Asked, ties: Table) -> Table:
    """Return how many members would ask somebody, if each asked one at every employer.

    Written down in between, lest an engine pairs all of a member's ties with all their employers.
    """
    at = pool.people.filter(pool.people.employer != "").select("person", "employer")
    rows = ties.join(at, ties.target == at.person)
    rows = pool.keep(rows.select("source", "person", "employer", "strength"))
    whole = rows.group_by("source", "employer").agg(whole=rows.strength.sum())
    rows = rows.join(whole, ["source", "employer"])
    return rows.group_by("person").agg(load=(rows.strength / rows.whole).sum())


def coverage(pool: Asked) -> Table:
    """Return a `Coverage` for every employer, that which most members reach first."""
    import ibis  # noqa: PLC0415

    people = pool.people.filter(pool.people.employer != "").select("person", "employer")
    there = people.group_by("employer").agg(people=people.count())
    ties = between(pool)
    rows = ties.join(people, ties.target == people.person)
    met = rows.group_by("employer").agg(
        reached=rows.target.nunique(),
        members=rows.source.nunique(),
        ties=rows.count(),
        strongest=rows.strength.max(),
    )
    found = there.left_join(met, "employer").drop("employer_right")
    found = found.fill_null({"reached": 0, "members": 0, "ties": 0, "strongest": 0.0})
    return found.select(*Coverage._fields).order_by(
        ibis.desc("members"), ibis.desc("ties"), "employer"
    )
