"""The whole sum behind one person, suggested or not."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta

import pytest

from netgraph.model.actions import Action, Hint
from netgraph.model.as_of import AsOf
from netgraph.model.records import Person, Referral, Statement, Step
from netgraph.suggestions.explanation import WORDS
from netgraph.suggestions.recommendations import explanation
from tests.strategies import TODAY
from tests.suggestions.some_people import ANA, BEN, CLEO, GOAL, asked, book


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


def test_the_sum_begins_with_a_stranger_and_with_anybody() -> None:
    told = explanation(AsOf(book(ANA), TODAY), [GOAL], "ana")

    assert ("cold", "a stranger") == (told.willing[0].part, told.willing[0].words)
    assert ("base", "anybody") == (told.evidence[0].part, told.evidence[0].words)
    assert all(WORDS[line.part] == line.words for line in told.evidence[1:])
    assert ("ana", "Ana Moss", "g1") == (told.person, told.name, told.goal)
    assert told.reasons


def test_the_rank_is_the_place_among_all_who_may_be_asked() -> None:
    view = AsOf(book(ANA, BEN, CLEO, asks=(asked("ben", TODAY),)), TODAY)

    assert [(1, 2), (None, 2), (2, 2)] == [
        (told.rank, told.of)
        for told in (explanation(view, [GOAL], i) for i in ("ana", "ben", "cleo"))
    ]


def test_whoever_rests_hears_until_when() -> None:
    told = explanation(AsOf(book(ANA, asks=(asked("ana", TODAY),)), TODAY), [GOAL], "ana")

    assert told.why_not.words.startswith(f"until {TODAY + timedelta(days=21)}: ")


def test_whoever_is_not_known_yet_has_a_way_to_them() -> None:
    ledger = book(ANA)
    ledger = replace(ledger, people={**ledger.people, "far": Person("far", "Far")})

    assert (
        Action("path", ("far",)) == explanation(AsOf(ledger, TODAY), [GOAL], "far").why_not.action
    )


def test_whoever_is_in_the_list_of_the_day_is_said_to_be() -> None:
    named = Referral("r", "cleo", "ben", steps=(Step(TODAY, "introduced"),))
    ledger = replace(book(ANA, CLEO), referrals=(named,))
    ledger = replace(ledger, people={**ledger.people, "ben": BEN})

    assert (
        Hint("they are in today's list already")
        == explanation(AsOf(ledger, TODAY), [GOAL], "ben").why_not
    )


def test_the_users_own_answers_are_a_line_of_their_own() -> None:
    people = [Person(f"p{n}", f"P{n}") for n in range(12)]
    days = [TODAY - timedelta(days=400 + n) for n in range(12)]
    asks = tuple(asked(p.id, day, "done") for p, day in zip(people, days, strict=True))
    told = explanation(AsOf(book(*people, ANA, asks=asks), TODAY), [GOAL], "ana")
    shift = [line for line in told.willing if line.part == "shift"]

    assert ["your own asks so far"] == [line.words for line in shift]
    assert shift[0].value > 0
    without = explanation(AsOf(book(*people, ANA), TODAY), [GOAL], "ana")
    assert "shift" not in {line.part for line in without.willing}


def test_nobody_unknown_is_explained() -> None:
    with pytest.raises(Exception, match="nobody"):
        explanation(AsOf(book(ANA), TODAY), [GOAL], "nobody")
