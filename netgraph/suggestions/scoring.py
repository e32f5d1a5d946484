r"""How much one ask is worth: chance x knows x worth, for everybody at once.

.. math::

    \text{value} = P(\text{yes}) \cdot P(\text{knows, or leads to, somebody who fits}) \cdot
    \text{worth}

Both chances are logistic in evidence that is named and can be shown; `Weights` has its numbers,
the same for every network. Work is linear in people, traits and ties.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec import field

from netgraph.model.base_record import Record

if TYPE_CHECKING:
    from netgraph.suggestions.criteria import Criteria, Match
    from netgraph.suggestions.features import Flags, Floats, Ints, NetworkFeatures
    from netgraph.suggestions.outcomes import Past

STEPS: Final = 12
"""Steps of the goal walk; what is left to move after them is 3 %."""


class Weights(Record, frozen=True):
    """Log-odds per unit of evidence, found on six real networks; see ``docs/asking.md``.

    ``cold`` makes 30 % the chance of a stranger's yes, which lies between the 10 % and 42 %
    measured for replies to strangers' mails and messages. ``door`` and ``no_door`` are judgement.
    """

    cold: float = -0.85
    strength: float = 1.4
    received: float = 1.2
    load: float = 0.6
    trust: float = 4.0
    base: float = -3.4
    now: float = 1.3
    before: float = 2.4
    hint: float = 1.6
    walk: float = 0.5
    opens: float = 1.5
    known_ties: float = 0.4
    outside_ties: float = 0.2
    introduced: float = 0.2
    hub: float = 1.0
    door: float = 2.0
    no_door: float = 1.0
    fruitless: float = 0.3
    named_fit: float = 0.9
    again: float = 0.2
    restart: float = 0.25


class Ties(Record, frozen=True):
    """What the tie with ego says of everybody's readiness: 0 where there is none.

    ``strength`` and ``received`` lie in [0, 1), ``load`` is in asks; ``signs`` are what else
    speaks for an answer (`netgraph.suggestions.replies`), in log-odds.
    """

    strength: Floats
    received: Floats
    load: Floats
    signs: Mapping[str, Floats] = field(default_factory=dict)


class Score(Record, frozen=True):
    """The parts of everybody's value; ``willing`` and ``evidence`` are in log-odds."""

    chance: Floats
    knows: Floats
    worth: Floats
    willing: dict[str, Floats]
    evidence: dict[str, Floats]

    @property
    def value(self) -> Floats:
        """What one ask is worth, in [0, 1]; rounded, so that the order of sums decides nothing."""
        return np.asarray(np.round(self.chance * self.knows * self.worth, 9))


def logistic(x: Floats) -> Floats:
    """Return 1 / (1 + exp(-x)).

    >>> logistic(np.array([0.0])).tolist()
    [0.5]
    """
    return np.asarray(1.0 / (1.0 + np.exp(-x)))


def prior(ties: Ties, w: Weights, *, shift: float = 0.0) -> tuple[Floats, dict[str, Floats]]:
    r"""Return everybody's P(yes) before their own answers count, and the log-odds it is made of.

    .. math:: m = \text{logistic}(c + a_S S + a_R R - a_F F + \sum_k s_k + \text{shift})

    with tie strength S, what they gave lately R, load F, which also counts what was asked of them
    for other goals and in their name, and the signs s.
    """
    parts = {
        "strength": w.strength * ties.strength,
        "received": w.received * ties.received,
        "load": -w.load * ties.load,
        **ties.signs,
    }
    return logistic(w.cold + shift + sum(parts.values(), np.zeros(len(ties.load)))), parts


def chances(before: Floats, done: Past, w: Weights) -> Floats:
    r"""Return everybody's P(yes) after their own answers.

    .. math:: P = \frac{\alpha m + \text{yes}}{\alpha + \text{yes} + \text{no}}

    Beta-Bernoulli learning with the chance ``before`` as a prior that is worth alpha = 4 answers.
    """
    return (w.trust * before + done.yes) / (w.trust + done.yes + done.no)


def evidence(
    b: NetworkFeatures,
    wants: Criteria,
    found: Match,
    done: Past,
    hubs: Flags,
    doors: Floats,
    w: Weights,
) -> dict[str, Floats]:
    """Return what speaks for each person knowing, or leading to, somebody who fits: log-odds."""
    scale = math.sqrt(found.full) or 1.0
    return {
        "now": w.now * found.now / scale,
        "before": w.before * found.before / scale,
        "hint": w.hint * found.hint / scale,
        "walk": w.walk * np.log1p(goal_walk(b, wants, found, w) * b.size * 2),
        "opens": w.opens * opens(b),
        "known_ties": w.known_ties * np.log1p(b.sums(b.left, b.sure)),
        "outside_ties": w.outside_ties * np.log1p(b.sums(b.left, b.sure * done.met[b.right])),
        "introduced": w.introduced * done.met.astype(np.float64),
        "hub": w.hub * hubs.astype(np.float64),
        "door": door(doors, found, w),
        "fruitless": -w.fruitless * fruitless(b, done.miss),
    }


