"""A program that goes on answers as one that was just started, whatever was done in between."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from cli.main import cli
from netgraph.store import Store
from tests.web.user import User

NAMES = ("Ana Silva", "Ben Ode", "Cleo Roy", "Dan Rask")
FIRMS = ("Acme", "Tarn")
EXPORT = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + "".join(
    f"{name.replace(' ', ',')},https://www.linkedin.com/in/{n},,{firm},Baker,0{n} Feb 2026\n"
    for n, (name, firm) in enumerate(zip(NAMES[:3], ("Acme", "Tarn", "Acme"), strict=True), 1)
)
ADDRESSES = tuple(f"/{name}.json" for name in "today people numbers same employers map".split())

names = st.sampled_from(NAMES)


class Days(RuleBasedStateMachine):
    """A page that stays open, and commands in another window."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = self.folder / "network.db"

    @initialize()
    def begin(self) -> None:
        export = self.folder / "Connections.csv"
        export.write_text(EXPORT, encoding="utf-8")
        self.do("import", str(export))
        self.do("goal", "add", "baker", "--company", "Acme")
        self.page = User.at(self.store)
        self.same()

    @rule(name=names, kind=st.sampled_from(("met", "helped", "interview", "was-helped", "note")))
    def log(self, name: str, kind: str) -> None:
        self.do("log", kind, name, "of bread")
        self.same()

    @rule(name=names, outcome=st.sampled_from(("", "agreed", "done", "declined")))
    def ask(self, name: str, outcome: str) -> None:
        self.do("ask", name, *(["--outcome", outcome] if outcome else []))
        self.same()

    @rule(name=names, other=names)
    def refer(self, name: str, other: str) -> None:
        self.do("refer", name, other)
        self.same()

    @rule(name=names, firm=st.sampled_from(FIRMS))
    def add(self, name: str, firm: str) -> None:
        self.do("add", name, "--company", firm, "--closeness", "warm")
        self.same()

    @rule(name=names, other=names)
    def tie(self, name: str, other: str) -> None:
        self.do("tie", name, other)
        self.same()

    @rule(name=names)
    def edit(self, name: str) -> None:
        self.do("edit", name, "--title", "Cook", "--closeness", "close")
        self.same()

    @rule()
    def undo(self) -> None:
        self.do("undo")
        self.same()

    @rule(value=st.sampled_from(("1", "3")))
    def favours(self, value: str) -> None:
        self.do("favours", "talked", value)
        self.same()

    def do(self, *args: str) -> None:
        """Run a command, as in another window."""
        done = CliRunner().invoke(cli, ["--store", str(self.store), "--as-of", "2026-05-01", *args])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.output

    def same(self) -> None:
        """Compare what the open page says with what a fresh one does."""
        answers = [self.page.get(address) for address in ADDRESSES]
        assert [200] * len(ADDRESSES) == [answer.status_code for answer in answers]
        said = [answer.text for answer in answers]
        copy = Path(tempfile.mkdtemp(dir=self.folder)) / self.store.name
        with Store.open(self.store) as store:
            store.connection.execute("VACUUM INTO ?", (str(copy),))
        fresh = User.at(copy)
        for address, answer in zip(ADDRESSES, said, strict=True):
            assert fresh.get(address).text == answer
        shutil.rmtree(copy.parent)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)


class ManyDays(Days):
    """The same, at length."""


TestAFew = Days.TestCase
TestAFew.settings = settings(max_examples=3, stateful_step_count=6, derandomize=True, deadline=None)

TestMany = pytest.mark.long(ManyDays.TestCase)
TestMany.settings = settings(max_examples=60, stateful_step_count=15, deadline=None)
