"""``netgraph path``: chains of introductions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from . import output
from .actions import advised, writer
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph
    from netgraph.measures.paths import IntroductionPath, Link
    from netgraph.model.records import Ledger

FACTS = 3


@click.command()
@click.argument("target")
@click.option(
    "-n", "limit", type=click.IntRange(min=1), default=3, show_default=True, help="How many."
)
@json_option
@pass_session
def path(session: Session, target: str, limit: int, as_json: bool) -> None:
    """Show the best chains of introductions to TARGET, a person or a company."""
    from netgraph.graph.build import network_on
    from netgraph.journal.lookup import find_target
    from netgraph.measures.paths import advice, introduction_paths
    from netgraph.suggestions.recommendations import chances_on

    view = session.view()
    ledger, G = view.ledger, network_on(view)
    node = find_target(ledger, target)
    found = introduction_paths(G, node, k=limit, willing=chances_on(view)) if node in G else []
    name = _name(ledger, node)
    hints = [] if found else advice(G, node, name=name)
    if as_json:
        goal = {"id": node, "name": name}
        paths = [_document(G, chain) for chain in found]
        output.as_json({"target": goal, "paths": paths, "advice": hints}, writer(ledger))
        return
    for chain in found:
        _show(G, chain)
    if not found:
        output.say(f"No chain to {name} is known yet. What would create one:")
        for line in hints:
            output.say(f"  - {advised(line, writer(ledger))}")


def _name(ledger: Ledger, node: str) -> str:
    """Return what the target is called."""
    known = ledger.people.get(node) or ledger.organisations[node]
    return known.name


def _document(G: TieGraph, chain: IntroductionPath) -> dict[str, Any]:
    """Return a chain as JSON has it."""
    return {
        "people": [{"id": i, "name": G.nodes[i]["name"]} for i in chain.people],
        "chance": round(chain.chance, 4),
        "weakest": chain.weakest,
        "evidence": list(chain.links),
        "inside": chain.inside,
    }


def _show(G: TieGraph, chain: IntroductionPath) -> None:
    """Print one chain with what each link rests on."""
    names = " -> ".join(G.nodes[i]["name"] for i in chain.people)
    inside = f" ({chain.inside})" if chain.inside else ""
    output.say(f"{chain.chance:.0%} likely:  {names}{inside}")
    for link in chain.links:
        u, v = (G.nodes[i]["name"] for i in (link.u, link.v))
        output.say(f"     {u} - {v} ({link.chance:.0%}): {_rests_on(G, link)}")


def _rests_on(G: TieGraph, link: Link) -> str:
    """Say what a link rests on: how it is known, and the first facts."""
    known = link.basis
    if link.basis == "inferred":
        known += f" at {G[link.u][link.v]['confidence']:.0%}"
    facts = "; ".join(link.evidence[:FACTS]) or "no evidence of contact yet"
    more = len(link.evidence) - FACTS
    return f"{known}, {facts}" + (f"; and {more} more" if more > 0 else "")
