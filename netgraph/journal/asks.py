"""How an ask stands, by all that the data shows: what was written down and what happened since.

An ask is answered by what came from the person alone after it was made last: a message or mail, an
accepted invitation, a favour, an introduction, a talk planned or held. A talk or an introduction
means yes; of anything else only the user knows whether it was a yes. If it was about something
else, the user says that the ask is ``waiting`` still, and what came until then counts no more.

Whoever needs to know how an ask stands asks `asks_on`: chances, rests, follow-ups, the funnel, the
calendar, the map and the report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from netgraph.journal.log import ENCOUNTERS, days_asked, steps_until
from netgraph.model.as_of import AsOf, part
from netgraph.model.base_record import Record
from netgraph.model.correspondence import days_until
from netgraph.model.parties import other_party
from netgraph.model.records import (
    EGO,
    YOU,
    Ask,
    AskStatus,
    Event,
    EventKind,
    Ledger,
    ReferralStatus,
    Step,
)

K = EventKind

REST: Final = timedelta(days=21)
"""How long an ask can stay without an answer before it counts as silent."""

_LETTERS: Final = frozenset({K.MESSAGE, K.EMAIL})
_HELP: Final = frozenset({K.HELPED, K.ADVICE, K.REVIEW, K.ARTICLE})
_OPEN: Final = frozenset({AskStatus.ASKED, AskStatus.SILENT, AskStatus.WAITING})


class Standing(StrEnum):
    """How an ask stands."""

    PLANNED = "planned"
    WAITING = "waiting"
    ANSWERED = "answered"
    AGREED = "agreed"
    DONE = "done"
    DECLINED = "declined"
    SILENT = "silent"


class Sign(Record, frozen=True):
    """Something that came from a person on a day.

    ``yes`` if it can only be a yes, ``held`` if a talk took place; ``later`` if it says nothing of
    an ask of that very day, since a file does not show which came first.
    """

    day: date
    words: str
    yes: bool = False
    held: bool = False
    later: bool = False


class AskState(Record, frozen=True):
    """An ask and how it stands on a day.

    ``steps`` are those taken, ``asked`` the days on which it was made; ``since`` is the day from
    which on it stands so, ``sign`` what showed it, None if the user wrote it down.
    """

    ask: Ask
    steps: tuple[Step, ...]
    asked: tuple[date, ...]
    standing: Standing
    since: date | None
    sign: Sign | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still to come of it."""
        return self.standing in _GOING

    def said_yes(self, as_of: date) -> bool | None:
        """Return the answer; silence of three weeks is a no, None means that it is not known."""
        if self.standing in (Standing.AGREED, Standing.DONE):
            return True
        if self.standing in (Standing.DECLINED, Standing.SILENT):
            return False
        waits = self.standing == Standing.WAITING and self.asked
        return False if waits and as_of - self.asked[-1] >= REST else None


_GOING: Final = frozenset({Standing.PLANNED, Standing.WAITING, Standing.ANSWERED, Standing.AGREED})


@part
def asks_on(view: AsOf) -> tuple[AskState, ...]:
    """Return how every ask of a view stands.

    >>> from netgraph.model.records import Person
    >>> ask = Ask("a", "ana", steps=(Step(date(2026, 5, 1), "asked"),))
    >>> wrote = Event("e", K.MESSAGE, date(2026, 5, 4), "ana", "me")
    >>> book = Ledger({"ana": Person("ana", "Ana")}, asks=(ask,), events=(wrote,))
    >>> [state] = asks_on(AsOf(book, date(2026, 5, 9)))
    >>> state.standing.value, state.sign.words
    ('answered', 'wrote')
    """
    return ask_states(view.ledger, as_of=view.day)


def ask_states(ledger: Ledger, *, as_of: date) -> tuple[AskState, ...]:
    """Return how every ask of a ledger that was there by a day stands on it."""
    known = [(a, steps) for a in ledger.asks if (steps := steps_until(a, as_of))]
    signs = _signs(ledger, {a.person for a, _ in known}, as_of) if known else {}
    return tuple(_state(a, steps, signs.get(a.person, ())) for a, steps in known)


