"""Small exports, written where a test needs them, and what an import makes of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from netgraph.importing.importer import facts_but_events, read_in
from netgraph.importing.report import FileReport, Report, record
from netgraph.model.correspondence import every_event
from netgraph.model.records import Ledger
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


@dataclass(frozen=True, slots=True)
class Network:
    """A store in a file, and imports into it."""

    path: Path

    def take(self, *paths: Path, owner: str = "", as_of: date = TODAY) -> Report:
        """Import paths in one change."""
        with Store.open(self.path) as store, store.change("import", at=AT) as change:
            known = facts_but_events(change)
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
