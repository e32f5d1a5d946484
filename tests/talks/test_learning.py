"""What all talks taught together: themes, two sides, and how much is new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.records import Debrief
from netgraph.talks.briefs import brief
from netgraph.talks.language import Language
from netgraph.talks.learning import (
    contradictions,
    heard_on,
    saturation,
    themes_by,
    times_heard,
    unanswered,
)
from tests.talks.talked_with import BOOK, DAY


def said(*talks: tuple[str, str]) -> AsOf:
    """Return a view with debriefs, a day apart."""
    kept = tuple(
        Debrief(f"d{n}", who, date(2026, 4, n + 1), learned=text)
        for n, (who, text) in enumerate(talks)
    )
    return AsOf(replace(BOOK, debriefs=kept), DAY)


def test_themes_are_counted_by_field_and_employer() -> None:
    view = said(("ana", "#pay is low, #pay again, #tides"), ("ben", "#Gehalt is fine"))

    assert {"Acme": {"pay": 1, "tides": 1}, "Hilltop": {"Gehalt": 1}} == themes_by(view, "employer")
    assert {"data": {"pay": 1, "tides": 1}, "health": {"Gehalt": 1}} == themes_by(view, "field")
    assert {"pay": 2} == times_heard(view)
    assert "pay" not in unanswered(view)
    assert 8 == len(unanswered(view))
    assert "pay" not in [q.theme for q in brief(view, "noor", Language("en")).questions[:8]]


def test_two_sides_of_a_matter_are_shown_with_who_said_what() -> None:
    view = said(("ana", "#remote+ is usual"), ("ben", "#remote- is rare"), ("ben", "#pay+ good"))

    [found] = contradictions(view)

    assert "remote" == found.word or "culture" == found.theme
    assert [("ana", "#remote+ is usual")] == [(h.person, h.words) for h in found.for_it]
    assert [("ben", "#remote- is rare")] == [(h.person, h.words) for h in found.against]


def test_saturation_by_hand() -> None:
    # Talks: {a, b}, {b, c}, {a, c}, {b}: new in the last three 1 + 0 + 0 of 2 + 2 + 1.
    view = said(("ana", "#a1 #b1"), ("ben", "#b1 #c1"), ("ana", "#a1 #c1"), ("noor", "#b1"))
    found = saturation(view)

    assert 0.2 == found.share
    assert [("ana", 2, 2), ("ben", 2, 1), ("ana", 2, 0), ("noor", 1, 0)] == list(found.talks)
    assert "three more talks here would teach little" in found.words
    assert saturation(said(("ana", "#a1"), ("ben", "#b1"))).share is None


def test_a_theme_counts_once_a_talk_and_one_with_a_stance_goes_before_one_without() -> None:
    found = heard_on(said(("ana", "#pay is low\n#pay+ too, #pay- no"), ("ana", "#pay")))

    assert ["+", "-", ""] == [h.stance for h in found]
    assert {"pay"} == {h.theme for h in found}
    assert ("ana", "Acme", ("data",)) == (found[0].person, found[0].company, found[0].fields)


def test_one_person_of_two_minds_is_no_contradiction() -> None:
    assert [] == contradictions(said(("ana", "#tides+ here, #tides- there")))
    assert [] == contradictions(said(("ana", "#tides+"), ("ben", "#tides+")))
    assert 1 == len(contradictions(said(("ana", "#tides+"), ("ben", "#tides-"))))


@pytest.mark.parametrize(
    ("talks", "share", "little"),
    [
        ([("ana", "#a1"), ("ben", "#a1"), ("noor", "#a1")], 0.3333, False),
        ([("ana", "#a1"), ("ben", "#a1 #b1"), ("noor", "#a1 #b1")], 0.4, False),
        ([("ana", "#a1"), ("ben", "#a1"), ("noor", "#a1"), ("ana", "#a1 #b1")], 0.25, True),
    ],
)
def test_a_quarter_of_new_themes_is_little(
    talks: list[tuple[str, str]], share: float, little: bool
) -> None:
    found = saturation(said(*talks))

    assert share == found.share
    assert little == found.words.startswith("three more talks here would teach little")


def test_whose_employer_is_not_known_is_counted_as_such_and_in_no_field() -> None:
    assert {"not known": {"tides": 1}} == themes_by(said(("noor", "#tides")), "employer")
    assert {} == themes_by(said(("noor", "#tides")), "field")
