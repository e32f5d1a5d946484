"""An action is done, or refused in a line that says why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.agenda.due_list import due
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import Organisation, Person
from netgraph.recording.actions import Done, perform
from netgraph.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        with opened.change("people", at=NOW) as change:
            change.put([Person("ana", "Ana Silva"), Person("ben", "Ben Ode")])
        yield opened


def do(store: Store, action: Action) -> Done:
    with store.change("do", at=NOW) as change:
        return perform(store.ledger(), change, action, day=DAY)


@pytest.mark.parametrize(
    ("action", "done"),
    [
        (Action("log", ("ana",), {"kind": "thanked"}), ("thanked", "Ana Silva")),
        (Action("ask", ("ana",), {"want": "help", "outcome": ""}), ("asked", "Ana Silva")),
        (Action("refer", ("ana", "ben"), {"status": "named"}), ("named", "Ben Ode")),
        (
            Action("add", ("Zoe Quist (Acme)",), {"email": "z@a.org, q@a.org"}),
            ("added", "Zoe Quist"),
        ),
        (Action("edit", ("ana",), {"company": "Acme"}), ("put right", "Ana Silva")),
        (Action("tie", ("ana", "ben")), ("know each other", "Ana Silva and Ben Ode")),
        (
            Action("tie", ("me", "ben"), {"not": "yes"}),
            ("do not know each other", "you and Ben Ode"),
        ),
        (Action("merge", ("ana", "ben")), ("one person", "Ana Silva and Ben Ode")),
        (
            Action("merge", ("ana", "ben"), {"apart": "yes"}),
            ("two people", "Ana Silva and Ben Ode"),
        ),
        (
            Action("tie", ("ana",), {"knows_at": "Acme"}),
            ("may know somebody at Acme", "Ana Silva"),
        ),
        (
            Action("tie", ("ana",), {"knows_at": "Acme", "not": "yes"}),
            ("knows nobody at Acme", "Ana Silva"),
        ),
        (
            Action("tie", ("ana", "ben"), {"role": "mentor"}),
            ("what they are to one another", "Ana Silva: mentor of Ben Ode"),
        ),
        (Action("edit", ("ana",), {"tags": "rowing, Kiel"}), ("put right", "Ana Silva")),
        (Action("duplicates", (), {"accept_likely": "yes"}), ("one person each", "0 pairs")),
        (Action("goal add", ("nurse",), {"companies": "Acme, Best"}), ("looked for", "nurse")),
        (Action("apply", ("Acme", "Nurse"), {"due": "2026-06-01"}), ("saved", "Acme")),
        (Action("favours", ("review",), {"value": "2"}), ("worth", "review")),
    ],
)
def test_what_is_done_is_said_with_whom(store: Store, action: Action, done: Done) -> None:
    assert done == do(store, action)


def test_a_day_of_the_action_goes_before_todays(store: Store) -> None:
    do(store, Action("log", ("ana",), {"kind": "met", "day": "2026-04-01"}))

    assert [date(2026, 4, 1)] == [event.day for event in store.ledger().events]


@pytest.mark.parametrize(
    "action",
    [
        Action("forget", ("ana",)),
        Action("log", ("ana",)),
        Action("log", (), {"kind": "met"}),
        Action("log", ("ana", "ben"), {"kind": "met"}),
        Action("log", ("ana",), {"kind": "met", "day": "soon"}),
        Action("ask", ("ana",), {"change": "x"}),
        Action("refer", ("ana",)),
        Action("tie", ("ana", "ben"), {"closely": "x"}),
        Action("tie", ("ana", "ben"), {"knows_at": "Acme"}),
        Action("duplicates", ("ana",), {"accept_likely": "yes"}),
        Action("later", ("ana",), {"until": "soon"}),
        Action("apply", ("Acme",), {"due": "soon"}),
    ],
)
def test_what_cannot_be_meant_is_refused(store: Store, action: Action) -> None:
    with pytest.raises(InvalidInput, match="written down"):
        do(store, action)


def test_nobody_is_made_up(store: Store) -> None:
    with pytest.raises(UnknownName):
        do(store, Action("log", ("zoe",), {"kind": "met"}))


def test_words_between_commas_are_several(store: Store) -> None:
    do(store, Action("goal add", ("nurse",), {"companies": "Acme, Best"}))
    do(store, Action("goal edit", ("g1",), {"companies": "Crest", "text": ""}))

    goal = next(g for g in store.ledger().goals if g.id == "g1")
    assert ("nurse", ("Crest",)) == (goal.text, goal.companies)
    do(store, Action("goal done", ("g1",), {"note": "found"}))
    assert "done" == next(g for g in store.ledger().goals if g.id == "g1").steps[-1].status


def test_an_empty_text_takes_back_what_was_said_of_somebody(store: Store) -> None:
    do(store, Action("edit", ("ana",), {"company": "Acme", "closeness": "warm"}))
    assert "Acme" == store.ledger().people["ana"].company
    do(store, Action("edit", ("ana",), {"company": ""}))
    assert "" == store.ledger().people["ana"].company


def test_an_event_is_put_right_or_taken_out(store: Store) -> None:
    do(store, Action("log", ("ana",), {"kind": "met"}))
    (event,) = store.ledger().events
    do(store, Action("edit event", (event.id,), {"note": "at the fair"}))
    assert ["at the fair"] == [e.note for e in store.ledger().events]
    do(store, Action("edit event", (event.id,), {"on": "2026-05-02"}))
    assert [date(2026, 5, 2)] == [e.day for e in store.ledger().events]
    do(store, Action("edit event", (event.id,), {"remove": "yes"}))
    assert () == store.ledger().events


def test_two_that_were_joined_can_be_taken_apart(store: Store) -> None:
    do(store, Action("merge", ("ana", "ben")))
    assert {"me", "ana"} == store.ledger().people.keys()
    do(store, Action("merge", ("ana", "ben"), {"apart": "yes"}))
    assert {"me", "ana", "ben"} == store.ledger().people.keys()


def test_labels_and_what_somebody_is_to_the_user_are_said_with_the_rest(store: Store) -> None:
    do(store, Action("edit", ("ana",), {"tags": "rowing, Kiel", "role": "mentor", "title": "Cook"}))
    do(store, Action("edit", ("ana",), {"untags": "kiel"}))

    ledger = store.ledger()
    ana = ledger.people["ana"]
    assert (("rowing",), "Cook") == (ana.tags, ana.title)
    assert [("ana", "mentor of", "me")] == [(r.u, r.role, r.v) for r in ledger.relations]


def test_two_employers_become_one_and_two_again(store: Store) -> None:
    with store.change("work", at=NOW) as change:
        change.put([Organisation("o1", "Acme"), Organisation("o2", "Acme Labs")])
    said = Action("merge", ("Acme", "Acme Labs"), {"employers": "yes"})
    assert ("one employer", "Acme and Acme Labs") == do(store, said)
    assert 1 == len(store.ledger().organisations)
    apart = {"employers": "yes", "apart": "yes"}
    assert "two employers" == do(store, Action("merge", ("o1", "o2"), apart))[0]


def test_what_is_due_with_somebody_is_put_off_or_let_go(store: Store) -> None:
    do(store, Action("log", ("ana",), {"kind": "interview"}))
    said = Action("later", ("ana",), {"kind": "thank", "until": "2026-05-20"})
    assert ("put off thank", "Ana Silva") == do(store, said)
    view = AsOf(store.ledger(), DAY)
    assert [date(2026, 5, 20)] == [d.on for d in due(view, days=60) if d.kind == "thank"]

    gone = Action("later", ("ana",), {"kind": "thank", "for_good": "yes"})
    assert ("let go thank", "Ana Silva") == do(store, gone)
    assert [] == [d for d in due(AsOf(store.ledger(), DAY), days=60) if d.kind == "thank"]
    with pytest.raises(InvalidInput, match="nothing to thank is due with Ana Silva"):
        do(store, gone)
