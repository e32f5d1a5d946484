"""The page of tables: what nodes, edges, facts and frames have, read from the code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import pandas as pd

from netgraph import frames
from netgraph.graph import schema
from netgraph.graph.edgelist import from_edgelist
from netgraph.model.as_of import AsOf
from netgraph.model.kinds import KINDS, fields_of, place
from netgraph.model.records import Fact, Ledger

HEAD = """# Tables: nodes, edges, facts, frames

Written by `make docs` from the code; a test fails when the two differ.

## The network

The network is a `networkx.DiGraph`, one edge for each ordered pair. A *tie* joins two people and
always has both directions: the edge from u to v says what u gave v. A *membership* goes from a
person to an organisation. `netgraph.validate(G)` names the first fault of any other graph.
"""

DAY = date(2026, 5, 1)
"""Any day: the answers are empty."""


def page() -> str:
    """Return the page."""
    return "\n".join([HEAD, *_network(), *_facts(), *_answers()])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _network() -> Iterator[str]:
    """Yield the table of attributes, from where the schema is described."""
    _, rows, *_ = re.split(r"^=+ [= ]+$\n", inspect.getdoc(schema) or "", flags=re.MULTILINE)[1:]
    yield _table(("where", "attribute", "meaning"), _attributes(rows))


def _attributes(rows: str) -> Iterator[tuple[str, str, str]]:
    """Yield where, attribute and meaning of each row; a line that goes on has the last alone."""
    joined = re.sub(r"\n {20,}", " ", rows)
    for line in joined.strip().splitlines():
        where, attribute, meaning = re.split(r"\s{2,}", line, maxsplit=2)
        yield where, attribute.replace("``", "`"), meaning.replace("``", "`")


def _facts() -> Iterator[str]:
    """Yield a table for each kind of fact."""
    yield (
        "## Facts\n\n`frames.from_ledger` gives one frame for each kind of fact, "
        "`frames.to_ledger` makes facts of such frames. Only the columns in bold must be there; an "
        "`id` is made where there is none. Days are dates, text is `string`, what has several "
        "values is a tuple.\n"
    )
    empty = frames.from_ledger(Ledger())
    for kind in KINDS.values():
        yield f"### {place(kind)}\n"
        yield f"{_first_paragraph(kind)}\n"
        yield _table(("column", "dtype"), _columns(kind, empty[place(kind)]))


def _first_paragraph(kind: type[Fact]) -> str:
    """Return what a fact is, in the words of its docstring."""
    return (inspect.getdoc(kind) or "").partition("\n\n")[0].replace("``", "`").replace("\n", " ")


def _columns(kind: type[Fact], frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Yield each column of a frame of facts, and its dtype."""
    needed = {field.name for field in fields_of(kind) if field.needed} - {"id", "day"}
    for name, dtype in frame.dtypes.items():
        yield (f"**{name}**" if name in needed else str(name)), f"`{dtype}`"


def _answers() -> Iterator[str]:
    """Yield a table for each frame that answers a question."""
    G = from_edgelist([{"source": "me", "target": "ana"}], ego="me", as_of=DAY)
    view = AsOf(Ledger(), DAY)
    found = {
        "nodes": frames.nodes(G),
        "edges": frames.edges(G),
        "standings": frames.standings(G),
        "suggestions": frames.suggestions([]),
        "referrals": frames.referrals(Ledger(), as_of=DAY),
        "lineage": frames.lineage(Ledger(), as_of=DAY),
        "due": frames.due(view),
        "funnel": frames.funnel(view),
    }
    yield "## Answers as frames\n\nWhat is not known is NA.\n"
    for name, frame in found.items():
        function = getattr(frames, name)
        yield f"### frames.{name}\n\n{_sentence(function)}\n"
        index = (
            [(f"{frame.index.name} (index)", f"`{frame.index.dtype}`")] if frame.index.name else []
        )
        rows = [(str(column), f"`{dtype}`") for column, dtype in frame.dtypes.items()]
        yield _table(("column", "dtype"), [*index, *rows])


def _sentence(function: object) -> str:
    """Return what a frame is, without where else to look."""
    first = (inspect.getdoc(function) or "").partition("\n\n")[0].replace("``", "`")
    said = re.sub(r"; see .*", ".", first.replace("\n", " ")).removeprefix("Return ")
    return said[0].upper() + said[1:]
