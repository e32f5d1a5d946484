"""Any sequence of commands answers as it does of a store of which nothing is kept.

After every command the store is read as it is, and once more from a copy beside which nothing is:
ledgers of several days and what the commands print must be the same.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from cli.main import cli
from netgraph.model.records import Person
from netgraph.store import Store, shelf, snapshot

NAMES = ("Ana Silva", "Ben Ode", "Cleo Roy", "Dan Rask", "Ana Silber")
FIRMS = ("Acme", "Acme Inc.", "Tarn")
LINES = (
    ["people", "--json"],
    ["today"],
    ["show", "Ana Silva"],
    ["goal", "list"],
    ["suggest", "--json"],
)
DAYS = ("2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01")
EXPORT = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Silva,https://www.linkedin.com/in/ana-silva,,Acme,Cook,01 Feb 2026\n"
    "Ben,Ode,https://www.linkedin.com/in/ben-ode,ben@example.org,{firm},Baker,01 Mar 2026\n"
)
KILLED_AT_THE_END = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from netgraph.model.records import Person
from netgraph.store import Store, snapshot

append = snapshot.append
snapshot.append = lambda *args: (append(*args), os._exit(9))
with Store.open(Path(sys.argv[1])) as store:
    store.ledger()
    with store.change("add", at=datetime(2026, 5, 1, tzinfo=UTC)) as change:
        change.put([Person("x3", "Nobody Now")])
"""
KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from netgraph.model.records import Person
from netgraph.store import Store

with Store.open(Path(sys.argv[1])) as store:
    with store.change("add", at=datetime(2026, 5, 1, tzinfo=UTC)) as change:
        change.put([Person("x1", "Nobody Yet")])
        store.ledger()
        os._exit(9)
