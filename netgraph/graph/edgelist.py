"""Your own network as a tie graph: from a table of edges or any networkx graph.

What a table does not say gets the value of `DEFAULTS`, so that every measure, `suggest` and the
map work on it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, Protocol, TypeAlias, runtime_checkable

import networkx as nx

from netgraph.graph.build import add_traits
from netgraph.graph.schema import BASES, TieGraph, validate
from netgraph.graph.strength import STRONGEST
from netgraph.model.errors import InvalidGraph, InvalidInput

Row: TypeAlias = "Mapping[str, Any]"

DEFAULTS: Final[Mapping[str, Any]] = {
    "basis": "observed",
    "confidence": 1.0,
    "evidence": (),
    "last": None,
    "since": None,
}
"""What a tie is taken for as far as the table does not say."""


@runtime_checkable
class Frame(Protocol):
    """What a pandas ``DataFrame`` has; pandas itself is not needed here."""

    def to_dict(self, orient: Any) -> Any:
        """Return the rows as dictionaries."""


def from_edgelist(
    edges: Frame | Iterable[Row] | nx.Graph[Any],
    *,
    ego: str,
    as_of: date,
    people: Frame | Iterable[Row] | None = None,
) -> TieGraph:
    r"""Return a tie graph made of an edge list or of any networkx graph.

    Parameters
    ----------
    edges
        A frame, or rows as dictionaries, with the columns ``source`` and ``target``; ``weight``
        (1 if there is none) is what the source gave the target, in talks or any other unit.
        ``strength`` in [0, 1), ``basis``, ``confidence``, ``evidence``, ``last`` and ``since``
        may be columns too, as `netgraph.graph.schema` has them. Rows of one pair are added up.
        Of an undirected graph each edge is taken both ways.
    ego
        Who the user is: one of the ids.
    as_of
        The day for which the graph holds.
    people
        A row for each person: ``id``, and what is known of ``name``, ``title``, ``company`` and
        ``lead``; any other column is a trait. Attributes of a networkx graph's nodes are read in
        the same way. A company becomes a node of its own, by its name.

    Returns
    -------
    G
        A graph that `netgraph.graph.schema.validate` accepts. Without a column ``strength`` it is

        .. math:: S_{uv} = 1 - e^{-(w_{uv} + w_{vu})}

        in [0, 1): 0 for a weight of 0, .63 for 1, .86 for 2.

    Raises
    ------
    InvalidInput
        If a column is missing, a row cannot be meant (its number and reason are named), or ego
        is in no row.

    Examples
    --------
    >>> rows = [{"source": "me", "target": "ana"}, {"source": "ana", "target": "ben", "weight": 2}]
    >>> known = [{"id": "ben", "title": "Data Scientist", "company": "Acme"}]
    >>> G = from_edgelist(rows, ego="me", as_of=date(2026, 5, 1), people=known)
    >>> round(G["ana"]["ben"]["strength"], 2), G["ana"]["ben"]["given"], G["ben"]["ana"]["given"]
    (0.86, 2.0, 0.0)
    >>> from netgraph.measures.paths import introduction_paths
    >>> introduction_paths(G, "Acme")[0].people
    ('me', 'ana', 'ben')
    """
    rows: Iterable[tuple[int, Row]]
    about: dict[str, Row] = {}
    if isinstance(edges, nx.Graph):
        rows, about = _edges_of(edges), _nodes_of(edges)
    else:
        rows = enumerate(_rows(edges), start=1)
    about |= {str(row["id"]): row for row in _identified(people)}
    G: TieGraph = nx.DiGraph(ego=str(ego), as_of=as_of)
    ties = _ties(rows)
    for node in dict.fromkeys([n for pair in ties for n in pair] + [*about]):
        _add_person(G, node, about.get(node, {}))
    if str(ego) not in G:
        raise InvalidInput(f"ego {ego!r} is in no row: name one of the people, by id")
    G.add_edges_from((u, v, tie) for (u, v), tie in ties.items())
    _add_companies(G)
    validate(G)
    return G


def _rows(table: Frame | Iterable[Row]) -> Iterable[Row]:
    """Return the rows of a frame or of a list of dictionaries."""
    if isinstance(table, Frame):
        rows: Iterable[Row] = table.to_dict("records")
        return rows
    return table


def _identified(people: Frame | Iterable[Row] | None) -> Iterator[Row]:
    """Yield the rows of people; each must say who it is about."""
    for number, row in enumerate(_rows(people) if people is not None else (), start=1):
        if _missing(row.get("id")):
            raise InvalidInput(f"row {number} of the people has no 'id'")
        yield row


def _edges_of(graph: nx.Graph[Any]) -> Iterator[tuple[int, Row]]:
    """Yield the edges of a graph as rows; those of an undirected one both ways."""
    number = 0
    edges: Iterable[tuple[Any, Any, Row]] = graph.edges(data=True)
    for u, v, data in edges:
        for source, target in ((u, v),) if graph.is_directed() else ((u, v), (v, u)):
            number += 1
            yield number, {**data, "source": source, "target": target}


def _nodes_of(graph: nx.Graph[Any]) -> dict[str, Row]:
    """Return what a graph says of its nodes."""
    nodes: Iterable[tuple[Any, Row]] = graph.nodes(data=True)
    return {str(n): data for n, data in nodes}


def _ties(rows: Iterable[tuple[int, Row]]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return both directions of every tie, rows of one pair added up."""
    given: dict[tuple[str, str], float] = {}
    said: dict[tuple[str, str], dict[str, Any]] = {}
    for number, row in rows:
        u, v, weight = _edge(number, row)
        given[u, v] = given.get((u, v), 0.0) + weight
        given.setdefault((v, u), 0.0)
        more = {k: row[k] for k in ("strength", *DEFAULTS) if not _missing(row.get(k))}
        said[u, v] = said[v, u] = said.get((u, v), {}) | more
    return {pair: _tie(*pair, given, said[pair]) for pair in given}


