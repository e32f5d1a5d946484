"""What a fact is: frozen, dated records with no behaviour, and the `Ledger` that holds them.

A fact is added, corrected by a newer version of itself, or taken back; it never changes.  Who is
meant is said by id: ``"me"`` is ego, everybody else has an id made in `netgraph.model.ids` from
where the fact came from, so that the same file gives the same ids in every store.

A date that is not known is None.  A date of which only a part is known (``2020`` or ``2020-03``,
as LinkedIn gives positions) stays the text it was.

The annotation of a field says what its text means (`Means`): a person, a source, a firm, or words.
Tables, files, merging, forgetting and pseudonyms follow from it (`netgraph.model.kinds`), so a new
kind of fact is a class here, its place in `Ledger`, and a step in `netgraph.store.migrations`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum, auto
from typing import Annotated, Any, Final, TypeAlias, get_args, get_type_hints

from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput

EGO: Final = "me"
YOU: Final = "you"
"""The `source` of everything the user said."""

CONNECTION: Final = "connection"
"""The kind of a `Tie` that the owner of a LinkedIn account has in their list."""


class Means(Enum):
    """What the text in a field of a record stands for."""

    PERSON = auto()
    SOURCE = auto()
    GOAL = auto()
    ASK = auto()
    RECORD = auto()
    """A record of a person or an organisation, as stored: merging leaves it alone."""
    SUBJECT = auto()
    """A person, an organisation, or a name such as ``favours``."""
    TARGET = auto()
    """A person's id, or words."""
    FIRM = auto()
    """The name of an organisation."""
    WORDS = auto()
    """Words that may tell who is meant."""
    CODE = auto()
    """One of a few words, or a part of a date: tells of nobody."""


PersonId = Annotated[str, Means.PERSON]
SourceId = Annotated[str, Means.SOURCE]
GoalId = Annotated[str, Means.GOAL]
AskId = Annotated[str, Means.ASK]
RecordId = Annotated[str, Means.RECORD]
Subject = Annotated[str, Means.SUBJECT]
Target = Annotated[str, Means.TARGET]
Firm = Annotated[str, Means.FIRM]
Words = Annotated[str, Means.WORDS]
Code = Annotated[str, Means.CODE]

Value: TypeAlias = str | int | float | bool | date | tuple[str, ...] | None
"""What a `Statement` can say; `netgraph.model.statements` knows which for each of its fields."""


class Origin(StrEnum):
    """How a record came about.

    ``listed`` is somebody or something that a file lists or the user typed; ``mentioned`` somebody
    of whom a file tells only the name; ``lender`` a friend who is known as the owner of an export;
    ``former`` a job that only an older file shows; ``shared`` somebody whom a member of a pool
    knows and has not named, who is in no store.
    """

    LISTED = "listed"
    MENTIONED = "mentioned"
    LENDER = "lender"
    FORMER = "former"
    SHARED = "shared"


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
    WAITING = "waiting"
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


class Fact(Record, frozen=True):
    """Base of every record that a ledger holds; each has an ``id``."""

    id: str


class Source(Fact, frozen=True):
    """Where facts came from: one kind of file of one owner.

    ``owner`` is the person whose contacts these are (ego, unless somebody lent their export);
    ``snapshot`` the day of its newest complete list, after which a missing person is gone.
    """

    id: str
    kind: Code
    owner: PersonId = EGO
    label: Words = ""
    snapshot: date | None = None


class Person(Fact, frozen=True):
    """One person as one source shows them; after `netgraph.identity.resolve`, one human being.

    ``seen`` is the day of the source's file, ``lead`` marks somebody named but not yet met,
    ``gone`` somebody whom the newest complete list of their source no longer has.
    ``day`` is the day on which the user wrote them down, ``met`` that on which a lead was met.
    """

    id: str
    name: Words
    source: SourceId = YOU
    emails: tuple[Words, ...] = ()
    urls: tuple[Words, ...] = ()
    phones: tuple[Words, ...] = ()
    company: Firm = ""
    title: Words = ""
    place: Words = ""
    tags: tuple[Words, ...] = ()
    lead: bool = False
    gone: bool = False
    seen: date | None = None
    origin: Origin = Origin.LISTED
    day: date | None = None
    met: date | None = None


class Organisation(Fact, frozen=True):
    """A firm, school or club with the spellings that mean it.

    ``key`` is what they have in common (`netgraph.identity.companies.company_key`), "" for one that
    was made elsewhere.
    """

    id: str
    name: Firm
    kind: Code = "company"
    spellings: tuple[Firm, ...] = ()
    key: Words = ""


