"""What a page shows beside the graph."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.errors import UnknownName
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Goal,
    Ledger,
    Organisation,
    Person,
    Step,
    Tie,
)
from netgraph.views.beside import PATHS, gather

DAY = date(2026, 5, 1)
ACME = Organisation("o1", "Acme", spellings=("Acme",))
PEOPLE = {
    "ana": Person("ana", "Ana", title="Nurse"),
    "ben": Person("ben", "Ben", company="Acme", title="Baker"),
}
TALK = Event("e", EventKind.INTERVIEW, date(2026, 4, 30), "ana", EGO)
OPEN = Goal("g1", "nurse", companies=("Acme",), steps=(Step(DAY, "open"),))
DONE = Goal("g2", "baker", steps=(Step(DAY, "done"),))
BOOK = Ledger(
    PEOPLE, {"o1": ACME}, events=(TALK,), goals=(OPEN, DONE),
    ties=(Tie("t1", EGO, "ana"), Tie("t2", "ana", "ben")), spelling={"Acme": "o1"},
)  # fmt: skip


def test_all_open_goals_are_meant_unless_one_is_named() -> None:
    assert [OPEN] == list(gather(AsOf(BOOK, DAY))["goals"])
    assert [DONE] == list(gather(AsOf(BOOK, DAY), goal="baker")["goals"])
    with pytest.raises(UnknownName):
        gather(AsOf(BOOK, DAY), goal="zorbing")


def test_fit_is_by_the_words_of_the_goal() -> None:
    fit = gather(AsOf(BOOK, DAY))["fit"]

    assert ["nurse"] == list(fit)
    assert fit["nurse"]["ana"] > 0.5 > fit["nurse"]["ben"]


def test_what_is_due_is_said_in_words_by_person() -> None:
    due = gather(AsOf(BOOK, DAY))["due"]

    assert any(line.startswith("Thank: You talked on 2026-04-30") for line in due["ana"])


def test_ways_lead_to_the_people_and_companies_of_the_goals() -> None:
    paths = gather(AsOf(BOOK, DAY))["paths"]

    assert [(EGO, "ana", "ben")] == [path.people for path in paths]
    wanted = Goal("g3", "", person="ben")
    both = gather(AsOf(Ledger(PEOPLE, ties=BOOK.ties, goals=(wanted,)), DAY))["paths"]
    assert [(EGO, "ana", "ben")] == [path.people for path in both]
    assert len(paths) <= PATHS


def test_without_a_goal_there_is_nobody_to_ask_and_no_way() -> None:
    found = gather(AsOf(Ledger(PEOPLE, ties=BOOK.ties), DAY))

    assert ((), {}, []) == (found["suggestions"], found["fit"], list(found["paths"]))
