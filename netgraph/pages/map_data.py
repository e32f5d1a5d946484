"""What the page of a map is given: columns of people, and a few lists of who matters now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.graph.schema import date_of, ego_of
from netgraph.measures.give_and_take import EVEN
from netgraph.measures.referrals import lineage
from netgraph.model.records import Ledger
from netgraph.pages.arrangement import Arrangement
from netgraph.pages.folding import plain_letters
from netgraph.pages.life import Employers
from netgraph.pages.marks import STANDINGS, Route, standings
from netgraph.pages.page import edge, node
from netgraph.pages.person_columns import (
    People,
    Roll,
    packed,
    past_columns,
    people_columns,
    roll,
    rounded,
    tie_columns,
)
from netgraph.pages.redaction import Veil
from netgraph.pages.safe import NAME, addresses, shown
from netgraph.pages.story import moments
from netgraph.pages.wedges import HUB
from netgraph.suggestions.wording import likely

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph
    from netgraph.pages.marks import Suggested

LIVE = 150
"""So many people are nodes of vis-network; everybody else is painted, which costs no time."""
LISTED = 25
"""So many suggestions come with their reasons."""
LIFE = "life"
"""The arrangement by circles of life."""

_SAFE_ID = re.compile(r"[\w.@-]{1,60}")
_PLAIN = re.compile(r"[^\W_]+(?:[ .'’-]+[^\W_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is on a map, where each stands in its columns, and how they may be called there.

    ``wanted`` has the employers that goals name, by every name they go by; ``called`` and ``say``
    put the name of a company and a line of text as the veil allows, if there is one.
    """

    G: TieGraph
    there: Roll
    index: Mapping[str, int]
    wanted: Mapping[str, str]
    called: Callable[[str], str]
    say: Callable[[str], str]

    def lines(self, said: Sequence[str]) -> list[str]:
        """Return lines of text, ready for the page."""
        return [shown(self.say(line)) for line in said]

    def employer(self, name: str) -> str:
        """Return what an employer is called on the map."""
        return shown(self.called(self.wanted.get(name, name)), limit=NAME)


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
    book, as_of = ledger or Ledger(), date_of(G)
    cast = _cast(G, arranged, book, hidden)
    there, members = cast.there, members_of(G)
    stands = standings(book, as_of=as_of, leads=compress(there.ids, there.leads))
    doors = _doors(book, cast.index, as_of) if ledger else []
    columns = people_columns(G, there, arranged, stands, cast.called)
    data = columns | {
        "life": _wheel(arranged, cast.called, cast.say),
        "as_of": as_of.isoformat(),
        "ego": shown(G.nodes[G.graph["ego"]]["name"], limit=NAME),
        "by": shown(by, limit=20) or LIFE,
        "standings": STANDINGS,
        "even": round(100 * EVEN),
        "ties": tie_columns(G, cast.index),
        "past": past_columns(G, cast.index, columns["companies"].split("\n")),
        "doors": [list(door) for door in doors],
        "next": list(_asks(cast, suggestions)),
        "employers": {
            cast.employer(name): cast.lines(said) for name, said in (outlook or {}).items()
        },
        "goals": list(_goals(cast, fit or {})),
        "due": [
            [cast.index[person], cast.lines(said)]
            for person, said in (due or {}).items()
            if person in cast.index and said
        ],
        "paths": list(_chains(cast, paths)),
        "story": _story(cast, book, members, as_of),
        "plain": _searched(there),
        "handles": {} if hidden else _handles(there),
        "commands": hidden is None,
        "links": addresses(links, there.ids if hidden is None else ()),
    }
    score = {s.person: s.score for s in suggestions if s.person in members}
    return data, *_live(cast.index, score, doors)


def _cast(G: TieGraph, arranged: Arrangement, book: Ledger, hidden: Veil | None) -> Cast:
    """Return who is on the map, and how they are called."""
    employers = Employers(book)
    there = roll(members_of(G), arranged)
    there = there._replace(companies=tuple(map(employers.name, there.companies)))
    wanted = {
        name: employers.name(name)
        for circle in arranged.circles
        for company in circle.employers
        for name in (company, employers.name(company))
    }
    index = {person: i for i, person in enumerate(there.ids)}
    called, say = (hidden.company, hidden.text) if hidden else (str, str)
    return Cast(G, there, index, wanted, called, say)


def _asks(cast: Cast, suggestions: Sequence[Suggested]) -> Iterator[dict[str, Any]]:
    """Yield whom to ask, the best first; of the first `LISTED` why."""
    scores = [s.score for s in suggestions if s.person in cast.index]
    best = max(scores, default=0.0) or 1.0
    for rank, s in enumerate(suggestions):
        if s.person in cast.index:
            yield {
                "i": cast.index[s.person],
                "score": max(1, round(100 * s.score / best)) if s.score > 0 else 0,
                "ask": shown(s.ask, limit=20),
                "sentence": shown(cast.say(s.sentence)),
                "likely": likely(s.chance),
                "toward": _toward(cast, s),
                "reasons": cast.lines(s.reasons) if rank < LISTED else [],
            }


def _goals(cast: Cast, fit: Mapping[str, Mapping[str, float]]) -> Iterator[dict[str, Any]]:
    """Yield each goal, and how well everybody fits it, in percent."""
    for goal, fits in fit.items():
        shares = np.clip([fits.get(person, 0.0) for person in cast.there.ids], 0.0, 1.0)
        yield {"name": shown(cast.say(goal)), "fit": packed(rounded(shares, times=100))}


def _chains(cast: Cast, paths: Sequence[Route]) -> Iterator[dict[str, Any]]:
    """Yield chains of introductions, and how likely each works out; ego is -1."""
    for chain in paths:
        what = "say yes" if len(chain.people) == 2 else "work out"
        people = [cast.index.get(person, -1) for person in chain.people]
        yield {"people": people, "words": likely(chain.chance, what)}


def _story(cast: Cast, book: Ledger, members: People, as_of: date) -> list[list[Any]]:
    """Return what happened, month by month."""
    wanted = {cast.called(name) for name in cast.wanted}
    found = moments(book, members, wanted, as_of, cast.called)
    return [[month, shown(words)] for month, words in found]


def _searched(there: Roll) -> dict[int, str]:
    """Return what the page's search folds: the letters of names, titles and companies."""
    told = zip(there.names, there.titles, there.companies, strict=True)
    return plain_letters(" ".join(words) for words in told)


def members_of(G: TieGraph) -> People:
    """Return everybody on the map."""
    ego = G.graph["ego"]
    return {n: data for n, data in G.nodes(data=True) if data["kind"] == "person" and n != ego}


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


def _toward(cast: Cast, s: Suggested) -> dict[str, Any]:
    """Return where an ask leads: to a person on the map or a company, by its name.

    Of whom no company is asked for, that is where they were before, if a goal names it.
    """
    G, wanted = cast.G, cast.wanted
    target = s.target.id or "" if s.target else ""
    if s.target is None or target == s.person:
        return {}
    if target in cast.index:
        return {"i": cast.index[target], "name": shown(G.nodes[target]["name"], limit=NAME)}
    if s.target.kind == "company":
        return {"name": cast.employer(s.target.name)}
    places = (place for place, data in G[s.person].items() if data["kind"] == "member")
    before = sorted(wanted[name] for p in places if (name := G.nodes[p]["name"]) in wanted)
    return {"name": shown(cast.called(before[0]), limit=NAME)} if before else {}


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
