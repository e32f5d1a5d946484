r"""Of whom it is worth most to hear how close they are: the value of an answer, person by person.

Nobody but ego knows how close somebody is, and the chance of a yes hangs on it. An answer is worth
what it is expected to add to the list of suggestions: the list's worth once it is known, less that
of the list with every answer still possible,

.. math:: \sum_a p_a \, U(v_a) - U\Big(\sum_a p_a v_a\Big), \qquad
    U = \sum_{r \le 10} 0.85^r v_{(r)},

with the answers a, their prior chances p, what an ask would be worth after each, v, and the r-th
best of all asks; of whom nothing is said yet counts the mean. Whoever is not said to be known at
all is in no list before the answer.

It is the expected value of information of one question (Howard 1966); it is 0 for whoever would
stay in their place, or out of the list, whatever the answer.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from netgraph.model.base_record import Record
from netgraph.suggestions.context import GoalScores
from netgraph.suggestions.scoring import Ties, chances, prior

if TYPE_CHECKING:
    from netgraph.suggestions.features import Flags, Floats

ANSWERS: Final = ("close", "warm", "barely", "")
"""What can be said of how close somebody is; the last is "I do not remember them"."""

UNKNOWN: Final = (0.06, 0.30, 0.44, 0.20)
"""How often each answer is expected where nothing is recorded."""

MUCH: Final = (0.35, 0.50, 0.13, 0.02)
"""How often where much is: between the two, the strength of the tie decides."""

TABLE_KNOWN: Final = 40
"""So many people of a table ego is expected to know, but no larger part than `MOST_KNOWN`."""

MOST_KNOWN: Final = 0.8

LENGTH: Final = 10
"""How many suggestions count."""

FADE: Final = 0.85
"""What each place in the list counts of the one before."""

ENOUGH: Final = 0.0003
"""An answer that is expected to add less than this part of the list's worth is not asked for."""


class Gains(Record, frozen=True):
    """What an answer about each person is expected to add to the list, and the list's worth.

    ``best`` is what asking each would be worth if they were said to be close.
    """

    gain: Floats
    worth: float
    now: Floats
    best: Floats

    def worth_asking(self) -> list[int]:
        """Return of whom to ask, the most valuable first; empty if no answer changes much."""
        order = np.argsort(-self.gain, kind="stable")
        return [int(i) for i in order if self.gain[i] > ENOUGH * max(self.worth, 1e-9)]


def closeness_gains(
    scores: Sequence[GoalScores],
    *,
    settled: Collection[str] = (),
    unsaid: Collection[str] = (),
) -> Gains:
    """Return what it is worth to hear of each person how close they are.

    ``settled`` are those of whom that is said already; they have 0, as has who may not be asked.
    ``unsaid`` are those of a table of whom it is not said whether ego knows them at all.
    """
    features = scores[0].context.features
    maybe, resting = features.mark(unsaid), features.mark(scores[0].context.rests)
    shares = expected_answers(scores[0].context.ties.strength)
    if maybe.any():
        known = min(TABLE_KNOWN / maybe.sum(), MOST_KNOWN)
        shares[:, maybe] *= known
        shares[-1, maybe] += 1 - known
    after = np.array([worth_if(scores, answer, maybe & ~resting) for answer in ANSWERS])
    after[-1, maybe] = 0.0
    now = np.maximum(np.max([np.where(v.ready(), v.score.value, 0.0) for v in scores], axis=0), 0.0)
    mean = np.where(maybe, 0.0, (shares * after).sum(axis=0))
    open_ = (features.knows_ego | maybe) & ~features.mark(settled) & (after[0] > 0)
    base = np.where(open_, mean, now)
    gain = np.zeros(len(now))
    ranked = np.sort(base)[::-1][: LENGTH + 1]
    if len(ranked) > LENGTH:
        open_ &= after.max(axis=0) > ranked[LENGTH - 1]
    for i in np.flatnonzero(open_):
        rest = without(ranked, float(base[i]))
        gain[i] = expected_gain(rest, shares[:, i], after[:, i], float(mean[i]))
    return Gains(gain, list_worth(ranked), now, after[0])


def expected_gain(
    rest: Floats, shares: Sequence[float] | Floats, after: Sequence[float] | Floats, mean: float
) -> float:
    """Return what an answer about somebody is expected to add to a list.

    ``rest`` are the best values of the others, ``after`` what asking them is worth after each
    answer, ``shares`` how often each is expected, ``mean`` what they count without one.
    """
    found = sum(p * _list_worth(rest, v) for p, v in zip(shares, after, strict=True))
    return float(max(found - _list_worth(rest, mean), 0.0))


def list_worth(ranked: Floats) -> float:
    """Return what a list of values is worth, the best first.

    >>> round(list_worth(np.array([0.5, 0.4])), 2)  # 0.5 + 0.85 * 0.4
    0.84
    """
    return _list_worth(ranked[:LENGTH], 0.0)


def expected_answers(strength: Floats) -> Floats:
    """Return how often each of `ANSWERS` is expected of everybody, by the strength of their tie.

    >>> expected_answers(np.array([0.0, 1.0])).round(2).T.tolist()
    [[0.06, 0.3, 0.44, 0.2], [0.35, 0.5, 0.13, 0.02]]
    """
    share = np.clip(strength, 0.0, 1.0)
    return np.outer(UNKNOWN, 1 - share) + np.outer(MUCH, share)


def worth_if(scores: Sequence[GoalScores], answer: str, maybe: Flags) -> Floats:
    """Return what asking each person would be worth if they were said to be so close."""
    return np.asarray(np.max([_worth_if(v, answer, maybe) for v in scores], axis=0))


def _worth_if(view: GoalScores, answer: str, maybe: Flags) -> Floats:
    """Return that for one goal; 0 for whoever may not be asked."""
    context, model = view.context, view.context.model
    known = -model.tau * np.log1p(-context.ties.strength)
    strength = -np.expm1(-(known + model.closeness(answer)) / model.tau)
    ties = Ties(strength, context.ties.received, context.ties.load)
    before, _ = prior(ties, context.weights, shift=context.shift)
    chance = chances(before, view.past, context.weights)
    return np.where(view.ready() | maybe, chance * view.score.knows * view.score.worth, 0.0)


def without(ranked: Floats, value: float) -> Floats:
    """Return the best values but one of that size, if it is among them."""
    place = np.flatnonzero(ranked == value)
    return np.delete(ranked, place[0]) if len(place) else ranked[:LENGTH]


def _list_worth(rest: Floats, value: float) -> float:
    """Return what a list is worth in which somebody of that value stands in their place.

    >>> round(_list_worth(np.array([0.5, 0.3]), 0.4), 4)  # 0.5 + 0.85 * 0.4 + 0.7225 * 0.3
    1.0568
    """
    place = int(np.searchsorted(-rest, -value))
    fade = FADE ** np.arange(LENGTH + 1)
    listed = np.concatenate([rest[:place], [value], rest[place:]])[:LENGTH]
    return float((listed * fade[: len(listed)]).sum())
