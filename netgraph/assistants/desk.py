"""Where an assistant is answered: the store as it is now, told with names or without."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from typing import Final

from netgraph.assistants.veiling import Veiling
from netgraph.journal.goals import open_goals
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput, StoreError, UnknownName
from netgraph.model.private_files import write_private
from netgraph.model.records import EGO, Ledger
from netgraph.model.text import clean
from netgraph.pools.advice import employers_of, view_with_pools
from netgraph.recording.actions import perform
from netgraph.store import Store
from netgraph.store.watch import Watch

KEY: Final = 32
"""Bytes of the key that makes handles."""

PATIENCE: Final = 20.0
"""Seconds that an answer waits for another program that writes."""


@dataclass(slots=True)
class Desk:
    """One store for one assistant: ``day`` and ``now`` are the clocks, ``key`` is None with names.

    Only changes that were made here can be taken back here.
    """

    path: Path
    day: Callable[[], date]
    now: Callable[[], datetime]
    key: bytes | None
    _watch: Watch = field(init=False)
    _version: tuple[object, ...] = ()
    _view: AsOf | None = None
    _veiling: Veiling | None = None
    _made: list[int] = field(default_factory=list)
    _lock: RLock = field(default_factory=RLock)

    def __post_init__(self) -> None:
        """Begin to watch the file."""
        with self._open():
            self._watch = Watch(self.path)

    def view(self) -> AsOf:
        """Return what is told, on the day of the clock, read again if the file has changed."""
        with self._lock:
            version = (self.day(), *self._watch.version())
            if self._view is None or version != self._version:
                with self._open() as store:
                    ledger = store.ledger(as_of=self.day())
                self._veiling = Veiling(ledger, self.key) if self.key else None
                told = self._veiling.told() if self._veiling else ledger
                self._view, self._version = AsOf(told, self.day()), version
            return self._view

    def view_with_pools(self, *wanted: str) -> AsOf:
        """Return what is told, with what pools show of whom contacts know.

        Above all at the employers that goals name, and at those that are wanted.
        """
        with self._lock:
            told = self.view()
            plain = AsOf(self._veiling.ledger, told.day) if self._veiling else told
            goals = open_goals(plain.ledger)
            with self._open() as store:
                wide = view_with_pools(plain, store, [*employers_of(goals), *wanted])
            if wide is plain or self._veiling is None:
                return told if wide is plain else wide
            from netgraph.assistants.shared_ways import veiled  # noqa: PLC0415 - only with pools

            return veiled(wide, told, self._veiling)

    def who(self, shown: str) -> str:
        """Return who is meant by a handle; with names, the words themselves.

        Raises
        ------
        UnknownName
            If nobody has it.
        """
        self.view()
        if self._veiling is None or shown == EGO:
            return shown
        found = self._veiling.meant(shown)
        if found is None:
            raise UnknownName(f"nobody has the id {shown!r}; ids are those of the answers")
        return found

    def do(self, action: Action) -> str:
        """Write down what an action says, in one change, and say what was written down.

        ``action`` has people by their true ids, see `who`, or by the name of somebody new.
        """
        with self._lock, self._open() as store:
            people = store.ledger().people
            names = (people[i].name if i in people else i for i in action.who)
            said = clean(f"assistant: {' '.join((action.verb, *names))}")
            with store.change(said, at=self.now()) as change:
                done, _ = perform(store.ledger(), change, action, day=self.day())
                touched = change.touched
            if touched:
                self._made.append(store.last())
        return done

    def undo(self) -> str:
        """Take the last change of the assistant's back, and say which it was.

        Raises
        ------
        InvalidInput
            If nothing was written here.
        StoreError
            If something else was written after it.
        """
        with self._lock, self._open() as store:
            if not self._made:
                raise InvalidInput("nothing was written from here: the user may undo the rest")
            said = store.undo(only=self._made[-1])
            self._made.pop()
            return said

    def _open(self) -> AbstractContextManager[Store]:
        """Open the store."""
        return Store.open(self.path, wait=PATIENCE)


def key_beside(store: Path) -> bytes:
    """Return the key of a store's handles, made when it is first needed, for its owner alone."""
    path = store.with_name(f"{store.name}.handles")
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        found = secrets.token_bytes(KEY)
        write_private(path, found)
    except OSError as error:
        raise StoreError(f"cannot read {path}: {error.strerror}") from error
    if len(found) != KEY:
        raise StoreError(f"{path} is damaged: remove it, and handles are made anew")
    return found


def named(ledger: Ledger, key: bytes, shown: str) -> str:
    """Return the id of whom a handle means.

    Raises
    ------
    UnknownName
        If nobody has it.
    """
    veiling = Veiling(ledger, key)
    found = veiling.meant(shown) or veiling.meant(f"contact-{shown.strip()}")
    if found is None:
        raise UnknownName(f"nobody is {shown!r} to an assistant")
    return found