def door(doors: Floats, found: Match, w: Weights) -> Floats:
    """Return what the user's word adds that somebody may know people at a wanted employer, or not.

    ``doors`` is 1 for whoever may, below 0 for whoever does not, down to -1 if at none of them.
    """
    return np.asarray(np.where(doors > 0, w.door, w.no_door) * doors / (math.sqrt(found.full) or 1))


def goal_walk(b: NetworkFeatures, wants: Criteria, found: Match, w: Weights) -> Floats:
    """Return how often a walk that restarts at the goal passes each person, summing to below 1.

    It moves at random along ties, as sure as they are, and between people and their traits; each
    wish is a start, a hint half as often, and where titles are wanted, everybody as far as theirs
    fits. Personalised PageRank with the goal as the person (Haveliwala 2002; with traits as
    nodes: Gong et al. 2014).
    """
    n, size = b.size, b.size + len(b.traits)
    start = np.zeros(size)
    for those, weight in ((wants.hints, 0.5), (wants.firm, 1.0)):
        for trait in (t for want in those for t in want.traits() if t in b.traits):
            start[n + b.traits[trait]] = weight
    if found.title.any():
        start[:n] += found.title / found.title.sum()
    if wants.person in b.people:
        start[b.people[wants.person]] = 2.0
    if not start.any():
        return np.zeros(n)
    start /= start.sum()
    source = np.concatenate([b.left, b.holder, b.held + n])
    target = np.concatenate([b.right, b.held + n, b.holder])
    sure = np.concatenate([b.sure, np.ones(2 * len(b.held))])
    leaving = np.bincount(source, sure, size)
    step = (1 - w.restart) * sure / leaving[source]
    mass = start
    for _ in range(STEPS):
        mass = w.restart * start + np.bincount(target, mass[source] * step, size)
    return np.asarray(mass[:n])


def opens(b: NetworkFeatures) -> Floats:
    """Return ln(1 + sum over their circles of 1 / people known there): doors to new circles."""
    share = 1 / np.maximum(b.holders(), 1)
    return np.asarray(np.log1p(b.sums(b.holder, share[b.held])))


def fruitless(b: NetworkFeatures, miss: Floats) -> Floats:
    """Return ln(1 + fruitless yeses in their most-tried circle)."""
    most = np.zeros(b.size)
    np.maximum.at(most, b.holder, miss[b.held])
    return np.asarray(np.log1p(most))


def best_known(b: NetworkFeatures, found: Match, met: Flags | None = None) -> tuple[Floats, Ints]:
    """Return for each person how sure their surest tie to somebody new to ego who fits is, and who.

    People whom ego knows already, or whose name ego was given (``met``), do not count. 0 and -1
    where there is none.
    """
    old = b.knows_ego if met is None else b.knows_ego | met
    new = (found.fits & ~old)[b.right]
    left, right, sure = b.left[new], b.right[new], b.sure[new]
    order = np.lexsort((-right, sure))
    best, who = np.zeros(b.size), np.full(b.size, -1, np.int64)
    best[left[order]], who[left[order]] = sure[order], right[order]
    return best, who


def helpfulness(proof: Mapping[str, Floats], sure: Floats, w: Weights) -> Floats:
    """Return how likely everybody knows, or leads to, somebody who fits.

    ``proof`` is what speaks for it, ``sure`` how sure their tie to somebody new who fits is.
    """
    knows = logistic(w.base + sum(proof.values(), np.zeros(len(sure))))
    return np.maximum(knows, w.named_fit * sure)


def score(
    b: NetworkFeatures,
    wants: Criteria,
    found: Match,
    done: Past,
    ties: Ties,
    *,
    hubs: Flags,
    weights: Weights,
    shift: float = 0.0,
    doors: Floats | None = None,
) -> Score:
    """Return chance, knows and worth of everybody in it.

    Whoever is known to know somebody who fits counts at least 0.9 times as sure as that tie is.
    Each yes for this goal leaves a fifth of the worth of asking the same person again.
    """
    w = weights
    proof = evidence(b, wants, found, done, hubs, np.zeros(b.size) if doors is None else doors, w)
    knows = helpfulness(proof, best_known(b, found, done.met)[0], w)
    before, willing = prior(ties, w, shift=shift)
    return Score(chances(before, done, w), knows, w.again**done.helped, willing, proof)
