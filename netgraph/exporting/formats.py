"""The ledger for other programs: JSON without loss, people as CSV, the tie graph for Gephi and co.

The JSON is the whole ledger as stored; importing it into an empty store gives an equal one. The
CSV holds the people, the graph (GraphML, GEXF) who is tied to whom and how strongly.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec
import networkx as nx

from netgraph.exporting.address_books import rows_for
from netgraph.exporting.pseudonyms import pseudonymised
from netgraph.exporting.vcards import to_vcards
from netgraph.graph.build import network
from netgraph.graph.schema import TieGraph
from netgraph.identity.resolution import resolve
from netgraph.journal.relations import BETWEEN, Role, known_role, relations_on
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.kinds import facts_of
from netgraph.model.private_files import write_private
from netgraph.model.records import EGO, Ledger, Person
from netgraph.model.spreadsheet_cells import harmless

FORM: Final = 2
"""Version of the JSON's form."""

COLUMNS: Final = (
    "id", "name", "company", "title", "place", "emails", "phones", "urls", "tags", "source",
    "lead", "gone", "seen", "origin", "day", "met", "relation",
)  # fmt: skip
SEVERAL: Final = " ::: "
_NUMBER = re.compile(r"\+\d+")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRITTEN_ON = re.compile(rb'lastmodifieddate="[^"]*"')


def export(path: Path, facts: Ledger, *, as_of: date, pseudonymous: bool = False) -> None:
    """Write a ledger to a file that only its owner can read, in the form that its name says.

    Parameters
    ----------
    path
        Ends as one of `WRITERS` says. A file that is there is replaced.
    facts
        The ledger as stored, `netgraph.store.Store.facts`.
    as_of
        The day for which the graph is computed.
    pseudonymous
        Whether to leave out names, addresses and everything written; see `pseudonymised`.

    Raises
    ------
    InvalidInput
        If the name ends in nothing known, or the file cannot be written.
    """
    end = max(filter(path.name.lower().endswith, WRITERS), key=len, default="")
    if not end:
        raise InvalidInput(f"{path.name} must end in one of {', '.join(WRITERS)}")
    write_private(path, WRITERS[end](pseudonymised(facts) if pseudonymous else facts, as_of))


def to_json(facts: Ledger) -> str:
    """Return every fact of a ledger, one on a line, in the order of their ids.

    >>> print(to_json(Ledger({"p1": Person("p1", "Ana", seen=date(2026, 5, 1))}))[:60])
    {"netgraph": 2, "facts": {"person": [
    {"id": "p1", "name": "
    """
    encode = json.JSONEncoder(ensure_ascii=False, default=msgspec.to_builtins).encode
    tables = (
        f'"{kind.__name__.lower()}": [\n'
        + ",\n".join(encode(fact) for fact in sorted(some, key=lambda fact: fact.id))
        + "\n]"
        for kind, some in facts_of(facts)
        if some
    )
    return f'{{"netgraph": {FORM}, "facts": {{{", ".join(tables)}}}}}\n'


