"""netgraph's own export, read back: the whole ledger from JSON, or the people from CSV.

The file may have been edited, or made to do harm: every field is checked, and a fact that names
somebody who is nowhere is left out and reported.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any, Final

import msgspec

from netgraph.journal.relations import relation
from netgraph.model.errors import InvalidInput, UnreadableFile
from netgraph.model.first_form import upgraded
from netgraph.model.kinds import KINDS, Field, fields_of, named
from netgraph.model.records import EGO, Fact, Ledger, Means, Person, Statement, Value
from netgraph.model.spreadsheet_cells import bare
from netgraph.model.statements import restored
from netgraph.model.text import clean, fold
from netgraph.sources.encoding import first_lines, load
from netgraph.sources.protocol import Context, Document, Format, Reading, Skip
from netgraph.sources.tables import UnusableRow, find_table, read_rows

FORMS: Final = (1, 2)
"""Forms of the JSON that can be read."""

LARGEST: Final = 2**30
LONGEST: Final = 100_000
LARGEST_NUMBER: Final = 2**63
SEVERAL: Final = " ::: "
COLUMNS: Final = (
    "id", "name", "company", "title", "place", "emails", "phones", "urls", "tags", "source",
    "lead", "gone", "seen", "origin", "day", "met", "relation",
)  # fmt: skip
_LEDGER = re.compile(rb"\s*\{\s*\"netgraph\"\s*:\s*\d+\s*,")
_ID = re.compile(r"[^\s\x00-\x1f]{1,200}")


class Wrong(Exception):
    """Raised for a fact that cannot be one, with the reason."""


def _claims(document: Document) -> str | None:
    """Return "ledger" for exported JSON, "people" for an exported table."""
    if _LEDGER.match(document.head.removeprefix(b"\xef\xbb\xbf")):
        return "ledger"
    text = first_lines(document.head)
    return "people" if text and find_table(text, _is_header) else None


def _is_header(cells: Collection[str]) -> bool:
    """Whether these are the columns of an exported table."""
    return {"id", "name", "emails", "urls", "source", "lead", "gone"} <= set(cells)


def _read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
    """Yield a reading of every file."""
    for kind, document in claimed:
        try:
            if context.owner != EGO:
                raise UnreadableFile(
                    "netgraph's own export is a whole network: import it without another owner"
                )
            if kind == "people":
                yield _people(document)
            else:
                yield _ledger(document, context)
        except UnreadableFile as fault:
            yield Reading(document.path, "unreadable", note=str(fault))


def _ledger(document: Document, context: Context) -> Reading:
    """Return the facts of a whole ledger."""
    form, tables = _tables(document)
    skipped: list[Skip] = []
    found: list[Fact] = []
    rows = 0
    tables = {name: table for name, table in tables.items() if isinstance(table, list)}
    people = {str(row.get("id")) for row in tables.get("person", ()) if isinstance(row, dict)}
    for name, table in tables.items():
        for number, row in enumerate(table, start=1):
            rows += 1
            try:
                found.append(fact_of(name, row, form, people))
            except Wrong as fault:
                skipped.append(Skip(number, f"{clean(name, limit=30)} {number}: {fault}"))
    there = {EGO, *context.known.people, *(f.id for f in found if isinstance(f, Person))}
    facts = [fact for fact in found if _dangling(fact) <= there]
    for fact in found:
        if lost := sorted(_dangling(fact) - there):
            what = type(fact).__name__.lower()
            skipped.append(Skip(0, f"{what} {fact.id} names {lost[0]}, who is not there"))
    return Reading(document.path, "ledger", rows, 0, tuple(skipped), tuple(facts))


def _tables(document: Document) -> tuple[int, Mapping[str, Any]]:
    """Return the form and the tables of the file as they are, not yet trusted."""
    if document.size > LARGEST:
        raise UnreadableFile("larger than any ledger")
    with closing(document.open()) as stream:
        data = stream.read(LARGEST + 1)
    try:
        read = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"damaged: {clean(str(error), limit=100)}") from error
    form = read.get("netgraph")
    if form not in FORMS:
        raise UnreadableFile("written by a newer netgraph: update netgraph")
    tables = read.get("facts")
    if not isinstance(tables, dict):
        raise UnreadableFile("it has no facts")
    return form, tables


def fact_of(name: str, given: object, form: int = FORMS[-1], people: Collection[str] = ()) -> Fact:
    """Return one fact, every field of the type it must have.

    Raises
    ------
    Wrong
        If it cannot be one.
    """
    kind = KINDS.get(name)
    if kind is None:
        raise Wrong("no kind of fact")
    if not isinstance(given, dict):
        raise Wrong("not a fact")
    try:
        row: dict[str, Any] = _cleaned(given)
        if form == 1:
            row = row | upgraded(name, row, people)
        fact = kind(**{f.name: _value(f, row[f.name]) for f in fields_of(kind) if f.name in row})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Wrong(_reason(kind, given, error)) from error
    if not _ID.fullmatch(fact.id):
        raise Wrong("its id is none")
    if isinstance(fact, Statement):
        field, value = restored(fact.subject, fact.field, fact.value)
        return replace(fact, field=field, value=value)
    return fact


def _value(field: Field, plain: object) -> Any:
    """Return the value of a field, of the type it must have."""
    if field.type == Value:
        return plain
    try:
        return msgspec.convert(plain, field.type)
    except msgspec.ValidationError as error:
        raise TypeError(f"{field.name!r} is not what it must be") from error


def _reason(kind: type[Fact], row: Mapping[str, Any], error: Exception) -> str:
    """Say why a row is no such fact."""
    missing = [f.name for f in fields_of(kind) if f.needed and f.name not in row]
    if missing:
        return f"{missing[0]!r} is missing"
    return str(error) if isinstance(error, TypeError) else "it is not what it must be"


def _cleaned(value: Any) -> Any:
    """Return JSON without what could command a terminal; the lines of a text stay lines."""
    if isinstance(value, dict):
        return {clean(name, limit=LONGEST): _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, int | float) and not abs(value) < LARGEST_NUMBER:
        raise TypeError("a number in it is too large, or none")
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if not isinstance(value, str) or value.isprintable():
        return value[:LONGEST] if isinstance(value, str) else value
    return "\n".join(clean(line, limit=LONGEST) for line in value.split("\n"))


def _dangling(fact: Fact) -> set[str]:
    """Return the ids of all whom a fact names."""
    return set(named(fact, Means.PERSON))


def _people(document: Document) -> Reading:
    """Return the people of an exported table; those known keep what the table has no room for."""
    table = find_table(load(document), _is_header)
    if table is None:
        raise UnreadableFile("its header is damaged")
    table = replace(table, literal=True)
    return read_rows(document.path, "people", table, COLUMNS, _person)


def _person(*cells: str) -> Iterable[Fact]:
    """Return the person in one row."""
    row: dict[str, Any] = dict(zip(COLUMNS, map(bare, cells), strict=True))
    form = FORMS[-1] if row["origin"] else 1
    for field in fields_of(Person):
        text = row[field.name]
        if field.many:
            row[field.name] = [shown for part in text.split(SEVERAL) if (shown := clean(part))]
        elif field.type is bool:
            row[field.name] = text == "yes"
        else:
            row[field.name] = clean(text) or (None if field.name in ("seen", "day", "met") else "")
    row |= {"source": row["source"] or "table:people", "origin": row["origin"] or "listed"}
    if not fold(row["name"]) or row["id"] == EGO:
        raise UnusableRow("it names nobody")
    try:
        person = fact_of("person", row, form, ())
        yield person
        for role in filter(fold, map(clean, row["relation"].split(SEVERAL))):
            yield relation(Ledger(), person.id, role, EGO)
    except (Wrong, InvalidInput) as fault:
        raise UnusableRow(str(fault)) from None


OWN: Final = Format(
    "netgraph",
    "netgraph's own export: all of it (JSON) or the people (CSV)",
    _claims,
    _read,
)
