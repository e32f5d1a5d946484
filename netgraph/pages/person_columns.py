"""The people, groups and ties of a graph as columns: what a page of 30,000 people can carry."""

from __future__ import annotations

import sys
from array import array
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import networkx as nx
import numpy as np

from netgraph.graph.schema import BASES
from netgraph.measures.give_and_take import balance
from netgraph.pages.arrangement import Arrangement
from netgraph.pages.safe import LINE, NAME, NAMELESS, shown

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph

INFERRED_LIMIT = 40_000
"""At most so many inferred ties go into a page, the strongest."""
UNKNOWN_AFTER = 12
"""Those of whom a trait is not known stand after so many groups: not next to ego, nor far out."""
LARGEST = 65535
"""No number in a column of a page is larger: each takes two bytes at most."""

People: TypeAlias = Mapping[str, Mapping[str, Any]]
"""Who is on the map: the attributes of each by id."""

_KNOWN = itemgetter("name", "title", "company", "lead")
_SAID = itemgetter("strength", "basis", "given", "since", "last", "evidence")
_NO_TIE = {
    "strength": 0.0, "basis": "", "given": 0.0, "since": None, "last": None, "evidence": (),
}  # fmt: skip
_RANK = {"": 0} | {basis: k for k, basis in enumerate(BASES, 1)}


def packed(values: Iterable[int]) -> str:
    """Return integers as a type code and base 64 of the smallest little-endian array for them.

    >>> packed([1, 2, 255]), packed([-300])
    ('BAQL/', 'h1P4=')
    """
    numbers = list(values)
    low, high = min(numbers, default=0), max(numbers, default=0)
    codes = "BHI" if low >= 0 else "bhi"
    bits = max(high, 0).bit_length() if low >= 0 else max(high, ~low).bit_length() + 1
    column = array(codes[(bits > 8) + (bits > 16)], numbers)
    if sys.byteorder == "big":
        column.byteswap()
    return column.typecode + b64encode(column.tobytes()).decode()


def rounded(values: Iterable[float], *, times: int) -> list[int]:
    """Return each value times a factor, as an integer; what is too large for a page is cut.

    >>> rounded([0.126, -0.5, 1e9], times=100)
    [13, -50, 65535]
    """
    scaled = np.rint(times * np.fromiter(values, np.float64))
    whole: list[int] = np.minimum(scaled, LARGEST).astype(np.int64).tolist()
    return whole


def numbered(texts: Sequence[str]) -> tuple[list[int], list[str]]:
    """Return texts as positions among the different ones, and those in the order they came in.

    >>> numbered(["Acme", "Blue", "Acme"])
    ([0, 1, 0], ['Acme', 'Blue'])
    """
    at = {text: i for i, text in enumerate(dict.fromkeys(texts))}
    return [at[text] for text in texts], list(at)


def lines(texts: Iterable[str], *, limit: int = 80) -> str:
    """Return texts one a line, fit to show."""
    return "\n".join(shown(text, limit=limit) for text in texts)


def month(day: date | None) -> int:
    """Return months since the year 0, or 0 for an unknown day.

    >>> month(date(2026, 5, 1))
    24316
    """
    return 0 if day is None else day.year * 12 + day.month - 1


def groups_of(
    G: TieGraph, members: People, by: str, score: Callable[[str], float]
) -> dict[str, list[str]]:
    """Return people by what they share, the best of each group first, the largest group first,
    and those of whom it is not known among the middling.

    ``by`` is ``company``, ``community`` or any kind of trait; somebody with several values stands
    with the first.
    """
    groups: dict[str, list[str]] = {}
    circles = communities(G, list(members)) if by == "community" else {}
    for person, data in members.items():
        if by == "company":
            value = data["company"]
        else:
            value = circles.get(person) or min(data["traits"].get(by, ()), default="")
        groups.setdefault(value, []).append(person)
    for group in groups.values():
        group.sort(key=score, reverse=True)
    unknown = groups.pop("", None)
    order = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    if unknown:
        order.insert(min(len(order), UNKNOWN_AFTER), ("", unknown))
    return dict(order)


def communities(G: TieGraph, members: Sequence[str]) -> dict[str, str]:
    """Return for everybody who knows others the circle they are in, named after its largest firm.

    Circles are found by modularity of the ties among members, ego left out (Blondel, Guillaume,
    Lambiotte and Lefebvre 2008), with a fixed seed.
    """
    index = {person: i for i, person in enumerate(members)}
    ties: nx.Graph[int] = nx.Graph()
    for u, v, data in G.edges(data=True):
        if data["kind"] == "tie" and u in index and v in index:
            ties.add_edge(index[u], index[v], weight=data["confidence"])
    found = nx.community.louvain_communities(ties, weight="weight", seed=1) if ties else []
    circles = sorted((sorted(circle) for circle in found), key=lambda c: (-len(c), c))
    named: dict[str, str] = {}
    taken: set[str] = set()
    for k, circle in enumerate(circles, 1):
        firms = Counter(G.nodes[members[i]]["company"] for i in circle)
        firm = min((-number, name) for name, number in firms.items())[1]
        name = firm or f"Circle {k}"
        if name in taken:
            name = f"{name} ({k})"
        taken.add(name)
        named |= {members[i]: name for i in circle}
    return named


