"""Tie graphs of any size, invented and seeded, for the tests of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import networkx as nx

from netgraph.measures.paths import IntroductionPath
from netgraph.model.records import EGO, Ask, Event, EventKind, Ledger, Person, Referral, Step
from netgraph.pages import Page, Suggestion, map_html

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph

AS_OF = date(2026, 5, 1)
FIRST = """Ana Bruno Chioma Dmitri Elif Farah Gábor Hana Imogen Jörg Kwame Léa Mina Nikhil Odile
Pascal Rania Søren Tamsin Uche Vera Wen Ximena Yusuf Zoë 静香 Иван مريم""".split()
LAST = """Abara Bergström Castillo Dubois Eriksen Fontaine Grünwald Haddad Ivanova Jansen Kowalski
Laurent Moreau Nakamura Okafor Petrov Quinn Rossi Sato Tanaka Ueda Vasquez Wójcik Yılmaz
Zhang""".split()
FIRM = """Tarn Sedge Halo Fern Moss Lark Kelp Tide Oriel Oxbow Kestrel Linden Thorn Brine""".split()
FIRM_END = ["field", "stone", "works", "bridge", "water", "wing"]
STATUSES = "named asked introduced met met met declined silent".split()
TRADE = ["", " Analytics", " Systems", " Health", " Energy", " Partners", " Robotics", " GmbH"]
TITLES = [
    "Data Scientist",
    "Product Manager",
    "Software Engineer",
    "Head of Sustainability",
    "Recruiter",
    "VP Engineering",
    "Climate Analyst",
    "Designer",
    "Research Lead",
    "",
]


def network(size: int, *, seed: int = 7, per_firm: float = 3.0) -> TieGraph:
    """Return ego and ``size`` contacts, firms by Zipf's law, a fifth with an exchange on record."""
    rng = Random(seed)
    G = empty()
    firms = [
        f"{rng.choice(FIRM)}{rng.choice(FIRM_END)}{rng.choice(TRADE)}"
        for _ in range(max(2, int(size / per_firm)))
    ]
    weights = [1 / (k + 2) for k in range(len(firms))]
    chosen = rng.choices([*firms, ""], [*weights, sum(weights) / 20], k=size)
    staff: dict[str, list[str]] = {}
    for k, firm in enumerate(chosen):
        who = f"p{k:05d}"
        person(G, who, f"{rng.choice(FIRST)} {rng.choice(LAST)}", rng.choice(TITLES), firm)
        staff.setdefault(firm, []).append(who)
        _ego_tie(G, rng, who)
    _ties_among(G, rng, staff)
    return G


def empty() -> TieGraph:
    """Return a graph of ego alone."""
    G: TieGraph = nx.DiGraph(ego=EGO, as_of=AS_OF)
    person(G, EGO, "Robin Ostrow", "Student", "")
    return G


def person(G: TieGraph, who: str, name: str, title: str, company: str) -> None:
    """Add one person."""
    traits = {"company": frozenset({company} if company else ())}
    G.add_node(
        who,
        kind="person", name=name, title=title, company=company, traits=traits, past={}, lead=False,
    )  # fmt: skip


def _ego_tie(G: TieGraph, rng: Random, who: str) -> None:
    since = AS_OF - timedelta(days=int(rng.triangular(10, 5500, 900)))
    if rng.random() < 0.22:
        given, taken = rng.random() * 4, rng.random() * 4
        last = AS_OF - timedelta(days=rng.randrange(900))
        tie(G, EGO, who, strength=rng.random() * 0.95, given=given, taken=taken, last=last,
            since=since, evidence=("12 messages", "on LinkedIn"))  # fmt: skip
    else:
        tie(G, EGO, who, strength=0.0, since=since, evidence=("on LinkedIn",))


