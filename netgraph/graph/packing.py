"""A tie graph in a few bytes, of which one reads only the nodes that one looks at.

Making a graph of 30,000 people takes long beside looking at ten of them. `packed` writes down each
node and each edge by itself, `unpacked` gives a graph that reads them when they are asked for, and
all at once for whoever goes through all of them. What comes of it is the graph that was written.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import Any, Final, TypeVar, cast

import msgspec

from netgraph.graph.schema import Arcs, adjacency

Traits = dict[str, frozenset[str]]
V = TypeVar("V")


class _Tie(msgspec.Struct, array_like=True, tag=0, gc=False):
    """An edge of two people."""

    strength: float
    given: float
    basis: str
    confidence: float
    evidence: tuple[str, ...]
    last: date | None
    since: date | None


class _Member(msgspec.Struct, array_like=True, tag=1, gc=False):
    """An edge to an organisation."""

    role: str
    current: bool
    until: str | None


class _Person(msgspec.Struct, array_like=True, tag=0, gc=False):
    """A node of somebody."""

    name: str
    title: str
    company: str
    traits: Traits
    past: Traits
    lead: bool


class _Firm(msgspec.Struct, array_like=True, tag=1, gc=False):
    """A node of an organisation."""

    name: str


class _Parts(msgspec.Struct, array_like=True):
    """All of a graph.

    Places of nodes and of edges, which stand node by node in ``edges``; the edges of a node begin
    at ``after``. ``sources`` has who comes to each node, in order, beginning at ``before``.
    """

    ego: str
    as_of: date
    ids: list[str]
    nodes: bytes
    node_ends: bytes
    edges: bytes
    edge_ends: bytes
    after: bytes
    targets: bytes
    before: bytes
    sources: bytes


_INT: Final = "i"
_OF_TIE: Final = itemgetter(*_Tie.__struct_fields__)
_EDGE: Final = msgspec.msgpack.Decoder(_Tie | _Member)
_NODE: Final = msgspec.msgpack.Decoder(_Person | _Firm)
_EDGES: Final = msgspec.msgpack.Decoder(list[_Tie | _Member])
_NODES: Final = msgspec.msgpack.Decoder(list[_Person | _Firm])


def packed(arcs: Arcs) -> bytes:
    """Write a graph down; ``unpacked`` reads it.

    >>> from netgraph.graph.schema import add_nodes
    >>> arcs = Arcs(ego="me", as_of=date(2026, 5, 1))
    >>> add_nodes(arcs, [("o1", {"kind": "organisation", "name": "Acme"})])
    >>> unpacked(packed(arcs)).nodes["o1"]
    {'kind': 'organisation', 'name': 'Acme'}
    """
    ids = list(arcs)
    places = {node: place for place, node in enumerate(ids)}
    succ, pred = adjacency(arcs), cast(Any, arcs)._pred
    return msgspec.msgpack.encode(
        _Parts(
            arcs.graph["ego"],
            arcs.graph["as_of"],
            ids,
            *_written(map(_of_node, arcs.nodes.values())),
            *_written(_of_edge(data) for u in ids for data in succ[u].values()),
            *_pointed(ids, succ, places),
            *_pointed(ids, pred, places),
        )
    )


def unpacked(data: bytes | memoryview) -> Arcs:
    """Return the graph that was written down.

    Raises
    ------
    msgspec.MsgspecError
        If it is none.
    """
    return PackedArcs(msgspec.msgpack.decode(data, type=_Parts))


class PackedArcs(Arcs):
    """A tie graph that reads its nodes and edges when they are asked for."""

    __slots__ = ("__dict__",)

    def __init__(self, parts: _Parts) -> None:
        self.graph = {"ego": parts.ego, "as_of": parts.as_of}
        self.shape = object()
        self._parts = parts
        self._places = {node: place for place, node in enumerate(parts.ids)}
        self._after, self._targets = _ints(parts.after), _ints(parts.targets)
        self._node_ends, self._edge_ends = _ints(parts.node_ends), _ints(parts.edge_ends)
        self._edges_read: dict[int, dict[str, Any]] = {}

    @cached_property
    def nodes(self) -> Mapping[str, dict[str, Any]]:
        """The attributes of every node."""
        return _Lazily(self._places, self._read_node)

    @cached_property
    def adj(self) -> Mapping[str, Mapping[str, dict[str, Any]]]:
        """The edges that leave each node."""
        return _Lazily(self._places, self._read_around)

    def __getitem__(self, u: str) -> Mapping[str, dict[str, Any]]:
        """The edges that leave a node."""
        return self.adj[u]

    def __contains__(self, u: object) -> bool:
        """Whether it is a node."""
        return u in self._places

    def __iter__(self) -> Iterator[str]:
        """The nodes in order."""
        return iter(self._places)

    def has_edge(self, u: str, v: str) -> bool:
        """Whether there is an edge from one node to another."""
        return u in self._places and v in self.adj[u]

    def get_edge_data(self, u: str, v: str) -> dict[str, Any] | None:
        """The attributes of an edge, None if it is not there."""
        return self.adj[u].get(v) if u in self._places else None

    def __getattr__(self, name: str) -> Any:
        """Read all at once; Python asks here for what was not set."""
        if name not in ("_node", "_succ", "_pred"):
            raise AttributeError(name)
        self._read_all()
        return object.__getattribute__(self, name)

    def _read_node(self, u: str) -> dict[str, Any]:
        """Read one node."""
        place = self._places[u]
        return _as_node(_NODE.decode(_cut(self._parts.nodes, self._node_ends, place)))

    def _read_around(self, u: str) -> Mapping[str, dict[str, Any]]:
        """Return the edges that leave a node, still to be read."""
        ids, place = self._parts.ids, self._places[u]
        edges = range(self._after[place], self._after[place + 1])
        of = {ids[self._targets[edge]]: edge for edge in edges}
        return _Lazily(of, lambda v: self._read_edge(of[v]))

    def _read_edge(self, edge: int) -> dict[str, Any]:
        """Read one edge."""
        if edge not in self._edges_read:
            data = _cut(self._parts.edges, self._edge_ends, edge)
            self._edges_read[edge] = _as_edge(_EDGE.decode(data))
        return self._edges_read[edge]

    def _read_all(self) -> None:
        """Make the dictionaries that every tie graph has."""
        ids, done = self._parts.ids, cast("_Lazily[dict[str, Any]]", self.nodes).found
        nodes = _NODES.decode(_all(self._parts.nodes, len(self._node_ends)))
        self._node = {
            i: done[i] if i in done else _as_node(node) for i, node in zip(ids, nodes, strict=True)
        }
        edges = [*map(_as_edge, _EDGES.decode(_all(self._parts.edges, len(self._edge_ends))))]
        for edge, data in self._edges_read.items():
            edges[edge] = data
        around = zip(ids, self._after, self._after[1:], strict=False)
        named = [*map(ids.__getitem__, self._targets)]
        self._succ = {
            u: dict(zip(named[first:end], edges[first:end], strict=True))
            for u, first, end in around
        }
        sources, starts = _ints(self._parts.sources), _ints(self._parts.before)
        coming = [*map(ids.__getitem__, sources)]
        self._pred = {
            v: {u: self._succ[u][v] for u in coming[first:end]}
            for v, first, end in zip(ids, starts, starts[1:], strict=False)
        }
        self.__dict__["nodes"], self.__dict__["adj"] = self._node, self._succ


class _Lazily(Mapping[str, V]):
    """A mapping whose values are made when they are first asked for."""

    def __init__(self, keys: Mapping[str, object], make: Callable[[str], V]) -> None:
        self.keys_of, self.make = keys, make
        self.found: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        """Make a value once."""
        if key not in self.found:
            if key not in self.keys_of:
                raise KeyError(key)
            self.found[key] = self.make(key)
        return self.found[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is such a key."""
        return key in self.keys_of

    def __iter__(self) -> Iterator[str]:
        """The keys in order."""
        return iter(self.keys_of)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.keys_of)

    def __repr__(self) -> str:
        """As a dictionary is shown."""
        return repr(dict(self))


