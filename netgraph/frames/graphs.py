"""Tie graphs and frames: a row for each node and a row for each edge, and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import networkx as nx
import pandas as pd

from netgraph.frames.columns import frame_of, is_empty
from netgraph.graph.schema import TieGraph, ego_of, validate

_NODE: Final = (
    ("id", str), ("kind", str), ("name", str), ("title", str), ("company", str),
    ("lead", object), ("traits", object), ("past", object),
)  # fmt: skip
_EDGE: Final = (
    ("source", str), ("target", str), ("kind", str), ("strength", float), ("given", float),
    ("basis", str), ("confidence", float), ("evidence", object), ("last", date), ("since", date),
    ("role", str), ("current", object), ("until", str),
)  # fmt: skip
_MAY_BE_NONE: Final = ("last", "since")


def nodes(G: TieGraph) -> pd.DataFrame:
    """Return a row for each node; what is said of people only is NA for an organisation.

    The columns are those of `netgraph.graph.schema`, with ``id`` first.

    >>> from netgraph.graph.edgelist import from_edgelist
    >>> G = from_edgelist([{"source": "me", "target": "ana"}], ego="me", as_of=date(2026, 5, 1))
    >>> nodes(G)[["id", "kind"]].to_dict("list")
    {'id': ['me', 'ana'], 'kind': ['person', 'person']}
    """
    rows = ([n, *(data.get(name) for name, _ in _NODE[1:])] for n, data in G.nodes(data=True))
    return frame_of(rows, _NODE)


def edges(G: TieGraph) -> pd.DataFrame:
    """Return a row for each edge; ties have one each way, and NA for what memberships have.

    >>> from netgraph.graph.edgelist import from_edgelist
    >>> rows = [{"source": "me", "target": "ana", "weight": 2.0}]
    >>> G = from_edgelist(rows, ego="me", as_of=date(2026, 5, 1))
    >>> edges(G)[["source", "target", "given"]].to_dict("records")[0]
    {'source': 'me', 'target': 'ana', 'given': 2.0}
    """
    rows = ([u, v, *(e.get(name) for name, _ in _EDGE[2:])] for u, v, e in G.edges(data=True))
    return frame_of(rows, _EDGE)


def to_graph(nodes: pd.DataFrame, edges: pd.DataFrame, *, ego: str, as_of: date) -> TieGraph:
    """Return the tie graph of which these are the rows.

    For any other table of ties, in which most of this is not said, see `netgraph.from_edgelist`.

    Raises
    ------
    InvalidGraph
        If it does not follow `netgraph.graph.schema`; the first fault is named.

    Examples
    --------
    >>> from netgraph.graph.edgelist import from_edgelist
    >>> G = from_edgelist([{"source": "me", "target": "ana"}], ego="me", as_of=date(2026, 5, 1))
    >>> again = to_graph(nodes(G), edges(G), ego="me", as_of=date(2026, 5, 1))
    >>> dict(again["me"]["ana"]) == dict(G["me"]["ana"])
    True
    """
    G: TieGraph = nx.DiGraph(ego=ego, as_of=as_of)
    for i, said in _rows(nodes, 1):
        G.add_node(*i, **said)
    for pair, said in _rows(edges, 2):
        if said.get("kind") == "tie":
            said = dict.fromkeys(_MAY_BE_NONE) | said
        G.add_edge(*pair, **said)
    ego_of(G)
    validate(G)
    return G


def _rows(frame: pd.DataFrame, keys: int) -> Iterable[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Yield of each row what names it, and what else it says."""
    names = [str(name) for name in frame.columns]
    for row in frame.itertuples(index=False, name=None):
        said = {name: _plain(cell) for name, cell in zip(names, row, strict=True)}
        yield row[:keys], {n: v for n, v in list(said.items())[keys:] if v is not None}


def _plain(cell: Any) -> Any:
    """Return a cell as an attribute: a day for a moment, None for nothing."""
    if is_empty(cell):
        return None
    return cell.date() if isinstance(cell, pd.Timestamp) else cell
