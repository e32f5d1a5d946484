"""Ids: the same parts give the same id everywhere, other parts another."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
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
    "shelf.py": "a checksum of a record",
    "program.py": "which program made a file",
    "additions.py": "a checksum of a line",
    "forgetting.py": "salted digests of who is forgotten",
    "marks.py": "what joins two lists without showing them",
    "keys.py": "the keys of a pool",
    "dealing.py": "in which order the asks a person bears are dealt out",
    "kept.py": "which files of members a pool is put together from",
    "pooled.py": "what the file with what a member shared is called",
    "vocabulary.py": "of which files word lists come",
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


IDS = {
    "pa7m3iaci63": lambda: ids.profile("linkedin", "ana"),
    "pn6omvem3mg": lambda: ids.mention("linkedin", "Ana Silva", "Acme"),
    "pjq4dgofwbo": lambda: ids.unprofiled("linkedin", "Ana", DAY, ()),
    "pzyyf7znvk4": lambda: ids.unprofiled("linkedin", "Ana", None, ()),
    "prwkqlyaljg": lambda: ids.entry("google", "a@x.org"),
    "p746l3ch7qk": lambda: ids.lender("Ada Nwosu"),
    "pg5etirraln": lambda: ids.typed("Ana", ()),
    "w4lpwa5k4l6": lambda: ids.job("p1", "Acme", "Nurse"),
    "wxizkpqux7l": lambda: ids.position("p1", "work", "Acme", "Nurse", "2020"),
    "tweailozs3j": lambda: ids.connection("linkedin", "p1"),
    "tj53dbydxel": lambda: ids.in_book("google", "me", "p1"),
    "tcqdegwk2xx": lambda: ids.stated_tie("ana", "ben", DAY),
    "lswfh6gpbzq": lambda: ids.relation("ana", "ben", "Mentor of", DAY),
    "sr54rudlkwi": lambda: ids.statement("ana", "needs", DAY),
    "elldtqr4yh5": lambda: ids.event("linkedin", "x", "y"),
    "eusqdewuljc": lambda: ids.note("reflected", DAY, "w"),
    "g3fhqueiinf": lambda: ids.gathering("g", "k"),
    "clsyewsxg3a": lambda: ids.conversation("linkedin", "k"),
    "hd4zck3fzbf": lambda: ids.wish("linkedin", "follow", "Acme", "", "2020"),
    "m7bge2zu74d": lambda: ids.match("a", "b"),
    "or2qblstsiy": lambda: ids.organisation("company", "acme"),
    "d6cdapcxklg": lambda: ids.debrief("ana", DAY, ()),
    "vk4sq6tw5cp": lambda: ids.evidence("ana", DAY, "h", ()),
    "j6fcwsxljzr": lambda: ids.application("Acme", "Nurse", ()),
    "kbvznlpmj6n": lambda: ids.appointment("p"),
    "duekniwmadish": lambda: ids.task("thank", "ana", ""),
    "talkbvznlpmj6n": lambda: ids.talk("p"),
}


@pytest.mark.parametrize(("kept", "made"), IDS.items())
def test_an_id_that_a_store_has_kept_is_made_alike_for_ever(
    kept: str, made: Callable[[], str]
) -> None:
    assert kept == made()


def test_what_a_user_types_is_folded_and_what_a_file_says_is_not() -> None:
    assert ids.typed("ANA  ", ()) == ids.typed("ana", ())
    assert ids.lender("ada nwosu") == ids.lender("Ada Nwosu")
    assert ids.relation("a", "b", "MENTOR OF", DAY) == ids.relation("a", "b", "mentor of", DAY)
    assert ids.application("ACME", "nurse", ()) == ids.application("Acme", "Nurse", ())
    assert ids.job("p1", "ACME", "Nurse") != ids.job("p1", "Acme", "Nurse")


def test_a_second_of_the_same_is_counted() -> None:
    first = ids.typed("Ana", ())
    second = ids.typed("Ana", (first,))

    assert len({first, second, ids.typed("Ana", (first, second))}) == 3
    assert ids.debrief("ana", DAY, ()) != ids.debrief("ana", None, ())
    assert ids.unprofiled("x", "Ana", DAY, ()) != ids.unprofiled("x", "Ana", None, ())


def test_any_text_has_an_id_and_an_order_that_says_nothing_of_it() -> None:
    assert ids.identifier("p", "\udcff") != ids.identifier("p", "\udcfe")
    assert 3 == len({ids.shuffled(word) for word in ("ana", "ben", "\udcff")})
    assert ids.shuffled("ana") == ids.shuffled("ana")
