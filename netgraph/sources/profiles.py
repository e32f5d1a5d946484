"""Profile addresses: the one thing in an export that tells two people of one name apart."""

from __future__ import annotations

from netgraph.identity.addresses import slug_of

__all__ = ["profile_url", "slug_of"]


def profile_url(slug: str) -> str:
    """Return the address in the one form that is kept.

    >>> profile_url("ana-silva")
    'https://www.linkedin.com/in/ana-silva'
    """
    return f"https://www.linkedin.com/in/{slug}"
