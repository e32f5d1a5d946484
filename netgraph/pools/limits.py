"""How often a pool may ask one person: everybody's asks together keep the limit of that person.

Between two merges nobody knows what the others ask, so each member has a share of each person's
limit, and together the shares are the limit. Who knows more members has no more of it: a newcomer
lowers shares and raises none, so members who know of more and of fewer keep the limit, too.

A newcomer has no share until every file they hold says that its writer knows them: from then on the
others count with them. The asks that are known count in full. A window of 91 days is what counts,
and after an ask that is known the person is left alone for 21 days.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from netgraph.journal.asks import REST
from netgraph.journal.limits import ASKS_PER_QUARTER, QUARTER

BEARS: Final = int(ASKS_PER_QUARTER)
"""So many asks a quarter a person bears unless a member says less."""

THROUGH: Final = 2 * BEARS
"""So many requests a quarter a member gets to introduce others: each weighs half an ask."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who is asked: who they are, how many asks a quarter, when each member asked them."""

    person: str
    limit: int
    asked: Mapping[str, Sequence[date]]

    def lately(self, member: str, day: date) -> int:
        """Return how often a member asked them in the quarter up to a day."""
        return sum(day - QUARTER < when <= day for when in self.asked.get(member, ()))

    def last(self, day: date) -> date | None:
        """Return when they were asked last, by whomever."""
        days = [when for some in self.asked.values() for when in some if when <= day]
        return max(days, default=None)


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is in the pool, as one member knows it.

    ``seen`` has, for each other member, whom they knew when they wrote the file that is held.
    """

    me: str
    seen: Mapping[str, Collection[str]]

    @property
    def everybody(self) -> list[str]:
        """All members that are known here."""
        return sorted({self.me, *self.seen})

    @property
    def founding(self) -> bool:
        """Whether somebody's file is from before they had joined anybody's."""
        return not all(self.seen.values())

    @property
    def unknown_to(self) -> list[str]:
        """The members who know others, but not ego yet."""
        return [m for m, seen in sorted(self.seen.items()) if seen and self.me not in seen]

    @property
    def missing(self) -> set[str]:
        """Members whom others know, and of whom no file is held here."""
        return {m for seen in self.seen.values() for m in seen} - {*self.seen, self.me}


def share(limit: int, members: Iterable[str], member: str, person: str) -> int:
    """Return how many of the asks that a person bears are one member's.

    They are dealt out one by one, in an order that is another for every person and the same for
    every member, so that the shares sum up to the limit. One more member never makes a share
    larger.

    >>> sorted(share(3, "abcd", m, "cara") for m in "abcd"), share(3, "a", "a", "cara")
    ([0, 1, 1, 1], 3)
    """
    order = sorted({*members, member}, key=lambda m: _order(person, m))
    return max(0, -((order.index(member) - limit) // len(order)))


def _order(person: str, member: str) -> bytes:
    return hashlib.blake2b(f"{person}\n{member}".encode(), digest_size=8).digest()


def why_not(bearer: Bearer, roster: Roster, day: date, *, rest: timedelta = REST) -> str:
    """Return why ego should not ask somebody through the pool on a day, "" if ego may.

    >>> ana = Roster("a", {"b": {"a"}})
    >>> why_not(Bearer("cara", 3, {}), ana, date(2026, 5, 1))
    ''
    >>> why_not(Bearer("cara", 3, {"b": [date(2026, 4, 28)]}), ana, date(2026, 5, 1))
    'the pool asked them on 2026-04-28: let it rest until 2026-05-19'
    """
    if not roster.seen or roster.missing:
        return "there are members whose files you have not joined: join the newest of all first"
    if roster.unknown_to:
        return "not everybody knows you yet: send them your file, and join their next ones"
    last = bearer.last(day)
    if last and last + rest > day:
        return f"the pool asked them on {last}: let it rest until {last + rest}"
    members = roster.everybody
    shares = {m: share(bearer.limit, members, m, bearer.person) for m in members}
    mine = bearer.lately(roster.me, day)
    most = shares[roster.me]
    if roster.founding:
        most = min(most, max(1, bearer.limit // BEARS))
    others = sum(max(shares[m], bearer.lately(m, day)) for m in members if m != roster.me)
    gone = sum(bearer.lately(m, day) for m in bearer.asked if m not in shares)
    if mine + 1 > most or others + gone + mine + 1 > bearer.limit:
        return f"{bearer.limit} asks a quarter are theirs at most, and your part is used: not now"
    return ""
