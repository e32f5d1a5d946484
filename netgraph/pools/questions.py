"""What is asked of a pool, each question written once as an Ibis expression.

`netgraph.pools.expressed` runs them on DuckDB, Apache Spark or PostgreSQL, and
`netgraph.pools.memory` answers the same by itself. An expression is over the three tables of
`netgraph.pools.tables`; what is iterated writes each step down with `Asked.keep`. Scores are
rounded to `DIGITS` digits before rows are put in order, as sums differ in their last bits from
engine to engine, and equal scores are in the order of the keys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from netgraph.measures.paths import passing_on
from netgraph.model.errors import InvalidInput

if TYPE_CHECKING:
    from ibis import Table

DIGITS: Final = 10
"""Decimals of a score: fewer than engines agree in, so that equal scores are equal in all."""

FELLOW: Final = 0.4
"""Strength of the tie between members who say nothing of each other: they share a pool."""

passes: Final = cast(Callable[[Any], Any], passing_on)
"""`netgraph.measures.paths.passing_on` for columns and arrays too."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom somebody looks for: all that is given has to fit, exactly; "" fits everything.

    >>> Wanted(employer="Siemens", level="head").said
    {'employer': 'Siemens', 'level': 'head'}
    """

    employer: str = ""
    function: str = ""
    level: str = ""
    school: str = ""
    person: str = ""

    @property
    def said(self) -> dict[str, str]:
        """What is given, by column of the people.

        Raises
        ------
        InvalidInput
            If that is nothing.
        """
        given = {f.name: value for f in fields(self) if (value := getattr(self, f.name))}
        if not given:
            raise InvalidInput("say what is looked for: an employer, a function, a level, a school")
        return given


class Introducer(NamedTuple):
    """A member who knows somebody who is looked for.

    ``strength`` is their tie, ``chance`` how likely a request of the asker passes to that person,
    ``reach`` the member's strength-weighted Adamic-Adar score into everybody who is looked for.
    """

    member: str
    person: str
    strength: float
    chance: float
    reach: float


class Chain(NamedTuple):
    """The asker asks ``first``, who asks ``second``, who asks ``person``; "" where nobody stands.

    ``links`` is how many ties that takes, ``chance`` how likely the request passes along them all.
    """

    first: str
    second: str
    person: str
    links: int
    chance: float


@dataclass(frozen=True)
class Asked:
    """The tables of a pool as an engine sees them.

    ``keep`` writes an intermediate one down, ``drop`` forgets it, ``count`` counts its rows.
    """

    people: Table
    ties: Table
    members: Table
    keep: Callable[[Table], Table]
    drop: Callable[[Table], object]
    count: Callable[[Table], int]


def introducers(pool: Asked, wanted: Wanted, asker: str | None = None) -> Table:
    r"""Return an `Introducer` for each tie into what is wanted, the members of most reach first.

    Between the asker :math:`a` and a person :math:`p` stand the members :math:`m` who know
    :math:`p`. Each adds

    .. math:: \frac{s_{am} s_{mp}}{\ln(1 + k_m)}

    to the pair, :math:`k_m` being how many people they know: of two equal ties that of the more
    selective member says more (Adamic & Adar 2003). The sum over all :math:`p` that are wanted is
    the member's reach. :math:`s_{am}` is the stronger of what the two say of each other, and
    `FELLOW` if that is less. People whom the asker knows already are left out.
    """
    into = _ties_into(pool, wanted)
    if asker:
        into = _beyond(pool, into, asker)
    into = pool.keep(into)
    ties = between(pool)
    known = ties.semi_join(into, ties.source == into.member).group_by("source")
    known = known.agg(known=lambda some: some.count())
    rows = into.join(known, into.member == known.source).drop("source")
    rows = rows.mutate(standing=FELLOW) if asker is None else _standing(pool, rows, asker)
    return _ranked(rows)


def between(pool: Asked) -> Table:
    """Return the ties of a pool but those that somebody states with themselves."""
    return pool.ties.filter(pool.ties.source != pool.ties.target)


def _ties_into(pool: Asked, wanted: Wanted) -> Table:
    """Return the ties into what is wanted."""
    people, ties = pool.people, between(pool)
    fits = people.filter([people[column] == value for column, value in wanted.said.items()])
    into = ties.semi_join(fits, ties.target == fits.person)
    return into.select("strength", member="source", person="target")


def _beyond(pool: Asked, into: Table, asker: str) -> Table:
    """Of these ties those of others into people whom the asker does not know."""
    own = pool.ties.filter(pool.ties.source == asker).select(own="target")
    others = into.filter(into.member != asker, into.person != asker)
    return others.anti_join(own, others.person == own.own)


def _standing(pool: Asked, rows: Table, asker: str) -> Table:
    """Add how well the asker and each member stand, by the word of both."""
    import ibis  # noqa: PLC0415

    ties = pool.ties.filter((pool.ties.source == asker) | (pool.ties.target == asker))
    other = ibis.cases((ties.source == asker, ties.target), else_=ties.source)
    stated = ties.mutate(other=other).group_by("other").agg(stated=ties.strength.max())
    joined = rows.left_join(stated, rows.member == stated.other)
    standing = ibis.greatest(joined.stated.fill_null(FELLOW), FELLOW)
    return joined.mutate(standing=standing).drop("other", "stated")


def _ranked(rows: Table) -> Table:
    import ibis  # noqa: PLC0415

    pull = rows.standing * rows.strength / (1 + rows.known).ln()
    chance = passes(rows.standing) * passes(rows.strength)
    ranked = rows.mutate(pull=pull, chance=chance.round(DIGITS))
    reach = ranked.pull.sum().over(ibis.window(group_by="member")).round(DIGITS)
    return (
        ranked.mutate(reach=reach)
        .select(*Introducer._fields)
        .order_by(ibis.desc("reach"), ibis.desc("strength"), "member", "person")
    )


def chains(pool: Asked, asker: str, wanted: Wanted) -> Table:
    r"""Return a `Chain` for every way along at most three stated ties, the likeliest first.

    Each tie is stated by who would ask along it, nobody stands in a chain twice, and a chain is
    as likely as :math:`\prod (0.30 + 0.55 s)` over its ties.
    """
    import ibis  # noqa: PLC0415

    into = _ties_into(pool, wanted)
    into = into.filter(into.person != asker)
    last = pool.keep(into.mutate(told=passes(into.strength)).drop("strength"))
    own, onward = _steps(pool, asker, last)
    nobody = ibis.literal("")
    one = last.filter(last.member == asker)
    one = one.mutate(first=nobody, second=nobody, links=1, chance=one.told)
    two = own.join(last, own.first == last.member)
    two = two.mutate(second=nobody, links=2, chance=two.asked * two.told)
    three = own.join(onward, own.first == onward.source)
    three = three.join(last, three.second == last.member)
    three = three.filter(three.person != three.first)
    three = three.mutate(links=3, chance=three.asked * three.passed * three.told)
    found = ibis.union(*(way.select(*Chain._fields) for way in (one, two, three)))
    found = found.mutate(chance=found.chance.round(DIGITS))
    return found.order_by(ibis.desc("chance"), "links", "person", "first", "second")


def _steps(pool: Asked, asker: str, last: Table) -> tuple[Table, Table]:
    """Return the first ties of the asker, and the ties from there to who knows somebody wanted."""
    ties = between(pool)
    ties = ties.mutate(passed=passes(ties.strength)).filter(ties.target != asker)
    own = ties.filter(ties.source == asker).select(first="target", asked="passed")
    own = pool.keep(own)
    onward = ties.semi_join(own, ties.source == own.first)
    onward = onward.semi_join(last, onward.target == last.member)
    return own, onward.select("source", "passed", second="target")
