"""What a page shows beside the graph: whom to ask, who fits, what is due, and the way there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypedDict

from netgraph.agenda.due_list import due
from netgraph.graph.build import network_on
from netgraph.identity.firms import firms_on
from netgraph.journal.goals import goals_meant
from netgraph.measures.paths import IntroductionPath, introduction_paths
from netgraph.model.as_of import AsOf
from netgraph.model.records import Goal
from netgraph.suggestions.goal_specificity import fit_of_people
from netgraph.suggestions.recommendations import chances_on, recommend
from netgraph.suggestions.suggestion import Suggestion
from netgraph.views.company import company_view

SUGGESTED: Final = 25
PATHS: Final = 5
PATHS_EACH: Final = 3


class Beside(TypedDict):
    """The keyword arguments of `netgraph.pages.map_html` and `report_html` that a ledger gives."""

    suggestions: Sequence[Suggestion]
    fit: Mapping[str, Mapping[str, float]]
    due: Mapping[str, Sequence[str]]
    paths: Sequence[IntroductionPath]
    goals: Sequence[Goal]
    employers: Mapping[str, Sequence[str]]


def gather(view: AsOf, *, goal: str = "") -> Beside:
    """Return what stands beside a map or report, for one goal or all open ones.

    So a notebook makes the page that ``netgraph report`` makes::

        view = AsOf(store.ledger(), as_of)
        report_html(network_on(view), view.ledger, **gather(view))

    Raises
    ------
    UnknownName, AmbiguousName
        If ``goal`` names none, or several.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Ledger
    >>> gather(AsOf(Ledger(), date(2026, 5, 1)))["suggestions"]
    ()
    """
    goals = goals_meant(view.ledger, goal)
    return {
        "suggestions": recommend(view, goals, limit=SUGGESTED).suggestions if goals else (),
        "fit": {g.text: fit_of_people(view.ledger, g) for g in goals},
        "due": _due(view),
        "paths": _paths(view, goals),
        "goals": goals,
        "employers": {
            name: tuple(company_view(view, name).words) for g in goals for name in g.companies
        },
    }


def _due(view: AsOf) -> dict[str, Sequence[str]]:
    """Return what is due this week, in words, per person."""
    found: dict[str, list[str]] = {}
    for item in due(view):
        found.setdefault(item.person, []).append(f"{item.kind.capitalize()}: {item.why}")
    return dict(found)


def _paths(view: AsOf, goals: Sequence[Goal]) -> Sequence[IntroductionPath]:
    """Return the best chains to the people and companies that goals name."""
    G, firms = network_on(view), firms_on(view)
    people = [goal.person for goal in goals if goal.person]
    companies = [firms.one(company) for goal in goals for company in goal.companies]
    targets = [t for t in dict.fromkeys([*people, *companies]) if t and t in G]
    willing = chances_on(view)
    found = [
        chain for t in targets for chain in introduction_paths(G, t, k=PATHS_EACH, willing=willing)
    ]
    return sorted(found, key=lambda chain: -chain.chance)[:PATHS]
