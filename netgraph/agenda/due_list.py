"""The list of what is due: every rule of `netgraph.agenda.rules`, the most important first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from netgraph.agenda.day_facts import desk
from netgraph.agenda.rules import RULES, SECOND_PERSON_AFTER, Due, unanswered
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Ledger
from netgraph.model.statements import current
from netgraph.model.text import fold

PER_DAY: Final = 7
"""How many of these somebody can do in a day beside everything else."""


def due(
    ledger: Ledger,
    *,
    as_of: date,
    days: int = 7,
    country: str | None = None,
    limit: int | None = None,
) -> list[Due]:
    """Return what is due on a day or will be within some days more.

    What is due already comes before what is yet to come; within each, the order is that of
    `netgraph.agenda.rules.RULES`, then the longest due.

    Parameters
    ----------
    ledger
        Resolved facts; what happened after ``as_of`` counts for nothing.
    as_of
        The day.
    days
        How many days to look ahead, 0 or more.
    country
        Two letters for the public holidays; None takes what the user noted of themselves.
    limit
        At most so many; None for all.

    Raises
    ------
    InvalidInput
        If ``days`` is negative, the limit is below 1, or the country is not known.

    Examples
    --------
    >>> from netgraph.model.records import Event, EventKind, Person
    >>> book = Ledger(
    ...     {"ana": Person("ana", "Ana Silva")},
    ...     events=(Event("e1", EventKind.INTERVIEW, date(2026, 5, 4), "ana", "me"),),
    ... )
    >>> [first] = due(book, as_of=date(2026, 5, 4), limit=1)
    >>> first.on.isoformat(), first.kind, first.action.verb, first.action.who
    ('2026-05-04', 'reflect', 'log', ('ana',))
    """
    if days < 0 or (limit is not None and limit < 1):
        raise InvalidInput("give 0 or more days to look ahead, and a limit of 1 or more")
    place = home(ledger, as_of=as_of) if country is None else country
    facts = desk(ledger, as_of=as_of, country=place)
    last = as_of + timedelta(days=days)
    found = [
        (
            item.on > as_of,
            rank,
            item.on,
            fold(facts.name(item.person)),
            item.person,
            item.about,
            item,
        )
        for rank, rule in enumerate(RULES)
        for item in rule(facts)
        if item.on <= last
    ]
    return [row[-1] for row in sorted(found, key=lambda row: row[:-1])][:limit]


def colleague_asked(ledger: Ledger, person: str, *, as_of: date) -> str:
    """Return why to wait before asking somebody whose colleague has just been asked, "" if not.

    Two people at one employer are not asked at once: the second has three business days.

    >>> from netgraph.model.records import Ask, Person, Step
    >>> book = Ledger(
    ...     {i: Person(i, i.title(), company="Acme") for i in ("ana", "ben")},
    ...     asks=(Ask("a1", "ana", steps=(Step(date(2026, 5, 4), "asked"),)),),
    ... )
    >>> colleague_asked(book, "ben", as_of=date(2026, 5, 5))
    'you asked Ana, who is at Acme too, on 2026-05-04: wait for an answer until 2026-05-07'
    """
    facts = desk(ledger, as_of=as_of, country=home(ledger, as_of=as_of))
    there = next((team for team in facts.employers().values() if person in team), [])
    for ask, steps in facts.asks:
        if ask.person in there and ask.person != person and unanswered(ask, steps, as_of):
            asked = steps[0].day or as_of
            until = facts.after(asked, SECOND_PERSON_AFTER)
            if as_of < until:
                who = f"{facts.name(ask.person)}, who is at {ledger.people[person].company} too"
                return f"you asked {who}, on {asked}: wait for an answer until {until}"
    return ""


def home(ledger: Ledger, *, as_of: date) -> str:
    """Return the country whose holidays the user keeps on a day, "" if they did not say."""
    said = (s for s in ledger.statements if (s.subject, s.field) == (EGO, "country"))
    return next((s.value for s in current(said, as_of=as_of)), "")
