"""Address books that are tables: which column means what, and each row an entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netgraph.model.errors import UnreadableFile
from netgraph.sources.addressbook import (
    Entry,
    is_firm,
    is_spoiled,
    make_person,
    read_book,
    source_of,
    with_suffix,
)
from netgraph.sources.column_words import meaning
from netgraph.sources.dates import day_in_name
from netgraph.sources.encoding import first_lines, load
from netgraph.sources.mail_headers import addresses_in
from netgraph.sources.protocol import Context, Document, Format, Reading, Skip
from netgraph.sources.tables import Table, UnusableRow, check_shape, find_table
from netgraph.sources.updates import in_turn, with_gone

SEVERAL: Final = " ::: "
"""What Google puts between several values in one cell."""

SHOWN: Final = 200
ROLES: Final = {"full": "whole", "city": "place", "web": "url"}
"""What an entry has, by the meanings of columns that are called otherwise."""

NAMES: Final = ("first", "middle", "last", "second_surname")
BESIDES: Final = ("class_year", "school", "degree", "major", "relation")
"""What an entry may say beside who somebody is."""
_LABELS = re.compile(r" ::: |[;,|]")

Roles = Mapping[str, str]
"""What a person's entry has -> a pattern for the keys of the columns that say it."""
Places = Mapping[str, Sequence[int]]
"""What a person's entry has -> the columns that say it, in order."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One program's way of writing its contacts as a table."""

    kind: str
    label: str
    is_header: Callable[[frozenset[str]], bool]
    places: Callable[[Sequence[str]], Places]


def book_format(layout: Layout, help_line: str) -> Format:
    """Return the format of one program's tables of contacts."""

    def claims(document: Document) -> str | None:
        text = first_lines(document.head)
        return layout.kind if text and find_table(text, layout.is_header) else None

    def read_one(kind: str, document: Document, context: Context) -> Reading:
        source = source_of(layout.kind, context, label=layout.label)
        table = find_table(load(document), layout.is_header)
        if table is None:
            raise UnreadableFile("its header is damaged")
        entries = table_entries(table, layout.places(table.columns))
        day = day_in_name(document.path)
        return read_book(document.path, kind, entries, source, context, day=day)

    def read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
        return with_gone(in_turn(claimed, context, read_one), context)

    return Format(layout.label, help_line, claims, read)


def by_key(roles: Roles) -> Callable[[Sequence[str]], Places]:
    """Return what tells where in a row each thing is said, by the keys of the columns.

    >>> by_key({"emails": r"email\\d+value"})(("name", "email1value", "email2value"))
    {'emails': [1, 2]}
    """
    patterns = {role: re.compile(pattern) for role, pattern in roles.items()}

    def places(columns: Sequence[str]) -> Places:
        found = {
            role: [at for at, column in enumerate(columns) if pattern.fullmatch(column)]
            for role, pattern in patterns.items()
        }
        return {role: where for role, where in found.items() if where}

    return places


def by_meaning(columns: Sequence[str]) -> Places:
    """Return where in a row each thing is said, by what the columns mean in any language.

    In an address book a word for names beside one for surnames is the given name.

    >>> by_meaning(("Titre", "Prénom", "E-mail", "Nom", "Titre", "Ville (bureau)"))
    {'first': [1], 'email': [2], 'place': [5], 'last': [3], 'title': [4]}
    """
    found: dict[str, list[int]] = {}
    for at, column in enumerate(columns):
        if said := meaning(column):
            found.setdefault(ROLES.get(said, said), []).append(at)
    for known, other in (("first", "last"), ("last", "first")):
        if known in found and other not in found and "name" in found:
            found[other] = found.pop("name")
    found["name"] = found.pop("whole", [])
    found["phone"] = found.get("phone", []) + found.pop("number", [])
    after = found.get("last", [0])[0]  # before the name it is Mr or Dr
    spoken = [at for at in found.pop("salutation", []) if at > after]
    found["title"] = spoken + found.get("title", [])
    return {role: some for role, some in found.items() if some}


def table_entries(
    table: Table, where: Places, constants: Mapping[str, str] | None = None
) -> Iterator[Entry | Skip]:
    """Yield the entry of every row; ``constants`` are what all rows say alike."""
    wanted = sorted({at for some in where.values() for at in some})
    for line, row in table.rows():
        if _is_header_again(row, table.names):
            continue
        shown = [row[at] for at in wanted if at < len(row)]
        try:
            check_shape(row, shown, len(table.columns))
            yield _entry(line, row, where, constants or {}, shown)
        except UnusableRow as fault:
            yield Skip(line, str(fault), tuple(cell[:SHOWN] for cell in shown))


def _is_header_again(row: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a row repeats the header, as on each page of what was to be printed."""
    first = bool(row and names) and row[0] == names[0]
    return first and [*filter(None, row)] == [*filter(None, names)]


def _entry(
    line: int, row: Sequence[str], where: Places, constants: Mapping[str, str], shown: list[str]
) -> Entry:
    """Return what one row says, or raise if it names nobody."""
    width = len(row)
    cells: dict[str, list[str]] = {}
    for role, some in where.items():
        found = [cell for at in some if at < width and (cell := row[at].strip())]
        if role != "phone":  # a column too narrow for a number
            found = [cell for cell in found if cell.strip("#")]
        if found:
            cells[role] = found
    cells |= {role: [said] for role, said in constants.items()}

    def text(role: str) -> str:
        return cells[role][0].split(SEVERAL)[0].strip() if role in cells else ""

    parts = " ".join(part for role in NAMES if (part := text(role)))
    called = text("name") or parts or text("nickname") or _name_beside(text("email"))
    name = with_suffix(called, text("suffix"))
    _check_person(name, text("company"), cells, in_parts="first" in cells and "last" in cells)
    place = dict.fromkeys(part for role in ("place", "country") if (part := text(role)))
    person = make_person(
        name,
        emails=cells.get("email", ()),
        urls=cells.get("url", ()),
        phones=cells.get("phone", ()),
        company=text("company"),
        title=text("title"),
        place=", ".join(place),
        tags=(
            tag
            for cell in cells.get("tags", ())
            for tag in _LABELS.split(cell)
            if not tag.strip().startswith("*")  # Google's own groups
        ),
    )
    if person is None:
        raise UnusableRow("it names nobody")
    beside: dict[str, str] = {role: text(role) for role in BESIDES if role in cells}
    spoiled = next(filter(is_spoiled, cells.get("phone", ())), "")
    return Entry(line, person, tuple(cell[:SHOWN] for cell in shown), beside, spoiled)


def _name_beside(address: str) -> str:
    """Return the name that stands before an e-mail address in angle brackets.

    >>> _name_beside('"Silva, Ana" <ana@example.org>'), _name_beside("ana@example.org")
    ('Ana Silva', '')
    """
    found = addresses_in([address]) if "<" in address else []
    return next((name for _, name in found), "")


def _check_person(
    name: str, company: str, cells: Mapping[str, Sequence[str]], *, in_parts: bool
) -> None:
    """Raise if an entry is a firm's: called as one, or a desk's address without a name."""
    if is_firm(name, company, cells.get("email", ()), in_parts=in_parts):
        raise UnusableRow("an organisation, not a person")
