from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import UnreadableFile
from netgraph.pools.files import Asked, Known, Leave, PoolFile, Shares, read, understood, written
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
    assert replace(file_of(Leave()), text=leave.decode().strip()) == understood(leave, POOL)


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
        (b"[" * 100_000, "is no file of a pool"),
        (whole[:-40], "is damaged or cut off: ask for it once more"),
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

    with pytest.raises(UnreadableFile, match="says something that no file of a pool says"):
        understood(written(file_of(shares), POOL, ANA), POOL)


def test_what_would_steer_a_terminal_is_not_read() -> None:
    shares = Shares("A\u202ena\x1b[31m", ANA.box, people=(Known(("p2",), 1, "Sie\u200bmens"),))
    body = understood(written(file_of(shares), POOL, ANA), POOL).body

    assert isinstance(body, Shares)
    assert ("Ana", "Siemens") == (body.called, body.people[0].employer)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot read"):
        read(tmp_path / "none.pool", POOL)


ONE = Known(("p2",), 2)


@pytest.mark.parametrize(
    "body",
    [
        Shares("", ANA.box),
        Shares(" \u200b", ANA.box),
        Shares("A" * 1001, ANA.box),
        Shares("Ana", ANA.box, people=(Known((), 2),)),
        Shares("Ana", ANA.box, people=(Known(("",), 2),)),
        Shares("Ana", ANA.box, people=(msgspec.structs.replace(ONE, band=4),)),
        Shares("Ana", ANA.box, people=(msgspec.structs.replace(ONE, bears=10**9),)),
        Shares("Ana", ANA.box, people=(msgspec.structs.replace(ONE, employer="A" * 1001),)),
        Shares("Ana", ANA.box, asked=(Asked((), MAY_1),)),
        Shares("Ana", ANA.box, asked=(Asked(("p2",), MAY_1, turn=10**12),)),
        Shares("Ana", ANA.box, named=(("x" * 65,),)),
        Leave(stay=("",)),
    ],
)
def test_what_would_stop_a_command_is_refused_though_its_signature_holds(
    body: Shares | Leave,
) -> None:
    with pytest.raises(UnreadableFile, match="says something that no file of a pool says"):
        understood(written(file_of(body), POOL, ANA), POOL)


@pytest.mark.parametrize("number", [-1, 2**53, 2**70])
def test_a_number_that_no_store_keeps_is_refused(number: int) -> None:
    with pytest.raises(UnreadableFile, match="says something that no file of a pool says"):
        understood(written(file_of(number=number), POOL, ANA), POOL)


def test_a_long_file_of_who_left_can_be_passed_on_whole() -> None:
    named = (tuple(f"{n:064x}" for n in range(100)),)
    leave = understood(written(file_of(Leave(named=named)), POOL, ANA), POOL)
    told = understood(written(file_of(Shares("Ana", ANA.box, left=(leave.text,))), POOL, ANA), POOL)

    assert isinstance(told.body, Shares)
    assert leave == understood(told.body.left[0].encode(), POOL)


def test_a_file_that_is_laid_out_anew_says_the_same() -> None:
    whole = written(file_of(), POOL, ANA)
    indented = json.dumps(json.loads(whole), indent=2).encode()

    assert file_of() == understood(indented, POOL)
    assert file_of() == understood(whole, POOL)
