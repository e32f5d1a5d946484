"""The tie of two people on a day: how strong it is, and what each gave the other.

`tie_between` is the one place where that is worked out, for the tie graph and for whoever asks
what a tie was like on another day or would be like with other half-lives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from netgraph.graph.strength import (
    NOTHING,
    Exchange,
    Worths,
    contact,
    exchanges,
    given,
    tie_strength,
)
from netgraph.graph.tie_evidence import Pair, favours, is_known, ordered, without_retold
from netgraph.model.as_of import AsOf, part
from netgraph.model.parameters import DOUBLE
from netgraph.model.records import Correspondence, Event, Ledger, Referral, Tie


@dataclass(slots=True)
class PairFacts:
    """What two people did for each other and wrote, the names passed on, and what is said of it."""

    events: list[Event] = field(default_factory=list)
    correspondence: list[Correspondence] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)


NO_FACTS = PairFacts()


@dataclass(frozen=True, slots=True)
class Between:
    """A tie on a day.

    ``strength`` is in [0, 1); ``given`` and ``taken``, in talks, are what the first gave and got;
    ``there`` and ``back`` what that consists of.
    """

    strength: float = 0.0
    given: float = 0.0
    taken: float = 0.0
    there: Exchange = field(default_factory=Exchange)
    back: Exchange = field(default_factory=Exchange)


def facts_by_pair(ledger: Ledger) -> dict[Pair, PairFacts]:
    """Sort the facts of a ledger by the two people whose tie they are about, each pair in order.

    >>> from netgraph.model.records import EventKind
    >>> talk = Event("e1", EventKind.TALKED, None, "me", "ana")
    >>> facts_by_pair(Ledger(events=(talk,)))["ana", "me"].events == [talk]
    True
    """
    pairs: dict[Pair, PairFacts] = {}

    def of(u: str, v: str) -> PairFacts:
        pair = ordered(u, v)
        found = pairs.get(pair)
        if found is None:
            found = pairs[pair] = PairFacts()
        return found

    for event in ledger.events:
        of(event.giver, event.taker).events.append(event)
    for some in ledger.correspondence:
        of(some.giver, some.taker).correspondence.append(some)
    for referral in ledger.referrals:
        of(referral.introducer, referral.to).referrals.append(referral)
    for tie in ledger.ties:
        of(tie.u, tie.v).ties.append(tie)
    return pairs


@part
def pairs_on(view: AsOf) -> Mapping[Pair, PairFacts]:
    """Return the facts of a view by pair."""
    return facts_by_pair(view.ledger)


def owners_of(ledger: Ledger) -> dict[str, str]:
    """Return whose data each source is."""
    return {s.id: s.owner for s in ledger.sources}


def tie_between(
    u: str, v: str, facts: PairFacts, *, worths: Worths, owners: Mapping[str, str] | None = None
) -> Between:
    """Return the tie of two people on the day, and with the half-lives, of ``worths``.

    A tie that the user denies has no strength. A name passed on is one favour; the same
    introduction logged as an event counts only once.

    >>> from datetime import date
    >>> from netgraph.graph.strength import worths_of
    >>> from netgraph.model.parameters import Parameters
    >>> from netgraph.model.records import EventKind
    >>> talk = Event("e1", EventKind.INTERVIEW, date(2026, 1, 1), "ana", "me")
    >>> now = worths_of(date(2026, 1, 1), Parameters())
    >>> tie = tie_between("me", "ana", PairFacts([talk]), worths=now)
    >>> round(tie.strength, 3), tie.given, tie.taken
    (0.221, 0.0, 1.0)
    """
    if any(not tie.known for tie in facts.ties):
        return Between()
    as_of, model = worths.as_of, worths.model
    closeness = closest(facts.ties, worths)
    events: Iterable[Event] = facts.events
    if facts.referrals:
        events = without_retold(events, facts.referrals, as_of)
        events += favours(facts.referrals, as_of, model)
    done = exchanges(
        events, facts.correspondence, worths=worths, owners=owners, slow=closeness == DOUBLE
    )
    there, back = done.get((u, v), NOTHING), done.get((v, u), NOTHING)
    return Between(
        tie_strength(contact(there, back), closeness=closeness, model=model),
        given(there, back),
        given(back, there),
        there,
        back,
    )


def closest(ties: Iterable[Tie], worths: Worths) -> str:
    """Return the greatest closeness that is said of two people by the day, "" if nothing is."""
    said = (t.closeness for t in ties if is_known(t, worths.as_of))
    return max(said, key=worths.model.closeness, default="")
