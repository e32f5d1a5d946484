"""What is kept of a store beside it: it is the same as what is made anew, and never in the way."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Goal,
    Ledger,
    Match,
    Organisation,
    Person,
    Source,
    Statement,
    Step,
    Tie,
)
from netgraph.store import Store, snapshot
from netgraph.store.snapshot import PARTS, KeptLedger, place
from netgraph.store.stamp import stamp_of

NOW = datetime(2026, 5, 1, tzinfo=UTC)
DAY = date(2026, 5, 1)
ANA = Person("p1", "Ana Silva", "linkedin", company="Acme", seen=DAY)
ANA_TOO = Person("p2", "Ana Silva", "google", emails=("ana@example.org",))
BEN = Person("p3", "Ben Ode", "linkedin", seen=DAY)
FACTS = (
    Source("linkedin", "linkedin", snapshot=DAY),
    ANA,
    ANA_TOO,
    BEN,
    Match("m1", "p1", "p2", True),
    Tie("t1", EGO, "p1", kind="connection", since=date(2024, 3, 1), source="linkedin"),
    Event("e1", EventKind.MESSAGE, date(2026, 4, 1), "p2", EGO, count=3, source="linkedin"),
    Event("e2", EventKind.TALKED, date(2026, 4, 2), "p2", EGO),
    Ask("a1", "p2", steps=(Step(date(2026, 4, 3), "asked"),)),
    Goal("g1", "cook", companies=("Bistro",), steps=(Step(date(2026, 4, 1), "open"),)),
    Statement("s1", "p3", "title", "Cook", date(2026, 4, 4)),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a store with a little of everything."""
    found = tmp_path / "network.db"
    with Store.open(found) as store, store.change("import", at=NOW) as change:
        change.put(FACTS)
    return found


def read(path: Path, as_of: date | None = None) -> Ledger:
    """Read a store as another program would."""
    snapshot.let_go()
    with Store.open(path) as store:
        return store.ledger(as_of=as_of)


def anew(path: Path, as_of: date | None = None) -> Ledger:
    """Read without what was kept."""
    kept = place(path).read_bytes() if place(path).exists() else None
    snapshot.remove(path)
    found = read(path, as_of)
    assert type(found) is Ledger
    if kept is not None:
        place(path).write_bytes(kept)
    return found


def stamp(path: Path) -> str:
    with Store.open(path) as store:
        return stamp_of(store.connection)


def put(path: Path, *facts: Person | Event | Ask | Goal | Statement) -> None:
    with Store.open(path) as store, store.change("put", at=NOW) as change:
        change.put(facts)


def test_every_field_of_a_ledger_is_kept_or_told_anew(path: Path) -> None:
    read(path)
    kept = read(path)

    assert isinstance(kept, KeptLedger)
    assert {f.name for f in fields(Ledger)} == {*PARTS} | {
        name for name in Ledger.__slots__ if name not in PARTS and hasattr(kept, name)
    }


@pytest.mark.parametrize("as_of", [None, DAY, date(2027, 1, 1)])
def test_the_second_reading_is_the_first(path: Path, as_of: date | None) -> None:
    first, second = read(path, as_of), read(path, as_of)

    assert type(first) is Ledger
    assert type(second) is KeptLedger
    assert first == second
    assert second == first
    assert ["Ana Silva"] == [second.people[e.giver].name for e in second.events]
    assert {"p2": "p1"} == second.alias
    assert "Bistro" in second.spelling


def test_a_kept_ledger_can_be_changed_as_any(path: Path) -> None:
    read(path)
    second = read(path)

    assert () == replace(second, ties=()).ties
    assert second != replace(second, ties=())
    assert second.people == replace(second, ties=()).people


def test_what_is_searched_is_kept_until_the_ledger_is_changed(path: Path) -> None:
    first, second = read(path), read(path)

    assert first.texts() is None
    texts = second.texts()
    assert texts is not None
    assert {"p1", "p3"} <= {who for who, _ in texts}
    assert replace(second, ties=()).texts() is None


def test_a_day_before_the_last_fact_is_worked_out(path: Path) -> None:
    read(path)
    early = date(2026, 4, 1)

    assert type(read(path, early)) is Ledger
    assert "" == read(path, early).people["p3"].title
    assert "Cook" == read(path, DAY).people["p3"].title


def test_what_the_user_logs_leaves_it_valid(path: Path) -> None:
    read(path)
    before = stamp(path)
    put(path, Event("e3", EventKind.HELPED, DAY, EGO, "p2", "read it"))
    put(path, Ask("a2", "p3", steps=(Step(DAY, "asked"),)))
    with Store.open(path) as store:
        store.undo()
        kept = store.ledger()

    assert before == stamp(path)
    assert type(kept) is KeptLedger
    assert ["e1", "e2", "e3"][1:] == [e.id for e in kept.events]
    assert "p1" == kept.events[-1].taker
    assert ["a1"] == [a.id for a in kept.asks]
    assert anew(path) == kept


