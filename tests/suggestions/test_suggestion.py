"""Whom to ask next: kinds of ask, targets, limits, learning, and what must hold for everybody."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.build import network
from netgraph.graph.schema import TieGraph
from netgraph.journal.limits import rests
from netgraph.measures.give_and_take import load
from netgraph.model.as_of import AsOf
from netgraph.model.dates import business_days_after
from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Goal,
    Ledger,
    Organisation,
    Person,
    Position,
    Referral,
    Statement,
    Step,
    Tie,
)
from netgraph.suggestions.criteria import Criteria, Criterion
from netgraph.suggestions.right_ask import Target
from netgraph.suggestions.suggestion import Suggestion, suggest
from netgraph.suggestions.wording import spoken
from tests.strategies import OTHERS, TODAY, asks, ledgers, referrals

DATA = Goal("g1", "data scientist")
AT_ACME = Goal("g2", "", companies=("ACME Inc.",))
ACME = Organisation("o1", "Acme", spellings=("Acme", "ACME Inc."))
BLUE = Organisation("o2", "Blue River", spellings=("Blue River",))


def person(i: str, title: str = "", company: str = "") -> Person:
    return Person(i, f"{i.title()} Moss", title=title, company=company)


def book(*people: Person, known: tuple[str, ...] | None = None, **facts: Any) -> Ledger:
    """A ledger in which ego has a tie with everybody, or with those named."""
    ids = [p.id for p in people] if known is None else known
    ties = (*(Tie(f"t-{i}", EGO, i) for i in ids), *facts.pop("ties", ()))
    return Ledger(
        {p.id: p for p in people},
        {o.id: o for o in (ACME, BLUE)},
        ties=ties,
        spelling={s: o.id for o in (ACME, BLUE) for s in o.spellings},
        **facts,
    )


def advice(ledger: Ledger, *goals: Goal, limit: int | None = None) -> list[Suggestion]:
    return suggest(
        network(ledger, as_of=TODAY),
        goals or (DATA,),
        asks=ledger.asks,
        referrals=ledger.referrals,
        rests=rests(ledger, as_of=TODAY),
        limit=limit,
    )


def of(found: list[Suggestion], i: str) -> Suggestion:
    return next(s for s in found if s.person == i)


def test_somebody_who_fits_is_asked_for_a_talk() -> None:
    found = advice(book(person("ana", "Senior Data Scientist"), person("ben", "Baker")))
    assert ["ana", "ben"] == [s.person for s in found]
    assert ("interview", Target("field", None, "data scientist")) == (found[0].ask, found[0].target)
    assert "works as Senior Data Scientist" == found[0].reasons[0]
    assert "introduction" == found[1].ask


def test_somebody_at_a_wanted_company_is_asked_about_it_by_any_spelling_of_it() -> None:
    found = advice(book(person("ana", company="Acme"), person("ben")), AT_ACME)
    assert ("ana", Target("company", "o1", "Acme")) == (found[0].person, found[0].target)
    assert ("the only one you know at Acme",) == found[0].reasons


def test_who_left_a_wanted_company_is_asked_for_an_introduction_to_it() -> None:
    left = Position("x", "ana", "Acme", "Baker", end="2023")
    found = advice(
        book(person("ana", company="Blue River"), person("ben"), positions=(left,)), AT_ACME
    )
    assert ("ana", "introduction", Target("company", "o1", "Acme"), "inferred") == (
        found[0].person, found[0].ask, found[0].target, found[0].basis,
    )  # fmt: skip
    assert "was at Acme until 2023" in found[0].reasons


def test_who_knows_somebody_who_fits_is_asked_for_that_introduction() -> None:
    tie = Tie("t", "ana", "cleo", closeness="warm")
    people = person("ana"), person("ben"), person("cleo", "Data Scientist")
    best = advice(book(*people, known=("ana", "ben"), ties=(tie,)))[0]
    assert ("ana", Target("person", "cleo", "Cleo Moss"), "stated") == (
        best.person, best.target, best.basis,
    )  # fmt: skip
    assert "knows Cleo Moss, who fits (you said so)" == best.reasons[0]
    assert 0.9 == pytest.approx(best.knows)


def test_what_is_only_inferred_is_said_to_be_probable_and_counts_by_its_confidence() -> None:
    people = person("ana"), person("cleo", "Data Scientist")
    G = network(book(*people, known=("ana",)), as_of=TODAY)
    tie = {
        "kind": "tie", "strength": 0.0, "given": 0.0, "basis": "inferred", "confidence": 0.5,
        "evidence": ("both at Acme",), "last": None, "since": None,
    }  # fmt: skip
    G.add_edge("ana", "cleo", **tie)
    G.add_edge("cleo", "ana", **tie)
    best = suggest(G, DATA)[0]
    assert "probably knows Cleo Moss, who fits (both at Acme)" == best.reasons[0]
    assert "inferred" == best.basis
    assert 0.45 == pytest.approx(best.knows)


def test_a_named_person_is_reached_through_who_knows_them() -> None:
    tie = Tie("t", "ben", "cleo")
    people = person("ana"), person("ben"), person("cleo")
    found = advice(book(*people, known=("ana", "ben"), ties=(tie,)), Goal("g", "", person="cleo"))
    assert ("ben", Target("person", "cleo", "Cleo Moss")) == (found[0].person, found[0].target)
    assert "cleo" not in [s.person for s in found]


def test_a_lead_is_asked_in_the_name_of_who_passed_it_on() -> None:
    referral = Referral("r", "ana", "lee", steps=(Step(TODAY, "named"),))
    people = person("ana"), replace(person("lee", "Data Scientist"), lead=True)
    lead = of(advice(book(*people, known=("ana",), referrals=(referral,))), "lee")
    assert ("interview", (EGO, "ana", "lee")) == (lead.ask, lead.path)
    assert "Ana Moss gave you their name" in lead.reasons


def test_of_several_goals_the_one_somebody_helps_most_with_counts() -> None:
    found = advice(
        book(person("ana", "Data Scientist"), person("ben", company="Acme")), DATA, AT_ACME
    )
    assert {"ana": "g1", "ben": "g2"} == {s.person: s.goal for s in found}


def test_a_company_near_the_goal_counts_half() -> None:
    near = replace(AT_ACME, near=("Blue River",))
    people = person("ana", company="Acme"), person("ben", company="Blue River")
    parts = {s.person: s.parts["now"] for s in advice(book(*people), near)}
    assert parts["ana"] == pytest.approx(2 * parts["ben"])


def test_a_yes_makes_the_next_yes_likelier_and_a_no_less_likely() -> None:
    def answered(status: str) -> float:
        steps = (Step(date(2025, 1, 1), "asked"), Step(date(2025, 1, 2), status))
        ask = Ask("a", "ana", goal="g9", steps=steps)
        return advice(book(person("ana"), asks=(ask,)))[0].chance

    none = advice(book(person("ana")))[0].chance
    # 30 % (logistic of -0.85) as a prior worth four answers, and one answer: 1.2 (+1) of 5
    assert 0.2994 == pytest.approx(none, abs=1e-4)
    assert (4 * none + 1) / 5 == pytest.approx(answered("done"))
    assert 4 * none / 5 == pytest.approx(answered("declined"))


def test_who_helped_with_this_goal_is_worth_a_fifth_of_asking_again() -> None:
    steps = (Step(date(2025, 1, 1), "asked"), Step(date(2025, 1, 2), "done"))
    found = advice(book(person("ana"), asks=(Ask("a", "ana", goal="g1", steps=steps),)))[0]
    assert found.score == pytest.approx(0.2 * found.chance * found.knows)


def test_nobody_is_asked_a_third_time_for_one_goal() -> None:
    steps = (Step(date(2024, 1, 1), "asked"), Step(date(2024, 1, 2), "done"))
    two = tuple(Ask(f"a{n}", "ana", goal="g1", steps=steps) for n in range(2))
    assert ["ben"] == [s.person for s in advice(book(person("ana"), person("ben"), asks=two))]


def test_fruitless_circles_count_less() -> None:
    steps = (Step(date(2025, 1, 1), "asked"), Step(date(2025, 1, 2), "done"))
    ask = Ask("a", "ana", "introduction", goal="g1", steps=steps)
    people = person("ana", company="Acme"), person("ben", company="Acme"), person("cleo")
    found = advice(book(*people, asks=(ask,)))
    assert -0.3 * np.log(2) == pytest.approx(of(found, "ben").parts["fruitless"])
    assert 0.0 == of(found, "cleo").parts["fruitless"]


def test_two_people_of_one_employer_are_asked_one_after_the_other() -> None:
    people = [person(i, company="Acme") for i in ("ana", "ben")] + [person("cleo")]
    found = {s.person: s for s in advice(book(*people), AT_ACME, limit=3)}
    assert {"ana", "ben", "cleo"} == set(found)
    first, second = sorted((found["ana"], found["ben"]), key=lambda s: s.ready_on)
    assert TODAY == first.ready_on == found["cleo"].ready_on
    assert business_days_after(TODAY, 7) == second.ready_on
    assert second.waits_for.startswith(f"if {first.name} has not answered by ")


@given(ledgers(), st.integers(1, 6), st.integers(1, 6))
def test_a_longer_list_begins_with_the_shorter(ledger: Ledger, n: int, more: int) -> None:
    G = network(ledger, as_of=TODAY)
    short, long = (suggest(G, DATA, limit=size) for size in (n, n + more))
    assert short == long[: len(short)]
    assert len(short) == n or short == long


def test_twelve_contacts_at_one_hospital_are_up_to_twelve_suggestions() -> None:
    people = [person(f"p{n}", "Nurse", company="Acme") for n in range(12)]
    found = advice(book(*people), Goal("g", "nurse"), limit=12)
    assert 12 == len(found)
    days = [s.ready_on for s in found]
    assert sorted(set(days)) == days


def test_the_set_of_a_week_is_listed_by_score() -> None:
    people = [person(i, "Data Scientist", f"Firm {i}") for i in ("ana", "ben", "cleo")]
    scores = [s.score for s in advice(book(*people, person("dan")), limit=4)]
    assert sorted(scores, reverse=True) == scores


def test_low_level_wants_serve_any_kind_of_trait() -> None:
    G = network(book(person("ana"), person("ben")), as_of=TODAY)
    G.nodes["ben"]["traits"]["office"] = frozenset({"Boston"})
    wants = Criteria((Criterion("office", frozenset({"Boston"})),))
    best = suggest(G, wants)[0]
    assert ("ben", "is office Boston") == (best.person, best.reasons[0])


def test_nothing_known_gives_nothing() -> None:
    assert [] == advice(Ledger())


def test_a_goal_and_a_positive_limit_are_needed() -> None:
    G = network(Ledger(), as_of=TODAY)
    with pytest.raises(InvalidInput, match="at least one goal"):
        suggest(G, [])
    with pytest.raises(InvalidInput, match="limit of 1"):
        suggest(G, DATA, limit=0)


def test_facts_about_unknown_people_are_passed_over() -> None:
    steps = (Step(date(2025, 1, 1), "asked"), Step(date(2025, 1, 2), "done"))
    G = network(book(person("ana")), as_of=TODAY)
    stray = Ask("a", "nobody", steps=steps)
    named = Referral("r", "nobody", "no one", steps=steps)
    found = suggest(
        G,
        DATA,
        asks=[stray],
        referrals=[named],
        loads={"x": 1.0},
        hubs=["y"],
        rests={"z": (None, "")},
    )
    assert suggest(G, DATA) == found


ONLY = r"(?:the only one|one of only (\d)) you know.* (?:at|in) "
GOALS = st.sampled_from(
    [
        DATA,
        AT_ACME,
        Goal("g3", "engineer", companies=("Acme",), near=("Blue River",)),
        Goal("g4", "", person="p1"),
    ]
)


@given(ledgers(), GOALS)
def test_chance_and_knows_lie_between_0_and_1(ledger: Ledger, goal: Goal) -> None:
    for s in advice(ledger, goal):
        assert 0 < s.chance < 1
        assert 0 < s.knows < 1
        assert 0 <= s.score <= 1


@given(ledgers(), GOALS)
def test_nobody_over_a_limit_and_never_ego_is_suggested(ledger: Ledger, goal: Goal) -> None:
    never = Statement("s", "p2", "never_ask", True)
    ledger = replace(ledger, statements=(never,))
    found = {s.person for s in advice(ledger, goal)}
    assert not found & {EGO, "p2", *rests(ledger, as_of=TODAY)}


@given(ledgers(), GOALS)
def test_equal_input_gives_equal_output(ledger: Ledger, goal: Goal) -> None:
    assert advice(ledger, goal, limit=3) == advice(ledger, goal, limit=3)


@given(ledgers(), GOALS, st.permutations(OTHERS))
def test_relabelling_people_changes_no_score(ledger: Ledger, goal: Goal, other: list[str]) -> None:
    label = dict(zip(OTHERS, other, strict=True)) | {EGO: EGO}
    before = advice(ledger, goal)
    G = nx.relabel_nodes(network(ledger, as_of=TODAY), label)
    for i in label.values():
        G.nodes[i]["name"] = f"Name {i}"
    renamed = replace(goal, person=label[goal.person] if goal.person else None)
    after = suggest(
        G,
        renamed,
        asks=[replace(a, person=label[a.person]) for a in ledger.asks],
        referrals=[
            replace(r, introducer=label[r.introducer], person=label[r.person], to=label[r.to])
            for r in ledger.referrals
        ],
        rests={label[i]: why for i, why in rests(ledger, as_of=TODAY).items()},
        limit=None,
    )
    scores = {s.person: s.score for s in after}
    assert {label[s.person]: pytest.approx(s.score, abs=2e-9) for s in before} == scores


def chance_of(G: TieGraph, i: str, load: float = 0.0) -> float:
    return of(suggest(G, DATA, loads={i: load}, limit=None), i).chance


@given(ledgers(), st.floats(0, 20), st.floats(0, 0.5), st.floats(0, 5), st.floats(0, 5))
def test_more_received_a_stronger_tie_and_less_load_never_lower_the_chance(
    ledger: Ledger, more: float, closer: float, load: float, extra: float
) -> None:
    G = network(replace(ledger, ties=(*ledger.ties, Tie("t", EGO, "p1"))), as_of=TODAY)
    if not G.has_edge(EGO, "p1"):
        return
    before = chance_of(G, "p1", load)
    assert chance_of(G, "p1", load + extra) <= before
    G["p1"][EGO]["given"] += more
    assert before <= (given := chance_of(G, "p1", load))
    for edge in (G["p1"][EGO], G[EGO]["p1"]):
        edge["strength"] += closer * (1 - edge["strength"])
    assert given <= chance_of(G, "p1", load)


@given(st.integers(0, 400), st.sampled_from(["asked", "silent", "declined"]))
def test_an_ask_that_got_no_yes_never_raises_the_chance_of_the_next(days: int, status: str) -> None:
    ledger = book(person("ana"))
    once = Ask("a1", "ana", steps=(Step(TODAY - timedelta(days=days), status),))
    asked = replace(ledger, asks=(once,))

    def chance(ledger: Ledger) -> float:
        G = network(ledger, as_of=TODAY)
        loads = load(ledger, as_of=TODAY)
        return of(suggest(G, DATA, asks=ledger.asks, loads=loads, limit=None), "ana").chance

    assert chance(asked) <= chance(ledger)


@given(st.integers(0, 700), st.integers(0, 700))
def test_more_recent_contact_never_lowers_the_chance(a: int, b: int) -> None:
    def met(days: int) -> float:
        event = Event("e", EventKind.INTERVIEW, TODAY - timedelta(days=days), "ana", EGO)
        return advice(book(person("ana"), events=(event,)))[0].chance

    assert met(max(a, b)) <= met(min(a, b))


@given(ledgers(), GOALS)
def test_removing_somebody_promotes_nobody_who_shares_nothing_with_them(
    ledger: Ledger, goal: Goal
) -> None:
    G = network(ledger, as_of=TODAY)
    loner = {
        "kind": "person", "name": "Lone", "title": "", "company": "", "lead": False,
        "traits": {"company": frozenset({"Elsewhere"})}, "past": {},
    }  # fmt: skip
    G.add_node("lone", **loner)
    tie = {
        "kind": "tie", "strength": 0.5, "given": 0.0, "basis": "stated", "confidence": 1.0,
        "evidence": (), "last": None, "since": None,
    }  # fmt: skip
    G.add_edge(EGO, "lone", **tie)
    G.add_edge("lone", EGO, **tie)
    with_them = {s.person: s.score for s in suggest(G, goal, limit=None)}
    G.remove_node("lone")
    without = {s.person: s.score for s in suggest(G, goal, limit=None)}
    assert all(score <= with_them[i] + 2e-9 for i, score in without.items())


@given(ledgers(), GOALS, st.lists(asks(), max_size=2), st.lists(referrals(), max_size=2))
def test_every_reason_rests_on_facts_of_the_graph(
    ledger: Ledger, goal: Goal, more: list[Ask], named: list[Referral]
) -> None:
    G = network(ledger, as_of=TODAY)
    for s in suggest(G, goal, asks=more, referrals=[*ledger.referrals, *named], limit=None):
        node = G.nodes[s.person]
        places = {v for t in (node["traits"], node["past"]) for vs in t.values() for v in vs}
        others = {
            i: {v for t in (d["traits"], d["past"]) for vs in t.values() for v in vs}
            for i, d in G.nodes(data=True)
            if d["kind"] == "person" and i != EGO
        }
        for reason in s.reasons:
            if reason.startswith("between you two: "):
                said = "; ".join(map(spoken, G[EGO][s.person]["evidence"]))
                assert all(part in said for part in reason[17:].split("; "))
            if found := re.match(ONLY, reason):
                place = reason[found.end() :]
                there = [i for i, has in others.items() if place in has and G.has_edge(EGO, i)]
                assert int(found[1] or 1) == len(there)
            if reason.startswith(("is at", "was at")):
                assert any(f" at {place}" in reason for place in places)
            if reason.startswith("knows ") and reason.endswith("(you said so)"):
                name = reason.removeprefix("knows ").split(",")[0].removesuffix(" (you said so)")
                assert name in {G.nodes[v]["name"] for v in G[s.person]}


def test_an_unknown_name_is_not_explained() -> None:
    from netgraph.suggestions.recommendations import explanation  # noqa: PLC0415

    ledger = book(person("ana"))
    with pytest.raises(UnknownName, match="nobody you could ask"):
        explanation(AsOf(ledger, TODAY), [DATA], EGO)


def test_whoever_comes_first_in_the_order_of_ids_can_be_the_one_to_be_introduced_to() -> None:
    tie = Tie("t", "zoe", "aa", closeness="warm")
    book_ = book(person("aa", "Data Scientist"), person("zoe"), known=("zoe",), ties=(tie,))

    assert Target("person", "aa", "Aa Moss") == of(advice(book_), "zoe").target