"""

names, firms, days = st.sampled_from(NAMES), st.sampled_from(FIRMS), st.sampled_from(DAYS)


def said(store: Path, *args: str, as_of: str = "2026-05-01") -> str:
    """Run a command in this process and return all that it says."""
    done = CliRunner().invoke(cli, ["--store", str(store), "--as-of", as_of, *args])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.output.replace(str(store.parent), "")


class Commands(RuleBasedStateMachine):
    """A store, what is done to it, and what it answers."""

    def __init__(self) -> None:
        super().__init__()
        self.smallest = shelf.SMALLEST
        shelf.SMALLEST = 0  # type: ignore[misc]
        self.folder = Path(tempfile.mkdtemp())
        self.store = self.folder / "network.db"
        self.copies = 0

    @initialize()
    def begin(self) -> None:
        said(self.store, "add", "Ana Silva", "--company", "Acme")
        self.same()

    @rule(name=names, firm=firms, on=days)
    def add(self, name: str, firm: str, on: str) -> None:
        said(self.store, "add", name, "--company", firm, "--on", on, as_of="2026-06-01")
        self.same()

    @rule(name=names, other=names, on=days)
    def tie(self, name: str, other: str, on: str) -> None:
        said(self.store, "tie", name, other, as_of=on)
        said(self.store, "add", f"{name[:3]} {other[-3:]}", "--on", on, as_of="2026-06-01")
        self.same()

    @rule(name=names, kind=st.sampled_from(("met", "helped", "interview", "note")), on=days)
    def log(self, name: str, kind: str, on: str) -> None:
        said(self.store, "log", kind, name, "of cooking", "--on", on, as_of="2026-06-01")
        self.same()

    @rule(name=names, via=names, new=st.booleans())
    def ask(self, name: str, via: str, new: bool) -> None:
        said(self.store, "ask", name, "--via", via, *(["--new"] if new else []))
        self.same()

    @rule(name=names, other=names, status=st.sampled_from(("named", "met")))
    def refer(self, name: str, other: str, status: str) -> None:
        said(self.store, "refer", name, other, "--status", status, "--new")
        self.same()

    @rule(name=names, firm=firms)
    def edit(self, name: str, firm: str) -> None:
        said(self.store, "edit", name, "--company", firm, "--closeness", "warm")
        self.same()

    @rule(name=names, other=names)
    def merge(self, name: str, other: str) -> None:
        said(self.store, "merge", name, other)
        self.same()

    @rule(firm=st.sampled_from((*FIRMS, "Acme Bistro", "Tarn Bistro", "")))
    def goal(self, firm: str) -> None:
        said(self.store, "goal", "add", "cook", *(["--company", firm] if firm else []))
        self.same()

    @rule(firm=firms)
    def take_in(self, firm: str) -> None:
        export = self.folder / "Connections.csv"
        export.write_text(EXPORT.format(firm=firm), encoding="utf-8")
        said(self.store, "import", str(export))
        self.same()

    @rule()
    def undo(self) -> None:
        said(self.store, "undo")
        self.same()

    @rule(name=names)
    def forget(self, name: str) -> None:
        said(self.store, "forget", name, "--yes")
        self.same()
        with Store.open(self.store) as store:
            known = {p.name for p in store.ledger().people.values()}
        for kept in (self.store.with_name("network.db.snapshot"), shelf.place(self.store)):
            there = kept.read_bytes() if kept.exists() else b""
            assert name in known or name.encode() not in there

    @rule()
    def backup(self) -> None:
        self.copies += 1
        said(self.store, "backup", str(self.folder / f"copy-{self.copies}.db"))
        self.same()

    @precondition(lambda self: self.copies)
    @rule(which=st.integers(1, 9))
    def restore(self, which: int) -> None:
        said(self.store, "restore", str(self.folder / f"copy-{which % self.copies + 1}.db"))
        self.same()

    @rule()
    def fail(self) -> None:
        """Another reads while a change is made that comes to nothing."""
        at = datetime(2026, 5, 1, tzinfo=UTC)
        with (
            suppress(KeyboardInterrupt),
            Store.open(self.store) as store,
            store.change("add", at=at) as change,
        ):
            change.put([Person("x2", "Nobody Either")])
            store.ledger()
            self.same()
            raise KeyboardInterrupt
        self.same()

    @rule(place=st.integers(0, 10_000), ending=st.sampled_from(("snapshot", "network")))
    def damage(self, place: int, ending: str) -> None:
        kept = self.store.with_name(f"network.db.{ending}")
        if kept.exists() and (data := bytearray(kept.read_bytes())):
            data[place % len(data)] ^= 1
            kept.write_bytes(data)
        self.same()

    @rule(program=st.sampled_from((KILLED, KILLED_AT_THE_END)))
    def kill(self, program: str) -> None:
        command = [sys.executable, "-c", program, str(self.store)]
        assert 9 == subprocess.run(command, timeout=60, check=False).returncode
        self.same()

    def same(self) -> None:
        """Compare with a copy that has nothing beside it."""
        snapshot.let_go()  # as another program would read it
        bare = Path(tempfile.mkdtemp(dir=self.folder)) / self.store.name
        with Store.open(self.store) as store:
            store.connection.execute("VACUUM INTO ?", (str(bare),))
        for as_of in (None, *map(date.fromisoformat, DAYS)):
            with Store.open(self.store) as mine, Store.open(bare) as other:
                bare.with_name(f"{bare.name}.snapshot").unlink(missing_ok=True)
                one, anew = mine.ledger(as_of=as_of), other.ledger(as_of=as_of)
                assert one == anew
                assert list(one.people) == list(anew.people)
        for line in LINES:
            bare.with_name(f"{bare.name}.snapshot").unlink(missing_ok=True)
            shelf.remove(bare)
            mine_says = said(self.store, *line)
            assert mine_says == said(bare, *line)
        shutil.rmtree(bare.parent)

    def teardown(self) -> None:
        shelf.SMALLEST = self.smallest  # type: ignore[misc]
        shutil.rmtree(self.folder)


class ManyCommands(Commands):
    """The same, at length."""


TestAFew = Commands.TestCase
TestAFew.settings = settings(max_examples=4, stateful_step_count=8, derandomize=True, deadline=None)

TestMany = pytest.mark.long(ManyCommands.TestCase)
TestMany.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
