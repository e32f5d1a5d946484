"""Whom ego met where: circles from their own positions, the days of connecting, shared places."""

from __future__ import annotations

from datetime import date

import networkx as nx

from netgraph.graph.build import network
from netgraph.model.records import EGO, Goal, Ledger, Organisation, Person, Position, Tie
from netgraph.pages.life import GOAL, Circle, Employers, circles_of

AS_OF = date(2026, 5, 1)
PLACES = ("Kelp Labs", "Tide School", "Sedgeworks", "Oxbow")
ORGANISATIONS = {name: Organisation(name, name, spellings=(name, f"{name} Ltd")) for name in PLACES}
SPELLING = {s: o.id for o in ORGANISATIONS.values() for s in o.spellings}
OWN = (
    Position("1", EGO, "Tide School", kind="school", start="2014", end="2017"),
    Position("2", EGO, "Kelp Labs", kind="work", start="2018-03", end="2023-06"),
)


def book(*people: Person, since: dict[str, date]) -> Ledger:
    ties = tuple(Tie(f"t{p.id}", EGO, p.id, since=since.get(p.id)) for p in people)
    return Ledger(
        {p.id: p for p in people}, ORGANISATIONS, positions=OWN, ties=ties, spelling=SPELLING
    )


def circles(ledger: Ledger, *goals: Goal) -> list[Circle]:
    G = network(ledger, as_of=AS_OF)
    members = {n: d for n, d in G.nodes(data=True) if d["kind"] == "person" and n != EGO}
    return circles_of(G, members, ledger, goals, Employers(ledger), {})


def crowd(prefix: str, number: int, company: str) -> list[Person]:
    return [Person(f"{prefix}{k}", f"{prefix} {k}", company=company) for k in range(number)]


def test_people_belong_to_the_place_they_share_else_to_where_ego_was_then() -> None:
    colleagues = crowd("c", 6, "Kelp Labs Ltd")
    met = crowd("m", 6, "Oxbow")
    later = crowd("l", 6, "Oxbow")
    since = {p.id: date(2015, 5, 1) for p in met} | {p.id: date(2024, 1, 9) for p in later}
    found = circles(book(*colleagues, *met, *later, since=since))

    assert [(c.name, c.years, len(c.people)) for c in found] == [
        ("Since then", "since 2023", 6),
        ("Kelp Labs", "2018-2023", 6),
        ("Tide School", "2014-2017", 6),
    ]


def test_whoever_works_where_ego_wants_to_go_is_in_the_goals_circle() -> None:
    there = crowd("s", 4, "Sedgeworks Ltd")
    rest = crowd("c", 12, "Kelp Labs")
    goal = Goal("g", "data scientist", companies=("Sedgeworks", "Unknown Works"))
    found = circles(book(*there, *rest, since={}), goal)

    assert found[0].kind == GOAL
    assert found[0].years == "data scientist"
    assert found[0].people == ("s0", "s1", "s2", "s3")
    assert found[0].employers == ("Sedgeworks", "Unknown Works")
    assert [c.name for c in found[1:]] == ["Kelp Labs"]


def test_without_positions_of_ones_own_years_make_the_circles() -> None:
    some = crowd("p", 24, "Oxbow")
    since = {p.id: date(2010 + k % 12, 3, 1) for k, p in enumerate(some)}
    ties = tuple(Tie(f"t{p.id}", EGO, p.id, since=since[p.id]) for p in some)
    found = circles(Ledger({p.id: p for p in some}, ties=ties))

    assert [c.name for c in found][:2] == ["Met 2020-2021", "Met 2018-2019"]
    assert sum(len(c.people) for c in found) == 24


def test_a_dozen_people_make_no_circles() -> None:
    found = circles(book(*crowd("p", 12, "Kelp Labs"), since={}))

    assert [(c.name, len(c.people)) for c in found] == [("", 12)]


def test_everybody_is_in_one_circle() -> None:
    some = [*crowd("a", 30, "Kelp Labs"), *crowd("b", 30, "Oxbow"), *crowd("c", 5, "Sedgeworks")]
    since = {p.id: date(2008 + k % 18, 1, 1) for k, p in enumerate(some)}
    found = circles(book(*some, since=since), Goal("g", "x", companies=("Sedgeworks",)))

    everybody = [p for circle in found for p in circle.people]
    assert sorted(everybody) == sorted(p.id for p in some)


def test_an_empty_graph_has_no_circles_to_fill() -> None:
    G: nx.DiGraph[str] = nx.DiGraph(ego=EGO, as_of=AS_OF)
    G.add_node(EGO, kind="person", name="", title="", company="", traits={}, past={}, lead=False)

    assert [c.people for c in circles_of(G, {}, None, (), Employers(), {})] == [()]
