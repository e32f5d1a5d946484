"""What the commands that write a page share: where it goes, who is hidden, what stands beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from . import output

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph
    from netgraph.model.as_of import AsOf
    from netgraph.model.records import Goal
    from netgraph.pages import Route, Suggested

SUGGESTED = 25

F = TypeVar("F", bound=Callable[..., Any])

html_option = click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page with interactive pictures.",
)
open_option = click.option(
    "--open", "open_page", is_flag=True, help="Open the page in the browser."
)


class Beside(TypedDict):
    """What a page shows beside the graph."""

    suggestions: Sequence[Suggested]
    fit: Mapping[str, Mapping[str, float]]
    due: Mapping[str, Sequence[str]]
    paths: Sequence[Route]


def veil_options(command: F) -> F:
    """Add the options that take names out."""
    command = click.option(
        "--hide",
        multiple=True,
        type=click.Choice(["titles", "companies"]),
        help="Leave these out as well; may be given twice.",
    )(command)
    return click.option("--pseudonymous", is_flag=True, help="Show nobody's name.")(command)


def keep(path: Path, page: str, *, open_page: bool) -> None:
    """Write a page and say where it is."""
    from netgraph.pages import write_page

    write_page(path, page)
    output.note(f"The page is in {path}: open it in a browser. It holds everybody in the picture.")
    if open_page:
        click.launch(path.resolve().as_uri())


def gather(view: AsOf, *, goal: str = "") -> Beside:
    """Return suggestions, fit and paths for the goal that is meant or the open ones, and dues."""
    from netgraph.graph.build import network_on
    from netgraph.journal.goals import find_goal, open_goals
    from netgraph.suggestions.goal_specificity import fit_of_people
    from netgraph.suggestions.recommendations import recommend

    ledger = view.ledger
    goals = [find_goal(ledger, goal)] if goal else open_goals(ledger)
    return {
        "suggestions": recommend(view, goals, limit=SUGGESTED).suggestions if goals else (),
        "fit": {g.text: fit_of_people(ledger, g) for g in goals},
        "due": _due(view),
        "paths": _paths(network_on(view), goals),
    }


def _due(view: AsOf) -> dict[str, Sequence[str]]:
    """Return what is due this week, in words, per person."""
    from netgraph.agenda.due_list import due

    found: dict[str, list[str]] = {}
    for item in due(view):
        found.setdefault(item.person, []).append(item.why)
    return dict(found)


def _paths(G: TieGraph, goals: Sequence[Goal]) -> Sequence[Route]:
    """Return the best chains to the people and companies that goals name."""
    from netgraph.measures.paths import introduction_paths

    wanted = {company for goal in goals for company in goal.companies}
    targets = [goal.person for goal in goals if goal.person and goal.person in G]
    for n, data in G.nodes(data=True):
        if data["kind"] == "organisation" and data["name"] in wanted:
            targets.append(n)
    found = [chain for target in targets for chain in introduction_paths(G, target, k=3)]
    return sorted(found, key=lambda chain: -chain.chance)[:5]
