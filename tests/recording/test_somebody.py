"""Whom a record is about: somebody known, or somebody new who is written down along with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.model.errors import AmbiguousName, UnknownName
from netgraph.model.records import EGO, Ask, Event, EventKind, Ledger, Match, Person, Referral, Step
from netgraph.recording.somebody import found_or_new, put, target_of
from netgraph.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)
PEOPLE = [
    Person("ana", "Ana Silva", company="Acme"),
    Person("ann", "Ana Silva"),
    Person("ben", "Ben Ode", company="Prince"),
    Person("pri", "Prince"),
]
BOOK = Ledger({p.id: p for p in PEOPLE})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        with opened.change("people", at=NOW) as change:
            change.put(PEOPLE)
        yield opened


def test_who_is_known_is_found_and_nobody_is_made(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        assert PEOPLE[2] == found_or_new(BOOK, change, "ben", day=DAY, new=True)
        assert 4 == change.count(Person)


def test_who_is_not_there_is_made_only_if_said_to_be_new(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        with pytest.raises(UnknownName):
            found_or_new(BOOK, change, "Zoe", day=DAY, new=False)
        zoe = found_or_new(BOOK, change, "Zoe (Delta)", day=DAY, new=True, lead=True)
        assert ("Zoe", "Delta", True, DAY) == (zoe.name, zoe.company, zoe.lead, zoe.day)
        assert zoe == change.facts(Person)[zoe.id]


def test_a_name_of_two_is_asked_about_even_if_somebody_new_may_be_meant(store: Store) -> None:
    with store.change("x", at=NOW) as change, pytest.raises(AmbiguousName):
        found_or_new(BOOK, change, "Ana Silva", day=DAY, new=True)


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("ben", "ben"),
        ("Acme", "Acme"),
        ("PRINCE", "PRINCE"),  # an employer goes before a person
        ("Ana Silva", "Ana Silva"),  # it could be two
        ("somebody in wind", "somebody in wind"),
        ("", ""),
        ("--", "--"),
    ],
)
def test_a_target_is_a_person_or_stays_words(words: str, target: str) -> None:
    assert target == target_of(BOOK, words)


def test_what_is_stored_keeps_its_people_and_gets_the_new_steps(store: Store) -> None:
    asked = Step(DAY, "asked")
    ask, name = Ask("k", "ann", steps=(asked,)), Referral("r", "ann", "ben", steps=(asked,))
    with store.change("x", at=NOW) as change:
        put(change, [ask, name, Match("m", "ana", "ann", True)])
    later = (asked, Step(DAY, "agreed"))
    met = Event("e", EventKind.MET, DAY, EGO, "ana")
    with store.change("y", at=NOW) as change:
        put(change, [replace(ask, person="ana", steps=later),
                     replace(name, introducer="ana", steps=later), met])  # fmt: skip
    facts = store.facts()

    assert (replace(ask, steps=later),) == facts.asks
    assert (replace(name, steps=later),) == facts.referrals
    assert (met,) == facts.events
