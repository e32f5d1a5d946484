"""Whether guesses who knows whom hold: of pairs said to be 0.4 likely, do 40 % know each other?

    python tests/benchmarks/calibration.py DATA_FOLDER

DATA_FOLDER has one folder for each real network, with ``nodes.csv`` and ``edges.csv``, as listed
in ``docs/inference.md``; networks that are not there are left out. Everybody in turn is ego. Their
acquaintances become a ledger of people with an employer and, by team, a title, and
`netgraph.graph.inference.inferred_ties`, which sees no tie among them, says who knows whom. A pair
counts as knowing each other if either named the other.

A law is fitted by the likelihood of all pairs at one employer, those in groups too large to be
listed too, every network counting the same. Each network is predicted by the law that the others
give, so the figures are about networks never seen. Then one law is fitted to all and printed
beside the one that netgraph has.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

from netgraph.graph import inference as infer
from netgraph.model.records import Ledger, Organisation, Person

TITLES = (
    "Nurse,Lawyer,Accountant,Software Engineer,Recruiter,Journalist,Architect,Farmer,"
    "Actor,Insurance Broker,Chemist,Estate Agent,Psychologist,Truck Driver,Cook,Soldier,"
    "Electrician,Graphic Designer,Marketing Manager,Sales Manager,Civil Servant,Librarian"
).split(",")
"""One title for each team, all of different fields."""

Row = Mapping[str, str]
Numbers = NDArray[np.float64]


class Kind(NamedTuple):
    """How a network's columns are read: who is an employer, what is a team, which ties count."""

    employer: Callable[[Row], str]
    team: str
    ties: Callable[[Row], bool] = lambda edge: True


NETWORKS: dict[str, Kind] = {
    "lazega": Kind(lambda _: "firm", "office", lambda e: e["relation"] == "friendship"),
    "consulting": Kind(
        lambda _: "firm", "office", lambda e: e["relation"] == "information" and e["weight"] >= "4"
    ),
    "manufacturing": Kind(
        lambda _: "firm", "office", lambda e: e["relation"] == "information" and e["weight"] >= "5"
    ),
    "uk_faculty": Kind(lambda _: "university", "school"),
    "enron": Kind(lambda _: "firm", "long_department", lambda e: float(e["weight_share"]) >= 1.5),
    "email_eu_core": Kind(lambda _: "institute", "department"),
    "krackhardt_hightech": Kind(lambda _: "firm", "dept", lambda e: e["relation"] == "friendship"),
    "ckm_physicians": Kind(lambda row: row["city"], "specialty"),
}


class Network(NamedTuple):
    """A real network: who knows whom, and where everybody is."""

    near: dict[str, set[str]]
    employer: dict[str, str]
    team: dict[str, str]


class Pairs(NamedTuple):
    """Acquaintances of one ego at one employer: sizes of the groups there and in the team (0: not
    in one), whether they know each other, and what netgraph says (nan: nothing).
    """

    at_work: Numbers
    in_team: Numbers
    known: Numbers
    said: Numbers

    def listed(self) -> Pairs:
        """Return those of which netgraph says something."""
        return Pairs(*(column[~np.isnan(self.said)] for column in self))


def read(folder: Path, kind: Kind) -> Network:
    """Read one network."""
    rows = list(_rows(folder / "nodes.csv"))
    near: dict[str, set[str]] = {row["id"]: set() for row in rows}
    for edge in _rows(folder / "edges.csv"):
        if kind.ties(edge) and edge["source"] != edge["target"]:
            near[edge["source"]].add(edge["target"])
            near[edge["target"]].add(edge["source"])
    return Network(
        near,
        {row["id"]: kind.employer(row) for row in rows},
        {row["id"]: row[kind.team] for row in rows},
    )


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def ledger_of(network: Network, ego: str) -> Ledger:
    """Return what ego would know: the acquaintances, where they work and as what."""
    titles: dict[tuple[str, str], str] = {}
    people: dict[str, Person] = {}
    for i in sorted(network.near[ego]):
        team = (network.employer[i], network.team[i])
        title = titles.setdefault(team, TITLES[len(titles) % len(TITLES)]) if team[1] else ""
        people[i] = Person(i, i, company=team[0], title=title)
    names = sorted({p.company for p in people.values()})
    return Ledger(people, {n: Organisation(n, n, spellings=(n,)) for n in names})


