"""The whole answer for a ledger: debts first, rests, half-lives, the sum, and promises kept."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from netgraph.model.actions import Hint
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Goal,
    Ledger,
    Organisation,
    Person,
    Referral,
    Statement,
    Step,
    Tie,
)
from netgraph.suggestions.calibration import calibration_on
from netgraph.suggestions.recommendations import Recommendations, explanation, recommend
from netgraph.suggestions.sensitivity import words
from tests.strategies import TODAY, ledgers

GOAL = Goal("g1", "data scientist")
ACME = Organisation("o1", "Acme", spellings=("Acme", "ACME Inc."))


def book(*people: Person, **facts: object) -> Ledger:
    ties = tuple(Tie(f"t-{p.id}", EGO, p.id) for p in people)
    spelling = dict.fromkeys(ACME.spellings, "o1")
    made = Ledger({p.id: p for p in people}, {"o1": ACME}, ties=ties, spelling=spelling)
    return replace(made, **facts)  # type: ignore[arg-type]


def ask_of(ledger: Ledger, limit: int = 10) -> Recommendations:
    return recommend(AsOf(ledger, TODAY), [GOAL], limit=limit)


def asked(person: str, day: date, *then: str) -> Ask:
    return Ask(f"a-{person}-{day}", person, steps=tuple(Step(day, s) for s in ("asked", *then)))


ANA = Person("ana", "Ana Moss", title="Data Scientist", company="Acme")
BEN = Person("ben", "Ben Moss", company="ACME Inc.")
CLEO = Person("cleo", "Cleo Moss")


def test_who_was_asked_rests_and_is_said_to_until_when() -> None:
    told = ask_of(book(ANA, CLEO, asks=(asked("ana", date(2026, 4, 20)),)))
    assert ["cleo"] == [s.person for s in told.suggestions]
    assert [("ana", date(2026, 5, 11))] == [(x.person, x.until) for x in told.not_now]


def test_a_colleague_waits_three_business_days_whatever_the_spelling() -> None:
    ledger = book(ANA, BEN, CLEO, asks=(asked("ana", date(2026, 4, 30)),))
    told = ask_of(ledger)
    assert {"cleo", "ben"} == {s.person for s in told.suggestions}
    waits = next(s for s in told.suggestions if s.person == "ben")
    # Thursday; Friday, Monday and Tuesday follow
    assert date(2026, 5, 5) == waits.ready_on
    assert "you asked Ana Moss, who is at ACME Inc. too, on 2026-04-30" == waits.waits_for
    later = AsOf(ledger, date(2026, 5, 5))
    assert {"ben", "cleo"} == {s.person for s in recommend(later, [GOAL]).suggestions}


def test_two_asks_for_a_goal_are_enough_and_that_is_said() -> None:
    long_ago = (date(2025, 1, 1), date(2025, 6, 1))
    told = ask_of(book(CLEO, asks=tuple(asked("cleo", d, "done") for d in long_ago)))
    assert () == told.suggestions
    assert [("cleo", None)] == [(x.person, x.until) for x in told.not_now]
    assert "twice" in told.not_now[0].why


def test_thanks_come_first_and_the_person_may_still_be_suggested() -> None:
    talk = Event("e", EventKind.INTERVIEW, TODAY - timedelta(days=2), "ana", EGO)
    told = ask_of(book(ANA, events=(talk,)))
    assert [("thank", "ana")] == [(d.kind, d.person) for d in told.first]
    assert [("ana", TODAY + timedelta(days=13))] == [(x.person, x.until) for x in told.not_now]


def test_a_hub_knows_somebody_for_every_target() -> None:
    said = Statement("s", "cleo", "hub", True)
    plain, hub = (ask_of(book(CLEO, statements=s)).suggestions[0] for s in ((), (said,)))
    assert plain.knows < hub.knows
    assert plain.chance == hub.chance


def test_the_sum_adds_up_to_chance_and_knows() -> None:
    ledger = book(ANA, BEN, CLEO)
    told = explanation(AsOf(ledger, TODAY), [GOAL], "ana")
    for lines, value in ((told.willing, told.chance), (told.evidence, told.knows)):
        total = math.fsum(line.value for line in lines)
        assert value == pytest.approx(1 / (1 + math.exp(-total)))
    assert told.score == pytest.approx(told.chance * told.knows * told.worth)
    assert (1, 3, Hint("")) == (told.rank, told.of, told.why_not)


def test_who_is_not_suggested_hears_why() -> None:
    never = Statement("s", "ana", "never_ask", True)
    ledger = book(ANA, statements=(never,))
    far = Person("far", "Far Moss")
    ledger = replace(ledger, people={**ledger.people, "far": far})
    view = AsOf(ledger, TODAY)
    assert "you noted not to ask them" == explanation(view, [GOAL], "ana").why_not.words
    assert "you do not know them yet" in explanation(view, [GOAL], "far").why_not.words


def test_the_line_on_half_lives_is_there_for_everybody_among_the_best() -> None:
    told = ask_of(book(ANA, BEN, CLEO))
    line = "stays in the top 5 for half-lives from 60 to 400 days"
    assert {line} == {s.sensitivity for s in told.suggestions}


def test_a_rank_that_depends_on_half_lives_is_said_to() -> None:
    assert "between place 2 and 31" in words((2, 31))


def test_half_lives_move_who_was_close_long_ago() -> None:
    old = [
        Event(f"e{n}", EventKind.INTERVIEW, TODAY - timedelta(days=500 + n), "p0", EGO)
        for n in range(20)
    ]
    new = [
        Event(f"n{i}", EventKind.MET, TODAY - timedelta(days=10), EGO, f"p{i}")
        for i in range(1, 12)
    ]
    people = [Person(f"p{i}", f"P{i}", title="Data Scientist") for i in range(12)]
    told = recommend(AsOf(book(*people, events=(*old, *new)), TODAY), [GOAL], limit=12)
    assert "top 5" not in next(s.sensitivity for s in told.suggestions if s.person == "p0")


def answers(yes: int, no: int) -> Ledger:
    """Asks of strangers, who are promised 30 %."""
    people = [Person(f"p{n}", f"P{n}") for n in range(yes + no)]
    asks = [
        asked(p.id, date(2025, 1, 1) + timedelta(days=n), "done" if n < yes else "declined")
        for n, p in enumerate(people)
    ]
    return book(*people, asks=tuple(asks))


def test_few_answers_move_nothing() -> None:
    kept = calibration_on(AsOf(answers(9, 0), TODAY))
    assert (0.0, 9) == (kept.shift, kept.came.cases)
    assert "from 10 on" in kept.words


def test_enough_answers_move_the_chances_half_way() -> None:
    kept = calibration_on(AsOf(answers(20, 0), TODAY))
    p = 1 / (1 + math.exp(0.85))
    pooled = (20 * p + 20) / 40
    assert p == pytest.approx(kept.promised)
    assert math.log(pooled / (1 - pooled)) - math.log(p / (1 - p)) == pytest.approx(kept.shift)
    assert "moved up" in kept.words


def test_reliability_is_counted_in_bins_with_intervals() -> None:
    kept = calibration_on(AsOf(answers(3, 7), TODAY))
    assert [(0.0, 0.35, 3, 10)] == [(b.low, b.high, b.came.hits, b.came.cases) for b in kept.bins]
    assert kept.bins[0].came.low < 0.3 < kept.bins[0].came.high
    p = 1 / (1 + math.exp(0.85))
    assert (3 * (1 - p) ** 2 + 7 * p**2) / 10 == pytest.approx(kept.brier)


def test_a_promise_rests_on_what_was_known_the_day_before() -> None:
    talk = Event("e", EventKind.INTERVIEW, date(2026, 4, 1), "ana", EGO)
    ledger = book(ANA, asks=(asked("ana", date(2026, 4, 1), "done"),), events=(talk,))
    assert 1 / (1 + math.exp(0.85)) == pytest.approx(calibration_on(AsOf(ledger, TODAY)).promised)


@settings(max_examples=30)
@given(ledgers())
def test_any_ledger_gets_an_answer_that_names_everybody_at_most_once(ledger: Ledger) -> None:
    told = recommend(AsOf(ledger, TODAY), [GOAL, Goal("g2", "", ("Acme",))], limit=3)
    asked_now = [s.person for s in told.suggestions]
    later = [x.person for x in told.not_now]
    assert len({*asked_now, *later}) == len(asked_now) + len(later)
    assert all(s.path[0] == EGO and s.path[-1] == s.person for s in told.suggestions)


def test_names_passed_on_count_for_the_introducer_however_they_are_tied() -> None:
    met = Referral("r", "ana", "cleo", steps=(Step(date(2026, 4, 1), "met"),))
    told = ask_of(book(ANA, CLEO, referrals=(met,)))
    assert told.suggestions[0].parts["received"] > 0


def test_a_vague_goal_hears_what_would_sharpen_it() -> None:
    ledger = book(ANA)
    vague = recommend(AsOf(ledger, TODAY), [Goal("g1", "open to anything")]).about_goals
    said = "open to anything: being open to anything gives people nothing to hold on to"
    assert said in vague[0].words
    sharp = Goal("g2", "data scientist", companies=("Acme",))
    assert () == recommend(AsOf(ledger, TODAY), [sharp]).about_goals


def test_a_goal_is_offered_for_revision_after_five_talks() -> None:
    goal = Goal("g1", "nurse", companies=("Acme",), steps=(Step(date(2026, 1, 1), "open"),))
    talks = tuple(
        Event(f"e{n}", EventKind.INTERVIEW, date(2026, 2, 1 + n), "ana", EGO) for n in range(5)
    )
    for seen, expected in ((talks[:4], ""), (talks, "nurse: 5 talks since")):
        ledger = book(ANA, events=seen)
        said = recommend(AsOf(ledger, TODAY), [goal]).about_goals
        assert expected in "".join(hint.words for hint in said)
        assert bool(said) == bool(expected)


def test_without_a_goal_it_says_what_is_missing() -> None:
    with pytest.raises(InvalidInput, match="at least one goal"):
        recommend(AsOf(Ledger(), date(2026, 5, 1)), [])
