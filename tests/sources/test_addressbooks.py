"""Address books that are tables: Google, Outlook, Thunderbird, and what LinkedIn gives back."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.records import EGO, Person, Tie
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


def read(text: str | bytes, name: str = "contacts.csv", context: Context = TODAY) -> Reading:
    data = text.encode() if isinstance(text, str) else text
    file = Document(name, name, name, len(data), data[:16384], lambda: io.BytesIO(data))
    form, kind = next((f, kind) for f in FORMATS if (kind := f.claims(file)))
    (reading,) = form.read([(kind, file)], context)
    return reading


def people(reading: Reading) -> list[Person]:
    return [fact for fact in reading.facts if isinstance(fact, Person)]


def one(text: str | bytes) -> Person:
    (person,) = people(read(text))
    return person


def test_google_before_2024() -> None:
    person = one(
        f"{GOOGLE_OLD}\nAna Maria Silva,Ana,Maria,Silva,* myContacts ::: Rowing ::: * starred,* ,"
        "Ana@Example.org ::: ana@work.example,Mobile,+44 20 7946 0018 ::: 020 7946 0019,Leeds,UK,,"
        '"Acme, Inc.",Engineer,LinkedIn,http://de.linkedin.com/in/Ana-Silva/\n'
    )

    assert "Ana Maria Silva" == person.name
    assert ("ana@example.org", "ana@work.example") == person.emails
    assert ("+442079460018", "02079460019") == person.phones
    assert ("Acme, Inc.", "Engineer", "Leeds, UK") == (person.company, person.title, person.place)
    assert ("https://www.linkedin.com/in/ana-silva",) == person.urls
    assert ("Rowing",) == person.tags


def test_google_since_2024() -> None:
    person = one(
        f"{GOOGLE_NEW}\nAna,Maria,Silva,,,Acme,Engineer,* myContacts,Home,ana@example.org,Work,"
        "ana@work.example,Mobile,+44 20 7946 0018\n"
    )

    assert ("Ana Maria Silva", "google") == (person.name, person.source)
    assert ("ana@example.org", "ana@work.example") == person.emails
    assert ("Acme", "Engineer") == (person.company, person.title)


def test_a_google_file_of_2014_is_utf_16() -> None:
    text = f"{GOOGLE_OLD}\nZoë Müller,Zoë,,Müller,,,zoe@example.org,,,,,,,,,\n"

    assert "Zoë Müller" == one(text.encode("utf-16")).name


def test_in_outlook_the_title_is_no_job() -> None:
    row = "Dr,Ana,,Silva,,Acme,Sales,Engineer,1 Main St,Leeds,UK,+442079460018,,Rowing;Friends,"
    person = one(f"{OUTLOOK}\n{row}ana@example.org,SMTP,b@example.org,www.linkedin.com/in/ana-s\n")

    assert ("Ana Silva", "Acme", "Engineer") == (person.name, person.company, person.title)
    assert ("ana@example.org", "b@example.org") == person.emails
    assert ("+442079460018",) == person.phones
    assert ("https://www.linkedin.com/in/ana-s",) == person.urls
    assert ("Rowing", "Friends") == person.tags


def test_an_address_of_exchange_is_no_e_mail() -> None:
    row = ",Ana,,Silva,,Acme,,,,,,,,,/o=ExchangeLabs/ou=x/cn=ana,EX,,\n"

    assert () == one(f"{OUTLOOK}\n{row}").emails


def test_outlook_in_the_letters_of_old_windows() -> None:
    text = f"{OUTLOOK}\n,Zoë,,Müller,,,,,,,,,,,zoe@example.org,SMTP,,\n"

    assert "Zoë Müller" == one(text.encode("cp1252")).name


def test_a_linkedin_export_of_2017_under_another_name() -> None:
    header = (
        '"Title","First Name","Middle Name","Last Name","Suffix","E-mail Address",'
        '"E-mail 2 Address","Company","Job Title","Business Phone","Web Page"'
    )

    person = one(f'{header}\n"","Ana","","Silva","","ana@example.org","","Acme","CTO","",""\n')

    assert ("Ana Silva", "Acme", "CTO") == (person.name, person.company, person.title)


def test_thunderbird_has_an_empty_last_column() -> None:
    person = one(
        f"{THUNDERBIRD}\nAna,Silva,Ana Silva,,ana@example.org,b@example.org,,+442079460018,CTO,,"
        "Acme,,,\n"
    )

    assert ("Ana Silva", "thunderbird") == (person.name, person.source)
    assert ("ana@example.org", "b@example.org") == person.emails
    assert ("Acme", "CTO") == (person.company, person.title)


def test_contacts_that_linkedin_was_given() -> None:
    person = one(
        f"{UPLOADED}\nMOBILE_CONTACTS,Ana,Silva,Acme,CTO,ana@example.org,+442079460018,"
        '"4/9/23, 8:01 PM",,,,Ana Silva,,,,\n'
    )

    assert ("Ana Silva", "imported-contacts") == (person.name, person.source)
    assert (("ana@example.org",), ("+442079460018",)) == (person.emails, person.phones)


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_everybody_in_a_book_has_a_tie_with_whose_book_it_is(header: str) -> None:
    columns = next(csv.reader([header]))
    row = ["Ana" if "Name" in c else "a@x.org" if "mail" in c.lower() else "" for c in columns]

    reading = read(f"{header}\n{','.join(row)}\n")
    (tie,) = [fact for fact in reading.facts if isinstance(fact, Tie)]

    assert (EGO, people(reading)[0].id, "address book") == (tie.u, tie.v, tie.kind)


def test_whoever_has_only_an_address_is_called_by_it() -> None:
    assert "ana@example.org" == one(f"{GOOGLE_NEW}\n,,,,,,,,,ana@example.org,,,,\n").name


def test_a_row_that_names_nobody_is_reported_with_its_line() -> None:
    (skip,) = read(f"{GOOGLE_NEW}\nAna,,,,,,,,,a@example.org,,,,\n,,,,,Acme,,,,,,,,\n").skipped

    assert (3, "it names nobody", True) == (skip.line, skip.reason, "Acme" in skip.row)


def test_an_address_over_several_lines_is_one_cell() -> None:
    text = (
        f'{GOOGLE_OLD}\nAna,,,,,,a@x.org,,,"1 Main St\nLeeds",UK,,,,,\nBen,,,,,,b@x.org,,,,,,,,,\n'
    )

    assert ["Ana", "Ben"] == [person.name for person in people(read(text))]


cells = st.sampled_from(["", "Ana", "Ana Silva", "a@x.org", "b@x.org", "+442079460018", " ", "="])


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
@given(st.data())
def test_every_row_is_a_person_or_reported(header: str, data: st.DataObject) -> None:
    width = len(next(csv.reader([header])))
    rows = data.draw(st.lists(st.lists(cells, min_size=width, max_size=width), max_size=8))
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    text = header + "\n" + "".join(",".join(row) + "\n" for row in rows)

    reading = read(text)

    assert len(filled) == reading.rows == len(people(reading)) + len(reading.skipped)
    assert len(people(reading)) == len({person.id for person in people(reading)})
    assert reading == read(text)


@given(st.permutations(["Ana,a@x.org", "Ben,b@x.org", "Ana,b@x.org", "Cy,a@x.org", "Ana,"]))
def test_the_order_of_rows_does_not_matter(rows: list[str]) -> None:
    def found(rows: list[str]) -> set[tuple[str, str]]:
        text = f"{GOOGLE_NEW}\n" + "".join(f"{r.replace(',', ',,,,,,,,,')},,,,\n" for r in rows)
        return {(person.id, person.name) for person in people(read(text))}

    assert found(sorted(rows)) == found(rows)


def test_father_and_son_are_two_by_the_suffix() -> None:
    head = "First Name,Last Name,Name Suffix,File As,Labels,E-mail 1 - Value,Phone 1 - Value"
    rows = [
        f"Robert,Hale,{suffix},,,hale@example.org,+1 555 010 0199" for suffix in ("Sr.", "Jr.", "")
    ]

    found = [f for f in read("\n".join([head, *rows]) + "\n").facts if isinstance(f, Person)]

    assert ["Robert Hale", "Robert Hale Jr.", "Robert Hale Sr."] == sorted(p.name for p in found)
    assert 3 == len({p.id for p in found})


def test_a_degree_behind_the_name_is_no_part_of_it() -> None:
    head = "First Name,Last Name,Name Suffix,File As,Labels,E-mail 1 - Value"
    reading = read(f"{head}\nRobert,Hale,PhD,,,hale@example.org\n")

    assert ["Robert Hale"] == [f.name for f in reading.facts if isinstance(f, Person)]


def test_a_firms_entry_is_no_person() -> None:
    head = "First Name,Last Name,File As,Labels,Organization Name,E-mail 1 - Value"
    reading = read(f"{head}\n,,Oak,,Oak,info@oak.example\n,,,,Oak,info@oak.example\n")

    assert [] == [f for f in reading.facts if isinstance(f, Person)]
    assert {"an organisation, not a person"} == {skip.reason for skip in reading.skipped}


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Robert,Hale", "Robert,Hale Jr.", 2),
        ("Maria Anna,Hale", "Anna,Hale", 2),
        ("Ada,Twin", "Ben,Twin", 2),
        ("Ana,Silva", "Silva,Ana", 1),
        ("Ana,Silva", "Dr Ana,Silva", 1),
        ("Ana,Silva", "Ana Maria,Silva", 1),
        ("Ana,Silva", "Ana,", 1),
    ],
)
def test_an_address_of_a_family_joins_no_two_given_names(one: str, other: str, count: int) -> None:
    head = "First Name,Last Name,File As,Labels,E-mail 1 - Value"
    rows = [f"{name},,,hales@example.org" for name in (one, other)]

    found = [f for f in read("\n".join([head, *rows]) + "\n").facts if isinstance(f, Person)]

    assert count == len(found)