def pairs_of(network: Network) -> Pairs:
    """Return all pairs at one employer, for every ego, with what inference says of them."""
    found: list[tuple[int, int, bool, float]] = []
    for ego in sorted(network.near):
        ledger = ledger_of(network, ego)
        people = ledger.people.values()
        sizes = Counter([*(p.company for p in people), *((p.company, p.title) for p in people)])
        said = {
            (g.u, g.v): g.confidence for g in infer.inferred_ties(ledger, as_of=date(2026, 5, 1))
        }
        for u, v in combinations(people, 2):
            if u.company == v.company:
                team = sizes[u.company, u.title] if u.title == v.title and u.title else 0
                known = v.id in network.near[u.id]
                found.append((sizes[u.company], team, known, said.get((u.id, v.id), np.nan)))
    return Pairs(*np.array(found, float).reshape(-1, 4).T)


def confidence(pairs: Pairs, likely: float, fall: float) -> Numbers:
    """Return what the law says of pairs."""
    doubt = np.ones_like(pairs.known)
    for size in (pairs.at_work, pairs.in_team):
        doubt *= 1 - np.where(size > 0, likely / (1 + fall * (size - 1)), 0.0)
    return np.asarray(1 - doubt)


def fitted(networks: Iterable[Pairs]) -> tuple[float, float]:
    """Return the law that makes what was seen likeliest, every network counting the same."""
    all_ = list(networks)

    def loss(x: Numbers) -> float:
        likely, fall = 1 / (1 + np.exp(-x[0])), np.exp(x[1])
        total = 0.0
        for pairs in all_:
            p = confidence(pairs, likely, fall).clip(1e-9, 1 - 1e-9)
            total -= np.where(pairs.known > 0, np.log(p), np.log(1 - p)).mean()
        return total

    best = minimize(loss, np.array([0.0, -3.0]), method="Nelder-Mead").x
    return float(1 / (1 + np.exp(-best[0]))), float(np.exp(best[1]))


def show_bins(networks: list[Pairs], said: list[Numbers]) -> None:
    """Print how often pairs of about the same confidence know each other."""
    p = np.concatenate(said)
    known = np.concatenate([pairs.known for pairs in networks])
    weight = np.concatenate([np.full(len(n.known), 1 / len(n.known)) for n in networks])
    edges = np.array([0.0, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 1.0])
    print(f"{'said':>12} {'pairs':>7} {'mean':>6} {'so':>6} {'so, networks equal':>19}")
    for low, high in pairwise(edges):
        here = (p >= low) & (p < high)
        if here.any():
            share = np.average(known[here], weights=weight[here])
            print(
                f"{low:5.2f} to {high:4.2f} {here.sum():7d} {p[here].mean():6.2f}"
                f" {known[here].mean():6.2f} {share:19.2f}"
            )


def undated(folder: Path) -> None:
    """Print how often two who were on one board at some time were there together."""
    boards: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    for row in _rows(folder / "nodes.csv"):
        now, before = (set(row[c].split(";")) - {""} for c in ("companies", "past_companies"))
        for board in sorted(now | before):
            boards[board].append((row["id"], board in now))
    met = {frozenset((e["source"], e["target"])) for e in _rows(folder / "edges.csv")}
    pairs = [
        frozenset((u, v)) in met
        for people in boards.values()
        for (u, a), (v, b) in combinations(people, 2)
        if not (a and b)
    ]
    share = sum(pairs) / len(pairs)
    print(f"boards, one or both left: {len(pairs)} pairs, {share:.2f} were there together")
    print(f"netgraph has UNDATED = {infer.UNDATED}")


def main() -> None:
    """Print the law, its calibration on networks it was not fitted on, and the figure for dates."""
    parser = argparse.ArgumentParser(description="Check guesses who knows whom on real networks.")
    parser.add_argument("data", type=Path, help="folder with one folder for each network")
    data = parser.parse_args().data
    found = {
        name: pairs_of(read(data / name, kind))
        for name, kind in NETWORKS.items()
        if (data / name / "edges.csv").exists()
    }
    print(f"{'network':<20} {'pairs':>6}  {'law of the others':<18} {'said':>5} {'so':>5}")
    said: list[Numbers] = []
    for name, pairs in found.items():
        law = fitted(other for n, other in found.items() if n != name)
        listed = pairs.listed()
        said.append(confidence(listed, *law))
        print(
            f"{name:<20} {len(listed.known):6d}  a = {law[0]:.2f}, b = {law[1]:.3f}  "
            f"{said[-1].mean():5.2f} {listed.known.mean():5.2f}"
        )
    shown = [pairs.listed() for pairs in found.values()]
    print("\nEach network by the law of the others")
    show_bins(shown, said)
    law = fitted(found.values())
    print(f"\nAll: a = {law[0]:.2f}, b = {law[1]:.3f}")
    print(f"netgraph has a = {infer.LIKELY}, b = {infer.FALL}\n\nWhat netgraph says")
    show_bins(shown, [pairs.said for pairs in shown])
    if (data / "irish_boards" / "edges.csv").exists():
        print()
        undated(data / "irish_boards")


if __name__ == "__main__":
    main()
