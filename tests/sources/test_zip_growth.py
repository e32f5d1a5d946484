"""How much an entry of a ZIP may grow."""

from __future__ import annotations

from zipfile import ZipInfo

import pytest

from netgraph.sources.zip_growth import grows_too_much


@pytest.mark.parametrize(
    ("packed", "whole", "refused"),
    [
        (1_000, 2**20, False),  # small: it harms nobody
        (1_000, 2**20 + 1, True),
        (10_000, 2_000_000, False),  # 200 times
        (10_000, 2_000_001, True),
        (0, 2**20 + 1, True),
        (2**30, 2**31, False),
    ],
)
def test_what_grows_more_than_an_export_is_refused(packed: int, whole: int, refused: bool) -> None:
    entry = ZipInfo("messages.csv")
    entry.compress_size, entry.file_size = packed, whole

    assert refused == grows_too_much(entry)
