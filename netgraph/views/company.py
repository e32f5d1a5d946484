"""One employer at a glance: who is there, the best door, and what is not known yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from netgraph.agenda.day_facts import facts_on
from netgraph.agenda.in_hand import Progress, Stage, at_rest_on, in_hand_on, later_on
from netgraph.graph.build import network_on
from netgraph.graph.schema import TieGraph, alters
from netgraph.identity.firms import Firms, firm_of, firms_on
from netgraph.journal.doors import doors_on
from netgraph.journal.goals import open_goals
from netgraph.journal.limits import rests_on
from netgraph.measures.paths import introduction_paths
from netgraph.model.actions import Action, Hint
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Goal
from netgraph.model.text import fold
from netgraph.suggestions.recommendations import chances_on, order_on, recommend
from netgraph.suggestions.wording import door_words
from netgraph.views.names import Named
from netgraph.views.staff import Staff, first_of, staff_of

MIGHT: Final = 5
"""So many people who may know somebody there are named."""

SURE: Final = 0.3
"""An inferred tie less certain than this is not worth a question."""

_APPLIED: Final = {
    "application": "applied",
    "saved job": "saved",
    "dream": "a dream company of yours",
    "follow": "you follow them",
}


class Insight(Named, frozen=True):
    """Somebody elsewhere who knows, or may know, people there."""

    company: str
    knows: tuple[Named, ...]
    basis: str
    confidence: float


class Door(Named, frozen=True):
    """The person to begin with, why, and what writes the ask down."""

    why: str
    path: tuple[Named, ...]
    action: Action


class Interest(Record, frozen=True):
    """A job that ego applied for or saved there, or that the firm is followed."""

    kind: str
    title: str
    day: date | None


class CompanyView(Record, frozen=True):
    """One employer: see `company_view`."""

    id: str | None
    name: str
    goals: tuple[str, ...]
    stage: str
    in_hand: str
    now: tuple[Staff, ...]
    before: tuple[Staff, ...]
    might_know: tuple[Insight, ...]
    door: Door | None
    free: int
    applications: tuple[Interest, ...]
    missing: tuple[Hint, ...]

    @property
    def words(self) -> Iterator[str]:
        """Yield what to do there, in words: what is in hand, else the best door."""
        if self.in_hand:
            yield f"In hand: {self.in_hand}"
            said = f"{self.name} is in hand"
            if later := [s.until for s in self.now if s.until and s.why.startswith(said)]:
                day = min(later)
                yield f"Nobody else there is asked before {day.day} {day:%B} {day.year}."
        elif self.door:
            yield f"Best door: {self.door.name}, who {self.door.why}."


def company_view(view: AsOf, words: str) -> CompanyView:
    """Return all that bears on one employer, be anybody known there or not.

    Returns
    -------
    company
        Who is there ``now`` and was ``before``, who fits first; others who ``might_know``
        somebody there; what is ``in_hand``; the best ``door`` and why; how many there are
        ``free`` to be asked today; ego's ``applications``; what is ``missing``.

    Raises
    ------
    AmbiguousName
        If the words mean several firms.

    Examples
    --------
    >>> from netgraph.model.records import Ledger
    >>> nowhere = company_view(AsOf(Ledger(), date(2026, 5, 1)), "Acme")
    >>> nowhere.id, nowhere.now, nowhere.missing[0].words
    (None, (), 'ask your closest contacts whether they know somebody at Acme')
    """
    firms, G = firms_on(view), network_on(view)
    known = firms.find(words) if firms.meant(words) else None
    firm = known or firm_of(view.ledger, words) or words
    name = firms.by_id[known].name if known else words
    staff = staff_of(view, known) if known else ()
    now = tuple(s for s in staff if not s.when)
    before = tuple(s for s in staff if s.when)
    might = tuple(_might_know(G, staff))[:MIGHT]
    progress = in_hand_on(view).get(firm)
    door = _door(view, G, known, staff)
    wanting = tuple(g.text for g in open_goals(view.ledger) if firm in _firms_of(view, g))
    return CompanyView(
        known,
        name,
        wanting,
        _stage(progress, staff).value,
        progress.words if progress else "",
        now,
        before,
        might,
        door,
        sum(s.free for s in now) if progress is None else 0,
        tuple(_interests(view, firm)),
        (*_said_doors(view, name, now), *_missing(firms, name, now, before, might)),
    )


def might_lead(view: AsOf, company: str, *, limit: int = 3) -> tuple[tuple[str, str], ...]:
    """Return who might lead to an employer where nobody is known: their ids, and why.

    Those of whom the user says so come first, and whoever knows nobody there is left out.
    """
    goals, doors = [Goal("", f"people at {company}", companies=(company,))], doors_on(view)
    said = [p for p in doors.people() if doors.open(p, company)]
    order = order_on(view, goals) if said else []
    found = {p: door_words(company) for p in order if p in said}
    for s in recommend(view, goals, limit=limit + len(doors.people())).suggestions:
        if s.reasons and not doors.shut(s.person, company):
            found.setdefault(s.person, s.reasons[0])
    return tuple(found.items())[:limit]


def _stage(progress: Progress | None, staff: Sequence[Staff]) -> Stage:
    """Return how far one has come."""
    if progress:
        return progress.stage
    return Stage.DOOR if any(s.known for s in staff) else Stage.NOBODY


def _firms_of(view: AsOf, goal: Goal) -> set[str]:
    """Return what the employers of a goal are known by."""
    firms = firms_on(view)
    return {firms.one(c) or firm_of(view.ledger, c) or c for c in goal.companies}


def _might_know(G: TieGraph, staff: Sequence[Staff]) -> Iterator[Insight]:
    """Yield who elsewhere has a tie with people there, the surest first."""
    inside = {s.id for s in staff if not s.when}
    found: dict[str, list[tuple[float, str, str]]] = {}
    for i in inside:
        for v in alters(G, i):
            tie = G[v][i]
            if v != EGO and v not in {s.id for s in staff} and tie["confidence"] >= SURE:
                found.setdefault(v, []).append((-tie["confidence"], G.nodes[i]["name"], i))
    known = [(v, sorted(ties)) for v, ties in found.items() if G.has_edge(EGO, v)]
    for v, ties in sorted(
        known, key=lambda f: (f[1][0][0], -len(f[1]), fold(G.nodes[f[0]]["name"]))
    ):
        people = tuple(Named(i, name) for _, name, i in ties)
        basis = G[v][ties[0][2]]["basis"]
        yield Insight(v, G.nodes[v]["name"], G.nodes[v]["company"], people, basis, -ties[0][0])


def _door(view: AsOf, G: TieGraph, firm: str | None, staff: Sequence[Staff]) -> Door | None:
    """Return the best way in whose first person may be asked today."""
    if firm is None or firm not in G:
        return None
    waits = {**later_on(view), **at_rest_on(view), **rests_on(view)}
    by_id = {s.id: s for s in staff}
    if best := first_of(view, staff, waits):
        return _ask_inside(view, best, Named(firm, G.nodes[firm]["name"]))
    for chain in introduction_paths(G, firm, k=20, willing=chances_on(view)):
        first = chain.people[1]
        if first in waits:
            continue
        path = tuple(Named(i, G.nodes[i]["name"]) for i in chain.people[1:])
        target = Named(firm, G.nodes[firm]["name"])
        if first in by_id:
            return _ask_inside(view, by_id[first], target)
        last = by_id[chain.people[-1]]
        fields = {"want": "introduction", "target": last.id}
        why = f"knows {last.name}, who {_inside(last)}"
        return Door(first, G.nodes[first]["name"], why, path, Action("ask", (first,), fields))
    return None


def _ask_inside(view: AsOf, one: Staff, firm: Named) -> Door:
    """Return the door that somebody inside is: a talk with them, or whom else they know there."""
    talked = any(facts_on(view).talks(one.id))
    why = _inside(one) + (". You talked already: ask whom else to talk to" if talked else "")
    want = "introduction" if one.when or talked else "interview"
    action = Action("ask", (one.id,), {"want": want, "target": firm.name})
    return Door(one.id, one.name, why, (Named(one.id, one.name),), action)


def _inside(one: Staff) -> str:
    """Say what somebody has to do with the employer, and since when they were in touch."""
    job = f"is {one.title} there" if one.title else "is there"
    if one.when:
        job = f"was {one.title} there" if one.title else "was there"
    fit = " and fits your goal" if one.fits else ""
    last = (
        f"; last in touch {one.last_contact:%d %B %Y}".replace(" 0", " ")
        if one.last_contact
        else ""
    )
    return job + fit + last


def _interests(view: AsOf, firm: str) -> Iterator[Interest]:
    """Yield what ego applied for, saved or follows there, the newest first."""
    wishes = [w for w in view.ledger.wishes if firm_of(view.ledger, w.organisation) == firm]
    wishes = [w for w in wishes if w.day is None or w.day <= view.day]
    for wish in sorted(wishes, key=lambda w: (-(w.day or date.min).toordinal(), w.id)):
        yield Interest(_APPLIED.get(wish.kind, wish.kind), wish.title, wish.day)


def _said_doors(view: AsOf, name: str, now: Sequence[Staff]) -> Iterator[Hint]:
    """Yield whom to ask for an employer where nobody is, since the user says that they may know."""
    waits, doors = {**later_on(view), **at_rest_on(view), **rests_on(view)}, doors_on(view)
    known = [p for p in doors.people() if p in view.ledger.people and p not in waits]
    for person in known if not now else ():
        if doors.open(person, name):
            yield Hint(
                f"ask {view.ledger.people[person].name}: {door_words(name)}",
                Action("ask", (person,), {"want": "introduction", "target": name}),
            )


def _missing(
    firms: Firms,
    name: str,
    now: Sequence[Staff],
    before: Sequence[Staff],
    might: Sequence[Insight],
) -> Iterator[Hint]:
    """Yield what one does not know yet about an employer, and whom to ask."""
    former = [s for s in before if s.known]
    if now and not any(s.fits for s in now):
        asked = next((s for s in now if s.known), None) or next(iter(former), None)
        if asked:
            yield Hint(
                f"nobody you know of there has a title that fits: ask {asked.name} who does",
                Action("ask", (asked.id,), {"want": "introduction", "target": name}),
            )
    if not now and former:
        when = former[0].when
        left = f"who was there {when}" if when != "before" else "who was there before"
        yield Hint(
            f"nobody who is there now is known: ask {former[0].name}, {left}",
            Action("ask", (former[0].id,), {"want": "introduction", "target": name}),
        )
    if not now and not former and not might:
        for alike in firms.with_words(name):
            yield Hint(f"did you mean {alike}", Action("at", (alike,)))
        yield Hint(f"ask your closest contacts whether they know somebody at {name}")
        yield Hint(
            "if somebody does, write it down",
            Action("refer", ("INTRODUCER", f"Somebody ({name})"), {"new": "yes"}),
        )
