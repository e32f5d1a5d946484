"""From records to human beings: matches applied, taken back, and in any order."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.organisations import organisations_in
from netgraph.identity.resolution import resolve
from netgraph.model.records import (
    EGO,
    Basis,
    Correspondence,
    Event,
    EventKind,
    Gathering,
    Goal,
    Ledger,
    Match,
    Organisation,
    Origin,
    Person,
    Position,
    Source,
    Statement,
    Tie,
)
from tests.strategies import OTHERS, ledgers

OLD = Person("p1", "Ana Silva", "linkedin", company="Acme", title="Engineer", seen=date(2024, 5, 1))
NEW = Person("p2", "Ana M. Silva", "google", ("ana@example.org",), company="Globex",
             seen=date(2026, 5, 1))  # fmt: skip
TYPED = Person("p3", "Ana", tags=("alumni",))


def book(*people: Person, matches: tuple[Match, ...] = (), **facts: object) -> Ledger:
    return replace(Ledger({p.id: p for p in people}, matches=matches), **facts)  # type: ignore[arg-type]


def same(a: str, b: str, basis: Basis = Basis.STATED) -> Match:
    return Match(f"m-{a}-{b}", a, b, True, basis)


def apart(a: str, b: str) -> Match:
    return Match(f"x-{a}-{b}", a, b, False)


@st.composite
def matches(draw: st.DrawFn) -> tuple[Match, ...]:
    """Draw what rules and the user say of pairs, once for each pair."""
    two = st.lists(st.sampled_from(OTHERS), min_size=2, max_size=2, unique=True).map(sorted)
    pairs = draw(st.lists(two, max_size=6, unique_by=tuple))
    found = []
    for a, b in pairs:
        yes = draw(st.booleans())
        basis = draw(st.sampled_from([Basis.STATED, Basis.INFERRED])) if yes else Basis.STATED
        found.append(Match(f"m{a}{b}", a, b, yes, basis))
    return tuple(found)


def test_the_newest_record_says_where_somebody_works() -> None:
    person = resolve(book(OLD, NEW, TYPED, matches=(same("p1", "p2"), same("p2", "p3")))).people

    assert list(person) == ["p1"]
    assert ("Globex", "", "Ana M. Silva") == (
        person["p1"].company, person["p1"].title, person["p1"].name,
    )  # fmt: skip
    assert (("ana@example.org",), ("alumni",)) == (person["p1"].emails, person["p1"].tags)


def test_the_employer_of_an_older_record_becomes_a_past_position() -> None:
    (position,) = resolve(book(OLD, NEW, matches=(same("p1", "p2"),))).positions

    assert ("p1", "Acme", "Engineer", False, date(2024, 5, 1)) == (
        position.person, position.organisation, position.title, position.current, position.seen,
    )  # fmt: skip


def test_an_employer_that_is_known_as_a_position_is_not_told_twice() -> None:
    known = Position("w", "p2", "ACME Inc.", start="2020")
    ledger = resolve(book(OLD, NEW, matches=(same("p1", "p2"),), positions=(known,)))

    assert (replace(known, person="p1"),) == ledger.positions


def test_nothing_is_made_of_an_employer_nobody_knows_the_time_of() -> None:
    undated = replace(OLD, seen=None)

    assert () == resolve(book(undated, NEW, matches=(same("p1", "p2"),))).positions


def test_what_the_user_says_is_apart_beats_every_rule() -> None:
    rules = (same("p1", "p2", Basis.INFERRED), same("p2", "p3", Basis.INFERRED))
    ledger = resolve(book(OLD, NEW, TYPED, matches=(*rules, apart("p1", "p3"))))

    assert {"p2": "p1"} == ledger.alias


def test_what_the_user_says_is_one_beats_a_rule() -> None:
    rule = Match("a", "p1", "p2", True, Basis.INFERRED)
    ledger = resolve(book(OLD, NEW, TYPED, matches=(rule, same("p2", "p3"), apart("p1", "p3"))))

    assert {"p3": "p2"} == ledger.alias


def test_every_fact_names_who_stands_for_its_people() -> None:
    ledger = resolve(
        book(
            OLD, NEW, TYPED,
            matches=(same("p1", "p2"),),
            ties=(Tie("t1", EGO, "p2"), Tie("t2", "p1", "p2")),
            gatherings=(Gathering("g", "meeting", None, ("p2", "p1", "p3")),),
            statements=(Statement("s", "p2", "company", "Initech"),),
            sources=(Source("lent", "linkedin", owner="p2"),),
        )
    )  # fmt: skip

    assert ["p1"] == [tie.v for tie in ledger.ties]
    assert ("p1", "p3") == ledger.gatherings[0].people
    assert "p1" == ledger.sources[0].owner
    assert "Initech" == ledger.people["p1"].company


def test_ego_stands_for_the_records_of_ego() -> None:
    own = Person("p0", "Robin Ostrow", "google", ("robin@example.org",))
    ledger = resolve(book(Person(EGO, "You"), own, matches=(same(EGO, "p0"),)))

    assert {"p0": EGO} == ledger.alias
    assert ("robin@example.org",) == ledger.people[EGO].emails


def test_ego_stays_with_the_name_they_gave() -> None:
    own = Person("p0", "Rob", "google")
    me = Person(EGO, "Robin Ostrow", seen=date(2020, 1, 1))

    assert "Robin Ostrow" == resolve(book(me, own, matches=(same(EGO, "p0"),))).people[EGO].name


def test_two_firms_said_to_be_one_have_all_spellings() -> None:
    firms = {
        "o1": Organisation("o1", "Meta", spellings=("Meta", "META")),
        "o2": Organisation("o2", "Facebook"),
    }
    ledger = resolve(Ledger(organisations=firms, matches=(same("o1", "o2"),)))

    assert ["Facebook", "META", "Meta"] == sorted(ledger.spelling)
    assert {"o1"} == set(ledger.spelling.values())
    assert firms.keys() == resolve(Ledger(organisations=firms)).organisations.keys()


def test_a_match_of_somebody_who_is_gone_changes_nothing() -> None:
    assert book(OLD).people == resolve(book(OLD, matches=(same("p1", "p9"),))).people


@given(ledgers(), matches(), st.randoms(use_true_random=False))
def test_the_order_of_matches_plays_no_part(
    ledger: Ledger, found: tuple[Match, ...], chance: random.Random
) -> None:
    shuffled = tuple(chance.sample(found, len(found)))
    one = resolve(replace(ledger, matches=found))
    other = resolve(replace(ledger, matches=shuffled))

    assert one == replace(other, matches=found)


@given(ledgers(), matches())
def test_nobody_is_lost_and_nobody_said_to_be_apart_is_one(
    ledger: Ledger, found: tuple[Match, ...]
) -> None:
    after = resolve(replace(ledger, matches=found))
    stands = {i: after.alias.get(i, i) for i in ledger.people}

    assert set(stands.values()) == set(after.people)
    assert not [m for m in found if not m.same and stands[m.a] == stands[m.b]]


@given(ledgers(), matches())
def test_a_merge_taken_back_leaves_the_ledger_as_it_was(
    ledger: Ledger, found: tuple[Match, ...]
) -> None:
    before = resolve(ledger)
    resolve(replace(ledger, matches=found))

    assert before == resolve(replace(ledger, matches=()))
    assert before == resolve(resolve(ledger))


def test_a_firm_that_only_the_user_names_is_a_place_too() -> None:
    people = {"a": Person("a", "Ana", company="Acme"), "b": Person("b", "Bo", company="ACME Inc.")}
    found = resolve(Ledger(people | {"c": Person("c", "Cy", company="self-employed")}))
    assert 1 == len(found.organisations)
    assert found.spelling["Acme"] == found.spelling["ACME Inc."]
    assert "self-employed" not in found.spelling


def test_a_firm_keeps_its_id_when_the_user_spells_it_anew() -> None:
    firm = Organisation("o1", "Acme", spellings=("Acme",))
    found = resolve(Ledger({"a": Person("a", "Ana", company="Acme, Inc.")}, {"o1": firm}))
    assert "o1" == found.spelling["Acme, Inc."]


@pytest.mark.parametrize("said", ["ACME Inc.", "acme", "Metacortex LLC"])
def test_a_goals_firm_is_found_by_any_spelling_or_the_users_own_name_for_it(said: str) -> None:
    ana = Person("a", "Ana", company="Acme")
    (acme,) = organisations_in([ana], Ledger())
    renamed = Statement("s", acme.id, "name", "Metacortex")
    ledger = Ledger(
        {"a": ana},
        {acme.id: acme},
        goals=(Goal("g1", "cook", companies=(said,)),),
        statements=(renamed,) if "Meta" in said else (),
    )

    assert acme.id == resolve(ledger).spelling[said]


def test_a_name_that_is_only_an_address_gives_way_to_a_real_one() -> None:
    mail = Person(
        "p1", "ana@example.org", "mailbox", emails=("ana@example.org",), seen=date(2026, 5, 1)
    )
    book = Person("p2", "Ana Silva", "google", emails=("ana@example.org",), seen=date(2024, 5, 1))
    ledger = Ledger({"p1": mail, "p2": book}, matches=(Match("m", "p1", "p2", True),))

    assert ["Ana Silva"] == [p.name for p in resolve(ledger).people.values()]


def test_the_users_word_changes_a_name_a_title_lists_and_labels() -> None:
    ana = Person("p1", "Ana Silva", "linkedin", ("old@x.org",), title="Nurse", tags=("a", "B"))
    said = (
        Statement("s1", "p1", "title", "Poet"),
        Statement("s2", "p1", "name", None),
        Statement("s3", "p1", "email", ("new@x.org", "old@x.org")),
        Statement("s4", "p1", "no_tag", ("b",)),
        Statement("s5", "p1", "place", None),
        Statement("s6", "gone", "title", "Nobody"),
    )
    found = resolve(book(replace(ana, place="Kiel"), statements=said)).people["p1"]

    assert ("Ana Silva", "Poet", "") == (found.name, found.title, found.place)
    assert (("new@x.org", "old@x.org"), ("a",)) == (found.emails, found.tags)


def test_a_firm_is_called_as_the_user_calls_it() -> None:
    firm = Organisation("o1", "Acme", spellings=("Acme",))
    said = Statement("s1", "o1", "name", "Acme of Kiel")

    assert (
        "Acme of Kiel"
        == resolve(Ledger(organisations={"o1": firm}, statements=(said,))).organisations["o1"].name
    )


def test_whom_the_newest_complete_list_does_not_have_is_gone() -> None:
    def gone(seen: date | None, snapshot: date | None) -> bool:
        source = Source("linkedin", "linkedin", snapshot=snapshot)
        ana = Person("p1", "Ana Silva", "linkedin", seen=seen)
        return resolve(book(ana, sources=(source,))).people["p1"].gone

    day, next_day = date(2026, 5, 1), date(2026, 5, 2)
    assert gone(day, next_day)
    assert not gone(day, day)
    assert not gone(None, next_day)
    assert not gone(day, None)


def test_a_name_that_could_be_several_peoples_is_nobodys() -> None:
    listed = [Person(f"p{n}", "Ana Silva", "linkedin", urls=(f"in/ana{n}",)) for n in (1, 2)]
    heard = Person("p3", "Ana Silva", "linkedin", origin=Origin.MENTIONED)
    met = Event("e1", EventKind.TALKED, date(2026, 5, 1), EGO, "p3")
    other = Event("e2", EventKind.TALKED, date(2026, 5, 1), EGO, "p1")
    wrote = Correspondence(EventKind.MESSAGE, "p3", EGO, (date(2026, 5, 1),), "linkedin")
    pair = Gathering("g1", "conversation", None, ("p1", "p3"))
    fair = Gathering("g2", "event", None, ("p1", "p3"))
    records = book(*listed, heard, events=(met, other), gatherings=(pair, fair))

    found = resolve(replace(records, correspondence=(wrote,)))
    assert ["p1", "p2"] == sorted(found.people)
    assert ["e2"] == [event.id for event in found.events]
    assert [("g2", ("p1",))] == [(g.id, g.people) for g in found.gatherings]
    assert () == found.correspondence


def test_everybody_who_is_one_keeps_the_jobs_that_older_records_show() -> None:
    bo = (Person("q1", "Bo Chen", "linkedin", company="Elm", seen=date(2024, 5, 1)),
          Person("q2", "Bo Chen", "google", company="Oak", seen=date(2026, 5, 1)))  # fmt: skip
    ledger = resolve(book(OLD, NEW, *bo, matches=(same("p1", "p2"), same("q1", "q2"))))

    assert {("p1", "Acme"), ("q1", "Elm")} == {(p.person, p.organisation) for p in ledger.positions}


def test_of_a_day_is_known_what_was_known_by_then() -> None:
    later = Event("e", EventKind.TALKED, date(2026, 4, 1), EGO, "p3")
    ledger = book(TYPED, events=(later,))

    assert () == resolve(ledger, as_of=date(2026, 3, 31)).events
    assert (later,) == resolve(ledger, as_of=date(2026, 4, 1)).events == resolve(ledger).events


def test_letters_that_two_exports_show_count_once() -> None:
    days = (date(2024, 1, 1), date(2024, 1, 2))
    letters = tuple(
        Correspondence(EventKind.MESSAGE, who, EGO, days, "linkedin") for who in ("old", "new")
    )
    old = Person("old", "Ana Silva", "linkedin")
    new = Person("new", "Ana Silva", "linkedin", urls=("in/ana",))
    ledger = resolve(book(old, new, matches=(same("old", "new"),), correspondence=letters))

    assert [days] == [some.days for some in ledger.correspondence]
