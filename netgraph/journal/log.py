"""What the user writes down, as facts: an event, an ask, a name that was passed on.

Nothing here touches a store. Every function takes the ledger as it is and returns the facts to
put into it, whose ids follow from what they say and from how many alike there are already.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeVar

from msgspec.structs import replace

from netgraph.model.errors import InvalidInput
from netgraph.model.ids import numbered
from netgraph.model.parties import other_party
from netgraph.model.records import (
    EGO,
    YOU,
    Ask,
    AskStatus,
    Event,
    EventKind,
    Ledger,
    Referral,
    ReferralStatus,
    Step,
)
from netgraph.model.text import clean, fold

F = TypeVar("F", Ask, Referral)
K = EventKind
WORDS: Final[dict[str, tuple[EventKind, bool]]] = {
    "met": (K.MET, True),
    "talked": (K.TALKED, True),
    "interview": (K.INTERVIEW, False),
    "gave-interview": (K.INTERVIEW, True),
    "helped": (K.HELPED, True),
    "was-helped": (K.HELPED, False),
    "advised": (K.ADVICE, True),
    "was-advised": (K.ADVICE, False),
    "reviewed": (K.REVIEW, True),
    "was-reviewed": (K.REVIEW, False),
    "sent": (K.ARTICLE, True),
    "was-sent": (K.ARTICLE, False),
    "introduced": (K.INTRODUCTION, True),
    "was-introduced": (K.INTRODUCTION, False),
    "wrote": (K.MESSAGE, True),
    "heard-from": (K.MESSAGE, False),
    "thanked": (K.THANKED, True),
    "was-thanked": (K.THANKED, False),
    "reported": (K.REPORTED, True),
    "reported-back": (K.REPORTED, True),
    "heard-back": (K.REPORTED, False),
    "paid-forward": (K.PAID_FORWARD, True),
    "promised": (K.PROMISED, True),
    "was-promised": (K.PROMISED, False),
    "planned": (K.PLANNED, True),
    "prepared": (K.PREPARED, True),
    "reflected": (K.REFLECTED, True),
    "note": (K.NOTE, True),
}
"""What can be logged: word -> kind of event, and whether ego is the giver."""

TALKS: Final = frozenset({K.TALKED, K.INTERVIEW})
ENCOUNTERS: Final = TALKS | {K.MET, K.MEETING}
OPEN_ASK: Final = frozenset(
    {AskStatus.PLANNED, AskStatus.ASKED, AskStatus.WAITING, AskStatus.AGREED}
)
OPEN_REFERRAL: Final = frozenset(
    {ReferralStatus.NAMED, ReferralStatus.ASKED, ReferralStatus.AGREED, ReferralStatus.INTRODUCED}
)


def status(fact: Ask | Referral, *, as_of: date | None = None) -> str:
    """Return how an ask or a referral stands, or stood as of a date; "" if it was not yet there.

    >>> steps = (Step(date(2026, 5, 1), "asked"), Step(date(2026, 5, 4), "agreed"))
    >>> ask = Ask("a1", "ana", steps=steps)
    >>> status(ask), status(ask, as_of=date(2026, 5, 2)), status(ask, as_of=date(2026, 4, 1))
    ('agreed', 'asked', '')
    """
    known = steps_until(fact, as_of) if as_of else fact.steps
    return known[-1].status if known else ""


def steps_until(fact: Ask | Referral, as_of: date) -> tuple[Step, ...]:
    """Return the steps taken up to a date; one without a date was taken before them all."""
    return tuple(s for s in fact.steps if s.day is None or s.day <= as_of)


def days_asked(steps: Iterable[Step]) -> list[date]:
    """Return the known days on which an ask was made and repeated.

    Where nobody wrote down that it was made, the first answer tells of it.

    >>> days_asked([Step(date(2026, 5, 1), "asked"), Step(date(2026, 5, 4), "agreed")])
    [datetime.date(2026, 5, 1)]
    >>> days_asked([Step(date(2026, 5, 1), "planned"), Step(date(2026, 5, 4), "agreed")])
    [datetime.date(2026, 5, 4)]
    """
    begun = [s for s in steps if s.status != AskStatus.PLANNED]
    asked = [s for s in begun if s.status == AskStatus.ASKED] or begun[:1]
    return [s.day for s in asked if s.day]


def event(
    ledger: Ledger,
    word: str,
    who: str,
    *,
    day: date | None,
    note: str = "",
    about: str | None = None,
    due: date | None = None,
    value: float | None = None,
) -> Event:
    """Make an event from a word of `WORDS` and whom it was with.

    Raises
    ------
    InvalidInput
        If the word is none of them, the person is ego, or the value is negative.

    Examples
    --------
    >>> thanks = event(Ledger(), "thanked", "ana", day=date(2026, 5, 2))
    >>> thanks.giver, thanks.taker, str(thanks.kind)
    ('me', 'ana', 'thanked')
    """
    if word not in WORDS:
        raise InvalidInput(f"{word!r} cannot be logged; known are {', '.join(WORDS)}")
    if who == EGO:
        raise InvalidInput("an event needs somebody other than you")
    if value is not None and not 0 <= value < float("inf"):
        raise InvalidInput(f"a favour is worth 0 talks or more, not {value}")
    kind, by_ego = WORDS[word]
    giver, taker = (EGO, who) if by_ego else (who, EGO)
    parts = (YOU, kind, giver, taker, day.isoformat() if day else "", about or "")
    free = numbered("e", parts, {e.id for e in ledger.events})
    return Event(free, kind, day, giver, taker, clean(note), about=about, due=due, value=value)


def ask(
    ledger: Ledger,
    person: str,
    *,
    day: date | None,
    outcome: str = "",
    want: str = "",
    target: str = "",
    goal: str = "",
    introducer: str | None = None,
    note: str = "",
    words: int | None = None,
) -> Ask:
    """Make a new ask, or the open one moved on by a step.

    Without an outcome a planned ask becomes an ask, one that was asked already is asked once more
    (a follow-up), and where none is open a new one begins. With an outcome the newest open ask
    moves on; if none is open, one begins with that step alone. ``want`` (interview unless said)
    and ``target``, if given, say which of several asks is meant; ``words`` how long the letter was.

    Raises
    ------
    InvalidInput
        If the outcome is no `AskStatus`, or ego is asked.

    Examples
    --------
    >>> first = ask(Ledger(), "ana", day=date(2026, 5, 1))
    >>> then = ask(Ledger(asks=(first,)), "ana", day=date(2026, 5, 4), outcome="agreed")
    >>> then.id == first.id, [step.status for step in then.steps]
    (True, ['asked', 'agreed'])
    """
    if person == EGO:
        raise InvalidInput("an ask goes to somebody other than you")
    step = Step(day, _known(AskStatus, outcome or "asked"), clean(note), words=words)
    going = open_asks(ledger, person, target=target, want=want)
    if going:
        return _moved_on(going[-1], step)
    first = day.isoformat() if day else ""
    want = want or "interview"
    free = numbered("a", (YOU, person, want, target, first), {a.id for a in ledger.asks})
    return Ask(free, person, want, clean(target), goal, introducer, (step,))


def open_asks(ledger: Ledger, person: str, *, target: str = "", want: str = "") -> list[Ask]:
    """Return the asks to a person that have no outcome yet, the newest last."""
    going = [
        a
        for a in ledger.asks
        if a.person == person
        and status(a) in OPEN_ASK
        and (not target or fold(a.target) == fold(target))
        and want in ("", a.want)
    ]
    return sorted(going, key=lambda a: (a.steps[0].day or date.min, a.id))


def refer(
    ledger: Ledger,
    introducer: str,
    person: str,
    *,
    day: date | None,
    to: str = EGO,
    outcome: str = "",
    by: str | None = None,
    note: str = "",
) -> Referral:
    """Make a new referral, or the one of these three people moved on by a step.

    A new one begins as named unless an outcome says otherwise. When ego introduces two others,
    both say whether they want to: ``by`` is whose answer a step is.

    Raises
    ------
    InvalidInput
        If two of the three are one person, the outcome is no `ReferralStatus`, or the referral is
        there already and no outcome says what became of it.

    Examples
    --------
    >>> named = refer(Ledger(), "maya", "tom", day=date(2026, 5, 1))
    >>> met = refer(Ledger(referrals=(named,)), "maya", "tom", day=date(2026, 5, 4), outcome="met")
    >>> met.id == named.id, status(met)
    (True, 'met')
    """
    if len({introducer, person, to}) < 3:
        raise InvalidInput(
            "a referral needs three different people: who names, who is named, to whom"
        )
    step = Step(day, _known(ReferralStatus, outcome or "named"), clean(note), by)
    known = [
        r
        for r in ledger.referrals
        if (r.introducer, r.person, r.to) == (introducer, person, to) and r.steps
    ]
    if known and not outcome:
        raise InvalidInput("that name is written down already: say what became of it (its status)")
    if known:
        return _moved_on(known[-1], step)
    free = numbered("r", (YOU, introducer, person, to), {r.id for r in ledger.referrals})
    return Referral(free, introducer, person, to, steps=(step,))


def agreed_by(referral: Referral, *, as_of: date | None = None) -> frozenset[str]:
    """Return who of the two that ego introduces has said yes, up to a day if one is given."""
    both = {referral.person, referral.to}
    steps = referral.steps if as_of is None else steps_until(referral, as_of)
    yes = {s.by for s in steps if s.by and s.status == ReferralStatus.AGREED}
    return frozenset(yes & both)


def settled_by(ledger: Ledger, event: Event) -> list[Ask | Referral]:
    """Return the asks and referrals that an event moves on: a talk is what they were for.

    A talk ends the open asks for an interview with that person; any encounter marks the open
    referrals to that person as met, unless ego had met them before and only the name was passed on.

    >>> book = Ledger(asks=(ask(Ledger(), "ana", day=date(2026, 5, 1)),))
    >>> talk = event(book, "talked", "ana", day=date(2026, 5, 4))
    >>> [status(fact) for fact in settled_by(book, talk)]
    ['done']
    """
    who = other_party(event)
    moved: list[Ask | Referral] = []
    if event.kind in TALKS:
        asks = [a for a in open_asks(ledger, who) if a.want == "interview"]
        done = Step(event.day, AskStatus.DONE.value)
        moved += [_moved_on(a, done) for a in asks if _follows(a, done)]
    if event.kind in ENCOUNTERS:
        met = Step(event.day, ReferralStatus.MET.value)
        named = [r for r in ledger.referrals if r.person == who and r.to == EGO]
        moved += [
            _moved_on(r, met)
            for r in named
            if status(r) in OPEN_REFERRAL and _follows(r, met) and not _idle(ledger, r)
        ]
    return moved


def _idle(ledger: Ledger, referral: Referral) -> bool:
    """Return whether no more than the name was passed on of somebody whom ego had met before."""
    named = referral.steps[0].day
    return status(referral) == ReferralStatus.NAMED and any(
        referral.person in (e.giver, e.taker)
        and e.kind in ENCOUNTERS
        and e.day is not None
        and named is not None
        and e.day < named
        for e in ledger.events
    )


def _moved_on(fact: F, step: Step) -> F:
    """Return the fact with one more step, in the order of days."""
    if not _follows(fact, step):
        last = fact.steps[-1]
        raise InvalidInput(
            f"{last.status} was on {last.day}, so {step.status} cannot be before: give a later day"
        )
    return replace(fact, steps=(*fact.steps, step))


def _follows(fact: Ask | Referral, step: Step) -> bool:
    """Return whether a step is not before those that were taken."""
    return step.day is None or all(s.day is None or s.day <= step.day for s in fact.steps)


def _known(statuses: type[AskStatus] | type[ReferralStatus], word: str) -> str:
    """Return the status that a word names."""
    known: Iterable[str] = [str(s) for s in statuses]
    if word not in known:
        raise InvalidInput(f"{word!r} is no step that netgraph knows: {', '.join(known)}")
    return word
