"""How strong a tie is: what two people did for each other, fading with time.

Strength is what is left of the past, so it needs a day to be computed for. A tie without any
trace of contact has strength 0 and no last contact: that is "no evidence", not "weak".

What came to the owner of a source counts in full, and so does what two people did together. What
the owner did alone counts as far as something came back: nobody gets closer to somebody by
writing to them again and again, and measured on real mail it makes an answer less likely.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Final, TypeAlias

from msgspec import Struct, field

from netgraph.model.base_record import Record
from netgraph.model.correspondence import days_until
from netgraph.model.parameters import ENCOUNTERS, TOGETHER, WRITTEN, Parameters, worth
from netgraph.model.records import EGO, Correspondence, Event, EventKind

STRONGEST: Final = math.nextafter(1.0, 0.0)
"""The largest strength: the formula never reaches 1, floating point would."""


class Exchange(Struct):
    """What one person did for another, in talks that are left on a day.

    ``favours`` is what they gave, ``together`` what both had part in, ``alone`` what the other
    need not have noticed, ``written`` what the owner of a source wrote. ``effort`` is the
    owner's part of what was done alone, ``traces`` counts the events of each kind and their last
    day.
    """

    favours: float = 0.0
    together: float = 0.0
    alone: float = 0.0
    effort: float = 0.0
    written: float = 0.0
    traces: dict[EventKind, tuple[int, date | None]] = field(default_factory=dict)


NOTHING: Final = Exchange()

Fades: TypeAlias = Mapping[EventKind, tuple[float, Callable[[date | None], float]]]


class Worths(Record, frozen=True):
    """What each kind of contact is worth on a day: its value, and what is left of some day's.

    ``slow`` is for ties that fade half as fast.
    """

    as_of: date
    model: Parameters
    usual: Fades
    slow: Fades


def worths_of(as_of: date, model: Parameters) -> Worths:
    """Return what contacts are worth on a day; made once for all ties.

    >>> value, left = worths_of(date(2026, 3, 2), Parameters()).usual[EventKind.MESSAGE]
    >>> value, left(date(2026, 1, 1))
    (0.1, 0.5)
    """
    return Worths(as_of, model, _fades(as_of, model), _fades(as_of, model, slower=2.0))


def decay(days: float, half_life: float) -> float:
    r"""Return what is left after ``days`` of a value that halves every ``half_life`` days.

    .. math:: 2^{-d/h}

    In (0, 1] for days of 0 or more; 0 for a day to come, which counts for nothing yet.

    >>> decay(0, 60), decay(60, 60), decay(120, 60), decay(-1, 60)
    (1.0, 0.5, 0.25, 0.0)
    """
    return float(2.0 ** (-days / half_life)) if days >= 0 else 0.0


@lru_cache(maxsize=64)
def fading(as_of: date, half_life: float) -> Callable[[date | None], float]:
    """Return the function that says what is left, on ``as_of``, of a value of some day.

    Nothing is left of a day that is not known: the event happened, but no one can say how much
    of it still holds.

    >>> left = fading(date(2026, 3, 1), 28)
    >>> left(date(2026, 2, 1)), left(date(2026, 3, 2)), left(None)
    (0.5, 0.0, 0.0)
    """

    @cache
    def left(day: date | None) -> float:
        return 0.0 if day is None else decay((as_of - day).days, half_life)

    return left


def exchanges(
    events: Iterable[Event],
    correspondence: Iterable[Correspondence] = (),
    *,
    worths: Worths,
    owners: Mapping[str, str] | None = None,
    slow: bool = False,
) -> dict[tuple[str, str], Exchange]:
    r"""Return what people did for each other by a day, by giver and taker.

    An event is worth :math:`n v 2^{-(t - t_e)/h}` talks: its count, its value or that of the
    table, and the half-life of writing or of everything else.

    Parameters
    ----------
    events, correspondence
        Plans and notes are left out, and so is what happened after ``as_of``. An event without
        a day is counted as a trace and is worth 0.
    worths
        What contacts are worth on the day, from `worths_of`.
    owners
        Whose data each source is; ego's, if a source is not in it.
    slow
        Whether everything fades half as fast.

    Examples
    --------
    >>> wrote = Event("e", EventKind.MESSAGE, date(2026, 1, 1), "ana", "me", count=3)
    >>> now = worths_of(date(2026, 1, 1), Parameters())
    >>> done = exchanges([wrote], worths=now)["ana", "me"]
    >>> round(done.favours, 2), done.traces[EventKind.MESSAGE]
    (0.3, (3, datetime.date(2026, 1, 1)))
    """
    as_of, owners = worths.as_of, owners or {}
    fades = worths.slow if slow else worths.usual
    found: defaultdict[tuple[str, str], Exchange] = defaultdict(Exchange)

    def enter(
        what: Event | Correspondence,
        days: Sequence[date | None],
        own_value: float | None,
        times: int,
    ) -> None:
        pair = what.giver, what.taker
        default, left = fades[what.kind]
        value = times * worth(own_value, default) * sum(map(left, days))
        _add(found[pair], what.kind, value, own=owners.get(what.source, EGO) == what.giver)
        _trace(found[pair], what.kind, times * len(days), days[-1])

    for event in events:
        if event.kind in fades and (event.day is None or event.day <= as_of):
            enter(event, (event.day,), event.value, event.count)
    for some in correspondence:
        if some.kind in fades and (days := days_until(some, as_of)):
            enter(some, days, None, 1)
    return dict(found)


def contact(there: Exchange, back: Exchange) -> float:
    """Return what is left of the contact between two people, in talks, from both directions.

    >>> wrote, answered = Exchange(effort=2.0, written=2.0), Exchange(favours=0.5, alone=0.5)
    >>> contact(wrote, answered), contact(wrote, NOTHING)
    (1.0, 0.0)
    """
    returned = min(there.effort, back.favours) + min(back.effort, there.favours)
    return there.together + back.together + there.alone + back.alone + returned


def given(there: Exchange, back: Exchange) -> float:
    """Return what the first gave the second, in talks; unanswered writing is no gift.

    >>> given(Exchange(favours=3.0, written=0.4), Exchange(favours=0.1))
    3.1
    """
    return there.favours + min(there.written, back.favours)


def tie_strength(value: float, *, closeness: str = "", model: Parameters | None = None) -> float:
    r"""Return the strength of a tie from what is left of the contact in it.

    .. math:: S = 1 - e^{-(I + b)/\tau}

    Parameters
    ----------
    value
        What is left of the contact, in talks; 0 or more.
    closeness
        What the user says: close, warm, barely, or nothing. It counts first: b is the talks it
        stands for.
    model
        Where b and tau come from.

    Returns
    -------
    strength
        In [0, 1); 0 for no contact and no word of the user's.

    Notes
    -----
    Felt closeness says more of a tie than how often or how long people meet (Marsden &
    Campbell, Social Forces 63, 1984).

    Examples
    --------
    >>> tie_strength(0.0)
    0.0
    >>> round(tie_strength(1.0), 3), round(tie_strength(0.0, closeness="close"), 3)
    (0.221, 0.713)
    """
    model = model or Parameters()
    return min(-math.expm1(-(value + model.closeness(closeness)) / model.tau), STRONGEST)


def _fades(as_of: date, model: Parameters, slower: float = 1.0) -> Fades:
    """Return what each kind of contact is worth and how it fades."""
    fast = fading(as_of, model.message_half_life * slower)
    slow = fading(as_of, model.half_life * slower)
    return {
        kind: (model.values[kind], fast if kind in WRITTEN else slow)
        for kind in EventKind
        if kind in model.values
    }


def _add(done: Exchange, kind: EventKind, value: float, *, own: bool) -> None:
    """Enter one event's value where it belongs."""
    if kind in TOGETHER:
        done.together += value
        if kind not in ENCOUNTERS:
            done.favours += value
    elif own:
        done.effort += value
        if kind in WRITTEN:
            done.written += value
        else:
            done.favours += value
    else:
        done.alone += value
        done.favours += value


def _trace(done: Exchange, kind: EventKind, count: int, day: date | None) -> None:
    """Count events of a kind and keep their last day."""
    before, last = done.traces.get(kind, (0, None))
    latest = day if last is None or (day is not None and day > last) else last
    done.traces[kind] = (before + count, latest)
