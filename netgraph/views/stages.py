"""From an ask to the next door, step by step: how many of those that could came further.

A share is taken of what is settled: an ask that may still be answered is neither a yes nor a no.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from netgraph.agenda.day_facts import DayFacts
from netgraph.journal.asks import AskState, Standing
from netgraph.journal.log import TALKS
from netgraph.model.base_record import Record
from netgraph.model.intervals import Estimate, share
from netgraph.model.records import AskStatus, ReferralStatus

_ANSWERS = {Standing.ANSWERED, Standing.AGREED, Standing.DONE, Standing.DECLINED}


class StageRow(Record, frozen=True):
    """One step from an ask to the next door; see `funnel`."""

    way: str
    stage: str
    hits: int
    cases: int
    share: float | None
    low: float
    high: float
    words: str


OF_WHAT: Final[Mapping[str, str]] = {
    "answered": "asks that were answered",
    "agreed": "answers that were a yes",
    "talked": "yeses that led to a talk",
    "named": "people you talked with who named others",
    "met": "names given and settled that you met",
}
"""What each step of the funnel is a share of."""


def funnel(facts: DayFacts) -> tuple[StageRow, ...]:
    """Return the steps from an ask to the next door, each with its share and 95 % interval.

    ``answered``: of the asks settled (answered, given up, or 21 days old), those answered;
    ``agreed``: of those answered, the yeses; ``talked``: of the yeses, those that led to a talk;
    ``named``: of the people talked with, those who passed a name on; ``met``: of the names
    settled, those met. ``way`` says how the person was reached: all, introduced (an introducer's
    name opened the door) or directly.
    """
    named = {(r.person, s[0].day) for r, s in facts.referrals}
    asks = [a for a in facts.asks if any(s.status != AskStatus.PLANNED for s in a.steps)]
    warm = [a for a in asks if a.ask.introducer or _named_before(named, a)]
    cold = [a for a in asks if a not in warm]
    rows = []
    for way, those in (("all", asks), ("introduced", warm), ("directly", cold)):
        rows += [
            stage_row(way, name, estimate) for name, estimate in asked_shares(facts.as_of, those)
        ]
    talked = {i for i, events in facts.events.items() if any(e.kind in TALKS for e in events)}
    introducers = {r.introducer for r, _ in facts.referrals}
    rows.append(stage_row("all", "named", share(len(talked & introducers), len(talked))))
    rows.append(stage_row("all", "met", _met(facts)))
    return tuple(rows)


def _named_before(named: Collection[tuple[str, date | None]], state: AskState) -> bool:
    """Return whether somebody had passed the name on when the person was asked."""
    begun = state.steps[0].day
    return any(i == state.ask.person and (not d or not begun or d <= begun) for i, d in named)


def asked_shares(as_of: date, asks: Sequence[AskState]) -> Iterable[tuple[str, Estimate]]:
    """Yield the steps of some asks."""
    heard = [a for a in asks if a.standing in _ANSWERS]
    silent = [a for a in asks if a not in heard and a.said_yes(as_of) is False]
    known = [a for a in heard if a.standing != Standing.ANSWERED]
    agreed = [a for a in known if a.said_yes(as_of)]
    talked = [a for a in agreed if a.standing == Standing.DONE]
    yield "answered", share(len(heard), len(heard) + len(silent))
    yield "agreed", share(len(agreed), len(known))
    yield "talked", share(len(talked), len(agreed))


def _met(facts: DayFacts) -> Estimate:
    """Return how many of the names that were passed on were met, of those that are settled."""
    reached = [{s.status for s in steps} for _, steps in facts.referrals]
    over = {ReferralStatus.DECLINED, ReferralStatus.SILENT, ReferralStatus.CLOSED}
    met = sum(ReferralStatus.MET in statuses for statuses in reached)
    settled = sum(bool(statuses & (over | {ReferralStatus.MET})) for statuses in reached)
    return share(met, settled)


def stage_row(way: str, name: str, estimate: Estimate) -> StageRow:
    """Return one step as a row."""
    e = estimate
    return StageRow(way, name, e.hits, e.cases, e.value, e.low, e.high, e.words)
