"""Was the store changed meanwhile, by whichever program? Asked often, answered at once."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from netgraph.store.files import connect, make_private, pragma
from netgraph.store.transactions import plain_errors


@dataclass(slots=True)
class Watch:
    """Keeps a store open to see whether it changes; any thread may ask."""

    path: Path
    _connection: sqlite3.Connection | None = None
    _file: int = -1
    _opened: int = 0
    _lock: Lock = field(default_factory=Lock)

    def version(self) -> tuple[int, ...]:
        """Return numbers that differ from those before if the store was changed in between.

        Raises
        ------
        StoreError
            If the file cannot be read any more.
        """
        with self._lock, plain_errors(self.path):
            make_private(self.path)
            file = self.path.stat().st_ino
            if self._connection is None or file != self._file:
                self._reopen(file)
            assert self._connection is not None  # noqa: S101 - opened above
            return self._opened, pragma(self._connection, "data_version")

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            if self._connection:
                self._connection.close()
            self._connection = None

    def _reopen(self, file: int) -> None:
        """Open the file that is there now."""
        if self._connection:
            self._connection.close()
        self._connection = connect(self.path, any_thread=True)
        self._file, self._opened = file, self._opened + 1
