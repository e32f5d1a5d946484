"""What is written down becomes facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.journal.edits import corrected, statements
from netgraph.journal.log import WORDS, agreed_by, ask, event, open_asks, refer, settled_by, status
from netgraph.journal.people import new_person
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Ask, EventKind, Ledger, Referral, Statement, Step, Tie

MAY_1, MAY_4, MAY_8 = date(2026, 5, 1), date(2026, 5, 4), date(2026, 5, 8)


def test_a_word_says_who_gave() -> None:
    helped = event(Ledger(), "helped", "ana", day=MAY_1)
    was_helped = event(Ledger(), "was-helped", "ana", day=MAY_1)

    assert (EGO, "ana") == (helped.giver, helped.taker)
    assert ("ana", EGO) == (was_helped.giver, was_helped.taker)


def test_every_word_can_be_logged() -> None:
    kinds = {event(Ledger(), word, "ana", day=MAY_1).kind for word in WORDS}

    traces = {"email", "invitation", "endorsement", "recommendation", "meeting"}
    assert set(EventKind) - {EventKind(t) for t in traces} == kinds


def test_the_same_again_on_one_day_is_another_event() -> None:
    first = event(Ledger(), "talked", "ana", day=MAY_1)
    again = event(Ledger(events=(first,)), "talked", "ana", day=MAY_1)

    assert first.id != again.id
    assert first == event(Ledger(), "talked", "ana", day=MAY_1)


@pytest.mark.parametrize("word", ["", "hugged", "MET"])
def test_a_word_that_is_not_known_is_refused(word: str) -> None:
    with pytest.raises(InvalidInput, match="known are met"):
        event(Ledger(), word, "ana", day=MAY_1)


def test_nobody_meets_themselves() -> None:
    with pytest.raises(InvalidInput):
        event(Ledger(), "met", EGO, day=MAY_1)
    with pytest.raises(InvalidInput, match="an ask goes to somebody other than you"):
        ask(Ledger(), EGO, day=MAY_1)


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_a_favour_is_worth_nothing_or_more(value: float) -> None:
    with pytest.raises(InvalidInput):
        event(Ledger(), "helped", "ana", day=MAY_1, value=value)


def test_notes_are_cleaned() -> None:
    assert "a b" == event(Ledger(), "note", "ana", day=MAY_1, note="a\x1b[31m\n b").note


def test_to_ask_again_without_an_answer_is_a_follow_up() -> None:
    first = ask(Ledger(), "ana", day=MAY_1)
    again = ask(Ledger(asks=(first,)), "ana", day=MAY_8)

    assert first.id == again.id
    assert ["asked", "asked"] == [s.status for s in again.steps]


def test_after_an_end_an_ask_begins_anew() -> None:
    first = ask(Ledger(), "ana", day=MAY_1)
    done = ask(Ledger(asks=(first,)), "ana", day=MAY_4, outcome="done")
    next_one = ask(Ledger(asks=(done,)), "ana", day=MAY_8)

    assert done.id != next_one.id


def test_an_outcome_goes_to_the_ask_for_that_target() -> None:
    acme = ask(Ledger(), "ana", day=MAY_1, target="Acme")
    blue = ask(Ledger(asks=(acme,)), "ana", day=MAY_4, target="Blue River")
    book = Ledger(asks=(acme, blue))

    assert acme.id == ask(book, "ana", day=MAY_8, target="ACME", outcome="agreed").id
    assert blue.id == ask(book, "ana", day=MAY_8, outcome="agreed").id  # the newest
    assert [acme, blue] == open_asks(book, "ana")


def test_a_wish_for_something_else_is_another_ask() -> None:
    talk = ask(Ledger(), "ana", day=MAY_1)
    advice = ask(Ledger(asks=(talk,)), "ana", day=MAY_4, want="help")

    assert ("interview", "help") == (talk.want, advice.want)
    assert talk.id != advice.id


def test_an_outcome_of_an_ask_that_was_never_written_down_is_one_step() -> None:
    assert (Step(MAY_1, "agreed"),) == ask(Ledger(), "ana", day=MAY_1, outcome="agreed").steps


def test_a_step_cannot_be_before_the_last() -> None:
    first = ask(Ledger(), "ana", day=MAY_8)

    with pytest.raises(InvalidInput, match="asked was on 2026-05-08"):
        ask(Ledger(asks=(first,)), "ana", day=MAY_1, outcome="agreed")


def test_an_unknown_outcome_is_refused() -> None:
    with pytest.raises(InvalidInput, match="planned, asked"):
        ask(Ledger(), "ana", day=MAY_1, outcome="perhaps")


def test_a_referral_is_one_for_three_people() -> None:
    named = refer(Ledger(), "maya", "tom", day=MAY_1)
    met = refer(Ledger(referrals=(named,)), "maya", "tom", day=MAY_4, outcome="met")

    assert named.id == met.id
    assert ("named", "met", "") == (
        status(met, as_of=MAY_1),
        status(met),
        status(met, as_of=date(2026, 4, 30)),
    )


def test_a_name_written_down_twice_asks_what_became_of_it() -> None:
    named = refer(Ledger(), "maya", "tom", day=MAY_1)

    with pytest.raises(InvalidInput, match="what became of it"):
        refer(Ledger(referrals=(named,)), "maya", "tom", day=MAY_4)


@pytest.mark.parametrize(("a", "b", "to"), [("x", "x", EGO), (EGO, "x", EGO), ("x", "y", "x")])
def test_a_referral_needs_three_people(a: str, b: str, to: str) -> None:
    with pytest.raises(InvalidInput, match="three different people"):
        refer(Ledger(), a, b, to=to, day=MAY_1)


def test_both_sides_say_yes_to_an_introduction() -> None:
    book = Ledger()
    for by in ("", "gus", "hana"):
        outcome = "agreed" if by else ""
        step = refer(book, EGO, "gus", to="hana", day=MAY_1, outcome=outcome, by=by)
        book = Ledger(referrals=(step,))

    assert {"gus", "hana"} == agreed_by(book.referrals[0])


def test_a_talk_settles_the_ask_and_the_referral_that_led_to_it() -> None:
    book = Ledger(
        asks=(
            Ask("a1", "tom", steps=(Step(MAY_1, "agreed"),)),
            Ask("a2", "tom", want="help", steps=(Step(MAY_1, "agreed"),)),
            Ask("a3", "ana", steps=(Step(MAY_1, "agreed"),)),
            Ask("a4", "tom", steps=(Step(MAY_8, "asked"),)),  # later than the talk
        ),
        referrals=(
            Referral("r1", "maya", "tom", steps=(Step(MAY_1, "introduced"),)),
            Referral("r2", "ben", "tom", steps=(Step(MAY_1, "declined"),)),
            Referral("r3", EGO, "tom", to="ana", steps=(Step(MAY_1, "introduced"),)),
        ),
    )
    talk = event(book, "interview", "tom", day=MAY_4)

    settled = {f.id: f.steps[-1] for f in settled_by(book, talk)}

    assert {"a1": Step(MAY_4, "done"), "r1": Step(MAY_4, "met")} == settled


def test_a_chance_meeting_settles_the_referral_alone() -> None:
    book = Ledger(
        asks=(Ask("a1", "tom", steps=(Step(MAY_1, "asked"),)),),
        referrals=(Referral("r1", "maya", "tom", steps=(Step(None, "named"),)),),
    )
    met = event(book, "met", "tom", day=MAY_4)

    assert ["r1"] == [f.id for f in settled_by(book, met)]


def test_a_talk_with_somebody_known_before_is_not_the_introducers_doing() -> None:
    book = Ledger(
        events=(event(Ledger(), "talked", "tom", day=MAY_1),),
        referrals=(Referral("r1", "maya", "tom", steps=(Step(MAY_4, "named"),)),),
    )

    assert [] == settled_by(book, event(book, "talked", "tom", day=MAY_8))
    introduced = replace(book.referrals[0], steps=(Step(MAY_4, "introduced"),))
    again = replace(book, referrals=(introduced,))
    assert ["r1"] == [f.id for f in settled_by(again, event(book, "talked", "tom", day=MAY_8))]


def test_thanks_settle_nothing() -> None:
    book = Ledger(asks=(Ask("a1", "tom", steps=(Step(MAY_1, "asked"),)),))

    assert [] == settled_by(book, event(book, "thanked", "tom", day=MAY_4))


@pytest.mark.parametrize("words", ["", "  ", "🚀", "--"])
def test_a_name_has_a_letter(words: str) -> None:
    with pytest.raises(InvalidInput):
        new_person(words, taken=(), lead=True)


def test_a_namesake_is_somebody_else() -> None:
    first = new_person("Ana Silva", taken=(), lead=True)
    second = new_person("ana SILVA", taken={first.id}, lead=True)

    assert first.id != second.id


def test_a_statement_of_a_field_replaces_the_one_of_the_same_day_and_no_older_one() -> None:
    [first] = statements(Ledger(), "ana", {"title": "Analyst"}, day=MAY_1)
    [again] = statements(Ledger(), "ana", {"title": "Lead"}, day=MAY_1)
    [later] = statements(Ledger(), "ana", {"title": "Boss"}, day=MAY_4)

    assert first.id == again.id != later.id


def test_a_new_address_goes_before_the_older_ones() -> None:
    [first] = statements(Ledger(), "ana", {"email": "a@example.org"}, day=MAY_1)
    assert isinstance(first, Statement)
    book = Ledger(statements=(first,))

    [second] = statements(book, "ana", {"email": "b@example.org"}, day=MAY_4)

    assert isinstance(second, Statement)
    assert ("b@example.org", "a@example.org") == second.value


def test_closeness_is_a_tie_and_changes_the_one_that_was_said() -> None:
    [tie] = statements(Ledger(), "ana", {}, day=MAY_1, closeness="warm")
    assert isinstance(tie, Tie)

    [closer] = statements(Ledger(ties=(tie,)), "ana", {}, day=MAY_4, closeness="close")

    assert replace(tie, id=closer.id, closeness="close", day=MAY_4) == closer


def test_nothing_said_is_refused() -> None:
    with pytest.raises(InvalidInput):
        statements(Ledger(), "ana", {}, day=MAY_1)
    with pytest.raises(InvalidInput):
        statements(Ledger(), "ana", {"name": " "}, day=MAY_1)


def test_an_event_is_put_right() -> None:
    wrong = event(Ledger(), "helped", "ana", day=MAY_1, note="a talk")

    right = corrected(wrong, {"word": "interview", "day": MAY_4, "note": None})

    expected = replace(wrong, kind=EventKind.INTERVIEW, giver="ana", taker=EGO, day=MAY_4)
    assert expected == right


def test_a_correction_that_changes_nothing_is_refused() -> None:
    told = event(Ledger(), "helped", "ana", day=MAY_1)

    for changes in ({}, {"day": MAY_1}, {"value": -1.0}):
        with pytest.raises(InvalidInput):
            corrected(told, changes)


def test_an_event_keeps_whom_it_was_about_and_a_name_says_no_more_than_was_said() -> None:
    spoke = event(Ledger(), "talked", "ana", day=MAY_1, about="ben")
    named = refer(Ledger(), "ana", "ben", day=MAY_1)

    assert ("ana", "ben") == (spoke.taker, spoke.about)
    assert [Step(MAY_1, "named")] == list(named.steps)
