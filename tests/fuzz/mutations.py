"""Files of every kind, and what happens to files: cut, spliced, re-saved, filled with nonsense.

What is changed are lines and cells as well as bytes, so that a file stays one of its kind and
the fault is met deep in its reader.
"""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import openpyxl
from hypothesis import strategies as st

import netgraph
from netgraph.exporting.vcards import to_vcards
from netgraph.model.records import Ask, Ledger, Person, Referral, Statement, Tie
from netgraph.model.records import Step as Step_

SAMPLE: Final = Path(netgraph.__file__).parents[1] / "sample_data"
LINES: Final = 7
"""Lines of each file of the sample export that are kept: faults need few."""

NASTY: Final = (
    b"", b"\0", b"\r", b"\n", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b",", b";", b"\t", b"\\",
    b"=1+1", b"\x1b[31m", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xff", b"9" * 30, b"-1", b"1e999",
    b"NaN", b"null", b"true", b"[]", b"{}", b"a" * 3000, b"," * 200, b"(" * 200, b"[" * 2000,
    b"0001-01-01", b"9999-12-31", b"20260230T996161Z", b"me", b"me@example.org", b"ana@x.org",
    b"LinkedIn Member", b"linkedin.com/in/ana", b"-----", b"BEGIN:VCARD\n", b"END:VEVENT\n",
    b"\nFrom x@x.org Mon Jan  5 10:00:00 2026\n", b"=?utf-8?q?=FF?=", b"%00", b"../..", b"<b>&",
    b"RRULE:FREQ=SECONDLY\n", b"RECURRENCE-ID:20260105T100000Z\n", b"TZID=Nowhere", b"\xf0\x9f\x98",
)  # fmt: skip

CARDS = b"""BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Silva\r\nN:Silva;Ana;;Dr.;Jr.\r\nORG:Acme;Sales
EMAIL;TYPE=INTERNET,HOME:ana@x.org\r\nTEL;TYPE=CELL:+44 20 7946 0018\r\nTITLE:CTO\r
ADR;TYPE=WORK:;;1 High St;Leeds;;LS1;UK\r\nREV:20260105T100000Z\r\nCATEGORIES:friends,work\r
X-SOCIALPROFILE;type=linkedin:https://linkedin.com/in/ana\r\nEND:VCARD\r\nBEGIN:VCARD\r
VERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=81uk;Jan\r\nTEL;HOME;FAX:1\r
END:VCARD\r\n"""
MEETINGS = b"""BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nX-WR-TIMEZONE:Europe/Berlin\r
BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r
BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Own:20260105T100000\r\nSUMMARY:Coffee\r\nSEQUENCE:1\r
ORGANIZER;CN=Me:mailto:me@example.org\r\nATTENDEE;CN=Ana;PARTSTAT=ACCEPTED:mailto:ana@x.org\r
RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;UNTIL=20260501T000000Z\r\nEXDATE:20260202T090000Z\r
RDATE;VALUE=PERIOD:20260301T090000Z/PT1H\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r
RECURRENCE-ID;RANGE=THISANDFUTURE:20260330T080000Z\r\nDTSTART:20260401T100000Z\r
ATTENDEE:mailto:me@example.org\r\nATTENDEE:mailto:ana@x.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"""
MAILS = b"""From ana@x.org Mon Jan  5 10:00:00 2026\nFrom: "Silva, Ana" <ana@x.org>
To: me@example.org, =?utf-8?q?Zo=C3=AB?= <z@x.org>\nDate: Mon, 5 Jan 2026 10:00:00 +0000
Received: from a by b;\n\tMon, 5 Jan 2026 10:00:01 +0000\nX-Gmail-Labels: Inbox,Work
Message-ID: <1@x>\nContent-Type: multipart/mixed; boundary="b"\nContent-Length: 20

--b\n\nHi\n--b--\n\nFrom - Tue Jan  6 10:00:00 2026\nFrom: me@example.org\nTo: Ana <ana@x.org>
Date: soon\nStatus: RO\nX-Mozilla-Status: 0001\n\nText\n"""
TABLES = {
    "contacts.csv": b"Name,Given Name,Family Name,Group Membership,E-mail 1 - Value,"
    b"Phone 1 - Value,Website 1 - Value\nAna Silva,Ana,Silva,* myContacts ::: a,a@x.org ::: b@x.o,"
    b"+44 20 7946 0018,linkedin.com/in/a\n",
    "outlook.csv": b'"First Name","Last Name","Company","Job Title","E-mail Address",'
    b'"Business Phone","Categories"\r\n"Ana","Silva","Acme","CTO","a@x.org","+44 20 7946",""\r\n',
    "thunderbird.csv": b"First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,"
    b"Screen Name,Work Phone,Home Phone,Organization\nAna,Silva,Ana Silva,,a@x.org,,,,1234567,A\n",
    "alumni.csv": b"Full Name;Email ID;Year of passing;Mobile;Employer;Title;Relationship\n"
    b"Ana;a@x.org;2012;+1 555 010 0199;Acme;Dr;friend\nBen;b@x.org;'98;;;;\n",
    "people.csv": b"id,name,company,title,place,emails,phones,urls,tags,source,lead,gone,seen,"
    b"origin,day\np1,Ana,Acme,CTO,,a@x.org ::: b@x.org,'+1,,,you,yes,,2026-05-01,listed,\n",
}
OWN = Ledger(
    {"me": Person("me", "Me"), "p1": Person("p1", "Ana Silva"), "p2": Person("p2", "Ben Oak")},
    asks=(Ask("a1", "p1", introducer="p2", steps=(Step_(date(2026, 4, 1), "asked", "x"),)),),
    referrals=(Referral("r1", "p2", "p1", ask="a1"),),
    statements=(Statement("s1", "p1", "not_before", date(2026, 9, 1)),),
    ties=(Tie("t1", "p1", "p2", closeness="close"),),
)
"""What stands in a card of netgraph's own."""

