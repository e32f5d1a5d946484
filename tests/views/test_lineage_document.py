"""The referral tree as a document."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from netgraph.measures.referrals import Lineage, lineage
from netgraph.model.records import Ledger, Person
from netgraph.views.lineage_document import others_who_named, tree_document
from tests.lineages import LATER, MAY_1, named

PEOPLE = {i: Person(i, i.title()) for i in ("maya", "tom", "ana", "ben")}
BOOK = Ledger(
    PEOPLE,
    referrals=(
        named("maya", "tom", "met"),
        named("ben", "tom", day=20),
        named("tom", "ana", "declined", day=5),
        named("ana", "maya", day=9),
    ),
)
TREE = lineage(BOOK, as_of=LATER)


def document(tree: Lineage = TREE) -> dict[str, Any]:
    return tree_document(BOOK, tree)


def test_everybody_hangs_below_whoever_named_them_first() -> None:
    (maya,) = document()["roots"]
    (tom,) = maya["children"]

    assert ("maya", "Maya") == (maya["id"], maya["name"])
    assert ("tom", True, MAY_1 + timedelta(days=1)) == (tom["id"], tom["met"], tom["met_on"])
    assert ["Ana"] == [child["name"] for child in tom["children"]]
    assert MAY_1 == tom["named_on"]


def test_the_other_introducers_are_named_beside() -> None:
    assert ["ben"] == others_who_named(TREE, "tom")
    assert [] == others_who_named(TREE, "ana")
    (tom,) = document()["roots"][0]["children"]
    assert [{"id": "ben", "name": "Ben"}] == tom["also_named_by"]


def test_what_came_of_it_is_counted() -> None:
    found = document()

    assert [{"id": "ana", "name": "Ana"}] == found["leads"]
    assert [("tom", "ana", "declined")] == [
        (e["introducer"]["id"], e["id"], e["why"]) for e in found["ended"]
    ]
    assert [("ana", "maya")] == [
        (loop["introducer"]["id"], loop["person"]["id"]) for loop in found["loops"]
    ]
    assert [("maya", 2, 1)] == [(b["id"], b["people"], b["met"]) for b in found["branches"]]


def test_a_generation_without_cases_has_no_number() -> None:
    last = document()["generations"][-1]

    assert (2, 1, 0) == (last["generation"], last["people"], last["met"])
    assert (None, None, None) == (
        last["branching"], last["branching_low"], last["branching_high"],
    )  # fmt: skip


def test_a_tree_of_nobody_has_nothing() -> None:
    empty = tree_document(Ledger(), lineage(Ledger(), as_of=LATER))

    assert {"roots", "generations", "leads", "branches", "ended", "loops"} == empty.keys()
    assert not any(empty.values())
