"""The map: everybody around ego, in discs of those who share a company or another trait."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from netgraph.graph.schema import ego_of
from netgraph.model.records import Goal, Ledger
from netgraph.pages.arrangement import Arrangement, circles_of_life, packed_discs
from netgraph.pages.life import Employers, circles_of
from netgraph.pages.map_data import LIFE, map_parts, members_of
from netgraph.pages.marks import Route
from netgraph.pages.page import Page, assemble
from netgraph.pages.person_columns import (
    groups_of,
)
from netgraph.pages.redaction import Hidden, veil
from netgraph.pages.safe import shown

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph
    from netgraph.pages.marks import Suggested

STYLES = ("page.css", "map.css")


def map_html(
    G: TieGraph,
    *,
    ledger: Ledger | None = None,
    suggestions: Sequence[Suggested] = (),
    fit: Mapping[str, Mapping[str, float]] | None = None,
    due: Mapping[str, Sequence[str]] | None = None,
    paths: Sequence[Route] = (),
    goals: Sequence[Goal] = (),
    employers: Mapping[str, Sequence[str]] | None = None,
    by: str = LIFE,
    title: str = "My network",
    pseudonymous: bool = False,
    hide: Collection[Hidden] = (),
    links: str = "",
) -> Page:
    """Return the map of the graph as one HTML page that needs nothing else.

    Parameters
    ----------
    G
        A graph as `netgraph.graph.schema` describes it.
    ledger
        Adds who introduced whom, and how things stand with each person.
    suggestions
        Whom to ask next, best first: their dots are larger, numbered and listed with reasons.
    fit
        Per goal, how well a person fits it, in [0, 1].
    due
        Per person, what is due, in words.
    paths
        Chains of introductions to show on demand, best first.
    goals
        Where ego wants to go: on top of the map, a ring for every employer they name.
    employers
        Per employer of a goal, what to do there, in words.
    by
        ``life``: wedges by when and where ego met people, in them discs by today's firm.  Or what
        makes a disc: ``company``, a kind of trait such as ``school`` or ``field``, or
        ``community``, people who know each other.
    title
        Heading of the page.
    pseudonymous
        Show nobody's name, in no view and no text.
    hide
        Leave out ``titles`` or ``companies`` too, with every other trait; implies the former.
    links
        What the address of a person's own page begins with, where there are such pages; their id
        follows.

    Returns
    -------
    Page
        The document, a `str` that a notebook displays.  Equal input gives equal bytes.

    Raises
    ------
    InvalidGraph
        If the graph is no tie graph.
    NetgraphError
        If the installed pyvis does not carry the library that was checked.

    Examples
    --------
    >>> import networkx as nx
    >>> from datetime import date
    >>> G = nx.DiGraph(ego="me", as_of=date(2026, 5, 1))
    >>> G.add_node("me", kind="person", name="Robin", title="", company="", traits={}, past={},
    ...            lead=False)
    >>> map_html(G).startswith("<!doctype html>")
    True
    """
    ego_of(G)
    hidden = veil(G, hide=hide) if pseudonymous or hide else None
    data, nodes, edges = map_parts(
        hidden.graph(G) if hidden else G,
        arrangement_of(G, ledger, suggestions, goals, fit or {}, by),
        ledger=ledger,
        suggestions=suggestions,
        fit=fit,
        due=due,
        paths=paths,
        outlook=employers,
        by=by,
        hidden=hidden,
        links=links,
    )
    return assemble(
        "map.html",
        title=shown(title),
        data={"map": data},
        nodes=nodes,
        edges=edges,
        start="map_page.js",
        styles=STYLES,
    )


def arrangement_of(
    G: TieGraph,
    ledger: Ledger | None,
    suggestions: Sequence[Suggested],
    goals: Sequence[Goal],
    fit: Mapping[str, Mapping[str, float]],
    by: str,
) -> Arrangement:
    """Return who stands where: by ``life`` on a wheel, by anything else in packed discs."""
    members = members_of(G)
    if by != LIFE:
        score = {s.person: s.score for s in suggestions}
        return packed_discs(groups_of(G, members, by, lambda person: score.get(person, -1.0)))
    employers = Employers(ledger or Ledger())
    after = G[G.graph["ego"]]
    near = {p: after[p]["strength"] if p in after else 0.0 for p in members}
    circles = circles_of(G, members, ledger, goals, employers, fit)
    return circles_of_life(circles, {p: d["company"] for p, d in members.items()}, near, employers)
