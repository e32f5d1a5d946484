"""What a newer file of an address book tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.arrivals import JobChange

from .exports import Network

HEADER = "First Name,Last Name,File As,Labels,Organization Name,Organization Title,E-mail 1 - Value"
ANA = "Ana,Silva,,,Acme,Engineer,ana@example.org"
ANA_NOW = "Ana,Silva,,,Blue River,Engineer,ana@example.org"
BEN = "Ben,Okafor,,,,,ben@example.org"
CY = "Cy,Young,,,,,cy@example.org"


@pytest.fixture
def network(tmp_path: Path) -> Network:
    return Network(tmp_path / "network.db")


def book(folder: Path, *rows: str) -> Path:
    path = folder / "contacts.csv"
    path.write_text("\n".join([HEADER, *rows, ""]))
    return path


def gone(network: Network) -> list[str]:
    return [person.name for person in network.ledger().people.values() if person.gone]


def test_a_job_somebody_no_longer_has_is_kept(network: Network, tmp_path: Path) -> None:
    network.take(book(tmp_path, ANA, BEN))
    report = network.take(book(tmp_path, ANA_NOW, BEN))
    (position,) = network.ledger().positions
    (change,) = report.changed

    assert ("Acme", "Engineer", False) == (
        position.organisation, position.title, position.current,
    )  # fmt: skip
    assert JobChange(change.id, "Ana Silva", "Engineer, Acme", "Engineer, Blue River") == change


def test_another_spelling_of_the_firm_is_no_other_job(network: Network, tmp_path: Path) -> None:
    network.take(book(tmp_path, ANA))
    report = network.take(book(tmp_path, ANA.replace("Acme", "ACME")))

    assert ((), ()) == (network.ledger().positions, report.changed)


def test_who_is_no_longer_in_the_book_is_kept_and_marked(network: Network, tmp_path: Path) -> None:
    network.take(book(tmp_path, ANA, BEN, CY))
    report = network.take(book(tmp_path, ANA, BEN))

    assert ["Cy Young"] == [person.name for person in report.gone] == gone(network)


def test_who_comes_back_is_there_again(network: Network, tmp_path: Path) -> None:
    for rows in ((ANA, BEN), (ANA,), (ANA, BEN)):
        network.take(book(tmp_path, *rows))

    assert [] == gone(network)


def test_a_small_part_of_the_book_makes_nobody_gone(network: Network, tmp_path: Path) -> None:
    network.take(book(tmp_path, ANA, BEN, CY))
    network.take(book(tmp_path, ANA))

    assert [] == gone(network)


def test_whom_another_source_still_has_is_not_gone(network: Network, tmp_path: Path) -> None:
    card = tmp_path / "ben.vcf"
    card.write_text("BEGIN:VCARD\nFN:Ben Okafor\nEMAIL:ben@example.org\nEND:VCARD\n")
    network.take(book(tmp_path, ANA, BEN), card)
    network.take(book(tmp_path, ANA))

    assert [] == gone(network)
    assert 2 == len([i for i in network.ledger().people if i != "me"])


def test_two_files_of_one_import_are_one_book(network: Network, tmp_path: Path) -> None:
    parts = []
    for name, row in (("a", ANA), ("b", BEN)):
        (tmp_path / name).mkdir()
        parts.append(book(tmp_path / name, row))
    network.take(*parts)
    network.take(*parts)

    assert [] == gone(network)
    assert 1 == network.changes()


def test_the_order_in_which_files_are_named_does_not_matter(tmp_path: Path) -> None:
    ledgers = []
    parts = []
    for name, rows in (("a", (ANA, BEN)), ("b", (ANA_NOW, CY))):
        (tmp_path / name).mkdir()
        parts.append(book(tmp_path / name, *rows))
    for number, order in enumerate((parts, parts[::-1])):
        network = Network(tmp_path / f"{number}.db")
        network.take(*order)
        ledgers.append(network.facts())

    assert ledgers[0] == ledgers[1]
