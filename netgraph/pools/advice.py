"""Whom to ask, with what pools show: the one rule of commands and page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from netgraph.model.as_of import AsOf
from netgraph.model.records import Goal
from netgraph.store import Store
from netgraph.store.pooled import pools
from netgraph.suggestions.recommendations import Recommendations, recommend


def recommend_with_pools(
    view: AsOf, store: Store, goals: Sequence[Goal], *, limit: int
) -> tuple[Recommendations, AsOf]:
    """Return whom to ask, best first, and the view that this was told from.

    Without pools both are those of `netgraph.suggestions.recommendations.recommend`. With pools
    the view also has whom members share, and a member may be the one to ask for somebody at an
    employer; the store has none of them.

    Examples
    --------
    >>> from datetime import UTC, date, datetime
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from netgraph.model.records import Person, Tie
    >>> with TemporaryDirectory() as folder, Store.open(Path(folder) / "n.db") as store:
    ...     with store.change("add", at=datetime(2026, 5, 1, tzinfo=UTC)) as change:
    ...         _ = change.put([Person("ana", "Ana", title="Nurse"), Tie("t", "me", "ana")])
    ...     view = AsOf(store.ledger(), date(2026, 5, 1))
    ...     told, same = recommend_with_pools(view, store, [Goal("g", "nurse")], limit=1)
    >>> told.suggestions[0].sentence, same is view
    ('Ask Ana for a talk about their work', True)
    """
    if not pools(store):
        return recommend(view, goals, limit=limit), view
    from netgraph.pools.second_degree import unsaid, with_pools  # noqa: PLC0415 - only with pools

    wanted = [name for goal in goals for name in (*goal.companies, *goal.near)]
    wide = with_pools(view, store, wanted=wanted)
    told = recommend(wide, goals, limit=limit)
    return replace(told, suggestions=unsaid(told.suggestions, wide)), wide
