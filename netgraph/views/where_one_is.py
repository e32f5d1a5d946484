"""Where a search is, in a few words: asks without an answer, the next talk, thanks that are due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from netgraph.agenda.day_facts import facts_on
from netgraph.agenda.duty import Due
from netgraph.journal.asks import Standing, asks_on
from netgraph.model.actions import Hint
from netgraph.model.as_of import AsOf
from netgraph.model.records import EventKind
from netgraph.views.next_steps import after_ask

SOON: Final = timedelta(days=14)
"""A talk within these days is told."""


def what_is_open(view: AsOf, due: Iterable[Due]) -> tuple[str, ...]:
    """Return what is open on a day, one thing each; ``due`` is what is due on it.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Ask, Event, EventKind, Ledger, Person, Step
    >>> day = date(2026, 5, 1)
    >>> asked = Ask("a", "ben", steps=(Step(day, "asked"),))
    >>> plan = Event("e", EventKind.PLANNED, day, "me", "ana", due=date(2026, 5, 2))
    >>> people = {"ana": Person("ana", "Ana"), "ben": Person("ben", "Ben")}
    >>> what_is_open(AsOf(Ledger(people, events=(plan,), asks=(asked,)), day), ())
    ('1 ask waits for an answer', 'a talk with Ana tomorrow')
    """
    thanks = len({item.person for item in due if item.kind == "thank"})
    waiting = sum(state.standing == Standing.WAITING for state in asks_on(view))
    found = [f"{waiting} ask{'s wait' if waiting > 1 else ' waits'} for an answer"] * bool(waiting)
    found += _talks(view)
    found += [f"{thanks} thank-you{'s are' if thanks > 1 else ' is'} due"] * bool(thanks)
    return tuple(found)


def to_settle(view: AsOf) -> Hint | None:
    """Return the talk whose day is to be settled first: a yes since the longest, no talk planned.

    >>> from datetime import date
    >>> from netgraph.model.records import Ask, Ledger, Person, Step
    >>> day = date(2026, 5, 1)
    >>> yes = Ask("a", "ana", steps=(Step(day, "agreed"),))
    >>> book = Ledger({"ana": Person("ana", "Ana Silva")}, asks=(yes,))
    >>> to_settle(AsOf(book, day)).words
    'settle with Ana Silva when you talk, and write it down'
    """
    planned = {i for i, _, day in facts_on(view).planned() if day >= view.day}
    agreed = [
        state
        for state in asks_on(view)
        if state.standing == Standing.AGREED and state.ask.person not in planned
    ]
    for state in sorted(agreed, key=lambda s: (s.since or view.day, s.ask.id)):
        hint = after_ask(state.ask)
        if hint and hint.action and hint.action.fields.get("kind") == EventKind.PLANNED:
            name = view.ledger.people[state.ask.person].name
            return Hint(f"settle with {name} when you talk, and write it down", hint.action)
    return None


def _talks(view: AsOf) -> Iterator[str]:
    """Yield the talk that comes next, and how many more soon."""
    facts = facts_on(view)
    coming = sorted(
        (day, facts.name(i)) for i, _, day in facts.planned() if view.day <= day <= view.day + SOON
    )
    if coming:
        day, name = coming[0]
        days = (day - view.day).days
        when = "today" if not days else "tomorrow" if days == 1 else f"in {days} days"
        more = f" (and {len(coming) - 1} more soon)" if len(coming) > 1 else ""
        yield f"a talk with {name} {when}{more}"
