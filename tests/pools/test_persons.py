from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from netgraph.pools.persons import NOBODY, met
from tests.pools import plain_merging


def whom(records: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return whom each mark is of."""
    kind = pa.list_(pa.string())
    found = met(
        [pa.chunked_array([[some]], kind) for some in records] or [pa.chunked_array([], kind)]
    )
    of = found.marks.take(found.person).to_pylist()
    return dict(zip(found.marks.to_pylist(), of, strict=True))


def test_records_meet_by_any_address() -> None:
    found = whom([("p1", "e1"), ("e1", "e2"), ("e2",), ("p9",)])

    assert {"p1": "p1", "e1": "p1", "e2": "p1", "p9": "p9"} == found


def test_a_name_at_an_employer_brings_a_record_to_the_only_profile() -> None:
    assert "p1" == whom([("p1", "nx"), ("e5", "nx")])["e5"]
    assert "p1" == whom([("nx",), ("p1", "nx")])["nx"]


def test_of_two_profiles_with_one_name_nobody_says_whose_the_third_is() -> None:
    found = whom([("p1", "nx"), ("p2", "nx"), ("e5", "nx"), ("e6", "nx")])

    assert ("p1", "p2", "e5", "e5") == tuple(found[mark] for mark in ("p1", "p2", "e5", "e6"))


def test_names_meet_one_after_the_other() -> None:
    found = whom([("e1", "na"), ("e2", "na", "nb"), ("p1", "nb"), ("e3", "nb", "nc"), ("nc",)])

    assert {"p1"} == {*found.values()}


def test_a_record_without_marks_is_nobody() -> None:
    found = met([pa.chunked_array([[[], ["n1"]]], pa.list_(pa.string()))])

    assert [NOBODY, 0] == found.record.tolist()


MARKS = st.sampled_from([f"{kind}{i}" for kind in "pen" for i in range(5)])
RECORDS = st.lists(st.lists(MARKS, min_size=1, max_size=3, unique=True), max_size=12)


@given(RECORDS)
def test_it_is_as_record_by_record(records: list[list[str]]) -> None:
    assert plain_merging.persons(records) == whom(records)


@given(RECORDS, st.randoms())
def test_the_order_of_the_records_makes_no_difference(
    records: list[list[str]], chance: Random
) -> None:
    mixed = [*records]
    chance.shuffle(mixed)

    assert whom(records) == whom(mixed)
