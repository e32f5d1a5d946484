"""What was learned in a talk, written down with all that it made."""

from __future__ import annotations

from netgraph.model.records import Ledger
from netgraph.recording.events import record_event
from netgraph.recording.somebody import put
from netgraph.store import Change
from netgraph.talks.debrief_facts import Understood


def record_debrief(ledger: Ledger, change: Change, told: Understood) -> None:
    """Write a debrief down; a talk that was not recorded yet is, and settles what it was for."""
    if told.talk and told.talk.day:
        record_event(ledger, change, "interview", told.debrief.person, day=told.talk.day)
    put(change, told.facts)
