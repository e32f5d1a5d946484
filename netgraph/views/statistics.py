"""The search in numbers: from asks to talks to names, ego's network, lineage, blind spots.

Small numbers come with a 95 % interval or are said to be too few. A share is taken of what is
settled: an ask that may still be answered is neither a yes nor a no.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from math import isnan
from typing import Any

from netgraph.agenda.day_facts import DayFacts, facts_on
from netgraph.graph.build import network_on
from netgraph.graph.schema import TieGraph, alters
from netgraph.graph.ties import ties_on
from netgraph.identity.companies import company_key
from netgraph.journal.asks import AskState, Standing
from netgraph.journal.goals import open_goals
from netgraph.journal.log import TALKS
from netgraph.measures.lineage_measures import branches, credit, days_to_meet, ended, generations
from netgraph.measures.referrals import Lineage, lineage_on
from netgraph.measures.structural_holes import measures
from netgraph.model.as_of import AsOf
from netgraph.model.intervals import Estimate, share
from netgraph.model.records import EGO, AskStatus, Ledger, ReferralStatus
from netgraph.suggestions.calibration import Calibration, calibration_on
from netgraph.suggestions.goal_specificity import wish_list

_ANSWERS = {Standing.ANSWERED, Standing.AGREED, Standing.DONE, Standing.DECLINED}


def stats(view: AsOf) -> dict[str, Any]:
    """Return the search in numbers as of a date, as plain rows.

    Returns
    -------
    numbers
        ``funnel`` (see `funnel`), ``ego`` (size, ties by basis and
        `netgraph.measures.structural_holes` of ego, with inferred ties and without),
        ``lineage`` (generations, branches, days from named to met, what came to an end, and for
        every talk that was closed with an outcome who made it possible), ``gaps`` (employers
        ego looks for where nobody is known, names not met yet, ties without evidence, and how
        much of all asking falls on the person asked most), ``calibration`` (the chances that
        suggestions promised, in bins, against what came of the asks).

    Examples
    --------
    >>> from netgraph.model.records import Person
    >>> book = Ledger({EGO: Person(EGO, "Robin")})
    >>> stats(AsOf(book, date(2026, 5, 1)))["funnel"][0]["words"]
    '0 of 0, too few to say'
    """
    facts, tree = facts_on(view), lineage_on(view)
    return {
        "funnel": funnel(facts),
        "ego": _ego(ties_on(view)) | {"with_inferred": _ego(network_on(view))},
        "lineage": _lineage(view.ledger, tree),
        "gaps": _gaps(view.ledger, ties_on(view), tree, facts),
        "calibration": _calibration(calibration_on(view)),
    }


def _calibration(found: Calibration) -> dict[str, Any]:
    """Return promised chances beside the share of yeses, as plain rows."""
    return {
        "promised": round(found.promised, 4),
        "came": asdict(found.came),
        "brier": None if found.brier is None else round(found.brier, 4),
        "shift": round(found.shift, 4),
        "words": found.words,
        "bins": [
            {"from": b.low, "to": b.high, "promised": round(b.promised, 4), "words": b.came.words}
            | asdict(b.came)
            for b in found.bins
        ],
    }


def funnel(facts: DayFacts) -> list[dict[str, Any]]:
    """Return the steps from an ask to the next door, each with its share and 95 % interval.

    ``answered``: of the asks settled (answered, given up, or 21 days old), those answered;
    ``agreed``: of those answered, the yeses; ``talked``: of the yeses, those that led to a talk;
    ``named``: of the people talked with, those who passed a name on; ``met``: of the names
    settled, those met. ``way`` says how the person was reached: all, introduced (an introducer's
    name opened the door) or directly.
    """
    named = {(r.person, s[0].day) for r, s in facts.referrals}
    asks = [a for a in facts.asks if any(s.status != AskStatus.PLANNED for s in a.steps)]
    warm = [a for a in asks if a.ask.introducer or _named_before(named, a)]
    cold = [a for a in asks if a not in warm]
    rows = []
    for way, those in (("all", asks), ("introduced", warm), ("directly", cold)):
        rows += [_stage(way, name, estimate) for name, estimate in _asked(facts.as_of, those)]
    talked = {i for i, events in facts.events.items() if any(e.kind in TALKS for e in events)}
    introducers = {r.introducer for r, _ in facts.referrals}
    rows.append(_stage("all", "named", share(len(talked & introducers), len(talked))))
    rows.append(_stage("all", "met", _met(facts)))
    return rows


def _named_before(named: Collection[tuple[str, date | None]], state: AskState) -> bool:
    """Return whether somebody had passed the name on when the person was asked."""
    begun = state.steps[0].day
    return any(i == state.ask.person and (not d or not begun or d <= begun) for i, d in named)


def _asked(as_of: date, asks: Sequence[AskState]) -> Iterable[tuple[str, Estimate]]:
    """Yield the steps of some asks."""
    heard = [a for a in asks if a.standing in _ANSWERS]
    silent = [a for a in asks if a not in heard and a.said_yes(as_of) is False]
    known = [a for a in heard if a.standing != Standing.ANSWERED]
    agreed = [a for a in known if a.said_yes(as_of)]
    talked = [a for a in agreed if a.standing == Standing.DONE]
    yield "answered", share(len(heard), len(heard) + len(silent))
    yield "agreed", share(len(agreed), len(known))
    yield "talked", share(len(talked), len(agreed))


def _met(facts: DayFacts) -> Estimate:
    """Return how many of the names that were passed on were met, of those that are settled."""
    reached = [{s.status for s in steps} for _, steps in facts.referrals]
    over = {ReferralStatus.DECLINED, ReferralStatus.SILENT, ReferralStatus.CLOSED}
    met = sum(ReferralStatus.MET in statuses for statuses in reached)
    settled = sum(bool(statuses & (over | {ReferralStatus.MET})) for statuses in reached)
    return share(met, settled)


def _stage(way: str, name: str, estimate: Estimate) -> dict[str, Any]:
    """Return one step as a row."""
    return {
        "way": way,
        "stage": name,
        "hits": estimate.hits,
        "cases": estimate.cases,
        "share": estimate.value,
        "low": estimate.low,
        "high": estimate.high,
        "words": estimate.words,
    }


def _ego(G: TieGraph) -> dict[str, Any]:
    """Return the measures of ego's network."""
    ego = G.graph["ego"]
    known = list(alters(G, ego))
    bases = Counter(G[ego][v]["basis"] for v in known)
    found = measures(G, nodes=[ego])[ego]
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


