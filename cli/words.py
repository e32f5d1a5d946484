"""How statuses are put to somebody whom they may be about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SPOKEN: Final[Mapping[str, str]] = {
    "declined": "not this time",
    "silent": "no answer, and that is fine",
    "agreed": "said yes",
    "done": "it took place",
    "closed": "closed",
}


def spoken(status: str) -> str:
    """Return a status in kind words; one that is plain stays as it is.

    >>> spoken("declined"), spoken("introduced")
    ('not this time', 'introduced')
    """
    return SPOKEN.get(status, status)
