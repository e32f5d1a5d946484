"""A job has changed only if the firm or a known title has."""

from __future__ import annotations

import pytest

from netgraph.identity.jobs import has_other_job
from netgraph.model.records import Person
from netgraph.sources.updates import former_job


@pytest.mark.parametrize(
    ("before", "now", "changed"),
    [
        (("Acme", ""), ("Acme", "VP Data"), False),
        (("Acme", "VP Data"), ("Acme", ""), False),
        (("", "VP Data"), ("Acme", "VP Data"), False),
        (("Acme", "VP Data"), ("ACME Inc.", "vp data"), False),
        (("Acme", "VP Data"), ("Acme", "CTO"), True),
        (("Acme", ""), ("Blue River", ""), True),
        (("Acme", "VP Data"), ("", ""), True),
        (("freelance", ""), ("self-employed", ""), True),
        (("Self-Employed", ""), ("self-employed", ""), False),
    ],
)
def test_what_only_became_known_is_no_change(
    before: tuple[str, str], now: tuple[str, str], changed: bool
) -> None:
    old = Person("p1", "Ana", "google", company=before[0], title=before[1])
    new = Person("p1", "Ana", "google", company=now[0], title=now[1])

    assert changed == has_other_job(old, new)
    assert (changed and bool(now[0])) == bool(list(former_job(old, new)))
