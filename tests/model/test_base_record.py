"""What records are made of: structs that Python's dataclass functions take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields, is_dataclass, replace

import pandas as pd
import pytest
from msgspec import field

from netgraph.model.base_record import Record


class Talk(Record, frozen=True):
    """A talk."""

    who: str
    minutes: int = 20
    said: Mapping[str, str] = field(default_factory=dict)


class Interview(Talk, frozen=True):
    """A talk with an employer."""

    role: str = ""


def test_a_record_never_changes() -> None:
    with pytest.raises(AttributeError):
        Talk("Ana").who = "Ben"  # type: ignore[misc]


def test_records_of_one_class_are_equal_if_their_fields_are() -> None:
    assert Talk("Ana", 20) == Talk("Ana")
    assert Talk("Ana") != Interview("Ana")
    assert hash(Talk("Ana", said=())) == hash(Talk("Ana", said=()))  # type: ignore[arg-type]
    assert "Talk(who='Ana', minutes=20, said={})" == repr(Talk("Ana"))


def test_who_knows_dataclasses_knows_records() -> None:
    assert (True, True) == (is_dataclass(Talk), is_dataclass(Talk("Ana")))
    assert Talk("Ana", 30) == replace(Talk("Ana"), minutes=30)
    assert {"who": "Ana", "minutes": 20, "said": {"a": "b"}} == asdict(Talk("Ana", said={"a": "b"}))
    assert ["who", "minutes"] == list(pd.DataFrame([Talk("Ana"), Talk("Ben")]).columns)[:2]


def test_the_fields_of_a_record_are_those_of_its_base_and_its_own() -> None:
    told = {f.name: f for f in fields(Interview)}

    assert ["who", "minutes", "said", "role"] == list(told)
    assert (MISSING, 20, "") == tuple(told[n].default for n in ("who", "minutes", "role"))
    assert dict is told["said"].default_factory
    assert "str" == told["role"].type
