"""How many people there are: counted in one place, for the map, the numbers, lists and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from netgraph.graph.build import network_arcs_on
from netgraph.identity.firms import firm_of, firms_on
from netgraph.measures.give_and_take import standings_on
from netgraph.model.as_of import AsOf, lasting
from netgraph.model.base_record import Record
from netgraph.model.encounters import leads_on
from netgraph.model.records import EGO


class Group(Record, frozen=True):
    """People who share something: what, and how many they are."""

    name: str
    people: int


class StateCount(Record, frozen=True):
    """How many people give and take stands so with."""

    state: str
    people: int


class NetworkSummary(Record, frozen=True):
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
    states = Counter(standing.state for standing in standings_on(view).values())
    return NetworkSummary(
        sum(i != EGO for i in view.ledger.people),
        len(leads_on(view)),
        employers_by_size(view) if by == "company" else _groups(view, by),
        tuple(StateCount(name, n) for name, n in _largest(states)),
    )


@lasting("people", "organisations", "spelling")
def employers_by_size(view: AsOf) -> tuple[Group, ...]:
    """Return the employers of everybody but ego, the largest first.

    Each has its own name, else the one that most people there write.
    """
    spelled: dict[str, Counter[str]] = {}
    for i, person in view.ledger.people.items():
        if i != EGO and person.company:
            firm = firm_of(view.ledger, person.company) or person.company
            spelled.setdefault(firm, Counter())[person.company] += 1
    by_id = firms_on(view).by_id
    sizes: Counter[str] = Counter()
    for firm, names in spelled.items():
        usual = min(names, key=lambda n: (-names[n], len(n), n))
        sizes[by_id[firm].name if firm in by_id else usual] += names.total()
    return tuple(Group(name, n) for name, n in _largest(sizes))


def _groups(view: AsOf, by: str) -> tuple[Group, ...]:
    """Return the groups of another trait, the largest first."""
    nodes = network_arcs_on(view).nodes
    people = (node for i, node in nodes.items() if i != EGO and node["kind"] == "person")
    groups = Counter(group for person in people for group in person["traits"].get(by, ()))
    return tuple(Group(name, n) for name, n in _largest(groups))


def _largest(numbers: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return names and numbers, the largest first."""
    return sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
