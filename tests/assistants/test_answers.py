"""An assistant's answers say what the library found, with the same facts by any name."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

import pytest

from netgraph.agenda.due_list import due
from netgraph.assistants import answers
from netgraph.assistants.veiling import Veiling, handle
from netgraph.model.as_of import AsOf
from netgraph.model.errors import UnknownName
from netgraph.model.records import EGO, Event, EventKind, Goal, Ledger, Organisation, Person
from tests.story import story

KEY = b"k" * 32
DAY = date(2025, 6, 10)
BOOK = replace(story(), goals=(Goal("g1", "data scientist"),))
VIEW = AsOf(BOOK, DAY)
VEILED = AsOf(Veiling(BOOK, KEY).told(), DAY)


def test_what_is_due_is_that_of_the_list_and_the_rest_is_counted() -> None:
    everything = due(VIEW, days=7)
    found = answers.due_list(VIEW, limit=1)

    assert (1, len(everything) - 1) == (len(found.due), found.more)
    first = everything[0]
    line = found.due[0]
    assert (first.kind, first.person, first.on) == (line.kind, line.person.id, line.on)
    assert first.action.verb == line.step.verb


def test_without_names_the_same_people_are_suggested_for_the_same_reasons() -> None:
    told, veiled = answers.suggestions(VIEW, limit=4), answers.suggestions(VEILED, limit=4)

    assert told.suggestions
    assert [handle(s.person.id, KEY) for s in told.suggestions] == [
        s.person.id for s in veiled.suggestions
    ]
    assert [s.chance for s in told.suggestions] == [s.chance for s in veiled.suggestions]
    text = str(asdict(veiled))
    assert not [p.name for p in story().people.values() if p.name in text]


def test_a_list_of_people_finds_by_title_and_only_with_names_by_name() -> None:
    assert ["Maya Chen"] == [p.person.name for p in answers.found_people(VIEW, query="maya").people]
    assert () == answers.found_people(VEILED, query="maya").people
    two = answers.found_people(VEILED, query="data", limit=2)
    assert 2 == len(two.people)
    assert len(answers.found_people(VIEW, query="data", limit=50).people) == 2 + two.more


def test_a_page_has_the_note_with_names_and_the_day_without() -> None:
    page = answers.page(VIEW, "Maya Chen")
    veiled = answers.page(VEILED, handle("maya", KEY))

    assert "Head of Data" == page.person.title == veiled.person.title
    assert [row.day for row in page.happened] == [row.day for row in veiled.happened]
    assert ("Maya Chen", "Tom Reed") in [(n.by, n.person) for n in page.names_passed_on]
    with pytest.raises(UnknownName):
        answers.page(VEILED, "Maya Chen")
    eli = answers.page(VIEW, "eli")
    assert "coffee at the old place" in [row.note for row in eli.happened]
    assert {""} == {row.note for row in answers.page(VEILED, handle("eli", KEY)).happened}


def test_what_somebody_wrote_is_shortened() -> None:
    long = Event("e", EventKind.TALKED, DAY, EGO, "ana", "x" * 5000)
    book = Ledger({"ana": Person("ana", "Ana")}, events=(long,))

    (row,) = answers.page(AsOf(book, DAY), "ana").happened
    assert len(row.note) <= answers.LONGEST


def test_an_employer_and_the_ways_to_it() -> None:
    firm = Organisation("o1", "Acme", spellings=("Acme",))
    ana = Person("ana", "Ana Silva", company="Acme", title="Engineer")
    talk = Event("e", EventKind.TALKED, date(2025, 6, 1), EGO, "ana")
    book = Ledger(
        {EGO: Person(EGO, "Robin"), "ana": ana}, {"o1": firm}, events=(talk,),
        spelling={"Acme": "o1"},
    )  # fmt: skip
    view = AsOf(book, DAY)

    there = answers.employer(view, "acme")
    assert ("Acme", ["Ana Silva"]) == (there.name, [c.person.name for c in there.now])
    ways = answers.ways(view, "acme")
    assert [("you", "Ana Silva")] == [way.people for way in ways.ways]
    assert ways.ways[0].rests_on[0].startswith("you - Ana Silva: ")
    nowhere = answers.ways(view, "Quite Another Firm")
    assert () == nowhere.ways
    assert nowhere.advice


def test_numbers_say_how_sure_they_are_and_a_brief_has_ten_questions() -> None:
    numbers = answers.numbers(VIEW)
    assert DAY == numbers.as_of
    assert any(line.startswith("asks that were answered: ") for line in numbers.asks)

    brief = answers.talk_brief(VIEW, "Tom Reed", minutes=30)
    assert ("Before the talk with Tom Reed", 30) == (brief.title, brief.minutes)
    assert 10 <= sum(len(section.lines) for section in brief.sections)
