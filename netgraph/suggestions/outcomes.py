"""What earlier asks came to: who said yes, who is asked enough, which circles led nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from netgraph.journal.asks import AskState
from netgraph.journal.log import steps_until
from netgraph.model.base_record import Record
from netgraph.model.records import Ask, AskStatus, Referral, Step

if TYPE_CHECKING:
    from netgraph.suggestions.features import Flags, Floats, NetworkFeatures


class Answer(Record, frozen=True):
    """An ask that is settled: who was asked, when first, and whether they said yes."""

    person: str
    day: date | None
    yes: bool
    ask: Ask


class Past(Record, frozen=True):
    """What earlier asks came to, for each person among them.

    ``yes`` and ``no`` count the answers to all asks; ``asked`` the asks and ``helped`` the yeses
    for this goal; ``met`` marks who was introduced to ego. ``miss`` is by trait: fruitless yeses
    of the people who have it.
    """

    yes: Floats
    no: Floats
    asked: Floats
    helped: Floats
    met: Flags
    miss: Floats


def settled(states: Iterable[AskState], as_of: date) -> Iterator[Answer]:
    """Yield the asks that were answered by a day, or have waited so long that silence is one.

    Where somebody answered and nobody knows whether it was a yes, there is nothing to learn yet.

    >>> from netgraph.journal.asks import ask_states
    >>> from netgraph.model.records import Ledger, Step
    >>> book = Ledger(asks=(Ask("a1", "ana", steps=(Step(date(2026, 4, 1), "asked"),)),))
    >>> [
    ...     [a.yes for a in settled(ask_states(book, as_of=day), day)]
    ...     for day in (date(2026, 4, 2), date(2026, 5, 1))
    ... ]
    [[], [False]]
    """
    for state in states:
        yes = state.said_yes(as_of)
        begun = next((s.day for s in state.steps if s.status != AskStatus.PLANNED), None)
        if yes is not None:
            yield Answer(state.ask.person, begun, yes, state.ask)


def introductions(
    referrals: Iterable[Referral], ego: str, as_of: date
) -> dict[str, list[Referral]]:
    """Return the names that were passed on to ego by a day, by who did it."""
    found: dict[str, list[Referral]] = defaultdict(list)
    for referral in referrals:
        if referral.to == ego and steps_until(referral, as_of):
            found[referral.introducer].append(referral)
    return found


def past(
    b: NetworkFeatures,
    asks: Sequence[AskState],
    named: Mapping[str, Sequence[Referral]],
    likeness: Floats,
    *,
    goal: str,
    as_of: date,
) -> Past:
    """Read earlier asks and the names that came of them; ``likeness`` is how much everybody fits.

    An ask that names no goal counts for all. A yes is fruitful as far as the best person it led
    to fits the goal, or the person asked, if a talk with them was what was asked for.
    """
    yes, no, asked, helped, missed = np.zeros((5, b.size))
    days: dict[str, list[date]] = defaultdict(list)
    for state in asks:
        days[state.ask.person] += [day for day in (_first(state.ask.steps),) if day]
    for answer in settled(asks, as_of):
        i = b.people.get(answer.person)
        if i is not None:
            (yes if answer.yes else no)[i] += 1
            if answer.yes and answer.ask.goal in ("", goal):
                until = min((d for d in days[answer.person] if d > _day(answer.day)), default=None)
                led = _led_to(answer, named.get(answer.person, ()), until, as_of)
                helped[i] += 1
                missed[i] += 1 - max(
                    (likeness[b.people[p]] for p in led if p in b.people), default=0
                )
    for state in asks:
        i = b.people.get(state.ask.person)
        begun = any(s.status != AskStatus.PLANNED for s in state.steps)
        if i is not None and begun and state.ask.goal in ("", goal):
            asked[i] += 1
    met = b.mark(r.person for those in named.values() for r in those)
    miss = np.bincount(b.held, missed[b.holder], len(b.traits))
    return Past(yes, no, asked, helped, met, miss.astype(np.float64))


def _led_to(
    answer: Answer, named: Sequence[Referral], until: date | None, as_of: date
) -> Iterator[str]:
    """Yield whom a yes led to: those named before the next ask, and who gave the talk wanted."""
    if answer.ask.want == "interview":
        yield answer.person
    for referral in named:
        day = _day(_first(steps_until(referral, as_of)))
        if _day(answer.day) <= day < (until or date.max):
            yield referral.person


def _first(steps: Sequence[Step]) -> date | None:
    """Return the first known day."""
    return next((s.day for s in steps if s.day), None)


def _day(day: date | None) -> date:
    """Return a day that can be compared; what is not known was before everything."""
    return day or date.min
