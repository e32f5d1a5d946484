from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.model.correspondence import every_event
from netgraph.model.errors import UnreadableFile
from netgraph.model.records import EGO, Basis, EventKind
from netgraph.sources.dates import day_in_name
from netgraph.store import Store

from .exports import (
    ANA,
    BEFORE_2023,
    BO,
    CONNECTIONS,
    ME,
    MESSAGES,
    NOTES,
    PROFILE,
    Network,
    adds_up,
    folder,
    message,
    names,
    table,
    writes,
    zipped,
)

ANA_ROW = ("Ana", "Silva", ANA, "", "Acme", "Analyst", "12 Mar 2023")
BO_ROW = ("Bo", "Chen", BO, "bo@example.org", "Blue River", "Chemist", "01 Feb 2020")
TODAYS = NOTES + table(CONNECTIONS, ANA_ROW, BO_ROW)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,E-mail Address,Company,Department,Job Title,"
    "Web Page"
)


@pytest.fixture
def network(tmp_path: Path) -> Network:
    return Network(tmp_path / "network.db")


ERAS: dict[str, str | bytes] = {
    "2016": table(
        "First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,"
        "Instant Messengers",
        ("Ana", "Silva", "", "", "Acme", "Analyst", "3/12/23, 10:05 PM", "", ""),
        ("Bo", "Chen", "", "bo@example.org", "Blue River", "Chemist", "2/1/20, 9:07 AM", "", ""),
    ),
    "November 2018": table(
        BEFORE_2023,
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2023"),
        ("Bo", "Chen", "bo@example.org", "Blue River", "Chemist", "01 Feb 2020"),
    ),
    "2021": NOTES
    + table(
        BEFORE_2023,
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2023"),
        ("Bo", "Chen", "bo@example.org", "Blue River", "Chemist", "01 Feb 2020"),
    ),
    "July 2023": TODAYS,
    "a byte order mark": "\ufeff" + TODAYS,
    "UTF-16 with tabs": (
        NOTES + table(CONNECTIONS, ANA_ROW, BO_ROW, delimiter="\t")
    ).encode("utf-16"),
    "Excel with semicolons": table(
        "First Name;Last Name;Email Address;Company;Position;Connected on",
        ("Ana", "Silva", "", "Acme", "Analyst", "12-Mar-23"),
        ("Bo", "Chen", "bo@example.org", "Blue River", "Chemist", "1-Feb-20"),
        delimiter=";",
    ).replace("\n", "\r\n"),
    "Spanish Excel": table(
        CONNECTIONS,
        (*ANA_ROW[:6], "12-mar-23"),
        (*BO_ROW[:6], "1-feb-20"),
    ),
    "German Excel": table(
        CONNECTIONS, (*ANA_ROW[:6], "12.03.2023"), (*BO_ROW[:6], "01.02.2020")
    ),
    "notes with Excel's commas": 'Notes:,,,,,,\n"Some, addresses",,,,,,\n,,,,,,\n'
    + table(CONNECTIONS, ANA_ROW, BO_ROW),
    "the address last": "Notes:\nA sample.\nAll of it.\n\n"
    + table(
        "First Name,Last Name,Email Address,Company,Position,Connected On,URL",
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2023", ANA),
        ("Bo", "Chen", "bo@example.org", "Blue River", "Chemist", "01 Feb 2020", BO),
    ),
    "names without blanks": table(
        "FirstName,LastName,EmailAddress,Company,Position,ConnectedOn",
        ("Ana", "Silva", "", "Acme", "Analyst", "2023-03-12"),
        ("Bo", "Chen", "bo@example.org", "Blue River", "Chemist", "2020-02-01"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("era", ERAS)
def test_connections_of_every_era_read_the_same(era: str, network: Network, tmp_path: Path) -> None:
    export = folder(tmp_path, "export", {"Connections.csv": ERAS[era]})

    (file,) = network.take(export).files
    ledger = network.ledger()
    people = {p.name: p for i, p in ledger.people.items() if i != "me"}
    since = {ledger.people[t.v].name: t.since for t in ledger.ties}

    assert (file.kind, file.rows, file.people_new, file.note) == ("connections", 2, 2, "")
    assert sorted(people) == ["Ana Silva", "Bo Chen"]
    assert (people["Ana Silva"].company, people["Ana Silva"].title) == ("Acme", "Analyst")
    assert people["Bo Chen"].emails == ("bo@example.org",)
    assert since == {"Ana Silva": date(2023, 3, 12), "Bo Chen": date(2020, 2, 1)}


def test_the_outlook_form_of_old_is_read(network: Network, tmp_path: Path) -> None:
    rows = table(OUTLOOK, ("", "Ana", "", "Silva", "", "a@example.org", "Acme", "", "Analyst", ""))
    name = "linkedin_connections_export_microsoft_outlook.csv"
    network.take(folder(tmp_path, "export", {name: rows}))

    (ana,) = [p for i, p in network.ledger().people.items() if i != "me"]

    assert (ana.name, ana.company, ana.title) == ("Ana Silva", "Acme", "Analyst")


@pytest.mark.parametrize(
    "name", ["connections.csv", "Connections_1.csv", "Connections (1).csv", "connections copy.CSV",
             "Connections_34875879.csv", "my list.csv"],
)  # fmt: skip
def test_the_file_is_known_under_any_name(name: str, network: Network, tmp_path: Path) -> None:
    report = network.take(folder(tmp_path, "export", {f"data/{name}": TODAYS}))

    assert [(f.kind, f.people_new) for f in report.files] == [("connections", 2)]


def test_months_that_excel_left_in_english_do_not_disturb(network: Network, tmp_path: Path) -> None:
    rows = table(CONNECTIONS, (*ANA_ROW[:6], "12-mar-21"), (*BO_ROW[:6], "12 Jan 2021"))
    network.take(folder(tmp_path, "export", {"Connections.csv": rows}))

    assert sorted(t.since or date.min for t in network.ledger().ties) == [
        date(2021, 1, 12),
        date(2021, 3, 12),
    ]


def test_a_date_nobody_can_read_is_said_and_loses_nobody(network: Network, tmp_path: Path) -> None:
    rows = table(CONNECTIONS, (*ANA_ROW[:6], "31/02/2020"), (*BO_ROW[:6], "25/04/2020"))
    (file,) = network.take(folder(tmp_path, "export", {"Connections.csv": rows})).files

    assert (file.people_new, file.note) == (
        2,
        "1 date could not be read (first: line 2, '31/02/2020')",
    )


def test_hidden_members_are_counted_and_become_nobody(network: Network, tmp_path: Path) -> None:
    rows = table(CONNECTIONS, ANA_ROW, ("", "", "", "", "", "", "07 Jun 2026"))
    (file,) = network.take(folder(tmp_path, "export", {"Connections.csv": rows})).files

    assert (file.rows, file.people_new, file.hidden, file.skipped) == (2, 1, 1, ())
    assert names(network.ledger()) == ["Ana Silva"]


def test_a_row_that_cannot_be_used_is_named_with_line_and_reason(
    network: Network, tmp_path: Path
) -> None:
    rows = NOTES + table(
        CONNECTIONS,
        ANA_ROW,
        ("", "", "", "x@example.org", "Acme", "Analyst", "12 Mar 2023"),
        ANA_ROW,
        (*BO_ROW, "what is this"),
    )
    (file,) = network.take(folder(tmp_path, "export", {"Connections.csv": rows})).files

    assert [(s.line, s.reason) for s in file.skipped] == [
        (6, "it has neither a name nor a profile address"),
        (7, "repeated: this person stands further up in the file"),
        (8, "8 cells, the header has 7: a cell with a comma in it needs quotes"),
    ]
    assert adds_up(file)


def test_two_people_of_one_name_stay_two(network: Network, tmp_path: Path) -> None:
    with_address = table(CONNECTIONS, ANA_ROW, ("Ana", "Silva", f"{ANA}-2", *ANA_ROW[3:]))
    network.take(folder(tmp_path, "new", {"Connections.csv": with_address}))

    assert names(network.ledger()) == ["Ana Silva", "Ana Silva"]


def test_two_people_of_one_name_without_addresses_stay_two(
    network: Network, tmp_path: Path
) -> None:
    rows = table(
        BEFORE_2023,
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2020"),
        ("Ana", "Silva", "", "Blue River", "Nurse", "12 Mar 2020"),
        ("Ana", "Silva", "", "Blue River", "Nurse", "13 Mar 2020"),
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2020"),
    )
    export = folder(tmp_path, "old", {"Connections.csv": rows})

    first, again = network.take(export).files[0], network.take(export).files[0]

    assert (first.people_new, [s.line for s in first.skipped]) == (3, [5])
    assert (again.people_new, again.people_updated, again.people_unchanged) == (0, 0, 3)


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


def test_a_whole_export_gives_everything_it_knows(network: Network, tmp_path: Path) -> None:
    network.take(zipped(tmp_path, "Complete_LinkedInDataExport_05-01-2026.zip", EXPORT))
    ledger = network.ledger()
    me = ledger.people["me"]

    assert names(ledger) == ["Ana Silva", "Bo Chen", "Cy Dee", "Ed Fox"]
    assert writes(ledger) == [
        ("endorsement", "Bo Chen", "me"),
        ("invitation", "Cy Dee", "me"),
        ("invitation", "me", "Ana Silva"),
        ("message", "Ana Silva", "me"),
        ("message", "Ed Fox", "me"),
        ("message", "me", "Ana Silva"),
        ("note", "me", "Ana Silva"),
        ("recommendation", "me", "Ana Silva"),
    ]
    assert (me.name, me.emails, me.urls) == (
        "Robin Ostrow", ("me@example.org", "old@example.org"), (ME,),
    )  # fmt: skip
    assert (me.company, me.title) == ("Kelp Labs", "Lab Manager")
    assert sorted(
        (p.organisation, p.kind, p.start, p.end, p.current) for p in ledger.positions
    ) == [
        ("Hill College", "school", "2009", "2013", False),
        ("Kelp Labs", "work", "2018-06", "", True),
        ("Old Ltd", "work", "2010", "2018-05", False),
    ]
    assert sorted((w.organisation or w.title, w.kind) for w in ledger.wishes) == [
        ("Acme", "dream"), ("Here", "wanted place"), ("Sedge", "saved job"),
        ("Watershed", "dream"), ("Watershed", "follow"),
    ]  # fmt: skip
    assert [(s.id, s.snapshot) for s in ledger.sources] == [("linkedin", date(2026, 5, 1))]
    assert {(t.basis, t.kind) for t in ledger.ties} == {(Basis.OBSERVED, "connection")}
    assert {(o.name, o.kind) for o in ledger.organisations.values()} == {
        ("Acme", "company"), ("Blue River", "company"), ("Kelp Labs", "company"),
        ("Old Ltd", "company"), ("Hill College", "school"), ("Watershed", "company"),
        ("Sedge", "company"),
    }  # fmt: skip


def test_every_file_of_an_export_is_in_the_report(network: Network, tmp_path: Path) -> None:
    report = network.take(folder(tmp_path, "export", EXPORT))
    kinds = {f.path.partition("/")[2]: f.kind for f in report.files}

    assert sorted(kinds) == sorted(EXPORT)
    assert (kinds["Skills.csv"], kinds["guide_messages.csv"]) == ("ignored", "ignored")


def test_the_words_of_a_message_are_kept_nowhere(network: Network, tmp_path: Path) -> None:
    secret = "zanzibar-4711"
    rows = [
        message("1", "Ana Silva", ANA, "Robin Ostrow", ME, "2024-03-19 14:02:11 UTC", secret),
        message(
            "1", "Ana Silva", ANA, "Robin Ostrow", ME, "2024-03-19 14:02:12 UTC", secret, "SPAM"
        ),
    ]
    export = {**EXPORT, "messages.csv": table(MESSAGES, *rows)}
    report = network.take(folder(tmp_path, "export", export))

    assert secret.encode() not in network.path.read_bytes()
    assert secret not in repr(report)


def test_drafts_spam_advertisements_and_the_departed_are_told_apart(
    network: Network, tmp_path: Path
) -> None:
    on = "2024-03-19 14:02:11 UTC"
    spin = '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%</p>'
    rows = [
        message("1", "Robin Ostrow", ME, "Ana Silva", ANA, on, draft="Yes"),
        message("2", "Ana Silva", ANA, "Robin Ostrow", ME, on, folder="SPAM"),
        message("3", "Acme Ads", "", "Robin Ostrow", ME, on, spin),
        message("4", "LinkedIn Member", "", "Robin Ostrow", ME, on),
        message("5", "Robin Ostrow", ME, "LinkedIn Member", "", on),
        message("6", "", "", "Robin Ostrow", ME, on),
        message("7", "Robin Ostrow", ME, "", "", on),
        message("8", "Ana Silva", ANA, "Robin Ostrow", ME, on),
    ]
    export = {**EXPORT, "messages.csv": table(MESSAGES, *rows)}
    report = network.take(folder(tmp_path, "export", export))
    (file,) = [f for f in report.files if f.kind == "messages"]

    assert (file.rows, file.events_new, file.hidden) == (8, 1, 2)
    assert [(s.line, s.reason) for s in file.skipped] == [
        (2, "a draft, never sent"),
        (3, "in the spam folder"),
        (4, "an advertisement (sponsored message)"),
        (7, "it has no sender"),
        (8, "it has no recipient"),
    ]
    assert "LinkedIn Member" not in names(network.ledger())


def test_a_group_is_a_gathering_and_a_message_to_each(network: Network, tmp_path: Path) -> None:
    rows = [
        message(
            "g", "Robin Ostrow", ME, "Ana Silva, Bo Chen", f"{ANA},{BO}", "2024-03-19 14:02:11"
        ),
        message(
            "g", "Bo Chen", BO, "Ana Silva, Robin Ostrow", f"{ANA},{ME}", "2024-03-20 14:02:11"
        ),
    ]
    export = {**EXPORT, "messages.csv": table(MESSAGES, *rows)}
    network.take(folder(tmp_path, "export", export))
    ledger = network.ledger()
    (gathering,) = ledger.gatherings

    assert [w for w in writes(ledger) if w[0] == "message"] == [
        ("message", "Bo Chen", "me"),
        ("message", "me", "Ana Silva"),
        ("message", "me", "Bo Chen"),
    ]
    assert sorted(ledger.people[i].name for i in gathering.people) == [
        "Ana Silva", "Bo Chen", "Robin Ostrow",
    ]  # fmt: skip
    assert gathering.day == date(2024, 3, 20)


def test_writing_to_a_crowd_is_writing_to_nobody(network: Network, tmp_path: Path) -> None:
    urls = [f"{ANA}-{n}" for n in range(11)]
    rows = [message("g", "Robin Ostrow", ME, "many", ",".join(urls), "2024-03-19 14:02:11")]
    network.take(folder(tmp_path, "x", {**EXPORT, "messages.csv": table(MESSAGES, *rows)}))
    ledger = network.ledger()

    assert not [e for e in every_event(ledger) if e.kind == EventKind.MESSAGE]
    assert [len(g.people) for g in ledger.gatherings] == [12]


OLD_MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER"
)


def test_messages_without_recipients_addresses_go_by_name(network: Network, tmp_path: Path) -> None:
    rows = table(
        OLD_MESSAGES,
        (
            "1",
            "",
            "Robin Ostrow",
            ME,
            "Agnes Thornquist, PhD, MBA",
            "2022-01-02 10:00:00 UTC",
            "",
            "x",
            "",
        ),
        ("2", "", "Robin Ostrow", ME, "Bo Chen, Ana Silva", "2022-01-03 10:00:00 UTC", "", "x", ""),
        ("1", "", "Agnes", "", "Robin Ostrow", "2022-01-04 10:00:00 UTC", "", "x", "INBOX"),
    )
    connections = table(
        BEFORE_2023,
        ("Agnes Thornquist, PhD, MBA", "", "", "Acme", "", "12 Mar 2020"),
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2020"),
    )
    files = {"Connections.csv": connections, "messages.csv": rows, "Profile.csv": PROFILE}
    network.take(folder(tmp_path, "export", files))

    assert writes(network.ledger()) == [
        ("message", "Agnes", "me"),
        ("message", "me", "Agnes Thornquist, PhD, MBA"),
        ("message", "me", "Ana Silva"),
        ("message", "me", "Bo Chen"),
    ]


def test_messages_of_2018_say_themselves_which_way_they_went(
    network: Network, tmp_path: Path
) -> None:
    rows = table(
        "From,To,Date,Subject,Content,Direction,Folder",
        ("Robin Ostrow", "Ana Silva", "4/3/18, 9:07 AM", "", "x", "OUTGOING", "SENT"),
        ("Ana Silva", "Robin Ostrow", "4/4/18, 9:07 AM", "", "x", "INCOMING", "INBOX"),
    )
    network.take(folder(tmp_path, "export", {"Messages.csv": rows}))

    assert writes(network.ledger()) == [
        ("message", "Ana Silva", "me"),
        ("message", "me", "Ana Silva"),
    ]
    assert {e.day for e in every_event(network.ledger())} == {date(2018, 4, 3), date(2018, 4, 4)}


def test_ego_is_the_one_in_every_conversation(network: Network, tmp_path: Path) -> None:
    rows = table(
        MESSAGES,
        message("1", "Ana Silva", ANA, "R. O.", ME, "2024-03-19 14:02:11 UTC"),
        message("2", "Cy Dee", f"{ANA}-cy", "R. O.", ME, "2024-03-20 14:02:11 UTC"),
        message("2", "R. O.", ME, "Cy Dee", f"{ANA}-cy", "2024-03-20 14:02:11 UTC"),
    )
    network.take(folder(tmp_path, "x", {"Connections.csv": TODAYS, "messages.csv": rows}))

    assert names(network.ledger()) == ["Ana Silva", "Bo Chen", "Cy Dee"]
    assert network.ledger().people["me"].urls == (ME,)


def test_when_either_could_be_ego_nothing_is_guessed(network: Network, tmp_path: Path) -> None:
    rows = table(
        MESSAGES, message("1", "Ann", f"{ANA}-x", "Ben", f"{ANA}-y", "2024-03-19 14:02:11 UTC")
    )
    files = {"Connections.csv": TODAYS, "messages.csv": rows}
    report = network.take(folder(tmp_path, "export", files))
    (file,) = [f for f in report.files if f.kind == "messages"]

    assert "cannot be told who of the two is you" in file.skipped[0].reason


def test_a_recommendation_by_one_of_two_of_a_name_is_left_out(
    network: Network, tmp_path: Path
) -> None:
    twins = table(CONNECTIONS, ANA_ROW, ("Ana", "Silva", f"{ANA}-2", "", "Acme", "Nurse", ""))
    report = network.take(folder(tmp_path, "x", {**EXPORT, "Connections.csv": twins}))
    (file,) = [f for f in report.files if f.kind == "recommendations"]

    assert [s.reason for s in file.skipped] == [
        "2 people are called Ana Silva and the row has no profile address"
    ]


def test_the_same_export_twice_changes_nothing(network: Network, tmp_path: Path) -> None:
    export = folder(tmp_path, "export", EXPORT)
    network.take(export)
    before = network.facts()
    report = network.take(export)

    assert network.facts() == before
    assert network.changes() == 1
    assert sum(f.people_new + f.people_updated + f.events_new for f in report.files) == 0


def test_basic_and_complete_together_count_once(network: Network, tmp_path: Path) -> None:
    basic = zipped(tmp_path, "Basic_LinkedInDataExport_04-30-2026.zip", {"Connections.csv": TODAYS})
    complete = zipped(tmp_path, "Complete_LinkedInDataExport_05-01-2026.zip", EXPORT)
    together = network.take(complete, basic)
    alone = Network(tmp_path / "alone.db")
    alone.take(complete)

    assert network.ledger() == alone.ledger()
    assert [f.people_new for f in together.files if f.kind == "connections"] == [2, 0]


def newer(root: Path) -> tuple[Path, Path]:
    """Write an export of 2025 and one of 2026 in which Ana changed job and Bo is gone."""
    first = zipped(root, "Basic_LinkedInDataExport_05-01-2025.zip", {"Connections.csv": TODAYS})
    rows = table(
        CONNECTIONS,
        ("Cy", "Dee", f"{ANA}-cy", "", "Acme", "Boss", "02 Jan 2026"),
        (*ANA_ROW[:4], "Watershed", "Data Scientist", ANA_ROW[6]),
    )
    return first, zipped(root, "Basic_LinkedInDataExport_05-01-2026.zip", {"Connections.csv": rows})


def test_a_newer_export_says_who_is_new_changed_job_or_is_gone(
    network: Network, tmp_path: Path
) -> None:
    first, second = newer(tmp_path)
    network.take(first)
    report = network.take(second)
    (file,) = report.files

    assert (file.people_new, file.people_updated, file.people_unchanged) == (1, 1, 0)
    assert [(c.name, c.before, c.after) for c in report.changed] == [
        ("Ana Silva", "Analyst, Acme", "Data Scientist, Watershed")
    ]
    assert [p.name for p in report.gone] == ["Bo Chen"]
    assert [(p.organisation, p.title, p.seen) for p in network.ledger().positions] == [
        ("Acme", "Analyst", date(2025, 5, 1))
    ]


def test_the_order_of_exports_does_not_matter(tmp_path: Path) -> None:
    first, second = newer(tmp_path)
    forward, backward, at_once = (Network(tmp_path / f"{n}.db") for n in range(3))
    forward.take(first)
    forward.take(second)
    backward.take(second)
    backward.take(first)
    at_once.take(second, first)

    assert forward.ledger() == backward.ledger() == at_once.ledger()


def test_a_short_list_does_not_make_everybody_gone(network: Network, tmp_path: Path) -> None:
    many = table(
        CONNECTIONS,
        *(("Ana", f"Silva {n}", f"{ANA}-{n}", "", "", "", "12 Mar 2020") for n in range(10)),
    )
    network.take(folder(tmp_path, "Complete_05-01-2025", {"Connections.csv": many}))
    report = network.take(folder(tmp_path, "Cut_05-01-2026", {"Connections.csv": TODAYS}))

    assert report.gone == ()


def test_addresses_that_come_later_join_the_people_known_by_name(
    network: Network, tmp_path: Path
) -> None:
    old = table(
        BEFORE_2023,
        ("Ana", "Silva", "", "Kelp Labs", "Intern", "12 Mar 2023"),
        ("Bo", "Chen", "", "Blue River", "Chemist", "01 Feb 2020"),
    )
    network.take(folder(tmp_path, "Basic_05-12-2023", {"Connections.csv": old}))
    report = network.take(folder(tmp_path, "Basic_07-04-2023", {"Connections.csv": TODAYS}))
    ledger = network.ledger()

    assert names(ledger) == ["Ana Silva", "Bo Chen"]
    assert [(c.before, c.after) for c in report.changed] == [("Intern, Kelp Labs", "Analyst, Acme")]
    assert {m.reasons[0] for m in ledger.matches} == {
        "same name, both connected on 2023-03-12",
        "same name, both connected on 2020-02-01",
    }
    assert report.people == 2


def test_an_old_export_after_the_new_one_finds_the_same_people(
    network: Network, tmp_path: Path
) -> None:
    old = table(BEFORE_2023, ("Ana", "Silva", "", "Kelp Labs", "Intern", "12 Mar 2023"))
    network.take(folder(tmp_path, "Basic_07-04-2023", {"Connections.csv": TODAYS}))
    network.take(folder(tmp_path, "Basic_05-12-2023", {"Connections.csv": old}))
    ledger = network.ledger()

    assert names(ledger) == ["Ana Silva", "Bo Chen"]
    assert [p.organisation for p in ledger.positions] == ["Kelp Labs"]


def test_a_friends_export_is_theirs(network: Network, tmp_path: Path) -> None:
    network.take(folder(tmp_path, "mine", EXPORT))
    hers = table(
        CONNECTIONS,
        ("Di", "Ek", f"{ANA}-di", "", "Acme", "Boss", "02 Jan 2020"),
        ("Robin", "Ostrow", ME, "", "", "", "12 Mar 2023"),
    )
    (file,) = network.take(
        folder(tmp_path, "hers", {"Connections.csv": hers}), owner="Ana Silva"
    ).files
    ledger = network.ledger()
    (ana,) = [p for p in ledger.people.values() if p.name == "Ana Silva"]
    ties = [(t.u, ledger.people[t.v].name) for t in ledger.ties if t.u != "me"]

    assert ties == [(ana.id, "Di Ek")]
    assert adds_up(file)
    assert [s.line for s in file.skipped] == [3]
    assert ["me", ana.id] == [s.owner for s in ledger.sources]
    assert ledger.people["me"].name == "Robin Ostrow"


def test_a_friends_export_goes_without_a_trace(network: Network, tmp_path: Path) -> None:
    network.take(folder(tmp_path, "mine", EXPORT))
    before = network.ledger()
    hers = table(CONNECTIONS, ("Di", "Ek", f"{ANA}-di", "", "Acme", "Boss", "02 Jan 2020"))
    network.take(folder(tmp_path, "hers", {"Connections.csv": hers}), owner="Ana Silva")
    lent = next(s.id for s in network.ledger().sources if s.owner != "me")
    with Store.open(network.path) as store:
        store.forget_source(lent)
    after = network.ledger()

    assert (before.people, before.ties, before.alias) == (after.people, after.ties, after.alias)


def test_a_friends_export_adds_nothing_to_what_is_between_them_and_ego(
    network: Network, tmp_path: Path
) -> None:
    network.take(folder(tmp_path, "mine", EXPORT))
    before = network.ledger()
    hers = {
        "Profile.csv": "First Name,Last Name,Headline\nAna,Silva,Analyst\n",
        "Connections.csv": table(CONNECTIONS, ("Robin", "Ostrow", ME, "", "", "", "12 Mar 2023")),
        "Invitations.csv": table(
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
            ("Robin Ostrow", "Ana Silva", "11/4/18, 9:05 PM", "", "INCOMING", ME, ANA),
        ),
        "messages.csv": table(
            MESSAGES,
            message("c", "Robin Ostrow", ME, "Ana Silva", ANA, "2026-01-01 10:00:00 UTC"),
            message("c", "Ana Silva", ANA, "Robin Ostrow", ME, "2026-01-02 10:00:00 UTC"),
            message("d", "Ana Silva", ANA, "Bo Chen", BO, "2026-01-02 10:00:00 UTC"),
        ),
    }
    report = network.take(folder(tmp_path, "hers", hers), owner="Ana Silva")
    after = network.ledger()
    (ana,) = [i for i, p in before.people.items() if p.name == "Ana Silva"]
    new = set(every_event(after)) - set(every_event(before))

    assert [(e.giver, after.people[e.taker].name) for e in new] == [(ana, "Bo Chen")]
    assert [t for t in after.ties if EGO in (t.u, t.v)] == list(before.ties)
    assert {f.kind: len(f.skipped) for f in report.files} == {
        "profile": 0, "connections": 1, "invitations": 1, "messages": 2,
    }  # fmt: skip


def test_a_friend_nobody_has_heard_of_becomes_a_person(network: Network, tmp_path: Path) -> None:
    network.take(folder(tmp_path, "hers", {"Connections.csv": TODAYS}), owner="Zoë Quill")

    assert names(network.ledger()) == ["Ana Silva", "Bo Chen", "Zoë Quill"]


cell = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
urls = st.one_of(st.just(""), st.sampled_from([ANA, BO, f"{ANA}/", "nonsense"]), cell)
dates = st.one_of(st.sampled_from(["12 Mar 2023", "1/2/20", "", "07 Jun 2026"]), cell)
rows_of_people = st.lists(st.tuples(cell, cell, urls, cell, cell, cell, dates), max_size=8)


@settings(max_examples=40)
@given(rows_of_people)
def test_whatever_the_rows_none_is_lost_and_twice_is_once(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    root = tmp_path_factory.mktemp("rows")
    export = folder(root, "export", {"Connections.csv": table(CONNECTIONS, ANA_ROW, *rows)})
    if b"\0" in (export / "Connections.csv").read_bytes():
        return
    network = Network(root / "network.db")
    (first,) = network.take(export).files
    before = network.facts()
    (again,) = network.take(export).files

    assert adds_up(first)
    assert adds_up(again)
    assert len(network.ledger().people) == first.people_new + 1
    assert network.facts() == before
    assert (again.people_new, again.people_updated) == (0, 0)


def test_a_friends_wishes_and_notes_stay_theirs(network: Network, tmp_path: Path) -> None:
    report = network.take(folder(tmp_path, "hers", EXPORT), owner="Robin Ostrow")
    kinds = {f.path.partition("/")[2]: f.kind for f in report.files}

    assert (kinds["Notes.csv"], kinds["Company Follows.csv"]) == ("ignored", "ignored")
    assert network.ledger().wishes == ()
    assert network.ledger().people["me"].name == "You"


def test_a_friends_export_without_their_name_is_noticed(network: Network, tmp_path: Path) -> None:
    network.take(folder(tmp_path, "mine", EXPORT))
    hers = {
        "Profile.csv": "First Name,Last Name,Headline\nZoë,Quill,Writer\n",
        "Invitations.csv": table(
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
            ("Zoë Quill", "Ana Silva", "3/11/23, 2:37 PM", "", "OUTGOING", f"{ANA}-zoe", ANA),
        ),
    }

    with pytest.raises(UnreadableFile, match="import it with Zoë Quill as its owner"):
        network.take(folder(tmp_path, "hers", hers))
    network.take(folder(tmp_path, "hers", hers), owner="Zoë Quill")


def test_an_older_export_does_not_take_ego_back(network: Network, tmp_path: Path) -> None:
    old = {
        **EXPORT,
        "Profile.csv": "First Name,Last Name,Headline\nRobin,Maiden,Clerk\n",
        "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
        "Old Ltd,Clerk,,,2010,\n",
    }
    network.take(folder(tmp_path, "Complete_05-01-2026", EXPORT))
    network.take(folder(tmp_path, "Complete_05-01-2016", old))
    me = network.ledger().people["me"]

    assert (me.name, me.company, me.title) == ("Robin Ostrow", "Kelp Labs", "Lab Manager")


def test_a_name_learnt_later_replaces_an_address(network: Network, tmp_path: Path) -> None:
    urls = f"{ANA}-x,{ANA}-y"
    rows = table(
        MESSAGES,
        message("g", "Robin Ostrow", ME, "Dee, MD, Cy, Ed Fox", urls, "2024-03-19 14:02:11 UTC"),
        message("g", "Ed Fox", f"{ANA}-y", "Robin Ostrow", ME, "2024-03-20 14:02:11 UTC"),
    )
    network.take(folder(tmp_path, "export", {**EXPORT, "messages.csv": rows}))

    assert "Ed Fox" in names(network.ledger())
    assert "ana-silva-x" in names(network.ledger())


def test_endorsements_and_invitations_of_2022_go_by_name(network: Network, tmp_path: Path) -> None:
    files = {
        "Connections.csv": TODAYS,
        "Invitations.csv": table(
            "From,To,Sent At,Message,Direction,inviterProfileUrn,inviteeProfileUrn",
            ("R. O.", "Ana Silva", "1/29/22, 2:37 PM", "Hi", "OUTGOING", "urn:li:member:1", "u"),
            ("R. O.", "LinkedIn Member", "1/29/22, 2:37 PM", "", "OUTGOING", "urn:li:member:1", ""),
        ),
        "Endorsement_Given_Info.csv": table(
            "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsement Status",
            ("2022/03/01 12:00:00 UTC", "SQL", "Bo", "Chen", "ACCEPTED"),
            ("2022/03/01 12:00:00 UTC", "SQL", "Bo", "Chen", "ACCEPTED"),
            ("2022/03/01 12:00:00 UTC", "SQL", "", "", "ACCEPTED"),
        ),
    }
    report = network.take(folder(tmp_path, "export", files))
    skipped = {f.kind: [(s.line, s.reason) for s in f.skipped] for f in report.files}
    (invitation,) = [e for e in network.ledger().events if e.kind == EventKind.INVITATION]

    assert writes(network.ledger()) == [
        ("endorsement", "me", "Bo Chen"),
        ("invitation", "me", "Ana Silva"),
    ]
    assert invitation.note == "with a note"
    assert [f.hidden for f in report.files if f.kind == "invitations"] == [1]
    assert skipped["endorsements"] == [
        (3, "repeated: the same endorsement stands further up in the file"),
        (4, "it names nobody"),
    ]


def test_empty_rows_about_ego_are_named(network: Network, tmp_path: Path) -> None:
    files = {
        "Connections.csv": TODAYS,
        "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
        ",,Something,,2010,\n",
        "Company Follows.csv": "Organization,Followed On\n,Tue May 13 07:28:32 UTC 2025\n",
        "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\n,Yes,Yes,x\n",
    }
    report = network.take(folder(tmp_path, "export", files))

    assert {f.kind: [s.reason for s in f.skipped] for f in report.files if f.skipped} == {
        "positions": ["it names no organisation and no title"],
        "company_follows": ["it names no company"],
        "email_addresses": ["it is empty"],
    }


def test_who_wrote_under_a_name_and_connected_without_address_is_joined(
    network: Network, tmp_path: Path
) -> None:
    files = {
        "Connections.csv": table(
            BEFORE_2023, ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2020")
        ),
        "Profile.csv": PROFILE,
        "messages.csv": table(
            OLD_MESSAGES,
            ("1", "", "Ana Silva", ANA, "Robin Ostrow", "2022-01-02 10:00:00", "", "x", "INBOX"),
        ),
    }
    network.take(folder(tmp_path, "export", files))

    assert names(network.ledger()) == ["Ana Silva"]
    assert writes(network.ledger()) == [("message", "Ana Silva", "me")]


def test_twins_known_by_name_are_not_joined_by_a_later_address(
    network: Network, tmp_path: Path
) -> None:
    old = table(
        BEFORE_2023,
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2023"),
        ("Ana", "Silva", "", "Watershed", "Nurse", "12 Mar 2023"),
    )
    network.take(folder(tmp_path, "Basic_05-12-2023", {"Connections.csv": old}))
    network.take(folder(tmp_path, "Basic_07-04-2023", {"Connections.csv": TODAYS}))

    assert not [m for m in network.facts().matches if "both connected" in m.reasons[0]]


PEOPLE = st.sampled_from(
    [("Ana Silva", ANA), ("Cy", f"{ANA}-cy"), ("Dee", ""), ("LinkedIn Member", ""), ("", "")]
)
TIMES = st.sampled_from(["2024-03-19 14:02:11 UTC", "2024-03-20 14:02:11 UTC", "", "soon"])


@settings(max_examples=40)
@given(st.lists(st.tuples(PEOPLE, st.booleans(), TIMES, st.sampled_from(["INBOX", "SPAM"]))))
def test_every_message_is_an_event_hidden_or_left_out(
    tmp_path_factory: pytest.TempPathFactory,
    correspondence: list[tuple[tuple[str, str], bool, str, str]],
) -> None:
    root = tmp_path_factory.mktemp("messages")
    mine = ("Robin Ostrow", ME)
    rows = [
        message("1", *(mine if sent else who), *(who if sent else mine), on, folder=box)
        for who, sent, on, box in correspondence
    ]
    export = folder(root, "export", {**EXPORT, "messages.csv": table(MESSAGES, *rows)})
    network = Network(root / "network.db")
    (file,) = [f for f in network.take(export).files if f.kind == "messages"]
    before = network.facts()
    network.take(export)

    assert file.rows == len(rows)
    assert file.events_new + file.hidden + len(file.skipped) == file.rows
    assert network.facts() == before


def test_damage_far_down_in_one_file_does_not_stop_the_others(
    network: Network, tmp_path: Path
) -> None:
    damaged = "Organization,Followed On\n" + "Watershed,\n" * 2000 + "Ac\0me,\n"
    files = {"Connections.csv": TODAYS, "Company Follows.csv": damaged}
    report = network.take(folder(tmp_path, "export", files))

    assert [(f.kind, f.note) for f in report.files] == [
        ("unreadable", "not a text file, or damaged: it has NUL bytes (first in line 2002)"),
        ("connections", ""),
    ]


def test_a_group_with_somebody_unclear_in_it_reaches_the_others(
    network: Network, tmp_path: Path
) -> None:
    twins = table(
        BEFORE_2023,
        ("Ana", "Silva", "", "Acme", "", "12 Mar 2020"),
        ("Ana", "Silva", "", "Watershed", "", "13 Mar 2020"),
        ("Bo", "Chen", "", "Blue River", "", "13 Mar 2020"),
    )
    to = "Ana Silva, Bo Chen, LinkedIn Member"
    rows = table(
        OLD_MESSAGES, ("1", "", "Robin Ostrow", ME, to, "2022-01-02 10:00:00", "", "x", "INBOX")
    )
    files = {"Connections.csv": twins, "messages.csv": rows, "Profile.csv": PROFILE}
    report = network.take(folder(tmp_path, "export", files))

    assert writes(network.ledger()) == [("message", "me", "Bo Chen")]
    assert [f.note for f in report.files if f.kind == "messages"] == [
        "1 of several recipients could be more than one person: left out"
    ]


def test_dates_nobody_can_read_are_counted_in_every_file(network: Network, tmp_path: Path) -> None:
    rows = [
        message("1", "Ana Silva", ANA, "Robin Ostrow", ME, "2024-03-19 14:02:11 UTC"),
        message("1", "Ana Silva", ANA, "Robin Ostrow", ME, "some day"),
    ]
    export = {**EXPORT, "messages.csv": table(MESSAGES, *rows)}
    report = network.take(folder(tmp_path, "export", export))

    assert {f.kind: f.note for f in report.files if f.note and f.kind != "ignored"} == {
        "messages": "1 date could not be read (first: line 3)"
    }


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("Basic_LinkedInDataExport_11-28-2021.zip/Connections.csv", date(2021, 11, 28)),
        ("export 2024-03-19/messages.csv", date(2024, 3, 19)),
        ("Complete_LinkedInDataExport_13-40-2026/x.csv", None),
        ("2020-01-01/Complete_LinkedInDataExport_05-01-2026/x.csv", date(2026, 5, 1)),
        ("Connections.csv", None),
    ],
)
def test_the_day_of_an_export_is_in_its_name(path: str, day: date | None) -> None:
    assert day_in_name(path, month_first=True) == day


def test_one_person_known_twice_is_one_to_a_recommendation(
    network: Network, tmp_path: Path
) -> None:
    old = table(BEFORE_2023, ("Ana", "Silva", "", "Kelp Labs", "Intern", "12 Mar 2023"))
    network.take(folder(tmp_path, "Basic_05-12-2023", {"Connections.csv": old}))
    first = network.take(folder(tmp_path, "Complete_05-01-2026", EXPORT))
    again = network.take(folder(tmp_path, "Complete_05-01-2026", EXPORT))

    assert not [
        f for f in (*first.files, *again.files) if f.kind == "recommendations" and f.skipped
    ]
    assert len(first.joined) == 1
    assert ("recommendation", "me", "Ana Silva") in writes(network.ledger())


GROUP_MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER"
)
_IN = "https://www.linkedin.com/in/"


