"""What a store holds of pools: the keys, what members shared, what ego asked through them.

It is no part of the `Ledger`: keys belong in no export, and what others share is not ego's to
write down. It is in every backup, and whom ego forgets goes from here, too. Joining and leaving are
not taken back by `undo`.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from netgraph.identity.marks import marks_of, meet
from netgraph.model.base_record import Record
from netgraph.store.transactions import plain_errors, transaction

if TYPE_CHECKING:
    from netgraph.store import Store

_HAVE_MARKS: Final = ("people", "asked")
"""The lists in what a member shares whose entries say by marks who is meant."""

PARTS: Final = "parts"
"""The folder of what members shared, beside what was put together of it."""


class PoolRow(Record, frozen=True):
    """A pool of which ego is a member.

    ``number`` is that of the last file ego wrote in it, ``chosen`` what ego shares and ``named``
    whom each of ego's files named first, as JSON.
    """

    name: str
    secret: bytes
    seed: bytes
    number: int = 0
    chosen: str = "{}"
    named: str = "[]"


class MemberRow(Record, frozen=True):
    """What another member shared last, as JSON; ``gone`` if they took all of it back."""

    pool: str
    member: str
    number: int
    day: date
    shares: str
    gone: bool = False


class AskRow(Record, frozen=True):
    """Ego asked, through a member, to meet somebody; ``answer`` is yes, no, or empty so far.

    ``turn`` is which of the asks that this person bears it was.
    """

    pool: str
    id: str
    member: str
    day: date
    marks: tuple[str, ...]
    answer: str = ""
    turn: int = -1


def pools(store: Store) -> list[PoolRow]:
    """Return the pools in the order of their names."""
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT name, secret, seed, number, chosen, named FROM pool ORDER BY name"
        )
        return [PoolRow(*row) for row in rows]


def shared_in(store: Store) -> list[str]:
    """Return the pools for which ego has written a file."""
    return [row.name for row in pools(store) if row.number]


def members(store: Store, pool: str, *, whole: bool = True) -> list[MemberRow]:
    """Return what the other members of a pool shared last, those who left included.

    Unless ``whole``, what those share who did not leave is left empty: it may be long.
    """
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT pool, member, number, day, iif(? OR gone, shares, ''), gone FROM pool_member "
            "WHERE pool = ? ORDER BY member",
            (whole, pool),
        )
        return [
            MemberRow(pool, member, number, date.fromisoformat(day), shares, bool(gone))
            for pool, member, number, day, shares, gone in rows
        ]


def said_by(store: Store, pool: str, member: str) -> str:
    """Return what a member shared last, as JSON."""
    with plain_errors(store.path):
        (shares,) = store.connection.execute(
            "SELECT shares FROM pool_member WHERE pool = ? AND member = ?", (pool, member)
        ).fetchone()
    return str(shares)


def called(store: Store, pool: str, member: str) -> str:
    """Return the name of a member who shares something, "" for another."""
    with plain_errors(store.path):
        found = store.connection.execute(
            "SELECT json_extract(shares, '$.called') FROM pool_member "
            "WHERE pool = ? AND member = ?",
            (pool, member),
        ).fetchone()
    return str((found and found[0]) or "")


def asks(store: Store, pool: str) -> list[AskRow]:
    """Return what ego asked through a pool, the oldest first."""
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT pool, id, member, day, marks, answer, turn FROM pool_ask "
            "WHERE pool = ? ORDER BY day, id",
            (pool,),
        )
        return [
            AskRow(pool, i, member, date.fromisoformat(day), tuple(json.loads(marks)), answer, turn)
            for pool, i, member, day, marks, answer, turn in rows
        ]


def put_pool(store: Store, pool: PoolRow) -> None:
    """Keep a pool, or the number of its newest file and what was chosen for it."""
    with _writing(store) as run:
        run(
            "INSERT INTO pool (name, secret, seed, number, chosen, named) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET number = "
            "excluded.number, chosen = excluded.chosen, named = excluded.named",
            (pool.name, pool.secret, pool.seed, pool.number, pool.chosen, pool.named),
        )


def put_members(store: Store, rows: Sequence[MemberRow]) -> None:
    """Keep what members shared, in the place of what each of them shared before."""
    with _writing(store) as run:
        for row in rows:
            run(
                "INSERT OR REPLACE INTO pool_member VALUES (?, ?, ?, ?, ?, ?)",
                (row.pool, row.member, row.number, row.day.isoformat(), row.gone, row.shares),
            )
    _drop_parts(store.path, [row.member for row in rows])


def put_ask(store: Store, row: AskRow) -> None:
    """Keep an ask, or the answer to it."""
    with _writing(store) as run:
        run(
            "INSERT OR REPLACE INTO pool_ask (pool, id, member, day, marks, answer, turn) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                row.pool, row.id, row.member, row.day.isoformat(),
                json.dumps(row.marks), row.answer, row.turn,
            ),
        )  # fmt: skip


def drop_pool(store: Store, name: str) -> None:
    """Take a pool away with all that came through it."""
    with _writing(store) as run:
        run("DELETE FROM pool WHERE name = ?", (name,))
    drop_tables(store.path)


def tables_of(store: Path) -> Path:
    """Return the folder of what was put together of a store's pools."""
    return store.with_name(f"{store.name}.pools")


