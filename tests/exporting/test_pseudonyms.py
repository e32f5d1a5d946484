"""Nobody's ledger: who is tied to whom, but not who they are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from netgraph.exporting.pseudonyms import pseudonymised
from netgraph.journal.relations import relation
from netgraph.model.records import (
    EGO,
    YOU,
    Basis,
    Event,
    EventKind,
    Goal,
    Ledger,
    Match,
    Organisation,
    Person,
    Position,
    Source,
    Statement,
    Step,
    Tie,
)
from netgraph.model.statements import FAVOURS
from tests.strategies import ledgers

DAY = date(2026, 5, 1)
ANA = Person("p9", "Ana Silva", "linkedin", ("a@x.org",), company="Acme Inc.", title="CTO",
             tags=("Rowing",), seen=DAY)  # fmt: skip
BEN = Person("p1", "Ben")
BOOK = Ledger({EGO: Person(EGO, "Robin"), "p9": ANA, "p1": BEN})


def test_people_are_numbers_in_the_order_of_their_ids_and_ego_is_you() -> None:
    hidden = pseudonymised(BOOK)

    assert {EGO: "You", "person-1": "Person 1", "person-2": "Person 2"} == {
        i: p.name for i, p in hidden.people.items()
    }
    two = hidden.people["person-2"]
    assert ((), "", (), DAY) == (two.emails, two.title, two.tags, two.seen)


def test_spellings_of_a_firm_are_one_number_wherever_it_is_named() -> None:
    book = Ledger(
        {"p9": ANA, "p1": Person("p1", "Ben", company="ACME")},
        {"o": Organisation("o", "Acme", spellings=("ACME", "Acme Inc."))},
        positions=(Position("w", "p1", "Acme"), Position("x", "p1", "Delta", "CTO")),
    )
    hidden = pseudonymised(book)
    firms = {p.company for p in hidden.people.values()}
    (acme,) = firms

    assert {"Organisation 1", "Organisation 2"} == {p.organisation for p in hidden.positions}
    assert {acme} == set(hidden.organisations["organisation-1"].spellings)
    assert acme in {p.organisation for p in hidden.positions}
    assert {""} == {p.title for p in hidden.positions}


@pytest.mark.parametrize(
    ("role", "shown"),
    [("mentor", ("mentor of", "mentored by")), ("aunt / nephew", ("known to", "known to"))],
)
def test_a_role_in_the_users_words_is_not_told(role: str, shown: tuple[str, str]) -> None:
    said = relation(Ledger(), "p9", role, "p1", day=DAY)
    [one] = pseudonymised(Ledger(BOOK.people, relations=(said,))).relations

    assert (*shown, "person-2", "person-1", DAY) == (
        one.role, one.inverse, one.u, one.v, one.day,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("connection", "connection"), ("address book", "address book"), ("cousin", "acquaintance")],
)
def test_a_kind_of_tie_in_the_users_words_is_an_acquaintance(kind: str, shown: str) -> None:
    book = Ledger(BOOK.people, ties=(Tie("t", EGO, "p9", Basis.STATED, kind, "warm", since=DAY),))
    (tie,) = pseudonymised(book).ties

    assert (EGO, "person-2", shown, "warm", DAY) == (
        tie.u,
        tie.v,
        tie.kind,
        tie.closeness,
        tie.since,
    )


def test_what_the_user_said_goes_but_for_the_values_of_favours() -> None:
    said = (Statement("s1", "p9", "title", "CTO"), Statement("s2", FAVOURS, "advice", 2.0))
    hidden = pseudonymised(Ledger(BOOK.people, statements=said))

    assert [(FAVOURS, "advice", 2.0)] == [(s.subject, s.field, s.value) for s in hidden.statements]


def test_notes_and_goals_lose_their_words_and_keep_their_days() -> None:
    met = Event("e", EventKind.MET, DAY, EGO, "p9", "at the fair", about="p1")
    goal = Goal("g", "wind energy", ("Acme Inc.",), steps=(Step(DAY, "open", "at last"),))
    hidden = pseudonymised(Ledger(BOOK.people, events=(met,), goals=(goal,)))
    (event,), (wanted,) = hidden.events, hidden.goals

    assert ("", DAY, "person-2", "person-1") == (event.note, event.day, event.taker, event.about)
    assert ("Goal 1", (Step(DAY, "open"),)) == (wanted.text, wanted.steps)
    assert () == wanted.companies


def test_sources_are_numbers_but_the_users_word_stays_theirs() -> None:
    book = Ledger({"p9": ANA, "p1": BEN}, sources=(Source("linkedin", "linkedin", EGO, "Mine"),),
                  matches=(Match("m", "p9", "p1", False),))  # fmt: skip
    hidden = pseudonymised(book)

    assert {"person-2": "source-1", "person-1": YOU} == {
        i: p.source for i, p in hidden.people.items()
    }
    assert [("person-2", "person-1", False)] == [(m.a, m.b, m.same) for m in hidden.matches]
    assert [("source-1", "linkedin", "")] == [(s.id, s.kind, s.label) for s in hidden.sources]


@given(ledgers())
def test_the_shape_stays_and_a_ledger_of_nobody_is_hidden_already(book: Ledger) -> None:
    hidden = pseudonymised(book)

    for name in ("people", "ties", "events", "asks", "referrals", "positions"):
        assert len(getattr(book, name)) == len(getattr(hidden, name))
    assert sorted(t.closeness for t in book.ties) == sorted(t.closeness for t in hidden.ties)
    assert "Name" not in repr(hidden)
    again = pseudonymised(hidden)
    assert {i: p.name for i, p in again.people.items()} == {
        i: p.name for i, p in hidden.people.items()
    }
