from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.model.as_of import AsOf
from netgraph.pools.joining import join
from netgraph.pools.kept import KeptPool, kept_pool
from netgraph.pools.membership import member_of
from netgraph.store import Store
from netgraph.store.pooled import tables_of
from tests.pools.people import MAY_1, POOL, contact, exported, store_of, view_of

CARA = contact("Cara Weiss")


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    ben = store_of(tmp_path / "ben.db", "Ben Ode", *CARA)
    path = store_of(tmp_path / "ana.db", "Ana Silva", *contact("Dan Roe", "Acme"))
    with Store.open(path) as store:
        join(store, member_of(store, POOL), [exported(ben, tmp_path / "ben.pool")])
    return path


def kept(path: Path) -> KeptPool:
    with Store.open(path) as store:
        return kept_pool(store, member_of(store, POOL), lambda: view_of(store), MAY_1)


def test_it_has_what_all_share_and_whom_ego_knows(ana: Path) -> None:
    pool = kept(ana)

    assert ["Acme", "Siemens"] == pool.column("people", "employer")
    assert ["Ben Ode"] == [m.called for m in pool.facts.members.values()]
    assert pool.is_small


def test_it_is_for_its_owner_alone(ana: Path) -> None:
    folder = kept(ana).folder

    inside = [*folder.parent.rglob("*")]
    assert {0o700} == {f.stat().st_mode & 0o777 for f in (folder.parent, *inside) if f.is_dir()}
    assert {0o600} == {f.stat().st_mode & 0o777 for f in inside if f.is_file()}
    assert any(f.parent.name == "parts" for f in inside)


def test_it_is_made_once_while_nothing_changes(ana: Path) -> None:
    made = kept(ana)

    def never() -> AsOf:
        raise AssertionError("it was made anew")

    with Store.open(ana) as store:
        assert made == kept_pool(store, member_of(store, POOL), never, MAY_1)


def test_whom_one_forgets_is_in_it_no_more(ana: Path) -> None:
    kept(ana)
    with Store.open(ana) as store:
        store.forget(["dan-roe"])

    assert not tables_of(ana).exists()
    assert ["Siemens"] == kept(ana).column("people", "employer")


def test_a_mark_says_who_is_meant(ana: Path) -> None:
    pool = kept(ana)
    (row,) = pool.rows("people", "employer", ["Siemens"])
    marks = [r["mark"] for r in pool.rows("marks", "person", [row["person"]])]

    assert row["person"] == pool.person_of(["pnobody", *marks[:1]])
    assert "" == pool.person_of(["pnobody"])
    assert [] == pool.rows("marks", "mark", [])
