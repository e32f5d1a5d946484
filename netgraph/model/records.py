"""What a fact is: frozen, dated records with no behaviour, and the `Ledger` that holds them.

A fact is added, corrected by a newer version of itself, or taken back; it never changes.  Who is
meant is said by id: ``"me"`` is ego, everybody else has an id made by `identifier` from where
the fact came from, so that the same file gives the same ids in every store.

A date that is not known is None.  A date of which only a part is known (``2020`` or ``2020-03``,
as LinkedIn gives positions) stays the text it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import Final

EGO: Final = "me"
YOU: Final = "you"
"""The `source` of everything the user said."""


_BASE_32 = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = [a + b for a in _BASE_32 for b in _BASE_32]


def identifier(kind: str, *parts: str) -> str:
    """Make the id of a fact from what makes it that fact.

    The same parts give the same id on every machine; ten characters of base 32 (50 bits) keep
    60,000 people apart with odds of 600,000 to 1.

    >>> identifier("p", "linkedin", "ana-silva")
    'pi3wtofys6n'
    >>> identifier("p", "ab", "c") == identifier("p", "a", "bc")
    False
    """
    digest = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    n = int.from_bytes(digest, "big") >> 14
    pairs = _PAIRS  # two letters at once: an import makes some 200,000 ids
    return (
        kind + pairs[n >> 40] + pairs[n >> 30 & 1023] + pairs[n >> 20 & 1023]
        + pairs[n >> 10 & 1023] + pairs[n & 1023]
    )  # fmt: skip


class Basis(StrEnum):
    """How a tie is known."""

    OBSERVED = "observed"
    STATED = "stated"
    INFERRED = "inferred"


class EventKind(StrEnum):
    """What happened. Traces come from files, the rest is logged by the user."""

    MESSAGE = "message"
    EMAIL = "email"
    INVITATION = "invitation"
    ENDORSEMENT = "endorsement"
    RECOMMENDATION = "recommendation"
    MEETING = "meeting"
    MET = "met"
    TALKED = "talked"
    INTERVIEW = "interview"
    HELPED = "helped"
    ADVICE = "advice"
    REVIEW = "review"
    ARTICLE = "article"
    INTRODUCTION = "introduction"
    THANKED = "thanked"
    REPORTED = "reported"
    PAID_FORWARD = "paid-forward"
    PROMISED = "promised"
    PLANNED = "planned"
    PREPARED = "prepared"
    REFLECTED = "reflected"
    NOTE = "note"


class AskStatus(StrEnum):
    """How far an ask has come."""

    PLANNED = "planned"
    ASKED = "asked"
    AGREED = "agreed"
    DONE = "done"
    DECLINED = "declined"
    SILENT = "silent"


class ReferralStatus(StrEnum):
    """How far a name that was passed on has come."""

    NAMED = "named"
    ASKED = "asked"
    AGREED = "agreed"
    INTRODUCED = "introduced"
    MET = "met"
    CLOSED = "closed"
    DECLINED = "declined"
    SILENT = "silent"


class Fact:
    """Base of every record that a ledger holds; each has an ``id``."""

    __slots__ = ()
    id: str


@dataclass(frozen=True, slots=True)
class Source(Fact):
    """Where facts came from: one kind of file of one owner.

    ``owner`` is the person whose contacts these are (ego, unless somebody lent their export);
    ``snapshot`` the day of its newest complete list, after which a missing person is gone.
    """

    id: str
    kind: str
    owner: str = EGO
    label: str = ""
    snapshot: date | None = None


@dataclass(frozen=True, slots=True)
class Person(Fact):
    """One person as one source shows them; after `netgraph.identity.resolve`, one human being.

    ``seen`` is the day of the source's file, ``lead`` marks somebody named but not yet met,
    ``gone`` somebody whom the newest complete list of their source no longer has.
    """

    id: str
    name: str
    source: str = YOU
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    company: str = ""
    title: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    lead: bool = False
    gone: bool = False
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class Organisation(Fact):
    """A firm, school or club with the spellings that mean it; the id comes from its key."""

    id: str
    name: str
    kind: str = "company"
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position(Fact):
    """A person's time at an organisation other than the present job that `Person` shows.

    ``kind`` is work, school, club or volunteering. ``start`` and ``end`` are ``YYYY``,
    ``YYYY-MM`` or ``YYYY-MM-DD``, empty if unknown; ``seen`` is the last day a source showed it.
    """

    id: str
    person: str
    organisation: str
    title: str = ""
    kind: str = "work"
    start: str = ""
    end: str = ""
    current: bool = False
    seen: date | None = None
    source: str = YOU


@dataclass(frozen=True, slots=True)
class Event(Fact):
    """On ``day``, ``giver`` did something for, or wrote something to, ``taker``.

    ``count`` is how often that day; ``about`` a third person (whom an introduction was to),
    ``due`` when a promise or a planned talk is due. ``value`` overrules the table of favours.
    """

    id: str
    kind: EventKind
    day: date | None
    giver: str
    taker: str
    note: str = ""
    count: int = 1
    about: str | None = None
    due: date | None = None
    value: float | None = None
    source: str = YOU


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Everything of one kind that, by one source, ``giver`` wrote to ``taker``.

    A ledger of people has it in the place of many an `Event`; see `netgraph.model.correspondence`.
    ``days`` has one day for each message, in order; days that are not known come first, as None.
    """

    kind: EventKind
    giver: str
    taker: str
    days: tuple[date | None, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step in the life of an ask, a referral or a goal."""

    day: date | None
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ask(Fact):
    """A request that ego made to ``person``.

    ``want`` is interview, introduction or help; ``target`` the id or words of whom or what it is
    for; ``introducer`` whose name opened the door. The last of ``steps`` is how it stands.
    """

    id: str
    person: str
    want: str = "interview"
    target: str = ""
    goal: str = ""
    introducer: str | None = None
    steps: tuple[Step, ...] = ()
    source: str = YOU


@dataclass(frozen=True, slots=True)
class Referral(Fact):
    """``introducer`` passed the name of ``person`` on to ``to`` (ego, unless ego introduces)."""

    id: str
    introducer: str
    person: str
    to: str = EGO
    ask: str = ""
    steps: tuple[Step, ...] = ()
    source: str = YOU


@dataclass(frozen=True, slots=True)
class Goal(Fact):
    """What ego looks for. Empty lists mean "no wish"; ``person`` is one named person's id."""

    id: str
    text: str
    companies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    seniority: str = ""
    person: str | None = None
    near: tuple[str, ...] = ()
    hypotheses: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie(Fact):
    """``u`` and ``v`` know each other, or, with ``known`` False, the user says they do not.

    ``closeness`` is close, warm, barely or empty.
    """

    id: str
    u: str
    v: str
    basis: Basis = Basis.STATED
    kind: str = "acquaintance"
    closeness: str = ""
    known: bool = True
    since: date | None = None
    source: str = YOU


@dataclass(frozen=True, slots=True)
class Gathering(Fact):
    """Several people were in one conversation, meeting or event; no claim that they are close."""

    id: str
    kind: str
    day: date | None
    people: tuple[str, ...]
    label: str = ""
    source: str = YOU


@dataclass(frozen=True, slots=True)
class Wish(Fact):
    """An organisation ego showed interest in: a company followed, a job saved or applied for."""

    id: str
    organisation: str
    kind: str = "follow"
    title: str = ""
    day: date | None = None
    source: str = YOU


@dataclass(frozen=True, slots=True)
class Statement(Fact):
    """What the user says of a person, an organisation or the model; it beats every source.

    ``subject`` is a person's or organisation's id or a name such as ``favours``; the newest
    statement of a field holds. An empty value clears the field.
    """

    id: str
    subject: str
    field: str
    value: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Match(Fact):
    """Two records are (``same``) or are not one person or organisation; remembered for ever.

    ``basis`` is stated for the user's word and inferred for a rule's.
    """

    id: str
    a: str
    b: str
    same: bool
    basis: Basis = Basis.STATED
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """All facts. As stored, people are records of sources; resolved, they are human beings.

    ``correspondence`` are the messages and mails that `netgraph.store.Store.ledger` has put
    together, the other facts of that kind are ``events``: each was written in one of the two.
    ``alias`` maps the id of every record that was merged into another to the id that stands for
    it, ``spelling`` every way a firm was written to the firm's id; both are empty before
    `netgraph.identity.resolve`.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    positions: tuple[Position, ...] = ()
    events: tuple[Event, ...] = ()
    asks: tuple[Ask, ...] = ()
    referrals: tuple[Referral, ...] = ()
    goals: tuple[Goal, ...] = ()
    ties: tuple[Tie, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    wishes: tuple[Wish, ...] = ()
    statements: tuple[Statement, ...] = ()
    matches: tuple[Match, ...] = ()
    sources: tuple[Source, ...] = ()
    alias: Mapping[str, str] = field(default_factory=dict)
    spelling: Mapping[str, str] = field(default_factory=dict)
    correspondence: tuple[Correspondence, ...] = ()
