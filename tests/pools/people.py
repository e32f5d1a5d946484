"""Members of a pool and their stores, made where a test needs them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from netgraph.identity.organisations import organisations_in
from netgraph.model.as_of import AsOf
from netgraph.model.records import CONNECTION, EGO, Basis, Fact, Ledger, Person, Tie
from netgraph.pools.keys import HALF, MemberKey, PoolKey, founded
from netgraph.pools.membership import begin, member_of, next_file, shares
from netgraph.pools.shares import Chosen, shared_people
from netgraph.store import Store
from netgraph.store.pooled import PoolRow, put_pool

MAY_1 = date(2026, 5, 1)
AT = datetime(2026, 5, 1, tzinfo=UTC)
ANA = MemberKey(b"a" * 32)
"""The key of Ana Silva, who founded the pool of the tests."""

KEY = PoolKey(b"k" * HALF + founded(b"k" * HALF, ANA.member))
POOL = "Spring cohort"


def contact(
    name: str, company: str = "Siemens", title: str = "Senior Engineer", closeness: str = "warm"
) -> list[Fact]:
    """Return somebody whom ego knows, as the facts of a store."""
    i = name.lower().replace(" ", "-")
    person = Person(
        i, name, emails=(f"{i}@example.org",), urls=(f"https://www.linkedin.com/in/{i}",),
        company=company, title=title,
    )  # fmt: skip
    met = Tie(f"t-{i}", EGO, i, Basis.OBSERVED, CONNECTION, source="linkedin")
    said = Tie(f"s-{i}", EGO, i, closeness=closeness) if closeness else None
    return [person, met, *([said] if said else [])]


def store_of(path: Path, name: str, *facts: Fact, pool: str = POOL) -> Path:
    """Make the store of a member who is called so and has these facts."""
    slug = name.lower().replace(" ", "-")
    me = Person(EGO, name, urls=(f"https://www.linkedin.com/in/{slug}",))
    everything = [me, *facts]
    with Store.open(path) as store:
        with store.change("test", at=AT) as change:
            change.put([*organisations_in(everything, Ledger()), *everything])
        if name == "Ana Silva":
            put_pool(store, PoolRow(pool, KEY.secret, ANA.seed))
        else:
            begin(store, pool, KEY)
    return path


def view_of(store: Store, day: date = MAY_1) -> AsOf:
    """Return the ledger of a store on a day."""
    return AsOf(store.ledger(as_of=day), day)


def exported(
    path: Path, to: Path, *, day: date = MAY_1, chosen: Chosen | None = None, pool: str = POOL
) -> Path:
    """Write what a member shares to a file."""
    with Store.open(path) as store:
        view, member = view_of(store, day), member_of(store, pool)
        people = shared_people(view, member.key.secret, chosen or Chosen())
        to.write_bytes(next_file(store, member, shares(view, member, people), day))
    return to
