"""Places that are saved, applied for, offered: written down."""

from __future__ import annotations

from datetime import date

from netgraph.identity.organisations import organisations_in
from netgraph.journal.applications import apply
from netgraph.model.records import Application, Ledger
from netgraph.store import Change


def record_application(
    ledger: Ledger,
    change: Change,
    company: str,
    title: str = "",
    *,
    day: date,
    status: str = "saved",
    due: date | None = None,
    link: str = "",
    note: str = "",
) -> Application:
    """Write down a place, or how far it came; see `netgraph.journal.applications.apply`."""
    said = apply(ledger, company, title, status=status, day=day, due=due, link=link, note=note)
    change.put([*organisations_in([said], change.facts_but_events()), said])
    return said
