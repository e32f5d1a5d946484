"""Joining: reading the files that other members wrote, and keeping the newest of each.

A later file of a member replaces the earlier one whole: whoever is no longer in it was taken back.
Who left stays known as gone, so that an old file of theirs does not bring back what they took away.
Whom ego asked to forget is left out of whatever comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from netgraph.model.errors import NetgraphError, UnreadableFile
from netgraph.pools.files import Leave, PoolFile, Reply, Request, Shares, read, understood
from netgraph.pools.membership import Gone, Membership
from netgraph.store import Store
from netgraph.store.pooled import MemberRow, called, put_members


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of the files.

    ``shared`` says whose shares came and how many people are in them, ``left`` who took all back,
    ``old`` are files that say nothing new to ego, ``refused`` has a line for each left out.
    ``requests`` and ``replies`` are those to ego, to be opened.
    """

    shared: list[tuple[str, int]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    old: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    requests: list[Path] = field(default_factory=list)
    replies: list[tuple[Path, PoolFile]] = field(default_factory=list)

    @property
    def came(self) -> bool:
        """Whether anything of another member's came."""
        return bool(self.shared or self.left)


def join(store: Store, member: Membership, paths: Sequence[Path]) -> Joined:
    """Read files of a pool and keep what is new in them; a bad file keeps no other out."""
    joined = Joined()
    rows = {row.member: row for row in member.rows}
    for path in paths:
        try:
            file = read(path, member.key)
        except NetgraphError as error:
            joined.refused.append(str(error))
            continue
        if file.member == member.own.member:
            joined.old.append(f"{path} is your own file")
        elif isinstance(file.body, Request | Reply):
            _sort(file, file.body, member, path, joined)
        else:
            _take(store, member, rows, file, path, joined)
    return joined


def _sort(
    file: PoolFile, body: Request | Reply, member: Membership, path: Path, joined: Joined
) -> None:
    """Put a letter where it belongs: in a shared folder there are those to others, too."""
    if body.to != member.own.member:
        joined.old.append(f"{path} is for another member alone")
    elif isinstance(body, Reply):
        joined.replies.append((path, file))
    else:
        joined.requests.append(path)


def _take(
    store: Store,
    member: Membership,
    rows: dict[str, MemberRow],
    file: PoolFile,
    path: Path,
    joined: Joined,
) -> None:
    """Keep what one file says, if it is newer than what is known of its member."""
    body, known = file.body, rows.get(file.member)
    if not isinstance(body, Shares | Leave):
        return
    if known and (known.gone or known.number >= file.number):
        joined.old.append(f"{path} is not newer than what you have of this member")
        return
    if isinstance(body, Leave):
        joined.left.append(called(store, member.name, file.member) or "somebody")
        text = msgspec.json.encode(_what_is_left(store, file, body)).decode()
    else:
        shared = _without_forgotten(store, body)
        if shared is None:
            joined.refused.append(f"{path} is of somebody whom you asked to forget")
            return
        joined.shared.append((shared.called, len(shared.people)))
        text = msgspec.json.encode(msgspec.structs.replace(shared, left=())).decode()
        _take_left(store, member, rows, shared, joined)
    row = MemberRow(member.name, file.member, file.number, file.day, text, isinstance(body, Leave))
    put_members(store, [row])
    rows[file.member] = replace(row, shares="")  # what is in it may be long


def _take_left(
    store: Store, member: Membership, rows: dict[str, MemberRow], body: Shares, joined: Joined
) -> None:
    """Keep what members wrote when they left, which comes with another's file."""
    for text in body.left:
        with suppress(UnreadableFile):
            file = understood(text.encode(), member.key)
            known = rows.get(file.member)
            if isinstance(file.body, Leave) and not (known and known.gone):
                _take(store, member, rows, file, Path("a file of who left"), joined)


def _what_is_left(store: Store, file: PoolFile, body: Leave) -> Gone:
    """Return what is kept of who left; whom ego asked to forget is not in it."""
    gone = store.forgotten([mark for asked in body.asked for mark in asked.marks])
    kept = tuple(a for a in body.asked if gone.isdisjoint(a.marks))
    return Gone(kept, body.named, body.stay, file.text if len(kept) == len(body.asked) else "")


def _without_forgotten(store: Store, body: Shares) -> Shares | None:
    """Return shares without whom ego asked to forget; None if that is the member themselves."""
    everybody = (*(p.marks for p in body.people), *(a.marks for a in body.asked))
    gone = store.forgotten([*body.me, *(mark for marks in everybody for mark in marks)])
    if gone.intersection(body.me):
        return None
    if not gone:
        return body
    return msgspec.structs.replace(
        body,
        people=tuple(p for p in body.people if gone.isdisjoint(p.marks)),
        asked=tuple(a for a in body.asked if gone.isdisjoint(a.marks)),
    )
