from __future__ import annotations

import json
from pathlib import Path

import pytest

from netgraph.model.records import Ask, Statement, Step
from netgraph.pools.files import PoolFile, Reply, Request, written
from netgraph.pools.joining import Joined, join
from netgraph.pools.keys import MemberKey
from netgraph.pools.membership import all_asked, fellows, leaving, left, member_of
from netgraph.pools.shares import Chosen
from netgraph.store import Store
from netgraph.store.pooled import members
from tests.pools.people import AT, KEY, MAY_1, POOL, contact, exported, store_of, view_of

CARA, DAN = contact("Cara Weiss"), contact("Dan Roe", "Acme")


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    return store_of(tmp_path / "ana.db", "Ana Silva", *CARA, *DAN)


@pytest.fixture
def ben(tmp_path: Path) -> Path:
    return store_of(tmp_path / "ben.db", "Ben Ode", *CARA)


def joined(path: Path, *files: Path) -> Joined:
    with Store.open(path) as store:
        return join(store, member_of(store, POOL), files)


def employers(path: Path) -> list[str]:
    """Return the employers of whom the others share."""
    with Store.open(path) as store:
        others = fellows(store, member_of(store, POOL))
    return sorted(known.employer for f in others for known in f.shares.people)


def test_a_later_file_replaces_an_earlier_one(ana: Path, ben: Path, tmp_path: Path) -> None:
    old = exported(ana, tmp_path / "1.pool")
    new = exported(ana, tmp_path / "2.pool", chosen=Chosen(without=frozenset({"dan-roe"})))

    assert [("Ana Silva", 2)] == joined(ben, old).shared
    assert ["Acme", "Siemens"] == employers(ben)
    assert [("Ana Silva", 1)] == joined(ben, new).shared
    assert ["Siemens"] == employers(ben)
    assert f"{old} is not newer" in joined(ben, old).old[0]
    assert ["Siemens"] == employers(ben)


def test_who_leaves_takes_everything_back(ana: Path, ben: Path, tmp_path: Path) -> None:
    old = exported(ana, tmp_path / "1.pool")
    joined(ben, old)
    with Store.open(ana) as store:
        member = member_of(store, POOL)
        (tmp_path / "leave.pool").write_bytes(leaving(view_of(store), store, member))
        left(store, member)

    assert ["Ana Silva"] == joined(ben, tmp_path / "leave.pool").left
    assert [] == employers(ben)
    joined(ben, old)
    assert [] == employers(ben)
    with Store.open(ben) as store:
        kept = members(store, POOL)
    (gone,) = (json.loads(row.shares) for row in kept)
    assert {"file"} == gone.keys()
    assert {} == json.loads(gone["file"])["body"]


def test_that_somebody_left_travels_with_the_files_of_the_others(
    ana: Path, ben: Path, tmp_path: Path
) -> None:
    eva = store_of(tmp_path / "eva.db", "Eva Ling", *CARA)
    old = exported(ana, tmp_path / "a.pool")
    joined(ben, old)
    joined(eva, old)
    with Store.open(ana) as store, store.change("x", at=AT) as change:
        change.put([Ask("a", "dan-roe", steps=(Step(MAY_1, "asked"),))])
    with Store.open(ana) as store:
        (tmp_path / "l").write_bytes(leaving(view_of(store), store, member_of(store, POOL)))
    joined(ben, tmp_path / "l")
    assert ["Acme", "Siemens"] == employers(eva)

    told = joined(eva, exported(ben, tmp_path / "b.pool"))

    assert (["Ana Silva"], [("Ben Ode", 1)], []) == (told.left, told.shared, told.refused)
    assert ["Siemens"] == employers(eva)
    assert "not newer" in joined(eva, old).old[0]
    with Store.open(eva) as store:
        assert [1] == [len(left.asked) for _, left in member_of(store, POOL).gone]
    assert [] == joined(eva, exported(ben, tmp_path / "b.pool")).left


def test_whom_one_forgets_goes_from_what_is_kept_of_who_left(
    ana: Path, ben: Path, tmp_path: Path
) -> None:
    with Store.open(ana) as store, store.change("x", at=AT) as change:
        change.put([Ask("a", "cara-weiss", steps=(Step(MAY_1, "asked"),))])
    with Store.open(ana) as store:
        member = member_of(store, POOL)
        (tmp_path / "l").write_bytes(leaving(view_of(store), store, member))
        marks = all_asked(view_of(store), member)[0].marks
    joined(ben, tmp_path / "l")
    with Store.open(ben) as store:
        store.forget(["cara-weiss"])
        kept = members(store, POOL)

    assert [False] == [mark in row.shares for row in kept for mark in marks[:1]]
    assert [] == [f for f in tmp_path.glob("ben.db*") if f.is_file() and _has(f, marks)]


