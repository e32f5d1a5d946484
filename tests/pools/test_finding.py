from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.model.errors import UnknownName
from netgraph.model.records import Ask, Step
from netgraph.pools.finding import Found, find
from netgraph.pools.joining import join
from netgraph.pools.kept import kept_pool
from netgraph.pools.membership import member_of
from netgraph.pools.shares import Chosen
from netgraph.store import Store
from tests.pools.people import AT, MAY_1, POOL, contact, exported, store_of, view_of

CARA = contact("Cara Weiss", "Siemens AG", "Head of Marketing")
DAN = contact("Dan Roe", "Siemens", closeness="close")


@pytest.fixture
def ben(tmp_path: Path) -> Path:
    return store_of(tmp_path / "ben.db", "Ben Ode", *CARA, *DAN)


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    return store_of(tmp_path / "ana.db", "Ana Silva", *contact("Eva Ling", "Acme"))


def merge(path: Path, *files: Path) -> None:
    with Store.open(path) as store:
        assert not join(store, member_of(store, POOL), files).refused


def found(path: Path, words: str, engine: str = "") -> Found:
    with Store.open(path) as store:
        view, member = view_of(store), member_of(store, POOL)
        pool = kept_pool(store, member, lambda: view, MAY_1)
        return find(pool, member, view, words, engine=engine)


def test_a_member_knows_somebody_there(ana: Path, ben: Path, tmp_path: Path) -> None:
    merge(ana, exported(ben, tmp_path / "b.pool"))

    told = found(ana, "siemens")

    assert "Siemens" == told.target
    assert [("Ben Ode", "close", True, ""), ("Ben Ode", "warm", True, "")] == [
        (w.member, w.how_well, w.stated, w.name) for w in told.found
    ]
    assert [("engineering", "senior"), ("marketing", "head")] == [
        (w.function, w.level) for w in told.found
    ]
    assert all(0 < w.chance < 1 and w.reach > 0 and not w.waits for w in told.found)


def test_every_engine_says_the_same(ana: Path, ben: Path, tmp_path: Path) -> None:
    merge(ana, exported(ben, tmp_path / "b.pool"))

    assert found(ana, "Siemens", "memory") == found(ana, "Siemens", "duckdb")


def test_a_name_is_shown_only_if_it_was_shared(ana: Path, ben: Path, tmp_path: Path) -> None:
    merge(ana, exported(ben, tmp_path / "b.pool", chosen=Chosen(names=True)))

    assert {"Cara Weiss", "Dan Roe"} == {w.name for w in found(ana, "Siemens").found}


def test_a_field_or_a_person_can_be_looked_for(ana: Path, ben: Path, tmp_path: Path) -> None:
    merge(ana, exported(ben, tmp_path / "b.pool"))

    assert ["marketing"] == [w.function for w in found(ana, "Marketing").found]
    for words in ("cara-weiss@example.org", "linkedin.com/in/cara-weiss", "Cara Weiss (Siemens)"):
        assert ["marketing"] == [w.function for w in found(ana, words).found]
    with pytest.raises(UnknownName, match="nobody in Spring cohort shares anybody at 'Nowhere'"):
        found(ana, "Nowhere")
    with pytest.raises(UnknownName, match="shares anybody at 'Simens': is it Siemens"):
        found(ana, "Simens")


def test_before_anybody_is_joined_it_says_so(ana: Path) -> None:
    with pytest.raises(UnknownName, match="you have joined nobody's file in Spring cohort yet"):
        found(ana, "Siemens")


def test_whom_one_knows_oneself_is_no_find(ben: Path, tmp_path: Path) -> None:
    eva = store_of(tmp_path / "eva.db", "Eva Ling", *DAN)
    merge(eva, exported(ben, tmp_path / "b.pool"))

    assert ["marketing"] == [w.function for w in found(eva, "Siemens").found]


def test_whom_a_classmate_asked_is_left_alone_by_all(ana: Path, ben: Path, tmp_path: Path) -> None:
    eva = store_of(tmp_path / "eva.db", "Eva Ling", *DAN)
    with Store.open(eva) as store, store.change("x", at=AT) as change:
        change.put([Ask("a", "dan-roe", steps=(Step(MAY_1, "asked"),))])
    merge(ana, exported(ben, tmp_path / "b.pool"), exported(eva, tmp_path / "e.pool"))

    ways = found(ana, "Siemens").found

    assert ["", "the pool asked them on 2026-05-01: let it rest until 2026-05-22"] == [
        w.waits for w in ways[:2]
    ]
    assert "engineering" == ways[1].function
