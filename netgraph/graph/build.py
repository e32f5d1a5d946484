"""The whole network as of a day: what is recorded, what follows from it, and what people do.

`netgraph.graph.ties` has who knows whom by the record, `netgraph.graph.inference` who probably
does; here they become one graph, and every person gets the traits their titles tell (kind of work,
field).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from netgraph.graph.inference import InferredTie, inferred_on
from netgraph.graph.packing import packed, unpacked
from netgraph.graph.schema import Arcs, add_edges, as_networkx
from netgraph.graph.ties import build_ties, with_ties_of
from netgraph.model.as_of import AsOf, growing, part, shelved
from netgraph.model.records import Basis
from netgraph.titles.occupations import fields, occupations_of

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph
    from netgraph.model.parameters import Parameters
    from netgraph.model.records import Ledger

Traits = dict[str, frozenset[str]]


def network(
    ledger: Ledger, *, as_of: date, model: Parameters | None = None, inferred: bool = True
) -> TieGraph:
    """Return the tie graph of a ledger with everything that suggestions look at.

    Persons gain the traits ``role`` (occupations that their title names) and ``field``, now and
    before. Who probably knows whom gains a tie of basis ``inferred``, with the confidence and the
    evidence of `netgraph.graph.inference`, strength 0 and no last contact; a tie that is known
    stays as it is. Only the last step is left out if not ``inferred``.

    Parameters
    ----------
    ledger
        People, one each.
    as_of
        The day for which to compute.
    model
        Values and half-lives; the user's own, if None.
    inferred
        Whether to add who probably knows whom.

    Raises
    ------
    InvalidInput
        If a fact names somebody who is not among the people.

    Examples
    --------
    >>> from netgraph.model.records import Ledger, Person
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", title="Krankenpflegerin")})
    >>> G = network(book, as_of=date(2026, 5, 1))
    >>> sorted(G.nodes["ana"]["traits"]["role"]), sorted(G.nodes["ana"]["traits"]["field"])
    (['nurse'], ['health'])
    """
    return as_networkx(_network(AsOf(ledger, as_of), model, inferred=inferred))


@part
def network_on(view: AsOf) -> TieGraph:
    """Return the network of a view; nobody may change it."""
    return as_networkx(network_arcs_on(view))


@growing(with_ties_of)
@shelved("network", packed, lambda view, data: unpacked(data))
def network_arcs_on(view: AsOf) -> Arcs:
    """Return the network of a view for those who only look at it."""
    return _network(view)


def _network(view: AsOf, model: Parameters | None = None, *, inferred: bool = True) -> Arcs:
    """Build the graph of who is tied to whom and add what titles tell and what follows."""
    G = build_ties(view, model)
    _add_work(G, view.ledger)
    if inferred:
        new = [g for g in inferred_on(view) if not G.has_edge(g.u, g.v)]
        add_edges(G, (edge for g in new for edge in _both_ways(g)))
    return G


def _both_ways(guess: InferredTie) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield both directions of an inferred tie."""
    tie = {
        "kind": "tie",
        "strength": 0.0,
        "given": 0.0,
        "basis": Basis.INFERRED.value,
        "confidence": guess.confidence,
        "evidence": guess.evidence,
        "last": None,
        "since": None,
    }
    yield guess.u, guess.v, tie
    yield guess.v, guess.u, tie.copy()


def _add_work(G: Arcs, ledger: Ledger) -> None:
    """Give everybody the traits that their present and former titles tell."""
    read: dict[str, Traits] = {}
    for data in G.nodes.values():
        if data["kind"] == "person" and data["title"]:
            add_traits(data["traits"], [data["title"]], read)
    past: dict[str, list[str]] = {}
    for position in ledger.positions:
        if not position.current and position.title:
            past.setdefault(position.person, []).append(position.title)
    for person, titles in past.items():
        add_traits(G.nodes[person]["past"], titles, read)


def add_traits(traits: Traits, titles: Iterable[str], read: dict[str, Traits]) -> None:
    """Add what the titles tell to a person's traits; a title seen before is not read again."""
    for title in titles:
        told = read.get(title)
        if told is None:
            told = read[title] = {"role": occupations_of(title), "field": fields(title)}
        for kind, values in told.items():
            if values:
                traits[kind] = traits[kind] | values if kind in traits else values
