"""The funnel by the way of asking: how strong the tie was, how far away, how long the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from netgraph.agenda.day_facts import facts_on
from netgraph.graph.pairs import PairFacts, pairs_on, tie_between
from netgraph.graph.strength import worths_of
from netgraph.graph.tie_evidence import ordered
from netgraph.journal.asks import AskState, Standing
from netgraph.measures.referrals import lineage_on
from netgraph.model.as_of import AsOf, parameters_on
from netgraph.model.intervals import Estimate, share
from netgraph.model.records import EGO, AskStatus
from netgraph.views.opportunities import opportunities_on
from netgraph.views.stages import StageRow, asked_shares, stage_row

STRONG: Final = 0.3
"""Ties from this strength on are called strong."""

SHORT: Final = 75
"""A letter has fewer words than this, or is long."""

_LENGTHS: Final = (f"under {SHORT} words", f"{SHORT} words or more")
_STRENGTHS: Final = ("strong tie", "weak tie", "no contact before")
_DISTANCES: Final = ("own contact", "one introduction away", "two or more away")


def ways_of_asking(view: AsOf) -> Iterator[StageRow]:
    """Yield the shares of asks answered, agreed to, talked ..., by the way in which they were made.

    The tie is as strong as it was the day before the first ask; how far away somebody is says how
    many introductions led to them; the letter is the first whose words were counted. Of the talks,
    ``referred`` are those who passed a name on, ``opportunity`` those that led to one. Each share
    has its 95 % interval or is too few to say.

    >>> from datetime import date
    >>> from netgraph.model.records import Ledger
    >>> list(ways_of_asking(AsOf(Ledger(), date(2026, 5, 1))))
    []
    """
    asks = [a for a in facts_on(view).asks if any(s.status != AskStatus.PLANNED for s in a.steps)]
    found: defaultdict[str, list[AskState]] = defaultdict(list)
    for state in asks:
        found[_strength(view, state)].append(state)
        found[_DISTANCES[min(2, _introductions(view, state.ask.person))]].append(state)
        if length := _length(state):
            found[length].append(state)
    for way in (*_STRENGTHS, *_DISTANCES, *_LENGTHS):
        for stage, estimate in (
            *asked_shares(view.day, found.get(way, [])),
            *_led_on(view, found.get(way, [])),
        ):
            if estimate.cases:
                yield stage_row(way, stage, estimate)


def _led_on(view: AsOf, asks: list[AskState]) -> Iterator[tuple[str, Estimate]]:
    """Yield how many of the talks led to a name, and to an opportunity."""
    talked = {a.ask.person for a in asks if a.standing == Standing.DONE}
    gave = {r.introducer for r, _ in facts_on(view).referrals}
    yield "referred", share(len(talked & gave), len(talked))
    if led := opportunities_on(view):
        yield "opportunity", share(len(talked & led), len(talked))


def _length(state: AskState) -> str:
    """Say how long the first letter was whose words were counted, "" if none was."""
    counted = next((s.words for s in state.steps if s.words), None)
    return "" if counted is None else _LENGTHS[counted >= SHORT]


def _strength(view: AsOf, state: AskState) -> str:
    """Say how strong the tie was the day before somebody was first asked."""
    day = state.asked[0] if state.asked else state.steps[0].day or view.day
    facts = pairs_on(view).get(ordered(EGO, state.ask.person), PairFacts())
    worths = worths_of(day - timedelta(days=1), parameters_on(view))
    strength = tie_between(EGO, state.ask.person, facts, worths=worths).strength
    return _STRENGTHS[0 if strength >= STRONG else 1 if strength > 0 else 2]


def _introductions(view: AsOf, person: str) -> int:
    """Return how many introductions led to somebody."""
    first, count = lineage_on(view).first, 0
    while person in first:
        person, count = first[person], count + 1
    return count
