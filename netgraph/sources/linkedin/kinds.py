"""The files of a LinkedIn export: what they are called, and the headers by which they are known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from netgraph.sources.encoding import first_lines
from netgraph.sources.protocol import Document
from netgraph.sources.tables import Table, find_table

Header = frozenset[str]


def _headers(*lines: str) -> tuple[Header, ...]:
    return tuple(frozenset(line.split()) for line in lines)


NAMED: Final[Mapping[str, tuple[Header, ...]]] = {
    "profile": _headers("firstname lastname headline"),
    "email_addresses": _headers("emailaddress primary", "emailaddress confirmed"),
    "connections": _headers("firstname lastname", "first last", "company position connectedon"),
    "invitations": _headers("from to sentat"),
    "messages": _headers("from to date"),
    "endorsement_received_info": _headers("skillname endorserfirstname"),
    "endorsement_given_info": _headers("skillname endorseefirstname"),
    "recommendations_received": _headers("firstname lastname creationdate"),
    "recommendations_given": _headers("firstname lastname creationdate"),
    "notes": _headers("connectionfirstname connectionlastname note"),
    "positions": _headers("companyname title startedon"),
    "education": _headers("schoolname startdate"),
    "organizations": _headers("name position startedon"),
    "member_follows": _headers("fullname status"),
    "events": _headers("eventname eventtime"),
    "company_follows": _headers("organization followedon"),
    "saved_jobs": _headers("companyname jobtitle saveddate"),
    "job_applications": _headers("companyname jobtitle applicationdate"),
    "job_seeker_preferences": _headers("dreamcompanies"),
}
"""Files by name, in the order in which they explain one another; any of the headers will do."""

TELLING: Final[Mapping[str, tuple[Header, ...]]] = {
    "connections": _headers("firstname lastname connectedon", "company position connectedon"),
    "messages": _headers("conversationid from to date"),
    "invitations": _headers("from to sentat direction"),
    "endorsement_received_info": _headers("skillname endorserfirstname endorserlastname"),
    "endorsement_given_info": _headers("skillname endorseefirstname endorseelastname"),
    "notes": _headers("connectionfirstname connectionprofileurl note"),
    "company_follows": _headers("organization followedon"),
}
"""Headers that say what a file is whatever its name."""

ASSISTANT: Final = "assistant"
"""Talks with LinkedIn's chatbots, in files shaped like messages."""

_ASSISTANT_NAME = re.compile(r"(guide|coach|role_play|assistant).*messages$")
_COPIES = re.compile(r"(_\d+|_?\(\d+\)|_-?_?copy|_-_copy)+$")
_OLD_EXPORT = re.compile(r"linkedin_connections_export_")


def stem(name: str) -> str:
    """Return a file's name without its end, copies' numbers, case and kind of blank.

    >>> stem("Endorsement Received Info_1 (2).csv"), stem("messages copy.CSV")
    ('endorsement_received_info', 'messages')
    """
    bare = re.sub(r"\.(csv|tsv|txt)$", "", PurePosixPath(name).name.lower())
    bare = re.sub(r"[\s_]+", "_", bare).strip("_")
    return "connections" if _OLD_EXPORT.match(bare) else _COPIES.sub("", bare)


def claim(document: Document) -> str | None:
    """Say which file of an export a document is, or None."""
    text = first_lines(document.head)
    name = stem(document.name)
    if not text:
        return None
    if _ASSISTANT_NAME.search(name) and open_table(ASSISTANT, text):
        return ASSISTANT
    if name in NAMED and open_table(name, text):
        return name
    for kind, headers in TELLING.items():
        if find_table(text, lambda cells, any_of=headers: any(h <= cells for h in any_of)):  # type: ignore[misc]
            return kind
    return None


def open_table(kind: str, text: str) -> Table | None:
    """Return the table in a file of an export."""
    headers = NAMED["messages" if kind == ASSISTANT else kind]
    return find_table(text, lambda cells: any(header <= cells for header in headers))
