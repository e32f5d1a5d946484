"""How much one person is asked, and from when on they may be asked again.

What somebody is asked counts one, what is asked of others in their name counts a half. After an
ask comes a rest; every silence or refusal in a row makes it twice as long. What the user notes of
a person goes before everything: not before a date, so many asks a quarter, never.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from msgspec import Struct, field

from netgraph.journal.asks import REST, AskState, Standing, ask_states
from netgraph.model.as_of import AsOf, part
from netgraph.model.parameters import BY_NAME
from netgraph.model.records import Ledger, Statement
from netgraph.model.statements import current

QUARTER: Final = timedelta(days=91)
ASKS_PER_QUARTER: Final = 3.0
"""Asks that a person can be expected to bear in a quarter unless the user says otherwise."""

LONGEST: Final = 3
"""A rest is doubled no more than so often (168 days)."""

FIELDS: Final = ("not_before", "asks_per_quarter", "never_ask")
"""Fields of a `Statement` about a person that are limits."""


class _Demand(Struct):
    """All that was asked of one person: when and how much, since when they rest, how long."""

    asked: list[tuple[date, float]] = field(default_factory=list)
    rests: date = date.min
    last: date = date.min
    unheard: int = 0
    refused: bool = False


def asked_in_quarter(ledger: Ledger, *, as_of: date) -> dict[str, float]:
    """Return how much everybody was asked in the quarter (91 days) up to a date.

    An ask counts 1 for the person and 0.5 for the introducer in whose name it was made; a
    follow-up counts once more. People of whom nothing was asked are left out.

    Examples
    --------
    >>> from netgraph.model.records import Ask, Step
    >>> steps = (Step(date(2026, 5, 1), "asked"),)
    >>> book = Ledger(asks=(Ask("a1", "tom", introducer="maya", steps=steps),))
    >>> asked_in_quarter(book, as_of=date(2026, 6, 1))
    {'tom': 1.0, 'maya': 0.5}
    >>> asked_in_quarter(book, as_of=date(2026, 8, 1))
    {}
    """
    sums = {
        i: _within(d.asked, as_of)
        for i, d in _demands(ask_states(ledger, as_of=as_of), as_of).items()
    }
    return {i: weight for i, weight in sums.items() if weight}


def rests(ledger: Ledger, *, as_of: date) -> dict[str, tuple[date | None, str]]:
    """Return everybody who should not be asked on a date: from when on they may be, and why.

    A person is ready on the first day on which all of this holds: the user's "not before" has
    come; the rest after the last ask is over (21 days, twice as long for each silence or refusal
    in a row since they last said yes, at most 168); and one more ask would not be above what they
    bear in a quarter (3, or what the user says). None as the day means never. An ask for which
    nothing shows an answer (`netgraph.journal.asks`) is open for 21 days; then it counts as
    silence. Whoever is not in the
    result may be asked at once.

    Examples
    --------
    >>> from netgraph.model.records import Ask, Step
    >>> steps = (Step(date(2026, 5, 1), "asked"), Step(date(2026, 5, 3), "declined"))
    >>> book = Ledger(asks=(Ask("a1", "tom", steps=steps),))
    >>> rests(book, as_of=date(2026, 5, 4))
    {'tom': (datetime.date(2026, 6, 14), 'they could not help on 2026-05-03: let it rest')}
    """
    demands = _demands(ask_states(ledger, as_of=as_of), as_of)
    noted = _noted(ledger.statements, as_of)
    found: dict[str, tuple[date | None, str]] = {}
    for i in dict.fromkeys([*noted, *demands]):
        until, why = _ready(demands.get(i, _Demand()), noted.get(i, {}), as_of)
        if until is None or until > as_of:
            found[i] = (until, why)
    return found


@part
def rests_on(view: AsOf) -> dict[str, tuple[date | None, str]]:
    """Return who `rests` on the day of a view, also because others asked them."""
    own = rests(view.ledger, as_of=view.day)
    if not view.elsewhere:
        return own
    later = {i: max((own.get(i, rest), rest), key=_until) for i, rest in view.elsewhere.items()}
    return {**own, **later}


def _until(rest: tuple[date | None, str]) -> date:
    """Return until when somebody rests; None is for ever."""
    return rest[0] or date.max


@part
def leave_on(view: AsOf) -> dict[str, date]:
    """Return until when the user noted to leave somebody alone, of those for whom it still holds.

    >>> said = Statement("s1", "tom", "not_before", date(2026, 6, 1))
    >>> leave_on(AsOf(Ledger(statements=(said,)), date(2026, 5, 4)))
    {'tom': datetime.date(2026, 6, 1)}
    """
    noted = _noted(view.ledger.statements, view.day)
    days = {i: said.get("not_before") for i, said in noted.items()}
    return {i: day for i, day in days.items() if isinstance(day, date) and day > view.day}


@part
def never_asked_on(view: AsOf) -> frozenset[str]:
    """Return whom the user noted never to ask.

    >>> said = Statement("s1", "tom", "never_ask", True)
    >>> sorted(never_asked_on(AsOf(Ledger(statements=(said,)), date(2026, 5, 4))))
    ['tom']
    """
    noted = _noted(view.ledger.statements, view.day)
    return frozenset(i for i, said in noted.items() if said.get("never_ask"))


def ready_on(ledger: Ledger, person: str, as_of: date) -> tuple[date | None, str]:
    """Return from when on a person may be asked, and why not before; see `rests`.

    The day is ``as_of`` with no reason if they may be asked at once, None if never.

    Examples
    --------
    >>> said = Statement("s1", "tom", "never_ask", True)
    >>> ready_on(Ledger(statements=(said,)), "tom", date(2026, 5, 4))
    (None, 'you noted not to ask them')
    """
    return rests(ledger, as_of=as_of).get(person, (as_of, ""))


def _demands(states: Iterable[AskState], as_of: date) -> dict[str, _Demand]:
    """Collect what was asked of everybody, in the order in which it was."""
    demands: dict[str, _Demand] = defaultdict(_Demand)
    for state in sorted(states, key=lambda s: (s.steps[0].day or date.min, s.ask.id)):
        demand = demands[state.ask.person]
        demand.asked += [(day, 1.0) for day in state.asked]
        if state.ask.introducer:
            demands[state.ask.introducer].asked += [(day, BY_NAME) for day in state.asked]
        if state.asked:
            _take_answer(demand, state, as_of)
    return demands


def _take_answer(demand: _Demand, state: AskState, as_of: date) -> None:
    """Note how long somebody rests after an ask that stands so."""
    yes, refused = state.said_yes(as_of), state.standing == Standing.DECLINED
    if yes is False:
        demand.unheard += 1
    elif yes:
        demand.unheard = 0
    since = max([*state.asked, *([state.since] if refused and state.since else [])])
    until = since + REST * 2 ** min(demand.unheard, LONGEST)
    if until >= demand.rests:
        demand.rests, demand.last, demand.refused = until, since, refused


def _noted(statements: Iterable[Statement], as_of: date) -> dict[str, dict[str, Any]]:
    """Return the user's limits by person and field; the newest statement holds."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for said in current(statements, as_of=as_of):
        if said.field in FIELDS:
            found[said.subject][said.field] = said.value
    return found


