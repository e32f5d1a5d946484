"""Who led to whom, and who up the chain has not heard."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.agenda.reports import untold
from netgraph.measures.lineage_measures import branches, credit, ended, generations
from netgraph.measures.referrals import lineage
from netgraph.model.errors import UnknownName
from netgraph.model.records import EGO, Event, EventKind, Goal, Ledger, Person, Referral, Step
from tests.strategies import TODAY, ledgers

MAY_1 = date(2026, 5, 1)


def named(introducer: str, person: str, *steps: str, day: int = 0) -> Referral:
    """Return a referral that began some days after 1 May and took its other steps a day apart."""
    taken = [
        Step(MAY_1 + timedelta(days=day + n), status) for n, status in enumerate(("named", *steps))
    ]
    return Referral(f"{introducer}-{person}-{day}", introducer, person, steps=tuple(taken))


def chain(*people: str) -> Ledger:
    """Return a ledger in which everybody named the next, whom ego met a day later."""
    pairs = enumerate(pairwise(people))
    return Ledger(referrals=tuple(named(u, v, "met", day=10 * n) for n, (u, v) in pairs))


LATER = MAY_1 + timedelta(days=80)


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


@given(ledgers())
def test_what_comes_later_changes_no_lineage(book: Ledger) -> None:
    known = Ledger(
        people=book.people,
        events=tuple(e for e in book.events if e.day is None or e.day <= TODAY),
        referrals=tuple(
            Referral(
                r.id,
                r.introducer,
                r.person,
                r.to,
                steps=tuple(s for s in r.steps if s.day is None or s.day <= TODAY),
            )
            for r in book.referrals
        ),
    )
    before, after = (lineage(b, as_of=TODAY) for b in (known, book))

    assert before.first == after.first
    assert before.met == after.met
    assert generations(before) == generations(after)
    assert branches(known, before) == branches(book, after)
    assert [e.person for e in ended(before)] == [e.person for e in ended(after)]


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")), max_size=15))
def test_any_tangle_of_names_is_a_forest_with_what_was_left_out(
    pairs: list[tuple[str, str]],
) -> None:
    book = Ledger(referrals=tuple(named(u, v, day=n) for n, (u, v) in enumerate(pairs)))

    tree = lineage(book, as_of=LATER)

    in_tree = [r for u, v in tree.G.edges for r in tree.G.edges[u, v]["referrals"]]
    assert len(pairs) == len(in_tree) + len(tree.loops) + len(tree.late)
    assert nx.is_directed_acyclic_graph(tree.G)
    everybody = [v for g in _levels(tree.roots, tree.children) for v in g]
    assert sorted(everybody) == sorted(tree.G)
    assert sum(g.people for g in generations(tree)) == len(tree.G)


def _levels(roots: tuple[str, ...], children: object) -> list[list[str]]:
    levels, level = [], list(roots)
    while level:
        levels.append(level)
        level = [v for u in level for v in children(u)]  # type: ignore[operator]
    return levels


def test_a_person_can_have_several_introducers() -> None:
    book = Ledger(referrals=(named("maya", "tom"), named("ben", "tom", "met", day=1)))

    tree = lineage(book, as_of=LATER)

    assert ("maya", "ben") == tree.roots
    assert (("tom",), ()) == (tree.children("maya"), tree.children("ben"))
    assert {"ben": 0.5, "maya": 0.5} == credit(tree, "tom")
    assert "met" == tree.status("tom")


def test_whom_ego_knew_before_is_met_when_they_meet_again() -> None:
    before = Event("e1", EventKind.MET, MAY_1 - timedelta(days=100), EGO, "tom")
    after = Event("e2", EventKind.MET, MAY_1 + timedelta(days=3), EGO, "tom")
    names = (named("maya", "tom"),)

    assert "tom" not in lineage(Ledger(events=(before,), referrals=names), as_of=LATER).met
    tree = lineage(Ledger(events=(before, after), referrals=names), as_of=LATER)
    assert after.day == tree.met["tom"]


def test_of_two_names_that_make_a_loop_on_one_day_that_of_whom_ego_met_first_stands() -> None:
    book = Ledger(
        events=(Event("e1", EventKind.TALKED, MAY_1, EGO, "zoe"),),
        referrals=(named("abe", "zoe"), named("zoe", "abe")),
    )

    tree = lineage(book, as_of=LATER)

    assert ("zoe",) == tree.roots
    assert ["abe"] == [r.introducer for r in tree.loops]


def test_nobody_leads_to_themselves_and_ego_is_not_in_the_tree() -> None:
    ego_names = Referral("r", EGO, "gus", to="hana", steps=(Step(MAY_1, "named"),))
    book = Ledger(referrals=(named("abe", "abe"), ego_names, named(EGO, "abe", day=1)))

    tree = lineage(book, as_of=LATER)

    assert ((), 1) == (tree.roots, len(tree.loops))


def test_a_name_without_a_step_for_a_quarter_came_to_nothing() -> None:
    book = Ledger(referrals=(named("maya", "tom"),))

    assert [] == ended(lineage(book, as_of=MAY_1 + timedelta(days=90)))
    [tom] = ended(lineage(book, as_of=MAY_1 + timedelta(days=91)))
    assert ("tom", "no step for a while", MAY_1) == (tom.person, tom.why, tom.since)


def test_one_introducer_whose_name_still_works_keeps_a_branch_open() -> None:
    book = Ledger(referrals=(named("maya", "tom", "declined"), named("ben", "tom", "asked", day=3)))

    assert [] == ended(lineage(book, as_of=MAY_1 + timedelta(days=10)))


def test_credit_is_shared_by_all_up_the_chain_and_adds_up_to_one() -> None:
    book = Ledger(
        referrals=(
            named("a", "c"),
            named("b", "c", day=1),
            named("c", "d", day=2),
            named("x", "d", day=3),
        )
    )
    # d: c and x half each; c passes its half to a and b: 1/2 + 1/2 + 1/4 + 1/4 = 3/2
    expected = {"c": 1 / 3, "a": 1 / 6, "b": 1 / 6, "x": 1 / 3}

    assert expected == pytest.approx(credit(lineage(book, as_of=LATER), "d"))


def test_a_root_owes_nobody_and_a_stranger_is_refused() -> None:
    tree = lineage(chain("a", "b"), as_of=LATER)

    assert {} == credit(tree, "a")
    with pytest.raises(UnknownName):
        credit(tree, "nobody")


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
