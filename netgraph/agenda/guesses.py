"""What may have been an ask that nobody wrote down: "you wrote to Hana, she answered: was it one?"

Few people keep a log by hand for long. After a newer export or mailbox, a letter of ego's after
quiet weeks, to somebody with whom an open goal could have to do, is offered as an ask.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from netgraph.agenda.day_facts import DayFacts, employers_on, facts_on
from netgraph.agenda.names_given import spoken_day
from netgraph.identity.firms import firm_of, firms_on
from netgraph.journal.goals import open_goals
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf, lasting
from netgraph.model.base_record import Record
from netgraph.model.correspondence import days_until
from netgraph.model.records import EGO, EventKind

QUIET: Final = timedelta(days=21)
"""A letter after so long without one begins something."""

RECENT: Final = timedelta(days=60)
"""Older letters are not asked about."""

ANSWER_WITHIN: Final = timedelta(days=21)

LETTERS: Final = frozenset({EventKind.MESSAGE, EventKind.EMAIL, EventKind.INVITATION})
"""What is sent, and says nothing of what it was for."""


class Guess(Record, frozen=True):
    """Ego wrote to ``person`` on ``wrote``; they answered on ``answered``, None if not yet."""

    person: str
    wrote: date
    answered: date | None
    words: str
    action: Action


def guesses_on(view: AsOf) -> list[Guess]:
    """Return the letters that may have been asks, the newest first.

    Looked at are people at an employer that an open goal names, and the one person it names; those
    with something written down within three weeks of the letter, an ask, a talk or thanks, are left
    out: the letter was about that.

    >>> from netgraph.model.records import Correspondence, EventKind, Goal, Ledger, Person
    >>> wrote = Correspondence(EventKind.EMAIL, "me", "ana", (date(2026, 5, 1),), "mail")
    >>> back = Correspondence(EventKind.EMAIL, "ana", "me", (date(2026, 5, 3),), "mail")
    >>> goal = Goal("g", "cook", companies=("Acme",))
    >>> people = {"ana": Person("ana", "Ana Silva", company="Acme")}
    >>> book = Ledger(people, goals=(goal,), correspondence=(wrote, back))
    >>> [guess.words for guess in guesses_on(AsOf(book, date(2026, 5, 9)))]
    ['you wrote to Ana Silva on 1 May, and they answered on 3 May: was that your ask?']
    """
    known_of = _written_down(facts_on(view))
    sent, got = _letters(view)
    found = []
    for person in _wanted(view):
        wrote = _begun(sent.get(person, []), got.get(person, []), view.day)
        if wrote and not any(abs(day - wrote) <= QUIET for day in known_of.get(person, ())):
            found.append(_guess(view, person, wrote, got.get(person, [])))
    return sorted(found, key=lambda g: (-g.wrote.toordinal(), g.person))


def _written_down(facts: DayFacts) -> Mapping[str, list[date]]:
    """Return the days of all that is known of everybody beside letters."""
    found: dict[str, list[date]] = {}
    for i, events in facts.events.items():
        found[i] = [e.day for e in events if e.kind not in LETTERS and e.day]
    for state in facts.asks:
        found.setdefault(state.ask.person, []).extend(s.day for s in state.steps if s.day)
    for referral, steps in facts.referrals:
        for i in (referral.introducer, referral.person):
            found.setdefault(i, []).extend(s.day for s in steps if s.day)
    return found


def _guess(view: AsOf, person: str, wrote: date, got: list[date]) -> Guess:
    """Return one guess, with the action that writes it down."""
    later = got[bisect_right(got, wrote) :]
    answered = later[0] if later and later[0] - wrote <= ANSWER_WITHIN else None
    back = f", and they answered on {spoken_day(answered)}" if answered else ""
    name = view.ledger.people[person].name
    words = f"you wrote to {name} on {spoken_day(wrote)}{back}: was that your ask?"
    return Guess(person, wrote, answered, words, Action("ask", (person,), {"day": f"{wrote}"}))


def _wanted(view: AsOf) -> list[str]:
    """Return the people with whom an open goal could have to do."""
    firms: set[str | None] = set()
    people: set[str] = set()
    for goal in open_goals(view.ledger):
        firms |= {firms_on(view).one(name) or firm_of(view.ledger, name) for name in goal.companies}
        people |= {goal.person} if goal.person else set()
    for firm in filter(None, firms):
        people |= {*employers_on(view).get(firm, ())}
    return [i for i in view.ledger.people if i in people and i != EGO]


@lasting("correspondence")
def _letters(view: AsOf) -> tuple[Mapping[str, list[date]], Mapping[str, list[date]]]:
    """Return the days on which ego wrote to everybody, and on which they wrote to ego, in order."""
    sent: dict[str, list[date]] = {}
    got: dict[str, list[date]] = {}
    for some in view.ledger.correspondence:
        days = [day for day in days_until(some, view.day) if day]
        if some.giver == EGO:
            sent.setdefault(some.taker, []).extend(days)
        elif some.taker == EGO:
            got.setdefault(some.giver, []).extend(days)
    for those in (*sent.values(), *got.values()):
        those.sort()
    return sent, got


def _begun(sent: list[date], got: list[date], as_of: date) -> date | None:
    """Return the last day on which ego wrote after quiet weeks, None if that is long ago."""
    before: date | None = None
    begun: date | None = None
    for day, mine in sorted([(d, True) for d in sent] + [(d, False) for d in got]):
        if mine and (before is None or day - before >= QUIET):
            begun = day
        before = day
    return begun if begun and as_of - begun <= RECENT else None
