"""Address books that are tables, written where a test needs them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from netgraph.model.records import Person
from netgraph.sources import FORMATS
from netgraph.sources.protocol import Context, Document, Reading

TODAY = Context(date(2026, 5, 1))

GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "Phone 1 - Type,Phone 1 - Value,Address 1 - City,Address 1 - Country,Organization 1 - Type,"
    "Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value"
)
GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Nickname,File As,Organization Name,Organization Title,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,"
    "Phone 1 - Value"
)
OUTLOOK = (
    '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title",'
    '"Business Street","Business City","Business Country/Region","Business Phone","Mobile Phone",'
    '"Categories","E-mail Address","E-mail Type","E-mail 2 Address","Web Page"'
)
THUNDERBIRD = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,"
    "Work Phone,Job Title,Department,Organization,Web Page 1,Notes,"
)
UPLOADED = (
    "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,"
    "InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles"
)
HEADERS = {
    "google": GOOGLE_OLD,
    "outlook": OUTLOOK,
    "thunderbird": THUNDERBIRD,
    "imported-contacts": UPLOADED,
}


def document(text: str | bytes, name: str = "contacts.csv") -> Document:
    """Return a file."""
    data = text.encode() if isinstance(text, str) else text
    return Document(name, name, name, len(data), data[:16384], lambda: io.BytesIO(data))


def read(text: str | bytes, name: str = "contacts.csv", context: Context = TODAY) -> Reading:
    """Read a table as the first format does that claims it."""
    file = document(text, name)
    form, kind = next((f, kind) for f in FORMATS if (kind := f.claims(file)))
    (reading,) = form.read([(kind, file)], context)
    return reading


def people(reading: Reading) -> list[Person]:
    """Return the people read."""
    return [fact for fact in reading.facts if isinstance(fact, Person)]


def one(text: str | bytes) -> Person:
    """Return the one person in a table."""
    (person,) = people(read(text))
    return person


def headers(program: str) -> dict[str, tuple[list[str], list[str]]]:
    """Return the whole headers of a program by language: what each column is, what it is called."""
    path = Path(__file__).parent.parent / "data" / "headers" / f"{program}.txt"
    (_, *columns), *called = (line.split("|") for line in path.read_text("utf-8").splitlines())
    return {language: (columns, names) for language, *names in called}


def table(header: Sequence[str], *rows: Sequence[str]) -> str:
    """Return a table as CSV."""
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    return out.getvalue()
