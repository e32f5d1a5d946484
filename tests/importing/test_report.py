"""What became of an import: who is new, who changed job, who is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from netgraph.importing.importer import Imported
from netgraph.importing.report import JobChange, Joined, Report, record
from netgraph.model.records import (
    EGO,
    Basis,
    Event,
    EventKind,
    Fact,
    Ledger,
    Match,
    Origin,
    Person,
)
from netgraph.sources import Reading, Skip
from netgraph.store import Store

NOW = datetime(2026, 5, 1, tzinfo=UTC)
ANA = Person("ana", "Ana", "linkedin", company="Acme", title="Nurse")
BEN = Person("ben", "Ben", "linkedin")
MET = Event("e1", EventKind.MET, date(2026, 4, 1), EGO, "ana")


def ledger(*people: Person, **facts: object) -> Ledger:
    return Ledger({p.id: p for p in people}, **facts)  # type: ignore[arg-type]


def recorded(path: Path, taken: Imported, *stored: Fact) -> Report:
    with Store.open(path / "network.db") as store:
        if stored:
            with store.change("before", at=NOW) as change:
                change.put(stored)
        with store.change("import", at=NOW) as change:
            return record(taken, change)


def taken(
    *facts: Fact, before: Ledger | None = None, after: Ledger | None = None,
    readings: tuple[Reading, ...] = (), stale: frozenset[str] = frozenset(),
) -> Imported:  # fmt: skip
    people = [f for f in facts if isinstance(f, Person)]
    return Imported(
        readings or (Reading("a.csv", "x", len(facts), facts=facts),),
        facts,
        before or Ledger(),
        after or ledger(*people),
        stale,
    )


def test_new_updated_and_unchanged_people_are_counted(tmp_path: Path) -> None:
    moved = replace(BEN, company="Delta")
    cy = Person("cy", "Cy", "linkedin")
    report = recorded(
        tmp_path, taken(ANA, moved, cy, MET, before=ledger(ANA, BEN)), ANA, BEN
    )  # fmt: skip
    (file,) = report.files

    assert (1, 1, 1, 1) == (
        file.people_new,
        file.people_updated,
        file.people_unchanged,
        file.events_new,
    )
    assert (3, 1) == (report.people, report.events)


def test_whom_several_files_have_is_new_in_the_first(tmp_path: Path) -> None:
    both = tuple(Reading(name, "x", 1, 0, (Skip(2, "old"),), (ANA, MET), "note")
                 for name in ("a.csv", "b.csv"))  # fmt: skip
    report = recorded(tmp_path, taken(ANA, MET, readings=both))

    assert [(1, 0, 1), (0, 1, 0)] == [
        (f.people_new, f.people_unchanged, f.events_new) for f in report.files
    ]
    assert [("a.csv", "note"), ("b.csv", "note")] == [(f.path, f.note) for f in report.files]
    assert [2, 2] == [skip.line for f in report.files for skip in f.skipped]


def test_a_new_record_of_somebody_known_is_an_update(tmp_path: Path) -> None:
    again = Person("ana2", "Ana", "google")
    after = ledger(ANA, alias={"ana2": "ana"})
    report = recorded(tmp_path, taken(again, before=ledger(ANA), after=after), ANA)

    assert (0, 1) == (report.files[0].people_new, report.files[0].people_updated)


def test_another_job_is_a_change_and_one_that_became_known_is_none(tmp_path: Path) -> None:
    now = ledger(replace(ANA, company="Delta", title=""), replace(BEN, company="Acme"))
    report = recorded(tmp_path, taken(before=ledger(ANA, BEN), after=now))

    assert (JobChange("ana", "Ana", "Nurse, Acme", "Delta"),) == report.changed


def test_a_change_of_ego_or_of_who_is_not_there_is_not_told(tmp_path: Path) -> None:
    me = Person(EGO, "Robin", company="Acme")
    now = ledger(replace(me, company="Delta"))
    report = recorded(tmp_path, taken(before=ledger(me, ANA), after=now))

    assert ((), 0) == (report.changed, report.people)


def test_who_is_gone_now_and_was_there_before(tmp_path: Path) -> None:
    gone = {p.id: replace(p, gone=True) for p in (ANA, BEN)}
    cy = Person("cy", "Cy", gone=True)
    before = ledger(ANA, gone["ben"])
    report = recorded(tmp_path, taken(before=before, after=ledger(*gone.values(), cy)))

    assert ["ana"] == [p.id for p in report.gone]


def test_who_was_found_to_be_one_is_told_with_both_names_and_why(tmp_path: Path) -> None:
    annie = Person("annie", "Annie", "google")
    match = Match("m1", "ana", "annie", True, Basis.INFERRED, ("same e-mail",))
    after = ledger(ANA, alias={"annie": "ana"})
    one = taken(annie, match, before=ledger(ANA), after=after)

    assert (Joined("ana", "Ana", "Annie", ("same e-mail",)),) == recorded(tmp_path, one, ANA).joined


def test_a_mention_that_is_joined_or_a_no_is_not_told(tmp_path: Path) -> None:
    mention = Person("m", "Ana", "linkedin", origin=Origin.MENTIONED)
    match = Match("m1", "ana", "m", True, Basis.INFERRED)
    no = Match("m2", "ana", "ben", same=False)
    after = ledger(ANA, BEN, alias={"m": "ana"})

    assert () == recorded(tmp_path, taken(mention, BEN, match, no, after=after), ANA).joined


def test_a_match_that_nothing_supports_is_dropped(tmp_path: Path) -> None:
    match = Match("m1", "ana", "ben", True, Basis.INFERRED)
    recorded(tmp_path, taken(stale=frozenset({"m1"})), ANA, BEN, match)

    with Store.open(tmp_path / "network.db") as store:
        assert () == store.facts().matches
