"""Would other half-lives change the advice? The ranks of the best, computed again with each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec.structs import replace

from netgraph.graph.pairs import NO_FACTS, Between, facts_about, owners_of, tie_between
from netgraph.graph.strength import worths_of
from netgraph.graph.tie_evidence import ordered
from netgraph.model.records import EGO
from netgraph.suggestions.context import BY_NAME
from netgraph.suggestions.scoring import Ties, chances, prior
from netgraph.suggestions.suggestion import best_view, ranked

if TYPE_CHECKING:
    from netgraph.model.as_of import AsOf
    from netgraph.model.parameters import Parameters
    from netgraph.suggestions.context import GoalScores
    from netgraph.suggestions.features import Floats, Ints

HALF_LIVES: Final = (60.0, 90.0, 180.0, 270.0, 400.0)
"""Half-lives of favours that are tried, in days; those of messages are a third of them."""

POOL: Final = 30
"""So many of the best are ranked again."""

TOPS: Final = (5, 10, 20)


def places(view: AsOf, views: Sequence[GoalScores]) -> dict[str, tuple[int, int]]:
    """Return the best and the worst rank that each of the best has with any of `HALF_LIVES`.

    Ranks are by score alone and among the `POOL` best; only the strength of ties and what was
    given change.
    """
    context = views[0].context
    best, value = best_view(views)
    order = np.array(ranked(views[0], value)[:POOL], np.int64)
    everybody = context.ids
    ids = [everybody[i] for i in order]
    opener = {p: u for p, u in context.via.items() if p in ids}
    wanted, owners = dict.fromkeys([*ids, *opener.values()]), owners_of(view.ledger)
    found = facts_about(view, wanted)
    pairs = {p: found.get(ordered(EGO, p), NO_FACTS) for p in wanted}
    ranks = []
    for half_life in HALF_LIVES:
        other = replace(context.model, half_life=half_life, message_half_life=half_life / 3)
        worths = worths_of(view.day, other)
        now = {
            p: tie_between(EGO, p, facts, worths=worths, owners=owners)
            for p, facts in pairs.items()
        }
        again = _values(views, best[order], order, _tie(ids, now, opener, other))
        ranks.append(np.argsort(np.argsort(-np.round(again, 9), kind="stable")) + 1)
    low, high = (np.min(ranks, axis=0), np.max(ranks, axis=0)) if ids else ((), ())
    return {p: (int(a), int(b)) for p, a, b in zip(ids, low, high, strict=True)}


def _tie(
    ids: Sequence[str], now: Mapping[str, Between], opener: Mapping[str, str], model: Parameters
) -> tuple[Floats, Floats]:
    """Return strength and received of everybody with other half-lives."""
    strength = [BY_NAME * now[opener[p]].strength if p in opener else now[p].strength for p in ids]
    given = np.array([now[p].taken for p in ids])
    return np.array(strength), -np.expm1(-given / model.tau)


def _values(
    views: Sequence[GoalScores], best: Ints, order: Ints, ties: tuple[Floats, Floats]
) -> Floats:
    """Return what everybody would be worth."""
    s, found = views[0].context, np.zeros(len(order))
    before, _ = prior(
        Ties(*ties, s.ties.load[order], {k: v[order] for k, v in s.ties.signs.items()}),
        s.weights,
        shift=s.shift,
    )
    for n, v in enumerate(views):
        here = best == n
        done = replace(v.past, yes=v.past.yes[order], no=v.past.no[order])
        worth = v.score.knows[order] * v.score.worth[order]
        found[here] = (chances(before, done, s.weights) * worth)[here]
    return found


def words(place: tuple[int, int]) -> str:
    """Say how far the rank depends on the half-life.

    >>> words((1, 4)), words((3, 14)), words((8, 31))
    ('stays in the top 5 for half-lives from 60 to 400 days', 'stays in the top 20 for half-lives \
from 60 to 400 days', 'between place 8 and 31, depending on the half-life (60 to 400 days)')
    """
    low, high = place
    top = next((n for n in TOPS if high <= n), None)
    span = f"from {HALF_LIVES[0]:.0f} to {HALF_LIVES[-1]:.0f} days"
    if top:
        return f"stays in the top {top} for half-lives {span}"
    return f"between place {low} and {high}, depending on the half-life ({span[5:]})"
