"""netgraph's own export, read back: the whole ledger from JSON, or the people from CSV.

The file may have been edited, or made to do harm: every field is checked, and a fact that names
somebody who is nowhere is left out and reported.
"""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final, cast

from netgraph.model.errors import UnreadableFile
from netgraph.model.records import EGO, Fact, Person, Step
from netgraph.model.text import clean, fold
from netgraph.sources.encoding import first_lines, load
from netgraph.sources.protocol import Context, Document, Format, Reading, Skip
from netgraph.sources.tables import UnusableRow, find_table, read_rows

LARGEST: Final = 2**30
LONGEST: Final = 100_000
SEVERAL: Final = " ::: "
KINDS: Final = {kind.__name__.lower(): kind for kind in Fact.__subclasses__()}
NAMING: Final = ("owner", "person", "giver", "taker", "about", "introducer", "to", "u", "v")
"""Fields that name somebody who must be there."""

COLUMNS: Final = (
    "id", "name", "company", "title", "place", "emails", "phones", "urls", "tags", "source",
    "lead", "gone", "seen",
)  # fmt: skip
_LEDGER = re.compile(rb"\s*\{\s*\"netgraph\"\s*:\s*\d+\s*,")
_ARMOUR = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_ID = re.compile(r"[^\s\x00-\x1f]{1,200}")


class _Wrong(Exception):
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
    tables = _tables(document)
    skipped: list[Skip] = []
    found: list[Fact] = []
    rows = 0
    for name, table in tables.items():
        for number, row in enumerate(table if isinstance(table, list) else [], start=1):
            rows += 1
            try:
                found.append(_fact(name, row))
            except _Wrong as fault:
                skipped.append(Skip(number, f"{clean(name, limit=30)} {number}: {fault}"))
    there = {EGO, *context.known.people, *(f.id for f in found if isinstance(f, Person))}
    facts = [fact for fact in found if _dangling(fact) <= there]
    for fact in found:
        if lost := sorted(_dangling(fact) - there):
            what = type(fact).__name__.lower()
            skipped.append(Skip(0, f"{what} {fact.id} names {lost[0]}, who is not there"))
    return Reading(document.path, "ledger", rows, 0, tuple(skipped), tuple(facts))


def _tables(document: Document) -> Mapping[str, Any]:
    """Return the tables in the file as they are, not yet trusted."""
    if document.size > LARGEST:
        raise UnreadableFile("larger than any ledger")
    with closing(document.open()) as stream:
        data = stream.read(LARGEST + 1)
    try:
        read = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"damaged: {clean(str(error), limit=100)}") from error
    if read.get("netgraph") != 1:
        raise UnreadableFile("written by a newer netgraph: update netgraph")
    tables = read.get("facts")
    if not isinstance(tables, dict):
        raise UnreadableFile("it has no facts")
    return tables


def _fact(name: str, row: object) -> Fact:
    """Return one fact, every field of the type it must have."""
    if name not in KINDS:
        raise _Wrong("no kind of fact")
    if not isinstance(row, dict):
        raise _Wrong("not a fact")
    values: dict[str, Any] = {}
    for field, (parse, needed) in _fields(name).items():
        if field in row:
            try:
                values[field] = parse(row[field])
            except (ValueError, TypeError, KeyError) as error:
                raise _Wrong(f"{field!r} is not what it must be") from error
        elif needed:
            raise _Wrong(f"{field!r} is missing")
    if not _ID.fullmatch(values["id"]):
        raise _Wrong("its id is none")
    return KINDS[name](**values)


@cache
def _fields(name: str) -> Mapping[str, tuple[Callable[[Any], Any], bool]]:
    """Return how to read each field of a class of facts, and whether it must be there."""
    kind = KINDS[name]
    hints = typing.get_type_hints(kind)
    return {
        f.name: (_parser(hints[f.name]), f.default is MISSING and f.default_factory is MISSING)
        for f in fields(cast(Any, kind))
    }


def _parser(hint: Any) -> Callable[[Any], Any]:
    """Return what reads a value of a type, raising if it is of another."""
    if isinstance(hint, types.UnionType):
        inner = _parser(next(t for t in typing.get_args(hint) if t is not types.NoneType))
        return lambda value: None if value is None else inner(value)
    if typing.get_origin(hint) is tuple:
        item = _step if typing.get_args(hint)[0] is Step else _text
        return lambda value: tuple(map(item, _of(list, value)))
    if hint is date:
        return lambda value: date.fromisoformat(_of(str, value))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if hint is float:
        return lambda value: float(_of((int, float), value))
    return _text if hint is str else lambda value: _of(hint, value)


def _of(kind: Any, value: Any) -> Any:
    """Return the value if it is of a type; a truth value is no number."""
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise TypeError
    return value


def _text(value: Any) -> str:
    """Return a text without what could command a terminal; lines stay lines."""
    text: str = _of(str, value)
    if text.isprintable():
        return text[:LONGEST]
    return "\n".join(clean(line, limit=LONGEST) for line in text.split("\n"))


def _step(value: Any) -> Step:
    """Return one step in the life of an ask, a referral or a goal."""
    row = _of(dict, value)
    day = row.get("day")
    return Step(
        None if day is None else date.fromisoformat(_of(str, day)),
        _text(row["status"]),
        _text(row.get("note", "")),
    )


def _dangling(fact: Fact) -> set[str]:
    """Return the ids of all whom a fact names."""
    return {i for name in NAMING if (i := getattr(fact, name, None))}


def _people(document: Document) -> Reading:
    """Return the people of an exported table; those known keep what the table has no room for."""
    table = find_table(load(document), _is_header)
    if table is None:
        raise UnreadableFile("its header is damaged")
    return read_rows(document.path, "people", table, COLUMNS, _person)


def _person(i: str, name: str, *cells: str) -> Iterable[Fact]:
    """Return the person in one row."""
    company, title, place, emails, phones, urls, tags, source, lead, gone, seen = map(_bare, cells)
    i, name = clean(_bare(i)), clean(_bare(name))
    if not fold(name) or not _ID.fullmatch(i) or i == EGO:
        raise UnusableRow("it names nobody" if not fold(name) else "it has no id")
    try:
        day = date.fromisoformat(seen) if seen else None
    except ValueError:
        raise UnusableRow(f"{clean(seen, limit=20)!r} is no date") from None
    yield Person(
        i,
        name,
        clean(source) or "table:people",
        emails=_several(emails),
        urls=_several(urls),
        phones=_several(phones),
        company=clean(company),
        title=clean(title),
        place=clean(place),
        tags=_several(tags),
        lead=lead == "yes",
        gone=gone == "yes",
        seen=day,
    )


def _bare(cell: str) -> str:
    """Take off the apostrophe that keeps a cell from being a formula."""
    return cell[1:] if _ARMOUR.match(cell) else cell


def _several(cell: str) -> tuple[str, ...]:
    """Return the texts in one cell."""
    return tuple(text for part in cell.split(SEVERAL) if (text := clean(part)))


OWN: Final = Format(
    "netgraph",
    "netgraph's own export: the whole ledger (JSON) or the people (CSV)",
    _claims,
    _read,
)
