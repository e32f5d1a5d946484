"""The store: private, whole, reversible."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from netgraph.model.errors import StoreError
from netgraph.model.ids import identifier
from netgraph.model.records import (
    EGO,
    Ask,
    Correspondence,
    Event,
    EventKind,
    Fact,
    Gathering,
    Ledger,
    Match,
    Person,
    Source,
    Statement,
    Step,
    Tie,
)
from netgraph.store import Store
from netgraph.store.migrations import MIGRATIONS
from netgraph.store.rows import TABLES, columns, decode, encode
from tests.examples import few

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
ANA = Person("p1", "Ana Silva", "linkedin", emails=("ana@example.org",), seen=date(2026, 5, 1))
BEN = Person("p2", "Ben Okafor", "linkedin")
TALK = Event("e1", EventKind.TALKED, date(2026, 4, 2), EGO, "p1", note="about wind")


def put(path: Path, *facts: Fact, said: str = "test") -> None:
    with Store.open(path) as store, store.change(said, at=NOW) as change:
        change.put(facts)


def facts(path: Path) -> Ledger:
    with Store.open(path) as store:
        return store.facts()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "network.db"


def test_the_file_can_be_read_by_its_owner_only(path: Path) -> None:
    put(path, ANA)

    modes = {f.name: stat.S_IMODE(f.stat().st_mode) for f in path.parent.iterdir()}

    assert {0o600} == set(modes.values())


def test_what_was_put_comes_back(path: Path) -> None:
    put(path, ANA, BEN, TALK)

    ledger = facts(path)

    assert ANA == ledger.people["p1"]
    assert (TALK,) == ledger.events


def test_every_table_has_the_columns_of_its_record(path: Path) -> None:
    put(path, ANA)
    connection = sqlite3.connect(path)

    for kind, table in TABLES.items():
        found = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        assert {*columns(kind), "added", "dropped"} == set(found)
    connection.close()


def test_putting_the_same_again_leaves_no_trace(path: Path) -> None:
    put(path, ANA, TALK)
    put(path, ANA, TALK)

    with Store.open(path) as store:
        assert 1 == len(store.changes())


def test_a_correction_is_counted_and_keeps_the_rest(path: Path) -> None:
    put(path, ANA, BEN)
    moved = Person("p1", "Ana Silva", "linkedin", company="Watershed")
    with Store.open(path) as store, store.change("import", at=NOW) as change:
        counts = change.put([moved, BEN, Person("p3", "Cy")])

    assert (["p3"], ["p1"], 1) == ([*counts.new], [*counts.updated], counts.unchanged)
    assert "Watershed" == facts(path).people["p1"].company


def test_a_dropped_fact_is_gone_until_undone(path: Path) -> None:
    put(path, ANA, TALK)
    with Store.open(path) as store, store.change("edit event", at=NOW) as change:
        assert 1 == change.drop(Event, ["e1", "unknown"])
    assert () == facts(path).events

    with Store.open(path) as store:
        assert "edit event" == store.undo()

    assert (TALK,) == facts(path).events


def test_undo_takes_changes_back_one_by_one_to_an_empty_store(path: Path) -> None:
    put(path, ANA, said="import a")
    put(path, Person("p1", "Ana Maria Silva", "linkedin"), TALK, said="import b")

    with Store.open(path) as store:
        assert "import b" == store.undo()
        assert ANA == store.facts().people["p1"]
        assert "import a" == store.undo()
        assert {EGO} == store.facts().people.keys()
        with pytest.raises(StoreError, match="nothing to take back"):
            store.undo()


def test_an_exception_leaves_the_file_as_it_was(path: Path) -> None:
    put(path, ANA)

    def break_off() -> None:
        with Store.open(path) as store, store.change("broken", at=NOW) as change:
            change.put([BEN])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()

    assert "p2" not in facts(path).people


def test_a_dry_change_counts_and_changes_nothing(path: Path) -> None:
    with Store.open(path) as store, store.change("import", at=NOW, dry=True) as change:
        assert {"p1"} == change.put([ANA]).new

    assert {EGO} == facts(path).people.keys()


def test_a_fact_about_nobody_is_refused(path: Path) -> None:
    with pytest.raises(StoreError, match="names somebody who is not"):
        put(path, TALK)

    assert () == facts(path).events


def test_what_was_written_is_put_together_by_who_wrote_to_whom(path: Path) -> None:
    days = (None, date(2026, 3, 1), date(2026, 3, 1), date(2026, 4, 1))
    messages = [
        Event(f"m{i}", EventKind.MESSAGE, day, "p1", EGO, source="x") for i, day in enumerate(days)
    ]
    put(path, ANA, *messages, TALK)

    with Store.open(path) as store:
        ledger = store.ledger()

    assert (Correspondence(EventKind.MESSAGE, "p1", EGO, days, "x"),) == ledger.correspondence
    assert (TALK,) == ledger.events
    assert 5 == len(facts(path).events)


def test_a_message_of_a_day_may_stand_for_several(path: Path) -> None:
    day = date(2026, 3, 1)
    put(path, ANA, Event("m", EventKind.EMAIL, day, EGO, "p1", count=3, source="x"))

    with Store.open(path) as store:
        assert [(day,) * 3] == [some.days for some in store.ledger().correspondence]


def test_what_the_user_logged_keeps_its_words_and_a_wild_count_stays_a_number(path: Path) -> None:
    day = date(2026, 3, 1)
    logged = Event("m1", EventKind.MESSAGE, day, EGO, "p1", "sent my CV")
    wild = Event("m2", EventKind.MESSAGE, day, EGO, "p1", count=10**12, source="x")
    put(path, ANA, logged, wild)

    with Store.open(path) as store:
        assert (logged, wild) == store.ledger().events
        assert () == store.ledger().correspondence


def test_a_newer_store_is_refused_with_a_clear_line(path: Path) -> None:
    put(path, ANA)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()

    with pytest.raises(StoreError, match=r"newer netgraph.*update netgraph"), Store.open(path):
        pass


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()

    with pytest.raises(StoreError, match="not a file of netgraph"), Store.open(path):
        pass

    assert before == path.read_bytes()


def test_a_text_file_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("my shopping list, quite long\n" * 50)

    with pytest.raises(StoreError, match="not a file of netgraph"), Store.open(path):
        pass

    assert path.read_text().startswith("my shopping list")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match="cannot write"), Store.open(tmp_path / "file" / "x.db"):
        pass


def test_a_sound_store_has_no_faults(path: Path) -> None:
    put(path, ANA, TALK)

    with Store.open(path) as store:
        assert [] == store.faults()


def test_backup_and_restore_bring_everything_back(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    put(path, ANA, TALK)
    with Store.open(path) as store:
        store.backup(copy)
    put(path, BEN)

    with Store.open(path) as store:
        kept = store.restore(copy)
        assert {EGO, "p1"} == store.facts().people.keys()

    assert 0o600 == stat.S_IMODE(copy.stat().st_mode)
    assert "p2" in facts(kept).people


def test_backup_does_not_overwrite(path: Path, tmp_path: Path) -> None:
    put(path, ANA)
    with Store.open(path) as store, pytest.raises(StoreError, match="is there already"):
        store.backup(path)


@pytest.mark.parametrize("content", [None, b"", b"not a store" * 100])
def test_restore_refuses_what_is_not_a_store(
    path: Path, tmp_path: Path, content: bytes | None
) -> None:
    put(path, ANA)
    copy = tmp_path / "copy.db"
    if content is not None:
        copy.write_bytes(content)

    with Store.open(path) as store:
        with pytest.raises(StoreError):
            store.restore(copy)
        assert "p1" in store.facts().people


def test_forget_leaves_no_byte_of_a_person_in_the_store_or_its_backups(
    path: Path, tmp_path: Path
) -> None:
    copy, lost = tmp_path / "copy.db", tmp_path / "lost.db"
    together = Gathering("g1", "conversation", None, (EGO, "p1", "p2"), source="linkedin")
    ask = Ask("a1", "p1", steps=(Step(date(2026, 4, 1), "asked", "coffee?"),))
    said = Statement("s1", "p1", "not_before", date(2026, 6, 1))
    put(path, ANA, BEN, TALK, together, ask, said)
    put(path, Person("p1", "Ana Maria Silva", "linkedin"), said="edit 'Ana Silva'")
    with Store.open(path) as store:
        store.backup(copy)
        store.backup(lost)
        lost.unlink()

        reached, missing = store.forget(["p1"])

        assert ([copy], [lost]) == (reached, missing)
        assert {"p1"} == store.forgotten(["p1", "p2"])
        assert () == store.facts().gatherings[0].people[2:]
    for file in (path, copy):
        assert b"Silva" not in file.read_bytes()
        assert b"about wind" not in file.read_bytes()
        assert {EGO, "p2"} == facts(file).people.keys()


def test_forgetting_a_source_leaves_the_users_own_facts(path: Path) -> None:
    maya = Person("p3", "Maya")
    friends = Source("linkedin:p3", "linkedin", owner="p3")
    cy = Person("p4", "Cy", "linkedin:p3")
    dee = Person("p5", "Dee", "linkedin:p3")
    tie = Tie("t1", "p3", "p4", source="linkedin:p3")
    asked = Ask("a1", "p5")
    put(path, ANA, maya, friends, cy, dee, tie, asked, Match("m1", "p1", "p4", True))

    with Store.open(path) as store:
        store.forget_source("linkedin:p3")

    left = facts(path)
    assert {EGO, "p1", "p3", "p5"} == left.people.keys()
    assert ((), (), ()) == (left.ties, left.matches, left.sources)
    with Store.open(path) as store:
        assert [] == store.faults()


def test_of_two_that_write_one_waits_and_none_loses(path: Path) -> None:
    put(path, ANA)
    threads = [
        threading.Thread(target=put, args=(path, Person(f"x{i}", f"Person {i}"))) for i in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {f"x{i}" for i in range(8)} <= facts(path).people.keys()


def test_a_damaged_copy_is_refused(path: Path, tmp_path: Path) -> None:
    put(path, ANA, *(Person(f"x{i}", "Somebody " * 20) for i in range(300)))
    copy = tmp_path / "copy.db"
    with Store.open(path) as store:
        store.backup(copy)
    content = bytearray(copy.read_bytes())
    content[20_000:40_000] = b"\0" * 20_000
    copy.write_bytes(content)

    with Store.open(path) as store, pytest.raises(StoreError, match="damaged"):
        store.restore(copy)


def test_a_second_restore_keeps_the_first_ones_leavings(path: Path, tmp_path: Path) -> None:
    put(path, ANA)
    with Store.open(path) as store:
        store.backup(tmp_path / "copy.db")
        kept = [store.restore(tmp_path / "copy.db") for _ in range(2)]

    assert ["network.before-restore.db", "network.before-restore-2.db"] == [k.name for k in kept]


def test_a_forgetting_that_fails_forgets_nobody(path: Path) -> None:
    put(path, ANA, BEN)
    with Store.open(path) as store:
        store.connection.execute("DROP TABLE forgotten")
        with pytest.raises(StoreError, match="cannot use"):
            store.forget(["p1"])
        assert "p1" in store.facts().people


def test_restore_needs_a_file(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store, pytest.raises(StoreError, match="there is no file"):
        store.restore(tmp_path / "nowhere.db")


def test_a_ledger_is_of_one_moment(path: Path) -> None:
    put(path, ANA)
    with Store.open(path) as store:
        before = store.facts()
        with store.change("log", at=NOW) as change:
            change.put([BEN])
            assert "p2" in store.facts().people
            with Store.open(path) as other:
                assert before == other.facts()


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from netgraph.model.records import Person
from netgraph.store import Store
with Store.open(Path(sys.argv[1])) as store:
    with store.change("import", at=datetime(2026, 5, 1, tzinfo=UTC)) as change:
        change.put([Person(f"k{i}", f"Killed {i}") for i in range(5000)])
        os.kill(os.getpid(), 9)
"""


