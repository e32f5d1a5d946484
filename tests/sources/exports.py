"""Small exports, written where a test needs them, and what an import makes of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from netgraph.importing.importer import read_in
from netgraph.importing.report import FileReport, Report, record
from netgraph.model.correspondence import every_event
from netgraph.model.records import EGO, Ledger
from netgraph.sources.linkedin.kinds import open_table
from netgraph.sources.linkedin.people import People
from netgraph.sources.tables import Table
from netgraph.store import Store

TODAY = date(2026, 5, 1)
AT = datetime(2026, 5, 1, tzinfo=UTC)
NOTES = 'Notes:\n"When exporting your connection data, some e-mail addresses are missing."\n\n'
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
BEFORE_2023 = "First Name,Last Name,Email Address,Company,Position,Connected On"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
)
OLD_MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER"
)
PROFILE = "First Name,Last Name,Headline\nRobin,Ostrow,Marine scientist\n"
ME = "https://www.linkedin.com/in/robin-ostrow"
ANA = "https://www.linkedin.com/in/ana-silva"
BO = "https://www.linkedin.com/in/bo-chen"


def table(header: str, *rows: Sequence[str], delimiter: str = ",") -> str:
    """Write a table as a spreadsheet does."""
    out = io.StringIO()
    out.write(header.replace(",", delimiter) + "\n")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def message(
    conversation: str, sender: str, sender_url: str, to: str, to_url: str, on: str,
    content: str = "Hello", folder: str = "INBOX", draft: str = "No",
) -> tuple[str, ...]:  # fmt: skip
    """Write one message in the form of 2026."""
    return (
        conversation, "", sender, sender_url, to, to_url, on, "", content, folder, "", draft, "No",
    )  # fmt: skip


def folder(root: Path, name: str, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder."""
    for inside, content in files.items():
        path = root / name / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root / name


def zipped(root: Path, name: str, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a ZIP."""
    path = root / name
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for inside, content in files.items():
            archive.writestr(inside, content)
    return path


ANA_ROW = ("Ana", "Silva", ANA, "", "Acme", "Analyst", "12 Mar 2023")
BO_ROW = ("Bo", "Chen", BO, "bo@example.org", "Blue River", "Chemist", "01 Feb 2020")
TODAYS = NOTES + table(CONNECTIONS, ANA_ROW, BO_ROW)

EXPORT: dict[str, str | bytes] = {
    "Connections.csv": TODAYS,
    "Profile.csv": PROFILE,
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\n"
    "old@example.org,Yes,No,x\nme@example.org,Yes,Yes,x\n",
    "Positions.csv": table(
        "Company Name,Title,Description,Location,Started On,Finished On",
        ("Kelp Labs", "Lab Manager", "", "", "Jun 2018", ""),
        ("Old Ltd", "Clerk", "", "", "2010", "May 2018"),
    ),
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    "Hill College,2009,2013,,BSc,\n",
    "Company Follows.csv": "Organization,Followed On\n"
    "Watershed,Tue May 13 07:28:32 UTC 2025\n",
    "Jobs/Saved Jobs.csv": table(
        "Saved Date,Job Url,Job Title,Company Name", ("4/22/26, 8:01 PM", "", "Analyst", "Sedge")
    ),
    "Jobs/Job Seeker Preferences.csv": "Locations,Dream Companies\nHere,Watershed | Acme\n",
    "Invitations.csv": table(
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
        ("Robin Ostrow", "Ana Silva", "3/11/23, 2:37 PM", "Hello", "OUTGOING", ME, ANA),
        ("Cy Dee", "Robin Ostrow", "4/1/26, 2:37 PM", "", "INCOMING", f"{ANA}-cy", ME),
    ),
    "Endorsement_Received_Info.csv": table(
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
        "Endorsement Status",
        ("2024/03/01 12:00:00 UTC", "SQL", "Bo", "Chen", BO.removeprefix("https://"), "ACCEPTED"),
    ),
    "Endorsement Received Info.csv": table(
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status,"
        "Display Status",
        ("2024/03/01 12:00:00 UTC", "SQL", "Bo", "Chen", "Accepted", "Shown"),
        ("2024/03/02 12:00:00 UTC", "R", "Bo", "Chen", "Redacted", "Hidden"),
        delimiter="\t",
    ).encode("utf-16"),
    "Recommendations_Given.csv": table(
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
        ("Ana", "Silva", "Acme", "Analyst", "Wonderful.", "03/14/23, 09:11 AM", "VISIBLE"),
    ),
    "Notes.csv": table(
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,"
        "Edited On",
        ("Ana", "Silva", ANA, "Likes kelp", "2026-03-02 08:11:00", ""),
    ),
    "messages.csv": table(
        MESSAGES,
        message("1", "Ana Silva", ANA, "Robin Ostrow", ME, "2024-03-19 14:02:11 UTC"),
        message("1", "Robin Ostrow", ME, "Ana Silva", ANA, "2024-03-20 14:02:11 UTC"),
        message("2", "Ed Fox", f"{ANA}-ed", "Robin Ostrow", ME, "2024-03-21 14:02:11 UTC"),
    ),
    "Skills.csv": "Name\nSQL\n",
    "guide_messages.csv": table(
        MESSAGES, message("9", "Coach", "", "Robin Ostrow", ME, "2024-03-19 14:02:11 UTC")
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Network:
    """A store in a file, and imports into it."""

    path: Path

    def take(self, *paths: Path, owner: str = "", as_of: date = TODAY) -> Report:
        """Import paths in one change."""
        with Store.open(self.path) as store, store.change("import", at=AT) as change:
            known = change.facts_but_events()
            taken = read_in(paths, known, as_of=as_of, owner=owner, forgotten=store.forgotten)
            return record(taken, change)

    def ledger(self) -> Ledger:
        """Return the ledger as every other part sees it."""
        with Store.open(self.path) as store:
            return store.ledger()

    def facts(self) -> Ledger:
        """Return the facts as they are stored."""
        with Store.open(self.path) as store:
            return store.facts()

    def changes(self) -> int:
        """Return how many changes there were."""
        with Store.open(self.path) as store:
            return len(store.changes())


def names(ledger: Ledger) -> list[str]:
    """Return the names of everybody but ego."""
    return sorted(p.name for i, p in ledger.people.items() if i != "me")


def writes(ledger: Ledger) -> list[tuple[str, str, str]]:
    """Return who did what for whom, by name."""

    def name(i: str) -> str:
        return "me" if i == "me" else ledger.people[i].name

    return sorted((str(e.kind), name(e.giver), name(e.taker)) for e in every_event(ledger))


def adds_up(file: FileReport) -> bool:
    """Whether every row of a table of people became a person, is hidden, or was left out."""
    people = file.people_new + file.people_updated + file.people_unchanged
    return people + file.hidden + len(file.skipped) == file.rows


def opened(kind: str, text: str) -> Table:
    """Return the table in the text of one file of an export."""
    found = open_table(kind, text)
    assert found is not None
    return found


def account(*, owner: str = "Robin Ostrow", known: Ledger | None = None) -> People:
    """Return ego's LinkedIn account, with the owner's name and address."""
    people = People("linkedin", EGO, known or Ledger())
    if owner:
        people.owner_names.add(owner.lower())
        people.owner_slugs.add(owner.lower().replace(" ", "-"))
    return people
