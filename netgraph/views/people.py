"""The roll: everybody ego knows, one plain row each, for lists and frames."""

from __future__ import annotations

from datetime import date
from typing import Any

from netgraph.graph.ties import tie_graph
from netgraph.journal.lookup import search
from netgraph.measures.give_and_take import Standing, load, standings
from netgraph.model.parameters import parameters_from
from netgraph.model.records import EGO, Ledger, Person
from netgraph.titles.fit import Titles


def roll(
    ledger: Ledger, *, as_of: date, query: str = "", fit: str | None = None
) -> list[dict[str, Any]]:
    """Return a row for everybody whose facts have all words of ``query``.

    Rows are sorted by name, or by ``fit`` in [0, 1], best first. ``strength`` in [0, 1) and
    ``last_contact`` are None without evidence of any contact, ``balance`` in (-1, 1) is what ego
    gave less what ego was given, ``load`` >= 0 how much was asked of somebody lately.

    Examples
    --------
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", title="Data Scientist")})
    >>> row = roll(book, as_of=date(2026, 5, 1), query="ana")[0]
    >>> row["name"], row["strength"], row["load"]
    ('Ana Silva', None, 0.0)
    """
    people = [p for p in search(ledger, query) if p.id != EGO]
    model = parameters_from(ledger.statements, as_of=as_of)
    G = tie_graph(ledger, as_of=as_of, model=model)
    loads = load(ledger, as_of=as_of, model=model)
    stands = standings(G, loads=loads, model=model)
    since = {t.v: t.since for t in ledger.ties if t.u == EGO and t.since}
    rows = [
        _row(p, G.get_edge_data(EGO, p.id) or {}, stands.get(p.id), loads.get(p.id, 0.0))
        | {"connected_on": since.get(p.id)}
        for p in people
    ]
    if fit is None:
        return rows
    titles = Titles([p.title for p in people], companies=[p.company for p in people])
    scored = [row | {"fit": value} for row, value in zip(rows, titles.scores(fit), strict=True)]
    return sorted(scored, key=lambda row: -row["fit"])


def _row(
    person: Person, tie: dict[str, Any], standing: Standing | None, asked: float
) -> dict[str, Any]:
    """Return one person's row."""
    known = bool(tie) and (tie["last"] is not None or tie["strength"] > 0)
    return {
        "id": person.id,
        "name": person.name,
        "company": person.company,
        "title": person.title,
        "email": person.emails[0] if person.emails else None,
        "url": person.urls[0] if person.urls else None,
        "connected_on": None,
        "strength": round(tie["strength"], 4) if known else None,
        "strength_basis": tie.get("basis"),
        "balance": round(standing.balance, 4) if standing else 0.0,
        "load": round(asked, 4),
        "last_contact": tie.get("last"),
        "lead": person.lead,
        "gone": person.gone,
    }
