from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.pools.limits import Bearer, Roster, share, why_not

MAY_1 = date(2026, 5, 1)
MEMBERS = st.sets(st.text("abcdefgh", min_size=1, max_size=3), min_size=1, max_size=9)


@given(st.integers(0, 12), MEMBERS, st.text(max_size=3))
def test_the_shares_sum_up_to_the_limit(limit: int, members: set[str], person: str) -> None:
    assert limit == sum(share(limit, members, m, person) for m in members)


@given(st.integers(0, 12), MEMBERS, st.text("xyz", min_size=1), st.text(max_size=3))
def test_a_newcomer_makes_nobodys_share_larger(
    limit: int, members: set[str], new: str, person: str
) -> None:
    for m in members:
        assert share(limit, {*members, new}, m, person) <= share(limit, members, m, person)


def test_whom_the_others_do_not_know_yet_waits() -> None:
    bearer = Bearer("cara", 9, {})

    assert "not everybody knows you yet" in why_not(
        bearer, Roster("d", {"a": {"b"}, "b": {"a"}}), MAY_1
    )
    assert "have not joined" in why_not(bearer, Roster("d", {"a": {"d", "b"}}), MAY_1)
    assert "" == why_not(bearer, Roster("d", {"a": {"d"}}), MAY_1)


def test_before_anybody_knows_anybody_one_ask_is_allowed() -> None:
    ana = Roster("a", {"b": ()})

    assert "" == why_not(Bearer("cara", 3, {}), ana, MAY_1)
    once = Bearer("cara", 3, {"a": [MAY_1 - timedelta(30)]})
    assert "your part is used" in why_not(once, ana, MAY_1)


def test_who_left_has_asked_all_the_same() -> None:
    asked = {"gone": [MAY_1 - timedelta(d) for d in (30, 40, 50)]}

    assert "3 asks a quarter" in why_not(Bearer("cara", 3, asked), Roster("a", {"b": {"a"}}), MAY_1)


def test_after_the_quarter_it_is_forgotten() -> None:
    asked = {"b": [MAY_1 - timedelta(d) for d in (91, 92, 93)]}

    assert "" == why_not(Bearer("cara", 3, asked), Roster("a", {"b": {"a"}}), MAY_1)


class Group:
    """Members who ask, write files and join those of others, as they do with a store."""

    def __init__(self, founders: int, limit: int) -> None:
        self.limit, self.day = limit, MAY_1
        self.asked: dict[int, list[date]] = defaultdict(list)
        self.held: dict[int, dict[int, tuple[frozenset[int], tuple[date, ...]]]] = {}
        self.files: dict[int, tuple[frozenset[int], tuple[date, ...]]] = {}
        for m in range(founders):
            self.held[m] = {o: (frozenset(), ()) for o in range(founders) if o != m}
        for m in range(founders):
            self.write(m)
        for m in range(founders):
            self.join(m, range(founders))

    def write(self, m: int) -> None:
        self.files[m] = frozenset(self.held[m]), tuple(self.asked[m])

    def join(self, m: int, others: object) -> None:
        assert isinstance(others, set | range)
        self.held[m] |= {o: self.files[o] for o in others if o in self.files and o != m}

    def come(self) -> None:
        new = len(self.held)
        self.held[new] = {}
        self.write(new)

    def ask(self, m: int, person: str) -> None:
        seen = {str(o): {str(s) for s in seen} for o, (seen, _) in self.held[m].items()}
        known = {str(o): days for o, (_, days) in self.held[m].items()}
        bearer = Bearer(person, self.limit, {**known, str(m): self.asked[m]})
        if not why_not(bearer, Roster(str(m), seen), self.day, rest=timedelta(0)):
            self.asked[m].append(self.day)

    @property
    def most(self) -> int:
        """Return how many asks fell into any 91 days."""
        days = [d for some in self.asked.values() for d in some]
        return max((sum(d - timedelta(91) < o <= d for o in days) for d in days), default=0)


MEMBER = st.integers(0, 6)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("ask"), MEMBER),
        st.tuples(st.just("write"), MEMBER),
        st.tuples(st.just("join"), MEMBER, st.sets(MEMBER)),
        st.tuples(st.just("come")),
        st.tuples(st.just("days"), st.integers(1, 60)),
    ),
    max_size=60,
)


@settings(max_examples=300)
@given(st.integers(2, 4), st.integers(0, 5), STEPS)
def test_no_sequence_of_asks_and_merges_exceeds_a_persons_limit(
    founders: int, limit: int, steps: list[tuple[object, ...]]
) -> None:
    group = Group(founders, limit)
    for what, *rest in steps:
        m = rest[0] if rest and isinstance(rest[0], int) else 0
        if what == "days":
            group.day += timedelta(m)
        elif what == "come" and len(group.held) < 7:
            group.come()
        elif m in group.held:
            if what == "ask":
                group.ask(m, "cara")
            elif what == "write":
                group.write(m)
            elif what == "join":
                group.join(m, rest[1])

        assert group.most <= limit


def test_together_they_use_the_whole_limit() -> None:
    group = Group(3, 3)
    for m in range(3):
        group.ask(m, "cara")
        group.ask(m, "cara")

    assert 3 == group.most
