"""An ask, of whom, for whom, and whether it had better have waited."""

from __future__ import annotations

from netgraph.recording.asks import record_ask
from netgraph.store import Store
from tests.recording.writing import write


def test_who_was_asked_just_now_had_better_rest(store: Store) -> None:
    assert "" == write(store, record_ask, "Ana").caution
    write(store, record_ask, "Ana", outcome="done")

    assert "let it rest" in write(store, record_ask, "Ana", want="introduction").caution


def test_words_for_an_employer_stay_words_and_a_name_becomes_the_person(store: Store) -> None:
    assert "Acme" == write(store, record_ask, "Ana", target="Acme").ask.target
    assert "tom" == write(store, record_ask, "Ben", target="Tom Ray").ask.target
