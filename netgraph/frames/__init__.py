"""pandas in and out: facts, graphs and answers as tidy frames, one row for each thing.

===================  =============================================================================
function             frame
===================  =============================================================================
`to_ledger`          your own frames of people, ties, events, ... to a `Ledger`
`from_ledger`        a `Ledger` to one frame for each kind of fact
`nodes`, `edges`     a tie graph to the rows of its nodes and of its edges
`to_graph`           those rows to the same graph
`standings`          how ego stands with everybody
`suggestions`        whom to ask next
`referrals`          who passed whose name on, and how that stands
`lineage`            everybody who was named or named somebody, with their introducer
`due`                what is due
`funnel`             from asks to talks to names, with intervals
===================  =============================================================================

Text has the dtype ``string``, days ``datetime64[s]``, numbers ``float64`` or ``int64``, truth
``bool``; what has several values is a tuple in an ``object`` column. What is not known is NA.

>>> import pandas as pd
>>> from datetime import date
>>> import netgraph
>>> from netgraph import frames
>>> people = pd.DataFrame({"id": ["ana", "ben"], "name": ["Ana Silva", "Ben Ode"]})
>>> talks = pd.DataFrame({"giver": ["ana"], "taker": ["me"], "kind": ["interview"],
...                       "day": [date(2026, 4, 1)]})
>>> book = frames.to_ledger(people, events=talks)
>>> G = netgraph.network(book, as_of=date(2026, 5, 1))
>>> frames.standings(G)["state"].tolist()
['they have helped you more than you could return yet']
"""

from __future__ import annotations

from netgraph.frames.answers import due, funnel, lineage, referrals, standings, suggestions
from netgraph.frames.facts import from_ledger, to_ledger
from netgraph.frames.graphs import edges, nodes, to_graph

__all__ = [
    "due",
    "edges",
    "from_ledger",
    "funnel",
    "lineage",
    "nodes",
    "referrals",
    "standings",
    "suggestions",
    "to_graph",
    "to_ledger",
]
