"""How rows name people: by id and name."""

from __future__ import annotations

import pytest

from netgraph.model.records import EGO, Ledger, Person
from netgraph.views.names import Named, name_of, named

BOOK = Ledger({EGO: Person(EGO, "Robin"), "ana": Person("ana", "Ana Silva")})


@pytest.mark.parametrize(
    ("i", "name"),
    [(EGO, "you"), ("ana", "Ana Silva"), ("climate tech", "climate tech"), ("", "")],
)
def test_somebody_is_called_by_name_ego_you_and_words_stay_words(i: str, name: str) -> None:
    assert name == name_of(BOOK, i)
    assert Named(i, name) == named(BOOK, i)
