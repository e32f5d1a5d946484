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
from functools import cached_property
from typing import TYPE_CHECKING, Final

from netgraph.journal.asks import REST
from netgraph.journal.limits import ASKS_PER_QUARTER, is_in_quarter
from netgraph.pools.mixing import mixed

if TYPE_CHECKING:
    from netgraph.pools.mixing import Numbers

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
        return sum(is_in_quarter(when, day) for when in self.asked.get(member, ()))

    def last(self, day: date) -> date | None:
        """Return when they were asked last, by whomever."""
        days = [when for some in self.asked.values() for when in some if when <= day]
        return max(days, default=None)


@dataclass(frozen=True)
class Roster:
    """Who is in the pool, as one member knows it.

    ``seen`` has, for each other member, whom they knew when they wrote the file that is held.
    """

    me: str
    seen: Mapping[str, Collection[str]]

    @cached_property
    def everybody(self) -> list[str]:
        """All members that are known here."""
        return sorted({self.me, *self.seen})

    @cached_property
    def founding(self) -> bool:
        """Whether somebody's file is from before they had joined anybody's."""
        return not all(self.seen.values())

    @cached_property
    def unknown_to(self) -> list[str]:
        """The members who know others, but not ego yet."""
        return [m for m, seen in sorted(self.seen.items()) if seen and self.me not in seen]

    @cached_property
    def missing(self) -> set[str]:
        """Members whom others know, and of whom no file is held here."""
        return {m for seen in self.seen.values() for m in seen} - {*self.seen, self.me}

    @cached_property
    def lots(self) -> Numbers:
        """Return a number for each member, by which it is drawn who is asked whom."""
        return _lots(self.everybody)

    def share(self, limit: int, member: str, person: str) -> int:
        """Return how many of the asks that a person bears are one member's."""
        return _dealt(limit, self.lots, _lots([member]), person)


def share(limit: int, members: Iterable[str], member: str, person: str) -> int:
    """Return how many of the asks that a person bears are one member's.

    They are dealt out one by one, in an order that is another for every person and the same for
    every member, so that the shares sum up to the limit. One more member never makes a share
    larger.

    >>> sorted(share(3, "abcd", m, "cara") for m in "abcd"), share(3, "a", "a", "cara")
    ([0, 1, 1, 1], 3)
    """
    return _dealt(limit, _lots({*members, member}), _lots([member]), person)


def _dealt(limit: int, members: Numbers, member: Numbers, person: str) -> int:
    """Return the share of who has one of these lots: in the thousands of members, in no time."""
    drawn = _lots([person])
    before = int((mixed(members ^ drawn) < mixed(member ^ drawn)).sum())
    return max(0, -((before - limit) // len(members)))


def _lots(names: Iterable[str]) -> Numbers:
    import numpy as np  # noqa: PLC0415

    digests = (hashlib.blake2b(name.encode(), digest_size=8).digest() for name in names)
    return np.frombuffer(b"".join(digests), dtype="<u8")


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
    mine = bearer.lately(roster.me, day)
    part = most = roster.share(bearer.limit, roster.me, bearer.person)
    if roster.founding:
        most = min(most, max(1, bearer.limit // BEARS))
    others = bearer.limit - part + _beyond_their_shares(bearer, roster, day)
    if mine + 1 > most or others + mine + 1 > bearer.limit:
        return f"{bearer.limit} asks a quarter are theirs at most, and your part is used: not now"
    return ""


def _beyond_their_shares(bearer: Bearer, roster: Roster, day: date) -> int:
    """Return how often others, or who left, asked more than was theirs."""
    more = 0
    for m in bearer.asked.keys() - {roster.me}:
        here = m in roster.seen
        part = roster.share(bearer.limit, m, bearer.person) if here else 0
        more += max(0, bearer.lately(m, day) - part)
    return more
