"""How many people there are: counted in one place, for the map, the numbers, lists and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from netgraph.graph.build import network_on
from netgraph.graph.schema import people
from netgraph.identity.firms import firm_of, firms_on
from netgraph.measures.give_and_take import standings_on
from netgraph.model.as_of import AsOf
from netgraph.model.encounters import leads_on


@dataclass(frozen=True, slots=True)
class Group:
    """People who share something: what, and how many they are."""

    name: str
    people: int


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many people give and take stands so with."""

    state: str
    people: int


@dataclass(frozen=True, slots=True)
class NetworkSummary:
    """Everybody but ego, in numbers.

    ``leads`` are those of them whom ego knows by name only, so far; give and take is counted for
    all others with whom ego has a tie. Groups are the largest first.
    """

    people: int
    leads: int
    groups: tuple[Group, ...]
    give_and_take: tuple[StateCount, ...]


def summary(view: AsOf, *, by: str = "company") -> NetworkSummary:
    """Return the network in numbers, grouped by company or any other trait.

    Spellings that mean one firm are one company.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Ledger, Person
    >>> two = Ledger.of(Person("a", "Ana", company="Acme"), Person("b", "Bo", company="ACME Inc."))
    >>> [(g.name, g.people) for g in summary(AsOf(two, date(2026, 5, 1))).groups]
    [('Acme', 2)]
    """
    G = network_on(view)
    known = list(people(G))
    groups = Counter(group for n in known for group in _groups(view, G.nodes[n], n, by))
    names = _names(view, known) if by == "company" else {}
    sizes = _largest({names.get(group, group): n for group, n in groups.items()})
    states = Counter(standing.state for standing in standings_on(view).values())
    return NetworkSummary(
        len(known),
        len(leads_on(view)),
        tuple(Group(name, n) for name, n in sizes),
        tuple(StateCount(name, n) for name, n in _largest(states)),
    )


def _groups(view: AsOf, person: Mapping[str, Any], i: str, by: str) -> Iterable[str]:
    """Return what a person shares with others; of a company what it is known by."""
    if by != "company":
        return sorted(person["traits"].get(by, ()))
    company = view.ledger.people[i].company
    return [firm_of(view.ledger, company) or company] if company else []


def _names(view: AsOf, known: Iterable[str]) -> dict[str, str]:
    """Return what each firm is called: by its own name, else as most people there write it."""
    spelled: dict[str, Counter[str]] = {}
    for i in known:
        company = view.ledger.people[i].company
        if company:
            firm = firm_of(view.ledger, company) or company
            spelled.setdefault(firm, Counter())[company] += 1
    by_id = firms_on(view).by_id
    return {
        firm: by_id[firm].name
        if firm in by_id
        else min(names, key=lambda n: (-names[n], len(n), n))
        for firm, names in spelled.items()
    }


def _largest(numbers: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return names and numbers, the largest first."""
    return sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
