"""The sample data is what its program writes, looks like LinkedIn's, and is all invented."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from netgraph.agenda.due_list import due
from netgraph.journal.goals import is_open
from netgraph.measures.referrals import lineage
from netgraph.model.as_of import AsOf
from netgraph.model.records import Ledger

SAMPLE = Path(__file__).parents[1] / "sample_data"
EXPORT = SAMPLE / "Complete_LinkedInDataExport_05-01-2026"
EGO = "https://www.linkedin.com/in/robin-ostrow-7a41c2"
KINDS = {
    "met", "talked", "interview", "helped", "was-helped", "thanked", "sent", "promised",
    "reported-back", "paid-forward", "note", "ask", "referral", "introduced", "goal", "tie",
    "limit", "planned", "reflected",
}  # fmt: skip
STATUSES = {
    "ask": {"planned", "asked", "agreed", "done", "declined", "silent"},
    "referral": {
        "named", "asked", "agreed", "introduced", "met", "closed", "declined", "silent",
    },
    "goal": {"", "done"},
}  # fmt: skip

# Copied from exports, not from the generator.
HEADERS = {
    "Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    "Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
    "Endorsement_Received_Info.csv": "Endorsement Date,Skill Name,Endorser First Name,"
    "Endorser Last Name,Endorser Public Url,Endorsement Status",
    "Endorsement_Given_Info.csv": "Endorsement Date,Skill Name,Endorsee First Name,"
    "Endorsee Last Name,Endorsee Public Url,Endorsement Status",
    "Recommendations_Given.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On",
    "Company Follows.csv": "Organization,Followed On",
    "Member_Follows.csv": "Date,Status,FullName",
    "Notes.csv": "Connection First Name,Connection Last Name,Connection Profile URL,Note,"
    "Created On,Edited On",
    "Jobs/Saved Jobs.csv": "Saved Date,Job Url,Job Title,Company Name",
    "Jobs/Job Applications.csv": "Application Date,Contact Email,Contact Phone Number,"
    "Company Name,Job Title,Job Url,Resume Name,Question And Answers",
}

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    text = path.read_bytes().decode()
    if text.startswith("Notes:"):
        text = text.split("\n\n", 1)[1]
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def connections() -> list[Row]:
    return rows(EXPORT / "Connections.csv")


@pytest.fixture(scope="module")
def people(connections: list[Row]) -> list[Row]:
    return [row for row in connections if row["URL"]]


@pytest.fixture(scope="module")
def messages() -> list[Row]:
    return rows(EXPORT / "messages.csv")


@pytest.fixture(scope="module")
def journal() -> list[Row]:
    return rows(SAMPLE / "journal.csv")


def written() -> list[Path]:
    """Every file that the generator wrote."""
    files = [*EXPORT.rglob("*.csv"), SAMPLE / "older/Connections.csv", SAMPLE / "journal.csv"]
    return sorted(files)


def test_the_generator_writes_the_same_bytes_again(tmp_path: Path) -> None:
    subprocess.run([sys.executable, SAMPLE / "generate.py", tmp_path], check=True)

    again = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.csv")}

    assert {path.relative_to(SAMPLE): path.read_bytes() for path in written()} == again


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_is_the_one_linkedin_writes(name: str) -> None:
    lines = (EXPORT / name).read_text("utf-8").splitlines()

    assert HEADERS[name] == lines[3 if name == "Connections.csv" else 0]


def test_connections_begin_with_a_note_and_end_without_a_line_end() -> None:
    text = (EXPORT / "Connections.csv").read_text("utf-8")

    assert text.startswith("Notes:\n")
    assert not text.endswith("\n")


def test_every_field_of_the_messages_is_quoted() -> None:
    first = (EXPORT / "messages.csv").read_text("utf-8").splitlines()[0]

    assert first == (
        '"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO",'
        '"RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS",'
        '"IS MESSAGE DRAFT","IS CONVERSATION DRAFT"'
    )


def test_the_older_file_has_neither_note_nor_profile_addresses() -> None:
    first = (SAMPLE / "older/Connections.csv").read_text("utf-8").splitlines()[0]

    assert first == "First Name,Last Name,Email Address,Company,Position,Connected On"


def test_there_are_about_four_hundred_people_and_a_few_hidden(
    connections: list[Row], people: list[Row]
) -> None:
    assert 380 <= len(people) <= 420
    assert len(connections) - len(people) == 7
    assert len({row["URL"] for row in people}) == len(people)


def test_names_are_as_odd_as_real_ones(people: list[Row]) -> None:
    names = [(row["First Name"], row["Last Name"]) for row in people]
    joined = ["".join(name) for name in names]

    assert len([name for name, times in Counter(names).items() if times == 2]) == 2
    assert sum("," in last for _, last in names) >= 10
    assert sum(not name.isascii() for name in joined) >= 25
    assert any("\u0600" <= letter <= "\u06ff" for name in joined for letter in name)
    assert any(letter > "\U0001f300" for name in joined for letter in name)
    assert 0.03 <= sum(bool(row["Email Address"]) for row in people) / len(people) <= 0.05
    assert sum("%" in row["URL"] for row in people) >= 10


def test_few_connections_write_both_ways(people: list[Row], messages: list[Row]) -> None:
    talks: dict[str, set[str]] = defaultdict(set)
    for row in messages:
        if "," not in row["RECIPIENT PROFILE URLS"] and row["IS MESSAGE DRAFT"] == "No":
            sender = row["SENDER PROFILE URL"]
            partner = row["RECIPIENT PROFILE URLS"] if sender == EGO else sender
            talks[partner].add(sender)
    both = sum(len(talks[row["URL"]]) == 2 for row in people)

    assert 1500 <= len(messages) <= 2500
    assert 0.03 <= both / len(people) <= 0.21


def test_the_messages_hold_what_must_not_count(messages: list[Row]) -> None:
    assert any(row["CONTENT"].startswith('<p class="spinmail') for row in messages)
    assert any(row["IS MESSAGE DRAFT"] == "Yes" for row in messages)
    assert any(row["FOLDER"] == "SPAM" for row in messages)
    assert any(row["FROM"] == "LinkedIn Member" for row in messages)
    assert any("," in row["RECIPIENT PROFILE URLS"] for row in messages)
    assert any("\n" in row["CONTENT"] for row in messages)


def test_ego_is_one_side_of_each_invitation() -> None:
    invitations = rows(EXPORT / "Invitations.csv")

    assert len(invitations) >= 120
    assert {row["Direction"] for row in invitations} == {"INCOMING", "OUTGOING"}
    for row in invitations:
        side = "inviterProfileUrl" if row["Direction"] == "OUTGOING" else "inviteeProfileUrl"
        assert row[side] == EGO


def test_many_changed_job_since_the_older_file(people: list[Row]) -> None:
    older = [row for row in rows(SAMPLE / "older/Connections.csv") if row["First Name"]]
    key = ("First Name", "Last Name", "Connected On")
    today = {tuple(row[column] for column in key): row["Company"] for row in people}
    both = [row for row in older if tuple(row[column] for column in key) in today]

    assert 180 <= len(both) < len(older) <= 210
    assert sum(row["Company"] != today[tuple(row[c] for c in key)] for row in both) >= 60


def test_no_address_leads_to_a_real_place() -> None:
    texts = [path.read_text("utf-8") for path in written()]
    hosts = {host for text in texts for host in re.findall(r"https?://([^/\s\"|,\]&]+)", text)}
    mails = {host for text in texts for host in re.findall(r"[\w.+-]+@([\w.-]+)", text)}
    ours = re.compile(r"(.*\.)?example\.(com|org|net)")

    assert {host for host in hosts if not ours.fullmatch(host)} == {"www.linkedin.com"}
    assert {host for host in mails if not ours.fullmatch(host)} == set()


def test_the_journal_speaks_the_import_format(journal: list[Row]) -> None:
    assert {row["kind"] for row in journal} == KINDS
    for row in journal:
        assert row["status"] in STATUSES.get(row["kind"], {""})
        assert (row["value"] in {"close", "warm", "barely"}) == (row["kind"] == "tie")
    dates = [row["date"] for row in journal]
    assert dates == sorted(dates)
    assert (dates[0], dates[-1]) == ("2025-05-02", "2026-04-30")


def test_the_journal_names_connections_by_address_and_leads_by_name(
    journal: list[Row], people: list[Row]
) -> None:
    known = {row["URL"] for row in people}
    named = {row[column] for row in journal for column in ("person", "by", "to")} - {""}
    strangers = named - known

    assert [who for who in sorted(strangers) if not re.fullmatch(r"[^()]+ \([^()]+\)", who)] == []
    assert len(strangers) >= 10


def test_referrals_go_five_generations_deep_and_never_round(journal: list[Row]) -> None:
    introducers: dict[str, set[str]] = defaultdict(set)
    for row in journal:
        if row["kind"] == "referral":
            introducers[row["person"]].add(row["by"])

    def generation(who: str, seen: tuple[str, ...] = ()) -> int:
        assert who not in seen
        return max((1 + generation(by, (*seen, who)) for by in introducers.get(who, ())), default=0)

    assert max(generation(who) for who in sorted(introducers)) == 5
    assert sum(len(by) == 2 for by in introducers.values()) == 2


def test_all_of_it_is_small_text() -> None:
    files = [path for path in SAMPLE.rglob("*") if path.suffix in {".csv", ".toml", ".py", ".md"}]

    assert sum(len(path.read_text("utf-8").encode()) for path in files) < 1_200_000


def test_robin_lives_by_the_method(sample: Ledger) -> None:
    """The demo shows somebody who thanks in time: three things are due, one of them is late."""
    view = AsOf(sample, date(2026, 5, 1))

    assert [
        ("write to", "Henrietta Voss-Okafar", False),
        ("thank", "Tomasz Wierzbinski", True),
        ("ask", "Vikram Dhaliwall-Ross", False),
    ] == [(d.kind, sample.people[d.person].name, d.overdue) for d in due(view, days=0)]


def test_a_goal_was_met_through_a_chain_of_three(sample: Ledger) -> None:
    [reached] = [goal for goal in sample.goals if not is_open(goal)]
    tree = lineage(sample, as_of=date(2026, 5, 1))
    ids = {sample.people[i].name: i for i in tree.G}

    assert "freelance data analyst for the power grid" == reached.text
    for u, v in pairwise(("Tomasz Wierzbinski", "Rosa Delacroix-Munn", "Ivo Marchetti-Lund")):
        assert [ids[u]] == list(tree.G.predecessors(ids[v]))
