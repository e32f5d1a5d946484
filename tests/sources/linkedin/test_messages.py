"""Messages: who wrote to whom and when, and never what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model import ids
from netgraph.model.correspondence import every_event
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Gathering,
    Ledger,
)
from netgraph.sources.linkedin.messages import assistant, read_messages
from netgraph.sources.protocol import Reading
from tests.sources.exports import (
    ANA,
    BEFORE_2023,
    BO,
    EXPORT,
    ME,
    MESSAGES,
    OLD_MESSAGES,
    PROFILE,
    Network,
    account,
    folder,
    message,
    names,
    opened,
    table,
    writes,
)


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


PEOPLE = st.sampled_from(
    [("Ana Silva", ANA), ("Cy", f"{ANA}-cy"), ("Dee", ""), ("LinkedIn Member", ""), ("", "")]
)


TIMES = st.sampled_from(["2024-03-19 14:02:11 UTC", "2024-03-20 14:02:11 UTC", "", "soon"])


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
    assert 2 == len(network.facts().events)  # the other is kept until it is told who is meant
    assert [f.note for f in report.files if f.kind == "messages"] == [
        "1 of several recipients could be more than one person: left out"
    ]


def test_a_name_of_one_letter_is_nobody(network: Network, tmp_path: Path) -> None:
    rows = table(
        OLD_MESSAGES,
        ("1", "", "Robin Ostrow", ME, "A", "2022-01-02 10:00:00 UTC", "", "x", ""),
        ("2", "", "Robin Ostrow", ME, "Ana Silva", "2022-01-02 10:00:00 UTC", "", "x", ""),
    )  # fmt: skip
    network.take(folder(tmp_path, "export", {"messages.csv": rows, "Profile.csv": PROFILE}))

    assert ["Ana Silva"] == [p.name for p in network.ledger().people.values() if p.id != "me"]


FROM_ANA = message("1", "Ana Silva", ANA, "Robin Ostrow", ME, "2024-03-19 14:02:11 UTC")
TO_ANA = message("1", "Robin Ostrow", ME, "Ana Silva", ANA, "2024-03-19 14:02:11 UTC")


def read(*rows: tuple[str, ...], known: Ledger | None = None) -> Reading:
    book = known or Ledger()
    return read_messages("m.csv", opened("messages", table(MESSAGES, *rows)), account(), book)


def events(reading: Reading) -> list[Event]:
    return list(reading.events())


def test_messages_of_one_minute_are_as_many_events() -> None:
    found = events(read(FROM_ANA, FROM_ANA, TO_ANA))

    ana = ids.profile("linkedin", "ana-silva")
    assert [(ana, EGO), (ana, EGO), (EGO, ana)] == [(e.giver, e.taker) for e in found]
    assert 3 == len({e.id for e in found})
    assert {(EventKind.MESSAGE, date(2024, 3, 19), "")} == {(e.kind, e.day, e.note) for e in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2018-11-04 21:05:33 UTC", "11/4/18, 9:05 PM"),
        ("2018-11-04T00:05:00", "11/4/18 12:05 am"),
        ("2018-11-04 12:05:59", "11/04/18, 12:05 PM"),
    ],
)
def test_a_message_is_one_in_the_exports_of_all_years(one: str, other: str) -> None:
    (first,) = events(read((*FROM_ANA[:6], one, *FROM_ANA[7:])))
    (second,) = events(read((*FROM_ANA[:6], other, *FROM_ANA[7:])))

    assert (first.id, first.day) == (second.id, second.day)


@pytest.mark.parametrize(("others", "told"), [(10, 10), (11, 0)])
def test_ten_others_are_written_to_and_a_crowd_is_not(others: int, told: int) -> None:
    urls = ",".join(f"{ANA}-{n}" for n in range(others))
    reading = read(message("g", "Robin Ostrow", ME, "many", urls, "2024-03-19 14:02:11 UTC"))

    assert told == len(events(reading))
    assert [others + 1] == [len(f.people) for f in reading.facts if isinstance(f, Gathering)]


def test_a_conversation_is_as_late_as_its_last_message_and_keeps_whom_it_had() -> None:
    i = ids.conversation("linkedin", "g")
    before = Gathering(i, "conversation", date(2025, 1, 1), (EGO, "old"), source="linkedin")
    row = message("g", "Robin Ostrow", ME, "A B, C D", f"{ANA},{BO}", "2024-03-19 14:02:11 UTC")

    (new,) = (f for f in read(row).facts if isinstance(f, Gathering))
    known = Ledger(gatherings=(before,))
    (more,) = (f for f in read(row, known=known).facts if isinstance(f, Gathering))

    assert (date(2024, 3, 19), 3) == (new.day, len(new.people))
    assert (date(2025, 1, 1), {"old"}) == (more.day, set(more.people) - set(new.people))


def test_two_who_write_to_one_another_are_no_gathering() -> None:
    assert [] == [f for f in read(FROM_ANA, TO_ANA).facts if isinstance(f, Gathering)]


def test_a_talk_with_a_chatbot_is_left_out_row_by_row() -> None:
    reading = assistant("guide_messages.csv", opened("messages", table(MESSAGES, FROM_ANA, TO_ANA)))

    assert ("ignored", 2, ()) == (reading.kind, reading.rows, reading.facts)
    assert [2, 3] == [skip.line for skip in reading.skipped]
    assert "Hello" not in repr(reading.skipped)
