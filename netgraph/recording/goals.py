"""What the user looks for, written down: said, said better, reached."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from netgraph.journal.goals import find_goal, finished, make_goal, reworded
from netgraph.journal.lookup import find_person
from netgraph.model.records import Goal, Ledger
from netgraph.store import Change


def record_goal(
    ledger: Ledger, change: Change, text: str, *, day: date, person: str = "", **said: Any
) -> Goal:
    """Write down what is looked for; see `netgraph.journal.goals.make_goal`."""
    made = make_goal(ledger, Goal("", text, person=_meant(ledger, person), **said), day=day)
    change.put([made])
    return made


def record_rewording(
    ledger: Ledger, change: Change, which: str, said: Mapping[str, Any], *, day: date
) -> Goal:
    """Say a goal in other words; what is left empty stays as it is."""
    old = find_goal(ledger, which)
    wishes = {field: value for field, value in said.items() if value}
    if "person" in wishes:
        wishes["person"] = _meant(ledger, wishes["person"])
    facts = reworded(ledger, old, replace(old, **wishes), day=day)
    change.put(facts)
    return facts[0]


def record_end(ledger: Ledger, change: Change, which: str, *, day: date, note: str = "") -> Goal:
    """Close a goal that was reached, or is no longer wanted."""
    done = finished(find_goal(ledger, which), day=day, note=note)
    change.put([done])
    return done


def _meant(ledger: Ledger, person: str) -> str | None:
    """Return the id of the one person whom a goal is about, if it is about one."""
    return find_person(ledger, person) if person else None
