"""What is due is put off, or let go for good."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from netgraph.agenda.due_list import due
from netgraph.agenda.duty import Due
from netgraph.agenda.printed_due import line_of
from netgraph.journal.lookup import find_person
from netgraph.journal.postponements import put_off
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Ledger
from netgraph.store import Change

WEEK: Final = timedelta(days=7)
"""So long something waits if no day is said."""

AHEAD: Final = 3650
"""So many days ahead a line may be due that is put off."""


def lines_with(view: AsOf, who: str, *, kind: str = "") -> list[Due]:
    """Return what is due with somebody, of one kind if one is said.

    Raises
    ------
    InvalidInput
        If nothing is.
    """
    person = find_person(view.ledger, who)
    lines = [d for d in due(view, days=AHEAD) if d.person == person and kind in ("", d.kind)]
    if not lines:
        name = view.ledger.people[person].name
        raise InvalidInput(f"nothing{f' to {kind}' if kind else ''} is due with {name}")
    return lines


def record_later(
    ledger: Ledger, change: Change, who: str, *, until: date | None, day: date, kind: str = ""
) -> list[Due]:
    """Put off what is due with somebody, a week unless a day is said; return what that was."""
    lines = lines_with(AsOf(ledger, day), who, kind=kind)
    for line in lines:
        record_put_off(ledger, change, line, until=until, day=day)
    return lines


def record_put_off(
    ledger: Ledger, change: Change, line: Due, *, until: date | None, day: date
) -> None:
    """Put one line off."""
    change.put([put_off(ledger, line_of(line), until or day + WEEK, day=day)])
