from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from netgraph.pools.dealing import Dealer, Roster
from netgraph.pools.files import Named
from netgraph.pools.limits import Bearer, hears_enough, turns, why_not

MAY_1 = date(2026, 5, 1)
DAY = timedelta(1)
FOUNDER = Roster("a", "a", {})


def ago(*days: int) -> list[date]:
    return [MAY_1 - d * DAY for d in days]


def test_the_founder_alone_may_ask() -> None:
    assert "" == why_not(Bearer("cara", 3, {}), FOUNDER, MAY_1)
    assert ([0, 1, 2], [0, 1, 2]) == turns(Bearer("cara", 3, {}), FOUNDER, MAY_1)


def test_to_whom_nothing_was_dealt_waits() -> None:
    cara = Bearer("cara", 3, {})

    assert "join a file of theirs first" in why_not(cara, Roster("b", "", {}), MAY_1)
    unnamed = Roster("b", "a", {"a": Dealer((("c",),)), "b": Dealer((("a",),))})
    assert "send the others your file" in why_not(cara, unnamed, MAY_1)


def test_who_has_none_of_a_persons_asks_leaves_them_to_the_others() -> None:
    dealt = Roster("b", "a", {"a": Dealer((("b",),))})
    found = {p: why_not(Bearer(p, 1, {}), dealt, MAY_1) for p in ("cara", "dan", "eva", "fay")}

    assert {"", "the one ask a quarter that they bear is another member's"} == {*found.values()}
    assert [p for p, why in found.items() if not why] == [
        p for p in found if dealt.hands(p, 0) == ("a", "b")
    ]


def test_each_is_used_once_a_quarter_by_whoever_has_it() -> None:
    used = {0: [("b", MAY_1 - 90 * DAY)], 1: [("a", MAY_1 - 91 * DAY)], 2: [("a", MAY_1 + DAY)]}
    asked = {"a": [MAY_1 - 91 * DAY, MAY_1 + DAY], "b": ago(90)}

    assert ([0, 1, 2], [1]) == turns(Bearer("cara", 3, asked, used), FOUNDER, MAY_1)


def test_what_one_asked_without_the_pool_takes_from_ones_own() -> None:
    asked = {"a": ago(30, 60)}

    assert ([0, 1, 2], [2]) == turns(Bearer("cara", 3, asked), FOUNDER, MAY_1)


def test_who_left_has_asked_all_the_same() -> None:
    three = Bearer("cara", 3, {"gone": ago(30, 40, 50)})

    assert "they were asked 3 times this quarter" in why_not(three, FOUNDER, MAY_1)


def test_after_the_quarter_it_is_forgotten() -> None:
    assert "" == why_not(Bearer("cara", 3, {"b": ago(91, 92, 93)}), FOUNDER, MAY_1)


def test_whom_a_member_noted_never_to_ask_is_not_asked() -> None:
    assert "a member noted not to ask them" == why_not(Bearer("cara", 0, {}), FOUNDER, MAY_1)


def test_a_member_gets_six_requests_and_one_at_most_of_each_in_a_large_pool() -> None:
    assert not hears_enough({"b": ago(1, 2, 3, 4, 5)}, "a", 30, MAY_1)
    assert hears_enough({"b": ago(1, 2, 3), "c": ago(1, 2, 90)}, "a", 30, MAY_1)
    assert hears_enough({"a": ago(1)}, "a", 7, MAY_1)
    assert not hears_enough({"a": ago(1)}, "a", 3, MAY_1)
    assert hears_enough({"a": ago(1, 2)}, "a", 3, MAY_1)


@dataclass(frozen=True)
class File:
    """What the file of a member says of whose the asks are: as in `netgraph.pools.files`."""

    number: int
    named: Named
    asked: tuple[tuple[str, int, date], ...]
    stay: tuple[str, ...] | None = None
    left: tuple[tuple[str, File], ...] = ()


@dataclass
class Holder:
    """A member: whose files they hold, what their own newest file named, what they asked."""

    held: dict[str, File] = field(default_factory=dict)
    named: Named = ()
    asked: list[tuple[str, int, date]] = field(default_factory=list)
    files: list[File] = field(default_factory=list)


PEOPLE = ("cara", "dan")
WHICH = st.integers(0, 99)


