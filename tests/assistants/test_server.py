"""Which tools an assistant has, and what their descriptions promise."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from netgraph.assistants.desk import Desk
from netgraph.assistants.server import DATA, assistants_server

READS = {"suggest", "today", "people", "stats", "show", "employer", "path", "brief"}
WRITES = {"log", "ask", "refer", "undo"}


def tools(path: Path, *, write: bool, key: bytes | None = b"k" * 32) -> dict[str, Any]:
    desk = Desk(path / "x.db", lambda: date(2026, 5, 1), lambda: datetime.now(UTC), key)
    server = assistants_server(desk, version="1.2.3", unveils="look", write=write)
    assert ("netgraph", "1.2.3") == (server.name, server.version)
    return {tool.name: tool for tool in asyncio.run(server.list_tools())}


def test_it_only_reads_unless_it_may_write(tmp_path: Path) -> None:
    assert READS == tools(tmp_path, write=False).keys()
    assert READS | WRITES == tools(tmp_path, write=True).keys()


@pytest.mark.parametrize("write", [False, True])
def test_every_tool_says_what_it_is(tmp_path: Path, write: bool) -> None:
    for name, tool in tools(tmp_path, write=write).items():
        assert "\n" not in tool.description
        assert (name in READS) == tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        if name in READS:
            assert tool.description.endswith(DATA)
            assert "object" == tool.output_schema["type"]
            assert tool.output_schema["properties"]
        else:
            assert "Ask the user first." in tool.description


def test_parameters_are_typed(tmp_path: Path) -> None:
    suggest = tools(tmp_path, write=False)["suggest"].input_schema["properties"]

    assert ("integer", 1, 50) == tuple(suggest["limit"][k] for k in ("type", "minimum", "maximum"))


def test_without_names_it_says_how_the_user_sees_who_is_meant(tmp_path: Path) -> None:
    def instructions(key: bytes | None) -> str:
        desk = Desk(tmp_path / "x.db", lambda: date(2026, 5, 1), lambda: datetime.now(UTC), key)
        return assistants_server(desk, version="1", unveils="look here").instructions or ""

    assert instructions(b"k" * 32).endswith("The user sees the name with: look here")
    assert "look here" not in instructions(None)
    assert "never send anything" in instructions(None)
