"""vCards as telephones and address books write them."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.records import EGO, Basis, Ledger, Person, Tie
from netgraph.sources.protocol import Context, Document, Reading
from netgraph.sources.vcard import VCARD

TODAY = Context(date(2026, 5, 1))


def document(data: bytes, name: str = "contacts.vcf") -> Document:
    return Document(name, name, name, len(data), data[:16384], lambda: io.BytesIO(data))


def read(data: bytes, context: Context = TODAY) -> Reading:
    file = document(data)
    kind = VCARD.claims(file)
    assert kind is not None
    (reading,) = VCARD.read([(kind, file)], context)
    return reading


def people(reading: Reading) -> list[Person]:
    return [fact for fact in reading.facts if isinstance(fact, Person)]


def one(data: bytes) -> Person:
    (person,) = people(read(data))
    return person


IPHONE = b"""BEGIN:VCARD\r
VERSION:3.0\r
PRODID:-//Apple Inc.//iPhone OS 17.5//EN\r
N:Silva;Ana;Maria;;\r
FN:Ana Maria Silva\r
ORG:Acme\\, Inc.;\r
TITLE:Head of Wind\r
item1.EMAIL;type=INTERNET;type=pref:Ana@Example.org\r
item2.TEL;type=CELL;type=VOICE;type=pref:+44 20 7946 0018\r
item3.ADR;type=WORK:;;1 Main St;Leeds;;LS1;United Kingdom\r
item4.URL:https\\://ana.example.org\r
item4.X-ABLabel:_$!<HomePage>!$_\r
X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/Ana-Silva/\r
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/\r
 2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB\r
