from __future__ import annotations

from pathlib import Path

from netgraph.pools.joining import join
from netgraph.pools.membership import fellows, leaving, member_of
from netgraph.pools.parts import TEXTS, Part, kept_parts, part_of
from netgraph.store import Store
from tests.pools.people import POOL, contact, exported, store_of, view_of

CARA, DAN = contact("Cara Weiss"), contact("Dan Roe", "Acme")


def parts_of(path: Path, folder: Path) -> list[Part]:
    folder.mkdir(exist_ok=True)
    with Store.open(path) as store:
        return kept_parts(store, member_of(store, POOL), folder)


def joined(path: Path, *files: Path) -> None:
    with Store.open(path) as store:
        join(store, member_of(store, POOL), files)


def test_a_part_has_all_that_a_member_shares(tmp_path: Path) -> None:
    ana = store_of(tmp_path / "ana.db", "Ana Silva", *CARA, *DAN)
    ben = store_of(tmp_path / "ben.db", "Ben Ode")
    joined(ben, exported(ana, tmp_path / "1.pool"))

    (part,) = parts_of(ben, tmp_path / "parts")

    with Store.open(ben) as store:
        (fellow,) = fellows(store, member_of(store, POOL))
    same = part_of(fellow.member, fellow.day, fellow.shares)
    assert (same.member, same.day, same.shares) == (part.member, part.day, part.shares)
    columns = ["marks", "band", "stated", "bears", *TEXTS]
    assert same.columns(columns).equals(part.columns(columns))
    assert 2 == part.columns(columns).num_rows


def test_it_is_written_once_and_goes_with_its_member(tmp_path: Path) -> None:
    ana = store_of(tmp_path / "ana.db", "Ana Silva", *CARA)
    ben = store_of(tmp_path / "ben.db", "Ben Ode")
    joined(ben, exported(ana, tmp_path / "1.pool"))
    (first,) = parts_of(ben, tmp_path / "parts")
    (again,) = parts_of(ben, tmp_path / "parts")
    assert first == again

    joined(ben, exported(ana, tmp_path / "2.pool"))
    (second,) = parts_of(ben, tmp_path / "parts")
    assert [second.people] == [*(tmp_path / "parts").iterdir()]
    assert first != second

    with Store.open(ana) as store:
        (tmp_path / "l").write_bytes(leaving(view_of(store), store, member_of(store, POOL)))
    joined(ben, tmp_path / "l")
    assert [] == parts_of(ben, tmp_path / "parts")
    assert [] == [*(tmp_path / "parts").iterdir()]
