"""What the user says of two people: the newest word holds, and files are left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netgraph.journal.who_knows_whom import answer
from netgraph.model import ids
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, YOU, Basis, Ledger, Person, Tie

PEOPLE = {i: Person(i, i.title()) for i in ("a", "b", "d")}
BOOK = Ledger(PEOPLE)


def test_an_answer_replaces_what_the_user_said_and_leaves_files_alone() -> None:
    theirs = Tie("t1", "b", "a", Basis.OBSERVED, source="linkedin")
    mine = Tie(ids.stated_tie("a", "b", None), "b", "a", closeness="warm")
    book = Ledger(PEOPLE, ties=(theirs, mine))
    assert [replace(mine, known=False, closeness="")] == answer(book, "a", "b", known=False)
    assert [mine] == answer(book, "a", "b")
    assert [replace(mine, closeness="close")] == answer(book, "a", "b", closeness="close")


def test_the_same_answer_is_the_same_fact_whoever_is_named_first() -> None:
    assert answer(BOOK, "b", "d") == answer(BOOK, "d", "b")
    [tie] = answer(BOOK, "a", EGO)
    assert (EGO, "a", YOU) == (tie.u, tie.v, tie.source)


@pytest.mark.parametrize(
    ("two", "known", "closeness", "words"),
    [(("a", "a"), True, "", "one person twice"), (("a", "b"), False, "warm", "not close")],
)
def test_what_cannot_be_meant_is_refused(
    two: tuple[str, str], known: bool, closeness: str, words: str
) -> None:
    with pytest.raises(InvalidInput, match=words):
        answer(BOOK, *two, known=known, closeness=closeness)
