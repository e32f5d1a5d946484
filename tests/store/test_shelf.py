"""What was worked out of a store stays for the next command, and is never trusted."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import cli
from netgraph.agenda.day_facts import employers_on
from netgraph.graph.build import network_arcs_on
from netgraph.graph.schema import as_networkx
from netgraph.journal.naming import handles
from netgraph.model.as_of import AsOf
from netgraph.model.records import YOU, Ask, Event, EventKind, Goal, Ledger, Person, Tie
from netgraph.store import Store, shelf
from netgraph.store.shelf import FileShelf, place
from netgraph.suggestions.recommendations import recommend

DAY = date(2026, 5, 1)
AT = datetime(2026, 5, 1, tzinfo=UTC)
NOTE = Event("e", EventKind.NOTE, DAY, "me", "ana", source=YOU)


def on(path: Path, stamp: str = "s", day: date = DAY, ledger: Ledger | None = None) -> FileShelf:
    """The shelf of a view of a store that is as it was read."""
    return FileShelf(path, stamp, day, ledger or Ledger(), lambda: True)


def got(one: FileShelf, name: str = "x", *, stands: bool = False) -> bytes | None:
    """What the shelf has of a part."""
    found = one.take(name, stands=stands)
    return None if found is None else bytes(found)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store is."""
    return tmp_path / "n.db"


def test_what_is_put_is_there_for_the_same_view_only(path: Path) -> None:
    on(path).put("x", b"abc", stands=False)
    on(path).put("y", b"", stands=True)
    assert got(on(path)) == b"abc"
    assert got(on(path), "y", stands=True) == b""
    assert got(on(path), "y") is None
    assert got(on(path), "z") is None
    assert got(on(path, "other")) is None
    assert got(on(path, day=date(2026, 5, 2))) is None
    assert stat.S_IMODE(place(path).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "later",
    [
        Ledger(events=(NOTE,)),
        Ledger(asks=(Ask("a", "ana"),)),
    ],
)
def test_what_is_logged_leaves_what_stands(path: Path, later: Ledger) -> None:
    on(path).put("x", b"1", stands=False)
    on(path).put("y", b"2", stands=True)
    assert got(on(path, ledger=later)) is None
    assert got(on(path, ledger=later), "y", stands=True) == b"2"
    on(path, ledger=later).put("x", b"3", stands=False)
    assert (got(on(path, ledger=later)), got(on(path))) == (b"3", b"1")


def test_what_was_logged_since_puts_no_second_network_there(path: Path) -> None:
    later = Ledger(events=(NOTE,))
    on(path).put("y", b"2", stands=True)
    assert on(path).wants("x", stands=False)
    on(path).put("x", b"1", stands=False)
    assert not on(path, ledger=later).wants("x", stands=False)
    assert on(path, ledger=later).wants("z", stands=False)
    assert on(path, ledger=later).wants("x", stands=True)
    assert on(path, "other").wants("x", stands=False)


def test_a_goal_leaves_all(path: Path) -> None:
    on(path).put("x", b"1", stands=False)
    assert got(on(path, ledger=Ledger(goals=(Goal("g", "cook"),)))) == b"1"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:40],
        lambda data: data[:-1] + b"?",
        lambda data: b"?" + data[1:],
        lambda data: data[:20] + bytes(100),
        lambda data: b"",
        lambda data: b"\xff" * 500,
    ],
)
def test_what_is_damaged_is_not_there_and_is_begun_again(
    path: Path, damage: Callable[[bytes], bytes]
) -> None:
    on(path).put("x", b"abcdef", stands=False)
    place(path).write_bytes(damage(place(path).read_bytes()))
    assert got(on(path)) is None
    on(path).put("x", b"again", stands=False)
    assert got(on(path)) == b"again"


