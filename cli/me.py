"""``netgraph show me``: what netgraph believes about you, and how to put it right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netgraph.model.records import Position
    from netgraph.views.own_page import Myself


def lines(page: Myself) -> Iterator[str]:
    """Yield it as text."""
    from netgraph.model.text import job_words

    person = page.person
    yield f"You are {person.name}." if page.named else "Your name is not known yet."
    job = job_words(person.title, person.company)
    for line in (job, person.place, *person.emails, *person.phones, *person.urls):
        if line:
            yield f"  {line}"
    for title, kinds in (
        ("Work", ("work", "volunteering")),
        ("School and clubs", ("school", "club")),
    ):
        found = [_position(p) for p in page.positions if p.kind in kinds]
        if found:
            yield title
            yield from (f"  {line}" for line in found)
    if page.said:
        yield "You said"
        yield from (f"  {line}" for line in page.said)
    field = "--title TITLE" if page.named else "--name NAME"
    yield f"Is something wrong or missing? netgraph edit me {field}"
    yield "What else can be put right: netgraph edit --help"


def _position(p: Position) -> str:
    """Return one position on a line."""
    years = f"{p.start or '?'} to {p.end or ('now' if p.current or not p.end else '?')}"
    return f"{years}  {', '.join(part for part in (p.title, p.organisation) if part)}"
