"""Who was met by a day, and of whom only the name is known."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.encounters import leads_on, met_on
from netgraph.model.records import Ask, Event, EventKind, Fact, Ledger, Person, Referral, Step, Tie

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
ANA, BEN = Person("ana", "Ana"), Person("ben", "Ben")
NAMED = Referral("r", "ben", "ana", steps=(Step(MAY, "named"),))


def view(*facts: Fact, day: date = MAY) -> AsOf:
    return AsOf(Ledger.of(ANA, BEN, *facts), day)


@pytest.mark.parametrize(
    "fact",
    [
        Event("e", EventKind.TALKED, MAY, "me", "ana"),
        Event("e", EventKind.INTERVIEW, MAY, "ana", "me"),
        Event("e", EventKind.MET, None, "ana", "me"),
        Ask("a", "ana", steps=(Step(MAY, "done"),)),
        Referral("r", "ben", "ana", steps=(Step(MAY, "met"),)),
    ],
)
def test_a_talk_a_done_ask_and_a_referral_that_led_to_them_is_an_encounter(fact: Fact) -> None:
    assert {"ana"} == met_on(view(fact))


@pytest.mark.parametrize(
    "fact",
    [
        Event("e", EventKind.MESSAGE, MAY, "ana", "me"),
        Event("e", EventKind.TALKED, JUNE, "me", "ana"),
        Event("e", EventKind.TALKED, MAY, "ben", "ana"),
        Ask("a", "ana", steps=(Step(MAY, "asked"),)),
        Ask("a", "ana", steps=(Step(JUNE, "done"),)),
        Referral("r", "me", "ana", to="ben", steps=(Step(MAY, "met"),)),
    ],
)
def test_what_is_written_to_come_or_between_others_is_none(fact: Fact) -> None:
    assert set() == met_on(view(fact))


def test_somebody_named_is_a_lead_until_they_are_met() -> None:
    assert {"ana"} == leads_on(view(NAMED))
    assert set() == leads_on(view(NAMED, Event("e", EventKind.MET, MAY, "me", "ana")))


def test_somebody_named_whom_ego_knows_already_is_no_lead() -> None:
    assert set() == leads_on(view(NAMED, Tie("t", "me", "ana")))


def test_a_name_of_a_later_day_makes_no_lead_yet() -> None:
    later = Referral("r", "ben", "ana", steps=(Step(JUNE, "named"),))

    assert set() == leads_on(view(later))
    assert {"ana"} == leads_on(view(later, day=JUNE))
