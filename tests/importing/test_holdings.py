"""What one wants to hear of an import first, counted by hand."""

from __future__ import annotations

from datetime import date

from netgraph.importing.holdings import Summary, summary
from netgraph.importing.importer import Imported
from netgraph.model.records import EGO, Event, EventKind, Fact, Ledger, Person, Source, Tie
from netgraph.sources import Reading

DAY = date(2026, 5, 1)
ME = Person(EGO, "Robin Ostrow")
ANA, ANN, BEN = Person("ana", "Ana"), Person("ann", "Ana"), Person("ben", "Ben")
LINKEDIN = Source("linkedin", "linkedin", EGO, "LinkedIn", date(2026, 4, 1))


def wrote(i: str, giver: str, taker: str, day: date | None, count: int = 1) -> Event:
    return Event(i, EventKind.MESSAGE, day, giver, taker, count=count)


def taken(
    *facts: Fact, kind: str = "x", me: Person = ME, alias: dict[str, str] | None = None,
    extra: tuple[Fact, ...] = (),
) -> Imported:  # fmt: skip
    people = {f.id: f for f in facts if isinstance(f, Person)} | {EGO: me}
    ties = tuple(f for f in facts if isinstance(f, Tie))
    after = Ledger(people, ties=ties, alias=alias or {})
    return Imported((Reading("a", kind, facts=facts),), (*facts, *extra), Ledger(), after)


def test_people_are_counted_once_and_ego_is_not() -> None:
    found = summary(taken(ME, ANA, ANN, BEN, alias={"ann": "ana"}), as_of=DAY)

    assert 2 == found.people


def test_who_wrote_with_the_owner_and_how_many_letters() -> None:
    facts = (
        wrote("e1", EGO, "ana", date(2025, 1, 1), 3),
        wrote("e2", "ann", EGO, date(2025, 3, 1)),
        Event("e3", EventKind.EMAIL, None, "ben", EGO),
        Event("e4", EventKind.MET, date(2024, 1, 1), EGO, "cy"),
    )
    found = summary(taken(*facts, alias={"ann": "ana"}), as_of=DAY)

    assert (2, 5) == (found.wrote, found.messages)
    assert (date(2024, 1, 1), date(2025, 3, 1)) == (found.first, found.last)


def test_days_are_those_of_events_ties_and_lists_and_none_is_to_come() -> None:
    facts = (LINKEDIN, Tie("t", EGO, "ana", since=date(2019, 1, 1)),
             wrote("e", EGO, "ana", date(2026, 5, 2)))  # fmt: skip
    found = summary(taken(*facts), as_of=DAY)

    assert (date(2019, 1, 1), date(2026, 4, 1)) == (found.first, found.last)


def test_nothing_in_it_is_said_as_nothing() -> None:
    assert Summary("Robin Ostrow", False, (), 0, 0, 0, None, None, ()) == summary(
        taken(), as_of=DAY
    )


def test_whose_data_it_is() -> None:
    theirs = Source("bo-linkedin", "linkedin", "bo", "LinkedIn")
    bo = Person("bo", "Bo Chen")

    lent = summary(taken(bo, ANA, theirs), as_of=DAY)
    assert ("Bo Chen", True, 1) == (lent.owner, lent.lent, lent.people)
    both = summary(taken(bo, theirs, LINKEDIN), as_of=DAY)
    assert ("Robin Ostrow", False, ("LinkedIn",)) == (both.owner, both.lent, both.sources)
    unnamed = summary(taken(LINKEDIN, me=Person(EGO, "You")), as_of=DAY)
    assert ("", False) == (unnamed.owner, unnamed.lent)


def test_of_whom_in_a_table_nothing_says_that_ego_knows_them() -> None:
    facts = (ANA, ANN, BEN, Tie("t", "ben", EGO))

    assert ("ana", "ann") == summary(taken(*facts, kind="table"), as_of=DAY).not_said
    assert ("ana",) == summary(
        taken(*facts, kind="table", alias={"ann": "ana"}), as_of=DAY
    ).not_said
    assert () == summary(taken(*facts, kind="google"), as_of=DAY).not_said
