"""The search in numbers: from asks to talks to names, ego's network, lineage, blind spots.

Small numbers come with a 95 % interval or are said to be too few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from math import isnan
from typing import Any, Final

from netgraph.agenda.day_facts import DayFacts, facts_on
from netgraph.graph.build import network_arcs_on
from netgraph.graph.schema import Arcs, alters
from netgraph.graph.ties import tie_arcs_on
from netgraph.identity.companies import company_key
from netgraph.journal.goals import open_goals
from netgraph.measures.lineage_measures import branches, credit, days_to_meet, ended, generations
from netgraph.measures.referrals import Lineage, lineage_on
from netgraph.measures.structure import Structure, recorded_structure_on, whole_structure_on
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.encounters import leads_on
from netgraph.model.intervals import Estimate
from netgraph.model.records import EGO, Ledger, ReferralStatus
from netgraph.suggestions.calibration import Calibration, calibration_on
from netgraph.suggestions.goal_specificity import wish_list
from netgraph.views.blind_spots import Coverage, coverage_by_talks
from netgraph.views.names import Named, name_of
from netgraph.views.opportunities import Yield, yields
from netgraph.views.portrait import Portraits, portraits
from netgraph.views.stages import StageRow, funnel

AWAY: Final = (
    "of your own contacts",
    "one introduction away",
    "two introductions away",
    "farther away",
)
"""How far away people are, by generation."""


def how_far(generation: int) -> str:
    """Say how far away people of a generation are.

    >>> how_far(0), how_far(7)
    ('of your own contacts', 'farther away')
    """
    return AWAY[min(generation, len(AWAY) - 1)]


class EgoRow(Record, frozen=True):
    """Ego's network in numbers."""

    size: int
    ties: Mapping[str, int]
    effective_size: float | None
    efficiency: float | None
    constraint: float | None


class EgoRows(EgoRow, frozen=True):
    """The same by the record, and with ties that are inferred."""

    with_inferred: EgoRow


class GenerationRow(Record, frozen=True):
    """People by how many introductions away from ego's own contacts they were named."""

    generation: int
    people: int
    met: int
    branching: float | None
    words: str

    @property
    def told(self) -> str:
        """The same in words: whom ego met there, and whom through them."""
        return f"{how_far(self.generation)}: {self.met} met; met through them: {self.words}"


class BranchRow(Named, frozen=True):
    """What came of the names that one person gave."""

    people: int
    talks: int
    interviews: int
    met: int


class CreditRow(Named, frozen=True):
    """Somebody and their share of a talk that led to something."""

    share: float


class EndRow(Named, frozen=True):
    """A talk that led to something, and who made it possible."""

    thanks_to: tuple[CreditRow, ...]


class LineageRows(Record, frozen=True):
    """What came of the doors that were opened."""

    named: int
    met: int
    generations: tuple[GenerationRow, ...]
    branches: tuple[BranchRow, ...]
    days_to_meet: float | None
    ended: int
    loops: int
    made_possible_by: tuple[EndRow, ...]


class Gaps(Record, frozen=True):
    """The blind spots."""

    employers_without_anyone: tuple[str, ...]
    not_met_yet: int
    without_evidence: int
    most_asked_share: float | None
    coverage: Coverage

    @property
    def words(self) -> Iterator[str]:
        """Yield them in words."""
        if self.employers_without_anyone:
            yield f"nobody known yet at: {', '.join(self.employers_without_anyone)}"
        yield f"names not met yet: {self.not_met_yet}"
        yield f"ties of which nothing but the connection is known: {self.without_evidence}"
        yield from self.coverage.words
        if self.most_asked_share is not None:
            yield f"{self.most_asked_share * 100:.0f} % of all asks went to the person asked most"


class BinRow(Record, frozen=True):
    """Chances promised between two bounds, and what came."""

    from_: float
    to: float
    promised: float
    words: str
    hits: int
    cases: int
    value: float | None
    low: float
    high: float


class CalibrationRows(Record, frozen=True):
    """The chances that suggestions promised against what came of the asks."""

    promised: float
    came: Estimate
    brier: float | None
    shift: float
    words: str
    bins: tuple[BinRow, ...]


class Stats(Record, frozen=True):
    """The search in numbers; see `stats`."""

    funnel: tuple[StageRow, ...]
    ego: EgoRows
    lineage: LineageRows
    gaps: Gaps
    calibration: CalibrationRows
    network: Portraits
    opportunities: tuple[Yield, ...]