def to_csv(people: Iterable[Person], relations: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return people as a table that no spreadsheet takes for formulas; ego is not in it.

    ``relations`` says what each is to ego, by id.

    >>> ana = Person("p1", "=1+1", emails=("a@x.org", "b@x.org"))
    >>> print(to_csv([ana], {"p1": ["mentor of"]}).splitlines()[1])
    p1,'=1+1,,,,a@x.org ::: b@x.org,,,,you,,,,listed,,,mentor of
    """
    to_me = relations or {}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(
        [
            *(harmless(_cell(getattr(person, name))) for name in COLUMNS[:-1]),
            harmless(SEVERAL.join(to_me.get(person.id, ()))),
        ]
        for person in people
        if person.id != EGO
    )
    return out.getvalue()


def _to_me(roles: Iterable[Role]) -> list[str]:
    """Return what somebody is to ego; a word of the user's own with its inverse."""
    mine = [r for r in roles if r.other == EGO]
    return [r.words if known_role(r.words) else f"{r.words}{BETWEEN}{r.inverse}" for r in mine]


def _cell(value: Any) -> str:
    """Return one value as it stands in a cell."""
    if isinstance(value, tuple):
        return SEVERAL.join(value)
    return "yes" if value is True else str(value or "")


def to_graph(G: TieGraph) -> TieGraph:
    """Return the graph with attributes that files can hold: text, numbers and truth values.

    Dates become ISO text, what is unknown is left out, traits become ``trait_company`` and the
    like, those of the past ``past_company``; a tie's ``weight`` is its strength.
    """
    flat: TieGraph = nx.DiGraph(**dict(_flat(G.graph)))
    for n, data in G.nodes(data=True):
        flat.add_node(_text(n), label=_text(data["name"]), **dict(_flat(data)))
    for u, v, data in G.edges(data=True):
        weight = {"weight": float(data["strength"])} if "strength" in data else {}
        flat.add_edge(_text(u), _text(v), **weight, **dict(_flat(data)))
    return flat


def _flat(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield attributes as text, numbers and truth values."""
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _flat(value, "past_" if key == "past" else "trait_")
        elif isinstance(value, tuple | frozenset):
            yield prefix + key, _text("; ".join(sorted(map(str, value))))
        elif isinstance(value, bool | int | float):
            yield prefix + key, value
        elif value is not None:
            yield prefix + key, _text(str(value))


def _text(text: str) -> str:
    """Return the text without what no XML may hold."""
    return _NOT_XML.sub("", text)


def _json(facts: Ledger, as_of: date) -> bytes:
    """Write the whole ledger."""
    return to_json(facts).encode("utf-8", "surrogatepass")


def _csv(facts: Ledger, as_of: date) -> bytes:
    """Write the people, with a mark by which Excel knows the letters."""
    ledger = resolve(facts)
    view = AsOf(ledger, as_of)
    text = to_csv(
        ledger.people.values(), {i: _to_me(some) for i, some in relations_on(view).items()}
    )
    return text.encode("utf-8-sig", "replace")


def _graphml(facts: Ledger, as_of: date) -> bytes:
    """Write the tie graph as GraphML."""
    out = io.BytesIO()
    nx.write_graphml(to_graph(network(resolve(facts), as_of=as_of)), out)
    return out.getvalue()


def _gexf(facts: Ledger, as_of: date) -> bytes:
    """Write the tie graph as GEXF."""
    out = io.BytesIO()
    nx.write_gexf(to_graph(network(resolve(facts), as_of=as_of)), out)
    day = f'lastmodifieddate="{as_of}"'.encode()  # networkx 3.6 writes today's
    return _WRITTEN_ON.sub(day, out.getvalue(), count=1)


def _vcards(facts: Ledger, as_of: date) -> bytes:
    """Write the people as vCards."""
    return to_vcards(resolve(facts)).encode("utf-8", "replace")


def _kept(cell: str) -> str:
    """Return a cell for a telephone's program: harmless, but a number with its plus stays one."""
    return cell if _NUMBER.fullmatch(cell) else harmless(cell)


def _book(program: str) -> Callable[[Ledger, date], bytes]:
    """Return what writes the people as another program's CSV."""

    def write(facts: Ledger, as_of: date) -> bytes:
        ledger = resolve(facts)
        rows = [list(map(_kept, row)) for row in rows_for(program, ledger)]
        out = io.StringIO()
        csv.writer(out).writerows(rows)
        return out.getvalue().encode("utf-8-sig", "replace")

    return write


WRITERS: Final[Mapping[str, Callable[[Ledger, date], bytes]]] = {
    ".json": _json,
    ".csv": _csv,
    ".google.csv": _book("google"),
    ".outlook.csv": _book("outlook"),
    ".linkedin.csv": _book("linkedin"),
    ".vcf": _vcards,
    ".graphml": _graphml,
    ".gexf": _gexf,
}
"""What a file's name ends in -> what writes it."""
