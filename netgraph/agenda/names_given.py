"""Names and introductions that ego was given and has not taken up yet.

They are the first thing of a day: an introduction wants an answer at once, since the introducer
has spoken for ego; a name that is not written to for two weeks is let go, or written to now.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from netgraph.agenda.day_facts import DayFacts, facts_on
from netgraph.model.as_of import AsOf, part
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, EventKind, ReferralStatus

FRESH: Final = timedelta(days=14)
"""So long a name is waiting; then it is asked whether to let it go."""

FORGOTTEN: Final = timedelta(days=60)
"""After so long nobody is reminded of it any more."""

_GIVEN: Final = {
    ReferralStatus.NAMED: "gave you their name",
    ReferralStatus.AGREED: "told you that they would like to talk",
    ReferralStatus.INTRODUCED: "introduced you",
}


class NameGiven(Record, frozen=True):
    """``introducer`` passed the name of ``person`` on, or introduced them, on ``day``."""

    person: str
    introducer: str
    day: date
    words: str
    introduced: bool
    referral: str


@part
def names_given_on(view: AsOf) -> tuple[NameGiven, ...]:
    """Return the names that wait for ego, introductions first, then the newest.

    >>> from netgraph.model.records import Ledger, Person, Referral, Step
    >>> people = {i: Person(i, i.title()) for i in ("ben", "dora")}
    >>> made = Referral("r", "ben", "dora", steps=(Step(date(2026, 5, 4), "introduced"),))
    >>> [given] = names_given_on(AsOf(Ledger(people, referrals=(made,)), date(2026, 5, 6)))
    >>> given.person, given.words
    ('dora', 'Ben introduced you on 4 May')
    """
    given = _given(facts_on(view))
    newest: dict[str, NameGiven] = {}
    for name in given:
        known = newest.get(name.person)
        if known is None or (name.introduced, name.day) > (known.introduced, known.day):
            newest[name.person] = name
    return tuple(
        sorted(newest.values(), key=lambda n: (not n.introduced, -n.day.toordinal(), n.person))
    )


def _given(facts: DayFacts) -> Iterator[NameGiven]:
    """Yield every name of the last weeks that ego has not written to since."""
    for referral, steps in facts.referrals:
        last = steps[-1]
        words = _GIVEN.get(ReferralStatus(last.status)) if referral.introducer != EGO else None
        if not words or not last.day or facts.as_of - last.day > FORGOTTEN:
            continue
        introduced = last.status == ReferralStatus.INTRODUCED
        known = facts.last_contact(referral.person) is not None and not introduced
        if not known and not _taken_up(facts, referral.person, last.day):
            told = f"{facts.name(referral.introducer)} {words} on {spoken_day(last.day)}"
            yield NameGiven(
                referral.person, referral.introducer, last.day, told, introduced, referral.id
            )


def _taken_up(facts: DayFacts, person: str, since: date) -> bool:
    """Return whether ego was in touch with somebody, or asked them, since their name was given."""
    last = facts.last_contact(person)
    planned = facts.done(person, {EventKind.PLANNED}, since)
    asked = any(a.ask.person == person and a.is_open for a in facts.asks)
    return planned or asked or (last is not None and last >= since)


def spoken_day(day: date) -> str:
    """Say a day as one would.

    >>> spoken_day(date(2026, 5, 4))
    '4 May'
    """
    return f"{day.day} {day:%B}"
