"""A tie graph as arrays: people, their traits and ties, numbered once, to be scored many times."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from netgraph.graph.build import network_arcs_on
from netgraph.graph.differences import touched
from netgraph.graph.schema import adjacency, alters
from netgraph.model.as_of import growing, shelved
from netgraph.model.base_record import Record
from netgraph.model.records import EGO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgraph.graph.schema import AnyTies
    from netgraph.model.as_of import AsOf
    from netgraph.model.records import Ledger

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
Trait: TypeAlias = tuple[str, str]


class NetworkFeatures(Record, frozen=True, eq=False):
    """Everybody but ego, in the graph's order.

    ``holder`` and ``held`` have one row for each trait of a person, ``now`` whether it still
    holds; ``left``, ``right`` and ``sure`` one for each direction of a tie between two others,
    with its confidence. ``knows_ego``, ``strength`` and ``given`` are of the tie with ego, 0
    where there is none. ``shape`` is that of the graph, if it has one.
    """

    people: dict[str, int]
    traits: dict[Trait, int]
    holder: Ints
    held: Ints
    now: Flags
    left: Ints
    right: Ints
    sure: Floats
    knows_ego: Flags
    strength: Floats
    given: Floats
    shape: object = None

    @property
    def size(self) -> int:
        """How many people there are, met or heard of."""
        return len(self.people)

    def sums(self, persons: Ints, amounts: Floats | None = None) -> Floats:
        """Return the sum of ``amounts`` (1 each by default) for each person."""
        return np.bincount(persons, amounts, self.size).astype(np.float64)

    def holders(self) -> Ints:
        """Return how many people have each trait, now or before."""
        return np.bincount(self.held, minlength=len(self.traits))

    def having(self, wanted: Iterable[Trait], *, now: bool = False) -> Floats:
        """Return 1 for each person who has one of these traits (now, or ever), else 0."""
        marks = np.zeros(len(self.traits), bool)
        marks[[self.traits[trait] for trait in wanted if trait in self.traits]] = True
        rows = marks[self.held] & (self.now | (not now))
        return np.minimum(self.sums(self.holder[rows]), 1.0)

    def mark(self, persons: Iterable[str]) -> Flags:
        """Return who are among ``persons``; others are passed over."""
        marks = np.zeros(self.size, bool)
        marks[[self.people[p] for p in persons if p in self.people]] = True
        return marks


def _with_others(was: NetworkFeatures, earlier: Ledger, view: AsOf) -> NetworkFeatures | None:
    """Return the features of an earlier ledger with the ties with ego that are others by now."""
    G, people = network_arcs_on(view), touched(earlier, view)
    if people is None or G.shape is not was.shape:
        return None
    strength, given = was.strength.copy(), was.given.copy()
    for person in people & was.people.keys():
        i, tie = was.people[person], G.get_edge_data(person, EGO)
        strength[i], given[i] = (tie["strength"], tie["given"]) if tie else (0.0, 0.0)
    return replace(was, strength=strength, given=given)


def _packed(b: NetworkFeatures) -> bytes:
    """Write the arrays down."""
    columns = {name: getattr(b, name).tobytes() for name in _COLUMNS}
    return msgspec.msgpack.encode((list(b.people), list(b.traits), columns))


def _unpacked(view: AsOf, data: memoryview) -> NetworkFeatures:
    """Read the arrays of the network of a view."""
    people, traits, columns = _PACKED.decode(data)
    arrays: dict[str, Any] = {
        name: np.frombuffer(columns[name], kind) for name, kind in _COLUMNS.items()
    }
    return NetworkFeatures(
        {person: i for i, person in enumerate(people)},
        {trait: i for i, trait in enumerate(traits)},
        **arrays,
        shape=network_arcs_on(view).shape,
    )


_COLUMNS: Final[Mapping[str, type[np.generic]]] = {
    **dict.fromkeys(("holder", "held", "left", "right"), np.int64),
    **dict.fromkeys(("now", "knows_ego"), np.bool_),
    **dict.fromkeys(("sure", "strength", "given"), np.float64),
}
_PACKED: Final = msgspec.msgpack.Decoder(tuple[list[str], list[tuple[str, str]], dict[str, bytes]])


@growing(_with_others)
@shelved("features", _packed, _unpacked)
def features_on(view: AsOf) -> NetworkFeatures:
    """Return the network of a view as arrays."""
    return features_of(network_arcs_on(view))


def features_of(G: AnyTies) -> NetworkFeatures:
    """Number the people, traits and ties of a graph that follows `netgraph.graph.schema`.

    Linear in the graph. A trait that somebody has both now and before is there once, as now.

    Examples
    --------
    >>> import networkx as nx
    >>> G = nx.DiGraph(ego="me")
    >>> G.add_node("me", kind="person", traits={}, past={})
    >>> G.add_node("ana", kind="person", traits={"company": frozenset({"Acme"})}, past={})
    >>> made = features_of(G)
    >>> made.people, made.traits, made.having([("company", "Acme")]).tolist()
    ({'ana': 0}, {('company', 'Acme'): 0}, [1.0])
    """
    ego = G.graph["ego"]
    nodes = [(n, d) for n, d in G.nodes.items() if d["kind"] == "person" and n != ego]
    people = {n: i for i, (n, _) in enumerate(nodes)}
    traits: dict[Trait, int] = {}
    holder: list[int] = []
    held: list[int] = []
    lasts: list[bool] = []
    for i, (_, data) in enumerate(nodes):
        now = data["traits"]
        for kind, values in now.items():
            for value in values:
                held.append(traits.setdefault((kind, value), len(traits)))
                holder.append(i)
                lasts.append(True)
        for kind, values in data["past"].items():
            for value in values - now[kind] if kind in now else values:
                held.append(traits.setdefault((kind, value), len(traits)))
                holder.append(i)
                lasts.append(False)
    knows, strength, given = _with_ego(G, people)
    left, right, sure = _ties(G, people)
    return NetworkFeatures(
        people, traits, np.array(holder, np.int64), np.array(held, np.int64), np.array(lasts, bool),
        left, right, sure, knows > 0, strength, given, getattr(G, "shape", None),
    )  # fmt: skip


def _with_ego(G: AnyTies, people: dict[str, int]) -> Floats:
    """Return three rows: whether there is a tie with ego, its strength, what was given to ego."""
    knows, strength, given = ([0.0] * len(people) for _ in range(3))
    ego, around = G.graph["ego"], adjacency(G)
    for u in alters(G, ego):
        i, tie = people[u], around[u][ego]
        knows[i], strength[i], given[i] = 1.0, tie["strength"], tie["given"]
    return np.array([knows, strength, given])


def _ties(G: AnyTies, people: dict[str, int]) -> tuple[Ints, Ints, Floats]:
    """Return both directions of every tie between two people other than ego."""
    left: list[int] = []
    right: list[int] = []
    sure: list[float] = []
    around = adjacency(G)
    for u, i in people.items():
        for v, tie in around[u].items():
            if v in people:
                left.append(i)
                right.append(people[v])
                sure.append(tie["confidence"])
    return np.array(left, np.int64), np.array(right, np.int64), np.array(sure, np.float64)
