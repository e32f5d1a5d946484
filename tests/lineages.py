"""Who named whom, written where a test needs it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from netgraph.model.records import Ledger, Referral, Step

MAY_1 = date(2026, 5, 1)


def named(introducer: str, person: str, *steps: str, day: int = 0) -> Referral:
    """Return a referral that began some days after 1 May and took its other steps a day apart."""
    taken = [
        Step(MAY_1 + timedelta(days=day + n), status) for n, status in enumerate(("named", *steps))
    ]
    return Referral(f"{introducer}-{person}-{day}", introducer, person, steps=tuple(taken))


def chain(*people: str) -> Ledger:
    """Return a ledger in which everybody named the next, whom ego met a day later."""
    pairs = enumerate(pairwise(people))
    return Ledger(referrals=tuple(named(u, v, "met", day=10 * n) for n, (u, v) in pairs))


LATER = MAY_1 + timedelta(days=80)
