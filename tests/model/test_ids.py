"""Ids: the same parts give the same id everywhere, other parts another."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from netgraph.model import ids

DAY = date(2026, 5, 1)


def test_an_id_is_known_by_heart() -> None:
    assert "pi3wtofys6n" == ids.profile("linkedin", "ana-silva")  # stores of every age have it


@given(st.lists(st.text(), min_size=2, max_size=4), st.lists(st.text(), min_size=2, max_size=4))
def test_other_parts_give_another_id(one: list[str], other: list[str]) -> None:
    plain = all("\x1f" not in part for part in (*one, *other))
    same = ids.identifier("p", *one) == ids.identifier("p", *other)

    assert same == (one == other) or not plain


def test_a_taken_id_is_counted_on() -> None:
    first = ids.typed("Ana Silva", ())
    second = ids.typed("ana silva", {first})

    assert 3 == len({first, second, ids.typed("Ana Silva", {first, second})})


def test_two_people_are_one_pair_whoever_comes_first() -> None:
    assert ids.match("a", "b") == ids.match("b", "a")
    assert ids.stated_tie("ana", "me", DAY) == ids.stated_tie("me", "ana", DAY)
    assert ids.stated_tie("ana", "ben", None) != ids.stated_tie("ana", "ben", DAY)


def test_a_mention_is_by_folded_name_and_firm() -> None:
    assert ids.mention("linkedin", "José  Ñ", "ACME") == ids.mention("linkedin", "jose n", "acme")
    assert ids.mention("linkedin", "Jose N") != ids.mention("linkedin", "Jose N", "Acme")


DIGESTS = {
    "snapshot.py": "a checksum of a file",
    "additions.py": "a checksum of a line",
    "forgetting.py": "salted digests of who is forgotten",
    "marks.py": "what joins two lists without showing them",
    "keys.py": "the keys of a pool",
    "limits.py": "in which order the asks a person bears are dealt out",
    "veiling.py": "what an assistant calls people, made with a key",
}
"""Modules that digest something which is no id, and what."""


def test_nobody_else_makes_ids() -> None:
    elsewhere = {
        path.name
        for path in Path(ids.__file__).parents[1].rglob("*.py")
        if re.search(r"\bidentifier\(|blake2b\(", path.read_text())
    }

    assert elsewhere <= {"ids.py", *DIGESTS}
