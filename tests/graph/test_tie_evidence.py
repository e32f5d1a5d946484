"""Why two people are said to know each other, and what a name passed on is worth."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.graph.tie_evidence import (
    TieEvidence,
    collect_evidence,
    evidence_for,
    favours,
    is_known,
    ordered,
    without_retold,
)
from netgraph.model.parameters import NAMED, REFERRAL, Parameters
from netgraph.model.records import (
    EGO,
    Ask,
    Basis,
    Event,
    EventKind,
    Ledger,
    Person,
    Referral,
    Step,
    Tie,
)

DAY = date(2026, 5, 1)
NEXT = DAY + timedelta(days=1)
PEOPLE = {i: Person(i, i.capitalize()) for i in ("ana", "ben", "cy")}
MODEL = Parameters()


def collected(**facts: object) -> dict[tuple[str, str], TieEvidence]:
    ledger = Ledger(people=PEOPLE, **facts)  # type: ignore[arg-type]
    return collect_evidence(ledger, as_of=DAY, model=MODEL)


def passed(*statuses: str, to: str = EGO, person: str = "ben") -> Referral:
    steps = tuple(Step(DAY - timedelta(days=9 - n), s) for n, s in enumerate(statuses))
    return Referral("r", "ana", person, to, steps=steps)


def test_a_pair_has_one_order() -> None:
    assert ("a", "b") == ordered("a", "b") == ordered("b", "a")


def test_a_bond_is_made_once_and_has_the_surest_basis() -> None:
    bonds: dict[tuple[str, str], TieEvidence] = {}
    first = evidence_for(bonds, "b", "a", Basis.INFERRED)
    for basis, held in (
        (Basis.STATED, Basis.STATED),
        (Basis.INFERRED, Basis.STATED),
        (Basis.OBSERVED, Basis.OBSERVED),
        (Basis.STATED, Basis.OBSERVED),
    ):
        assert first is evidence_for(bonds, "a", "b", basis)
        assert held == first.basis
    assert [("a", "b")] == list(bonds)


@pytest.mark.parametrize(
    ("tie", "known"),
    [
        (Tie("t", "ana", "ben"), True),
        (Tie("t", "ana", "ben", since=DAY), True),
        (Tie("t", "ana", "ben", since=NEXT), False),
        (Tie("t", "ana", "ben", known=False), False),
    ],
)
def test_a_tie_is_known_from_its_day(tie: Tie, known: bool) -> None:
    assert known == is_known(tie, DAY)
    assert known == bool(collected(ties=(tie,)))


@pytest.mark.parametrize(
    ("tie", "words"),
    [
        (Tie("t", "ana", "ben", closeness="warm"), ("you said: warm",)),
        (Tie("t", "ana", "ben", kind="cousin"), ("you said: cousin",)),
        (
            Tie("t", "ana", "ben", Basis.OBSERVED, "connection", since=date(2020, 3, 1)),
            ("connected since 2020",),
        ),
        (Tie("t", "ana", "ben", Basis.OBSERVED, "connection"), ()),
        (Tie("t", "ana", "ben", Basis.OBSERVED, "address book"), ("address book",)),
        (Tie("t", "ana", "ana"), None),
    ],
)
def test_what_a_tie_rests_on_is_said_in_words(tie: Tie, words: tuple[str, ...] | None) -> None:
    found = [bond.words for bond in collected(ties=(tie,)).values()]

    assert ([] if words is None else [words]) == found


def test_the_closest_word_and_the_earliest_day_hold() -> None:
    ties = (
        Tie("t1", "ana", "ben", closeness="warm", since=date(2022, 1, 1)),
        Tie("t2", "ben", "ana", closeness="close", since=date(2021, 1, 1)),
        Tie("t3", "ana", "ben", closeness="barely"),
    )
    (bond,) = collected(ties=ties).values()

    assert ("close", date(2021, 1, 1)) == (bond.closeness, bond.since)
    assert 3 == len(bond.words)


def test_who_passes_a_name_on_knows_both_sides() -> None:
    bonds = collected(referrals=(passed("named"),))

    assert {("ana", EGO): 1, ("ana", "ben"): 0} == {pair: b.told for pair, b in bonds.items()}
    assert {("Ana named Ben to you",)} == {b.words for b in bonds.values()}


@pytest.mark.parametrize(
    ("statuses", "pairs", "words"),
    [
        (("named", "declined"), 2, "Ana named Ben to you"),
        (("named", "introduced"), 2, "Ana introduced you to Ben"),
        (("named", "met"), 3, "Ana introduced you to Ben"),
        (("named", "closed"), 2, "Ana named Ben to you"),
    ],
)
def test_an_introduction_is_said_and_a_talk_joins_both_sides(
    statuses: tuple[str, ...], pairs: int, words: str
) -> None:
    bonds = collected(referrals=(passed(*statuses),))

    assert pairs == len(bonds)
    assert {(words,)} == {bond.words for bond in bonds.values()}


def test_a_name_passed_on_later_says_nothing_yet() -> None:
    later = Referral("r", "ana", "ben", steps=(Step(NEXT, "named"),))
    undated = Referral("r", "ana", "ben", steps=(Step(None, "named"),))

    assert {} == collected(referrals=(later,))
    assert 2 == len(collected(referrals=(undated,)))
    assert 2 == len(collected(referrals=(Referral("r", "ana", "ben"),)))


def made(day: date | None = DAY, about: str = "ben") -> Event:
    return Event("e", EventKind.INTRODUCTION, day, "ana", EGO, about=about)


def test_an_introduction_told_twice_counts_once() -> None:
    referral = passed("introduced")

    assert [] == without_retold([made()], [referral], DAY)
    assert [made(about="cy")] == without_retold([made(about="cy")], [referral], DAY)
    assert [made()] == without_retold([made()], [passed("named")], DAY)
    talk = Event("e", EventKind.TALKED, DAY, "ana", EGO, about="ben")
    assert [talk] == without_retold([talk], [referral], DAY)
    assert 1 == collected(events=(made(),), referrals=(referral,))["ana", EGO].told
    assert 1 == collected(events=(made(),))["ana", EGO].told
    assert {} == collected(events=(made(NEXT),))


@pytest.mark.parametrize(
    ("statuses", "word"),
    [
        (("named",), NAMED),
        (("named", "declined"), NAMED),
        (("named", "closed"), NAMED),
        (("named", "introduced"), EventKind.INTRODUCTION),
        (("named", "introduced", "met"), REFERRAL),
        ((), NAMED),
    ],
)
def test_a_name_an_introduction_and_a_referral_have_their_worth(
    statuses: tuple[str, ...], word: str
) -> None:
    (favour,) = favours([passed(*statuses)], DAY, MODEL)

    assert MODEL.values[word] == favour.value
    assert ("ana", EGO, "ben") == (favour.giver, favour.taker, favour.about)


def test_a_favour_is_as_old_as_the_introducers_last_part_in_it() -> None:
    (favour,) = favours([passed("named", "asked", "agreed", "met")], DAY, MODEL)
    assert DAY - timedelta(days=7) == favour.day  # the third step, a day apart, nine days before
    (only,) = favours([passed("asked", "met")], DAY, MODEL)
    assert DAY - timedelta(days=9) == only.day
    assert [] == favours([Referral("r", "ana", "ben", steps=(Step(NEXT, "named"),))], DAY, MODEL)


def asked(status: str, introducer: str | None = "ana", day: date = DAY) -> Ask:
    return Ask("k", "ben", introducer=introducer, steps=(Step(day, status),))


def test_a_yes_is_a_bond_and_so_is_the_door_that_was_opened() -> None:
    for status in ("agreed", "done"):
        bonds = collected(asks=(asked(status),))
        assert {
            ("ben", EGO): ("said yes to you",),
            ("ana", "ben"): ("Ana opened the door to Ben",),
        } == {pair: bond.words for pair, bond in bonds.items()}
    for ask in (asked("asked"), asked("declined"), asked("agreed", day=NEXT)):
        assert {} == collected(asks=(ask,))
    for introducer in (None, EGO, "ben"):
        assert [("ben", EGO)] == list(collected(asks=(asked("agreed", introducer),)))
