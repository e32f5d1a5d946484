"""What of ego's network follows from who has a tie with whom, however strong it is.

These measures go through the whole network, so they are kept as long as it has the same shape:
after a talk they stand.
"""

from __future__ import annotations

from netgraph.graph.build import network_arcs_on, network_on
from netgraph.graph.schema import Arcs, TieGraph
from netgraph.graph.ties import tie_arcs_on, ties_on
from netgraph.measures.connectivity import Cohesion, cohesion
from netgraph.measures.structural_holes import Brokerage, measures, roles
from netgraph.model.as_of import AsOf, growing
from netgraph.model.base_record import Record
from netgraph.model.records import Ledger


class Structure(Record, frozen=True):
    """How a network hangs together, how ego stands in it, and between whom, by role.

    ``of`` is the shape of the graph that it is of.
    """

    of: object
    cohesion: Cohesion
    own: Brokerage
    between: dict[str, int]


def _of_recorded(was: Structure, _: Ledger, view: AsOf) -> Structure | None:
    """Return what was found before, if the graph has the same shape."""
    return was if tie_arcs_on(view).shape is was.of else None


@growing(_of_recorded)
def recorded_structure_on(view: AsOf) -> Structure:
    """Return the structure of who knows whom by the record."""
    return _structure(tie_arcs_on(view), ties_on(view), inferred=False)


def _of_whole(was: Structure, _: Ledger, view: AsOf) -> Structure | None:
    """Return what was found before, if the graph has the same shape."""
    return was if network_arcs_on(view).shape is was.of else None


@growing(_of_whole)
def whole_structure_on(view: AsOf) -> Structure:
    """Return the structure with those who probably know each other."""
    return _structure(network_arcs_on(view), network_on(view), inferred=True)


def _structure(arcs: Arcs, G: TieGraph, *, inferred: bool) -> Structure:
    """Measure one of the two."""
    ego = G.graph["ego"]
    return Structure(
        arcs.shape,
        cohesion(G, inferred=inferred),
        measures(G, nodes=[ego])[ego],
        roles(G, groups=_at_work(G, ego), nodes=[ego]).get(ego, {}),
    )


def _at_work(G: TieGraph, ego: str) -> dict[str, str]:
    """Return the employer of everybody who has one; ego without one stands alone."""
    firms = {
        n: min(company)
        for n, data in G.nodes.items()
        if (company := data.get("traits", {}).get("company"))
    }
    return {ego: "", **firms}
