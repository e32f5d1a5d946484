"""The store as the pages read it: one view of the ledger, made anew when the file has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from threading import Lock

from flask import current_app

from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.recording.actions import Done, perform
from netgraph.store import Store


@dataclass(slots=True)
class Reading:
    """What pages share: the store's file, the clocks, and the view of the store as it is now.

    ``day`` tells for which day everything is computed, ``now`` the moment of a change.
    """

    path: Path
    day: Callable[[], date]
    now: Callable[[], datetime]
    _version: tuple[object, ...] = ()
    _view: AsOf | None = None
    _lock: Lock = field(default_factory=Lock)

    def view(self) -> AsOf:
        """Return the ledger on the day of the clock, read again if the file or the day changed."""
        with self._lock, Store.open(self.path) as store:
            version = (self.day(), *store.version())
            if self._view is None or version != self._version:
                self._view, self._version = AsOf(store.ledger(), self.day()), version
            return self._view

    def do(self, action: Action) -> Done:
        """Do what an action says, in one change of the store."""
        people = self.view().ledger.people
        said = " ".join([action.verb, *(people[i].name if i in people else i for i in action.who)])
        with Store.open(self.path) as store, store.change(said, at=self.now()) as change:
            return perform(store.ledger(), change, action, day=self.day())

    def last_change(self) -> str:
        """Return what was changed last, "" if nothing ever was."""
        with Store.open(self.path) as store:
            changes = store.changes()
        return changes[-1][1] if changes else ""


def reading() -> Reading:
    """Return the reading of the application that answers."""
    found: Reading = current_app.extensions["netgraph"]
    return found
