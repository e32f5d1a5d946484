"""The referral tree as a document."""

from __future__ import annotations

from typing import Any

from netgraph.measures.lineage_measures import Generation, branches, ended, generations
from netgraph.measures.referrals import Lineage
from netgraph.model.records import Ledger
from netgraph.views.names import name_of


def tree_document(ledger: Ledger, found: Lineage) -> dict[str, Any]:
    """Return who opened which door as a document."""
    return {
        "roots": [_node(ledger, found, u) for u in found.roots],
        "generations": [_generation(g) for g in generations(found)],
        "leads": [_named(ledger, v) for v in found.first if v not in found.met],
        "branches": [
            {**_named(ledger, b.root), "people": b.people, "met": b.met}
            | {"talks": b.talks, "interviews": b.interviews, "generations": b.generations}
            for b in branches(ledger, found)
        ],
        "ended": [
            {**_named(ledger, e.person), "introducer": _named(ledger, e.introducer)}
            | {"why": e.why, "since": e.since}
            for e in ended(found)
        ],
        "loops": [
            {"introducer": _named(ledger, r.introducer), "person": _named(ledger, r.person)}
            for r in found.loops
        ],
    }


def others_who_named(found: Lineage, u: str) -> list[str]:
    """Return the introducers of a person but the first."""
    others = [w for w in found.before[u] if w != found.first.get(u)]
    return others + [r.introducer for r in found.late if r.person == u]


def _node(ledger: Ledger, found: Lineage, u: str) -> dict[str, Any]:
    """Return one person of the tree with all below."""
    return {
        **_named(ledger, u),
        "status": found.status(u),
        "named_on": found.named(u),
        "met_on": found.met.get(u),
        "met": u in found.met,
        "also_named_by": [_named(ledger, w) for w in others_who_named(found, u)],
        "children": [_node(ledger, found, v) for v in found.children(u)],
    }


def _generation(g: Generation) -> dict[str, Any]:
    """Return one generation; no number where there are no cases."""
    estimate = g.branching
    known = estimate.value is not None
    return {
        "generation": g.generation,
        "people": g.people,
        "met": g.met,
        "branching": estimate.value,
        "branching_low": estimate.low if known else None,
        "branching_high": estimate.high if known else None,
        "days_to_meet": g.days,
    }


def _named(ledger: Ledger, i: str) -> dict[str, str]:
    """Name somebody."""
    return {"id": i, "name": name_of(ledger, i)}