def _ready(demand: _Demand, noted: Mapping[str, Any], as_of: date) -> tuple[date | None, str]:
    """Return the first day on which somebody may be asked, and what holds until then."""
    if noted.get("never_ask"):
        return None, "you noted not to ask them"
    reasons = [(as_of, "")]
    if demand.rests > as_of:
        what = "they could not help" if demand.refused else "you asked"
        reasons.append((demand.rests, f"{what} on {demand.last}: let it rest"))
    if day := noted.get("not_before"):
        reasons.append((day, f"you noted not before {day}"))
    limit = noted.get("asks_per_quarter")
    most = ASKS_PER_QUARTER if limit is None else limit
    if most < 1:
        return None, "you noted no asks"
    if (free := _free_on(demand.asked, most, as_of)) > as_of:
        whose = "enough is" if limit is None else "you noted"
        reasons.append((free, f"asked enough for now: {whose} {most:g} a quarter"))
    return max(reasons, key=lambda r: r[0])


def _within(asked: Iterable[tuple[date, float]], day: date) -> float:
    """Return the sum of what was asked in the quarter up to a day."""
    return sum(weight for when, weight in asked if is_in_quarter(when, day))


def is_in_quarter(when: date, day: date) -> bool:
    """Return whether a day is in the quarter (91 days) up to another.

    >>> is_in_quarter(date(2026, 5, 1), date(2026, 7, 30))
    True
    >>> is_in_quarter(date(2026, 5, 1), date(2026, 7, 31))
    False
    """
    return day - QUARTER < when <= day


def _free_on(asked: list[tuple[date, float]], most: float, as_of: date) -> date:
    """Return the first day on which one more ask would not be above what is borne."""
    days = [as_of, *sorted(day + QUARTER for day, _ in asked if day + QUARTER > as_of)]
    return next(day for day in days if _within(asked, day) <= most - 1)
