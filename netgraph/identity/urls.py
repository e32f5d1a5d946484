"""Profile addresses: the many ways to write where one person's profile is, and the one we keep."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from netgraph.text import clean

PROFILE = "https://www.linkedin.com/in/"
LONGEST_SLUG = 200

_PROFILE = re.compile(
    r"(?<![\w.-])(?:[\w-]{1,20}\.)?linkedin\.com/+(?:m/)?in/+([^/?#\s,;|<>\"']+)", re.IGNORECASE
)
_OPAQUE = re.compile(r"AC[ow]AA[\w-]{20,}", re.ASCII)


@lru_cache(maxsize=1 << 16)
def profile_url(text: str) -> str:
    """Return the one spelling of the LinkedIn profile that `text` points to, or nothing.

    The slug is lower-cased and percent-decoded; scheme, country, query and a trailing slash do
    not count. The opaque ids that sales tools write (``ACoAA…``) keep their case, since they mean
    nothing without it. Addresses of companies, schools and searches are no profile.

    Examples
    --------
    >>> profile_url("http://de.linkedin.com/in/Jos%C3%A9-Silva/?trk=x")
    'https://www.linkedin.com/in/josé-silva'
    >>> profile_url("www.linkedin.com/company/acme")
    ''
    """
    found = _PROFILE.search(text[:2000])
    if not found:
        return ""
    slug = clean(unquote(found[1])).strip("/ ")
    if not slug or len(slug) > LONGEST_SLUG or any(c in "/?#" or c.isspace() for c in slug):
        return ""
    return PROFILE + (slug if _OPAQUE.fullmatch(slug) else slug.lower())


def profile_slug(url: str) -> str:
    """Return the part of a canonical profile address that names the person, or nothing.

    >>> profile_slug("https://www.linkedin.com/in/ada")
    'ada'
    """
    return url.removeprefix(PROFILE) if url.startswith(PROFILE) else ""
