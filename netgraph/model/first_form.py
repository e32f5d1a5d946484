"""Facts as netgraph wrote them first, up to commit a9ff727, brought to the form of today.

Then a step held who said yes in its note, a statement was always text, and what kind of record
something is could only be told from how its id was made.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from netgraph.model import ids
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Origin, ReferralStatus
from netgraph.model.statements import UNREADABLE, parsed

COLUMN_CHOICE = "mapping"


def upgraded(kind: str, row: Mapping[str, Any], people: Collection[str]) -> dict[str, Any]:
    """Return what changes in one fact of the class ``kind``, given as JSON has it.

    ``people`` are the ids of all people there are, to tell a note from the id of somebody.

    Raises
    ------
    KeyError, TypeError, ValueError
        If it is no such fact.

    Examples
    --------
    >>> upgraded("statement", {"subject": "ana", "field": "hub", "value": "yes"}, ())
    {'field': 'hub', 'value': True}
    """
    if kind == "person":
        return {"origin": _origin(row)}
    if kind == "position":
        former = ids.job(row["person"], row["organisation"], row.get("title", ""))
        return {"origin": Origin.FORMER if row["id"] == former else Origin.LISTED}
    if kind == "statement":
        field, value = _said(row["subject"], row["field"], row["value"])
        return {"field": field, "value": value}
    if kind in ("ask", "referral", "goal"):
        return {"steps": [_step(step, kind, people) for step in row.get("steps", ())]}
    return {}


def _origin(row: Mapping[str, Any]) -> Origin:
    """Return how the record of a person came about, told from its id."""
    source, name = row.get("source", ""), row["name"]
    if row["id"] == ids.lender(name):
        return Origin.LENDER
    by_name = source.startswith("linkedin") and not row.get("urls") and not row.get("seen")
    mention = ids.mention(source, name, row.get("company", ""))
    return Origin.MENTIONED if by_name and row["id"] == mention else Origin.LISTED


def _said(subject: str, field: str, text: str) -> tuple[str, Any]:
    """Return field and value of a statement; what cannot be read keeps its words."""
    try:
        if field == COLUMN_CHOICE and text:
            return field, _columns(text)
        value = parsed(subject, field, text)
    except InvalidInput:
        return UNREADABLE, f"{field}: {text}"
    return field, value.isoformat() if isinstance(value, date) else value


def _columns(text: str) -> list[str]:
    """Return the columns that the user chose for the fields of their own table, in turn."""
    import json  # noqa: PLC0415 - old files only

    try:
        return [str(word) for pair in json.loads(text).items() for word in pair]
    except (ValueError, AttributeError):
        raise InvalidInput("no columns") from None


def _step(step: Any, kind: str, people: Collection[str]) -> dict[str, Any]:
    """Return a step that says who took it."""
    if isinstance(step, list):
        step = dict(zip(("day", "status", "note"), step, strict=True))
    note, by = step.get("note", ""), None
    if kind == "referral" and step["status"] == ReferralStatus.AGREED and note in people:
        note, by = "", note
    return {"day": step.get("day"), "status": step["status"], "note": note, "by": by}