def test_another_program_makes_its_own(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on(path).put("x", b"1", stands=True)
    monkeypatch.setattr(shelf, "program_of", lambda *_: "an older one")
    assert got(on(path), stands=True) is None


def test_the_file_has_one_state_of_who_is_who_and_does_not_grow_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(path).put("x", b"1" * 100, stands=True)
    on(path, "other").put("x", b"2", stands=True)
    assert got(on(path), stands=True) is None
    monkeypatch.setattr(shelf, "LARGEST", 300)
    on(path, "other").put("y", b"3" * 200, stands=True)
    assert place(path).stat().st_size < 300
    assert got(on(path, "other"), "y", stands=True) == b"3" * 200


def test_nothing_is_left_where_the_store_was_changed_meanwhile(path: Path) -> None:
    FileShelf(path, "s", DAY, Ledger(), lambda: False).put("x", b"1", stands=True)
    assert not place(path).exists()


def test_a_folder_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    one = on(tmp_path / "none" / "n.db")
    one.put("x", b"1", stands=True)
    assert got(one, stands=True) is None


@pytest.fixture
def store(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that is large enough."""
    monkeypatch.setattr(shelf, "SMALLEST", 0)
    with Store.open(path) as store, store.change("add", at=AT) as change:
        change.put(
            [
                *(Person(f"p{n}", f"Ana {n}", title="Cook", company="Acme") for n in range(3)),
                *(Tie(f"t{n}", "me", f"p{n}") for n in range(3)),
                Event("e1", EventKind.TALKED, date(2026, 4, 1), "me", "p1"),
            ]
        )
    return path


def test_the_view_of_a_store_finds_what_an_earlier_one_made(store: Path) -> None:
    def seen(*, plainly: bool = False) -> tuple[object, ...]:
        with Store.open(store) as opened:
            view = opened.view(DAY)
        if plainly:
            view = AsOf(view.ledger, DAY)
        told = recommend(view, [Goal("g", "cook")])
        G = as_networkx(network_arcs_on(view))
        return told, employers_on(view), dict(G.nodes.items()), list(G.edges(data=True))

    first, again, plain = seen(), seen(), seen(plainly=True)
    assert first == again == plain
    assert place(store).exists()
    place(store).write_bytes(place(store).read_bytes().replace(b"Ana 1", b"Eve 1"))
    assert seen() == plain


def test_what_cannot_be_read_is_made_anew(store: Path) -> None:
    with Store.open(store) as opened:
        view = opened.view(DAY)
    assert view.shelf is not None
    view.shelf.put("employers", b"\xc1", stands=True)
    assert list(employers_on(view).values()) == [["p0", "p1", "p2"]]
    assert employers_on(view) == employers_on(AsOf(view.ledger, DAY))


def test_forgetting_takes_it_away_and_a_copy_has_none(store: Path) -> None:
    with Store.open(store) as opened:
        network_arcs_on(opened.view(DAY))
        assert place(store).exists()
        opened.backup(store.with_name("copy.db"))
        opened.forget(["p1"])
    assert {p.name for p in store.parent.iterdir() if p.suffix != ".snapshot"} == {
        "n.db",
        "copy.db",
    }


def test_what_was_put_for_a_store_before_it_was_changed_goes(store: Path) -> None:
    with Store.open(store) as opened:
        view = opened.view(DAY)
        with opened.change("add", at=AT) as change:
            change.put([Person("p9", "Bo Ek", title="Cook")])
        network_arcs_on(view)
        assert not place(store).exists()
        assert "p9" in network_arcs_on(opened.view(DAY))


def test_of_a_small_store_nothing_is_kept(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "SMALLEST", 1 << 30)
    with Store.open(store) as opened:
        assert opened.view(DAY).shelf is None


def test_a_view_with_another_ledger_has_no_shelf(store: Path) -> None:
    with Store.open(store) as opened:
        view = opened.view(DAY)
    assert view.after(replace(view.ledger)).shelf is None


def test_after_a_goal_is_added_all_is_ready(store: Path) -> None:
    words = ["--store", str(store), "--as-of", "2026-05-01", "goal", "add", "cook"]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    kept = place(store).read_bytes()
    for name in (b"network", b"features", b"signs", b"resumes", b"staff", b"last written"):
        assert name in kept
    CliRunner().invoke(cli, words)
    assert place(store).read_bytes() == kept


def test_a_name_is_enough_where_nobody_else_is_called_so(store: Path) -> None:
    with Store.open(store) as opened:
        with opened.change("add", at=AT) as change:
            change.put([Person("p7", "ana  1"), Person("p8", "Zoe Löw"), Person("me", "Ana 2")])
        opened.ledger()
        kept = opened.ledger()
    who = handles(kept)
    assert kept.texts() is not None
    ids = ("p0", "p1", "p2", "p7", "p8")
    assert [who(i) for i in ids] == ["Ana 0", "p1", "p2", "p7", "Zoe Löw"]
    plain = handles(replace(kept))
    assert [plain(i) for i in ids] == [who(i) for i in ids]
