"""After everything that is written down one next step is said, and it is a command."""

from __future__ import annotations

from datetime import date

import pytest

from cli.actions import written
from netgraph.journal.goals import finished
from netgraph.journal.lookup import find_source
from netgraph.model.as_of import AsOf
from netgraph.model.errors import UnknownName
from netgraph.model.records import (
    EGO,
    Ask,
    AskStatus,
    Event,
    EventKind,
    Ledger,
    Person,
    Position,
    Referral,
    ReferralStatus,
    Source,
    Step,
)
from netgraph.views.next_steps import after_ask, after_event, after_referral
from netgraph.views.person import person_view
from netgraph.views.thanks import thanks_due
from tests.cli.parsing import parsed
from tests.story import story

DAY = date(2026, 5, 4)
WITHOUT = {AskStatus.WAITING}


@pytest.mark.parametrize("status", [s for s in AskStatus if s not in WITHOUT])
@pytest.mark.parametrize("want", ["interview", "introduction", "help"])
def test_every_step_of_an_ask_has_a_next_one(status: AskStatus, want: str) -> None:
    hint = after_ask(Ask("a", "ana", want=want, steps=(Step(DAY, status),)))

    assert hint is not None
    assert hint.action is not None
    line = written(hint.action).replace("DAY", "2026-05-09")
    assert parsed(line) is not None


@pytest.mark.parametrize("kind", list(EventKind))
def test_what_follows_an_event_can_be_run(kind: EventKind) -> None:
    for giver, taker in ((EGO, "ana"), ("ana", EGO)):
        hint = after_event(Event("e", kind, DAY, giver, taker))
        if hint and hint.action:
            assert hint.action.who in (("ana",), ())
            assert parsed(written(hint.action)) is not None


def test_who_gave_something_is_thanked_and_who_was_given_is_not() -> None:
    taken = after_event(Event("e", EventKind.HELPED, DAY, "ana", EGO))
    assert taken is not None
    assert "thank them within a day" == taken.words
    given = after_event(Event("e", EventKind.HELPED, DAY, EGO, "ana"))
    assert given is not None
    assert "what else is due" == given.words


@pytest.mark.parametrize("status", list(ReferralStatus))
def test_what_follows_a_name_can_be_run(status: ReferralStatus) -> None:
    hint = after_referral(Referral("r", "ben", "ana", steps=(Step(DAY, status),)))
    if hint and hint.action:
        assert parsed(written(hint.action)) is not None


def test_a_goal_reached_names_everybody_who_opened_a_door() -> None:
    day = date(2026, 4, 27)  # the goal of the story is reached
    reached = story(until=day)
    goal = finished(reached.goals[0], day=day, note="")
    names = {hint.words.partition(",")[0] for hint in thanks_due(AsOf(reached, day))}

    assert goal.steps[-1].status == "done"
    assert {"Maya Chen", "Tom Reed", "Ana Silva"} <= names


def test_a_lent_export_is_found_by_who_lent_it() -> None:
    lent = Source("linkedin:p3", "linkedin", owner="p3")
    book = Ledger.of(Person("p3", "Ada Nwosu-Falk"), lent, Source("linkedin", "linkedin"))

    assert "linkedin:p3" == find_source(book, "Ada Nwosu-Falk") == find_source(book, "linkedin:p3")
    assert "linkedin" == find_source(book, "linkedin")
    with pytest.raises(UnknownName, match=r"linkedin:p3 \(of Ada Nwosu-Falk\)"):
        find_source(book, "outlook")


def test_a_former_job_is_on_the_page_of_a_person() -> None:
    old = Position("w", "ana", "Acme", "Cook", end="2023")
    book = Ledger.of(Person("ana", "Ana Silva"), old)

    [job] = person_view(AsOf(book, DAY), "ana").person.past

    assert ("Acme", "Cook", "until 2023") == (job.organisation, job.title, job.until)
