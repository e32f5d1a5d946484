"""Files that are not read, called by their name, with the way to what is read."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from netgraph.sources.encoding import first_lines, what_it_is
from netgraph.sources.protocol import Document

AS_TABLE: Final = "open it there and save it as CSV or .xlsx"
PAGE: Final = "a web page: use the site's own export; save a mail as .eml, a table as CSV"
WAYS: Final = {
    ".numbers": "a Numbers document: in Numbers, File > Export To > CSV",
    ".pages": "a Pages document: in Pages, File > Export To; a list is best kept in a spreadsheet",
    ".msg": "a mail saved by Outlook: export the folder as CSV, or save the mail as .eml",
    ".pst": "an Outlook data file: in Outlook, File > Open & Export > Export to a file > CSV",
    ".ost": "an Outlook data file: in Outlook, File > Open & Export > Export to a file > CSV",
    ".olm": "an archive of Outlook for Mac: export the contacts as vCard or CSV",
    ".ldif": "LDIF (Thunderbird, directories): export the address book as CSV or vCard",
    ".ldi": "LDIF (Thunderbird, directories): export the address book as CSV or vCard",
    ".abbu": "an archive of the Mac's Contacts: there, File > Export > Export vCard",
    ".contact": "a Windows contact: export the contacts as CSV or vCard",
    ".wab": "a Windows address book: export it as CSV",
    ".xls": f"an Excel workbook of before 2007: {AS_TABLE}",
    ".xlsb": f"a binary Excel workbook: {AS_TABLE}",
    ".mdb": "an Access database: export its table as CSV or .xlsx",
    ".accdb": "an Access database: export its table as CSV or .xlsx",
    ".doc": "a Word document: a list is read from a spreadsheet or CSV",
    ".docx": "a Word document: a list is read from a spreadsheet or CSV",
    ".gsheet": "a link to a Google sheet: there, File > Download > Comma-separated values",
    ".abcddb": "the Mac's address book itself: in Contacts, File > Export > Export vCard",
    ".mab": "an old address book of Thunderbird: there, Tools > Export, as CSV or vCard",
    ".nsf": "a database of Notes: open it there, File > Export, as CSV or vCard",
    ".dbx": "a folder of Outlook Express: open it in Outlook and export it from there",
    ".gz": "a gzip archive: unpack it first",
    ".tgz": "a gzip archive: unpack it first",
    ".7z": "a 7-Zip archive: unpack it first",
    ".rar": "a RAR archive: unpack it first",
    ".tar": "a tar archive: unpack it first",
    ".html": PAGE,
    ".htm": PAGE,
    ".xhtml": PAGE,
    ".mht": PAGE,
    ".mhtml": PAGE,
    ".json": "JSON that netgraph did not write: export the contacts there as CSV or vCard",
    ".xml": "XML: export what is in it as CSV",
    ".rtf": "a text with formats: a list is read from a spreadsheet or CSV",
    ".fods": "a flat OpenDocument spreadsheet: save it as .ods, .xlsx or CSV",
}
"""What a file is by the end of its name, and how to have what is in it."""

LOCKED: Final = (".xlsx", ".xlsm", ".ods")
_WEB_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.{0,2000}?-->\s*)*)"
    r"<(?:!doctype html|html|table|meta|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_SHEET: Final = re.compile(r"\s*<\?xml[^>]*>\s*(?:<\?mso[^>]*>\s*)?<(?:ss:)?Workbook")
_LDIF: Final = re.compile(r"(?:version:\s*1\s+)?dn::? \S", re.IGNORECASE)


def is_web_page(head: bytes) -> bool:
    """Whether a file begins as web pages do, whatever it is called.

    >>> is_web_page(b"<!DOCTYPE html><html>Sign in"), is_web_page(b"Name,Email")
    (True, False)
    """
    return _WEB_PAGE.match(first_lines(head).lstrip("\ufeff")) is not None


def described(document: Document) -> str:
    """Return what a file is that no format reads and how to export what is in it; empty if unknown.

    >>> page = b"<html><table><tr><td>Name</td></tr></table></html>"
    >>> described(Document("a.xls", "a.xls", "a.xls", len(page), page, lambda: None))
    'a web page named .xls: open it in a spreadsheet and save it as CSV or .xlsx'
    """
    if not document.head:
        return what_it_is(document.head)
    end = PurePosixPath(document.name.lower()).suffix
    text = first_lines(document.head).lstrip("\ufeff")
    if end in (".xls", ".xlsx", ".csv", ".tsv") and _WEB_PAGE.match(text):
        return f"a web page named {end}: open it in a spreadsheet and save it as CSV or .xlsx"
    if end in LOCKED and document.head.startswith(b"\xd0\xcf\x11\xe0"):
        return "a workbook with a password, or an old one: save it as .xlsx without a password"
    if _XML_SHEET.match(text):
        return f"an Excel workbook of 2003 as XML: {AS_TABLE}"
    if _LDIF.match(text.lstrip()):
        return WAYS[".ldif"]
    if _WEB_PAGE.match(text):
        return PAGE
    return WAYS.get(end) or what_it_is(document.head)
