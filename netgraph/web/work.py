"""Long work in a thread of its own: it goes on when the tab is closed, and says how far it is."""

from __future__ import annotations

import re
import secrets
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from netgraph.importing.holdings import Summary
from netgraph.importing.progress import Progress
from netgraph.importing.report import Report
from netgraph.model.errors import NetgraphError

FOLDER: Final = "netgraph-upload-"
"""What the names of the private folders begin with that uploads wait in."""

DAY: Final = 24 * 3600
"""Seconds after which a folder that a killed program left behind is removed."""

_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(slots=True)
class Work:
    """An upload: its folder, how far reading it has come, and what came of it.

    ``chosen`` has the columns of tables and the user's choice of fields, by their shape;
    ``change`` is the number of the change that read it in, None as long as it was only tried.
    """

    name: str
    folder: Path
    progress: Progress = field(default_factory=Progress)
    chosen: dict[str, tuple[tuple[str, ...], dict[str, str]]] = field(default_factory=dict)
    report: Report | None = None
    held: Summary | None = None
    error: str = ""
    change: int | None = None
    thread: Thread | None = None

    @property
    def runs(self) -> bool:
        """Whether it goes on."""
        return self.thread is not None and self.thread.is_alive()

    @property
    def files(self) -> list[Path]:
        """The files that were sent."""
        return sorted(self.folder.iterdir()) if self.folder.is_dir() else []

    def start(self, does: Callable[[Work], None]) -> None:
        """Do something in a thread; what is wrong with the files is kept as a text."""
        self.progress, self.error, self.report = Progress(), "", None

        def run() -> None:
            try:
                does(self)
            except NetgraphError as error:
                self.error = str(error)
            except Exception:
                self.error = "something went wrong that should not: nothing was read in"
                raise

        self.thread = Thread(target=run, name=f"import {self.name}")
        self.thread.start()

    def wait(self, seconds: float) -> None:
        """Wait until it is done, but no longer than so."""
        if self.thread:
            self.thread.join(seconds)

    def throw_away(self) -> None:
        """Remove what was sent."""
        shutil.rmtree(self.folder, ignore_errors=True)


@dataclass(slots=True)
class Works:
    """All uploads of a program that runs, by name."""

    _works: dict[str, Work] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self, now: datetime) -> Work:
        """Return new work with a private folder; old folders are removed."""
        sweep(now)
        name = secrets.token_urlsafe(9)
        work = Work(name, Path(tempfile.mkdtemp(prefix=FOLDER)))
        with self._lock:
            self._works[name] = work
        return work

    def find(self, name: str) -> Work | None:
        """Return the work of that name."""
        return self._works.get(name) if _NAME.fullmatch(name) else None

    def all(self) -> list[Work]:
        """Return all work, the newest first."""
        return list(self._works.values())[::-1]

    def end(self) -> None:
        """Wait until everything that is being written is written, and remove what was sent."""
        for work in self.all():
            if work.thread:
                work.thread.join()
            work.throw_away()


def sweep(now: datetime) -> None:
    """Remove folders that a program which was killed has left behind."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*"):
        try:
            if now.timestamp() - folder.stat().st_mtime > DAY:
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            continue
