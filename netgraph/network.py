"""The whole network as of a day: what is recorded, what follows from it, and what people do.

`netgraph.ties` has who knows whom by the record; here every person also gets the traits their
titles tell (kind of work, field, level).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from netgraph.favours import Model, model_from
from netgraph.occupations import fields, occupations
from netgraph.ties import tie_graph

if TYPE_CHECKING:
    from netgraph.records import Ledger
    from netgraph.schema import TieGraph

Traits = dict[str, frozenset[str]]


def network(ledger: Ledger, *, as_of: date, model: Model | None = None) -> TieGraph:
    """Return the tie graph of a ledger with everything that suggestions look at.

    Persons gain the traits ``role`` (occupations that their title names) and ``field``, now and
    before. Without a ``model`` the user's own values count.

    Examples
    --------
    >>> from netgraph.records import Ledger, Person
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", title="Krankenpflegerin")})
    >>> G = network(book, as_of=date(2026, 5, 1))
    >>> sorted(G.nodes["ana"]["traits"]["role"]), sorted(G.nodes["ana"]["traits"]["field"])
    (['nurse'], ['health'])
    """
    G = tie_graph(ledger, as_of=as_of, model=model or model_from(ledger.statements))
    read: dict[str, Traits] = {}
    for _, data in G.nodes(data=True):
        if data["kind"] == "person" and data["title"]:
            _add_traits(data["traits"], [data["title"]], read)
    past: dict[str, list[str]] = {}
    for position in ledger.positions:
        if not position.current and position.title:
            past.setdefault(position.person, []).append(position.title)
    for person, titles in past.items():
        _add_traits(G.nodes[person]["past"], titles, read)
    return G


def _add_traits(traits: Traits, titles: Iterable[str], read: dict[str, Traits]) -> None:
    """Add what the titles tell to a person's traits; a title seen before is not read again."""
    for title in titles:
        told = read.get(title)
        if told is None:
            told = read[title] = {"role": occupations(title), "field": fields(title)}
        for kind, values in told.items():
            if values:
                traits[kind] = traits[kind] | values if kind in traits else values
