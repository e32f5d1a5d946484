"""What a favour is worth, how fast it fades, and how the user changes both.

The unit is one *talk*: half an hour that somebody gives to somebody else. A value is halved
every `Parameters.half_life` days; what was only written fades faster, with
`Parameters.message_half_life`, which is what real inboxes show: an answer is predicted best by what
came in the last weeks.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from msgspec import field
from msgspec.structs import replace

from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EventKind, Statement
from netgraph.model.statements import FAVOURS, current, statement

REFERRAL: Final = "referral"
"""Key of a name passed on that led to a talk."""

NAMED: Final = "named"
"""Key of a name passed on, no more."""

VALUES: Final[Mapping[str, float]] = {
    EventKind.MESSAGE: 0.1,
    EventKind.EMAIL: 0.1,
    EventKind.INVITATION: 0.1,
    EventKind.ENDORSEMENT: 0.2,
    EventKind.RECOMMENDATION: 2.0,
    EventKind.MEETING: 1.0,
    EventKind.MET: 1.0,
    EventKind.TALKED: 1.0,
    EventKind.INTERVIEW: 1.0,
    EventKind.HELPED: 1.0,
    EventKind.ADVICE: 1.0,
    EventKind.REVIEW: 1.5,
    EventKind.ARTICLE: 0.5,
    EventKind.INTRODUCTION: 3.0,
    EventKind.THANKED: 0.25,
    EventKind.REPORTED: 0.25,
    EventKind.PAID_FORWARD: 1.0,
    NAMED: 0.5,
    REFERRAL: 5.0,
}
"""Value in talks of what `Event.giver` did for `Event.taker`; other kinds are worth nothing."""

WRITTEN: Final = frozenset({EventKind.MESSAGE, EventKind.EMAIL, EventKind.INVITATION})
"""Traces of writing: they fade faster, and what nobody answered counts for nothing."""

ENCOUNTERS: Final = frozenset({EventKind.MEETING, EventKind.MET, EventKind.TALKED})
"""Both took part: they make a tie stronger, and neither gave the other a favour."""

TOGETHER: Final = ENCOUNTERS | {
    EventKind.INTERVIEW,
    EventKind.HELPED,
    EventKind.ADVICE,
    EventKind.REVIEW,
    EventKind.INTRODUCTION,
}
"""What cannot happen without the other's part in it; the rest can be left unanswered."""

DOUBLE: Final = "close"
"""Ties of this closeness fade half as fast."""


BY_NAME: Final = 0.5
"""What an ask weighs on the introducer whose name opened the door."""


class Parameters(Record, frozen=True):
    """Every number that a judgement went into, with the defaults that we stand by.

    ``values`` are in talks; ``half_life``, ``message_half_life`` and ``load_half_life`` in days;
    ``close``, ``warm`` and ``barely`` are the talks that a stated closeness is worth; ``tau`` is
    the sum of talks at which a tie has strength 1 - 1/e; ``kappa`` the sum below which a
    difference between given and taken hardly counts.

    >>> Parameters(half_life=365).message_half_life
    60.0
    """

    values: Mapping[str, float] = field(default_factory=lambda: VALUES)
    half_life: float = 180.0
    message_half_life: float = 60.0
    load_half_life: float = 30.0
    kappa: float = 2.0
    tau: float = 4.0
    close: float = 5.0
    warm: float = 2.0
    barely: float = 0.4

    def closeness(self, word: str) -> float:
        """Return what a stated closeness is worth, in talks; 0 for the empty word.

        >>> Parameters().closeness("warm"), Parameters().closeness("")
        (2.0, 0.0)
        """
        return {"close": self.close, "warm": self.warm, "barely": self.barely}.get(word, 0.0)


SETTINGS: Final = tuple(f.replace("_", "-") for f in Parameters.__struct_fields__ if f != "values")
"""Names under which the user changes the model's other numbers."""

_MAY_BE_ZERO = frozenset({"close", "warm", "barely"})


def parameters_from(statements: Iterable[Statement], *, as_of: date | None = None) -> Parameters:
    """Return the model with the user's own numbers in it, as they were on a day.

    A statement about ``favours`` sets one value (``introduction``) or one setting
    (``half-life``); `setting` makes it. The newest of a field holds; None brings the default back.
    Statements about anything else, and those that cannot be meant, are left alone.

    Examples
    --------
    >>> model = parameters_from([setting("introduction", "4", date(2026, 5, 1))])
    >>> model.values["introduction"], model.values["interview"]
    (4.0, 1.0)
    """
    values = dict(VALUES)
    settings: dict[str, Any] = {}
    for said in current((s for s in statements if s.subject == FAVOURS), as_of=as_of):
        name, number = said.field, said.value
        if not isinstance(number, float) or not _can_be(name, number):
            continue
        if name in values:
            values[name] = number
        else:
            settings[name.replace("-", "_")] = number
    return replace(Parameters(), values=values, **settings)


def setting(name: str, text: str, day: date) -> Statement:
    """Return what the user says a favour is worth, or another number of the model, as a fact.

    Raises
    ------
    InvalidInput
        If there is no number of that name, or the text is none that can be meant.

    Examples
    --------
    >>> setting("half-life", "365", date(2026, 5, 1)).value
    365.0
    """
    known = [*VALUES, *SETTINGS]
    if name not in known:
        from rapidfuzz import process  # noqa: PLC0415 - only for what is not known

        close = process.extractOne(name, known, score_cutoff=60)
        hint = f"did you mean {close[0]}? " if close else ""
        raise InvalidInput(f"there is no favour called {name!r}: {hint}Known: {', '.join(known)}")
    said = statement(FAVOURS, name, text, day)
    if isinstance(said.value, float) and not _can_be(name, said.value):
        raise InvalidInput(f"{name} cannot be 0: write a number above 0, such as 30")
    return said


def _can_be(name: str, number: float) -> bool:
    """Return whether a number of that name can have a value: most settings are above 0."""
    if name in VALUES or name in _MAY_BE_ZERO:
        return 0 <= number < math.inf
    return name in SETTINGS and 0 < number < math.inf


def worth(value: float | None, default: float) -> float:
    """Return an event's own value, or the table's if it has none.

    Raises
    ------
    InvalidInput
        If the event's own value is negative or no number.

    Examples
    --------
    >>> worth(None, 1.0), worth(2.5, 1.0)
    (1.0, 2.5)
    """
    if value is None:
        return default
    if not (math.isfinite(value) and value >= 0):
        raise InvalidInput(f"an event is worth {value}: give it a value of 0 or more talks")
    return value