class Pool(RuleBasedStateMachine):
    """Members come, write, join some of the files, old ones too, ask and leave, as they like."""

    @initialize(limit=st.integers(0, 5))
    def found(self, limit: int) -> None:
        self.limit, self.day = limit, MAY_1
        self.members: dict[str, Holder] = {"m0": Holder()}
        self.here = ["m0"]
        self.asks: dict[str, list[date]] = {p: [] for p in PEOPLE}

    def some(self, which: int) -> str:
        return self.here[which % len(self.here)]

    @rule()
    def come(self) -> None:
        if len(self.members) < 7:
            name = f"m{len(self.members)}"
            self.members[name] = Holder()
            self.here.append(name)
            self.write(len(self.here) - 1)

    @rule(which=WHICH)
    def write(self, which: int) -> None:
        self.sign(self.some(which), leaves=False)

    def sign(self, name: str, *, leaves: bool) -> None:
        one = self.members[name]
        before = {m for batch in one.named for m in batch}
        staying = tuple(m for m, f in sorted(one.held.items()) if f.stay is None)
        if new := tuple(m for m in staying if m not in before):
            one.named = (*one.named, new)
        one.files.append(
            File(
                len(one.files) + 1,
                one.named,
                tuple(a for a in one.asked if self.day - 91 * DAY < a[2]),
                staying if leaves else None,
                () if leaves else tuple((m, f) for m, f in one.held.items() if f.stay is not None),
            )
        )

    @rule(which=WHICH, whose=st.sets(st.integers(0, 6)), back=st.integers(0, 3))
    def join(self, which: int, whose: set[int], back: int) -> None:
        name = self.some(which)
        for other in (f"m{n}" for n in sorted(whose)):
            files = self.members[other].files if other in self.members else []
            if other != name and files:
                self.take(name, other, files[max(0, len(files) - 1 - back)])

    def take(self, name: str, other: str, file: File) -> None:
        held = self.members[name].held
        for gone, said in file.left:
            if gone != name:
                self.take(name, gone, said)
        known = held.get(other)
        if known is None or (known.stay is None and known.number < file.number):
            held[other] = file

    @rule(which=WHICH)
    def leave(self, which: int) -> None:
        if len(self.here) > 1:
            self.sign(self.some(which), leaves=True)
            self.here.remove(self.some(which))

    @rule(days=st.integers(1, 60))
    def wait(self, days: int) -> None:
        self.day += days * DAY

    @rule(which=WHICH, person=st.sampled_from(PEOPLE))
    def ask(self, which: int, person: str) -> None:
        self.ask_once(self.some(which), person)

    def ask_once(self, name: str, person: str) -> bool:
        one = self.members[name]
        used: dict[int, list[tuple[str, date]]] = {}
        asked: dict[str, list[date]] = {}
        for who, some in ((name, one.asked), *((m, f.asked) for m, f in one.held.items())):
            for whom, turn, day in some:
                if whom == person:
                    used.setdefault(turn, []).append((who, day))
                    asked.setdefault(who, []).append(day)
        dealers = {m: Dealer(f.named, f.stay or ()) for m, f in one.held.items()}
        dealers[name] = Dealer(one.named)
        roster = Roster(name, "m0" if "m0" in dealers else "", dealers)
        bearer = Bearer(person, self.limit, asked, used)
        free = turns(bearer, roster, self.day)[1] if roster.founder else []
        if why_not(bearer, roster, self.day) == "":
            assert free
        if free:
            one.asked.append((person, free[0], self.day))
            self.asks[person].append(self.day)
        return bool(free)

    @precondition(lambda self: len(self.here) > 1)
    @rule()
    def all_meet(self) -> None:
        """Everybody writes, joins all and writes again, and joins all."""
        for _ in range(2):
            for n in range(len(self.here)):
                self.write(n)
            for n in range(len(self.here)):
                self.join(n, set(range(7)), 0)

    @invariant()
    def nobody_is_asked_more_than_they_bear(self) -> None:
        for days in self.asks.values():
            for d in days:
                assert sum(d - 91 * DAY < o <= d for o in days) <= self.limit


TestPool = Pool.TestCase
TestPool.settings = settings(
    max_examples=40, stateful_step_count=40, suppress_health_check=[HealthCheck.too_slow]
)


def test_together_they_use_the_whole_limit() -> None:
    for limit in (1, 3, 5):
        pool = Pool()
        pool.found(limit=limit)
        for _ in range(6):
            pool.come()
        pool.all_meet()

        made = [pool.ask_once(m, "cara") for m in pool.here for _ in range(limit)]

        assert limit == sum(made)
        pool.leave(0)
        pool.wait(91)
        pool.all_meet()
        assert limit == sum(pool.ask_once(m, "cara") for m in pool.here for _ in range(limit))
