"""Where to look for people at an employer oneself: an address that is written, never opened."""

from __future__ import annotations

import json
from typing import Final
from urllib.parse import urlencode

PEOPLE: Final = "https://www.linkedin.com/search/results/people/"
SECOND: Final = "S"
"""LinkedIn's letter for those whom a contact of one's own knows."""


def second_degree(company: str, role: str = "") -> str:
    """Return the address of LinkedIn's search for friends of friends at an employer.

    >>> second_degree("Blue River & Co")
    'https://www.linkedin.com/search/results/people/?keywords=Blue+River+%26+Co&network=%5B%22S%22%5D'
    """
    words = " ".join(filter(None, (company, role)))
    return f"{PEOPLE}?{urlencode({'keywords': words, 'network': json.dumps([SECOND])})}"
