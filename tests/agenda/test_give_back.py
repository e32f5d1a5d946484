"""What one could do for others, and the pages that show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from netgraph.agenda.give_back import give_back_from, ideas, paid_forward
from netgraph.graph.ties import tie_graph
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Ledger,
    Person,
    Referral,
    Statement,
    Step,
    Tie,
)
from netgraph.views.person import AskRow, person_view
from netgraph.views.statistics import stats
from netgraph.views.two_way import RECENT, two_way_view
from tests.story import DAYS, story

MAY_1 = date(2026, 5, 1)
TALKS = tuple(
    Event(f"e-{who}", EventKind.INTERVIEW, MAY_1, who, EGO) for who in ("ana", "ben", "cleo", "dev")
)
PEOPLE = {
    EGO: Person(EGO, "Robin"),
    "ana": Person("ana", "Ana Silva", company="Acme", title="Data Scientist"),
    "ben": Person("ben", "Ben Ode", company="Blue River", title="data scientist"),
    "cleo": Person("cleo", "Cleo Park", company="Acme", title="Data Scientist"),
    "dev": Person("dev", "Dev Rao", title="Photographer"),
    "eve": Person("eve", "Eve Lau", title="Data Scientist"),
}
BOOK = Ledger(people=PEOPLE, events=TALKS)


def for_ana(book: Ledger, *, as_of: date = MAY_1) -> list[tuple[str, str | None]]:
    """Return the kinds of ideas for Ana and with whom."""
    G = tie_graph(book, as_of=as_of)
    return [(i.kind, i.other) for i in ideas(book, G, "ana", limit=None)]


def test_people_of_one_line_of_work_at_different_employers_are_worth_introducing() -> None:
    # Cleo is at Acme too, Dev does something else, and with Eve there was never any contact.
    assert [("introduce", "ben")] == for_ana(BOOK)


@pytest.mark.parametrize(
    "known",
    [
        {"ties": (Tie("t", "ana", "ben"),)},
        {"ties": (Tie("t", "ana", "ben", known=False),)},
        {"referrals": (Referral("r", EGO, "ben", to="ana", steps=(Step(MAY_1, "named"),)),)},
        {"referrals": (Referral("r", EGO, "ana", to="ben", steps=(Step(MAY_1, "declined"),)),)},
    ],
)
def test_nobody_is_introduced_twice_or_against_what_is_known(known: dict[str, tuple[Tie]]) -> None:
    assert [] == for_ana(replace(BOOK, **known))  # type: ignore[arg-type]


def test_who_does_what_somebody_looks_for_comes_first() -> None:
    need = Statement("s", "ana", "needs", "a photographer for the team page", MAY_1)
    book = replace(BOOK, statements=(need,))

    later = replace(need, day=MAY_1 + timedelta(days=1))

    assert [("connect", "dev"), ("introduce", "ben")] == for_ana(book)
    assert [("introduce", "ben")] == for_ana(replace(book, statements=(later,)))


def test_a_note_is_an_idea_until_something_was_done() -> None:
    note = Event("n", EventKind.NOTE, MAY_1, EGO, "ana", note="her team reads about buoys")
    sent = Event("s", EventKind.ARTICLE, MAY_1 + timedelta(days=2), EGO, "ana")
    later = MAY_1 + timedelta(days=3)

    noted = replace(BOOK, events=(*TALKS, note))
    assert ("note", None) in for_ana(noted, as_of=later)
    assert ("note", None) not in for_ana(noted, as_of=MAY_1 - timedelta(days=1))
    assert ("note", None) not in for_ana(replace(noted, events=(*noted.events, sent)), as_of=later)


def test_the_time_to_give_back_is_a_month_after_the_last_favour() -> None:
    named = Referral("r", "ana", "eve", steps=(Step(MAY_1 + timedelta(days=5), "named"),))
    book = replace(BOOK, referrals=(named,))

    found = give_back_from(book, as_of=MAY_1 + timedelta(days=10))

    assert {"ana": date(2026, 6, 5), "ben": date(2026, 5, 31)} == {
        i: found[i] for i in ("ana", "ben")
    }


def test_nothing_is_due_back_at_once() -> None:
    helped = Event("h", EventKind.HELPED, MAY_1, "ana", EGO, value=3.0)
    book = replace(BOOK, events=(*TALKS, helped))

    [now] = two_way_view(AsOf(book, MAY_1), people={"ana"}).people
    rows = two_way_view(AsOf(book, MAY_1 + timedelta(days=30))).people
    later = next(r for r in rows if r.id == "ana")

    assert RECENT == now.state
    assert "they have helped you more than you could return yet" == later.state
    assert ["introduce"] == [i.kind for i in later.ideas]


def test_what_is_paid_forward_has_a_line_of_its_own() -> None:
    # 4 August 2025 to 4 May 2026 are 273 days.
    forward = paid_forward(story(), as_of=DAYS[4])

    assert pytest.approx(2 ** (-273 / 180)) == forward
    assert round(forward, 4) == two_way_view(AsOf(story(), DAYS[4])).network["paid_forward"]


def test_people_are_listed_by_name() -> None:
    names = [r.name for r in two_way_view(AsOf(story(), DAYS[4])).people]

    assert sorted(names) == names


def test_what_cannot_be_said_is_none() -> None:
    network = two_way_view(AsOf(Ledger(people={EGO: PEOPLE[EGO]}), MAY_1)).network

    assert (None, None, 0) == (network["reciprocity"], network["rho"], network["paid_forward"])


def test_a_person_s_page_has_everything_by_that_day_and_nothing_later() -> None:
    page = person_view(AsOf(story(), DAYS[2]), "tom")

    assert "Tom Reed" == page.person.name
    assert "Data Engineer" == page.person.title
    assert max(row.day for row in page.events if row.day) == date(2025, 7, 14)
    assert [("maya", "tom", "met"), ("tom", "ana", "met"), ("ben", "tom", "named")] == [
        (r.introducer.id, r.person.id, r.status) for r in page.referrals
    ]
    assert EGO == page.ties[0].id
    assert ["report"] == [d.kind for d in page.open.due]
    assert (DAYS[2], "") == (page.open.ready_on, page.open.why)


def test_somebody_never_met_has_a_page_too() -> None:
    page = person_view(AsOf(BOOK, MAY_1), "eve")

    assert ((), (), (), None) == (
        page.events,
        page.ties,
        page.referrals,
        page.person.two_way,
    )


def test_the_page_of_somebody_asked_shows_what_waits() -> None:
    page = person_view(AsOf(story(), DAYS[4]), "jon")

    assert [("interview", "asked")] == [(a.want, a.status) for a in page.open.asks]
    assert date(2026, 5, 13) == page.open.ready_on  # 22 April and 21 days
    assert [("ask", "asked")] == [
        (row.what, row.status) for row in page.events if isinstance(row, AskRow)
    ]


def test_an_empty_search_has_numbers_too() -> None:
    found = stats(AsOf(Ledger(people={EGO: PEOPLE[EGO]}), MAY_1))

    assert {0} == {row.cases for row in found.funnel}
    assert (0, None) == (found.ego.size, found.ego.constraint)
    assert ((), None) == (found.lineage.generations, found.lineage.days_to_meet)
    assert None is found.gaps.most_asked_share


def test_who_made_a_closed_talk_possible_is_named() -> None:
    [dora] = stats(AsOf(story(), DAYS[4])).lineage.made_possible_by

    assert ("dora", ["ana", "tom", "maya"]) == (dora.id, [u.id for u in dora.thanks_to])
