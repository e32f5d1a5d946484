"""Whose the asks are that a person bears, by files that only some have joined."""

from __future__ import annotations

from collections import Counter

from netgraph.pools.dealing import Dealer, Roster

ALL = tuple("abcdefghij")


def by(me: str, **dealers: Dealer) -> Roster:
    return Roster(me, "a", {me: Dealer(), **dealers})


def everybody_named_all() -> dict[str, Dealer]:
    return {m: Dealer((tuple(o for o in ALL if o != m),)) for m in ALL}


def test_at_first_all_are_the_founders() -> None:
    alone = by("b", a=Dealer())

    assert {("a",)} == {alone.hands(p, turn) for p in "xyz" for turn in range(3)}
    assert {"a"} == alone.dealt_in


def test_three_who_know_one_another_have_one_each() -> None:
    both = by("a", a=Dealer((("b", "c"),)))

    for person in ("cara", "dan", "eva"):
        assert [*"abc"] == sorted(both.hands(person, turn)[-1] for turn in range(3))


def test_everybody_has_as_many_in_the_long_run() -> None:
    roster = Roster("a", "a", everybody_named_all())

    dealt = Counter(roster.hands(f"p{n}", turn)[-1] for n in range(1000) for turn in range(3))

    assert {*ALL} == dealt.keys()
    assert all(250 < n < 350 for n in dealt.values())


def test_so_has_who_comes_later_once_all_name_them() -> None:
    dealers = {m: Dealer((*d.named, ("z",))) for m, d in everybody_named_all().items()}
    roster = Roster("a", "a", dealers)

    dealt = Counter(roster.hands(f"p{n}", turn)[-1] for n in range(1000) for turn in range(3))

    assert {*ALL, "z"} == dealt.keys()
    assert all(220 < n < 330 for n in dealt.values())


def test_whom_one_member_named_has_something_of_that_member() -> None:
    roster = by("z", a=Dealer((("b",),)), b=Dealer((("a",), ("z",))))

    last = {roster.hands(f"p{n}", turn)[-2:] for n in range(20) for turn in range(3)}

    assert {("a",), ("a", "b"), ("b", "z")} == last
    assert {"a", "b", "z"} == roster.dealt_in


def test_who_has_an_old_file_sees_the_beginning_of_the_way() -> None:
    new = by("c", a=Dealer((("b",), ("c",))), b=Dealer((("a", "c"),)))
    old = by("c", a=Dealer((("b",),)), b=Dealer())

    for n in range(50):
        way = old.hands(f"p{n}", 0)
        assert way == new.hands(f"p{n}", 0)[: len(way)]


def test_who_leaves_deals_all_to_who_stays() -> None:
    names = everybody_named_all()
    stay = ALL[2:]
    gone = names | {"a": Dealer(names["a"].named, stay), "b": Dealer(names["b"].named, stay)}
    roster = Roster("c", "a", gone)

    dealt = Counter(roster.hands(f"p{n}", turn)[-1] for n in range(500) for turn in range(3))

    assert {*stay} == dealt.keys()
    assert all(130 < n < 250 for n in dealt.values())


def test_what_nobody_stays_for_is_lost() -> None:
    assert ("a",) == by("b", a=Dealer((), ())).hands("cara", 0)
    each_to_the_other = by("c", a=Dealer((("b",),), ("b",)), b=Dealer((("a",),), ("a",)))
    assert {("a", "b")} == {each_to_the_other.hands(p, 0) for p in "xyz"}
