r"""Of whom it is worth most to hear whether they may know somebody at an employer.

At some employers of a goal ego knows nobody. Whom their contacts know there, no file says; ego may
have an idea. An answer is worth what it is expected to add to the list of suggestions, as in
`netgraph.suggestions.closeness_gain`,

.. math:: p \, U(v_1) + (1 - p) \, U(v_0) - U(p v_1 + (1 - p) v_0)

with what an ask would be worth after a yes, :math:`v_1`, and after a no, :math:`v_0`. How likely a
yes is, p, is what the model thinks of somebody knowing, or leading to, people at that employer, if
nothing else were wanted. It is 0 for whoever would stay in their place whatever the answer.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from netgraph.model.base_record import Record
from netgraph.suggestions.closeness_gain import (
    ENOUGH,
    LENGTH,
    expected_gain,
    list_worth,
    without,
)
from netgraph.suggestions.context import GoalScores, goal_scores
from netgraph.suggestions.criteria import Criteria, Criterion
from netgraph.suggestions.scoring import best_known, door, helpfulness

if TYPE_CHECKING:
    from netgraph.suggestions.context import AskContext
    from netgraph.suggestions.features import Flags, Floats

EMPLOYERS: Final = 10
"""At most so many employers are asked about, those named first."""

Pair = tuple[str, str]
"""A person's id and an employer."""


class DoorGains(Record, frozen=True):
    """What an answer about each employer (row) and person (column) is expected to add.

    ``chance`` is how likely a yes is, ``now`` what asking each person is worth, ``after_yes`` what
    it would be worth; ``worth`` is that of the list.
    """

    employers: tuple[str, ...]
    gain: Floats
    chance: Floats
    now: Floats
    after_yes: Floats
    worth: float

    def worth_asking(self) -> list[tuple[int, int]]:
        """Return which employer and person to ask about, the most valuable first."""
        order = np.argsort(-self.gain, axis=None, kind="stable")
        rows = [divmod(int(k), self.gain.shape[1]) for k in order]
        return [at for at in rows if self.gain[at] > ENOUGH * max(self.worth, 1e-9)]


def door_gains(scores: Sequence[GoalScores], *, passed: Collection[Pair] = ()) -> DoorGains:
    """Return what it is worth to hear who may know somebody at the employers without a door.

    Pairs that are ``passed``, of which something is said, or of whom the person was there, have 0.
    """
    context = scores[0].context
    named = (name for seen in scores for name in context.closed(seen.wants))
    employers = tuple(dict.fromkeys(named))[:EMPLOYERS]
    now = _best(scores, [seen.score.knows for seen in scores])
    shape = len(employers), context.features.size
    gain, chance, after_yes = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for e, employer in enumerate(employers):
        chance[e] = chance_of_yes(context, employer)
        yes, no = (after(scores, employer, may=may) for may in (True, False))
        open_ = askable(context, employer, passed) & (now > 0)
        after_yes[e], gain[e] = yes, _gains(now, np.array([yes, no]), chance[e], open_)
    ranked = np.sort(now)[::-1]
    return DoorGains(employers, gain, chance, now, after_yes, list_worth(ranked))


def chance_of_yes(context: AskContext, employer: str) -> Floats:
    """Return how likely everybody knows, or leads to, somebody at an employer."""
    there = Criteria(firm=(Criterion("company", frozenset({employer})),))
    return goal_scores(context, there).score.knows


def after(scores: Sequence[GoalScores], employer: str, *, may: bool) -> Floats:
    """Return what asking each person would be worth after a yes, or a no, about an employer."""
    return _best(scores, [_knows_after(seen, employer, may=may) for seen in scores])


def askable(context: AskContext, employer: str, passed: Collection[Pair] = ()) -> Flags:
    """Return of whom it may be asked: whom ego knows, who was never there, nothing being said."""
    b, doors = context.features, context.doors
    said = [p for p in doors.people() if doors.open(p, employer) or doors.shut(p, employer)]
    done = b.mark([*said, *(p for p, name in passed if name == employer)])
    was_there: Flags = b.having([("company", employer)]) > 0
    return b.knows_ego & ~done & ~was_there


def _knows_after(seen: GoalScores, employer: str, *, may: bool) -> Floats:
    """Return how likely everybody knows somebody who fits, after such an answer, for one goal."""
    context, w = seen.context, seen.context.weights
    closed = context.closed(seen.wants)
    if employer not in closed:
        return seen.score.knows
    said = context.opened(seen.wants)
    said = np.ones(len(said)) if may else np.where(said > 0, said, said - 1 / len(closed))
    proof = seen.score.evidence | {"door": door(said, seen.match, w)}
    return helpfulness(proof, best_known(context.features, seen.match, seen.past.met)[0], w)


def _best(scores: Sequence[GoalScores], knows: Sequence[Floats]) -> Floats:
    """Return what asking each person is worth for the goal where it is worth most, 0 for no ask."""
    worths = [
        np.where(seen.ready(), seen.score.chance * known * seen.score.worth, 0.0)
        for seen, known in zip(scores, knows, strict=True)
    ]
    return np.asarray(np.max(worths, axis=0))


def _gains(now: Floats, values: Floats, chance: Floats, open_: Flags) -> Floats:
    """Return what an answer about each is expected to add; ``values`` has a row for each answer."""
    shares = np.array([chance, 1 - chance])
    mean = (shares * values).sum(axis=0)
    ranked = np.sort(now)[::-1][: LENGTH + 1]
    if len(ranked) > LENGTH:
        open_ = open_ & (values[0] > ranked[LENGTH - 1])
    found = np.zeros(len(now))
    for i in np.flatnonzero(open_):
        rest = without(ranked, float(now[i]))
        found[i] = expected_gain(rest, shares[:, i], values[:, i], float(mean[i]))
    return found
