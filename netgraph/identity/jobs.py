"""Whether somebody has another job than before: what has only become known is no change."""

from __future__ import annotations

from netgraph.identity.companies import company_key
from netgraph.model.records import Person
from netgraph.model.text import fold


def has_other_job(before: Person, now: Person) -> bool:
    """Whether a person works at another firm, or has another title where both are told.

    >>> known = Person("p1", "Ana", company="Acme Inc.")
    >>> has_other_job(known, Person("p1", "Ana", company="Acme", title="Engineer"))
    False
    >>> has_other_job(known, Person("p1", "Ana", company="Blue River"))
    True
    """
    if before.company and not _is_one_firm(before.company, now.company):
        return True
    return bool(before.title and now.title) and fold(before.title) != fold(now.title)


def _is_one_firm(a: str, b: str) -> bool:
    """Whether two spellings are of one firm."""
    return fold(a) == fold(b) or company_key(a) == company_key(b) != ""
