"""Play the ask game with the real `suggest`: one JSON view per line in, one JSON ranking out.

The view becomes a graph and the records of earlier asks, one ask a month; people who rest come
last, those who are ready soonest first.
"""

from __future__ import annotations

import json
import math
import sys
from datetime import date, timedelta
from typing import Any

import networkx as nx

from netgraph.journal.limits import rests
from netgraph.measures.give_and_take import load
from netgraph.model.parameters import Parameters
from netgraph.model.records import Ask, Ledger, Referral, Step
from netgraph.suggestions.criteria import Criteria, Criterion
from netgraph.suggestions.suggestion import suggest

START = date(2024, 1, 1)
MONTH = timedelta(days=30)
PAST = "past_"
ALMOST_1 = 1 - 1e-12


def _person(attrs: dict[str, list[str]], name: str) -> dict[str, Any]:
    """Return a person's node."""
    now = {k: frozenset(v) for k, v in attrs.items() if not k.startswith(PAST)}
    past = {k.removeprefix(PAST): frozenset(v) for k, v in attrs.items() if k.startswith(PAST)}
    return {
        "kind": "person", "name": name, "title": "", "company": "",
        "traits": now, "past": past, "lead": False,
    }  # fmt: skip


def _tie(strength: float = 0.0, given: float = 0.0) -> dict[str, Any]:
    """Return one direction of a tie."""
    return {
        "kind": "tie", "strength": min(strength, ALMOST_1), "given": given, "basis": "observed",
        "confidence": 1.0, "evidence": (), "last": None, "since": None,
    }  # fmt: skip


def graph(view: dict[str, Any], as_of: date) -> nx.DiGraph[str]:
    """Return the tie graph of a view; `given` is what makes a contact's share in ego come out."""
    G: nx.DiGraph[str] = nx.DiGraph(ego=view["ego"], as_of=as_of)
    G.add_node(view["ego"], **_person({}, "You"))
    for contact in view["contacts"]:
        i = contact["id"]
        G.add_node(i, **_person(contact["attrs"], i))
        given = -Parameters().tau * math.log1p(-min(contact["received"], ALMOST_1))
        G.add_edge(view["ego"], i, **_tie(contact["strength"]))
        G.add_edge(i, view["ego"], **_tie(contact["strength"], given))
    for i, attrs in view["named"].items():
        G.add_node(i, **_person(attrs, i))
    for u, v in view["ties"]:
        G.add_edge(u, v, **_tie())
        G.add_edge(v, u, **_tie())
    return G


def records(view: dict[str, Any]) -> Ledger:
    """Return the earlier asks and the names that came of them."""
    asks, referrals = [], []
    for n, past in enumerate(view["history"]):
        day = START + n * MONTH
        status = "done" if past["accepted"] else "declined"
        steps = (Step(day, "asked"), Step(day, status))
        asks.append(Ask(f"a{n}", past["person"], "introduction", steps=steps))
        for met in past["introduced"]:
            steps = (Step(day, "introduced"), Step(day, "met"))
            referrals.append(Referral(f"r{n}-{met}", past["person"], met, view["ego"], steps=steps))
    return Ledger(asks=tuple(asks), referrals=tuple(referrals))


def wants(goal: dict[str, Any]) -> Criteria:
    """Return what the goal asks for."""
    firm, hints = (
        tuple(
            Criterion(kind.removeprefix(PAST), frozenset(values)) for kind, values in those.items()
        )
        for those in (
            goal["attrs"],
            {k: v for k, v in goal["hints"].items() if k not in goal["attrs"]},
        )
    )
    return Criteria(firm, hints, person=goal["person"])


def ranking(view: dict[str, Any]) -> list[str]:
    """Return whom to ask, best first."""
    as_of = START + len(view["history"]) * MONTH
    book = records(view)
    resting = rests(book, as_of=as_of)
    found = suggest(
        graph(view, as_of),
        wants(view["goal"]),
        asks=book.asks,
        referrals=book.referrals,
        rests=resting,
        loads=load(book, as_of=as_of),
        limit=None,
    )
    best = [s.person for s in found]
    later = sorted(resting, key=lambda i: resting[i][0] or date.max)
    return [*best, *later, *(c["id"] for c in view["contacts"])]


def main() -> None:
    """Answer each view on standard input."""
    for line in sys.stdin:
        print(json.dumps({"ranking": ranking(json.loads(line))}), flush=True)


if __name__ == "__main__":
    main()
