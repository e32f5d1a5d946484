"""How evenly a pool asks: whether a few people carry what all of them want.

It is for the adviser of a class and for the members themselves. It names members, who agreed to be
asked, and nobody else: of the people who were asked it says how many, and how much of it the most
asked of them carries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netgraph.journal.limits import is_in_quarter
from netgraph.pools.finding import Counted
from netgraph.pools.limits import BEARS


@dataclass(frozen=True, slots=True)
class Load:
    """How often a member was asked to introduce others, and asked others, in the quarter."""

    member: str
    through: int
    asked: int


@dataclass(frozen=True, slots=True)
class Fairness:
    """The asks of a quarter (91 days).

    ``gini`` is that of the asks over the people who were asked, ``most_asked`` the share of all
    asks that the most asked person carries, ``at_limit`` how many have as many as they should get.
    ``gini_members`` is that of the requests over all members.
    """

    asks: int
    people: int
    gini: float
    most_asked: float
    at_limit: int
    gini_members: float
    members: tuple[Load, ...]


def gini(counts: Sequence[float]) -> float:
    r"""Return the Gini coefficient of how something is spread: 0 evenly, towards 1 on one alone.

    .. math:: G = \frac{\sum_i (2i - n - 1) x_i}{n \sum_i x_i}

    for :math:`x_1 \le \dots \le x_n`. 0 where there is nothing to spread.

    >>> gini([1, 1, 1]), gini([0, 0, 0, 4]), gini([])
    (0.0, 0.75, 0.0)
    """
    n, total = len(counts), sum(counts)
    if not total:
        return 0.0
    ranked = enumerate(sorted(counts), 1)
    return sum((2 * i - n - 1) * x for i, x in ranked) / (n * total)


def how_even(count: Counted, me: tuple[str, str], day: date) -> Fairness:
    """Return how evenly the asks of the quarter up to a day are spread.

    ``me`` is ego's key as a member, and name.
    """
    on_people = {person: n for person, by in count.asked.items() if (n := _lately(by, day))}
    by_member: Counter[str] = Counter()
    for by in count.asked.values():
        for member, days in by.items():
            by_member[member] += sum(is_in_quarter(d, day) for d in days)
    through = {person: _lately(by, day) for person, by in count.through.items()}
    facts = count.pool.facts
    members = [
        Load(m.called, through.get(i, 0), by_member[m.key]) for i, m in facts.members.items()
    ]
    members.append(Load(me[1], through.get(me[0], 0) + through.get(facts.ego, 0), by_member[me[0]]))
    asks = sum(on_people.values())
    return Fairness(
        asks=asks,
        people=len(on_people),
        gini=gini(list(on_people.values())),
        most_asked=max(on_people.values()) / asks if asks else 0.0,
        at_limit=sum(n >= facts.bears.get(i, BEARS) for i, n in on_people.items()),
        gini_members=gini([load.through for load in members]),
        members=tuple(sorted(members, key=lambda load: (-load.through, -load.asked, load.member))),
    )


def _lately(by: Mapping[str, Sequence[date]], day: date) -> int:
    """Return how often all together asked in the quarter up to a day."""
    return sum(is_in_quarter(d, day) for days in by.values() for d in days)
