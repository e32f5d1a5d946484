"""What it is worth to hear who may know somebody where: by hand, and never below 0."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Goal, Ledger, Organisation, Person, Statement, Tie
from netgraph.suggestions.closeness_gain import FADE, expected_gain
from netgraph.suggestions.context import GoalScores
from netgraph.suggestions.door_gain import after, askable, chance_of_yes, door_gains
from netgraph.suggestions.recommendations import scores_on

DAY = date(2026, 5, 1)
TWO = Goal("g1", "", companies=("Watershed", "Oak"))
NAMES = ("ana", "ben", "cy")


def scores(*said: tuple[str, str, str], goal: Goal = TWO, **jobs: str) -> list[GoalScores]:
    """How a goal sees three people; ``said`` are person, field and employer."""
    people = {i: Person(i, i.title(), company=jobs.get(i, "")) for i in NAMES}
    words = {"ana": "warm", "ben": "close", "cy": "barely"}
    ties = tuple(Tie(f"t{i}", EGO, i, closeness=word) for i, word in words.items())
    facts = tuple(Statement(f"s{n}", i, f, (at,), DAY) for n, (i, f, at) in enumerate(said))
    firms = {name: Organisation(name, name, spellings=(name,)) for name in jobs.values()}
    spelt = {name: name for name in firms}
    book = Ledger(people, firms, ties=ties, statements=facts, spelling=spelt)
    return scores_on(AsOf(book, DAY), [goal])


def test_the_gain_is_what_the_list_is_worth_after_the_answers_less_before() -> None:
    # yes (a quarter): .6 + .85 * .5; no: .5 + .85 * .2; not said: .5 + .85 * .3
    found = expected_gain(np.array([0.5]), (0.25, 0.75), (0.6, 0.2), 0.3)

    assert FADE == 0.85
    assert found == pytest.approx(0.25 * 1.025 + 0.75 * 0.67 - 0.755)


def test_a_yes_adds_two_in_log_odds_and_a_no_takes_its_part_of_one() -> None:
    [seen] = scores()
    ana = seen.context.features.people["ana"]
    rest = seen.score.chance[ana] * seen.score.worth[ana]
    odds = math.log(seen.score.knows[ana] / (1 - seen.score.knows[ana]))
    yes, no = (after([seen], "Watershed", may=may)[ana] for may in (True, False))

    # two employers in one wish: a no about one of them is half a no
    assert yes == pytest.approx(rest / (1 + math.exp(-(odds + 2.0))))
    assert no == pytest.approx(rest / (1 + math.exp(-(odds - 0.5))))


def test_what_is_said_moves_the_value_to_what_was_foreseen() -> None:
    foreseen = after(scores(), "Oak", may=True)
    [seen] = scores(("ana", "may_know_at", "Oak"))
    ana = seen.context.features.people["ana"]

    assert foreseen[ana] == pytest.approx(seen.score.value[ana])
    assert foreseen[ana] > scores()[0].score.value[ana]


def test_it_is_worth_asking_about_those_whose_place_hangs_on_it() -> None:
    found = door_gains(scores())

    assert ("Oak", "Watershed") == found.employers
    assert (found.gain >= 0).all()
    assert {0, 2} <= {i for _, i in found.worth_asking()}  # Ana and Cy may pass somebody
    gains = [found.gain[at] for at in found.worth_asking()]
    assert gains == sorted(gains, reverse=True)


def test_one_who_may_be_asked_alone_is_worth_no_question() -> None:
    book = Ledger({"ana": Person("ana", "Ana")}, ties=(Tie("t", EGO, "ana"),))
    found = door_gains(scores_on(AsOf(book, DAY), [TWO]))

    assert found.gain.max() == pytest.approx(0.0, abs=1e-12)


def test_where_somebody_is_known_nothing_is_asked() -> None:
    assert ("Oak",) == door_gains(scores(ben="Watershed")).employers
    assert () == door_gains(scores(goal=Goal("g1", "nurse"))).employers


def test_what_is_said_or_passed_is_not_asked() -> None:
    [seen] = scores(("ana", "may_know_at", "Oak"), ("ben", "knows_nobody_at", "Oak"))

    assert [False, False, True] == askable(seen.context, "Oak").tolist()
    assert [True, True, True] == askable(seen.context, "Watershed").tolist()
    assert [True, True, False] == askable(
        seen.context, "Watershed", [("cy", "Watershed"), ("ana", "Oak")]
    ).tolist()


def test_a_yes_is_as_likely_as_the_model_thinks_them_to_lead_to_that_employer() -> None:
    [seen] = scores()
    found = chance_of_yes(seen.context, "Oak")

    assert (0 < found).all()
    assert (found < 0.5).all()  # nothing is known of whom they know
