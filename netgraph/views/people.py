"""The roll: everybody ego knows, one plain row each, for lists and frames."""

from __future__ import annotations

from typing import Any

from netgraph.graph.ties import ties_on
from netgraph.journal.lookup import search
from netgraph.measures.give_and_take import Standing, loads_on, standings_on
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Person
from netgraph.titles.fit import Titles


def roll(view: AsOf, *, query: str = "", fit: str | None = None) -> list[dict[str, Any]]:
    """Return a row for everybody whose facts have all words of ``query``.

    Rows are sorted by name, or by ``fit`` in [0, 1], best first. ``strength`` in [0, 1) and
    ``last_contact`` are None without evidence of any contact, ``balance`` in (-1, 1) is what ego
    gave less what ego was given, ``load`` >= 0 how much was asked of somebody lately.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Ledger
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", title="Data Scientist")})
    >>> row = roll(AsOf(book, date(2026, 5, 1)), query="ana")[0]
    >>> row["name"], row["strength"], row["load"]
    ('Ana Silva', None, 0.0)
    """
    people = [p for p in search(view.ledger, query) if p.id != EGO]
    G, loads, stands = ties_on(view), loads_on(view), standings_on(view)
    since = {t.v: t.since for t in view.ledger.ties if t.u == EGO and t.since}
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
