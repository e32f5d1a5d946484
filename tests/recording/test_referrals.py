"""A name that was passed on, and whether both were asked before."""

from __future__ import annotations

from netgraph.recording.referrals import record_referral
from netgraph.store import Store
from tests.recording.writing import write


def test_an_introduction_before_both_said_yes_is_early(store: Store) -> None:
    early = write(store, record_referral, "me", "Ben", to="Ana", status="introduced")

    assert (("you", "Ben Ode", "Ana Silva"), True) == (early.names, early.early)


def test_both_yeses_make_an_introduction_that_is_not_early(store: Store) -> None:
    for who in ("Ben", "Ana"):
        write(store, record_referral, "me", "Ben", to="Ana", status="agreed", by=who)

    assert not write(store, record_referral, "me", "Ben", to="Ana", status="introduced").early