def _edge(number: int, row: Row) -> tuple[str, str, float]:
    """Return the two ends and the weight of a row."""
    if missing := [k for k in ("source", "target") if _missing(row.get(k))]:
        raise InvalidInput(f"row {number} has no {missing[0]!r}: name that column so")
    u, v, weight = str(row["source"]), str(row["target"]), row.get("weight", 1.0)
    weight = 1.0 if _missing(weight) else weight
    if u == v:
        raise InvalidInput(f"row {number} ties {u!r} to itself")
    if not isinstance(weight, int | float) or not 0 <= weight < math.inf:
        raise InvalidInput(f"row {number}: a weight is a number of 0 or more, not {weight!r}")
    return u, v, float(weight)


def _tie(
    u: str, v: str, given: Mapping[tuple[str, str], float], said: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the attributes of one direction of a tie."""
    tie = {"kind": "tie", **DEFAULTS, **said, "given": given[u, v]}
    together = given[u, v] + given[v, u]
    tie.setdefault("strength", min(-math.expm1(-together), STRONGEST))
    tie["evidence"] = tuple(map(str, tie["evidence"]))
    if tie["basis"] not in BASES:
        raise InvalidGraph(f"the basis of {u!r} and {v!r} must be one of {', '.join(BASES)}")
    return tie


def _add_person(G: TieGraph, node: str, row: Row) -> None:
    """Add a person with what is said of them."""
    words = {k: "" if _missing(row.get(k)) else str(row[k]) for k in ("name", "title", "company")}
    traits = {
        str(k): frozenset((str(value),))
        for k, value in row.items()
        if k not in ("id", "lead", "kind", *words) and isinstance(value, str) and value
    }
    if words["company"]:
        traits["company"] = frozenset((words["company"],))
    if words["title"]:
        add_traits(traits, [words["title"]], {})
    words["name"] = words["name"] or node
    lead = bool(row.get("lead", False))
    G.add_node(node, kind="person", **words, traits=traits, past={}, lead=lead)


def _add_companies(G: TieGraph) -> None:
    """Add every company as a node, by its name, with who is there."""
    for node in list(G):
        company = G.nodes[node]["company"]
        if company and company not in G:
            G.add_node(company, kind="organisation", name=company)
        if company and G.nodes[company]["kind"] == "organisation":
            G.add_edge(node, company, kind="member", role=G.nodes[node]["title"], current=True)


def _missing(value: Any) -> bool:
    """Return whether a cell is empty: none, not a number, or no text."""
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))
