"""Who led to whom, and who up the chain has not heard."""

from __future__ import annotations

from datetime import timedelta

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from netgraph.measures.lineage_measures import branches, credit, ended, generations
from netgraph.measures.referrals import lineage
from netgraph.model.records import EGO, Event, EventKind, Ledger, Referral, Step
from tests.lineages import LATER, MAY_1, named
from tests.strategies import TODAY, ledgers


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


def test_whoever_is_met_on_the_day_itself_is_met() -> None:
    talk = Event("e", EventKind.TALKED, LATER, EGO, "tom")
    book = Ledger(events=(talk,), referrals=(named("maya", "tom"),))

    assert LATER == lineage(book, as_of=LATER).met["tom"]
    assert "tom" not in lineage(book, as_of=LATER - timedelta(days=1)).met
