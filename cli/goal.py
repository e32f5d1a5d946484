"""``netgraph goal``: what you look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from . import output
from .actions import advised, writer
from .entry import date_of, on_option
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from collections.abc import Callable


THANKED = 5
"""So many people to thank are named when a goal is reached."""


@click.group()
def goal() -> None:
    """Say what you look for, and hear how specific it is."""


def _wishes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a goal is."""
    many = {
        "--company": ("companies", "A company you would love (again for more)."),
        "--role": ("roles", "A kind of work (again for more)."),
        "--field": ("fields", "A field (again for more)."),
        "--place": ("places", "Where (again for more)."),
        "--near": ("near", "A company close to the goal, such as a competitor (again for more)."),
        "--hypothesis": ("hypotheses", "Something you believe and want to test (again for more)."),
    }
    for flag, (name, text) in reversed(many.items()):
        command = click.option(flag, name, multiple=True, help=text)(command)
    command = click.option("--seniority", default="", help="At what level: junior, lead ...")(
        command
    )
    return click.option("--person", default="", help="One person you want to reach.")(command)


@goal.command("add")
@click.argument("text", default="")
@_wishes
@on_option
@json_option
@pass_session
def add_goal(session: Session, /, *, text: str, on: Any, as_json: bool, **said: Any) -> None:
    """Add a goal: netgraph goal add "data scientist in climate tech" --company Watershed."""
    from netgraph.recording.goals import record_goal

    with session.change("goal add") as (store, change):
        made = record_goal(store.ledger(), change, text, day=date_of(session, on), **said)
    _show(session, [made.id], as_json)


@goal.command("list")
@click.option("--all", "closed", is_flag=True, help="Also those that are done.")
@json_option
@pass_session
def list_goals(session: Session, closed: bool, as_json: bool) -> None:
    """List your goals with how specific they are and what would sharpen them."""
    from netgraph.journal.goals import open_goals

    ledger = session.ledger()
    goals = ledger.goals if closed else open_goals(ledger)
    _show(session, [g.id for g in goals], as_json)


@goal.command("edit")
@click.argument("which")
@click.option("--text", help="Say it in other words.")
@_wishes
@on_option
@json_option
@pass_session
def edit_goal(
    session: Session, /, *, which: str, text: str | None, on: Any, as_json: bool, **said: Any
) -> None:
    """Change a goal; a list that is given takes the place of the old one."""
    from netgraph.recording.goals import record_rewording

    with session.change("goal edit") as (store, change):
        wishes = {"text": text, **said}
        new = record_rewording(store.ledger(), change, which, wishes, day=date_of(session, on))
    _show(session, [new.id], as_json)


@goal.command("done")
@click.argument("which")
@click.option("--note", default="", help="How it ended.")
@on_option
@json_option
@pass_session
def finish_goal(session: Session, which: str, note: str, on: Any, as_json: bool) -> None:
    """Close a goal; it stays in the history."""
    from netgraph.recording.goals import record_end

    with session.change("goal done") as (store, change):
        old = record_end(store.ledger(), change, which, day=date_of(session, on), note=note)
    if as_json:
        _show(session, [old.id], as_json)
    else:
        _celebrate(session, old.text)


def _celebrate(session: Session, text: str) -> None:
    """Say that a goal is reached, who made it possible, and how to thank them."""
    from netgraph.views.thanks import thanks_due

    view = session.view()
    write, hints = writer(view.ledger), thanks_due(view)
    output.say(f"Done: {text}. Well done! It stays in your history.")
    if hints:
        output.say("Who made it possible would love to hear it from you first:")
    for hint in hints[:THANKED]:
        output.say(f"  {hint.words}")
        output.say(f"    $ {write(hint.action)}" if hint.action else "")
    if len(hints) > THANKED:
        output.say(f"  and {len(hints) - THANKED} more: netgraph today")


def _show(session: Session, ids: list[str], as_json: bool) -> None:
    """Print goals with what sharpens them."""
    from netgraph.suggestions.goal_specificity import specificity
    from netgraph.views.documents import goal_document

    ledger = session.ledger()
    goals = {g.id: g for g in ledger.goals}
    seen = [(goals[i], specificity(ledger, goals[i])) for i in ids]
    if as_json:
        output.as_json({"goals": [goal_document(goal, measured) for goal, measured in seen]})
        return
    if not seen:
        output.note('No goal yet. Say one with: netgraph goal add "data scientist in climate tech"')
    for one, measured in seen:
        unsaid = [c for c in one.companies if c.casefold() not in one.text.casefold()]
        where = f" at {', '.join(unsaid)}" if unsaid else ""
        output.say(f"{one.id}  {one.text}{where}")
        for believed in one.hypotheses:
            output.say(f"    you believe: {believed}")
        output.say(
            f"    specific: {measured.specificity:.0%}; people you know who fit: {measured.fitting}"
        )
        for line in measured.advice:
            output.say(f"    - {advised(line)}")
