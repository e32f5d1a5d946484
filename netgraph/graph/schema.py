"""The tie graph: a plain ``nx.DiGraph`` with these attributes, and the check that it has them.

One edge per ordered pair. A *tie* joins two people and always has both directions; the edge
``u -> v`` says what ``u`` gave ``v``. A *membership* goes from a person to an organisation.

==========  ===============  ==================================================================
where       attribute        meaning
==========  ===============  ==================================================================
graph       ``ego``          id of the user's own node
graph       ``as_of``        the date for which every number was computed
node        ``kind``         ``"person"`` or ``"organisation"``
node        ``name``         as shown
person      ``title``        present title, "" if unknown
person      ``company``      present employer as shown, "" if unknown or none
person      ``traits``       what they are now: kind of trait -> frozenset of values
person      ``past``         what they were before, in the same form
person      ``lead``         True if named and not yet met
tie         ``kind``         ``"tie"``
tie         ``strength``     in [0, 1), equal both ways; the ``weight=`` for networkx
tie         ``given``        >= 0, decayed value of what ``u`` gave ``v``, in talks
tie         ``basis``        ``"observed"``, ``"stated"`` or ``"inferred"``
tie         ``confidence``   in (0, 1], equal both ways; 1 unless inferred
tie         ``evidence``     what it rests on: tuple of words, empty for none but the tie itself
tie         ``last``         date of the last contact, None if there is no evidence of any
tie         ``since``        date since which they know each other, None if unknown
membership  ``kind``         ``"member"``
membership  ``role``         title or degree there, "" if unknown
membership  ``current``      True for now, False for before
membership  ``until``        where it is over and the year is known: "until 2023", or "in 2020"
                             if that is when it was last seen; may be missing
==========  ===============  ==================================================================

A trait is anything that people share and a goal can want: ``company``, ``school``, ``role``,
``field``, ``place``, or any other key that a graph brings along. Values are compared as they are.
A tie with strength 0 and ``last`` None says "no evidence", which is not the same as weak.
"""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from netgraph.model.errors import InvalidGraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

TieGraph: TypeAlias = "nx.DiGraph[str]"

Edges: TypeAlias = "dict[str, dict[str, dict[str, Any]]]"


class Arcs:
    """A tie graph as far as one can look at it without networkx, which takes long to import.

    It answers as an ``nx.DiGraph`` does; `as_networkx` makes one of it. ``shape`` is what graphs
    share that have the same nodes and edges in the same order, of the same kinds and names.

    >>> arcs = Arcs(ego="me")
    >>> add_nodes(arcs, [("me", {"kind": "person"}), ("ana", {"kind": "person"})])
    >>> add_edges(arcs, [("me", "ana", {"kind": "tie"})])
    >>> arcs["me"], arcs.has_edge("ana", "me"), as_networkx(arcs).edges["me", "ana"]
    ({'ana': {'kind': 'tie'}}, False, {'kind': 'tie'})
    """

    __slots__ = ("_node", "_pred", "_succ", "graph", "shape")

    def __init__(self, **graph: Any) -> None:
        self.graph: dict[str, Any] = graph
        self.shape = object()
        self._node: dict[str, dict[str, Any]] = {}
        self._succ: Edges = {}
        self._pred: Edges = {}

    @property
    def nodes(self) -> Mapping[str, dict[str, Any]]:
        """The attributes of every node."""
        return self._node

    @property
    def adj(self) -> Mapping[str, Mapping[str, dict[str, Any]]]:
        """The edges that leave each node."""
        return self._succ

    def __getitem__(self, u: str) -> Mapping[str, dict[str, Any]]:
        """The edges that leave a node."""
        return self._succ[u]

    def __contains__(self, u: object) -> bool:
        """Whether it is a node."""
        return u in self._node

    def __iter__(self) -> Iterator[str]:
        """The nodes in order."""
        return iter(self._node)

    def has_edge(self, u: str, v: str) -> bool:
        """Whether there is an edge from one node to another."""
        return v in self._succ.get(u, ())

    def get_edge_data(self, u: str, v: str) -> dict[str, Any] | None:
        """The attributes of an edge, None if it is not there."""
        return self._succ.get(u, {}).get(v)

    def is_directed(self) -> bool:
        """Whether edges have a direction."""
        return True

    def is_multigraph(self) -> bool:
        """Whether there may be several edges from one node to another."""
        return False


AnyTies: TypeAlias = "TieGraph | Arcs"
"""What one looks at needs no more than `Arcs`; what one computes with is a `TieGraph`."""


