"""What happened and was said, told of human beings instead of records."""

from __future__ import annotations

from datetime import date

from netgraph.identity.told import Who, retold, through
from netgraph.model.kinds import named
from netgraph.model.records import (
    EGO,
    Appointment,
    Ask,
    Debrief,
    Event,
    EventKind,
    Evidence,
    Goal,
    Ledger,
    Means,
    Referral,
    Relation,
    Statement,
    Wish,
)

DAY = date(2026, 5, 1)
NOBODY: frozenset[str] = frozenset()


def event(i: str, giver: str, taker: str, source: str = "linkedin") -> Event:
    return Event(i, EventKind.MESSAGE, DAY, giver, taker, source=source)


def ids(ledger: Ledger, who: Who) -> list[str]:
    return [e.id for e in retold(ledger, who)["events"]]


def test_every_id_is_that_of_who_stands_for_it() -> None:
    book = Ledger(events=(event("e", "p2", EGO),), asks=(Ask("k", "p2", introducer="p3"),))
    found = retold(book, Who(NOBODY, NOBODY, NOBODY, {"p2": "p1", "p3": "p4"}))

    assert ("p1", EGO) == (found["events"][0].giver, found["events"][0].taker)
    assert ("p1", "p4") == (found["asks"][0].person, found["asks"][0].introducer)


def test_of_nobody_in_particular_nothing_is_told() -> None:
    book = Ledger(events=(event("e1", "x", EGO), event("e2", EGO, "x"), event("e3", "y", EGO)))

    assert ["e3"] == ids(book, Who(frozenset({"x"}), NOBODY, NOBODY, {}))


def test_what_a_friends_source_tells_of_ego_is_in_egos_own() -> None:
    book = Ledger(
        events=(event("e1", "bo", EGO, "theirs"), event("e2", "bo", "r", "theirs"),
                event("e3", "bo", "cy", "theirs"), event("e4", "bo", EGO, "mine"))
    )  # fmt: skip

    assert ["e3", "e4"] == ids(book, Who(NOBODY, NOBODY, frozenset({"theirs"}), {"r": EGO}))


def test_what_two_exports_tell_is_told_once() -> None:
    book = Ledger(events=(event("e1", "old", EGO), event("e2", "new", EGO)))

    assert ["e2"] == ids(book, Who(NOBODY, frozenset({"old"}), NOBODY, {"old": "new"}))


def test_nobody_is_anything_to_themselves() -> None:
    said = (Relation("r1", "p1", "p2", "friend of", "friend of"),
            Relation("r2", "p1", "p3", "friend of", "friend of"))  # fmt: skip
    found = retold(Ledger(relations=said), Who(NOBODY, NOBODY, NOBODY, {"p2": "p1"}))

    assert ["r2"] == [r.id for r in found["relations"]]


def test_without_aliases_facts_stay_the_very_same() -> None:
    events, wishes = (event("e", "a", EGO),), (Wish("w", "Acme"),)

    assert events is through({}, events)
    assert wishes is retold(Ledger(wishes=wishes), Who(NOBODY, NOBODY, NOBODY, {}))["wishes"]


def test_whatever_is_told_of_a_record_is_told_of_who_stands_for_it() -> None:
    about = "p2"
    book = Ledger.of(
        event("e", about, "p3"), Ask("k", about, introducer="p3"), Referral("f", about, "p3", EGO),
        Goal("g", "", person=about), Relation("r", about, EGO, "friend of", "friend of"),
        Appointment("w", "e", about), Statement("s", about, "hub", True), Debrief("d", about, DAY),
        Evidence("v", about, DAY, "h", True),
    )  # fmt: skip
    facts = [
        fact
        for some in retold(book, Who(NOBODY, NOBODY, NOBODY, {about: "p1"})).values()
        for fact in some
    ]

    assert 9 == len(facts)
    assert all("p1" in named(fact, Means.PERSON, Means.SUBJECT) for fact in facts)
    assert not any(about in named(fact, Means.PERSON, Means.SUBJECT) for fact in facts)