def _of_node(data: Mapping[str, Any]) -> _Person | _Firm:
    """Return a node as it is written."""
    if data["kind"] == "organisation":
        return _Firm(data["name"])
    return _Person(*(data[name] for name in _Person.__struct_fields__))


def _as_node(node: _Person | _Firm) -> dict[str, Any]:
    """Return a node as graphs have it."""
    kind = "person" if isinstance(node, _Person) else "organisation"
    return {"kind": kind} | msgspec.structs.asdict(node)


def _of_edge(data: Mapping[str, Any]) -> _Tie | _Member:
    """Return an edge as it is written."""
    if data["kind"] == "member":
        return _Member(data["role"], data["current"], data.get("until"))
    return _Tie(*_OF_TIE(data))


def _as_edge(edge: _Tie | _Member) -> dict[str, Any]:
    """Return an edge as graphs have it."""
    if isinstance(edge, _Member):
        member = {"kind": "member", "role": edge.role, "current": edge.current}
        return member if edge.until is None else member | {"until": edge.until}
    return {
        "kind": "tie",
        "strength": edge.strength,
        "given": edge.given,
        "basis": edge.basis,
        "confidence": edge.confidence,
        "evidence": edge.evidence,
        "last": edge.last,
        "since": edge.since,
    }


def _written(those: Iterable[msgspec.Struct]) -> tuple[bytes, bytes]:
    """Return some, each written by itself, put end to end, and where each ends."""
    encode = msgspec.msgpack.Encoder().encode
    whole = [encode(one) for one in those]
    return b"".join(whole), array(_INT, accumulate(map(len, whole))).tobytes()


def _pointed(
    ids: Iterable[str], around: Mapping[str, Mapping[str, object]], places: Mapping[str, int]
) -> tuple[bytes, bytes]:
    """Return where those around each node begin, and all of them by place."""
    starts = accumulate((len(around[u]) for u in ids), initial=0)
    those = [places[v] for u in ids for v in around[u]]
    return array(_INT, starts).tobytes(), array(_INT, those).tobytes()


def _ints(data: bytes) -> array[int]:
    """Read numbers."""
    found = array(_INT)
    found.frombytes(data)
    return found


def _cut(data: bytes, ends: array[int], place: int) -> bytes:
    """Return one of those that were put end to end."""
    return data[ends[place - 1] if place else 0 : ends[place]]


def _all(data: bytes, number: int) -> bytes:
    """Return those that were put end to end as one list of msgpack."""
    return b"\xdd" + number.to_bytes(4, "big") + data
