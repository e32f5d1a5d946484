"""Places saved and applied for: one of each, whoever tells of it, and who opens the door."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.journal.applications import applications_on, apply
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Application, Ledger, Person, Step, Tie, Wish
from netgraph.views.doors import application_rows, could_refer, made_possible
from tests.story import DAYS, story

DAY = date(2026, 5, 4)  # a Monday
STORY = story()


def test_an_application_moves_on_step_by_step() -> None:
    one = apply(Ledger(), "Acme", "Analyst", status="saved", day=DAY)
    two = apply(Ledger(applications=(one,)), "acme inc", status="applied", day=DAY)
    other = apply(Ledger(applications=(two,)), "Acme", "Lead", status="saved", day=DAY)

    assert one.id == two.id != other.id
    assert ["saved", "applied"] == [s.status for s in two.steps]


@pytest.mark.parametrize(
    ("company", "title", "status", "day", "words"),
    [
        ("Acme", "", "hired", DAY, "no step of an application"),
        (" ", "", "saved", DAY, "name the company"),
        ("Acme", "", "offer", DAY, "several applications at Acme"),
        ("Acme", "A", "offer", date(2026, 1, 1), "give a later day"),
    ],
)
def test_what_cannot_be_meant_says_what_to_do(
    company: str, title: str, status: str, day: date, words: str
) -> None:
    some = tuple(Application(t, "Acme", t, steps=(Step(DAY, "saved"),)) for t in ("A", "B"))
    with pytest.raises(InvalidInput, match=words):
        apply(Ledger(applications=some), company, title, status=status, day=day)


def test_what_a_file_and_the_user_know_of_one_place_is_one() -> None:
    wishes = (
        Wish("w1", "Acme Inc.", "saved job", "Analyst", date(2026, 3, 1)),
        Wish("w2", "Acme", "application", "analyst", date(2026, 4, 1)),
        Wish("w3", "Blue", "follow"),
    )
    mine = apply(Ledger(), "ACME", "Analyst", status="interview", day=DAY, link="https://x")
    book = Ledger(wishes=wishes, applications=(mine,))

    [found] = applications_on(AsOf(book, DAY))
    [early] = applications_on(AsOf(book, date(2026, 3, 15)))

    assert ["saved", "applied", "interview"] == [s.status for s in found.steps]
    assert ("interview", "https://x") == (found.status, found.link)
    assert "saved" == early.status


def test_who_could_refer_and_by_when() -> None:
    people = {
        "ana": Person("ana", "Ana", company="Acme"),
        "ben": Person("ben", "Ben", company="ACME Inc."),
        "cleo": Person("cleo", "Cleo", company="Blue"),
        "dev": Person("dev", "Dev", company="Acme"),
    }
    ties = (
        Tie("1", "me", "ana", closeness="close"),
        Tie("2", "me", "ben"),
        Tie("3", "me", "cleo", closeness="warm"),
        Tie("4", "cleo", "dev", closeness="close"),
    )
    one = apply(Ledger(), "Acme", "Analyst", status="saved", day=DAY, due=date(2026, 5, 20))
    [row] = application_rows(AsOf(Ledger(people, ties=ties, applications=(one,)), DAY))

    assert [("Ana", "works there"), ("Ben", "works there")] == [
        (r.name, r.how) for r in row.could_refer[:2]
    ]
    assert date(2026, 5, 13) == row.ask_by  # a week before the last day
    undated = replace(one, due=None)
    [row] = application_rows(AsOf(Ledger(people, ties=ties, applications=(undated,)), DAY))
    assert date(2026, 5, 7) == row.ask_by  # three business days


def test_who_is_to_be_left_alone_is_said() -> None:
    found = {r.name: r.wait for r in could_refer(AsOf(STORY, date(2025, 7, 12)), "Delta")}

    assert "let it rest" in found["Gus Hall"]


def test_who_made_it_possible_is_the_whole_chain() -> None:
    found = list(made_possible(AsOf(STORY, DAYS[4]), "Watershed"))

    assert [
        ("Dora Lind", []),
        ("Ana Silva", ["Dora Lind"]),
        ("Tom Reed", ["Ana Silva", "Dora Lind"]),
        ("Maya Chen", ["Tom Reed", "Ana Silva", "Dora Lind"]),
    ] == [(t.name, [n.name for n in t.chain]) for t in found]
    assert {"draft"} == {t.action.verb for t in found if t.action}


def test_everybody_is_thanked_once() -> None:
    names = [t.name for t in made_possible(AsOf(STORY, DAYS[4]))]

    assert len(set(names)) == len(names)
    assert {"Maya Chen", "Tom Reed", "Ana Silva", "Dora Lind"} <= set(names)


def test_what_comes_later_changes_nothing() -> None:
    late = AsOf(STORY, DAYS[2])
    early = AsOf(story(until=DAYS[2]), DAYS[2])

    assert list(made_possible(early)) == list(made_possible(late))


def test_a_later_step_keeps_or_replaces_link_and_last_day() -> None:
    due, later = date(2026, 6, 1), date(2026, 7, 1)
    one = apply(Ledger(), "Acme", "Cook", status="saved", day=DAY, link="a.example", due=due)
    kept = apply(Ledger(applications=(one,)), "Acme", "Cook", status="applied", day=DAY)
    new = apply(
        Ledger(applications=(one,)), "Acme", "Cook", status="applied", day=DAY, link="b.example",
        due=later,
    )  # fmt: skip

    assert ("a.example", due) == (kept.link, kept.due)
    assert ("b.example", later) == (new.link, new.due)