@pytest.mark.parametrize(
    "change",
    [
        lambda path: put(path, Person("p9", "Cleo Roy", company="Tarn", day=DAY)),
        lambda path: put(path, replace(BEN, company="Acme")),
        lambda path: put(path, Statement("s2", "p1", "title", "Baker", DAY)),
        lambda path: put(path, Event("e4", EventKind.MESSAGE, DAY, EGO, "p3", source="linkedin")),
        lambda path: put(path, Event("e1", EventKind.MESSAGE, DAY, "p2", EGO)),
    ],
    ids=["somebody", "corrected", "said", "imported", "of a file before"],
)
def test_what_says_who_is_who_makes_it_worthless(
    path: Path, change: Callable[[Path], None]
) -> None:
    read(path)
    stamps = [stamp(path)]
    change(path)
    stamps.append(stamp(path))
    after = read(path)
    with Store.open(path) as store:
        store.undo()
    stamps.append(stamp(path))
    undone = read(path)

    assert 3 == len(set(stamps))
    assert Ledger is type(after) is type(undone)
    assert after != undone
    assert anew(path) == undone


@pytest.mark.parametrize(("companies", "same"), [((), True), (("Acme",), True), (("Tarn",), False)])
def test_a_goal_matters_only_if_it_names_a_firm_that_nobody_else_does(
    path: Path, companies: tuple[str, ...], same: bool
) -> None:
    with Store.open(path) as store, store.change("firm", at=NOW) as change:
        change.put([Organisation("o1", "Acme", spellings=("Acme",), key="acme")])
    read(path)
    stamps = [stamp(path)]
    put(path, Goal("g2", "baker", companies=companies, steps=(Step(DAY, "open"),)))
    stamps.append(stamp(path))
    with_goal = read(path)
    assert anew(path) == with_goal
    with Store.open(path) as store:
        store.undo()
    stamps.append(stamp(path))

    assert same == (1 == len(set(stamps)))
    assert ("Tarn" in with_goal.spelling) != same
    assert anew(path) == read(path)


def test_dropping_what_a_file_told_makes_it_worthless(path: Path) -> None:
    read(path)
    before = stamp(path)
    with Store.open(path) as store, store.change("drop", at=NOW) as change:
        change.drop(Event, ["e2"])
    logged = stamp(path)
    with Store.open(path) as store, store.change("drop", at=NOW) as change:
        change.drop(Event, ["e1"])

    assert before == logged != stamp(path)
    assert () == read(path).correspondence


def test_a_change_that_fails_leaves_it_as_it_was(path: Path) -> None:
    read(path)
    with suppress(KeyError), Store.open(path) as store, store.change("x", at=NOW) as change:
        change.put([Person("p9", "Cleo Roy")])
        assert "p9" in store.ledger().people
        raise KeyError
    with Store.open(path) as store, store.change("x", at=NOW, dry=True) as change:
        change.put([Person("p8", "Dan Roe")])
        assert "p8" in store.ledger().people

    assert {"me", "p1", "p3"} == read(path).people.keys()
    assert anew(path) == read(path)


def _cut(data: bytes) -> bytes:
    return data[:-1]


def _turned(data: bytes) -> bytes:
    return data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]


@pytest.mark.parametrize(
    "damage",
    [_cut, _turned, lambda data: b"", lambda data: b"x" * 500, lambda data: data[:60]],
    ids=["cut", "one bit", "empty", "another's", "head only"],
)
def test_a_damaged_one_is_made_anew_in_silence(
    path: Path, damage: Callable[[bytes], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    first = read(path)
    place(path).write_bytes(damage(place(path).read_bytes()))
    second, third = read(path), read(path)

    assert first == second == third
    assert (Ledger, KeptLedger) == (type(second), type(third))
    assert ("", "") == capsys.readouterr()


def test_that_of_another_program_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as other:
        other.setattr(snapshot, "program_of", lambda *_: "an older one")
        read(path)

    assert type(read(path)) is Ledger
    assert type(read(path)) is KeptLedger


def test_where_it_cannot_be_written_all_goes_on(path: Path) -> None:
    place(path).mkdir()

    assert read(path) == read(path)
    assert Ledger is type(read(path))


def test_it_is_its_owners_alone_and_in_no_backup(path: Path, tmp_path: Path) -> None:
    read(path)
    with Store.open(path) as store:
        store.backup(tmp_path / "copy.db")

    assert 0o600 == stat.S_IMODE(place(path).stat().st_mode)
    assert b"Ana Silva" in place(path).read_bytes()
    assert not place(tmp_path / "copy.db").exists()


def test_it_goes_when_somebody_is_forgotten(path: Path, tmp_path: Path) -> None:
    read(path)
    copy = tmp_path / "copy.db"
    with Store.open(path) as store:
        store.backup(copy)
    read(copy)
    left = place(path).with_name(f".{place(path).name}.x1y2")  # of a program that was killed
    left.write_bytes(b"Ana Silva")
    with Store.open(path) as store:
        store.forget(["p1", "p2"])

    assert not any(place(p).exists() for p in (path, copy))
    assert not left.exists()
    assert {"me", "p3"} == read(path).people.keys() == read(copy).people.keys()


def test_a_restored_store_has_its_own(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        store.backup(tmp_path / "copy.db")
    put(path, Person("p9", "Cleo Roy"))
    read(path)
    with Store.open(path) as store:
        store.restore(tmp_path / "copy.db")

    assert {"me", "p1", "p3"} == read(path).people.keys()
    assert anew(path) == read(path)