class Position(Fact, frozen=True):
    """A person's time at an organisation other than the present job that `Person` shows.

    ``kind`` is work, school, club or volunteering. ``start`` and ``end`` are ``YYYY``,
    ``YYYY-MM`` or ``YYYY-MM-DD``, empty if unknown; ``seen`` is the last day a source showed it.
    """

    id: str
    person: PersonId
    organisation: Firm
    title: Words = ""
    kind: Code = "work"
    start: Code = ""
    end: Code = ""
    current: bool = False
    seen: date | None = None
    source: SourceId = YOU
    origin: Origin = Origin.LISTED


class Event(Fact, frozen=True):
    """On ``day``, ``giver`` did something for, or wrote something to, ``taker``.

    ``count`` is how often that day; ``about`` a third person (whom an introduction was to),
    ``due`` when a promise or a planned talk is due. ``value`` overrules the table of favours.
    """

    id: str
    kind: EventKind
    day: date | None
    giver: PersonId
    taker: PersonId
    note: Words = ""
    count: int = 1
    about: PersonId | None = None
    due: date | None = None
    value: float | None = None
    source: SourceId = YOU


class Correspondence(Record, frozen=True):
    """Everything of one kind that, by one source, ``giver`` wrote to ``taker``.

    A ledger of people has it in the place of many an `Event`; see `netgraph.model.correspondence`.
    ``days`` has one day for each message, in order; days that are not known come first, as None.
    """

    kind: EventKind
    giver: PersonId
    taker: PersonId
    days: tuple[date | None, ...]
    source: SourceId


class Step(Record, frozen=True):
    """One dated step in the life of an ask, a referral or a goal; ``by`` is whose step it was.

    ``words`` is how long the letter was that asked, None if nobody counted.
    """

    day: date | None
    status: Code
    note: Words = ""
    by: PersonId | None = None
    words: int | None = None


class Ask(Fact, frozen=True):
    """A request that ego made to ``person``.

    ``want`` is interview, introduction or help; ``target`` the id or words of whom or what it is
    for; ``introducer`` whose name opened the door. The last of ``steps`` is how it stands.
    """

    id: str
    person: PersonId
    want: Code = "interview"
    target: Target = ""
    goal: GoalId = ""
    introducer: PersonId | None = None
    steps: tuple[Step, ...] = ()
    source: SourceId = YOU


class Referral(Fact, frozen=True):
    """``introducer`` passed the name of ``person`` on to ``to`` (ego, unless ego introduces)."""

    id: str
    introducer: PersonId
    person: PersonId
    to: PersonId = EGO
    ask: AskId = ""
    steps: tuple[Step, ...] = ()
    source: SourceId = YOU


class Goal(Fact, frozen=True):
    """What ego looks for. Empty lists mean "no wish"; ``person`` is one named person's id.

    ``version_of`` is the goal of which this is an earlier wording, with the steps up to then.
    """

    id: str
    text: Words
    companies: tuple[Words, ...] = ()
    roles: tuple[Words, ...] = ()
    fields: tuple[Words, ...] = ()
    places: tuple[Words, ...] = ()
    seniority: Words = ""
    person: PersonId | None = None
    near: tuple[Words, ...] = ()
    hypotheses: tuple[Words, ...] = ()
    steps: tuple[Step, ...] = ()
    version_of: GoalId = ""


class Tie(Fact, frozen=True):
    """``u`` and ``v`` know each other, or, with ``known`` False, the user says they do not.

    ``closeness`` is close, warm, barely or empty; ``day`` the day on which the user said so.
    """

    id: str
    u: PersonId
    v: PersonId
    basis: Basis = Basis.STATED
    kind: Code = "acquaintance"
    closeness: Code = ""
    known: bool = True
    since: date | None = None
    source: SourceId = YOU
    day: date | None = None


class Relation(Fact, frozen=True):
    """What two people are to one another: ``u`` is ``role`` of ``v``, who is ``inverse`` of ``u``.

    Both read on with the other's name ("manager of", "reports to"); a role that is its own inverse
    goes both ways. With ``known`` False it is so no longer. Two people may have several.
    """

    id: str
    u: PersonId
    v: PersonId
    role: Words
    inverse: Words
    known: bool = True
    day: date | None = None
    source: SourceId = YOU


class Gathering(Fact, frozen=True):
    """Several people were in one conversation, meeting or event; no claim that they are close."""

    id: str
    kind: Code
    day: date | None
    people: tuple[PersonId, ...]
    label: Words = ""
    source: SourceId = YOU


