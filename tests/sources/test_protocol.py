"""What every reader of files agrees on, held by each format there is."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from netgraph.model.records import EGO, Ledger
from netgraph.sources import FORMATS
from netgraph.sources.protocol import Context, Format, Reading
from tests.sources.books import document

AS_OF = date(2026, 5, 1)


def test_an_import_is_egos_and_knows_nobody_unless_told() -> None:
    context = Context(AS_OF)

    assert (EGO, "", Ledger(), {}) == (
        context.owner,
        context.owner_name,
        context.known,
        context.mapping,
    )


def test_a_reading_of_nothing_has_nothing() -> None:
    reading = Reading("a.csv", "ignored")

    assert (0, 0, (), (), "") == (
        reading.rows,
        reading.hidden,
        reading.skipped,
        reading.facts,
        reading.note,
    )
    with pytest.raises(FrozenInstanceError):
        reading.rows = 1  # type: ignore[misc]


def test_every_format_has_a_name_of_its_own_and_a_line_of_help() -> None:
    assert len(FORMATS) == len({form.name for form in FORMATS})
    assert all(form.help and "\n" not in form.help for form in FORMATS)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\0\0", b"%PDF-1.7", b"Dear,\nhello\n"])
def test_no_format_claims_what_is_empty_or_a_picture_or_a_letter(form: Format, data: bytes) -> None:
    assert form.claims(document(data, "a.bin")) is None


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_nothing_claimed_is_nothing_read(form: Format) -> None:
    assert [] == [reading for reading in form.read([], Context(AS_OF)) if reading.rows]
