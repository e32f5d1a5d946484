"""What a member shares: whom they know, so that nobody but the pool can tell who is meant.

Of each person the file has marks (keyed hashes), the employer, the field of work and the level,
the school, and how well the member knows them, in three bands. It never has the title: the title
and the employer point at one person. Nothing that was written, said or noted is in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from netgraph.graph.schema import alters
from netgraph.graph.ties import tie_arcs_on
from netgraph.identity.marks import marks_of
from netgraph.journal.asks import asks_on
from netgraph.journal.limits import ASKS_PER_QUARTER, is_in_quarter, never_asked_on
from netgraph.model.as_of import AsOf, part
from netgraph.model.history import newest_word
from netgraph.model.records import EGO, YOU, Person
from netgraph.model.statements import current
from netgraph.pools.files import MOST, Asked, Known
from netgraph.titles.occupations import fields, seniority

BARELY, WARM, CLOSE = 1, 2, 3
BAND_WORDS: Final = {BARELY: "barely", WARM: "warm", CLOSE: "close"}
"""What the bands are called, as a stated closeness is."""

LEVELS: Final = (
    "learning", "junior", "associate", "senior", "lead", "head", "vice president", "top",
)  # fmt: skip
"""What `netgraph.titles.occupations.seniority` counts, in words."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the member chose: whom not to share, how close at least, whether names are written.

    It is kept, so that the next file leaves out whom this one did.
    """

    names: bool = False
    at_least: int = BARELY
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shared:
    """Somebody who is shared: who it is in ego's own network, and what the file says of them."""

    person: Person
    known: Known


def band_of(strength: float) -> int:
    """Return the band of a strength in [0, 1): thirds of the way from nothing to one.

    >>> band_of(0.0), band_of(0.39), band_of(0.71)
    (1, 2, 3)
    """
    return BARELY + int(3 * strength)


def middle_of(band: int) -> float:
    """Return the strength that a band stands for: its middle.

    >>> [round(middle_of(band), 3) for band in (1, 2, 3)]
    [0.167, 0.5, 0.833]
    """
    return (2 * band - 1) / 6


def shared_people(view: AsOf, secret: bytes, chosen: Chosen) -> list[Shared]:
    """Return whom a member shares, the closest first.

    Left out are those whom ego has only been named, noted never to ask or chose to leave out, and
    those of whom nothing says who they are.
    """
    stated = {*_stated(view)}
    limits = _limits(view)
    left_out = {view.ledger.alias.get(i, i) for i in chosen.without}
    G = tie_arcs_on(view)
    found = []
    for i in alters(G, EGO):
        person, tie = view.ledger.people[i], G[EGO][i]
        band = band_of(tie["strength"])
        if person.lead or i in never_asked_on(view) or i in left_out:
            continue
        if band < chosen.at_least or not (marks := person_marks(view, secret, person)):
            continue
        bears = limits.get(i, int(ASKS_PER_QUARTER))
        found.append(Shared(person, _known(view, person, marks, band, i in stated, bears, chosen)))
    return sorted(found, key=lambda s: (-s.known.band, s.person.name, s.person.id))


def _known(
    view: AsOf,
    person: Person,
    marks: tuple[str, ...],
    band: int,
    stated: bool,
    bears: int,
    chosen: Chosen,
) -> Known:
    """Return what the file says of one person."""
    return Known(
        marks,
        band,
        **work_of(view, person),
        school=_schools(view).get(person.id, ""),
        stated=stated,
        name=person.name if chosen.names else None,
        bears=bears,
    )


def _stated(view: AsOf) -> Iterator[str]:
    """Yield whom ego said to know, and how well, by ego's newest word."""
    for tie in newest_word(view.ledger.ties):
        if tie.source == YOU and tie.known and tie.closeness and EGO in (tie.u, tie.v):
            yield tie.v if tie.u == EGO else tie.u


def _limits(view: AsOf) -> dict[str, int]:
    """Return how many asks a quarter ego noted that somebody bears."""
    return {
        said.subject: min(int(said.value), MOST)
        for said in current(view.ledger.statements, as_of=view.day)
        if said.field == "asks_per_quarter" and isinstance(said.value, int | float)
    }


def work_of(view: AsOf, person: Person) -> dict[str, str]:
    """Return where somebody works, in which field and at what level; "" for what is not known."""
    level = seniority(person.title) if person.title else None
    return {
        "employer": firm_name(view, person.company),
        "function": min(fields(person.title), default="") if person.title else "",
        "level": "" if level is None else LEVELS[level],
    }


def firm_name(view: AsOf, company: str) -> str:
    """Return the usual name of an employer, "" for none."""
    ledger = view.ledger
    firm = ledger.organisations.get(ledger.spelling.get(company, ""))
    return firm.name if firm else ""


@part
def _schools(view: AsOf) -> dict[str, str]:
    """Return the last school of everybody of whom one is known."""
    found: dict[str, str] = {}
    for p in sorted(view.ledger.positions, key=lambda p: (p.end, p.start, p.id)):
        if p.kind == "school":
            found[p.person] = firm_name(view, p.organisation)
    return found


@part
def _employers(view: AsOf) -> dict[str, list[str]]:
    """Return the employers that somebody had before, by person."""
    found: dict[str, list[str]] = {}
    for p in view.ledger.positions:
        if p.kind == "work":
            found.setdefault(p.person, []).append(p.organisation)
    return found


def person_marks(view: AsOf, secret: bytes, person: Person) -> tuple[str, ...]:
    """Return the marks of somebody in ego's network: by all their addresses and employers."""
    return marks_of(
        secret,
        name=person.name,
        emails=person.emails,
        urls=person.urls,
        employers=(person.company, *_employers(view).get(person.id, ())),
    )


def asked_lately(view: AsOf, secret: bytes, without: Collection[str] = ()) -> Iterator[Asked]:
    """Yield whom ego asked in the quarter up to the day of a view, so that the pool counts it."""
    left_out = {view.ledger.alias.get(i, i) for i in without}
    for state in asks_on(view):
        if state.ask.person in left_out:
            continue
        person = view.ledger.people.get(state.ask.person)
        marks = person_marks(view, secret, person) if person else ()
        if marks:
            yield from (Asked(marks, day) for day in state.asked if is_in_quarter(day, view.day))
