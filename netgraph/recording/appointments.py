"""Hour and place of a talk that is planned, written down beside the plan."""

from __future__ import annotations

from netgraph.journal.appointments import appointment
from netgraph.model.actions import Action
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Event, EventKind
from netgraph.store import Change

MINUTES = 30
"""So long a talk is, if nothing else is said."""


def record_appointment(
    change: Change, plan: Event, *, minutes: int | None = None, **when: str
) -> None:
    """Write down when and where a planned talk is; nothing, if nothing is said of it.

    Raises
    ------
    InvalidInput
        If nothing is planned for a day, or the hour cannot be meant.
    """
    said = {name: text for name, text in when.items() if text}
    if not said and minutes is None:
        return
    if plan.kind != EventKind.PLANNED or not plan.due:
        raise InvalidInput(
            "an hour and a place are for a talk that is planned for a day",
            action=Action("log", ("WHO",), {"kind": "planned", "due": "DAY"}),
        )
    change.put([appointment(plan, minutes=MINUTES if minutes is None else minutes, **said)])
