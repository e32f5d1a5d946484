"""Files that are not read are called by their name, with the way to what is read."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from netgraph.importing.importer import read_in
from netgraph.model.errors import UnreadableFile
from netgraph.model.records import Ledger


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.numbers", zipped("Index/Document.iwa", "Metadata/Properties.plist"), "Export To > CSV"),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a mail saved by Outlook"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Excel workbook of before 2007"),
        ("a.xls", b"<html><table><tr><td>Name</td></tr></table>", "a web page named .xls"),
        ("a.xls", b'<?xml version="1.0"?><Workbook xmlns="x">', "workbook of 2003"),
        ("a.ldif", b"dn: cn=Ana Silva,mail=a@example.org\n", "LDIF"),
        ("ldif.txt", b"version: 1\n\ndn: cn=Ana Silva\n", "LDIF"),
        ("a.pst", b"!BDN\0", "an Outlook data file"),
        ("a.ods", zipped("content.xml"), "damaged or locked workbook"),
        ("a.png", b"\x89PNG", "a PNG picture"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a workbook with a password"),
        ("a.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "open it there and save it as CSV"),
        ("list.csv", b"<!DOCTYPE html><html>Sign in", "a web page named .csv"),
        ("message.html", b"<p>Dear Ana</p>", "save a mail as .eml"),
        ("message.htm", b"<html><body>From: Ana", "a web page"),
        ("saved", b"<?xml version='1.0'?><!-- saved --><!DOCTYPE html><html>", "a web page"),
        ("page.mht", b"From: <Saved by Blink>", "use the site's own export"),
        ("friends.json", b'{"friends": []}', "JSON that netgraph did not write"),
        ("a.csv.gz", b"\x1f\x8b\x08", "unpack it first"),
        ("a.gsheet", b'{"url": "https://x"}', "File > Download"),
        ("AddressBook.abcddb", b"SQLite format 3\0", "Export vCard"),
        ("abook.mab", b"// <!-- <mdb:mork:z v=", "old address book of Thunderbird"),
        ("names.nsf", b"\x1a\0\0", "a database of Notes"),
        ("Inbox.dbx", b"\xcf\xad\x12\xfe\0", "Outlook Express"),
    ],
)
def test_a_file_that_is_not_read_is_called_by_its_name(
    name: str, data: bytes, said: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(UnreadableFile) as fault:
        read_in([tmp_path / name], Ledger(), as_of=date(2026, 5, 1))

    assert said in str(fault.value)
