"""Whole exports of LinkedIn, of one person or several, in any order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netgraph.model.correspondence import every_event
from netgraph.model.errors import UnreadableFile
from netgraph.model.records import EGO, Basis
from netgraph.sources.dates import day_in_name
from netgraph.store import Store

from .exports import (
    ANA,
    ANA_ROW,
    BEFORE_2023,
    BO,
    CONNECTIONS,
    EXPORT,
    ME,
    MESSAGES,
    OLD_MESSAGES,
    PROFILE,
    TODAYS,
    Network,
    adds_up,
    folder,
    message,
    names,
    table,
    writes,
    zipped,
)


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