def _state(ask: Ask, steps: tuple[Step, ...], signs: Sequence[Sign]) -> AskState:
    """Return how one ask stands, from its last step and what came after that."""
    last, asked = steps[-1], tuple(days_asked(steps))
    standing = Standing.WAITING if last.status == AskStatus.ASKED else Standing(last.status)
    since = last.day or date.min
    same_day = last.status == AskStatus.ASKED
    later = [s for s in signs if s.day > since or (s.day == since and same_day and not s.later)]
    sign = min((s for s in later if s.yes), key=_when, default=None)
    if last.status in _OPEN:
        sign = sign or min(later, key=_when, default=None)
        if sign:
            held = Standing.DONE if sign.held else Standing.AGREED
            standing = held if sign.yes else Standing.ANSWERED
    elif last.status == AskStatus.AGREED and any(s.held for s in later):
        sign = min((s for s in later if s.held), key=_when)
        standing = Standing.DONE
    else:
        sign = None
    return AskState(ask, steps, asked, standing, sign.day if sign else last.day, sign)


def _when(sign: Sign) -> date:
    """Return the day of a sign."""
    return sign.day


def _signs(ledger: Ledger, wanted: Iterable[str], as_of: date) -> Mapping[str, Sequence[Sign]]:
    """Return all that came from some people, or took place with them, by a day."""
    people = frozenset(wanted)
    found: dict[str, list[Sign]] = defaultdict(list)
    together = _in_groups(ledger)
    for event in ledger.events:
        if event.day and event.day <= as_of and (i := other_party(event)) in people:
            found[i] += _told_by(event, i, together)
    for some in ledger.correspondence:
        if some.giver in people and some.taker == EGO:
            days = {d for d in days_until(some, as_of) if d and (some.giver, d) not in together}
            found[some.giver] += (Sign(day, "wrote", later=True) for day in days)
    for referral in ledger.referrals:
        if referral.introducer in people and referral.to == EGO:
            name = ledger.people[referral.person].name if referral.person in ledger.people else ""
            for step in steps_until(referral, as_of):
                if step.day and step.status in _BY_THEM:
                    found[referral.introducer].append(Sign(step.day, f"named {name}", yes=True))
    for tie in ledger.ties:
        i = tie.v if tie.u == EGO else tie.u
        listed = i in people and EGO in (tie.u, tie.v) and tie.source != YOU
        if listed and tie.since and tie.since <= as_of:
            found[i].append(Sign(tie.since, "accepted your invitation", later=True))
    return found


_BY_THEM: Final = frozenset({ReferralStatus.NAMED, ReferralStatus.INTRODUCED})


def _told_by(event: Event, i: str, together: frozenset[tuple[str, date]]) -> Iterator[Sign]:
    """Yield what an event with somebody says of an ask made before."""
    day = event.day or date.min
    theirs = event.giver == i and event.taker == EGO
    if event.kind == K.PLANNED:
        yield Sign(day, f"planned a talk for {event.due or day}", yes=True)
    elif event.kind in ENCOUNTERS:
        yield Sign(day, "talked with you", yes=True, held=True)
    elif theirs and event.kind == K.INTRODUCTION:
        yield Sign(day, "introduced you", yes=True)
    elif theirs and event.kind in _LETTERS and (i, day) not in together:
        yield Sign(day, "wrote", later=event.source != YOU)
    elif theirs and event.kind in _HELP:
        yield Sign(day, "helped you")
    elif theirs and event.kind == K.INVITATION:
        yield Sign(day, "sent you an invitation", later=True)


def _in_groups(ledger: Ledger) -> frozenset[tuple[str, date]]:
    """Return who wrote in a conversation of several on which day: that is no answer to ego."""
    return frozenset(
        (i, gathering.day)
        for gathering in ledger.gatherings
        if gathering.day and gathering.kind in ("conversation", "e-mail")
        for i in gathering.people
    )