def _ties_among(G: TieGraph, rng: Random, staff: dict[str, list[str]]) -> None:
    everybody = [n for n in G if n != EGO]
    for colleagues in staff.values():
        for _ in range(int(len(colleagues) * 1.2) if len(colleagues) > 1 else 0):
            u, v = rng.sample(colleagues, 2)
            tie(G, u, v, strength=rng.random() * 0.5, basis="inferred")
    for _ in range(len(everybody) // 15):
        u, v = rng.sample(everybody, 2)
        tie(G, u, v, strength=rng.random() * 0.8, basis=rng.choice(["observed", "stated"]))


def tie(
    G: TieGraph,
    u: str,
    v: str,
    *,
    strength: float,
    given: float = 0.0,
    taken: float = 0.0,
    basis: str = "observed",
    last: date | None = None,
    since: date | None = None,
    evidence: tuple[str, ...] = (),
) -> None:
    """Add one tie, both ways."""
    shared: dict[str, Any] = {
        "kind": "tie",
        "strength": strength,
        "basis": basis,
        "last": last,
        "since": since,
        "evidence": evidence,
        "confidence": 0.5 if basis == "inferred" else 1.0,
    }
    G.add_edge(u, v, given=given, **shared)
    G.add_edge(v, u, given=taken, **shared)


def ledger(G: TieGraph, *, doors: int = 25, seed: int = 7) -> Ledger:
    """Return referrals that grow as trees among the graph's people, and some asks and talks."""
    rng = Random(seed)
    people = [n for n in G if n != EGO]
    rng.shuffle(people)
    roots = max(1, doors // 6)
    known, fresh = people[:roots], people[roots : roots + doors]
    referrals, asks, events = [], [], []
    for k, who in enumerate(fresh):
        day = AS_OF - timedelta(days=int(500 * (1 - k / max(1, len(fresh)))))
        status = rng.choice(STATUSES)
        steps = (Step(day, "named"), Step(day + timedelta(days=9), status))
        referrals.append(Referral(f"r{k}", rng.choice(known[-40:]), who, steps=steps))
        if rng.random() < 0.1:
            referrals.append(Referral(f"s{k}", rng.choice(known), who, steps=steps))
        if status == "met":
            known.append(who)
            events.append(Event(f"e{k}", EventKind.TALKED, day, EGO, who))
        G.nodes[who]["lead"] = status == "named"
        asks.append(Ask(f"a{k}", who, steps=(Step(day, "done" if status == "met" else "asked"),)))
    return Ledger(referrals=tuple(referrals), asks=tuple(asks), events=tuple(events))


def named(book: Ledger, G: TieGraph) -> Ledger:
    """Return a ledger with the graph's people in it."""
    return replace(
        book,
        people={
            n: Person(n, data["name"], title=data["title"], company=data["company"])
            for n, data in G.nodes(data=True)
        },
    )


def suggestions(G: TieGraph, *, most: int = 200, seed: int = 7, note: str = "") -> list[Suggestion]:
    """Return the people with the strongest ties, each with two reasons."""
    rng = Random(seed)
    people = [n for n in G if n != EGO]
    people.sort(key=lambda n: (-G[EGO][n]["strength"], n))
    reasons = (
        "Works where you want to work",
        "You talked in March and it went both ways",
        *filter(None, [note]),
    )
    return [Suggestion(n, round(1 / (k + 1) + rng.random() * 0.02, 4), tuple(filter(None, reasons)))
            for k, n in enumerate(people[:most])]  # fmt: skip


def fit(G: TieGraph) -> dict[str, dict[str, float]]:
    """Return how well everybody fits one goal."""
    return {"data scientist in climate tech": fit_of(G)}


def fit_of(G: TieGraph, *, seed: int = 7) -> dict[str, float]:
    """Return a fit for a third of everybody."""
    rng = Random(seed)
    return {n: rng.random() ** 3 if rng.random() < 0.3 else 0.0 for n in G if n != EGO}


def due(G: TieGraph) -> dict[str, Sequence[str]]:
    """Return something due for every fortieth person, at most twelve."""
    people = [n for n in G if n != EGO]
    return {n: ["Say thank you for the talk of April 20"] for n in people[::40][:12]}


def paths(G: TieGraph) -> list[IntroductionPath]:
    """Return two chains to one target."""
    people = [n for n in G if n != EGO]
    a, b, c = people[len(people) // 3], people[len(people) // 2], people[-1]
    return [IntroductionPath((EGO, a, c), 0.34, ()), IntroductionPath((EGO, b, a, c), 0.12, ())]


def whole_map(G: TieGraph, *, title: str = "My network", note: str = "") -> Page:
    """Return a map that shows everything a map can show; ``note`` stands wherever words do."""
    return map_html(
        G,
        ledger=ledger(G),
        suggestions=suggestions(G, note=note),
        fit={note or "data scientist in climate tech": fit_of(G)},
        due={n: [note, *lines] for n, lines in due(G).items()},
        paths=paths(G),
        title=title,
    )
