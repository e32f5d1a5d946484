"""Invitations, endorsements, recommendations and notes: one event per row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netgraph.model import ids
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
)
from netgraph.sources.linkedin.endorsements import (
    invitations,
    notes,
    read_endorsements,
    recommendations,
)
from netgraph.sources.protocol import Reading
from tests.sources.exports import (
    ANA,
    ANA_ROW,
    BEFORE_2023,
    CONNECTIONS,
    EXPORT,
    ME,
    TODAYS,
    Network,
    account,
    folder,
    opened,
    table,
    writes,
)


def test_a_recommendation_by_one_of_two_of_a_name_is_left_out(
    network: Network, tmp_path: Path
) -> None:
    twins = table(CONNECTIONS, ANA_ROW, ("Ana", "Silva", f"{ANA}-2", "", "Acme", "Nurse", ""))
    report = network.take(folder(tmp_path, "x", {**EXPORT, "Connections.csv": twins}))
    (file,) = [f for f in report.files if f.kind == "recommendations"]

    assert [s.reason for s in file.skipped] == [
        "2 people are called Ana Silva and the row has no profile address"
    ]


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


INVITED = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
RECEIVED = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
    "Endorsement Status"
)
ON = "3/11/23, 2:37 PM"
SILVA = ids.profile("linkedin", "ana-silva")


def events(reading: Reading) -> list[Event]:
    return [fact for fact in reading.facts if isinstance(fact, Event)]


@pytest.mark.parametrize(
    ("direction", "sides"),
    [("OUTGOING", (EGO, SILVA)), (" outgoing ", (EGO, SILVA)), ("", (EGO, SILVA))],
)
def test_an_invitation_goes_the_way_it_says_or_from_the_owner(
    direction: str, sides: tuple[str, str]
) -> None:
    row = ("Robin Ostrow", "Ana Silva", ON, "", direction, ME, ANA)
    (event,) = events(invitations("i", opened("invitations", table(INVITED, row)), account()))

    assert (*sides, date(2023, 3, 11), "") == (event.giver, event.taker, event.day, event.note)


def test_an_incoming_invitation_is_the_others_doing_and_its_words_are_not_kept() -> None:
    row = ("Ana Silva", "Robin Ostrow", ON, "secret words", "INCOMING", ANA, ME)
    reading = invitations("i", opened("invitations", table(INVITED, row)), account())

    assert [(SILVA, EGO, "with a note")] == [(e.giver, e.taker, e.note) for e in events(reading)]
    assert "secret" not in repr(reading)


def test_two_invitations_of_one_minute_are_two() -> None:
    row = ("Robin Ostrow", "Ana Silva", ON, "", "OUTGOING", ME, ANA)
    found = events(invitations("i", opened("invitations", table(INVITED, row, row)), account()))

    assert 2 == len({event.id for event in found})


def received(*rows: tuple[str, ...]) -> Reading:
    opening = opened("endorsement_received_info", table(RECEIVED, *rows))
    return read_endorsements("e", opening, account(), given=False)


def test_an_endorsement_goes_from_who_gave_it_and_says_the_skill() -> None:
    (event,) = events(received(("2024/03/01 12:00:00 UTC", "SQL", "Ana", "Silva", ANA, "ACCEPTED")))

    assert (EventKind.ENDORSEMENT, SILVA, EGO) == (event.kind, event.giver, event.taker)
    assert (date(2024, 3, 1), "SQL") == (event.day, event.note)


@pytest.mark.parametrize("status", ["Redacted", " DELETED ", "withdrawn"])
def test_an_endorsement_that_was_withdrawn_is_none(status: str) -> None:
    reading = received(("2024/03/01 12:00:00 UTC", "SQL", "Ana", "Silva", ANA, status))

    assert () == reading.facts
    assert ["the endorsement was withdrawn"] == [skip.reason for skip in reading.skipped]


def test_another_skill_or_day_is_another_endorsement_and_the_same_is_none() -> None:
    row = ("2024/03/01 12:00:00 UTC", "SQL", "Ana", "Silva", ANA, "ACCEPTED")
    reading = received(row, (row[0], "R", *row[2:]), ("2024/03/02", *row[1:]), row)

    assert 3 == len(events(reading))
    assert [5] == [skip.line for skip in reading.skipped]


def test_a_recommendation_goes_by_name_and_firm() -> None:
    header = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
    row = ("Ana", "Silva", "Acme", "Analyst", "Wonderful.", "03/14/23, 09:11 AM", "VISIBLE")
    opening = opened("recommendations_given", table(header, row))

    ana = ids.mention("linkedin", "Ana Silva", "Acme")
    for given, sides in ((True, (EGO, ana)), (False, (ana, EGO))):
        reading = recommendations("r", opening, account(), given=given)
        (event,) = events(reading)
        assert (*sides, date(2023, 3, 14)) == (event.giver, event.taker, event.day)
        assert "Wonderful" not in repr(reading)


def test_a_note_of_the_users_is_kept_in_their_words() -> None:
    header = "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On"
    row = ("Ana", "Silva", ANA, "Likes\x1b[31m kelp ", "2026-03-02 08:11:00")
    (event,) = events(notes("n", opened("notes", table(header, row)), account()))

    assert (EGO, SILVA, "Likes kelp") == (event.giver, event.taker, event.note)
    assert date(2026, 3, 2) == event.day
