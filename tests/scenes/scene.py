"""A scene: a small network, a goal, what was written down, and what is said on a day.

The lines are those that a user would write, a day and a few words each; they go through
`netgraph.journal.log`, as the commands do.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from netgraph.agenda.due_list import due
from netgraph.agenda.duty import Due
from netgraph.identity.companies import company_key
from netgraph.journal import log as journal
from netgraph.model.as_of import AsOf
from netgraph.model.ids import identifier
from netgraph.model.records import (
    EGO,
    Correspondence,
    EventKind,
    Goal,
    Ledger,
    Organisation,
    Person,
    Position,
    Tie,
)
from netgraph.model.statements import statement
from netgraph.suggestions.recommendations import Recommendations, recommend
from netgraph.suggestions.suggestion import Suggestion
from tests.story import put

TODAY = date(2026, 8, 14)


@dataclass(frozen=True)
class Scene:
    """What an adviser would look at, on one day."""

    view: AsOf
    goals: tuple[Goal, ...]

    def told(self, limit: int = 10) -> Recommendations:
        return recommend(self.view, self.goals, limit=limit)

    def asked(self, limit: int = 10) -> list[str]:
        return [s.person for s in self.told(limit).suggestions]

    def about(self, person: str, limit: int = 30) -> Suggestion:
        return next(s for s in self.told(limit).suggestions if s.person == person)

    def today(self, days: int = 7) -> list[Due]:
        return due(self.view, days=days)

    def lines(self, person: str, days: int = 7) -> list[str]:
        return [d.kind for d in self.today(days) if d.person == person]


def person(
    i: str, title: str = "", company: str = "", closeness: str | None = ""
) -> dict[str, Any]:
    """Somebody ego knows as closely as is said; None for somebody only heard of."""
    return {"id": i, "title": title, "company": company, "closeness": closeness}


def scene(
    people: list[dict[str, Any]],
    lines: str = "",
    *,
    goal: Goal | tuple[Goal, ...],
    was: tuple[Position, ...] = (),
    letters: dict[str, int] | None = None,
    day: date = TODAY,
) -> Scene:
    """Set a scene; ``letters`` says how often somebody and ego wrote each other of late."""
    goals = goal if isinstance(goal, tuple) else (goal,)
    known = {
        p["id"]: Person(
            p["id"],
            f"{p['id'].title()} Moss",
            company=p["company"],
            title=p["title"],
            lead=p["closeness"] is None,
        )
        for p in people
    }
    ties = tuple(
        Tie(f"t{p['id']}", EGO, p["id"], closeness=p["closeness"])
        for p in people
        if p["closeness"] is not None
    )
    firms, spelling = _firms([*(p["company"] for p in people), *(p.organisation for p in was)])
    wrote = tuple(
        Correspondence(EventKind.MESSAGE, u, v, _days(n, day), "linkedin")
        for i, n in (letters or {}).items()
        for u, v in ((i, EGO), (EGO, i))
    )
    ledger = Ledger(
        {EGO: Person(EGO, "Robin"), **known},
        firms,
        positions=was,
        ties=ties,
        goals=goals,
        spelling=spelling,
        correspondence=wrote,
    )
    for line in lines.strip().splitlines():
        ledger = _written(ledger, line)
    return Scene(AsOf(ledger, day), tuple(g for g in ledger.goals if not g.steps))


def later(scene_: Scene, day: date) -> Scene:
    """The same scene on another day."""
    return Scene(AsOf(scene_.view.ledger, day), scene_.goals)


def _days(n: int, day: date) -> tuple[date, ...]:
    return tuple(day - timedelta(days=3 + 4 * k) for k in reversed(range(n)))


def _firms(names: list[str]) -> tuple[dict[str, Organisation], dict[str, str]]:
    by_key: dict[str, list[str]] = {}
    for name in dict.fromkeys(filter(None, names)):
        by_key.setdefault(company_key(name), []).append(name)
    firms = {
        identifier("o", key): Organisation(identifier("o", key), spelt[0], spellings=tuple(spelt))
        for key, spelt in by_key.items()
    }
    return firms, {name: i for i, firm in firms.items() for name in firm.spellings}


def _written(ledger: Ledger, line: str) -> Ledger:
    day_, word, *rest = shlex.split(line)
    day = date.fromisoformat(day_)
    names = [part for part in rest if "=" not in part]
    more: dict[str, Any] = dict(part.split("=", 1) for part in rest if "=" in part)
    if word == "say":
        facts = [statement(names[0], field, text, day) for field, text in more.items()]
        return replace(ledger, statements=(*ledger.statements, *facts))
    if word in ("ask", "refer"):
        make: Any = getattr(journal, word)
        return put(ledger, make(ledger, *names, day=day, **more))
    due_ = date.fromisoformat(more.pop("by")) if "by" in more else None
    event = journal.event(ledger, word, names[0], day=day, due=due_, **more)
    settled = journal.settled_by(ledger, event)
    return put(replace(ledger, events=(*ledger.events, event)), *settled)
