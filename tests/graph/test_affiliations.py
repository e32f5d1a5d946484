"""Who is or was where: present jobs, dated stays, and what is still to come."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.graph.affiliations import Affiliation, find_affiliations
from netgraph.model.records import Ledger, Organisation, Person, Position

MAY = date(2026, 5, 1)
ACME = Organisation("o", "Acme Inc.", spellings=("Acme", "ACME"))


def stays(*positions: Position, company: str = "") -> list[tuple[str, str, Affiliation]]:
    book = Ledger.of(Person("ana", "Ana", company=company, title="Cook"), ACME, *positions)
    return [(who, at.id, stay) for who, at, stay in find_affiliations(book, as_of=MAY)]


@pytest.mark.parametrize("written", ["Acme", "ACME", "o"])
def test_an_employer_is_known_by_any_spelling(written: str) -> None:
    assert [("ana", "o", Affiliation(True, title="Cook"))] == stays(company=written)


def test_who_is_where_nobody_knows_is_nowhere() -> None:
    assert [] == stays(company="Elsewhere")


def test_the_present_stays_first_and_what_is_to_come_is_left_out() -> None:
    found = stays(
        Position("w1", "ana", "Acme", end="2019"),
        Position("w2", "ana", "Acme", start="2020-03", current=True),
        Position("w3", "ana", "Acme", start="2027"),
    )

    assert [(True, "2020-03"), (False, "")] == [(stay.now, stay.start) for _, _, stay in found]


@pytest.mark.parametrize(
    ("stay", "words"),
    [
        (Affiliation(True, end="2020"), ""),
        (Affiliation(False, end="2019-03"), "until 2019"),
        (Affiliation(False, seen="2021-05-01"), "in 2021"),
        (Affiliation(False), ""),
    ],
)
def test_the_end_is_said_as_well_as_it_is_known(stay: Affiliation, words: str) -> None:
    assert words == stay.until
