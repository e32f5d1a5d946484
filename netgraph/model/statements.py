"""What the user says of somebody or something: read once, at the door, and which of it holds.

=================== ============= ============================================================
field               value         says
=================== ============= ============================================================
name, company,      text          what somebody is called, where they work, what they do,
title, place                      where they live
needs, offers       text          what they look for, what they can help others with
country             text          whose holidays ego keeps
introduction        text          how ego says in a line who they are
email, phone, url   texts         addresses, the newest first
tag, no_tag         texts         labels of theirs, and labels of a file that do not hold
may_know_at,        texts         employers where they may know somebody, and employers where
knows_nobody_at                   they do not
not_before          date          do not ask them before this day
asks_per_quarter    number        no more asks than these
never_ask, hub      truth         leave them alone; they know many people
keep_in_touch       whole number  days between contacts, 0 for none
mapping             texts         fields and columns of own tables, in turn
put_off             texts         lines of the list of what is due: until when, and which
unreadable          text          what an older netgraph stored and nobody can read
=================== ============= ============================================================

What is said of the subject ``favours`` are numbers; see `netgraph.model.parameters`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from netgraph.model.errors import InvalidInput
from netgraph.model.ids import statement as statement_id
from netgraph.model.records import Statement, Value
from netgraph.model.text import clean

FAVOURS: Final = "favours"
"""The subject of every `Statement` that changes the numbers of the model."""

UNREADABLE: Final = "unreadable"
"""The field of what was stored and cannot be read; no question is answered by it."""

FIELDS: Final[Mapping[str, type]] = {
    "name": str,
    "company": str,
    "title": str,
    "place": str,
    "email": tuple,
    "phone": tuple,
    "url": tuple,
    "tag": tuple,
    "no_tag": tuple,
    "may_know_at": tuple,
    "knows_nobody_at": tuple,
    "needs": str,
    "offers": str,
    "country": str,
    "introduction": str,
    "not_before": date,
    "asks_per_quarter": float,
    "never_ask": bool,
    "keep_in_touch": int,
    "hub": bool,
    "mapping": tuple,
    "put_off": tuple,
    UNREADABLE: str,
}
"""Field -> the type of its value."""

ADDRESSES: Final = ("email", "phone", "url")
"""Fields to which a value is added; every other field is replaced."""

LASTING: Final = frozenset({"name", "email", "phone", "url", "mapping", UNREADABLE})
"""What holds for every day: who somebody is, and how files are read."""


def statement(subject: str, field: str, text: str, day: date | None = None) -> Statement:
    """Return what the user says as a fact; an empty text takes back what was said.

    Raises
    ------
    InvalidInput
        If there is no such field, or the text cannot be its value.

    Examples
    --------
    >>> statement("ana", "not_before", "2026-06-01", date(2026, 5, 1)).value
    datetime.date(2026, 6, 1)
    >>> statement("ana", "not_before", "2026-02-31")
    Traceback (most recent call last):
    netgraph.model.errors.InvalidInput: not before '2026-02-31': write a day such as 2026-06-01
    """
    value = parsed(subject, field, text)
    return Statement(statement_id(subject, field, day), subject, field, value, day)


def parsed(subject: str, field: str, text: str) -> Value:
    """Return the value that a text says, None for an empty one; raise as `statement` does."""
    kind = kind_of(subject, field)
    words = text.strip()
    if not words:
        return None
    if kind is tuple:
        return tuple(line for part in text.split("\n") if (line := clean(part)))
    value: Value = _READERS[kind](field, words)
    return value


def kind_of(subject: str, field: str) -> type:
    """Return the type of a field's value; raise if there is no such field."""
    if subject == FAVOURS:
        return float
    if field not in FIELDS:
        raise InvalidInput(f"nothing can be said of {field!r}; try {', '.join(FIELDS)}")
    return FIELDS[field]


def restored(subject: str, field: str, plain: object) -> tuple[str, Value]:
    """Return field and value of what was stored as JSON; what cannot be read is `UNREADABLE`.

    >>> restored("ana", "not_before", "2026-06-01")
    ('not_before', datetime.date(2026, 6, 1))
    >>> restored("ana", "not_before", True)
    ('unreadable', 'not_before: True')
    """
    try:
        kind = kind_of(subject, field)
        if plain is None:
            return field, None
        if kind is tuple and isinstance(plain, list | tuple):
            return field, tuple(map(str, plain))
        if kind is date:
            return field, date.fromisoformat(str(plain))
        if kind is float and isinstance(plain, float | int) and type(plain) is not bool:
            return field, _number(field, str(plain))
        if isinstance(plain, str | int) and type(plain) is kind:
            return field, plain
    except (InvalidInput, ValueError, OverflowError):
        pass
    return UNREADABLE, clean(f"{field}: {plain}")


def said(value: Value) -> str:
    """Return a value as people write it; `parsed` undone.

    >>> said(date(2026, 6, 1)), said(True), said(2.0), said(("a", "b")), said(None)
    ('2026-06-01', 'yes', '2', 'a\\nb', '')
    """
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return "\n".join(value)
    return f"{value:g}" if isinstance(value, float) else str("" if value is None else value)


def current(statements: Iterable[Statement], *, as_of: date | None = None) -> list[Statement]:
    """Return the statements that hold, the oldest first; one without a day is older than all.

    Parameters
    ----------
    statements
        Those of any subjects and fields.
    as_of
        What was said later counts for nothing; None for now.

    Examples
    --------
    >>> once = Statement("s1", "ana", "needs", "a nurse", date(2026, 4, 1))
    >>> now = Statement("s2", "ana", "needs", "a cook", date(2026, 6, 1))
    >>> [s.value for s in current([now, once])]
    ['a cook']
    >>> [s.value for s in current([now, once], as_of=date(2026, 5, 1))]
    ['a nurse']
    """
    newest: dict[tuple[str, str], Statement] = {}
    for one in sorted(statements, key=lambda s: (s.day or date.min, s.id)):
        if as_of is None or one.day is None or one.day <= as_of:
            newest.pop((one.subject, one.field), None)
            newest[one.subject, one.field] = one
    return list(newest.values())


def value_of(
    statements: Iterable[Statement], subject: str, field: str, *, as_of: date | None = None
) -> Any:
    """Return what the user says of one field of one subject, None if nothing.

    >>> value_of([statement("me", "country", "DE")], "me", "country")
    'DE'
    """
    said = (s for s in statements if (s.subject, s.field) == (subject, field))
    return next((s.value for s in current(said, as_of=as_of)), None)


def _day(field: str, text: str) -> date:
    """Read the date of a limit."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInput(
            f"{_spelt(field)} {clean(text, limit=30)!r}: write a day such as 2026-06-01"
        ) from None


def _number(field: str, text: str) -> float:
    """Read a number of 0 or more."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0:
        raise InvalidInput(f"{_spelt(field)} {clean(text, limit=30)!r}: write a number such as 1")
    return number


def _whole(field: str, text: str) -> int:
    """Read a whole number of 0 or more."""
    return int(_number(field, text))


def _truth(field: str, text: str) -> bool:
    """Read what is so if anything is said."""
    return True


def _spelt(field: str) -> str:
    """Return a field as people say it."""
    return field.replace("_", " ")


_READERS: Final[Mapping[Any, Any]] = {
    str: lambda field, text: clean(text),
    date: _day,
    float: _number,
    int: _whole,
    bool: _truth,
}
