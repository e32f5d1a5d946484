"""ties: who knows whom as of a day, and what each tie rests on."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.schema import TieGraph, alters, validate
from netgraph.graph.ties import tie_arcs_on, tie_graph, ties_with_ego
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import (
    EGO,
    Ask,
    Basis,
    Event,
    EventKind,
    Fact,
    Ledger,
    Organisation,
    Person,
    Position,
    Referral,
    Source,
    Step,
    Tie,
)
from tests.strategies import OTHERS, TODAY, ledgers

PEOPLE = {i: Person(i, i.title()) for i in ("ana", "ben", "cleo")}
FIELDS = {Event: "events", Tie: "ties", Ask: "asks", Referral: "referrals", Position: "positions"}


def graph(*facts: Fact, as_of: date = TODAY) -> TieGraph:
    """The tie graph of ego, Ana, Ben and Cleo with these facts."""
    lists = {name: tuple(f for f in facts if isinstance(f, kind)) for kind, name in FIELDS.items()}
    owned = Source("lent", "linkedin", owner="ana")
    acme = Organisation("o1", "Acme", spellings=("Acme", "ACME Inc."))
    hill = Organisation("o2", "Hill College", "school", ("Hill College",))
    people = {**PEOPLE, **{f.id: f for f in facts if isinstance(f, Person)}}
    ledger = Ledger(people, {"o1": acme, "o2": hill}, sources=(owned,))
    return tie_graph(replace(ledger, **lists), as_of=as_of)  # type: ignore[arg-type]


def connection(u: str, v: str, since: date | None = None) -> Tie:
    return Tie(f"{u}{v}", u, v, Basis.OBSERVED, "connection", since=since)


def passed_on(
    *steps: Step, introducer: str = "ana", person: str = "ben", to: str = EGO
) -> Referral:
    return Referral("r1", introducer, person, to, steps=steps)


def test_a_connection_alone_is_no_evidence_and_not_a_weak_tie() -> None:
    tie = graph(connection(EGO, "ana", date(2019, 4, 2)))[EGO]["ana"]

    assert (0.0, None) == (tie["strength"], tie["last"])
    assert ("connected since 2019",) == tie["evidence"]
    assert date(2019, 4, 2) == tie["since"]


def test_everybody_is_a_node_also_without_a_tie() -> None:
    G = graph()

    assert [EGO, "ana", "ben", "cleo"] == list(G)
    assert "You" == G.nodes[EGO]["name"]


def test_messages_are_counted_in_both_directions_and_dated() -> None:
    wrote = Event("e1", EventKind.MESSAGE, date(2026, 1, 9), EGO, "ana", count=7)
    answered = Event("e2", EventKind.MESSAGE, date(2026, 3, 2), "ana", EGO, count=5)

    tie = graph(wrote, answered)["ana"][EGO]

    assert ("12 messages, last 2026-03-02",) == tie["evidence"]
    assert date(2026, 3, 2) == tie["last"]


def test_given_follows_the_direction_of_the_edge() -> None:
    G = graph(Event("e", EventKind.REVIEW, TODAY, EGO, "ana"))

    assert (1.5, 0.0) == (G[EGO]["ana"]["given"], G["ana"][EGO]["given"])


def test_an_event_without_a_day_is_evidence_without_value() -> None:
    tie = graph(Event("e", EventKind.TALKED, None, EGO, "ana"))[EGO]["ana"]

    assert (("1 talk",), 0.0, None) == (tie["evidence"], tie["strength"], tie["last"])


def test_a_tie_the_user_denies_is_not_there_whatever_a_file_says() -> None:
    denied = Tie("t", "ana", EGO, known=False)

    G = graph(connection(EGO, "ana"), denied, Event("e", EventKind.MESSAGE, TODAY, "ana", EGO))

    assert [] == list(G.edges)


def test_what_the_user_says_is_quoted_and_counts() -> None:
    tie = graph(Tie("t", EGO, "ana", closeness="close"), connection(EGO, "ana"))[EGO]["ana"]

    assert ("you said: close",) == tie["evidence"]
    assert 0.7 < tie["strength"] < 0.72
    assert "observed" == tie["basis"]


def test_a_tie_only_the_user_knows_of_is_stated() -> None:
    assert "stated" == graph(Tie("t", "ben", "ana", kind="colleague"))["ana"]["ben"]["basis"]


def test_a_tie_that_begins_later_is_not_there_yet() -> None:
    assert [] == list(graph(connection(EGO, "ana", TODAY + timedelta(days=1))).edges)


def test_the_earliest_since_holds() -> None:
    G = graph(connection(EGO, "ana", date(2020, 1, 1)), connection("ana", EGO, date(2018, 1, 1)))

    assert date(2018, 1, 1) == G[EGO]["ana"]["since"]


def test_a_name_passed_on_means_that_the_introducer_knows_both_sides() -> None:
    G = graph(passed_on(Step(date(2026, 4, 1), "named")))

    assert {"me", "ben"} == set(alters(G, "ana"))
    assert ("Ana named Ben to you",) == G["ana"]["ben"]["evidence"]
    assert not G.has_edge(EGO, "ben")


def test_a_referral_that_led_to_a_talk_joins_both_sides_and_is_worth_five() -> None:
    G = graph(passed_on(Step(TODAY, "introduced"), Step(TODAY, "met")))

    assert ("Ana introduced you to Ben",) == G[EGO]["ben"]["evidence"]
    assert 5.0 == G["ana"][EGO]["given"]
    assert ("Ana introduced you to Ben",) == G["ana"][EGO]["evidence"]


def test_the_favour_is_as_old_as_the_introducer_s_part_in_it() -> None:
    day = TODAY - timedelta(days=180)

    G = graph(passed_on(Step(day, "introduced"), Step(TODAY, "met")))

    assert 2.5 == G["ana"][EGO]["given"]
    assert day == G["ana"][EGO]["last"]


def test_an_introduction_logged_and_kept_as_a_referral_counts_once() -> None:
    logged = Event("e", EventKind.INTRODUCTION, TODAY, "ana", EGO, about="ben")

    G = graph(logged, passed_on(Step(TODAY, "introduced")))

    assert 3.0 == G["ana"][EGO]["given"]


def test_an_introduction_ego_made_is_ego_s_favour() -> None:
    G = graph(Event("e", EventKind.INTRODUCTION, TODAY, EGO, "ana", about="ben"))

    assert 3.0 == G[EGO]["ana"]["given"]
    assert ("you introduced Ana to Ben",) == G[EGO]["ben"]["evidence"]


def test_an_introduction_to_nobody_named_is_counted() -> None:
    plain = Event("e1", EventKind.INTRODUCTION, TODAY, "ana", EGO)
    named = Event("e2", EventKind.INTRODUCTION, TODAY, "ana", EGO, about="ben")

    evidence = graph(plain, named)["ana"][EGO]["evidence"]

    assert ("Ana introduced you to Ben", f"1 introduction, last {TODAY}") == evidence


def test_a_referral_counts_from_its_first_step() -> None:
    assert [] == list(graph(passed_on(Step(TODAY + timedelta(days=1), "named"))).edges)


def test_a_person_who_said_yes_knows_ego_and_who_opened_the_door() -> None:
    asked = Ask("a", "ben", introducer="ana", steps=(Step(TODAY, "asked"), Step(TODAY, "agreed")))

    G = graph(asked)

    assert ("said yes to you",) == G[EGO]["ben"]["evidence"]
    assert ("Ana opened the door to Ben",) == G["ana"]["ben"]["evidence"]


def test_an_ask_without_an_answer_makes_no_tie() -> None:
    assert [] == list(graph(Ask("a", "ben", steps=(Step(TODAY, "asked"),))).edges)


def test_ties_among_others_come_from_a_lent_export() -> None:
    lent = Tie("t", "ana", "cleo", Basis.OBSERVED, since=date(2021, 5, 5), source="lent")
    wrote = Event("e", EventKind.MESSAGE, TODAY, "ana", "cleo", count=9, source="lent")

    tie = graph(lent, wrote)["cleo"]["ana"]

    assert (0.0, "observed") == (tie["strength"], tie["basis"])
    assert f"9 messages, last {TODAY}" in tie["evidence"]


def test_spellings_of_a_firm_are_one_node_and_one_trait() -> None:
    G = graph(
        Person("dee", "Dee", company="ACME Inc.", title="CTO"),
        Person("eve", "Eve", company="Acme"),
    )

    assert {"dee", "eve"} == set(G.predecessors("o1"))
    assert {"kind": "member", "role": "CTO", "current": True} == G["dee"]["o1"]
    assert {"company": frozenset({"Acme"})} == G.nodes["dee"]["traits"]


def test_a_past_job_is_past_and_a_school_stays() -> None:
    G = graph(
        Position("1", "ana", "Acme", "Clerk", end="2020"),
        Position("2", "ana", "Hill College", "BSc", kind="school", end="2012"),
    )

    assert {"company": frozenset({"Acme"})} == G.nodes["ana"]["past"]
    assert {"school": frozenset({"Hill College"})} == G.nodes["ana"]["traits"]
    left = {"kind": "member", "role": "Clerk", "current": False, "until": "until 2020"}
    assert left == G["ana"]["o1"]


def test_back_at_a_former_employer_is_now() -> None:
    G = graph(
        Person("dee", "Dee", company="Acme", title="CTO"), Position("1", "dee", "Acme", "Intern")
    )

    assert {} == G.nodes["dee"]["past"]
    assert "CTO" == G["dee"]["o1"]["role"]


def test_a_position_that_begins_later_is_not_there_yet() -> None:
    assert "o1" not in graph(Position("1", "ana", "Acme", start="2026-06", current=True))


def test_a_firm_nobody_knows_is_no_node() -> None:
    G = graph(Person("dee", "Dee", company="Freelance", place="Lyon"))

    assert {"place": frozenset({"Lyon"})} == G.nodes["dee"]["traits"]
    assert [] == list(G.edges)


def test_an_address_book_is_named_as_what_it_is() -> None:
    listed = Tie("t", EGO, "ana", Basis.OBSERVED, "address book")

    assert ("address book",) == graph(listed)[EGO]["ana"]["evidence"]


def test_nobody_has_a_tie_with_themselves() -> None:
    merged = connection("ana", "ana")
    wrote = Event("e", EventKind.MESSAGE, TODAY, "ana", "ana")

    assert [] == list(graph(merged, wrote, passed_on(introducer="ben", to="ben")).edges)


@pytest.mark.parametrize(
    "fact", [Event("e", EventKind.TALKED, TODAY, EGO, "zoe"), Position("1", "zoe", "Acme")]
)
def test_a_fact_about_nobody_is_refused_by_name(fact: Fact) -> None:
    with pytest.raises(InvalidInput, match="'zoe', who is not among the people"):
        graph(fact)


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(on: bool) -> None:
    (gc.enable if on else gc.disable)()
    try:
        graph()
        assert on == gc.isenabled()
    finally:
        gc.enable()


@given(ledgers())
def test_every_tie_graph_follows_the_schema(ledger: Ledger) -> None:
    validate(tie_graph(ledger, as_of=TODAY))


@given(ledgers())
def test_what_is_dated_later_changes_nothing(ledger: Ledger) -> None:
    def so_far(steps: tuple[Step, ...]) -> tuple[Step, ...]:
        return tuple(s for s in steps if s.day is None or s.day <= TODAY)

    known = replace(
        ledger,
        events=tuple(e for e in ledger.events if e.day is None or e.day <= TODAY),
        ties=tuple(t for t in ledger.ties if t.since is None or t.since <= TODAY or not t.known),
        asks=tuple(replace(a, steps=so_far(a.steps)) for a in ledger.asks),
        referrals=tuple(
            replace(r, steps=so_far(r.steps))
            for r in ledger.referrals
            if so_far(r.steps) or not r.steps
        ),
    )

    before, after = tie_graph(known, as_of=TODAY), tie_graph(ledger, as_of=TODAY)

    assert list(before.nodes(data=True)) == list(after.nodes(data=True))
    assert list(before.edges(data=True)) == list(after.edges(data=True))


@given(ledgers())
def test_the_order_of_facts_changes_no_number(ledger: Ledger) -> None:
    turned = replace(
        ledger, ties=ledger.ties[::-1], asks=ledger.asks[::-1], referrals=ledger.referrals[::-1]
    )
    G, H = tie_graph(ledger, as_of=TODAY), tie_graph(turned, as_of=TODAY)

    assert set(G.edges) == set(H.edges)
    for u, v, tie in G.edges(data=True):
        for name in ("strength", "last", "since", "basis", "current"):
            assert tie.get(name) == H[u][v].get(name)


@given(ledgers(), st.sets(st.sampled_from(OTHERS)))
def test_the_ties_of_some_with_ego_are_those_of_the_whole_graph(
    ledger: Ledger, some: set[str]
) -> None:
    view = AsOf(ledger, TODAY)
    whole, part = tie_arcs_on(view), ties_with_ego(view, some)

    for u, v in [pair for i in some for pair in ((EGO, i), (i, EGO))]:
        assert whole.get_edge_data(u, v) == part.get_edge_data(u, v)
