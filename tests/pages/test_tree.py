from __future__ import annotations

from datetime import date

from netgraph.measures.referrals import lineage
from netgraph.model.records import Ledger, Person, Referral, Step
from netgraph.pages import tree_html
from netgraph.pages.tree import OUTCOMES, tree_parts
from tests.pages.test_map import data_of

AS_OF = date(2026, 5, 1)


def referral(introducer: str, person: str, day: int, status: str = "named") -> Referral:
    first = date(2026, 1, day)
    steps = (Step(first, "named"), *([Step(first, status)] if status != "named" else []))
    return Referral(f"{introducer}-{person}", introducer, person, steps=steps)


NAMED = ("ana", "ben")
BOOK = Ledger(
    people={
        n: Person(n, f"{n.title()} Silva", title="Chef", company="Acme") for n in ("ana", "ben")
    },
    referrals=(
        referral("ana", "ben", 1, "met"),
        referral("ben", "cleo", 2, "asked"),
        referral("ana", "cleo", 3),
        referral("ana", "dan", 4, "declined"),
        referral("ben", "ana", 5),
    ),
)


def test_everybody_hangs_from_whoever_named_them_first() -> None:
    data = data_of(tree_html(BOOK, as_of=AS_OF))["tree"]

    assert data["names"] == ["Ana Silva", "Ben Silva", "cleo", "dan"]
    assert data["parents"] == [-1, 0, 1, 0]
    assert data["works"] == ["Chef, Acme", "Chef, Acme", "", ""]


def test_a_second_introducer_is_a_dashed_edge() -> None:
    data, nodes, edges = tree_parts(BOOK, lineage(BOOK, as_of=AS_OF))

    assert data["others"] == [(0, 2)]
    assert [(e["from"], e["to"]) for e in edges if e.get("dashes")] == [("b0", "b2")]
    assert len(nodes) == 5


def test_outcomes_are_told_apart() -> None:
    data = data_of(tree_html(BOOK, as_of=AS_OF))["tree"]

    told = [OUTCOMES[k] for k in data["outcome"]]
    assert told == ["Opened the first doors", "Met", "Came to an end", "Came to an end"]


def test_a_name_of_this_month_is_a_lead_or_on_the_way() -> None:
    soon = date(2026, 1, 20)
    data = data_of(tree_html(BOOK, as_of=soon))["tree"]

    told = dict(zip(data["names"], data["outcome"], strict=True))
    assert OUTCOMES[told["cleo"]] in ("On the way", "Named, not asked yet")


def test_the_yield_of_a_root_and_what_was_left_out_are_said() -> None:
    data = data_of(tree_html(BOOK, as_of=AS_OF))["tree"]

    assert data["yields"] == [[0, 3, 1, 0, 0]]
    assert data["loops"] == [["Ben Silva", "Ana Silva"]]


def test_a_tree_of_nobody_is_a_page_too() -> None:
    assert data_of(tree_html(Ledger(), as_of=AS_OF))["tree"]["names"] == []
