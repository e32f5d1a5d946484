"""What the commands of ``netgraph pool`` share: their options, and how they name one another."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from netgraph.model.as_of import AsOf
    from netgraph.pools.kept import KeptPool
    from netgraph.pools.membership import Membership
    from netgraph.store import Store

    from .options import Session

FILE = click.Path(dir_okay=False, path_type=Path)
SHOWN = 12
"""So many people are shown before a file is written, or of whom one may ask."""

pool_option = click.option("--pool", "name", required=True, help="Which pool.")
file_argument = click.argument("file", type=FILE)


def command(verb: str, *words: str) -> str:
    """Return a command of this group; the last word is the pool."""
    *rest, name = words
    return f"netgraph pool {shlex.join([verb, *rest, '--pool', name])}"


@dataclass(frozen=True)
class OpenPool:
    """A pool in which a command works: the store, who ego is in it, and what ego knows."""

    store: Store
    member: Membership
    view: AsOf

    def put_together(self) -> KeptPool:
        """Return what all members share."""
        from netgraph.pools.kept import kept_pool

        return kept_pool(self.store, self.member, lambda: self.view, self.view.day)


@contextmanager
def open_pool(session: Session, name: str) -> Iterator[OpenPool]:
    """Open the store for a command in the pool of a name."""
    from netgraph.pools.membership import member_of

    view = session.view()
    with session.store() as store:
        yield OpenPool(store, member_of(store, name), view)