class Wish(Fact, frozen=True):
    """An organisation ego showed interest in: a company followed, a job saved or applied for."""

    id: str
    organisation: Firm
    kind: Code = "follow"
    title: Words = ""
    day: date | None = None
    source: SourceId = YOU


class Application(Fact, frozen=True):
    """A place that ego saved or applied for, and how far it came; ``due`` is until when one may.

    What LinkedIn knows of it is a `Wish`; `netgraph.journal.applications` joins the two.
    """

    id: str
    organisation: Firm
    title: Words = ""
    link: Words = ""
    due: date | None = None
    steps: tuple[Step, ...] = ()


class Appointment(Fact, frozen=True):
    """Hour and place of the planned talk ``plan`` (the id of an `Event`) with ``person``.

    ``time`` is ``HH:MM`` in the ``zone`` of that IANA name; both are empty if unknown.
    """

    id: str
    plan: Code
    person: PersonId
    time: Code = ""
    zone: Code = ""
    place: Words = ""
    link: Words = ""
    minutes: int = 30


class Statement(Fact, frozen=True):
    """What the user says of a person, an organisation or the model; it beats every source.

    ``subject`` is a person's or organisation's id or a name such as ``favours``; the newest
    statement of a field holds. None as the value clears the
    field. Texts are read into values by `netgraph.model.statements.statement`, once.
    """

    id: str
    subject: Subject
    field: Code
    value: Value
    day: date | None = None


class Debrief(Fact, frozen=True):
    """What ego wrote down after a talk with ``person``: five answers, and what fits none, as typed.

    What they learned, whether it fits them, whom the other named, what was promised, what is next.
    `netgraph.talks.marks` reads the names, themes and promises in them.
    """

    id: str
    person: PersonId
    day: date | None
    learned: Words = ""
    fits: Words = ""
    named: Words = ""
    promised: Words = ""
    then: Words = ""
    note: Words = ""


class Evidence(Fact, frozen=True):
    """In a talk, ``person`` said something that speaks for (``holds``) or against a hypothesis."""

    id: str
    person: PersonId
    day: date | None
    hypothesis: Words
    holds: bool
    quote: Words = ""


class Match(Fact, frozen=True):
    """Two records are (``same``) or are not one person or organisation; remembered for ever.

    ``basis`` is stated for the user's word and inferred for a rule's.
    """

    id: str
    a: RecordId
    b: RecordId
    same: bool
    basis: Basis = Basis.STATED
    reasons: tuple[Words, ...] = ()


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
    relations: tuple[Relation, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    wishes: tuple[Wish, ...] = ()
    applications: tuple[Application, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    statements: tuple[Statement, ...] = ()
    debriefs: tuple[Debrief, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    matches: tuple[Match, ...] = ()
    sources: tuple[Source, ...] = ()
    alias: Mapping[str, str] = field(default_factory=dict)
    spelling: Mapping[str, str] = field(default_factory=dict)
    correspondence: tuple[Correspondence, ...] = ()

    def __post_init__(self) -> None:
        """Refuse facts in the place of the people by id."""
        if not isinstance(self.people, Mapping) or not isinstance(self.organisations, Mapping):
            raise InvalidInput("people and organisations go by id: write Ledger.of(*facts)")

    def texts(self) -> Sequence[tuple[str, str]] | None:
        """Return what is searched of everybody, if it is kept (`netgraph.journal.texts`)."""
        return None

    @classmethod
    def of(cls, *facts: Fact | Correspondence) -> Ledger:
        """Return the ledger that holds some facts, in the order given.

        Raises
        ------
        InvalidInput
            If something is no fact, or two people or organisations have one id.

        Examples
        --------
        >>> ana, met = Person("ana", "Ana"), Event("e1", EventKind.MET, None, "me", "ana")
        >>> book = Ledger.of(ana, met)
        >>> book.people["ana"] is ana, book.events == (met,)
        (True, True)
        """
        place = {kind: name for name, h in get_type_hints(cls).items() for kind in get_args(h)}
        held: dict[str, list[Any]] = {}
        for fact in facts:
            if not isinstance(fact, Fact | Correspondence):
                raise InvalidInput(f"{type(fact).__name__} is no fact that a ledger holds")
            held.setdefault(place[type(fact)], []).append(fact)
        people, firms = (held.pop(name, []) for name in ("people", "organisations"))
        by_id = [{fact.id: fact for fact in those} for those in (people, firms)]
        if len(by_id[0]) < len(people) or len(by_id[1]) < len(firms):
            raise InvalidInput("two people or two organisations have one id: give each their own")
        rest: Any = {name: tuple(those) for name, those in held.items()}
        return cls(by_id[0], by_id[1], **rest)
