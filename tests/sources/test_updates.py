"""What a newer file of an address book tells."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.importing.report import JobChange
from tests.examples import few

from .exports import Network

HEADER = "First Name,Last Name,File As,Labels,Organization Name,Organization Title,E-mail 1 - Value"
ANA = "Ana,Silva,,,Acme,Engineer,ana@example.org"
ANA_NOW = "Ana,Silva,,,Blue River,Engineer,ana@example.org"
BEN = "Ben,Okafor,,,,,ben@example.org"
CY = "Cy,Young,,,,,cy@example.org"


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


firms = st.sampled_from(["Acme", "Globex", "Blue River", ""])
entries = st.dictionaries(st.sampled_from(["ana", "ben", "cy"]), firms, min_size=1)


def rows(drawn: dict[str, str]) -> list[str]:
    return [f"{name},Silva,,,{firm},,{name}@example.org" for name, firm in sorted(drawn.items())]


@few(6)
@given(st.lists(entries, min_size=2, max_size=3))
def test_of_files_with_a_day_in_their_names_the_newest_counts(books: list[dict[str, str]]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        paths = []
        for year, drawn in enumerate(books, 2023):
            path = book(root, *rows(drawn))
            paths.append(path.rename(root / f"contacts-{year}-05-01.csv"))
        results = []
        for n, order in enumerate(permutations(paths)):
            network = Network(root / f"{n}.db")
            for path in order:
                network.take(path)
            ledger = network.ledger()
            results.append((ledger.people, sorted(ledger.positions, key=repr), ledger.sources))

        assert all(results[0] == result for result in results)
        assert books[-1] == {
            p.emails[0].partition("@")[0]: p.company
            for p in results[0][0].values()
            if p.emails and p.seen == date(2022 + len(books), 5, 1)
        }


def test_whom_the_newest_file_with_a_day_does_not_have_is_gone(
    network: Network, tmp_path: Path
) -> None:
    newer = book(tmp_path, ANA, BEN).rename(tmp_path / "contacts-2026-04-01.csv")
    older = book(tmp_path, ANA, BEN, CY).rename(tmp_path / "contacts-2025-04-01.csv")
    network.take(newer)
    network.take(older)

    assert ["Cy Young"] == gone(network)


def test_of_files_without_a_day_the_last_import_counts(network: Network, tmp_path: Path) -> None:
    network.take(book(tmp_path, ANA_NOW))
    network.take(book(tmp_path, ANA))

    assert ["Acme"] == [p.company for p in network.ledger().people.values() if p.company]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_card_that_says_when_it_was_changed_is_as_new_as_that(
    order: tuple[int, int], network: Network, tmp_path: Path
) -> None:
    paths = []
    for year, firm in ((2024, "Acme"), (2025, "Globex")):
        paths.append(tmp_path / f"{firm}.vcf")
        paths[-1].write_text(
            "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nEMAIL:ana@example.org\n"
            f"ORG:{firm}\nREV:{year}-03-01T10:00:00Z\nEND:VCARD\n"
        )
    for n in order:
        network.take(paths[n])
    ledger = network.ledger()

    assert ["Globex"] == [p.company for p in ledger.people.values() if p.company]
    assert ["Acme"] == [p.organisation for p in ledger.positions]


def test_a_card_from_the_future_is_not_believed(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nREV:20990101T000000Z\nEND:VCARD\n")
    network.take(path)

    assert [None] == [p.seen for p in network.ledger().people.values() if p.name == "Ana Silva"]
