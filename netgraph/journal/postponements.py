"""Lines of the list of what is due that the user put off: not before a day, or not at all.

A line is known by its kind, the person and what it is about, as in `netgraph.agenda.rules.Due`;
what is put off is a statement about the person, so that it is undone, merged and forgotten as
everything that the user says is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, TypeAlias

from netgraph.model.as_of import AsOf, part
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Ledger, Statement
from netgraph.model.statements import current, statement, value_of

FIELD: Final = "put_off"
"""The field of the statement: a text for each line, the day first."""

NEVER: Final = date.max
"""The day of a line that is let go."""

Line: TypeAlias = tuple[str, str, str]
"""Person, kind, and what it is about."""


def put_off(ledger: Ledger, line: Line, until: date, *, day: date) -> Statement:
    """Return what puts a line off until a day, beside what was put off before.

    Raises
    ------
    InvalidInput
        If that day is not to come.

    Examples
    --------
    >>> put_off(Ledger(), ("ana", "thank", ""), date(2026, 5, 8), day=date(2026, 5, 1)).value
    ('2026-05-08 thank: ',)
    """
    if until <= day:
        raise InvalidInput(f"{until} is not to come: put it off until a later day")
    person, kind, about = line
    older = value_of(ledger.statements, person, FIELD, as_of=day) or ()
    end = f" {kind}: {about}"
    kept = [text for text in older if not text.endswith(end) and _until(text) > day]
    said = statement(person, FIELD, "", day)
    return Statement(said.id, person, FIELD, (*kept, f"{until}{end}"), day)


@part
def put_off_on(view: AsOf) -> Mapping[Line, date]:
    """Return until when lines are put off, for those that still are.

    >>> said = put_off(Ledger(), ("ana", "thank", ""), date(2026, 5, 8), day=date(2026, 5, 1))
    >>> book = Ledger(statements=(said,))
    >>> put_off_on(AsOf(book, date(2026, 5, 7)))
    {('ana', 'thank', ''): datetime.date(2026, 5, 8)}
    >>> put_off_on(AsOf(book, date(2026, 5, 8)))
    {}
    """
    found: dict[Line, date] = {}
    said = (s for s in view.ledger.statements if s.field == FIELD)
    for one in current(said, as_of=view.day):
        for text in one.value if isinstance(one.value, tuple) else ():
            kind, _, about = text.partition(" ")[2].partition(": ")
            if (until := _until(text)) > view.day:
                found[one.subject, kind, about] = until
    return found


def _until(text: str) -> date:
    """Return the day that a line is put off until; a text without one is over."""
    try:
        return date.fromisoformat(text.partition(" ")[0])
    except ValueError:
        return date.min
