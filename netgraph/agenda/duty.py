"""Something that is due: when, to whom, why, and what settles it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, TypeAlias

from netgraph.agenda.day_facts import DayFacts
from netgraph.model.actions import Action
from netgraph.model.base_record import Record

THANK_WITHIN: Final = timedelta(days=1)

LAPSE: Final = timedelta(days=30)
"""A thank-you, a thought or a second letter that is later than this is let go."""


class Due(Record, frozen=True):
    """Something to do: from ``on`` on it is due, and ``action`` settles it when it is done.

    ``instead`` has other ways to settle it; ``about`` is the id of the fact it rests on, "" if it
    is the person alone; with ``kind`` and ``person`` it stays the same from day to day.
    """

    on: date
    kind: str
    person: str
    why: str
    overdue: bool
    action: Action
    about: str = ""
    instead: tuple[Action, ...] = ()


Rule: TypeAlias = Callable[[DayFacts], Iterator[Due]]
