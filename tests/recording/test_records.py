"""What is written down has its consequences, whoever writes it: the terminal or a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest

from netgraph.model.errors import UnknownName
from netgraph.model.records import Person
from netgraph.recording.records import record_ask, record_event, record_referral
from netgraph.store import Store

T = TypeVar("T")
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)
PEOPLE = [Person("ana", "Ana Silva"), Person("ben", "Ben Ode"), Person("tom", "Tom Ray", lead=True)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        with opened.change("people", at=NOW) as change:
            change.put(PEOPLE)
        yield opened


def write(store: Store, record: Callable[..., T], *words: str, **said: Any) -> T:
    with store.change("record", at=NOW) as change:
        return record(store.ledger(), change, *words, day=DAY, **said)


def test_a_talk_settles_the_ask_and_who_was_met_is_no_lead(store: Store) -> None:
    write(store, record_ask, "Tom")
    talk = write(store, record_event, "talked", "Tom")

    assert ("Tom Ray", ["done"]) == (talk.name, [fact.steps[-1].status for fact in talk.settled])
    ledger = store.ledger()
    assert not ledger.people["tom"].lead
    assert "done" == ledger.asks[0].steps[-1].status


def test_who_is_not_there_is_written_down_only_if_said_to_be_new(store: Store) -> None:
    with pytest.raises(UnknownName, match="nobody is called"):
        write(store, record_event, "met", "Zoe Quist")
    assert 0 == len(store.ledger().events)

    write(store, record_event, "met", "Zoe Quist", new=True)
    assert "Zoe Quist" in {person.name for person in store.ledger().people.values()}


def test_who_was_asked_just_now_had_better_rest(store: Store) -> None:
    assert "" == write(store, record_ask, "Ana").caution
    write(store, record_ask, "Ana", outcome="done")

    assert "let it rest" in write(store, record_ask, "Ana", want="introduction").caution


def test_an_introduction_before_both_said_yes_is_early(store: Store) -> None:
    early = write(store, record_referral, "me", "Ben", to="Ana", status="introduced")

    assert (("you", "Ben Ode", "Ana Silva"), True) == (early.names, early.early)


def test_both_yeses_make_an_introduction_that_is_not_early(store: Store) -> None:
    for who in ("Ben", "Ana"):
        write(store, record_referral, "me", "Ben", to="Ana", status="agreed", by=who)

    assert not write(store, record_referral, "me", "Ben", to="Ana", status="introduced").early


def test_words_for_an_employer_stay_words_and_a_name_becomes_the_person(store: Store) -> None:
    assert "Acme" == write(store, record_ask, "Ana", target="Acme").ask.target
    assert "tom" == write(store, record_ask, "Ben", target="Tom Ray").ask.target
