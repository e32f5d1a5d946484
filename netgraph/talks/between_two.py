"""What is recorded between ego and one person up to a day, as a letter tells of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, Final

from netgraph.agenda.day_facts import FAVOURS
from netgraph.identity.companies import company_key, is_company
from netgraph.journal.appointments import appointment_of
from netgraph.journal.log import ENCOUNTERS, TALKS, days_asked, steps_until
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Event, EventKind, Ledger, Referral, ReferralStatus
from netgraph.talks.marks import without_marks
from netgraph.talks.short_texts import firm, plain, short_name

K = EventKind

MOST: Final = 3
"""So many names are told."""

_UNPLANNED: Final[Mapping[str, Any]] = dict.fromkeys(
    ("time", "zone", "place", "link", "minutes"), ""
)


class Between(Record, frozen=True):
    """What is recorded of ego and one person up to a day."""

    ledger: Ledger
    person: str
    as_of: date

    def events(self, kinds: Collection[EventKind]) -> list[Event]:
        """Return what happened between the two, the oldest first."""
        found = [
            e
            for e in self.ledger.events
            if e.kind in kinds
            and e.day
            and e.day <= self.as_of
            and {e.giver, e.taker} == {EGO, self.person}
        ]
        return sorted(found, key=lambda e: (e.day or date.min, e.id))

    def referrals(self) -> Iterator[Referral]:
        """Yield the names passed on to ego that were known by then."""
        for referral in self.ledger.referrals:
            if referral.to == EGO and steps_until(referral, self.as_of):
                yield referral

    def familiar(self) -> bool:
        """Return whether the two have met, or are said to be close or warm."""
        pair = {EGO, self.person}
        near = any(
            t.closeness in ("close", "warm") and {t.u, t.v} == pair for t in self.ledger.ties
        )
        return near or bool(self.events(ENCOUNTERS))

    def door(self, via: str | None) -> dict[str, Any]:
        """Return what ties the two: an introducer, a meeting, a school, a firm, letters, or ""."""
        named = [r.introducer for r in self.referrals() if r.person == self.person]
        opener = via or next((i for i in named if i in self.ledger.people), None)
        met = [e.day for e in self.events(ENCOUNTERS)]
        wrote = self._wrote()
        if opener and (via or not met):
            return {"kind": "introducer", "name": short_name(self.ledger.people[opener])}
        if met:
            return {"kind": "met", "day": met[-1]}
        for kind in ("school", "club", "work"):
            if name := self._shared(kind):
                return {"kind": kind, "name": name}
        if wrote:
            return {"kind": "wrote", "day": wrote}
        since = [t.since for t in self.ledger.ties if {t.u, t.v} == {EGO, self.person} and t.since]
        known = [day for day in since if day <= self.as_of]
        return {"kind": "connected", "day": min(known)} if known else {"kind": ""}

    def _wrote(self) -> date | None:
        """Return the last day on which they wrote to ego."""
        days = [
            day
            for some in self.ledger.correspondence
            if (some.giver, some.taker) == (self.person, EGO)
            for day in some.days
            if day and day <= self.as_of
        ]
        return max(days, default=None)

    def _shared(self, kind: str) -> str:
        """Return a place of one kind where both are or were."""
        mine = {company_key(name): name for name in self._places(EGO, kind)}
        shared = [name for name in self._places(self.person, kind) if company_key(name) in mine]
        return next((name for name in map(firm, shared) if name), "")

    def _places(self, i: str, kind: str) -> list[str]:
        """Return where somebody is or was."""
        now = [self.ledger.people[i].company] if kind == "work" and i in self.ledger.people else []
        before = [p.organisation for p in self.ledger.positions if (p.person, p.kind) == (i, kind)]
        return [name for name in dict.fromkeys([*now, *before]) if is_company(name)]

    def asked(self) -> dict[str, Any] | None:
        """Return when ego asked them last, and for whom or what."""
        days = [
            (day, ask.target)
            for ask in self.ledger.asks
            if ask.person == self.person
            for day in days_asked(steps_until(ask, self.as_of))
        ]
        if not days:
            return None
        day, target = max(days)
        people = self.ledger.people
        about = short_name(people[target]) if target in people else plain(target, limit=60)
        return {"day": day, "about": about}

    def plan(self) -> dict[str, Any] | None:
        """Return the next planned talk."""
        plans = [e for e in self.events({K.PLANNED}) if e.due and e.due >= self.as_of]
        if not plans:
            return None
        plan = min(plans, key=lambda e: (e.due or date.max, e.id))
        at = appointment_of(self.ledger, plan)
        said = {f: plain(str(getattr(at, f))) for f in _UNPLANNED} if at else dict(_UNPLANNED)
        return said | {"day": plan.due}

    def talk(self) -> dict[str, Any] | None:
        """Return the last talk."""
        talks = self.events(TALKS)
        return {"day": talks[-1].day} if talks else None

    def kindness(self) -> dict[str, Any] | None:
        """Return what they did for ego since they were thanked: the last talk, help, or all names.

        Where everything was thanked for, it is the last of all.
        """
        thanked = [e.day or date.min for e in self.events({K.THANKED}) if e.giver == EGO]
        done = [*self._favours(), *self._introductions()]
        new = [row for row in done if row[0] >= max(thanked, default=date.min)] or done
        if not new:
            return None
        day, kind, _ = max(new)
        names = [name for _, k, name in sorted(new) if k == kind and name]
        return {"day": day, "kind": kind, "names": tuple(dict.fromkeys(names))[-MOST:]}

    def _favours(self) -> Iterator[tuple[date, str, str]]:
        """Yield when they gave ego a talk, or helped."""
        for e in self.events(TALKS | FAVOURS):
            if e.day and (e.kind in TALKS or e.giver == self.person):
                yield e.day, "talk" if e.kind in TALKS else "help", ""

    def _introductions(self) -> Iterator[tuple[date, str, str]]:
        """Yield when they introduced ego to somebody, and to whom."""
        for referral in self.referrals():
            if referral.introducer == self.person and referral.person in self.ledger.people:
                name = short_name(self.ledger.people[referral.person])
                for step in steps_until(referral, self.as_of):
                    if step.day and step.status == ReferralStatus.INTRODUCED:
                        yield step.day, "introduction", name

    def promises(self) -> Iterator[dict[str, Any]]:
        """Yield what ego promised at the last talk or after it."""
        talks = self.events(ENCOUNTERS)
        since = talks[-1].day if talks else None
        for event in self.events({K.PROMISED}):
            if event.giver == EGO and event.note and (not since or (event.day or since) >= since):
                said = without_marks(event.note, as_of=event.day or self.as_of)
                yield {"text": plain(said), "day": event.due}
