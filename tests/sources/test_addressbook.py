"""What all address books share: entries of one person joined, each tied to whose book it is."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model import ids
from netgraph.model.records import EGO, Basis, Ledger, Match, Person, Source, Statement, Tie
from netgraph.sources.addressbook import (
    MOST,
    Entry,
    email_addresses,
    is_firm,
    is_spoiled,
    make_person,
    owner_emails,
    person_key,
    phone_numbers,
    profiles,
    read_book,
    source_of,
    with_suffix,
)
from netgraph.sources.protocol import Context, Reading, Skip
from tests.sources.books import GOOGLE_NEW, GOOGLE_OLD, HEADERS, TODAY, one, people, read


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


SOURCE = Source("google", "google")


def book(*entries: Entry | Skip, context: Context = TODAY, day: date | None = None) -> Reading:
    return read_book("b.csv", "google", entries, SOURCE, context, day=day)


def entry(line: int, name: str, *emails: str, company: str = "", spoiled: str = "") -> Entry:
    return Entry(line, Person("", name, emails=emails, company=company), spoiled=spoiled)


def test_the_book_of_a_friend_is_a_source_of_its_own() -> None:
    assert Source("google", "google", EGO, "G") == source_of("google", TODAY, label="G")
    theirs = Context(date(2026, 5, 1), owner="p7")
    assert Source("table:x:p7", "table", "p7") == source_of("table:x", theirs)


def test_entries_of_one_person_are_joined_and_the_others_reported() -> None:
    reading = book(
        entry(2, "Ana Silva", "a@x.org", company="Acme"),
        Skip(3, "it names nobody"),
        entry(4, "Ana Maria Silva", "a@x.org", "b@x.org", company="Delta"),
    )
    (ana,) = people(reading)

    assert ("Ana Maria Silva", ("a@x.org", "b@x.org"), "Acme") == (
        ana.name,
        ana.emails,
        ana.company,
    )
    assert [(3, "it names nobody"), (4, "the same person as in line 2: joined with it")] == [
        (skip.line, skip.reason) for skip in reading.skipped
    ]
    assert (3, {ana.id: 2}) == (reading.rows, reading.lines)


def test_of_a_couple_with_one_address_the_one_known_keeps_the_plain_id() -> None:
    plain = ids.entry("google", "h@x.org")
    both = entry(2, "Ann Lee", "h@x.org"), entry(3, "Bob Lee", "h@x.org")
    known = Context(date(2026, 5, 1), known=Ledger({plain: Person(plain, "Bob Lee", "google")}))

    assert {"Ann Lee": plain} == {p.name: p.id for p in people(book(*both)) if p.id == plain}
    assert {"Bob Lee": plain} == {
        p.name: p.id for p in people(book(*both, context=known)) if p.id == plain
    }


def test_whose_book_it_is_has_no_tie_to_themselves() -> None:
    me = Person(EGO, "Robin", emails=("R@x.org",))
    context = Context(date(2026, 5, 1), known=Ledger({EGO: me}))

    ties = [f for f in book(entry(2, "Rob", "r@x.org"), entry(3, "Ana", "a@x.org"),
                            context=context).facts if isinstance(f, Tie)]  # fmt: skip

    assert [(EGO, Basis.OBSERVED, "google")] == [(t.u, t.basis, t.source) for t in ties]
    assert [ids.entry("google", "a@x.org")] == [t.v for t in ties]


@pytest.mark.parametrize(
    ("day", "seen"),
    [(date(2026, 5, 1), date(2026, 5, 1)), (date(2026, 5, 2), None), (None, None)],
)
def test_a_day_that_is_still_to_come_is_none(day: date | None, seen: date | None) -> None:
    reading = book(entry(2, "Ana", "a@x.org"), day=day)

    assert [seen] == [p.seen for p in people(reading)]
    assert [seen] == [f.snapshot for f in reading.facts if isinstance(f, Source)]


def test_spoiled_numbers_are_counted_and_the_first_is_shown() -> None:
    one_, two = entry(2, "Ana", "a@x.org", spoiled="4E+11"), entry(3, "Bo", "b@x.org", spoiled="#")

    assert book(one_).note.startswith("1 telephone number spoiled by a spreadsheet")
    assert book(one_, two).note.startswith("2 telephone numbers spoiled by")
    assert "line 2, '4E+11'" in book(one_, two).note
    assert "" == book(entry(2, "Ana", "a@x.org")).note


@pytest.mark.parametrize(
    ("person", "key"),
    [
        (Person("", "Ana", emails=("a@x.org", "b@x.org"), urls=("in/ana",)), "a@x.org"),
        (Person("", "Ana", urls=("https://x.org", "linkedin.com/in/ana")), "in/ana"),
        (Person("", "Ana  SILVA", phones=("1", "2"), company="Acme"), "ana silva|1"),
        (Person("", "Ana", company="ACME Inc."), "ana|acme inc"),
        (Person("", "Ana"), "ana|"),
    ],
)
def test_an_entry_is_known_by_address_then_profile_then_name(person: Person, key: str) -> None:
    assert key == person_key(person)


@pytest.mark.parametrize(
    ("name", "suffix", "full"),
    [
        ("Robert Hale", "Jr.", "Robert Hale Jr."),
        ("Robert Hale", "III", "Robert Hale III"),
        ("Robert Hale", "PhD", "Robert Hale"),
        ("Robert Hale Jr.", "Jr.", "Robert Hale Jr."),
        ("", "Jr.", ""),
        ("Robert Hale", "", "Robert Hale"),
    ],
)
def test_a_suffix_tells_father_and_son_apart_and_says_nothing_else(
    name: str, suffix: str, full: str
) -> None:
    assert full == with_suffix(name, suffix)


@pytest.mark.parametrize(
    ("name", "company", "in_parts", "firm"),
    [
        ("Orchard Ltd", "", False, True),
        ("Oak", "OAK", False, True),
        ("Oak", "Oak", True, False),
        ("Oak", "Elm", False, False),
        ("William", "William", False, False),
        ("Orchard Ltd", "", True, True),
        ("--", "--", False, False),
    ],
)
def test_an_entry_that_is_called_as_its_company_is_a_firms(
    name: str, company: str, in_parts: bool, firm: bool
) -> None:
    assert firm == is_firm(name, company, in_parts=in_parts)


def test_a_person_is_made_of_cells_as_they_are() -> None:
    person = make_person(
        " Ana\x1b[31m  Silva ",
        emails=["Ana <A@x.org>, b@x.org", "a@x.org"],
        phones=["tel:020 7946 0018;ext=5"],
        tags=["Rowing", "My Contacts", "Rowing"],
    )

    assert person is not None
    assert ("Ana Silva", ("a@x.org", "b@x.org"), ("Rowing",)) == (
        person.name,
        person.emails,
        person.tags,
    )
    assert make_person("", phones=["020 7946 0018"]) is None
    assert make_person("--") is None
    nameless = make_person("--", emails=["a@x.org"])
    assert nameless is not None
    assert "a@x.org" == nameless.name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("'Ben Oak'", "Ben Oak"),
        ("“Ben Oak”", "Ben Oak"),
        ("„Oak, Ben“", "Ben Oak"),
        ("'Ben' 'Oak'", "'Ben' 'Oak'"),
        ("Sean O'", "Sean O'"),
        ('Ben "Benny" Oak', 'Ben "Benny" Oak'),
    ],
)
def test_quotes_around_a_whole_name_are_no_part_of_it(written: str, name: str) -> None:
    person = make_person(written)

    assert person is not None
    assert name == person.name


def test_of_an_entry_no_more_than_fifty_things_are_kept() -> None:
    person = make_person("Ana", tags=[f"t{n}" for n in range(MOST + 1)])

    assert person is not None
    assert MOST == 50 == len(person.tags)


def test_addresses_and_profiles_are_found_anywhere_in_a_cell() -> None:
    cell = "mailto:A@x.org;'b@x.org' <c@x.org> /o=Exchange/cn=x d@"
    assert ["a@x.org", "b@x.org", "c@x.org"] == list(email_addresses(cell))
    links = "http\\://de.linkedin.com/in/Ana/ ::: x.org,linkedin.com/in/bo"
    assert ["https://www.linkedin.com/in/ana", "https://www.linkedin.com/in/bo"] == list(
        profiles(links)
    )
    assert [] == list(profiles("https://x.org/in/ana"))


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("+44 (0)20 7946 0018 ::: (555) 010-0199", ["+442079460018", "5550100199"]),
        ("+44 20 7946 0018 ext. 5", ["+442079460018"]),
        ("447900900123.0", ["447900900123"]),
        ("447,900,900,123", ["447900900123"]),
        ("4.47900900123E+11", ["447900900123"]),
        ("4.479E+11", []),
        ("44790000000", []),
        ("4479000000", ["4479000000"]),
        ("######", []),
        ("+1", []),
        ("0", []),
        ("0000000000", []),
        ("1234567890", []),
        ("1234", []),
        ("55501", ["55501"]),
        ("'+44 7900 900123", ["+447900900123"]),
        ('="07900900123"', ["07900900123"]),
        ("ext=5", []),
    ],
)
def test_a_number_is_whole_or_its_digits_or_lost(cell: str, numbers: list[str]) -> None:
    assert numbers == list(phone_numbers(cell))


@pytest.mark.parametrize(
    ("cell", "spoiled"),
    [
        ("4.79176E+11", True),
        ("4.47900900123E+11", False),
        ("020 7946 0018 ::: ##", True),
        ("#", False),
        ("", False),
    ],
)
def test_what_a_spreadsheet_has_cut_is_spoiled(cell: str, spoiled: bool) -> None:
    assert spoiled == is_spoiled(cell)


def test_the_owners_addresses_are_those_of_all_their_records() -> None:
    known = Ledger(
        {
            EGO: Person(EGO, "R", emails=("A@x.org",)),
            "b": Person("b", "R", emails=("b@x.org",)),
            "c": Person("c", "R", emails=("c@x.org",)),
        },
        matches=(Match("m1", "b", EGO, True), Match("m2", EGO, "c", False)),
        statements=(Statement("s", EGO, "email", ("D@x.org",)),),
    )

    assert {"a@x.org", "b@x.org", "d@x.org"} == owner_emails(Context(TODAY.as_of, known=known))
    assert {"c@x.org"} == owner_emails(Context(TODAY.as_of, owner="c", known=known))


def test_an_entry_without_a_name_that_only_a_desk_reads_is_a_firms() -> None:
    assert is_firm("", "Orchard", ["info@orchard.example"], in_parts=False)
    assert not is_firm("", "Orchard", ["ana@orchard.example"], in_parts=False)
    assert not is_firm("", "", ["info@orchard.example"], in_parts=False)


def test_a_name_written_surname_first_is_shown_as_it_is_spoken() -> None:
    turned = ("Silva, Ana", "van der Berg, Jan")
    kept = ["Ben Oak, PhD", "Robert Hale, Jr.", "Oak, Ben, PhD"]
    found = [person.name for name in (*turned, *kept) if (person := make_person(name))]

    assert ["Ana Silva", "Jan van der Berg", *kept] == found