def _has(file: Path, marks: tuple[str, ...]) -> bool:
    return any(mark.encode() in file.read_bytes() for mark in marks)


def test_after_a_withdrawal_no_byte_of_it_is_left(ana: Path, ben: Path, tmp_path: Path) -> None:
    joined(ben, exported(ana, tmp_path / "1.pool"))
    with Store.open(ben) as store:
        marks = fellows(store, member_of(store, POOL))[0].shares.people[0].marks
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert marks[0].encode() in ben.read_bytes()
    with Store.open(ana) as store:
        member = member_of(store, POOL)
        (tmp_path / "leave.pool").write_bytes(leaving(view_of(store), store, member))
    joined(ben, tmp_path / "leave.pool")
    with Store.open(ben) as store:
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert all(b"Acme" not in file.read_bytes() for file in tmp_path.glob("ben.db*"))
    assert all(marks[0].encode() not in file.read_bytes() for file in tmp_path.glob("ben.db*"))


def test_whom_one_forgets_goes_and_does_not_come_back(ana: Path, ben: Path, tmp_path: Path) -> None:
    first = exported(ana, tmp_path / "1.pool")
    joined(ben, first)
    with Store.open(ben) as store:
        store.forget(["cara-weiss"])
    assert ["Acme"] == employers(ben)

    joined(ben, exported(ana, tmp_path / "2.pool"))
    assert ["Acme"] == employers(ben)


def test_whom_one_forgets_is_in_ones_next_file_no_more(
    ana: Path, ben: Path, tmp_path: Path
) -> None:
    joined(ben, exported(ana, tmp_path / "1.pool"))
    with Store.open(ana) as store:
        store.forget(["dan-roe"])

    joined(ben, exported(ana, tmp_path / "2.pool"))
    assert ["Siemens"] == employers(ben)


def test_a_member_whom_one_forgets_is_heard_no_more(ana: Path, tmp_path: Path) -> None:
    ben = store_of(tmp_path / "b.db", "Ben Ode", *contact("Ana Silva"))
    joined(ben, exported(ana, tmp_path / "1.pool"))
    with Store.open(ben) as store:
        store.forget(["ana-silva"])
    assert [] == employers(ben)

    again = joined(ben, exported(ana, tmp_path / "2.pool"))
    assert "is not newer" in again.old[0] or "asked to forget" in again.refused[0]
    assert [] == employers(ben)


def test_a_bad_file_keeps_no_other_out(ana: Path, ben: Path, tmp_path: Path) -> None:
    good, bad = exported(ana, tmp_path / "1.pool"), tmp_path / "bad.pool"
    bad.write_bytes(good.read_bytes().replace(b"Acme", b"Acne"))

    found = joined(ben, bad, good, exported(ben, tmp_path / "own.pool"))

    assert [("Ana Silva", 2)] == found.shared
    assert 1 == len(found.refused)
    assert "was changed after it was signed" in found.refused[0]
    assert "is your own file" in found.old[0]


def test_letters_in_a_shared_folder_come_to_whom_they_are_for(
    ana: Path, ben: Path, tmp_path: Path
) -> None:
    own = MemberKey(b"x" * 32)
    with Store.open(ben) as store:
        to_ben = member_of(store, POOL).own.member
    request, reply = Request("1", to_ben, "Eva", own.box, "00"), Reply("1", to_ben, "Eva", "00")
    for name, body in (("request", request), ("reply", reply)):
        data = written(PoolFile(own.member, 1, MAY_1, body), KEY, own)
        (tmp_path / name).write_bytes(data)
    letters = [tmp_path / "request", tmp_path / "reply"]

    mine, others = joined(ben, *letters), joined(ana, *letters)

    assert letters[:1] == mine.requests
    assert letters[1:] == [path for path, _ in mine.replies]
    assert ([], []) == (mine.old, mine.refused)
    assert [f"{path} is for another member alone" for path in letters] == others.old
    assert ([], [], []) == (others.requests, others.replies, others.refused)


def test_a_backup_has_the_pool_and_forgetting_reaches_it(
    ana: Path, ben: Path, tmp_path: Path
) -> None:
    joined(ben, exported(ana, tmp_path / "1.pool"))
    with Store.open(ben) as store:
        store.backup(tmp_path / "copy.db")
    assert ["Acme", "Siemens"] == employers(tmp_path / "copy.db")
    with Store.open(ben) as store:
        store.forget(["cara-weiss"])

    assert ["Acme"] == employers(tmp_path / "copy.db")


def test_undo_leaves_pools_alone(ana: Path, ben: Path, tmp_path: Path) -> None:
    joined(ben, exported(ana, tmp_path / "1.pool"))
    with Store.open(ben) as store:
        with store.change("note", at=AT) as change:
            change.put([Statement("s", "cara-weiss", "never_ask", True)])
        store.undo()

    assert ["Acme", "Siemens"] == employers(ben)
