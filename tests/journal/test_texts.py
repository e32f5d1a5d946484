"""What is searched of everybody is the same kept and worked out; notes are searched beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.journal.texts import found_in, has_all, known_text, texts_of
from netgraph.model.records import EGO, Event, EventKind, Fact, Ledger, Person, Position
from netgraph.model.text import asked_for
from netgraph.store import Store, snapshot

NOW = datetime(2026, 5, 1, tzinfo=UTC)
BOOK = Ledger(
    {
        EGO: Person(EGO, "Robin Ana"),
        "p1": Person("p1", "Zoë Ärlund", company="Acme", title="Köchin", tags=("choir",)),
        "p2": Person("p2", "Ana-Lena Roy", emails=("ana@tarn.example",), place="Oslo"),
        "p3": Person("p3", "山田 太郎"),
    },
    positions=(Position("q1", "p1", "Tarn", "Baker"), Position("q2", "p2", "Acme", "Cook")),
    events=(
        Event("e1", EventKind.NOTE, date(2026, 4, 1), EGO, "p3", note="likes sailing"),
        Event("e2", EventKind.MESSAGE, None, "p2", EGO, note="choir", source="mail"),
    ),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("acme", ["p2", "p1"]),
        ("aerlund", ["p1"]),
        ("arlund tarn", ["p1"]),
        ("tarn", ["p2", "p1"]),
        ("analena", ["p2"]),
        ("choir", ["p1"]),
        ("sail", ["p3"]),
        ("sail acme", []),
        ("robin", []),
        ("", ["p2", "p3", "p1"]),
    ],
)
def test_whoever_has_all_words_is_found_by_name(query: str, found: list[str]) -> None:
    assert found == found_in(BOOK, asked_for(query))


def test_each_word_may_be_found_by_any_of_its_forms() -> None:
    assert has_all("a\nbc", [{"x", "b"}, {"a"}])
    assert not has_all("a\nbc", [{"x"}, {"a"}])
    assert has_all("", [])


letters = st.text("abAü -", min_size=1, max_size=6).filter(str.strip)


@given(st.lists(st.tuples(letters, letters), max_size=5), letters)
def test_it_is_what_is_known_of_each_person(names: list[tuple[str, str]], query: str) -> None:
    people = {f"p{n}": Person(f"p{n}", a, company=b) for n, (a, b) in enumerate(names)}
    words = asked_for(query)

    found = found_in(Ledger(people), words)
    assert sorted(i for i, p in people.items() if has_all(known_text(p), words)) == sorted(found)


def stored(tmp_path: Path, *facts: Fact) -> Path:
    path = tmp_path / "network.db"
    with Store.open(path) as store:
        with store.change("add", at=NOW) as change:
            change.put(facts)
        store.ledger()
    return path


def test_it_is_kept_with_a_store_and_added_to(tmp_path: Path) -> None:
    people = [p for p in BOOK.people.values() if p.id != EGO]
    path = stored(tmp_path, *people, *BOOK.positions)
    with Store.open(path) as store, store.change("add", at=NOW) as change:
        change.put([Person("p9", "Mia Ode"), Person("p8", "Abe Ode")])
    snapshot.let_go()
    with Store.open(path) as store:
        kept = store.ledger()
    snapshot.remove(path)
    with Store.open(path) as store:
        anew = store.ledger()

    assert anew.texts() is None
    assert kept.texts() is not None
    assert texts_of(anew) == texts_of(kept)
    assert ["p8", "p2", "p9", "p3", "p1"] == [i for i, _ in texts_of(kept)]
