"""What the page before a talk can say beside the facts of letters."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.as_of import AsOf
from netgraph.model.records import Ledger, Person
from netgraph.talks.brief_facts import facts_for_page
from tests.story import DAYS, story

DAY = date(2026, 5, 1)
STORY = story()


@pytest.mark.parametrize(
    ("minutes", "ends"),
    [(15, [1, 2, 12, 14, 15]), (20, [2, 4, 15, 18, 20]), (30, [3, 6, 23, 27, 30])],
)
def test_the_agenda_fills_the_time(minutes: int, ends: list[int]) -> None:
    agenda = facts_for_page(AsOf(STORY, DAY), "ana", minutes)["agenda"]

    assert ends == [part["to"] for part in agenda]
    assert [0, *ends[:-1]] == [part["from"] for part in agenda]


@given(st.integers(10, 90))
def test_any_agenda_has_no_gap_and_ends_on_time(minutes: int) -> None:
    agenda = facts_for_page(AsOf(Ledger({"p": Person("p", "Ana")}), DAY), "p", minutes)["agenda"]

    assert minutes == agenda[-1]["to"]
    assert all(part["from"] < part["to"] for part in agenda)


def facts(who: str, day: date = DAYS[4]) -> dict[str, object]:
    return facts_for_page(AsOf(STORY, day), who, 20)


def test_the_page_names_who_led_there_the_first_door_first() -> None:
    assert ("Maya Chen", "Tom Reed", "Ana Silva") == facts("dora")["chain"]
    assert () == facts("maya")["chain"]


def test_what_the_two_did_for_one_another_is_told_the_oldest_first() -> None:
    rows = facts("hana")["exchanged"]
    assert isinstance(rows, tuple)
    days = [row["day"] for row in rows]

    assert days == sorted(days)
    assert ("helped", True) in [(row["kind"], row["mine"]) for row in rows]
    assert () == facts("lou")["exchanged"]


def test_what_comes_later_is_on_no_page() -> None:
    assert () == facts("tom", date(2025, 5, 7))["chain"]
    assert ("Maya Chen",) == facts("tom", date(2025, 5, 8))["chain"]
