"""The whole answer for a ledger: whom to ask next, whom to leave alone, what comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from netgraph.calendar import business_days_after
from netgraph.calibration import Calibration, calibration
from netgraph.desk import desk
from netgraph.duties import SECOND_PERSON_AFTER, Due, keep_promise, report, thank
from netgraph.entries import steps_until
from netgraph.favours import WRITTEN, model_from
from netgraph.limits import rests
from netgraph.reciprocity import load
from netgraph.records import EGO, AskStatus, Goal, Ledger, Statement
from netgraph.scene import ENOUGH, Rests, Scene, View, scene, view
from netgraph.suggestions import Suggestion, best_view, chosen
from netgraph.text import fold
from netgraph.wants import wants_of

if TYPE_CHECKING:
    from netgraph.schema import TieGraph

DEBTS: Final = (thank, keep_promise, report)
"""What comes before a new ask, the most important first."""


@dataclass(frozen=True, slots=True)
class NotNow:
    """Somebody to leave alone: until a day (None: for good), and why."""

    person: str
    until: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Counsel:
    """Whom to ask next, best first; whom not now; what comes first."""

    goals: tuple[Goal, ...]
    suggestions: tuple[Suggestion, ...]
    not_now: tuple[NotNow, ...]
    first: tuple[Due, ...]
    calibration: Calibration


def counsel(
    ledger: Ledger, G: TieGraph, goals: Sequence[Goal], *, limit: int | None = 10
) -> Counsel:
    """Return whom to ask next for some goals, with all that the ledger says about it.

    Parameters
    ----------
    ledger
        Resolved facts.
    G
        Their network as of a day, from `netgraph.network.network`.
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
    >>> from netgraph.network import network
    >>> from netgraph.records import Person, Tie
    >>> ana = Person("ana", "Ana Silva", title="Data Scientist")
    >>> book = Ledger({"ana": ana}, ties=(Tie("t", "me", "ana"),))
    >>> told = counsel(book, network(book, as_of=date(2026, 5, 1)), [Goal("g1", "data scientist")])
    >>> [s.name for s in told.suggestions], told.not_now, told.first
    (['Ana Silva'], (), ())
    """
    kept = calibration(ledger, as_of=G.graph["as_of"])
    resting, waiting = _resting(ledger, G)
    there = scene_of(ledger, G, waiting | resting, shift=kept.shift)
    views = [view(there, wants_of(goal, G)) for goal in goals]
    return Counsel(
        tuple(goals),
        tuple(chosen(views, limit)),
        tuple(_not_now(views, resting, waiting, limit)),
        tuple(debts(ledger, as_of=G.graph["as_of"])),
        kept,
    )


def scene_of(ledger: Ledger, G: TieGraph, resting: Rests, *, shift: float = 0.0) -> Scene:
    """Make ready what a ledger says, whatever the goal."""
    model = model_from(ledger.statements)
    return scene(
        G,
        asks=ledger.asks,
        referrals=ledger.referrals,
        rests=resting,
        loads=load(ledger, as_of=G.graph["as_of"], model=model),
        hubs=hubs(ledger.statements),
        model=model,
        shift=shift,
    )


def hubs(statements: Iterable[Statement]) -> list[str]:
    """Return whom the user says to ask about every target.

    >>> hubs([Statement("1", "ana", "hub", "yes"), Statement("2", "ben", "hub", "")])
    ['ana']
    """
    said = [s for s in statements if s.field == "hub"]
    newest = {s.subject: s.value for s in sorted(said, key=lambda s: (s.day or date.min, s.id))}
    return [person for person, value in newest.items() if value]


def debts(ledger: Ledger, *, as_of: date) -> Iterator[Due]:
    """Yield the thanks, promises and reports that are due before somebody new is asked."""
    events = tuple(e for e in ledger.events if e.kind not in WRITTEN)
    facts = desk(replace(ledger, events=events), as_of=as_of)
    for rule in DEBTS:
        found = [d for d in rule(facts) if d.on <= as_of + timedelta(days=1)]
        yield from sorted(found, key=lambda d: (d.on, fold(facts.name(d.person)), d.person))


def _resting(ledger: Ledger, G: TieGraph) -> tuple[Rests, dict[str, tuple[date | None, str]]]:
    """Return who rests for their own sake, and who because a colleague was asked just now."""
    as_of: date = G.graph["as_of"]
    resting = rests(ledger, as_of=as_of)
    waiting: dict[str, tuple[date | None, str]] = {}
    asked = dict(_just_asked(ledger, as_of))
    firms = {G.nodes[p]["company"]: p for p in asked if p in G and G.nodes[p]["company"]}
    for person, data in G.nodes(data=True) if firms else ():
        colleague = firms.get(data.get("company", ""))
        if colleague and person not in (EGO, colleague, *resting):
            name = G.nodes[colleague]["name"]
            until = asked[colleague]
            waiting[person] = until, f"you just asked {name}, also at {data['company']}"
    return resting, waiting


def _just_asked(ledger: Ledger, as_of: date) -> Iterator[tuple[str, date]]:
    """Yield who was asked lately and has not answered, and until when their colleagues wait."""
    for ask in ledger.asks:
        steps = steps_until(ask, as_of)
        if steps and steps[-1].status == AskStatus.ASKED and steps[-1].day:
            until = business_days_after(steps[-1].day, SECOND_PERSON_AFTER, country="")
            if until > as_of:
                yield ask.person, until


def _not_now(
    views: Sequence[View], resting: Rests, waiting: Rests, limit: int | None
) -> Iterator[NotNow]:
    """Yield whom to leave alone, who would help most first.

    Of the colleagues of somebody asked just now only those are named who would be among the best.
    """
    there = views[0].scene
    worth = {p: max(float(v.score.value[i]) for v in views) for p, i in there.board.people.items()}
    best, value = best_view(views)
    last = sorted((x for x in value if x >= 0), reverse=True)[: limit or None]
    bar = last[-1] if last and limit else 0.0
    found = {p: why for p, why in waiting.items() if p in worth and worth[p] >= bar}
    twice = "you asked them twice for this goal: leave it at that"
    enough = [
        p for p, i in there.board.people.items() if all(v.past.asked[i] >= ENOUGH for v in views)
    ]
    found |= dict.fromkeys(enough, (None, twice)) | {
        p: why for p, why in resting.items() if p in worth
    }
    for p in sorted(found, key=lambda p: (-worth[p], there.board.people[p])):
        yield NotNow(p, *found[p])
