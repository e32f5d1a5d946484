"""Faults in the user's data, reported as values: nothing here raises and nothing is changed.

To add a check, write a function from ledger and date to problems and name it in `CHECKS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from netgraph.measures.referrals import lineage
from netgraph.model.actions import Action
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, YOU, Ask, Ledger, Referral
from netgraph.model.statements import UNREADABLE


class Problem(Record, frozen=True):
    """One fault: what it is about, what is wrong and how to mend it."""

    where: str
    message: str
    action: Action | None = None


def referral_loops(ledger: Ledger, as_of: date) -> Iterator[Problem]:
    """People who, by what was recorded, introduced one another in a circle."""
    for referral in lineage(ledger, as_of=as_of).loops:
        introducer, person = (ledger.people[i].name for i in (referral.introducer, referral.person))
        yield Problem(
            referral.id,
            f"a circle of introductions: {introducer} passed on {person}, but stands below them in "
            "the tree; it is left out there",
        )


def steps_in_order(ledger: Ledger, as_of: date) -> Iterator[Problem]:
    """Asks and referrals whose steps go back in time."""
    facts: list[Ask | Referral] = [*ledger.asks, *ledger.referrals]
    for fact in facts:
        days = [step.day for step in fact.steps if step.day]
        if days != sorted(days):
            name = ledger.people[fact.person].name
            yield Problem(fact.id, f"the steps about {name} are not in the order of their dates")


def things_to_come(ledger: Ledger, as_of: date) -> Iterator[Problem]:
    """What was logged for a day after the one we look from."""
    late = [e for e in ledger.events if e.source == YOU and e.day and e.day > as_of]
    if late:
        first = min(late, key=lambda e: (e.day or date.max, e.id))
        yield Problem(
            first.id,
            f"{len(late)} logged events lie after {as_of}; they count from their day on",
        )


def undated_events(ledger: Ledger, as_of: date) -> Iterator[Problem]:
    """Events whose date is not known; they are kept and count for nothing that fades."""
    undated = Counter(e.source for e in ledger.events if e.day is None)
    for some in ledger.correspondence:
        undated[some.source] += some.days.count(None)
    for source, count in sorted((+undated).items()):
        yield Problem(source, f"{count} events have no date that could be read")


def unreadable(ledger: Ledger, as_of: date) -> Iterator[Problem]:
    """What was noted and cannot be read; nothing follows from it."""
    for said in ledger.statements:
        if said.field == UNREADABLE:
            about = ledger.people.get(said.subject)
            what = f"of {about.name}" if about else f"of {said.subject}"
            yield Problem(said.subject, f"what you noted {what} cannot be read: {said.value}")


def nameless(ledger: Ledger, as_of: date) -> Iterator[Problem]:
    """People without a name."""
    for person in ledger.people.values():
        if not person.name and person.id != EGO:
            named = Action("edit", (person.id,), {"name": "NAME"})
            yield Problem(person.id, "has no name; give it one", named)


CHECKS: Final[tuple[Callable[[Ledger, date], Iterator[Problem]], ...]] = (
    nameless,
    referral_loops,
    steps_in_order,
    things_to_come,
    undated_events,
    unreadable,
)


def check(ledger: Ledger, *, as_of: date) -> list[Problem]:
    """Run every check.

    >>> check(Ledger(), as_of=date(2026, 5, 1))
    []
    """
    return [problem for one in CHECKS for problem in one(ledger, as_of)]
