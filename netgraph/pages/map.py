"""The map: everybody around ego, in discs of those who share a company or another trait."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from itertools import compress
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.graph.schema import date_of, ego_of
from netgraph.measures.give_and_take import EVEN
from netgraph.measures.referrals import lineage
from netgraph.model.records import Goal, Ledger
from netgraph.pages.arrangement import Arrangement, circles_of_life, packed_discs
from netgraph.pages.folding import plain_letters
from netgraph.pages.life import Employers, circles_of
from netgraph.pages.marks import STANDINGS, Route, standings
from netgraph.pages.page import Page, assemble, edge, node
from netgraph.pages.person_columns import (
    People,
    Roll,
    groups_of,
    packed,
    past_columns,
    people_columns,
    roll,
    rounded,
    tie_columns,
)
from netgraph.pages.redaction import Hidden, Veil, veil
from netgraph.pages.safe import NAME, addresses, shown
from netgraph.pages.story import moments
from netgraph.pages.wedges import HUB
from netgraph.suggestions.reasons import likely

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph
    from netgraph.pages.marks import Suggested

LIVE = 150
"""So many people are nodes of vis-network; everybody else is painted, which costs no time."""
LISTED = 25
"""So many suggestions come with their reasons."""
LIFE = "life"
"""The arrangement by circles of life."""

STYLES = ("page.css", "map.css")

_SAFE_ID = re.compile(r"[\w.@-]{1,60}")
_PLAIN = re.compile(r"[^\W_]+(?:[ .'’-]+[^\W_]+)*\.?")


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
    members = _members(G)
    if by != LIFE:
        score = {s.person: s.score for s in suggestions}
        return packed_discs(groups_of(G, members, by, lambda person: score.get(person, -1.0)))
    employers = Employers(ledger or Ledger())
    after = G[G.graph["ego"]]
    near = {p: after[p]["strength"] if p in after else 0.0 for p in members}
    circles = circles_of(G, members, ledger, goals, employers, fit)
    return circles_of_life(circles, {p: d["company"] for p, d in members.items()}, near, employers)


def map_parts(
    G: TieGraph,
    arranged: Arrangement,
    *,
    ledger: Ledger | None,
    suggestions: Sequence[Suggested],
    fit: Mapping[str, Mapping[str, float]] | None,
    due: Mapping[str, Sequence[str]] | None,
    paths: Sequence[Route],
    outlook: Mapping[str, Sequence[str]] | None = None,
    by: str,
    hidden: Veil | None = None,
    links: str = "",
) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the data of a map, and its nodes and edges for pyvis; the graph is veiled already."""
    ego_of(G)
    as_of = date_of(G)
    say = hidden.text if hidden else str
    members = _members(G)
    score = {s.person: s.score for s in suggestions if s.person in members}
    employers = Employers(ledger or Ledger())
    there = roll(members, arranged)
    there = there._replace(companies=tuple(map(employers.name, there.companies)))
    called = hidden.company if hidden else str
    index = {person: i for i, person in enumerate(there.ids)}
    wanted = {
        name: employers.name(name)
        for circle in arranged.circles
        for company in circle.employers
        for name in (company, employers.name(company))
    }
    leads = compress(there.ids, there.leads)
    stands = standings(ledger or Ledger(), as_of=as_of, leads=leads)
    doors = _doors(ledger, index, as_of) if ledger else []
    best = max(score.values(), default=0.0) or 1.0
    columns = people_columns(G, there, arranged, stands, called)
    data = columns | {
        "life": _wheel(arranged, called, say),
        "as_of": as_of.isoformat(),
        "ego": shown(G.nodes[G.graph["ego"]]["name"], limit=NAME),
        "by": shown(by, limit=20) or LIFE,
        "standings": STANDINGS,
        "even": round(100 * EVEN),
        "ties": tie_columns(G, index),
        "past": past_columns(G, index, columns["companies"].split("\n")),
        "doors": [list(door) for door in doors],
        "next": [
            {
                "i": index[s.person],
                "score": max(1, round(100 * s.score / best)) if s.score > 0 else 0,
                "ask": shown(s.ask, limit=20),
                "sentence": shown(say(s.sentence)),
                "likely": likely(s.chance),
                "toward": _toward(G, s, index, wanted, called),
                "reasons": [shown(say(reason)) for reason in s.reasons] if rank < LISTED else [],
            }
            for rank, s in enumerate(suggestions)
            if s.person in index
        ],
        "employers": {
            shown(called(wanted.get(name, name)), limit=NAME): [shown(say(line)) for line in lines]
            for name, lines in (outlook or {}).items()
        },
        "goals": [
            {"name": shown(say(goal)), "fit": packed(_percents([f.get(p, 0.0) for p in there.ids]))}
            for goal, f in (fit or {}).items()
        ],
        "due": [
            [index[person], [shown(say(line)) for line in lines]]
            for person, lines in (due or {}).items()
            if person in index and lines
        ],
        "paths": [
            {
                "people": [index.get(p, -1) for p in chain.people],
                "words": likely(chain.chance, "say yes" if len(chain.people) == 2 else "work out"),
            }
            for chain in paths
        ],
        "story": [
            [month, shown(words)]
            for month, words in moments(
                ledger or Ledger(), members, {called(name) for name in wanted}, as_of, called
            )
        ],
        "plain": plain_letters(
            f"{n} {t} {c}"
            for n, t, c in zip(there.names, there.titles, there.companies, strict=True)
        ),
        "handles": {} if hidden else _handles(there),
        "commands": hidden is None,
        "links": addresses(links, there.ids if hidden is None else ()),
    }
    return data, *_live(index, score, doors)


