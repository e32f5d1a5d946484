from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from netgraph.pools.files import Asked, Known, Shares
from netgraph.pools.membership import Fellow
from netgraph.pools.merging import Merged, PooledAsk, merged, persons

MAY_1 = date(2026, 5, 1)
ME = Shares("Ana", "", me=("pa",))


def pool(*fellows: Shares, own: Shares = ME) -> Merged:
    others = [Fellow(f"m{n}", MAY_1, shares) for n, shares in enumerate(fellows)]
    return merged(own, "me", others, MAY_1)


def test_records_meet_by_any_address() -> None:
    found = persons([("p1", "e1"), ("e1", "e2"), ("e2",), ("p9",)])

    assert {"p1": "p1", "e1": "p1", "e2": "p1", "p9": "p9"} == found


def test_a_name_at_an_employer_brings_a_record_to_the_only_profile() -> None:
    assert "p1" == persons([("p1", "nx"), ("e5", "nx")])["e5"]
    assert "p1" == persons([("nx",), ("p1", "nx")])["nx"]


def test_of_two_profiles_with_one_name_nobody_says_whose_the_third_is() -> None:
    found = persons([("p1", "nx"), ("p2", "nx"), ("e5", "nx")])

    assert ("p1", "p2", "e5") == (found["p1"], found["p2"], found["e5"])


def test_one_person_whom_two_members_know_is_one() -> None:
    ben = Shares("Ben", "", me=("pb",), people=(Known(("p1", "e1"), 2, "Siemens AG"),))
    eva = Shares("Eva", "", me=("pe",), people=(Known(("e1",), 3, "SIEMENS", level="head"),))

    made = pool(ben, eva)

    assert [("pb", "p1", 0.5), ("pe", "p1", 5 / 6)] == [
        (t["source"], t["target"], t["strength"]) for t in made.ties
    ]
    (cara,) = (p for p in made.people if p["person"] == "p1")
    assert ("Siemens AG", "head", None) == (cara["employer"], cara["level"], cara["name"])


def test_a_member_whom_another_knows_is_that_person() -> None:
    ben = Shares("Ben", "", me=("pb",), people=(Known(("pe",), 3),))
    eva = Shares("Eva", "", me=("pe", "ee"))

    made = pool(ben, eva)

    assert [("pb", "pe")] == [(t["source"], t["target"]) for t in made.ties]
    assert ["Ana", "Ben", "Eva"] == [m["name"] for m in made.members]
    assert {"pb", "pe"} == {*made.fellows}
    assert "pa" == made.ego


def test_the_stronger_word_counts_and_the_least_that_somebody_bears() -> None:
    ben = Shares("Ben", "", me=("pb",), people=(Known(("p1",), 1), Known(("p1",), 3, bears=1)))

    made = pool(ben)

    assert [5 / 6] == [t["strength"] for t in made.ties]
    assert 1 == made.bears["p1"]


def test_what_was_asked_is_of_people() -> None:
    asked = (Asked(("e1",), MAY_1, "m1"), Asked(("e1",), MAY_1))
    ben = Shares("Ben", "", me=("pb",), people=(Known(("p1", "e1"), 1),), asked=asked)
    eva = Shares("Eva", "", me=("pe",))

    assert [PooledAsk("pb", "p1", MAY_1, "pe"), PooledAsk("pb", "p1", MAY_1, "")] == pool(
        ben, eva
    ).asked


MARKS = st.sampled_from(["p1", "p2", "p3", "e1", "e2", "n1", "n2"])
RECORDS = st.lists(st.lists(MARKS, min_size=1, max_size=3, unique=True).map(sorted), max_size=6)


def sure(found: dict[str, str]) -> dict[str, str]:
    """Return what is said of addresses."""
    return {mark: i for mark, i in found.items() if mark[0] != "n"}


@given(RECORDS, st.randoms())
def test_the_order_of_the_files_makes_no_difference(
    records: list[list[str]], chance: Random
) -> None:
    mixed = [*records]
    chance.shuffle(mixed)

    by_rank = [sorted(r, key=lambda m: "pen".index(m[0])) for r in records]
    again = [sorted(r, key=lambda m: "pen".index(m[0])) for r in mixed]
    assert sure(persons(by_rank)) == sure(persons(again))
