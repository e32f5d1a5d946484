"""``netgraph reflect``: what all talks taught."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from . import output
from .actions import writer
from .options import Session, json_option, pass_session
from .words import by_day, count

if TYPE_CHECKING:
    from netgraph.views.reflection import Belief, Reflection, TwoSides, Voice

SHOWN = 8
"""How many of each kind are shown."""


@click.command()
@json_option
@pass_session
def reflect(session: Session, /, *, as_json: bool) -> None:
    """Look at what your talks taught: themes, open questions, two sides, beliefs, your goal."""
    from netgraph.views.reflection import reflect as reflected

    view = session.view()
    found = reflected(view)
    if as_json:
        output.as_json({"reflection": found}, writer(view.ledger))
    else:
        for line in _lines(found):
            output.say(line)
        first = found.thanks[0].action if found.thanks else None
        more = f": {writer(view.ledger)(first)}" if first else ""
        output.say(f"\nNext: {_next(found)}{more}")


def _lines(found: Reflection) -> Iterator[str]:
    """Yield what was learned as text."""
    if found.talks:
        yield f"{count(found.talks, 'talk')} written down. New themes: {found.saturation.words}"
    else:
        yield "Nothing is written down of any talk yet."
    yield from _themes("By field", found.by_field)
    yield from _themes("By employer", found.by_employer)
    for sides in found.contradictions:
        yield from _sides(sides)
    if found.hypotheses:
        yield "\nWhat you believe, and what speaks for it"
    for belief in found.hypotheses:
        yield from _belief(belief)
    if found.open_questions:
        yield "\nNobody was asked yet"
    for question in found.open_questions[:SHOWN]:
        yield f"  {question.title}: {question.question}"
    yield from _revisions(found)
    if found.ways:
        yield "\nHow asking went"
    for row in found.ways:
        yield f"  {row.way + ', ' + row.stage:<34} {row.words}"
    if found.not_covered:
        yield "\nNot covered yet"
    yield from (f"  {line}" for line in found.not_covered)
    yield from _thanks(found)


def _next(found: Reflection) -> str:
    """Return the one step that comes next."""
    if found.thanks:
        return "write to the first of them"
    if not found.talks:
        return "after your next talk, write down what you learned: netgraph debrief WHO"
    return "does your goal still hold? netgraph goal list"


def _thanks(found: Reflection) -> Iterator[str]:
    """Yield who made it possible, once it is over."""
    if found.thanks:
        yield "\nIt is over, and these people made it possible: thank each of them"
    for one in found.thanks:
        chain = " > ".join(who.name for who in one.chain)
        yield f"  {one.name}{f' > {chain}' if chain else ''}"


def _themes(title: str, found: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Yield the themes heard in each place."""
    if found:
        yield f"\n{title}"
    for place, heard in found.items():
        themes = ", ".join(f"{theme}{f' ({n})' if n > 1 else ''}" for theme, n in heard.items())
        yield f"  {place}: {themes}"


def _sides(sides: TwoSides) -> Iterator[str]:
    """Yield both sides of a matter."""
    yield f"\nTwo sides of {sides.theme}"
    for sign, voices in (("+", sides.for_it), ("-", sides.against)):
        yield from (f"  {sign} {_voice(v)}" for v in voices)


def _belief(belief: Belief) -> Iterator[str]:
    """Yield a hypothesis with its evidence."""
    yield f"  h{belief.number} {belief.hypothesis}: {belief.words}"
    for sign, voices in (("+", belief.for_it), ("-", belief.against)):
        yield from (f"     {sign} {_voice(v)}" for v in voices)


def _voice(voice: Voice) -> str:
    """Say who said what."""
    day = f", {by_day(voice.day)}" if voice.day else ""
    return f"{voice.name}{day}: {voice.words}"


def _revisions(found: Reflection) -> Iterator[str]:
    """Yield how the goal changed."""
    changed = [r for r in found.revisions if r.what != "open"]
    if changed:
        yield "\nHow your goal changed"
    for step in changed:
        after = ", ".join(who.name for who in step.after_talks_with)
        day = by_day(step.day) if step.day else "some day"
        yield f"  {day}: {step.goal} ({step.what}){f', after talks with {after}' if after else ''}"