def with_changes(
    arcs: Arcs,
    nodes: Mapping[str, dict[str, Any]],
    edges: Mapping[tuple[str, str], dict[str, Any]],
) -> Arcs:
    """Return the graph with other attributes for some of its nodes and edges; it stays as it is.

    >>> arcs = Arcs(ego="me")
    >>> add_nodes(arcs, [("me", {"kind": "person"}), ("ana", {"kind": "person"})])
    >>> add_edges(arcs, [("me", "ana", {"kind": "tie"})])
    >>> other = with_changes(arcs, {}, {("me", "ana"): {"kind": "tie", "strength": 0.5}})
    >>> other["me"], arcs["me"], other.shape is arcs.shape
    ({'ana': {'kind': 'tie', 'strength': 0.5}}, {'ana': {'kind': 'tie'}}, True)
    """
    made, inner = Arcs(**arcs.graph), cast(Any, arcs)
    made.shape = arcs.shape
    made._node = inner._node | nodes
    made._succ, made._pred = dict(inner._succ), dict(inner._pred)
    for around, ends in ((made._succ, (0, 1)), (made._pred, (1, 0))):
        for u in {edge[ends[0]] for edge in edges}:
            around[u] = dict(around[u])
        for edge, data in edges.items():
            around[edge[ends[0]]][edge[ends[1]]] = data
    return made


def as_networkx(arcs: Arcs) -> TieGraph:
    """Return the same graph, with the same dictionaries, as networkx has it."""
    import networkx as nx  # noqa: PLC0415 - heavy

    G: TieGraph = nx.DiGraph(**arcs.graph)
    inner, given = cast(Any, G), cast(Any, arcs)
    inner._node, inner._adj, inner._pred = given._node, given._succ, given._pred
    return G


_MAKE_ONE = "make a tie graph of it with netgraph.from_edgelist(G, ego=..., as_of=...)"

NODE_KINDS = ("person", "organisation")
BASES = ("observed", "stated", "inferred")

PERSON: dict[str, type | tuple[type, ...]] = {
    "name": str,
    "title": str,
    "company": str,
    "traits": dict,
    "past": dict,
    "lead": bool,
}
TIE: dict[str, type | tuple[type, ...]] = {
    "strength": (int, float),
    "given": (int, float),
    "confidence": (int, float),
    "evidence": tuple,
    "last": (date, type(None)),
    "since": (date, type(None)),
}
MEMBERSHIP: dict[str, type | tuple[type, ...]] = {"role": str, "current": bool}


def ego_of(G: AnyTies) -> str:
    """Return who the user is in a graph.

    Every function that takes ``G`` and looks from ego asks here first, so that a graph of another
    kind is refused with what to do.

    Raises
    ------
    InvalidGraph
        If the graph is undirected, does not say who ego is, or has ties without attributes.

    Examples
    --------
    >>> import networkx as nx
    >>> ego_of(nx.DiGraph([("me", "ana")]))
    Traceback (most recent call last):
    netgraph.model.errors.InvalidGraph: the graph does not say who ego is: make a tie graph ...
    """
    ego = G.graph.get("ego")
    if G.is_multigraph() or not G.is_directed():
        fault = "the graph is no nx.DiGraph"
    elif ego is None or ego not in G:
        fault = "the graph does not say who ego is"
    elif any("kind" not in tie for tie in islice(G[ego].values(), 1)):
        fault = "the ties of the graph have no attributes"
    else:
        return str(ego)
    raise InvalidGraph(f"{fault}: {_MAKE_ONE}")


def date_of(G: AnyTies) -> date:
    """Return the day for which a graph was made.

    Raises
    ------
    InvalidGraph
        If the graph does not say.
    """
    as_of = G.graph.get("as_of")
    if not isinstance(as_of, date):
        raise InvalidGraph(f"the graph does not say for which day it holds: {_MAKE_ONE}")
    return as_of


def people(G: TieGraph) -> Iterator[str]:
    """Yield every person but ego, in the graph's order.

    >>> import networkx as nx
    >>> G = nx.DiGraph(ego="me")
    >>> G.add_nodes_from([("me", {"kind": "person"}), ("ana", {"kind": "person"})])
    >>> G.add_node("acme", kind="organisation")
    >>> list(people(G))
    ['ana']
    """
    ego = ego_of(G)
    return (n for n, data in G.nodes(data=True) if data["kind"] == "person" and n != ego)


def alters(G: AnyTies, u: str) -> Iterator[str]:
    """Yield everybody who has a tie with ``u``.

    >>> import networkx as nx
    >>> G = nx.DiGraph()
    >>> G.add_edge("me", "ana", kind="tie")
    >>> G.add_edge("me", "acme", kind="member")
    >>> list(alters(G, "me"))
    ['ana']
    """
    return (v for v, data in G[u].items() if data["kind"] == "tie")


