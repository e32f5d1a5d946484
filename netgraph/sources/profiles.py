"""Profile addresses: the one thing in an export that tells two people of one name apart."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from netgraph.text import clean

_PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*linkedin\.com(?:/mwlite)?/(in|pub)/([^?#]+)", re.IGNORECASE
)
_FORBIDDEN = re.compile(r"[\s<>\"'\\`{}|^]")


@lru_cache(maxsize=1 << 17)
def slug_of(url: str) -> str:
    """Return what is individual in the address of a LinkedIn profile; empty if it is none.

    >>> slug_of("http://pt.linkedin.com/in/In%C3%AAs-Silva/?locale=en")
    'inês-silva'
    >>> slug_of("https://www.linkedin.com/pub/ana-silva/1/234/56a")
    'ana-silva-56a234001'
    >>> slug_of("https://www.linkedin.com/company/acme")
    ''
    """
    found = _PROFILE.match(url.strip())
    if not found:
        return ""
    parts = [clean(unquote(part), limit=500).lower() for part in found[2].split("/")]
    if found[1].lower() == "pub" and len(parts) >= 4:  # the old form, made new as LinkedIn did
        a, b, c = parts[1:4]
        parts[0] = f"{parts[0]}-{c}{b:0>3}{a:0>3}"
    return "" if _FORBIDDEN.search(parts[0]) else parts[0]


def profile_url(slug: str) -> str:
    """Return the address in the one form that is kept.

    >>> profile_url("ana-silva")
    'https://www.linkedin.com/in/ana-silva'
    """
    return f"https://www.linkedin.com/in/{slug}"
