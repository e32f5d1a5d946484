from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import InvalidInput
from netgraph.pools.keys import (
    MemberKey,
    PoolKey,
    is_signed,
    new_key,
    new_member_key,
    read_phrase,
    sealed_for,
)

ANA, BEN = MemberKey(b"a" * 32), MemberKey(b"b" * 32)


@given(st.binary(min_size=32, max_size=32))
def test_a_phrase_says_its_key(secret: bytes) -> None:
    key = PoolKey(secret)

    assert key == read_phrase(key.phrase) == read_phrase(key.phrase.replace("-", " ").upper())


@given(st.integers(0, 50), st.sampled_from("abcdefgh234567"))
def test_a_slip_of_the_pen_is_seen(place: int, letter: str) -> None:
    phrase = PoolKey(bytes(range(32))).phrase.replace("-", "")
    if letter == phrase[place]:
        return

    with pytest.raises(InvalidInput, match="no key of a pool"):
        read_phrase(phrase[:place] + letter + phrase[place + 1 :])


def test_nobody_gets_a_key_twice() -> None:
    assert 20 == len(
        {new_key("a").secret for _ in range(10)} | {new_member_key().seed for _ in "0123456789"}
    )


def test_a_key_tells_who_founded_the_pool() -> None:
    key = new_key(ANA.member)

    assert (True, False) == (key.is_of(ANA.member), key.is_of(BEN.member))
    assert read_phrase(key.phrase).is_of(ANA.member)


def test_what_files_bear_of_a_pool_is_not_its_secret() -> None:
    key = PoolKey(bytes(range(32)))

    assert key.secret.hex() not in key.pool + key.seal(b"")
    assert key.pool != key.seal(b"")[:32]


def test_a_signature_holds_for_these_words_of_this_member_alone() -> None:
    signed = ANA.sign(b"yes")

    assert is_signed(ANA.member, b"yes", signed)
    assert not is_signed(ANA.member, b"no", signed)
    assert not is_signed(BEN.member, b"yes", signed)
    assert not is_signed("zz", b"yes", "zz")


def test_only_the_one_it_is_for_can_open_it() -> None:
    sealed = sealed_for(BEN.box, "Cara Weiß".encode())

    assert "Cara Weiß" == BEN.opened(sealed).decode()
    assert b"Cara" not in bytes.fromhex(sealed)
    for key, text in ((ANA, sealed), (BEN, sealed[:-2] + "00"), (BEN, "zz")):
        with pytest.raises(InvalidInput, match="for somebody else"):
            key.opened(text)


def test_a_box_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidInput, match="ask them for a new file"):
        sealed_for("00", b"x")
