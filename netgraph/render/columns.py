"""The people, groups and ties of a graph as columns: what a page of 30,000 people can carry."""

from __future__ import annotations

import sys
from array import array
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import networkx as nx

from ..reciprocity import balance
from ..schema import BASES
from .layout import arrange, seats
from .safe import LINE, NAME, NAMELESS, shown

if TYPE_CHECKING:
    from ..schema import TieGraph

INFERRED_LIMIT = 40_000
"""At most so many inferred ties go into a page, the strongest."""
UNKNOWN_AFTER = 12
"""Those of whom a trait is not known stand after so many groups: not next to ego, nor far out."""
COLUMNS = (
    "x", "y", "title", "company", "strength", "basis",
    "given", "taken", "balance", "since", "last", "evidence", "standing",
)  # fmt: skip


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


class Words:
    """Distinct strings in the order in which they came, each known by its position."""

    def __init__(self) -> None:
        self._at: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        """Return the position of ``text``."""
        return self._at.setdefault(text, len(self._at))

    def lines(self, *, limit: int = 80) -> str:
        """Return all of them, one a line, fit to show."""
        return "\n".join(shown(text, limit=limit) for text in self._at)


def month(day: date | None) -> int:
    """Return months since the year 0, or 0 for an unknown day.

    >>> month(date(2026, 5, 1))
    24316
    """
    return 0 if day is None else day.year * 12 + day.month - 1


def groups_of(
    G: TieGraph, members: Sequence[str], by: str, score: Callable[[str], float]
) -> dict[str, list[str]]:
    """Return people by what they share, the best of each group first, the largest group first,
    and those of whom it is not known among the middling.

    ``by`` is ``company``, ``community`` or any kind of trait; somebody with several values stands
    with the first.
    """
    groups: dict[str, list[str]] = {}
    circles = communities(G, members) if by == "community" else {}
    for person in members:
        data = G.nodes[person]
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


def people_columns(
    G: TieGraph, groups: Mapping[str, Sequence[str]], stands: Mapping[str, int]
) -> dict[str, Any]:
    """Return everybody, group by group, with where they stand on the map and all that is known."""
    ego = G.graph["ego"]
    titles, companies, evidence = Words(), Words(), Words()
    names: list[str] = []
    rows: list[tuple[int, ...]] = []
    given, taken = G.succ[ego], G.pred[ego]
    nothing: Mapping[str, Any] = {}
    discs = arrange([len(group) for group in groups.values()])
    for disc, group in zip(discs, groups.values(), strict=True):
        for person, (x, y) in zip(group, seats(len(group)), strict=True):
            data = G.nodes[person]
            tie, back = given.get(person, nothing), taken.get(person, nothing)
            names.append(shown(data["name"], limit=NAME) or NAMELESS)
            rows.append(
                (
                    round(disc.x + x),
                    round(disc.y + y),
                    titles(data["title"]),
                    companies(data["company"]),
                    round(100 * tie.get("strength", 0)),
                    BASES.index(tie["basis"]) + 1 if tie else 0,
                    min(65535, round(10 * tie.get("given", 0))),
                    min(65535, round(10 * back.get("given", 0))),
                    round(100 * balance(tie.get("given", 0.0), back.get("given", 0.0))),
                    month(tie.get("since")),
                    month(tie.get("last")),
                    evidence("; ".join(tie.get("evidence", ()))),
                    stands.get(person, 0) + (128 if data["lead"] else 0),
                )
            )
    columns = zip(*rows, strict=True) if rows else [()] * len(COLUMNS)
    group_names = packed(map(companies, groups))
    return {
        "names": "\n".join(names),
        "titles": titles.lines(),
        "companies": companies.lines(),
        "evidences": evidence.lines(limit=2 * LINE),
        "columns": {name: packed(column) for name, column in zip(COLUMNS, columns, strict=True)},
        "groups": {
            "names": group_names,
            "discs": packed(round(v) for disc in discs for v in disc),
            "sizes": packed(map(len, groups.values())),
        },
    }


def tie_columns(G: TieGraph, index: Mapping[str, int]) -> dict[str, Any]:
    """Return who knows whom besides ego, strongest first, inferred ties last and not all."""
    rank = {basis: k for k, basis in enumerate(BASES)}
    ties: list[tuple[int, float, int, int]] = []
    for u, neighbours in G.adjacency():
        i = index.get(u)
        if i is None:
            continue
        for v, data in neighbours.items():
            j = index.get(v, -1)
            if i < j and data["kind"] == "tie":
                ties.append((rank[data["basis"]], -data["strength"], i, j))
    ties.sort()
    known = sum(1 for tie in ties if tie[0] < rank["inferred"])
    kept = ties[: known + INFERRED_LIMIT]
    return {
        "a": packed(tie[2] for tie in kept),
        "b": packed(tie[3] for tie in kept),
        "basis": packed(tie[0] + 1 for tie in kept),
        "left_out": len(ties) - len(kept),
    }
