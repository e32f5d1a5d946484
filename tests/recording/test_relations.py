"""What two people are to one another, written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import EGO, Person
from netgraph.recording.relations import record_known, record_relation, two_people
from netgraph.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        with opened.change("people", at=NOW) as change:
            change.put([Person("ana", "Ana Silva"), Person("ben", "Ben Ode")])
        yield opened


def test_a_relation_is_kept_reads_on_and_says_that_they_know_each_other(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        said = record_relation(
            store.ledger(),
            change,
            False,
            a="ana",
            role="mentor",
            b="ben",
            day=DAY,
            closeness="warm",
        )
    ledger = store.ledger()

    assert "Ana Silva: mentor of Ben Ode" == said.words
    assert [("ana", "mentor of", "ben")] == [(r.u, r.role, r.v) for r in ledger.relations]
    assert [("ana", "ben", "warm", True)] == [(t.u, t.v, t.closeness, t.known) for t in ledger.ties]


def test_it_reads_from_the_side_of_its_role(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        said = record_relation(
            store.ledger(), change, False, a="me", role="reports to", b="ana", day=DAY
        )

    assert "Ana Silva: manager of you" == said.words


def test_what_they_are_no_longer_says_nothing_of_whether_they_know_each_other(
    store: Store,
) -> None:
    with store.change("x", at=NOW) as change:
        said = record_relation(
            store.ledger(), change, False, a="ana", role="friend", b="me", day=DAY, known=False
        )

    assert said.words.endswith("(no longer)")
    assert () == store.ledger().ties


def test_somebody_new_is_a_lead_unless_ego_is_the_other(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        ledger = store.ledger()
        ego, zoe = two_people(ledger, change, " ME ", "Zoe", day=DAY, new=True)
        _, cy = two_people(ledger, change, "ana", "Cy", day=DAY, new=True)

    assert (EGO, "you") == (ego.id, ego.name)
    assert (False, True) == (zoe.lead, cy.lead)


def test_nobody_is_made_up_and_one_person_is_not_two(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        with pytest.raises(UnknownName):
            record_relation(store.ledger(), change, False, a="ana", role="friend", b="Zoe", day=DAY)
        with pytest.raises(InvalidInput, match="one person twice"):
            record_relation(store.ledger(), change, True, a="ana", role="friend", b="ana", day=DAY)
        assert not change.touched


def test_all_of_a_table_are_known_at_once_and_how_well_stays_unsaid(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        record_known(store.ledger(), change, ["ana", "ben"])

    ties = {(tie.u, tie.v): tie for tie in store.ledger().ties}
    assert {(EGO, "ana"), (EGO, "ben")} == set(ties)
    assert all(tie.known and not tie.closeness for tie in ties.values())