def adjacency(G: AnyTies) -> Mapping[str, Mapping[str, dict[str, Any]]]:
    """Return the edges that leave each node, without networkx's views, which are slow.

    >>> arcs = Arcs(ego="me")
    >>> add_nodes(arcs, [("me", {"kind": "person"})])
    >>> adjacency(arcs), adjacency(as_networkx(arcs))
    ({'me': {}}, {'me': {}})
    """
    found: Edges = cast(Any, G)._succ
    return found


def add_nodes(G: AnyTies, nodes: Iterable[tuple[str, dict[str, Any]]]) -> None:
    """Add nodes that are not there yet, with these very dictionaries as attributes.

    >>> import networkx as nx
    >>> G = nx.DiGraph()
    >>> add_nodes(G, [("me", {"kind": "person"})])
    >>> G.nodes["me"], list(G.neighbors("me"))
    ({'kind': 'person'}, [])
    """
    inner = cast(Any, G)
    data_of, after, before = inner._node, inner._succ, inner._pred
    for node, data in nodes:
        data_of[node], after[node], before[node] = data, {}, {}


def add_edges(G: AnyTies, edges: Iterable[tuple[str, str, dict[str, Any]]]) -> None:
    """Add edges between nodes that are there, with these very dictionaries as attributes.

    ``G.add_edges_from`` copies every dictionary twice, which took most of the time of making a
    large network (networkx 3.6); this is what is left of it without the copies.

    >>> import networkx as nx
    >>> G = nx.DiGraph()
    >>> G.add_nodes_from(["me", "ana"])
    >>> add_edges(G, [("me", "ana", {"kind": "tie"})])
    >>> G.edges["me", "ana"], list(G.predecessors("ana"))
    ({'kind': 'tie'}, ['me'])
    """
    inner = cast(Any, G)
    after, before = inner._succ, inner._pred
    for u, v, data in edges:
        after[u][v] = before[v][u] = data


def validate(G: TieGraph) -> None:
    """Raise `InvalidGraph`, naming the first fault, unless ``G`` follows the schema."""
    if G.is_multigraph() or not G.is_directed():
        raise InvalidGraph("the tie graph must be an nx.DiGraph: one edge per ordered pair")
    kinds = {n: data.get("kind") for n, data in G.nodes(data=True)}
    if kinds.get(G.graph.get("ego", "")) != "person":
        raise InvalidGraph("graph attribute 'ego' must name a node of kind 'person'")
    if not isinstance(G.graph.get("as_of"), date):
        raise InvalidGraph("graph attribute 'as_of' must be a date")
    for n, data in G.nodes(data=True):
        if data.get("kind") not in NODE_KINDS:
            raise InvalidGraph(f"node {n!r}: 'kind' must be one of {', '.join(NODE_KINDS)}")
        _require(f"node {n!r}", data, PERSON if data["kind"] == "person" else {"name": str})
    for u, v, data in G.edges(data=True):
        _check_edge(G, u, v, data)


def _check_edge(G: TieGraph, u: str, v: str, data: Mapping[str, Any]) -> None:
    """Check one edge against its mate and its kind."""
    where = f"edge {u!r} -> {v!r}"
    if data.get("kind") == "member":
        if G.nodes[u]["kind"] != "person" or G.nodes[v]["kind"] != "organisation":
            raise InvalidGraph(f"{where}: a membership goes from a person to an organisation")
        _require(where, data, MEMBERSHIP)
        return
    if data.get("kind") != "tie":
        raise InvalidGraph(f"{where}: 'kind' must be tie or member")
    if u == v or G.nodes[u]["kind"] != "person" or G.nodes[v]["kind"] != "person":
        raise InvalidGraph(f"{where}: a tie joins two different people")
    _require(where, data, TIE)
    mate = G.get_edge_data(v, u)
    if mate is None or any(mate.get(k) != data[k] for k in ("strength", "confidence", "basis")):
        raise InvalidGraph(f"{where}: both directions must exist and agree")
    if data["basis"] not in BASES:
        raise InvalidGraph(f"{where}: 'basis' must be one of {', '.join(BASES)}")
    if not 0 <= data["strength"] < 1 or not 0 < data["confidence"] <= 1 or data["given"] < 0:
        raise InvalidGraph(f"{where}: 'strength', 'confidence' or 'given' is out of range")


def _require(
    where: str, data: Mapping[str, Any], kinds: Mapping[str, type | tuple[type, ...]]
) -> None:
    """Raise unless every attribute is there and of its type."""
    for key, kind in kinds.items():
        if key not in data or not isinstance(data[key], kind):
            raise InvalidGraph(f"{where}: {key!r} is missing or of the wrong type")
