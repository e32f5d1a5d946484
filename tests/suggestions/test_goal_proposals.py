"""Goals that the data itself proposes."""

from __future__ import annotations

import pytest

from netgraph.model.records import EGO, YOU, Ledger, Person, Position, Wish
from netgraph.suggestions.goal_proposals import (
    MOST,
    Employer,
    employers,
    propose_goals,
    wished_employers,
)


def proposed(*wishes: Wish, **facts: object) -> list[tuple[str, str]]:
    book = Ledger(wishes=wishes, **facts)  # type: ignore[arg-type]
    return [(p.goal.text, p.why) for p in propose_goals(book)]


def test_what_was_wanted_comes_before_what_was_applied_for_saved_and_done() -> None:
    book = {EGO: Person(EGO, "Robin", title="Baker")}
    past = (Position("w", EGO, "Acme", "Teacher", source="linkedin"),)
    wishes = (
        Wish("1", "A", "saved job", "Nurse"),
        Wish("2", "B", "application", "Lawyer"),
        Wish("3", "", "wanted job", "Data Scientist"),
    )

    assert [
        ("data scientist", "the job you told LinkedIn you want"),
        ("lawyer", "a job you applied for"),
        ("nurse", "a job you saved"),
    ] == proposed(*wishes, people=book, positions=past)
    assert [("baker", "the work you do now"), ("teacher", "work you have done")] == proposed(
        people=book, positions=past
    )


def test_of_several_wanted_jobs_the_one_that_most_people_fit_comes_first() -> None:
    people = {i: Person(i, i.title(), title="Nurse") for i in ("ana", "ben")}
    wishes = (Wish("1", "", "wanted job", "Baker"), Wish("2", "", "wanted job", "Nurse"))

    for order in (wishes, wishes[::-1]):
        found = propose_goals(Ledger(people, wishes=order), most=1)
        assert [("nurse", 2)] == [(p.goal.text, p.fitting) for p in found]


def test_what_the_user_typed_and_schools_are_no_work_done() -> None:
    jobs = (
        Position("w1", EGO, "Acme", "Teacher", source=YOU),
        Position("w2", EGO, "Hill", "Nurse", kind="school", source="linkedin"),
        Position("w3", "ana", "Acme", "Baker", source="linkedin"),
    )

    assert [] == proposed(positions=jobs)


def test_the_latest_work_is_proposed_first_and_no_more_than_three() -> None:
    titles = {"2010": "Teacher", "2020": "Nurse", "2015": "Baker", "2000": "Lawyer"}
    jobs = tuple(
        Position(y, EGO, "A", t, end=y, source="linkedin") for y, t in titles.items()
    )  # fmt: skip

    assert MOST == 3
    assert ["nurse", "baker", "teacher"] == [text for text, _ in proposed(positions=jobs)]


def test_the_title_wished_for_most_often_comes_first_whatever_the_team() -> None:
    titles = ("Nurse", "UX Researcher, Growth", "UX Researcher – Ads")
    wishes = [Wish(f"{n}", "A", "saved job", title) for n, title in enumerate(titles)]

    assert ["UX researcher", "nurse"] == [text for text, _ in proposed(*wishes)]


@pytest.mark.parametrize("title", ["Looking for new challenges", "", "Zxqw"])
def test_a_title_that_names_no_work_is_no_goal(title: str) -> None:
    assert [] == proposed(Wish("1", "A", "wanted job", title))


def test_a_goal_names_the_dearest_companies_and_a_wanted_place() -> None:
    wishes = (
        *(Wish(f"d{n}", f"Dream {n}", "dream") for n in range(4)),
        Wish("f", "Follow", "follow"),
        Wish("j", "", "wanted job", "Nurse"),
        Wish("p", "", "wanted place", "Oslo"),
        Wish("q", "", "wanted place", "Rome"),
    )
    people = {"a": Person("a", "A", title="Nurse"), "b": Person("b", "B", title="Baker")}
    (found,) = propose_goals(Ledger(people, wishes=wishes))

    assert (("Dream 0", "Dream 1", "Dream 2"), ("Oslo",)) == (
        found.goal.companies,
        found.goal.places,
    )
    assert 1 == found.fitting


def test_employers_are_wished_for_by_kind_then_by_who_is_there() -> None:
    wishes = (
        Wish("1", "Acme", "follow"), Wish("2", "Blue", "follow"), Wish("3", "Corvid", "dream"),
        Wish("4", "ACME Inc.", "saved job"), Wish("5", "Self-employed", "dream"),
        Wish("6", "Delta", "follow"), Wish("7", "Ember", "viewed"),
    )  # fmt: skip
    people = {"a": Person("a", "A", company="Delta Ltd")}

    assert [
        Employer("Corvid", 0, "dream"),
        Employer("ACME Inc.", 0, "saved job"),
        Employer("Delta", 1, "follow"),
        Employer("Blue", 0, "follow"),
    ] == wished_employers(Ledger(people, wishes=wishes))


def test_employers_of_the_people_known_are_counted_by_firm() -> None:
    firms = ("Acme Ltd.", "Acme", "Blue", "Acme Ltd.", "freelance", "")
    people = {str(n): Person(str(n), "X", company=firm) for n, firm in enumerate(firms)}
    people[EGO] = Person(EGO, "Robin", company="Blue")

    assert [Employer("Acme Ltd.", 3), Employer("Blue", 1)] == employers(Ledger(people))


@pytest.mark.parametrize("order", [("Remote", "Turin", "Bern"), ("Bern", "Turin", "Remote")])
def test_the_wanted_place_does_not_hang_on_the_order_and_is_a_place(order: tuple[str, ...]) -> None:
    places = [Wish(f"p{n}", "", "wanted place", place) for n, place in enumerate(order)]
    book = Ledger(wishes=(Wish("1", "", "wanted job", "Nurse"), *places))

    assert ("Bern",) == propose_goals(book)[0].goal.places
