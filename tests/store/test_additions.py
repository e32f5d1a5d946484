"""What is added behind a snapshot: with it the ledger is what it would be if it were made anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.model.records import (
    CONNECTION,
    EGO,
    Fact,
    Ledger,
    Match,
    Organisation,
    Origin,
    Person,
    Statement,
    Tie,
)
from netgraph.store import Store, snapshot
from netgraph.store.additions import MOST, Addition, leading, read, with_people, written
from netgraph.store.snapshot import KeptLedger, place
from netgraph.store.stamp import stamp_of

NOW = datetime(2026, 5, 1, tzinfo=UTC)
DAY = date(2026, 5, 1)
ACME = Organisation("o1", "Acme", spellings=("Acme", "Acme Inc."))
FACTS = (
    ACME,
    Person("p3", "Ana Silva", "linkedin", company="Acme"),
    Person("p5", "Ben Ode", "linkedin"),
    Person("p4", "Ben Ode", "google"),
    Match("m1", "p4", "p5", True),
    Tie("t5", EGO, "p4", day=DAY),
    Tie("t3", EGO, "p3", day=DAY),
    Tie("t7", EGO, "p4", kind=CONNECTION, source="google"),
    Tie("t8", EGO, "p3", kind=CONNECTION, source="linkedin"),
)


def put(path: Path, *facts: Fact) -> None:
    with Store.open(path) as store, store.change("add", at=NOW) as change:
        change.put(facts)


def ledger(path: Path) -> Ledger:
    """Read a store as another program would."""
    snapshot.let_go()
    with Store.open(path) as store:
        return store.ledger()


def anew(path: Path) -> Ledger:
    """Read it without what was kept."""
    snapshot.remove(path)
    found = ledger(path)
    assert type(found) is Ledger
    return found


@pytest.fixture(params=[(), (Person(EGO, "Robin Ostrow"),)], ids=["ego unsaid", "ego stored"])
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    found = tmp_path / "network.db"
    put(found, *FACTS, *request.param)
    ledger(found)
    return found


@pytest.mark.parametrize(
    "added",
    [
        [Person("p1", "Cleo Roy", day=DAY)],
        [Person("p6", "Cleo Roy", company="Acme Inc.", lead=True, met=DAY)],
        [Person("p6", "Cleo Roy"), Tie("t4", EGO, "p6", closeness="warm", day=DAY)],
        [Person("z6", "Cleo Roy"), Person("a6", "Dan Rask"), Tie("t9", "a6", "z6", known=False)],
        [Tie("t9", EGO, "p5", closeness="close", day=DAY)],
        [Tie("t1", "p3", "p5", day=DAY), Tie("t2", "p4", "p5", day=DAY)],
    ],
    ids=["first", "at a firm", "with a tie", "two", "newer word", "of records that are one"],
)
def test_the_ledger_with_it_is_that_made_anew(path: Path, added: Sequence[Fact]) -> None:
    for fact in added:
        put(path, fact)
    found = ledger(path)
    assert type(found) is KeptLedger
    made = anew(path)

    assert made == found
    assert list(made.people) == list(found.people)


@pytest.mark.parametrize(
    "fact",
    [
        Person("p6", "Cleo Roy", company="Tarn"),
        Person("p6", "Cleo Roy", "google"),
        Person("p6", "Cleo Roy", origin=Origin.MENTIONED),
        Person("p3", "Ana Silber"),
        Person(EGO, "Robin"),
        Tie("t6", EGO, "p3", source="linkedin"),
        Statement("s1", "p3", "title", "Cook"),
        Match("m2", "p3", "p4", False),
    ],
    ids=lambda fact: f"{type(fact).__name__} {fact.id}",
)
def test_what_bears_on_others_is_not_added(path: Path, fact: Fact) -> None:
    before = place(path).read_bytes()
    put(path, fact)

    assert before == place(path).read_bytes()
    assert type(ledger(path)) is Ledger


@pytest.mark.parametrize(
    "said",
    [Statement("s1", "p6", "title", "Cook"), Match("m2", "p3", "p6", True)],
    ids=["statement", "match"],
)
def test_of_whom_something_was_said_before_is_not_added(path: Path, said: Fact) -> None:
    put(path, said)
    ledger(path)
    put(path, Person("p6", "Cleo Roy"))

    assert type(ledger(path)) is Ledger


def test_whoever_was_there_before_is_not_added(path: Path) -> None:
    put(path, Person("p6", "Cleo Roy"))
    with Store.open(path) as store, store.change("drop", at=NOW) as change:
        change.drop(Person, ["p6"])
    ledger(path)
    put(path, Person("p6", "Cleo Roy"))

    assert type(ledger(path)) is Ledger


def test_a_change_that_also_corrects_or_drops_is_not_added(path: Path) -> None:
    before = place(path).read_bytes()
    put(path, Person("p6", "Cleo Roy"), Tie("t3", EGO, "p3", closeness="warm", day=DAY))
    with Store.open(path) as store, store.change("both", at=NOW) as change:
        change.put([Person("p7", "Dan Rask")])
        change.drop(Tie, ["t5"])

    assert before == place(path).read_bytes()
    assert "p7" in ledger(path).people


def test_a_day_before_it_is_worked_out_anew(path: Path) -> None:
    later = date(2026, 6, 1)
    put(path, Person("p6", "Cleo Roy", day=later))
    with Store.open(path) as store:
        assert type(store.ledger(as_of=DAY)) is Ledger
        assert "p6" not in store.ledger(as_of=DAY).people
        assert "p6" in store.ledger(as_of=later).people


def test_where_nothing_is_kept_nothing_is_made(path: Path) -> None:
    snapshot.remove(path)
    put(path, Person("p6", "Cleo Roy"))
    assert not place(path).exists()


def test_what_has_not_changed_is_the_very_same_for_a_program_that_goes_on(path: Path) -> None:
    first = ledger(path)
    put(path, Person("p6", "Cleo Roy"))
    with Store.open(path) as store:
        second = store.ledger()

    assert first.correspondence is second.correspondence
    assert first.organisations is second.organisations
    assert "p6" in second.people.keys() - first.people.keys()


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[:-1],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data + b"\0\0\0\1",
        lambda data: data + bytes(30),
    ],
    ids=["cut", "changed", "begun", "empty"],
)
def test_what_is_not_whole_is_not_believed(path: Path, harm: Callable[[bytes], bytes]) -> None:
    put(path, Person("p6", "Cleo Roy"))
    place(path).write_bytes(harm(place(path).read_bytes()))
    found = ledger(path)

    assert anew(path) == found


def link(before: str, stamp: str) -> Addition:
    return Addition(before, stamp, (Person(stamp, stamp),), (), True)


def test_what_came_to_nothing_is_passed_over() -> None:
    found = [link("a", "x"), link("a", "b"), link("b", "c"), link("c", "y")]

    assert (found[1], found[2]) == leading(found, "a", "c")
    assert () == leading(found, "a", "a")
    assert leading(found, "a", "z") is None
    assert leading([link("b", "c"), link("c", "b")], "a", "c") is None


def test_of_too_many_all_is_made_again() -> None:
    found = [link(f"{n}", f"{n + 1}") for n in range(MOST + 1)]

    assert MOST == len(leading(found, "0", f"{MOST}") or ())
    assert leading(found, "0", f"{MOST + 1}") is None


def test_what_is_written_is_read() -> None:
    found = [link("a", "b"), link("b", "c")]
    data = b"".join(map(written, found))

    assert found == list(read(data))
    assert found[:1] == list(read(data[:-1]))


def test_people_stand_where_their_ids_put_them_and_ego_last_if_unsaid() -> None:
    people = {i: Person(i, i) for i in ("b", "d", EGO)}
    added = [Addition("x", "y", tuple(Person(i, i) for i in "zac"), (), me) for me in (False, True)]

    assert ["a", "b", "c", "d", "z", EGO] == list(with_people(people, added[:1]))
    assert ["a", "b", "c", "d", EGO, "z"] == list(with_people(people, added[1:]))


def test_a_stamp_is_another_after_each(path: Path) -> None:
    with Store.open(path) as store:
        before = stamp_of(store.connection)
    put(path, Person("p6", "Cleo Roy"))
    with Store.open(path) as store:
        assert before != stamp_of(store.connection)
