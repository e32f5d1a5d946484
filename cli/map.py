"""``netgraph map``: everybody around you, as a page to look at or as a few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import output
from .options import Session, json_option, pass_session
from .pages import gather, html_option, keep, open_option, veil_options

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph
    from netgraph.pages.redaction import Hidden


@click.command("map")
@html_option
@open_option
@click.option("--goal", default="", metavar="GOAL", help="Which goal, if you have several.")
@click.option(
    "--by", default="company", metavar="TRAIT", help="What makes a circle: company, school, field."
)
@veil_options
@json_option
@pass_session
def map_(
    session: Session,
    /,
    *,
    html: Path | None,
    open_page: bool,
    goal: str,
    by: str,
    pseudonymous: bool,
    hide: tuple[Hidden, ...],
    as_json: bool,
) -> None:
    """Show everybody you know: where they are, and how give and take stand.

    The page holds all of them; it is readable by you alone. Share one made with --pseudonymous.
    """
    if open_page and not html:
        raise click.UsageError("--open needs a page; say where with --html FILE")
    from netgraph.graph.build import network_on

    view = session.view()
    ledger, G = view.ledger, network_on(view)
    if html:
        from netgraph.pages import map_html

        beside = gather(view, goal=goal)
        page = map_html(G, ledger=ledger, **beside, by=by, pseudonymous=pseudonymous, hide=hide)
        keep(html, page, open_page=open_page)
    if as_json:
        output.as_json(_summary(G, by))
    elif not html:
        for line in _lines(_summary(G, by), by):
            output.say(line)


def _summary(G: TieGraph, by: str) -> dict[str, Any]:
    """Return the map in numbers."""
    from netgraph.graph.schema import people
    from netgraph.measures.give_and_take import standings

    known = list(people(G))
    groups = Counter(group for n in known for group in _groups(G.nodes[n], by))
    states = Counter(standing.state for standing in standings(G).values())
    return {
        "people": len(known),
        "leads": sum(G.nodes[n]["lead"] for n in known),
        "groups": [{"name": name, "people": number} for name, number in _largest(groups)],
        "give_and_take": [{"state": name, "people": number} for name, number in _largest(states)],
    }


def _groups(person: Mapping[str, Any], by: str) -> Iterable[str]:
    """Return what a person shares with others."""
    if by == "company":
        return [person["company"]] if person["company"] else []
    return sorted(person["traits"].get(by, ()))


def _largest(numbers: Counter[str]) -> list[tuple[str, int]]:
    """Return names and numbers, the largest first."""
    return sorted(numbers.items(), key=lambda item: (-item[1], item[0]))


def _lines(summary: Mapping[str, Any], by: str) -> Iterable[str]:
    """Yield the map as a few lines."""
    yield f"{summary['people']} people, {summary['leads']} of them not met yet"
    for state in summary["give_and_take"]:
        yield f"  {state['people']:>6}  {state['state']}"
    if summary["groups"]:
        yield f"By {by}, the largest:"
    for group in summary["groups"][:10]:
        yield f"  {group['people']:>6}  {group['name']}"
    yield "To look at it: netgraph map --html FILE --open"
