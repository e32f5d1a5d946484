"""The list of suggestions that was printed last, so that ``ask 1`` means its first line.

It is kept with its day, as ids alone; a list older than a week means nothing any more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import asdict

from netgraph.model.actions import Action
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput

if TYPE_CHECKING:
    from netgraph.suggestions.suggestion import Suggestion

OLD: Final = timedelta(days=7)


class PrintedAsk(Record, frozen=True):
    """One line of a list: of whom to ask what, for whom or what, for which goal.

    ``kind`` says what kind of ask it is (`netgraph.suggestions.right_ask.Kind`).
    """

    person: str
    want: str
    target: str
    goal: str
    kind: str = "talk"


class PrintedList(Record, frozen=True):
    """The asks that were printed on a day, in their order."""

    day: date
    asks: tuple[PrintedAsk, ...]

    def numbered(self, number: int, *, as_of: date) -> PrintedAsk:
        """Return the ask with a number, counted from 1.

        Raises
        ------
        InvalidInput
            If the list is older than seven days, has no such number, or says there to report back
            and not to ask.

        Examples
        --------
        >>> some = PrintedList(date(2026, 5, 1), (PrintedAsk("ana", "interview", "", "g1"),))
        >>> some.numbered(1, as_of=date(2026, 5, 8)).person
        'ana'
        >>> some.numbered(1, as_of=date(2026, 5, 9))
        Traceback (most recent call last):
        netgraph.model.errors.InvalidInput: the list of 2026-05-01 is too old: print a new one
        """
        again = Action("suggest")
        if not timedelta(0) <= as_of - self.day <= OLD:
            raise InvalidInput(f"the list of {self.day} is too old: print a new one", action=again)
        if not 1 <= number <= len(self.asks):
            raise InvalidInput(f"the last list has no number {number}", action=again)
        ask = self.asks[number - 1]
        if ask.kind == "report back":
            told = Action("log", (ask.person,), {"kind": "reported"})
            raise InvalidInput(f"number {number} is to tell them what came of it", action=told)
        return ask


def printed(suggestions: Iterable[Suggestion], day: date) -> PrintedList:
    """Return the list that is printed on a day."""
    asks = (
        PrintedAsk(s.person, s.ask, str(s.action.fields.get("target", "")), s.goal, s.kind)
        for s in suggestions
    )
    return PrintedList(day, tuple(asks))


def to_json(listed: PrintedList) -> bytes:
    """Return a list as JSON.

    >>> from_json(to_json(PrintedList(date(2026, 5, 1), ()))).day
    datetime.date(2026, 5, 1)
    """
    lines = [asdict(ask) for ask in listed.asks]
    return json.dumps({"day": listed.day.isoformat(), "asks": lines}).encode()


def from_json(data: bytes) -> PrintedList:
    """Return the list that JSON holds.

    Raises
    ------
    InvalidInput
        If it holds none.
    """
    try:
        found: dict[str, Any] = json.loads(data)
        asks = tuple(PrintedAsk(**{k: str(v) for k, v in ask.items()}) for ask in found["asks"])
        return PrintedList(date.fromisoformat(found["day"]), asks)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise InvalidInput(
            "no list is kept that a number could mean", action=Action("suggest")
        ) from None
