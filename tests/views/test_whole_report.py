"""A report as a document says what the commands say one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.agenda.due_list import due
from netgraph.identity.resolution import resolve
from netgraph.journal.goals import open_goals
from netgraph.model.as_of import AsOf
from netgraph.model.errors import UnknownName
from netgraph.model.records import Goal, Ledger
from netgraph.suggestions.recommendations import recommend
from netgraph.views.whole_report import report_document
from tests.story import story

DAY = date(2026, 5, 4)


def test_it_says_what_suggest_and_today_say() -> None:
    book = replace(story(until=DAY), goals=(Goal("g", "data scientist"),))
    view = AsOf(resolve(book), DAY)
    found = report_document(view)["report"]
    told = recommend(view, open_goals(view.ledger))

    assert told.suggestions
    assert [s.person for s in told.suggestions] == [
        s["person"]["id"] if isinstance(s["person"], dict) else s["person"].id
        for s in found["suggestions"]
    ]
    assert [item.kind for item in due(view)] == [item["kind"] for item in found["due"]]
    assert found["stats"].funnel


def test_an_empty_store_has_an_empty_report() -> None:
    found = report_document(AsOf(Ledger(), DAY))["report"]

    assert ([], []) == (found["suggestions"], found["due"])


def test_a_goal_that_nobody_has_is_said() -> None:
    with pytest.raises(UnknownName):
        report_document(AsOf(Ledger(), DAY), goal="astronaut")
