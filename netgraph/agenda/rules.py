"""What one owes to others around talks, rule by rule: when, to whom, why, and what settles it.

Each rule is a function from the facts of a day to what is due; `RULES` names them all, those of
`netgraph.agenda.ask_rules` too, the most important first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from netgraph.agenda.ask_rules import (
    answered,
    follow_up,
    guessed,
    let_go,
    no_day_found,
    planned_ask,
    second_person,
    write_to,
)
from netgraph.agenda.day_facts import FAVOURS, TALKED, DayFacts, day_of
from netgraph.agenda.duty import LAPSE, THANK_WITHIN, Due, Rule
from netgraph.agenda.reports import News, untold
from netgraph.journal.log import agreed_by, status, steps_until
from netgraph.measures.referrals import lineage_on
from netgraph.model.actions import Action
from netgraph.model.records import EGO, Event, EventKind, ReferralStatus
from netgraph.model.statements import current
from netgraph.model.text import fold

K = EventKind

THANKS_LATE: Final = timedelta(days=3)
REPORT_WITHIN: Final = timedelta(days=7)
PROMISE_WITHIN: Final = timedelta(days=7)
KEEP_IN_TOUCH: Final = 120
"""Days between contacts with somebody who gave ego a talk, unless the user says otherwise."""

LATEST: Final = 3
"""So many news are spelled out, the latest."""


def prepare(facts: DayFacts) -> Iterator[Due]:
    """Get ready the day before a planned talk."""
    for i, plan, day in facts.planned():
        if day >= facts.as_of and not facts.done(i, {K.PREPARED}, plan.day):
            when = "today" if day == facts.as_of else f"on {day}"
            why = f"You talk {when}: read up on them, and confirm the time."
            settled = _logged("prepared", i)
            yield Due(day - timedelta(days=1), "prepare", i, why, False, settled, plan.id)


def write_down(facts: DayFacts) -> Iterator[Due]:
    """Write down how a talk went that was planned for a day that has passed."""
    for i, plan, day in facts.planned():
        if day < facts.as_of:
            why = f"You meant to talk on {day}: how did it go?"
            yield Due(day, "write down", i, why, False, _debrief(i, day), plan.id)


def thank(facts: DayFacts) -> Iterator[Due]:
    """Say thank you within a day; after three it is late, after thirty it is let go."""
    for i, (day, what) in _unthanked(facts).items():
        late = facts.as_of > day + THANKS_LATE
        settled = _logged("thanked", i)
        talk = _not_thought_about(facts, i) if what == TALKED else None
        one_line = talk is not None and day_of(talk) == day
        more = ": thank them, and write down what you learned." if one_line else "."
        then = (_debrief(i, day),) if one_line else ()
        on = day if one_line else day + THANK_WITHIN  # what was learned is best kept the same day
        yield Due(on, "thank", i, f"{what} on {day}{more}", late, settled, instead=then)


def _unthanked(facts: DayFacts) -> dict[str, tuple[date, str]]:
    """Return for what to thank everybody: the first kindness of the last month without thanks."""
    first: dict[str, tuple[date, str]] = {}
    for i, day, what in facts.kindnesses():
        thanked = any(_gave(e, {K.THANKED}) and day_of(e) >= day for e in facts.events.get(i, ()))
        if not thanked and facts.as_of - day <= LAPSE:
            first[i] = min(first.get(i, (day, what)), (day, what))
    return first


def keep_promise(facts: DayFacts) -> Iterator[Due]:
    """Do what was promised by its day, a week after the promise if none was named."""
    for i, events in facts.events.items():
        favours = [e for e in events if _gave(e, FAVOURS | {K.PAID_FORWARD})]
        for promise in _unkept([e for e in events if _gave(e, {K.PROMISED})], favours):
            on = promise.due or day_of(promise) + PROMISE_WITHIN
            why = f"You promised on {promise.day}: {promise.note or 'something'}."
            settled = _logged("helped", i, note=promise.note)
            yield Due(on, "promise", i, why, facts.as_of > on, settled, promise.id)


def report(facts: DayFacts) -> Iterator[Due]:
    """Tell everybody up the chain what became of the door they opened."""
    for waiting in untold(facts.ledger, lineage_on(facts.view)):
        if waiting.person in facts.ledger.people:
            told = waiting.news[-LATEST:]  # what is named is what is due, older news besides
            on = (told[0].day or facts.as_of) + REPORT_WITHIN
            why = f"Would like to hear: {_all_told(facts, waiting.news)}."
            settled = _logged("reported", waiting.person)
            yield Due(on, "report", waiting.person, why, facts.as_of > on, settled)


def introduce(facts: DayFacts) -> Iterator[Due]:
    """Introduce two people who have both said yes."""
    for r in facts.ledger.referrals:
        agreed = r.introducer == EGO and status(r, as_of=facts.as_of) == ReferralStatus.AGREED
        if agreed and agreed_by(r, as_of=facts.as_of) == {r.person, r.to}:
            on = facts.after(steps_until(r, facts.as_of)[-1].day or facts.as_of, 1)
            why = f"{facts.name(r.person)} and {facts.name(r.to)} both said yes to meeting."
            done = Action("refer", (EGO, r.person), {"to": r.to, "status": "introduced"})
            yield Due(on, "introduce", r.person, why, facts.as_of > on, done, r.id)


def reflect(facts: DayFacts) -> Iterator[Due]:
    """Think about a talk on the day it was; where thanks are due for it, one line says both."""
    unthanked = _unthanked(facts)
    for i in facts.events:
        talk = _not_thought_about(facts, i)
        if talk and unthanked.get(i) != (day_of(talk), TALKED):
            day = day_of(talk)
            why = f"You talked on {day}: what did you learn, and does the goal still hold?"
            yield Due(day, "reflect", i, why, False, _debrief(i, day), talk.id)


def _not_thought_about(facts: DayFacts, i: str) -> Event | None:
    """Return the last talk with somebody if it was not long ago and nothing is written of it."""
    for talk in list(facts.talks(i))[-1:]:
        day = day_of(talk)
        done = facts.done(i, {K.REFLECTED}, day) or _debriefed(facts, i, day)
        if facts.as_of - day <= LAPSE and not done:
            return talk
    return None


def keep_in_touch(facts: DayFacts) -> Iterator[Due]:
    """Get in touch again, each person at their own pace, counted from the last real contact."""
    paces = {i: KEEP_IN_TOUCH for i in facts.events if any(facts.talks(i))}
    noted: dict[str, date] = {}
    for said in current(facts.ledger.statements, as_of=facts.as_of):
        if said.field == "keep_in_touch":
            paces[said.subject] = said.value if isinstance(said.value, int) else 0
            noted[said.subject] = said.day or facts.as_of
    for i, pace in paces.items():
        last = facts.last_contact(i)
        if pace and i in facts.ledger.people and (last or i in noted):
            on = (last or noted[i]) + timedelta(days=pace)
            why = f"Last in touch on {last}." if last else "You wanted to keep in touch."
            yield Due(on, "keep in touch", i, why, False, _logged("wrote", i))


RULES: Final[tuple[Rule, ...]] = (
    write_to,
    prepare,
    thank,
    keep_promise,
    introduce,
    report,
    write_down,
    reflect,
    planned_ask,
    answered,
    follow_up,
    second_person,
    let_go,
    no_day_found,
    guessed,
    keep_in_touch,
)


def _debrief(i: str, day: date) -> Action:
    """Return the action that writes down what a talk brought."""
    return Action("debrief", (i,), {"day": f"{day}"})


def _logged(kind: str, i: str, **fields: str) -> Action:
    """Return the action that writes down what was done with or for somebody."""
    return Action("log", (i,), {"kind": kind, **fields})


def _gave(event: Event, kinds: Iterable[EventKind]) -> bool:
    """Return whether ego did one of these for the other."""
    return event.giver == EGO and event.kind in kinds


def _debriefed(facts: DayFacts, i: str, day: date) -> bool:
    """Return whether a talk was written down, on its day or later."""
    return any(
        d.person == i and d.day is not None and day <= d.day <= facts.as_of
        for d in facts.ledger.debriefs
    )


def _unkept(promises: Iterable[Event], favours: Sequence[Event]) -> Iterator[Event]:
    """Yield the promises without a favour since; a favour keeps one, of the same words if any."""
    left = list(favours)
    waiting = []
    for promise in promises:
        same = [
            f for f in left if fold(f.note) == fold(promise.note) and day_of(f) >= day_of(promise)
        ]
        if same:
            left.remove(same[0])
        else:
            waiting.append(promise)
    for promise in waiting:
        later = [f for f in left if day_of(f) >= day_of(promise)]
        if later:
            left.remove(later[0])
        else:
            yield promise


def _all_told(facts: DayFacts, news: Sequence[News]) -> str:
    """Put the latest news into words, and how many there are besides."""
    words = [_told(facts, n) for n in news[-LATEST:]]
    more = len(news) - len(words)
    return "; ".join([*words, *([f"and {more} more"] if more else [])])


def _told(facts: DayFacts, news: News) -> str:
    """Put news into words."""
    if news.about == EGO:
        return f"you reached your goal, {news.what}"
    name = facts.name(news.about)
    when = f" ({news.day})" if news.day else ""
    return f"you met {name}{when}" if news.what == "met" else f"{name}: {news.what}{when}"
