from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import UnreadableFile
from netgraph.pools.files import Known, Leave, PoolFile, Shares, read, understood, written
from netgraph.pools.keys import MemberKey, PoolKey

POOL, OTHER = PoolKey(b"p" * 32), PoolKey(b"q" * 32)
ANA, BEN = MemberKey(b"a" * 32), MemberKey(b"b" * 32)
MAY_1 = date(2026, 5, 1)
SHARES = Shares("Ana", ANA.box, ("p1",), (), (Known(("p2",), 2, "Siemens"),))


def file_of(body: Shares | Leave = SHARES, number: int = 1) -> PoolFile:
    return PoolFile(ANA.member, number, MAY_1, body)


def test_a_file_says_what_was_written() -> None:
    assert file_of() == understood(written(file_of(), POOL, ANA), POOL)
    leave = written(file_of(Leave()), POOL, ANA)
    assert replace(file_of(Leave()), text=leave.decode()) == understood(leave, POOL)


def test_the_same_is_written_in_the_same_bytes() -> None:
    assert written(file_of(), POOL, ANA) == written(file_of(), POOL, ANA)


@given(st.data())
def test_whatever_is_changed_is_found_out(data: st.DataObject) -> None:
    whole = written(file_of(), POOL, ANA)
    place = data.draw(st.integers(0, len(whole) - 2))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != whole[place]))

    with pytest.raises(UnreadableFile):
        understood(whole[:place] + bytes([byte]) + whole[place + 1 :], POOL)


def test_each_reason_is_told() -> None:
    whole = written(file_of(), POOL, ANA)
    said = json.loads(whole)

    for data, line in (
        (b"{}", "is no file of a pool"),
        (b"\xff\x00", "is no file of a pool"),
        (whole.replace(b'"version":2', b'"version":3'), "newer netgraph: update netgraph"),
        (whole.replace(b'"version":2', b'"version":1'), "older netgraph: ask for a new file"),
        (written(file_of(), OTHER, ANA), "is of another pool"),
        (whole.replace(b"Siemens", b"Siemons"), "was changed after it was signed"),
        (json.dumps(said | {"seal": "é"}).encode(), "was changed after it was signed"),
    ):
        with pytest.raises(UnreadableFile, match=line):
            understood(data, POOL)


def test_nobody_writes_in_the_name_of_another_member() -> None:
    said = json.loads(written(file_of(), POOL, BEN)) | {"member": ANA.member}

    with pytest.raises(UnreadableFile, match="changed after it was signed"):
        understood(json.dumps(said).encode(), POOL)


def test_a_member_cannot_say_what_there_is_not() -> None:
    shares = Shares("Ana", ANA.box, people=(Known(("p2",), 9),))

    with pytest.raises(UnreadableFile, match="a strength that there is not"):
        understood(written(file_of(shares), POOL, ANA), POOL)


def test_what_would_steer_a_terminal_is_not_read() -> None:
    shares = Shares("A\u202ena\x1b[31m", ANA.box, people=(Known(("p2",), 1, "Sie\u200bmens"),))
    body = understood(written(file_of(shares), POOL, ANA), POOL).body

    assert isinstance(body, Shares)
    assert ("Ana", "Siemens") == (body.called, body.people[0].employer)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot read"):
        read(tmp_path / "none.pool", POOL)
