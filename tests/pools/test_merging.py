from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.pools.files import Asked, Known, Leave, Shares
from netgraph.pools.limits import BEARS
from netgraph.pools.membership import Fellow
from netgraph.pools.merging import Merged, PooledAsk, merged
from netgraph.pools.parts import part_of
from tests.pools import plain_merging

MAY_1 = date(2026, 5, 1)
ME = Shares("Ana", "", me=("pa",))


def pool(*fellows: Shares, own: Shares = ME) -> Merged:
    others = [part_of(f"m{n}", MAY_1, shares) for n, shares in enumerate(fellows)]
    return merged(part_of("me", MAY_1, own), others)


def rows(made: Merged, table: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in made.tables[table].to_pylist()]


def test_one_person_whom_two_members_know_is_one() -> None:
    ben = Shares("Ben", "", me=("pb",), people=(Known(("p1", "e1"), 2, "Siemens AG"),))
    eva = Shares("Eva", "", me=("pe",), people=(Known(("e1",), 3, "SIEMENS", level="head"),))

    made = pool(ben, eva)

    assert [("pb", "p1", 0.5), ("pe", "p1", 5 / 6)] == rows(made, "ties")
    assert ("p1", "Siemens AG", "", "head", "", None) == rows(made, "people")[0]


def test_a_member_whom_another_knows_is_that_person() -> None:
    ben = Shares("Ben", "", me=("pb",), people=(Known(("pe",), 3),))
    eva = Shares("Eva", "", me=("pe", "ee"))

    made = pool(ben, eva)

    assert [("pb", "pe", 5 / 6)] == rows(made, "ties")
    assert [("pa", "Ana"), ("pb", "Ben"), ("pe", "Eva")] == rows(made, "members")
    assert {"pb", "pe"} == {*made.fellows}
    assert "pa" == made.ego


def test_the_stronger_word_counts_and_the_least_that_somebody_bears() -> None:
    ben = Shares("Ben", "", me=("pb",), people=(Known(("p1",), 1), Known(("p1",), 3, bears=1)))

    made = pool(ben)

    assert [("pb", "p1", 5 / 6)] == rows(made, "ties")
    assert {"p1": 1} == made.bears


def test_what_was_asked_is_of_people() -> None:
    asked = (Asked(("e1",), MAY_1, "m1"), Asked(("e1",), MAY_1))
    ben = Shares("Ben", "", me=("pb",), people=(Known(("p1", "e1"), 1),), asked=asked)
    eva = Shares("Eva", "", me=("pe",))

    assert [PooledAsk("pb", "p1", MAY_1, "pe"), PooledAsk("pb", "p1", MAY_1, "")] == pool(
        ben, eva
    ).asked


def test_a_pool_of_nobody_has_ego() -> None:
    made = merged(part_of("me", MAY_1, Shares("Ana", "")), [])

    assert ("mme", [("mme", "Ana")], []) == (made.ego, rows(made, "members"), rows(made, "ties"))
    assert [("mme", "", "", "", "", "Ana")] == rows(made, "people")


MARKS = st.sampled_from([f"{kind}{i}" for kind in "pen" for i in range(4)] + ["x1", "mm1", "mme"])
RECORDS = st.lists(MARKS, min_size=1, max_size=3, unique=True).map(tuple)
FIRMS = st.sampled_from(["", "Siemens", "SIEMENS AG", "Siemens AG", "Bosch", "it's", "Söhne", "-"])
WORDS = st.sampled_from(["", "a", "b", "é"])


@st.composite
def shared(draw: st.DrawFn) -> Shares:
    """Draw what somebody shares."""
    known = st.builds(
        Known, RECORDS, st.sampled_from([1, 2, 3]), FIRMS, WORDS, WORDS, FIRMS, st.booleans(),
        st.none() | WORDS, st.integers(0, 4),
    )  # fmt: skip
    asked = st.builds(Asked, RECORDS, st.just(MAY_1), st.sampled_from(["", "m0", "m9"]))
    return Shares(
        draw(WORDS), "", draw(RECORDS | st.just(())),
        people=tuple(draw(st.lists(known, max_size=8))),
        asked=tuple(draw(st.lists(asked, max_size=2))),
    )  # fmt: skip


def same_as_person_by_person(own: Shares, others: list[tuple[Shares, int]], left: Leave) -> None:
    days = [MAY_1 - timedelta(days) for _, days in others]
    said = [(f"m{n}", day, s) for n, (day, (s, _)) in enumerate(zip(days, others, strict=True))]
    gone = [("m9", left)]

    plain = plain_merging.merged(own, "me", [Fellow(*one) for one in said], MAY_1, gone)
    made = merged(part_of("me", MAY_1, own), [part_of(*one) for one in said], gone)

    assert plain.ego == made.ego
    for name, table in plain_tables(plain).items():
        assert table == made.tables[name].to_pylist(), name
    assert {i: n for i, n in plain.bears.items() if n != BEARS} == made.bears
    assert plain.asked == made.asked


def plain_tables(plain: plain_merging.Plain) -> Mapping[str, list[dict[str, Any]]]:
    return {
        "people": plain.people,
        "ties": plain.ties,
        "members": plain.members,
        "marks": [{"mark": m, "person": i} for m, i in sorted(plain.person_of.items())],
        "stated": [{"source": u, "target": v} for u, v in sorted(plain.stated)],
    }


OTHERS = st.lists(st.tuples(shared(), st.integers(0, 2)), max_size=4)
LEFT = st.builds(Leave, st.lists(st.builds(Asked, RECORDS, st.just(MAY_1)), max_size=2).map(tuple))


@pytest.mark.long
@given(shared(), OTHERS, LEFT)
def test_any_pool_is_as_person_by_person(
    own: Shares, others: list[tuple[Shares, int]], left: Leave
) -> None:
    same_as_person_by_person(own, others, left)
