"""To whom a message went, of one cell with all names and one with all addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.model.records import (
    Person,
)
from netgraph.sources.linkedin.recipient_names import recipients
from tests.sources.exports import (
    ANA,
    BO,
    ME,
    PROFILE,
    Network,
    account,
    folder,
    table,
)

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


@pytest.mark.parametrize(
    ("to", "urls", "expected"),
    [
        ("Ana Silva", ANA, [("Ana Silva", ANA)]),
        ("Ana Silva,Bo Oak, PhD", f"{ANA}, {BO}", [("Ana Silva", ANA), ("Bo Oak, PhD", BO)]),
        ("Silva, Ana, Bo", f"{ANA};{BO}", [("", ANA), ("", BO)]),
        ("Silva, Ana", ANA, [("Silva, Ana", ANA)]),
        ("", f"{ANA} {BO}", [("", ANA), ("", BO)]),
        ("Ana Silva", " ,; ", [("Ana Silva", "")]),
        ("", "", []),
    ],
)
def test_as_many_went_to_as_there_are_addresses(
    to: str, urls: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == list(recipients(account(), to, urls))


@pytest.mark.parametrize(
    ("to", "called"),
    [
        ("Ana Silva,Bo Oak", ["Ana Silva", "Bo Oak"]),
        ("Ana Silva,Bo", ["Ana Silva"]),
        ("Ana Silva,Prince", ["Ana Silva", "Prince"]),
        ("Robin Ostrow,LinkedIn Member", ["Robin Ostrow", "LinkedIn Member"]),
        ("Silva, Ana", ["Silva, Ana"]),
        ("Prince, Ana", ["Prince"]),
        ("Ana Silva, PhD, MBA", ["Ana Silva, PhD, MBA"]),
        ("Ana Silva, PhD, Bo Oak, MD", ["Ana Silva, PhD", "Bo Oak, MD"]),
        ("Oak, Bo, Ana Silva", ["Oak, Bo", "Ana Silva"]),
        ("Bo", ["Bo"]),
    ],
)
def test_without_addresses_a_piece_of_a_name_is_nobody_unless_it_is_known(
    to: str, called: list[str]
) -> None:
    people = account()
    people.add(Person("p1", "Prince", "linkedin"))
    people.add(Person("p2", "Oak, Bo", "linkedin"))

    assert called == [name for name, _ in recipients(people, to, "")]
