"""The whole answer for a ledger: whom to ask next, whom to leave alone, what comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import islice
from typing import Final

import numpy as np
from msgspec.structs import replace

from netgraph.agenda.ask_rules import planned_ask, write_to
from netgraph.agenda.day_facts import DayFacts, day_of, facts_on
from netgraph.agenda.duty import Due
from netgraph.agenda.in_hand import Progress, at_rest_on, later_on, progress_on
from netgraph.agenda.rules import keep_promise, report, thank
from netgraph.graph.build import network_arcs_on
from netgraph.identity.firms import firms_on
from netgraph.journal.asks import asks_on
from netgraph.journal.doors import doors_on
from netgraph.journal.goals import revision
from netgraph.journal.limits import leave_on, never_asked_on, rests_on
from netgraph.measures.give_and_take import loads_on
from netgraph.model.actions import Hint
from netgraph.model.as_of import AsOf, parameters_on, part
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput, NetgraphError, UnknownName
from netgraph.model.records import EGO, EventKind, Goal, Statement
from netgraph.model.statements import current
from netgraph.model.text import fold
from netgraph.suggestions.calibration import Calibration, calibration_on
from netgraph.suggestions.context import ENOUGH, AskContext, GoalScores, ask_context, goal_scores
from netgraph.suggestions.criteria import Criteria, resumes_on, wants_of
from netgraph.suggestions.explanation import Explanation, explain
from netgraph.suggestions.features import features_on
from netgraph.suggestions.goal_specificity import sharpen, specificity_of
from netgraph.suggestions.replies import signs_with_ego_on
from netgraph.suggestions.sensitivity import places, words
from netgraph.suggestions.suggestion import Suggestion, best_view, chosen, ranked

SPECIFIC: Final = 0.5
"""Goals less specific than this are told what would sharpen them."""

DEBTS: Final = (write_to, thank, keep_promise, report, planned_ask)
"""What comes before a new ask, the most important first."""


class NotNow(Record, frozen=True):
    """Somebody to leave alone: until a day (None: for good), and why."""

    person: str
    until: date | None
    why: str


class Recommendations(Record, frozen=True):
    """Whom to ask next, best first; whom not now; what comes first.

    ``about_goals`` has what would sharpen the goals, or says that one wants to be looked at again;
    ``in_hand`` what is under way at the employers that the goals name; ``short`` says why there are
    fewer suggestions than wanted.
    """

    goals: tuple[Goal, ...]
    suggestions: tuple[Suggestion, ...]
    not_now: tuple[NotNow, ...]
    first: tuple[Due, ...]
    calibration: Calibration
    about_goals: tuple[Hint, ...] = ()
    in_hand: tuple[Progress, ...] = ()
    short: str = ""


def recommend(view: AsOf, goals: Sequence[Goal], *, limit: int | None = 10) -> Recommendations:
    """Return whom to ask next for some goals, with all that the facts say about it.

    Parameters
    ----------
    view
        Resolved facts as of a day.
    goals
        At least one.
    limit
        At most so many suggestions, chosen together; None for everybody who may be asked.

    Raises
    ------
    InvalidInput
        If there is no goal, or a number that the user noted cannot be read.

    Examples
    --------
    >>> from netgraph.model.records import Ledger, Person, Tie
    >>> ana = Person("ana", "Ana Silva", title="Data Scientist")
    >>> book = Ledger({"ana": ana}, ties=(Tie("t", "me", "ana"),))
    >>> told = recommend(AsOf(book, date(2026, 5, 1)), [Goal("g1", "data scientist")])
    >>> [s.name for s in told.suggestions], told.not_now, told.first
    (['Ana Silva'], (), ())
    """
    if not goals:
        raise InvalidInput("give at least one goal: whom to ask depends on it")
    scores = scores_on(view, goals)
    place, wanted = places(view, scores), {g.id for g in goals}
    found = chosen(scores, limit)
    not_now = tuple(_not_now(view, scores))
    return Recommendations(
        tuple(goals),
        tuple(
            replace(s, sensitivity=words(place[s.person])) if s.person in place else s
            for s in found
        ),
        not_now,
        tuple(debts(view)),
        calibration_on(view),
        tuple(_about_goals(view, scores, goals)),
        tuple(p for p in progress_on(view) if p.in_hand and p.goal in wanted),
        _short(len(found), limit, len(not_now)),
    )


def _short(found: int, limit: int | None, resting: int) -> str:
    """Say why there are fewer suggestions than wanted, "" if there are enough."""
    if limit is None or found >= limit:
        return ""
    if not found and not resting:
        return "nobody whom you know can be asked yet"
    left = f"; {resting} {'is' if resting == 1 else 'are'} to be left alone for now"
    return f"these are all who can be asked{left if resting else ''}"


def explanation(view: AsOf, goals: Sequence[Goal], person: str) -> Explanation:
    """Return the whole sum for one person, suggested or not.

    Raises
    ------
    UnknownName
        If the person is nobody in the facts, or ego.
    """
    if person not in view.ledger.people or person == EGO:
        raise UnknownName(f"{person!r} is nobody you could ask")
    return explain(scores_on(view, goals), person)


def scores_on(view: AsOf, goals: Sequence[Goal]) -> list[GoalScores]:
    """Return how each goal sees everybody."""
    context = _context_on(view)
    return [goal_scores(context, wants_of(g, context.G, firms=firms_on(view))) for g in goals]


def order_on(view: AsOf, goals: Sequence[Goal]) -> list[str]:
    """Return all who may be asked, by what an ask of them is worth, the most first."""
    scores = scores_on(view, goals)
    ids = scores[0].context.ids
    return [ids[i] for i in ranked(scores[0], best_view(scores)[1])]


def make_ready(view: AsOf) -> None:
    """Work out now what stays on the shelf of a view, so that nobody waits for it later.

    What is wrong with the facts is told to whoever asks for advice.
    """
    with suppress(NetgraphError):
        _context_on(view)


@part
def _context_on(view: AsOf) -> AskContext:
    """Return all of a view that does not depend on the goal."""
    return ask_context(
        network_arcs_on(view),
        asks=asks_on(view),
        referrals=view.ledger.referrals,
        rests={**at_rest_on(view), **rests_on(view)},
        later=later_on(view),
        reserved=[p.name for p in progress_on(view) if p.in_hand],
        first=[d.person for rule in (write_to, planned_ask) for d in rule(facts_on(view))],
        talked=_talked(facts_on(view)),
        after=facts_on(view).after,
        loads=loads_on(view),
        signs=signs_with_ego_on(view),
        hubs=hubs(view.ledger.statements, as_of=view.day),
        model=parameters_on(view),
        shift=calibration_on(view).shift,
        doors=doors_on(view),
        features=features_on(view),
        titles=resumes_on(view),
    )


def _talked(facts: DayFacts) -> dict[str, bool]:
    """Return who gave ego a talk, and whether they heard since what came of it."""
    last = {i: day_of(talk) for i in facts.events for talk in facts.talks(i)}
    return {i: facts.done(i, {EventKind.REPORTED}, day) for i, day in last.items()}


@part
def chances_on(view: AsOf) -> Mapping[str, float]:
    """Return how likely everybody whom ego knows says yes: the one chance that is told anywhere.

    >>> from netgraph.model.records import Ledger, Person, Tie
    >>> book = Ledger({"ana": Person("ana", "Ana")}, ties=(Tie("t", "me", "ana"),))
    >>> round(chances_on(AsOf(book, date(2026, 5, 1)))["ana"], 2)
    0.3
    """
    scores = goal_scores(_context_on(view), Criteria())
    return dict(zip(scores.context.ids, map(float, scores.score.chance), strict=True))


def hubs(statements: Iterable[Statement], *, as_of: date | None = None) -> list[str]:
    """Return whom the user says to ask about every target.

    >>> hubs([Statement("1", "ana", "hub", True), Statement("2", "ben", "hub", None)])
    ['ana']
    """
    said = current((s for s in statements if s.field == "hub"), as_of=as_of)
    return [s.subject for s in said if s.value]


def _about_goals(view: AsOf, scores: Sequence[GoalScores], goals: Sequence[Goal]) -> Iterator[Hint]:
    """Yield for each goal what would sharpen it if it is vague, or whether it still holds."""
    for goal, seen in zip(goals, scores, strict=True):
        fitting = int(seen.match.fits.sum())
        if specificity_of(goal) < SPECIFIC:
            hints: Iterable[Hint] = islice(sharpen(view.ledger, goal, fitting), 2)
        else:
            again = revision(view.ledger, goal, as_of=view.day)
            hints = [again] if again else []
        for hint in hints:
            yield replace(hint, words=f"{goal.text}: {hint.words}")


def debts(view: AsOf) -> Iterator[Due]:
    """Yield the thanks, promises and reports that are due before somebody new is asked."""
    facts, leave = facts_on(view), leave_on(view)
    for rule in DEBTS:
        found = [d for d in rule(facts) if d.on <= view.day + timedelta(days=1)]
        found = [d for d in found if d.person not in leave and d.kind != "let go?"]
        found = [d for d in found if d.kind != "ask" or d.person not in never_asked_on(view)]
        yield from sorted(found, key=lambda d: (d.on, fold(facts.name(d.person)), d.person))


def _not_now(view: AsOf, views: Sequence[GoalScores]) -> Iterator[NotNow]:
    """Yield whom to leave alone, who would help most first."""
    people = views[0].context.features.people
    worth = np.max([v.score.value for v in views], axis=0)
    often = np.all([v.past.asked >= ENOUGH for v in views], axis=0)
    twice = "you asked them twice for this goal: leave it at that"
    found: dict[str, tuple[date | None, str]] = {
        p: (None, twice) for p, i in people.items() if often[i]
    }
    found |= {p: why for p, why in views[0].context.rests.items() if p in people}
    for p in sorted(found, key=lambda p: (-worth[people[p]], people[p])):
        yield NotNow(p, *found[p])
