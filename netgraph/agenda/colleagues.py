"""Two people at one employer are not asked at once: who waits, until when, and for whose answer.

The next may be asked after three business days of silence, in the user's country; after seven where
a goal names the employer, so that it is in hand, or a close friend was asked. `suggest`, `ask` and
`today` all take it from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from netgraph.agenda.day_facts import employers_on, facts_on
from netgraph.graph.ties import ties_with_ego
from netgraph.identity.firms import firm_of, firms_on
from netgraph.journal.asks import REST, Standing
from netgraph.journal.goals import open_goals
from netgraph.model.as_of import AsOf, part
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Goal

SECOND_PERSON_AFTER: Final = 3
"""Business days without an answer after which somebody else at the employer may be asked."""

PATIENT: Final = 7
"""The same where a goal names the employer, or a close friend was asked."""

FRIEND: Final = 0.5
"""From this strength on somebody is a close friend."""


class Waiting(Record, frozen=True):
    """An employer where ``asked`` has been asked on ``day`` and has not answered.

    ``people`` are the others there, who wait until ``until``; ``ask`` is the id of the ask,
    ``alone`` whether no other ask is open at the employer.
    """

    asked: str
    day: date
    until: date
    people: tuple[str, ...]
    ask: str
    alone: bool


@part
def employers_waiting(view: AsOf) -> tuple[Waiting, ...]:
    """Return the employers where somebody was asked, of late and in vain so far.

    What counts is an ask for a talk or an introduction; help with something else holds nobody up.
    """
    facts = facts_on(view)
    newest: dict[str, tuple[date, str]] = {}
    for state in facts.asks:
        waits = state.standing == Standing.WAITING and state.ask.want != "help"
        if waits and state.asked and view.day - state.asked[-1] < REST:
            made = state.asked[-1], state.ask.id
            newest[state.ask.person] = max(made, newest.get(state.ask.person, made))
    if not newest:
        return ()
    open_asks = facts.open_asks()
    wanted = {firm for goal in open_goals(view.ledger) for firm in firms_of(view, goal)}
    found = []
    for firm, people in employers_on(view).items():
        if silent := [i for i in people if i in newest]:
            day, i, asked = max((*newest[i], i) for i in silent)
            others = tuple(i for i in people if i not in newest)
            patient = firm in wanted or _is_friend(view, asked)
            until = facts.after(day, PATIENT if patient else SECOND_PERSON_AFTER)
            alone = sum(i in open_asks for i in people) == 1
            found.append(Waiting(asked, day, until, others, i, alone))
    return tuple(found)


def firms_of(view: AsOf, goal: Goal) -> frozenset[str]:
    """Return what the employers that a goal names are known by."""
    firms = firms_on(view)
    return frozenset(firms.one(c) or firm_of(view.ledger, c) or c for c in goal.companies)


def _is_friend(view: AsOf, person: str) -> bool:
    """Return whether somebody is close to ego: a friend is not pressed."""
    tie = ties_with_ego(view, [person]).get_edge_data(EGO, person)
    return tie is not None and float(tie["strength"]) >= FRIEND


def colleagues_on(view: AsOf) -> Mapping[str, tuple[date, str]]:
    """Return who waits because a colleague was just asked: until when, and why.

    >>> from netgraph.model.records import Ask, Ledger, Person, Step
    >>> book = Ledger(
    ...     {i: Person(i, i.title(), company="Acme") for i in ("ana", "ben")},
    ...     asks=(Ask("a1", "ana", steps=(Step(date(2026, 5, 4), "asked"),)),),
    ... )
    >>> colleagues_on(AsOf(book, date(2026, 5, 5)))["ben"]
    (datetime.date(2026, 5, 7), 'you asked Ana, who is at Acme too, on 2026-05-04')
    """
    people = view.ledger.people
    found: dict[str, tuple[date, str]] = {}
    for waiting in employers_waiting(view):
        for i in waiting.people if waiting.until > view.day else ():
            who = f"{people[waiting.asked].name}, who is at {people[i].company} too"
            why = f"you asked {who}, on {waiting.day}"
            found[i] = max((waiting.until, why), found.get(i, (waiting.until, why)))
    return found


def colleague_asked(view: AsOf, person: str) -> str:
    """Return why to wait before asking somebody whose colleague has just been asked, "" if not."""
    waiting = colleagues_on(view).get(person)
    return f"{waiting[1]}: wait for an answer until {waiting[0]}" if waiting else ""
