"""What netgraph answers, as frames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from netgraph.agenda.day_facts import facts_on
from netgraph.agenda.due_list import due as due_items
from netgraph.agenda.duty import Due
from netgraph.frames.columns import frame_of, frame_of_records
from netgraph.graph.schema import TieGraph
from netgraph.journal.log import status, steps_until
from netgraph.measures.give_and_take import Standing
from netgraph.measures.give_and_take import standings as standings_of
from netgraph.measures.referrals import lineage as lineage_of
from netgraph.model.as_of import AsOf
from netgraph.model.records import Ledger
from netgraph.suggestions.suggestion import Suggestion
from netgraph.views.stages import StageRow
from netgraph.views.stages import funnel as stages


def standings(G: TieGraph, *, loads: Mapping[str, float] | None = None) -> pd.DataFrame:
    """Return how ego stands with everybody, by person; see `netgraph.standings`.

    >>> from netgraph.graph.edgelist import from_edgelist
    >>> rows = [{"source": "ana", "target": "me", "weight": 3.0}]
    >>> G = from_edgelist(rows, ego="me", as_of=date(2026, 5, 1))
    >>> standings(G).loc["ana", ["given", "taken", "balance"]].tolist()
    [0.0, 3.0, -0.6]
    """
    found = standings_of(G, loads=loads)
    table = frame_of_records(Standing, found.values())
    table.index = pd.Index([*found], dtype="string", name="person")
    return table


def suggestions(found: Iterable[Suggestion]) -> pd.DataFrame:
    """Return suggestions, ranked from 1 on; ``for`` is whom or what the ask is for.

    >>> suggestions([]).columns[:3].tolist()
    ['person', 'name', 'company']
    """
    found = [*found]
    table = frame_of_records(Suggestion, found, left_out=("target", "parts", "action"))
    for column, values in (
        ("for_kind", [s.target.kind for s in found]),
        ("for_id", [s.target.id for s in found]),
        ("for", [s.target.name for s in found]),
    ):
        table[column] = pd.Series(values, dtype="string")
    table.index = pd.RangeIndex(1, len(table) + 1, name="rank")
    return table


frame = suggestions
"""The same, as `netgraph.frame`."""


def referrals(ledger: Ledger, *, as_of: date) -> pd.DataFrame:
    """Return who passed whose name on to whom, when that was first done, and how it stands.

    >>> from netgraph.model.records import Referral, Step
    >>> named = Referral("r", "maya", "tom", steps=(Step(date(2026, 4, 1), "named"),))
    >>> table = referrals(Ledger(referrals=(named,)), as_of=date(2026, 5, 1))
    >>> table.loc[0, ["introducer", "person", "to", "status"]].tolist()
    ['maya', 'tom', 'me', 'named']
    """
    rows = [
        (r.id, r.introducer, r.person, r.to, begun[0].day, status(r, as_of=as_of))
        for r in ledger.referrals
        if (begun := steps_until(r, as_of))
    ]
    columns = [("id", str), ("introducer", str), ("person", str), ("to", str)]
    return frame_of(rows, [*columns, ("day", date), ("status", str)])


def lineage(ledger: Ledger, *, as_of: date) -> pd.DataFrame:
    """Return everybody who was named or named somebody: who named them first, when, how it went.

    ``introducer`` and ``named`` are NA for whom nobody named; ``generation`` is 0 for them, and
    one more than their first introducer's for everybody else.

    >>> from netgraph.model.records import Referral, Step
    >>> named = Referral("r", "maya", "tom", steps=(Step(date(2026, 4, 1), "named"),))
    >>> table = lineage(Ledger(referrals=(named,)), as_of=date(2026, 5, 1))
    >>> table[["person", "generation"]].to_dict("list")
    {'person': ['maya', 'tom'], 'generation': [0, 1]}
    """
    tree = lineage_of(ledger, as_of=as_of)
    depth: dict[str, int] = {}
    waiting = [(root, 0) for root in tree.roots]
    while waiting:
        person, depth[person] = waiting[0]
        waiting = [*waiting[1:], *((child, depth[person] + 1) for child in tree.children(person))]
    rows = [
        (v, tree.first.get(v), depth[v], tree.named(v), tree.met.get(v), tree.status(v))
        for v in depth
    ]
    columns = [("person", str), ("introducer", str), ("generation", int), ("named", date)]
    return frame_of(rows, [*columns, ("met", date), ("status", str)])


def due(view: AsOf, *, days: int = 7) -> pd.DataFrame:
    """Return what is due on a day and within some days more; see `netgraph.agenda.due_list.due`.

    >>> due(AsOf(Ledger(), date(2026, 5, 1))).columns.tolist()
    ['on', 'kind', 'person', 'why', 'overdue', 'about']
    """
    found = due_items(view, days=days)
    return frame_of_records(Due, found, left_out=("action", "instead"))


def funnel(view: AsOf) -> pd.DataFrame:
    """Return how many asks led to an answer, a talk, a name, with intervals.

    >>> funnel(AsOf(Ledger(), date(2026, 5, 1)))["cases"].tolist()[:1]
    [0]
    """
    return frame_of_records(StageRow, stages(facts_on(view)))
