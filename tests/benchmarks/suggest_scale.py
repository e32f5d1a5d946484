"""How long suggestions take as a network grows: 3,000, 30,000 and 300,000 invented contacts.

    python tests/benchmarks/suggest_scale.py [--sizes 3000 30000 300000] [--seed 1]

Each person has an employer of Zipf size, a title, 1.7 inferred ties to others, and one in five
has been in touch. Three goals, ten suggestions; the time is that of `suggest` alone.
"""

from __future__ import annotations

import argparse
import gc
import time
from datetime import date
from itertools import accumulate
from random import Random
from typing import Any

import networkx as nx

from netgraph.graph.schema import TieGraph
from netgraph.model.records import Goal
from netgraph.suggestions.suggestion import suggest
from netgraph.titles.occupations import fields, occupations_of

TITLES = """Data Scientist|Software Engineer|Product Manager|Teacher|Nurse|Consultant|\
Recruiter|Lawyer|UX Designer|Journalist|Chemist|Policy Adviser|Sales Manager|\
Head of Data|Biologist""".split("|")
GOALS = (
    Goal("g1", "data scientist in climate tech"),
    Goal("g2", "policy adviser", companies=("Firm 7", "Firm 40")),
    Goal("g3", "", companies=("Firm 3",)),
)
INFERRED_PER_PERSON = 1.7


def network_of(size: int, seed: int) -> TieGraph:
    """Return an invented network of this many contacts."""
    rng = Random(seed)
    firms = [f"Firm {n}" for n in range(max(10, size // 4))]
    weights = list(accumulate((n + 1) ** -0.7 for n in range(len(firms))))
    told = {t: {"role": occupations_of(t), "field": fields(t)} for t in TITLES}
    G: TieGraph = nx.DiGraph(ego="me", as_of=date(2026, 5, 1))
    G.add_node("me", **_person("You", "", ""), traits={})
    G.add_nodes_from((f, {"kind": "organisation", "name": f}) for f in firms)
    colleagues: dict[str, list[str]] = {}
    for n in range(size):
        i, firm, title = f"p{n}", rng.choices(firms, cum_weights=weights)[0], rng.choice(TITLES)
        traits = {k: v for k, v in told[title].items() if v} | {"company": frozenset((firm,))}
        G.add_node(i, **_person(f"Person {n}", title, firm), traits=traits)
        G.add_edge(i, firm, kind="member", role=title, current=True)
        _join(G, "me", i, rng.random() * 0.9 if rng.random() < 0.2 else 0.0, "observed", 1.0)
        colleagues.setdefault(firm, []).append(i)
    groups = [c for c in colleagues.values() if len(c) > 1]
    for _ in range(int(size * INFERRED_PER_PERSON)):
        u, v = rng.sample(rng.choice(groups), 2)
        if not G.has_edge(u, v):
            _join(G, u, v, 0.0, "inferred", 0.3)
    return G


def _person(name: str, title: str, company: str) -> dict[str, Any]:
    """Return what a person's node holds besides traits."""
    return {
        "kind": "person", "name": name, "title": title, "company": company, "past": {},
        "lead": False,
    }  # fmt: skip


def _join(G: TieGraph, u: str, v: str, strength: float, basis: str, confidence: float) -> None:
    """Tie two people."""
    tie = {
        "kind": "tie", "strength": strength, "given": strength, "basis": basis,
        "confidence": confidence, "evidence": (), "last": None, "since": None,
    }  # fmt: skip
    G.add_edge(u, v, **tie)
    G.add_edge(v, u, **tie)


def main() -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description="How long suggestions take.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[3_000, 30_000, 300_000])
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(f"{'contacts':>9}  {'edges':>9}  {'seconds':>8}  microseconds per contact")
    suggest(network_of(50, 0), GOALS)  # reads the word list
    for size in asked.sizes:
        G = network_of(size, asked.seed)
        gc.collect()
        gc.disable()  # as the command does
        start = time.perf_counter()
        suggest(G, GOALS)
        took = time.perf_counter() - start
        gc.enable()
        each = 1e6 * took / size
        print(f"{size:>9,}  {G.number_of_edges():>9,}  {took:>8.2f}  {each:.1f}")


if __name__ == "__main__":
    main()
