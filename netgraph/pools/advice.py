"""Whom to ask, with what pools show: the one rule of commands and page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from netgraph.model.as_of import AsOf
from netgraph.model.records import Goal, Origin
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
    return recommend_within(
        view, view_with_pools(view, store, employers_of(goals)), goals, limit=limit
    )


def recommend_within(
    view: AsOf, wide: AsOf, goals: Sequence[Goal], *, limit: int
) -> tuple[Recommendations, AsOf]:
    """Return the same of a view and of that with pools in it, where both are there already."""
    if wide is view:
        return recommend(view, goals, limit=limit), view
    return recommend_among(wide, goals, limit=limit), wide


def recommend_among(view: AsOf, goals: Sequence[Goal], *, limit: int) -> Recommendations:
    """Return whom to ask, best first, in a view that may have what pools show."""
    told = recommend(view, goals, limit=limit)
    if all(p.origin != Origin.SHARED for p in view.ledger.people.values()):
        return told
    from netgraph.pools.second_degree import unsaid  # noqa: PLC0415 - only with pools

    return replace(told, suggestions=unsaid(told.suggestions, view))


def view_with_pools(view: AsOf, store: Store, wanted: Collection[str]) -> AsOf:
    """Return a view with what pools show of whom contacts know, at some employers above all.

    It is the view itself where there are none, and what pools take is not loaded then.
    """
    if not pools(store):
        return view
    from netgraph.pools.second_degree import with_pools  # noqa: PLC0415 - only with pools

    return with_pools(view, store, wanted=wanted)


def employers_of(goals: Iterable[Goal]) -> list[str]:
    """Return the employers that goals name, and those near to them.

    >>> employers_of([Goal("g", "nurse", companies=("Acme",), near=("Blue River",))])
    ['Acme', 'Blue River']
    """
    return [name for goal in goals for name in (*goal.companies, *goal.near)]
