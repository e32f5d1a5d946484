"""How often a pool may ask one person: everybody's asks together keep the limit of that person.

Each ask that a person bears in a quarter is one member's (`netgraph.pools.dealing`), from the
first moment on, whoever has joined what. Who has it asks with it once in 91 days, and counts those
who had it before: their asks with it stand in the file that dealt it on. So however members ask,
join, come and leave, no quarter has more asks than the person bears.

What is known besides counts, too: nobody is asked within 21 days of an ask that is known, or if all
the asks that are known, those without the pool among them, are as many as the person bears.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from netgraph.journal.asks import REST
from netgraph.journal.limits import ASKS_PER_QUARTER, QUARTER
from netgraph.pools.dealing import Roster

BEARS: Final = int(ASKS_PER_QUARTER)
"""So many asks a quarter a person bears unless a member says less."""

THROUGH: Final = 2 * BEARS
"""So many requests a quarter a member gets to introduce others: each weighs half an ask."""

Days = Mapping[str, Sequence[date]]
"""When each member asked."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who is asked: who they are, how many asks a quarter, when each member asked them.

    ``asked`` has all that is known; ``used`` has, by turn, who used it and when.
    """

    person: str
    limit: int
    asked: Days
    used: Mapping[int, Sequence[tuple[str, date]]] = field(default_factory=dict)

    def lately(self, day: date) -> int:
        """Return how often they were asked in the quarter up to a day, by whomever."""
        return sum(counts_on(when, day) for some in self.asked.values() for when in some)

    def last(self, day: date) -> date | None:
        """Return when they were asked last, by whomever."""
        days = [when for some in self.asked.values() for when in some if when <= day]
        return max(days, default=None)


def counts_on(when: date, day: date) -> bool:
    """Whether an ask counts on a day; so does one by a clock that is ahead."""
    return abs(day - when) < QUARTER


def why_not(bearer: Bearer, roster: Roster, day: date) -> str:
    """Return why ego should not ask somebody through the pool on a day, "" if ego may.

    >>> ana = Roster("a", "a", {})
    >>> why_not(Bearer("cara", 3, {}), ana, date(2026, 5, 1))
    ''
    >>> why_not(Bearer("cara", 3, {"b": [date(2026, 4, 28)]}), ana, date(2026, 5, 1))
    'the pool asked them on 2026-04-28: let it rest until 2026-05-19'
    """
    if not roster.founder:
        return "who founded the pool deals out its asks: join a file of theirs first"
    if roster.me not in roster.dealt_in:
        return "no asks have been dealt to you yet: send the others your file, and join their next"
    last = bearer.last(day)
    if last and last + REST > day:
        return f"the pool asked them on {last}: let it rest until {last + REST}"
    if bearer.limit < 1:
        return "a member noted not to ask them"
    if (lately := bearer.lately(day)) >= bearer.limit:
        often = "once" if lately == 1 else f"{lately} times"
        return f"they were asked {often} this quarter, as often as they should be"
    mine, free = turns(bearer, roster, day)
    if not mine:
        return _others(bearer.limit)
    return "" if free else "your part of the asks that they bear is used for this quarter"


def _others(limit: int) -> str:
    """Say that others have all the asks that somebody bears."""
    if limit == 1:
        return "the one ask a quarter that they bear is another member's"
    return f"the {limit} asks a quarter that they bear are other members'"


def turns(bearer: Bearer, roster: Roster, day: date) -> tuple[list[int], list[int]]:
    """Return which of the asks that somebody bears are ego's, and which of them ego may use.

    Whoever had it may have used it, and what ego asked without the pool takes from ego's own, too.
    """
    person, me = bearer.person, roster.me
    mine = [n for n in range(bearer.limit) if roster.hands(person, n)[-1] == me]
    used = {
        n: [who for who, when in some if counts_on(when, day)] for n, some in bearer.used.items()
    }
    through = sum(who == me for some in used.values() for who in some)
    without = sum(counts_on(when, day) for when in bearer.asked.get(me, ())) - through
    return mine, [n for n in mine if not used.get(n)][max(0, without) :]


def hears_enough(through: Days, me: str, others: int, day: date) -> bool:
    """Return whether a member got requests enough to introduce people, or ego sent them enough.

    Each of the others has a part of the six that a member gets in a quarter, and one at least.

    >>> hears_enough({"a": [date(2026, 5, 1)]}, "a", 30, date(2026, 5, 2))
    True
    """
    lately = {m: sum(counts_on(when, day) for when in days) for m, days in through.items()}
    return sum(lately.values()) >= THROUGH or lately.get(me, 0) >= max(1, THROUGH // max(1, others))
