"""Facts as netgraph wrote them first, brought to the form of today."""

from __future__ import annotations

from typing import Any

import pytest

from netgraph.model import ids
from netgraph.model.first_form import upgraded
from netgraph.model.records import Origin
from netgraph.model.statements import UNREADABLE


@pytest.mark.parametrize(
    ("row", "origin"),
    [
        ({"id": ids.lender("Bo"), "name": "Bo"}, Origin.LENDER),
        ({"id": ids.mention("linkedin", "Bo"), "name": "Bo", "source": "linkedin"},
         Origin.MENTIONED),
        ({"id": ids.mention("linkedin", "Bo", "Acme"), "name": "Bo", "source": "linkedin",
          "company": "Acme"}, Origin.MENTIONED),
        ({"id": ids.mention("linkedin", "Bo"), "name": "Bo", "source": "linkedin",
          "urls": ["in/bo"]}, Origin.LISTED),
        ({"id": ids.mention("linkedin", "Bo"), "name": "Bo", "source": "linkedin",
          "seen": "2026-05-01"}, Origin.LISTED),
        ({"id": ids.mention("google", "Bo"), "name": "Bo", "source": "google"}, Origin.LISTED),
        ({"id": "p1", "name": "Bo", "source": "linkedin"}, Origin.LISTED),
        ({"id": "p1", "name": "Bo"}, Origin.LISTED),
    ],
)  # fmt: skip
def test_how_a_person_came_about_is_told_from_the_id(row: dict[str, Any], origin: Origin) -> None:
    assert {"origin": origin} == upgraded("person", row, ())


def test_a_job_of_an_older_list_is_told_from_the_id() -> None:
    row = {"id": ids.job("a", "Acme", "Nurse"), "person": "a", "organisation": "Acme"}

    assert {"origin": Origin.FORMER} == upgraded("position", {**row, "title": "Nurse"}, ())
    assert {"origin": Origin.LISTED} == upgraded("position", row, ())


@pytest.mark.parametrize(
    ("field", "text", "now"),
    [
        ("hub", "yes", ("hub", True)),
        ("not_before", "2026-06-01", ("not_before", "2026-06-01")),
        ("not_before", "2026-02-31", (UNREADABLE, "not_before: 2026-02-31")),
        ("shoes", "42", (UNREADABLE, "shoes: 42")),
        ("company", "Acme", ("company", "Acme")),
        ("mapping", '{"name": "Who", "company": "Firm"}',
         ("mapping", ["name", "Who", "company", "Firm"])),
        ("mapping", "[", (UNREADABLE, "mapping: [")),
        ("mapping", "[1]", (UNREADABLE, "mapping: [1]")),
    ],
)  # fmt: skip
def test_a_statement_has_a_value_or_keeps_its_words(
    field: str, text: str, now: tuple[str, Any]
) -> None:
    found = upgraded("statement", {"subject": "ana", "field": field, "value": text}, ())

    assert now == (found["field"], found["value"])


@pytest.mark.parametrize(
    ("kind", "status", "note", "said"),
    [
        ("referral", "agreed", "ana", ("", "ana")),
        ("referral", "agreed", "on the phone", ("on the phone", None)),
        ("referral", "named", "ana", ("ana", None)),
        ("ask", "agreed", "ana", ("ana", None)),
    ],
)
def test_who_said_yes_to_a_name_is_no_note(
    kind: str, status: str, note: str, said: tuple[str, str | None]
) -> None:
    for step in (
        ["2026-05-01", status, note],
        {"day": "2026-05-01", "status": status, "note": note},
    ):
        (found,) = upgraded(kind, {"steps": [step]}, {"ana"})["steps"]
        assert {"day": "2026-05-01", "status": status, "note": said[0], "by": said[1]} == found


def test_a_goal_without_steps_and_facts_that_never_changed() -> None:
    assert {"steps": []} == upgraded("goal", {}, ())
    assert {} == upgraded("event", {"id": "e"}, ())


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("person", {"id": "a"}),
        ("statement", {"field": "hub"}),
        ("ask", {"steps": [["2026-05-01"]]}),
        ("ask", {"steps": [3]}),
    ],
)
def test_what_is_no_such_fact_is_refused(kind: str, row: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        upgraded(kind, row, ())
