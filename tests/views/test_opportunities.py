"""What came of it: who led to an interview or an offer, by door, generation, tie and letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netgraph.journal.applications import apply
from netgraph.journal.log import ask
from netgraph.journal.relations import relation
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Ledger
from netgraph.views.doors import application_rows
from netgraph.views.goal_reached import arrival
from netgraph.views.opportunities import opportunities_on, yields
from netgraph.views.ways import ways_of_asking
from tests.story import DAYS, story

STORY = story()
TOLD = AsOf(STORY, DAYS[4])


def counted(view: AsOf) -> dict[str, str]:
    return {f"{row.kind} {row.name}": f"{row.hits}/{row.cases}" for row in yields(view)}


def test_all_in_the_chain_to_an_offer_made_it_possible() -> None:
    # Maya named Tom, Tom Ana, Ana Dora; Dora made the offer
    assert {"maya", "tom", "ana", "dora"} == opportunities_on(TOLD)
    assert frozenset() == opportunities_on(AsOf(STORY, date(2026, 2, 1)))


def test_yield_by_door_and_generation_by_hand() -> None:
    # Talked with: Maya, Gus, Kay, Eli (nobody's door), Tom, Ana, Dora (Maya's door)
    assert {
        "all talks": "4/7",
        "door Maya Chen": "3/3",
        "door nobody": "1/4",
        "generation 0": "1/4",
        "generation 1": "1/1",
        "generation 2": "1/1",
        "generation 3": "1/1",
    } == counted(TOLD)


def test_yield_by_what_people_are_to_me() -> None:
    said = (relation(STORY, "maya", "mentor", EGO), relation(STORY, "gus", "worked with", EGO))
    found = counted(AsOf(replace(STORY, relations=said), DAYS[4]))

    assert ("1/1", "0/1", "3/5") == (
        found["tie mentor of"], found["tie worked with"], found["tie nothing said"],
    )  # fmt: skip


def test_an_interview_counts_for_who_is_there_and_who_led_there() -> None:
    place = apply(STORY, "Delta", "Designer", status="interview", day=DAYS[4])
    early = replace(STORY, applications=(place,))

    assert "gus" in opportunities_on(AsOf(early, DAYS[4]))
    assert "gus" not in opportunities_on(AsOf(early, DAYS[3]))
    saved = apply(STORY, "Delta", "Designer", status="saved", day=DAYS[4])
    assert "gus" not in opportunities_on(AsOf(replace(STORY, applications=(saved,)), DAYS[4]))


def test_how_asking_went_by_the_length_of_the_letter() -> None:
    book = Ledger(STORY.people)
    letters = {"maya": (60, "agreed"), "tom": (74, "declined"), "ana": (75, "silent")}
    for who, (words, outcome) in {**letters, "ben": (0, "agreed")}.items():
        first = ask(book, who, day=date(2026, 4, 1), words=words or None)
        then = ask(replace(book, asks=(first,)), who, day=date(2026, 4, 9), outcome=outcome)
        book = replace(book, asks=(*book.asks, then))
    rows = {
        (r.way, r.stage): f"{r.hits}/{r.cases}"
        for r in ways_of_asking(AsOf(book, DAYS[4]))
        if "words" in r.way
    }

    assert "2/2" == rows["under 75 words", "answered"]
    assert "1/2" == rows["under 75 words", "agreed"]
    assert "0/1" == rows["75 words or more", "answered"]


def test_the_moment_of_arrival_has_the_chain_and_a_letter_for_each() -> None:
    found = arrival(TOLD)

    assert [["Maya Chen", "Tom Reed", "Ana Silva", "Dora Lind"]] == [
        [who.name for who in chain] for chain in found.chains
    ]
    assert ["Dora Lind", "Ana Silva", "Tom Reed", "Maya Chen"] == [t.name for t in found.thanks]
    assert {"landed"} == {t.action.fields["kind"] for t in found.thanks if t.action}
    assert found.doors


def test_a_place_taken_says_at_whom_it_was() -> None:
    place = apply(STORY, "Delta", "Designer", status="taken", day=DAYS[4])
    view = AsOf(replace(STORY, applications=(place,)), DAYS[4])

    assert ("Delta",) == arrival(view).companies
    assert [["Gus Hall"]] == [[who.name for who in chain] for chain in arrival(view).chains]
    [row] = application_rows(view)
    assert ["Gus Hall"] == [t.name for t in row.thanks_to]
