"""Who has which of the asks that a person bears: dealt out by files, so that each is one member's.

There is no moment at which two members have the same one, and nobody needs to be asked. At first
all are the founder's, whom the pool's key tells. Whenever a member's file names others for the
first time, each ask that is the member's is dealt anew: it stays, or goes to one of these. It is
dealt among all among whom it was dealt before and the new ones, so that in the end everybody has
had the same prospect. Who leaves deals all of theirs to those who stay.

A member's files only ever add names, so whose an ask is follows from the files, from the founder's
on, and who holds some of them, or old ones, sees the beginning of the way it went. An ask is ego's
if that way ends with ego, by the files that ego holds and by ego's own newest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from netgraph.pools.files import Named


class Deal(NamedTuple):
    """Among how many was dealt ``before``, who is ``new``, who all have been dealt in ``after``."""

    before: int
    new: tuple[str, ...]
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dealer:
    """A member: whom each of their files named first; who stays, if they left (``heirs``)."""

    named: Named = ()
    heirs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Roster:
    """Who is in the pool, as ego knows it.

    ``dealers`` has ego as their own newest file says it, and everybody whose file ego holds.
    ``founder`` is "" if ego has no file of theirs.
    """

    me: str
    founder: str
    dealers: Mapping[str, Dealer]
    _deals: dict[tuple[str, frozenset[str]], list[Deal]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def dealt_in(self) -> frozenset[str]:
        """Everybody to whom some ask may have come."""
        found, ahead = {self.founder}, [self.founder]
        while ahead:
            dealer = self.dealers.get(ahead.pop(), Dealer())
            new = {m for batch in dealer.named for m in batch} - found
            found |= new
            ahead += new
        return frozenset(found)

    def hands(self, person: str, turn: int) -> tuple[str, ...]:
        """Return through whose hands one of a person's asks went; the last has it.

        >>> roster = Roster("b", "a", {"a": Dealer((("b",),)), "b": Dealer()})
        >>> [roster.hands("cara", turn) for turn in range(3)]
        [('a',), ('a', 'b'), ('a',)]
        """
        hands, known = [self.founder], frozenset([self.founder])
        while True:
            to, known = self._next(hands, known, person, turn)
            if not to:
                return tuple(hands)
            hands.append(to)

    def _next(
        self, hands: list[str], known: frozenset[str], person: str, turn: int
    ) -> tuple[str, frozenset[str]]:
        """Return to whom the last of these hands passed an ask on, "" for nobody."""
        at = hands[-1]
        for deal in self._dealing(at, known):
            lot = (_drawn(person, at, deal.before) + turn) % (deal.before + len(deal.new))
            known = deal.after
            if lot >= deal.before:
                return deal.new[lot - deal.before], known
        heirs = [m for m in self.dealers.get(at, Dealer()).heirs if m not in hands]
        if heirs:
            return heirs[(_drawn(person, at, -1) + turn) % len(heirs)], known
        return "", known

    def _dealing(self, at: str, known: frozenset[str]) -> list[Deal]:
        """Return how a member deals what came to them when these had been dealt in."""
        if (at, known) not in self._deals:
            named = self.dealers.get(at, Dealer()).named
            self._deals[at, known] = list(_deals_of(named, known))
        return self._deals[at, known]


def _deals_of(named: Named, known: frozenset[str]) -> Iterator[Deal]:
    """Yield the deals of a member whose files named these, each in turn."""
    for batch in named:
        if new := tuple(sorted({*batch} - known)):
            yield Deal(len(known), new, known := known.union(new))


def _drawn(person: str, member: str, before: int) -> int:
    """Return a number that is drawn by lot, and is the same for everybody."""
    lot = hashlib.blake2b(f"{person}\n{member}\n{before}".encode(), digest_size=8)
    return int.from_bytes(lot.digest(), "big")
