"""Which column of any table says what: guessed from its header, or as the user chose.

A choice is written ``field=Column``. ``field="=Text"`` says the same of every row, ``field=``
says that no column is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from netgraph.model import ids
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Ledger, Statement
from netgraph.model.text import fold
from netgraph.sources.column_words import meaning, usual_words
from netgraph.sources.tables import column_key

FIELDS: Final = (
    "name", "first", "middle", "last", "second_surname", "suffix", "email", "phone", "company",
    "title", "place", "country", "class_year", "school", "degree", "major", "url", "tags",
    "relation",
)  # fmt: skip
"""What can be said of a person."""

PARTS: Final = ("first", "middle", "last", "second_surname", "suffix")
"""Fields that make up a name."""

_SAID_BY: Final = {"full": "name", "city": "place", "web": "url"}
"""Meanings of columns that say the same of a person as others do."""

TELLING: Final = frozenset(
    {"email", "phone", "company", "title", "class_year", "school", "degree", "major", "url"}
)
"""A table is about people if it has their names and one of these."""

SHORT: Final = 4
"""Letters up to which a word is like too many others."""

MOST_ALONE: Final = 3
"""Columns up to which a table of e-mail addresses without names is one of people."""

NEAR: Final = 81
"""Likeness, of 100, from which a header may mean what another is called."""

_ABOUT_EGO = frozenset({"verificationtype"})  # LinkedIn's check of the owner's own passport
_SALUTATIONS = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam dame rev herr frau hr fr dipl ing mag "  # noqa: SIM905
    "m mme mlle me monsieur madame sr sra srta d dna don dona dott dottore dottssa dra drssa sig "
    "sigra sigina signor signora ing avv mevr mevrouw dhr heer drs ir pan pani g zha zhu bay bayan "
    "herra rouva hra rva fru gospodin gospozha shi nim".split()
)
_NUMBER = re.compile(r"\+?[\d\s()./-]{6,24}")


def guess(columns: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> dict[str, list[int]]:
    """Return which columns seem to say what, by their names and some rows.

    >>> guess(("Full Name", "Email ID", "Year of passing", "Branch", "Mobile", "Hostel"))
    {'name': [0], 'email': [1], 'phone': [4], 'class_year': [2], 'major': [3]}
    >>> guess(("Name", "Vorname", "Firma"))
    {'first': [1], 'last': [0], 'company': [2]}
    """
    found: dict[str, list[int]] = {}
    whole: list[int] = []
    for at, column in enumerate(columns):
        said = meaning(column)
        found.setdefault(_SAID_BY.get(said, said), []).append(at)
        if said == "full":
            whole.append(at)
    if not whole:
        found = _with_parts(found, rows)
    elif "name" in found:  # beside "Display Name", "Name" may be a part
        found["name"] = whole
    salutations, numbers = found.pop("salutation", []), found.pop("number", [])
    if rows or "title" not in found:  # beside "Job Title", "Title" is Mr or Dr, if not by its rows
        found["title"] = found.get("title", []) + salutations
    found["phone"] = found.get("phone", []) + [at for at in numbers if _is_of_numbers(at, rows)]
    return {field: found[field] for field in FIELDS if found.get(field)}


def _is_of_numbers(at: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether all cells of a column, called "Home" or "Work", look like telephone numbers."""
    cells = [cell for row in rows if at < len(row) and (cell := row[at].strip())]
    return bool(cells) and all(map(_NUMBER.fullmatch, cells))


