"""What commands share: the store, the date, who is meant, and the options for them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from .output import safe

if TYPE_CHECKING:
    from netgraph.model.as_of import AsOf
    from netgraph.model.records import Goal, Ledger
    from netgraph.store import Change, Store
    from netgraph.suggestions.recommendations import Recommendations

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


class Session(NamedTuple):
    """What the command line says of every command: which store, and as of when."""

    store_path: Path | None
    day: date | None

    @property
    def path(self) -> Path:
        """The store's file: --store, NETGRAPH_STORE or the user's data folder."""
        if self.store_path:
            return self.store_path
        if named := os.environ.get("NETGRAPH_STORE"):
            return Path(named)
        from platformdirs import user_data_path

        return user_data_path("netgraph", appauthor=False) / "network.db"

    @property
    def as_of(self) -> date:
        """The day for which everything is computed: --as-of, or today."""
        return self.day or self.now.astimezone().date()

    @property
    def now(self) -> datetime:
        """The clock; nothing below the command line reads it."""
        return datetime.now(UTC).replace(microsecond=0)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store."""
        from netgraph.store import Store

        with Store.open(self.path) as store:
            yield store

    @contextmanager
    def change(self, said: str, *, dry: bool = False) -> Iterator[tuple[Store, Change]]:
        """Open the store and one change in it."""
        with self.store() as store, store.change(safe(said), at=self.now, dry=dry) as change:
            yield store, change

    def ledger(self) -> Ledger:
        """Read what was known by the session's day."""
        with self.store() as store:
            return store.ledger(as_of=self.as_of)

    def view(self) -> AsOf:
        """Read the ledger as it stood on the session's day."""
        with self.store() as store:
            return store.view(self.as_of)

    def with_pools(self, view: AsOf, wanted: list[str]) -> AsOf:
        """Add to a view what pools show of whom contacts know, at some employers above all."""
        from netgraph.pools.advice import view_with_pools

        with self.store() as store:
            return view_with_pools(view, store, wanted)

    def recommend(
        self, view: AsOf, goals: Sequence[Goal], limit: int
    ) -> tuple[Recommendations, AsOf]:
        """Return whom to ask, with what pools show, and the view that this was told from."""
        from netgraph.pools.advice import recommend_with_pools

        with self.store() as store:
            return recommend_with_pools(view, store, goals, limit=limit)


pass_session = click.make_pass_decorator(Session)


class Day(click.ParamType[date]):
    """A date: ISO, or in words such as "yesterday" or "last friday"."""

    name = "date"

    def __init__(self, *, ahead: bool = False) -> None:
        self.ahead = ahead

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date that the words mean as of the session's day."""
        if isinstance(value, date):
            return value
        from netgraph.model.dates import spoken_date

        session = ctx.find_object(Session) if ctx else None
        try:
            as_of = (session or Session(None, None)).as_of
            return spoken_date(str(value), as_of=as_of, ahead=self.ahead)
        except ValueError as error:
            self.fail(str(error), param, ctx)


DAY = Day()
"""A day up to now: "friday" is the last one."""

DAY_AHEAD = Day(ahead=True)
"""A day to come: "friday" is the next one."""
