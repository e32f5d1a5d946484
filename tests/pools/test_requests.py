from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import Ask, Step
from netgraph.pools.files import PoolFile, understood
from netgraph.pools.finding import find
from netgraph.pools.joining import join
from netgraph.pools.kept import KeptPool, kept_pool
from netgraph.pools.membership import member_of
from netgraph.pools.requests import Answered, answer, ask, read_reply, read_request
from netgraph.store import Store
from netgraph.store.pooled import asks
from tests.pools.people import AT, KEY, MAY_1, POOL, contact, exported, store_of, view_of

CARA = contact("Cara Weiss", "Siemens", "Head of Marketing")
WHY = "I write about trains"


class Two:
    """Ana, who looks for somebody at Siemens, and Ben, who knows Cara there."""

    def __init__(self, folder: Path) -> None:
        self.ana = store_of(folder / "ana.db", "Ana Silva", *contact("Dan Roe", "Acme"))
        self.ben = store_of(folder / "ben.db", "Ben Ode", *CARA)
        files = [exported(self.ana, folder / "a.pool"), exported(self.ben, folder / "b.pool")]
        for path in (self.ana, self.ben):
            with Store.open(path) as store:
                join(store, member_of(store, POOL), files)

    def asks(self, contact: str = "", *, day: date = MAY_1, through: str = "") -> bytes:
        with Store.open(self.ana) as store:
            view, member = view_of(store, day), member_of(store, POOL)
            pool = kept_pool(store, member, lambda: view, day)
            contact = contact or find(pool, member, view, "Siemens").found[0].contact
            data, to = ask(store, pool, member, view, contact, through=through, why=WHY)
        assert "Ben Ode" == to
        return data

    def answers(self, request: bytes, *, yes: bool) -> bytes:
        with Store.open(self.ben) as store:
            view, member = view_of(store), member_of(store, POOL)
            pool: KeptPool = kept_pool(store, member, lambda: view, MAY_1)
            asking = read_request(understood(request, KEY), member, view)
            assert ("Ana Silva", WHY) == (asking.request.called, asking.why)
            return answer(asking, pool, member, view, yes=yes, said="soon")

    def reads(self, reply: bytes | PoolFile) -> Answered:
        file = reply if isinstance(reply, PoolFile) else understood(reply, KEY)
        with Store.open(self.ana) as store:
            return read_reply(file, store, member_of(store, POOL))


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def test_with_a_yes_comes_the_name(two: Two) -> None:
    told = two.reads(two.answers(two.asks(), yes=True))

    assert ("Ben Ode", True, "Cara Weiss") == (told.member, told.word.yes, told.word.name)
    assert ("Head of Marketing", "Siemens", "soon") == (
        told.word.title, told.word.employer, told.word.said
    )  # fmt: skip
    with Store.open(two.ana) as store:
        assert ["yes"] == [row.answer for row in asks(store, POOL)]


def test_with_a_no_comes_no_name(two: Two) -> None:
    told = two.reads(two.answers(two.asks(), yes=False))

    assert (False, "", "") == (told.word.yes, told.word.name, told.word.employer)


def test_others_in_the_pool_read_nothing_of_it(two: Two) -> None:
    request = two.asks()
    reply = two.answers(request, yes=True)

    for data in (request, reply):
        for word in (b"Cara", b"Weiss", b"Siemens", b"trains", b"soon", b"Marketing"):
            assert word not in data


def test_it_counts_at_once(two: Two) -> None:
    two.asks()

    with pytest.raises(InvalidInput, match="the pool asked them on 2026-05-01"):
        two.asks()


def test_a_request_is_for_one_member_alone(two: Two) -> None:
    request = understood(two.asks(), KEY)
    with Store.open(two.ana) as store, pytest.raises(InvalidInput, match="no request to you"):
        read_request(request, member_of(store, POOL), view_of(store))


def test_an_answer_to_nothing_is_refused(two: Two) -> None:
    request = two.asks()
    reply = understood(two.answers(request, yes=True), KEY)
    line = "answers nothing that you asked"
    with Store.open(two.ben) as store, pytest.raises(InvalidInput, match=line):
        read_reply(reply, store, member_of(store, POOL))
    with pytest.raises(InvalidInput, match=line):
        two.reads(understood(request, KEY))


def test_a_contact_that_there_is_not(two: Two) -> None:
    with pytest.raises(UnknownName, match="no contact in the pool is called 'nobody'"):
        two.asks("nobody")
    with pytest.raises(UnknownName, match="Zoe does not share this contact"):
        two.asks(through="Zoe")


def test_who_was_asked_enough_is_not_promised_to_one_more(two: Two) -> None:
    request = two.asks()
    steps = tuple(Step(MAY_1 - timedelta(d), "asked") for d in (30, 50, 70))
    with Store.open(two.ben) as store, store.change("x", at=AT) as change:
        change.put([Ask(f"a{n}", "cara-weiss", steps=(s,)) for n, s in enumerate(steps)])

    with pytest.raises(InvalidInput, match="was asked 3 times this quarter already"):
        two.answers(request, yes=True)
    assert not two.reads(two.answers(request, yes=False)).word.yes


def test_whom_one_no_longer_knows_one_cannot_introduce(two: Two) -> None:
    request = two.asks()
    with Store.open(two.ben) as store:
        store.forget(["cara-weiss"])

    with pytest.raises(UnknownName, match="answer no"):
        two.answers(request, yes=True)
    assert not two.reads(two.answers(request, yes=False)).word.yes
