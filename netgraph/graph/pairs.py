"""The tie of two people on a day: how strong it is, and what each gave the other.

`tie_between` is the one place where that is worked out, for the tie graph and for whoever asks
what a tie was like on another day or would be like with other half-lives.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from netgraph.graph.differences import touched
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
from netgraph.model.as_of import AsOf, growing
from netgraph.model.base_record import Record
from netgraph.model.parameters import DOUBLE, Parameters
from netgraph.model.parties import other_party
from netgraph.model.records import (
    EGO,
    AskStatus,
    Correspondence,
    Event,
    EventKind,
    Ledger,
    Referral,
    Tie,
)


class PairFacts(Struct):
    """What two people did for each other and wrote, the names passed on, and what is said of it."""

    events: list[Event] = field(default_factory=list)
    correspondence: list[Correspondence] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)

    @property
    def is_silent(self) -> bool:
        """Whether neither did anything for the other."""
        return not (self.events or self.correspondence or self.referrals)


NO_FACTS = PairFacts()


class Between(Record, frozen=True):
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

    given = talks_given(ledger)
    for event in ledger.events:
        if event.id in given:
            giver = other_party(event)
            event = replace(event, kind=EventKind.INTERVIEW, giver=giver, taker=EGO)
        of(event.giver, event.taker).events.append(event)
    for some in ledger.correspondence:
        of(some.giver, some.taker).correspondence.append(some)
    for referral in ledger.referrals:
        of(referral.introducer, referral.to).referrals.append(referral)
    for tie in ledger.ties:
        of(tie.u, tie.v).ties.append(tie)
    return pairs


def talks_given(ledger: Ledger) -> frozenset[str]:
    """Return the ids of the talks that somebody gave ego because ego had asked for them.

    The first talk after an ask for an interview is what was asked for, whatever word it was
    written down with: it is theirs to have given.

    >>> from datetime import date
    >>> from netgraph.model.records import Ask, Step
    >>> ask = Ask("a", "ana", steps=(Step(date(2026, 5, 1), "asked"),))
    >>> talk = Event("e", EventKind.TALKED, date(2026, 5, 4), "me", "ana")
    >>> sorted(talks_given(Ledger(events=(talk,), asks=(ask,))))
    ['e']
    """
    asked: dict[str, list[date]] = {}
    for ask in ledger.asks:
        made = [s.day for s in ask.steps if s.day and s.status != AskStatus.PLANNED]
        if made and ask.want == "interview":
            asked.setdefault(ask.person, []).append(min(made))
    given: set[str] = set()
    talks = [e for e in ledger.events if e.kind == EventKind.TALKED and e.day] if asked else []
    for person, days in asked.items():
        theirs = sorted((e.day, e.id) for e in talks if e.day and other_party(e) == person)
        for day in sorted(days):
            first = next((i for on, i in theirs if on >= day and i not in given), None)
            given |= {first} if first else set()
    return frozenset(given)


def _with_facts_of(
    was: Mapping[Pair, PairFacts], earlier: Ledger, view: AsOf
) -> Mapping[Pair, PairFacts] | None:
    """Return the facts of an earlier ledger with those of the pairs for which they are others."""
    people = touched(earlier, view)
    if people is None:
        return None
    found = facts_about(view, people)
    theirs = {pair: facts for pair, facts in found.items() if not people.isdisjoint(pair)}
    stand = {p: f for p, f in was.items() if p in theirs or people.isdisjoint(p)}
    return stand | theirs


@growing(_with_facts_of)
def pairs_on(view: AsOf) -> Mapping[Pair, PairFacts]:
    """Return the facts of a view by pair."""
    return facts_by_pair(view.ledger)


def facts_about(view: AsOf, people: Collection[str]) -> Mapping[Pair, PairFacts]:
    """Return facts by pair; those of each pair of one of some people are as in `pairs_on`."""
    return facts_by_pair(about(view.ledger, people))


def about(ledger: Ledger, people: Collection[str]) -> Ledger:
    """Return the ledger with only those facts that bear on a tie of one of some people.

    >>> talks = [Event(i, EventKind.TALKED, None, "me", i) for i in ("ana", "ben")]
    >>> [e.taker for e in about(Ledger(events=tuple(talks)), ["ana"]).events]
    ['ana']
    """
    of = frozenset(people)
    return dataclasses.replace(
        ledger,
        events=tuple(e for e in ledger.events if e.giver in of or e.taker in of or e.about in of),
        correspondence=tuple(c for c in ledger.correspondence if c.giver in of or c.taker in of),
        ties=tuple(t for t in ledger.ties if t.u in of or t.v in of),
        referrals=tuple(
            r for r in ledger.referrals if not of.isdisjoint((r.introducer, r.person, r.to))
        ),
        asks=tuple(a for a in ledger.asks if a.person in of or a.introducer in of),
    )


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


def between_days(facts: PairFacts, first: date, last: date, model: Parameters) -> PairFacts:
    """Return what happened between two days; a name passed on is the favour that it was.

    >>> talk = Event("e1", EventKind.TALKED, date(2026, 5, 4), "me", "ana")
    >>> some = PairFacts([talk])
    >>> len(between_days(some, date(2026, 5, 1), date(2026, 5, 31), Parameters()).events)
    1
    """
    events = without_retold(facts.events, facts.referrals, last)
    events += favours(facts.referrals, last, model)
    letters = (
        (some, tuple(d for d in some.days if d and first <= d <= last))
        for some in facts.correspondence
    )
    return PairFacts(
        [e for e in events if e.day and first <= e.day <= last],
        [replace(some, days=days) for some, days in letters if days],
    )


def closest(ties: Iterable[Tie], worths: Worths) -> str:
    """Return the greatest closeness that is said of two people by the day, "" if nothing is."""
    said = (t.closeness for t in ties if is_known(t, worths.as_of))
    return max(said, key=worths.model.closeness, default="")