@pytest.mark.parametrize(
    ("to", "slugs", "written_to"),
    [
        ("Ana Silva,Bo Chen", "ana,bo", ["Ana Silva", "Bo Chen"]),
        ("Ana Silva,Bo Chen, PhD", "ana,bo", ["Ana Silva", "Bo Chen, PhD"]),
        ("Silva, Ana,Bo Chen, PhD, MBA", "ana,bo", ["Bo Chen, PhD, MBA", "Silva, Ana"]),
        ("Ana Silva, Bo Chen", "ana,bo", ["Ana Silva", "Bo Chen"]),
        ("Silva, Ana, Bo Chen", "ana,bo", ["ana", "bo"]),
        ("Ana Silva,Bo Chen", "", ["Ana Silva", "Bo Chen"]),
        ("Ana Silva,Bo Chen, PhD", "", ["Ana Silva", "Bo Chen, PhD"]),
        ("Ana Silva,Bo", "", ["Ana Silva"]),
        ("Ana Silva, Bo Chen, PhD", "", ["Ana Silva", "Bo Chen, PhD"]),
        ("Silva, Ana", "", ["Silva, Ana"]),
        ("Ana Silva,B", "", ["Ana Silva"]),
    ],
)  # fmt: skip
def test_a_piece_of_a_name_is_nobody(
    to: str, slugs: str, written_to: list[str], network: Network, tmp_path: Path
) -> None:
    urls = ",".join(_IN + slug for slug in slugs.split(",") if slug)
    row = ("1", "", "Robin Ostrow", ME, to, urls, "2022-01-02 10:00:00 UTC", "", "x", "")
    files = {"messages.csv": table(GROUP_MESSAGES, row), "Profile.csv": PROFILE}
    network.take(folder(tmp_path, "export", files))

    assert written_to == sorted(p.name for p in network.ledger().people.values() if p.id != "me")


def test_a_name_of_one_letter_is_nobody(network: Network, tmp_path: Path) -> None:
    rows = table(
        OLD_MESSAGES,
        ("1", "", "Robin Ostrow", ME, "A", "2022-01-02 10:00:00 UTC", "", "x", ""),
        ("2", "", "Robin Ostrow", ME, "Ana Silva", "2022-01-02 10:00:00 UTC", "", "x", ""),
    )  # fmt: skip
    network.take(folder(tmp_path, "export", {"messages.csv": rows, "Profile.csv": PROFILE}))

    assert ["Ana Silva"] == [p.name for p in network.ledger().people.values() if p.id != "me"]
