"""What an answer is worth: computed by hand, never below 0, and 0 for whoever cannot be asked."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.as_of import AsOf
from netgraph.model.records import Goal, Ledger, Person, Tie
from netgraph.suggestions.closeness_gain import (
    ANSWERS,
    FADE,
    closeness_gains,
    expected_answers,
    worth_if,
)
from netgraph.suggestions.recommendations import scores_on

DAY = date(2026, 5, 1)
TITLES = ("Data Scientist", "Chemist", "Data Analyst", "Nurse")


def view(closeness: dict[str, str]) -> AsOf:
    people = {
        i: Person(i, i.title(), title=TITLES[n % 4], company=f"Firm {n % 5}")
        for n, i in enumerate(closeness)
    }
    ties = tuple(Tie(f"t{i}", "me", i, closeness=word) for i, word in closeness.items())
    return AsOf(Ledger(people, ties=ties), DAY)


def test_one_person_alone_is_worth_no_question_since_the_list_stays_as_it_is() -> None:
    found = closeness_gains(scores_on(view({"ana": ""}), [Goal("g1", "data scientist")]))

    assert found.gain.max() == pytest.approx(0.0, abs=1e-12)


def test_of_two_who_are_near_in_worth_it_is_worth_hearing_more() -> None:
    known = {"ana": "", "bo": "warm", "cy": "warm", "di": "warm", "eva": ""}
    scores = scores_on(view(known), [Goal("g1", "data scientist")])
    found = closeness_gains(scores, settled=["bo", "cy", "di"])

    ids = scores[0].context.ids
    assert {"ana", "eva"} == {ids[i] for i in found.worth_asking()}


def test_expected_answers_are_shares() -> None:
    shares = expected_answers(np.linspace(0, 1, 5))

    assert (len(ANSWERS), 5) == shares.shape
    assert shares.sum(axis=0) == pytest.approx(np.ones(5))


@given(st.dictionaries(st.sampled_from("abcdefghijklmn"), st.sampled_from(["", "warm", "close"])))
def test_no_answer_is_expected_to_make_the_list_worse(closeness: dict[str, str]) -> None:
    if closeness:
        scores = scores_on(view(closeness), [Goal("g1", "data scientist")])
        found = closeness_gains(scores, settled=list(closeness)[:1])
        assert found.gain.min() >= 0
        assert found.worth >= 0


def test_of_whom_nothing_is_said_is_in_no_list_before_the_answer() -> None:
    scores = scores_on(view({"ana": "", "bo": "warm"}), [Goal("g1", "data scientist")])
    ids = np.array(scores[0].context.ids)
    found = closeness_gains(scores, settled=["bo"], unsaid=["ana"])

    bo = found.now[1]
    close, warm, barely = (worth_if(scores, a, ids == "ana")[0] for a in ANSWERS[:3])
    # eight in ten of a table are known; the list is Bo alone until Ana is said to be
    shares = 0.8 * expected_answers(scores[0].context.ties.strength)[:3, 0]
    after = [max(v, bo) + FADE * min(v, bo) for v in (close, warm, barely)]
    assert found.worth == pytest.approx(bo)
    assert found.gain[0] == pytest.approx(shares @ after - shares.sum() * bo)
