"""Any table of people, its columns guessed or told."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.records import Basis, Fact, Ledger, Person, Position, Statement, Tie
from netgraph.sources.column_mapping import guess
from netgraph.sources.people_table import TABLE
from netgraph.sources.protocol import Context, Document, Reading

AS_OF = date(2026, 5, 1)
TODAY = Context(AS_OF)
ALUMNI = "Full Name,Email ID,Year of passing,Branch,Mobile,Current Employer,Designation\n"
ANA = "Ana Silva,ana@example.org,2012,Biology,+44 20 7946 0018,Acme,Engineer\n"


def read(data: str | bytes, context: Context = TODAY, name: str = "Alumni (2).csv") -> Reading:
    content = data.encode() if isinstance(data, str) else data
    file = Document(name, name, name, len(content), content[:16384], lambda: io.BytesIO(content))
    kind = TABLE.claims(file)
    assert kind is not None
    (reading,) = TABLE.read([(kind, file)], context)
    return reading


def told(**mapping: str) -> Context:
    return Context(AS_OF, mapping=mapping)


def of(reading: Reading, kind: type[Fact]) -> list[Fact]:
    return [fact for fact in reading.facts if isinstance(fact, kind)]


def people(reading: Reading) -> list[Person]:
    return [fact for fact in reading.facts if isinstance(fact, Person)]


def positions(reading: Reading) -> list[Position]:
    return [fact for fact in reading.facts if isinstance(fact, Position)]


def workbook(*rows: list[object], sheet: str = "Volunteers") -> bytes:
    book = openpyxl.Workbook()
    book.create_sheet("Notes", 0).append(["Thank you for your interest"])
    target = book.create_sheet(sheet)
    for row in rows:
        target.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_alumni_directory_is_read_by_what_its_columns_are_called() -> None:
    (person,) = people(read(ALUMNI + ANA))

    assert ("Ana Silva", ("ana@example.org",)) == (person.name, person.emails)
    assert ("+442079460018",) == person.phones
    assert ("Acme", "Engineer") == (person.company, person.title)
    assert "table:alumni" == person.source


def test_the_guess_is_shown() -> None:
    assert {
        "name": "Full Name",
        "email": "Email ID",
        "phone": "Mobile",
        "company": "Current Employer",
        "title": "Designation",
        "class_year": "Year of passing",
        "major": "Branch",
    } == read(ALUMNI + ANA).mapping


def test_a_class_year_is_the_end_of_a_time_at_school() -> None:
    (position,) = positions(read("Name,Class,School\nAna,Class of '98,Hill College\n"))

    assert ("school", "Hill College", "1998") == (
        position.kind, position.organisation, position.end,
    )  # fmt: skip


def test_a_school_that_is_not_named_is_called_as_the_file_is() -> None:
    (position,) = positions(read(ALUMNI + ANA))

    assert ("Alumni", "Biology", "2012") == (
        position.organisation, position.title, position.end,
    )  # fmt: skip


def test_being_in_a_directory_is_no_tie() -> None:
    assert [] == of(read(ALUMNI + ANA), Tie)


def test_whom_the_user_says_to_know_is_a_stated_tie() -> None:
    (tie,) = of(read("Name,Email,Relationship\nAna,a@x.org,old friend\nBen,b@x.org,\n"), Tie)

    assert isinstance(tie, Tie)
    assert (Basis.STATED, "old friend") == (tie.basis, tie.kind)


def test_the_users_choice_overrules_the_guess() -> None:
    text = "Name,Known as,Employer,Firm,Batch\nSilva A.,Ana Silva,Old Co,Acme,2012\n"

    reading = read(text, told(name="Known as", company="Firm", class_year="batch"))
    (person,) = people(reading)

    assert ("Ana Silva", "Acme") == (person.name, person.company)
    assert "Known as" == reading.mapping["name"]


def test_a_table_nobody_could_guess_is_read_as_the_user_says() -> None:
    text = "Wer,Wo,Seit\nAna Silva,Acme,2012\n"

    assert "ignored" == read(text).kind
    assert ["Ana Silva"] == [p.name for p in people(read(text, told(name="Wer", company="Wo")))]


def test_a_text_of_the_users_may_hold_for_every_row() -> None:
    (position,) = positions(read(ALUMNI + ANA, told(school="=Hill College")))

    assert "Hill College" == position.organisation


def test_a_choice_is_remembered_for_files_of_that_shape() -> None:
    text = "Wer,Wo\nAna Silva,Acme\n"
    (statement,) = of(read(text, told(name="Wer", company="Wo")), Statement)
    assert isinstance(statement, Statement)
    later = Context(AS_OF, known=Ledger(statements=(statement,)))

    (person,) = people(read("Wo,Wer\nBlue River,Ben Okafor\n", later, "other.csv"))

    assert ("Ben Okafor", "Blue River") == (person.name, person.company)


def test_a_choice_that_the_file_cannot_follow_says_what_there_is() -> None:
    reading = read(ALUMNI + ANA, told(name="Nom"))

    assert "unreadable" == reading.kind
    assert reading.note.startswith("columns: there is no column 'Nom'; there are: Full Name, Email")


def test_a_field_that_is_not_known_is_named() -> None:
    assert "no field 'boss'" in read(ALUMNI + ANA, told(boss="Designation")).note


@pytest.mark.parametrize(
    ("header", "field", "column"),
    [
        ("BUID,DegreeCode,CurrentMajorDescription,FirstName,LastName,Email", "degree", 1),
        ("First Name,Last Name,Title,Company Name,Email,Person Linkedin Url", "url", 5),
        ("Record ID,Name,Social Class Year,Preferred Phone", "class_year", 2),
        ("Nombre,Apellidos,Empresa,Cargo", "company", 2),
        ("Vorname,Nachname,E-Mail,Arbeitgeber", "company", 3),
        ("profileUrl,fullName,firstName,lastName,companyName,title", "title", 5),
        ("Prénom,Nom de famille,Société,Poste", "last", 1),
        ("Mentor Name,Job Title,Work Email,Graduation Year", "class_year", 3),
    ],
)
def test_columns_are_guessed_in_many_ways_of_naming_them(
    header: str, field: str, column: int
) -> None:
    assert [column] == guess(header.split(","))[field]


def test_a_title_beside_a_job_title_is_a_salutation() -> None:
    (person,) = people(read("Title,Name,Job Title\nDr,Ana Silva,Engineer\n"))

    assert "Engineer" == person.title


def test_a_title_that_is_always_a_salutation_is_no_job() -> None:
    (person, _) = people(read("Title,Name,Email\nDr.,Ana,a@x.org\nMs,Bea,b@x.org\n"))

    assert "" == person.title


@pytest.mark.parametrize(
    "header",
    ["Name,Url,Authority,Started On", "Name,Proficiency", "Name,Number", "Date,Link", "a,b"],
)
def test_tables_of_other_things_are_left_alone(header: str) -> None:
    reading = read(f"{header}\n1,2,3,4\n")

    assert ("ignored", ()) == (reading.kind, reading.facts)


def test_a_workbook_is_read_wherever_in_it_the_people_are() -> None:
    reading = read(
        workbook(
            ["Volunteers of 2026", None],
            [],
            ["Name", "Class of", "E-mail", "Tel."],
            ["Ana Silva", 2012, "ana@example.org", 442079460018.0],
            ["Ben Okafor", date(2013, 6, 30), "ben@example.org", None],
        ),
        name="Volunteers.xlsx",
    )

    assert ["Ana Silva", "Ben Okafor"] == [p.name for p in people(reading)]
    assert ("442079460018",) == people(reading)[0].phones
    assert ["2012", "2013"] == [p.end for p in positions(reading)]
    assert 4 == reading.lines[people(reading)[0].id]


def test_a_workbook_that_would_grow_beyond_reason_is_refused() -> None:
    out = io.BytesIO(workbook(["Name", "Email"], ["Ana", "a@x.org"]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings2.xml", b" " * 50_000_000)

    reading = read(out.getvalue(), name="v.xlsx")

    assert "unreadable" == reading.kind
    assert "would grow too large" in reading.note


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 100])
def test_a_damaged_workbook_is_reported(data: bytes) -> None:
    assert "unreadable" == read(data, name="v.xlsx").kind


def test_an_empty_or_binary_file_is_not_claimed() -> None:
    for data in (b"", b"\x89PNG\r\n", b"a\0b"):
        file = Document("a.csv", "a.csv", "", len(data), data, lambda: io.BytesIO())
        assert TABLE.claims(file) is None


def test_a_damaged_row_is_reported_with_its_line() -> None:
    (skip,) = read("Name,Email\nAna,a@x.org\nBen,b@x.org,more\n").skipped

    assert (3, True) == (skip.line, skip.reason.startswith("3 cells, the header has 2"))


cells = st.sampled_from(["", "Ana", "Ben Okafor", "a@x.org", "2012", "'98", "=1+1", " "])


@given(st.lists(st.lists(cells, min_size=7, max_size=7), max_size=8))
def test_every_row_is_a_person_or_reported(rows: list[list[str]]) -> None:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    text = ALUMNI + "".join(",".join(row) + "\n" for row in rows)

    reading = read(text)

    assert len(filled) == reading.rows == len(people(reading)) + len(reading.skipped)
    assert reading == read(text)


def test_a_header_that_is_not_known_is_told_with_the_choice_that_may_help() -> None:
    reading = read("Wer,Werkgevr,Seit\nAna Silva,Acme,2012\n")

    assert "no columns that netgraph knows in its header (Wer, Werkgevr, Seit)" == reading.note
    assert {"name": "Wer", "company": "Werkgevr"} == reading.mapping


def test_a_column_of_addresses_alone_is_people_by_address() -> None:
    for header in ("Primary Email\n", ""):
        found = people(read(f"{header}a@example.org\nb@example.org\n"))

        assert ["a@example.org", "b@example.org"] == [p.name for p in found]


def test_labels_above_the_header_say_whose_a_column_is() -> None:
    text = "Person,,Employer,\nFirst,Last,Name,City\nGwen,Price,Oak,Leeds\n"
    (person,) = people(read(text))

    assert ("Gwen Price", "Oak", "Leeds") == (person.name, person.company, person.place)


def test_a_header_of_two_lines_is_one() -> None:
    (person,) = people(read("First,Last,E-mail\nname,name,address\nGwen,Price,g@example.org\n"))

    assert ("Gwen Price", ("g@example.org",)) == (person.name, person.emails)


def test_all_sheets_with_people_are_read_but_hidden_ones_and_hidden_rows() -> None:
    book = openpyxl.Workbook()
    for name, state in (("old", "hidden"), ("2011", "visible"), ("2012", "visible")):
        sheet = book.create_sheet(name)
        sheet.append(["Name", "Email"])
        sheet.append([f"Ana {name}", f"a{name}@example.org"])
        sheet.append(["Gone", "gone@example.org"])
        sheet.row_dimensions[3].hidden = True
        sheet.sheet_state = state
    out = io.BytesIO()
    book.save(out)

    reading = read(out.getvalue(), name="alumni.xlsx")

    assert ["Ana 2011", "Ana 2012"] == [p.name for p in people(reading)]
    assert "sheets read: 2011, 2012" in reading.note
    assert "left out: the sheet old" in reading.note
    assert "left out: 2 rows" in reading.note


@pytest.mark.parametrize("nothing", ["#NAME?", "#N/A", "#NV", "#VALEUR!", "nan", "NULL", "####"])
def test_what_a_program_writes_for_no_value_is_no_value(nothing: str) -> None:
    (person,) = people(read(f"Name,Email,Company\nAna Silva,a@example.org,{nothing}\n"))

    assert "" == person.company


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("4.79176E+11", None),
        ('"4,79176E+11"', None),
        ("4.47900900123E+11", "447900900123"),
        ("447900900123.0", "447900900123"),
        ("479176000000", None),
        ("########", None),
        ("07900 900123", "07900900123"),
    ],
)
def test_a_number_that_a_spreadsheet_has_spoiled_is_none_and_said(
    written: str, number: str | None
) -> None:
    reading = read(f"Name,Email,Phone\nAna Silva,a@example.org,{written}\n")
    (person,) = people(reading)

    assert ((number,) if number else ()) == person.phones
    assert (number is None) == ("spoiled" in reading.note)


def test_a_row_of_a_firm_is_no_person() -> None:
    reading = read("Name,Company,Email\nOak Ltd,Oak,info@oak.example\nGwen Price,Oak,\n")

    assert ["Gwen Price"] == [p.name for p in people(reading)]
    assert "an organisation, not a person" == reading.skipped[0].reason


def test_names_and_nothing_else_are_called_so() -> None:
    reading = read("Name,Birthday\nBen Oak,2001\n")

    assert reading.note.startswith("names, but no e-mail, telephone, employer, job or school")
    assert {"name": "Name"} == reading.mapping


def test_a_header_may_stand_on_every_page_of_a_list() -> None:
    rows = "Name,Email\nAna Silva,a@example.org\nName,Email\nBen Oak,b@example.org\n"

    assert ["Ana Silva", "Ben Oak"] == [person.name for person in people(read(rows))]


@pytest.mark.parametrize("name", ["list.csv", "list.xls", "LIST.XLSX", "list.txt"])
def test_a_workbook_is_read_whatever_it_is_called(name: str) -> None:
    data = workbook(["Name", "Email"], ["Ana Silva", "a@example.org"])

    assert ["Ana Silva"] == [person.name for person in people(read(data, name=name))]


def test_a_column_that_is_told_and_not_there_is_named() -> None:
    reading = read("Wer,Haus\nAna,1\n", told(name="Werr"))

    assert "no column 'Werr' in its header (Wer, Haus)" == reading.note
