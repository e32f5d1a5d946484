"""From files to a ledger in one call, without a store."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from netgraph.identity.resolution import resolve
from netgraph.importing.importer import Imported, read_in
from netgraph.model.kinds import ledger_of
from netgraph.model.records import Fact, Ledger


def read(*paths: str | Path, as_of: date, owner: str = "") -> Ledger:
    """Return what exports, address books, calendars, mailboxes or tables say, people joined.

    Nothing is written. What `netgraph.importing.importer.read_in` reports of each file is told in
    one warning: how many rows could not be used, and the first of them.

    Parameters
    ----------
    paths
        Files, ZIPs or folders, of any kind that the program imports.
    as_of
        The day on which they are read.
    owner
        The name of the friend whose data it is; the user's own if empty.

    Raises
    ------
    UnreadableFile
        If a path cannot be read, or nothing in the files can be used.

    Examples
    --------
    >>> read("nowhere.zip", as_of=date(2026, 5, 1))
    Traceback (most recent call last):
    netgraph.model.errors.UnreadableFile: cannot read nowhere.zip: no such file or directory
    """
    found = read_in([Path(path) for path in paths], Ledger(), as_of=as_of, owner=owner)
    _warn(found)
    kept: list[Fact] = [fact for fact in found.facts if fact.id not in found.stale]
    messages = (*(r.messages for r in found.readings if r.messages), *found.unheard)
    kept += (event for some in messages for event in some.events())
    return resolve(ledger_of(kept), as_of=as_of)


def _warn(found: Imported) -> None:
    """Say how many rows are left out, and why the first is."""
    left: Sequence[str] = [
        f"{reading.path}, line {skip.line}: {skip.reason}"
        for reading in found.readings
        for skip in reading.skipped
    ]
    if left:
        rows = "1 row is" if len(left) == 1 else f"{len(left)} rows are"
        warnings.warn(f"{rows} left out; the first: {left[0]}", stacklevel=3)
