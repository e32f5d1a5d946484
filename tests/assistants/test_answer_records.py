"""What an assistant is told has no way to reach anybody in it, and every part says what it is."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from netgraph.assistants import answer_records

RECORDS = [value for value in vars(answer_records).values() if is_dataclass(value)]
REACHES = ("mail", "phone", "url", "address", "link", "birth")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_no_record_has_an_address_or_a_number(record: type) -> None:
    named = [field.name for field in fields(record)]

    assert named
    assert not [name for name in named if any(word in name for word in REACHES)]
    assert record.__doc__
    assert record.__doc__.endswith(".")
