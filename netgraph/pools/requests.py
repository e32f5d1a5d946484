"""Asking a member for an introduction, and answering: two files that only the two can read.

A request says to one member whom ego would like to meet, by marks, and why. That member sees who it
is, among those they know, and answers: yes, with the name, or no. Until then ego knows no name.
Both files are signed, so that nobody asks or answers in another's name, and sealed for the other,
so that they may lie in a folder that all members read.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import msgspec

from netgraph.identity.marks import meet
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import EGO, Person
from netgraph.model.text import clean, fold
from netgraph.pools.files import PoolFile, Reply, Request, written
from netgraph.pools.finding import HANDLE, Counted, counted
from netgraph.pools.kept import KeptPool
from netgraph.pools.keys import sealed_for
from netgraph.pools.limits import BEARS, counts_on
from netgraph.pools.membership import Membership
from netgraph.pools.shares import person_marks
from netgraph.store import Store
from netgraph.store.pooled import AskRow, asks, put_ask


class Wish(msgspec.Struct, frozen=True):
    """What a request says to the member alone: whom ego would like to meet, and why."""

    marks: tuple[str, ...]
    why: str = ""


class Word(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a reply says to who asked alone; without a yes there is no name."""

    yes: bool
    name: str = ""
    title: str = ""
    employer: str = ""
    said: str = ""


Said = TypeVar("Said", Wish, Word)


