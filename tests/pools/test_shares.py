from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from netgraph.identity.marks import marks_of
from netgraph.model.records import EGO, Event, EventKind, Person, Position, Statement, Tie
from netgraph.pools.files import Known
from netgraph.pools.shares import (
    BAND_WORDS,
    Chosen,
    asked_lately,
    band_of,
    middle_of,
    shared_people,
)
from netgraph.store import Store
from tests.pools.people import KEY, MAY_1, contact, exported, store_of, view_of

CARA = contact("Cara Weiss", "Siemens AG", "Senior Software Engineer")
SECRET = b"secret"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return store_of(tmp_path / "ana.db", "Ana Silva", *CARA, *contact("Dan Roe", closeness=""))


def shared(path: Path, chosen: Chosen | None = None) -> dict[str, Known]:
    with Store.open(path) as store:
        found = shared_people(view_of(store), SECRET, chosen or Chosen())
    return {one.person.name: one.known for one in found}


def test_what_is_said_of_somebody(path: Path) -> None:
    known = shared(path)["Cara Weiss"]

    assert ("Siemens", "software", "senior") == (known.employer, known.function, known.level)
    assert ("warm", True, 3) == (BAND_WORDS[known.band], known.stated, known.bears)
    assert None is known.name
    assert set(known.marks) >= set(marks_of(SECRET, emails=["cara-weiss@example.org"]))


def test_whom_one_only_knows_from_a_list_is_barely_known(path: Path) -> None:
    known = shared(path)["Dan Roe"]

    assert ("barely", False) == (BAND_WORDS[known.band], known.stated)


def test_what_a_member_chooses(path: Path) -> None:
    assert ["Cara Weiss"] == [*shared(path, Chosen(at_least=2))]
    assert ["Dan Roe"] == [*shared(path, Chosen(without=frozenset({"cara-weiss"})))]
    assert "Cara Weiss" == shared(path, Chosen(names=True))["Cara Weiss"].name


def test_whom_one_never_asks_and_leads_are_not_shared(tmp_path: Path) -> None:
    person, *ties = contact("Eva Lead")
    assert isinstance(person, Person)
    never = Statement("s", "cara-weiss", "never_ask", True)
    path = store_of(tmp_path / "x.db", "Ana", *CARA, never, replace(person, lead=True), *ties[:1])

    assert {} == shared(path)


def test_how_much_somebody_bears_goes_with_them(tmp_path: Path) -> None:
    bears = Statement("s", "cara-weiss", "asks_per_quarter", 1)
    path = store_of(tmp_path / "x.db", "Ana", *CARA, bears)

    assert 1 == shared(path)["Cara Weiss"].bears


def test_a_school_goes_with_somebody(tmp_path: Path) -> None:
    school = Position("p", "cara-weiss", "TU Wien", kind="school")
    path = store_of(tmp_path / "x.db", "Ana", *CARA, school)

    assert "TU Wien" == shared(path)["Cara Weiss"].school


def test_bands_are_thirds() -> None:
    assert [1, 1, 2, 2, 3, 3] == [band_of(s) for s in (0.0, 0.33, 0.34, 0.66, 0.67, 0.99)]
    assert all(band == band_of(middle_of(band)) for band in (1, 2, 3))


def test_nothing_written_or_noted_stands_in_the_file(tmp_path: Path) -> None:
    talk = Event("e", EventKind.TALKED, MAY_1, EGO, "cara-weiss", note="Secret sauce")
    note = Statement("n", "cara-weiss", "needs", "a Secret remedy", MAY_1)
    path = store_of(tmp_path / "x.db", "Ana", *CARA, talk, note, Tie("k", EGO, "cara-weiss"))

    data = exported(path, tmp_path / "x.pool").read_bytes()

    for word in (b"Cara", b"Weiss", b"weiss", b"example.org", b"linkedin", b"Secret", b"Engineer"):
        assert word not in data
    assert KEY.secret.hex().encode() not in data


def test_nobody_was_asked_yet(path: Path) -> None:
    with Store.open(path) as store:
        assert [] == list(asked_lately(view_of(store), SECRET))