LEDGER = {
    "netgraph": 2,
    "facts": {
        "source": [{"id": "google", "kind": "google"}],
        "person": [
            {"id": "me", "name": "Me", "source": "you"},
            {"id": "p1", "name": "Ana", "source": "google", "emails": ["a@x.org"]},
        ],
        "tie": [
            {
                "id": "t1",
                "u": "me",
                "v": "p1",
                "basis": "observed",
                "source": "google",
                "since": "2020-01-01",
            }
        ],
        "event": [
            {
                "id": "e1",
                "kind": "message",
                "day": "2026-04-01",
                "giver": "me",
                "taker": "p1",
                "words": 3,
                "source": "google",
            }
        ],
        "ask": [{"id": "a1", "person": "p1", "steps": [{"day": "2026-04-01", "status": "asked"}]}],
        "statement": [{"id": "s1", "subject": "p1", "field": "closeness", "value": 3}],
    },
}


def _workbook() -> bytes:
    """Return a small workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Email", "Company"])
    sheet.append(["Ana", "a@x.org", 12.5])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _spreadsheet() -> bytes:
    """Return a small OpenDocument spreadsheet."""
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = (("Name", "Email"), ("Ana", "a@x.org"))
    table = "".join(
        f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="A">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return _zipped({"mimetype": b"application/x", "content.xml": content.encode()})


def _zipped(files: dict[str, bytes]) -> bytes:
    """Return a ZIP of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _sample() -> dict[str, bytes]:
    """Return the beginnings of the files of the sample export, and its journal."""
    files = [*SAMPLE.glob("Complete_LinkedIn*/*.csv"), *SAMPLE.glob("*.csv")]
    return {
        path.name: b"".join(path.read_bytes().splitlines(keepends=True)[:LINES])
        for path in sorted(files)
    }


FILES: Final[dict[str, bytes]] = {
    **_sample(),
    **TABLES,
    "cards.vcf": CARDS,
    "meetings.ics": MEETINGS,
    "mail.mbox": MAILS,
    "one.eml": MAILS.partition(b"\n")[2],
    "all.json": json.dumps(LEDGER).encode(),
    "book.xlsx": _workbook(),
    "book.ods": _spreadsheet(),
    "own.vcf": to_vcards(OWN).encode(),
    "export.zip": _zipped({"Connections.csv": _sample()["Connections.csv"], "a.vcf": CARDS}),
}


class Step(NamedTuple):
    """One thing that happens to a file: what, where (0 to 1), how far, and with what."""

    name: str
    at: float
    span: float
    what: bytes


def _lines(data: bytes, step: Step) -> tuple[list[bytes], int, int]:
    """Return the lines of a file, and which of them are meant."""
    lines = data.splitlines(keepends=True) or [b""]
    at = min(int(step.at * len(lines)), len(lines) - 1)
    return lines, at, min(at + 1 + int(step.span * 4), len(lines))


def _at(data: bytes, step: Step) -> int:
    return int(step.at * len(data))


def cut(data: bytes, step: Step) -> bytes:
    at = _at(data, step)
    return data[:at] + data[at + int(step.span * 200) :]


def insert(data: bytes, step: Step) -> bytes:
    at = _at(data, step)
    return data[:at] + step.what + data[at:]