def test_a_program_killed_inside_a_change_leaves_nothing_of_it(path: Path) -> None:
    put(path, ANA)

    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)

    assert -9 == done.returncode
    with Store.open(path) as store:
        assert [] == store.faults()
        assert {EGO, "p1"} == store.facts().people.keys()


names = st.text(max_size=20)
days = st.none() | st.dates()
people = st.builds(
    Person,
    id=st.from_regex(r"p[a-z]{3}", fullmatch=True),
    name=names,
    emails=st.lists(names, max_size=2).map(tuple),
    lead=st.booleans(),
    seen=days,
)
steps = st.lists(st.builds(Step, days, names, names), max_size=3).map(tuple)


@given(st.lists(people, max_size=5), steps)
def test_a_record_survives_being_a_row(records: list[Person], steps: tuple[Step, ...]) -> None:
    ask = Ask("a", "p", steps=steps)

    assert records == list(decode(Person, encode(Person, records)))
    assert [ask] == list(decode(Ask, encode(Ask, [ask])))


@few(15, HealthCheck.function_scoped_fixture)
@given(st.lists(st.lists(people, max_size=4), min_size=1, max_size=4))
def test_undo_after_any_changes_gives_each_earlier_ledger_back(
    tmp_path: Path, batches: list[list[Person]]
) -> None:
    path = tmp_path / f"{identifier('s', repr(batches))}.db"
    path.unlink(missing_ok=True)
    with Store.open(path) as store:
        history = [store.facts()]
        for batch in batches:
            before = len(store.changes())
            with store.change("put", at=NOW) as change:
                change.put(batch)
            if len(store.changes()) > before:
                history.append(store.facts())

        for earlier in reversed(history[:-1]):
            store.undo()
            assert earlier == store.facts()


