"""The store as the pages read it: one view of the ledger, made anew when the file has changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Final, TypeAlias, TypeVar, cast

from flask import current_app, g

from netgraph.journal.naming import records_of
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf, same
from netgraph.model.records import EGO, Ledger
from netgraph.recording.actions import Done, perform
from netgraph.store import Store
from netgraph.store.watch import Watch

Write: TypeAlias = Callable[[Action], str]
"""How an action is written as a command."""


T = TypeVar("T")

WHO: Final = ("people", "organisations", "positions", "ties", "matches", "sources", "alias")
"""Fields of a ledger that are the very same as long as nothing bears on who is who."""

KEPT: Final = 24
"""So many answers are kept."""

PATIENCE: Final = 20.0
"""Seconds that a page waits for another program that writes."""


class ChangedMeanwhile(Exception):
    """The facts that a form was made from are others now: when and what was changed."""

    def __init__(self, changes: list[tuple[datetime, str]]) -> None:
        super().__init__("this was changed meanwhile")
        self.changes = changes


@dataclass(slots=True)
class Reading:
    """What pages share: the store's file, the clocks, and the view of the store as it is now.

    ``day`` tells for which day everything is computed, ``now`` the moment of a change, ``commands``
    how the actions of a ledger are written as commands.
    """

    path: Path
    day: Callable[[], date]
    now: Callable[[], datetime]
    commands: Callable[[Ledger], Write]
    _version: tuple[object, ...] = ()
    _view: AsOf | None = None
    _write: Write | None = None
    _seen: int = 0
    _made: dict[Hashable, object] = field(default_factory=dict)
    _made_of: AsOf | None = None
    _standing: dict[Hashable, tuple[Ledger, object]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _watch: Watch = field(init=False)

    def __post_init__(self) -> None:
        """Begin to watch the file."""
        self._watch = Watch(self.path)

    def open(self) -> AbstractContextManager[Store]:
        """Open the store, for a page that does not wait for ever."""
        return Store.open(self.path, wait=PATIENCE)

    def view(self) -> AsOf:
        """Return the ledger on the day of the clock, read again if the file or the day changed.

        Within one answer it stays the same.
        """
        if "netgraph_view" not in g:
            g.netgraph_view, g.netgraph_seen = self.newest()
        found: AsOf = g.netgraph_view
        return found

    def newest(self) -> tuple[AsOf, int]:
        """Return the view as it is now, and the number of the last change in it."""
        with self._lock:
            version = (self.day(), *self._watch.version())
            if self._view is None or version != self._version:
                with self.open() as store:
                    self._seen = store.last()
                    ledger = store.ledger(as_of=self.day())
                if self._view and self._view.day == self.day():
                    self._view = self._view.after(ledger)
                else:
                    self._view = AsOf(ledger, self.day())
                self._write, self._version = None, version
            return self._view, self._seen

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made of the present view, made now if it was not yet."""
        view = self.view()
        made = self._made if self._made_of is view else {}
        if key not in made:
            found = make()
            with self._lock:
                now = self._made if self._made_of is view else {}
                if self._view is view:
                    self._made = {**dict(list(now.items())[-KEPT:]), key: found}
                    self._made_of = view
            return found
        return cast("T", made[key])

    def ready(self) -> list[Hashable]:
        """Return the keys of what is kept of the newest view."""
        return list(self._made) if self._made_of is self.newest()[0] else []

    def standing(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made of who is who, made now if that is not the same any more."""
        ledger = self.view().ledger
        earlier, found = self._standing.get(key, (None, None))
        if earlier is None or not same(earlier, ledger, WHO):
            found = make()
            self._standing[key] = ledger, found
        return cast("T", found)

    def write(self, action: Action) -> str:
        """Return the command that does what an action says."""
        view = self.view()
        if self._write is None:
            self._write = self.commands(view.ledger)
        return self._write(action)

    def seen(self) -> int:
        """Return the number of the last change that the view knows of."""
        self.view()
        return int(g.netgraph_seen)

    def do(self, action: Action, *, seen: int | None = None) -> tuple[Done, int]:
        """Do what an action says, in one change of the store; return its number too.

        Raises
        ------
        ChangedMeanwhile
            If what the action is about was changed after the change number ``seen``.
        """
        people = self.view().ledger.people
        named = [people[i].name if i in people else i for i in action.who]
        said = " ".join([action.verb, *named])
        with self.open() as store:
            with store.change(said, at=self.now()) as change:
                ledger = store.ledger()
                if seen is not None and seen < change.no - 1:
                    self._check(store, seen, ledger, action)
                done = perform(ledger, change, action, day=self.day())
            return done, store.last()

    def _check(self, store: Store, seen: int, ledger: Ledger, action: Action) -> None:
        """Raise if what an action is about was changed meanwhile."""
        about = {i for who in action.who if who != EGO for i in records_of(ledger, who)}
        if changes := store.meanwhile(seen, about | set(action.who) - {EGO}):
            raise ChangedMeanwhile(changes)


def reading() -> Reading:
    """Return the reading of the application that answers."""
    found: Reading = current_app.extensions["netgraph"]
    return found