def stats(view: AsOf) -> Stats:
    """Return the search in numbers as of a date.

    Returns
    -------
    numbers
        ``funnel`` (see `funnel`), ``ego`` (size, ties by basis and
        `netgraph.measures.structural_holes` of ego, with inferred ties and without),
        ``lineage`` (generations, branches, days from named to met, what came to an end, and for
        every talk that was closed with an outcome who made it possible), ``gaps`` (employers
        ego looks for where nobody is known, names not met yet, ties without evidence, how much of
        all asking falls on the person asked most, what talks did not cover yet), ``calibration``
        (the chances that suggestions promised, in bins, against what came of the asks),
        ``network`` (the same network in words, and whom it hangs on, see
        `netgraph.views.portrait`), ``opportunities`` (who of those talked with led to one, by
        door, generation and tie).

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Person
    >>> book = Ledger({EGO: Person(EGO, "Robin")})
    >>> stats(AsOf(book, date(2026, 5, 1))).funnel[0].words
    '0 of 0, too few to say'
    """
    facts, tree = facts_on(view), lineage_on(view)
    return Stats(
        funnel(facts),
        EgoRows(
            **_measured(tie_arcs_on(view), recorded_structure_on(view)),
            with_inferred=EgoRow(**_measured(network_arcs_on(view), whole_structure_on(view))),
        ),
        _lineage(view.ledger, tree),
        _gaps(view, facts),
        _calibration(calibration_on(view)),
        portraits(view),
        tuple(yields(view)),
    )


def _calibration(found: Calibration) -> CalibrationRows:
    """Return promised chances beside the share of yeses."""
    return CalibrationRows(
        round(found.promised, 4),
        found.came,
        None if found.brier is None else round(found.brier, 4),
        round(found.shift, 4),
        found.words,
        tuple(
            BinRow(b.low, b.high, round(b.promised, 4), b.came.words, **asdict(b.came))
            for b in found.bins
        ),
    )


def _measured(G: Arcs, structure: Structure) -> dict[str, Any]:
    """Return the measures of ego's network."""
    ego = G.graph["ego"]
    known = list(alters(G, ego))
    bases = Counter(G[ego][v]["basis"] for v in known)
    found = structure.own
    return {
        "size": len(known),
        "ties": {basis: bases[basis] for basis in ("observed", "stated", "inferred")},
        "effective_size": _number(found.effective_size),
        "efficiency": _number(found.efficiency),
        "constraint": _number(found.constraint),
    }


def _number(value: float) -> float | None:
    """Return a number, None for what cannot be said."""
    return None if isnan(value) else round(value, 4)


def _lineage(ledger: Ledger, tree: Lineage) -> LineageRows:
    """Return the measures of the lineage."""
    closed = [v for v in tree.met if v in tree.first and tree.status(v) == ReferralStatus.CLOSED]
    return LineageRows(
        named=len(tree.first),
        met=sum(v in tree.met for v in tree.first),
        generations=tuple(
            GenerationRow(g.generation, g.people, g.met, g.branching.value, g.branching.each)
            for g in generations(tree)
        ),
        branches=tuple(
            BranchRow(b.root, name_of(ledger, b.root), b.people, b.talks, b.interviews, b.met)
            for b in branches(ledger, tree)
        ),
        days_to_meet=days_to_meet(tree, tree.first),
        ended=len(ended(tree)),
        loops=len(tree.loops),
        made_possible_by=tuple(_possible(ledger, tree, v) for v in closed),
    )


def _possible(ledger: Ledger, tree: Lineage, v: str) -> EndRow:
    """Return who made a talk possible that led to something."""
    parts = credit(tree, v).items()
    thanks = (CreditRow(u, name_of(ledger, u), round(part, 4)) for u, part in parts)
    return EndRow(v, name_of(ledger, v), tuple(thanks))


def gaps_on(view: AsOf) -> Gaps:
    """Return the blind spots of a day.

    >>> from datetime import date
    >>> from netgraph.model.records import Ledger
    >>> next(gaps_on(AsOf(Ledger(), date(2026, 5, 1))).words)
    'names not met yet: 0'
    """
    return _gaps(view, facts_on(view))


def _gaps(view: AsOf, facts: DayFacts) -> Gaps:
    """Return the blind spots."""
    ledger, G = view.ledger, tie_arcs_on(view)
    firms = {p.company for p in ledger.people.values() if p.id != EGO and p.company}
    there = set(map(company_key, firms))
    wanted = [c for goal in open_goals(ledger) for c in goal.companies] + wish_list(ledger)
    unknown = {company_key(c): c for c in reversed(wanted) if company_key(c) not in there}
    asked = Counter(a.ask.person for a in facts.asks)
    ego = G.graph["ego"]
    silent = [v for v in alters(G, ego) if not G[ego][v]["strength"] and not G[ego][v]["last"]]
    most = max(asked.values(), default=0)
    return Gaps(
        employers_without_anyone=tuple(sorted(unknown.values())),
        not_met_yet=len(leads_on(view)),
        without_evidence=len(silent),
        most_asked_share=round(most / asked.total(), 4) if most else None,
        coverage=coverage_by_talks(view),
    )
