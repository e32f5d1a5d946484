"""Whom the owner of a LinkedIn export follows, and the events they signed up for."""

from __future__ import annotations

from pathlib import Path

from netgraph.model.records import EGO
from tests.sources.exports import ANA, CONNECTIONS, NOTES, Network, folder, table

FOLLOWS = "Date,Status,FullName"
EVENTS = "Event Name,Event Time,Status,External Url"


def files(root: Path, **more: str) -> Path:
    row = ("Ana", "Silva", ANA, "", "Acme", "Analyst", "12 Mar 2023")
    inside = {f"{name}.csv": text for name, text in more.items()}
    return folder(root, "export", {"Connections.csv": NOTES + table(CONNECTIONS, row), **inside})


def test_whom_one_follows_is_somebody_to_ask_without_a_tie(
    network: Network, tmp_path: Path
) -> None:
    rows = [("2024-03-19 14:02:11", "Active", "Mae Jemison")]
    report = network.take(files(tmp_path, Member_Follows=table(FOLLOWS, *rows)))
    (mae,) = [p for p in network.ledger().people.values() if p.name == "Mae Jemison"]

    assert ("followed on LinkedIn",) == mae.tags
    assert mae.id not in {i for tie in network.ledger().ties for i in (tie.u, tie.v)}
    assert ["connections", "member_follows"] == [file.kind for file in report.files]


def test_a_connection_one_follows_is_that_connection(network: Network, tmp_path: Path) -> None:
    network.take(files(tmp_path, Member_Follows=table(FOLLOWS, ("", "Active", "Ana Silva"))))

    assert ["Ana Silva"] == [p.name for i, p in network.ledger().people.items() if i != EGO]


def test_whom_one_follows_no_more_is_left_out_with_the_reason(
    network: Network, tmp_path: Path
) -> None:
    report = network.take(files(tmp_path, Member_Follows=table(FOLLOWS, ("", "Unfollow", "Mae J"))))
    (skip,) = report.files[1].skipped

    assert (2, "not followed any more") == (skip.line, skip.reason)


def test_an_event_is_kept_with_its_day(network: Network, tmp_path: Path) -> None:
    rows = [
        ("Wind Day", "Nov 12, 2023 09:00 AM - Nov 12, 2023 10:00 AM", "ATTENDING", ""),
        ("Rust Conf", "2023-02-07 16:00:00 UTC", "ATTENDING", ""),
    ]
    network.take(files(tmp_path, Events=table(EVENTS, *rows)))

    assert [("Rust Conf", "2023-02-07", (EGO,)), ("Wind Day", "2023-11-12", (EGO,))] == sorted(
        (g.label, str(g.day), g.people) for g in network.ledger().gatherings
    )


def test_reading_it_again_changes_nothing(network: Network, tmp_path: Path) -> None:
    path = files(
        tmp_path,
        Member_Follows=table(FOLLOWS, ("", "Active", "Mae Jemison"), ("", "Active", "Ana Silva")),
        Events=table(EVENTS, ("Wind Day", "2023-02-07 16:00:00 UTC", "", "")),
    )
    network.take(path)
    before = network.facts()
    network.take(path)

    assert before == network.facts()
    assert 1 == network.changes()
