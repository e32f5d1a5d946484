"""The tools themselves, called as an assistant calls them: on a store, with ids and words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from netgraph.assistants.desk import Desk
from netgraph.assistants.tools import about_persons, about_the_whole, that_write
from netgraph.model.records import EGO, Ledger, Person, Tie
from netgraph.store import Store

DAY = date(2026, 5, 1)
NOW = datetime(2026, 5, 1, tzinfo=UTC)
BOOK = Ledger.of(
    Person("ana", "Ana Silva", company="Acme"), Person("ben", "Ben Ode"), Tie("t", EGO, "ana")
)


def at_a_desk(path: Path) -> tuple[Desk, dict[str, Callable[..., Any]]]:
    with Store.open(path) as store, store.change("import", at=NOW) as change:
        change.put([*BOOK.people.values(), *BOOK.ties])
    desk = Desk(path, lambda: DAY, lambda: NOW, None)
    made = (*about_the_whole(desk), *about_persons(desk), *that_write(desk))
    return desk, {tool.__name__: tool for tool in made}


def test_what_is_looked_at_is_the_store_of_the_desk(tmp_path: Path) -> None:
    _, tools = at_a_desk(tmp_path / "x.db")

    assert ["Ana Silva", "Ben Ode"] == [p.person.name for p in tools["people"]().people]
    assert ["Ana Silva"] == [p.person.name for p in tools["people"](query="acme").people]
    assert "Ana Silva" == tools["show"]("ana").person.name
    assert ["Ana Silva"] == [c.person.name for c in tools["employer"]("Acme").now]


def test_what_is_written_is_dated_and_taken_back(tmp_path: Path) -> None:
    desk, tools = at_a_desk(tmp_path / "x.db")

    tools["log"]("met", "ana", note="at the fair", day=date(2026, 4, 30))
    tools["ask"]("ana", want="introduction", target="Acme")
    tools["refer"]("ana", "Cy Dee", new=True)
    ledger = desk.view().ledger
    [met], [ask], [name] = ledger.events, ledger.asks, ledger.referrals

    assert (date(2026, 4, 30), "at the fair") == (met.day, met.note)
    assert ("introduction", "Acme", DAY) == (ask.want, ask.target, ask.steps[0].day)
    assert ("ana", "Cy Dee") == (name.introducer, ledger.people[name.person].name)

    for _ in range(3):
        tools["undo"]()
    now = desk.view().ledger
    assert ((), (), ()) == (now.events, now.asks, now.referrals)
    assert {EGO, "ana", "ben"} == set(now.people)
