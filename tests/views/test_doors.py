"""Who could open a door at an employer, and who did."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.journal.applications import apply
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.dates import business_days_after
from netgraph.model.records import (
    EGO,
    Application,
    Event,
    EventKind,
    Ledger,
    Organisation,
    Person,
    Position,
    Referral,
    Statement,
    Step,
    Tie,
)
from netgraph.views.doors import MOST, application_rows, could_refer, made_possible

DAY = date(2026, 5, 4)
ACME = Organisation("o1", "Acme", spellings=("Acme", "ACME Inc."))
PEOPLE = {
    "ana": Person("ana", "Ana", company="ACME Inc."),
    "ben": Person("ben", "Ben", company="Blue"),
    "cy": Person("cy", "Cy"),
    "di": Person("di", "Di", company="Acme"),
}
WAS = Position("w", "ben", "Acme", end="2020")
TIES = (Tie("t1", EGO, "ana"), Tie("t2", EGO, "ben"), Tie("t3", EGO, "cy"), Tie("t4", "cy", "di"))


def view(days: int = 0, **facts: object) -> AsOf:
    said = {"ties": TIES, "positions": (WAS,), **facts}
    book = Ledger(PEOPLE, {"o1": ACME}, spelling={"Acme": "o1", "ACME Inc.": "o1"}, **said)  # type: ignore[arg-type]
    return AsOf(book, DAY + timedelta(days=days))


def test_who_is_there_comes_before_who_was_and_who_leads_there() -> None:
    found = list(could_refer(view(), "acme inc"))

    assert [("ana", "works there"), ("ben", "worked there"), ("cy", "leads there")] == [
        (r.id, r.how) for r in found
    ]
    assert [(), (), ("Di",)] == [tuple(who.name for who in r.path) for r in found]
    assert [
        Action("draft", ("ana",), {"kind": "request", "target": "acme inc"}),
        Action("draft", ("ben",), {"kind": "introduction", "target": "acme inc"}),
        Action("draft", ("cy",), {"kind": "introduction", "target": "di"}),
    ] == [r.action for r in found]


def test_whoever_is_to_be_left_alone_is_there_with_the_reason() -> None:
    never = Statement("s", "ana", "never_ask", True, DAY)
    found = {r.id: r.wait for r in could_refer(view(statements=(never,)), "Acme")}

    assert found["ana"]
    assert "" == found["ben"]


def test_whoever_is_not_known_to_ego_or_gone_opens_no_door() -> None:
    gone = Person("ana", "Ana", company="Acme", gone=True)
    people = {"ana": gone, "di": PEOPLE["di"]}
    book = Ledger(people, {"o1": ACME}, ties=TIES[:1], spelling={"Acme": "o1"})

    assert not {"works there", "worked there"} & {
        r.how for r in could_refer(AsOf(book, DAY), "Acme")
    }


def test_at_an_employer_that_nobody_knows_nobody_is() -> None:
    assert [] == list(could_refer(view(), "Globex"))


def place(status: str, days: int = 0, company: str = "Acme", **more: object) -> Application:
    day = DAY + timedelta(days=days)
    return apply(Ledger(), company, "Analyst", status=status, day=day, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("due", "ask_by"),
    [(None, business_days_after(DAY, 3)), (20, DAY + timedelta(days=13)), (3, DAY)],
)
def test_a_saved_place_says_until_when_to_ask(due: int | None, ask_by: date) -> None:
    last = None if due is None else DAY + timedelta(days=due)
    [row] = application_rows(view(applications=(place("saved", due=last),)))

    assert ("saved", ask_by, last) == (row.status, row.ask_by, row.due)
    assert 3 == len(row.could_refer) <= MOST
    assert () == row.thanks_to


def test_who_could_refer_is_told_until_the_interview_and_thanks_after_it_began() -> None:
    talk = Event("e", EventKind.INTERVIEW, DAY, "ana", EGO)
    for status, referring, thanking in (("applied", 3, 1), ("interview", 0, 1), ("offer", 0, 1)):
        [row] = application_rows(view(applications=(place(status),), events=(talk,)))
        assert (referring, thanking) == (len(row.could_refer), len(row.thanks_to))
        assert row.ask_by is None


def test_that_one_has_arrived_is_told_once_to_those_who_have_not_heard() -> None:
    talks = tuple(Event(i, EventKind.INTERVIEW, DAY, i, EGO) for i in ("ana", "di"))
    before, told = (
        Event("r", EventKind.REPORTED, day, EGO, "ana") for day in (DAY - timedelta(days=1), DAY)
    )

    def letters(status: str, *events: Event) -> dict[str, object]:
        [row] = application_rows(view(applications=(place(status),), events=(*talks, *events)))
        return {one.id: one.action and one.action.fields["kind"] for one in row.thanks_to}

    assert {"ana": "report", "di": "report"} == letters("interview")
    assert {"ana": "landed", "di": "landed"} == letters("offer", before)
    assert {"ana": None, "di": "landed"} == letters("taken", told)


def test_what_is_open_comes_first_then_the_newest() -> None:
    places = (place("declined", 0, "Blue"), place("saved", -5), place("saved", -1, "Globex"))

    assert ["Globex", "Acme", "Blue"] == [
        r.company for r in application_rows(view(applications=places))
    ]


def test_everybody_who_made_it_possible_is_there_once_the_nearest_first() -> None:
    def met(introducer: str, person: str, days: int) -> Referral:
        day = DAY - timedelta(days=days)
        return Referral(person, introducer, person, steps=(Step(day, "named"), Step(day, "met")))

    talks = tuple(Event(f"e{i}", EventKind.TALKED, DAY - timedelta(days=n), EGO, i)
                  for i, n in (("ana", 1), ("di", 2)))  # fmt: skip
    names = (met("cy", "ben", 9), met("ben", "ana", 5), met("ben", "di", 5))
    found = list(made_possible(view(events=talks, referrals=names), "Acme"))

    assert [
        ("ana", "talked with you", []),
        ("ben", "led you to Ana", ["Ana"]),
        ("cy", "led you to Ben", ["Ben", "Ana"]),
        ("di", "talked with you", []),
    ] == [(t.id, t.why, [who.name for who in t.chain]) for t in found]
    assert [] == list(made_possible(view(events=talks), "Globex"))
    assert ["ana", "di"] == [t.id for t in made_possible(view(events=talks))]