def drop_tables(store: Path) -> None:
    """Take away what was put together; it is made again when somebody asks."""
    shutil.rmtree(tables_of(store), ignore_errors=True)


def _drop_parts(store: Path, members: Iterable[str]) -> None:
    """Take away what members shared, and what was put together with it, of what is kept."""
    names = [f"{PARTS}/{part_name(member)}-*" for member in members]
    for folder in tables_of(store).glob("*"):
        for path in (*folder.glob("*.*"), *(p for name in names for p in folder.glob(name))):
            path.unlink()


def part_name(member: str) -> str:
    """Return what the file with what a member shared is called, whatever they call themselves."""
    return hashlib.blake2b(member.encode(), digest_size=16).hexdigest()


@contextmanager
def _writing(store: Store) -> Iterator[Any]:
    """Open one transaction for rows of pools."""
    with plain_errors(store.path), transaction(store.connection) as commit:
        yield store.connection.execute
        commit(True)


def forget_in_pools(connection: sqlite3.Connection, ids: Sequence[str]) -> list[str]:
    """Take people out of what others shared of them; return their marks, to be kept out.

    It is called while the people are still there: who they are says what their marks are.
    """
    for name, text in connection.execute("SELECT name, chosen FROM pool").fetchall():
        chosen = json.loads(text)
        if left_out := chosen.get("without"):
            chosen["without"] = [i for i in left_out if i not in ids]
            connection.execute(
                "UPDATE pool SET chosen = ? WHERE name = ?", (json.dumps(chosen), name)
            )
    held = connection.execute("SELECT name, secret FROM pool").fetchall()
    signs = [_signs(connection, i) for i in ids] if held else []
    gone: list[str] = []
    for name, secret in held:
        marks = [m for sign in signs if (m := marks_of(secret, **sign))]
        _leave_shares(connection, name, marks)
        gone += [mark for some in marks for mark in some]
    return gone


def _signs(connection: sqlite3.Connection, person: str) -> dict[str, Any]:
    """Return what says who somebody is, by the rows of theirs."""
    rows = connection.execute(
        "SELECT name, emails, urls, company FROM person WHERE id = ?", (person,)
    ).fetchall()
    at = connection.execute("SELECT organisation FROM position WHERE person = ?", (person,))
    return {
        "name": rows[-1][0] if rows else "",
        "emails": [e for row in rows for e in json.loads(row[1])],
        "urls": [u for row in rows for u in json.loads(row[2])],
        "employers": [*(row[3] for row in rows), *(name for (name,) in at)],
    }


def _leave_shares(
    connection: sqlite3.Connection, pool: str, people: Sequence[Sequence[str]]
) -> None:
    """Take people out of what the members of one pool shared, and out of what ego asked."""

    def meant(marks: Sequence[str]) -> bool:
        return any(meet(marks, some) for some in people)

    found = connection.execute("SELECT member, shares FROM pool_member WHERE pool = ?", (pool,))
    for member, text in found.fetchall():
        said = json.loads(text)
        if meant(said.get("me", ())):
            connection.execute(
                "UPDATE pool_member SET shares = '{}', gone = 1 WHERE pool = ? AND member = ?",
                (pool, member),
            )
            continue
        left = {n: [p for p in said.get(n, ()) if not meant(p["marks"])] for n in _HAVE_MARKS}
        if any(len(left[n]) < len(said.get(n, ())) for n in _HAVE_MARKS):
            said.pop("file", None)  # what they signed says it, too
            left = {n: some for n, some in left.items() if n in said}
            connection.execute(
                "UPDATE pool_member SET shares = ? WHERE pool = ? AND member = ?",
                (json.dumps({**said, **left}), pool, member),
            )
    asked = connection.execute("SELECT id, marks FROM pool_ask WHERE pool = ?", (pool,))
    for i, marks in asked.fetchall():
        if meant(json.loads(marks)):
            connection.execute("DELETE FROM pool_ask WHERE pool = ? AND id = ?", (pool, i))
