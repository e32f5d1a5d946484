from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.identity.marks import marks_of
from netgraph.model.records import Person
from netgraph.store import Store
from netgraph.store.pooled import (
    PARTS,
    AskRow,
    MemberRow,
    PoolRow,
    asks,
    called,
    drop_pool,
    members,
    part_name,
    pools,
    put_ask,
    put_members,
    put_pool,
    tables_of,
)

POOL = PoolRow("Spring", b"s" * 32, b"m" * 32)
MAY_1 = date(2026, 5, 1)
BEN = MemberRow("Spring", "b", 1, MAY_1, '{"people":[]}')
ASK = AskRow("Spring", "1", "b", MAY_1, ("p1", "e1"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "n.db") as store:
        put_pool(store, POOL)
        put_members(store, [BEN])
        put_ask(store, ASK)
    return tmp_path / "n.db"


def test_what_was_put_is_there(path: Path) -> None:
    with Store.open(path) as store:
        assert ([POOL], [BEN], [ASK]) == (
            pools(store), members(store, "Spring"), asks(store, "Spring")
        )  # fmt: skip


def test_what_was_chosen_does_not_name_whom_one_forgets(path: Path) -> None:
    with Store.open(path) as store:
        put_pool(store, replace(POOL, chosen='{"without":["ana","ben"]}'))
        store.forget(["ana"])

        assert ['{"without": ["ben"]}'] == [row.chosen for row in pools(store)]


def test_a_pool_goes_with_all_that_came_through_it(path: Path) -> None:
    with Store.open(path) as store:
        drop_pool(store, "Spring")

        assert ([], [], []) == (pools(store), members(store, "Spring"), asks(store, "Spring"))


def test_an_answer_takes_the_place_of_the_open_ask(path: Path) -> None:
    answered = AskRow("Spring", "1", "b", MAY_1, ("p1", "e1"), "yes")
    with Store.open(path) as store:
        put_ask(store, answered)

        assert [answered] == asks(store, "Spring")


def test_who_is_forgotten_is_in_no_share_and_no_ask(path: Path) -> None:
    ana = Person("ana", "Ana Silva", emails=("ana@example.org",))
    marks = marks_of(POOL.secret, emails=ana.emails)
    text = f'{{"people":[{{"marks":["{marks[0]}"]}},{{"marks":["px"]}}],"me":["pb"]}}'
    with Store.open(path) as store:
        with store.change("x", at=datetime(2026, 5, 1, tzinfo=UTC)) as change:
            change.put([ana])
        put_members(store, [MemberRow("Spring", "b", 1, MAY_1, text)])
        put_ask(store, AskRow("Spring", "1", "b", MAY_1, marks))
        store.forget(["ana"])

        assert marks[0] not in members(store, "Spring")[0].shares
        assert "px" in members(store, "Spring")[0].shares
        assert [] == asks(store, "Spring")
        assert {*marks} == store.forgotten(marks)


@pytest.mark.parametrize(
    ("member", "shares", "name"),
    [
        ("c", '{"called":"Cy Dee","people":[]}', "Cy Dee"),
        ("c", '{"people":[]}', ""),
        ("nobody", '{"called":"Cy Dee"}', ""),
    ],
)
def test_a_member_is_called_as_their_shares_say(
    path: Path, member: str, shares: str, name: str
) -> None:
    with Store.open(path) as store:
        put_members(store, [MemberRow("Spring", "c", 1, MAY_1, shares)])

        assert name == called(store, "Spring", member)
        assert "" == called(store, "Autumn", member)


def test_whom_one_forgets_is_known_by_name_and_employer_too(path: Path) -> None:
    ana = Person("ana", "Ana Silva", company="Acme")
    marks = marks_of(POOL.secret, name=ana.name, employers=[ana.company])
    assert marks
    text = f'{{"people":[{{"marks":["{marks[0]}"]}}]}}'
    with Store.open(path) as store:
        with store.change("x", at=datetime(2026, 5, 1, tzinfo=UTC)) as change:
            change.put([ana])
        put_members(store, [MemberRow("Spring", "b", 1, MAY_1, text)])
        store.forget(["ana"])

        assert marks[0] not in members(store, "Spring")[0].shares


def test_what_was_put_together_of_a_member_goes_with_a_newer_file_of_theirs(path: Path) -> None:
    folder = tables_of(path) / "Spring"
    (folder / PARTS).mkdir(parents=True)
    whole, theirs, others = (
        folder / "people.parquet", folder / PARTS / f"{part_name('b')}-1",
        folder / PARTS / f"{part_name('c')}-1",
    )  # fmt: skip
    for file in (whole, theirs, others):
        file.write_bytes(b"x")

    with Store.open(path) as store:
        put_members(store, [replace(BEN, number=2)])

    assert [False, False, True] == [file.exists() for file in (whole, theirs, others)]