def flip(data: bytes, step: Step) -> bytes:
    at = _at(data, step)
    return (
        data[:at]
        + bytes(byte ^ (1 << int(step.span * 7)) for byte in data[at : at + 1])
        + data[at + 1 :]
    )


def drop_lines(data: bytes, step: Step) -> bytes:
    lines, at, end = _lines(data, step)
    return b"".join(lines[:at] + lines[end:])


def repeat_lines(data: bytes, step: Step) -> bytes:
    lines, at, end = _lines(data, step)
    return b"".join(lines[:end] + lines[at:end] * 3 + lines[end:])


def move_lines(data: bytes, step: Step) -> bytes:
    lines, at, end = _lines(data, step)
    return b"".join(lines[end:] + lines[at:end] + lines[:at])


def shorten_line(data: bytes, step: Step) -> bytes:
    lines, at, _ = _lines(data, step)
    line = lines[at].rstrip(b"\r\n")
    lines[at] = line[: int(step.span * len(line))] + lines[at][len(line) :]
    return b"".join(lines)


def replace_cell(data: bytes, step: Step) -> bytes:
    lines, at, _ = _lines(data, step)
    cells = re.split(rb"([,;:\t])", lines[at])
    cells[int(step.span * (len(cells) - 1)) // 2 * 2] = step.what
    lines[at] = b"".join(cells)
    return b"".join(lines)


def drop_cell(data: bytes, step: Step) -> bytes:
    lines, at, _ = _lines(data, step)
    cells = re.split(rb"(?<=[,;:\t])", lines[at])
    del cells[int(step.span * (len(cells) - 1))]
    lines[at] = b"".join(cells)
    return b"".join(lines)


def replace_value(data: bytes, step: Step) -> bytes:
    values = [*re.finditer(rb"-?\d+|\"[^\"\n]*\"|(?<==)[^;:,\s]+", data)]
    if not values:
        return data
    found = values[min(int(step.at * len(values)), len(values) - 1)]
    return data[: found.start()] + step.what + data[found.end() :]


def _inside(data: bytes) -> dict[str, bytes]:
    """Return the files in a ZIP, none if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name)[:100_000] for name in archive.namelist()}
    except Exception:
        return {}


def change_inside(data: bytes, step: Step) -> bytes:
    files = _inside(data)
    if not files:
        return data
    name = [*files][min(int(step.at * len(files)), len(files) - 1)]
    change = (insert, cut, replace_value, flip)[min(int(step.span * 4), 3)]
    files[name] = change(files[name], step._replace(at=step.span))
    return _zipped(files)


def rename_inside(data: bytes, step: Step) -> bytes:
    files = _inside(data)
    if not files:
        return data
    name = [*files][min(int(step.at * len(files)), len(files) - 1)]
    strange = ("../x.csv", "/x.csv", "C:\\x.csv", "a\0b.csv", "/", "a/../../b.vcf", "x" * 300, ".x")
    files[strange[min(int(step.span * 8), 7)]] = files.pop(name)
    return _zipped(files)


def resave(data: bytes, step: Step) -> bytes:
    text = data.decode("utf-8", "replace")
    encoding = ("utf-16", "utf-8-sig", "cp1252", "latin-1", "utf-16-be", "cp037")[
        int(step.span * 5)
    ]
    return text.encode(encoding, "replace")


def other_ends(data: bytes, step: Step) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(
        b"\n", (b"\r", b"\r\n", b"\n\n")[int(step.span * 2)]
    )


STEPS: Final[dict[str, Callable[[bytes, Step], bytes]]] = {
    step.__name__: step
    for step in (
        cut, insert, flip, drop_lines, repeat_lines, move_lines, shorten_line, replace_cell,
        drop_cell, replace_value, resave, other_ends, change_inside, rename_inside,
    )
}  # fmt: skip

_steps = st.builds(
    Step, st.sampled_from([*STEPS]), st.floats(0, 1), st.floats(0, 1), st.sampled_from(NASTY)
)


class Mutant(NamedTuple):
    """A file of a known name to which something has happened."""

    name: str
    steps: list[Step]

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        data = FILES[self.name]
        for step in self.steps:
            data = STEPS[step.name](data, step)[:200_000]
        return data


mutants: Final = st.builds(
    Mutant, st.sampled_from([*FILES]), st.lists(_steps, min_size=1, max_size=5)
)


def mutant(seed: str) -> Mutant:
    """Return the file that a seed stands for: drawn without hypothesis, twenty times as fast."""
    draw = random.Random(seed)
    steps = [
        Step(draw.choice([*STEPS]), draw.random(), draw.random(), draw.choice(NASTY))
        for _ in range(draw.randint(1, 5))
    ]
    return Mutant(draw.choice([*FILES]), steps)