def _wheel(
    arranged: Arrangement, called: Callable[[str], str], say: Callable[[str], str]
) -> dict[str, Any] | None:
    """Return the wedges of a wheel and what they are called; nothing for packed discs."""
    if arranged.wheel is None:
        return None
    wedges = [
        {
            "name": shown(called(circle.name), limit=NAME),
            "years": shown(say(circle.years), limit=NAME),
            "kind": circle.kind,
            "people": len(circle.people),
            "from": round(wedge.start, 4),
            "to": round(wedge.end, 4),
        }
        for circle, wedge in zip(arranged.circles, arranged.wheel.wedges, strict=True)
    ]
    return {"hub": HUB, "rim": round(arranged.wheel.rim), "wedges": wedges}


def _toward(
    G: TieGraph,
    s: Suggested,
    index: Mapping[str, int],
    wanted: Mapping[str, str],
    called: Callable[[str], str],
) -> dict[str, Any]:
    """Return where an ask leads: to a person on the map or a company, by its name.

    Of whom no company is asked for, that is where they were before, if a goal names it.
    """
    target = s.target.id or "" if s.target else ""
    if s.target is None or target == s.person:
        return {}
    if target in index:
        return {"i": index[target], "name": shown(G.nodes[target]["name"], limit=NAME)}
    if s.target.kind == "company":
        return {"name": shown(called(wanted.get(s.target.name, s.target.name)), limit=NAME)}
    places = (place for place, data in G[s.person].items() if data["kind"] == "member")
    before = sorted(wanted[name] for p in places if (name := G.nodes[p]["name"]) in wanted)
    return {"name": shown(called(before[0]), limit=NAME)} if before else {}


def _members(G: TieGraph) -> People:
    """Return everybody on the map."""
    ego = G.graph["ego"]
    return {n: data for n, data in G.nodes(data=True) if data["kind"] == "person" and n != ego}


def _percents(shares: Sequence[float]) -> list[int]:
    """Return shares in [0, 1] as integers."""
    return rounded(np.clip(shares, 0.0, 1.0), times=100)


def _doors(ledger: Ledger, index: Mapping[str, int], as_of: date) -> list[tuple[int, int, str]]:
    """Return who opened the door to whom, and how far that has come."""
    tree = lineage(ledger, as_of=as_of)
    return [
        (index[u], index[v], shown(tree.status(v), limit=20))
        for u, v in tree.G.edges
        if u in index and v in index
    ]


def _handles(there: Roll) -> dict[int, str]:
    """Return what stands on a command line for those whose name alone would not do, if anything."""
    times = Counter(there.names)
    return {
        i: person if _SAFE_ID.fullmatch(person) else ""
        for i, (person, name) in enumerate(zip(there.ids, there.names, strict=True))
        if times[name] > 1 or not _PLAIN.fullmatch(name)
    }


def _live(
    index: Mapping[str, int], score: Mapping[str, float], doors: Sequence[tuple[int, int, str]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return as pyvis's nodes and edges those who matter most now, and who introduced them."""
    best = sorted(score, key=lambda person: -score[person])[:LIVE]
    ends = [i for a, b, _ in doors for i in (a, b)]
    live = list(dict.fromkeys([*(index[person] for person in best), *ends]))[: 2 * LIVE]
    nodes = [node("me", x=0, y=0)] + [node(f"p{i}") for i in live]
    alive = set(live)
    edges = [
        edge(f"d{k}", f"p{a}", f"p{b}")
        for k, (a, b, _) in enumerate(doors)
        if a in alive and b in alive
    ]
    return nodes, edges
