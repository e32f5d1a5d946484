"""What all talks taught, each number worked out by hand beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import networkx as nx
import pytest
from hypothesis import given

from netgraph.graph.ties import ties_on
from netgraph.measures.connectivity import cohesion
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Debrief, Evidence, Goal, Ledger, Person, Step, Tie
from netgraph.talks.hypotheses import verdicts
from netgraph.views.portrait import portraits
from netgraph.views.reflection import reflect
from netgraph.views.statistics import stats
from tests.story import DAYS, story
from tests.strategies import TODAY, ledgers

STORY = story()
LEARNED = (
    Debrief("d1", "maya", date(2025, 5, 8), learned="#remote+ is usual at Acme. #pay is fair"),
    Debrief("d2", "tom", date(2025, 5, 22), learned="#remote- twice a week only. #pay again"),
    Debrief("d3", "ana", date(2025, 7, 3), learned="#pay is all she spoke of"),
    Debrief("d4", "gus", date(2025, 7, 10), learned="#pay"),
)
SPOKEN = tuple(
    Evidence(f"v{n}", who, date(2025, 7, 1), "needs a degree", holds, "so they said")
    for n, (who, holds) in enumerate(
        [("maya", True), ("tom", True), ("ana", True), ("gus", False), ("maya", True)]
    )
)
GOAL = Goal(
    "g1",
    "data scientist in climate tech",
    hypotheses=("needs a degree", "pays well"),
    steps=(Step(date(2025, 5, 5), "open"), Step(date(2025, 7, 12), "open", "was: data")),
)
BOOK = replace(STORY, debriefs=LEARNED, evidence=SPOKEN, goals=(GOAL,))


def test_what_was_heard_where() -> None:
    found = reflect(AsOf(BOOK, DAYS[2]))

    assert 4 == found.talks
    # #remote is a word for the theme "culture" of the bank
    assert {"pay": 4, "culture": 2} == dict(found.heard)
    assert {"pay": 1, "remote": 1} == dict(found.by_employer["Acme"])
    assert 7 == len(found.open_questions)


def test_two_sides_and_what_is_new() -> None:
    found = reflect(AsOf(BOOK, DAYS[2]))

    [sides] = found.contradictions
    assert ["Maya Chen"] == [v.name for v in sides.for_it]
    assert ["Tom Reed"] == [v.name for v in sides.against]
    # Maya: 2 new; Tom 0 of 2, Ana 0 of 1, Gus 0 of 1: nothing new in the last three
    assert 0.0 == found.saturation.share
    assert "teach little" in found.saturation.words


def test_beliefs_have_a_posterior() -> None:
    degree, pay = verdicts(AsOf(BOOK, DAYS[2]))

    # Maya counts once: 3 for, 1 against, (3 + 1) / (4 + 2)
    assert ("3 for, 1 against: probably", 0.6667) == (degree.words, degree.chance)
    assert ("nobody has spoken of it yet", 0.5) == (pay.words, pay.chance)
    [early, _] = verdicts(AsOf(BOOK, date(2025, 6, 1)))
    assert "nobody has spoken of it yet" == early.words


def test_a_change_of_the_goal_has_the_talks_before_it() -> None:
    found = reflect(AsOf(BOOK, DAYS[2])).revisions

    assert [("open", []), ("was: data", ["Ana Silva", "Gus Hall"])] == [
        (r.what, [who.name for who in r.after_talks_with]) for r in found
    ]


def test_how_asking_went_by_distance() -> None:
    rows = {(r.way, r.stage): r.words for r in reflect(AsOf(STORY, DAYS[4])).ways}

    # Tom and Cleo were one introduction away, Ana and Dora more; Cleo declined
    assert "2 of 2, too few to say" == rows["one introduction away", "answered"]
    assert "1 of 2, too few to say" == rows["one introduction away", "agreed"]
    assert "2 of 2, too few to say" == rows["two or more away", "talked"]


def test_what_comes_later_changes_nothing() -> None:
    for as_of in DAYS[:3]:
        early = replace(
            story(until=as_of),
            debriefs=tuple(d for d in LEARNED if d.day and d.day <= as_of),
            evidence=tuple(e for e in SPOKEN if e.day and e.day <= as_of),
        )
        late = replace(STORY, debriefs=LEARNED, evidence=SPOKEN)
        assert reflect(AsOf(early, as_of)) == reflect(AsOf(late, as_of))


def net(*pairs: str) -> AsOf:
    """Return a network of people called by one letter; "m" is ego."""
    ties = [tuple(EGO if i == "m" else i for i in pair) for pair in pairs]
    people = {i: Person(i, i.upper()) for pair in ties for i in pair}
    return AsOf(Ledger(people, ties=tuple(Tie(f"{p[0]}{p[1]}", p[0], p[1]) for p in ties)), TODAY)


def test_whom_a_network_hangs_on_by_hand() -> None:
    # m - a - c - d, m - b - c: nobody hangs on a or b; d hangs on c; e - f on e
    found = portraits(net("ma", "mb", "ac", "bc", "cd", "me", "ef")).known

    assert 6 == found.people
    assert 4 == found.ties
    assert round(4 / 15, 4) == found.density
    assert (2, 4, 0) == (found.parts, found.largest_part, found.alone)
    assert [("C", 1), ("E", 1)] == [(h.name, h.people) for h in found.hinges]
    assert "Your network hangs on 2 people: without C, E you would lose 2." == found.words[-1]


def test_nobody_is_said_to_be_nobody() -> None:
    assert ("Nobody is in your network yet.",) == portraits(AsOf(Ledger(), TODAY)).known.words


@given(ledgers())
def test_a_hinge_cuts_off_as_many_as_it_says(ledger: Ledger) -> None:
    G = ties_on(AsOf(ledger, TODAY))
    known = nx.Graph((u, v) for u, v, tie in G.edges(data=True) if tie["kind"] == "tie")
    known.add_node(EGO)
    before = nx.node_connected_component(known, EGO)
    lost = {}
    for v in before - {EGO}:
        left = known.subgraph(set(known) - {v})
        if gone := len(before) - 1 - len(nx.node_connected_component(left, EGO)):
            lost[v] = gone

    assert lost == dict(cohesion(G).hinges)


def test_stats_have_the_network_in_words() -> None:
    found = stats(net("ma", "ab"))

    assert pytest.approx(1.0) == found.network.known.density
    assert found.network.known.words
