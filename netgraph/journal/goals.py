"""Goals: what ego looks for, how it is set, and which one is meant."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import Final

from msgspec.structs import replace

from netgraph.identity.firms import firms_of
from netgraph.journal.log import TALKS
from netgraph.model.actions import Action, Hint
from netgraph.model.as_of import AsOf, part
from netgraph.model.errors import AmbiguousName, InvalidInput, UnknownName
from netgraph.model.records import EGO, EventKind, Goal, Ledger, Step
from netgraph.model.text import clean, fold

OPEN: Final = "open"
DONE: Final = "done"
TALKS_TEACH: Final = 5
"""After so many talks a goal is offered for revision."""

_AT = re.compile(r"\b(?:at|with|for|bei|chez|en|presso)\s+([^,;.]+)")


def is_open(goal: Goal) -> bool:
    """Return whether the goal is still looked for."""
    return not goal.steps or goal.steps[-1].status != DONE


def make_goal(ledger: Ledger, goal: Goal, *, day: date) -> Goal:
    """Return a goal ready for the ledger: cleaned, with an id, an opening step, and its companies.

    A company of the ledger that the text names after "at" is taken as one of its companies, and
    the first words of a name mean the one company that begins so.

    Raises
    ------
    InvalidInput
        If the goal says nothing, or its level of seniority is not understood.
    AmbiguousName
        If the first words of a company's name fit several.

    Examples
    --------
    >>> make_goal(Ledger(), Goal("", " data scientist "), day=date(2026, 5, 1)).id
    'g1'
    """
    text = clean(goal.text)
    parts = (goal.companies, goal.roles, goal.fields, goal.places, goal.person)
    if not fold(text) and not any(parts):
        raise InvalidInput("say what you look for, such as: data scientist in climate tech")
    if goal.seniority and not _is_level(goal.seniority):
        raise InvalidInput(
            f"{goal.seniority!r} is no level we know; try junior, senior, lead, director or head"
        )
    taken = {g.id for g in ledger.goals}
    number = next(n for n in range(1, len(taken) + 2) if f"g{n}" not in taken)
    said = (_meant(ledger, clean(company)) for company in goal.companies)
    companies = dict.fromkeys([*said, *_named_companies(ledger, text)])
    return replace(
        goal,
        id=goal.id or f"g{number}",
        text=text or _in_words(goal),
        companies=tuple(c for c in companies if c),
        steps=goal.steps or (Step(day, OPEN),),
    )


def reworded(ledger: Ledger, old: Goal, new: Goal, *, day: date) -> list[Goal]:
    """Return a goal in other words from a day on, and its earlier words, which hold until then.

    Raises
    ------
    InvalidInput
        As `make_goal`, or if the goal was changed on a later day already.

    Examples
    --------
    >>> old = make_goal(Ledger(), Goal("", "nurse"), day=date(2026, 5, 1))
    >>> book = Ledger(goals=(old,))
    >>> now, before = reworded(book, old, replace(old, text="midwife"), day=date(2026, 6, 1))
    >>> now.text, before.text, before.version_of
    ('midwife', 'nurse', 'g1')
    """
    steps = (*old.steps, _step(old, Step(day, OPEN, f"was: {old.text}")))
    before = replace(old, id=f"{old.id}.{len(old.steps)}", version_of=old.id)
    return [make_goal(ledger, replace(new, steps=steps), day=day), before]


def finished(goal: Goal, *, day: date, note: str = "") -> Goal:
    """Return a goal that was reached, or given up, on a day.

    >>> finished(Goal("g1", "nurse"), day=date(2026, 5, 1)).steps[-1].status
    'done'
    """
    return replace(goal, steps=(*goal.steps, _step(goal, Step(day, DONE, clean(note)))))


def _step(goal: Goal, step: Step) -> Step:
    """Return a step of a goal, unless a later one was taken already."""
    later = [s.day for s in goal.steps if s.day and step.day and s.day > step.day]
    if later:
        raise InvalidInput(f"it was changed on {max(later)} already: give that day or a later one")
    return step


def _in_words(goal: Goal) -> str:
    """Say a goal that has no text of its own."""
    what = ", ".join((*goal.roles, *goal.fields)) or "people"
    return what + (f" at {', '.join(goal.companies)}" if goal.companies else "")


def _named_companies(ledger: Ledger, text: str) -> list[str]:
    """Return the companies of the ledger that the text names after "at"."""
    firms = firms_of(ledger)
    named = (firms.one(part.strip()) for part in _AT.findall(text))
    return [firms.by_id[i].name for i in named if i]


def _meant(ledger: Ledger, company: str) -> str:
    """Return the company of the ledger that the first words of its name mean, else the words."""
    firms = firms_of(ledger)
    if firms.exactly(company) or not firms.meant(company):
        return company
    return firms.by_id[firms.find(company)].name


def find_goal(ledger: Ledger, words: str = "") -> Goal:
    """Return the goal that is meant: by id or part of its text, else the open one set first.

    Raises
    ------
    UnknownName
        If there is none.
    AmbiguousName
        If the words fit several.

    Examples
    --------
    >>> goals = (Goal("g1", "data scientist"), Goal("g2", "teacher"))
    >>> find_goal(Ledger(goals=goals), "teach").id, find_goal(Ledger(goals=goals)).id
    ('g2', 'g1')
    """
    if not words:
        going = open_goals(ledger)
        if not going:
            raise UnknownName(
                "you have no goal yet", action=Action("goal add", ("data scientist",))
            )
        return going[0]
    exact = [g for g in ledger.goals if g.id == words.strip()]
    found = exact or [g for g in ledger.goals if fold(words) in fold(g.text)]
    if not found:
        known = "; ".join(f"{g.id} {g.text}" for g in sorted(ledger.goals, key=_order))
        raise UnknownName(
            f"no goal is called {words!r}" + (f"; there are: {known}" if known else "")
        )
    if len(found) > 1:
        lines = [f"{g.id} {g.text}" for g in sorted(found, key=_order)]
        raise AmbiguousName(f"{words!r} could be several goals; name one by its id", lines)
    return found[0]


def open_goals(ledger: Ledger) -> list[Goal]:
    """Return the goals that are still looked for, in the order they were set."""
    return sorted(filter(is_open, ledger.goals), key=_order)


def goals_meant(ledger: Ledger, words: str = "") -> list[Goal]:
    """Return the goal that words mean, every open one without words.

    Raises
    ------
    UnknownName, AmbiguousName
        If the words mean none, or several.
    """
    return [find_goal(ledger, words)] if words else open_goals(ledger)


@part
def goals_on(view: AsOf) -> list[Goal]:
    """Return the goals that were looked for on a day, with the steps taken by then.

    >>> later = Goal("g1", "nurse", steps=(Step(date(2026, 6, 1), "open"),))
    >>> goals_on(AsOf(Ledger(goals=(later,)), date(2026, 5, 1)))
    []
    """
    known = []
    for goal in view.ledger.goals:
        steps = tuple(s for s in goal.steps if not s.day or s.day <= view.day)
        if steps or not goal.steps:
            known.append(replace(goal, steps=steps))
    return open_goals(dataclasses.replace(view.ledger, goals=tuple(known)))


def revision(ledger: Ledger, goal: Goal, *, as_of: date) -> Hint | None:
    """Ask whether a goal still holds, once there were `TALKS_TEACH` talks since one looked at it.

    Every talk teaches something about a goal. None as long as there were fewer. One looked at it
    when it was changed, and when one thought about the search as a whole.

    >>> revision(Ledger(), Goal("g1", "nurse"), as_of=date(2026, 5, 1)) is None
    True
    """
    thought = (e.day for e in ledger.events if e.kind == EventKind.REFLECTED and e.taker == EGO)
    looked = [day for day in (*(s.day for s in goal.steps), *thought) if day and day <= as_of]
    since = max(looked, default=date.min)
    days = [e.day for e in ledger.events if e.kind in TALKS and EGO in (e.giver, e.taker)]
    talks = sum(day is not None and since < day <= as_of for day in days)
    if talks < TALKS_TEACH:
        return None
    asks = f"{talks} talks since you last looked at it: does it still hold?"
    return Hint(asks, Action("goal edit", (goal.id,)))


def _order(goal: Goal) -> tuple[date, int, str]:
    """Sort goals by the day they were set, then by number."""
    number = int(goal.id[1:]) if goal.id[1:].isdecimal() else 0
    return (next((s.day for s in goal.steps if s.day), date.min), number, goal.id)


def _is_level(words: str) -> bool:
    """Tell whether words say how far up somebody is."""
    from netgraph.titles.occupations import seniority  # noqa: PLC0415 - only for a new goal

    return seniority(words) is not None
