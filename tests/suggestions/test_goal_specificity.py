"""How specific a goal is, who fits it, and what would sharpen it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.records import EGO, Goal, Ledger, Organisation, Person, Wish
from netgraph.suggestions.goal_specificity import (
    PARTS,
    fit_of_people,
    sharpen,
    specificity,
    specificity_of,
    wanted,
    wish_list,
)

FIRM = Organisation("o1", "Watershed", spellings=("Watershed", "Watershed Inc."))
SCIENTIST = Person("ana", "Ana Silva", title="Senior Data Scientist", company="Watershed")
NURSE = Person("ben", "Ben Okafor", title="Registered Nurse")
BOOK = Ledger(
    people={EGO: Person(EGO, "Robin"), "ana": SCIENTIST, "ben": NURSE}, organisations={"o1": FIRM}
)


def test_the_companies_are_not_looked_for_in_titles() -> None:
    goal = Goal("g1", "data scientist at Watershed", companies=("Watershed",), seniority="senior")

    asked = wanted(goal)

    assert ("data scientist", 3) == (asked.text, asked.seniority)


def test_fit_of_people_leaves_ego_out() -> None:
    fit = fit_of_people(BOOK, Goal("g1", "data scientist"))

    assert {"ana", "ben"} == fit.keys()
    assert fit["ana"] > 0.5 > fit["ben"]


def test_specificity_is_the_worth_of_the_parts_named() -> None:
    goal = Goal("g1", "data scientist", companies=("Acme",), places=("Oslo",))

    measured = specificity(BOOK, goal)

    assert 1.0 == measured.specificity  # role .4, company .3, field .2 (data), place .1
    assert 1 == measured.fitting


def test_one_named_person_is_as_specific_as_can_be() -> None:
    assert 1.0 == specificity(BOOK, Goal("g1", "Ana", person="ana")).specificity


def test_advice_offers_the_wish_list() -> None:
    book = Ledger(wishes=(Wish("w1", "Acme"), Wish("w2", "Self-employed"), Wish("w3", "Blue")))

    advice = specificity(book, Goal("g1", "data scientist")).advice

    assert advice[0].action
    assert {"company": ("Acme", "Blue")} == advice[0].action.fields


def test_wishes_are_counted_by_firm() -> None:
    wishes = (Wish("w1", "Zebra GmbH"), Wish("w2", "Acme"), Wish("w3", "ZEBRA", "saved job"))

    assert ["Zebra GmbH", "Acme"] == wish_list(Ledger(wishes=wishes))


words = st.lists(st.sampled_from(["data scientist", "teacher", "oslo", "acme"]), max_size=2)


@given(words, words, words)
def test_naming_more_never_makes_a_goal_less_specific(
    roles: list[str], companies: list[str], places: list[str]
) -> None:
    plain = Goal("g1", "something", roles=tuple(roles))
    more = Goal(
        "g1", "something", roles=tuple(roles), companies=tuple(companies), places=tuple(places)
    )

    assert 0 <= specificity(BOOK, plain).specificity <= specificity(BOOK, more).specificity <= 1
    assert 1.0 == round(sum(PARTS.values()), 9)


@pytest.mark.parametrize(
    ("goal", "worth"),
    [
        (Goal("g", ""), 0.0),
        (Goal("g", "open to anything"), 0.0),
        (Goal("g", "", roles=("anything",)), 0.4),
        (Goal("g", "", companies=("Acme",)), 0.3),
        (Goal("g", "", fields=("x",)), 0.2),
        (Goal("g", "", places=("Oslo",)), 0.1),
        (Goal("g", "", person="ana"), 1.0),
        (Goal("g", "", companies=("Acme",), places=("Oslo",)), 0.4),
    ],
)
def test_each_part_has_its_worth(goal: Goal, worth: float) -> None:
    assert worth == specificity_of(goal)


def advice(goal: Goal, fitting: int = 1, book: Ledger = BOOK) -> list[str]:
    return [hint.words for hint in sharpen(book, goal, fitting)]


def test_what_is_missing_is_asked_for_the_most_useful_first() -> None:
    assert [
        "being open to anything gives people nothing to hold on to: name a kind of work",
        "name companies you would love",
        "name a field, for example",
        "say where, if it matters",
    ] == advice(Goal("g", "anything"))
    assert "name a kind of work, for example" == advice(Goal("g", "zorbing"))[0]
    full = Goal("g", "nurse", companies=("A",), fields=("health",), places=("Oslo",))
    assert [] == advice(full)
    assert [] == advice(Goal("g", "", person="ana"), 99)


@pytest.mark.parametrize(("fitting", "narrow"), [(50, False), (51, True)])
def test_more_than_fifty_who_fit_are_too_many(fitting: int, narrow: bool) -> None:
    hints = advice(Goal("g", "nurse"), fitting)

    assert narrow == any(f"{fitting} people you know fit this" in hint for hint in hints)


def test_nobody_who_fits_is_said_if_anybody_is_known() -> None:
    words_ = "nobody you know has such a title"

    assert any(hint.startswith(words_) for hint in advice(Goal("g", "nurse"), 0))
    alone = Ledger({EGO: Person(EGO, "Robin")})
    assert not any(hint.startswith(words_) for hint in advice(Goal("g", "nurse"), 0, alone))


def test_the_company_of_a_goal_is_taken_out_of_its_words_only_behind_at_with_or_for() -> None:
    goal = Goal("g", "Acme fan at ACME or with Acme", companies=("Acme",))

    assert "Acme fan or" == wanted(goal).text
