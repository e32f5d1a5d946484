"""The search in numbers, counted by hand."""

from __future__ import annotations

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Goal,
    Ledger,
    Organisation,
    Tie,
    Wish,
)
from netgraph.views.statistics import stats
from tests.views.search_so_far import DAY, PEOPLE, asked, named


def test_the_gaps_are_employers_without_anyone_and_who_is_asked_most() -> None:
    book = Ledger(
        PEOPLE,
        asks=(asked("ana", 40, "done"), asked("ana", 30), asked("ben", 30)),
        goals=(Goal("g", "cook", companies=("Globex", "ACME Inc.")),),
        wishes=(Wish("w", "Sedge"), Wish("x", "globex")),
        ties=(Tie("t", EGO, "eve"),),
    )
    gaps = stats(AsOf(book, DAY)).gaps

    assert ("Globex", "Sedge") == gaps.employers_without_anyone
    assert pytest.approx(2 / 3, abs=1e-4) == gaps.most_asked_share
    assert stats(AsOf(Ledger(PEOPLE), DAY)).gaps.most_asked_share is None


def test_egos_network_is_measured_by_record_and_by_guess() -> None:
    acme = Organisation("o", "Acme", spellings=("Acme",))
    ties = (Tie("t1", EGO, "ana"), Tie("t2", EGO, "ben"))
    book = Ledger(PEOPLE, {"o": acme}, ties=ties, spelling={"Acme": "o"})
    ego = stats(AsOf(book, DAY)).ego

    assert (2, {"observed": 0, "stated": 2, "inferred": 0}) == (ego.size, dict(ego.ties))
    assert 2.0 == ego.effective_size
    assert ego.with_inferred.effective_size is not None
    assert ego.with_inferred.effective_size < 2.0  # colleagues may know each other
    alone = stats(AsOf(Ledger(PEOPLE), DAY)).ego
    assert (0, None) == (alone.size, alone.constraint)


def test_a_talk_that_led_to_something_says_who_made_it_possible() -> None:
    names = (named("ana", "ben", "met"), named("ben", "cy", "met", "closed", ago=40))
    found = stats(AsOf(Ledger(PEOPLE, referrals=names), DAY)).lineage
    [end] = found.made_possible_by

    assert (2, 2) == (found.named, found.met)
    assert ("Cy", [("Ben", 0.5), ("Ana", 0.5)]) == (
        end.name, [(thanks.name, thanks.share) for thanks in end.thanks_to],
    )  # fmt: skip
