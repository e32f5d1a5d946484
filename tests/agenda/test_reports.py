"""Who up the chain has not heard yet what became of the door they opened."""

from __future__ import annotations

from datetime import timedelta

import networkx as nx
import pytest
from hypothesis import given

from netgraph.agenda.reports import untold
from netgraph.measures.referrals import lineage
from netgraph.model.records import EGO, Event, EventKind, Goal, Ledger, Person, Step
from tests.lineages import LATER, MAY_1, chain, named
from tests.strategies import TODAY, ledgers


@pytest.mark.parametrize("length", [2, 3, 8])
def test_every_ancestor_is_once_in_the_queue(length: int) -> None:
    people = [f"p{n}" for n in range(length)]

    queue = untold(chain(*people), lineage(chain(*people), as_of=LATER))

    assert people[:-1] == sorted(u.person for u in queue)
    assert people[1:] == [n.about for n in next(u for u in queue if u.person == "p0").news]


@given(ledgers())
def test_the_queue_has_every_ancestor_of_everybody_met_once_unless_they_heard(book: Ledger) -> None:
    silent = Ledger(
        people=book.people,
        events=tuple(e for e in book.events if e.kind != EventKind.REPORTED),
        referrals=book.referrals,
    )
    tree = lineage(silent, as_of=TODAY)
    met = [v for v in tree.first if v in tree.met]
    expected = set().union(*(nx.ancestors(tree.G, v) for v in met)) if met else set()

    queue = [u.person for u in untold(silent, tree)]

    assert len(queue) == len(set(queue))
    assert expected <= set(queue)


def told(to: str, day: int, about: str | None = None) -> Event:
    """Return a report some days after 1 May."""
    on = MAY_1 + timedelta(days=day)
    return Event(f"{to}{day}", EventKind.REPORTED, on, EGO, to, about=about)


@pytest.mark.parametrize(
    ("report", "left"),
    [
        (told("a", 0), ["b"]),  # before the meeting
        (told("a", 1), []),
        (told("a", 5, about="b"), []),
        (told("a", 5, about="x"), ["b"]),  # about somebody else
        (told("a", 200), ["b"]),  # not yet
    ],
)
def test_who_heard_is_not_waiting(report: Event, left: list[str]) -> None:
    book = Ledger(events=(report,), referrals=chain("a", "b").referrals)

    queue = untold(book, lineage(book, as_of=LATER))

    assert left == [n.about for u in queue for n in u.news]


def test_everybody_who_opened_a_door_hears_that_the_goal_was_reached() -> None:
    goal = Goal("g1", "a new start", steps=(Step(MAY_1, "open"), Step(LATER, "done")))
    book = Ledger(people={"b": Person("b", "B")}, referrals=(named("a", "b"),), goals=(goal,))

    [waiting] = untold(book, lineage(book, as_of=LATER))

    assert ("a", [(EGO, "a new start")]) == (
        waiting.person,
        [(n.about, n.what) for n in waiting.news],
    )


def test_who_waits_longest_hears_first_and_the_oldest_news_come_first() -> None:
    book = Ledger(
        referrals=(
            named("zoe", "tom", "met"),
            named("abe", "ana", "met", day=3),
            named("zoe", "bo", "met", day=5),
            named("abe", "cy", day=6),
        )
    )

    queue = untold(book, lineage(book, as_of=LATER))

    assert [("zoe", ["tom", "bo"]), ("abe", ["ana"])] == [
        (u.person, [n.about for n in u.news]) for u in queue
    ]


def test_a_name_that_was_closed_is_news_in_the_users_words() -> None:
    last = Step(MAY_1 + timedelta(days=3), "closed", "they made me an offer")
    one = named("maya", "tom", "met")
    book = Ledger(referrals=(type(one)(one.id, "maya", "tom", steps=(*one.steps, last)),))

    [maya] = untold(book, lineage(book, as_of=LATER))

    assert [("tom", "met"), ("tom", "they made me an offer")] == [
        (n.about, n.what) for n in maya.news
    ]


def test_a_goal_reached_is_no_news_to_who_helped_later() -> None:
    done = Step(MAY_1 + timedelta(days=10), "done")
    goal = Goal("g1", "a new start", steps=(done,))
    names = (named("a", "b", day=10), named("c", "d", day=11))
    book = Ledger(referrals=names, goals=(goal,))

    assert ["a"] == [u.person for u in untold(book, lineage(book, as_of=LATER))]
    early = lineage(book, as_of=MAY_1 + timedelta(days=9))
    assert [] == untold(book, early)


def test_a_report_by_somebody_else_tells_nothing() -> None:
    report = Event("e", EventKind.REPORTED, MAY_1 + timedelta(days=5), "x", "a")
    book = Ledger(events=(report,), referrals=chain("a", "b").referrals)

    assert ["a"] == [u.person for u in untold(book, lineage(book, as_of=LATER))]
