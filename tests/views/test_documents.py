"""Answers as documents, alike for the command line and a page."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from netgraph.agenda.due_list import due
from netgraph.identity.decisions import Question as Same
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.plain_data import plain
from netgraph.model.records import EGO, Event, EventKind, Goal, Ledger, Person, Step
from netgraph.suggestions.closeness_round import ClosenessQuestion
from netgraph.suggestions.door_round import DoorQuestion
from netgraph.suggestions.elicitation import Question as Pair
from netgraph.suggestions.goal_specificity import specificity
from netgraph.suggestions.recommendations import recommend
from netgraph.talks.debrief_facts import understood
from netgraph.views.documents import (
    closeness_document,
    debrief_document,
    doors_document,
    due_document,
    duplicates_document,
    goal_document,
    suggestions_document,
    ties_document,
)
from tests.suggestions.some_people import ANA, BEN, GOAL, book

DAY = date(2026, 5, 1)


def shown(document: dict[str, Any]) -> dict[str, Any]:
    """Return what is printed, to the last comma."""
    found: dict[str, Any] = json.loads(json.dumps(plain(document, lambda a: f"do {a.verb}")))
    return found


def test_suggestions_are_numbered_and_say_all_that_a_page_needs() -> None:
    view = AsOf(book(ANA, BEN), DAY)
    found = shown(suggestions_document(recommend(view, [GOAL]), view))

    assert ("2026-05-01", {"id": "g1", "text": "data scientist"}) == (found["as_of"], found["goal"])
    assert [1, 2] == [s["rank"] for s in found["suggestions"]]
    first = found["suggestions"][0]
    assert ("ana", "Ana Moss", "do ask") == (
        first["person"]["id"], first["person"]["name"], first["command"],
    )  # fmt: skip
    assert 0 < first["score"] <= first["chance"] <= 1


def test_a_debt_stands_with_the_one_it_is_owed_to() -> None:
    talk = Event("e", EventKind.INTERVIEW, DAY - timedelta(days=1), "ana", EGO)
    view = AsOf(book(ANA, BEN, events=(talk,)), DAY)
    found = shown(suggestions_document(recommend(view, [GOAL]), view))

    assert [("thank", "ana")] == [(d["kind"], d["person"]["id"]) for d in found["first"]]
    assert ["ana"] == [x["person"]["id"] for x in found["not_now"]]


def test_what_is_due_has_the_letter_that_goes_with_it() -> None:
    talk = Event("e", EventKind.INTERVIEW, DAY - timedelta(days=1), "ana", EGO)
    ledger = book(ANA, events=(talk,))
    found = shown(due_document(due(AsOf(ledger, DAY)), ledger))
    thanks = next(item for item in found["due"] if item["kind"] == "thank")

    assert ("Ana Moss", False, "do log", "do draft") == (
        thanks["person"]["name"], thanks["overdue"], thanks["command"], thanks["draft"],
    )  # fmt: skip


def test_a_goal_says_how_specific_it_is_and_how_it_stands() -> None:
    goal = Goal("g1", "nurse", places=("Oslo",), steps=(Step(DAY, "open"), Step(DAY, "done")))
    found = shown(goal_document(goal, specificity(Ledger(), goal)))

    assert ("done", ["Oslo"], 2) == (found["status"], found["places"], len(found["history"]))
    assert 0 < found["specificity"] <= 1
    assert "open" == shown(goal_document(Goal("g", "x"), specificity(Ledger(), goal)))["status"]


def test_who_may_be_one_is_told_with_what_tells_them_apart() -> None:
    asked = [Same(ANA, BEN, 0.75, ("equal given names",))]
    found = shown(duplicates_document(asked, {"li wei": 61}))

    assert [("ana", "ben", 0.75)] == [
        (d["a"]["id"], d["b"]["id"], d["score"]) for d in found["duplicates"]
    ]
    assert ({"li wei": 61}, "Acme") == (
        found["crowded_names"],
        found["duplicates"][0]["a"]["company"],
    )


def test_questions_of_ties_and_closeness_name_people() -> None:
    ledger = book(ANA, BEN)
    pair = Pair("ana", "ben", 0.123456, ("both at Acme",), 1.0, Action("tie"))
    ties = shown(ties_document(ledger, [pair]))
    close = shown(closeness_document(ledger, [ClosenessQuestion("ana", 0.1234567, ("x",), 2, 1)]))

    assert [("Ana Moss", "Ben Moss", 0.1235)] == [
        (q["a"]["name"], q["b"]["name"], q["confidence"]) for q in ties["questions"]
    ]
    assert [("Ana Moss", 0.123457, 2, 1)] == [
        (q["person"]["name"], q["gain"], q["place"], q["place_if_close"])
        for q in close["questions"]
    ]


def test_questions_about_doors_have_the_action_that_says_yes() -> None:
    asked = DoorQuestion("ana", "Acme", 0.1234567, 0.05, ("was at Oak",), 4, 1)
    [row] = doors_document(book(ANA), [asked])["questions"]

    assert ("Acme", 0.123457, 4, 1) == (
        row["employer"],
        row["gain"],
        row["place"],
        row["place_if_yes"],
    )
    assert Action("tie", ("ana",), {"knows_at": "Acme"}) == row["action"]


def test_a_debrief_has_the_answers_that_were_given() -> None:
    told = understood(
        AsOf(book(ANA), DAY),
        "ana",
        {"learned": "#pay is low", "named": "@Fia Berg (Bosch)"},
        day=DAY,
    )
    found = shown(debrief_document(told))

    assert {"learned": "#pay is low", "named": "@Fia Berg (Bosch)"} == found["answers"]
    assert [("Fia Berg", "Bosch")] == [(lead["name"], lead["company"]) for lead in found["leads"]]
    assert (["pay"], "Ana Moss") == (found["themes"], found["person"]["name"])


def test_a_person_without_a_name_in_a_document_is_called_by_id() -> None:
    pair = Pair("zoe", "ana", 0.5, (), 1.0, Action("tie"))
    [row] = shown(ties_document(Ledger({"ana": Person("ana", "Ana")}), [pair]))["questions"]

    assert {"id": "zoe", "name": "zoe"} == row["a"]
