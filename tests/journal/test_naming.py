"""How somebody is named: who it is in a line, and so that nobody else is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.journal.lookup import find_person
from netgraph.journal.naming import describe, handles, records_of
from netgraph.model.records import EGO, Ledger, Person
from netgraph.model.text import fold


def test_a_person_without_a_name_is_described_by_id() -> None:
    assert "p9, Acme" == describe(Person("p9", "", company="Acme"))


@given(
    st.lists(
        st.sampled_from(["Ana Silva", "ana  silva", "Åna Silva", "(Ana) Silva", "Ben", "Ｂen"])
        | st.text(max_size=4)
        | st.builds("{}{}".format, st.sampled_from("Aab0"), st.text(max_size=3)),
        max_size=8,
    )
)
@settings(deadline=None)
def test_a_name_stands_for_somebody_only_if_nobody_else_is_called_alike(names: list[str]) -> None:
    book = Ledger({f"p{k}": Person(f"p{k}", name) for k, name in enumerate(names)})
    who = handles(book)
    folded = [fold(name) for name in names]

    for k, name in enumerate(names):
        assert who(f"p{k}") in (name, f"p{k}")
        assert folded.count(folded[k]) == 1 or who(f"p{k}") == f"p{k}"


def test_whoever_has_a_plain_name_of_their_own_goes_by_it() -> None:
    names = ["Ana Silva", "Álvaro Ode", "Ben", "李雷"]
    who = handles(Ledger({f"p{k}": Person(f"p{k}", name) for k, name in enumerate(names)}))

    assert names == [who(f"p{k}") for k in range(len(names))]


@pytest.mark.parametrize(
    ("name", "by_name"),
    [
        ("Ana Silva", True), ("Æ Öz", True), ("李雷", True), ("Ana A@B", False), ("Ana/Bo", False),
        ("J. Roe", False), ("1st Ana", False), ("", False), ("Ana\u202e", False),
    ],
)  # fmt: skip
def test_a_name_that_a_command_could_take_for_something_else_is_none(
    name: str, by_name: bool
) -> None:
    who = handles(Ledger({"p1": Person("p1", name)}))

    assert (name if by_name else "p1") == who("p1")


def test_all_records_of_somebody_are_theirs_first() -> None:
    book = Ledger({EGO: Person(EGO, "Robin")}, alias={"p3": "p9", "p2": "p9", "p1": "p4"})

    assert ["p9", "p2", "p3"] == records_of(book, "p9")
    assert ["p2"] == records_of(book, "p2")
    assert find_person(Ledger({"p9": Person("p9", "Ana")}, alias={"p2": "p9"}), "p2") == "p9"
