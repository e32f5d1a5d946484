"""Being in a pool: making one or coming in by its key, what one shares there, leaving.

A membership is kept in the store (`netgraph.store.pooled`): the pool's secret, the member's own
key, and the number of the last file that the member wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

import msgspec

from netgraph.identity.marks import marks_of, meet
from netgraph.journal.limits import is_in_quarter
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import EGO
from netgraph.model.text import clean
from netgraph.pools.files import Asked, Leave, Named, PoolFile, Shares, written
from netgraph.pools.keys import MemberKey, PoolKey, new_key, new_member_key
from netgraph.pools.shares import Chosen, Shared, asked_lately, person_marks
from netgraph.store import Store
from netgraph.store.pooled import (
    MemberRow,
    PoolRow,
    asks,
    drop_pool,
    members,
    pools,
    put_pool,
    said_by,
)


@dataclass(frozen=True, slots=True)
class Fellow:
    """Another member, and what they shared last."""

    member: str
    day: date
    shares: Shares


class Gone(Leave, frozen=True, omit_defaults=True):
    """What is kept of who left; ``file`` is what they signed, which ego's files pass on."""

    file: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """A pool that ego is in: its name and secret, ego's own key and number.

    ``rows`` say whose files were joined; what is in them is long, and `fellows` reads it. ``named``
    is whom ego's files so far named.
    """

    name: str
    key: PoolKey
    own: MemberKey
    number: int
    rows: tuple[MemberRow, ...] = ()
    asked: tuple[Asked, ...] = ()
    chosen: Chosen = field(default_factory=Chosen)
    named: Named = ()

    @property
    def gone(self) -> list[tuple[str, Gone]]:
        """Members who left, each with what they asked before: it goes on counting."""
        return [
            (row.member, msgspec.json.decode(row.shares, type=Gone))
            for row in self.rows
            if row.gone
        ]

    @property
    def naming(self) -> Named:
        """Whom ego's files name, the next one included."""
        before = {m for batch in self.named for m in batch}
        new = tuple(m for m in self.staying if m not in before)
        return (*self.named, new) if new else self.named

    @property
    def staying(self) -> tuple[str, ...]:
        """The other members who are known and did not leave."""
        return tuple(row.member for row in self.rows if not row.gone)


def fellows(store: Store, member: Membership) -> list[Fellow]:
    """Return the other members who share something, in the order of their keys."""
    return [
        Fellow(row.member, row.day, msgspec.json.decode(row.shares, type=Shares))
        for row in members(store, member.name)
        if not row.gone
    ]


def shares_of(store: Store, member: Membership, other: str) -> Shares:
    """Return what another member shares."""
    return msgspec.json.decode(said_by(store, member.name, other), type=Shares)


def begin(store: Store, name: str, key: PoolKey | None = None) -> Membership:
    """Make a pool, or come into one by its key.

    Raises
    ------
    InvalidInput
        If the name is empty or taken, or ego is in this pool already.
    """
    name = clean(name).strip()
    if not name:
        raise InvalidInput("a pool needs a name")
    held = pools(store)
    if any(row.name == name for row in held):
        raise InvalidInput(f"you are in a pool called {name!r} already: choose another name")
    own = new_member_key()
    key = key or new_key(own.member)
    if same := next((row.name for row in held if row.secret == key.secret), ""):
        raise InvalidInput(f"this is the key of {same!r}, in which you are already")
    row = PoolRow(name, key.secret, own.seed)
    put_pool(store, row)
    return _held(store, row)


def member_of(store: Store, name: str) -> Membership:
    """Return ego's membership in the pool of a name.

    Raises
    ------
    UnknownName
        If ego is in no such pool.
    """
    held = pools(store)
    row = next((row for row in held if row.name == clean(name).strip()), None)
    if row is None:
        names = ", ".join(row.name for row in held)
        known = f"; you are in: {names}" if names else ""
        raise UnknownName(f"you are in no pool called {name!r}{known}", action=Action("pool new"))
    return _held(store, row)


def _held(store: Store, row: PoolRow) -> Membership:
    key, own = PoolKey(row.secret), MemberKey(row.seed)
    asked = tuple(Asked(ask.marks, ask.day, ask.member, ask.turn) for ask in asks(store, row.name))
    rows = tuple(members(store, row.name, whole=False))
    chosen = msgspec.json.decode(row.chosen, type=Chosen)
    named = msgspec.json.decode(row.named, type=Named)
    return Membership(row.name, key, own, row.number, rows, asked, chosen, named)


def shares(
    view: AsOf, member: Membership, people: Sequence[Shared], chosen: Chosen | None = None
) -> Shares:
    """Return what ego shares: themselves by name, the people, and whom they asked this quarter.

    Whom ego chose to leave out stays out of what was asked without the pool, too.

    Raises
    ------
    InvalidInput
        If ego's own name is not known: the others must know whom to ask.
    """
    me, secret = view.ledger.people[EGO], member.key.secret
    if me.name in ("", "You"):
        raise InvalidInput(
            "the others must know whom to ask: say your name first",
            action=Action("edit", ("me",), {"name": "NAME"}),
        )
    return Shares(
        called=me.name,
        box=member.own.box,
        me=person_marks(view, secret, me) or marks_of(secret, name=me.name, employers=["pool"]),
        named=member.naming,
        people=tuple(sorted((s.known for s in people), key=lambda k: k.marks)),
        asked=all_asked(view, member, chosen),
        left=tuple(left.file for _, left in member.gone if left.file),
    )


def all_asked(view: AsOf, member: Membership, chosen: Chosen | None = None) -> tuple[Asked, ...]:
    """Return all that ego asked of people in the quarter, through the pool or else directly.

    Whom ego was introduced to by the pool, and then asked, was asked once.
    """
    through = [a for a in member.asked if is_in_quarter(a.day, view.day)]
    directly = asked_lately(view, member.key.secret, (chosen or member.chosen).without)
    return (*through, *(a for a in directly if not any(meet(a.marks, t.marks) for t in through)))


def next_file(
    store: Store,
    member: Membership,
    body: Shares | Leave,
    day: date,
    chosen: Chosen | None = None,
) -> bytes:
    """Return the next file of a member; its number is kept, so that it replaces the last one.

    So is what was chosen for it, and whom it names.
    """
    number, kept = member.number + 1, chosen or member.chosen
    text = msgspec.json.encode({**asdict(kept), "without": sorted(kept.without)}).decode()
    named = msgspec.json.encode(body.named).decode()
    put_pool(store, PoolRow(member.name, member.key.secret, member.own.seed, number, text, named))
    own = member.own
    return written(PoolFile(own.member, number, day, body), member.key, own)


def leaving(view: AsOf, store: Store, member: Membership) -> bytes:
    """Return the file that takes back all that ego shared."""
    body = Leave(all_asked(view, member), member.naming, member.staying)
    return next_file(store, member, body, view.day)


def left(store: Store, member: Membership) -> None:
    """Take the pool, its key and all that came through it out of the store."""
    drop_pool(store, member.name)
