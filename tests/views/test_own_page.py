"""What is believed of the user is shown as it stands on a day, newest first."""

from __future__ import annotations

from datetime import date

from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Ledger, Person, Position, Statement
from netgraph.views.own_page import myself

DAY = date(2026, 5, 1)


def test_without_facts_the_user_has_no_name() -> None:
    page = myself(AsOf(Ledger(), DAY))

    assert (False, (), ()) == (page.named, page.positions, page.said)


def test_only_the_users_own_positions_are_shown_the_present_one_first() -> None:
    book = Ledger.of(
        Person(EGO, "Robin Ostrow"),
        Person("ana", "Ana Silva"),
        Position("p1", EGO, "Larkwater", "Chemist", start="2015", end="2018"),
        Position("p2", EGO, "Kelp Labs", "Lab Manager", start="2018", end="2022"),
        Position("p3", EGO, "Brinewell", "Analyst", start="2010", current=True),
        Position("p4", "ana", "Acme", "Director", start="2020", current=True),
    )

    page = myself(AsOf(book, DAY))

    assert page.named
    assert ["Brinewell", "Kelp Labs", "Larkwater"] == [p.organisation for p in page.positions]


def test_the_last_word_of_the_user_counts() -> None:
    book = Ledger.of(
        Person(EGO, "Robin Ostrow"),
        Statement("s1", EGO, "country", "FR", date(2026, 1, 1)),
        Statement("s2", EGO, "country", "DE", date(2026, 2, 1)),
        Statement("s3", EGO, "country", "SE", date(2026, 6, 1)),
    )

    assert ("country: DE",) == myself(AsOf(book, DAY)).said
