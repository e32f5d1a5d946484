"""A key works once, an old one not at all, and a cookie cannot be guessed."""

from __future__ import annotations

from netgraph.web.keys import Keys


def test_a_key_is_exchanged_once() -> None:
    keys = Keys()
    key = keys.issue()
    cookie = keys.redeem(key)

    assert keys.knows(cookie)
    assert keys.redeem(key) is None
    assert [False, False, False] == [keys.knows(said) for said in (None, "", key)]


def test_an_old_key_that_nobody_used_ends_when_many_new_ones_were_made() -> None:
    keys = Keys()
    old = keys.issue()
    new = [keys.issue() for _ in range(8)]

    assert keys.redeem(old) is None
    assert keys.redeem(new[0]) is not None


def test_the_oldest_browser_is_shut_out_when_very_many_were_let_in() -> None:
    keys = Keys()
    cookies = [keys.redeem(keys.issue()) for _ in range(65)]

    assert [False, True] == [keys.knows(cookies[n]) for n in (0, 64)]
