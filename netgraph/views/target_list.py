"""The employers that ego looks for, in the order in which to spend time on them."""

from __future__ import annotations

from typing import Final

from netgraph.agenda.in_hand import Stage, progress_on
from netgraph.graph.build import network_on
from netgraph.identity.firms import firms_on
from netgraph.journal.goals import open_goals
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.text import fold

ORDER: Final = (
    Stage.GIVEN,
    Stage.PLANNED,
    Stage.ASKED,
    Stage.DOOR,
    Stage.NOBODY,
    Stage.TALKED,
)
"""In which order to spend time: what waits for ego first, where one only waits last."""


class TargetRow(Record, frozen=True):
    """One employer of a goal, how far one has come there, and who is or was there."""

    id: str | None
    name: str
    goal: str
    stage: str
    words: str
    now: int
    before: int


def targets(view: AsOf) -> tuple[TargetRow, ...]:
    """Return the employers that open goals name, in the order in which to spend time on them.

    >>> from datetime import date
    >>> from netgraph.model.records import Goal, Ledger
    >>> goal = Goal("g1", "cook", companies=("Acme",))
    >>> [(t.name, t.words) for t in targets(AsOf(Ledger(goals=(goal,)), date(2026, 5, 1)))]
    [('Acme', 'nobody there is known yet')]
    """
    texts = {goal.id: goal.text for goal in open_goals(view.ledger)}
    rows = []
    for at in progress_on(view):
        if at.firm:
            now, before = _counted(view, at.firm)
            known = at.firm if at.firm in firms_on(view).by_id else None
            rows.append(
                TargetRow(known, at.name, texts[at.goal], at.stage.value, at.words, now, before)
            )
    order = [stage.value for stage in ORDER]
    return tuple(sorted(rows, key=lambda row: (order.index(row.stage), -row.now, fold(row.name))))


def _counted(view: AsOf, firm: str) -> tuple[int, int]:
    """Return how many people are, and were, at a firm."""
    G = network_on(view)
    members = [data for _, _, data in G.in_edges(firm, data=True)] if firm in G else []
    now = sum(bool(data["current"]) for data in members)
    return now, len(members) - now
