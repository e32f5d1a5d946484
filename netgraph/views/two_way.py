"""Is this two-way? Every reading of every person, and of the network, in plain rows."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from datetime import date

from netgraph.agenda.give_back import give_back_from, ideas, paid_forward
from netgraph.graph.build import network_arcs_on, network_on
from netgraph.journal.limits import leave_on
from netgraph.measures.give_and_take import (
    EVEN,
    Standing,
    standings_on,
    standings_with,
)
from netgraph.measures.mutual_arcs import network_reciprocity
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf, parameters_on
from netgraph.model.base_record import Record
from netgraph.model.records import EventKind
from netgraph.model.text import fold

RECENT = "they helped you lately: a thank-you is all it takes for now"


class GiveBack(Record, frozen=True):
    """Something to do for somebody: its kind, why, with whom, and how it begins."""

    kind: str
    why: str
    with_: str | None
    action: Action


class Reading(Record, frozen=True):
    """How it stands between ego and one person; see `two_way_view`."""

    id: str
    name: str
    given: float
    taken: float
    balance: float
    mutuality: float
    load: float
    warmth: float
    state: str
    give_back_from: date | None
    ideas: tuple[GiveBack, ...]


class TwoWay(Record, frozen=True):
    """How two-way the network is, by name of the measure, and every tie of ego."""

    network: Mapping[str, float | Mapping[str, float | None] | None]
    people: tuple[Reading, ...]


def two_way_view(view: AsOf, *, people: Collection[str] | None = None) -> TwoWay:
    """Return how two-way the network and every tie of ego is.

    Returns
    -------
    rows
        ``network``: reciprocity, rho, weighted_reciprocity and weighted_rho of the favours, the
        same ``with_inferred`` ties, and ``paid_forward``; None where nothing can be said.
        ``people``: for everybody with a tie, by name and never by worth, what they were
        ``given`` and what was ``taken`` (in talks, decayed), ``balance`` in (-1, 1), ``load`` in
        asks, ``warmth`` in [0, 1), the ``state`` in words, and ``ideas`` where there is room to
        give something back, or for everybody asked for with ``people``.

    Examples
    --------
    >>> from netgraph.model.records import Event, Ledger, Person
    >>> talk = Event("e", EventKind.INTERVIEW, date(2026, 5, 1), "ana", "me")
    >>> book = Ledger({"ana": Person("ana", "Ana Silva")}, events=(talk,))
    >>> [row] = two_way_view(AsOf(book, date(2026, 5, 1))).people
    >>> row.given, row.taken, row.balance
    (0.0, 1.0, -0.3333)
    """
    return TwoWay(_network(view), readings(view, people=people))


def readings(view: AsOf, *, people: Collection[str] | None = None) -> tuple[Reading, ...]:
    """Return the rows of people alone, as `two_way_view` has them."""
    G = network_arcs_on(view)
    stands = standings_on(view) if people is None else standings_with(view, people)
    since = give_back_from(view.ledger, as_of=view.day)
    return tuple(
        _row(view, i, stands[i], since.get(i), wanted=people is not None)
        for i in sorted(stands, key=lambda i: (fold(G.nodes[i]["name"]), i))
    )


def _network(view: AsOf) -> Mapping[str, float | Mapping[str, float | None] | None]:
    """Return the readings of the network."""
    G, model = network_on(view), parameters_on(view)
    value = model.values[EventKind.PAID_FORWARD]
    forward = paid_forward(view.ledger, as_of=view.day, value=value, half_life=model.half_life)
    return {
        **_known(network_reciprocity(G)),
        "with_inferred": _known(network_reciprocity(G, inferred=True)),
        "paid_forward": round(forward, 4),
    }


def _known(measures: dict[str, float]) -> dict[str, float | None]:
    """Return the measures, None for what cannot be said."""
    return {k: None if math.isnan(v) else round(v, 4) for k, v in measures.items()}


def _row(view: AsOf, i: str, standing: Standing, since: date | None, *, wanted: bool) -> Reading:
    """Return the readings of one person; ``since`` is from when on to think of giving back."""
    behind = standing.balance < -EVEN
    G = network_arcs_on(view)
    recent = since is not None and since > view.day
    room = wanted or (behind and since and not recent)
    found = ideas(view.ledger, G, i) if room and i not in leave_on(view) else []
    return Reading(
        id=i,
        name=G.nodes[i]["name"],
        given=round(standing.given, 4),
        taken=round(standing.taken, 4),
        balance=round(standing.balance, 4) + 0.0,
        mutuality=round(standing.mutuality, 4),
        load=round(standing.load, 4),
        warmth=round(standing.warmth, 4),
        state=RECENT if behind and recent else standing.state,
        give_back_from=since if behind else None,
        ideas=tuple(GiveBack(o.kind, o.why, o.other, o.action(i)) for o in found),
    )
