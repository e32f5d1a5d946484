"""Hostile files: every reader gives a report or refuses, and raises nothing.

`make fuzz` runs these with many inputs, the usual suite with few. What a run finds is kept with
`@example`, so it is tried for ever.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import chain

import openpyxl
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from netgraph.model.records import EGO, Ledger, Person
from netgraph.sources import FORMATS, Context, Document, Reading
from netgraph.store.rows import TABLES, encode

MOST_TIMES_LARGER = 200
"""Letters in the facts of a file for each of its bytes, and some: nothing may multiply."""

KNOWN = Ledger({EGO: Person(EGO, "Me", emails=("me@example.org",))})
CONTEXTS = (Context(date(2026, 5, 1)), Context(date(2026, 5, 1), "p7", "Mia", KNOWN))

junk = st.binary(max_size=40) | st.sampled_from(
    [b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n ", b"\n\t", b"=", b"=\n", b'"', b"\\", b";",
     b",", b":", b"\x1b[31m", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"=?utf-8?q?=FF?=", b"a" * 3000,
     b"," * 300, b";x=" * 100, b"-" * 50, b"9" * 40, b"(" * 60, b"@", b"'+1", b"<", b"%00"]
)  # fmt: skip


def mixed(*parts: bytes) -> st.SearchStrategy[bytes]:
    """Draw files of the given parts, in any order, with junk between and in them."""
    part = st.sampled_from(parts)
    damaged = st.tuples(part, st.integers(0, 200), junk).map(
        lambda drawn: drawn[0][: drawn[1]] + drawn[2] + drawn[0][drawn[1] :]
    )
    body = st.lists(part | damaged | junk, max_size=25).map(b"".join)
    return st.tuples(st.just(parts[0]), body).map(b"".join)


def readings(data: bytes, name: str, kind: str | None = None) -> list[Reading]:
    """Read a file as an import does; with ``kind`` as that, whatever it looks like."""
    file = Document(
        name, name.rpartition("/")[2], name, len(data), data[:16384], partial(io.BytesIO, data)
    )
    found = ((form, form.claims(file)) for form in FORMATS)
    form, said = next(((f, k) for f, k in found if k and kind in (None, k)), (None, None))
    if form is None or said is None:
        return []
    return list(chain.from_iterable(form.read([(said, file)], known) for known in CONTEXTS))


def check(data: bytes, name: str, kind: str | None = None) -> None:
    """Read a file and hold the reading to what every reading promises."""
    for reading in readings(data, name, kind):
        assert len(reading.skipped) + reading.hidden <= reading.rows or reading.kind == "ledger"
        assert all(skip.reason and skip.line >= 0 for skip in reading.skipped)
        size = 0
        for kind_of_fact in TABLES:
            facts = [fact for fact in reading.facts if type(fact) is kind_of_fact]
            for row in encode(kind_of_fact, facts):
                size += sum(len(cell) for cell in row if isinstance(cell, str))
                "".join(cell for cell in row if isinstance(cell, str)).encode()
        assert size <= MOST_TIMES_LARGER * (len(data) + 200)


fuzzed: Callable[[Callable[..., None]], Callable[..., None]] = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

CARD = (
    b"BEGIN:VCARD\n",
    b"END:VCARD\n",
    b"VERSION:2.1\n",
    b"FN:Ana\n",
    b"N:Silva;Ana;;;\n",
    b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=81;=\n=41\n",
    b"EMAIL;type=pref:a@x.org\n",
    b"TEL;VALUE=uri:tel:+44-20-7946-0018;ext=1\n",
    b"item1.ORG:Acme;;\n",
    b"PHOTO;ENCODING=b:QUJD\n QUJD\n",
    b"X-SOCIALPROFILE;type=linkedin;x-user=ana:x\n",
    b"ADR:;;1;Leeds;;;UK\n",
    b"CATEGORIES:a,b\n",
    b"KIND:group\n",
    b"AGENT:BEGIN:VCARD\n",
)
MEETING = (
    b"BEGIN:VCALENDAR\r\n",
    b"BEGIN:VEVENT\r\n",
    b"END:VEVENT\r\n",
    b"UID:1\r\n",
    b"METHOD:CANCEL\r\n",
    b"DTSTART:20260401T100000Z\r\n",
    b"DTSTART;TZID=Nowhere/X:20260401T100000\r\n",
    b"DTSTART;VALUE=DATE:20260401\r\n",
    b"RRULE:FREQ=WEEKLY;COUNT=3\r\n",
    b"RRULE:FREQ=SECONDLY\r\n",
    b"RRULE:FREQ=YEARLY;INTERVAL=0\r\n",
    b"RRULE:FREQ=DAILY;UNTIL=100000\r\n",
    b"EXDATE:20260401T100000Z,x\r\n",
    b"RECURRENCE-ID:20260401\r\n",
    b"ORGANIZER;CN=Me:mailto:me@example.org\r\n",
    b"ATTENDEE;CN=Ana;PARTSTAT=X:mailto:a@x.org\r\n",
    b"ATTENDEE;CUTYPE=ROOM:mailto:r@x.org\r\n",
    b"BEGIN:VALARM\r\n",
    b"END:VALARM\r\n",
    b"STATUS:CANCELLED\r\n",
    b"SUMMARY:Coffee\r\n",
    b"X-WR-CALNAME:me@example.org\r\n",
)
MAIL = (
    b"From x@x.org Wed Apr  1 10:00:00 2026\n",
    b"From: Ana <a@x.org>\n",
    b"To: me@example.org, b@x.org\n",
    b"Cc: undisclosed-recipients:;\n",
    b"Date: Wed, 01 Apr 2026 10:00:00 +0200\n",
    b"Date: Wed, 99 Apr 99999 99:00\n",
    b"Message-ID: <1@x>\n",
    b"List-Id: <l>\n",
    b"X-Mozilla-Status: zz\n",
    b"X-Gmail-Labels: =?utf-8?q?Spam?=\n",
    b"\n",
    b"text\n",
    b"\nFrom now on\n",
    b"Subject: =?x?b?!!?=\n",
    b" folded\n",
    b"To: ((((\n",
)
GOOGLE = (
    b"Name,Given Name,Family Name,Group Membership,E-mail 1 - Value,Phone 1 - Value,"
    b"Website 1 - Value\n",
    b"Ana Silva,Ana,Silva,* myContacts ::: a,a@x.org ::: b@x.org,+44 20 7946 0018,"
    b"http://linkedin.com/in/a\n",
    b'"Ana\nB",,,,,,\n',
    b",,,,a@x.org,,\n",
    b",,,,,,,,,\n",
)
ALUMNI = (
    b"Full Name,Email ID,Year of passing,Mobile,Employer,Title,LinkedIn,Relationship\n",
    b"Ana,a@x.org,2012,+1 555 010 0199,Acme,Dr,linkedin.com/in/ana,friend\n",
    b"Ben;b@x.org;'98;;;;;\n",
    b"Ben\tb@x.org\t12\n",
    b"2012,2012,2012,2012,2012,2012,2012,2012\n",
)
OUTLOOK = (
    b"First Name,Last Name,Company,Job Title,E-mail Address,Business Phone,Web Page\n",
    b'"Ana","Silva","Acme","CTO","a@x.org","+44 20 7946 0018",""\n',
    b'"A""na",,,,,,\n',
    b"'=1,,,,,,\n",
)
PEOPLE = (
    b"id,name,company,title,place,emails,phones,urls,tags,source,lead,gone,seen\n",
    b"p1,Ana,Acme,CTO,,a@x.org ::: b@x.org,'+1,,,you,yes,,2026-05-01\n",
    b"me,Me,,,,,,,,,,,soon\n",
)

CONNECTIONS = (
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
    b"Notes:\n",
    b"Ana,Silva,https://www.linkedin.com/in/ana,,Acme,CTO,12 Mar 2023\n",
    b",,,,,,07 Jun 2026\n",
    b'"Ben, ""B""",Okafor,www.linkedin.com/in/%ff,b@x.org,,,3/4/20\n',
)
MESSAGES = (
    b"CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    b"SUBJECT,CONTENT,FOLDER\n",
    b"2-a,,Ana,https://www.linkedin.com/in/ana,Me,https://www.linkedin.com/in/me,"
    b"2024-03-19 14:02:11 UTC,,Hi,INBOX\n",
    b'2-a,,Me,https://www.linkedin.com/in/me,"Ana, Ben",https://www.linkedin.com/in/ana,x,,"\n",\n',
    b"2-b,,LinkedIn Member,,,,,,,SPAM\n",
)
JOURNAL = (
    b"date,kind,person,by,to,target,status,value,note\n",
    b"2026-04-01,talked,Ana Silva (Acme),,,,,,about wind\n",
    b"2026-04-02,refer,Ben,Ana,,,met,,\n",
    b"2026-04-02,ask,Ana,,,Ben,asked,,by 3 May\n",
    b"soon,goal,,,,,,9,x\n",
)