@dataclass(frozen=True, slots=True)
class Asking:
    """A request that was read: who asks, whom they would like to meet, and why.

    ``person`` is None if ego no longer knows who is meant.
    """

    file: PoolFile
    request: Request
    person: Person | None
    why: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A reply that was read: which member says what."""

    member: str
    word: Word


def ask(
    store: Store, pool: KeptPool, member: Membership, view: AsOf, contact: str, *,
    through: str = "", why: str = "",
) -> tuple[bytes, str]:  # fmt: skip
    """Write a request for a contact, as a list of finding names them; return it and who gets it.

    Raises
    ------
    UnknownName
        If no such contact is known in the pool, or not by that member.
    InvalidInput
        If they, or every member who knows them, should be left alone for now.
    """
    person = _contact(pool, contact)
    count = counted(pool, member, view)
    introducer = _introducer(pool, count, view, person, through)
    to = pool.facts.members[introducer]
    marks = tuple(sorted(row["mark"] for row in pool.rows("marks", "person", {person})))
    wish = Wish(marks, clean(why))
    request = Request(
        id=secrets.token_hex(8),
        to=to.key,
        called=view.ledger.people[EGO].name,
        box=member.own.box,
        sealed=sealed_for(to.box, msgspec.json.encode(wish)),
    )
    turn = count.turn(person, view.day)
    put_ask(store, AskRow(member.name, request.id, to.key, view.day, marks, turn=turn))
    file = PoolFile(member.own.member, member.number, view.day, request)
    return written(file, member.key, member.own), to.called


def _contact(pool: KeptPool, contact: str) -> str:
    """Return the person whom a handle names."""
    keys = [i for i in pool.column("people", "person") if i.startswith(contact)]
    if len(contact) < HANDLE or len(keys) != 1:
        raise UnknownName(f"no contact in the pool is called {contact!r}: look for one first")
    return keys[0]


def _introducer(pool: KeptPool, count: Counted, view: AsOf, person: str, through: str) -> str:
    """Return the member to ask: the one who is named, else who knows the person best."""
    ties = pool.rows("ties", "target", {person})
    known: list[tuple[float, str]] = [
        (-tie["strength"], tie["source"])
        for tie in ties
        if tie["source"] in pool.facts.members
        and (not through or fold(pool.facts.members[tie["source"]].called) == fold(through))
    ]
    if not known:
        raise UnknownName(f"{through or 'no other member'} does not share this contact")
    waits = {m: count.waits(person, m, view.day) for _, m in sorted(known)}
    for introducer, why in waits.items():
        if not why:
            return introducer
    raise InvalidInput(next(iter(waits.values())))


def _opened(member: Membership, sealed: str, kind: type[Said]) -> Said:
    """Return what is sealed for ego.

    Raises
    ------
    InvalidInput
        If it cannot be opened, or says something else.
    """
    try:
        return msgspec.json.decode(member.own.opened(sealed), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidInput("it says nothing that can be understood: ask for it anew") from error


def read_request(file: PoolFile, member: Membership, view: AsOf) -> Asking:
    """Return what a request asks.

    Raises
    ------
    InvalidInput
        If it is no request, or is for somebody else.
    """
    request = file.body
    if not isinstance(request, Request) or request.to != member.own.member:
        raise InvalidInput("this is no request to you")
    wish = _opened(member, request.sealed, Wish)
    people = (p for p in view.ledger.people.values() if p.id != EGO)
    meant = (p for p in people if meet(person_marks(view, member.key.secret, p), wish.marks))
    return Asking(file, request, next(meant, None), clean(wish.why))


def answer(
    asking: Asking, pool: KeptPool, member: Membership, view: AsOf, *, yes: bool, said: str = ""
) -> bytes:
    """Write the reply to a request; only with a yes it says who the person is.

    Raises
    ------
    UnknownName
        If ego no longer knows who is meant, and says yes.
    InvalidInput
        If the person was asked as often as they bear: a yes would be one too many.
    """
    word = Word(False, said=clean(said))
    if yes:
        p = _checked(asking, pool, member, view)
        word = Word(True, p.name, p.title, p.company, clean(said))
    reply = Reply(
        id=asking.request.id,
        to=asking.file.member,
        called=view.ledger.people[EGO].name,
        sealed=sealed_for(asking.request.box, msgspec.json.encode(word)),
    )
    file = PoolFile(member.own.member, member.number, view.day, reply)
    return written(file, member.key, member.own)


def _checked(asking: Asking, pool: KeptPool, member: Membership, view: AsOf) -> Person:
    """Return who is meant, unless others have asked them as often as they bear already."""
    if asking.person is None:
        raise UnknownName("you know nobody any more who is meant: answer no")
    person = pool.person_of(person_marks(view, member.key.secret, asking.person))
    count = counted(pool, member, view)
    days = count.asked.get(person, {})
    limit = pool.facts.bears.get(person, BEARS)
    lately = [d for m, some in days.items() if m != asking.file.member for d in some]
    if sum(counts_on(d, view.day) for d in lately) >= limit:
        raise InvalidInput(
            f"{asking.person.name} was asked {limit} times this quarter already, as often as they "
            "should be: say no for now"
        )
    return asking.person


def read_replies(
    files: Iterable[tuple[Path, PoolFile]], store: Store, member: Membership
) -> tuple[list[Answered], list[str]]:
    """Return what replies say, and a line for each that is none to a request of ego's."""
    answers, refused = [], []
    for path, file in files:
        try:
            answers.append(read_reply(file, store, member))
        except InvalidInput as error:
            refused.append(f"{clean(str(path))}: {error}")
    return answers, refused


def read_reply(file: PoolFile, store: Store, member: Membership) -> Answered:
    """Return what a reply to ego's own request says, and keep that it was answered.

    Raises
    ------
    InvalidInput
        If ego asked nothing that this answers.
    """
    reply = file.body
    open_ = {row.id: row for row in asks(store, member.name)}
    row = open_.get(reply.id) if isinstance(reply, Reply) else None
    if not isinstance(reply, Reply) or row is None or row.member != file.member:
        raise InvalidInput("this answers nothing that you asked")
    word = _opened(member, reply.sealed, Word)
    word = Word(word.yes, *map(clean, (word.name, word.title, word.employer, word.said)))
    put_ask(
        store,
        replace(row, answer="yes" if word.yes else "no"),
    )
    return Answered(clean(reply.called), word)