def test_only_the_change_that_is_meant_is_taken_back(path: Path) -> None:
    with Store.open(path) as store:
        for person in ("ana", "ben"):
            with store.change(f"add {person}", at=NOW) as change:
                change.put([Person(person, person.title())])
        first = store.last() - 1
        with pytest.raises(StoreError, match="add ben"):
            store.undo(first)
        assert "add ben" == store.undo(store.last())
        assert "add ana" == store.undo(first)


def test_what_touched_somebody_meanwhile_is_told(path: Path) -> None:
    with Store.open(path) as store:
        for person in ("ana", "ben"):
            with store.change(f"add {person}", at=NOW) as change:
                change.put([Person(person, person.title())])
        seen = store.last()
        assert [] == store.meanwhile(seen, {"ana"})
        with store.change("edit ana", at=NOW) as change:
            change.put([Person("ana", "Ana Silva")])

        assert [(NOW, "edit ana")] == store.meanwhile(seen, {"ana"})
        assert [] == store.meanwhile(seen, {"ben"})


def test_copies_are_listed_and_can_be_thrown_away(path: Path, tmp_path: Path) -> None:
    put(path, ANA)
    one, two = tmp_path / "b.db", tmp_path / "a.db"
    with Store.open(path) as store:
        store.backup(one)
        store.backup(two)
        listed = store.copies()
        two.with_name("a.db-wal").write_bytes(b"")
        store.discard(two)

        assert [two.resolve(), one.resolve()] == listed
        assert [one.resolve()] == store.copies()
        assert [True, False, False] == [
            file.exists() for file in (one, two, two.with_name("a.db-wal"))
        ]
        with pytest.raises(StoreError, match=r"a\.db is no copy that was made here"):
            store.discard(two)
        with pytest.raises(StoreError, match="is no copy that was made here"):
            store.discard(path)
    assert path.exists()


def test_every_change_that_touched_somebody_is_told(path: Path) -> None:
    put(path, ANA)
    with Store.open(path) as store:
        seen = store.last()
    put(path, replace(ANA, title="Cook"), said="edit ana")
    put(path, Event("e9", EventKind.TALKED, date(2026, 5, 1), EGO, ANA.id), said="log talked ana")

    with Store.open(path) as store:
        assert ["edit ana", "log talked ana"] == [
            said for _, said in store.meanwhile(seen, {ANA.id})
        ]
