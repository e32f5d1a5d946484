"""Everybody ego knows, one row each, for lists and frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from netgraph.graph.ties import tie_arcs_on, ties_with_ego
from netgraph.journal.lookup import search
from netgraph.journal.tags import with_tag
from netgraph.journal.texts import found_in, texts_of
from netgraph.measures.give_and_take import Standing, loads_on, standings
from netgraph.model.as_of import AsOf, lasting, parameters_on
from netgraph.model.base_record import Record
from netgraph.model.encounters import leads_on
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Person
from netgraph.model.text import asked_for

FEW: Final = 0.6
"""If fewer than this share of all are found, only what names them is looked at."""

LEVELS: Final = ("beginning", "experienced", "leading", "top")
"""How far up a title says one is, two levels each of `netgraph.titles.occupations.seniority`."""


class PersonRow(Record, frozen=True):
    """One person: who they are, and how it stands with them; see `people_rows`."""

    id: str
    name: str
    company: str
    title: str
    email: str | None
    url: str | None
    connected_on: date | None
    strength: float | None
    strength_basis: str | None
    balance: float
    load: float
    last_contact: date | None
    lead: bool
    gone: bool
    was: tuple[str, ...]
    tags: tuple[str, ...]


class FittingRow(PersonRow, frozen=True):
    """One person, and how well they fit, in [0, 1]."""

    fit: float


def people_rows(
    view: AsOf,
    *,
    query: str = "",
    tags: Sequence[str] = (),
    fit: str | None = None,
    level: str = "",
    field: str = "",
) -> list[PersonRow]:
    """Return a row for everybody whose facts have all words of ``query``, and who has all labels.

    With ``level``, one of `LEVELS`, or ``field``, such as "data", only whose title says so.

    Rows are sorted by name, or by ``fit`` in [0, 1], best first. ``strength`` in [0, 1) and
    ``last_contact`` are None without evidence of any contact, ``balance`` in (-1, 1) is what ego
    gave less what ego was given, ``load`` >= 0 how much was asked of somebody lately; ``was``
    names former employers.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Ledger
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", title="Data Scientist")})
    >>> row = people_rows(AsOf(book, date(2026, 5, 1)), query="ana")[0]
    >>> row.name, row.strength, row.load
    ('Ana Silva', None, 0.0)
    """
    people = [p for p in search(view.ledger, query) if p.id != EGO]
    for tag in tags:
        people = with_tag(view.ledger, people, tag)
    if level or field:
        people = _by_title(people, level, field)
    rows = rows_of(view, people)
    if fit is None:
        return rows
    from netgraph.titles.fit import Titles  # noqa: PLC0415 - numpy, and most lists need no fit

    titles = Titles([p.title for p in people], companies=[p.company for p in people])
    scores = zip(rows, titles.scores(fit), strict=True)
    fitting = [FittingRow(**asdict(row), fit=float(value)) for row, value in scores]
    return [*sorted(fitting, key=lambda row: -row.fit)]


def _by_title(people: Sequence[Person], level: str, field: str) -> list[Person]:
    """Return whose title says that they are at a level and in a field."""
    from netgraph.titles.occupations import fields, seniority  # noqa: PLC0415 - seldom needed

    if level and level not in LEVELS:
        raise InvalidInput(f"there is no level {level!r}; there are {', '.join(LEVELS)}")
    meant = fields(field) or {field}
    found = list(people)
    if level:
        ranks = ((p, seniority(p.title)) for p in found)
        found = [p for p, n in ranks if n is not None and n // 2 == LEVELS.index(level)]
    return [p for p in found if not field or fields(p.title) & meant]


def rows_of(view: AsOf, people: Sequence[Person]) -> list[PersonRow]:
    """Return the rows of some people, in their order."""
    before: dict[str, list[str]] = {}
    for position in view.ledger.positions:
        if position.kind == "work" and not position.current:
            before.setdefault(position.person, []).append(position.organisation)
    few = len(people) < len(view.ledger.people) * FEW
    G = ties_with_ego(view, [p.id for p in people]) if few else tie_arcs_on(view)
    loads = loads_on(view)
    stands = standings(G, loads=loads, model=parameters_on(view))
    since = {t.v: t.since for t in view.ledger.ties if t.u == EGO and t.since}
    return [
        _row(
            p,
            G.get_edge_data(EGO, p.id) or {},
            stands.get(p.id),
            loads.get(p.id, 0.0),
            since.get(p.id),
            p.id in leads_on(view),
            tuple(before.get(p.id, ())),
        )
        for p in people
    ]


def found_on(view: AsOf, query: str) -> list[Person]:
    """Return everybody who has all words of a query, by name: quick, for somebody who types."""
    people = view.ledger.people
    return [people[i] for i in found_in(view.ledger, asked_for(query), _texts_on(view))]


@lasting("people", "positions")
def _texts_on(view: AsOf) -> Sequence[tuple[str, str]]:
    """Return what is searched of everybody."""
    return texts_of(view.ledger)


def _row(
    person: Person,
    tie: Mapping[str, Any],
    standing: Standing | None,
    asked: float,
    since: date | None,
    lead: bool,
    was: tuple[str, ...],
) -> PersonRow:
    """Return one person's row."""
    known = bool(tie) and (tie["last"] is not None or tie["strength"] > 0)
    return PersonRow(
        id=person.id,
        name=person.name,
        company=person.company,
        title=person.title,
        email=person.emails[0] if person.emails else None,
        url=person.urls[0] if person.urls else None,
        connected_on=since,
        strength=round(tie["strength"], 4) if known else None,
        strength_basis=tie.get("basis"),
        balance=round(standing.balance, 4) if standing else 0.0,
        load=round(asked, 4),
        last_contact=tie.get("last"),
        lead=lead,
        gone=person.gone,
        was=was,
        tags=person.tags,
    )
