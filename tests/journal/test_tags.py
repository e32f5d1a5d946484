"""Labels: put on, taken off, a file's own among them, dated."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.resolution import resolve
from netgraph.journal.tags import tagged, tags_in, with_tag
from netgraph.model.actions import Action
from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import Ledger, Person, Statement
from netgraph.model.text import clean, fold

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
ANA = Person("ana", "Ana", "google", tags=("Club", "Kiel"))


def labels(*said: Statement, as_of: date | None = None) -> tuple[str, ...]:
    return resolve(Ledger({"ana": ANA}, statements=said), as_of=as_of).people["ana"].tags


def test_a_label_of_ones_own_goes_before_those_of_a_file() -> None:
    said = tagged(Ledger(), "ana", add=["rowing"], day=MAY)

    assert ("rowing", "Club", "Kiel") == labels(*said)


def test_a_label_of_a_file_can_be_taken_off_and_put_on_again() -> None:
    off = tagged(Ledger(), "ana", remove=["club"], day=MAY)
    on = tagged(Ledger(statements=tuple(off)), "ana", add=["Club"], day=JUNE)

    assert ("Kiel",) == labels(*off)
    assert ("Club", "Kiel") == labels(*off, *on)
    assert ("Kiel",) == labels(*off, *on, as_of=MAY)
    assert ("Club", "Kiel") == labels(*off, *on, as_of=date(2026, 4, 1))


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["a", "b", "Club", "Kiel"])), max_size=8))
def test_the_last_word_on_each_label_holds(words: list[tuple[bool, str]]) -> None:
    said: tuple[Statement, ...] = ()
    expected = {"Club", "Kiel"}
    for n, (on, tag) in enumerate(words):
        way = {"add" if on else "remove": [tag]}
        said += tuple(tagged(Ledger(statements=said), "ana", day=date(2026, 5, n + 1), **way))
        expected = expected | {tag} if on else expected - {tag}

    assert expected == set(labels(*said))


@given(st.text(max_size=30))
def test_any_text_is_a_label_or_is_refused(text: str) -> None:
    if not fold(text):
        with pytest.raises(InvalidInput):
            tagged(Ledger(), "ana", add=[text], day=MAY)
    else:
        assert clean(text) in labels(*tagged(Ledger(), "ana", add=[text], day=MAY))


def test_on_and_off_at_once_is_refused() -> None:
    with pytest.raises(InvalidInput, match="not both"):
        tagged(Ledger(), "ana", add=["x"], remove=["X"], day=MAY)


def test_who_has_a_label_is_found_however_it_is_written() -> None:
    ben = Person("ben", "Ben", tags=("kiel",))
    book = Ledger.of(ANA, ben)

    assert [ANA, ben] == with_tag(book, (ANA, ben), "KIEL")
    assert {"Kiel": 2, "Club": 1} == tags_in(book)
    with pytest.raises(UnknownName, match=r"there are: Kiel \(2\), Club \(1\)"):
        with_tag(book, (ANA,), "Rome")


def test_where_there_is_no_label_yet_it_is_said_how_to_put_one_on() -> None:
    with pytest.raises(UnknownName) as error:
        with_tag(Ledger({"ana": Person("ana", "Ana")}), (), "rowing")

    assert "nobody has the label 'rowing'" == str(error.value)
    assert Action("edit", ("WHO",), {"tag": "rowing"}) == error.value.action
    with pytest.raises(UnknownName) as other:
        with_tag(Ledger({"ana": ANA}), (), "rowing")
    assert "nobody has the label 'rowing'; there are: Club (1), Kiel (1)" == str(other.value)
    assert other.value.action is None


def test_what_is_no_label_says_what_one_needs() -> None:
    with pytest.raises(InvalidInput, match=r"^a label needs a letter or a digit$"):
        tagged(Ledger(), "ana", add=["!?"], day=date(2026, 5, 1))