def _with_parts(found: dict[str, list[int]], rows: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Take a name beside a column of one of its parts for the other part, unless it is whole."""
    if "name" not in found or ("first" in found) == ("last" in found):
        return found
    known, other = ("first", "last") if "first" in found else ("last", "first")
    if _is_whole(found["name"][0], found[known][0], rows):
        return found
    return {other if field == "name" else field: some for field, some in found.items()}


def _is_whole(name: int, part: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether most cells of one column have those of another, and more, in them."""
    cells = [(fold(r[name]), fold(r[part])) for r in rows if max(name, part) < len(r)]
    told = [(whole, some) for whole, some in cells if whole and some]
    within = sum(set(some.split()) < set(whole.split()) for whole, some in told)
    return 2 * within > len(told)


def about_people(columns: Sequence[str]) -> bool:
    """Whether a header is one of a table of people.

    >>> about_people(("Name", "Employer")), about_people(("Name", "Licence", "Url"))
    (True, False)
    """
    found = guess(columns)
    alien = {fold(c).replace(" ", "") for c in columns} & _ABOUT_EGO
    if alien or not TELLING & found.keys():
        return False
    if is_of_names(columns):
        return True
    alone = len(list(filter(None, columns))) <= MOST_ALONE
    return "email" in found and (alone or not found.keys().isdisjoint(("first", "last")))


def is_of_names(columns: Sequence[str]) -> bool:
    """Whether a header has columns for whole names.

    >>> is_of_names(("Nome", "Cognome")), is_of_names(("Vorname", "Ort"))
    (True, False)
    """
    found = guess(columns).keys()
    return "name" in found or {"first", "last"} <= found


def likely(columns: Sequence[str]) -> dict[str, str]:
    """Return what columns may mean whose names are known, or near to a name that is.

    >>> likely(("Wer", "Werkgevr", "Mailadres", "Seit"))
    {'company': 'Werkgevr', 'email': 'Mailadres'}
    """
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only where nothing could be read
    from rapidfuzz.process import extractOne  # noqa: PLC0415

    usual = {word: what for word, what in usual_words().items() if len(word) > SHORT}
    found: dict[str, str] = {}
    for column in columns:
        said, word = meaning(column), fold(column)
        said = "title" if said == "salutation" else said
        if not said and len(word) > SHORT:
            near = extractOne(word, usual.keys(), scorer=ratio, score_cutoff=NEAR)
            said = usual[near[0]] if near else ""
        if (field := _SAID_BY.get(said, said)) in FIELDS:
            found.setdefault(field, column)
    return found


def without_salutations(
    where: Mapping[str, Sequence[int]], rows: Iterable[Sequence[str]]
) -> dict[str, list[int]]:
    """Return the columns without a title that is Mr or Dr in all of some rows."""
    rows = list(rows)
    kept = {field: list(some) for field, some in where.items()}
    for at in where.get("title", ()):
        words = {word for row in rows if at < len(row) for word in fold(row[at]).split()}
        if words and words <= _SALUTATIONS:
            kept["title"].remove(at)
    return {field: some for field, some in kept.items() if some}


def choose(
    columns: Sequence[str], guessed: Mapping[str, list[int]], chosen: Mapping[str, str]
) -> tuple[dict[str, list[int]], dict[str, str]]:
    """Return which columns say what, the user's choice before the guess, and what all rows say.

    >>> choose(("Who", "Employer"), {"company": [1]}, {"name": "who", "school": "=Hill College"})
    ({'company': [1], 'name': [0]}, {'school': 'Hill College'})

    Raises
    ------
    InvalidInput
        If there is no such field, or the table has no such column.
    """
    keys = [column_key(column) for column in columns]
    where = {field: list(some) for field, some in guessed.items() if field not in chosen}
    constants: dict[str, str] = {}
    if "name" in chosen:
        where = {field: some for field, some in where.items() if field not in PARTS}
    for field, column in chosen.items():
        if field not in FIELDS:
            raise InvalidInput(f"there is no field {field!r}: choose from {', '.join(FIELDS)}")
        if column.startswith("="):
            constants[field] = column[1:].strip()
        elif column and column_key(column) not in keys:
            shown = ", ".join(c for c in columns[:30] if c)
            raise InvalidInput(f"there is no column {column!r}; there are: {shown}")
        elif column:
            at = keys.index(column_key(column))
            where = {f: [p for p in some if p != at] for f, some in where.items()}
            where[field] = [at]
    return {field: some for field, some in where.items() if some}, constants


def shape(columns: Iterable[str]) -> str:
    """Return what names a header of these columns, whatever their order.

    >>> shape(("Name", "Employer")) == shape(("employer", "NAME"))
    True
    """
    return ids.columns({column_key(column) for column in columns})


def remember(columns: Sequence[str], chosen: Mapping[str, str]) -> Statement:
    """Return the user's choice as a fact, for the next file with these columns."""
    subject = shape(columns)
    value = tuple(chain.from_iterable(sorted(chosen.items())))
    return Statement(ids.statement(subject, "mapping", None), subject, "mapping", value)


def remembered(known: Ledger) -> dict[str, dict[str, str]]:
    """Return the choices made for earlier files, by the shape of their header."""
    found: dict[str, dict[str, str]] = {}
    for statement in known.statements:
        if statement.field == "mapping" and isinstance(statement.value, tuple):
            fields, columns = statement.value[::2], statement.value[1::2]
            found[statement.subject] = dict(zip(fields, columns, strict=False))
    return found
