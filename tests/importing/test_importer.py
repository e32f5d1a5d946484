from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.model.errors import AmbiguousName, UnreadableFile
from netgraph.store import Store
from tests.sources.exports import (
    ANA,
    BO,
    CONNECTIONS,
    ME,
    MESSAGES,
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

ROWS = (
    ("Ana", "Silva", ANA, "", "Acme", "Analyst", "12 Mar 2023"),
    ("Bo", "Chen", BO, "", "Blue River", "Chemist", "01 Feb 2020"),
)
LIST = table(CONNECTIONS, *ROWS)
EXPORT: dict[str, str | bytes] = {
    "Connections.csv": LIST,
    "Profile.csv": PROFILE,
    "messages.csv": table(
        MESSAGES,
        message("1", "Ana Silva", ANA, "Robin Ostrow", ME, "2024-03-19 14:02:11 UTC"),
        message("2", "Robin Ostrow", ME, "Bo Chen", BO, "2024-03-20 14:02:11 UTC"),
        message("3", "Robin Ostrow", ME, "Ana Silva, Bo Chen", f"{ANA},{BO}", "2024-03-21 14:02"),
    ),
}


@pytest.fixture
def network(tmp_path: Path) -> Network:
    return Network(tmp_path / "network.db")


GARBAGE: dict[str, tuple[bytes, str]] = {
    "picture.csv": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG picture"),
    "empty.csv": (b"", "empty"),
    "nul.csv": (b"\0" * 1000, "NUL bytes"),
    "Connections.csv": (LIST.encode().replace(b"Silva", b"Sil\0va"), "NUL bytes"),
    "prose.csv": (b"Dear diary,\ntoday I met Ana.\n", "no columns that netgraph knows"),
    "workbook.csv": (b"PK\x03\x04not really", "cut-off ZIP"),
    "cut.zip": (b"PK\x03\x04", "cut-off ZIP"),
    "old.csv": (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Excel or Outlook file"),
    "huge cell.csv": (
        table(CONNECTIONS, ("Ana", "Silva", ANA, "", "x" * (10 << 20), "", "")).encode(),
        "a cell of 10,485,760 characters",
    ),
}


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_refused_in_one_line_and_the_store_stays_as_it_was(
    name: str, network: Network, tmp_path: Path
) -> None:
    network.take(folder(tmp_path, "export", EXPORT))
    before = network.facts()
    content, reason = GARBAGE[name]
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(UnreadableFile) as error:
        network.take(path)

    assert reason in str(error.value)
    assert "\n" not in str(error.value)
    assert network.facts() == before
    assert network.changes() == 1


def test_hostile_archives_are_refused_whole(network: Network, tmp_path: Path) -> None:
    slip = zipped(tmp_path, "slip.zip", {"Connections.csv": LIST, "../Profile.csv": PROFILE})
    bomb = zipped(tmp_path, "bomb.zip", {"Connections.csv": LIST, "messages.csv": "0" * (4 << 20)})

    for path in (slip, bomb):
        with pytest.raises(UnreadableFile, match="refused"):
            network.take(path)


def test_a_folder_with_nothing_in_it_says_so(network: Network, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()

    with pytest.raises(UnreadableFile, match="nothing is empty"):
        network.take(tmp_path / "nothing")


def test_one_bad_file_does_not_stop_the_good_ones(network: Network, tmp_path: Path) -> None:
    bad = {"messages.csv": b"\x89PNG\r\n\x1a\n", "Positions.csv": b"Company Name,Title\n\0\n"}
    report = network.take(folder(tmp_path, "export", {**EXPORT, **bad}))
    unreadable = {f.path.partition("/")[2] for f in report.files if f.kind == "unreadable"}

    assert unreadable == {"messages.csv", "Positions.csv"}
    assert names(network.ledger()) == ["Ana Silva", "Bo Chen"]


def test_one_huge_cell_costs_one_row(network: Network, tmp_path: Path) -> None:
    rows = table(CONNECTIONS, ROWS[0], ("Bo", "Chen", BO, "", "x" * (10 << 20), "", ""))
    (file,) = network.take(folder(tmp_path, "export", {"Connections.csv": rows})).files

    assert (file.people_new, [s.line for s in file.skipped]) == (1, [3])
    assert adds_up(file)


def test_a_header_without_rows_is_read_and_empty(network: Network, tmp_path: Path) -> None:
    report = network.take(folder(tmp_path, "export", {"Connections.csv": CONNECTIONS + "\n"}))

    assert [(f.kind, f.rows) for f in report.files] == [("connections", 0)]


def test_whom_the_user_asked_to_forget_does_not_come_back(network: Network, tmp_path: Path) -> None:
    export = folder(tmp_path, "export", EXPORT)
    network.take(export)
    (ana,) = [p.id for p in network.facts().people.values() if p.name == "Ana Silva"]
    with Store.open(network.path) as store:
        store.forget([ana])
    report = network.take(export)
    connections, messages = (f for f in report.files if f.kind in ("connections", "messages"))

    assert names(network.ledger()) == ["Bo Chen"]
    assert writes(network.ledger()) == [("message", "me", "Bo Chen")] * 2
    assert ana not in {i for g in network.facts().gatherings for i in g.people}
    assert [(s.line, s.reason) for s in connections.skipped] == [
        (2, "you asked to forget this person")
    ]
    assert [s.line for s in messages.skipped] == [2, 4]
    assert adds_up(connections)


def test_a_firm_is_one_however_it_is_spelt(network: Network, tmp_path: Path) -> None:
    one = table(
        CONNECTIONS, (*ROWS[0][:4], "Acme, Inc.", "", ""), (*ROWS[1][:4], "Self-employed", "", "")
    )
    two = table(CONNECTIONS, (*ROWS[1][:4], "ACME", "", ""))
    network.take(folder(tmp_path, "one", {"Connections.csv": one}))
    network.take(folder(tmp_path, "two", {"Connections.csv": two}))
    (acme,) = network.ledger().organisations.values()

    assert acme.spellings == ("ACME", "Acme, Inc.")
    assert set(network.ledger().spelling.values()) == {acme.id}


def test_an_owner_of_whom_there_are_two_must_be_said_by_id(
    network: Network, tmp_path: Path
) -> None:
    twins = table(CONNECTIONS, ROWS[0], ("Ana", "Silva", f"{ANA}-2", "", "Watershed", "", ""))
    network.take(folder(tmp_path, "mine", {"Connections.csv": twins}))
    path = folder(tmp_path, "hers", {"Connections.csv": LIST})

    with pytest.raises(AmbiguousName) as error:
        network.take(path, owner="ana silva")

    assert [line.split("  ")[2] for line in error.value.candidates] == ["Acme", "Watershed"]
    one = error.value.candidates[0].split("  ")[0]
    file = network.take(path, owner=one).files[0]
    assert (file.people_new, file.people_updated) == (1, 1)


def test_who_lent_an_export_is_meant_again_though_others_know_a_namesake(
    network: Network, tmp_path: Path
) -> None:
    lent = {"Connections.csv": table(CONNECTIONS, ROWS[1])}
    network.take(folder(tmp_path, "1", lent), owner="Ana Silva")
    network.take(folder(tmp_path, "2", {"Connections.csv": LIST}), owner="Ben Ode")

    again = network.take(folder(tmp_path, "3", lent), owner="Ana Silva")

    assert (0, 1) == (again.files[0].people_new, again.files[0].people_unchanged)
    assert 2 == len({source.owner for source in network.facts().sources})


def test_undo_takes_an_import_back(network: Network, tmp_path: Path) -> None:
    network.take(folder(tmp_path, "one", {"Connections.csv": LIST}))
    before = network.facts()
    network.take(folder(tmp_path, "two", EXPORT))
    with Store.open(network.path) as store:
        store.undo()

    assert network.facts() == before
