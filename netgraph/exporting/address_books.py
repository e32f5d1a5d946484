"""People as tables that other programs read: with the columns of Google, Outlook or LinkedIn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from netgraph.identity.names import RANKS, parse
from netgraph.model.records import CONNECTION, EGO, Ledger, Person

MOST: Final = 3
"""E-mail addresses and telephones that Google and Outlook have columns for."""

SEVERAL: Final = " ::: "
"""What Google puts between several values in one cell."""

PHONES: Final = (
    "Mobile Phone", "Business Phone", "Home Phone", "Other Phone", "Business Phone 2",
    "Home Phone 2",
)  # fmt: skip
"""Outlook's columns for telephones, in the order in which they are filled."""

COLUMNS: Final = {
    "google": (
        "First Name", "Middle Name", "Last Name", "Name Suffix", "File As", "Organization Name",
        "Organization Title", "Labels", "E-mail 1 - Value", "E-mail 2 - Value", "E-mail 3 - Value",
        "Phone 1 - Value", "Phone 2 - Value", "Phone 3 - Value", "Address 1 - City",
        "Website 1 - Value",
    ),
    "outlook": (
        "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Job Title",
        "Business City", "Business Phone", "Business Phone 2", "Home Phone", "Home Phone 2",
        "Mobile Phone", "Other Phone", "E-mail Address", "E-mail 2 Address",
        "E-mail 3 Address", "Categories", "Web Page",
    ),
    "linkedin": (
        "First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On",
    ),
}  # fmt: skip
"""Program -> the names of its columns."""


def rows_for(program: str, ledger: Ledger) -> Iterator[list[str]]:
    """Yield the header and a row for everybody but ego, in the order of their names.

    Parameters
    ----------
    program
        A key of `COLUMNS`.
    ledger
        People, one each (`netgraph.identity.resolution.resolve`).

    Examples
    --------
    >>> book = Ledger({"p1": Person("p1", "Ana Silva", company="Acme")})
    >>> list(rows_for("linkedin", book))[1]
    ['Ana', 'Silva', '', '', 'Acme', '', '']
    """
    since = {t.v: t.since for t in ledger.ties if t.kind == CONNECTION and t.u == EGO}
    yield list(COLUMNS[program])
    for person in sorted(ledger.people.values(), key=lambda p: (p.name, p.id)):
        if person.id != EGO:
            said = _said(person, since.get(person.id))
            if "Middle Name" not in COLUMNS[program]:
                rest = (said["Middle Name"], said["Last Name"], said["Suffix"])
                said["Last Name"] = " ".join(filter(None, rest))
            yield [said.get(column, "") for column in COLUMNS[program]]


def _said(person: Person, since: date | None) -> dict[str, str]:
    """Return what is known of a person by the names of columns of all programs."""
    first, middle, last, suffix = _parts(person.name)
    said = {
        "First Name": first, "Middle Name": middle, "Last Name": last, "File As": person.name,
        "Suffix": suffix, "Name Suffix": suffix,
        "Organization Name": person.company, "Company": person.company,
        "Organization Title": person.title, "Job Title": person.title, "Position": person.title,
        "Labels": " ::: ".join(person.tags), "Categories": ";".join(person.tags),
        "Address 1 - City": person.place, "Business City": person.place,
        "Website 1 - Value": _first(person.urls), "Web Page": _first(person.urls),
        "URL": _first(person.urls), "Email Address": _first(person.emails),
        "Connected On": f"{since:%d %b %Y}" if since else "",
    }  # fmt: skip
    said |= {f"E-mail {n} - Value": text for n, text in enumerate(_three(person.emails), 1)}
    said |= {f"Phone {n} - Value": text for n, text in enumerate(_three(person.phones), 1)}
    addresses = ("E-mail Address", "E-mail 2 Address", "E-mail 3 Address")
    said |= dict(zip(addresses, person.emails, strict=False))
    said |= dict(zip(PHONES, person.phones, strict=False))
    return said


def _parts(name: str) -> tuple[str, str, str, str]:
    """Return given, middle, family name, suffix; of one with more in it, first word and rest.

    >>> _parts("Ana Maria Silva"), _parts("Ben Oak, PhD"), _parts("Robert Hale Jr.")
    (('Ana', 'Maria', 'Silva', ''), ('Ben', '', 'Oak, PhD', ''), ('Robert', '', 'Hale', 'Jr.'))
    """
    read = parse(name)
    parts = read.given, read.middle, read.family, RANKS.get(read.generation, "")
    first, _, rest = name.partition(" ")
    return parts if " ".join(filter(None, parts)) == name else (first, "", rest, "")


def _first(texts: Sequence[str]) -> str:
    """Return the first of some texts, empty if there is none."""
    return next(iter(texts), "")


def _three(texts: Sequence[str]) -> list[str]:
    """Return some texts in three cells: empty ones if there are fewer, the rest in the third."""
    cells = [*texts[: MOST - 1], SEVERAL.join(texts[MOST - 1 :])]
    return [*cells, *[""] * (MOST - len(cells))]