END:VCARD\r
"""


def test_an_iphone_card_is_read_whole() -> None:
    person = one(IPHONE)

    assert "Ana Maria Silva" == person.name
    assert ("ana@example.org",) == person.emails
    assert ("+442079460018",) == person.phones
    assert ("https://www.linkedin.com/in/ana-silva",) == person.urls
    assert ("Acme, Inc.", "Head of Wind") == (person.company, person.title)
    assert "Leeds, United Kingdom" == person.place
    assert "vcard" == person.source


def test_ego_has_everybody_in_the_book_and_no_more_is_claimed() -> None:
    reading = read(IPHONE)
    (tie,) = [fact for fact in reading.facts if isinstance(fact, Tie)]

    assert (EGO, people(reading)[0].id) == (tie.u, tie.v)
    assert (Basis.OBSERVED, "address book", "") == (tie.basis, tie.kind, tie.closeness)


def test_an_android_card_has_quoted_printable_letters_over_two_lines() -> None:
    card = (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
        b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=81uk=\r\n=C3=A1cs;=C3=89va;;;\r\n"
        b"TEL;CELL:0612345678\r\nEMAIL;INTERNET:eva@example.org\r\nEND:VCARD\r\n"
    )

    assert ("Éva Łukács", ("0612345678",)) == (one(card).name, one(card).phones)


@pytest.mark.parametrize(
    "lines",
    [
        b"FN:ben@x.org\nN:Oak;Ben;;;\n",  # Thunderbird, of whom it had only collected the address
        b"FN :Ben Oak\nN :Oak;Ben;;;\n",
        b"FN ;CHARSET=UTF-8:Ben Oak\n",
        "FN:“Ben Oak”\n".encode(),
    ],
)
def test_a_name_is_found_where_programs_have_put_it(lines: bytes) -> None:
    card = b"BEGIN:VCARD\nVERSION:3.0\n" + lines + b"EMAIL ;TYPE=work:ben@x.org\nEND:VCARD\n"

    assert ("Ben Oak", ("ben@x.org",)) == (one(card).name, one(card).emails)


def test_a_card_of_version_4_has_uris() -> None:
    card = (
        b"BEGIN:VCARD\nVERSION:4.0\nFN:Noor Haddad\n"
        b"TEL;TYPE=cell;VALUE=uri:tel:+33-6-12-34-56-78\n"
        b"SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/noor-h\nEND:VCARD\n"
    )

    person = one(card)

    assert ("+33612345678",) == person.phones
    assert ("https://www.linkedin.com/in/noor-h",) == person.urls


def test_a_profile_may_be_given_by_the_name_of_the_user() -> None:
    card = (
        b"BEGIN:VCARD\nFN:Noor Haddad\n"
        b"X-SOCIALPROFILE;type=linkedin;x-user=noor-h:x-apple:noor-h\nEND:VCARD\n"
    )

    assert ("https://www.linkedin.com/in/noor-h",) == one(card).urls


def test_folded_lines_are_joined() -> None:
    card = b"BEGIN:VCARD\nFN:Grace Brew\n ster Murray Hopper\nEND:VCARD\n"

    assert "Grace Brewster Murray Hopper" == one(card).name


def test_a_card_without_an_end_does_not_swallow_the_next() -> None:
    cards = b"BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\n"

    assert ["Ana", "Ben"] == [person.name for person in people(read(cards))]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_letters_come_through_in_every_encoding(encoding: str) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Zoë Müller\nEND:VCARD\n".encode(encoding)

    assert "Zoë Müller" == one(card).name


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"KIND:group", "a group, not a person"),
        (b"X-ABShowAs:COMPANY", "an organisation, not a person"),
    ],
)
def test_groups_and_firms_are_no_people(line: bytes, reason: str) -> None:
    reading = read(b"BEGIN:VCARD\nFN:Rowing club\n" + line + b"\nEND:VCARD\n")

    assert ([], [reason]) == (people(reading), [skip.reason for skip in reading.skipped])


def test_a_card_that_names_nobody_is_reported_with_its_line() -> None:
    (skip,) = read(b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nORG:Acme\nEND:VCARD\n").skipped

    assert (4, "the card names nobody") == (skip.line, skip.reason)


def test_two_cards_of_one_person_are_joined_and_the_report_says_so() -> None:
    cards = (
        b"BEGIN:VCARD\nFN:Ana Silva\nEMAIL:ana@example.org\nEND:VCARD\n"
        b"BEGIN:VCARD\nFN:Ana Silva\nEMAIL:ana@example.org\nTEL:+442079460018\nEND:VCARD\n"
    )

    reading = read(cards)

    assert [("+442079460018",)] == [person.phones for person in people(reading)]
    assert [5] == [skip.line for skip in reading.skipped]
    assert "the same person as in line 1: joined with it" == reading.skipped[0].reason


def test_a_couple_with_one_address_stays_two() -> None:
    cards = (
        b"BEGIN:VCARD\nFN:Ana Silva\nEMAIL:silva@example.org\nEND:VCARD\n"
        b"BEGIN:VCARD\nFN:Rui Silva\nEMAIL:silva@example.org\nEND:VCARD\n"
    )

    found = people(read(cards))

    assert ["Ana Silva", "Rui Silva"] == [person.name for person in found]
    assert 2 == len({person.id for person in found})


def test_a_changed_name_keeps_the_id_by_the_address() -> None:
    before = one(b"BEGIN:VCARD\nFN:Ana Silva\nEMAIL:ana@example.org\nEND:VCARD\n")
    after = one(b"BEGIN:VCARD\nFN:Ana Costa\nEMAIL:ana@example.org\nEND:VCARD\n")

    assert before.id == after.id


def test_ego_in_the_own_book_is_no_contact_of_ego() -> None:
    known = Ledger({EGO: Person(EGO, "Me", emails=("me@example.org",))})
    context = Context(date(2026, 5, 1), known=known)

    reading = read(b"BEGIN:VCARD\nFN:Me\nEMAIL:me@example.org\nEND:VCARD\n", context)

    assert [] == [fact for fact in reading.facts if isinstance(fact, Tie)]


def test_a_lent_book_makes_ties_of_its_owner_only() -> None:
    reading = read(IPHONE, Context(date(2026, 5, 1), owner="p7", owner_name="Mia"))
    (tie,) = [fact for fact in reading.facts if isinstance(fact, Tie)]

    assert ("p7", "vcard:p7") == (tie.u, tie.source)


def test_other_files_are_not_claimed() -> None:
    assert [None, None] == [
        VCARD.claims(document(data)) for data in (b"", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    ]


def test_a_line_that_a_parser_would_chew_on_for_ever_is_left_out() -> None:
    card = b"BEGIN:VCARD\nFN:Ana\nTEL;TYPE=" + b"," * 5000 + b"\nEND:VCARD\n"

    assert ("Ana", ()) == (one(card).name, one(card).phones)


lines = st.lists(
    st.sampled_from(
        [
            "FN:Ana",
            "EMAIL:a@example.org",
            "EMAIL:b@example.org",
            "TEL:+1",
            "ORG:;;",
            "N:;;",
            "KIND:org",
        ]
    )
)


@given(st.lists(lines))
def test_every_card_is_a_person_or_reported(cards: list[list[str]]) -> None:
    text = "".join(
        "\n".join(["BEGIN:VCARD", *card, "END:VCARD", ""]) for card in [["FN:Z"], *cards]
    )

    reading = read(text.encode())

    assert len(cards) + 1 == reading.rows == len(people(reading)) + len(reading.skipped)
    assert reading == read(text.encode())


@pytest.mark.parametrize(
    "card",
    [
        "N:;;;;\nFN:Orchard Ltd\nORG:Orchard Ltd;\nTEL:1",
        "FN:Orchard\nN:Orchard;;;;\nORG:Orchard",
        "N:Ltd;Orchard;;;\nFN:Orchard Ltd",
        "FN:Garden AG\nORG:Garden AG\nX-ABShowAs:COMPANY",
        "FN:Bäckerei Roth GmbH & Co. KG\nTEL:1",
        "KIND:org\nFN:Oak",
    ],
)
def test_the_card_of_a_firm_is_nobody(card: str) -> None:
    reading = read(f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD\n".encode())

    assert [] == people(reading)
    assert ["an organisation, not a person"] == [skip.reason for skip in reading.skipped]


@pytest.mark.parametrize(
    "card", ["FN:Jane Doe\nORG:Jane Doe", "N:Oak;Ben;;;\nFN:Ben Oak\nORG:Ben Oak"]
)
def test_who_works_under_their_own_name_is_somebody(card: str) -> None:
    assert 1 == len(people(read(f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD\n".encode())))


@pytest.mark.parametrize(
    ("card", "name"),
    [
        ("N:Hale;Robert;;;Jr.", "Robert Hale Jr."),
        ("FN:Robert Hale\nN:Hale;Robert;;;III", "Robert Hale III"),
        ("FN:Robert Hale, Jr.\nN:Hale;Robert;;;Jr.", "Robert Hale, Jr."),
        ("FN:Robert Hale\nN:Hale;Robert;;;PhD", "Robert Hale"),
    ],
)
def test_a_suffix_tells_father_and_son_apart(card: str, name: str) -> None:
    assert [name] == [
        p.name for p in people(read(f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD\n".encode()))
    ]
