"""Whom to thank when a goal is reached."""

from __future__ import annotations

from netgraph.agenda.reports import untold
from netgraph.measures.referrals import lineage_on
from netgraph.model.actions import Action, Hint
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO


def thanks_due(view: AsOf) -> tuple[Hint, ...]:
    """Return whom to tell that a goal is reached: all who opened a door and have not heard yet.

    >>> from datetime import date
    >>> from netgraph.model.records import Goal, Ledger, Person, Referral, Step
    >>> named = Referral("r", "ben", "dora", steps=(Step(date(2026, 5, 4), "met"),))
    >>> goal = Goal("g1", "cook", steps=(Step(date(2026, 5, 9), "done"),))
    >>> book = Ledger.of(Person("ben", "Ben"), Person("dora", "Dora"), named, goal)
    >>> [hint.words for hint in thanks_due(AsOf(book, date(2026, 5, 9)))]
    ['Ben, who led you to Dora']
    """
    tree, people = lineage_on(view), view.ledger.people
    found = []
    for waiting in untold(view.ledger, tree):
        if waiting.person in people and any(news.about == EGO for news in waiting.news):
            led = [people[v].name for v in tree.children(waiting.person) if v in people]
            more = f" and {len(led) - 2} more" if len(led) > 2 else ""
            words = f"{people[waiting.person].name}, who led you to {', '.join(led[:2])}{more}"
            told = Action("log", (waiting.person,), {"kind": "reported"})
            found.append(Hint(words, told))
    return tuple(found)
