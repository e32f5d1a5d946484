"""The whole answer for a ledger: whom to ask next, whom to leave alone, what comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

import numpy as np

from netgraph.agenda.day_facts import desk
from netgraph.agenda.rules import SECOND_PERSON_AFTER, Due, keep_promise, report, thank
from netgraph.journal.goals import revision
from netgraph.journal.limits import rests
from netgraph.journal.log import steps_until
from netgraph.measures.give_and_take import load
from netgraph.model.actions import Hint
from netgraph.model.dates import business_days_after
from netgraph.model.errors import UnknownName
from netgraph.model.parameters import WRITTEN, parameters_from
from netgraph.model.records import EGO, AskStatus, EventKind, Goal, Ledger, Statement
from netgraph.model.statements import current
from netgraph.model.text import fold
from netgraph.suggestions.calibration import Calibration, calibrate
from netgraph.suggestions.context import ENOUGH, GoalScores, Rests, scene, view
from netgraph.suggestions.criteria import wants_of
from netgraph.suggestions.explanation import Explanation, explain
from netgraph.suggestions.goal_specificity import sharpen, specificity_of
from netgraph.suggestions.sensitivity import places, words
from netgraph.suggestions.suggestion import Suggestion, best_view, chosen, employer

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph

SPECIFIC: Final = 0.5
"""Goals less specific than this are told what would sharpen them."""

DEBTS: Final = (thank, keep_promise, report)
"""What comes before a new ask, the most important first."""

TRACES: Final = WRITTEN | {EventKind.ENDORSEMENT}
"""What no thanks are owed for, and most of what there is."""


@dataclass(frozen=True, slots=True)
class NotNow:
    """Somebody to leave alone: until a day (None: for good), and why."""

    person: str
    until: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Whom to ask next, best first; whom not now; what comes first.

    ``about_goals`` has what would sharpen the goals, or says that one wants to be looked at again.
    """

    goals: tuple[Goal, ...]
    suggestions: tuple[Suggestion, ...]
    not_now: tuple[NotNow, ...]
    first: tuple[Due, ...]
    calibration: Calibration
    about_goals: tuple[Hint, ...] = ()


def recommend(
    ledger: Ledger, G: TieGraph, goals: Sequence[Goal], *, limit: int | None = 10
) -> Recommendations:
    """Return whom to ask next for some goals, with all that the ledger says about it.

    Parameters
    ----------
    ledger
        Resolved facts.
    G
        Their network as of a day, from `netgraph.graph.build.network`.
    goals
        At least one.
    limit
        At most so many suggestions, chosen together; None for everybody who may be asked.

    Raises
    ------
    InvalidInput
        If a limit or a number that the user noted cannot be read.

    Examples
    --------
    >>> from netgraph.graph.build import network
    >>> from netgraph.model.records import Person, Tie
    >>> ana = Person("ana", "Ana Silva", title="Data Scientist")
    >>> book = Ledger({"ana": ana}, ties=(Tie("t", "me", "ana"),))
    >>> G = network(book, as_of=date(2026, 5, 1))
    >>> told = recommend(book, G, [Goal("g1", "data scientist")])
    >>> [s.name for s in told.suggestions], told.not_now, told.first
    (['Ana Silva'], (), ())
    """
    as_of: date = G.graph["as_of"]
    kept = calibrate(ledger, as_of=as_of)
    resting, waiting = rests(ledger, as_of=as_of), colleagues(ledger, G)
    views = _views(ledger, G, goals, {**waiting, **resting}, kept.shift)
    place = places(ledger, views)
    return Recommendations(
        tuple(goals),
        tuple(
            replace(s, sensitivity=words(place[s.person])) if s.person in place else s
            for s in chosen(views, limit)
        ),
        tuple(_not_now(views, resting, waiting, limit)),
        tuple(debts(ledger, as_of=as_of)),
        kept,
        tuple(_about_goals(ledger, views, goals, as_of)),
    )


def explanation(ledger: Ledger, G: TieGraph, goals: Sequence[Goal], person: str) -> Explanation:
    """Return the whole sum for one person, suggested or not.

    Raises
    ------
    UnknownName
        If the person is nobody in the graph, or ego.
    """
    if person not in G or person == G.graph["ego"]:
        raise UnknownName(f"{person!r} is nobody you could ask")
    as_of: date = G.graph["as_of"]
    resting = {**colleagues(ledger, G), **rests(ledger, as_of=as_of)}
    shift = calibrate(ledger, as_of=as_of).shift
    return explain(_views(ledger, G, goals, resting, shift), person)


