"""Promises kept: the chances that suggestions name, against what became of the asks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

import numpy as np

from netgraph.graph.pairs import NO_FACTS, owners_of, pairs_on, tie_between
from netgraph.graph.strength import worths_of
from netgraph.graph.tie_evidence import ordered
from netgraph.journal.asks import asks_on
from netgraph.measures.give_and_take import load
from netgraph.model.as_of import AsOf, parameters_on, part
from netgraph.model.base_record import Record
from netgraph.model.intervals import Estimate, share
from netgraph.model.records import EGO
from netgraph.suggestions.outcomes import Answer, settled
from netgraph.suggestions.replies import signs_on
from netgraph.suggestions.scoring import Ties, Weights, prior

ENOUGH: Final = 10
"""From so many answers on the user's own rate counts."""

PRIOR: Final = 20.0
"""How many answers the promised chances weigh when the user's own are pooled with them."""

EDGES: Final = (0.0, 0.35, 0.5, 0.65, 1.0)


class Bin(Record, frozen=True):
    """Asks that were promised a chance from ``low`` to below ``high``, and how many said yes."""

    low: float
    high: float
    promised: float
    came: Estimate


class Calibration(Record, frozen=True):
    """Promised chances against outcomes.

    ``promised`` is the mean chance, ``came`` how many said yes, ``brier`` the mean squared error,
    in [0, 1] (None without answers), ``shift`` the log-odds by which new chances are moved: 0
    with fewer than `ENOUGH` answers.
    """

    bins: tuple[Bin, ...]
    promised: float
    came: Estimate
    brier: float | None
    shift: float

    @property
    def words(self) -> str:
        """Say whether the chances were right, and whether they were moved."""
        if self.came.cases < ENOUGH:
            return f"{self.came.cases} answers so far; from {ENOUGH} on your own rate counts"
        rate = f"{self.came.words} said yes where {self.promised:.0%} were expected"
        way = "up" if self.shift > 0 else "down"
        return f"{rate.replace('% were', ' % were')}; chances are moved {way} for that"


@part
def calibration_on(view: AsOf) -> Calibration:
    r"""Return what suggestions promised for every settled ask, the day before it, and what came.

    With n answers, y of them yes, where a mean of p was promised, new chances move by

    .. math:: \text{shift} = \text{logit}\frac{20 p + y}{20 + n} - \text{logit}(p)

    once n is 10 or more. Asks without a day, or of somebody unknown, are left out.

    Examples
    --------
    >>> from netgraph.model.records import Ledger
    >>> calibration_on(AsOf(Ledger(), date(2026, 5, 1))).words
    '0 answers so far; from 10 on your own rate counts'
    """
    ledger = view.ledger
    answers = [a for a in settled(asks_on(view), view.day) if a.day and a.person in ledger.people]
    told = list(_promises(view, answers)) if answers else []
    yes = [a.yes for a in answers]
    mean = math.fsum(told) / len(told) if told else 0.0
    came = share(sum(yes), len(yes))
    brier = math.fsum((p - y) ** 2 for p, y in zip(told, yes, strict=True))
    return Calibration(
        tuple(_bins(told, yes)),
        mean,
        came,
        brier / len(told) if told else None,
        _shift(mean, came) if came.cases >= ENOUGH else 0.0,
    )


def _shift(promised: float, came: Estimate) -> float:
    """Return the log-odds between the pooled rate and what was promised."""
    pooled = (PRIOR * promised + came.hits) / (PRIOR + came.cases)
    return math.log(pooled / (1 - pooled)) - math.log(promised / (1 - promised))


def _bins(told: Sequence[float], yes: Sequence[bool]) -> Iterator[Bin]:
    """Yield the bins that have cases."""
    for low, high in pairwise(EDGES):
        inside = [(p, y) for p, y in zip(told, yes, strict=True) if low <= p < high]
        if inside:
            mean = math.fsum(p for p, _ in inside) / len(inside)
            yield Bin(low, high, mean, share(sum(y for _, y in inside), len(inside)))


def _promises(view: AsOf, answers: Sequence[Answer]) -> Iterator[float]:
    """Yield the chance that each ask had on the day before it, but for the person's own answers."""
    ledger, model, owners = view.ledger, parameters_on(view), owners_of(view.ledger)
    for answer in answers:
        p, day = answer.person, (answer.day or date.min) - timedelta(days=1)
        facts = pairs_on(view).get(ordered(EGO, p), NO_FACTS)
        tie = tie_between(EGO, p, facts, worths=worths_of(day, model), owners=owners)
        received = -math.expm1(-tie.taken / model.tau)
        asked = load(ledger, as_of=day, model=model).get(p, 0.0)
        signs = signs_on(view, [p], day).get(p, {})
        ties = Ties(
            np.array([tie.strength]),
            np.array([received]),
            np.array([asked]),
            {part: np.array([value]) for part, value in signs.items()},
        )
        yield float(prior(ties, Weights())[0][0])