def _lineage(ledger: Ledger, tree: Lineage) -> dict[str, Any]:
    """Return the measures of the lineage."""
    closed = [v for v in tree.met if v in tree.first and tree.status(v) == ReferralStatus.CLOSED]
    return {
        "named": len(tree.first),
        "met": sum(v in tree.met for v in tree.first),
        "generations": [
            {
                "generation": g.generation,
                "people": g.people,
                "met": g.met,
                "branching": g.branching.value,
                "words": g.branching.each,
            }
            for g in generations(tree)
        ],
        "branches": [
            {"id": b.root, "name": _name(ledger, b.root), "people": b.people, "talks": b.talks}
            | {"interviews": b.interviews, "met": b.met}
            for b in branches(ledger, tree)
        ],
        "days_to_meet": days_to_meet(tree, tree.first),
        "ended": len(ended(tree)),
        "loops": len(tree.loops),
        "made_possible_by": [
            {
                "id": v,
                "name": _name(ledger, v),
                "thanks_to": [
                    {"id": u, "name": _name(ledger, u), "share": round(part, 4)}
                    for u, part in credit(tree, v).items()
                ],
            }
            for v in closed
        ],
    }


def _gaps(ledger: Ledger, G: TieGraph, tree: Lineage, facts: DayFacts) -> dict[str, Any]:
    """Return the blind spots."""
    there = {company_key(p.company) for p in ledger.people.values() if p.id != EGO and p.company}
    wanted = [c for goal in open_goals(ledger) for c in goal.companies] + wish_list(ledger)
    unknown = {company_key(c): c for c in reversed(wanted) if company_key(c) not in there}
    asked = Counter(a.ask.person for a in facts.asks)
    ego = G.graph["ego"]
    silent = [v for v in alters(G, ego) if not G[ego][v]["strength"] and not G[ego][v]["last"]]
    most = max(asked.values(), default=0)
    return {
        "employers_without_anyone": sorted(unknown.values()),
        "not_met_yet": sum(v not in tree.met for v in tree.first),
        "without_evidence": len(silent),
        "most_asked_share": round(most / asked.total(), 4) if most else None,
    }


def _name(ledger: Ledger, i: str) -> str:
    """Return a name, the id if there is none."""
    return ledger.people[i].name if i in ledger.people else i