class Roll(NamedTuple):
    """Who is on the map, in order, one column each for what is known of them."""

    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    leads: tuple[bool, ...] = ()


def roll(members: People, arranged: Arrangement) -> Roll:
    """Call everybody, group by group."""
    ids = [person for group in arranged.groups for person in group.people]
    return Roll(*zip(*((person, *_KNOWN(members[person])) for person in ids), strict=True))


def people_columns(
    G: TieGraph,
    there: Roll,
    arranged: Arrangement,
    stands: Mapping[str, int],
    say: Callable[[str], str],
) -> dict[str, Any]:
    """Return everybody, group by group, with where they stand on the map and all that is known."""
    titles, all_titles = numbered(there.titles)
    names = [say(group.name) for group in arranged.groups]
    companies, all_companies = numbered([*there.companies, *names])
    ties, evidences = _tie_of_each(G, there.ids)
    states = [
        stands.get(person, 0) + (128 if lead else 0)
        for person, lead in zip(there.ids, there.leads, strict=True)
    ]
    places = [place for group in arranged.groups for place in group.places]
    columns: dict[str, Iterable[int]] = {
        "x": [round(x) for x, _ in places],
        "y": [round(y) for _, y in places],
        "title": titles,
        "company": companies[: len(titles)],
        **ties,
        "standing": states,
    }
    return {
        "names": "\n".join(shown(name, limit=NAME) or NAMELESS for name in there.names),
        "titles": lines(all_titles),
        "companies": lines(all_companies),
        "evidences": lines(evidences, limit=2 * LINE),
        "columns": {name: packed(column) for name, column in columns.items()},
        "groups": _groups(arranged, companies[len(titles) :]),
    }


def past_columns(G: TieGraph, index: Mapping[str, int], names: Sequence[str]) -> dict[str, str]:
    """Return who was where before, of the places that the page knows by name already."""
    at = {name: k for k, name in reversed(list(enumerate(names)))}
    pairs = [
        (i, at[name])
        for person, i in index.items()
        for place, data in G[person].items()
        if data["kind"] == "member"
        and not data["current"]
        and (name := G.nodes[place]["name"]) in at
    ]
    return {"who": packed(i for i, _ in pairs), "where": packed(k for _, k in pairs)}


def _groups(arranged: Arrangement, names: Sequence[int]) -> dict[str, str]:
    """Return the discs, what they are called, how many are in each, of what kind and where."""
    groups = arranged.groups
    return {
        "names": packed(names),
        "discs": packed(round(v) for group in groups for v in group.disc),
        "sizes": packed(len(group.people) for group in groups),
        "kinds": packed(group.kind for group in groups),
        "wedges": packed(group.wedge for group in groups),
    }


def _tie_of_each(G: TieGraph, order: Sequence[str]) -> tuple[dict[str, list[int]], list[str]]:
    """Return what ego's tie with each person says, and the different texts of its evidence."""
    ego = G.graph["ego"]
    after = {v: data for _, v, data in G.out_edges(ego, data=True)}
    before = {u: data["given"] for u, _, data in G.in_edges(ego, data=True)}
    facts = [_SAID(after.get(person, _NO_TIE)) for person in order]
    strength, basis, given, since, last, grounds = zip(*facts, strict=True) if facts else [()] * 6
    taken = [before.get(person, 0.0) for person in order]
    evidence, evidences = numbered(["; ".join(said) for said in grounds])
    columns = {
        "strength": rounded(strength, times=100),
        "basis": [_RANK[said] for said in basis],
        "given": rounded(given, times=10),
        "taken": rounded(taken, times=10),
        "balance": rounded(map(balance, given, taken), times=100),
        "since": [month(day) for day in since],
        "last": [month(day) for day in last],
        "evidence": evidence,
    }
    return columns, evidences


def tie_columns(G: TieGraph, index: Mapping[str, int]) -> dict[str, Any]:
    """Return who knows whom besides ego, strongest first, inferred ties last and not all."""
    ties: list[tuple[int, float, int, int]] = []
    for u, neighbours in G.adjacency():
        i = index.get(u)
        if i is None:
            continue
        for v, data in neighbours.items():
            j = index.get(v, -1)
            if i < j and data["kind"] == "tie":
                ties.append((_RANK[data["basis"]], -data["strength"], i, j))
    ties.sort()
    known = sum(1 for tie in ties if tie[0] < _RANK["inferred"])
    kept = ties[: known + INFERRED_LIMIT]
    return {
        "a": packed(tie[2] for tie in kept),
        "b": packed(tie[3] for tie in kept),
        "basis": packed(tie[0] for tie in kept),
        "left_out": len(ties) - len(kept),
    }
