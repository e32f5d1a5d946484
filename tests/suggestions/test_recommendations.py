"""The whole answer for a ledger: debts first, rests, half-lives, the sum, and promises kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from netgraph.agenda.due_list import due
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Goal,
    Ledger,
    Person,
    Referral,
    Statement,
    Step,
    Tie,
)
from netgraph.suggestions.recommendations import chances_on, recommend
from tests.strategies import TODAY, ledgers, small_changes
from tests.suggestions.some_people import ANA, BEN, CLEO, GOAL, ask_of, asked, book


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


@given(small_changes())
def test_after_a_small_change_the_answer_is_what_it_would_be_anew(
    books: tuple[Ledger, Ledger],
) -> None:
    goals = [GOAL, Goal("g2", "", ("Acme",))]
    first, later = (replace(one, goals=tuple(goals)) for one in books)
    view, anew = AsOf(first, TODAY), AsOf(later, TODAY)
    recommend(view, goals)
    due(view)
    other = view.after(later)

    assert repr(recommend(anew, goals)) == repr(recommend(other, goals))
    assert repr(due(anew)) == repr(due(other))
    assert list(chances_on(anew).items()) == list(chances_on(other).items())


def test_what_is_in_hand_is_told_of_the_goals_that_are_asked_for() -> None:
    goals = (Goal("g1", "nurse", companies=("Acme",)), Goal("g2", "cook", companies=("Elm",)))
    ledger = book(ANA, CLEO, goals=goals, asks=(replace(asked("ana", TODAY), goal="g1"),))

    told = [recommend(AsOf(ledger, TODAY), [goal]).in_hand for goal in goals]

    assert [[("g1", "ana")], []] == [[(p.goal, p.person) for p in found] for found in told]


def test_who_does_it_there_goes_before_others_of_a_wanted_employer() -> None:
    ann = Person("ann", "Ann Moss", title="Nurse", company="Acme")
    bob = Person("bob", "Bob Moss", title="Chemist", company="Acme")
    words = (("ann", "barely"), ("bob", "close"))
    ties = tuple(Tie(i, EGO, i, closeness=closeness) for i, closeness in words)
    goal = Goal("g1", "nurse", companies=("Acme",))
    told = recommend(AsOf(book(ann, bob, ties=ties), date(2026, 5, 1)), [goal])

    first, second = sorted(told.suggestions, key=lambda s: s.ready_on)
    assert (("ann", ""), "bob") == ((first.person, first.waits_for), second.person)
    assert second.score > first.score
    # a Friday; the seventh business day after it
    assert "if Ann Moss has not answered by 12 May" == second.waits_for


def test_of_those_to_be_left_alone_who_would_help_most_comes_first() -> None:
    some = (CLEO, replace(ANA, id="zoe", name="Zoe Moss"))
    told = ask_of(book(*some, asks=tuple(asked(p.id, TODAY - timedelta(days=1)) for p in some)))

    assert ["zoe", "cleo"] == [one.person for one in told.not_now]
