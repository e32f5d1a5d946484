"""What a report says, as a document: whom to ask, what is due, and the search in numbers."""

from __future__ import annotations

from typing import Any

from netgraph.agenda.due_list import due
from netgraph.journal.goals import goals_meant
from netgraph.model.as_of import AsOf
from netgraph.suggestions.recommendations import recommend
from netgraph.views.documents import due_document, suggestions_document
from netgraph.views.statistics import stats


def report_document(view: AsOf, *, goal: str = "") -> dict[str, Any]:
    """Return what a report says, for one goal or all open ones.

    Raises
    ------
    UnknownName, AmbiguousName
        If ``goal`` names none, or several.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Ledger
    >>> report_document(AsOf(Ledger(), date(2026, 5, 1)))["report"]["due"]
    []
    """
    goals = goals_meant(view.ledger, goal)
    asked = suggestions_document(recommend(view, goals), view) if goals else {"suggestions": []}
    return {"report": {**asked, **due_document(due(view), view.ledger), "stats": stats(view)}}
