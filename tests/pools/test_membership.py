from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import EGO, Person
from netgraph.pools.files import Leave, Shares, read
from netgraph.pools.keys import PoolKey
from netgraph.pools.membership import begin, leaving, left, member_of
from netgraph.store import Store
from netgraph.store.pooled import pools
from tests.pools.people import KEY, MAY_1, POOL, contact, exported, store_of, view_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return store_of(tmp_path / "ana.db", "Ana Silva", *contact("Cara Weiss"))


def test_a_new_pool_has_a_key_that_its_founder_keeps(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        made = begin(store, "  Job   club ")

        assert "Job club" == made.name
        assert made == member_of(store, "Job club")
        assert made.key != begin(store, "Other").key


def test_one_is_in_a_pool_once(path: Path) -> None:
    with Store.open(path) as store:
        for name, key, line in (
            (POOL, None, "choose another name"),
            ("New", KEY, "in which you are already"),
            (" ", None, "needs a name"),
        ):
            with pytest.raises(InvalidInput, match=line):
                begin(store, name, key)
        with pytest.raises(UnknownName, match="you are in no pool called 'None'; you are in: Spr"):
            member_of(store, "None")


def test_each_file_has_the_next_number(path: Path, tmp_path: Path) -> None:
    files = [read(exported(path, tmp_path / f"{n}.pool"), KEY) for n in range(2)]

    assert [1, 2] == [file.number for file in files]
    assert files[0].member == files[1].member
    assert isinstance(files[0].body, Shares)
    assert "Ana Silva" == files[0].body.called


def test_who_has_no_name_is_told_to_say_it(tmp_path: Path) -> None:
    path = store_of(tmp_path / "x.db", "You", Person(EGO, "You"))

    with pytest.raises(InvalidInput, match="say your name first"):
        exported(path, tmp_path / "x.pool")


def test_leaving_takes_the_key_away(path: Path, tmp_path: Path) -> None:
    exported(path, tmp_path / "1.pool")
    with Store.open(path) as store:
        member = member_of(store, POOL)
        (tmp_path / "leave.pool").write_bytes(leaving(view_of(store), store, member))
        left(store, member)

        assert [] == pools(store)
    told = read(tmp_path / "leave.pool", PoolKey(KEY.secret))
    assert (Leave(), 2, MAY_1) == (told.body, told.number, told.day)
