"""``netgraph map``: everybody around you, as a page to look at or as a few lines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import output
from .home import nobody_yet
from .options import Session, json_option, pass_session
from .pages import html_option, keep, keep_key, open_option, place, veil_options
from .words import count

if TYPE_CHECKING:
    from netgraph.pages.redaction import Hidden
    from netgraph.views.counts import NetworkSummary

LISTED = 10
"""So many groups are named as text."""


@click.command("map")
@html_option
@open_option
@click.option("--goal", default="", metavar="GOAL", help="Which goal, if you have several.")
@click.option(
    "--by",
    default="life",
    metavar="TRAIT",
    help="What makes a circle: life (where you met), company, school, field, community.",
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
    key: Path | None,
    as_json: bool,
) -> None:
    """Show everybody you know: where they are, and how give and take stand.

    The page holds all of them; it is readable by you alone. Share one made with --pseudonymous.
    """
    html = place(session, "map.html", html, open_page=open_page)
    from netgraph.graph.build import network_on
    from netgraph.views.beside import gather
    from netgraph.views.counts import summary

    view = session.view()
    trait = "company" if by == "life" else by
    ledger, G = view.ledger, network_on(view)
    if html:
        from netgraph.pages import map_html

        beside = gather(view, goal=goal)
        page = map_html(G, ledger=ledger, **beside, by=by, pseudonymous=pseudonymous, hide=hide)
        keep_key(session, key, hidden=pseudonymous or bool(hide))
        keep(html, page, open_page=open_page)
    if as_json:
        output.as_json(summary(view, by=trait))
    elif not html and not nobody_yet(ledger):
        for line in _lines(summary(view, by=trait), trait):
            output.say(line)


def _lines(found: NetworkSummary, by: str) -> Iterable[str]:
    """Yield the map as a few lines."""
    unmet = f", {found.leads} of them known by name only; with the others:" if found.leads else ":"
    yield count(found.people, "person", "people") + unmet
    for state in found.give_and_take:
        yield f"  {state.people:>6}  {state.state}"
    if found.groups:
        yield f"By {by}, the largest:"
    for group in found.groups[:LISTED]:
        yield f"  {group.people:>6}  {group.name}"
    yield "To look at it: netgraph map --open"
