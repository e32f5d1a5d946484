"""What one owes to others, rule by rule: when, to whom, why, and what settles it.

Each rule is a function from the facts of a day to what is due; `RULES` names them all, the most
important first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, TypeAlias

from netgraph.agenda.day_facts import FAVOURS, DayFacts, day_of
from netgraph.agenda.reports import News, untold
from netgraph.journal.limits import REST, rests
from netgraph.journal.log import OPEN_ASK, agreed_by, days_asked, status, steps_until
from netgraph.measures.referrals import lineage
from netgraph.model.actions import Action
from netgraph.model.records import EGO, Ask, AskStatus, Event, EventKind, ReferralStatus, Step
from netgraph.model.statements import current
from netgraph.model.text import fold

K = EventKind

THANK_WITHIN: Final = timedelta(days=1)
THANKS_LATE: Final = timedelta(days=3)
REPORT_WITHIN: Final = timedelta(days=7)
PROMISE_WITHIN: Final = timedelta(days=7)
KEEP_IN_TOUCH: Final = 120
"""Days between contacts with somebody who gave ego a talk, unless the user says otherwise."""

LAPSE: Final = timedelta(days=30)
"""A thank-you, a thought or a second letter that is later than this is let go."""

LATEST: Final = 3
"""So many news are spelled out, the latest."""

FOLLOW_UP_AFTER: Final = 7
SECOND_PERSON_AFTER: Final = 3
"""Business days without an answer."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something to do: from ``on`` on it is due, and ``action`` settles it when it is done.

    ``about`` is the id of the fact it rests on, "" if it is the person alone; with ``kind`` and
    ``person`` it stays the same from day to day.
    """

    on: date
    kind: str
    person: str
    why: str
    overdue: bool
    action: Action
    about: str = ""


Rule: TypeAlias = Callable[[DayFacts], Iterator[Due]]


def prepare(desk: DayFacts) -> Iterator[Due]:
    """Get ready the day before a planned talk."""
    for i, plan, day in desk.planned():
        if day >= desk.as_of and not desk.done(i, {K.PREPARED}, plan.day):
            why = f"You talk on {day}: read up on them, and confirm the time."
            settled = _logged("prepared", i)
            yield Due(day - timedelta(days=1), "prepare", i, why, False, settled, plan.id)


def write_down(desk: DayFacts) -> Iterator[Due]:
    """Write down how a talk went that was planned for a day that has passed."""
    for i, plan, day in desk.planned():
        if day < desk.as_of:
            why = f"You meant to talk on {day}: how did it go?"
            yield Due(
                day, "write down", i, why, False, _logged("interview", i, on=f"{day}"), plan.id
            )


def thank(desk: DayFacts) -> Iterator[Due]:
    """Say thank you within a day; after three it is late, after thirty it is let go."""
    first: dict[str, tuple[date, str]] = {}
    for i, day, what in desk.kindnesses():
        thanked = any(_gave(e, {K.THANKED}) and day_of(e) >= day for e in desk.events.get(i, ()))
        if not thanked and desk.as_of - day <= LAPSE:
            first[i] = min(first.get(i, (day, what)), (day, what))
    for i, (day, what) in first.items():
        late = desk.as_of > day + THANKS_LATE
        settled = _logged("thanked", i)
        yield Due(day + THANK_WITHIN, "thank", i, f"{what} on {day}.", late, settled)


def keep_promise(desk: DayFacts) -> Iterator[Due]:
    """Do what was promised by its day, a week after the promise if none was named."""
    for i, events in desk.events.items():
        favours = [e for e in events if _gave(e, FAVOURS | {K.PAID_FORWARD})]
        for promise in _unkept([e for e in events if _gave(e, {K.PROMISED})], favours):
            on = promise.due or day_of(promise) + PROMISE_WITHIN
            why = f"You promised on {promise.day}: {promise.note or 'something'}."
            settled = _logged("helped", i, note=promise.note)
            yield Due(on, "promise", i, why, desk.as_of > on, settled, promise.id)


def report(desk: DayFacts) -> Iterator[Due]:
    """Tell everybody up the chain what became of the door they opened."""
    for waiting in untold(desk.ledger, lineage(desk.ledger, as_of=desk.as_of)):
        if waiting.person in desk.ledger.people:
            on = (waiting.news[0].day or desk.as_of) + REPORT_WITHIN
            why = f"Would like to hear: {_all_told(desk, waiting.news)}."
            settled = _logged("reported", waiting.person)
            yield Due(on, "report", waiting.person, why, desk.as_of > on, settled)


def introduce(desk: DayFacts) -> Iterator[Due]:
    """Introduce two people who have both said yes."""
    for r in desk.ledger.referrals:
        agreed = r.introducer == EGO and status(r, as_of=desk.as_of) == ReferralStatus.AGREED
        if agreed and agreed_by(r, as_of=desk.as_of) == {r.person, r.to}:
            on = desk.after(steps_until(r, desk.as_of)[-1].day or desk.as_of, 1)
            why = f"{desk.name(r.person)} and {desk.name(r.to)} both said yes to meeting."
            done = Action("refer", (EGO, r.person), {"to": r.to, "status": "introduced"})
            yield Due(on, "introduce", r.person, why, desk.as_of > on, done, r.id)


def follow_up(desk: DayFacts) -> Iterator[Due]:
    """Ask once more after seven business days without an answer; after seven more, let it be."""
    for ask, steps in desk.asks:
        asked = days_asked(steps)
        if not asked or steps[-1].status != AskStatus.ASKED:
            continue
        on = desk.after(asked[-1], FOLLOW_UP_AFTER)
        again = Action("ask", (ask.person,), {"target": ask.target} if ask.target else {})
        since = f"No answer since {asked[-1]}"
        if len(asked) == 1 and desk.as_of - on <= LAPSE:
            why, late = f"{since}: write once more, then let it be.", desk.as_of > on
            yield Due(on, "follow up", ask.person, why, late, again, ask.id)
        else:
            why, over = f"{since}, and that is fine.", {**again.fields, "outcome": "silent"}
            settled = replace(again, fields=over)
            yield Due(on, "let go", ask.person, why, False, settled, ask.id)


def second_person(desk: DayFacts) -> Iterator[Due]:
    """Ask somebody else at an employer after three business days of silence, one at a time."""
    open_asks = {a.person for a, steps in desk.asks if steps[-1].status in OPEN_ASK}
    silent = {a.person: (a, s[0].day) for a, s in desk.asks if unanswered(a, s, desk.as_of)}
    resting = rests(desk.ledger, as_of=desk.as_of) if silent else {}
    for there in desk.employers().values() if silent else ():
        waiting = [i for i in there if i in open_asks]
        others = [i for i in there if i not in open_asks and i not in resting]
        free = [i for i in others if not desk.ledger.people[i].gone]
        if len(waiting) == 1 and waiting[0] in silent and free:
            ask, day = silent[waiting[0]]
            i = min(free, key=lambda i: _distance(desk, i))
            why = (
                f"{desk.name(ask.person)} has not answered since {day}; "
                f"{desk.name(i)} is at {desk.ledger.people[i].company} too."
            )
            on = desk.after(day or desk.as_of, SECOND_PERSON_AFTER)
            yield Due(on, "second person", i, why, False, Action("ask", (i,)), ask.id)


def reflect(desk: DayFacts) -> Iterator[Due]:
    """Think about a talk on the day it was."""
    for i in desk.events:
        for talk in list(desk.talks(i))[-1:]:
            day = day_of(talk)
            if desk.as_of - day <= LAPSE and not desk.done(i, {K.REFLECTED}, day):
                why = f"You talked on {day}: what did you learn, and does the goal still hold?"
                yield Due(day, "reflect", i, why, False, _logged("reflected", i), talk.id)


def keep_in_touch(desk: DayFacts) -> Iterator[Due]:
    """Get in touch again, each person at their own pace, counted from the last real contact."""
    paces = {i: KEEP_IN_TOUCH for i in desk.events if any(desk.talks(i))}
    noted: dict[str, date] = {}
    for said in current(desk.ledger.statements, as_of=desk.as_of):
        if said.field == "keep_in_touch":
            paces[said.subject] = int(said.value) if said.value.isdecimal() else 0
            noted[said.subject] = said.day or desk.as_of
    for i, pace in paces.items():
        last = desk.last_contact(i)
        if pace and i in desk.ledger.people and (last or i in noted):
            on = (last or noted[i]) + timedelta(days=pace)
            why = f"Last in touch on {last}." if last else "You wanted to keep in touch."
            yield Due(on, "keep in touch", i, why, False, _logged("wrote", i))


RULES: Final[tuple[Rule, ...]] = (
    prepare,
    thank,
    keep_promise,
    introduce,
    report,
    write_down,
    reflect,
    follow_up,
    second_person,
    keep_in_touch,
)


def _logged(kind: str, i: str, **fields: str) -> Action:
    """Return the action that writes down what was done with or for somebody."""
    return Action("log", (i,), {"kind": kind, **fields})


def _gave(event: Event, kinds: Iterable[EventKind]) -> bool:
    """Return whether ego did one of these for the other."""
    return event.giver == EGO and event.kind in kinds


def unanswered(ask: Ask, steps: Sequence[Step], as_of: date) -> bool:
    """Return whether somebody was asked for a talk once, not long ago, and has not answered."""
    asked = days_asked(steps)
    once = len(asked) == len(steps) == 1 and ask.want == "interview"
    return once and as_of - asked[0] < REST


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


def _all_told(desk: DayFacts, news: Sequence[News]) -> str:
    """Put the latest news into words, and how many there are besides."""
    words = [_told(desk, n) for n in news[-LATEST:]]
    more = len(news) - len(words)
    return "; ".join([*words, *([f"and {more} more"] if more else [])])


def _told(desk: DayFacts, news: News) -> str:
    """Put news into words."""
    if news.about == EGO:
        return f"you reached your goal, {news.what}"
    name = desk.name(news.about)
    when = f" ({news.day})" if news.day else ""
    return f"you met {name}{when}" if news.what == "met" else f"{name}: {news.what}{when}"


def _distance(desk: DayFacts, i: str) -> tuple[int, str, str]:
    """Return a key that puts whom ego was in touch with last first."""
    last = desk.last_contact(i) or date.min
    return -last.toordinal(), fold(desk.name(i)), i
