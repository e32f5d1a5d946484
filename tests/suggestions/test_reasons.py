"""Reasons in words: what is said of whom, and how likely things are said to be."""

from __future__ import annotations

import math
from datetime import date

from netgraph.graph.build import network
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Ask, Goal, Ledger, Organisation, Person, Position, Step, Tie
from netgraph.suggestions.reasons import Facts
from netgraph.suggestions.recommendations import scores_on
from netgraph.suggestions.scoring import Weights
from netgraph.suggestions.suggestion import Suggestion, suggest

TODAY = date(2026, 5, 1)
FIRMS = ("Acme", "Blue River", "Hill College")


def advice(
    goal: Goal,
    *people: Person,
    positions: tuple[Position, ...] = (),
    asks: tuple[Ask, ...] = (),
    strangers: tuple[Person, ...] = (),
) -> dict[str, Suggestion]:
    ledger = Ledger(
        {p.id: p for p in (*people, *strangers)},
        {f"o{n}": Organisation(f"o{n}", name, spellings=(name,)) for n, name in enumerate(FIRMS)},
        positions=positions,
        ties=tuple(Tie(f"t{p.id}", EGO, p.id) for p in people),
        spelling={name: f"o{n}" for n, name in enumerate(FIRMS)},
    )
    found = suggest(network(ledger, as_of=TODAY, inferred=False), goal, asks=asks, limit=None)
    return {s.person: s for s in found}


ACME = Goal("g", "", companies=("Acme",), near=("Blue River",), places=("Berlin",))


def test_a_company_near_the_goal_is_said_to_be_near() -> None:
    found = advice(ACME, Person("ana", "Ana", company="Blue River"))
    assert "is at Blue River, which is near your goal" in found["ana"].reasons


def test_a_place_that_was_wished_for_is_said() -> None:
    assert "is in Berlin" in advice(ACME, Person("ana", "Ana", place="Berlin"))["ana"].reasons


def test_a_wished_for_place_has_all_of_its_words() -> None:
    people = Person("ana", "Ana", place="Berlin, Germany"), Person("ben", "Ben", place="Bern")
    found = advice(ACME, *people)
    assert ["ana"] == [i for i, s in found.items() if s.parts["hint"]]


def test_colleagues_who_fit_are_counted_without_the_person() -> None:
    nurse = Goal("g", "nurse")
    people = [Person(i, i.title(), title="Nurse", company="Acme") for i in ("ana", "ben", "cleo")]
    dan = Person("dan", "Dan", title="Baker", company="Acme")
    found = advice(nurse, *people, dan)
    assert not [r for s in found.values() for r in s.reasons if "where" in r]  # ask them at once
    eve = Person("eve", "Eve Holm", title="Nurse", company="Acme")
    found = advice(nurse, *people[:1], dan, strangers=(eve,))
    assert "is at Acme, where Eve Holm fits your goal" in found["ana"].reasons


def test_a_past_title_that_fits_is_said_with_where_and_until_when() -> None:
    was = Position("x", "ana", "Acme", "Nurse", end="2021-05")
    found = advice(Goal("g", "nurse"), Person("ana", "Ana", title="Baker"), positions=(was,))
    assert "was Nurse at Acme until 2021" in found["ana"].reasons


def test_what_two_facts_say_of_one_place_is_said_once() -> None:
    was = Position("x", "ana", "Acme", "Nurse", end="2021-05")
    goal = Goal("g", "nurse", companies=("Acme",))
    ana, ben = (
        Person("ana", "Ana", title="Baker"),
        Person("ben", "Ben", title="Nurse", company="Acme"),
    )
    found = advice(goal, ana, ben, positions=(was,))
    told = [r for r in found["ana"].reasons if "Acme" in r]
    assert "was Nurse at Acme until 2021" in told


def test_a_door_to_a_circle_says_how_many_are_known_there() -> None:
    was = Position("x", "ana", "Hill College", "BSc", kind="school")
    people = Person("ana", "Ana"), Person("ben", "Ben", company="Blue River")
    found = advice(Goal("g", "nurse"), *people, positions=(was,))
    assert "the only one you know at Hill College" in found["ana"].reasons
    assert "the only one you know at Blue River" in found["ben"].reasons


def test_earlier_answers_are_said() -> None:
    steps = (Step(date(2025, 1, 1), "asked"), Step(date(2025, 1, 2), "done"))
    asks = (Ask("a", "ana", goal="other", steps=steps),)
    found = advice(Goal("g", "nurse"), Person("ana", "Ana"), asks=asks)
    assert "said yes to 1 of 1 asks so far" in found["ana"].reasons


def weights(goal: Goal, person: Person, *positions: Position) -> dict[str, float]:
    """What each fact that speaks for one person adds, in log-odds."""
    firms = {name: Organisation(name, name, spellings=(name,)) for name in FIRMS}
    ledger = Ledger(
        {person.id: person}, firms, positions=positions, ties=(Tie("t", EGO, person.id),),
        spelling=dict(zip(FIRMS, FIRMS, strict=True)),
    )  # fmt: skip
    told = Facts(scores_on(AsOf(ledger, TODAY), [goal])[0]).all(0)
    return {reason.words: float(reason.weight) for reason in told}


def test_a_past_title_counts_half_of_a_past_wish_and_of_several_wishes_the_root() -> None:
    was = Position("x", "ana", "Acme", "Nurse", end="2021-05")
    ana = Person("ana", "Ana", title="Baker")
    alone = weights(Goal("g", "nurse"), ana, was)
    beside = weights(Goal("g", "nurse", companies=("Blue River",)), ana, was)

    said = "was Nurse at Acme until 2021"
    assert math.isclose(Weights().before * 0.5, alone[said])
    assert math.isclose(Weights().before * 0.5 / math.sqrt(2), beside[said])


def test_of_several_wanted_firms_where_somebody_was_the_first_is_told() -> None:
    was = (Position(n, "ana", n, end="2021-05") for n in ("Blue River", "Acme"))
    told = weights(Goal("g", "", companies=("Acme", "Blue River")), Person("ana", "Ana"), *was)

    assert math.isclose(Weights().before, told["was at Acme until 2021"])
    assert not any("Blue River until" in words for words in told)
