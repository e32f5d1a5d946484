"""Where somebody may know people, by the user's word: said, taken back, dated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.identity.firms import firms_of
from netgraph.journal.doors import Doors, door_said, doors_on, doors_said
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Ledger, Organisation, Statement

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
RIDGELINE = Organisation("o1", "Ridgeline Robotics", spellings=("Ridgeline Robotics",))


def told(ledger: Ledger, employer: str, *, day: date = MAY, may: bool = True) -> Ledger:
    """The ledger after one more word about Ana."""
    said = door_said(ledger, "ana", employer, day=day, may=may)
    older = [s for s in ledger.statements if s.id not in {new.id for new in said}]
    return replace(ledger, statements=(*older, *said))


def doors(ledger: Ledger, day: date = JUNE) -> Doors:
    return doors_on(AsOf(ledger, day))


def test_several_employers_may_be_open_and_others_shut() -> None:
    ledger = told(told(told(Ledger(), "Acme"), "Oak"), "Elm", may=False)
    found = doors(ledger)

    assert [True, True, False] == [found.open("ana", firm) for firm in ("Acme", "Oak", "Elm")]
    assert [False, False, True] == [found.shut("ana", firm) for firm in ("Acme", "Oak", "Elm")]
    assert not found.open("ben", "Acme")
    assert ["ana"] == list(found.people())


def test_the_newest_word_holds_both_ways() -> None:
    no = told(told(Ledger(), "Acme"), "ACME Inc.", may=False)
    yes = told(no, "Acme")

    assert (False, True) == (doors(no).open("ana", "Acme"), doors(no).shut("ana", "Acme"))
    assert (True, False) == (doors(yes).open("ana", "Acme"), doors(yes).shut("ana", "Acme"))


def test_a_word_counts_from_its_day_on() -> None:
    ledger = told(told(Ledger(), "Acme", day=MAY), "Acme", day=JUNE, may=False)

    assert doors(ledger, MAY).open("ana", "Acme")
    assert doors(ledger, JUNE).shut("ana", "Acme")
    assert not doors(ledger, date(2026, 4, 30)).people()


def test_an_employer_is_meant_as_anywhere_else() -> None:
    book = Ledger(organisations={"o1": RIDGELINE})
    [said] = door_said(book, "ana", "ridgeline", day=MAY)

    assert ("Ridgeline Robotics",) == said.value
    typed = Statement("s", "ben", "may_know_at", ("RIDGELINE",), MAY)
    assert doors_said([typed], firms_of(book)).open("ben", "Ridgeline Robotics, Inc.")


def test_an_employer_without_a_name_is_refused() -> None:
    with pytest.raises(InvalidInput, match="name the employer"):
        door_said(Ledger(), "ana", " - ", day=MAY)