@given(mixed(*CONNECTIONS))
@fuzzed
def test_connections(data: bytes) -> None:
    check(data, "Connections.csv")


@given(mixed(*MESSAGES))
@fuzzed
def test_messages(data: bytes) -> None:
    check(data, "messages.csv")


@given(mixed(*JOURNAL))
@fuzzed
def test_journals(data: bytes) -> None:
    check(data, "journal.csv")


@given(mixed(*CARD))
@example(b"BEGIN:VCARD\nTEL;TYPE=" + b"," * 40 + b"\nFN:A\nEND:VCARD\n")
@example(b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=no-such:=FF=\n")
@example(b"BEGIN:VCARD\nN;CHARSET=\0UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=81;=\n=41\n")
@example(b"BEGIN:VCARD\nFN;CHARSET=idna:\xff\nEND:VCARD\n")
@fuzzed
def test_cards(data: bytes) -> None:
    check(data, "a.vcf")


@given(mixed(*MEETING))
@example(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:soon\r\nEND:VEVENT\r\n")
@fuzzed
def test_calendars(data: bytes) -> None:
    check(data, "a.ics")


@given(mixed(*MAIL))
@example(MAIL[0] + b"To: " + b"(" * 20_000 + b"\nFrom: a@x.org\n\n")
@fuzzed
def test_mailboxes(data: bytes) -> None:
    check(data, "a.mbox")


@given(mixed(b"From: a@x.org\n", *MAIL))
@fuzzed
def test_single_mails(data: bytes) -> None:
    check(data, "Mail/cur/1")


@given(mixed(*GOOGLE))
@fuzzed
def test_google(data: bytes) -> None:
    check(data, "contacts.csv")


@given(mixed(*OUTLOOK))
@fuzzed
def test_outlook(data: bytes) -> None:
    check(data, "contacts.csv")


@given(mixed(*ALUMNI))
@fuzzed
def test_tables(data: bytes) -> None:
    check(data, "alumni.csv")


@given(mixed(*PEOPLE))
@fuzzed
def test_exported_people(data: bytes) -> None:
    check(data, "people.csv")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
    | st.sampled_from([EGO, "p1", "2026-05-01", "observed", "message"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["day", "status", "note", "id"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
rows = st.dictionaries(
    st.sampled_from(
        [
            "id",
            "name",
            "u",
            "v",
            "kind",
            "giver",
            "taker",
            "day",
            "person",
            "steps",
            "emails",
            "seen",
        ]
    ),
    json_values,
    max_size=8,
)


@given(
    st.dictionaries(
        st.sampled_from([k.__name__.lower() for k in TABLES]), st.lists(rows) | json_values
    )
)
@fuzzed
def test_exported_ledgers(facts: object) -> None:
    check(json.dumps({"netgraph": 1, "facts": facts}).encode(), "all.json", "ledger")


@given(st.binary(max_size=300))
@fuzzed
def test_exported_ledgers_that_are_damaged(data: bytes) -> None:
    check(b'{"netgraph": 1, "facts": {' + data, "all.json")


def workbook() -> bytes:
    """Return a small workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Email"])
    sheet.append(["Ana", "a@x.org"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WORKBOOK = workbook()


@given(st.integers(0, len(WORKBOOK) - 1), st.binary(min_size=1, max_size=8))
@example(46, b"\0")  # zlib refuses what the ZIP promised
@example(223, b"\0\x13")  # a part ends before it should
@fuzzed
def test_workbooks_with_a_few_bytes_changed(at: int, data: bytes) -> None:
    check(WORKBOOK[:at] + data + WORKBOOK[at + len(data) :], "a.xlsx")


@given(st.sampled_from(zipfile.ZipFile(io.BytesIO(WORKBOOK)).namelist()), junk, st.integers(0, 500))
@fuzzed
def test_workbooks_with_a_part_damaged(part: str, data: bytes, at: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[:at] + data + content[at:] if name == part else content)

    check(out.getvalue(), "a.xlsx")


@given(
    st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.vcf", "Mail/new/1", "a.json"])
)
@fuzzed
def test_any_bytes(data: bytes, name: str) -> None:
    check(data, name)
