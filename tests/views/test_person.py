"""One person's page."""

from __future__ import annotations

from datetime import date, timedelta

from netgraph.journal.asks import Standing
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Ask,
    Correspondence,
    Event,
    EventKind,
    Ledger,
    Person,
    Position,
    Referral,
    Statement,
    Step,
    Tie,
)
from netgraph.views.person import (
    AskRow,
    EventRow,
    Job,
    PersonPage,
    in_bunches,
    person_view,
    spoken_of,
)

DAY = date(2026, 5, 1)
PEOPLE = {
    EGO: Person(EGO, "Robin"),
    "ana": Person("ana", "Ana Silva", emails=("a@x.org",), title="Nurse", company="Acme"),
    "ben": Person("ben", "Ben Ode"),
}


def page(who: str = "ana", **facts: object) -> PersonPage:
    return person_view(AsOf(Ledger(PEOPLE, **facts), DAY), who)  # type: ignore[arg-type]


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def test_what_is_known_is_there_with_the_limits_that_hold() -> None:
    said = (
        Statement("s1", "ana", "not_before", date(2026, 6, 1), ago(9)),
        Statement("s2", "ana", "needs", "a flat", ago(9)),
        Statement("s3", "ana", "needs", None, ago(3)),
        Statement("s4", "ana", "company", "Delta", ago(9)),
        Statement("s5", "ben", "needs", "a job", ago(9)),
    )
    found = page(statements=said).person

    assert ("ana", "Nurse", "Acme", ("a@x.org",)) == (
        found.id, found.title, found.company, found.emails,
    )  # fmt: skip
    assert {"not_before": "2026-06-01"} == found.notes
    assert not found.lead


def test_former_jobs_are_there_the_latest_first() -> None:
    jobs = (
        Position("w1", "ana", "Old", "Clerk", start="2001", end="2005"),
        Position("w2", "ana", "Mid", "Nurse", seen=date(2015, 1, 1)),
        Position("w3", "ana", "New", "Head", end="2020-06"),
        Position("w4", "ana", "Now", "Head", current=True),
        Position("w5", "ben", "Else", "Head", end="2020"),
    )

    assert (
        Job("New", "Head", "work", "until 2020-06"),
        Job("Old", "Clerk", "work", "until 2005"),
        Job("Mid", "Nurse", "work", "seen in 2015"),
    ) == page(positions=jobs).person.past


def test_what_happened_is_said_the_oldest_first_and_nothing_later() -> None:
    events = (
        Event("e1", EventKind.TALKED, ago(3), EGO, "ana", "at the fair"),
        Event("e2", EventKind.MET, None, "ana", EGO),
        Event("e3", EventKind.INTRODUCTION, ago(2), "ben", EGO, about="ana"),
        Event("e4", EventKind.MET, DAY + timedelta(days=1), EGO, "ana"),
        Event("e5", EventKind.MET, ago(1), EGO, "ben"),
    )
    letters = Correspondence(EventKind.EMAIL, "ana", EGO, (ago(9), ago(9)), "mail")
    rows = page(events=events, correspondence=(letters,)).events

    assert ["met", "email", "talked", "introduction"] == [row.what for row in rows]
    assert all(isinstance(row, EventRow) for row in rows)
    last = rows[-1]
    assert isinstance(last, EventRow)
    assert ("Ben Ode", "Ana Silva") == (last.by, last.about)
    [talk] = [row for row in rows if isinstance(row, EventRow) and row.id == "e1"]
    assert ("you", "Ana Silva", "at the fair") == (talk.by, talk.with_, talk.note)


def test_asks_are_told_step_by_step_also_those_in_their_name() -> None:
    own = Ask("k1", "ana", steps=(Step(ago(9), "asked"), Step(ago(5), "agreed", "gladly")))
    theirs = Ask("k2", "ben", introducer="ana", steps=(Step(ago(2), "asked"),))
    found = page(asks=(own, theirs))
    rows = [row for row in found.events if isinstance(row, AskRow)]

    assert [
        ("asked", False, "Ana Silva"),
        ("agreed", False, "Ana Silva"),
        ("asked", True, "Ben Ode"),
    ] == [(row.status, row.in_their_name, row.with_) for row in rows]
    assert [("k1", "agreed")] == [(ask.id, ask.status) for ask in found.open.asks]


def test_ties_have_ego_first_then_go_by_name() -> None:
    ties = (Tie("t1", "ana", "ben"), Tie("t2", EGO, "ana", closeness="warm"))
    found = page(ties=ties).ties

    assert ["you", "Ben Ode"] == [row.name for row in found]
    assert found[0].strength > 0
    assert "you said: warm" in found[0].evidence


def test_names_passed_on_in_any_part_are_there_once_they_are_known() -> None:
    names = (
        Referral("r1", "ben", "ana", steps=(Step(ago(3), "named"),)),
        Referral("r2", "ana", "ben", steps=(Step(DAY + timedelta(days=3), "named"),)),
    )
    [row] = page(referrals=names).referrals

    assert ("Ben Ode", "Ana Silva", "you", "named") == (
        row.introducer.name, row.person.name, row.to.name, row.status,
    )  # fmt: skip


def test_until_when_to_leave_somebody_alone_is_said_with_the_reason() -> None:
    waits = page(asks=(Ask("k", "ana", steps=(Step(DAY, "asked"),)),)).open

    assert DAY + timedelta(days=21) == waits.ready_on
    assert waits.why
    free = page("ben").open
    assert (DAY, "", (), ()) == (free.ready_on, free.why, free.due, free.asks)


def letter(day: date | None, what: str = "message") -> AskRow:
    return AskRow("1", day, what, "", "", False, "")


def test_letters_of_one_year_that_follow_one_another_are_a_bunch() -> None:
    rows = [
        letter(date(2025, 1, 1)), letter(date(2025, 9, 1), "email"), letter(date(2026, 1, 1)),
        letter(date(2026, 2, 1), "talked"), letter(date(2026, 3, 1), "met"),
        letter(date(2026, 4, 1)),
    ]  # fmt: skip

    assert [2, 1, 1, 1, 1] == [len(bunch) for bunch in in_bunches(rows)]
    assert [] == list(in_bunches([]))


def test_a_waiting_ask_is_said_to_be_asked() -> None:
    assert "asked" == spoken_of(Standing.WAITING)
    assert "agreed" == spoken_of(Standing.AGREED)