def _views(
    ledger: Ledger, G: TieGraph, goals: Sequence[Goal], resting: Rests, shift: float
) -> list[GoalScores]:
    """Return the scene of a ledger as each goal sees it."""
    model = parameters_from(ledger.statements, as_of=G.graph["as_of"])
    there = scene(
        G,
        asks=ledger.asks,
        referrals=ledger.referrals,
        rests=resting,
        loads=load(ledger, as_of=G.graph["as_of"], model=model),
        hubs=hubs(ledger.statements, as_of=G.graph["as_of"]),
        model=model,
        shift=shift,
    )
    firms = {s: ledger.organisations[i].name for s, i in ledger.spelling.items()}
    return [view(there, wants_of(goal, G, firms=firms)) for goal in goals]


def hubs(statements: Iterable[Statement], *, as_of: date | None = None) -> list[str]:
    """Return whom the user says to ask about every target.

    >>> hubs([Statement("1", "ana", "hub", "yes"), Statement("2", "ben", "hub", "")])
    ['ana']
    """
    said = current((s for s in statements if s.field == "hub"), as_of=as_of)
    return [s.subject for s in said if s.value]


def _about_goals(
    ledger: Ledger, views: Sequence[GoalScores], goals: Sequence[Goal], as_of: date
) -> Iterator[Hint]:
    """Yield for each goal what would sharpen it if it is vague, or whether it still holds."""
    for goal, seen in zip(goals, views, strict=True):
        fitting = int(seen.match.fits.sum())
        if specificity_of(goal) < SPECIFIC:
            hints: Iterable[Hint] = islice(sharpen(ledger, goal, fitting), 2)
        else:
            again = revision(ledger, goal, as_of=as_of)
            hints = [again] if again else []
        for hint in hints:
            yield replace(hint, words=f"{goal.text}: {hint.words}")


def debts(ledger: Ledger, *, as_of: date) -> Iterator[Due]:
    """Yield the thanks, promises and reports that are due before somebody new is asked."""
    events = tuple(e for e in ledger.events if e.kind not in TRACES)
    if not events and not ledger.referrals:
        return
    facts = desk(replace(ledger, events=events, correspondence=()), as_of=as_of)
    for rule in DEBTS:
        found = [d for d in rule(facts) if d.on <= as_of + timedelta(days=1)]
        yield from sorted(found, key=lambda d: (d.on, fold(facts.name(d.person)), d.person))


def colleagues(ledger: Ledger, G: TieGraph) -> Rests:
    """Return who waits because somebody at their employer was asked just now: until when, why.

    One asks one person of an employer at a time, the next after three business days of silence.
    """
    waiting: dict[str, tuple[date | None, str]] = {}
    asked = dict(_just_asked(ledger, G.graph["as_of"]))
    firms = {firm: p for p in asked if p in G and (firm := employer(G.nodes[p]))}
    for person, data in G.nodes(data=True) if firms else ():
        firm = employer(data) if data["kind"] == "person" else ""
        colleague = firms.get(firm)
        if colleague and person != EGO and person not in asked:
            name = G.nodes[colleague]["name"]
            waiting[person] = asked[colleague], f"you just asked {name}, also at {firm}"
    return waiting


def _just_asked(ledger: Ledger, as_of: date) -> Iterator[tuple[str, date]]:
    """Yield who was asked lately and has not answered, and until when their colleagues wait."""
    for ask in ledger.asks:
        steps = steps_until(ask, as_of)
        if steps and steps[-1].status == AskStatus.ASKED and steps[-1].day:
            until = business_days_after(steps[-1].day, SECOND_PERSON_AFTER, country="")
            if until > as_of:
                yield ask.person, until


def _not_now(
    views: Sequence[GoalScores], resting: Rests, waiting: Rests, limit: int | None
) -> Iterator[NotNow]:
    """Yield whom to leave alone, who would help most first.

    Of the colleagues of somebody asked just now only those are named who would be among the best.
    """
    people = views[0].scene.board.people
    worth = np.max([v.score.value for v in views], axis=0)
    ready = np.sort(best_view(views)[1])[::-1][: limit or None]
    bar = max(ready[-1], 0.0) if limit and len(ready) else 0.0
    often = np.all([v.past.asked >= ENOUGH for v in views], axis=0)
    twice = "you asked them twice for this goal: leave it at that"
    found = {p: why for p, why in waiting.items() if worth[people[p]] >= bar}
    found |= {p: (None, twice) for p, i in people.items() if often[i]}
    found |= {p: why for p, why in resting.items() if p in people}
    for p in sorted(found, key=lambda p: (-worth[people[p]], people[p])):
        yield NotNow(p, *found[p])
